"""Lanes under mouse and keys: collapse, group, move, hide; titles stay, crowds are counted."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.timeline.conftest import SHIPPED, Open, Show, event
from viewer.io.case_store import open_case
from viewer.model import lanes, view_state
from viewer.model.filter import Filter
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.timeline.placed import LaneBox, Placed
from viewer.ui.timeline.timeline_view import TimelineView

LEFT = Qt.MouseButton.LeftButton
NESTED = [
    {"id": "symptoms", "title": "Symptoms", "kind": "symptom"},
    {"id": "drugs", "title": "Drugs", "kind": "drug"},
    {"id": "chemo", "title": "Chemotherapy", "kind": "drug", "group": "drugs"},
    {"id": "cisplatin", "title": "Cisplatin", "kind": "drug", "group": "chemo"},
    {"id": "etoposide", "title": "Etoposide", "kind": "drug", "group": "chemo"},
    {"id": "steroids", "title": "Steroids", "kind": "drug", "group": "drugs"},
]


def some_events() -> list[dict[str, object]]:
    days = itertools.count(3, 7)
    return [
        event(f"{lane['id']}{n}", {"day": next(days)}, lane=lane["id"])
        for lane in NESTED
        for n in range(3)
    ]


def shown(view: TimelineView) -> list[str]:
    return [box.lane.id for box in view.layout_now().lanes]


def box_of(view: TimelineView, id_: str) -> LaneBox:
    box = view.layout_now().lane(id_)
    assert box is not None, id_
    return box


def title_of(view: TimelineView, id_: str, x: int = 60) -> QPoint:
    """Give a place on a lane's title as it is drawn now."""
    offset = view.verticalScrollBar().value()
    measures = view._page.measures
    titles = view.layout_now().titles(offset, offset + view.viewport().height(), measures)
    (top,) = [top for box, top in titles if box.lane.id == id_]
    return QPoint(x, round(top - offset + measures.row_px / 2))


def triangle_of(view: TimelineView, id_: str) -> QPoint:
    depth = box_of(view, id_).depth
    h = view._page.measures.h_px
    return title_of(view, id_, round((0.6 + 0.8 * depth) * h))


def click_triangle(view: TimelineView, id_: str) -> None:
    QTest.mouseClick(view.viewport(), LEFT, pos=triangle_of(view, id_))


def counted(view: TimelineView, lane: str) -> list[str]:
    """Give the ids of all that the marks of a collapsed lane stand for."""
    return [
        id_
        for placed in view.placed
        if placed.lane == lane
        for id_ in (placed.hidden if placed.subject is None else (placed.id,))
    ]


def marks(view: TimelineView, lane: str) -> list[QRectF]:
    return [p.mark for p in view.placed if p.lane == lane and p.mark is not None]


def thing(view: TimelineView, id_: str) -> Placed:
    return next(placed for placed in view.placed if placed.id == id_)


def apply(session: Session, step: Any, *given: Any) -> None:
    session.apply(lambda state: step(state, *given))


@pytest.fixture
def nested(opened_from: Open) -> Session:
    return opened_from(lanes=NESTED, events=some_events())


# --- collapse ----------------------------------------------------------------------------


def test_a_click_on_the_triangle_makes_a_lane_one_row_that_counts_all(
    session: Session, show: Show
) -> None:
    view = show(session)
    before = box_of(view, "diagnostics")
    events = {e.id for e in session.case.events if e.lane == "diagnostics"}
    click_triangle(view, "diagnostics")
    after = box_of(view, "diagnostics")
    assert session.state.collapsed == {"diagnostics"}
    assert before.rows > 1
    assert after.rows == 1
    assert sorted(counted(view, "diagnostics")) == sorted(events)
    assert "collapsed: Diagnostics" in view.accessibleDescription()
    click_triangle(view, "diagnostics")
    assert box_of(view, "diagnostics").rows == before.rows
    assert view.accessibleDescription() == "Day 0"


