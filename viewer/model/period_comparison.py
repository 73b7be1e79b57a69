"""What a series tells in a period, so that one period can be set beside another."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from viewer.model.figures import (
    Count,
    Figure,
    Floats,
    Mark,
    Marks,
    Reported,
    WhyNot,
    are_numbers,
    highest_of,
    lowest_of,
    median_of,
)
from viewer.model.glucose_episodes import episode_count
from viewer.model.glucose_metrics import time_shares, told_days, why_no_bands
from viewer.model.readings import Readings, mark_of, readings_of
from viewer.model.series import Measurement, Series
from viewer.model.time import Span

_ROUNDING_DAYS: Final = 1e-9
"""By so much the end of a minute may come out beside the end of a period (days)."""


@dataclass(frozen=True)
class PeriodFigures:
    """What a series tells in one period; each figure a number, or why there is none."""

    count: int
    """Values, those with a comparator, "Low" and "High" among them."""
    bounded: int
    """Those of them that are no plain number."""
    words: int
    """Other words, such as "clotted"; they are no values."""
    perhaps: int
    """Values that may lie in the period or outside, as their moment is not known well enough;
    they are part of no figure."""
    median: Figure
    lowest: Reported | WhyNot
    highest: Reported | WhyNot
    told_percent: Figure
    """The share of the period that the sensor tells about."""
    below_70_percent: Figure
    """Of the time told; 70 stands for the limit of level 1 in the unit of measurement."""
    below_54_percent: Figure
    """The same with the limit of level 2."""
    episodes_level_1: Count
    """Episodes below 70, as far as they lie in the period."""
    episodes_level_2: Count
    """Episodes below 54; each of them lies in one of level 1."""


def period_figures(source: Series | Readings, span: Span) -> PeriodFigures:
    """Tell what a series holds in [start, end), from nothing outside of it.

    A value counts where its whole possible time lies in the period. Time and episodes are told for
    glucose sensors only; what is one is judged by the whole series.
    """
    readings = readings_of(source) if isinstance(source, Series) else source
    inside = readings.within(span)
    stated = _Stated(inside.values, inside.marks)
    if isinstance(source, Series):
        stated = _with_samples(_stated_in(source.points, span), source, span)
    values, marks = stated.values, stated.marks
    why_not = _why_no_time(inside, len(values))
    shares = why_not or time_shares(inside)
    limits = readings.limits
    # A laboratory's "Low" may mean no more than below its normal limit.
    known = (limits.level_2, limits.very_high) if limits is not None and readings.is_sensor else ()
    return PeriodFigures(
        count=len(values),
        bounded=int(np.count_nonzero(~are_numbers(marks))),
        words=stated.words,
        perhaps=stated.perhaps,
        median=median_of(values, marks, *known),
        lowest=lowest_of(values, marks) or WhyNot.NO_VALUES,
        highest=highest_of(values, marks) or WhyNot.NO_VALUES,
        told_percent=why_not or min(100.0, 100.0 * told_days(inside) / span.days),
        below_70_percent=shares if isinstance(shares, WhyNot) else shares.below,
        below_54_percent=shares if isinstance(shares, WhyNot) else shares.very_low,
        episodes_level_1=why_not or episode_count(inside, 1),
        episodes_level_2=why_not or episode_count(inside, 2),
    )


class _Stated(NamedTuple):
    values: Floats
    marks: Marks
    words: int = 0
    perhaps: int = 0


def _stated_in(points: Iterable[Measurement], span: Span) -> _Stated:
    values: list[float] = []
    marks: list[int] = []
    words = perhaps = 0
    for point in points:
        moments = point.when.span
        is_inside = span.start - _ROUNDING_DAYS <= moments.start
        is_inside &= moments.end <= span.end + _ROUNDING_DAYS
        if not is_inside and not _shares_time(moments, span):
            continue
        value = mark_of(point)
        if value is None:
            words += is_inside
        elif is_inside:
            values.append(value[0])
            marks.append(value[1])
        else:
            perhaps += 1
    return _Stated(np.array(values, np.float64), np.array(marks, np.int8), words, perhaps)


def _with_samples(stated: _Stated, series: Series, span: Span) -> _Stated:
    held = series.sampled
    if held is None:
        return stated
    first, last = np.searchsorted(held.days, [span.start, span.end])
    values = np.concatenate((stated.values, held.values[first:last]))
    marks = np.append(stated.marks, np.full(last - first, Mark.NUMBER, np.int8))
    return stated._replace(values=values, marks=marks)


def _shares_time(moments: Span, span: Span) -> bool:
    return min(moments.end, span.end) - max(moments.start, span.start) > _ROUNDING_DAYS


def _why_no_time(inside: Readings, count: int) -> WhyNot | None:
    why_not = why_no_bands(inside)
    if why_not is not WhyNot.NO_VALUES or count == 0:
        return why_not
    # There are values, but none whose minute is known.
    return WhyNot.TOO_FEW if inside.is_sensor else WhyNot.NOT_SENSOR
