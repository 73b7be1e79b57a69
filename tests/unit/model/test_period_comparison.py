"""Periods side by side: what a series tells in each, and why it tells no more."""

from __future__ import annotations

import math
import random
import statistics
from typing import Any

import numpy as np
import pytest

from tests.making import a_case, a_series, a_statement, a_value, about, between, lasting, on
from viewer.model.figures import Mark, Reported, WhyNot
from viewer.model.period_comparison import PeriodFigures, period_figures
from viewer.model.readings import Readings, readings_from_arrays
from viewer.model.series import Series
from viewer.model.time import CutInstant, Span

MINUTE = 1 / 1440
BEFORE, AFTER = Span(0, 12), Span(13, 62)


def times(found: PeriodFigures) -> set[object]:
    return {
        found.told_percent,
        found.below_70_percent,
        found.below_54_percent,
        found.episodes_level_1,
        found.episodes_level_2,
    }


# --- spot values -------------------------------------------------------------------------


def test_two_periods_of_a_spot_series() -> None:
    series = a_series(a_value(0, 54.0), a_value(3.5, 60.0), a_value(11, 40.0), a_value(20, 110.0))
    before, after = period_figures(series, BEFORE), period_figures(series, AFTER)
    assert (before.count, before.bounded, before.words, before.perhaps) == (3, 0, 0, 0)
    assert before.median == 54.0
    assert (before.lowest, before.highest) == (Reported(40.0), Reported(60.0))
    assert times(before) == {WhyNot.NOT_SENSOR}
    assert (after.count, after.median) == (1, WhyNot.TOO_FEW)
    assert after.lowest == after.highest == Reported(110.0)


def test_a_statement_about_the_period_is_no_value() -> None:
    series = a_series(a_value(0, 54.0))
    stated = a_statement(when=lasting(13, 61), series=["series"], direction="none")
    case = a_case(series=[series], statements=[stated])
    found = period_figures(case.series[0], AFTER)
    assert (found.count, found.perhaps) == (0, 0)
    assert found.median is found.lowest is found.highest is WhyNot.NO_VALUES
    assert times(found) == {WhyNot.NO_VALUES}


def test_only_glucose_has_levels() -> None:
    insulin = a_series(a_value(0, 67.5), analyte="insulin", unit="µU/mL")
    found = period_figures(insulin, BEFORE)
    assert found.count == 1
    assert times(found) == {WhyNot.NOT_GLUCOSE}
    assert times(period_figures(a_series(a_value(0, 0.5), unit="g/L"), BEFORE)) == {
        WhyNot.NO_LIMITS
    }


def test_comparators_and_words_are_told_as_what_they_are() -> None:
    series = a_series(
        a_value(1, 5.0, comparator="<"),
        a_value(2, 7.0),
        a_value(3, 9.0),
        a_value(4, 600.0, comparator=">"),
        a_value(5, None, word="clotted"),
        a_value(40, None, word="clotted"),
        analyte="c-peptide",
        unit="ng/mL",
    )
    found = period_figures(series, BEFORE)
    assert (found.count, found.bounded, found.words) == (4, 2, 1)
    assert found.median == 8.0
    assert (found.lowest, found.highest) == (Reported(5.0, "<"), Reported(600.0, ">"))


def test_low_of_a_laboratory_may_be_any_number() -> None:
    series = a_series(a_value(1, None, word="Low"), a_value(2, 60.0), a_value(3, 90.0))
    found = period_figures(series, BEFORE)
    assert (found.count, found.bounded, found.words) == (3, 1, 0)
    assert found.median is WhyNot.LEFT_OPEN
    assert found.lowest == Reported(60.0, "<=", "Low")


# --- imprecise moments -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "count", "perhaps"),
    [
        (on(0), 1, 0),
        (on(11), 1, 0),
        (on(12), 0, 0),
        (on(-1), 0, 0),
        (on(12 - MINUTE), 1, 0),
        (on(11.5, precision="hour"), 1, 0),
        (between(0, 11), 1, 0),
        (between(0, 12), 0, 1),
        (between(-1, 3), 0, 1),
        (between(None, 0), 0, 1),
        (between(None, -1), 0, 0),
        (between(12, 40), 0, 0),
        (about(6), 0, 1),
        (CutInstant(earliest=5), 0, 1),
    ],
)
def test_a_value_counts_where_all_its_possible_time_lies_inside(
    when: Any, count: int, perhaps: int
) -> None:
    found = period_figures(a_series(a_value(when, 54.0)), BEFORE)
    assert (found.count, found.perhaps) == (count, perhaps)
    assert (found.lowest == Reported(54.0)) == bool(count)


def test_a_word_that_may_lie_inside_is_nothing() -> None:
    found = period_figures(a_series(a_value(between(0, 12), None, word="clotted")), BEFORE)
    assert (found.count, found.words, found.perhaps) == (0, 0, 0)


