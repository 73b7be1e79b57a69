"""Episodes by the consensus rule, against a reading-by-reading version in plain Python."""

from __future__ import annotations

import math
import random
from typing import NamedTuple

import numpy as np
import pytest

from tests.unit.model.a_clarity_file import clarity_readings
from viewer.model.figures import Mark, Reported, WhyNot
from viewer.model.glucose_episodes import (
    Episode,
    EpisodeLevel,
    episode_count,
    glucose_episodes,
)
from viewer.model.readings import Readings, readings_from_arrays
from viewer.model.time import Span

MINUTE = 1 / 1440
GONE = math.nan


def sensor(values: list[float], step: float = 5) -> Readings:
    """Readings every `step` minutes; GONE is a missing one."""
    told = [(i * step * MINUTE, v) for i, v in enumerate(values) if not math.isnan(v)]
    return readings_from_arrays([d for d, _ in told], [v for _, v in told], "mg/dL")


def quiet(count: int = 24) -> list[float]:
    return [100.0] * count


def found_in(readings: Readings, level: EpisodeLevel = 1) -> tuple[Episode, ...]:
    found = glucose_episodes(readings, level)
    assert isinstance(found, tuple)
    assert episode_count(readings, level) == len(found)
    return found


def minutes(episodes: tuple[Episode, ...]) -> list[tuple[int, int]]:
    return [(round(e.start / MINUTE), round(e.end / MINUTE)) for e in episodes]


# --- the rule ----------------------------------------------------------------------------


def test_three_low_values_in_five_minute_steps_are_an_episode_and_two_are_not() -> None:
    assert minutes(found_in(sensor([*quiet(), 69, 60, 69, *quiet()]))) == [(120, 135)]
    assert found_in(sensor([*quiet(), 69, 60, *quiet()])) == ()


def test_an_episode_says_how_low_and_by_which_limit_it_is_one() -> None:
    readings = sensor([*quiet(), 65, 50, 48, 53, 65, *quiet()])
    (wide,), (deep,) = found_in(readings, 1), found_in(readings, 2)
    assert wide == Episode(120 * MINUTE, 145 * MINUTE, Reported(48.0), 1, True, True)
    assert deep == Episode(125 * MINUTE, 140 * MINUTE, Reported(48.0), 2, True, True)


def test_the_limits_themselves_are_not_below() -> None:
    assert found_in(sensor([*quiet(), 70, 70, 70, 70, *quiet()])) == ()
    assert found_in(sensor([*quiet(), 54, 54, 54, 54, *quiet()]), 2) == ()


def test_it_ends_only_where_fifteen_minutes_of_recovery_begin() -> None:
    short = [*quiet(), 60, 60, 60, 80, 80, 60, *quiet()]
    assert minutes(found_in(sensor(short))) == [(120, 150)]
    long = [*quiet(), 60, 60, 60, 80, 80, 80, 60, 60, 60, *quiet()]
    assert minutes(found_in(sensor(long))) == [(120, 135), (150, 165)]


def test_a_short_dip_before_it_does_not_begin_it() -> None:
    assert minutes(found_in(sensor([*quiet(), 60, 80, 60, 60, 60, *quiet()]))) == [(130, 145)]


@pytest.mark.parametrize(("step", "least"), [(1, 15), (3, 5), (5, 3), (10, 2), (15, 1)])
def test_every_sensor_needs_fifteen_minutes(step: float, least: int) -> None:
    assert len(found_in(sensor([*quiet(), *[60.0] * least, *quiet()], step))) == 1
    if least > 1:
        assert found_in(sensor([*quiet(), *[60.0] * (least - 1), *quiet()], step)) == ()


def test_a_clock_that_is_seconds_off_changes_nothing() -> None:
    rng = random.Random(2)
    values = [*quiet(), 60, 60, 60, *quiet(), 60, 60, *quiet()]
    for _ in range(50):
        days = [(5 * i + rng.uniform(-0.3, 0.3)) * MINUTE for i in range(len(values))]
        assert len(found_in(readings_from_arrays(days, values, "mg/dL"))) == 1


