"""On which side of its limits a value lies, as its sign on the plots tells it."""

from typing import Literal

from viewer.model.glucose import level_limits, level_of
from viewer.model.series import Measurement, ReferenceInterval, Series
from viewer.model.units import plain_analyte

Side = Literal["level_2", "level_1", "below", "within", "above", "not_low", "open", "no_limits"]
"""`open`: a word, or a bound such as "< 60", leaves it open; `not_low`: no level of low glucose,
and no reference interval to say more."""

OUT: frozenset[Side] = frozenset({"level_2", "level_1", "below", "above"})
NOT_SURELY_WITHIN: frozenset[Side] = OUT | {"open"}
"""What a look at the values out of range must not miss."""


def side_of(series: Series, point: Measurement) -> Side:
    """Tell on which side of its limits a value lies, on the unit in which it was measured.

    Low glucose is told by its level; everything else by the reference interval of the value.
    """
    limits = level_limits(series.unit) if plain_analyte(series.analyte) == "glucose" else None
    reference = series.reference_for(point)
    if point.value is None:
        return "open" if limits or reference else "no_limits"
    level = level_of(point, series.unit) if limits else 0
    if level:
        return "level_2" if level == 2 else "level_1"
    if level is None:
        return "open"
    if reference is not None:
        return _against(reference, point, point.value)
    return "not_low" if limits else "no_limits"


def _against(reference: ReferenceInterval, point: Measurement, value: float) -> Side:
    """Read a value against limits; a bound tells a side only where all beyond it lies there."""
    side = reference.side_of(value)
    match point.comparator:
        case None:
            return side
        case "<" | "<=":
            is_below = side == "below" or (point.comparator == "<" and value == reference.low)
            return "below" if is_below else "open"
        case _:
            is_above = side == "above" or (point.comparator == ">" and value == reference.high)
            return "above" if is_above else "open"
