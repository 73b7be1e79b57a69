"""Notes made and moved by hand on the chart of the real window, and found again in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.e2e.measuring_hand import LEFT, NONE, press
from tests.e2e.screen import settle
from tests.e2e.test_annotating_window import Opened, ann, case, opened, saved, written
from tests.ui.annotate.drawn import move
from viewer.model import view_state
from viewer.model.time import Span
from viewer.ui.annotate.strip_layout import PlacedNote
from viewer.ui.window import Window

__all__ = ["ann", "case", "opened"]
SHIFT = Qt.KeyboardModifier.ShiftModifier


def drag(
    view: QWidget,
    start: QPoint,
    end: QPoint,
    keys: Qt.KeyboardModifier = NONE,
    lets_go: bool = True,
) -> None:
    QTest.mousePress(view, LEFT, keys, start)
    for part in (0.4, 0.8, 1.0):
        move(view, QPointF(start + (end - start) * part), keys)
    if lets_go:
        QTest.mouseRelease(view, LEFT, keys, end)
    settle()


def look_at(window: Window, start: float, end: float) -> None:
    window.session.apply(lambda state: view_state.show(state, Span(start, end)))
    settle()


def x(window: Window, day: float) -> int:
    return round(window.chart.notes.strip.scale().x(day))


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
    shaped = [record["annotation"] for record in written(case) if record["op"] == "put"]
    places = [one["target"]["selector"] for one in shaped]  # type: ignore[index]
    return [(place["start"], place["end"]) for place in places]


@pytest.mark.usefixtures("ann")
def test_a_period_is_marked_written_moved_undone_and_found_again(
    qtbot: QtBot, opened: Opened, case: Path
) -> None:
    window = opened().window
    look_at(window, 100, 140)
    ruler, strip = window.chart.ruler, window.chart.notes.strip
    drag(ruler, QPoint(x(window, 110.4), 6), QPoint(x(window, 115.5), 6), SHIFT)
    editor = window.panels.annotations.editor
    qtbot.waitUntil(editor.isVisible)
    assert only(window).item.is_draft  # seen while it is written
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "Check these days")
    QTest.keyClick(focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
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
    drag(window.chart.ruler, QPoint(x(window, 110.4), 6), QPoint(x(window, 115.5), 6), SHIFT)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "Words")
    QTest.keyClick(focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
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
