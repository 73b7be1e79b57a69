"""Second cursor, periods and pins: clamped to the course, and never beyond a horizon."""

from __future__ import annotations

import math
import random

import pytest

from viewer.model import measuring, view_state
from viewer.model.time import Span
from viewer.model.view_state import ViewState

BOUNDS = Span(-4.3, 104.7)


@pytest.fixture
def state() -> ViewState:
    return view_state.opening(BOUNDS)


def test_the_second_cursor_stays_inside_the_course(state: ViewState) -> None:
    assert state.second is None
    assert measuring.put_second(state, 12.5).second == 12.5
    assert measuring.put_second(state, -50).second == -4.3
    assert 104.6 < (measuring.put_second(state, 500).second or 0) < 104.7
    assert measuring.put_second(measuring.put_second(state, 12.5), None) == state


@pytest.mark.parametrize(
    ("cursor", "second", "days"),
    [(0.5, 12.5, 12), (0.99, 12.0, 12), (12.5, 0.5, -12), (3.1, 3.9, 0), (-0.5, 0.5, 1)],
)
def test_days_between_count_whole_days(
    state: ViewState, cursor: float, second: float, days: int
) -> None:
    state = view_state.move_cursor(state, cursor)
    assert measuring.days_between(state) is None
    assert measuring.days_between(measuring.put_second(state, second)) == days


@pytest.mark.parametrize(
    ("span", "days"),
    [
        (Span(0, 12), Span(0, 12)),
        (Span(0.2, 11.1), Span(0, 12)),
        (Span(-math.inf, 5), Span(-4, 5)),
        (Span(90, math.inf), Span(90, 104)),
        (Span(104.2, 104.3), None),
        (Span(-4.2, -4.1), None),
        (Span(200, 300), None),
        (Span(5, 5), None),
    ],
)
def test_whole_days_of_a_stretch(span: Span, days: Span | None) -> None:
    assert measuring.whole_days(span, BOUNDS) == days


def test_whole_days_lie_inside_and_hold_what_is_inside() -> None:
    random.seed(12)
    for _ in range(500):
        start, bound = random.uniform(-50, 150), random.uniform(-50, 100)
        span = Span(start, start + random.uniform(0, 80))
        bounds = Span(bound, bound + random.uniform(3, 120))
        days = measuring.whole_days(span, bounds)
        if days is None:
            inner = Span(math.ceil(bounds.start), math.floor(bounds.end))
            assert not span.days or not span.overlaps(inner)
        else:
            assert days.start.is_integer()
            assert days.end.is_integer()
            assert bounds.start <= days.start < days.end <= bounds.end
            assert days.start < max(span.start, bounds.start) + 2


def test_a_third_period_takes_the_place_of_the_oldest(state: ViewState) -> None:
    for first in (0, 20, 40):
        state = measuring.add_period(state, Span(first, first + 5))
    assert state.periods == (Span(20, 25), Span(40, 45))
    assert measuring.add_period(state, Span(300, 400)) == state


def test_a_period_can_be_changed_and_taken_away(state: ViewState) -> None:
    for first in (0, 20):
        state = measuring.add_period(state, Span(first, first + 5))
    changed = measuring.change_period(state, 1, Span(30, 31))
    assert changed.periods == (Span(0, 5), Span(30, 31))
    assert measuring.change_period(state, 2, Span(30, 31)) == state
    assert measuring.change_period(state, 0, Span(300, 310)) == state
    assert measuring.drop_period(changed, 0).periods == (Span(30, 31),)
    assert measuring.drop_period(changed, 5) == changed
    assert measuring.keep_periods(changed, state.periods) == state


def test_parts_are_pinned_once_and_not_without_end(state: ViewState) -> None:
    for id_ in ("a", "b", "a"):
        state = measuring.pin(state, id_)
    assert state.pins == ("a", "b")
    assert measuring.unpin(state, "a").pins == ("b",)
    assert measuring.unpin(state, "z") == state
    assert measuring.toggle_pin(state, "c").pins == ("a", "b", "c")
    assert measuring.toggle_pin(state, "b").pins == ("a",)
    for number in range(20):
        state = measuring.pin(state, str(number))
    assert len(state.pins) == measuring.MOST_PINS
    assert state.pins[-1] == "19"


def test_a_horizon_cuts_what_lies_beyond_it(state: ViewState) -> None:
    state = measuring.put_second(state, 40.5)
    state = measuring.add_period(measuring.add_period(state, Span(0, 12)), Span(13, 62))
    state = measuring.pin(measuring.pin(state, "early"), "late")
    near = view_state.rebound(state, Span(-4.3, 31), 30)
    cut = measuring.disclosed(near, lambda id_: id_ == "early")
    assert (cut.second, cut.pins) == (None, ("early",))
    assert cut.periods == (Span(0, 12), Span(13, 31))
    nearer = measuring.disclosed(view_state.rebound(cut, Span(-4.3, 11), 10), lambda _: True)
    assert nearer.periods == (Span(0, 11),)
    assert measuring.disclosed(state, lambda _: True) == state
