"""Which number, date or age a day is shown with; days themselves are never changed by it.

Counting from 1 knows no day 0: the day before Day 1 is Day −1 (CDISC SDTM, study day).
"""

import datetime
import math
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal, get_args

from viewer.model.case import Case
from viewer.model.course import part
from viewer.model.event import Event
from viewer.model.time import Interval, Span

Kind = Literal["day_0", "day_1", "illness", "hospital", "date", "age"]
KINDS: tuple[Kind, ...] = get_args(Kind)

YEAR_DAYS = 365.25
"""The length of a year where there is no calendar (days)."""
LEAST_YEARS = 2
"""Ages say something only in a course at least so long."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """How the person wants days to be labelled; `zero` is the event that days count from.

    None for `zero` is the case's own day zero.
    """

    kind: Kind = "day_0"
    zero: str | None = None


AS_COUNTED = Numbering()
"""Day N from 0, from the case's own day zero."""


@dataclass(frozen=True, slots=True)
class Counting:
    """What the labels of a disclosed case are made from."""

    kind: Kind = "day_0"
    first: int = 0
    """The number of the day that the count starts with: 0 or 1."""
    zeros: tuple[int, ...] = (0,)
    """The whole days that the count starts on, in order; only hospital days have several."""
    since: str | None = None
    """The event that days count from; None for the case's own day zero."""
    is_own: bool = True
    """Whether days have the numbers that the source gives them."""
    date: datetime.date | None = None
    """The calendar date of day zero, where labels are dates."""
    age_years: float | None = None
    """The age on day zero in whole years, where labels are ages."""

    def zero_at(self, day: float) -> int:
        """Give the whole day that the count of a moment starts on."""
        return self.zeros[max(0, bisect_right(self.zeros, day) - 1)]

    def counts_at(self, day: float) -> bool:
        """Tell whether a count starts on the whole day that a moment lies in."""
        return self.kind != "date" and self.zero_at(day) == math.floor(day)

    def number(self, day: float) -> int:
        """Give the number of the whole day that a moment lies in."""
        days = math.floor(day) - self.zero_at(day)
        return days + self.first if days >= 0 else days

    def day_of(self, number: int) -> int:
        """Give the whole day that has a number; a day 0 that does not exist is the first day."""
        return self.zeros[0] + number - (self.first if number > 0 else 0)

    def date_of(self, day: float) -> datetime.date:
        """Give the calendar date of the whole day that a moment lies in."""
        assert self.date is not None  # asked only where labels are dates
        return self.date + datetime.timedelta(days=math.floor(day))

    def age_at(self, day: float) -> int:
        """Give the age in whole years on a day, as far as whole years on day zero tell it."""
        assert self.age_years is not None  # asked only where labels are ages
        return math.floor(self.age_years + math.floor(day) / YEAR_DAYS)


def numbering_of(case: Case) -> Numbering:
    """Give how a case's days are labelled at first: as its source counts them."""
    return Numbering("day_1" if case.day_zero.counts_from == 1 else "day_0")


def zero_day(event: Event) -> int | None:
    """Give the whole day an event begins on; None where that is not stated exactly."""
    start = event.when.start if isinstance(event.when, Interval) else event.when
    return math.floor(start.day) if start.day is not None else None


def is_offered(kind: Kind, case: Case, bounds: Span) -> bool:
    """Tell whether a case states what labels of a kind are made from."""
    if kind == "hospital":
        return bool(_admissions(case))
    if kind == "date":
        return case.day_zero.date is not None
    if kind == "age":
        is_long = bounds.days >= LEAST_YEARS * YEAR_DAYS
        return case.subject.age_years is not None and is_long
    return True


def counting_of(numbering: Numbering, case: Case, bounds: Span) -> Counting:
    """Give the counting for what is wanted, as far as the disclosed case tells what it needs.

    An event that is hidden, or whose day is not exact, is no zero: the case's own stands in.
    """
    kind = numbering.kind if is_offered(numbering.kind, case, bounds) else numbering_of(case).kind
    own_first = int(case.day_zero.counts_from == 1)
    if kind == "hospital":
        return Counting(kind, 1, _admissions(case), is_own=False)
    if kind == "date":
        date = datetime.date.fromisoformat(case.day_zero.date or "")
        return Counting(kind, own_first, is_own=False, date=date)
    if kind == "age":
        return Counting(kind, own_first, age_years=case.subject.age_years)
    event = part(case, numbering.zero)
    zero = zero_day(event) if isinstance(event, Event) else None
    # By custom the day that an illness begins is its first; a source may count otherwise.
    first = (own_first if zero is None else 1) if kind == "illness" else int(kind == "day_1")
    if zero is None:
        return Counting(kind, first, is_own=first == own_first)
    return Counting(kind, first, (zero,), numbering.zero, is_own=False)


def _admissions(case: Case) -> tuple[int, ...]:
    """Give the exact days on which encounters begin, in order."""
    lanes = [lane.id for lane in case.lanes if lane.kind == "encounter"]
    days = case.events.times.start.day[case.events.rows(lanes) >= 0]
    return tuple(sorted({math.floor(day) for day in days.tolist() if not math.isnan(day)}))