def test_the_unit_of_measurement_decides() -> None:
    values = [6.0] * 24 + [3.8, 3.0, 2.9, 2.9, 2.9] + [6.0] * 24
    days = np.arange(len(values)) * 5 * MINUTE
    readings = readings_from_arrays(days, values, "mmol/L")
    assert minutes(found_in(readings, 1)) == [(120, 145)]
    assert minutes(found_in(readings, 2)) == [(130, 145)]


# --- missing data ------------------------------------------------------------------------


def test_one_lost_value_does_not_break_an_episode() -> None:
    assert minutes(found_in(sensor([*quiet(), 60, GONE, 60, *quiet()]))) == [(120, 135)]


def test_a_long_gap_ends_it_unseen_and_what_follows_began_unseen() -> None:
    first, second = found_in(sensor([*quiet(), 60, 50, 60, *[GONE] * 8, 60, 60, 45, *quiet()]))
    assert (first.is_start_seen, first.is_end_seen) == (True, False)
    assert (second.is_start_seen, second.is_end_seen) == (False, True)
    assert minutes((first, second)) == [(120, 130), (175, 190)]
    assert (first.lowest.value, second.lowest.value) == (50.0, 45.0)


def test_the_longest_gap_can_be_chosen() -> None:
    readings = sensor([*quiet(), 60, 60, 60, *[GONE] * 8, 60, 60, 60, *quiet()])
    found = glucose_episodes(readings, 1, longest_gap_days=60 * MINUTE)
    assert isinstance(found, tuple)
    assert minutes(found) == [(120, 190)]
    assert episode_count(readings, 1, longest_gap_days=60 * MINUTE) == 1


def test_an_end_that_was_not_seen_is_the_last_low_value() -> None:
    """The recovery before the gap is too short to count as one."""
    (found,) = found_in(sensor([*quiet(), 60, 60, 60, 80, *[GONE] * 8, *quiet()]))
    assert minutes((found,)) == [(120, 130)]
    assert not found.is_end_seen


def test_one_at_the_edges_of_the_data_is_told_as_cut() -> None:
    (begun,) = found_in(sensor([60, 60, 60, *quiet()]))
    assert (begun.is_start_seen, begun.is_end_seen) == (False, True)
    (going_on,) = found_in(sensor([*quiet(), 60, 60, 60]))
    assert (going_on.is_start_seen, going_on.is_end_seen) == (True, False)
    assert going_on.end == pytest.approx(130 * MINUTE)
    (whole,) = found_in(sensor([60.0] * 30))
    assert (whole.is_start_seen, whole.is_end_seen) == (False, False)


# --- words and bounds --------------------------------------------------------------------


def _marked(marks: list[Mark], values: list[float]) -> Readings:
    count = len(marks)
    return readings_from_arrays(
        np.arange(48 + count) * 5 * MINUTE,
        [*quiet(), *values, *quiet()],
        "mg/dL",
        marks=[Mark.NUMBER] * 24 + marks + [Mark.NUMBER] * 24,
    )


def test_low_is_below_both_limits_and_the_lowest_says_so() -> None:
    readings = _marked([Mark.LOW] * 3, [GONE] * 3)
    for level in (1, 2):
        (found,) = found_in(readings, level)
        assert found.lowest == Reported(None, None, "Low")
    (found,) = found_in(_marked([Mark.NUMBER, Mark.LOW, Mark.NUMBER], [45, GONE, 41]), 2)
    assert found.lowest == Reported(41.0, "<=", "Low")
    (found,) = found_in(_marked([Mark.BELOW] * 3, [40] * 3), 2)
    assert found.lowest == Reported(40.0, "<")


def test_a_bound_that_may_be_on_either_side_counts_as_missing() -> None:
    assert found_in(_marked([Mark.BELOW] * 3, [90] * 3)) == ()
    (found,) = found_in(_marked([Mark.NUMBER, Mark.BELOW, Mark.NUMBER], [60, 90, 60]))
    assert minutes((found,)) == [(120, 135)]
    assert found.lowest == Reported(60.0, "<="), "below 90 may be below 60"


# --- reasons -----------------------------------------------------------------------------


def test_spot_values_have_no_episodes_and_say_so() -> None:
    spot = readings_from_arrays([0.1, 0.3, 0.5], [20, 30, 40], "mg/dL")
    assert glucose_episodes(spot, 1) is WhyNot.NOT_SENSOR
    assert episode_count(spot, 2) is WhyNot.NOT_SENSOR


