"""Days to pixels, and where ticks stand."""

import math

import pytest

from viewer.geometry.time_scale import Frame, Tick, TimeScale, zero_moment
from viewer.model.time import Span


@pytest.fixture
def scale() -> TimeScale:
    return TimeScale(Span(-10.0, 90.0), left_px=150.0, width_px=1000.0)


def test_a_day_has_one_column_and_back(scale: TimeScale) -> None:
    assert scale.px_per_day == 10.0
    assert scale.x(0.0) == 250.0
    assert scale.day(250.0) == 0.0
    assert scale.right_px == scale.x(90.0) == 1150.0


def test_infinite_moments_stay_infinite(scale: TimeScale) -> None:
    assert scale.x(math.inf) == math.inf
    assert scale.x(-math.inf) == -math.inf


@pytest.mark.parametrize(("room_px", "step"), [(10, 1), (11, 2), (45, 5), (60, 10), (101, 20)])
def test_ticks_are_round_days_with_room(scale: TimeScale, room_px: float, step: int) -> None:
    ticks = scale.ticks(room_px)
    assert [t.day for t in ticks] == [d for d in range(-10, 90) if d % step == 0]
    assert all(t.day % step == 0 and t.moment == t.day + 0.5 for t in ticks)


def test_a_tick_outside_the_window_is_left_out() -> None:
    scale = TimeScale(Span(0.6, 2.4), 0.0, 180.0)
    assert [t.day for t in scale.ticks(100.0)] == [1]


def test_hours_where_a_day_is_wide() -> None:
    scale = TimeScale(Span(0.0, 1.0), 0.0, 960.0)
    ticks = scale.ticks(100.0)
    assert ticks[:3] == (Tick(0.0, 0, 0), Tick(0.125, 0, 3), Tick(0.25, 0, 6))
    assert ticks[-1] == Tick(1.0, 1, 0)


def test_hours_before_day_zero_belong_to_the_day_before() -> None:
    scale = TimeScale(Span(-0.5, 0.0), 0.0, 480.0)
    assert [(t.day, t.hour) for t in scale.ticks(200.0)] == [(-1, 12), (-1, 18), (0, 0)]


def test_the_widest_step_where_nothing_else_has_room() -> None:
    scale = TimeScale(Span(0.0, 36_500.0), 0.0, 10.0)
    assert [t.day for t in scale.ticks(1000.0)] == [0, 20_000]


def test_the_rule_of_day_zero_stands_where_its_tick_does() -> None:
    days = TimeScale(Span(-1.0, 4.0), 0.0, 500.0).ticks(100.0)
    assert next(t.moment for t in days if t.day == 0) == zero_moment(days) == 0.5
    hours = TimeScale(Span(-1.0, 4.0), 0.0, 5000.0).ticks(100.0)
    assert next(t.moment for t in hours if t[1:] == (0, 0)) == zero_moment(hours) == 0.0
    assert zero_moment(()) == 0.5


def test_a_frame_adds_up() -> None:
    frame = Frame(gutter_px=150, before_px=80, axis_px=800, margin_px=14)
    assert frame.left_px == 230
    assert frame.width_px == 1044
    scale = frame.scale(Span(0.0, 10.0))
    assert (scale.left_px, scale.right_px) == (230, 1030)
