"""What the window shows, and the steps from one state to the next."""

from __future__ import annotations

import pytest

from viewer.model.label_kinds import Kind
from viewer.model.numbering import Numbering
from viewer.model.plot_choices import convert
from viewer.model.time import Span
from viewer.model.view_state import (
    SHORTEST_WINDOW_DAYS,
    ViewState,
    centre,
    clear_highlights,
    count_from,
    fit,
    fold,
    fold_above,
    fold_gaps,
    hide,
    highlight,
    label_days,
    move_cursor,
    opening,
    pan,
    rebound,
    replot,
    reveal,
    select,
    show,
    unfold,
    zoom_about,
    zoom_to,
)

COURSE = Span(-10, 90)


def state(window: Span = COURSE, cursor: float = 0.5) -> ViewState:
    return ViewState(COURSE, window, cursor)


# --- at the start ------------------------------------------------------------------------


def test_a_case_opens_on_the_whole_course_with_the_cursor_on_day_zero() -> None:
    opened = opening(COURSE)
    assert opened == ViewState(COURSE, COURSE, 0.5, None, None, frozenset())


def test_a_course_that_misses_day_zero_opens_at_the_day_nearest_to_it() -> None:
    assert opening(Span(10, 20)).cursor == 10
    assert opening(Span(-20, -10), horizon=-11).cursor == pytest.approx(-10)
    assert opening(Span(-20, -10), horizon=-11).horizon == -11


# --- the window --------------------------------------------------------------------------


def test_a_window_inside_the_course_is_shown_as_it_is() -> None:
    assert show(state(), Span(3, 8)).window == Span(3, 8)


def test_panning_moves_the_window_and_nothing_else() -> None:
    moved = pan(state(Span(0, 10)), 5)
    assert moved == state(Span(5, 15))
    assert pan(moved, -5) == state(Span(0, 10))


def test_panning_stops_at_the_ends_of_the_course() -> None:
    assert pan(state(Span(0, 10)), -50).window == Span(-10, 0)
    assert pan(state(Span(0, 10)), 500).window == Span(80, 90)


def test_a_window_longer_than_the_course_is_the_course() -> None:
    assert show(state(), Span(-500, 500)).window == COURSE


def test_a_window_is_never_shorter_than_ten_minutes() -> None:
    assert show(state(), Span(5, 5)).window == Span(5, 5 + SHORTEST_WINDOW_DAYS)
    assert 144 * SHORTEST_WINDOW_DAYS == 1


def test_fitting_shows_the_whole_course() -> None:
    assert fit(state(Span(3, 4))).window == COURSE


def test_zooming_leaves_the_day_under_the_pointer_where_it_is() -> None:
    zoomed = zoom_about(state(Span(0, 40)), 10, 0.5)
    assert zoomed.window == Span(5, 25)
    share = (10 - zoomed.window.start) / zoomed.window.days
    assert share == 0.25 == (10 - 0) / 40
    assert zoom_about(zoomed, 10, 2).window == Span(0, 40)


def test_zooming_ends_at_ten_minutes_with_the_day_still_in_its_place() -> None:
    zoomed = zoom_about(state(Span(0, 40)), 10, 1e-9)
    assert zoomed.window.days == pytest.approx(SHORTEST_WINDOW_DAYS)
    assert (10 - zoomed.window.start) / zoomed.window.days == pytest.approx(0.25)
    again = zoom_about(zoomed, 10, 0.5)
    assert again.window.start == pytest.approx(zoomed.window.start)
    assert again.window.end == pytest.approx(zoomed.window.end)


def test_zooming_out_ends_at_the_whole_course() -> None:
    assert zoom_about(state(Span(0, 40)), 10, 100).window == COURSE


def test_zooming_to_a_part_leaves_a_third_of_it_on_either_side() -> None:
    assert zoom_to(state(), Span(30, 60)).window == Span(20, 70)


def test_zooming_to_a_short_part_leaves_two_days_on_either_side() -> None:
    assert zoom_to(state(), Span(30, 31)).window == Span(28, 33)


# --- the cursor --------------------------------------------------------------------------


def test_the_cursor_moves_and_the_window_stays() -> None:
    assert move_cursor(state(Span(0, 10)), 50) == state(Span(0, 10), cursor=50)


def test_the_cursor_stays_inside_the_course() -> None:
    assert move_cursor(state(), -50).cursor == -10
    last = move_cursor(state(), 500).cursor
    assert last < 90
    assert last == pytest.approx(90, abs=1e-5)


