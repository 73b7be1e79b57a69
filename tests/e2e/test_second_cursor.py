"""The second cursor by mouse and keys, in every view, and what the panel tells between the two."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.e2e.conftest import OpenWindow
from tests.e2e.measuring_hand import ALT, LEFT, NONE, VIEWS, place, press, view_of
from tests.e2e.screen import click, raise_panel, read, seen, settle
from tests.e2e.small_cases import OpenCase, a_series
from tests.e2e.twins import hide_after, twins
from viewer.ui.window import Window


@pytest.fixture
def window(open_window: OpenWindow) -> Window:
    return open_window()


@pytest.mark.parametrize("name", VIEWS)
def test_alt_and_a_click_put_the_second_cursor(window: Window, name: str) -> None:
    window.verbs.put_cursor(12)
    QTest.mouseClick(view_of(window, name)[0], LEFT, ALT, place(window, name, 80.5))
    settle()
    assert window.session.state.second == pytest.approx(80.5, abs=1)
    assert window.session.state.cursor == 12.5, "the cursor stays"
    assert window.session.state.selection is None


def test_it_is_drawn_dashed_on_its_day_in_every_view(window: Window) -> None:
    before = {name: picture(window, name) for name in VIEWS}
    QTest.mouseClick(view_of(window, "plots")[0], LEFT, ALT, place(window, "plots", 100.5))
    settle()
    second = window.session.state.second
    assert second is not None
    for name in VIEWS:
        x = round(view_of(window, name)[1].x(second))
        now = picture(window, name)
        rows = range(min(before[name].height(), now.height()))
        changed = [
            any(now.pixel(x + dx, y) != before[name].pixel(x + dx, y) for dx in (-1, 0, 1))
            for y in rows
        ]
        assert any(changed), name
        if name in ("timeline", "plots"):
            assert not all(changed), f"{name} has a line without gaps"


def picture(window: Window, name: str) -> QImage:
    return view_of(window, name)[0].grab().toImage()


def test_strip_and_status_say_the_days_between(window: Window) -> None:
    strip = window.chart.measures.strip
    assert not strip.isVisible()
    window.verbs.put_cursor(12)
    press(window, "M")
    assert strip.isVisible()
    assert strip.days() == "same day"
    window.verbs.put_cursor(22)
    settle()
    assert strip.days() == "10 d"
    assert strip.flag()[0] == "Day 12"
    assert "10 d to Day 12" in strip.accessibleDescription()
    assert window.status.day.text() == "Day 22 (10 d to Day 12)"


def test_keys_move_it_and_take_it_away(window: Window) -> None:
    press(window, "Ctrl+Shift+Right")
    assert window.session.state.second is None
    window.verbs.put_cursor(12)
    for keys in ("M", "Ctrl+Shift+Right", "Ctrl+Shift+Right", "Ctrl+Shift+Left"):
        press(window, keys)
    assert window.session.state.second == 13.5
    press(window, "Shift+M")
    assert window.session.state.second is None


def test_escape_selects_nothing_first_and_then_takes_it_away(window: Window) -> None:
    press(window, "M")
    click(window, seen(window, r"TAE.*left"))
    press(window, "Escape")
    assert window.session.state.selection is None
    assert window.session.state.second is not None
    press(window, "Escape")
    assert window.session.state.second is None


def test_its_flag_can_be_dragged(window: Window) -> None:
    window.verbs.put_cursor(12)
    press(window, "M")
    strip = window.chart.measures.strip
    start = strip.flag()[1].center().toPoint()
    px = round(30 * window.chart.timeline.scale().px_per_day)
    QTest.mousePress(strip, LEFT, NONE, start)
    QTest.mouseMove(strip, start + QPoint(px // 2, 0))
    QTest.mouseMove(strip, start + QPoint(px, 0))
    QTest.mouseRelease(strip, LEFT, NONE, start + QPoint(px, 0))
    settle()
    moved = window.session.state.second
    assert moved is not None
    assert 35 < moved < 60
    QTest.mousePress(strip, LEFT, NONE, strip.flag()[1].center().toPoint())
    QTest.mouseMove(strip, start)
    QTest.qWait(50)
    assert window.session.state.second != moved
    press(window, "Escape")
    assert window.session.state.second == moved, "Escape while dragging puts it back"
    QTest.mouseRelease(strip, LEFT, NONE, start)


def test_off_the_window_its_flag_waits_at_the_edge(window: Window) -> None:
    window.verbs.put_cursor(0)
    press(window, "M")
    window.verbs.put_cursor(100)
    for _ in range(6):
        press(window, "+")
    strip = window.chart.measures.strip
    assert strip.flag()[0] == "‹ Day 0"
    assert strip.flag()[1].left() == pytest.approx(window.chart.frame().left_px)


def test_the_panel_tells_values_as_reported_and_why_there_is_no_change(window: Window) -> None:
    panel = raise_panel(window, "measure")
    assert "no second cursor" in read(panel)
    window.verbs.put_cursor(-30)
    press(window, "M")
    window.verbs.put_cursor(12)
    settle()
    words = read(panel)
    assert "54 mg/dL, day 0, 12 days before" in words
    assert "no value at or before this day" in words
    assert "no change to tell: no value at or before one of the days" in words
    window.verbs.put_cursor(22)
    press(window, "M")
    window.verbs.put_cursor(40)
    settle()
    assert "no change to tell: the same value stands for both days" in read(panel)


def test_what_changed_between_two_clicks_is_told_of_each_series(open_case: OpenCase) -> None:
    series = [
        a_series("glucose", (0, 50), (20, 75), unit="mg/dL"),
        a_series("nse", (2, 160), (18, 40), unit="ng/mL"),
    ]
    window = open_case(series=series)
    view, _ = view_of(window, "plots")
    QTest.mouseClick(view, LEFT, NONE, place(window, "plots", 21.5))
    QTest.mouseClick(view, LEFT, ALT, place(window, "plots", 6.5))
    press(window, "Ctrl+M")
    words = read(window.panels.measure)
    assert window.panels.measure.isVisible()
    for said in ("50 mg/dL, day 0, 6 days before", "75 mg/dL, day 20, 1 day before"):
        assert said in words
    assert "+25 mg/dL, × 1.5" in words
    assert "−120 ng/mL, × 0.25" in words
    assert window.chart.measures.strip.days() == "15 d"


def test_a_horizon_takes_it_away_and_tells_nothing_later(qtbot: QtBot, tmp_path: object) -> None:
    with twins(qtbot, tmp_path, 15) as pair:  # type: ignore[arg-type]

        def measured(window: Window) -> None:
            raise_panel(window, "measure")
            window.verbs.put_cursor(40)
            press(window, "M")
            hide_after(window, 15)

        pair.lead(measured)
        assert pair.windows[0].session.state.second is None
        assert pair.found("gone") == {}
        pair.lead(lambda window: (window.verbs.put_cursor(0), press(window, "M")))
        pair.lead(lambda window: window.verbs.put_cursor(15))
        assert pair.windows[0].session.state.second == 0.5
        assert pair.found("between") == {}
