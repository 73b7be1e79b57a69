"""Rows for marks on the columns of a strip: nothing overlaps, and what finds no row is counted."""

from bisect import bisect_left
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Cell = NDArray[np.int64]
MOST_TRIES = 6
"""After so many tries everything is counted: then there is room for it."""


class Spot(NamedTuple):
    """What stands in a row: one thing, or a count of those that have none of their own."""

    members: NDArray[np.intp]
    row: int
    left_px: float
    right_px: float
    is_count: bool = False


class Cells(NamedTuple):
    """Stretches of equal width in which things are counted; they stay with the days in a pan."""

    width_px: float
    offset_px: float
    """Where the first of them begins."""

    def of(self, xs: Floats) -> Cell:
        """Give the number of the cell of each column."""
        return np.floor((xs - self.offset_px) / self.width_px).astype(np.int64)

    def span(self, cell: int) -> tuple[float, float]:
        """Give where a cell begins and ends."""
        left = self.offset_px + cell * self.width_px
        return left, left + self.width_px


class Things(NamedTuple):
    """What is to be packed: the columns each takes, and the one by which it is counted."""

    lefts: Floats
    rights: Floats
    homes: Floats
    are_long: Flags
    """Long ones take the lower rows, so that short ones stay together in the upper ones."""


def pack(things: Things, rows: int, cells: Cells, least_px: float) -> list[Spot]:
    """Give everything a row, or count it with what is near.

    What a cell holds beyond its room (`least_px` a thing) is counted before anything is placed, so
    that the work does not grow with the number of things. Long things of a cell are counted only
    where they find no row themselves.
    """
    own = 2 * cells.of(things.homes) + things.are_long
    numbers, counts = np.unique(own, return_counts=True)
    room = rows * max(1, int(cells.width_px // least_px))
    crowded = set(numbers[counts > room].tolist())
    packing = _Packing(things, rows, cells, own)
    for _ in range(MOST_TRIES):
        failed = packing.place(crowded)
        if not failed:
            return packing.spots
        crowded |= failed
    packing.place(set(numbers.tolist()))
    return packing.spots


class _Row:
    """The taken stretches of a row, in order."""

    def __init__(self) -> None:
        self._lefts: list[float] = []
        self._rights: list[float] = []

    def takes(self, left: float, right: float) -> bool:
        """Take a stretch where it is free."""
        at = bisect_left(self._lefts, left)
        if at > 0 and self._rights[at - 1] > left:
            return False
        if at < len(self._lefts) and self._lefts[at] < right:
            return False
        self._lefts.insert(at, left)
        self._rights.insert(at, right)
        return True


class _Packing:
    """One way after the other to place the same things."""

    def __init__(self, things: Things, rows: int, cells: Cells, own: Cell) -> None:
        """`own` is twice the cell of each thing, and one more for a long one."""
        self.spots: list[Spot] = []
        self._things = things
        self._rows = rows
        self._cells = cells
        self._own = own

    def place(self, crowded: set[int]) -> set[int]:
        """Count what is in crowded cells and place the rest; give the cells of what found no row.

        Counts stand in the first row, where cells keep them apart.
        """
        things, self.spots = self._things, []
        rows = [_Row() for _ in range(self._rows)]
        are_counted = np.isin(self._own, np.fromiter(crowded, dtype=np.int64))
        self._count(np.flatnonzero(are_counted), rows[0])
        failed = set[int]()
        lower = list(range(self._rows - 1, 0, -1)) or [0]
        for are_these, order in (
            (things.are_long, lower),
            (~things.are_long, list(range(self._rows))),
        ):
            for number in np.flatnonzero(are_these & ~are_counted).tolist():
                left, right = float(things.lefts[number]), float(things.rights[number])
                row = next((row for row in order if rows[row].takes(left, right)), None)
                if row is None:
                    failed.add(int(self._own[number]))
                else:
                    self.spots.append(Spot(np.array([number]), row, left, right))
        return failed

    def _count(self, numbers: NDArray[np.intp], row: _Row) -> None:
        own = self._own[numbers] // 2
        order = np.argsort(own, kind="stable")
        begins = np.flatnonzero(np.diff(own[order], prepend=np.iinfo(np.int64).min))
        for part in np.split(numbers[order], begins[1:]):
            if len(part):
                left, right = self._cells.span(int(self._own[part[0]] // 2))
                row.takes(left, right)
                self.spots.append(Spot(part, 0, left, right, is_count=True))
