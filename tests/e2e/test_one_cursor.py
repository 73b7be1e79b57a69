"""One cursor, one selection, one pixel column a day, whatever the hand does."""

import math
import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QInputDialog, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.e2e.conftest import OpenWindow
from tests.e2e.screen import (
    box_of,
    canvas_of,
    click,
    holds,
    on_timeline,
    plain,
    points_of,
    raise_panel,
    read,
    seen,
    settle,
    table_rows,
)
from viewer.ui.window import Window

SIZES = [(1280, 800), (1600, 1000), (2560, 1440)]
AGREEMENT_PX = 0.5
EXACT = {r"TAE.*right": 12, r"TAE.*left": 22, r"\bdeath\b": 157}
"""Things with a mark on one exact day."""
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


# -- pixel columns ------------------------------------------------------------------------------


def chart_x(window: Window, widget: QWidget, x: float) -> float:
    """Give a column of a view as a column of the chart."""
    return widget.mapTo(window.chart, QPointF(x, 0)).x()


def plot_columns(window: Window, moment: float) -> list[float]:
    """Give the column of a moment in each plot, by its view box."""
    canvas = canvas_of(window)
    columns = []
    for panel in window.chart.plots.placed.panels:
        scene = box_of(window, panel).mapViewToScene(QPointF(moment, 0))
        at = canvas.viewportTransform().map(scene)
        columns.append(chart_x(window, canvas.viewport(), at.x()))
    return columns


def ruler_columns(window: Window) -> dict[int, list[float]]:
    """Give the columns of the middle of every whole day that the two rulers name."""
    found: dict[int, list[float]] = {}
    for ruler in (window.chart.ruler, window.chart.ruler_below):
        labels = ruler.tick_labels()
        if any(":" in text for text, _, _ in labels):
            continue  # among hours a day's number stands at its midnight
        for text, rect, _ in labels:
            named = re.fullmatch(r"(?:Day )?([−-]?\d+)", text)
            if named is not None:
                day = int(named.group(1).replace("−", "-"))
                found.setdefault(day, []).append(chart_x(window, ruler, rect.center().x()))
    return found


def midnight_columns(window: Window) -> dict[int, list[float]]:
    """Give the columns of the midnights that the two rulers name among hours."""
    found: dict[int, list[float]] = {}
    for ruler in (window.chart.ruler, window.chart.ruler_below):
        labels = ruler.tick_labels()
        for text, rect, _ in labels if any(":" in text for text, _, _ in labels) else ():
            named = re.fullmatch(r"(?:Day )?([−-]?\d+)", text)
            if named is not None:
                day = int(named.group(1).replace("−", "-"))
                found.setdefault(day, []).append(chart_x(window, ruler, rect.center().x()))
    return found


def timeline_columns(window: Window) -> dict[int, list[float]]:
    """Give the columns of the marks of exact days that the timeline shows."""
    found: dict[int, list[float]] = {}
    viewport = window.chart.timeline.viewport()
    for thing in on_timeline(window):
        for pattern, day in EXACT.items():
            if thing.mark is not None and holds((pattern,), thing.label):
                x = chart_x(window, viewport, thing.mark.center().x())
                found.setdefault(day, []).append(x)
    return found


def assert_columns_agree(window: Window) -> None:
    """A day stands in the same column in both rulers, in the timeline and in every plot."""
    settle()
    rulers, marks = ruler_columns(window), timeline_columns(window)
    state = window.session.state
    inside = range(math.ceil(state.window.start), math.floor(state.window.end))
    for day in {*rulers, *marks, *inside[:1], *inside[-1:]}:
        columns = [
            *plot_columns(window, day + 0.5),
            *rulers.get(day, ()),
            *marks.get(day, ()),
        ]
        apart = max(columns) - min(columns)
        assert apart <= AGREEMENT_PX, f"day {day} lies {apart:.2f} px apart: {columns}"
    for day, places in midnight_columns(window).items():
        columns = [*plot_columns(window, day), *places]
        assert max(columns) - min(columns) <= AGREEMENT_PX, f"midnight of day {day}: {columns}"
    for one in points_of(window):
        if one.day is not None and state.window.contains(one.day):
            x = chart_x(window, window.chart.plots, one.place.x())
            assert abs(x - plot_columns(window, one.day)[0]) <= AGREEMENT_PX


def column_of(window: Window, moment: float) -> float:
    """Give the chart's column of a moment, as the first plot has it."""
    return plot_columns(window, moment)[0]


