"""The ruler: ticks, day zero, captions, and the flag that drags the cursor."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
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
@pytest.mark.parametrize(
    ("start", "end", "named"),
    [
        (12.06, 12.9, "Day 12 04:00"),
        (12.11, 12.9, "Day 12 04:00"),
        (12 + 2 / 24, 12 + 3 / 24, "Day 12 02:05"),
        (12.34, 12.38, "Day 12 08:15"),
    ],
)
def test_hours_without_a_midnight_name_their_day(
    start: float, end: float, named: str, edge: Qt.Edge, session: Session, qtbot: Any
) -> None:
    ruler = shown(session, qtbot, edge)
    session.point_at(12.5)
    session.apply(lambda state: view_state.show(state, Span(start, end)))
    labels = [(text, rect) for text, rect, _ in ruler.tick_labels() if text]
    assert [text for text, _ in labels if text.startswith("Day 12 ")] == [named]
    assert all(a.right() < b.left() for (_, a), (_, b) in itertools.pairwise(labels))
    assert all(r.left() >= FRAME.left_px and r.right() <= ruler.width() for _, r in labels)


def test_the_flag_at_the_edge_does_not_cover_the_day_of_the_hours(
    session: Session, qtbot: Any
) -> None:
    ruler = shown(session, qtbot)
    session.point_at(0.5)
    session.apply(lambda state: view_state.show(state, Span(12.05, 12.9)))
    (rect,) = (rect for text, rect, _ in ruler.tick_labels() if text.startswith("Day 12 "))
    assert not ruler.flag()[1].intersects(rect)


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


@pytest.mark.parametrize(
    ("cursor", "text"), [(0.5, "‹ Day 0"), (160.5, "Day 160 ›"), (-20.5, "‹ Day −21")]
)
def test_a_cursor_off_the_window_waits_at_the_edge(
    cursor: float, text: str, session: Session, qtbot: Any
) -> None:
    ruler = shown(session, qtbot)
    session.point_at(cursor)
    session.apply(lambda state: view_state.show(state, Span(100.0, 120.0)))
    shown_text, rect = ruler.flag()
    assert shown_text == text
    edge = rect.left() - FRAME.left_px if text[0] == "‹" else ruler.width() - rect.right()
    assert edge == pytest.approx(0)
    assert Look().theme.ink in [
        ruler.grab().toImage().pixelColor(round(x), round(rect.top()) + 3)
        for x in (rect.left() + 6, rect.right() - 6)
    ]
    before = session.state.window
    qtbot.mouseMove(ruler, rect.center().toPoint())
    assert ruler.cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mousePress(ruler, LEFT, pos=rect.center().toPoint())
    assert session.state.cursor == cursor
    assert session.state.window.contains(cursor)
    assert session.state.window.days == pytest.approx(before.days)
    drag = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(400, 10),
        ruler.mapToGlobal(QPointF(400, 10)),
        Qt.MouseButton.NoButton,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(ruler, drag)
    assert session.state.cursor == cursor
    qtbot.mouseRelease(ruler, LEFT, pos=rect.center().toPoint())
    assert "‹" not in ruler.flag()[0]
    assert "›" not in ruler.flag()[0]


def test_the_ruler_ends_with_the_horizon(session: Session, qtbot: Any) -> None:
    ruler = shown(session, qtbot)
    theme, x, y = Look().theme, ruler.width() - 4, 4
    assert ruler.grab().toImage().pixelColor(x, y) == theme.paper
    session.hide_after(61)
    assert ruler.grab().toImage().pixelColor(x, y) == theme.window


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