def test_the_summary_is_drawn_and_never_empty(session: Session, show: Show) -> None:
    view = show(session)
    apply(session, lanes.collapse, [lane.id for lane in session.case.lanes])
    image, paper = view.viewport().grab().toImage(), QColor(Look().theme.paper)
    for box in view.layout_now().lanes:
        assert marks(view, box.lane.id), box.lane.id
        for mark in marks(view, box.lane.id):
            inside = mark.center().toPoint()
            around = [image.pixelColor(inside + QPoint(dx, 0)) for dx in range(-3, 4)]
            assert any(colour != paper for colour in around), box.lane.id


def test_a_count_lists_statements_by_their_words(session: Session, show: Show) -> None:
    view = show(session)
    apply(session, lanes.collapse, ["symptoms"])
    apply(session, view_state.show, Span(20.0, 40.0))
    (mark,) = [placed for placed in view.placed if placed.lane == "symptoms"]
    assert mark.letters == "[ ]"
    session.apply(view_state.fit)
    said = [view.tooltip_of(p) for p in view.placed if p.lane == "symptoms" and p.hidden]
    assert any("No hypoglycaemia" in words for words in said)


def test_a_statement_is_no_period_of_its_lane(session: Session, show: Show) -> None:
    view = show(session)
    apply(session, lanes.collapse, ["symptoms"])
    scale = view.scale()
    day_30 = scale.x(30.0)  # the source says that there were no symptoms then
    assert not any(left <= day_30 <= right for left, right in box_of(view, "symptoms").covered)
    assert any(left <= scale.x(6.0) <= right for left, right in box_of(view, "symptoms").covered)


def test_a_collapsed_group_stands_for_all_below_it(nested: Session, show: Show) -> None:
    view = show(nested)
    assert [box.depth for box in view.layout_now().lanes] == [0, 0, 1, 2, 2, 1]
    assert {box.lane.id: box.count for box in view.layout_now().lanes}["drugs"] == 15
    click_triangle(view, "drugs")
    assert shown(view) == ["symptoms", "drugs"]
    assert len(counted(view, "drugs")) == 15
    assert box_of(view, "drugs").count == 15
    QTest.mouseDClick(view.viewport(), LEFT, pos=title_of(view, "drugs"))
    assert len(shown(view)) == 6


def test_what_is_selected_in_a_collapsed_lane_is_marked_in_it(nested: Session, show: Show) -> None:
    view = show(nested)
    apply(nested, lanes.collapse, ["drugs"])
    plain = view.viewport().grab().toImage()
    nested.select("cisplatin1")
    found = view.layout_now().find("cisplatin1")
    assert found is not None
    assert found.lane == "drugs"
    assert found.mark is not None
    at = found.mark.center().toPoint()
    after = view.viewport().grab().toImage()
    region = [at + QPoint(dx, dy) for dx in range(-9, 10) for dy in range(-8, 9)]
    assert any(plain.pixel(place) != after.pixel(place) for place in region)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_click_on_a_count_lists_what_it_stands_for(opened_from: Open, show: Show) -> None:
    far = event("far", {"day": 200})
    near = [event(f"dose{n}", {"day": 40 + n % 2}) for n in range(7)]
    session = opened_from(events=[*near, far])
    apply(session, lanes.collapse, ["drugs"])
    view = show(session)
    count, _ = view.placed
    assert (count.letters, len(count.hidden)) == ("×7", 7)
    assert "Dose0" in view.tooltip_of(count)
    assert count.mark is not None
    QTest.mouseClick(view.viewport(), LEFT, pos=count.mark.center().toPoint())
    (menu,) = view.findChildren(QMenu)
    menu.actions()[2].trigger()
    menu.close()
    assert session.state.selection == count.hidden[2]