# -- hands --------------------------------------------------------------------------------------


def wheel(widget: QWidget, place: QPoint, notches: int, sideways: bool = False) -> None:
    """Turn the wheel over a place."""
    delta = QPoint(120 * notches, 0) if sideways else QPoint(0, 120 * notches)
    event = QWheelEvent(
        QPointF(place),
        QPointF(widget.mapToGlobal(place)),
        QPoint(),
        delta,
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    settle()


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press, move in steps, let go."""
    QTest.mousePress(widget, LEFT, NONE, start)
    for step in (0.25, 0.5, 0.75, 1.0):
        QTest.mouseMove(widget, start + (end - start) * step)
    QTest.mouseRelease(widget, LEFT, NONE, end)
    settle()


def key(window: Window, name: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key while the chart has the focus."""
    QTest.keyClick(window.chart.timeline, name, modifiers)
    settle()


def focus_chart(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    window.chart.setFocus()
    qtbot.waitUntil(window.chart.timeline.hasFocus)


def view_of(window: Window, name: str) -> QWidget:
    chart = window.chart
    views: dict[str, QWidget] = {
        "timeline": chart.timeline.viewport(),
        "plots": chart.plots,
        "ruler": chart.ruler,
    }
    return views[name]


def empty_place(window: Window, name: str, moment: float) -> QPoint:
    """Give a place of a view in the column of a moment at which nothing else stands."""
    view = view_of(window, name)
    x = view.mapFrom(window.chart, QPointF(column_of(window, moment), 0)).x()
    for y in range(2, view.height() - 2, 3):
        place = QPointF(x, y)
        if name == "timeline" and window.chart.timeline.thing_at(place) is not None:
            continue
        hit = window.chart.plots.thing_at(place) if name == "plots" else None
        if hit is not None and (hit.point is not None or hit.band is not None):
            continue
        return place.toPoint()
    raise AssertionError(f"no empty place in the {name} at {moment}")


# -- columns stay together ----------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_a_day_is_one_column_in_all_views_at_every_zoom(
    open_window: OpenWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = open_window(size=size)
    assert_columns_agree(window)
    for name in ("timeline", "plots", "ruler"):
        view = view_of(window, name)
        place = empty_place(window, name, 15)
        for notches in (3, 3, 4, -2, 6):
            wheel(view, place, notches)
            assert_columns_agree(window)
        focus_chart(window, qtbot)
        key(window, Qt.Key.Key_0)
        assert_columns_agree(window)


@pytest.mark.parametrize("name", ["timeline", "plots", "ruler"])
def test_the_wheel_zooms_about_the_day_under_the_pointer(window: Window, name: str) -> None:
    before = window.session.state.window
    place = empty_place(window, name, 30)
    under = column_of(window, 30)
    wheel(view_of(window, name), place, 4)
    assert window.session.state.window.days < before.days
    assert abs(column_of(window, 30) - under) <= 1.0
    wheel(view_of(window, name), place, -40)
    assert window.session.state.window == window.session.state.bounds
    assert_columns_agree(window)


@pytest.mark.parametrize("name", ["timeline", "plots"])
def test_a_drag_moves_the_days_with_the_pointer(window: Window, qtbot: QtBot, name: str) -> None:
    view = view_of(window, name)
    wheel(view, empty_place(window, name, 30), 6)
    start = empty_place(window, name, 32)
    under = column_of(window, 32)
    selection, cursor = window.session.state.selection, window.session.state.cursor
    drag(view, start, start - QPoint(120, 0))
    qtbot.waitUntil(lambda: abs(column_of(window, 32) - (under - 120)) <= 1.0)
    assert (window.session.state.selection, window.session.state.cursor) == (selection, cursor)
    assert_columns_agree(window)


@pytest.mark.parametrize("name", ["timeline", "plots"])
def test_a_sideways_wheel_moves_the_days(window: Window, name: str) -> None:
    view = view_of(window, name)
    place = empty_place(window, name, 30)
    wheel(view, place, 6)
    before = window.session.state.window
    wheel(view, place, -2, sideways=True)
    after = window.session.state.window
    assert after.start > before.start
    assert math.isclose(after.days, before.days)
    assert_columns_agree(window)


def test_the_columns_agree_after_every_key(window: Window, qtbot: QtBot) -> None:
    focus_chart(window, qtbot)
    for name in ("Plus", "Plus", "Right", "Right", "Minus", "End", "Plus", "Home", "Left", "0"):
        key(window, getattr(Qt.Key, f"Key_{name}"))
        assert_columns_agree(window)
    assert window.session.state.window == window.session.state.bounds


def test_the_columns_agree_while_the_window_and_its_parts_change_size(window: Window) -> None:
    for width, height in ((1400, 900), (1180, 700), (1901, 1003), (1600, 1000)):
        window.resize(width, height)
        assert_columns_agree(window)
    sizes = window.chart.splitter.sizes()
    window.chart.splitter.setSizes([sizes[0] + 150, sizes[1] - 150])
    assert_columns_agree(window)
    window.docks["details"].hide()
    window.docks["imaging"].hide()
    assert_columns_agree(window)


@pytest.mark.parametrize("theme", ["dark", "projector"])
def test_the_columns_agree_in_every_theme(open_window: OpenWindow, theme: str) -> None:
    assert_columns_agree(open_window("--theme", theme))


# -- the cursor line ----------------------------------------------------------------------------


def changed_columns(one: QImage, other: QImage, top: int, bottom: int) -> set[int]:
    ratio = one.devicePixelRatio()
    return {
        round(x / ratio)
        for x in range(one.width())
        if any(
            one.pixel(x, y) != other.pixel(x, y)
            for y in range(round(top * ratio), round(bottom * ratio), 2)
        )
    }


def test_moving_the_cursor_repaints_its_two_columns_and_nothing_else(window: Window) -> None:
    window.verbs.put_cursor(90)
    settle()
    before = window.chart.grab().toImage()
    window.verbs.put_cursor(130)
    settle()
    after = window.chart.grab().toImage()
    lines = [column_of(window, 90.5), column_of(window, 130.5)]
    frame = window.chart.frame()
    for view in (window.chart.timeline, window.chart.plots):
        top = view.mapTo(window.chart, QPoint(0, 0)).y()
        changed = changed_columns(before, after, top, top + view.height())
        on_axis = {x for x in changed if x > frame.left_px}
        assert on_axis
        for x in on_axis:
            assert min(abs(x + 0.5 - line) for line in lines) <= 2.5, f"column {x}: {lines}"
        for line in lines:
            assert any(abs(x + 0.5 - line) <= 1.5 for x in on_axis)


# -- one day, one thing, everywhere -------------------------------------------------------------


def assert_everywhere(window: Window, day: int, off: int | None = None) -> None:
    """Every view stands on a day; where `off` is given, values lie so many days off."""
    settle()
    assert window.status.day.text() == f"Day {day}"
    assert window.chart.ruler.flag()[0] == f"Day {day}"
    assert f"Day {day}" in window.chart.timeline.accessibleDescription()
    assert f"day {day}" in window.panels.imaging.heading or window.panels.imaging.heading == ""
    if off is None:
        off = -day
    for one in window.chart.plots.readouts:
        words = {0: "this day", -1: "1 day before", 1: "1 day after"}.get(
            off, f"{abs(off)} days {'before' if off < 0 else 'after'}"
        )
        assert one.off == words, one


def selected_row(window: Window) -> str:
    table = window.panels.events.table
    rows = table.selectionModel().selectedRows()
    return " | ".join(table_rows(table)[rows[0].row()]) if len(rows) == 1 else ""


def title_of_details(window: Window) -> str:
    return read(window.panels.details).splitlines()[0]


def assert_selected(window: Window, *patterns: str) -> None:
    """Timeline, table and details name the same selected thing."""
    thing = seen(window, *patterns)
    settle()
    assert window.session.state.selection == thing.id
    assert holds(patterns, selected_row(window)), selected_row(window)
    assert holds(patterns, read(window.panels.details)), read(window.panels.details)
    assert title_of_details(window) in thing.label


def test_a_click_on_the_first_tae_is_followed_everywhere(window: Window) -> None:
    click(window, seen(window, "TAE", "right"))
    assert_selected(window, "TAE", "right")
    assert_everywhere(window, 12)
    assert holds((r"TAE.*right",), window.status.going_on.text())
    assert holds((r"CT before TAE|CT on admission",), read(window.panels.imaging))


def test_a_click_on_the_second_tae_then_on_death_is_followed_everywhere(window: Window) -> None:
    click(window, seen(window, "TAE", "left"))
    assert_selected(window, "TAE", "left")
    assert_everywhere(window, 22)
    click(window, seen(window, r"\bdeath\b"))
    assert_selected(window, r"\bdeath\b")
    assert_everywhere(window, 157)
    assert holds((r"contrast",), read(window.panels.imaging))


def test_a_click_on_a_row_of_the_table_is_followed_everywhere(window: Window) -> None:
    raise_panel(window, "events")
    table = window.panels.events.table
    rows = [" | ".join(row) for row in table_rows(table)]
    row = next(i for i, words in enumerate(rows) if holds((r"TAE", r"left"), words))
    index = table.model().index(row, 1)
    table.scrollTo(index)
    settle()
    QTest.mouseClick(table.viewport(), LEFT, NONE, table.visualRect(index).center())
    assert_selected(window, "TAE", "left")
    assert_everywhere(window, 22)


def test_a_sorted_table_still_selects_the_row_that_is_clicked(window: Window) -> None:
    raise_panel(window, "events")
    table = window.panels.events.table
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(1) + 20, header.height() // 2)
    for _ in range(2):
        QTest.mouseClick(header.viewport(), LEFT, NONE, place)
        settle()
        rows = [" | ".join(row) for row in table_rows(table)]
        row = next(i for i, words in enumerate(rows) if holds((r"TAE", r"right"), words))
        index = table.model().index(row, 1)
        table.scrollTo(index)
        settle()
        QTest.mouseClick(table.viewport(), LEFT, NONE, table.visualRect(index).center())
        assert_selected(window, "TAE", "right")
        click(window, seen(window, r"\bdeath\b"))


def test_a_click_on_a_point_of_a_plot_selects_its_series_and_its_day(window: Window) -> None:
    click(window, seen(window, r"\bdeath\b"))
    glucose = next(p for p in points_of(window) if p.value == 54.0)
    QTest.mouseClick(window.chart.plots, LEFT, NONE, glucose.place.toPoint())
    assert_everywhere(window, 0)
    details = read(window.panels.details)
    assert holds((r"glucose", r"54 mg/dL"), details), details
    assert selected_row(window) == ""


@pytest.mark.parametrize("name", ["timeline", "plots"])
def test_a_click_on_empty_ground_puts_the_cursor_there_and_selects_nothing(
    window: Window, name: str
) -> None:
    click(window, seen(window, "TAE", "right"))
    QTest.mouseClick(view_of(window, name), LEFT, NONE, empty_place(window, name, 130.5))
    assert window.session.state.selection is None
    assert_everywhere(window, 130)
    assert selected_row(window) == ""
    assert title_of_details(window) == "Day 130"


def test_a_drag_on_the_ruler_takes_the_cursor_along(window: Window) -> None:
    ruler = window.chart.ruler
    start, end = (empty_place(window, "ruler", day) for day in (20.5, 70.5))
    drag(ruler, start, end)
    assert_everywhere(window, 70)
    flag = ruler.flag()[1].center().x()
    assert abs(chart_x(window, ruler, flag) - column_of(window, 70.5)) <= 1.0
    assert window.session.state.selection is None


def test_arrow_keys_step_through_the_course_and_stop_at_its_ends(
    window: Window, qtbot: QtBot
) -> None:
    focus_chart(window, qtbot)
    key(window, Qt.Key.Key_End)
    assert_selected(window, r"\bdeath\b")
    assert_everywhere(window, 157)
    key(window, Qt.Key.Key_Right)
    assert_selected(window, r"\bdeath\b")
    steps = [window.session.state.selection]
    cursors = [window.session.state.cursor]
    key(window, Qt.Key.Key_Left)
    while window.session.state.selection != steps[-1]:
        steps.append(window.session.state.selection)
        cursors.append(window.session.state.cursor)
        key(window, Qt.Key.Key_Left)
    assert cursors == sorted(cursors, reverse=True)
    events = [s.id for s in on_timeline(window) if not s.is_statement]
    assert sorted(filter(None, steps)) == sorted(events)
    key(window, Qt.Key.Key_Home)
    assert window.session.state.selection == steps[-1]
    key(window, Qt.Key.Key_Right)
    assert window.session.state.selection == steps[-2]


@pytest.mark.parametrize("name", ["timeline", "plots"])
def test_a_key_acts_once_in_either_view(window: Window, qtbot: QtBot, name: str) -> None:
    view: QWidget = getattr(window.chart, name)
    window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    whole = window.session.state.window
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert math.isclose(window.session.state.window.days, whole.days / 1.5)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert window.session.state.window == whole
    QTest.keyClick(view, Qt.Key.Key_Home)
    first = window.session.state.selection
    QTest.keyClick(view, Qt.Key.Key_Right)
    second = window.session.state.selection
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert len({first, second, window.session.state.selection}) == 3
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert window.session.state.selection == second


def test_up_and_down_go_from_lane_to_lane(window: Window, qtbot: QtBot) -> None:
    click(window, seen(window, "TAE", "right"))
    focus_chart(window, qtbot)
    key(window, Qt.Key.Key_Down)
    below = next(s for s in on_timeline(window) if s.id == window.session.state.selection)
    assert below.kind == "diagnostic"
    key(window, Qt.Key.Key_Up)
    above = next(s for s in on_timeline(window) if s.id == window.session.state.selection)
    assert above.kind == "procedure"


def test_escape_lets_go_of_the_selection_and_keeps_the_day(window: Window, qtbot: QtBot) -> None:
    click(window, seen(window, "TAE", "right"))
    focus_chart(window, qtbot)
    key(window, Qt.Key.Key_Escape)
    assert window.session.state.selection is None
    assert_everywhere(window, 12)
    assert selected_row(window) == ""
    assert title_of_details(window) == "Day 12"


def test_control_and_arrows_move_the_cursor_by_whole_days(window: Window, qtbot: QtBot) -> None:
    click(window, seen(window, "TAE", "right"))
    focus_chart(window, qtbot)
    key(window, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert_everywhere(window, 13)
    assert window.session.state.selection is None
    key(window, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    key(window, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert_everywhere(window, 11)


def answer_dialog(qtbot: QtBot, act: Callable[[QInputDialog], None]) -> Callable[[], bool]:
    """Act on the dialog that comes up next; the result tells whether it came."""
    came: list[bool] = []
    timer = QTimer()
    timer.setInterval(20)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QInputDialog):
            timer.stop()
            came.append(True)
            act(dialog)

    timer.timeout.connect(look)
    timer.start()
    return lambda: bool(came) and not timer.isActive()


def test_go_to_day_brings_the_cursor_to_that_day_everywhere(window: Window, qtbot: QtBot) -> None:
    def act(dialog: QInputDialog) -> None:
        box = dialog.findChild(QSpinBox)
        assert box is not None
        box.selectAll()
        QTest.keyClicks(box, "44")
        QTest.keyClick(box, Qt.Key.Key_Return)

    focus_chart(window, qtbot)
    has_come = answer_dialog(qtbot, act)
    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(has_come)
    assert_everywhere(window, 44)
    assert holds((r"contrast CT", r"within days 40–50"), window.status.going_on.text())


def test_go_to_day_can_be_left_without_going(window: Window, qtbot: QtBot) -> None:
    click(window, seen(window, "TAE", "right"))
    has_come = answer_dialog(qtbot, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(has_come)
    assert_selected(window, "TAE", "right")
    assert_everywhere(window, 12)


def test_return_zooms_to_the_selected_thing_and_0_shows_the_whole_course(
    window: Window, qtbot: QtBot
) -> None:
    click(window, seen(window, r"etoposide"))
    focus_chart(window, qtbot)
    key(window, Qt.Key.Key_Return)
    state = window.session.state
    assert state.window.days < state.bounds.days
    assert state.window.contains(41.0)
    assert_columns_agree(window)
    key(window, Qt.Key.Key_0)
    assert window.session.state.window == window.session.state.bounds


def test_a_double_click_zooms_to_what_is_under_the_pointer(window: Window) -> None:
    thing = seen(window, "diazoxide")
    click(window, thing)
    view = window.chart.timeline.viewport()
    assert thing.bar is not None
    y = thing.bar.center().y() - window.chart.timeline.verticalScrollBar().value()
    place = QPointF(thing.bar.center().x(), y).toPoint()
    QTest.mouseDClick(view, LEFT, NONE, place)
    settle()
    state = window.session.state
    assert state.window.days < 60
    assert state.window.start <= 0
    assert state.window.end >= 13
    assert_columns_agree(window)


def test_what_is_selected_stays_selected_when_its_link_in_the_details_is_followed(
    window: Window,
) -> None:
    click(window, seen(window, "diazoxide"))
    links = window.panels.details.findChildren(QAbstractButton)
    (link,) = [one for one in links if holds((r"^octreotide",), plain(one.text()))]
    QTest.mouseClick(link, LEFT, NONE, QPoint(4, link.height() // 2))
    assert_selected(window, "octreotide")


def test_a_part_that_is_not_in_the_case_is_not_selected(window: Window) -> None:
    click(window, seen(window, "TAE", "right"))
    window.session.select("no-such-part")
    assert_selected(window, "TAE", "right")
