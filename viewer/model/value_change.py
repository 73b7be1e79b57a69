"""What changed in a series between two days; never from values in between two reported ones."""

import math
from typing import NamedTuple

import numpy as np

from viewer.model.course import nearest_value
from viewer.model.figures import Figure, Reported, WhyNot, reported
from viewer.model.readings import Readings, mark_of
from viewer.model.series import Measurement, Series
from viewer.model.time import Span


class ValueAt(NamedTuple):
    """The value that stands for a day: the nearest at or before it."""

    value: Reported
    span: Span
    """All moments that it may be from (days)."""
    point: Measurement | None = None
    """The measurement itself; None where the series is only readings."""


class ValueChange(NamedTuple):
    """Two values and what is between them; each figure a number, or why there is none."""

    first: ValueAt | None
    second: ValueAt | None
    difference: Figure
    """The second less the first, in the unit of measurement."""
    ratio: Figure
    """The second divided by the first."""


def changes_between(source: Series | Readings, day_a: float, day_b: float) -> ValueChange:
    """Set the value of `day_b` against that of `day_a`; both days may come in any order.

    For a series a day's value is the one that `nearest_value` finds, unless it is from a later
    day; for readings the last one at or before the moment.
    """
    first, second = _value_at(source, day_a), _value_at(source, day_b)
    if first is None or second is None:
        return ValueChange(first, second, WhyNot.NONE_BEFORE, WhyNot.NONE_BEFORE)
    why_not = _why_not(first, second)
    before, after = first.value.value, second.value.value
    if why_not is not None or before is None or after is None:
        open_ = why_not or WhyNot.LEFT_OPEN
        return ValueChange(first, second, open_, open_)
    is_positive = before > 0 and after > 0
    ratio = _finite(after / before) if is_positive else WhyNot.NOT_POSITIVE
    return ValueChange(first, second, _finite(after - before), ratio)


def _value_at(source: Series | Readings, day: float) -> ValueAt | None:
    if isinstance(source, Series):
        found = nearest_value(source, day)
        if found is None or found[1] > 0:
            return None
        point = found[0]
        value = mark_of(point)
        return ValueAt(
            Reported(None) if value is None else reported(*value), point.when.span, point
        )
    index = int(np.searchsorted(source.days, day, side="right")) - 1
    if index < 0:
        return None
    moment = float(source.days[index])
    return ValueAt(
        reported(float(source.values[index]), int(source.marks[index])), Span(moment, moment)
    )


def _why_not(first: ValueAt, second: ValueAt) -> WhyNot | None:
    if first == second:
        return WhyNot.SAME_VALUE
    if first.span.overlaps(second.span):
        return WhyNot.ORDER_OPEN
    return None if first.value.is_plain and second.value.is_plain else WhyNot.LEFT_OPEN


def _finite(value: float) -> Figure:
    return value if math.isfinite(value) else WhyNot.TOO_LARGE
