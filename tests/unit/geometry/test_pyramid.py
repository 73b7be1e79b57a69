"""Extremes of very many samples: exact against looking at each of them, at every zoom."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from viewer.geometry.pyramid import ends_between, extent, extremes, levels_of, lowest_above_zero
from viewer.model.samples import SampleValues


def sampled(values: NDArray[np.floating], days: NDArray[np.float64] | None = None) -> SampleValues:
    days = np.arange(len(values), dtype=np.float64) if days is None else days
    return SampleValues(days, values, levels=levels_of(values))


def cuts_of(generator: np.random.Generator, count: int, columns: int) -> NDArray[np.intp]:
    """Cuts as a window makes them: alike, at random, or many of them in one place."""
    kind = generator.integers(3)
    if kind == 0:
        first, last = np.sort(generator.integers(0, count + 1, 2))
        return np.linspace(first, last, columns + 1).astype(np.intp)
    cuts = np.sort(generator.integers(0, count + 1, columns + 1))
    if kind == 1:
        middle = int(generator.integers(0, count))
        cuts[1:-1] = np.sort(np.minimum(middle + generator.integers(0, 90, columns - 1), count))
        cuts.sort()
    return cuts.astype(np.intp)


def test_the_extremes_of_each_column_are_exact() -> None:
    generator = np.random.default_rng(5)
    for _ in range(250):
        count = int(generator.choice([1, 2, 63, 64, 65, 5_000, 130_000, 128_000, 600_001]))
        kind = generator.choice([np.float32, np.float64])
        samples = sampled(generator.standard_normal(count).astype(kind))
        cuts = cuts_of(generator, count, int(generator.integers(2, 60)))
        lows, highs = extremes(samples, cuts)
        for low, high, first, last in zip(lows, highs, cuts[:-1], cuts[1:], strict=True):
            own = samples.values[first:last]
            assert low == own.min(initial=np.inf), (count, first, last)
            assert high == own.max(initial=-np.inf), (count, first, last)


def test_no_spike_is_lost_wherever_it_stands() -> None:
    generator = np.random.default_rng(6)
    values = np.zeros(300_000, dtype=np.float32)
    for place in [0, 1, 63, 64, 127, 299_999, *generator.integers(0, 300_000, 60).tolist()]:
        values[place] = 480
        samples = sampled(values)
        for columns in (1, 3, 700):
            cuts = np.linspace(0, 300_000, columns + 1).astype(np.intp)
            lows, highs = extremes(samples, cuts)
            assert np.flatnonzero(highs == 480).tolist() == [
                np.searchsorted(cuts, place, "right") - 1
            ]
            assert highs.max() == 480
            assert lows.max() <= 480
        assert extent(samples)[1] == 480
        values[place] = 0


@pytest.mark.parametrize("value", [0.0, 7.5, 1e308, -1e308])
@pytest.mark.parametrize("count", [1, 2, 300_000])
def test_constant_and_very_great_values_have_their_extent(value: float, count: int) -> None:
    assert extent(sampled(np.full(count, value))) == (value, value)


def test_levels_are_of_blocks_of_64_and_then_of_8_blocks() -> None:
    values = np.arange(1_000_000, dtype=np.float64)
    levels = levels_of(values)
    assert [level.size for level in levels] == [64, 512]
    assert levels[1].lows[3] == 3 * 512
    assert levels[1].highs[3] == 4 * 512 - 1
    assert levels_of(values[:2_000]) == ()


def test_cut_samples_know_nothing_of_what_was_cut_off() -> None:
    values = np.zeros(500_000)
    values[400_000:] = 99
    whole = sampled(values)
    for end in (1, 64, 399_990, 400_000):
        assert extent(whole.until(end)) == (0, 0)
    assert extent(whole.until(400_001)) == (0, 99)


@pytest.mark.parametrize(
    ("values", "lowest"), [([2.0, 3.0], 2), ([-1.0, 0.0, 5.0, 4.0], 4), ([-1.0, 0.0], None)]
)
def test_the_lowest_value_of_a_log_axis_is_above_zero(
    values: list[float], lowest: float | None
) -> None:
    assert lowest_above_zero(sampled(np.array(values))) == lowest


def test_the_ends_of_a_stretch_are_those_of_its_samples() -> None:
    samples = sampled(np.array([5.0, 9.0, 2.0, 7.0, -1.0, 3.0]))
    assert ends_between(samples, 0, 4) == (2.0, 9.0)
    assert ends_between(samples, 3, 6) == (-1.0, 2.0, 7.0)
    assert ends_between(samples, 3, 3) == ()
    below = sampled(np.array([-5.0, -2.0]))
    assert ends_between(below, 0, 2) == (-5.0, -2.0)
