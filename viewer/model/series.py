"""Measurements, the limits they are read against, and statements without values."""

from typing import Literal, Self

from pydantic import model_validator

from viewer.model import problem_texts
from viewer.model.event import Remark
from viewer.model.part import Code, Day, Evidence, Flag, Id, Number, Part, Text, Token
from viewer.model.time import Instant, Interval, When

Comparator = Literal["<", "<=", ">", ">="]
Direction = Literal["up", "down", "steady", "none"]


class ReferenceInterval(Part):
    """A laboratory's normal limits for one result or one period; one side may be missing."""

    low: Number | None = None
    high: Number | None = None
    high_is_outside: Flag = False
    """True for "< 37": a value equal to the upper limit is no longer within."""
    laboratory: Text
    """Whose limits these are; always shown with them."""
    is_own: Flag = False
    """Whether the laboratory that measured the value gave the limits; else they are borrowed."""
    source: Text | None = None
    period: Interval | None = None
    """When the limits apply; always, where it is left out."""

    @model_validator(mode="after")
    def _has_a_side(self) -> Self:
        if self.low is None and self.high is None:
            raise ValueError(problem_texts.NO_LIMIT)
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(problem_texts.LIMITS_CROSSED)
        return self

    def side_of(self, value: float) -> Literal["below", "within", "above"]:
        """Tell on which side of the limits a value in the series' unit lies."""
        if self.low is not None and value < self.low:
            return "below"
        if self.high is None or value < self.high:
            return "within"
        return "above" if value > self.high or self.high_is_outside else "within"


class Measurement(Part):
    """One reported value; drawn as one point, in the unit of its series."""

    id: Id | None = None
    when: Instant
    value: Number | None = None
    comparator: Comparator | None = None
    word: Text | None = None
    """A device's or laboratory's word where there is no number, such as "Low"."""
    printed: Token | None = None
    """The value as the source prints it, where the number alone would lose something."""
    evidence: Evidence
    known_from: Day | None = None
    reference: ReferenceInterval | None = None
    laboratory: Text | None = None
    remarks: tuple[Remark, ...] = ()

    @model_validator(mode="after")
    def _is_a_value(self) -> Self:
        if self.value is None and self.word is None:
            raise ValueError(problem_texts.NO_VALUE)
        if self.value is None and self.comparator is not None:
            raise ValueError(problem_texts.COMPARATOR_ALONE)
        return self


class Series(Part):
    """Measurements of one analyte in one unit."""

    id: Id
    title: Text
    short: Text | None = None
    """A short name for narrow places; the title where it is left out."""
    analyte: Token
    """What is measured, in a word the program knows ("glucose", "insulin", …) or any other."""
    unit: Token
    printed_unit: Token | None = None
    """The unit as the source prints it, where that differs from what it must mean."""
    specimen: Text | None = None
    laboratory: Text | None = None
    points: tuple[Measurement, ...] = ()
    references: tuple[ReferenceInterval, ...] = ()
    """The first is the default."""
    remarks: tuple[Remark, ...] = ()
    gap_days: Number | None = None
    """Values further apart than this are not joined; never joined where it is left out (days)."""
    known_from: Day | None = None
    codes: tuple[Code, ...] = ()

    def reference_for(self, point: Measurement) -> ReferenceInterval | None:
        """Give the limits a value is read against: its own, else the first that applies then."""
        if point.reference is not None:
            return point.reference
        for reference in self.references:
            period = reference.period
            if period is None or period.span.contains(point.when.anchor):
                return reference
        return None


class Statement(Part):
    """What a source says about a period without giving values."""

    id: Id
    text: Text
    when: When
    evidence: Evidence
    series: tuple[Id, ...] = ()
    """Ids of the series it speaks of."""
    lane: Id | None = None
    direction: Direction | None = None
    known_from: Day | None = None
