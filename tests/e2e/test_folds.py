"""Folds: one column a day in every view, a length that is told, a click that opens them."""

import re

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.e2e.conftest import OpenWindow
from tests.e2e.measuring_hand import view_of
from tests.e2e.screen import on_timeline, points_of, read, seen, settle, tooltip_at
from tests.e2e.small_cases import OpenCase, an_event
from viewer.geometry.time_scale import Stretch
from viewer.ui.theme import ThemeName
from viewer.ui.window import Window

AGREEMENT_PX = 0.5


def press(window: Window, keys: str) -> None:
    window.chart.timeline.setFocus()
    QTest.keySequence(window.chart.timeline, keys)
    settle()


def gaps(window: Window) -> tuple[Stretch, ...]:
    return window.chart.timeline.scale().gaps


def chart_x(window: Window, widget: QWidget, x: float) -> float:
    return widget.mapTo(window.chart, QPointF(x, 0)).x()


def assert_one_column(window: Window, day: int, mark: str | None) -> None:
    """Ruler, mark and values of a day stand in one column."""
    columns = []
    for ruler in (window.chart.ruler, window.chart.ruler_below):
        for text, rect, _ in ruler.tick_labels():
            if re.fullmatch(rf"(Day )?{day}", text.replace("−", "-")):
                columns.append(chart_x(window, ruler, rect.center().x()))
    if mark is not None:
        thing = seen(window, mark)
        assert thing.mark is not None
        viewport = window.chart.timeline.viewport()
        columns.append(chart_x(window, viewport, thing.mark.center().x()))
    if day == 0:  # all dated values of the case are of this day
        dated = (point for point in points_of(window) if point.day is not None)
        columns += [chart_x(window, window.chart.plots, point.place.x()) for point in dated]
    assert len(columns) >= 2
    assert max(columns) - min(columns) <= AGREEMENT_PX, f"day {day}: {columns}"


@pytest.mark.parametrize("size", [(1280, 800), (1600, 1000)])
def test_long_gaps_fold_and_every_view_keeps_one_column_a_day(
    open_window: OpenWindow, size: tuple[int, int]
) -> None:
    window = open_window(size=size)
    before = window.chart.timeline.scale().px_per_day
    press(window, "F")
    assert len(gaps(window)) == 2
    assert window.chart.timeline.scale().px_per_day > 1.5 * before
    assert window.chart.plots.scale() == window.chart.timeline.scale()
    assert_one_column(window, 0, None)
    assert window.session.state.window == window.session.state.bounds
    window.session.select("tae-left")
    settle()
    assert_one_column(window, 20, None)


def test_no_event_is_lost_in_a_fold(open_window: OpenWindow) -> None:
    window = open_window()
    before = {thing.id for thing in on_timeline(window)}
    press(window, "F")
    assert {thing.id for thing in on_timeline(window)} == before
    hidden = [gap.days for gap in gaps(window)]
    marks = [e.when.anchor for e in window.session.case.events]
    assert not any(gap.contains(mark) for gap in hidden for mark in marks if mark < 60)


@pytest.mark.parametrize("view", ["timeline", "plots", "ruler"])
def test_a_fold_tells_its_length_and_a_click_opens_it(open_window: OpenWindow, view: str) -> None:
    window = open_window()
    press(window, "F")
    gap = gaps(window)[-1]
    widget: QWidget = getattr(window.chart, view)
    if view == "timeline":
        widget = window.chart.timeline.viewport()
    x = round((gap.left_px + gap.right_px) / 2)
    y = 3 if view != "plots" else widget.height() - 3
    place = QPoint(x, y)
    assert f"{gap.days.days:.0f} d" in tooltip_at(widget, place)
    cursor = window.session.state.cursor
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle()
    assert len(gaps(window)) == 1
    assert gap.days not in window.session.state.folds
    assert window.session.state.cursor == cursor


def is_written(image: QImage, columns: range, ground: QColor) -> bool:
    """Tell whether something as dark as letters stands in some columns."""
    lightness = [image.pixelColor(x, y).lightness() for x in columns for y in range(image.height())]
    return min(lightness) < ground.lightness() - 100


@pytest.mark.parametrize("cursor", [0, 101])
def test_a_fold_is_marked_with_its_length_wherever_the_cursor_is(
    open_window: OpenWindow, cursor: int
) -> None:
    window = open_window()
    window.verbs.put_cursor(cursor)
    press(window, "F")
    ground = window.look.theme.statement
    for gap in gaps(window):
        lengths = 0
        for name in ("timeline", "plots", "ruler", "ruler_below"):
            view, _ = view_of(window, name)
            image = view.grab().toImage()
            rows = range(image.height())
            inside = range(round(gap.left_px) + 6, round(gap.right_px) - 6)
            around = {image.pixel(x, y) for x in inside for y in rows}
            assert ground.rgb() in around, f"no ground in the {name}"
            for edge in (gap.left_px, gap.right_px):
                across = [round(edge) + dx for dx in range(-4, 5)]
                wave = [min(image.pixelColor(x, y).lightness() for x in across) for y in rows]
                crossed = sum(lightness < ground.lightness() - 10 for lightness in wave)
                assert crossed > 0.7 * len(rows), f"no wavy line in the {name}"
            if name.startswith("ruler"):
                lengths += is_written(image, inside, ground)
        assert lengths >= 1, "no ruler tells how long it is"


