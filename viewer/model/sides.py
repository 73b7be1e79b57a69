"""On which side of its limits a value lies, as its sign on the plots tells it."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from viewer.model.glucose import level_limits, level_of
from viewer.model.samples import SampleValues
from viewer.model.series import Measurement, ReferenceInterval, Series
from viewer.model.units import plain_analyte

Flags = NDArray[np.bool_]
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


def samples_out(series: Series, held: SampleValues) -> Flags:
    """Tell which samples lie outside their limits, each as `side_of` would."""
    out: Flags = np.zeros(len(held), dtype=np.bool_)
    waiting: Flags = np.ones(len(held), dtype=np.bool_)
    for reference in series.references:
        first, end = 0, len(held)
        if reference.period is not None:
            span = reference.period.span
            first, end = np.searchsorted(held.days, (span.start, span.end), "left").tolist()
        here, values = waiting[first:end], held.values[first:end]
        outside: Flags = np.zeros(len(values), dtype=np.bool_)
        if reference.low is not None:
            outside |= _below(values, held, reference.low)
        if reference.high is not None:
            # What is not below the limit is above it, or on it.
            on_it = _below(values, held, reference.high, or_on_it=not reference.high_is_outside)
            outside |= ~on_it
        out[first:end] |= outside & here
        waiting[first:end] = False
    limits = level_limits(series.unit) if plain_analyte(series.analyte) == "glucose" else None
    return out if limits is None else out | _below(held.values, held, limits.level_1)


def _below(
    values: NDArray[np.floating], held: SampleValues, limit: float, *, or_on_it: bool = False
) -> Flags:
    """Tell which values, as they would be written, lie below a limit, or on it where asked for.

    A float32 is written with no more digits than it has, so that only those that round as the
    limit does need a look at how they are written.
    """
    with np.errstate(over="ignore"):  # beyond every float32 lies infinity
        rounded = held.values.dtype.type(limit)
    found: Flags = values < rounded
    written = float(str(rounded))
    if written < limit or (or_on_it and written == limit):
        found |= values == rounded
    return found
