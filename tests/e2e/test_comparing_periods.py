"""Two periods marked by hand, keys and numbers, and what the panel says of them."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QSpinBox
from pytestqt.qtbot import QtBot

from tests.e2e.conftest import OpenWindow
from tests.e2e.measuring_hand import CTRL, LEFT, NONE, VIEWS, drag, place, press, view_of, words_of
from tests.e2e.screen import click, raise_panel, read, seen, settle
from tests.e2e.twins import hide_after, twins
from viewer.model import measuring, view_state
from viewer.model.time import Span
from viewer.ui.window import Window


@pytest.fixture
def window(open_window: OpenWindow) -> Window:
    return open_window()


def periods(window: Window) -> tuple[Span, ...]:
    return window.session.state.periods


@pytest.mark.parametrize("name", VIEWS)
def test_a_drag_with_ctrl_marks_whole_days_and_moves_nothing_else(
    window: Window, name: str
) -> None:
    before = window.session.state
    drag(window, name, 70.3, 90.6)
    assert periods(window) == (Span(70, 91),)
    assert (window.session.state.window, window.session.state.cursor) == (
        before.window,
        before.cursor,
    )
    drag(window, name, 120.6, 100.3)
    assert periods(window) == (Span(70, 91), Span(100, 121))
    drag(window, name, 130.5, 140.5)
    assert periods(window) == (Span(100, 121), Span(130, 141)), "the older one is replaced"


def test_a_drag_keeps_to_the_days_of_events_near_it(window: Window) -> None:
    drag(window, "timeline", 13.1, 21.2)
    assert periods(window)[0].end == 23, "TAE of day 22 is half a line away"


def test_a_click_with_ctrl_marks_nothing(window: Window) -> None:
    view, _ = view_of(window, "plots")
    QTest.mouseClick(view, LEFT, CTRL, place(window, "plots", 80.5))
    settle()
    assert periods(window) == ()


def test_escape_abandons_a_drag(window: Window) -> None:
    drag(window, "plots", 70.5, 90.5, drops=False)
    QTest.qWait(50)
    assert periods(window) != ()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert periods(window) == ()
    view, _ = view_of(window, "plots")
    QTest.mouseMove(view, place(window, "plots", 120))
    QTest.mouseRelease(view, LEFT, CTRL, place(window, "plots", 120))
    settle()
    assert periods(window) == ()


@pytest.mark.parametrize(("name", "keys"), [("plots", CTRL), ("strip", NONE)])
def test_edges_can_be_dragged(window: Window, name: str, keys: Qt.KeyboardModifier) -> None:
    drag(window, "plots", 70.5, 90.5)
    drag(window, name, 91, 105, keys)
    assert periods(window) == (Span(70, 105),)
    drag(window, name, 70, 80, keys)
    assert periods(window) == (Span(80, 105),)
    drag(window, name, 80, 120, keys)
    assert periods(window) == (Span(104, 105),), "edges never cross"


def test_periods_are_named_by_letters_in_the_strip_above_the_ruler(window: Window) -> None:
    strip = window.chart.measures.strip
    drag(window, "plots", 70.5, 99.5)
    drag(window, "plots", 110.5, 150.5)
    first, second = strip.names()
    assert (first.number, second.number) == (0, 1)
    assert second.words == "days 110–150, 41 d"
    assert first.letter.right() < second.letter.left()
    assert strip.isVisible()
    assert "B: days 110–150, 41 d" in strip.accessibleDescription()
    drag(window, "plots", 75.5, 140.5)
    upper, lower = strip.names()
    assert not upper.letter.intersects(lower.letter), "overlapping ones have a row each"
    press(window, "Shift+C")
    assert periods(window) == ()
    assert not strip.isVisible()


def test_periods_follow_folds(window: Window) -> None:
    drag(window, "plots", 0.5, 100.5)
    press(window, "F")
    scale = window.chart.timeline.scale()
    (named,) = window.chart.measures.strip.names()
    assert scale.gaps
    assert named.letter.left() == pytest.approx(scale.x(periods(window)[0].start), abs=1)


def test_selection_and_cursors_give_periods(window: Window) -> None:
    press(window, "C")
    press(window, "B")
    assert periods(window) == ()
    click(window, seen(window, r"No hypoglyc"))
    press(window, "C")
    assert periods(window) == (Span(13, 62),)
    window.verbs.put_cursor(11)
    press(window, "M")
    window.verbs.put_cursor(0)
    press(window, "B")
    assert periods(window) == (Span(13, 62), Span(0, 12))


def test_the_menu_of_periods_gives_periods_too(window: Window) -> None:
    press(window, "P")
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    (used,) = menu.findChildren(QMenu)
    next(a for a in used.actions() if "No hypoglyc" in a.text()).trigger()
    menu.close()
    settle()
    assert periods(window) == (Span(13, 62),)


def test_the_panel_is_honest_about_the_shipped_case(window: Window) -> None:
    press(window, "Ctrl+Shift+B")
    panel = window.panels.compare
    assert panel.isVisible()
    assert "No period is marked" in read(panel)
    window.verbs.put_cursor(0)
    settle()
    QTest.mouseClick(panel.add_link, LEFT, NONE, words_of(panel.add_link))
    settle()
    assert periods(window) == (Span(0, 1),)
    type_days(panel.fields[0].findChildren(QSpinBox), 0, 11)
    window.verbs.put_cursor(61)
    QTest.mouseClick(panel.add_link, LEFT, NONE, words_of(panel.add_link))
    settle()
    type_days(panel.fields[1].findChildren(QSpinBox), 13, 61)
    assert periods(window) == (Span(0, 12), Span(13, 62))
    words = read(panel)
    assert "A, days 0–11, 12 d" in words
    assert "B, days 13–61, 49 d" in words
    press(window, "Ctrl+Alt+C")
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    glucose = {line[0]: line[1:] for line in lines[2:11]}
    assert lines[1] == ["Glucose (mg/dL)"]
    assert glucose["Number of values"] == ["1; 1 more may be from these days", "no values"]
    assert glucose["Range"] == ["54 mg/dL", "no values"]
    assert glucose["Median"] == ["not enough data", "no values"]
    assert glucose["Time below 70"] == ["not a sensor series", "no values"]
    assert "In words, A" not in glucose
    (said,) = glucose["In words, B"]
    assert "statement" in said
    assert "No hypoglycaemia" in said
    assert all(cell in words for cell in glucose["Range"])


def type_days(fields: list[QSpinBox], first: int, last: int) -> None:
    for field, day in zip(fields, (first, last), strict=True):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, str(day))
        QTest.keyClick(field, Qt.Key.Key_Return)
        settle()


def test_a_typed_first_day_after_the_last_takes_it_along(window: Window) -> None:
    panel = raise_panel(window, "compare")
    drag(window, "plots", 70.5, 90.5)
    first, last = window.panels.compare.fields[0].findChildren(QSpinBox)
    type_days([first, last], 95, 95)
    assert periods(window) == (Span(95, 96),)
    assert first.accessibleName() == "Period A, first day"
    assert panel.isVisible()


def test_a_horizon_cuts_periods_and_their_figures_tell_nothing_later(
    qtbot: QtBot, tmp_path: object
) -> None:
    with twins(qtbot, tmp_path, 30) as pair:  # type: ignore[arg-type]

        def compared(window: Window) -> str:
            raise_panel(window, "compare")
            for span in (Span(0, 12), Span(14, 100)):
                window.session.apply(partial(measuring.add_period, span=span))
            hide_after(window, 30)
            press(window, "Ctrl+Alt+C")
            return QGuiApplication.clipboard().text()

        one, other = pair.lead(compared)
        assert one == other
        assert pair.windows[0].session.state.periods[1].end == 31
        assert pair.found("compared") == {}
        pair.lead(lambda window: hide_after(window, 10))
        assert pair.windows[0].session.state.periods == (Span(0, 11),)


def test_days_are_named_and_typed_as_they_are_labelled(window: Window) -> None:
    panel = raise_panel(window, "compare")
    window.session.apply(partial(measuring.add_period, span=Span(0, 12)))
    window.session.apply(partial(view_state.label_days, kind="day_1"))
    settle()
    assert "days 1–12, 12 d" in read(panel)
    assert window.panels.compare.heading == "days 1–12"
    assert "days 1–12" in window.chart.measures.strip.accessibleDescription()
    fields = window.panels.compare.fields[0].findChildren(QSpinBox)
    assert [field.value() for field in fields] == [1, 12]
    type_days(fields, 2, 5)
    assert periods(window) == (Span(1, 5),)