@pytest.mark.parametrize("theme", ["light", "projector"])
def test_folds_of_years_tell_their_length_too(open_case: OpenCase, theme: ThemeName) -> None:
    window = open_case(events=[an_event(f"e{n}", {"day": 4_000 * n}) for n in range(4)])
    window.verbs.set_theme(theme)
    press(window, "F")
    assert len(gaps(window)) == 3
    image = window.chart.ruler.grab().toImage()
    for gap in gaps(window):
        inside = range(round(gap.left_px) + 6, round(gap.right_px) - 6)
        assert is_written(image, inside, window.look.theme.statement)
        middle = QPoint(round((gap.left_px + gap.right_px) / 2), 3)
        assert f"{gap.days.days:.0f} d" in tooltip_at(window.chart.ruler, middle).replace(",", "")


def test_shift_f_shows_all_days_again(open_window: OpenWindow) -> None:
    window = open_window()
    before = window.session.state
    press(window, "F")
    assert window.session.state != before
    press(window, "Shift+F")
    assert window.session.state == before
    assert gaps(window) == ()


def test_gaps_fold_by_themselves_above_the_chosen_share(open_window: OpenWindow) -> None:
    window = open_window()
    window.menus.folds.aboutToShow.emit()
    chosen = next(a for a in window.menus.folds.actions() if "30" in a.text())
    chosen.trigger()
    settle()
    assert len(gaps(window)) == 1, "only the gap after day 61 is above 30 % of the course"
    press(window, "0")
    for _ in range(3):
        press(window, "+")
    folds = window.session.state.folds
    share = window.session.state.window.days * 0.3
    assert all(fold.days > share for fold in folds)
    window.menus.folds.aboutToShow.emit()
    next(a for a in window.menus.folds.actions() if a.text() == "Never").trigger()
    settle()
    assert gaps(window) == ()


def test_the_share_from_which_gaps_fold_is_chosen_by_keys(open_window: OpenWindow) -> None:
    window = open_window()
    window.menus.folds.popup(window.chart.mapToGlobal(QPoint(50, 50)))
    settle()
    for _ in range(9):
        QTest.keyClick(window.menus.folds, Qt.Key.Key_Down)
        if "30" in window.menus.folds.activeAction().text():
            break
    QTest.keyClick(window.menus.folds, Qt.Key.Key_Return)
    settle()
    assert len(gaps(window)) == 1
    press(window, "Shift+F")
    assert gaps(window) == ()
    press(window, "+")
    assert gaps(window) == (), "what was opened stays open"


def test_the_cursor_goes_through_a_fold_and_stays_in_sight(open_window: OpenWindow) -> None:
    window = open_window()
    press(window, "F")
    gap = gaps(window)[-1]
    window.verbs.put_cursor(round(gap.days.start) - 2)
    places = []
    for _ in range(5):
        press(window, "Ctrl+Right")
        places.append(window.chart.timeline.scale().x(window.session.state.cursor))
    assert places == sorted(places)
    assert gap.days.contains(window.session.state.cursor)
    assert gap.left_px <= places[-1] <= gap.right_px
    assert window.chart.ruler.flag()[0] == f"Day {int(window.session.state.cursor)}"


def test_a_fold_made_across_the_cursor_keeps_its_day_in_every_view(open_window: OpenWindow) -> None:
    window = open_window()
    window.verbs.put_cursor(80)
    press(window, "M")
    window.verbs.put_cursor(101)
    settle()
    readouts = [(read_out.value, read_out.off) for read_out in window.chart.plots.readouts]
    details = read(window.panels.details)
    before = {name: view_of(window, name)[0].grab().toImage() for name in ("timeline", "plots")}
    press(window, "F")
    gap = next(gap for gap in gaps(window) if gap.days.contains(101.5))
    assert window.session.state.cursor == 101.5
    assert window.session.state.second == 80.5
    assert window.chart.ruler.flag()[0] == "Day 101"
    assert window.chart.measures.strip.days() == "21 d"
    assert [(one.value, one.off) for one in window.chart.plots.readouts] == readouts
    assert read(window.panels.details) == details
    x = window.chart.timeline.scale().x(101.5)
    assert gap.left_px <= x <= gap.right_px
    ink = window.look.theme.ink.rgb()
    for name, old in before.items():
        now = view_of(window, name)[0].grab().toImage()
        columns = (round(x) - 1, round(x), round(x) + 1)
        line = max(sum(now.pixel(c, y) == ink for y in range(now.height())) for c in columns)
        assert line > 0.5 * now.height(), f"the cursor is not drawn in the {name}"
        assert now != old
    press(window, "Ctrl+Left")
    assert window.session.state.cursor == 100.5
    press(window, "Shift+F")
    assert window.chart.timeline.scale().x(100.5) == pytest.approx(
        window.chart.frame().scale(window.session.state.window).x(100.5)
    )
    assert gaps(window) == ()


def test_a_horizon_inside_a_fold_leaves_nothing_beyond_it(open_window: OpenWindow) -> None:
    window = open_window()
    press(window, "F")
    fold = window.session.state.folds[-1]
    window.session.hide_after(100)
    settle()
    assert fold.start < 101 < fold.end
    assert max(f.end for f in window.session.state.folds) <= 101
    assert gaps(window)[-1].days.end <= 101