def test_a_day_well_inside_the_window_does_not_move_it() -> None:
    before = state(Span(0, 100 / 5))
    assert reveal(before, 10) is before
    assert reveal(before, 1) is before
    assert reveal(before, 19) is before


def test_a_day_outside_the_window_comes_in_by_a_twentieth_of_it() -> None:
    assert reveal(state(Span(0, 20)), 30).window == Span(11, 31)
    assert reveal(state(Span(40, 60)), 30).window == Span(29, 49)


def test_a_day_near_the_edge_comes_in_a_little() -> None:
    assert reveal(state(Span(0, 20)), 0.5).window == Span(-0.5, 19.5)
    assert reveal(state(Span(0, 20)), 19.5).window == Span(0.5, 20.5)


def test_a_day_at_the_edge_of_the_course_is_shown_as_far_as_there_is_room() -> None:
    assert reveal(state(Span(-9, 11)), -10).window == Span(-10, 10)


# --- selection and layout ----------------------------------------------------------------


def test_one_part_is_selected_at_a_time() -> None:
    chosen = select(select(state(), "a"), "b")
    assert chosen.selection == "b"
    assert select(chosen, None) == state()


def test_lanes_are_hidden_and_shown_again() -> None:
    hidden = hide(hide(state(), "drugs", True), "glucose", True)
    assert hidden.hidden == {"drugs", "glucose"}
    assert hide(hidden, "drugs", False).hidden == {"glucose"}
    assert hide(hide(hidden, "drugs", False), "glucose", False) == state()


# --- a horizon ---------------------------------------------------------------------------


def test_a_window_on_the_whole_course_stays_one() -> None:
    changed = rebound(state(), Span(-12, 13), 12)
    assert changed == ViewState(Span(-12, 13), Span(-12, 13), 0.5, 12)
    assert rebound(changed, COURSE, None) == state()


def test_a_window_on_a_part_of_the_course_is_kept_where_that_is_known() -> None:
    assert rebound(state(Span(0, 10)), Span(-12, 13), 12).window == Span(0, 10)


def test_a_window_beyond_the_horizon_comes_back() -> None:
    assert rebound(state(Span(40, 50)), Span(-12, 13), 12).window == Span(3, 13)
    assert rebound(state(Span(0, 50)), Span(-12, 13), 12).window == Span(-12, 13)


def test_a_cursor_beyond_the_horizon_comes_back() -> None:
    changed = rebound(state(cursor=50), Span(-12, 13), 12)
    assert 12 < changed.cursor < 13


def test_a_known_selection_and_layout_outlive_the_horizon() -> None:
    before = hide(select(state(), "a"), "drugs", True)
    after = rebound(before, Span(-12, 13), 12)
    assert (after.selection, after.hidden) == ("a", {"drugs"})
    assert rebound(after, COURSE, None).horizon is None


@pytest.mark.parametrize("course", [Span(-5.0, 0.1), Span(-5.0, 4.3), Span(-5.0, 5.7)])
def test_the_whole_course_is_met_exactly(course: Span) -> None:
    assert course.start + course.days != course.end or course.end - course.days != course.start
    whole = ViewState(course, course, 0.0)
    for moved in (pan(whole, 3), zoom_about(whole, 0, 2), show(whole, course), show(whole, COURSE)):
        assert moved.window == course


# --- folds -------------------------------------------------------------------------------

FOLD = Span(20, 60)


def test_a_fold_is_kept_inside_the_course_and_joins_its_neighbours() -> None:
    assert fold(state(), FOLD).folds == (FOLD,)
    assert fold(state(), Span(-90, 0), Span(85, 200)).folds == (Span(-10, 0), Span(85, 90))
    assert fold(fold(state(), FOLD), Span(60, 70)).folds == (Span(20, 70),)


def test_the_whole_course_cannot_be_folded_away() -> None:
    assert fold(state(), Span(-100, 200)) == state()
    assert fold(state(), Span(-100, 89.995)) == state()


def test_a_fold_opens_again_alone_or_with_all_others() -> None:
    both = fold(state(), FOLD, Span(70, 80))
    assert unfold(both, FOLD).folds == (Span(70, 80),)
    assert unfold(both).folds == ()
    assert unfold(both).window == COURSE
    assert unfold(both, Span(1, 2)) == both


def test_gaps_above_a_share_of_the_window_fold_by_themselves() -> None:
    gaps = (Span(0, 20), Span(50, 85))
    by_itself = fold_above(state(), 0.3)
    assert fold_gaps(by_itself, gaps).folds == (Span(50, 85),)
    closer = show(by_itself, Span(-10, 30))
    assert fold_gaps(closer, gaps).folds == gaps
    assert fold_gaps(fold_gaps(closer, gaps), ()).folds == ()


