"""What reviewers have added, as lanes and events tell of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.annotate.drawn import Board, added, board, on_day
from viewer.model.annotating import decision, mark
from viewer.model.annotation import Content, OnPart
from viewer.model.time import Instant
from viewer.ui.timeline.badges import badge_rect, sign_rects
from viewer.ui.timeline.placed import Placed

__all__ = ["board"]


def on_event(id_: str, text: str = "A note") -> Content:
    return Content(kind="note", target=OnPart(part=id_), text=text, known_from=0)


def thing(board: Board, id_: str) -> Placed:
    return next(placed for placed in board.chart.timeline.placed if placed.id == id_)


def counts(board: Board) -> dict[str, int]:
    told = board.chart.timeline._page.notes.counts
    return {lane: count for lane, count in told.items() if count}


def tooltip_at(board: Board, place: QPoint) -> str:
    view = board.chart.timeline.viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, event)
    text = QToolTip.text()
    QToolTip.hideText()
    return text


def picture(board: Board) -> QImage:
    board.settle()
    return board.chart.timeline.viewport().grab().toImage()


def title_place(board: Board, lane: str) -> QPoint:
    box = board.chart.timeline.layout_now().lane(lane)
    assert box is not None
    offset = board.chart.timeline.verticalScrollBar().value()
    return QPoint(60, round(box.top_px - offset + 10))


def test_a_lane_counts_notes_on_its_events_and_events_added_to_it(board: Board) -> None:
    assert counts(board) == {}
    (note, *_) = board.put(
        on_event("tae-left"),
        mark("tae-left", "done").model_copy(update={"known_from": 0}),
        on_event("octreotide"),
        added("A drug", Instant(day=40)),
        on_day(5.5),  # on no lane
    )
    board.put(decision(note, is_resolved=True))  # told in its thread
    lane = thing(board, "tae-left").lane
    assert counts(board) == {lane: 2, thing(board, "octreotide").lane: 2}
    assert "2 notes" in tooltip_at(board, title_place(board, lane))
    board.session.annotating.undo()
    board.session.annotating.undo()
    board.settle()
    assert counts(board) == {}


def test_a_lane_shows_its_number_beside_that_of_its_events(board: Board) -> None:
    lane = thing(board, "tae-left").lane
    before = picture(board)
    board.put(on_event("octreotide"))
    changed = picture(board)
    box = board.chart.timeline.layout_now().lane(thing(board, "octreotide").lane)
    assert box is not None
    width = board.chart.timeline.frame().gutter_px
    rows = range(round(box.top_px), round(box.bottom_px))
    assert any(before.pixel(x, y) != changed.pixel(x, y) for x in range(width) for y in rows)
    other = board.chart.timeline.layout_now().lane(lane)
    assert other is not None
    rows = range(round(other.top_px) + 2, round(other.bottom_px) - 2)
    rows = range(rows.start, min(rows.stop, before.height()))
    assert all(before.pixel(x, y) == changed.pixel(x, y) for x in range(width) for y in rows)


def test_an_event_with_notes_wears_its_authors_shape(board: Board) -> None:
    board.put(on_event("tae-left"))
    scene = board.chart.timeline.shown()
    rect = badge_rect(thing(board, "tae-left"), scene)
    assert rect is not None
    body = thing(board, "tae-left").mark
    assert body is not None
    assert rect.center().x() < body.center().x()
    assert rect.center().y() < body.center().y()
    assert badge_rect(thing(board, "octreotide"), scene) is None
    offset = board.chart.timeline.verticalScrollBar().value()
    heart = rect.center().toPoint() - QPoint(0, offset)
    assert picture(board).pixelColor(heart) == board.strip.sizes.theme.authors[0]


def test_marks_differ_by_shape_and_several_authors_by_a_plus(board: Board) -> None:
    words = ("important", "question", "disagree", "done")
    board.put(*(mark("tae-left", word) for word in words))
    badge = board.chart.timeline._page.notes.badges["tae-left"]
    assert {word for word, _ in badge.marks} == set(words)
    assert not badge.has_more
    rects = sign_rects(thing(board, "tae-left"), board.chart.timeline.shown())
    assert len(rects) == 4
    board.colleague("Bob", on_event("tae-left"))
    assert board.chart.timeline._page.notes.badges["tae-left"].has_more


def test_the_events_tooltip_says_who_has_added_what(board: Board) -> None:
    board.put(on_event("tae-left"), mark("tae-left", "question"))
    board.colleague("Bob", on_event("tae-left"))
    tip = board.chart.timeline.tooltip_of(thing(board, "tae-left"))
    plain = tip.replace("\u2068", "").replace("\u2069", "")
    assert "3 notes: Ann, Bob" in plain
    assert "Marked as: Question" in plain


def test_a_collapsed_lane_keeps_its_number(board: Board) -> None:
    board.put(on_event("octreotide"))
    lane = thing(board, "octreotide").lane
    board.session.apply(lambda state: replace(state, collapsed=frozenset({lane})))
    board.settle()
    assert counts(board) == {lane: 1}


def test_the_horizon_hides_counts_and_signs(board: Board) -> None:
    board.put(mark("tae-left", "important").model_copy(update={"known_from": 60}))
    board.session.hide_after(30)
    board.settle()
    assert counts(board) == {}
    assert board.chart.timeline._page.notes.badges == {}
    board.session.hide_after(None)
    board.settle()
    assert "tae-left" in board.chart.timeline._page.notes.badges
