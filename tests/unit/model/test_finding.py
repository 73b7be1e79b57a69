"""From one place of what is sought to the next, and the state that this leaves behind."""

from __future__ import annotations

from dataclasses import replace

from tests.making import a_case, a_series, a_value, an_event, on
from viewer.model import view_state
from viewer.model.case_texts import CaseTexts, Hit
from viewer.model.course import bounds
from viewer.model.finding import next_hit, position
from viewer.model.time import Span
from viewer.model.view_state import ViewState

CASE = a_case(
    an_event("one", on(1), title="x"),
    an_event("two", on(5), title="x"),
    an_event("other", on(7)),
    series=[
        a_series(a_value(9, value=None, word="x"), a_value(9, value=None, word="x"), title="-")
    ],
    notes=[{"id": "note", "title": "x", "text": "-"}],
)
HITS = CaseTexts(CASE, "en").hits(CaseTexts(CASE, "en").forms("x"))
START = view_state.seek(view_state.opening(bounds(CASE, None)), "x")


def walk(state: ViewState, steps: int, times: int) -> list[Hit]:
    gone = []
    for _ in range(times):
        hit = next_hit(HITS, state, steps)
        assert hit is not None
        state = view_state.go_to_hit(state, hit)
        assert position(HITS, state) == HITS.index(hit)
        gone.append(hit)
    return gone


def test_next_goes_through_all_of_them_and_round() -> None:
    assert walk(START, 1, 7) == [*HITS, *HITS[:2]]
    assert [hit.id for hit in HITS] == ["one", "two", "series", "series", "note"]


def test_previous_goes_the_other_way_round() -> None:
    assert walk(START, -1, 6) == [*reversed(HITS), HITS[-1]]


def test_the_first_step_leads_on_from_the_cursor() -> None:
    at_six = view_state.move_cursor(START, 6.0)
    assert position(HITS, at_six) is None
    assert next_hit(HITS, at_six, 1) == HITS[2]
    assert next_hit(HITS, at_six, -1) == HITS[1]


def test_what_is_selected_by_hand_is_where_it_goes_on_from() -> None:
    chosen = view_state.select(START, "two")
    assert position(HITS, chosen) == 1
    assert next_hit(HITS, chosen, 1) == HITS[2]
    assert position(HITS, view_state.select(START, "other")) is None


def test_without_hits_there_is_nowhere_to_go() -> None:
    assert next_hit((), START, 1) is None


def test_going_shows_the_row_the_day_and_what_was_folded_away() -> None:
    state = view_state.fold(START, Span(3, 6), Span(7.5, 8.5))
    state = view_state.hide(view_state.hide(state, "lane", True), "series", True)
    state = view_state.show(state, Span(0, 2))
    gone = view_state.go_to_hit(state, HITS[1], "lane", None)
    assert gone.selection == "two"
    assert gone.cursor == 5.5
    assert gone.hidden == {"series"}
    assert gone.folds == (Span(7.5, 8.5),)
    assert gone.window.contains(5.5)
    assert view_state.go_to_hit(gone, HITS[2]).hidden == frozenset()


def test_what_has_no_time_leaves_cursor_and_window() -> None:
    gone = view_state.go_to_hit(START, HITS[-1])
    assert (gone.cursor, gone.window, gone.selection) == (START.cursor, START.window, "note")


def test_the_place_is_forgotten_with_another_selection_or_text() -> None:
    gone = view_state.go_to_hit(START, HITS[3])
    assert gone.hit == HITS[3]
    assert view_state.select(gone, "one").hit is None
    assert view_state.seek(gone, "y") == replace(gone, sought="y", hit=None)
    assert view_state.seek(gone, "x") is gone
