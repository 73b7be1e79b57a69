"""The hand that marks periods, points and boxes on the chart, and where they are drawn."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.e2e.measuring_hand import LEFT, NONE
from tests.e2e.screen import settle
from tests.ui.annotate.drawn import move
from viewer.ui.plots.placing_notes import PlottedNote
from viewer.ui.window import Window

SHIFT = Qt.KeyboardModifier.ShiftModifier


def x(window: Window, day: float) -> int:
    return round(window.chart.notes.strip.scale().x(day))


def in_plot(window: Window, day: float, value: float) -> QPoint:
    """Give a place in the first plot."""
    return QPoint(x(window, day), round(window.chart.plots.placed.panels[0].axis.y(value)))


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


def mark_period(window: Window, start: float, end: float) -> None:
    """Mark days on the ruler, as one does before one writes about them."""
    drag(window.chart.ruler, QPoint(x(window, start), 6), QPoint(x(window, end), 6), SHIFT)


def mark_point(window: Window, day: float, value: float) -> None:
    """Mark a point in the first plot."""
    QTest.mouseClick(window.chart.plots, LEFT, SHIFT, in_plot(window, day, value))
    settle()


def plotted(window: Window) -> list[PlottedNote]:
    """Give the notes that the plots draw."""
    plots = window.chart.plots
    return list(plots._notes.placed(plots.placed, plots.scale(), plots._type))
