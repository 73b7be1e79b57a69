"""Where ticks stand: round moments of every counting, with room, from minutes to decades."""

from __future__ import annotations

import datetime
import itertools
import math
import random

import pytest

from tests.making import PLAIN
from viewer.geometry.ticks import Tick, ticks, zero_moments
from viewer.geometry.time_scale import TimeScale
from viewer.model.folded_time import merged
from viewer.model.numbering import Counting
from viewer.model.time import Span

FROM_1 = Counting("day_1", 1)
DATES = Counting("date", date=datetime.date(2020, 2, 27))
AGES = Counting("age", age_years=45.0)
STAYS = Counting("hospital", 1, (3, 30), (10, math.inf))


def days(scale: TimeScale, room_px: float, counting: Counting = PLAIN) -> list[int]:
    return [tick.day for tick in ticks(scale, room_px, counting)]


def shown(
    start: float, end: float, counting: Counting = PLAIN, width_px: float = 1000.0
) -> list[Tick]:
    return list(ticks(TimeScale(Span(start, end), 0.0, width_px), 60.0, counting))


# --- days -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("room_px", "step"), [(10, 1), (11, 2), (45, 5), (60, 10), (101, 20)])
def test_ticks_are_round_days_with_room(room_px: float, step: int) -> None:
    found = ticks(TimeScale(Span(-10.0, 90.0), 150.0, 1000.0), room_px, PLAIN)
    assert [t.day for t in found] == [d for d in range(-10, 90) if d % step == 0]
    assert all(t.number == t.day and t.moment == t.day + 0.5 for t in found)
    assert [t.day for t in found if t.is_zero] == [0]


def test_a_tick_outside_the_window_is_left_out() -> None:
    assert days(TimeScale(Span(0.6, 2.4), 0.0, 180.0), 100.0) == [1]


def test_round_numbers_are_those_of_the_displayed_count() -> None:
    since = Counting(zeros=(12,), since="tae", is_own=False)
    assert [(t.day, t.number) for t in shown(0, 160, since)] == [
        (12 + n, n) for n in range(-10, 141, 10)
    ]


def test_counting_from_1_the_first_day_has_a_tick_and_no_day_is_0() -> None:
    assert [(t.day, t.number) for t in shown(-30, 100, FROM_1)][:6] == [
        (-30, -30),
        (-20, -20),
        (-10, -10),
        (0, 1),
        (9, 10),
        (19, 20),
    ]
    assert [(t.day, t.number) for t in shown(-3, 5, FROM_1, 500.0)] == [
        (-3, -3),
        (-2, -2),
        (-1, -1),
        (0, 1),
        (1, 2),
        (2, 3),
        (3, 4),
        (4, 5),
    ]


def test_the_first_day_takes_the_place_of_a_tick_too_near_to_it() -> None:
    found = ticks(TimeScale(Span(-5, 5), 0.0, 1000.0), 150.0, FROM_1)
    assert [t.number for t in found] == [-4, -2, 1, 4]


# --- finer and coarser ----------------------------------------------------------------------


def test_hours_where_a_day_is_wide() -> None:
    found = ticks(TimeScale(Span(0.0, 1.0), 0.0, 960.0), 100.0, PLAIN)
    assert found[0] == Tick(0.0, 0, "clock", 0, is_zero=True)
    assert found[1:3] == (Tick(0.125, 0, "clock", 180), Tick(0.25, 0, "clock", 360))
    assert found[-1] == Tick(1.0, 1, "clock", 0)


def test_hours_before_day_zero_belong_to_the_day_before() -> None:
    found = ticks(TimeScale(Span(-0.5, 0.0), 0.0, 480.0), 200.0, PLAIN)
    assert [(t.day, t.number) for t in found] == [(-1, 720), (-1, 1080), (0, 0)]


