"""Consensus metrics: the published figures, and a reason wherever there is none."""

from __future__ import annotations

import math
import random
import statistics

import numpy as np
import pytest

from tests.unit.model.a_clarity_file import clarity_readings
from viewer.model.figures import Mark, WhyNot
from viewer.model.glucose_metrics import (
    Coverage,
    GlucoseMetrics,
    TimeShares,
    coverage,
    glucose_metrics,
    time_shares,
)
from viewer.model.readings import Readings, readings_from_arrays
from viewer.model.time import Span

FIVE_MINUTES = 5 / 1440


def sensor(values: list[float], unit: str = "mg/dL", analyte: str = "glucose") -> Readings:
    days = np.arange(len(values)) * FIVE_MINUTES
    return readings_from_arrays(days, values, unit, analyte=analyte)


def shares_of(readings: Readings) -> TimeShares:
    found = time_shares(readings)
    assert isinstance(found, TimeShares)
    return found


def coverage_of(readings: Readings) -> Coverage:
    found = coverage(readings)
    assert isinstance(found, Coverage)
    return found


# --- the published figures ---------------------------------------------------------------


def _rounded(metrics: GlucoseMetrics) -> tuple[object, ...]:
    assert isinstance(metrics.shares, TimeShares)
    figures = (
        metrics.mean,
        metrics.gmi_percent,
        metrics.cv_percent,
        metrics.shares.in_range,
        metrics.shares.below,
        metrics.shares.very_low,
        metrics.shares.above,
        metrics.shares.very_high,
    )
    return tuple(figure if isinstance(figure, WhyNot) else round(figure, 2) for figure in figures)


def test_the_figures_of_the_clarity_file() -> None:
    metrics = glucose_metrics(clarity_readings(low_as=39))
    assert metrics.count == 3922
    assert (metrics.imputed, metrics.imputed_as, metrics.bounded) == (5, 39, 0)
    assert _rounded(metrics) == (124.38, 6.29, 42.81, 65.09, 18.13, 8.36, 16.78, 1.30)


def test_without_imputing_the_low_rows_count_as_low_but_in_no_mean() -> None:
    metrics = glucose_metrics(clarity_readings())
    assert metrics.count == 3917
    assert (metrics.imputed, metrics.imputed_as, metrics.bounded) == (0, None, 5)
    assert _rounded(metrics)[0] == 124.49
    assert _rounded(metrics)[3:] == (65.09, 18.13, 8.36, 16.78, 1.30)


def test_the_clarity_file_is_nearly_whole() -> None:
    found = coverage_of(clarity_readings())
    assert found.days == pytest.approx(13.75, abs=0.01)
    assert found.active_percent == pytest.approx(99.0, abs=0.1)
    assert found.meets_consensus


# --- against plain Python ----------------------------------------------------------------


def test_random_readings_against_plain_python() -> None:
    rng = random.Random(3)
    for unit, edges, factor in (
        ("mg/dL", (54, 70, 180, 250), 1.0),
        ("mmol/L", (3.0, 3.9, 10.0, 13.9), 18.016),
    ):
        for _ in range(60):
            top = edges[3] * 1.2
            values = [round(rng.uniform(edges[0] / 2, top), 1) for _ in range(rng.randint(24, 99))]
            values += [float(edge) for edge in edges]
            metrics = glucose_metrics(sensor(values, unit))
            mean, sd = statistics.fmean(values), statistics.stdev(values)
            assert metrics.mean == pytest.approx(mean)
            assert metrics.sd == pytest.approx(sd)
            assert metrics.cv_percent == pytest.approx(100 * sd / mean)
            assert metrics.gmi_percent == pytest.approx(3.31 + 0.02392 * mean * factor)
            share = 100 / len(values)
            assert metrics.shares == TimeShares(
                very_low=pytest.approx(share * sum(v < edges[0] for v in values)),
                low=pytest.approx(share * sum(edges[0] <= v < edges[1] for v in values)),
                below=pytest.approx(share * sum(v < edges[1] for v in values)),
                in_range=pytest.approx(share * sum(edges[1] <= v <= edges[2] for v in values)),
                above=pytest.approx(share * sum(v > edges[2] for v in values)),
                high=pytest.approx(share * sum(edges[2] < v <= edges[3] for v in values)),
                very_high=pytest.approx(share * sum(v > edges[3] for v in values)),
            )


