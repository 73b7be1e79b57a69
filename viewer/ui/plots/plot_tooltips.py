"""Tooltips of values, limits and gutters: everything in words, as safe rich text."""

from PySide6.QtCore import QCoreApplication

from viewer.model.case import Case
from viewer.model.course import discrepancies_about
from viewer.model.glucose import level_of
from viewer.model.numbering import Counting
from viewer.model.series import Measurement
from viewer.model.units import conversion
from viewer.ui.plots.gutter import apart_words, readout
from viewer.ui.plots.pointing import Hit
from viewer.ui.plots.series_panels import SeriesPanel
from viewer.ui.words.event_names import names_of
from viewer.ui.words.evidence_words import evidence_text
from viewer.ui.words.glossary import explain
from viewer.ui.words.joining import in_line, labelled, with_aside
from viewer.ui.words.numbers import number
from viewer.ui.words.time_words import when_long
from viewer.ui.words.tooltips import rich, tooltip
from viewer.ui.words.value_words import (
    converted_sentence,
    converted_text,
    factor_text,
    multiple_text,
    reference_sentence,
    unit_shown,
    value_with_unit,
)

translate = QCoreApplication.translate


def plot_tooltip(case: Case, found: Hit, cursor: float, counting: Counting, language: str) -> str:
    """Say everything about what was hit; empty where there is nothing to add."""
    panel = found.panel.panel
    if found.is_rail:
        return _rail_tooltip(case, found, counting, language)
    value = found.point
    if value is None and found.band is not None:
        return tooltip(case, found.band.statement, counting, language)
    value = value or found.sample
    if value is not None:
        return value_tooltip(case, panel, value.point, counting, language)
    if found.label is not None and found.label.kind in {"reference", "level"}:
        return rich([found.label.whole or found.label.words, *_limit_lines(panel, language)])
    if not found.is_gutter:
        return ""
    return series_tooltip(case, panel, cursor, counting, language)


def _rail_tooltip(case: Case, found: Hit, counting: Counting, language: str) -> str:
    """Say an event as the timeline does, name those that are counted, or say what the line is."""
    thing, panel = found.thing, found.panel.panel
    if thing is not None and thing.event is not None:
        return tooltip(case, thing.event, counting, language)
    if thing is not None:
        names, rest = names_of(case, thing.ids, counting, language)
        return rich([*(name for _, name in names), rest])
    if not found.is_gutter or panel.rail is None:
        return ""
    words = translate("Plots", "Events that the case puts beside {name}")
    beside = [s.title.pick(language) for s in case.series if s.id in panel.rail.series]
    return rich([panel.rail.name, words.format(name=in_line(beside))])


def value_tooltip(
    case: Case, panel: SeriesPanel, point: Measurement, counting: Counting, language: str
) -> str:
    """Say a value as reported, its day, evidence, limits, and other units as views."""
    series = panel.series
    value = converted_sentence(point, series, panel.way, language)
    value = value or value_with_unit(point, series, language)
    lines = [
        labelled(series.title.pick(language), value),
        when_long(point.when, counting, language),
        _printed(panel),
        _level(panel, point),
        _view(panel, point),
        evidence_text(point.evidence, case, language),
        _laboratory(panel, point, language),
    ]
    reference = series.reference_for(point)
    if reference is not None:
        lines.append(reference_sentence(reference, series, language, panel.way))
        if point.value is not None and point.comparator is None:
            lines.append(multiple_text(point.value, reference, panel.highest, is_long=True))
    lines += [remark.text.pick(language) for remark in point.remarks]
    lines += _disagreements(case, panel, language)
    return rich([*lines, explain("\n".join(lines), case, language)])


def series_tooltip(
    case: Case, panel: SeriesPanel, cursor: float, counting: Counting, language: str
) -> str:
    """Say what a panel shows, its readout at the cursor in full, its limits and remarks."""
    lines = [
        with_aside(panel.series.title.pick(language), unit_shown(panel.series, panel.way)),
        readout(panel, cursor, counting, language).sentence(),
        _printed(panel),
        _apart(panel),
    ]
    lines += _limit_lines(panel, language)
    lines += [remark.text.pick(language) for remark in panel.series.remarks]
    lines += _disagreements(case, panel, language)
    return rich([*lines, explain("\n".join(lines), case, language)])


def _apart(panel: SeriesPanel) -> str:
    """Say why a series has a panel of its own where an overlay is wanted."""
    return apart_words() if panel.is_apart else ""


def _printed(panel: SeriesPanel) -> str:
    printed = panel.series.printed_unit
    if printed is None:
        return ""
    words = translate("Plots", "Printed in the source as {printed}, read as {unit}")
    return words.format(printed=printed, unit=panel.series.unit)


def _level(panel: SeriesPanel, point: Measurement) -> str:
    if panel.limits is None or not (level := level_of(point, panel.series.unit)):
        return ""
    words = (
        translate("Plots", "Level 1: below {limit} {unit}")
        if level == 1
        else translate("Plots", "Level 2: below {limit} {unit}")
    )
    return words.format(limit=number(panel.limits[level - 1]), unit=panel.series.unit)


def _view(panel: SeriesPanel, point: Measurement) -> str:
    """Name the converted value and its factor; the reported one stands first and stays."""
    way = conversion(panel.series.analyte, panel.series.unit)
    if way is None or panel.way is not None or not (other := converted_text(point, way)):
        return ""
    words = translate("Plots", "= {value}, converted: {factor}")
    return words.format(value=other, factor=factor_text(way))


def _laboratory(panel: SeriesPanel, point: Measurement, language: str) -> str:
    laboratory = point.laboratory or panel.series.laboratory
    if laboratory is None:
        return ""
    return translate("Plots", "Measured at: {name}").format(name=laboratory.pick(language))


def _limit_lines(panel: SeriesPanel, language: str) -> list[str]:
    lines = []
    for reference in panel.series.references:
        lines.append(reference_sentence(reference, panel.series, language, panel.way))
        if reference.source is not None:
            lines.append(reference.source.pick(language))
    return lines


def _disagreements(case: Case, panel: SeriesPanel, language: str) -> list[str]:
    words = translate("Plots", "The source disagrees: {title}")
    about = discrepancies_about(case, panel.series.id)
    return [words.format(title=one.title.pick(language)) for one in about]
