"""Where the ticks of a time scale stand: round minutes to round decades, as days are counted."""

import datetime
import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from viewer.geometry.time_scale import TimeScale
from viewer.model.numbering import LEAST_YEARS, YEAR_DAYS, Counting
from viewer.model.time import Span

TICK_ROOM_EM = 4.5
"""How far apart ticks stand at least, in every view of a chart."""

MINUTES = (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720)
DAYS = (1, 2, 5, 10, 20, 50)
STAY_DAYS = (*DAYS, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)
"""Weeks and years of one stay would be read as those of another."""
WEEKS = (13, 26)
YEARS = (1, 2, 5, 10, 20, 50, 100)
DAY_MINUTES = 1440
CALENDAR: tuple[tuple["Unit", int, int], ...] = (
    ("day", 1, 1),
    ("day", 2, 2),
    ("day", 7, 7),
    ("day", 14, 14),
    ("month", 1, 28),
    ("month", 3, 90),
    ("month", 6, 181),
    *(("year", years, 365 * years) for years in YEARS),
)
"""Steps of the calendar and how many days they take at least; weeks begin on Monday."""

Unit = Literal["clock", "day", "week", "month", "year", "age"]


class Tick(NamedTuple):
    """A place on the axis: the moment, the whole day it lies in, and what it counts.

    `number` is the minute of the day for a clock time, else how many units have passed since the
    count started, or the age; of calendar dates it says nothing.
    """

    moment: float
    day: int
    unit: Unit = "day"
    number: int = 0
    is_zero: bool = False
    """Whether the count starts here."""


@lru_cache(maxsize=16)
def ticks(scale: TimeScale, room_px: float, counting: Counting) -> tuple[Tick, ...]:
    """Give round moments of a counting at least `room_px` apart, in order; none in a fold.

    A whole day is [d, d + 1): its tick stands in the middle of it, where a mark of that day
    stands too. Clock times stand at their moment. Kept for the views that show one window.
    """
    found: list[Tick] = []
    for stretch in scale.stretches:
        if stretch.is_fold:
            continue
        for tick in _round_moments(stretch.days, scale, room_px, counting):
            # Beside a fold, and beside the first day of a count, round moments come too near.
            if found and scale.x(tick.moment) - scale.x(found[-1].moment) < 0.999 * room_px:
                if tick.is_zero and not found[-1].is_zero:
                    found[-1] = tick
                continue
            found.append(tick)
    return tuple(found)


def zero_moments(shown: Iterable[Tick], counting: Counting, window: Span) -> tuple[float, ...]:
    """Give the moments where the count starts: where their ticks stand among such ticks.

    The middle of the day among whole days, its beginning among clock times.
    """
    shift = 0.0 if any(tick.unit == "clock" for tick in shown) else 0.5
    moments = (zero + shift for zero in _within(counting.zeros, window))
    return tuple(moment for moment in moments if window.start <= moment <= window.end)


def _within(zeros: tuple[int, ...], span: Span) -> tuple[int, ...]:
    """Give the zeros that count somewhere in a stretch: the last before it, and those inside."""
    first = max(0, bisect_right(zeros, span.start) - 1)
    return zeros[first : bisect_right(zeros, span.end)] or zeros[:1]


def _round_moments(
    span: Span, scale: TimeScale, room_px: float, counting: Counting
) -> Iterator[Tick]:
    px = scale.px_per_day
    minutes = next((m for m in MINUTES if m / DAY_MINUTES * px >= room_px), None)
    if minutes is not None:
        return _clock_times(span, minutes, counting)
    if counting.kind == "date":
        return _dates(span, room_px / px, counting)
    if counting.kind == "age" and scale.window.days >= LEAST_YEARS * YEAR_DAYS:
        return _ages(span, room_px / px, counting)
    return _counts(span, room_px / px, counting)


