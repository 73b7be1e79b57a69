"""Every value of a disclosed case as the rows of a table, samples too; none is made for a row."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from viewer.model.case_texts import CaseTexts, value_as_reported
from viewer.model.course import nearest_number
from viewer.model.kept import Kept
from viewer.model.same_text import fold, fold_all
from viewer.model.series import Measurement, Series
from viewer.model.sides import Side, side_of

Numbers = NDArray[np.intp]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]

MOST_SORTED = 1_000_000
"""So many values are sorted at once; more stand as they are."""
NO_FLOATS = np.empty(0, dtype=np.float64)


class AllValues:
    """The values of all series, numbered series by series in the order of the case.

    Of each series its points come first and then its samples, which are always by time.
    """

    def __init__(self, texts: CaseTexts) -> None:
        case = self.case = texts.case
        self._texts = texts
        counts = [series.count for series in case.series]
        self.starts: Numbers = np.concatenate(([0], np.cumsum(counts))).astype(np.intp)
        """The number at which each series begins, and how many values there are."""

    def __len__(self) -> int:
        return int(self.starts[-1])

    @property
    def has_samples(self) -> bool:
        """Whether any series has them."""
        return any(series.sampled is not None for series in self.case.series)

    @property
    def can_be_sorted(self) -> bool:
        """Whether they are few enough to be sorted while a person waits."""
        return len(self) <= MOST_SORTED

    def at(self, row: int) -> tuple[Series, Measurement]:
        """Give the value with a number."""
        number = int(np.searchsorted(self.starts, row, "right")) - 1
        series = self.case.series[number]
        return series, series.at(row - int(self.starts[number]))

    def number_of(self, series_id: str, number: int) -> int | None:
        """Give the number of a value by its number in its series; None where there is none."""
        for at, series in enumerate(self.case.series):
            if series.id == series_id and number < series.count:
                return int(self.starts[at]) + number
        return None

    @cached_property
    def days(self) -> Floats:
        """Each value's moment (days); only asked of as many as can be sorted."""
        return np.concatenate([NO_FLOATS, *map(_days, self.case.series)])

    @cached_property
    def values(self) -> Floats:
        """Each value in the unit of its series; NaN for a word; only of so many, likewise."""
        return np.concatenate([NO_FLOATS, *map(_values, self.case.series)])

    @cached_property
    def by_time(self) -> Numbers | None:
        """The numbers in order of time, those of one moment as they stand.

        None where there are too many to be sorted: then they stand series by series.
        """
        return np.argsort(self.days, kind="stable") if self.can_be_sorted else None

    def on_day(self, day: float) -> list[tuple[int, int]]:
        """Give the values of the whole day of `day` as stretches of numbers (first, end)."""
        whole = float(np.floor(day))
        found: list[tuple[int, int]] = []
        for series, start in zip(self.case.series, self.starts.tolist(), strict=False):
            found += [(start + at, start + at + 1) for at in series.by_day.on(whole).tolist()]
            if series.sampled is not None:
                edges = np.searchsorted(series.sampled.days, (whole, whole + 1), "left")
                first, end = (start + len(series.points) + edges).tolist()
                found += [(first, end)] if first < end else []
        return found

    def nearest(self, series_id: str | None, day: float) -> int | None:
        """Give the number of the value that the cursor reads of a series.

        None where there is no such series or it has no values.
        """
        found = next((one for one in self.case.series if one.id == series_id), None)
        number = None if found is None else nearest_number(found, day)
        return None if found is None or number is None else self.number_of(found.id, number)

    def kept(self, kept: Kept, text: str) -> Flags:
        """Tell which values the window's filter keeps, and whose words hold every one of a text.

        Of a sample those are the names of its series and its unit.
        """
        words = fold(text).split()
        found = [np.empty(0, dtype=np.bool_)]
        for series, told in zip(self.case.series, self._words, strict=True):
            flags = [kept.has_value(series, point) for point in series.points]
            of_points = np.array(flags, dtype=np.bool_)
            for word in words:
                of_points &= np.array([word in one for one in told], dtype=np.bool_)
            found.append(of_points)
            if series.sampled is not None:
                name = self._texts.of_samples(series)
                holds = all(word in name for word in words)
                found.append(kept.of_samples(series) & np.bool_(holds))
        return np.concatenate(found)

    @cached_property
    def _words(self) -> list[list[str]]:
        """The folded name and value of every point, by series."""
        language = self._texts.language
        found = []
        for series in self.case.series:
            name = self._texts.name_of(series)
            values = [value_as_reported(point, series, language) for point in series.points]
            found.append([f"{name} {value}" for value in fold_all(values)] if values else [])
        return found

    def side_at(self, row: int) -> Side:
        """Tell on which side of its limits a value lies."""
        return side_of(*self.at(row))


def _days(series: Series) -> Floats:
    own = series.by_day.anchors
    return own if series.sampled is None else np.concatenate([own, series.sampled.days])


def _values(series: Series) -> Floats:
    told = (np.nan if point.value is None else point.value for point in series.points)
    own = np.fromiter(told, dtype=np.float64, count=len(series.points))
    return own if series.sampled is None else np.concatenate([own, series.sampled.values])
