"""Many things in one row: which of them share a mark, and which columns they cover together."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Run(NamedTuple):
    """Neighbours that share a mark: numbers from `first` up to, without, `stop`."""

    first: int
    stop: int


def runs(columns: Floats, width_px: float) -> list[Run]:
    """Part rising columns into runs, each less than `width_px` (above 0) wide.

    Two runs begin at least `width_px` apart, so that marks no wider than that keep apart.
    """
    found, at = list[Run](), 0
    while at < len(columns):
        stop = int(np.searchsorted(columns, columns[at] + width_px))
        found.append(Run(at, max(stop, at + 1)))
        at = found[-1].stop
    return found


def covered(lefts: Floats, rights: Floats, apart_px: float) -> list[tuple[float, float]]:
    """Give the columns that stretches cover together; gaps of up to `apart_px` are closed."""
    order = np.argsort(lefts, kind="stable")
    if not order.size:
        return []
    lefts, reach = lefts[order], np.maximum.accumulate(rights[order])
    starts = np.flatnonzero(lefts[1:] > reach[:-1] + apart_px) + 1
    first, last = np.append(0, starts), np.append(starts, len(lefts)) - 1
    return [(float(a), float(b)) for a, b in zip(lefts[first], reach[last], strict=True)]