@pytest.mark.parametrize("seed", range(12))
def test_marks_of_a_collapsed_lane_count_every_event_and_never_overlap(
    opened_from: Open, show: Show, seed: int
) -> None:
    chance = random.Random(seed)
    events = []
    for n in range(chance.choice([1, 5, 60, 400])):
        day = chance.randrange(0, 100)
        last = day + chance.randrange(0, 30)
        when: dict[str, object] = {"day": day}
        if n % 3 == 0:
            when = {"start": {"day": day}, "end": chance.choice(["open", {"day": last}])}
        elif n % 7 == 0:
            when = {"earliest": day, "latest": last}
        events.append(event(f"e{n}", when))
    session = opened_from(events=events)
    apply(session, lanes.collapse, ["drugs"])
    view = show(session, width=chance.choice([500, 1100, 1900]))
    for wanted in (session.state.bounds, Span(20.0, 50.0), Span(40.2, 41.0), Span(95.0, 105.0)):
        apply(session, view_state.show, wanted)
        window = session.state.window
        inside = [e.id for e in session.case.events if e.when.span.overlaps(window)]
        assert sorted(counted(view, "drugs")) == sorted(inside)
        rects = sorted(marks(view, "drugs"), key=QRectF.left)
        for one, other in itertools.pairwise(rects):
            assert one.right() <= other.left()
        half = view._page.measures.mark_px / 2
        for rect in rects:
            assert rect.left() >= view.scale().left_px - half - 0.01
            assert rect.right() <= view.scale().right_px + half + 0.01


def test_a_collapsed_lane_tells_nothing_beyond_the_horizon(session: Session, show: Show) -> None:
    view = show(session)
    apply(session, lanes.collapse, [lane.id for lane in session.case.lanes])
    session.hide_after(11)
    told = {e.id for e in session.case.events} | {s.id for s in session.case.statements}
    for box in view.layout_now().lanes:
        assert set(counted(view, box.lane.id)) <= told
        assert all(right <= view.scale().x(12.0) + 0.5 for _, right in box.covered)
    assert "tae-left" not in {
        id_ for box in view.layout_now().lanes for id_ in counted(view, box.lane.id)
    }


# --- groups in the column, and their titles ------------------------------------------------


def test_titles_of_lanes_that_are_partly_scrolled_out_stay_in_sight(
    opened_from: Open, show: Show
) -> None:
    long = [
        event(f"p{n}", {"start": {"day": 1}, "end": {"day": 90}}, lane="cisplatin")
        for n in range(8)
    ]
    session = opened_from(lanes=NESTED, events=[*some_events(), *long])
    view = show(session, height=200)
    cisplatin = box_of(view, "cisplatin")
    view.verticalScrollBar().setValue(round(cisplatin.top_px + 40))
    offset, row = view.verticalScrollBar().value(), view._page.measures.row_px
    titles = {
        box.lane.id: top - offset
        for box, top in view.layout_now().titles(offset, offset + 200, view._page.measures)
    }
    assert titles["drugs"] == pytest.approx(0, abs=1)
    assert titles["chemo"] == pytest.approx(row, abs=1)
    assert titles["cisplatin"] == pytest.approx(2 * row, abs=1)
    assert "symptoms" not in titles
    image, window = view.viewport().grab().toImage(), QColor(Look().theme.window)
    for top in (titles["drugs"], titles["chemo"], titles["cisplatin"]):
        y = round(top + row / 2)
        assert any(image.pixelColor(x, y) != window for x in range(30, view.frame().gutter_px - 5))
    click_triangle(view, "drugs")
    assert session.state.collapsed == {"drugs"}


def test_nested_titles_are_indented(nested: Session, show: Show) -> None:
    view = show(nested)
    image, window = view.viewport().grab().toImage(), QColor(Look().theme.window)

    def first_ink(id_: str) -> int:
        y = triangle_of(view, id_).y()
        return next(x for x in range(1, 100) if image.pixelColor(x, y) != window)

    assert first_ink("drugs") < first_ink("chemo") < first_ink("cisplatin")


# --- move and hide -----------------------------------------------------------------------


