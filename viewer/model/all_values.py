"""Every value of a disclosed case in arrays, as the rows of a table."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from viewer.model.case_texts import CaseTexts, value_as_reported
from viewer.model.kept import Kept
from viewer.model.same_text import fold, fold_all
from viewer.model.series import Measurement, Series
from viewer.model.sides import Side, side_of

Numbers = NDArray[np.intp]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


class AllValues:
    """The values of all series: for each its series, its number in it, its moment, its number.

    They stand series by series, in the order of the case.
    """

    def __init__(self, texts: CaseTexts) -> None:
        case = self.case = texts.case
        self._texts = texts
        counts = [len(series.points) for series in case.series]
        self.starts: Numbers = np.concatenate(([0], np.cumsum(counts))).astype(np.intp)
        """The row at which each series begins, and the number of all rows."""
        self.series: Numbers = np.repeat(np.arange(len(counts)), counts)
        """The number of each row's series."""
        points = [point for series in case.series for point in series.points]
        self.days: Floats = np.array([point.when.anchor for point in points], dtype=np.float64)
        """Each row's moment (days)."""
        values = (np.nan if point.value is None else point.value for point in points)
        self.values: Floats = np.fromiter(values, dtype=np.float64, count=len(points))
        """Each row's value in the unit of its series; NaN for a word."""

    def __len__(self) -> int:
        return int(self.starts[-1])

    def at(self, row: int) -> tuple[Series, Measurement]:
        """Give what stands in a row."""
        number = int(self.series[row])
        series = self.case.series[number]
        return series, series.points[row - int(self.starts[number])]

    def number_of(self, series_id: str, number: int) -> int | None:
        """Give the row of a value by its number in its series; None where there is none."""
        for at, series in enumerate(self.case.series):
            if series.id == series_id and number < len(series.points):
                return int(self.starts[at]) + number
        return None

    @cached_property
    def by_time(self) -> Numbers:
        """The rows in order of time, those of one moment as they stand."""
        return np.argsort(self.days, kind="stable")

    def nearest(self, series_id: str | None, day: float) -> int | None:
        """Give the row of the value that the cursor reads: the last not after its day.

        Else the first after it; None where there is no such series or it has no values.
        """
        ids = [series.id for series in self.case.series]
        if series_id not in ids:
            return None
        number = ids.index(series_id)
        first, end = (int(row) for row in self.starts[number : number + 2])
        if first == end:
            return None
        days = self.days[first:end]
        is_past = np.floor(days) <= np.floor(day)
        if not is_past.any():
            return first + int(np.argmin(days))
        # Of several on one day it is the nearest to the cursor.
        last = np.floor(days[is_past]).max()
        of_day = np.flatnonzero(np.floor(days) == last)
        return first + int(of_day[np.argmin(np.abs(days[of_day] - day))])

    def kept(self, kept: Kept, text: str) -> Flags:
        """Tell which rows the window's filter keeps, and whose words hold every word of a text."""
        flags = np.ones(len(self), dtype=np.bool_)
        if kept.chosen.is_on:
            told = (kept.has_value(s, point) for s in self.case.series for point in s.points)
            flags &= np.fromiter(told, dtype=np.bool_, count=len(self))
        for word in fold(text).split():
            flags &= np.array([word in words for words in self._words], dtype=np.bool_)
        return flags

    @cached_property
    def _words(self) -> list[str]:
        """The folded name and value of every row."""
        language = self._texts.language
        words = []
        for series in self.case.series:
            name = self._texts.name_of(series)
            values = [value_as_reported(point, series, language) for point in series.points]
            words += [f"{name} {value}" for value in fold_all(values)] if values else []
        return words

    def side_at(self, row: int) -> Side:
        """Tell on which side of its limits a row lies."""
        return side_of(*self.at(row))
