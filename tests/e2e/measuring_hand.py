"""The hand on second cursor and periods, in any view of the chart."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.e2e.screen import settle
from viewer.geometry.time_scale import TimeScale
from viewer.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
VIEWS = ("ruler", "timeline", "plots", "ruler_below", "overview")


def view_of(window: Window, name: str) -> tuple[QWidget, TimeScale]:
    """Give a view of the chart and its scale."""
    chart = window.chart
    if name == "timeline":
        return chart.timeline.viewport(), chart.timeline.scale()
    if name == "overview":
        return chart.overview, chart.overview.scale()
    if name == "strip":
        return chart.measures.strip, chart.timeline.scale()
    return getattr(chart, name), chart.timeline.scale()


def place(window: Window, name: str, day: float) -> QPoint:
    view, scale = view_of(window, name)
    y = 3 if name == "strip" else view.height() - 3
    return QPoint(round(scale.x(day)), y)


def drag(
    window: Window,
    name: str,
    start: float,
    end: float,
    keys: Qt.KeyboardModifier = CTRL,
    drops: bool = True,
) -> None:
    """Press on a day, move in two steps to another, and let go."""
    view, _ = view_of(window, name)
    first, last = place(window, name, start), place(window, name, end)
    QTest.mousePress(view, LEFT, keys, first)
    QTest.mouseMove(view, (first + last) / 2)
    QTest.mouseMove(view, last)
    if drops:
        QTest.mouseRelease(view, LEFT, keys, place(window, name, end))
    settle()


def press(window: Window, keys: str) -> None:
    """Press keys while the chart has the focus."""
    window.chart.timeline.setFocus()
    QTest.keySequence(window.chart.timeline, keys)
    settle()


def words_of(link: QWidget) -> QPoint:
    """Give a place on the words of a link; they begin at its left edge."""
    return QPoint(4, link.height() // 2)
