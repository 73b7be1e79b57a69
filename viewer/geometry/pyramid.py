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


def extent(samples: SampleValues) -> tuple[float, float]:
    """Give the lowest and the highest of all samples, of which there must be one."""
    lows, highs = extremes(samples, np.array([0, len(samples)]))
    return float(lows[0]), float(highs[0])


def ends_between(samples: SampleValues, first: int, last: int) -> tuple[float, ...]:
    """Give the lowest, the lowest above 0 and the highest of a stretch; nothing of an empty one.

    The stretch is the samples from `first` to before `last`. As the lowest above 0 that of all
    samples will do, which takes a pass through them only where some are not above it.
    """
    if first >= last:
        return ()
    lows, highs = extremes(samples, np.array([first, last]))
    low, high = float(lows[0]), float(highs[0])
    if low > 0:
        return low, high
    least = lowest_above_zero(samples)
    return (low, high) if least is None else (low, least, high)


def lowest_above_zero(samples: SampleValues) -> float | None:
    """Give the lowest of the values that a log axis can show; None where there is none."""
    low, high = extent(samples)
    if low > 0 or high <= 0:
        return low if low > 0 else None
    return float(np.min(samples.values, initial=np.inf, where=samples.values > 0))


def extremes(samples: SampleValues, cuts: Indices) -> Extremes:
    """Give the lowest and the highest value of neighbouring stretches, none of them lost.

    A stretch is the samples from `cuts[i]` to before `cuts[i + 1]`; `cuts` must not decrease, and
    some stretches may be empty.
    """
    values, starts, ends = samples.values, cuts[:-1], cuts[1:]
    lows = np.full(len(starts), np.inf, dtype=values.dtype)
    highs = np.full(len(starts), -np.inf, dtype=values.dtype)
    below: Extremes = values, values
    size = 1
    for level in samples.levels:
        if ends[-1] - starts[0] <= PLAIN_PER_STRETCH * len(starts):
            break
        factor = level.size // size
        whole_starts, whole_ends = -(-starts // factor), ends // factor
        if size == 1:
            _take_borders(lows, highs, values, cuts, factor)
        else:
            middle = np.minimum(whole_starts * factor, ends)
            _take(lows, highs, below, starts, middle, factor)
            _take(lows, highs, below, np.maximum(whole_ends * factor, middle), ends, factor)
        starts, ends = whole_starts, np.maximum(whole_ends, whole_starts)
        below, size = (level.lows, level.highs), level.size
    _take_plain(lows, highs, below, starts, ends)
    return lows, highs


def _take_borders(lows: Values, highs: Values, values: Values, cuts: Indices, factor: int) -> None:
    """Take in what lies between a cut and the whole blocks beside it, from copies of the blocks.

    The block of a cut has three pieces: before the cut, up to the next cut or the block's end,
    and the rest.
    """
    blocks, within = cuts // factor, cuts % factor
    copied = _copied(values, blocks, factor)
    is_one = blocks[1:] == blocks[:-1]
    upto = np.where(is_one, within[1:], factor)
    base = np.arange(len(cuts)) * factor
    pieces = np.stack((base[:-1], (base + within)[:-1], base[:-1] + upto), axis=1).ravel()
    pieces = np.append(pieces, (base[-1], base[-1] + within[-1]))
    has_after, has_before = within[:-1] < upto, (within[1:] > 0) & ~is_one
    for into, ufunc in ((lows, np.minimum), (highs, np.maximum)):
        found = ufunc.reduceat(copied, pieces)
        ufunc(into, found[1:-2:3], out=into, where=has_after)
        ufunc(into, found[3::3], out=into, where=has_before)


def _take(
    lows: Values, highs: Values, below: Extremes, starts: Indices, ends: Indices, factor: int
) -> None:
    """Take in stretches that each lie in one block, from copies of those blocks alone."""
    filled = np.flatnonzero(starts < ends)
    blocks = starts[filled] // factor
    shift = (np.arange(len(filled)) - blocks) * factor
    one, other = (_copied(best, blocks, factor) for best in below)
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
