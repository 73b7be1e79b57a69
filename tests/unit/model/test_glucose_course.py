"""The glucose of a course: which series, its episodes, and what a stretch of it tells."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.making import a_case, a_series, a_value
from tests.making_sensor import SILENT_DAY, sensor_parts
from viewer.model.case import Case
from viewer.model.disclosure import disclose
from viewer.model.figures import WhyNot
from viewer.model.glucose_course import (
    GlucoseCourse,
    glucose_course,
    glucose_readings,
    glucose_told,
    value_count,
)
from viewer.model.glucose_metrics import TimeShares
from viewer.model.time import Span

NIGHT = Span(3 / 24, 4 / 24)


@pytest.fixture(scope="module")
def case() -> Case:
    return a_case(**sensor_parts())


@pytest.fixture(scope="module")
def course(case: Case) -> GlucoseCourse:
    found = glucose_course(case)
    assert found is not None
    return found


def test_a_case_without_glucose_has_no_course() -> None:
    insulin = a_series(a_value(0), analyte="insulin", unit="µU/mL")
    assert glucose_course(a_case(series=[insulin])) is None
    assert glucose_readings(a_case()) is None
    assert value_count(a_case(series=[insulin])) == 0


def test_a_sensor_stands_before_single_values(case: Case) -> None:
    single = a_series(*(a_value(day + 0.5) for day in range(30)), id="meter")
    both = case.model_copy(update={"series": (single, *case.series)})
    found = glucose_readings(both)
    assert found is not None
    assert found[0].id == "cgm"
    assert value_count(both) == 30 + 15 * 288


def test_single_values_have_no_episodes_and_that_is_said() -> None:
    course = glucose_course(a_case(series=[a_series(a_value(0.25, 40.0), a_value(0.5, 90.0))]))
    assert course is not None
    assert (course.episodes, course.why_no_episodes) == ((), WhyNot.NOT_SENSOR)
    assert course.start_from(0, 1) is None
    assert course.touching(Span(0, 1)) == ()


def test_each_night_is_an_episode_of_the_level_it_reached(course: GlucoseCourse) -> None:
    nights = [day for day in range(16) if day != SILENT_DAY]
    assert course.why_no_episodes is None
    assert [int(one.whole.start) for one in course.episodes] == nights
    assert [one.level for one in course.episodes] == [2 if day % 2 else 1 for day in nights]
    for one in course.episodes:
        assert one.whole.start % 1 == pytest.approx(NIGHT.start)
        assert one.whole.end % 1 == pytest.approx(NIGHT.end)
    assert course.levels.tolist() == [one.level for one in course.episodes]


def test_steps_go_from_one_episode_to_the_next_and_end_at_the_last(course: GlucoseCourse) -> None:
    reached, day = list[float](), -5.0
    while (start := course.start_from(day, 1)) is not None:
        reached.append(start)
        day = start
    assert reached == course.starts.tolist()
    back = list[float]()
    while (start := course.start_from(day, -1)) is not None:
        back.append(start)
        day = start
    assert back == reached[-2::-1]


def test_a_stretch_is_touched_by_what_reaches_into_it(course: GlucoseCourse) -> None:
    inside = course.touching(Span(1 + 3.5 / 24, 2 + 3.5 / 24))
    assert [int(one.whole.start) for one in inside] == [1, 2]
    assert course.touching(Span(0.5, 0.6)) == ()
    assert course.touching(Span(5, 4)) == ()


def test_only_what_is_wanted_is_worked_out(course: GlucoseCourse) -> None:
    for wanted in ("metrics", "pattern", "days", "episodes"):
        told = glucose_told(course, Span(0, 2), wanted)  # type: ignore[arg-type]
        assert (told.metrics is not None, told.pattern is not None) == (
            wanted == "metrics",
            wanted == "pattern",
        )
        assert len(told.readings) == 2 * 288
        assert len(told.episodes) == 2


def test_a_number_for_low_changes_the_mean_and_not_the_time(course: GlucoseCourse) -> None:
    plain = glucose_told(course, Span(5, 6), "metrics").metrics
    placed = glucose_told(course, Span(5, 6), "metrics", 39.0).metrics
    assert plain is not None
    assert placed is not None
    assert isinstance(plain.mean, float)
    assert isinstance(placed.mean, float)
    assert placed.mean < plain.mean
    assert (plain.bounded, placed.bounded, placed.imputed) == (3, 0, 3)
    assert placed.imputed_as == 39.0
    assert isinstance(plain.shares, TimeShares)
    assert plain.shares == placed.shares
    drawn = glucose_told(course, Span(5, 6), "days", 39.0).readings
    assert np.isnan(drawn.values).sum() == 3
    with pytest.raises(ValueError, match="does not stand for a low value"):
        glucose_told(course, Span(5, 6), "metrics", 60.0)


def test_a_pattern_needs_a_sensor(course: GlucoseCourse) -> None:
    spots = glucose_course(a_case(series=[a_series(a_value(0.25, 40.0))]))
    assert spots is not None
    assert glucose_told(spots, Span(0, 1), "pattern").pattern is None
    told = glucose_told(course, Span(0, 16), "pattern")
    assert told.pattern is not None
    assert told.pattern.day_count == 15


@pytest.mark.parametrize("horizon", [0, 2, 7])
def test_nothing_beyond_the_horizon_is_known(case: Case, horizon: int) -> None:
    course = glucose_course(disclose(case, horizon))
    assert course is not None
    assert np.all(course.readings.days < horizon + 1)
    assert np.all(course.ends < horizon + 1)


def test_day_zero_stays_a_midnight_under_a_horizon() -> None:
    raw: dict[str, Any] = {"text": "Midnight before the transfer.", "is_midnight": True}
    assert disclose(a_case(day_zero=raw), -1).day_zero.is_midnight
    assert not a_case().day_zero.is_midnight