def test_a_whole_day_does_not_fit_into_a_part_of_it() -> None:
    found = period_figures(a_series(a_value(3, 54.0)), Span(3.5, 9.0))
    assert (found.count, found.perhaps) == (0, 1)


def test_minutes_add_up_to_a_period() -> None:
    """A period that ends on a minute holds the minute before, whatever the rounding."""
    rng = random.Random(4)
    for _ in range(300):
        minute = rng.randrange(0, 20_000)
        series = a_series(a_value(on(minute / 1440, precision="minute"), 54.0))
        inside = period_figures(series, Span(minute / 1440, (minute + 1) / 1440))
        after = period_figures(series, Span((minute + 1) / 1440, 20.0))
        assert (inside.count, inside.perhaps, after.count, after.perhaps) == (1, 0, 0, 0)
    late = period_figures(a_series(a_value(0.3, 54.0)), Span(0.1 + 0.2, 1.0))
    assert late.count == 1


# --- sensors -----------------------------------------------------------------------------


def sensor(values: list[float], start: float = 0.0) -> tuple[Readings, Series]:
    """The same course as arrays and as a series of measurements."""
    days = [start + i * 5 * MINUTE for i in range(len(values))]
    points = [
        a_value(on(day, precision="second"), value) for day, value in zip(days, values, strict=True)
    ]
    return readings_from_arrays(days, values, "mg/dL"), a_series(*points)


DIP = [100.0] * 60 + [60.0] * 6 + [50.0] * 6 + [100.0] * 72


@pytest.mark.parametrize("form", [0, 1])
def test_a_sensor_tells_time_below_and_episodes(form: int) -> None:
    found = period_figures(sensor(DIP)[form], Span(0.0, 1.0))
    assert found.count == 144
    assert found.told_percent == pytest.approx(50.0)
    assert found.below_70_percent == pytest.approx(100 * 12 / 144)
    assert found.below_54_percent == pytest.approx(100 * 6 / 144)
    assert (found.episodes_level_1, found.episodes_level_2) == (1, 1)
    assert (found.median, found.lowest, found.highest) == (100.0, Reported(50.0), Reported(100.0))
    calm = period_figures(sensor(DIP)[form], Span(0.0, 0.2))
    assert (calm.below_70_percent, calm.episodes_level_1) == (0.0, 0)


@pytest.mark.parametrize("form", [0, 1])
def test_a_period_without_a_sensor_value_says_so(form: int) -> None:
    found = period_figures(sensor(DIP)[form], AFTER)
    assert found.count == 0
    assert times(found) == {WhyNot.NO_VALUES}
    few = period_figures(sensor(DIP)[form], Span(0.0, 4 * MINUTE))
    assert few.count == 1
    assert few.episodes_level_1 is few.below_70_percent is WhyNot.TOO_FEW


def test_values_without_a_minute_among_those_of_a_sensor_tell_nothing_about_time() -> None:
    series = sensor(DIP)[1]
    mixed = series.model_copy(update={"points": (*series.points, a_value(20, 90.0))})
    found = period_figures(mixed, AFTER)
    assert found.count == 1
    assert times(found) == {WhyNot.TOO_FEW}


def test_random_periods_of_random_readings_against_plain_python() -> None:
    rng = random.Random(8)
    for _ in range(100):
        values = [float(rng.randint(30, 300)) for _ in range(rng.randint(30, 120))]
        readings, series = sensor(values, rng.uniform(-1, 1))
        start = rng.uniform(-1.2, 1.2)
        span = Span(start, start + rng.uniform(0.05, 0.5))
        expected = [
            value
            for day, value in zip(readings.days.tolist(), values, strict=True)
            if span.start <= day < span.end
        ]
        found = period_figures(readings, span)
        assert found.count == len(expected)
        if len(expected) > 1:
            assert found.median == statistics.median(expected)
            assert found.lowest == Reported(min(expected))
            assert found.highest == Reported(max(expected))
            low = 100 * sum(value < 70 for value in expected) / len(expected)
            assert found.below_70_percent == pytest.approx(low)
        assert abs(period_figures(series, span).count - found.count) <= 1


def test_an_endless_period_is_told_to_nearly_nothing() -> None:
    found = period_figures(sensor(DIP)[0], Span(-math.inf, math.inf))
    assert found.count == 144
    assert found.told_percent == 0.0


def test_the_words_of_an_array_are_no_numbers() -> None:
    days = np.arange(30) * 5 * MINUTE
    marks = [Mark.LOW] * 3 + [Mark.NUMBER] * 27
    readings = readings_from_arrays(days, [90.0] * 30, "mg/dL", marks=marks)
    found = period_figures(readings, Span(0, 1))
    assert (found.count, found.bounded, found.median) == (30, 3, 90.0)
    assert found.lowest == Reported(90.0, "<=", "Low")
    assert found.below_54_percent == pytest.approx(10.0)
