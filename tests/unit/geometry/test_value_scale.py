"""Values to pixels: what an axis shows, and where a value stands on it."""

from __future__ import annotations

import math

import numpy as np
import pytest

from viewer.geometry.value_scale import (
    ValueAxis,
    ValueScale,
    counts_multiples,
    glucose_scale,
    limits_scale,
    linear_scale,
    log_scale,
    multiples_scale,
    spans_decades,
)
from viewer.model.glucose import level_limits

MG = level_limits("mg/dL")
MMOL = level_limits("mmol/L")
assert MG is not None
assert MMOL is not None


@pytest.mark.parametrize("values", [[], [54.0], [20.0, 54.0], [100.0]])
def test_glucose_reaches_from_0_to_100(values: list[float]) -> None:
    scale = glucose_scale(values, MG)
    assert (scale.low, scale.high, scale.is_log) == (0, 100, False)
    assert [tick.value for tick in scale.ticks] == [0, 54, 70, 100]


def test_glucose_in_mmol_has_its_own_limits() -> None:
    scale = glucose_scale([3.0], MMOL)
    assert (scale.low, scale.high) == (0, 6)
    assert [tick.value for tick in scale.ticks] == [0, 3.0, 3.9, 6]


@pytest.mark.parametrize("highest", [101.0, 180.0, 399.0, 999.0, 1000.0])
def test_glucose_includes_every_value(highest: float) -> None:
    scale = glucose_scale([54.0, highest], MG)
    assert scale.high > highest
    assert scale.beyond(highest) is None
    assert {54, 70} <= {tick.value for tick in scale.ticks}
    assert all(scale.low <= tick.value <= scale.high for tick in scale.ticks)


def test_a_glucose_below_zero_is_still_drawn_as_reported() -> None:
    scale = glucose_scale([-3.0], MG)
    assert scale.low < -3
    assert scale.beyond(-3.0) is None


def test_a_strip_reaches_from_a_quarter_to_twenty_times_the_limit() -> None:
    scale = multiples_scale([67.5], 10.4)
    assert (scale.low, scale.high, scale.is_log) == (0.25 * 10.4, 20 * 10.4, True)
    assert [tick.multiple for tick in scale.ticks] == [1, 10]
    assert [tick.value for tick in scale.ticks] == pytest.approx([10.4, 104.0])


def test_six_strips_compare() -> None:
    shares = []
    for value, limit in ((67.5, 10.4), (6.3, 2.09), (53.7, 37.0), (169.9, 16.3)):
        axis = ValueAxis(multiples_scale([value], limit), 0, 40, 6)
        shares.append(axis.y(2 * limit))
    assert shares == pytest.approx([shares[0]] * 4)


def test_a_strip_extends_to_a_value_beyond() -> None:
    scale = multiples_scale([2500.0, 0.5], 10.0)
    assert (scale.low, scale.high) == (0.5, 2500.0)
    assert [tick.multiple for tick in scale.ticks] == pytest.approx([0.1, 1, 10, 100])
    assert scale.beyond(2500.0) is None


def test_what_a_log_axis_cannot_show_stands_at_its_edge() -> None:
    scale = multiples_scale([0.0], 10.0)
    axis = ValueAxis(scale, 0, 40, 6)
    assert scale.beyond(0.0) == "bottom"
    assert scale.beyond(1e9) == "top"
    assert scale.position(0.0) == scale.position(scale.low)
    assert axis.y(0.0) == axis.y(scale.low)
    assert axis.y(1e9) == axis.y(scale.high)


def test_a_tick_is_no_multiple_that_cannot_be_read() -> None:
    scale = multiples_scale([0.0001], 10.0)
    assert scale.low == 0.0001
    assert [tick.multiple for tick in scale.ticks] == pytest.approx([0.01, 0.1, 1, 10])


@pytest.mark.parametrize(
    ("low", "high", "highest", "counts"),
    [
        (None, 37.0, 1.0, True),
        (0.0, 37.0, 1.0, True),
        (3.5, 5.0, 6.1, False),
        (3.5, 5.0, -math.inf, False),
        (1.7, 10.4, 67.5, True),
        (0.61, 2.09, 6.3, True),
        (40.0, None, 90.0, False),
        (-2.0, 0.0, 9.0, False),
    ],
)
def test_multiples_are_for_one_limit_or_for_values_far_above(
    low: float | None, high: float | None, highest: float, counts: bool
) -> None:
    assert counts_multiples(low, high, highest) is counts


