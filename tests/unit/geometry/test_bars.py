"""What is certain is full, what is not fades; nothing is drawn that nobody stated.

The scale is 10 px a day with day 0 at 100 px, the axis from 0 to 2100 px (days -10 to 200); an
em is 10 px, so a fade without a bound is 50 px long.
"""

import math

import pytest

from viewer.geometry.bars import (
    BarShape,
    Drawn,
    PointShape,
    Whisker,
    bar_shape,
    period,
    point_shape,
)
from viewer.geometry.time_scale import TimeScale
from viewer.model.time import CutInstant, Instant, Interval, NotKnown, Span

SCALE = TimeScale(Span(-10.0, 200.0), 0.0, 2100.0)


def bar(start: dict, end: dict | NotKnown, limit: float = math.inf) -> BarShape:
    finish = end if isinstance(end, str) else Instant(**end)
    return bar_shape(
        Interval(start=Instant(**start), end=finish), Drawn(SCALE, 10.0, limit), "reported"
    )


def cut(limit: float, start: Instant, end: Instant | NotKnown) -> BarShape:
    when = Interval.model_construct(start=start, end=end)
    return bar_shape(when, Drawn(SCALE, 10.0, limit), "reported")


def point(limit: float = math.inf, **given: object) -> PointShape:
    return point_shape(Instant(**given), Drawn(SCALE, 10.0, limit), "reported")


def columns(shape: BarShape) -> tuple[float, float, float, float]:
    return shape.left_px, shape.full_left_px, shape.full_right_px, shape.right_px


class TestPeriods:
    def test_an_instant_counts_as_the_period_it_may_fill(self) -> None:
        when = Instant(earliest=3, latest=8)
        assert (period(when).start, period(when).end) == (when, when)
        assert period(period(when)) == period(when)

    def test_exact_ends_are_hard_and_the_last_day_counts(self) -> None:
        shape = bar({"day": 13}, {"day": 61})
        assert columns(shape) == (230, 230, 720, 720)
        assert (shape.start, shape.end) == ("hard", "hard")
        assert shape.whiskers == ()
        assert (shape.fade_left_px, shape.fade_right_px) == (0, 0)

    def test_each_end_between_two_days(self) -> None:
        shape = bar(
            {"earliest": 0, "latest": 5, "evidence": "inferred"}, {"earliest": 20, "latest": 30}
        )
        assert columns(shape) == (100, 150, 310, 410)
        assert (shape.start, shape.end) == ("fading", "fading")
        assert shape.whiskers == (Whisker(100, 150, "inferred"), Whisker(310, 410, "reported"))

    def test_nothing_certain_rises_and_falls_under_one_whisker(self) -> None:
        bounds = {"earliest": 0, "latest": 12, "evidence": "inferred"}
        shape = bar(bounds, bounds)
        assert columns(shape) == (100, 165, 165, 230)
        assert shape.whiskers == (Whisker(100, 230, "inferred"),)

    def test_a_start_without_bounds_fades_over_five_em(self) -> None:
        assert columns(bar({"latest": 0}, {"day": 12}))[:2] == (50, 100)
        assert columns(bar({"about": 0}, {"day": 12}))[:2] == (80, 130)

    def test_a_best_day_with_one_bound(self) -> None:
        assert columns(bar({"about": -5, "latest": 0}, {"day": 12}))[:2] == (0, 100)
        assert columns(bar({"about": 5, "earliest": 0}, {"day": 40}))[:2] == (100, 200)

    def test_it_began_no_later_than_it_ended(self) -> None:
        shape = bar({"earliest": 61}, {"day": 157})
        assert columns(shape) == (710, 1670, 1680, 1680)
        assert shape.end == "hard"

    def test_a_start_and_an_end_without_a_last_day(self) -> None:
        shape = bar({"earliest": 10}, {"earliest": 30})
        assert columns(shape) == (200, 250, 410, 460)

    def test_it_ended_no_earlier_than_it_began(self) -> None:
        shape = bar({"day": 61}, {"latest": 157})
        assert columns(shape) == (710, 710, 720, 1680)

    def test_an_end_at_or_before_without_a_start(self) -> None:
        shape = bar({"about": -50}, {"latest": 0})
        assert (shape.full_right_px, shape.right_px) == (60, 110)

    def test_an_end_about_a_day(self) -> None:
        assert columns(bar({"day": 0}, {"about": 20}))[2:] == (280, 330)

    def test_the_tint_never_ends_before_it_is_full(self) -> None:
        left, full_left, full_right, right = columns(
            bar({"earliest": 0, "latest": 30}, {"earliest": 2, "latest": 10})
        )
        assert left <= full_left <= full_right <= right

    def test_open_goes_on_to_the_limit(self) -> None:
        assert columns(bar({"day": 0}, "open", limit=50.0))[2:] == (600, 600)
        assert columns(bar({"day": 0}, "open"))[2:] == (2100, 2100)
        assert bar({"day": 0}, "open").end == "open"

    def test_not_stated_is_full_for_a_short_tail_then_fades(self) -> None:
        shape = bar({"day": 41}, "unknown")
        assert columns(shape) == (510, 510, 535, 585)
        assert shape.end == "unknown"

    def test_not_stated_without_any_certain_day_has_no_tail(self) -> None:
        assert columns(bar({"earliest": 12}, "unknown")) == (220, 270, 270, 320)

    def test_a_fade_without_bound_stops_at_the_limit(self) -> None:
        shape = bar({"day": 41}, "unknown", limit=43.0)
        assert shape.seen_right_px == 530
        assert bar({"day": 41}, {"day": 60}, limit=43.0).seen_right_px == 710


