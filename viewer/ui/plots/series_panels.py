"""What each panel is to show, made from the disclosed case alone."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from viewer.geometry.pyramid import extent, lowest_above_zero
from viewer.geometry.sample_columns import SampleColumns
from viewer.geometry.value_scale import (
    ValueScale,
    counts_multiples,
    glucose_scale,
    limits_scale,
    multiples_scale,
    plain_scale,
)
from viewer.model.case import Case, Discrepancy
from viewer.model.course import discrepancies_about, is_dated
from viewer.model.glucose import LevelLimits, level_limits, level_of
from viewer.model.series import Measurement, ReferenceInterval, Series, Statement
from viewer.model.time import Span
from viewer.model.units import plain_analyte
from viewer.ui.plots.columns import Columns
from viewer.ui.words.value_words import highest_value

GREATEST = 1e300
"""Up to here an axis reaches at most, and down to its negative."""
MANY_VALUES = 3
"""A series with at least this many values gets a taller strip."""

Size = Literal["tall", "many", "slim"]
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
    scale: ValueScale
    highest: float
    """The highest value; minus infinity without any."""
    limits: LevelLimits | None
    """The levels of low glucose; None for every other analyte."""
    grounds: tuple[ReferenceGround, ...]
    statements: tuple[Statement, ...]
    discrepancies: tuple[Discrepancy, ...]
    dated: tuple[Measurement, ...]
    undated: tuple[Measurement, ...]
    """Values known only to lie before something: they have no place on the time axis."""
    columns: Columns
    """The same values as arrays."""
    samples: SampleColumns | None = None
    """The samples of the series, where it has any."""

    @property
    def reference(self) -> ReferenceInterval | None:
        """The limits that the panel's text names."""
        return self.grounds[0].reference if self.grounds else None


def series_panels(case: Case, hidden: frozenset[str]) -> tuple[SeriesPanel, ...]:
    """Give the panels of the series that are not hidden, from top to bottom."""
    panels = [_panel(case, series) for series in case.series if series.id not in hidden]
    return tuple(sorted(panels, key=lambda panel: panel.group))


def _panel(case: Case, series: Series) -> SeriesPanel:
    limits = level_limits(series.unit) if plain_analyte(series.analyte) == "glucose" else None
    values = [point.value for point in series.points if point.value is not None]
    if series.sampled is not None:
        values += extent(series.sampled)
        above_zero = lowest_above_zero(series.sampled)
        values += [] if above_zero is None else [above_zero]
    # Beyond it the arithmetic of an axis has no numbers; such a value is marked at its edge.
    values = [min(max(value, -GREATEST), GREATEST) for value in values]
    grounds = tuple(_grounds(series))
    highest = highest_value(series)
    scale = glucose_scale(values, limits) if limits else _scale(values, grounds, highest)
    statements = tuple(s for s in case.statements if series.id in s.series)
    dated = tuple(point for point in series.points if is_dated(point))
    is_long = series.sampled is not None or len(series.points) >= MANY_VALUES
    return SeriesPanel(
        series,
        _group(series, limits),
        "tall" if limits else "many" if is_long else "slim",
        scale,
        highest,
        limits,
        grounds,
        statements,
        discrepancies_about(case, series.id),
        dated,
        tuple(point for point in series.points if not is_dated(point)),
        Columns(series, dated, [statement.when.span for statement in statements]),
        SampleColumns(series.sampled) if series.sampled is not None else None,
    )


def _scale(
    values: Sequence[float], grounds: Sequence[ReferenceGround], highest: float
) -> ValueScale:
    """Choose the axis by what is disclosed: multiples of the upper limit, or the unit itself."""
    upper = next((g.reference for g in grounds if g.reference.high), None)
    if upper is not None and upper.high and counts_multiples(upper.low, upper.high, highest):
        return multiples_scale(values, upper.high)
    sides = [side for g in grounds for side in (g.reference.low, g.reference.high)]
    drawn = [side for side in sides if side is not None]
    return limits_scale(values, drawn) if drawn else plain_scale(values)


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
