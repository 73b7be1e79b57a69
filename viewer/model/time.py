"""Instants and intervals, exact or not, in days from day zero.

A whole day d is the span [d, d + 1). Labels such as "Day 12" are made elsewhere and are never
calculated with.
"""

import math
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import Discriminator, Tag, model_validator

from viewer.model import problem_texts
from viewer.model.part import Day, EvidenceKind, Part, Text

Precision = Literal["day", "hour", "minute", "second"]
PRECISION_DAYS: dict[Precision, float] = {
    "day": 1.0,
    "hour": 1 / 24,
    "minute": 1 / 1440,
    "second": 1 / 86_400,
}


class Span(NamedTuple):
    """A stretch of days [start, end); either side may be infinite."""

    start: float
    end: float

    @property
    def days(self) -> float:
        """The length in days."""
        return self.end - self.start

    def contains(self, day: float) -> bool:
        """Tell whether a moment lies inside."""
        return self.start <= day < self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two stretches share a moment."""
        return self.start < other.end and other.start < self.end


class Instant(Part):
    """One moment: exact (`day`), or known only between `earliest` and `latest`.

    A missing bound is unknown: `{"latest": 0}` is "day 0 or before". `about` is the source's best
    day and may stand with or without bounds.
    """

    day: Day | None = None
    earliest: Day | None = None
    latest: Day | None = None
    about: Day | None = None
    precision: Precision = "day"
    """How finely the source states it; a whole day d stands for all of [d, d + 1)."""
    evidence: EvidenceKind | None = None
    """How the *day* is known; like the fact itself where it is left out."""
    why: Text | None = None
    """What the bounds rest on."""
    wording: Text | None = None
    """The time in the source's sense, shown instead of the words made from the numbers."""
    known_from: Day | None = None
    """The day from which this time may be known, where that is later than the day itself, such as
    an end that shows only afterwards."""

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        given = [self.earliest, self.about, self.latest]
        bounds = [day for day in given if day is not None]
        if self.day is not None and bounds:
            raise ValueError(problem_texts.EXACT_WITH_BOUNDS)
        if self.day is None and not bounds:
            raise ValueError(problem_texts.NO_DAY)
        if bounds != sorted(bounds):
            raise ValueError(problem_texts.BOUNDS_DECREASE)
        if self.precision == "day":
            for stated in (self.day, *bounds):
                if stated is not None and not stated.is_integer():
                    raise ValueError(problem_texts.PART_OF_A_DAY)
        return self

    @property
    def is_exact(self) -> bool:
        """Whether the source gives the one day (or finer moment)."""
        return self.day is not None

    @property
    def first(self) -> float:
        """The earliest stated day; minus infinity where there is none (days)."""
        bound = self.day if self.day is not None else self.earliest
        return -math.inf if bound is None else bound

    @property
    def last(self) -> float:
        """The latest stated day; infinity where there is none (days)."""
        bound = self.day if self.day is not None else self.latest
        return math.inf if bound is None else bound

    @property
    def spoken(self) -> float:
        """The latest day it speaks of: its last, else its best one; infinity without (days).

        Later where it is stated to be known only later.
        """
        own = self.about if self.latest is None and self.about is not None else self.last
        return own if self.known_from is None else max(own, self.known_from)

    @property
    def width(self) -> float:
        """How long one unit of the stated precision is (days)."""
        return PRECISION_DAYS[self.precision]

    @property
    def span(self) -> Span:
        """All moments the instant may be at; a whole last day counts in full."""
        return Span(self.first, self.last + self.width)

    @property
    def best(self) -> float | None:
        """The day that the source gives, exact or best; None where it gives only bounds."""
        return self.day if self.day is not None else self.about

    @property
    def anchor(self) -> float:
        """The moment a mark for it, or the cursor on it, stands at: the middle of its day.

        With two bounds and no best day the middle of the bounds; with one bound that bound.
        """
        if self.best is not None:
            return self.best + self.width / 2
        if self.earliest is not None and self.latest is not None:
            return (self.earliest + self.latest + self.width) / 2
        bound = self.earliest if self.earliest is not None else self.latest
        assert bound is not None  # the validator has seen to it
        return bound + self.width / 2


class CutInstant(Instant):
    """An instant whose later bound lies beyond the horizon and is therefore not told.

    It may be the end of an interval of which nothing is told; then it has no bound at all.
    """

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        return self


NotKnown = Literal["open", "unknown"]


class Interval(Part):
    """A period. The end may be an instant, "open" (it continues) or "unknown" (not stated)."""

    start: Instant
    end: Instant | NotKnown
    wording: Text | None = None
    """The time in the source's sense, shown instead of the words made from the numbers."""

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if isinstance(self.end, Instant):
            # A whole day as the end may still hold an hour of that day as the start.
            is_coarser = self.end.width > self.start.width
            first = self.start.first
            if self.end.span.end <= first if is_coarser else self.end.last < first:
                raise ValueError(problem_texts.ENDS_BEFORE_START)
        return self

    @property
    def spoken(self) -> float:
        """The latest day the interval speaks of; infinity where that is not known (days)."""
        if isinstance(self.end, Instant):
            return max(self.start.spoken, self.end.spoken)
        return math.inf

    @property
    def span(self) -> Span:
        """All moments the interval may cover; an end that is not known reaches to infinity."""
        end = self.end.span.end if isinstance(self.end, Instant) else math.inf
        return Span(self.start.first, end)

    @property
    def certain(self) -> Span | None:
        """The moments that it surely covers, as whole days; None where no day is certain.

        An end that is not known makes only the last possible start day certain.
        """
        start = self.start.last
        first_day_end = end = self.start.span.end
        is_hidden = isinstance(self.end, CutInstant) and self.end.earliest is None
        if isinstance(self.end, Instant) and not is_hidden:
            end = self.end.first + self.end.width
            if self.start.is_exact:
                end = max(end, first_day_end)
        return Span(start, max(end, first_day_end)) if end > start else None

    @property
    def anchor(self) -> float:
        """The moment the cursor goes to: the start's, or the middle where no day is certain."""
        end = self.end.span.end if isinstance(self.end, Instant) else math.inf
        if self.certain is None and math.isfinite(self.start.first) and math.isfinite(end):
            return (self.start.first + end) / 2
        return self.start.anchor


def _which(value: Any) -> str:
    keys = value if isinstance(value, dict) else vars(value) if isinstance(value, Part) else ()
    return "interval" if "start" in keys or "end" in keys else "instant"


When = Annotated[
    Annotated[Instant, Tag("instant")] | Annotated[Interval, Tag("interval")],
    Discriminator(_which),
]
"""When something was: an instant, or an interval (which has a `start`)."""
WHEN_TAGS = frozenset({"instant", "interval"})
"""Names that stand in the places of validation errors but not in the file."""
