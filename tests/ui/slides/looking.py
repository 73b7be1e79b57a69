"""Looking at slides by mouse and keys, and what is seen of them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.making_slides import tissue
from viewer.session.session import Session
from viewer.ui.panels.pathology import PathologyPanel
from viewer.ui.slides.slide_shelf import SlideShelf
from viewer.ui.slides.slide_view import SlideView

HE = tissue(1600, 1200)
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Share = tuple[float, float]
"""A place in a view as shares of its width and height."""


class Bench(NamedTuple):
    """A case with slides on the panel."""

    session: Session
    panel: PathologyPanel
    folder: Path

    @property
    def shelf(self) -> SlideShelf:
        assert self.panel.shelf is not None
        return self.panel.shelf

    @property
    def view(self) -> SlideView:
        return self.shelf.views[0]


def wait_shown(qtbot: QtBot, shelf: SlideShelf) -> None:
    """Wait until every slide is opened, or named, and its tiles are there."""
    words = "being opened"
    qtbot.waitUntil(lambda: not any(words in one for one in texts(shelf)), timeout=10_000)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: all(view.loader.is_idle for view in shelf.views), timeout=10_000)


def texts(widget: QWidget) -> list[str]:
    from tests.ui.panels.panel_words import shown

    return shown(widget)


def place(view: QWidget, at: Share) -> QPoint:
    return QPoint(round(at[0] * view.width()), round(at[1] * view.height()))


def drag(view: QWidget, *way: Share, keys: Qt.KeyboardModifier = PLAIN) -> None:
    """Drag with the left button along places."""
    QTest.mousePress(view, LEFT, keys, place(view, way[0]))
    for at in way[1:]:
        move(view, at, keys)
    QTest.mouseRelease(view, LEFT, keys, place(view, way[-1]))


def move(view: QWidget, at: Share, keys: Qt.KeyboardModifier = PLAIN) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    point = QPointF(place(view, at))
    held = (QEvent.Type.MouseMove, point, view.mapToGlobal(point), LEFT, LEFT, keys)
    QApplication.sendEvent(view, QMouseEvent(*held))


def click(view: QWidget, at: Share) -> None:
    QTest.mouseClick(view, LEFT, PLAIN, place(view, at))


def double_click(view: QWidget, at: Share) -> None:
    QTest.mouseDClick(view, LEFT, PLAIN, place(view, at))


def wheel(view: QWidget, at: Share, notches: int) -> None:
    point = QPointF(place(view, at))
    event = QWheelEvent(
        point,
        view.mapToGlobal(point),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        PLAIN,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def colour(view: QWidget, at: Share) -> QColor:
    """Give the colour of the picture of a view at a place."""
    return view.grab().toImage().pixelColor(place(view, at))


def away(one: QColor, pixel: object) -> int:
    """Give how far a colour is from a pixel of a slide, in its worst channel."""
    red, green, blue = (int(value) for value in pixel)  # type: ignore[attr-defined]
    return max(abs(one.red() - red), abs(one.green() - green), abs(one.blue() - blue))