@pytest.mark.parametrize(
    ("minutes", "step"), [(10, 1), (20, 2), (60, 5), (120, 10), (200, 15), (300, 30), (900, 60)]
)
def test_minutes_where_an_hour_is_wide(minutes: int, step: int) -> None:
    found = shown(12.25, 12.25 + minutes / 1440)
    assert {b.number - a.number for a, b in itertools.pairwise(found)} == {step}
    assert {t.unit for t in found} == {"clock"}
    assert all(t.day == 12 and t.number % step == 0 for t in found)


@pytest.mark.parametrize(
    ("length", "unit", "numbers"),
    [
        (600, "day", [0, 50, 100]),
        (1200, "week", [0, 13, 26]),
        (2500, "week", [0, 26, 52]),
        (4000, "year", [0, 1, 2]),
        (18_262, "year", [0, 5, 10]),
        (73_000, "year", [0, 20, 40]),
    ],
)
def test_long_courses_are_counted_in_weeks_and_years(
    length: int, unit: str, numbers: list[int]
) -> None:
    found = shown(0, length)
    assert {t.unit for t in found} == {unit}
    assert [t.number for t in found][:3] == numbers
    year = {"week": 7, "year": 365.25, "day": 1}[unit]
    assert [t.day for t in found] == [round(t.number * year) for t in found]
    before = [t.number for t in shown(-length, 0) if t.number]
    assert before[-2:] == [-numbers[2], -numbers[1]]


def test_the_widest_step_where_nothing_else_has_room() -> None:
    found = ticks(TimeScale(Span(0.0, 80_000.0), 0.0, 10.0), 1000.0, PLAIN)
    assert [t.day for t in found] == [0]


# --- dates, ages, hospital days -------------------------------------------------------------


def dates_of(found: list[Tick]) -> list[str]:
    return [DATES.date_of(t.day).isoformat() for t in found]


def test_dates_of_weeks_are_mondays() -> None:
    found = dates_of(shown(-5, 80, DATES))
    assert found[:3] == ["2020-02-24", "2020-03-02", "2020-03-09"]
    two = dates_of(shown(-5, 150, DATES))
    assert {datetime.date.fromisoformat(one).weekday() for one in two} == {0}


def test_dates_of_single_days_cross_the_leap_day() -> None:
    assert dates_of(shown(0, 5, DATES, 400.0)) == [
        "2020-02-27",
        "2020-02-28",
        "2020-02-29",
        "2020-03-01",
        "2020-03-02",
    ]


@pytest.mark.parametrize(
    ("length", "first"),
    [
        (300, ["2020-03-01", "2020-04-01", "2020-05-01"]),
        (1200, ["2020-04-01", "2020-07-01", "2020-10-01"]),
        (2500, ["2020-07-01", "2021-01-01", "2021-07-01"]),
        (5000, ["2021-01-01", "2022-01-01", "2023-01-01"]),
        (18_262, ["2025-01-01", "2030-01-01", "2035-01-01"]),
    ],
)
def test_dates_of_long_courses_begin_months_and_years(length: int, first: list[str]) -> None:
    assert dates_of(shown(0, length, DATES))[:3] == first


def test_ages_stand_where_whole_years_pass() -> None:
    found = shown(0, 18_262, AGES)
    assert [(t.number, t.day) for t in found][:3] == [(45, 0), (50, 1827), (55, 3653)]
    assert {t.unit for t in found} == {"age"}
    assert {t.unit for t in shown(0, 300, AGES)} == {"day"}
    assert shown(-30_000, 0, AGES)[0].number == 0


def test_hospital_days_count_within_their_stays() -> None:
    found = shown(0, 50, STAYS)
    said = [(t.number, t.is_zero) for t in found]
    assert said == [
        (0, False),
        (1, True),
        (5, False),
        (15, False),
        (20, False),
        (25, False),
        (1, True),
        (5, False),
        (10, False),
        (15, False),
        (20, False),
    ]
    assert [t.day for t in found][:5] == [0, 3, 7, 15, 20]
    wide = shown(0, 1500, STAYS)
    assert [(t.day, t.number) for t in wide if t.day > 30][:2] == [(129, 100), (229, 200)]
    assert {t.unit for t in wide} == {"day"}


