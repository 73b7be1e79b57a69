"""Which of very many numbered things stands in which row of a table, without a row for each."""

from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.intp]


class RowOrder:
    """The numbers of things from top to bottom; without `numbers` all `count` as they stand."""

    def __init__(self, count: int, numbers: Numbers | None = None) -> None:
        self._count = count if numbers is None else len(numbers)
        self._numbers = numbers

    def __len__(self) -> int:
        return self._count

    def number_at(self, row: int) -> int:
        """Give the number of what stands in a row."""
        return row if self._numbers is None else int(self._numbers[row])

    def row_of(self, number: int) -> int | None:
        """Give the row that shows a number; None where none does."""
        return self.first_row([(number, number + 1)])

    def first_row(self, stretches: Iterable[tuple[int, int]]) -> int | None:
        """Give the first row that shows a number of these stretches (first, end); None without."""
        found: list[int] = []
        for first, end in stretches:
            if self._numbers is None:
                found += [first] if first < min(end, self._count) else []
                continue
            rows, ranked = self._ranked
            low, high = np.searchsorted(ranked, (first, end), "left").tolist()
            found += [int(rows[low:high].min())] if low < high else []
        return min(found, default=None)

    @cached_property
    def _ranked(self) -> tuple[Numbers, Numbers]:
        """Give the rows by the number that they show, and the numbers in order."""
        assert self._numbers is not None  # asked for only then
        rows = np.argsort(self._numbers, kind="stable")
        return rows, self._numbers[rows]