def test_bounds_that_fit_several_bands_are_not_part_of_the_whole() -> None:
    days = np.arange(30) * FIVE_MINUTES
    marks = [Mark.BELOW, Mark.LOW, Mark.HIGH] + [Mark.NUMBER] * 27
    readings = readings_from_arrays(days, [60.0] * 3 + [100.0] * 27, "mg/dL", marks=marks)
    found = shares_of(readings)
    assert found.very_low == found.below == pytest.approx(100 / 29)
    assert found.very_high == pytest.approx(100 / 29)
    metrics = glucose_metrics(readings)
    assert (metrics.count, metrics.bounded, metrics.mean) == (27, 3, 100.0)


# --- reasons -----------------------------------------------------------------------------


def test_spot_values_have_a_mean_but_tell_nothing_about_time() -> None:
    metrics = glucose_metrics(readings_from_arrays([0.3, 0.5, 0.8], [54, 80, 120], "mg/dL"))
    assert metrics.mean == pytest.approx(254 / 3)
    assert metrics.shares is metrics.coverage is metrics.gmi_percent is WhyNot.NOT_SENSOR


def test_no_values_and_one_value() -> None:
    empty = glucose_metrics(readings_from_arrays([], [], "mg/dL"))
    assert {empty.mean, empty.sd, empty.cv_percent, empty.gmi_percent} == {WhyNot.NO_VALUES}
    assert empty.shares is empty.coverage is WhyNot.NO_VALUES
    one = glucose_metrics(sensor([90.0] * 30).within(Span(0.0, FIVE_MINUTES / 2)))
    assert one.count == 1
    assert {one.mean, one.sd, one.cv_percent, one.gmi_percent} == {WhyNot.TOO_FEW}
    assert one.shares is WhyNot.TOO_FEW
    assert isinstance(one.coverage, Coverage)
    assert not one.coverage.meets_consensus


def test_what_is_not_glucose_or_in_a_unit_without_limits() -> None:
    insulin = glucose_metrics(sensor([10.0] * 30, "µU/mL", "insulin"))
    assert insulin.mean == 10.0
    assert insulin.shares is insulin.gmi_percent is WhyNot.NOT_GLUCOSE
    grams = glucose_metrics(sensor([0.9] * 30, "g/L"))
    assert grams.shares is grams.gmi_percent is WhyNot.NO_LIMITS
    assert isinstance(grams.coverage, Coverage)


def test_numbers_that_no_mean_can_be_made_from() -> None:
    huge = glucose_metrics(sensor([1e308] * 30))
    assert {huge.mean, huge.sd, huge.cv_percent, huge.gmi_percent} == {WhyNot.TOO_LARGE}
    wide = glucose_metrics(sensor([1e300, 0.0] * 15))
    assert wide.mean is wide.sd is WhyNot.TOO_LARGE
    zero = glucose_metrics(sensor([0.0] * 30))
    assert zero.mean == zero.sd == 0.0
    assert zero.cv_percent is WhyNot.NOT_POSITIVE


# --- coverage ----------------------------------------------------------------------------


def _worn(days: float, *, every_second: bool = False) -> Readings:
    moments = np.arange(round(days * 288)) * FIVE_MINUTES
    if every_second:
        moments = moments[(moments % 1) < 0.5]
    return readings_from_arrays(moments, np.full(len(moments), 90.0), "mg/dL")


def test_the_consensus_wants_seventy_percent_of_fourteen_days() -> None:
    whole = coverage_of(_worn(14))
    assert whole.days == pytest.approx(14.0)
    assert whole.active_percent == pytest.approx(100.0)
    assert whole.meets_consensus
    assert coverage_of(_worn(9.9)).meets_consensus
    assert not coverage_of(_worn(9.7)).meets_consensus
    half = coverage_of(_worn(30, every_second=True))
    assert half.active_percent == pytest.approx(50, abs=1)
    assert not half.meets_consensus, "fifteen days of data, but half of them missing"


def test_doubled_moments_do_not_make_more_time() -> None:
    once = np.arange(288) * FIVE_MINUTES
    days = [*np.repeat(once[once < 0.5], 2).tolist(), once[-1]]
    found = coverage_of(readings_from_arrays(days, np.full(len(days), 90.0), "mg/dL"))
    assert found.active_percent == pytest.approx(50, abs=1)


def test_a_clock_that_drifts_gives_no_more_than_all() -> None:
    days = np.arange(100) * FIVE_MINUTES
    days[1:3] -= FIVE_MINUTES / 2
    found = coverage_of(readings_from_arrays(days, np.full(100, 90.0), "mg/dL"))
    assert found.active_percent == 100.0
    assert math.isclose(found.days, 100 * FIVE_MINUTES)
