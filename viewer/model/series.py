"""Measurements, the limits they are read against, and statements without values."""

from typing import Annotated, Literal, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, PrivateAttr, model_validator

from viewer.model import problem_texts
from viewer.model.event import Remark
from viewer.model.part import Code, Day, Evidence, Flag, Id, Number, Part, Text, Token
from viewer.model.samples import GAP_SPACINGS, SampleValues
from viewer.model.time import PRECISION_DAYS, Instant, Interval, Precision, When

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


class SampledAt(Instant):
    """The moment of a sample, which is none of a whole day, hour or minute."""

    @property
    def anchor(self) -> float:
        """The moment itself (days)."""
        assert self.day is not None  # it is never made without
        return self.day


class Samples(Part):
    """Values in a file beside case.json: a long series, as a device records it."""

    file: Token
    """A .npy or .csv file inside the case folder; .parquet where pyarrow is installed."""
    start: Day | None = None
    """The day of the first value, where the file holds only values; goes with `every_days`."""
    every_days: Annotated[float, Field(strict=True, allow_inf_nan=False, gt=0)] | None = None
    """How far apart the values stand, where the file holds only values (days)."""
    evidence: Evidence
    known_from: Day | None = None
    """The day from which they may be known; each from its own day on where it is left out."""

    _values: SampleValues | None = PrivateAttr(None)

    @model_validator(mode="after")
    def _is_placed(self) -> Self:
        if (self.start is None) != (self.every_days is None):
            raise ValueError(problem_texts.HALF_A_SPACING)
        return self

    @property
    def values(self) -> SampleValues | None:
        """What the file holds; None where it was not read. It is no part of the format."""
        return self._values

    def holding(self, values: SampleValues | None) -> Self:
        """Give the same reference with what its file holds."""
        copy = self.model_copy()
        copy._values = values
        return copy


class DayOrder:
    """The points of a series by the whole day of their moment, those of one day as they stand."""

    def __init__(self, points: tuple[Measurement, ...]) -> None:
        self.points = points
        self.anchors = np.array([point.when.anchor for point in points], dtype=np.float64)
        """Their moments, by their number (days)."""
        whole = np.floor(self.anchors)
        self._numbers: NDArray[np.intp] = np.argsort(whole, kind="stable")
        self._days = whole[self._numbers]

    def __eq__(self, other: object) -> bool:
        """Be equal to anything: what is remembered of a series is no part of it."""
        return True

    __hash__ = None  # type: ignore[assignment]  # it changes with the series it is made for

    def on(self, day: float) -> NDArray[np.intp]:
        """Give the numbers of the points of a whole day, in their order."""
        first = np.searchsorted(self._days, day, "left")
        return self._numbers[first : np.searchsorted(self._days, day, "right")]

    def day_read_on(self, day: float) -> float:
        """Give the last day with a point that is not after `day`, else the first; there is one."""
        at = int(np.searchsorted(self._days, np.floor(day), "right"))
        return float(self._days[max(at - 1, 0)])


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
    samples: Samples | None = None
    """Values by the thousand, in a file of their own; reported values stand in `points`."""
    references: tuple[ReferenceInterval, ...] = ()
    """The first is the default."""
    remarks: tuple[Remark, ...] = ()
    gap_days: Number | None = None
    """Values further apart than this are not joined; never joined where it is left out (days).

    Samples are then joined up to three times their usual spacing."""
    known_from: Day | None = None
    codes: tuple[Code, ...] = ()

    _by_day: DayOrder | None = PrivateAttr(None)

    @property
    def by_day(self) -> DayOrder:
        """The points by their day; worked out once."""
        known = self._by_day
        if known is None or known.points is not self.points:  # a copy may have other points
            known = self._by_day = DayOrder(self.points)
        return known

    @property
    def count(self) -> int:
        """How many values there are: points and samples."""
        return len(self.points) + (0 if self.sampled is None else len(self.sampled))

    def at(self, number: int) -> Measurement:
        """Give a value by its number; samples are counted on from the last point."""
        points = self.points
        return points[number] if number < len(points) else self.sample(number - len(points))

    def reference_for(self, point: Measurement) -> ReferenceInterval | None:
        """Give the limits a value is read against: its own, else the first that applies then."""
        if point.reference is not None:
            return point.reference
        for reference in self.references:
            period = reference.period
            if period is None or period.span.contains(point.when.anchor):
                return reference
        return None

    @property
    def sampled(self) -> SampleValues | None:
        """The samples; None where there are none."""
        held = None if self.samples is None else self.samples.values
        return held if held is not None and len(held) else None

    @property
    def sample_gap_days(self) -> float:
        """Samples further apart than this are not joined (days)."""
        if self.gap_days is not None:
            return self.gap_days
        held = self.sampled
        return 0.0 if held is None else GAP_SPACINGS * held.spacing_days

    def sample(self, number: int) -> Measurement:
        """Give one sample as a measurement. Raises ValueError where there are none."""
        held, samples = self.sampled, self.samples
        if held is None or samples is None:
            raise ValueError(f"{self.id} has no samples")
        is_fine = held.spacing_days < 2 * PRECISION_DAYS["minute"]
        precision: Precision = "second" if is_fine else "minute"
        # Made without checks: the pointer and the cursor ask for one with every move.
        when = SampledAt.model_construct(day=float(held.days[number]), precision=precision)
        evidence, value = samples.evidence, held.value(number)
        return Measurement.model_construct(when=when, value=value, evidence=evidence)


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
