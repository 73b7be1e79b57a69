"""The overview, the history of windows, and the ways to zoom, by mouse and keys."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.e2e.conftest import OpenWindow
from tests.e2e.measuring_hand import drag as mark
from tests.e2e.measuring_hand import view_of
from tests.e2e.screen import click, plain, seen, settle
from viewer.model import view_state
from viewer.model.time import Span
from viewer.ui.overview.overview import Overview
from viewer.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def press(window: Window, keys: str) -> None:
    window.chart.timeline.setFocus()
    QTest.keySequence(window.chart.timeline, keys)
    settle()


def place(overview: Overview, day: float) -> QPoint:
    return QPoint(round(overview.scale().x(day)), overview.height() // 2)


def drag(overview: Overview, start: QPoint, *ways: QPoint, drops: bool = True) -> None:
    """Press, move in steps, and let go."""
    QTest.mousePress(overview, LEFT, NONE, start)
    for way in ways:
        QTest.mouseMove(overview, way)
    if drops:
        QTest.mouseRelease(overview, LEFT, NONE, ways[-1])
    settle()


def show(window: Window, start: float, end: float) -> None:
    window.session.apply(lambda state: view_state.show(state, Span(start, end)))
    settle()


def shown(window: Window) -> Span:
    return window.session.state.window


@pytest.fixture
def window(open_window: OpenWindow) -> Window:
    return open_window()


def test_the_frame_is_the_window(window: Window) -> None:
    overview = window.chart.overview
    show(window, 0, 60)
    frame = overview.window_rect()
    assert frame.left() == pytest.approx(overview.scale().x(0), abs=1)
    assert frame.right() == pytest.approx(overview.scale().x(60), abs=1)
    assert "60 of" in overview.accessibleDescription()


def test_dragging_the_frame_moves_the_window(window: Window) -> None:
    overview = window.chart.overview
    show(window, 0, 60)
    drag(overview, place(overview, 30), place(overview, 40), place(overview, 70))
    assert shown(window).start == pytest.approx(40, abs=1)
    assert shown(window).days == pytest.approx(60)


@pytest.mark.parametrize("end", ["start", "end"])
def test_dragging_an_end_of_the_frame_moves_that_end_alone(window: Window, end: str) -> None:
    overview = window.chart.overview
    show(window, 0, 60)
    drag(overview, place(overview, 0 if end == "start" else 60), place(overview, 20))
    wanted = Span(20, 60) if end == "start" else Span(0, 20)
    assert shown(window) == pytest.approx(wanted, abs=1)


def test_ends_never_cross(window: Window) -> None:
    overview = window.chart.overview
    show(window, 0, 60)
    drag(overview, place(overview, 60), place(overview, -30))
    assert shown(window).start == pytest.approx(0, abs=0.1)
    assert 0 < shown(window).days < 1


def test_a_click_beside_the_frame_brings_its_middle_there(window: Window) -> None:
    overview = window.chart.overview
    show(window, 0, 20)
    QTest.mouseClick(overview, LEFT, NONE, place(overview, 100))
    settle()
    assert (shown(window).start + shown(window).end) / 2 == pytest.approx(100, abs=1)


def test_escape_puts_a_dragged_frame_back(window: Window) -> None:
    overview = window.chart.overview
    show(window, 0, 60)
    overview.setFocus()
    drag(overview, place(overview, 30), place(overview, 70), drops=False)
    QTest.qWait(50)
    assert shown(window).start > 20
    QTest.keyClick(overview, Qt.Key.Key_Escape)
    settle()
    assert shown(window) == Span(0, 60)


def test_keys_move_the_frame_and_its_end(window: Window) -> None:
    overview = window.chart.overview
    show(window, 0, 60)
    overview.setFocus()
    QTest.keyClick(overview, Qt.Key.Key_Right)
    assert shown(window) == pytest.approx(Span(6, 66))
    QTest.keyClick(overview, Qt.Key.Key_Left)
    QTest.keyClick(overview, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert shown(window) == pytest.approx(Span(0, 54))


def test_a_double_click_shows_the_whole_course(window: Window) -> None:
    show(window, 0, 10)
    QTest.mouseDClick(window.chart.overview, LEFT, NONE, place(window.chart.overview, 5))
    settle()
    assert shown(window) == window.session.state.bounds


def test_every_lane_leaves_its_colour_in_the_overview(window: Window) -> None:
    image = window.chart.overview.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(-1, 4)[:, 2::-1].astype(int)
    theme = window.look.theme
    for lane in window.session.case.lanes:
        full = np.array(theme.kind(lane.kind).getRgb()[:3])
        unsure = 0.4 * full + 0.6 * np.array(theme.paper.getRgb()[:3])
        near = [np.abs(pixels - colour).max(axis=1).min() for colour in (full, unsure)]
        assert min(near) <= 2, f"{lane.id} is not to be seen"


def test_the_overview_ends_with_the_horizon(window: Window) -> None:
    before = window.chart.overview.grab().toImage()
    window.session.hide_after(30)
    settle()
    assert window.chart.overview.scale().window.end == 31
    assert window.chart.overview.grab().toImage() != before


def test_keys_move_the_window(window: Window) -> None:
    show(window, 0, 50)
    press(window, "Shift+Right")
    assert shown(window) == pytest.approx(Span(10, 60))
    press(window, "Shift+Left")
    press(window, "Shift+Left")
    assert shown(window) == pytest.approx(Span(-10, 40))


# -- back and forward ---------------------------------------------------------------------------


def test_back_and_forward_by_keys_and_by_the_buttons_of_the_mouse(window: Window) -> None:
    whole = shown(window)
    show(window, 0, 20)
    press(window, "Alt+Left")
    assert shown(window) == whole
    press(window, "Alt+Right")
    assert shown(window) == Span(0, 20)
    viewport = window.chart.timeline.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.BackButton, NONE, QPoint(400, 40))
    settle()
    assert shown(window) == whole
    QTest.mouseClick(viewport, Qt.MouseButton.ForwardButton, NONE, QPoint(400, 40))
    settle()
    assert shown(window) == Span(0, 20)


# -- zoom to ------------------------------------------------------------------------------------


def test_zoom_to_the_lane_of_the_selection(window: Window) -> None:
    click(window, seen(window, r"TAE.*left"))
    press(window, "L")
    assert shown(window).start < 12
    assert shown(window).end > 23
    assert shown(window).days < 20


def test_zoom_to_a_named_period(window: Window) -> None:
    press(window, "P")
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "The whole course"
    assert any("Diazoxide" in text for text in texts)
    next(a for a in menu.actions() if "No hypoglycaemia" in a.text()).trigger()
    menu.close()
    settle()
    assert shown(window).start <= 13
    assert shown(window).end >= 62
    assert shown(window).days < 100


def test_a_named_period_is_chosen_by_keys_alone(window: Window) -> None:
    press(window, "P")
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    wanted = next(a for a in menu.actions() if "No hypoglycaemia" in a.text())
    for _ in menu.actions():
        if menu.activeAction() is wanted:
            break
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()
    assert QApplication.activePopupWidget() is None
    assert shown(window).start <= 13
    assert 62 <= shown(window).end < 110


def test_return_shows_the_selection_and_l_its_lane(window: Window) -> None:
    click(window, seen(window, r"TAE.*left"))
    press(window, "Return")
    close = shown(window)
    assert close.contains(22.5)
    assert close.days < 20
    press(window, "L")
    assert shown(window).contains(12.5)
    assert shown(window).contains(22.5)


def test_a_statement_leads_to_its_lane_too(window: Window) -> None:
    click(window, seen(window, r"^No hypoglycaemia"))
    press(window, "Return")
    assert shown(window).end < 90
    press(window, "L")
    assert shown(window).start < -55, "the first symptoms are of day −61"
    assert shown(window).end > 156


@pytest.mark.parametrize("number", [0, 1])
def test_what_was_marked_by_a_drag_is_zoomed_to_by_keys(window: Window, number: int) -> None:
    for first, last in ((70.5, 90.5), (100.5, 149.5)):
        mark(window, "plots", first, last)
    press(window, "P")
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    wanted = ("A, days 70–90, 21 d", "B, days 100–149, 50 d")[number]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    for _ in range(number + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    assert plain(menu.activeAction().text()) == wanted
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()
    start, days = ((70, 21), (100, 50))[number]
    assert start - days < shown(window).start < start
    assert start + days < shown(window).end < start + 2 * days


# -- trackpad -----------------------------------------------------------------------------------


def swipe(
    window: Window,
    name: str,
    across: int,
    down: int = 0,
    phase: Qt.ScrollPhase = Qt.ScrollPhase.ScrollUpdate,
) -> None:
    """Move two fingers over a view; they tell pixels, and eighths of a degree besides."""
    view, _ = view_of(window, name)
    at = QPointF(600, min(40, view.height() / 2))
    where = QPointF(view.mapToGlobal(at.toPoint()))
    delta, notch = QPoint(across, down), QPoint(round(1.2 * across), round(1.2 * down))
    event = QWheelEvent(at, where, delta, notch, Qt.MouseButton.NoButton, NONE, phase, False)
    QApplication.sendEvent(view, event)
    settle()


@pytest.mark.parametrize("name", ["timeline", "plots", "ruler", "ruler_below"])
def test_fingers_on_a_trackpad_take_the_days_along(window: Window, name: str) -> None:
    show(window, 20, 60)
    _, scale = view_of(window, name)
    swipe(window, name, -50)
    assert shown(window).start == pytest.approx(20 + 50 / scale.px_per_day)
    assert shown(window).days == pytest.approx(40)
    swipe(window, name, 50)
    assert shown(window) == pytest.approx(Span(20, 60))
    under = scale.day(600)
    swipe(window, name, 0, 100)
    assert shown(window).days < 40
    _, closer = view_of(window, name)
    assert closer.day(600) == pytest.approx(under, abs=0.05)


@pytest.mark.parametrize("name", ["timeline", "plots", "ruler", "ruler_below"])
def test_what_a_trackpad_sends_after_the_fingers_left_moves_nothing(
    window: Window, name: str
) -> None:
    show(window, 20, 60)
    swipe(window, name, -50)
    moved = shown(window)
    assert moved.start > 20
    for across, down in ((-50, 0), (0, 80)):
        swipe(window, name, across, down, Qt.ScrollPhase.ScrollMomentum)
        assert shown(window) == moved


@pytest.mark.parametrize("name", ["timeline", "plots"])
def test_a_drag_stops_where_the_hand_lets_go(window: Window, name: str) -> None:
    show(window, 20, 60)
    view, _ = view_of(window, name)
    start = QPoint(600, view.height() - 3)
    QTest.mousePress(view, LEFT, NONE, start)
    for step in range(1, 8):
        QTest.mouseMove(view, start - QPoint(30 * step, 0))
    QTest.mouseRelease(view, LEFT, NONE, start - QPoint(210, 0))
    moved = shown(window)
    assert moved.start > 20
    QTest.qWait(120)  # several frames, in which a throw would go on
    assert shown(window) == moved