def test_other_reasons_for_none() -> None:
    days = np.arange(30) * 5 * MINUTE
    insulin = readings_from_arrays(days, np.ones(30), "U/mL", analyte="insulin")
    assert glucose_episodes(insulin, 1) is WhyNot.NOT_GLUCOSE
    assert glucose_episodes(readings_from_arrays(days, np.ones(30), "g/L"), 1) is WhyNot.NO_LIMITS
    readings = sensor(quiet())
    assert glucose_episodes(readings.within(Span(5, 6)), 1) is WhyNot.NO_VALUES
    assert glucose_episodes(readings.within(Span(0, MINUTE)), 1) is WhyNot.TOO_FEW
    assert found_in(readings) == ()


# --- against plain Python ----------------------------------------------------------------


class Naive(NamedTuple):
    start: float
    end: float
    lowest: float
    is_start_seen: bool
    is_end_seen: bool


def naive_episodes(days: list[float], values: list[float], limit: float, h: float) -> list[Naive]:
    """Walk through the stretches between long gaps, run by run."""
    slack = 0.2 * h
    stretches: list[list[tuple[float, float]]] = []
    for day, value in zip(days, values, strict=True):
        if not stretches or day - stretches[-1][-1][0] > 30 * MINUTE + slack:
            stretches.append([])
        stretches[-1].append((day, value))
    found = []
    for stretch in stretches:
        runs: list[list[tuple[float, float]]] = []
        for point in stretch:
            if not runs or (runs[-1][-1][1] < limit) != (point[1] < limit):
                runs.append([])
            runs[-1].append(point)
        low: list[tuple[float, float]] | None = None
        is_start_seen = False
        for index, run in enumerate(runs):
            is_below = run[0][1] < limit
            lasts = run[-1][0] - run[0][0] + h >= 15 * MINUTE - slack
            if low is not None and is_below:
                low += run
            elif low is None and is_below and lasts:
                low, is_start_seen = list(run), index > 0
            elif low is not None and lasts:
                lowest = min(value for _, value in low)
                found.append(Naive(low[0][0], run[0][0], lowest, is_start_seen, True))
                low = None
        if low is not None:
            lowest = min(value for _, value in low)
            found.append(Naive(low[0][0], low[-1][0], lowest, is_start_seen, False))
    return found


def _random_course(rng: random.Random) -> tuple[list[float], list[float]]:
    """A walk that wavers about the limits, with lost values and longer gaps."""
    step, value, day = rng.choice([1, 5, 5, 15]), 70.0, rng.uniform(-5, 5)
    days, values = [], []
    for _ in range(rng.randint(30, 250)):
        day += step * MINUTE * (1 + rng.uniform(-0.02, 0.02))
        if rng.random() < 0.03:
            day += rng.choice([1, 2, 3, 5, 9, 40]) * step * MINUTE
        value = min(max(value + rng.gauss(0, 12), 35), 110)
        days.append(day)
        values.append(float(round(value)))
    return days, values


def test_random_courses_against_plain_python() -> None:
    rng = random.Random(17)
    kinds = set()
    for _ in range(400):
        days, values = _random_course(rng)
        readings = readings_from_arrays(days, values, "mg/dL")
        for level, limit in ((1, 70.0), (2, 54.0)):
            expected = naive_episodes(days, values, limit, readings.interval_days)
            found = found_in(readings, level)
            told = [
                Naive(e.start, e.end, e.lowest.value or 0, e.is_start_seen, e.is_end_seen)
                for e in found
            ]
            assert told == expected
            assert all(e.level == level and e.lowest.is_plain for e in found)
            kinds |= {(e.is_start_seen, e.is_end_seen) for e in found}
    assert len(kinds) == 4, "each way to be cut has come up"


def test_every_level_2_episode_lies_in_one_of_level_1() -> None:
    readings = clarity_readings()
    wide, deep = found_in(readings, 1), found_in(readings, 2)
    assert len(wide) > len(deep) > 0
    assert all(any(w.start <= d.start and d.end <= w.end for w in wide) for d in deep)
    assert any(e.lowest.word == "Low" for e in deep)
