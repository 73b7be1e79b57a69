"""What the case tells about a series: its values as reported, their limits, what is said of it."""

from PySide6.QtCore import QCoreApplication

from viewer.geometry.pyramid import extent
from viewer.model.course import is_dated
from viewer.model.series import Measurement, Series
from viewer.ui.panels.telling import Telling, evidence_sign
from viewer.ui.widgets.block import Line
from viewer.ui.widgets.facts import Fact
from viewer.ui.words.evidence_words import evidence_text
from viewer.ui.words.joining import in_line, in_turn
from viewer.ui.words.numbers import number
from viewer.ui.words.time_words import length_of_time
from viewer.ui.words.value_words import (
    converted_sentence,
    factor_text,
    highest_value,
    multiple_text,
    reference_sentence,
    value_with_unit,
    way_shown,
)

translate = QCoreApplication.translate

MOST_VALUES = 24
"""A series with more values is told by its lowest, its highest and those near the cursor."""


def series_facts(telling: Telling, series: Series, day: float) -> tuple[Fact, ...]:
    """Say everything about a series; where it is long, only the values nearest to `day`."""
    language = telling.language
    way = way_shown(series, telling.plots)
    limits = tuple(
        telling.line(reference_sentence(reference, series, language, way))
        for reference in series.references
    ) or (Line(translate("Details", "no reference interval given"), ink="ink_3"),)
    remarks = tuple(
        Fact(translate("Details", "Remark"), (telling.line(telling.words(remark.text)),))
        for remark in series.remarks
    )
    spoken = tuple(telling.link(s) for s in telling.case.statements if series.id in s.series)
    return (
        Fact(translate("Details", "Unit"), (telling.line(_unit(telling, series)),)),
        *telling.fact(translate("Details", "Specimen"), telling.words(series.specimen)),
        *telling.fact(translate("Details", "Laboratory"), telling.words(series.laboratory)),
        *_samples(telling, series),
        *_values(telling, series, day),
        Fact(translate("Details", "Limits"), limits),
        *remarks,
        *((Fact(translate("Details", "Statements"), spoken),) if spoken else ()),
    )


def _unit(telling: Telling, series: Series) -> str:
    unit, way = series.unit, way_shown(series, telling.plots)
    if series.printed_unit is not None and series.printed_unit != series.unit:
        words = translate("Details", "{unit} (the source prints “{printed}”)")
        unit = words.format(unit=series.unit, printed=series.printed_unit)
    if way is None:
        return unit
    words = translate("Details", "{unit}; shown as {other}, {factor}")
    return words.format(unit=unit, other=way.unit, factor=factor_text(way))


def _values(telling: Telling, series: Series, day: float) -> tuple[Fact, ...]:
    if not series.points and series.samples is not None:
        return ()
    if not series.points:
        none = translate("Details", "The source gives no values.")
        return (Fact(translate("Details", "Values"), (Line(none, ink="ink_3"),)),)
    highest = highest_value(series)
    if len(series.points) <= MOST_VALUES:
        lines = tuple(_value(telling, series, point, highest) for point in series.points)
        return (Fact(translate("Details", "Values"), lines), *_places(telling, series.points))
    near = sorted(series.points, key=lambda p: abs(p.when.anchor - day))[: MOST_VALUES // 2]
    near.sort(key=lambda point: point.when.anchor)
    lines = tuple(_value(telling, series, point, highest) for point in near)
    return (
        Fact(translate("Details", "In all"), (Line(_range(series)),)),
        Fact(translate("Details", "Nearest"), lines),
    )


def _samples(telling: Telling, series: Series) -> tuple[Fact, ...]:
    """Say how many samples there are and how far apart, which file they stand in, how known."""
    samples, held = series.samples, series.sampled
    if samples is None:
        return ()
    lines = [
        Line(translate("Details", "The file {name} gives no values.").format(name=samples.file))
    ]
    if held is not None:
        low, high = (number(end) for end in extent(held))
        words = translate("Details", "{count} samples, {low} to {high} {unit}")
        count = f"{len(held):,}"
        lines = [Line(words.format(count=count, low=low, high=high, unit=series.unit))]
        if held.missing_count:
            words = translate("Details", "{count} without a value")
            lines.append(Line(words.format(count=f"{held.missing_count:,}")))
        if held.spacing_days:
            words = translate("Details", "usually {time} apart, joined up to {gap}")
            gap = length_of_time(series.sample_gap_days)
            time = length_of_time(held.spacing_days)
            lines.append(Line(words.format(time=time, gap=gap)))
        file = translate("Details", "file {name}").format(name=samples.file)
        lines.append(Line(file, role="small", ink="ink_3"))
    title = translate("Details", "Samples")
    return (Fact(title, tuple(lines)), *telling.evidence(samples.evidence))


def _range(series: Series) -> str:
    values = [point.value for point in series.points if point.value is not None]
    count = translate("Details", "{count} values").format(count=f"{len(series.points):,}")
    if not values:
        return count
    words = translate("Details", "{count}, {low} to {high} {unit}")
    return words.format(
        count=count, low=number(min(values)), high=number(max(values)), unit=series.unit
    )


def _value(telling: Telling, series: Series, point: Measurement, highest: float) -> Line:
    language = telling.language
    converted = converted_sentence(point, series, way_shown(series, telling.plots), language)
    value = converted or value_with_unit(point, series, language)
    said = [value, telling.time(point.when)]
    reference = series.reference_for(point)
    if point.value is not None and reference is not None and is_dated(point):
        said.append(multiple_text(point.value, reference, highest, is_long=True))
    said.append(telling.words(point.laboratory))
    remarks = [telling.words(remark.text) for remark in point.remarks]
    return Line(
        in_turn([in_line(said), *remarks]),
        evidence_sign(point.evidence),
        explanation=evidence_text(point.evidence, telling.case, language),
    )


def _places(telling: Telling, points: tuple[Measurement, ...]) -> tuple[Fact, ...]:
    """Give each place the values stand at once."""
    lines: list[Line] = []
    for point in points:
        line = telling.place(point.evidence)
        if line is not None and line not in lines:
            lines.append(line)
    return (Fact(translate("Details", "Source"), tuple(lines)),) if lines else ()
