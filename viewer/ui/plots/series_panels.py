"""What each panel is to show, made from the disclosed case alone."""

import heapq
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from viewer.geometry.pyramid import ends_between
from viewer.geometry.sample_columns import SampleColumns
from viewer.geometry.value_ends import value_ends
from viewer.geometry.value_scale import ValueScale
from viewer.model.case import Case, Discrepancy
from viewer.model.course import discrepancies_about, is_dated
from viewer.model.glucose import LevelLimits, level_limits, level_of
from viewer.model.series import Measurement, ReferenceInterval, Series, Statement
from viewer.model.time import Span
from viewer.model.units import Conversion, plain_analyte
from viewer.ui.plots.columns import Columns
from viewer.ui.plots.rails import Rail, rail_of
from viewer.ui.words.value_words import highest_value, value_text

MANY_VALUES = 3
"""A series with at least this many values gets a taller strip."""

Size = Literal["tall", "many", "slim", "noted", "overlay"]
LONGEST = 20
"""So many of the longest values are measured to find the room that all of them need."""
NO_SCALE = ValueScale(0.0, 1.0)
"""Stands in until it is known what the other panels show."""
ALWAYS = Span(-math.inf, math.inf)


@dataclass(frozen=True)
class ReferenceGround:
    """Limits and the stretch of days for which they are drawn."""

    reference: ReferenceInterval
    span: Span


@dataclass(frozen=True)
class SeriesPanel:
    """One series with everything that its panel draws."""

    series: Series
    group: int
    """Panels of one group stand together: 0 glucose, 1 insulin and C-peptide, 2 the others."""
    size: Size
    highest: float
    """The highest value; minus infinity without any."""
    limits: LevelLimits | None
    """The levels of low glucose; None for every other analyte."""
    grounds: tuple[ReferenceGround, ...]
    own_references: tuple[ReferenceInterval, ...]
    """Limits that are given with single values, where they are not those of all of them."""
    upper: ReferenceInterval | None
    """The limits whose upper one the values may be multiples of."""
    statements: tuple[Statement, ...]
    discrepancies: tuple[Discrepancy, ...]
    dated: tuple[Measurement, ...]
    undated: tuple[Measurement, ...]
    """Values known only to lie before something: they have no place on the time axis."""
    columns: Columns
    """The same values as arrays."""
    ends: tuple[float, ...]
    """Lowest, lowest above 0 and highest of the dated values and of the samples, in any order."""
    has_arrows: bool
    """Whether arrows stand on some values, for which the axis needs room."""
    longest: tuple[Measurement, ...]
    """Those values that take the most letters."""
    scale: ValueScale = NO_SCALE
    way: Conversion | None = None
    """The way to the unit that is shown; None for the reported one. No value moves for it."""
    line: int | None = None
    """Which series of an overlay it is, the first being 0; None in a panel of its own."""
    members: int = 1
    """How many series are drawn in its panel."""
    is_apart: bool = False
    """Whether an overlay is wanted that could not be read with it."""
    samples: SampleColumns | None = None
    """The samples of the series, where it has any."""
    rail: Rail | None = None
    """The events that stand beside its values; in an overlay those of all series."""

    @property
    def reference(self) -> ReferenceInterval | None:
        """The limits that the panel's text names."""
        return self.grounds[0].reference if self.grounds else None

    @property
    def limit_values(self) -> tuple[float, ...]:
        """The limits that are drawn, levels of low glucose among them."""
        if self.limits is not None:
            return self.limits
        shown = [*(ground.reference for ground in self.grounds), *self.own_references]
        sides = [side for one in shown for side in (one.low, one.high) if side is not None]
        return tuple(dict.fromkeys(sides))


def series_panel(case: Case, series: Series, language: str) -> SeriesPanel:
    """Make the panel of a series, without a scale: that depends on what else is shown."""
    limits = level_limits(series.unit) if plain_analyte(series.analyte) == "glucose" else None
    grounds = tuple(_grounds(series))
    statements = tuple(s for s in case.statements if series.id in s.series)
    dated = tuple(point for point in series.points if is_dated(point))
    columns = Columns(series, dated, [statement.when.span for statement in statements])
    is_long = series.sampled is not None or len(series.points) >= MANY_VALUES
    return SeriesPanel(
        series,
        _group(series, limits),
        "tall" if limits else "many" if is_long else "slim",
        highest_value(series),
        limits,
        grounds,
        _own_references(series) if series.references or not grounds else (),
        common_upper(series),
        statements,
        discrepancies_about(case, series.id),
        dated,
        tuple(point for point in series.points if not is_dated(point)),
        columns,
        (*value_ends(columns.values), *_sample_ends(series)),
        any(point.comparator is not None for point in series.points),
        tuple(heapq.nlargest(LONGEST, series.points, lambda p: len(value_text(p, language)))),
        samples=SampleColumns(series.sampled) if series.sampled is not None else None,
        rail=rail_of(case, [series.id], language),
    )


def _sample_ends(series: Series) -> tuple[float, ...]:
    samples = series.sampled
    return () if samples is None else ends_between(samples, 0, len(samples))


def common_upper(series: Series) -> ReferenceInterval | None:
    """Give the limits with an upper one, where all that apply have the same; else None."""
    given = [*(ground.reference for ground in _grounds(series)), *_own_references(series)]
    upper = [reference for reference in given if reference.high and reference.high > 0]
    return upper[0] if len({reference.high for reference in upper}) == 1 else None


def _own_references(series: Series) -> tuple[ReferenceInterval, ...]:
    """Give the limits that stand with single values, each pair of limits once."""
    given = (point.reference for point in series.points if point.reference is not None)
    return tuple({(one.low, one.high, one.high_is_outside): one for one in given}.values())


def _group(series: Series, limits: LevelLimits | None) -> int:
    if limits is not None:
        return 0
    return 1 if plain_analyte(series.analyte) in {"insulin", "c-peptide", "proinsulin"} else 2


def _grounds(series: Series) -> Iterator[ReferenceGround]:
    """Give each interval for the days on which it is the first that applies.

    Without intervals of the series, one that all its values share holds for the panel.
    """
    free = [ALWAYS]
    for reference in series.references:
        own = reference.period.span if reference.period else ALWAYS
        for span in free:
            if span.overlaps(own):
                yield ReferenceGround(reference, _common(span, own))
        free = [rest for span in free for rest in _without(span, own)]
    if not series.references:
        given = [point.reference for point in series.points if point.reference is not None]
        if given and all(reference == given[0] for reference in given):
            yield ReferenceGround(given[0], ALWAYS)


def _common(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _without(span: Span, taken: Span) -> list[Span]:
    rests = [
        Span(span.start, min(span.end, taken.start)),
        Span(max(span.start, taken.end), span.end),
    ]
    return [rest for rest in rests if rest.start < rest.end]


def value_shape(panel: SeriesPanel, point: Measurement) -> str:
    """Name the sign of a value: by level for glucose, by its side of the limits for the others."""
    if point.value is None:
        return "worded"
    if point.comparator is not None:
        return "less_than" if point.comparator in {"<", "<="} else "more_than"
    level = level_of(point, panel.series.unit) if panel.limits is not None else None
    if level:
        return "far_below" if level == 2 else "below"
    reference = panel.series.reference_for(point)
    return "within" if reference is None else reference.side_of(point.value)


def last_stated_day(panel: SeriesPanel) -> float | None:
    """Give the day of the last value where nothing, not even a statement, speaks of later days."""
    last = panel.columns.last_end
    if last is None or not math.isfinite(last):
        return None
    if any(s.when.span.end > last for s in panel.statements):
        return None
    return last - 1e-6
