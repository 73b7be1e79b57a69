"""Every fact of the report can be found on the window, at its time and with its evidence."""

import math
import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.e2e import oracle
from tests.e2e.oracle import Fact, Words
from tests.e2e.screen import (
    SLACK_PX,
    Sighting,
    click,
    holds,
    missing,
    on_timeline,
    panel_of,
    raise_panel,
    read,
    scale,
    seen,
    settle,
    table_rows,
    tooltip_at,
    tooltip_of,
)
from viewer.ui.window import Window

FACTS = (*oracle.EVENTS, *oracle.STATEMENTS)


def faults_of_drawing(window: Window, fact: Fact, thing: Sighting) -> list[str]:
    """Say where a thing is drawn outside the days that the report allows."""
    axis = scale(window)
    left = -math.inf if fact.earliest is None else axis.x(fact.earliest)
    right = math.inf if fact.latest is None else axis.x(fact.latest + 1)
    faults = []
    for name, rect in (("mark", thing.mark), ("bar", thing.bar)):
        if rect is None:
            continue
        first = rect.center().x() if name == "mark" else rect.left()
        last = rect.center().x() if name == "mark" else rect.right()
        if first < left - SLACK_PX or last > right + SLACK_PX:
            days = f"{axis.day(first):.2f} to {axis.day(last):.2f}"
            faults.append(f"its {name} is drawn from day {days}")
    if thing.mark is None and thing.bar is None:
        faults.append("nothing is drawn of it")
    begins = fact.time == "exact" and fact.earliest is not None
    if thing.bar is not None and begins and abs(thing.bar.left() - left) > SLACK_PX:
        faults.append(f"its bar does not begin with day {fact.earliest}")
    if thing.bar is not None and fact.end == "exact" and abs(thing.bar.right() - right) > SLACK_PX:
        faults.append(f"its bar does not end with day {fact.latest}")
    if fact.time == "exact" and fact.end == "none" and (thing.mark is None or thing.bar):
        faults.append("it is no single mark, although its day is exact")
    if fact.time == "between" and fact.end == "none" and thing.mark is not None:
        faults.append("a mark stands on a day that the report does not give")
    return faults


def faults_of_words(window: Window, fact: Fact, thing: Sighting) -> list[str]:
    """Say which words about a thing are found nowhere."""
    tip = tooltip_of(window, thing)
    click(window, thing)
    assert window.session.state.selection == thing.id
    details = read(window.panels.details)
    told = "\n".join((thing.label, tip, details))
    faults = [f"nowhere told: {p}" for p in missing(fact.told, told)]
    faults += [f"evidence not told: {p}" for p in missing(fact.evidence, details)]
    faults += [f"place not told: {p}" for p in missing(fact.place, details)]
    faults += [f"time not in the tooltip: {p}" for p in missing(fact.when, tip)]
    faults += [f"time not in the details: {p}" for p in missing(fact.when, details)]
    if re.search(oracle.NO_DAY_55, told, re.IGNORECASE):
        faults.append("the lost label day 55 is used")
    return faults


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_each_fact_stands_on_the_timeline_with_its_time_and_evidence(
    window: Window, fact: Fact
) -> None:
    everything = on_timeline(window)
    named = [s for s in everything if holds(fact.label, s.label)]
    assert named, f"{fact.label} is on none of {[s.label for s in everything]}"
    of_kind = [s for s in named if s.kind in fact.kinds]
    assert of_kind, f"{[s.label for s in named]} in lanes of {[s.kind for s in named]}"
    faults = {
        s.label: faults_of_drawing(window, fact, s) + faults_of_words(window, fact, s)
        for s in of_kind
    }
    assert [] in faults.values(), "\n".join(f"{label}: {f}" for label, f in faults.items())


def test_each_fact_is_a_row_of_the_table(window: Window) -> None:
    raise_panel(window, "events")
    rows = [" | ".join(row) for row in table_rows(window.panels.events.table)]
    lost = []
    for fact in FACTS:
        found = [row for row in rows if holds(fact.label, row)]
        if not any(re.search("reported|derived", row) for row in found):
            lost.append((fact.name, found))
    assert not lost, f"{lost} in:\n" + "\n".join(rows)


