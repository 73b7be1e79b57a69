"""What each strip of values shows: its limits, its statements and the range of its axis."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from viewer.geometry.pyramid import ends_between, extent
from viewer.geometry.value_ends import value_ends
from viewer.geometry.value_scale import (
    ValueScale,
    counts_multiples,
    glucose_scale,
    limits_scale,
    linear_scale,
    log_scale,
    multiples_scale,
    spans_decades,
)
from viewer.io.exporters.slides.ground import Told
from viewer.model.course import is_dated
from viewer.model.glucose import LevelLimits, level_limits
from viewer.model.plot_choices import ScaleKind
from viewer.model.series import Measurement, ReferenceInterval, Series, Statement
from viewer.model.time import Span
from viewer.model.units import plain_analyte

ALWAYS = Span(-math.inf, math.inf)
MANY_VALUES = 3
"""A series with at least so many values gets a taller strip."""


@dataclass(frozen=True)
class Limits:
    """Limits and the stretch of days for which they are drawn."""

    reference: ReferenceInterval
    span: Span


@dataclass(frozen=True)
class StripSeries:
    """One series with all that its strip draws; it comes from the disclosed case alone."""

    series: Series
    levels: LevelLimits | None
    """The levels of low glucose; None for every other analyte."""
    limits: tuple[Limits, ...]
    upper: ReferenceInterval | None
    """The limits whose upper one the values may be multiples of."""
    highest: float
    statements: tuple[Statement, ...]
    dated: tuple[Measurement, ...]
    undated: tuple[Measurement, ...]
    """Values known only to lie before something: they have no place on the time axis."""
    scale: ValueScale
    counts_multiples: bool
    """Whether the axis counts multiples of the upper limit."""

    @property
    def group(self) -> int:
        """Strips of one group stand together: 0 glucose, 1 insulin and C-peptide, 2 the others."""
        if self.levels is not None:
            return 0
        return 1 if plain_analyte(self.series.analyte) in _INSULINS else 2

    @property
    def is_many(self) -> bool:
        """Whether it holds several values."""
        return self.series.sampled is not None or len(self.series.points) >= MANY_VALUES


_INSULINS = frozenset(("insulin", "c-peptide", "proinsulin"))


def strips_of(told: Told) -> tuple[StripSeries, ...]:
    """Give the series that the scene shows, glucose first."""
    shown = (one for one in told.case.series if one.id not in told.state.hidden)
    return tuple(sorted((_strip(one, told) for one in shown), key=lambda strip: strip.group))


def _strip(series: Series, told: Told) -> StripSeries:
    is_glucose = plain_analyte(series.analyte) == "glucose"
    levels = level_limits(series.unit) if is_glucose else None
    limits = tuple(_limits(series))
    upper = _upper(series, limits)
    dated = tuple(point for point in series.points if is_dated(point))
    undated = tuple(point for point in series.points if not is_dated(point))
    highest = _highest(series)
    every = _ends(series, dated, undated, None)
    in_view = _ends(series, dated, undated, told.state.window)
    shown = in_view if told.state.plots.follows_window and in_view else every
    wanted = told.state.plots.scale_of(series.id)
    kind = _kind(wanted, levels, limits, upper, highest, every)
    scale = _scale(kind, shown, levels, limits, upper)
    statements = tuple(s for s in told.case.statements if series.id in s.series)
    is_in_multiples = kind == "multiples"
    return StripSeries(
        series, levels, limits, upper, highest, statements, dated, undated, scale, is_in_multiples
    )


def _highest(series: Series) -> float:
    values = [p.value for p in series.points if p.value is not None]
    if series.sampled is not None:
        values.append(extent(series.sampled)[1])
    return max(values, default=-math.inf)


def _ends(
    series: Series,
    dated: tuple[Measurement, ...],
    undated: tuple[Measurement, ...],
    window: Span | None,
) -> tuple[float, ...]:
    """Give the numbers that an axis depends on; with a window only what that may show."""
    near = [p for p in dated if window is None or p.when.span.overlaps(window)]
    values = [p.value for p in (*near, *undated) if p.value is not None]
    ends = value_ends(np.array(values, dtype=np.float64))
    samples = series.sampled
    if samples is None:
        return ends
    span = ALWAYS if window is None else window
    first, last = np.searchsorted(samples.days, (span.start, span.end))
    return (*ends, *ends_between(samples, int(first), int(last)))


# -- limits -----------------------------------------------------------------------------------


def _limits(series: Series) -> Iterator[Limits]:
    """Give each interval for the days on which it is the first that applies.

    Without intervals of the series, one that all its values share holds always.
    """
    free = [ALWAYS]
    for reference in series.references:
        own = reference.period.span if reference.period else ALWAYS
        for span in free:
            if span.overlaps(own):
                both = Span(max(span.start, own.start), min(span.end, own.end))
                yield Limits(reference, both)
        free = [rest for span in free for rest in _without(span, own)]
    if not series.references:
        given = [point.reference for point in series.points]
        if given and given[0] is not None and all(one == given[0] for one in given):
            yield Limits(given[0], ALWAYS)


def _without(span: Span, taken: Span) -> Iterator[Span]:
    before = Span(span.start, min(span.end, taken.start))
    after = Span(max(span.start, taken.end), span.end)
    yield from (rest for rest in (before, after) if rest.start < rest.end)


def _upper(series: Series, limits: tuple[Limits, ...]) -> ReferenceInterval | None:
    """Give the limits with an upper one, where all that apply have the same; else None."""
    own = (point.reference for point in series.points if point.reference is not None)
    upper = [
        one for one in (*(shown.reference for shown in limits), *own) if one.high and one.high > 0
    ]
    return upper[0] if len({one.high for one in upper}) == 1 else None


def sides_of(limits: tuple[Limits, ...]) -> tuple[float, ...]:
    """Give all limits, lower and upper ones, each once."""
    sides = (side for one in limits for side in (one.reference.low, one.reference.high))
    return tuple(dict.fromkeys(side for side in sides if side is not None))


# -- axes -------------------------------------------------------------------------------------


def _kind(
    wanted: ScaleKind,
    levels: LevelLimits | None,
    limits: tuple[Limits, ...],
    upper: ReferenceInterval | None,
    highest: float,
    values: tuple[float, ...],
) -> str:
    """Give the scale that a series can have, as near as possible to the one that is wanted.

    A chart cannot show 0, or less, on a log axis.
    """
    has_log = all(value > 0 for value in values)
    if wanted == "log" and has_log:
        return "log"
    if wanted == "multiples" and upper is not None and has_log:
        return "multiples"
    if levels is not None:
        return "glucose"
    if wanted == "linear" or not has_log:
        return "linear"
    if upper is not None and counts_multiples(upper.low, upper.high, highest):
        return "multiples"
    return "log" if not limits and spans_decades(values) else "linear"


def _scale(
    kind: str,
    values: tuple[float, ...],
    levels: LevelLimits | None,
    limits: tuple[Limits, ...],
    upper: ReferenceInterval | None,
) -> ValueScale:
    marks = tuple(reversed(levels)) if levels is not None else sides_of(limits)
    if kind == "multiples" and upper is not None and upper.high is not None:
        return multiples_scale(values, upper.high)
    if kind == "glucose" and levels is not None:
        return glucose_scale(values, levels)
    if kind == "log":
        return log_scale((*values, *marks), marks)
    return limits_scale((*values, *marks), marks) if marks else linear_scale(values)