class TestHorizon:
    def test_an_end_that_is_not_told_fades_from_the_first_day_to_the_limit(self) -> None:
        shape = cut(12.0, Instant(day=0), CutInstant.model_construct())
        assert columns(shape) == (100, 100, 110, 330)
        assert (shape.end, shape.seen_right_px, shape.whiskers) == ("cut", 220, ())

    def test_an_end_that_may_have_come_is_half_faded_at_the_limit(self) -> None:
        shape = cut(12.0, Instant(day=0), CutInstant.model_construct(earliest=4.0))
        assert columns(shape) == (100, 100, 150, 290)
        assert shape.seen_right_px == 220

    def test_a_start_that_may_not_have_come_is_half_risen_at_the_limit(self) -> None:
        start = CutInstant.model_construct(earliest=0.0)
        shape = cut(12.0, start, CutInstant.model_construct())
        assert (shape.left_px, shape.full_left_px) == (100, 340)
        assert (shape.start, shape.seen_right_px) == ("cut", 220)

    def test_nothing_of_a_hidden_bound_shows(self) -> None:
        both = CutInstant.model_construct(earliest=0.0)
        shape = cut(12.0, both, both)
        assert shape.clip_right_px == 220
        assert shape.whiskers == ()

    def test_a_point_is_cut_at_the_limit_without_an_end_tick(self) -> None:
        drawn = Drawn(SCALE, 10.0, 12.0)
        shape = point_shape(CutInstant.model_construct(earliest=0.0), drawn, "inferred")
        assert shape.capsule == (100, 220)
        assert shape.whisker == Whisker(100, 220, "inferred", has_right_tick=False)
        assert not shape.has_mark

    def test_a_point_with_a_best_day_keeps_its_mark(self) -> None:
        drawn = Drawn(SCALE, 10.0, 12.0)
        shape = point_shape(CutInstant.model_construct(about=5.0), drawn, "reported")
        assert shape.has_mark
        assert shape.capsule == (155, 220)
        assert shape.fade_left_px == 25