def test_a_gap_that_was_opened_stays_open_until_the_share_is_chosen_anew() -> None:
    gaps = (Span(50, 85),)
    closed = fold_gaps(fold_above(state(), 0.3), gaps)
    opened = unfold(closed, *gaps)
    assert fold_gaps(opened, gaps).folds == ()
    assert fold_gaps(fold_above(opened, 0.3), gaps).folds == gaps


def test_nothing_folds_by_itself_unless_that_was_chosen() -> None:
    assert fold_gaps(fold(state(), FOLD), (Span(50, 85),)).folds == (FOLD,)
    assert fold_above(fold(state(), FOLD), 1.0) == state()


def test_panning_goes_over_a_fold_and_keeps_what_it_shows_of_the_other_days() -> None:
    folded_up = show(fold(state(), FOLD), Span(5, 15))
    assert pan(folded_up, 10).window == Span(15, 65)
    assert pan(folded_up, 5).window == Span(10, 20)
    assert pan(folded_up, 15).window == Span(60, 70)
    assert pan(folded_up, 500).window == Span(80, 90)
    assert pan(pan(folded_up, 10), -10).window == Span(5, 15)


def test_zooming_counts_only_days_that_are_not_folded() -> None:
    folded_up = show(fold(state(), FOLD), Span(10, 70))
    assert zoom_about(folded_up, 15, 0.5).window == Span(12.5, 62.5)
    assert zoom_about(folded_up, 40, 10).window == COURSE
    assert zoom_about(folded_up, 15, 1e-9).window.days == pytest.approx(SHORTEST_WINDOW_DAYS)


def test_a_window_inside_a_new_fold_moves_to_its_edge() -> None:
    inside = show(state(), Span(30, 40))
    shown = fold(inside, FOLD).window
    assert shown.overlaps(Span(-10, 20)) or shown.overlaps(Span(60, 90))


def test_a_day_beyond_a_fold_is_revealed_by_moving_over_it() -> None:
    folded_up = show(fold(state(), FOLD), Span(0, 20))
    assert reveal(folded_up, 62).window == pytest.approx(Span(3, 63))
    assert reveal(folded_up, -5).window == pytest.approx(Span(-6, 14))
    assert reveal(folded_up, 10) == folded_up


def test_a_horizon_cuts_folds_too() -> None:
    folded_up = fold(state(), FOLD, Span(70, 80))
    cut = rebound(folded_up, Span(-10, 31), horizon=30)
    assert cut.folds == (Span(20, 31),)
    assert cut.window.end <= 31
    assert rebound(folded_up, Span(-10, 15), horizon=14).folds == ()


def test_another_way_to_draw_values_changes_nothing_else_and_outlasts_a_horizon() -> None:
    changed = replot(state(), lambda plots: convert(plots, "glucose", True))
    assert changed.plots.is_converted("glucose")
    assert replot(changed, lambda plots: convert(plots, "glucose", False)) == state()
    assert rebound(changed, Span(-10, 12), 11).plots == changed.plots


# --- how days are labelled -----------------------------------------------------------------


def test_another_label_keeps_the_event_that_days_count_from() -> None:
    counted = label_days(count_from(state(), "tae"), "day_1")
    assert counted.numbering == Numbering("day_1", "tae")
    assert count_from(counted, None).numbering == Numbering("day_1")
    assert label_days(counted, "date").numbering == Numbering("date", "tae")


@pytest.mark.parametrize("kind", ["hospital", "date", "age"])
def test_to_count_from_an_event_is_to_count(kind: Kind) -> None:
    labelled = label_days(state(), kind)
    assert count_from(labelled, "tae").numbering == Numbering("day_0", "tae")
    assert count_from(labelled, None).numbering == Numbering(kind)


def test_a_day_is_brought_into_the_middle_as_far_as_the_course_allows() -> None:
    assert centre(show(state(), Span(0, 20)), 50).window == Span(40, 60)
    assert centre(show(state(), Span(0, 20)), 85).window == Span(70, 90)
    folded_up = show(fold(state(), FOLD), Span(0, 10))
    assert centre(folded_up, 20).window == Span(15, 65)


# --- highlights --------------------------------------------------------------------------


def test_a_highlight_comes_and_goes_and_all_go_at_once() -> None:
    both = highlight(highlight(state(), "tae"), "ct")
    assert both.highlights == {"tae", "ct"}
    assert highlight(both, "tae").highlights == {"ct"}
    assert clear_highlights(both).highlights == frozenset()
    assert clear_highlights(both) == state()