def drag(view: TimelineView, id_: str, to: QPoint, *, let_go: bool = True) -> None:
    start = title_of(view, id_)
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(0, 30))
    QTest.mouseMove(view.viewport(), to)
    if let_go:
        QTest.mouseRelease(view.viewport(), LEFT, pos=to)


def test_a_drag_of_the_title_moves_a_lane_with_all_below_it(nested: Session, show: Show) -> None:
    view = show(nested)
    drag(view, "drugs", title_of(view, "symptoms") - QPoint(0, 8))
    assert shown(view) == ["drugs", "chemo", "cisplatin", "etoposide", "steroids", "symptoms"]
    drag(view, "steroids", title_of(view, "drugs"))
    assert shown(view) == ["drugs", "steroids", "chemo", "cisplatin", "etoposide", "symptoms"]
    drag(view, "etoposide", QPoint(60, view.viewport().height() - 2))
    assert shown(view)[-3:] == ["cisplatin", "etoposide", "symptoms"]  # never out of its group


def test_the_line_shows_where_the_lane_goes_and_escape_abandons(
    nested: Session, show: Show
) -> None:
    view = show(nested)
    view.setFocus()
    before, ink = nested.state, QColor(Look().theme.ink)
    drag(view, "drugs", title_of(view, "symptoms") - QPoint(0, 8), let_go=False)
    image = view.viewport().grab().toImage()
    x = view.frame().gutter_px + 100
    assert any(image.pixelColor(x, y) == ink for y in range(0, 6))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    image = view.viewport().grab().toImage()
    assert not any(image.pixelColor(x, y) == ink for y in range(0, 6))
    QTest.mouseRelease(view.viewport(), LEFT, pos=QPoint(60, 3))
    assert nested.state == before


def test_a_small_slip_of_the_hand_moves_nothing(nested: Session, show: Show) -> None:
    view = show(nested)
    at = title_of(view, "drugs")
    QTest.mousePress(view.viewport(), LEFT, pos=at)
    QTest.mouseMove(view.viewport(), at + QPoint(2, 2))
    QTest.mouseRelease(view.viewport(), LEFT, pos=at + QPoint(2, 2))
    assert nested.state.lane_order == ()
    assert nested.state.collapsed == frozenset()


def menu_of(view: TimelineView, place: QPoint) -> QMenu:
    whole = view.viewport().mapToGlobal(place)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, whole)
    QApplication.sendEvent(view.viewport(), asked)
    (menu,) = [one for one in view.viewport().findChildren(QMenu) if one.isVisible()]
    return menu


def choose(view: TimelineView, id_: str, words: str) -> None:
    menu = menu_of(view, title_of(view, id_))
    (action,) = [one for one in menu.actions() if one.text() == words]
    assert action.isEnabled(), words
    action.trigger()
    menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_title_does_all_of_it(nested: Session, show: Show) -> None:
    view = show(nested)
    choose(view, "chemo", "Move Down")
    assert shown(view) == ["symptoms", "drugs", "steroids", "chemo", "cisplatin", "etoposide"]
    choose(view, "chemo", "Move Up")
    choose(view, "steroids", "Order as in the Case")
    assert shown(view) == [str(lane["id"]) for lane in NESTED]
    choose(view, "chemo", "Collapse")
    assert shown(view) == ["symptoms", "drugs", "chemo", "steroids"]
    choose(view, "chemo", "Expand")
    choose(view, "chemo", "Hide")
    assert shown(view) == ["symptoms", "drugs", "steroids"]
    choose(view, "drugs", "Show Hidden Lanes")
    assert len(shown(view)) == 6
    choose(view, "drugs", "Collapse All")
    assert shown(view) == ["symptoms", "drugs"]
    choose(view, "drugs", "Expand All")
    assert len(shown(view)) == 6


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_does_not_tell_that_a_later_lane_is_hidden(session: Session, show: Show) -> None:
    view = show(session)
    apply(session, view_state.hide, "outcome", True)
    session.hide_after(11)
    menu = menu_of(view, title_of(view, "drugs"))
    (entry,) = [one for one in menu.actions() if one.text() == "Show Hidden Lanes"]
    assert not entry.isEnabled()
    menu.close()