@pytest.mark.parametrize("analyte", oracle.MARKER_STATEMENTS)
def test_what_is_said_of_a_marker_after_tae_is_a_statement_without_a_value(
    window: Window, analyte: str
) -> None:
    name = next(v.analyte for v in oracle.VALUES if holds(v.analyte, analyte))
    panel = panel_of(window, name)
    assert panel.bands, "no ground is drawn for it"
    left = scale(window).x(oracle.MARKERS_FROM_DAY)
    assert all(band.rect.left() >= left - SLACK_PX for band in panel.bands)
    words = [label for label in panel.labels if label.kind == "statement"]
    assert words, "no words stand in it"
    place = words[0].rect.center().toPoint()
    tip = tooltip_at(window.chart.plots, place)
    QTest.mouseClick(window.chart.plots, Qt.MouseButton.LeftButton, pos=place)
    settle()
    told = "\n".join((tip, read(window.panels.details)))
    assert not missing((*oracle.MARKER_STATEMENTS[analyte], r"no values|not given"), told), told
    assert not re.search(r"[↓↑]?\d+(\.\d+)? ?(U|ng)/mL", told.split("Source")[0]), told


def everything_told(window: Window) -> str:
    """Select every thing on the timeline once and give all that the window then says."""
    said = [read(window, with_tooltips=True)]
    for thing in on_timeline(window):
        said.append(thing.label)
        click(window, thing)
        said += [
            read(window.panels.details),
            read(window.panels.imaging),
            read(window.panels.pathology),
        ]
    return "\n".join(said)


def test_background_and_examination_are_told(window: Window) -> None:
    told = everything_told(window)
    for patterns in (*oracle.BACKGROUND, oracle.OTHERWISE_NORMAL):
        assert not missing(patterns, told)


def lost_from(text: str, rows: tuple[Words, ...]) -> list[Words]:
    """Give the rows of the oracle that a text does not tell whole."""
    return [patterns for patterns in rows if missing(patterns, text)]


def test_the_pathology_report_stands_in_its_panel(window: Window) -> None:
    click(window, seen(window, r"biops|needle|aspirat"))
    text = read(raise_panel(window, "pathology"))
    assert not lost_from(text, oracle.PATHOLOGY), text


def test_the_ct_findings_stand_in_the_imaging_panel(window: Window) -> None:
    raise_panel(window, "imaging")
    scans = [s for s in on_timeline(window) if holds((r"\bCT\b",), s.label)]
    texts = []
    for scan in scans:
        click(window, scan)
        texts.append(read(window.panels.imaging))
    together = "\n".join(texts)
    assert not lost_from(together, oracle.IMAGING), together


def note_cards(window: Window) -> list[str]:
    """Give the words of each card of the notes."""
    cards = raise_panel(window, "notes").findChildren(QWidget)
    names = [one for one in cards if one.objectName().startswith("card.") and not one.isHidden()]
    return [read(card, with_tooltips=True) for card in names]


def test_each_disagreement_of_the_source_stands_in_one_card_of_the_notes(window: Window) -> None:
    cards = note_cards(window)
    lost = {}
    for name, patterns in oracle.DISCREPANCIES:
        best = min(cards, key=lambda text: len(missing(patterns, text)))
        if missing(patterns, best):
            lost[name] = (missing(patterns, best), best)
    assert not lost


def test_nine_disagreements_are_counted(window: Window) -> None:
    assert "9 disagreements" in window.panels.notes.heading
    assert "9 disagreements" in read(window.docks["notes"])


def test_the_lost_label_is_mentioned_and_nothing_is_drawn_at_it(window: Window) -> None:
    told = "\n".join(note_cards(window))
    assert not missing(oracle.LOST_LABEL, told), told
    for thing in on_timeline(window):
        assert not re.search(r"\b55\b", thing.label), thing.label


def test_the_numbers_for_comparison_stand_in_the_notes(window: Window) -> None:
    text = read(raise_panel(window, "notes"))
    assert not lost_from(text, oracle.COMPARISON)


def test_the_identity_strip_tells_who_and_how_the_course_ends(window: Window) -> None:
    strip = read(window.header.identity, with_tooltips=True)
    assert not missing(oracle.IDENTITY, strip), strip


def test_the_window_says_what_of_day_zero_is_not_stated(window: Window) -> None:
    told = [read(window, with_tooltips=True), *note_cards(window)]
    told.append(tooltip_at(window.chart.ruler, QPoint(20, window.chart.ruler.height() // 2)))
    assert not lost_from("\n".join(told), oracle.DAY_ZERO)


def test_nobody_is_called_synthetic(window: Window) -> None:
    assert "SYNTHETIC" not in read(window)


def test_the_shipped_case_opens_without_a_problem(window: Window) -> None:
    assert not window.notice.isVisible()
    assert "No problems" in read(raise_panel(window, "problems"))
