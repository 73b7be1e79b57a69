"""Round numbers on axes of every size: in order, on the axis, at least two, round."""

from __future__ import annotations

import math
import random
import sys
from itertools import pairwise

import pytest

from viewer.geometry.value_scale import (
    ValueAxis,
    ValueScale,
    glucose_scale,
    limits_scale,
    linear_scale,
    log_scale,
    multiples_scale,
)
from viewer.geometry.value_ticks import log_ticks, round_ticks
from viewer.model.glucose import LevelLimits
from viewer.model.units import C_PEPTIDE_NMOL_L_PER_NG_ML, GLUCOSE_MG_DL_PER_MMOL_L

MMOL_PER_MG = 1 / GLUCOSE_MG_DL_PER_MMOL_L


def _digits(value: float) -> int:
    """Count the digits that say a number, at the precision that is written on an axis."""
    return len(f"{abs(value):.11e}".partition("e")[0].replace(".", "").rstrip("0"))


def _any_number(chance: random.Random) -> float:
    sign = chance.choice((-1, 1))
    return sign * chance.uniform(1, 9.99) * 10.0 ** chance.randint(-300, 307)


@pytest.mark.parametrize("seed", range(40))
def test_ticks_of_any_axis_are_round_and_on_it(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(20):
        low = _any_number(chance)
        high = _any_number(chance) if seed % 2 else low * chance.uniform(1.01, 3)
        low, high = min(low, high), max(low, high)
        ticks = round_ticks(low, high)
        assert 2 <= len(ticks) <= 12
        assert list(ticks) == sorted(set(ticks))
        assert low <= ticks[0] < ticks[-1] <= high
        steps = [later - earlier for earlier, later in pairwise(ticks)]
        if math.isfinite(sum(steps)):
            assert max(steps) == pytest.approx(min(steps), rel=1e-6)
            assert _digits(float(f"{steps[0]:.6g}")) <= 2  # 1, 2, 2.5 or 5 of a power of ten
        if seed % 2 == 0:
            assert all(_digits(tick) <= 6 for tick in ticks)


@pytest.mark.parametrize("seed", range(40))
def test_ticks_of_any_log_axis_are_round_and_on_it(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(20):
        low = abs(_any_number(chance))
        high = abs(_any_number(chance)) if seed % 2 else low * chance.uniform(1.01, 300)
        low, high = min(low, high), min(max(low, high), 9.9e307)
        ticks = log_ticks(low, high)
        assert 2 <= len(ticks) <= 19
        assert list(ticks) == sorted(set(ticks))
        assert low <= ticks[0] < ticks[-1] <= high
        assert all(_digits(tick) <= 6 for tick in ticks)


@pytest.mark.parametrize("per_unit", [MMOL_PER_MG, 6.0, C_PEPTIDE_NMOL_L_PER_NG_ML])
def test_in_another_unit_the_ticks_are_round_in_that_unit(per_unit: float) -> None:
    chance = random.Random(7)
    for _ in range(300):
        low = chance.uniform(0, 100)
        high = low + chance.uniform(0.1, 500)
        for ticks in (round_ticks(low, high, per_unit), log_ticks(low + 1, high + 1, per_unit)):
            assert len(ticks) >= 2
            assert low <= ticks[0] < ticks[-1] <= high + 1
            assert all(_digits(tick * per_unit) <= 6 for tick in ticks)


def test_one_number_is_one_tick() -> None:
    assert round_ticks(5.0, 5.0) == (5.0,)
    assert round_ticks(0.0, 0.0) == (0.0,)


def test_ends_that_no_round_number_parts_are_the_ticks() -> None:
    high = math.nextafter(1e15, math.inf)
    assert round_ticks(1e15, high) == (1e15, high)


def test_over_many_decades_only_some_powers_are_ticked() -> None:
    assert log_ticks(1e-300, 1e300) == pytest.approx([1e-240, 1e-120, 1, 1e120, 1e240])


def test_glucose_in_mmol_is_ticked_in_mmol_where_its_values_were() -> None:
    scale = glucose_scale([54.0], LevelLimits(70.0, 54.0), MMOL_PER_MG)
    assert (scale.low, scale.high) == (0, 100)
    shown = [tick.value * MMOL_PER_MG for tick in scale.ticks]
    assert shown == pytest.approx([0, 1, 2, 54 * MMOL_PER_MG, 70 * MMOL_PER_MG, 5])


def _any_scale(chance: random.Random, values: list[float]) -> ValueScale:
    limit = abs(_any_number(chance))
    per_unit = chance.choice((1.0, 6.0, MMOL_PER_MG))
    return chance.choice(
        (
            lambda: glucose_scale(values, LevelLimits(70.0, 54.0), per_unit),
            lambda: limits_scale(values, [limit], per_unit),
            lambda: limits_scale(values, [], per_unit),
            lambda: linear_scale(values, per_unit),
            lambda: log_scale(values, [limit], per_unit),
            lambda: log_scale(values, [], per_unit),
            lambda: multiples_scale(values, limit),
            lambda: multiples_scale(values, limit, is_tight=True),
        )
    )()


@pytest.mark.parametrize("seed", range(80))
def test_any_values_have_their_place_on_any_scale(seed: int) -> None:
    """Whatever a source claims to have measured: no overflow, and what is higher stands higher."""
    chance = random.Random(seed)
    ends = (0.0, 5e-324, sys.float_info.max, -sys.float_info.max, 1e308, -1e308)
    for _ in range(20):
        values = [_any_number(chance) for _ in range(chance.randint(1, 4))]
        if chance.random() < 0.5:
            values.append(chance.choice(ends))
        if chance.random() < 0.3:
            values = [values[-1]] * 2
        scale = _any_scale(chance, values)
        assert -math.inf < scale.low < scale.high < math.inf
        for value in values:
            assert scale.beyond(value) is None or (scale.is_log and value <= 0) or value < 1e-290
        axis = ValueAxis(scale, 10.0, 120.0, 6.0)
        rows = [axis.y(value) for value in sorted(values)]
        assert all(10.0 <= row <= 130.0 for row in rows)
        assert rows == sorted(rows, reverse=True)
        places = [tick.value for tick in scale.ticks]
        assert places == sorted(places)
        assert all(10.0 <= axis.y(place) <= 130.0 for place in places)


def test_a_log_axis_has_room_about_its_values_and_limits() -> None:
    scale = log_scale([20.0, 54.0], [54.0, 70.0])
    assert (scale.low, scale.high, scale.is_log) == (10, 100, True)
    assert [tick.value for tick in scale.ticks] == [10, 54, 70, 100]
    assert log_scale([-3.0, 0.0]).beyond(-3.0) == "bottom"
    assert [tick.value for tick in log_scale([]).ticks] == [1, 10]


def test_a_tight_axis_of_multiples_shows_the_limit_and_the_values() -> None:
    scale = multiples_scale([53.7], 37.0, is_tight=True)
    assert scale.low == pytest.approx(37 / 1.25)
    assert scale.high == pytest.approx(53.7 * 1.25)
    assert [tick.multiple for tick in scale.ticks] == pytest.approx([1, 1.5])