def test_the_hand_shows_on_the_triangle_alone(nested: Session, show: Show, qtbot: Any) -> None:
    view = show(nested)
    hand = Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(view.viewport(), triangle_of(view, "chemo"))
    qtbot.waitUntil(lambda: view.viewport().cursor().shape() == hand)
    QTest.mouseMove(view.viewport(), title_of(view, "chemo", 120))
    qtbot.waitUntil(lambda: view.viewport().cursor().shape() != hand)


def test_up_and_down_follow_the_order_on_the_screen(nested: Session, show: Show) -> None:
    view = show(nested)
    apply(nested, lanes.place, nested.case.lanes, "steroids", "chemo", False)
    nested.select("symptoms0")
    for lane in ("drugs", "steroids", "cisplatin"):
        QTest.keyClick(view, Qt.Key.Key_Down)
        assert nested.state.selection is not None
        assert nested.state.selection.startswith(lane) or lane == "cisplatin"


# --- crowds ------------------------------------------------------------------------------


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_hundred_events_on_one_day_are_one_mark_with_their_number(
    opened_from: Open, show: Show
) -> None:
    crowd = [event(f"dose{n}", {"day": 30}) for n in range(100)]
    session = opened_from(events=[event("first", {"day": 1}), *crowd, event("last", {"day": 60})])
    view = show(session)
    (count,) = [placed for placed in view.placed if placed.letters]
    assert count.letters == "×100"
    assert len(count.hidden) == 100
    assert count.mark is not None
    assert count.mark.center().x() == pytest.approx(view.scale().x(30.5))
    assert {"first", "last"} <= {placed.id for placed in view.placed}
    assert "Dose0" in view.tooltip_of(count)
    assert "and 40 more" in view.tooltip_of(count)
    QTest.mouseClick(view.viewport(), LEFT, pos=count.mark.center().toPoint())
    (menu,) = view.findChildren(QMenu)
    menu.actions()[5].trigger()
    menu.close()
    assert session.state.selection == count.hidden[5]


@pytest.mark.parametrize("seed", range(10))
def test_in_a_crowded_lane_every_event_is_there_or_counted_once(
    opened_from: Open, show: Show, seed: int
) -> None:
    chance = random.Random(seed)
    events = []
    for n in range(chance.choice([20, 90, 300])):
        day = chance.choice([10, 11, 40, chance.randrange(80)])
        when = {"day": day} if n % 4 else {"start": {"day": day}, "end": {"day": day + n % 9}}
        events.append(event(f"e{n}", when))
    session = opened_from(events=events)
    view = show(session, width=chance.choice([700, 1400]))
    found = [id_ for p in view.placed for id_ in (p.hidden if p.subject is None else (p.id,))]
    assert sorted(found) == sorted(e.id for e in session.case.events)
    rects = [(p.id, rect) for p in view.placed for rect in p.rects if not rect.isEmpty()]
    for (one, rect), (other, second) in itertools.combinations(rects, 2):
        overlap = rect.intersected(second)
        assert one == other or overlap.width() < 1.5 or overlap.height() < 1.5, (one, other)


# --- very many lanes ---------------------------------------------------------------------


def test_of_5000_lanes_those_in_sight_are_laid_out(opened_from: Open, show: Show) -> None:
    many = [{"id": f"l{n}", "title": f"Lane {n}", "kind": "drug"} for n in range(5000)]
    events = [event(f"e{n}", {"day": n % 90}, lane=f"l{n}") for n in range(5000)]
    session = opened_from(lanes=many, events=events)
    view = show(session)
    assert len(view.layout_now().lanes) == 5000
    assert 10 < len(view.placed) < 500
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert view.placed[-1].id == "e4999"
    session.select("e2500")
    (found,) = [p for p in view.placed if p.id == "e2500"]
    assert 0 <= found.bounds.top() - bar.value() <= view.viewport().height()
    assert not view.viewport().grab().isNull()
    apply(session, lanes.collapse, [str(lane["id"]) for lane in many])
    assert counted(view, "l2500") == ["e2500"]
    apply(session, view_state.hide, "l2500", True)
    assert view.layout_now().lane("l2500") is None


