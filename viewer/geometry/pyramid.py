"""The lowest and the highest of very many samples, exactly, for any stretch of them.

Blocks of samples keep their extremes: 64 samples a block at first, then 8 blocks a block. A
stretch is put together from the largest blocks that lie wholly inside it and, at its two ends,
from smaller ones down to the samples themselves, so that nothing is rounded to a block.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from viewer.geometry.thinning import Indices
from viewer.model.samples import Level, SampleValues, Values

FIRST_BLOCK = 64
FACTOR = 8
"""Eight blocks are one of the next level."""
TOP_BLOCKS = 2_000
"""A level of no more blocks than this has no further one above it."""
PLAIN_PER_STRETCH = 256
"""Up to so many samples a stretch all are looked at; blocks would not be faster."""

Extremes = tuple[Values, Values]
"""The lowest and the highest value of each stretch; infinity and minus infinity where empty."""


def levels_of(values: Values) -> tuple[Level, ...]:
    """Give the extremes of the whole blocks of samples, the finest first; one pass, once a file."""
    found: list[Level] = []
    lows = highs = values
    size, factor = 1, FIRST_BLOCK
    while len(lows) >= 2 * factor and len(lows) > TOP_BLOCKS:
        whole = len(lows) // factor * factor
        lows = lows[:whole].reshape(-1, factor).min(axis=1)
        highs = highs[:whole].reshape(-1, factor).max(axis=1)
        size, factor = size * factor, FACTOR
        found.append(Level(size, lows, highs))
    return tuple(found)


def extent(samples: SampleValues, first: int = 0, last: int | None = None) -> tuple[float, float]:
    """Give the lowest and the highest of the samples from `first` to before `last`.

    At least one sample must lie in there.
    """
    end = len(samples) if last is None else last
    lows, highs = extremes(samples, np.array([first]), np.array([end]))
    return float(lows[0]), float(highs[0])


def extremes(samples: SampleValues, starts: Indices, ends: Indices) -> Extremes:
    """Give the lowest and the highest value of stretches of samples, none of them lost.

    A stretch is the samples from `starts[i]` to before `ends[i]`. Stretches must rise and not
    overlap; some may be empty.
    """
    lows = np.full(len(starts), np.inf, dtype=samples.values.dtype)
    highs = np.full(len(starts), -np.inf, dtype=samples.values.dtype)
    below: tuple[Values, Values] = samples.values, samples.values
    size = 1
    for level in samples.levels:
        factor = level.size // size
        if ends[-1] - starts[0] <= PLAIN_PER_STRETCH * len(starts):
            break
        whole_starts, whole_ends = -(-starts // factor), ends // factor
        middle = np.minimum(whole_starts * factor, ends)
        _take(lows, highs, below, starts, middle, factor)
        _take(lows, highs, below, np.maximum(whole_ends * factor, middle), ends, factor)
        starts, ends = whole_starts, np.maximum(whole_ends, whole_starts)
        below, size = (level.lows, level.highs), level.size
    _take_plain(lows, highs, below, starts, ends)
    return lows, highs


def _take(
    lows: Values, highs: Values, below: Extremes, starts: Indices, ends: Indices, factor: int
) -> None:
    """Take in stretches that each lie in one block, from copies of those blocks alone."""
    filled = np.flatnonzero(starts < ends)
    blocks = starts[filled] // factor
    shift = (np.arange(len(filled)) - blocks) * factor
    one = _copied(below[0], blocks, factor)
    other = one if below[1] is below[0] else _copied(below[1], blocks, factor)
    own_lows, own_highs = lows[filled], highs[filled]
    _take_plain(own_lows, own_highs, (one, other), starts[filled] + shift, ends[filled] + shift)
    lows[filled], highs[filled] = own_lows, own_highs


def _copied(values: Values, blocks: Indices, factor: int) -> Values:
    """Give some blocks side by side; the last one may be no whole block."""
    count = len(values) // factor
    rows = values[: count * factor].reshape(-1, factor)[np.minimum(blocks, count - 1)]
    rest = values[count * factor :]
    rows[blocks == count, : len(rest)] = rest
    return rows.ravel()


def _take_plain(
    lows: Values, highs: Values, below: Extremes, starts: Indices, ends: Indices
) -> None:
    """Take in stretches by going through all between the first and the last."""
    filled = np.flatnonzero(starts < ends)
    if not len(filled):
        return
    first, last = starts[filled[0]], ends[filled[-1]]
    # Every other piece is a stretch; those between two stretches are not wanted. The last one
    # goes to the end.
    cuts = np.stack((starts[filled], ends[filled]), axis=1).ravel()[:-1] - first
    for into, best, ufunc in ((lows, below[0], np.minimum), (highs, below[1], np.maximum)):
        found: NDArray[Any] = ufunc.reduceat(best[first:last], cuts)[::2]
        into[filled] = ufunc(into[filled], found)