class TestWindow:
    @pytest.mark.parametrize(
        ("start", "end", "is_left", "is_right"),
        [
            (-20, 10, True, False),
            (0, 300, False, True),
            (-20, 300, True, True),
            (0, 10, False, False),
        ],
    )
    def test_a_bar_past_the_window(
        self, start: int, end: int, is_left: bool, is_right: bool
    ) -> None:
        shape = bar({"day": start}, {"day": end})
        assert (shape.is_past_left, shape.is_past_right) == (is_left, is_right)
        assert shape.seen_left_px == max(0, 100 + 10 * start)

    def test_a_fade_without_a_bound_is_not_past_the_window(self) -> None:
        assert not bar({"latest": -10}, {"day": 0}).is_past_left
        assert not bar({"day": 195}, "unknown").is_past_right
        assert not bar({"day": 190}, {"earliest": 197}).is_past_right
        assert bar({"latest": -12}, {"day": 0}).is_past_left

    def test_an_open_bar_that_ends_with_the_axis_is_not_past_it(self) -> None:
        assert not bar({"day": 0}, "open").is_past_right
        assert bar({"day": 0}, "open", limit=300.0).is_past_right


class TestPoints:
    def test_an_exact_day_stands_in_its_middle(self) -> None:
        shape = point(day=12)
        assert (shape.anchor_px, shape.has_mark) == (225, True)
        assert (shape.capsule, shape.whisker) == (None, None)
        assert shape.extent(12.0) == (219, 231)

    @pytest.mark.parametrize(
        ("precision", "day", "px_per_day", "columns"),
        [
            ("day", 12, 30, None),
            ("day", 12, 31, (372, 403)),
            ("hour", 0.5, 30 * 24, None),
            ("hour", 0.5, 960, (480, 520)),
            ("minute", 0.5, 30 * 1440, None),
            ("minute", 0.5, 57_600, (28_800, 28_840)),
        ],
    )
    def test_a_stated_unit_wider_than_three_marks_is_drawn_whole(
        self, precision: str, day: float, px_per_day: int, columns: tuple[float, float] | None
    ) -> None:
        drawn = Drawn(TimeScale(Span(0.0, 20.0), 0.0, 20.0 * px_per_day), 10.0)
        shape = point_shape(Instant(day=day, precision=precision), drawn, "reported")
        assert (shape.has_mark, shape.whisker) == (True, None)
        if columns is None:
            assert shape.capsule is None
        else:
            assert shape.capsule == pytest.approx(columns)
            assert shape.anchor_px == pytest.approx(sum(columns) / 2)
            assert shape.extent(12.0) == pytest.approx(columns)

    def test_a_finer_moment_stands_where_it_is(self) -> None:
        assert point(day=0.5, precision="minute").anchor_px == pytest.approx(105, abs=0.01)

    def test_between_two_days_has_no_mark(self) -> None:
        shape = point(earliest=40, latest=50, evidence="derived")
        assert not shape.has_mark
        assert shape.capsule == (500, 610)
        assert shape.whisker == Whisker(500, 610, "derived")
        assert shape.extent(12.0) == (500, 610)

    def test_a_best_day_with_bounds(self) -> None:
        shape = point(earliest=0, about=0, latest=12)
        assert shape.has_mark
        assert shape.capsule == (100, 230)
        assert shape.extent(12.0) == (99, 230)

    def test_at_or_before_fades_to_the_left(self) -> None:
        shape = point(latest=0)
        assert shape.has_mark
        assert (shape.anchor_px, shape.fade_left_px, shape.fade_right_px) == (105, 50, 0)
        assert shape.extent(12.0) == (55, 111)

    def test_at_or_after_fades_to_the_right(self) -> None:
        shape = point(earliest=61)
        assert (shape.anchor_px, shape.fade_left_px, shape.fade_right_px) == (715, 0, 50)

    def test_at_or_after_stops_at_the_limit(self) -> None:
        shape = point(limit=63.0, earliest=61)
        assert shape.extent(12.0) == (709, 730)

    def test_about_fades_to_both_sides(self) -> None:
        shape = point(about=0)
        assert (shape.fade_left_px, shape.fade_right_px) == (25, 25)

    def test_a_best_day_with_one_bound(self) -> None:
        shape = point(about=0, latest=12)
        assert shape.whisker == Whisker(105, 230, "reported")
        assert (shape.fade_left_px, shape.fade_right_px) == (50, 0)
        shape = point(about=10, earliest=0)
        assert shape.whisker == Whisker(100, 205, "reported")
        assert (shape.fade_left_px, shape.fade_right_px) == (0, 50)