@pytest.mark.parametrize(
    ("values", "limits", "ends", "ticks"),
    [
        ([5.8], [3.5, 5.0], (3, 7), [3, 3.5, 5.0, 7]),
        ([7.1], [4.6, 6.2], (4, 8), [4, 4.6, 6.2, 8]),
        ([], [3.5, 5.0], (3, 5.5), [3, 3.5, 5.0, 5.5]),
        ([55.0], [40.0], (35, 60), [35, 40, 60]),
        ([0.1], [1.0], (0, 1.25), [0, 1.0, 1.25]),
        ([-3.0], [-2.0, 2.0], (-4, 4), [-4, -2, 2, 4]),
        ([], [40.0], (30, 50), [30, 40, 50]),
        ([], [0.0], (0, 0.25), [0, 0.25]),
    ],
)
def test_near_its_limits_a_strip_is_linear_in_the_unit(
    values: list[float], limits: list[float], ends: tuple[float, float], ticks: list[float]
) -> None:
    scale = limits_scale(values, limits)
    assert not scale.is_log
    assert (scale.low, scale.high) == ends
    assert [tick.value for tick in scale.ticks] == ticks
    assert all(tick.multiple is None for tick in scale.ticks)
    assert all(scale.beyond(shown) is None for shown in (*values, *limits))


@pytest.mark.parametrize(
    ("values", "low", "high", "is_log"),
    [
        ([], 0, 1, False),
        ([0.0], 0, 1, False),
        ([7.0], 0, 8, False),
        ([3.0, 40.0], 0, 50, False),
        ([-7.0, 7.0], -8, 8, False),
        ([-7.0], -8, 0, False),
        ([0.5, 40.0], 0.2, 50, True),
    ],
)
def test_without_a_limit_the_axis_is_round(
    values: list[float], low: float, high: float, is_log: bool
) -> None:
    scale = log_scale(values) if spans_decades(values) else linear_scale(values)
    assert (scale.low, scale.high, scale.is_log) == (
        pytest.approx(low),
        pytest.approx(high),
        is_log,
    )
    assert all(scale.beyond(value) is None for value in values)


@pytest.mark.parametrize("pad_px", [0.0, 6.0])
def test_axis_maps_its_ends_inside_the_padding(pad_px: float) -> None:
    axis = ValueAxis(ValueScale(0, 100), 10, 120, pad_px)
    assert axis.y(100) == pytest.approx(10 + pad_px)
    assert axis.y(0) == pytest.approx(130 - pad_px)
    assert axis.y(50) == pytest.approx(70)
    low, high = axis.positions
    assert axis.y_of_position(low) == pytest.approx(130)
    assert axis.y_of_position(high) == pytest.approx(10)


def test_a_panel_without_height_divides_by_nothing() -> None:
    axis = ValueAxis(ValueScale(0, 100), 10, 8, 6)
    assert math.isfinite(axis.y(50))
    assert all(math.isfinite(place) for place in axis.positions)


def test_positions_of_a_log_axis_are_decimal_logarithms() -> None:
    scale = ValueScale(1, 100, True)
    assert [scale.position(value) for value in (1.0, 10.0, 100.0)] == pytest.approx([0, 1, 2])


def test_many_values_stand_where_each_of_them_does() -> None:
    values = [-5.0, 0.0, 0.5, 3.0, 40.0, 1e308, -1e308]
    for scale in (ValueScale(0.0, 50.0), ValueScale(0.5, 20.0, True)):
        axis = ValueAxis(scale, 100.0, 80.0, 6.0, 14.0)
        expected = [axis.y(value) for value in values]
        assert axis.ys(np.array(values)).tolist() == pytest.approx(expected)


def test_the_head_is_free_above_the_values() -> None:
    axis = ValueAxis(ValueScale(0.0, 10.0), 100.0, 80.0, 6.0, 14.0)
    assert axis.y(10.0) == pytest.approx(100 + 6 + 14)
    assert axis.y(0.0) == pytest.approx(180 - 6)
    assert axis.y_of_position(axis.positions[1]) == pytest.approx(100)
