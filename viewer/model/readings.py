"""Readings of one series as sorted arrays: what glucose metrics and comparisons work on."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, NamedTuple, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from viewer.model.figures import COMPARATOR_MARKS, Floats, Mark, Marks
from viewer.model.glucose import BandLimits, band_limits
from viewer.model.part import DAY_LIMIT, Text
from viewer.model.samples import SampleValues
from viewer.model.series import Measurement, Series
from viewer.model.time import Span
from viewer.model.units import plain_analyte

MINUTE_DAYS: Final = 1 / 1440
SENSOR_INTERVAL_DAYS: Final = 20 * MINUTE_DAYS
"""Sensors tell a value every 1 to 15 minutes; the rest is room for clocks that drift (days)."""
SENSOR_VALUES: Final = 24
"""Fewer values than these are no sensor series, however close together they stand: an attack
may be followed with a meter every few minutes."""

VERY_LOW, LOW, IN_RANGE, HIGH, VERY_HIGH = range(5)
"""The bands: < 54, 54–69, 70–180, 181–250 and > 250 mg/dL, or the like in mmol/L."""
BAND_OPEN: Final = -1
"""The band of a bound that fits several bands ("< 60"), and where no bands are defined."""

_Kind = TypeVar("_Kind", bound=np.generic)
_WORDS = {"low": Mark.LOW, "lo": Mark.LOW, "high": Mark.HIGH, "hi": Mark.HIGH}


class LeftOut(NamedTuple):
    """What a whole series holds that is not among its readings, counted."""

    imprecise: int = 0
    """Values whose moment is not known to the minute."""
    not_finite: int = 0
    """Entries of an array that are not finite, or lie further off than a day may."""
    words: tuple[tuple[str, int], ...] = ()
    """Words that are neither "Low" nor "High", and how often."""


NOTHING_LEFT_OUT: Final = LeftOut()


@dataclass(frozen=True, eq=False)
class Readings:
    """Values of one analyte at exact moments, in order; arrays of one length, not writable."""

    days: Floats
    """Moments, rising; two values may share one (days from day zero)."""
    values: Floats
    """In `unit`; the bound where there is a comparator, NaN for "Low" and "High"."""
    marks: Marks
    """A `Mark` each."""
    bands: NDArray[np.int8]
    """VERY_LOW to VERY_HIGH each, or BAND_OPEN."""
    unit: str
    is_glucose: bool
    interval_days: float
    """The typical spacing of the whole series; infinite below two moments (days)."""
    is_sensor: bool
    """Whether the whole series is as dense as a sensor's, so that counts stand for time."""
    imputed_as: float | None = None
    """The number put in the place of "Low"; to be named wherever figures from it are shown."""
    left_out: LeftOut = NOTHING_LEFT_OUT
    """Of the whole series, also in a part of it."""

    def __len__(self) -> int:
        return len(self.days)

    @property
    def limits(self) -> BandLimits | None:
        """The limits of the bands in the unit of measurement; None where there are none."""
        return band_limits(self.unit) if self.is_glucose else None

    def within(self, span: Span) -> "Readings":
        """Give the readings of [start, end); the spacing stays that of the whole series."""
        first, last = np.searchsorted(self.days, [span.start, span.end])
        part = slice(first, max(first, last))
        return replace(
            self,
            days=self.days[part],
            values=self.values[part],
            marks=self.marks[part],
            bands=self.bands[part],
        )


def imputing(readings: Readings, low_as: float) -> Readings:
    """Give the same readings with a number in the place of "Low", as `readings_from_arrays` does.

    Raises ValueError for a number that is not that low.
    """
    values, marks = _imputed(
        readings.values, readings.marks, readings.bands, low_as, readings.limits
    )
    return replace(
        readings, values=_unwritable(values), marks=_unwritable(marks), imputed_as=low_as
    )


def is_glucose(analyte: str) -> bool:
    """Tell whether a series' analyte is glucose."""
    return plain_analyte(analyte) == "glucose"


def mark_of(point: Measurement) -> tuple[float, Mark] | None:
    """Give a measurement as value and mark; None for a word that is neither "Low" nor "High"."""
    if point.value is not None:
        return point.value, COMPARATOR_MARKS[point.comparator]
    mark = _WORDS.get(_plain_word(point.word))
    return None if mark is None else (math.nan, mark)


def _plain_word(word: Text | None) -> str:
    return "" if word is None else word.pick("en").strip().lower()


def readings_of(series: Series, *, low_as: float | None = None) -> Readings:
    """Give a series' values at moments known to the minute, its samples too; others are counted.

    `low_as` is put in the place of "Low", as `readings_from_arrays` tells.
    """
    days: list[float] = []
    values: list[float] = []
    marks: list[int] = []
    imprecise = 0
    words: Counter[str] = Counter()
    for point in series.points:
        value = mark_of(point)
        if value is None:
            words[_plain_word(point.word)] += 1
        elif point.when.day is None or point.when.precision not in {"minute", "second"}:
            imprecise += 1
        else:
            days.append(point.when.day)
            values.append(value[0])
            marks.append(value[1])
    held = series.sampled or SampleValues(np.empty(0), np.empty(0))
    found = readings_from_arrays(
        np.concatenate((days, held.days)),
        np.concatenate((values, held.values)),
        series.unit,
        analyte=series.analyte,
        marks=np.append(np.array(marks, np.int8), np.full(len(held), Mark.NUMBER, np.int8)),
        low_as=low_as,
    )
    return replace(found, left_out=LeftOut(imprecise, 0, tuple(sorted(words.items()))))


