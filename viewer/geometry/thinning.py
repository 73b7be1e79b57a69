"""Which points of a long series are worth drawing where many share a pixel column."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

POINTS_PER_COLUMN = 4
"""Up to so many points a pixel column every one is drawn."""

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]


def extremes(columns: NDArray[Any], values: Floats, *, with_ends: bool = False) -> Indices:
    """Give the lowest and the highest point of each pixel column.

    With its first and last point too, a line through them covers the same pixels as one through
    all. `columns` must not decrease; the answer counts into it and rises, without repeats. Values
    must not be NaN.
    """
    if len(columns) == 0:
        return np.empty(0, dtype=np.intp)
    starts = np.flatnonzero(np.diff(columns, prepend=columns[0] - 1))
    ends = np.append(starts[1:], len(columns)) - 1
    group = np.repeat(np.arange(len(starts)), ends - starts + 1)
    chosen = [starts, ends] if with_ends else []
    for best in (np.minimum.reduceat(values, starts), np.maximum.reduceat(values, starts)):
        hits = np.flatnonzero(values == best[group])
        chosen.append(hits[np.diff(group[hits], prepend=-1) > 0])
    return np.unique(np.concatenate(chosen))


def thinned(
    days: Floats, values: Floats, px_per_day: float, width_px: float, *, with_ends: bool = False
) -> Indices:
    """Give the numbers of the points to draw: all, or where they are too many the extremes.

    `days` rises. Columns are counted from day zero, so that panning does not regroup them.
    """
    if len(days) <= POINTS_PER_COLUMN * max(width_px, 1.0):
        return np.arange(len(days))
    return extremes(np.floor(days * px_per_day), values, with_ends=with_ends)


def unbroken(kept: Indices, is_linked: Flags) -> Flags:
    """Tell for each two neighbours among `kept` whether nothing between them parts them.

    `is_linked[i]` says whether point i may be joined to point i + 1; `kept` rises.
    """
    breaks = np.concatenate(([0], np.cumsum(~is_linked)))[kept]
    may: Flags = breaks[1:] == breaks[:-1]
    return may
