"""Notes made and moved by hand on the chart of the real window, and found again in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.e2e.annotating_hand import annotations_in, list_of, saved, type_and_be_done, written
from tests.e2e.marking_hand import SHIFT, drag, in_plot, mark_period, mark_point, plotted, x
from tests.e2e.measuring_hand import ALT, LEFT, NONE, press
from tests.e2e.programs import Opened
from tests.e2e.screen import click, place_of, seen, settle
from viewer.model import view_state
from viewer.model.time import Span
from viewer.ui.annotate.strip_layout import PlacedNote
from viewer.ui.window import Window


def look_at(window: Window, start: float, end: float) -> None:
    window.session.apply(lambda state: view_state.show(state, Span(start, end)))
    settle()


def only(window: Window) -> PlacedNote:
    (placed,) = window.chart.notes.strip.placed
    return placed


def end_of(window: Window) -> QPoint:
    """Give where the hand takes the last day of the one note."""
    strip, placed = window.chart.notes.strip, only(window)
    assert placed.line is not None
    return QPoint(round(placed.line[1]), round(strip.on_widget(placed.mark).bottom()) + 3)


def periods(case: Path) -> list[tuple[float, float]]:
    """Give the periods that the file says, in order."""
    places = [one["target"]["selector"] for one in annotations_in(case)]
    return [(place["start"], place["end"]) for place in places]


@pytest.mark.usefixtures("ann")
def test_a_period_is_marked_written_moved_undone_and_found_again(
    qtbot: QtBot, opened: Opened, case: Path
) -> None:
    window = opened().window
    look_at(window, 100, 140)
    strip = window.chart.notes.strip
    mark_period(window, 110.4, 115.5)
    editor = window.panels.annotations.editor
    qtbot.waitUntil(editor.isVisible)
    assert only(window).item.is_draft  # seen while it is written
    type_and_be_done("Check these days")
    saved(qtbot, window)
    assert not only(window).item.is_draft
    assert only(window).words.strip("\u2068\u2069") == "Check these days"
    assert periods(case) == [(110, 116)]

    look_at(window, 100, 140)
    at = end_of(window)
    drag(strip, at, QPoint(x(window, 122.2), at.y()))
    saved(qtbot, window)
    assert periods(case)[-1] == (110, 122)
    assert "Change period" in window.actions_by_name["undo"].text()
    press(window, "Ctrl+Z")
    saved(qtbot, window)
    assert periods(case)[-1] == (110, 116)
    press(window, "Ctrl+Shift+Z")
    saved(qtbot, window)
    assert periods(case)[-1] == (110, 122)
    window.annotate._may_leave = True
    window.close()
    settle()

    again = opened().window
    look_at(again, 100, 140)
    shown = only(again)
    assert shown.line is not None
    assert (shown.line[0], shown.line[1]) == pytest.approx((x(again, 110), x(again, 122)), abs=1)


@pytest.mark.usefixtures("ann")
def test_escape_abandons_a_drag_and_nothing_else(qtbot: QtBot, opened: Opened, case: Path) -> None:
    window = opened().window
    look_at(window, 100, 140)
    strip = window.chart.notes.strip
    mark_period(window, 110.4, 115.5)
    type_and_be_done("Words")
    saved(qtbot, window)
    look_at(window, 100, 140)
    selection, steps = window.session.state.selection, len(written(case))
    at, there = end_of(window), QPoint(x(window, 130), end_of(window).y())
    drag(strip, at, there, lets_go=False)
    press(window, "Escape")
    QTest.mouseRelease(strip, LEFT, NONE, there)
    settle()
    assert window.session.state.selection == selection
    assert len(written(case)) == steps
    assert only(window).item.span == (110, 116)


# --- in plots ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("ann")
def test_a_point_and_a_box_in_a_plot_are_written_and_found_again(
    qtbot: QtBot, opened: Opened, case: Path
) -> None:
    window = opened().window
    look_at(window, 100, 140)
    mark_point(window, 104.5, 80)
    type_and_be_done("an odd one")
    look_at(window, 100, 140)
    drag(window.chart.plots, in_plot(window, 112, 80), in_plot(window, 120, 60), SHIFT)
    type_and_be_done("all of these")
    saved(qtbot, window)
    point, box = (one["target"]["selector"] for one in annotations_in(case))
    assert (point["type"], box["type"]) == ("dayline:Point", "dayline:Box")
    assert point["series"] == box["series"] == "glucose"
    assert (point["day"], point["value"]) == pytest.approx((104.5, 80), abs=1.5)
    assert (box["start"], box["end"]) == pytest.approx((112, 120), abs=0.2)
    assert (box["low"], box["high"]) == pytest.approx((60, 80), abs=1.5)
    window.close()
    settle()

    again = opened().window
    look_at(again, 100, 140)
    panel = again.chart.plots.placed.panels[0]
    by_words = {note.thing.one.content.text: note for note in plotted(again)}  # type: ignore[union-attr]
    assert set(by_words) == {"an odd one", "all of these"}
    odd, those = by_words["an odd one"].at, by_words["all of these"].box
    assert odd.x() == pytest.approx(x(again, point["day"]), abs=1)
    assert odd.y() == pytest.approx(panel.axis.y(point["value"]), abs=1)
    assert those is not None
    assert (those.left(), those.right()) == pytest.approx((x(again, 112), x(again, 120)), abs=1.5)


# --- on the strip --------------------------------------------------------------------------------


@pytest.mark.usefixtures("ann")
def test_the_edges_of_a_period_snap_to_events_and_with_alt_do_not(
    qtbot: QtBot, opened: Opened, case: Path
) -> None:
    window = opened().window
    look_at(window, 15, 60)
    strip = window.chart.notes.strip
    mark_period(window, 25.4, 30.5)
    type_and_be_done("Between")
    saved(qtbot, window)
    assert periods(case) == [(25, 31)]
    event = seen(window, r"TAE.*left").id
    day = next(one.when.anchor for one in window.session.case.events if one.id == event)
    look_at(window, 15, 60)
    line = only(window).line
    assert line is not None
    start = QPoint(round(line[0]), end_of(window).y())
    drag(strip, start, QPoint(x(window, day) + 3, start.y()))
    saved(qtbot, window)
    assert periods(case)[-1] == (day // 1, 31)

    look_at(window, 15, 60)
    at = end_of(window)
    drag(strip, at, QPoint(x(window, 41.3), at.y()), ALT)
    saved(qtbot, window)
    assert periods(case)[-1] == (day // 1, pytest.approx(41.3, abs=0.1))
    assert window.session.state.second is None


@pytest.mark.usefixtures("ann")
def test_alt_held_from_the_first_drags_a_note_and_elsewhere_measures(
    qtbot: QtBot, opened: Opened
) -> None:
    window = opened().window
    session, strip = window.session, window.chart.notes.strip
    look_at(window, 100, 140)
    window.verbs.put_cursor(110)
    press(window, "N")
    type_and_be_done("moves")
    look_at(window, 100, 140)
    mark = strip.on_widget(only(window).mark).center().toPoint()
    drag(strip, mark, QPoint(x(window, 117.3), mark.y()), ALT)
    span = only(window).item.content.span
    assert span is not None
    assert span.start == pytest.approx(117.3, abs=0.1)
    assert session.state.second is None
    mark = strip.on_widget(only(window).mark).center().toPoint()
    QTest.mouseClick(strip, LEFT, ALT, mark)  # nothing is dragged
    assert session.state.second == pytest.approx(117.3, abs=0.1)
    drag(strip, QPoint(x(window, 130.4), mark.y()), QPoint(x(window, 133.4), mark.y()), ALT)
    assert session.state.second == pytest.approx(133.4, abs=0.1)
    assert only(window).item.content.span == span
    saved(qtbot, window)


@pytest.mark.usefixtures("ann")
@pytest.mark.parametrize("way", ["mouse", "keys"])
def test_the_days_between_two_events_are_measured_and_kept(
    qtbot: QtBot, opened: Opened, case: Path, way: str
) -> None:
    window = opened().window
    first, second = seen(window, r"TAE.*right"), seen(window, r"TAE.*left")
    days = {
        one.id: one.when.anchor
        for one in window.session.case.events
        if one.id in (first.id, second.id)
    }
    click(window, first)
    assert window.session.state.cursor == days[first.id]
    if way == "mouse":
        place = place_of(window, second)
        QTest.mouseClick(window.chart.timeline.viewport(), LEFT, ALT, place)
    else:
        press(window, "M")
        for _ in range(round(days[second.id] - days[first.id])):
            press(window, "Ctrl+Shift+Right")
    assert window.session.state.second == pytest.approx(days[second.id], abs=0.5)
    press(window, "K")
    saved(qtbot, window)
    (kept,) = annotations_in(case)
    assert kept["target"]["selector"]["day"] == days[first.id] // 1
    assert kept["body"] == [{"type": "dayline:measure", "end": days[second.id] // 1}]
    window.close()
    settle()

    again = opened().window
    shown = only(again)
    assert shown.item.form == "measure"
    assert shown.line is not None
    assert (shown.line[0], shown.line[1]) == pytest.approx(
        (x(again, days[first.id]), x(again, days[second.id])), abs=1.5
    )
    press(again, "Ctrl+Shift+A")
    assert any("10 d" in row and "days 12–22" in row for row in list_of(again))
