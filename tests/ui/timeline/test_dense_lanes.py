"""Lanes with more events in view than can be told apart: counted, listed, never left out."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.ui.timeline.conftest import Open, Show, event
from viewer.model import lanes, view_state
from viewer.model.filter import NO_FILTER, Filter
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.timeline.placed import Placed
from viewer.ui.timeline.timeline_view import TimelineView

LEFT = Qt.MouseButton.LeftButton
LANES = [
    {"id": "drugs", "title": "Drugs", "kind": "drug"},
    {"id": "symptoms", "title": "Symptoms", "kind": "symptom"},
]
REPORTED = {"kind": "reported"}


def made_up(chance: random.Random, count: int, lane: str, days: int = 4000) -> list[Any]:
    """Points, periods, some without an end and some without an exact day."""
    events = []
    for n in range(count):
        day = chance.randrange(days)
        last = day + chance.randrange(30)
        when: dict[str, object] = {"day": day}
        if n % 3 == 0:
            when = {"start": {"day": day}, "end": chance.choice(["open", {"day": last}])}
        elif n % 7 == 0:
            when = {"earliest": day, "latest": last}
        events.append(event(f"{lane}{n}", when, lane=lane))
    return events


def of_lane(view: TimelineView, lane: str) -> list[Placed]:
    return [placed for placed in view.placed if placed.lane == lane]


def words_of(view: TimelineView, lane: str) -> list[str]:
    return [words.text for placed in of_lane(view, lane) for words in placed.words]


def is_dense(view: TimelineView, lane: str) -> bool:
    return any("zoom in for names" in words for words in words_of(view, lane))


def counts(view: TimelineView, lane: str, *, is_left_out: bool = False) -> list[Placed]:
    found = [p for p in of_lane(view, lane) if p.hidden and p.is_left_out == is_left_out]
    assert all(placed.letters == f"×{len(placed.hidden)}" for placed in found)
    return found


def told(view: TimelineView, lane: str) -> list[str]:
    """The ids of all events of a lane, each as often as it is drawn or counted."""
    return [
        id_
        for placed in of_lane(view, lane)
        for id_ in (placed.hidden if placed.subject is None else (placed.id,))
    ]


def apply(session: Session, step: Any, *given: Any) -> None:
    session.apply(lambda state: step(state, *given))


def assert_nothing_overlaps(view: TimelineView) -> None:
    rects = [(p.id, rect) for p in view.placed for rect in p.rects if not rect.isEmpty()]
    for (one, rect), (other, second) in itertools.combinations(rects, 2):
        overlap = rect.intersected(second)
        assert one == other or overlap.width() < 1.5 or overlap.height() < 1.5, (one, other)


def centre(view: TimelineView, placed: Placed) -> QPoint:
    assert placed.mark is not None
    offset = view.verticalScrollBar().value()
    return (placed.mark.center() - QPointF(0, offset)).toPoint()


@pytest.fixture
def crowded(opened_from: Open) -> Session:
    """A lane with 600 events, and one with three."""
    chance = random.Random(5)
    few = [event(f"pain{n}", {"day": 900 * n}, lane="symptoms") for n in range(3)]
    return opened_from(lanes=LANES, events=[*made_up(chance, 600, "drugs"), *few])


# --- every event is counted --------------------------------------------------------------


@pytest.mark.parametrize("seed", range(12))
def test_every_event_in_view_is_in_one_count(opened_from: Open, show: Show, seed: int) -> None:
    chance = random.Random(seed)
    events = [
        *made_up(chance, chance.choice([450, 700, 1500]), "drugs"),
        *made_up(chance, chance.choice([0, 20, 400]), "symptoms"),
    ]
    session = opened_from(lanes=LANES, events=events)
    view = show(session, width=chance.choice([600, 1100, 1900]), height=1500)
    start = chance.uniform(0, 3000)
    windows = [session.state.bounds, Span(start, start + 900.5), Span(start, start + 1.25)]
    was_dense = set[bool]()
    for window in windows:
        apply(session, view_state.show, window)
        for lane in ("drugs", "symptoms"):
            was_dense.add(is_dense(view, lane))
            if not is_dense(view, lane):
                continue
            own = [e for e in session.case.events if e.lane == lane]
            seen = [e.id for e in own if e.when.span.overlaps(session.state.window)]
            assert sorted(told(view, lane)) == sorted(seen)
            assert f"{len(seen):,} events; zoom in for names" in words_of(view, lane)
            rects = sorted((p.mark for p in of_lane(view, lane) if p.mark), key=QRectF.left)
            for one, other in itertools.pairwise(rects):
                assert one.right() <= other.left()
    assert was_dense == {True, False}


def test_a_lane_that_is_not_dense_names_its_events(crowded: Session, show: Show) -> None:
    view = show(crowded)
    assert is_dense(view, "drugs")
    assert not is_dense(view, "symptoms")
    assert {"Pain0", "Pain1", "Pain2"} <= set(words_of(view, "symptoms"))
    apply(crowded, view_state.show, Span(100.0, 160.0))
    assert not is_dense(view, "drugs")
    shown = [e.id for e in crowded.case.events if e.when.span.overlaps(Span(100.0, 160.0))]
    assert {id_ for id_ in shown if id_.startswith("drugs")} <= set(told(view, "drugs"))


def test_statements_and_problems_of_a_dense_lane_stay(opened_from: Open, show: Show) -> None:
    when = {"start": {"day": 100}, "end": {"day": 3000}}
    said = {"id": "said", "lane": "drugs", "text": "Doses were raised", "when": when}
    broken = event("broken", {"day": "soon"})
    events = [*made_up(random.Random(1), 500, "drugs"), broken]
    session = opened_from(events=events, statements=[{**said, "evidence": REPORTED}])
    view = show(session)
    assert is_dense(view, "drugs")
    assert "Doses were raised" in words_of(view, "drugs")
    assert any(placed.id.startswith("problem:") for placed in view.placed)
    assert len(told(view, "drugs")) == 501
    assert_nothing_overlaps(view)
    session.select("said")
    assert view.layout_now().find("said") is not None


# --- clicks and words --------------------------------------------------------------------


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_click_on_a_count_lists_its_events_and_shows_the_chosen_one(
    crowded: Session, show: Show
) -> None:
    view = show(crowded)
    block = max(counts(view, "drugs"), key=lambda placed: len(placed.hidden))
    before = view.layout_now()
    tip = view.tooltip_of(block)
    assert block.letters in tip
    assert block.hidden[0].capitalize() in tip
    QTest.mouseClick(view.viewport(), LEFT, pos=centre(view, block))
    (menu,) = view.findChildren(QMenu)
    assert len([a for a in menu.actions() if a.isEnabled()]) == min(60, len(block.hidden))
    menu.actions()[1].trigger()
    menu.close()
    chosen = block.hidden[1]
    assert crowded.state.selection == chosen
    drawn = view.layout_now().own(chosen)
    assert drawn is not None
    assert drawn.words[0].text == chosen.capitalize()
    assert [box.height_px for box in view.layout_now().lanes] == [
        box.height_px for box in before.lanes
    ]
    place = drawn.words[0].rect.center() - QPointF(0, view.verticalScrollBar().value())
    assert view.viewport().rect().contains(place.toPoint())
    assert view.thing_at(place) is drawn


@pytest.mark.parametrize("number", range(0, 600, 50))
def test_the_selected_event_covers_nothing(crowded: Session, show: Show, number: int) -> None:
    view = show(crowded)
    crowded.select(f"drugs{number}")
    assert is_dense(view, "drugs") or any(p.id == f"drugs{number}" for p in view.placed)
    assert_nothing_overlaps(view)
    crowded.select(None)
    assert is_dense(view, "drugs")
    assert view.layout_now().own(f"drugs{number}") is None or number == 0


def test_cursor_and_selection_lay_nothing_out_anew(crowded: Session, show: Show) -> None:
    view = show(crowded)
    before = {placed.id: placed for placed in view.placed}
    crowded.point_at(2000.0)
    crowded.select("drugs200")
    after = {placed.id: placed for placed in view.placed}
    assert set(after) - set(before) == {"drugs200"}
    assert all(after[id_] is before[id_] for id_ in after if id_ in before)


# --- filter and search -------------------------------------------------------------------


def test_what_a_filter_leaves_out_is_counted_apart_and_faint(crowded: Session, show: Show) -> None:
    view = show(crowded)
    apply(crowded, view_state.sift, Filter(text="drugs1"))
    kept = {e.id for e in crowded.case.events if e.id.startswith("drugs1")}
    left_out = counts(view, "drugs", is_left_out=True)
    hidden = {id_ for placed in left_out for id_ in placed.hidden}
    assert hidden
    assert not hidden & kept
    assert {id_ for placed in counts(view, "drugs") for id_ in placed.hidden} <= kept
    assert len(told(view, "drugs")) == 600
    assert len(set(told(view, "drugs"))) == 600
    assert_nothing_overlaps(view)
    assert view.thing_at(QPointF(centre(view, left_out[0]))) is None
    first = counts(view, "drugs")[0]
    assert view.thing_at(QPointF(centre(view, first))) is first

    def ink_of(placed: Placed) -> int:
        spot = placed.mark.toRect() if placed.mark is not None else None
        assert spot is not None
        image = view.viewport().grab(spot).toImage()
        return min(
            image.pixelColor(x, y).lightness()
            for x in range(image.width())
            for y in range(image.height())
        )

    assert ink_of(left_out[3]) > ink_of(counts(view, "drugs")[3]) + 40
    apply(crowded, view_state.sift, NO_FILTER)
    assert not counts(view, "drugs", is_left_out=True)


def test_a_count_that_holds_what_is_sought_is_marked(crowded: Session, show: Show) -> None:
    view = show(crowded)

    def pictures() -> dict[str, Any]:
        spots = {p.id: p.mark.adjusted(0, 0, 0, 2).toRect() for p in counts(view, "drugs")}
        return {id_: view.viewport().grab(spot).toImage() for id_, spot in spots.items()}

    before = pictures()
    apply(crowded, view_state.seek, "drugs77")
    changed = {id_ for id_, picture in pictures().items() if picture != before[id_]}
    holding = {p.id for p in counts(view, "drugs") if "drugs77" in p.hidden}
    assert changed == holding
    assert len(holding) == 1


def test_a_collapsed_lane_marks_what_is_sought_too(crowded: Session, show: Show) -> None:
    view = show(crowded)
    apply(crowded, lanes.collapse, ["drugs"])
    before = view.viewport().grab().toImage()
    apply(crowded, view_state.seek, "drugs77")
    assert view.viewport().grab().toImage() != before


# --- many lanes --------------------------------------------------------------------------


def test_of_many_events_the_lanes_in_sight_are_laid_out(opened_from: Open, show: Show) -> None:
    many = [{"id": f"l{n}-", "title": f"Lane {n}", "kind": "drug"} for n in range(30)]
    chance = random.Random(3)
    events = [one for lane in many for one in made_up(chance, 40, lane["id"])]
    session = opened_from(lanes=many, events=events)
    view = show(session)
    assert {placed.lane for placed in view.placed} < {lane["id"] for lane in many}
    session.select("l29-7")
    found = view.layout_now().find("l29-7")
    assert found is not None
    offset = view.verticalScrollBar().value()
    assert offset > 0
    assert 0 <= found.bounds.top() - offset <= view.viewport().height()
    bar = view.verticalScrollBar()
    for value in range(0, bar.maximum(), 150):
        bar.setValue(value)
        boxes = view.layout_now().between(bar.value(), bar.value() + view.viewport().height())
        assert {box.lane.id for box in boxes} <= {placed.lane for placed in view.placed}


def test_a_long_course_is_shown_without_making_its_events(opened_from: Open, show: Show) -> None:
    session = opened_from(lanes=LANES, events=made_up(random.Random(2), 12_000, "drugs"))
    view = show(session)
    assert is_dense(view, "drugs")
    session.point_at(1234.0)
    apply(session, view_state.pan, 20.0)
    apply(session, view_state.zoom_about, 2000.0, 0.8)
    view.viewport().grab()
    made = [one for one in session.case.events.entries if not isinstance(one, dict)]
    assert len(made) < 100
