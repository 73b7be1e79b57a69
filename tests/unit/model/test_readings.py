"""Readings: what of a series stands for a number at a moment, in order."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from tests.making import a_series, a_value, between, on
from viewer.model.figures import COMPARATOR_MARKS, Mark
from viewer.model.glucose import level_of
from viewer.model.part import Evidence
from viewer.model.readings import (
    BAND_OPEN,
    HIGH,
    IN_RANGE,
    LOW,
    VERY_HIGH,
    VERY_LOW,
    Readings,
    by_day,
    readings_from_arrays,
    readings_of,
)
from viewer.model.series import Measurement
from viewer.model.time import Instant, Span

FIVE_MINUTES = 5 / 1440


def bands(values: list[float], unit: str = "mg/dL", **more: Any) -> list[int]:
    days = np.arange(len(values), dtype=np.float64)
    found: list[int] = readings_from_arrays(days, values, unit, **more).bands.tolist()
    return found


# --- from a series -----------------------------------------------------------------------


def test_values_at_a_known_minute_are_readings_and_the_rest_is_counted() -> None:
    series = a_series(
        a_value(2.5, 80.0),
        a_value(1.25, 54.0, comparator="<"),
        a_value(1.5, None, word="Low"),
        a_value(1.75, None, word={"en": "HI", "ja": "高"}),
        a_value(1.0, 70.0),  # a day, but no moment of it
        a_value(on(1.5, precision="hour"), 71.0),
        a_value(between(0, 12), 60.0),
        a_value(3.5, None, word="clotted"),
        a_value(3.75, None, word="Clotted "),
        a_value(on(4.0, precision="second"), 64.0, word="Low"),
    )
    found = readings_of(series)
    assert found.days.tolist() == [1.25, 1.5, 1.75, 2.5, 4.0]
    np.testing.assert_equal(found.values, [54.0, math.nan, math.nan, 80.0, 64.0])
    assert found.marks.tolist() == [Mark.BELOW, Mark.LOW, Mark.HIGH, Mark.NUMBER, Mark.NUMBER]
    assert found.bands.tolist() == [VERY_LOW, VERY_LOW, VERY_HIGH, IN_RANGE, LOW]
    assert found.left_out.imprecise == 3
    assert found.left_out.words == (("clotted", 2),)
    assert found.unit == "mg/dL"
    assert len(found) == 5


def test_an_empty_series_has_no_readings() -> None:
    found = readings_of(a_series())
    assert len(found) == 0
    assert found.interval_days == math.inf
    assert not found.is_sensor


def test_only_glucose_has_bands() -> None:
    assert readings_of(a_series(a_value(0.5, 40.0))).limits is not None
    insulin = readings_of(a_series(a_value(0.5, 40.0), analyte="insulin", unit="µU/mL"))
    assert insulin.limits is None
    assert insulin.bands.tolist() == [BAND_OPEN]
    assert readings_of(a_series(a_value(0.5, 0.4), unit="g/L")).limits is None


# --- bands -------------------------------------------------------------------------------


def test_every_number_is_in_one_band_of_its_unit() -> None:
    edges = [53.9, 54, 69, 69.5, 70, 180, 180.5, 181, 250, 250.1]
    expected = [0, 1, 1, 1, 2, 2, 3, 3, 3, 4]
    assert bands(edges) == expected
    molar = [2.9, 3.0, 3.8, 3.89, 3.9, 10.0, 10.05, 10.1, 13.9, 14.0]
    assert bands(molar, "mmol/L") == expected
    assert (VERY_LOW, LOW, IN_RANGE, HIGH, VERY_HIGH) == (0, 1, 2, 3, 4)


def test_the_unit_of_measurement_decides() -> None:
    """54 mg/dL is level 1; converted to 2.997 mmol/L it would not be."""
    assert bands([54.0]) == [LOW]
    assert bands([2.997], "mmol/L") == [VERY_LOW]


@pytest.mark.parametrize(
    ("value", "mark", "band"),
    [
        (54, Mark.BELOW, VERY_LOW),
        (54, Mark.AT_MOST, BAND_OPEN),
        (53, Mark.AT_MOST, VERY_LOW),
        (60, Mark.BELOW, BAND_OPEN),
        (250, Mark.ABOVE, VERY_HIGH),
        (250, Mark.AT_LEAST, BAND_OPEN),
        (251, Mark.AT_LEAST, VERY_HIGH),
        (100, Mark.ABOVE, BAND_OPEN),
    ],
)
def test_a_bound_is_in_the_band_that_it_surely_is_in(value: float, mark: Mark, band: int) -> None:
    assert bands([value], marks=[mark]) == [band]


def test_bands_agree_with_the_levels() -> None:
    for unit, numbers in (("mg/dL", range(40, 90)), ("mmol/L", np.arange(20, 60) / 10)):
        for comparator, mark in COMPARATOR_MARKS.items():
            for value in map(float, numbers):
                point = Measurement(
                    when=Instant(day=0.0),
                    value=value,
                    comparator=comparator,
                    evidence=Evidence(kind="reported"),
                )
                band = bands([value], unit, marks=[mark])[0]
                level = level_of(point, unit)
                assert (band == VERY_LOW) == (level == 2), (value, comparator)
                assert (band == LOW) == (level == 1), (value, comparator)


# --- from arrays -------------------------------------------------------------------------


def test_arrays_in_any_order_with_holes_become_sorted_readings() -> None:
    found = readings_from_arrays(
        [3.0, 1.0, math.nan, 2.0, 2.0, math.inf, 1e300],
        [30.0, 10.0, 5.0, 20.0, math.nan, 7.0, 8.0],
        "mg/dL",
    )
    assert found.days.tolist() == [1.0, 2.0, 3.0]
    assert found.values.tolist() == [10.0, 20.0, 30.0]
    assert found.left_out.not_finite == 4


def test_values_of_one_moment_stay_in_their_order() -> None:
    found = readings_from_arrays([1.0, 0.0, 0.0], [3.0, 1.0, 2.0], "mg/dL")
    assert found.values.tolist() == [1.0, 2.0, 3.0]
    assert found.interval_days == 1.0
    many = readings_from_arrays([1.0, *[0.0] * 500], [-1.0, *range(500)], "mg/dL")
    assert many.values.tolist() == [*range(500), -1.0]


def test_the_number_beside_a_word_counts_for_nothing() -> None:
    found = readings_from_arrays(
        [0.0, 1.0], [999.0, math.inf], "mg/dL", marks=[Mark.LOW, Mark.HIGH]
    )
    assert np.isnan(found.values).all()
    assert found.bands.tolist() == [VERY_LOW, VERY_HIGH]


@pytest.mark.parametrize(
    ("days", "values", "marks"),
    [
        ([0.0, 1.0], [1.0], None),
        ([[0.0]], [[1.0]], None),
        ([0.0], [1.0], [0, 0]),
        ([0.0], [1.0], [8]),
        ([0.0], [1.0], [-1]),
        ([0.0], ["x"], None),
    ],
)
def test_arrays_that_do_not_fit_are_refused(days: Any, values: Any, marks: Any) -> None:
    with pytest.raises(ValueError, match=r"days|marks|float"):
        readings_from_arrays(days, values, "mg/dL", marks=marks)


def test_readings_cannot_be_changed_and_the_given_arrays_stay_as_they_were() -> None:
    days, values = np.array([0.0, 1.0]), np.array([80.0, 90.0])
    found = readings_from_arrays(days, values, "mg/dL")
    with pytest.raises(ValueError, match="read-only"):
        found.values[0] = 1.0
    assert np.shares_memory(found.values, values), "a long series is not copied"
    assert values.flags.writeable


# --- imputation --------------------------------------------------------------------------


def test_low_is_imputed_only_when_asked_and_says_so() -> None:
    marks = [Mark.LOW, Mark.BELOW, Mark.AT_MOST, Mark.BELOW, Mark.BELOW, Mark.NUMBER, Mark.HIGH]
    values = [math.nan, 40.0, 39.0, 39.0, 300.0, 45.0, math.nan]
    days = range(7)
    plain = readings_from_arrays(days, values, "mg/dL", marks=marks)
    assert plain.imputed_as is None
    assert plain.marks.tolist() == marks
    found = readings_from_arrays(days, values, "mg/dL", marks=marks, low_as=39)
    assert found.imputed_as == 39
    assert found.marks.tolist() == [
        Mark.IMPUTED,
        Mark.IMPUTED,
        Mark.IMPUTED,
        Mark.BELOW,  # "< 39" is not 39
        Mark.BELOW,  # "< 300" is not low
        Mark.NUMBER,
        Mark.HIGH,
    ]
    np.testing.assert_equal(found.values, [39, 39, 39, 39, 300, 45, math.nan])
    assert found.bands.tolist() == plain.bands.tolist()


def test_a_series_is_imputed_alike() -> None:
    found = readings_of(a_series(a_value(0.5, None, word="Low")), low_as=39)
    assert found.values.tolist() == [39.0]
    assert found.imputed_as == 39


@pytest.mark.parametrize(("low_as", "unit"), [(54, "mg/dL"), (39, "mmol/L"), (math.nan, "mg/dL")])
def test_a_number_that_is_not_low_is_refused(low_as: float, unit: str) -> None:
    with pytest.raises(ValueError, match="low value"):
        readings_from_arrays([0.0], [1.0], unit, low_as=low_as)


def test_low_of_another_analyte_may_be_imputed_too() -> None:
    found = readings_from_arrays(
        [0.0, 1.0], [0.0, 5.0], "U/mL", analyte="x", marks=[Mark.LOW, Mark.BELOW], low_as=1.0
    )
    assert found.values.tolist() == [1.0, 5.0]
    assert found.marks.tolist() == [Mark.IMPUTED, Mark.BELOW]


# --- spacing and parts -------------------------------------------------------------------


def every(minutes: float, count: int) -> Readings:
    return readings_from_arrays(np.arange(count) * minutes / 1440, np.full(count, 90.0), "mg/dL")


@pytest.mark.parametrize(
    ("minutes", "count", "is_sensor"),
    [(1, 24, True), (5, 24, True), (15, 24, True), (5, 23, False), (30, 500, False)],
)
def test_a_sensor_is_known_by_its_spacing(minutes: float, count: int, is_sensor: bool) -> None:
    found = every(minutes, count)
    assert found.interval_days == pytest.approx(minutes / 1440)
    assert found.is_sensor == is_sensor


def test_a_gap_and_doubled_values_do_not_change_the_spacing() -> None:
    days = np.concatenate((np.arange(40), np.arange(40), [500.0])) * FIVE_MINUTES
    found = readings_from_arrays(days, np.full(81, 90.0), "mg/dL")
    assert found.interval_days == pytest.approx(FIVE_MINUTES)
    assert found.is_sensor


def test_a_part_holds_its_first_moment_but_not_its_last() -> None:
    found = every(5, 300)
    part = found.within(Span(0.0, 12 * FIVE_MINUTES))
    assert len(part) == 12
    assert part.is_sensor, "an hour of a sensor is still a sensor's"
    assert part.interval_days == found.interval_days
    assert len(part.values) == len(part.marks) == len(part.bands) == 12
    assert len(found.within(Span(-math.inf, math.inf))) == 300
    assert len(found.within(Span(5.0, 5.0))) == 0
    assert len(found.within(Span(1.0, 0.0))) == 0


def test_day_by_day_gives_each_day_that_has_readings() -> None:
    found = readings_from_arrays([-0.5, 0.0, 0.999, 3.0, 3.5], [1, 2, 3, 4, 5], "mg/dL")
    assert [(day, part.days.tolist(), part.values.tolist()) for day, part in by_day(found)] == [
        (-1, [-0.5], [1.0]),
        (0, [0.0, 0.999], [2.0, 3.0]),
        (3, [3.0, 3.5], [4.0, 5.0]),
    ]
    assert list(by_day(readings_from_arrays([], [], "mg/dL"))) == []
