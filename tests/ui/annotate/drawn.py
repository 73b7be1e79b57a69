"""A chart with reviewers' notes on a copy of the shipped case, kept in real journals."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.annotate.people import People
from viewer.model.annotation import AddedEvent, Content, OnCase, OnDay, OnPeriod
from viewer.model.time import Instant
from viewer.ui.annotate.strip import NoteStrip
from viewer.ui.annotate.strip_layout import PlacedNote
from viewer.ui.chart import Chart
from viewer.ui.fonts import install_fonts
from viewer.ui.look import Look

SHIPPED = Path(__file__).resolve().parents[3] / "cases" / "insulinoma-tae"
LEFT, SHIFT, ALT = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


def on_day(day: float, text: str = "A note") -> Content:
    return Content(kind="note", target=OnDay(day=day), text=text, known_from=0)


def on_days(start: float, end: float, text: str = "A period") -> Content:
    return Content(kind="note", target=OnPeriod(start=start, end=end), text=text, known_from=0)


def added(title: str, when: Instant) -> Content:
    event = AddedEvent(title=title, lane="drugs", when=when)
    return Content(kind="event", target=OnCase(), event=event, known_from=0)


class Board(People):
    """A chart, its session, and what a person does on it."""

    def __init__(self, case: Path, qtbot: Any, home: Path, monkeypatch: Any) -> None:
        super().__init__(case, qtbot, home, monkeypatch)
        self.begun: list[Content] = []
        self.session.annotating.begun.connect(self.begun.append)
        look = Look("light", "en")
        self.chart = Chart(self.session, look)
        qtbot.addWidget(self.chart)
        self.chart.resize(1100, 800)
        with qtbot.waitExposed(self.chart):
            self.chart.show()
        self.settle()

    # -- what is seen -------------------------------------------------------------------------

    @property
    def strip(self) -> NoteStrip:
        return self.chart.notes.strip

    def note(self, id_: str) -> PlacedNote:
        return next(placed for placed in self.strip.placed if id_ in placed.ids)

    def x(self, day: float) -> int:
        return round(self.strip.scale().x(day))

    def mark_of(self, id_: str) -> QPoint:
        """Give where the mark of an annotation is drawn on the strip."""
        return self.strip.on_widget(self.note(id_).mark).center().toPoint()

    # -- what the hand does -------------------------------------------------------------------

    def drag(
        self,
        view: QWidget,
        start: QPoint,
        end: QPoint,
        keys: Qt.KeyboardModifier = NONE,
        moving_keys: Qt.KeyboardModifier | None = None,
        let_go: bool = True,
    ) -> None:
        """Press, move in steps, and let go unless told otherwise."""
        later = keys if moving_keys is None else moving_keys
        QTest.mousePress(view, LEFT, keys, start)
        for part in (0.3, 0.7, 1.0):
            at = start + (end - start) * part
            move(view, QPointF(at), later)
        if let_go:
            QTest.mouseRelease(view, LEFT, later, end)
        self.settle()


def move(view: QWidget, place: QPointF, keys: Qt.KeyboardModifier = NONE) -> None:
    """Move the mouse with the button held, as QTest cannot with modifiers."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        QPointF(view.mapToGlobal(place.toPoint())),
        Qt.MouseButton.NoButton,
        LEFT,
        keys,
    )
    QApplication.sendEvent(view, event)


def hover(view: QWidget, place: QPoint) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    at = QPointF(place)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, QPointF(view.mapToGlobal(place)), none, none, NONE
    )
    QApplication.sendEvent(view, event)


@pytest.fixture
def board(
    qtbot: Any, qapp: QApplication, tmp_path: Path, home: Path, monkeypatch: Any
) -> Iterator[Board]:
    before = qapp.font()
    install_fonts(qapp)
    case = tmp_path / "insulinoma-tae"
    shutil.copytree(SHIPPED, case)
    made = Board(case, qtbot, home, monkeypatch)
    yield made
    made.leave()
    made.chart.close()
    qapp.setFont(before)