# --- the rule of day zero -------------------------------------------------------------------


def test_the_rule_of_day_zero_stands_where_its_tick_does() -> None:
    window = Span(-1.0, 4.0)
    whole = ticks(TimeScale(window, 0.0, 500.0), 100.0, PLAIN)
    hours = ticks(TimeScale(window, 0.0, 5000.0), 100.0, PLAIN)
    for found in (whole, hours):
        (zero,) = (tick.moment for tick in found if tick.is_zero)
        assert zero_moments(found, PLAIN, window) == (zero,)
    assert zero_moments((), PLAIN, window) == (0.5,)
    assert zero_moments(whole, PLAIN, Span(10, 20)) == ()
    assert zero_moments(whole, STAYS, Span(0, 40)) == (3.5, 30.5)
    assert zero_moments(whole, STAYS, Span(20, 25)) == ()
    assert zero_moments(whole, STAYS, Span(-20, 0)) == ()


# --- folds and everything together ----------------------------------------------------------


def test_no_tick_stands_in_a_fold_or_too_near_to_another_beside_it() -> None:
    scale = TimeScale(Span(0.0, 100.0), 0.0, 540.0, (Span(20.0, 60.0),), 10.0)
    assert days(scale, 40.0) == [0, 5, 10, 15, 60, 65, 70, 75, 80, 85, 90, 95]
    tight = [scale.x(t.moment) for t in ticks(scale, 50.0, PLAIN)]
    assert all(b - a >= 49 for a, b in itertools.pairwise(tight))
    hours = TimeScale(Span(0.0, 100.0), 0.0, 1000.0, (Span(1.0, 99.0),), 10.0)
    assert set(days(hours, 60.0)) == {0, 1, 99, 100}


def test_ticks_of_any_counting_are_in_order_in_the_window_and_apart() -> None:
    chance = random.Random(11)
    for _ in range(1500):
        zero = chance.randint(-2000, 2000)
        stays = sorted({chance.randint(-300, 300) for _ in range(6)})
        ends = [min(a + chance.randint(0, 30), b - 1) for a, b in itertools.pairwise(stays)]
        counting = chance.choice(
            [
                PLAIN,
                FROM_1,
                DATES,
                AGES,
                Counting(zeros=(zero,), since="x", is_own=False),
                Counting("illness", 1, (zero,), since="x", is_own=False),
                Counting("hospital", 1, tuple(stays), (*ends, math.inf), is_own=False),
            ]
        )
        length = 10 ** chance.uniform(-2.1, 4.8)
        start = chance.uniform(-30_000, 30_000) if chance.random() < 0.4 else -length / 2
        window = Span(start, start + length)
        cuts = sorted(
            chance.uniform(window.start, window.end) for _ in range(2 * chance.randint(0, 2))
        )
        folds = merged(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True))
        scale = TimeScale(window, 50.0, chance.uniform(300, 2500), folds, 30.0)
        room = chance.uniform(30, 90)
        found = ticks(scale, room, counting)
        columns = [scale.x(tick.moment) for tick in found]
        slack = 1e-6 * length
        assert len(found) <= scale.width_px / room + 2
        assert all(window.start - slack <= t.moment <= window.end + slack for t in found)
        assert all(b - a >= 0.99 * room for a, b in itertools.pairwise(columns))
        assert not any(
            g.days.start + slack < t.moment < g.days.end - slack for g in scale.gaps for t in found
        )
        assert all(math.floor(t.moment + slack) == t.day for t in found)
        for tick in found:
            if tick.is_zero:
                assert tick.day in counting.zeros
            if tick.unit == "day" and counting.kind not in ("date",):
                assert tick.number == counting.at(tick.day).number(tick.day)


def test_the_same_window_has_the_same_ticks_without_counting_them_again() -> None:
    one = TimeScale(Span(0.0, 36_500.0), 0.0, 1200.0)
    other = TimeScale(Span(0.0, 36_500.0), 0.0, 1200.0)
    assert ticks(one, 60.0, PLAIN) is ticks(other, 60.0, PLAIN)