def test_the_case_in_japanese_collapses_too(show: Show) -> None:
    session = Session(open_case(SHIPPED), "ja")
    view = show(session, theme="dark")
    apply(session, lanes.collapse, ["drugs"])
    assert len(counted(view, "drugs")) == 3
    assert view.thing_at(QPointF(5, 5)) is None


# --- what is selected, sought or kept among many ---------------------------------------------


def test_what_is_selected_of_a_crowd_gets_a_row_of_its_own(opened_from: Open, show: Show) -> None:
    crowd = [event(f"dose{n}", {"day": 30}) for n in range(100)]
    below = event("below", {"day": 30}, lane="scans")
    two = [{"id": id_, "title": id_, "kind": "drug"} for id_ in ("drugs", "scans")]
    session = opened_from(events=[*crowd, below], lanes=two)
    view = show(session)
    before, rows_before = view.layout_now(), box_of(view, "drugs").rows
    session.select("dose70")
    (own,) = [one for one in view.placed if one.id == "dose70"]
    assert [words.text for words in own.words][:1] == ["Dose70"]
    assert own.row == rows_before
    assert box_of(view, "drugs").rows == rows_before + 1
    others = [one.bounds for one in view.placed if one.id != "dose70"]
    assert not any(own.bounds.intersects(other) for other in others)
    session.select("dose71")
    assert not [one for one in view.placed if one.id == "dose70"]
    assert [one for one in view.placed if one.id == "dose71"]
    session.select("below")
    assert view.layout_now() == before


def test_what_is_selected_in_a_collapsed_lane_gets_no_row(nested: Session, show: Show) -> None:
    view = show(nested)
    apply(nested, lanes.collapse, ["drugs"])
    before = view.layout_now()
    nested.select("cisplatin1")
    assert view.layout_now() == before


def sift(session: Session, **chosen: Any) -> None:
    session.apply(lambda state: view_state.sift(state, Filter(**chosen)))


def test_a_mark_for_several_tells_how_many_the_filter_keeps(opened_from: Open, show: Show) -> None:
    names = ["cisplatin"] * 3 + ["etoposide"] * 12
    events = [event(f"{name}{n}", {"day": 30}) for n, name in enumerate(names)]
    two = [{"id": id_, "title": id_, "kind": "drug"} for id_ in ("drugs", "symptoms")]
    far = event("far", {"day": 1}, lane="symptoms")
    session = opened_from(events=[*events, far], lanes=two)
    view = show(session)
    apply(session, lanes.collapse, ["drugs"])
    (count,) = [one for one in view.placed if len(one.hidden) == 15]
    assert count.mark is not None
    plain = view.viewport().grab(count.mark.toRect()).toImage()
    sift(session, text="Cisplatin")
    assert "3 of 15 kept by the filter" in view.tooltip_of(count)
    hit = view.thing_at(count.mark.center())
    assert hit is not None
    assert hit.id == count.id
    assert view.viewport().grab(count.mark.toRect()).toImage() == plain
    sift(session, lanes=frozenset({"symptoms"}))
    assert "0 of 15 kept by the filter" in view.tooltip_of(count)
    assert view.thing_at(count.mark.center()) is None
    assert view.viewport().grab(count.mark.toRect()).toImage() != plain
    session.select("etoposide9")
    assert view.viewport().grab(count.mark.toRect()).toImage() != plain
    hit = view.thing_at(count.mark.center())
    assert hit is not None
    assert hit.id == count.id


def test_up_and_down_pass_over_lanes_that_the_filter_empties(nested: Session, show: Show) -> None:
    view = show(nested)
    nested.select("symptoms0")
    sift(nested, text="cisplatin2")
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert nested.state.selection == "cisplatin2"
