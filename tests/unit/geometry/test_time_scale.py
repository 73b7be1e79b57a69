"""Days to pixels, and where ticks stand."""

import math
import random

import numpy as np
import pytest

from viewer.geometry.time_scale import Frame, TimeScale
from viewer.model.folded_time import merged
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


def test_a_frame_adds_up() -> None:
    frame = Frame(gutter_px=150, before_px=80, axis_px=800, margin_px=14)
    assert frame.left_px == 230
    assert frame.width_px == 1044
    scale = frame.scale(Span(0.0, 10.0))
    assert (scale.left_px, scale.right_px) == (230, 1030)


# --- folds -------------------------------------------------------------------------------

FOLDED = TimeScale(Span(0.0, 100.0), 100.0, 640.0, (Span(20.0, 60.0),), 40.0)


def test_a_fold_takes_a_fixed_width_and_the_days_beside_it_share_the_rest() -> None:
    assert FOLDED.px_per_day == 10.0
    assert [(s.days, s.left_px, s.right_px, s.is_fold) for s in FOLDED.stretches] == [
        (Span(0, 20), 100, 300, False),
        (Span(20, 60), 300, 340, True),
        (Span(60, 100), 340, 740, False),
    ]
    assert [gap.days for gap in FOLDED.gaps] == [Span(20, 60)]


@pytest.mark.parametrize(
    ("day", "x"), [(-1, 90), (0, 100), (20, 300), (40, 320), (60, 340), (100, 740), (102, 760)]
)
def test_moments_beside_in_and_outside_a_fold_have_their_column(day: float, x: float) -> None:
    assert FOLDED.x(day) == pytest.approx(x)
    assert FOLDED.day(x) == pytest.approx(day)
    assert FOLDED.xs(np.array([day])) == pytest.approx([x])
    assert FOLDED.x(math.inf) == math.inf


def test_a_fold_at_the_edge_of_the_window_shows_as_far_as_it_reaches_in() -> None:
    scale = TimeScale(Span(50.0, 100.0), 0.0, 440.0, (Span(20.0, 60.0), Span(90, 200)), 20.0)
    assert [(s.days, s.is_fold) for s in scale.stretches] == [
        (Span(50, 60), True),
        (Span(60, 90), False),
        (Span(90, 100), True),
    ]
    assert scale.px_per_day == pytest.approx(400 / 30)


def test_inside_a_fold_everything_is_drawn() -> None:
    scale = TimeScale(Span(30.0, 40.0), 0.0, 100.0, (Span(20.0, 60.0),), 20.0)
    assert not scale.is_folded
    assert not scale.gaps
    assert scale.x(35) == 50


def test_many_folds_leave_room_for_days() -> None:
    folds = tuple(Span(10.0 * n + 1, 10.0 * n + 9) for n in range(10))
    scale = TimeScale(Span(0.0, 100.0), 0.0, 100.0, folds, 40.0)
    assert sum(gap.right_px - gap.left_px for gap in scale.gaps) == pytest.approx(40)
    assert scale.px_per_day == pytest.approx(60 / 20)


def test_folds_without_width_still_lead_from_day_to_day() -> None:
    scale = TimeScale(Span(0.0, 100.0), 0.0, 600.0, (Span(20.0, 60.0),), 0.0)
    assert scale.x(20) == scale.x(60) == 200
    assert scale.day(200) == 20
    assert scale.day(210) == pytest.approx(61)


def test_days_and_columns_agree_both_ways_across_any_folds() -> None:
    chance = random.Random(7)
    for _ in range(300):
        ends = sorted(chance.uniform(-20, 120) for _ in range(2 * chance.randint(0, 6)))
        folds = merged(Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True))
        scale = TimeScale(Span(0.0, 100.0), 50.0, 900.0, folds, 30.0)
        days = np.array(sorted(chance.uniform(-10, 110) for _ in range(30)))
        columns = [scale.x(day) for day in days.tolist()]
        assert scale.xs(days) == pytest.approx(columns)
        assert columns == sorted(columns)
        assert [scale.day(x) for x in columns] == pytest.approx(days.tolist())
        assert scale.x(0.0) == 50
        assert scale.x(100.0) == pytest.approx(950)
        start, end = scale.axis
        shares = (scale.places(days) - start) / (end - start)
        assert shares * 900 + 50 == pytest.approx(columns)


@pytest.mark.parametrize(("x", "is_in"), [(299.9, False), (300, True), (339, True), (340, False)])
def test_a_column_of_a_fold_is_known(x: float, is_in: bool) -> None:
    gap = FOLDED.gap_at(x)
    assert (gap is not None) == is_in
    assert gap is None or gap.days == Span(20, 60)