def _clock_times(span: Span, minutes: int, counting: Counting) -> Iterator[Tick]:
    per_day = DAY_MINUTES // minutes
    for n in range(math.ceil(span.start * per_day), math.floor(span.end * per_day) + 1):
        day, number = n // per_day, n % per_day * minutes
        is_zero = number == 0 and counting.counts_at(day)
        yield Tick(n / per_day, day, "clock", number, is_zero)


def _counts(span: Span, room_days: float, counting: Counting) -> Iterator[Tick]:
    """Give round numbers of days, weeks or years of the count, afresh where it starts again."""
    for first, last, here in counting.runs(*_whole_days(span)):
        zero = here.zero_at(first)
        steps = STAY_DAYS if counting.kind == "hospital" else DAYS
        for unit, number, days in _steps(first - zero, last - zero, room_days, here.first, steps):
            is_zero = days == 0 and here is counting
            yield Tick(zero + days + 0.5, zero + days, unit, number, is_zero)


def _whole_days(span: Span) -> tuple[int, int]:
    """Give the first and the last whole day whose middle lies in a stretch."""
    return math.ceil(span.start - 0.5), math.floor(span.end - 0.5)


def _steps(
    first: int, last: int, room: float, one: int, steps: tuple[int, ...]
) -> Iterator[tuple[Unit, int, int]]:
    """Give unit, number and days since the zero of each step from `first` to `last`."""
    step = next((s for s in steps if s >= room), None)
    if step is not None:
        # Numbers of days are those that are read: from 1 on they run ahead of the days passed.
        for number in range(_up(first, step), last + one + 1, step):
            days = number - (one if number > 0 else 0)
            if first <= days <= last and not (one and step == 1 and number == 0):
                yield "day", number or one, days
        return
    weeks = next((w for w in WEEKS if 7 * w >= room), None)
    if weeks is not None:
        for number in range(_up(math.ceil(first / 7), weeks), last // 7 + 1, weeks):
            yield "week", number, 7 * number
        return
    years = _years(room)
    for number in range(_up(math.floor(first / YEAR_DAYS), years), last // 365 + 2, years):
        days = round(YEAR_DAYS * number)
        if first <= days <= last:
            yield "year", number, days


def _ages(span: Span, room_days: float, counting: Counting) -> Iterator[Tick]:
    """Give the days on which whole years pass, by the whole years on day zero."""
    assert counting.age_years is not None  # asked only where labels are ages
    years, own = _years(room_days), counting.age_years
    age = max(0, _up(math.floor(own + span.start / YEAR_DAYS), years))
    while (day := math.ceil((age - own) * YEAR_DAYS)) + 0.5 <= span.end:
        if day + 0.5 >= span.start:
            yield Tick(day + 0.5, day, "age", age)
        age += years


def _dates(span: Span, room_days: float, counting: Counting) -> Iterator[Tick]:
    unit, step, _ = next((c for c in CALENDAR if c[2] >= room_days), CALENDAR[-1])
    first, last = _whole_days(span)
    origin = counting.date_of(0).toordinal()
    for ordinal in _ordinals(unit, step, origin + first, origin + last):
        yield Tick(ordinal - origin + 0.5, ordinal - origin, unit)


def _ordinals(unit: Unit, step: int, first: int, last: int) -> Iterator[int]:
    """Give the round dates from one to another, as days of the calendar since 1 January 1."""
    if unit == "day":
        # Day 1 of the calendar is a Monday.
        yield from range(_up(first - 1, step) + 1, last + 1, step)
        return
    months = step if unit == "month" else 12 * step
    begin = datetime.date.fromordinal(first)
    month = _up(12 * begin.year + begin.month - 1, months)
    while (ordinal := datetime.date(month // 12, month % 12 + 1, 1).toordinal()) <= last:
        if ordinal >= first:
            yield ordinal
        month += months


def _up(number: int, step: int) -> int:
    """Give the first multiple of a step that is not below a number."""
    return -(-number // step) * step


def _years(room_days: float) -> int:
    return next((y for y in YEARS if 365 * y >= room_days), YEARS[-1])
