"""Which number, date or age a day is shown with; days themselves are never changed by it.

Counting from 1 knows no day 0: the day before Day 1 is Day −1 (CDISC SDTM, study day).
"""

import datetime
import math
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from viewer.model.case import Case
from viewer.model.course import part
from viewer.model.event import Event
from viewer.model.label_kinds import Kind
from viewer.model.time import Interval, Span

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
    ends: tuple[float, ...] = (math.inf,)
    """The last whole day of each such count; infinity where it has no end that is known."""
    own_first: int = 0
    """The number that the case's own day zero has."""
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

    def at(self, day: float) -> "Counting":
        """Give the counting of a moment: the case's own where the patient was not in hospital."""
        if self.kind != "hospital":
            return self
        stay = bisect_right(self.zeros, day) - 1
        if stay >= 0 and math.floor(day) <= self.ends[stay]:
            return self
        return Counting("day_1" if self.own_first else "day_0", self.own_first)

    def runs(self, first: int, last: int) -> Iterator[tuple[int, int, "Counting"]]:
        """Give the first and last whole day of each stretch whose days are numbered in one row."""
        while first <= last:
            here, stay = self.at(first), bisect_right(self.zeros, first)
            until = last
            if self.kind == "hospital":
                until = min([last, *(zero - 1 for zero in self.zeros[stay : stay + 1])])
                if here is self:
                    until = math.floor(min(until, self.ends[stay - 1]))
            yield first, until, here
            first = until + 1

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
        return bool(_stays(case))
    if kind == "date":
        return case.day_zero.date is not None
    if kind == "age":
        is_long = bounds.days >= LEAST_YEARS * YEAR_DAYS
        subject = case.subject
        return subject.age_years is not None and not subject.is_age_least and is_long
    return True


def counting_of(numbering: Numbering, case: Case, bounds: Span) -> Counting:
    """Give the counting for what is wanted, as far as the disclosed case tells what it needs.

    An event that is hidden, or whose day is not exact, is no zero: the case's own stands in.
    """
    kind = numbering.kind if is_offered(numbering.kind, case, bounds) else numbering_of(case).kind
    own_first = int(case.day_zero.counts_from == 1)
    if kind == "hospital":
        zeros, ends = zip(*_stays(case), strict=True)
        return Counting(kind, 1, zeros, ends, own_first, is_own=False)
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
    return Counting(kind, first, (zero,), since=numbering.zero, is_own=False)


def _stays(case: Case) -> tuple[tuple[int, float], ...]:
    """Give the first and last whole day of each stay that begins on an exact day, in order.

    What happens within a stay, such as a move to another ward, begins no other one.
    """
    lanes = [lane.id for lane in case.lanes if lane.kind == "encounter"]
    numbers = np.flatnonzero(case.events.rows(lanes) >= 0)
    times = case.events.times.chosen(numbers[case.events.times.start.is_exact[numbers]])
    first, last = np.floor(times.start.day), np.floor(times.end.day)
    # An end that nobody states exactly is none.
    last = np.where(np.isnan(last), math.inf, last)
    stays = [(int(day), end) for day, end in zip(first.tolist(), last.tolist(), strict=True)]
    found: list[tuple[int, float]] = []
    for start, end in sorted(stays, key=lambda stay: (stay[0], stay[1] == math.inf)):
        is_within = bool(found) and start <= found[-1][1] < math.inf
        if not is_within and not (found and start == found[-1][0]):
            found.append((start, end))
    return tuple(found)
