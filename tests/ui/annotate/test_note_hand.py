"""The hand on reviewers' notes: dragging one's own, and marking new ones on every view."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.annotate.drawn import ALT, LEFT, SHIFT, Board, board, move, on_day, on_days
from viewer.model import view_state
from viewer.model.annotation import OnBox, OnDay, OnPeriod, OnPoint
from viewer.model.plot_choices import PlotChoices
from viewer.model.time import Span

__all__ = ["board"]


def days_of(board: Board, id_: str) -> tuple[float, float]:
    span = board.content(id_).span
    assert span is not None
    return span.start, span.end


def to_day(board: Board, id_: str, day: float) -> tuple[QPoint, QPoint]:
    """Give where the mark of a note is, and where a hand takes it for a day."""
    start = board.mark_of(id_)
    return start, QPoint(board.x(day), start.y())


def far_from_events(board: Board) -> None:
    """Show days on which nothing of the case happens, so that only whole days attract."""
    board.session.apply(lambda s: view_state.show(s, Span(100, 140)))
    board.settle()


# --- dragging ------------------------------------------------------------------------------------


def test_a_note_goes_to_the_middle_of_the_day_it_is_dragged_to(board: Board) -> None:
    (note,) = board.put(on_day(110.5))
    far_from_events(board)
    board.drag(board.strip, *to_day(board, note, 117.2))
    assert days_of(board, note) == (117, 117)
    assert board.note(note).mark.center().x() == pytest.approx(board.x(117.5), abs=1)
    assert board.session.annotating.stack.undoText() == "Move note"
    board.session.annotating.undo()
    board.settle()
    assert days_of(board, note) == (110.5, 110.5)
    board.session.annotating.redo()
    assert days_of(board, note) == (117, 117)


def test_one_drag_is_one_step_and_is_saved(board: Board) -> None:
    (note,) = board.put(on_day(110.5))
    far_from_events(board)
    steps = board.session.annotating.stack.count()
    versions = len(board.session.annotations.annotations[note].versions)
    board.drag(board.strip, *to_day(board, note, 125.5))
    assert board.session.annotating.stack.count() == steps + 1
    assert len(board.session.annotations.annotations[note].versions) == versions + 1
    board.wait_saved()
    again = board.sit_down("Reader")
    content = again.annotations.content(note)
    assert content is not None
    assert content.target == OnDay(day=125)


def test_a_drag_shows_where_it_would_go_and_escape_abandons_it(board: Board) -> None:
    (note,) = board.put(on_day(110.5))
    far_from_events(board)
    board.drag(board.strip, *to_day(board, note, 125.5), let_go=False)
    assert board.note(note).mark.center().x() == pytest.approx(board.x(125.5), abs=1)
    assert days_of(board, note) == (110.5, 110.5)  # nothing is changed yet
    selection = board.session.state.selection
    QTest.keyClick(board.chart.timeline, Qt.Key.Key_Escape)
    board.settle()
    assert board.note(note).mark.center().x() == pytest.approx(board.x(110.5), abs=1)
    QTest.mouseRelease(board.strip, LEFT, pos=QPoint(board.x(125.5), 10))
    board.settle()
    assert days_of(board, note) == (110.5, 110.5)
    assert board.session.state.selection == selection
    board.drag(board.strip, *to_day(board, note, 120.5))
    assert days_of(board, note) == (120, 120)


def test_a_note_snaps_to_an_event_and_alt_switches_that_off(board: Board) -> None:
    (note,) = board.put(on_day(40.5))
    when = next(e for e in board.session.case.events if e.id == "tae-left").when.anchor
    near = when + 4 / board.strip.scale().px_per_day
    board.drag(board.strip, *to_day(board, note, near))
    assert days_of(board, note)[0] == when - 0.5  # the whole day, as the event has it
    assert board.note(note).mark.center().x() == pytest.approx(board.x(when), abs=1)
    start, end = to_day(board, note, 30.3)
    board.drag(board.strip, start, end, moving_keys=ALT)
    day = days_of(board, note)[0]
    assert day == pytest.approx(30.3, abs=1.1 / board.strip.scale().px_per_day)
    assert not day.is_integer()


@pytest.mark.parametrize(("edge", "to", "expected"), [("start", 105.8, 106), ("end", 126.3, 126)])
def test_an_edge_moves_alone_to_a_midnight(
    board: Board, edge: str, to: float, expected: float
) -> None:
    (note,) = board.put(on_days(112, 120))
    far_from_events(board)
    line = board.note(note).line
    assert line is not None
    y = round(board.strip.on_widget(board.note(note).mark).bottom()) + 3
    start = QPoint(round(line[0] if edge == "start" else line[1]), y)
    board.drag(board.strip, start, QPoint(board.x(to), y))
    first, last = (expected, 120) if edge == "start" else (112, expected)
    assert days_of(board, note) == (first, last)
    assert board.session.annotating.stack.undoText() == "Change period"


def test_an_edge_does_not_pass_the_other_one(board: Board) -> None:
    (note,) = board.put(on_days(112, 120))
    far_from_events(board)
    line = board.note(note).line
    assert line is not None
    y = round(board.strip.on_widget(board.note(note).mark).bottom()) + 3
    board.drag(board.strip, QPoint(round(line[1]), y), QPoint(board.x(103), y))
    assert days_of(board, note) == (112, 113)


def test_a_bar_moves_with_its_length(board: Board) -> None:
    (note,) = board.put(on_days(112, 120))
    far_from_events(board)
    start = board.mark_of(note)
    board.drag(board.strip, start, start + QPoint(board.x(105) - board.x(112), 0))
    assert days_of(board, note) == (105, 113)


def test_colleagues_notes_do_not_move(board: Board) -> None:
    board.put(on_day(110.5))
    (theirs,) = board.colleague("Bob", on_day(120.5))
    far_from_events(board)
    start, end = to_day(board, theirs, 130.5)
    steps = board.session.annotating.stack.count()
    board.drag(board.strip, start, end, let_go=False)
    assert board.strip.cursor().shape() == Qt.CursorShape.ForbiddenCursor
    assert board.note(theirs).mark.center().x() == pytest.approx(board.x(120.5), abs=1)
    QTest.mouseRelease(board.strip, LEFT, pos=end)
    board.settle()
    assert days_of(board, theirs) == (120.5, 120.5)
    assert board.session.annotating.stack.count() == steps


def test_a_note_dragged_back_to_where_it_was_is_no_step(board: Board) -> None:
    (note,) = board.put(on_day(110))
    far_from_events(board)
    steps = board.session.annotating.stack.count()
    start = board.mark_of(note)
    QTest.mousePress(board.strip, LEFT, pos=start)
    move(board.strip, (start + QPoint(90, 0)).toPointF())
    move(board.strip, (start + QPoint(1, 0)).toPointF())
    QTest.mouseRelease(board.strip, LEFT, pos=start + QPoint(1, 0))
    board.settle()
    assert board.session.annotating.stack.count() == steps


# --- marking -------------------------------------------------------------------------------------


def test_a_drag_on_the_empty_strip_asks_for_a_note_on_whole_days(board: Board) -> None:
    board.put(on_day(110.5))
    far_from_events(board)
    y = board.strip.height() // 2
    start, end = QPoint(board.x(121.4), y), QPoint(board.x(126.2), y)
    board.drag(board.strip, start, end, let_go=False)
    rubber = board.chart.notes.rubber
    assert rubber.isVisible()
    assert rubber.x() == pytest.approx(board.x(121), abs=2)
    QTest.mouseRelease(board.strip, LEFT, pos=end)
    assert not rubber.isVisible()
    (content,) = board.begun
    assert content.target == OnPeriod(start=121, end=127)
    assert content.kind == "note"


def views(board: Board) -> dict[str, tuple[QWidget, int]]:
    """Give the views that Shift marks on, each with a height where nothing stands."""
    chart = board.chart
    return {
        "ruler": (chart.ruler, 5),
        "lower ruler": (chart.ruler_below, 5),
        "timeline": (chart.timeline.viewport(), 12),
    }


@pytest.mark.parametrize("name", ["ruler", "lower ruler", "timeline"])
def test_shift_marks_days_and_a_day(board: Board, name: str) -> None:
    far_from_events(board)
    view, y = views(board)[name]
    before = board.session.state.window
    board.drag(view, QPoint(board.x(110.4), y), QPoint(board.x(115.5), y), SHIFT)
    QTest.mouseClick(view, LEFT, SHIFT, QPoint(board.x(120.2), y))
    assert [content.target for content in board.begun] == [
        OnPeriod(start=110, end=116),
        OnDay(day=120),
    ]
    assert board.session.state.window == before  # it is no pan


def test_escape_abandons_a_mark(board: Board) -> None:
    far_from_events(board)
    view, y = views(board)["timeline"]
    end = QPoint(board.x(115.5), y)
    board.drag(view, QPoint(board.x(110.4), y), end, SHIFT, let_go=False)
    QTest.keyClick(board.chart.timeline, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, SHIFT, end)
    board.settle()
    assert board.begun == []
    assert not board.chart.notes.rubber.isVisible()


def test_shift_on_an_event_is_left_to_the_event(board: Board) -> None:
    timeline = board.chart.timeline
    thing = next(placed for placed in timeline.placed if placed.id == "tae-left")
    assert thing.mark is not None
    at = thing.mark.center().toPoint() - QPoint(0, timeline.verticalScrollBar().value())
    QTest.mouseClick(timeline.viewport(), LEFT, SHIFT, at)
    assert board.begun == []
    assert board.session.state.selection == "tae-left"


def test_a_bare_drag_still_moves_the_window(board: Board) -> None:
    far_from_events(board)
    view, y = views(board)["timeline"]
    before = board.session.state.window
    board.drag(view, QPoint(board.x(125), y), QPoint(board.x(115), y))
    assert board.session.state.window != before
    assert board.begun == []


def test_in_a_plot_shift_means_a_point_or_a_box_in_the_units_of_the_series(board: Board) -> None:
    far_from_events(board)
    plots = board.chart.plots
    panel = plots.placed.panels[0]
    assert panel.panel.series.id == "glucose"
    top, low = (round(panel.axis.y(value)) for value in (80, 60))
    QTest.mouseClick(plots, LEFT, SHIFT, QPoint(board.x(110.5), top))
    board.drag(plots, QPoint(board.x(112), top), QPoint(board.x(120), low), SHIFT)
    point, box = (content.target for content in board.begun)
    assert isinstance(point, OnPoint)
    assert point.series == "glucose"
    assert point.value == pytest.approx(80, abs=1.5)
    assert point.day == pytest.approx(110.5, abs=0.1)
    assert isinstance(box, OnBox)
    assert (box.low, box.high) == pytest.approx((60, 80), abs=1.5)
    assert (box.start, box.end) == pytest.approx((112, 120), abs=0.1)


def test_a_point_counts_the_unit_of_the_series_where_another_is_shown(board: Board) -> None:
    far_from_events(board)

    choices = PlotChoices(converted=frozenset({"glucose"}))
    board.session.apply(lambda state: replace(state, plots=choices))
    board.settle()
    plots = board.chart.plots
    panel = plots.placed.panels[0]
    assert panel.panel.way is not None  # mmol/L is shown
    y = round(panel.axis.y(90))
    QTest.mouseClick(plots, LEFT, SHIFT, QPoint(board.x(110.5), y))
    (content,) = board.begun
    assert isinstance(content.target, OnPoint)
    assert content.target.value == pytest.approx(90, abs=1.5)


def test_under_a_horizon_no_more_is_known_than_it_shows(board: Board) -> None:
    board.session.hide_after(30)
    board.settle()
    view, y = views(board)["ruler"]
    QTest.mouseClick(view, LEFT, SHIFT, QPoint(board.x(20.2), y))
    (content,) = board.begun
    assert content.known_from == 30
