"""The daily pattern: percentiles by the time of day, broken where there are too few values."""

from __future__ import annotations

import math
import random
from collections import defaultdict

import numpy as np
import pytest

from tests.unit.model.a_clarity_file import clarity_readings
from viewer.model.daily_pattern import LEAST_PER_BIN, PERCENTILES, daily_pattern
from viewer.model.figures import Mark
from viewer.model.readings import readings_from_arrays

INF = math.inf


def test_random_readings_against_plain_python() -> None:
    rng = random.Random(23)
    seen = {True: 0, False: 0}
    for _ in range(30):
        bin_minutes = rng.choice([15, 30, 60, 240])
        bins = 1440 // bin_minutes
        minutes = [rng.randrange(-5 * 1440, 5 * 1440) for _ in range(rng.randint(0, 900))]
        values = [float(rng.randint(40, 400)) for _ in minutes]
        found = daily_pattern(
            readings_from_arrays([m / 1440 for m in minutes], values, "mg/dL"), bin_minutes
        )
        by_bin: dict[int, list[float]] = defaultdict(list)
        for minute, value in zip(minutes, values, strict=True):
            by_bin[minute % 1440 // bin_minutes].append(value)
        assert found.starts.tolist() == [i / bins for i in range(bins)]
        assert found.counts.tolist() == [len(by_bin[i]) for i in range(bins)]
        assert found.day_count == len({m // 1440 for m in minutes})
        assert found.percentiles.shape == (5, bins)
        for index in range(bins):
            column = found.percentiles[:, index]
            is_told = len(by_bin[index]) >= LEAST_PER_BIN
            seen[is_told] += 1
            if is_told:
                assert column == pytest.approx(np.percentile(by_bin[index], PERCENTILES))
            else:
                assert np.isnan(column).all()
    assert min(seen.values()) > 50


def test_the_default_is_a_quarter_of_an_hour() -> None:
    days = [day + minute / 1440 for day in range(5) for minute in (0, 15, 29, 1439)]
    found = daily_pattern(readings_from_arrays(days, [100.0] * 20, "mg/dL"))
    assert len(found.starts) == 96
    assert np.flatnonzero(found.counts).tolist() == [0, 1, 95]
    assert found.counts[[0, 1, 95]].tolist() == [5, 10, 5]


def test_a_moment_a_hair_before_midnight_is_midnight() -> None:
    found = daily_pattern(readings_from_arrays([-1e-17, 3 - 1e-15], [90.0, 90.0], "mg/dL"))
    assert found.counts[0] == 2


def test_nothing_is_nothing() -> None:
    found = daily_pattern(readings_from_arrays([], [], "mg/dL"), 60)
    assert found.counts.tolist() == [0] * 24
    assert np.isnan(found.percentiles).all()
    assert found.day_count == 0


@pytest.mark.parametrize("bin_minutes", [0, -15, 7, 2880])
def test_bins_must_fill_the_day(bin_minutes: int) -> None:
    with pytest.raises(ValueError, match="fill a day"):
        daily_pattern(readings_from_arrays([], [], "mg/dL"), bin_minutes)


def _pattern(values: list[float], marks: list[Mark], analyte: str = "glucose") -> list[float]:
    days = [float(day) for day in range(len(values))]
    readings = readings_from_arrays(days, values, "mg/dL", analyte=analyte, marks=marks)
    found: list[float] = daily_pattern(readings).percentiles[:, 0].tolist()
    return found


def test_low_and_high_have_their_rank_but_no_number() -> None:
    nan, number = math.nan, Mark.NUMBER
    assert _pattern([nan, 60, 70, 80, nan], [Mark.LOW, *[number] * 3, Mark.HIGH]) == [
        -INF,
        60,
        70,
        80,
        INF,
    ]
    assert _pattern([40, 60, 70, 80, 90], [Mark.BELOW, *[number] * 4]) == [-INF, 60, 70, 80, 88]
    assert _pattern([50, 60, 70, 80, 250], [*[number] * 4, Mark.ABOVE]) == [52, 60, 70, 80, INF]
    assert _pattern([nan] * 5, [Mark.LOW] * 5) == [-INF] * 5
    assert _pattern([nan] * 5, [Mark.HIGH] * 5) == [INF] * 5


def test_a_bound_that_fits_several_bands_is_left_out() -> None:
    marks = [Mark.BELOW, *[Mark.NUMBER] * 5]
    assert _pattern([90, 50, 60, 70, 80, 90], marks) == [52, 60, 70, 80, 88]


def test_a_series_without_bands_has_a_pattern_too() -> None:
    assert _pattern([50, 60, 70, 80, 90], [Mark.NUMBER] * 5, "heart rate") == [52, 60, 70, 80, 88]


def test_the_clarity_file_has_a_pattern_all_day() -> None:
    found = daily_pattern(clarity_readings(), 30)
    assert found.day_count == 14
    assert found.counts.sum() == 3922
    assert not np.isnan(found.percentiles).any()
    assert (np.diff(found.percentiles, axis=0)[1:] >= 0).all()