def readings_from_arrays(
    days: ArrayLike,
    values: ArrayLike,
    unit: str,
    *,
    analyte: str = "glucose",
    marks: ArrayLike | None = None,
    low_as: float | None = None,
) -> Readings:
    """Give readings from 1-D arrays of one length, in any order; copies only where it must.

    `marks` holds a `Mark` each, all numbers where it is left out; the value at "Low" and "High"
    counts for nothing. What is not finite is left out and counted. "Low" is taken to be below 54
    mg/dL and "High" above 250 (docs/decisions/low-word.md). `low_as`
    replaces "Low" and bounds that are surely below 54 mg/dL by a number in `unit`. Raises
    ValueError for arrays that do not fit together and for a `low_as` that is not that low.
    """
    day_array, value_array, mark_array, lost = _tidy(days, values, marks)
    limits = band_limits(unit) if is_glucose(analyte) else None
    bands = _bands(value_array, mark_array, limits)
    if low_as is not None:
        value_array, mark_array = _imputed(value_array, mark_array, bands, low_as, limits)
    interval, is_sensor = _spacing(day_array)
    return Readings(
        days=_unwritable(day_array),
        values=_unwritable(value_array),
        marks=_unwritable(mark_array),
        bands=_unwritable(bands),
        unit=unit,
        is_glucose=is_glucose(analyte),
        interval_days=interval,
        is_sensor=is_sensor,
        imputed_as=low_as,
        left_out=LeftOut(not_finite=lost),
    )


def _tidy(
    days: ArrayLike, values: ArrayLike, marks: ArrayLike | None
) -> tuple[Floats, Floats, Marks, int]:
    day_array, value_array = np.asarray(days, np.float64), np.asarray(values, np.float64)
    if marks is None:
        mark_array = np.zeros(value_array.shape, np.int8)
    else:
        mark_array = np.asarray(marks, np.int8)
    if day_array.ndim != 1 or not day_array.shape == value_array.shape == mark_array.shape:
        raise ValueError("days, values and marks must be 1-D and of one length")
    is_word = mark_array >= Mark.LOW
    if np.any((mark_array < 0) | (mark_array > max(Mark))):
        raise ValueError("marks must be those of Mark")
    kept = (np.abs(day_array) <= DAY_LIMIT) & (np.isfinite(value_array) | is_word)
    lost = int(np.count_nonzero(~kept))
    if lost:
        day_array, value_array, mark_array = day_array[kept], value_array[kept], mark_array[kept]
    if np.any(day_array[1:] < day_array[:-1]):
        order = np.argsort(day_array, kind="stable")
        day_array, value_array, mark_array = day_array[order], value_array[order], mark_array[order]
    if is_word.any():
        value_array = np.where(mark_array >= Mark.LOW, math.nan, value_array)
    return day_array, value_array, mark_array, lost


def _unwritable(array: NDArray[_Kind]) -> NDArray[_Kind]:
    view = array.view()
    view.flags.writeable = False
    return view


def _bands(values: Floats, marks: Marks, limits: BandLimits | None) -> NDArray[np.int8]:
    if limits is None:
        return np.full(len(values), BAND_OPEN, np.int8)
    bands = (values >= limits.level_2).astype(np.int8)
    bands += values >= limits.level_1
    bands += values > limits.high
    bands += values > limits.very_high
    others = np.flatnonzero(marks)
    if len(others):
        value, mark = values[others], marks[others]
        is_low = (mark == Mark.BELOW) & (value <= limits.level_2)
        is_low |= (mark == Mark.AT_MOST) & (value < limits.level_2)
        is_high = (mark == Mark.ABOVE) & (value >= limits.very_high)
        is_high |= (mark == Mark.AT_LEAST) & (value > limits.very_high)
        is_low |= mark == Mark.LOW
        is_high |= mark == Mark.HIGH
        bands[others] = np.where(is_low, VERY_LOW, np.where(is_high, VERY_HIGH, BAND_OPEN))
    return bands


def _imputed(
    values: Floats,
    marks: Marks,
    bands: NDArray[np.int8],
    low_as: float,
    limits: BandLimits | None,
) -> tuple[Floats, Marks]:
    if not math.isfinite(low_as) or (limits is not None and low_as >= limits.level_2):
        raise ValueError(f"{low_as!r} does not stand for a low value in this unit")
    is_bound = (marks == Mark.BELOW) & (values > low_as)
    is_bound |= (marks == Mark.AT_MOST) & (values >= low_as)
    is_low = (marks == Mark.LOW) | (is_bound & (bands == VERY_LOW))
    return np.where(is_low, low_as, values), np.where(is_low, Mark.IMPUTED, marks).astype(np.int8)


def _spacing(days: Floats) -> tuple[float, bool]:
    apart = np.diff(days)
    apart = apart[apart > 0]
    if len(apart) == 0:
        return math.inf, False
    interval = float(np.median(apart))
    return interval, interval <= SENSOR_INTERVAL_DAYS and len(apart) + 1 >= SENSOR_VALUES


def by_day(readings: Readings) -> Iterator[tuple[int, Readings]]:
    """Give each whole day that has readings, with them, in order."""
    if len(readings) == 0:
        return
    numbers = np.floor(readings.days)
    starts = np.flatnonzero(np.diff(numbers, prepend=numbers[0] - 1))
    for day in numbers[starts].tolist():
        yield int(day), readings.within(Span(day, day + 1))
