"""Many things in one row: which of them share a mark, and which columns they cover together."""

from collections.abc import Callable
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


class Mark(NamedTuple):
    """A mark for one thing or for several, in the columns that it takes."""

    run: Run
    left_px: float
    width_px: float


def marks(
    columns: Floats, mark_px: float, count_px: Callable[[int], float], most_px: float
) -> list[Mark]:
    """Give marks for things at rising columns, so that no two of the marks overlap.

    One thing has a mark of `mark_px`, several that lie closer one as wide as their count needs by
    `count_px`, or as they reach, up to `most_px`.
    """
    found = list[Mark]()
    for run in runs(columns, mark_px):
        mark = _mark(columns, run, mark_px, count_px, most_px)
        while found and mark.left_px < found[-1].left_px + found[-1].width_px:
            together = Run(found.pop().run.first, run.stop)
            mark = _mark(columns, together, mark_px, count_px, most_px)
        found.append(mark)
    return found


def _mark(
    columns: Floats, run: Run, mark_px: float, count_px: Callable[[int], float], most_px: float
) -> Mark:
    first, last = float(columns[run.first]), float(columns[run.stop - 1])
    count = run.stop - run.first
    needed = mark_px if count == 1 else count_px(count)
    # Very wide ones are cut, and stand in the middle of what they count.
    width = max(needed, min(last - first + mark_px, most_px))
    return Mark(run, (first + last - width) / 2, width)
