"""Every verb changes its part of the state and tells only those whom it concerns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.making import a_case, a_series, a_statement, a_study, a_value, an_event, lasting, on
from viewer.io.case_files import FolderAssets
from viewer.io.case_store import OpenedCase
from viewer.model import lanes, measuring, view_state
from viewer.model.case import Case
from viewer.model.plot_choices import rescale
from viewer.model.problem import Problem
from viewer.model.time import Span
from viewer.session.marking_periods import use_as_period
from viewer.session.session import Session

COURSE = Span(-4, 104)
SIGNALS = (
    "case_changed",
    "window_changed",
    "cursor_changed",
    "selection_changed",
    "layout_changed",
    "numbering_changed",
    "periods_changed",
    "pins_changed",
)


def opened(case: Case, *problems: Problem) -> OpenedCase:
    return OpenedCase(Path("case"), case, problems, False, FolderAssets(Path("case")))


def a_course() -> Case:
    """Three events on days 0, 12 and 99, and one part of every other kind."""
    return a_case(
        an_event("first", on(0)),
        an_event("tae", on(12)),
        an_event("last", on(99)),
        series=[a_series(a_value(0), id="glucose")],
        statements=[a_statement("none", lasting(13, 61))],
        studies=[a_study("ct", on(40))],
    )


@pytest.fixture
def session() -> Session:
    return Session(opened(a_course()))


@pytest.fixture
def told(session: Session) -> list[str]:
    """The names of the signals emitted, in order."""
    names: list[str] = []
    for name in SIGNALS:
        getattr(session, name).connect(lambda name=name: names.append(name))
    return names


# --- opening -----------------------------------------------------------------------------


def test_a_session_shows_its_case_from_the_beginning(session: Session) -> None:
    assert session.state == view_state.opening(COURSE)
    assert session.case is session.opened.case  # type: ignore[union-attr]
    assert session.language == "en"


def test_without_a_case_there_is_something_to_show() -> None:
    session = Session(language="ja")
    assert (session.opened, session.problems, session.language) == (None, (), "ja")
    assert session.case.events == ()
    assert session.state.window == session.state.bounds == Span(-1, 30)
    session.step(1)
    session.step_to_end(True)
    session.select("x")
    session.zoom_to("x")
    session.hide_after(5)
    assert session.state.selection is None
    assert session.state.horizon == 5


def test_another_case_is_shown_from_its_beginning(session: Session, told: list[str]) -> None:
    session.select("tae")
    session.apply(lambda state: view_state.hide(state, "lane", True))
    session.hide_after(20)
    told.clear()
    other = opened(a_case(an_event("other", on(5))))
    session.open(other)
    assert told == ["case_changed"]
    assert session.opened is other
    assert session.case is other.case
    assert session.state == view_state.opening(Span(3, 8))


def test_hiding_concerns_the_case_that_is_open_now(session: Session) -> None:
    session.open(opened(a_case(an_event("other", on(5)), an_event("late", on(9)))))
    session.hide_after(5)
    assert [e.id for e in session.case.events] == ["other"]
    session.hide_after(None)
    assert [e.id for e in session.case.events] == ["other", "late"]


# --- the only writer ---------------------------------------------------------------------


def test_an_equal_state_tells_nobody(session: Session, told: list[str]) -> None:
    before = session.state
    session.apply(replace)
    session.apply(view_state.fit)
    session.apply(lambda state: view_state.pan(state, 5))
    session.point_at(before.cursor)
    session.hide_after(None)
    assert told == []
    assert session.state == before


@pytest.mark.parametrize(
    ("transition", "signals"),
    [
        (lambda s: view_state.zoom_about(s, 0, 0.5), ["window_changed"]),
        (lambda s: view_state.move_cursor(s, 50), ["cursor_changed"]),
        (lambda s: view_state.select(s, "tae"), ["selection_changed"]),
        (lambda s: view_state.hide(s, "lane", True), ["layout_changed"]),
        (lambda s: view_state.replot(s, partial(rescale, kind="log")), ["layout_changed"]),
        (lambda s: lanes.collapse(s, ["lane"]), ["layout_changed"]),
        (lambda s: replace(s, lane_order=("lane",)), ["layout_changed"]),
        (lambda s: replace(s, bounds=Span(0, 9)), ["window_changed"]),
        (
            lambda s: view_state.select(view_state.move_cursor(s, 50), "x"),
            ["cursor_changed", "selection_changed"],
        ),
    ],
)
def test_only_those_are_told_whose_part_has_changed(
    session: Session,
    told: list[str],
    transition: Callable[[view_state.ViewState], view_state.ViewState],
    signals: list[str],
) -> None:
    session.apply(transition)
    assert told == signals


def test_whoever_is_told_finds_the_state_changed(session: Session) -> None:
    seen: list[float] = []
    session.cursor_changed.connect(lambda: seen.append(session.state.cursor))
    session.point_at(50)
    assert seen == [50]


def test_an_answer_to_a_signal_ends_where_nothing_changes(
    session: Session, told: list[str]
) -> None:
    session.cursor_changed.connect(lambda: session.point_at(session.state.cursor))
    session.point_at(50)
    assert told == ["cursor_changed"]


# --- selection and the cursor ------------------------------------------------------------


def test_selecting_an_event_brings_the_cursor_to_it(session: Session, told: list[str]) -> None:
    session.select("tae")
    assert (session.state.selection, session.state.cursor) == ("tae", 12.5)
    assert session.state.window == COURSE
    assert told == ["cursor_changed", "selection_changed"]


@pytest.mark.parametrize(("id_", "cursor"), [("none", 13.5), ("ct", 40.5)])
def test_statements_and_studies_have_a_place_in_time(
    session: Session, id_: str, cursor: float
) -> None:
    session.select(id_)
    assert (session.state.selection, session.state.cursor) == (id_, cursor)


def test_selecting_a_series_leaves_the_cursor(session: Session, told: list[str]) -> None:
    session.select("glucose")
    assert (session.state.selection, session.state.cursor) == ("glucose", 0.5)
    assert told == ["selection_changed"]


def test_what_is_selected_comes_into_the_window(session: Session, told: list[str]) -> None:
    session.apply(lambda state: view_state.show(state, Span(0, 20)))
    told.clear()
    session.select("last")
    assert session.state.window == Span(80.5, 100.5)
    assert told == ["window_changed", "cursor_changed", "selection_changed"]


def test_selecting_nothing_leaves_the_cursor(session: Session, told: list[str]) -> None:
    session.select("tae")
    told.clear()
    session.select(None)
    assert (session.state.selection, session.state.cursor) == (None, 12.5)
    assert told == ["selection_changed"]


def test_an_unknown_id_selects_nothing_new(session: Session, told: list[str]) -> None:
    session.select("tae")
    told.clear()
    session.select("no such part")
    assert session.state.selection == "tae"
    assert told == []


def test_pointing_moves_the_cursor_and_lets_go_of_the_selection(
    session: Session, told: list[str]
) -> None:
    session.select("tae")
    told.clear()
    session.point_at(30.25)
    assert (session.state.cursor, session.state.selection) == (30.25, None)
    assert told == ["cursor_changed", "selection_changed"]


def test_pointing_outside_stays_inside_the_course(session: Session) -> None:
    session.point_at(-1000)
    assert session.state.cursor == -4
    session.point_at(1000)
    assert session.state.cursor == pytest.approx(104, abs=1e-5)


# --- steps -------------------------------------------------------------------------------


def test_steps_visit_the_events_in_time_and_stop_at_the_last(session: Session) -> None:
    visited = []
    for _ in range(5):
        session.step(1)
        visited.append(session.state.selection)
    assert visited == ["first", "tae", "last", "last", "last"]
    for _ in range(4):
        session.step(-1)
        visited.append(session.state.selection)
    assert visited[5:] == ["tae", "first", "first", "first"]


def test_a_step_at_the_end_tells_nobody(session: Session, told: list[str]) -> None:
    session.select("last")
    told.clear()
    session.step(1)
    assert told == []


def test_steps_start_at_the_cursor_where_nothing_is_selected(session: Session) -> None:
    session.point_at(50)
    session.step(-1)
    assert session.state.selection == "tae"
    session.point_at(50)
    session.step(1)
    assert session.state.selection == "last"


@pytest.mark.parametrize("cursor", [-4, 0.5, 50, 103])
def test_the_first_and_the_last_event_are_one_step_away_from_anywhere(
    session: Session, cursor: float
) -> None:
    session.point_at(cursor)
    session.step_to_end(True)
    assert (session.state.selection, session.state.cursor) == ("last", 99.5)
    session.point_at(cursor)
    session.step_to_end(False)
    assert (session.state.selection, session.state.cursor) == ("first", 0.5)


# --- zoom --------------------------------------------------------------------------------


def test_zooming_to_a_part_selects_it_and_shows_all_of_it(session: Session) -> None:
    session.zoom_to("none")
    assert (session.state.selection, session.state.cursor) == ("none", 13.5)
    assert session.state.window.start == pytest.approx(13 - 49 / 3)
    assert session.state.window.end == pytest.approx(62 + 49 / 3)


def test_zooming_to_what_has_no_end_shows_it_to_the_end_of_the_course() -> None:
    session = Session(opened(a_case(an_event("a", on(0)), an_event("b", lasting(50, "open")))))
    end = session.state.bounds.end
    session.zoom_to("b")
    assert session.state.window.end == end
    assert session.state.window.days == pytest.approx(end - 50 + 4)


def test_zooming_to_what_has_no_place_in_time_does_nothing(
    session: Session, told: list[str]
) -> None:
    session.zoom_to("glucose")
    session.zoom_to("no such part")
    assert told == []


# --- the horizon -------------------------------------------------------------------------


def test_hiding_what_comes_later_tells_that_everything_has_changed(
    session: Session, told: list[str]
) -> None:
    session.hide_after(12)
    assert told == ["case_changed"]
    assert [event.id for event in session.case.events] == ["first", "tae"]
    assert session.state.horizon == 12
    assert session.state.bounds == session.state.window == Span(-2, 13)
    assert session.opened is not None
    assert len(session.opened.case.events) == 3


def test_the_same_horizon_again_tells_nobody(session: Session, told: list[str]) -> None:
    session.hide_after(12)
    told.clear()
    session.hide_after(12)
    assert told == []


def test_showing_everything_again_gives_the_whole_case_back(
    session: Session, told: list[str]
) -> None:
    before = session.state
    session.hide_after(12)
    session.hide_after(50)
    session.hide_after(None)
    assert told == ["case_changed"] * 3
    assert session.case is session.opened.case  # type: ignore[union-attr]
    assert session.state == before


def test_a_hidden_part_is_no_longer_selected(session: Session) -> None:
    session.select("last")
    session.hide_after(12)
    assert session.state.selection is None
    assert session.state.cursor < 13
    session.select("last")
    assert session.state.selection is None
    session.hide_after(None)
    assert session.state.selection is None


def test_a_part_that_is_still_told_stays_selected(session: Session) -> None:
    session.select("tae")
    session.hide_after(12)
    assert (session.state.selection, session.state.cursor) == ("tae", 12.5)


def test_the_window_and_the_cursor_come_back_before_the_horizon(session: Session) -> None:
    session.apply(lambda state: view_state.show(state, Span(60, 65)))
    session.point_at(62)
    session.hide_after(12)
    assert session.state.window == Span(8, 13)
    assert session.state.cursor == pytest.approx(13, abs=1e-5)


def test_steps_stay_before_the_horizon(session: Session) -> None:
    session.hide_after(12)
    session.step_to_end(True)
    assert session.state.selection == "tae"
    session.step(1)
    assert session.state.selection == "tae"


def test_problems_are_told_only_while_nothing_is_hidden() -> None:
    problem = Problem("error", "On day 157 something is wrong.", "")
    session = Session(opened(a_course(), problem))
    assert session.problems == (problem,)
    session.hide_after(12)
    assert session.problems == ()
    session.hide_after(None)
    assert session.problems == (problem,)


# --- back and forward --------------------------------------------------------------------


def test_back_and_forward_go_through_the_windows_that_were_looked_at() -> None:
    seconds = iter(range(0, 1000, 10))
    session = Session(opened(a_course()), clock=lambda: next(seconds))
    session.apply(lambda state: view_state.show(state, Span(0, 20)))
    session.apply(lambda state: view_state.show(state, Span(30, 50)))
    session.go_back()
    assert session.state.window == Span(0, 20)
    session.go_back()
    assert session.state.window == COURSE
    session.go_back()
    assert session.state.window == COURSE
    session.go_back(is_forward=True)
    session.go_back(is_forward=True)
    assert session.state.window == Span(30, 50)


def test_no_window_of_another_horizon_or_case_is_led_back_to(session: Session) -> None:
    session.apply(lambda state: view_state.show(state, Span(60, 80)))
    session.hide_after(20)
    assert not session.history.has_back
    session.apply(lambda state: view_state.show(state, Span(0, 10)))
    session.open(opened(a_case()))
    assert not session.history.has_back


# --- folds -------------------------------------------------------------------------------


def test_long_gaps_are_folded_and_told_once(session: Session, told: list[str]) -> None:
    session.fold_long_gaps()
    assert [fold.days > 10 for fold in session.state.folds] == [True] * 3
    assert told == ["window_changed"]


def test_gaps_that_fold_by_themselves_follow_window_and_horizon(session: Session) -> None:
    session.apply(lambda state: view_state.fold_above(state, 0.2))
    at_first = session.state.folds
    assert at_first
    assert all(fold.days > 0.2 * COURSE.days for fold in at_first)
    session.apply(lambda state: view_state.show(state, Span(-4, 16)))
    assert len(session.state.folds) > len(at_first)
    session.hide_after(50)
    assert all(fold.end <= 51 for fold in session.state.folds)
    session.hide_after(None)
    session.apply(view_state.fit)
    assert session.state.folds == at_first


# --- how days are labelled ---------------------------------------------------------------


def test_days_labelled_otherwise_are_told_and_nothing_else_is(
    session: Session, told: list[str]
) -> None:
    session.apply(partial(view_state.label_days, kind="day_1"))
    assert told == ["numbering_changed"]
    assert session.counting.number(0) == 1
    session.apply(partial(view_state.label_days, kind="day_1"))
    assert told == ["numbering_changed"]


def test_days_count_from_an_event_only_while_it_is_told(session: Session) -> None:
    session.apply(partial(view_state.count_from, id_="tae"))
    assert session.counting.zeros == (12,)
    session.hide_after(11)
    assert (session.counting.zeros, session.counting.since) == ((0,), None)
    session.hide_after(None)
    assert session.counting.since == "tae"
    session.apply(partial(view_state.count_from, id_=None))
    assert session.counting.since is None


def test_another_case_is_labelled_as_its_source_counts(session: Session) -> None:
    session.apply(partial(view_state.label_days, kind="illness"))
    session.open(opened(a_case(day_zero={"text": "Onset", "counts_from": 1})))
    assert session.counting.kind == "day_1"
    session.open(opened(a_course()))
    assert session.counting.kind == "day_0"


# --- second cursor, periods and pins ------------------------------------------------------


def test_measuring_tells_those_whom_it_concerns(session: Session, told: list[str]) -> None:
    session.apply(lambda state: measuring.put_second(state, 12.5))
    session.apply(lambda state: measuring.add_period(state, Span(0, 12)))
    session.apply(lambda state: measuring.pin(state, "tae"))
    session.apply(lambda state: measuring.pin(state, "tae"))
    assert told == ["cursor_changed", "periods_changed", "pins_changed"]


def test_the_days_of_a_part_become_a_period(session: Session) -> None:
    for id_ in ("none", "tae", "glucose", "no such part"):
        use_as_period(session, id_)
    assert session.state.periods == (Span(13, 62), Span(12, 13))


def test_a_horizon_takes_what_lies_beyond_it_from_the_measures(session: Session) -> None:
    session.apply(lambda state: measuring.put_second(state, 50.5))
    use_as_period(session, "none")
    for id_ in ("first", "last"):
        session.apply(lambda state, id_=id_: measuring.pin(state, id_))
    session.hide_after(30)
    assert session.state.second is None
    assert session.state.periods == (Span(13, 31),)
    assert session.state.pins == ("first",)


def test_a_lane_is_shown_from_its_first_to_its_last_day(session: Session) -> None:
    lane = session.case.lanes[0].id
    session.apply(lambda state: view_state.show(state, Span(0, 5)))
    session.zoom_to_lane(lane)
    assert session.state.window == COURSE
    session.apply(lambda state: view_state.show(state, Span(0, 5)))
    session.zoom_to_lane("no-such-lane")
    assert session.state.window == Span(0, 5)
