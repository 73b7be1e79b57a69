"""The ruler: ticks, day zero, captions, and the flag that drags the cursor."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.timeline.conftest import Open
from viewer.geometry.time_scale import Frame
from viewer.model import view_state
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.timeline.ruler import Ruler

FRAME = Frame(gutter_px=150, before_px=90, axis_px=800, margin_px=14)
LEFT = Qt.MouseButton.LeftButton


def shown(session: Session, qtbot: Any, edge: Qt.Edge = Qt.Edge.TopEdge) -> Ruler:
    ruler = Ruler(session, Look("light", session.language), edge)
    qtbot.addWidget(ruler)
    ruler.resize(FRAME.width_px, ruler.sizeHint().height())
    ruler.set_frame(FRAME)
    with qtbot.waitExposed(ruler):
        ruler.show()
    return ruler


def test_ticks_stand_over_their_days_and_do_not_touch(session: Session, qtbot: Any) -> None:
    ruler = shown(session, qtbot)
    labels = ruler.tick_labels()
    scale = FRAME.scale(session.state.window)
    for text, rect, is_zero in labels:
        assert is_zero == (text == "Day 0")
        if text and not is_zero:
            day = int(text.replace("−", "-"))
            assert rect.center().x() == pytest.approx(scale.x(day + 0.5))
    rects = [rect for text, rect, _ in labels if text]
    assert all(a.right() < b.left() for a, b in itertools.pairwise(rects))
    assert rects[0].left() >= FRAME.left_px


def test_hours_are_written_as_clock_times(session: Session, qtbot: Any) -> None:
    ruler = shown(session, qtbot)
    session.apply(lambda state: view_state.show(state, Span(11.0, 13.0)))
    texts = [text for text, _, _ in ruler.tick_labels()]
    assert "12:00" in texts
    assert "Day 12" in texts


@pytest.mark.parametrize("edge", [Qt.Edge.TopEdge, Qt.Edge.BottomEdge])
def test_it_paints(session: Session, qtbot: Any, edge: Qt.Edge) -> None:
    ruler = shown(session, qtbot, edge)
    session.point_at(12.5)
    image = ruler.grab().toImage()
    ink = Look().theme.ink
    x = round(FRAME.scale(session.state.window).x(12.5))
    column = [image.pixelColor(x, y) for y in range(image.height())]
    assert ink in column
    session.apply(lambda state: view_state.show(state, Span(100.0, 120.0)))
    ruler.grab()


def test_the_flag_names_the_day_and_stays_on_the_ruler(session: Session, qtbot: Any) -> None:
    ruler = shown(session, qtbot)
    session.point_at(12.5)
    text, rect = ruler.flag()
    assert text == "Day 12"
    assert rect.center().x() == pytest.approx(FRAME.scale(session.state.window).x(12.5))
    session.point_at(1000.0)
    assert ruler.flag()[1].right() <= ruler.width()


def test_a_drag_moves_the_cursor(session: Session, qtbot: Any) -> None:
    ruler = shown(session, qtbot)
    scale = FRAME.scale(session.state.window)
    qtbot.mousePress(ruler, LEFT, pos=QPoint(round(scale.x(50.5)), 10))
    assert session.state.cursor == pytest.approx(50.5, abs=0.2)
    qtbot.mouseMove(ruler, QPoint(round(scale.x(70.5)), 10))
    qtbot.mouseRelease(ruler, LEFT, pos=QPoint(round(scale.x(70.5)), 10))
    qtbot.mouseClick(ruler, LEFT, pos=QPoint(20, 10))
    assert session.state.cursor == pytest.approx(70.5, abs=0.2)


def test_the_wheel_zooms_about_the_pointer(session: Session, qtbot: Any) -> None:
    ruler = shown(session, qtbot)
    x = FRAME.left_px + 300.0
    day = FRAME.scale(session.state.window).day(x)
    for place in (QPointF(x, 10), QPointF(20, 10)):
        turned = QWheelEvent(
            place,
            ruler.mapToGlobal(place),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(ruler, turned)
    assert FRAME.scale(session.state.window).day(x) == pytest.approx(day)


def test_the_gutter_explains_day_zero(session: Session, qtbot: Any) -> None:
    ruler = shown(session, qtbot)
    for x, words in ((20, "taken as the transfer"), (500, "")):
        at = QPoint(x, 10)
        asked = QHelpEvent(QEvent.Type.ToolTip, at, ruler.mapToGlobal(at))
        QApplication.sendEvent(ruler, asked)
        assert words in QToolTip.text()
    QToolTip.hideText()


def test_a_case_without_short_words_for_day_zero(opened_from: Open, qtbot: Any) -> None:
    ruler = shown(opened_from(day_zero={"text": "Admission"}), qtbot)
    ruler.grab()


def test_it_follows_the_look(session: Session, qtbot: Any) -> None:
    look = Look()
    ruler = Ruler(session, look, Qt.Edge.TopEdge)
    qtbot.addWidget(ruler)
    before = ruler.minimumSizeHint().height()
    look.set_theme("projector")
    assert ruler.minimumSizeHint().height() > before
    look.set_theme("light")
