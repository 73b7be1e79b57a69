"""What is drawn of samples: every extreme in its column, lines only where they may be, marks."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from viewer.geometry.pyramid import levels_of
from viewer.geometry.sample_columns import SampleColumns
from viewer.geometry.sample_strokes import Strokes, envelope, sample_numbers, sample_strokes
from viewer.geometry.time_scale import TimeScale
from viewer.model.samples import SampleValues
from viewer.model.time import Span

WIDTH, MARK = 400.0, 8.0


def columns(days: NDArray[np.float64], values: NDArray[np.floating]) -> SampleColumns:
    return SampleColumns(SampleValues(days, values, levels=levels_of(values)))


def scale(start: float, end: float, *folds: Span) -> TimeScale:
    return TimeScale(Span(start, end), 100.0, WIDTH, folds, 20.0)


def drawn(samples: SampleColumns, start: float, end: float, gap: float = 1.0) -> Strokes:
    return sample_strokes(samples, scale(start, end), gap, MARK)


# --- kept columns -------------------------------------------------------------------------


def test_panned_columns_are_those_made_afresh() -> None:
    generator = np.random.default_rng(8)
    days = np.sort(generator.uniform(0, 1_000, 300_000))
    values = generator.standard_normal(300_000).astype(np.float32)
    kept = columns(days, values)
    start = 400.0
    for _ in range(200):
        start += float(generator.choice([0.013, -0.9, 30.0, -41.7, 260.0, -260.0]))
        start = min(max(start, -200.0), 1_100.0)
        # The length of a panned window differs in its last digits.
        end = start + 100.0
        first, cut = kept.cut(WIDTH / (end - start), start, end)
        other, fresh = columns(days, values).cut(WIDTH / 100.0, start, end)
        assert first == other
        for one, two in zip(cut, fresh, strict=True):
            np.testing.assert_array_equal(one, two)
        assert len(cut.numbers) == len(cut.lows) + 1


def test_another_zoom_makes_other_columns() -> None:
    kept = columns(np.arange(10_000) / 10, np.arange(10_000.0))
    assert len(kept.cut(4.0, 0.0, 100.0)[1].lows) == 400
    assert len(kept.cut(2.0, 0.0, 100.0)[1].lows) == 200
    assert len(kept.cut(2.0, 0.0, 0.0)[1].lows) == 1


# --- extremes -----------------------------------------------------------------------------


def test_each_column_shows_the_lowest_and_the_highest_of_its_days() -> None:
    generator = np.random.default_rng(9)
    for _ in range(40):
        count = int(generator.integers(3_000, 200_000))
        days = np.sort(generator.uniform(0, 100, count))
        values = generator.standard_normal(count)
        start = float(generator.uniform(0, 50))
        strokes = drawn(columns(days, values), start, start + 40)
        assert strokes.detail == "extremes"
        numbers = np.floor(days * 10).astype(int)
        xs = numbers + round(100 - start * 10)
        for x, low, high in zip(*strokes.bars, strict=True):
            own = values[xs == x]
            assert (low, high) == (own.min(), own.max())
        inside = xs[(days >= start) & (days < start + 40)]
        assert set(strokes.bars.xs.astype(int)) >= set(inside)


def test_a_spike_beside_a_missing_value_is_drawn() -> None:
    days = np.delete(np.arange(100_000) / 1_000, 50_001)  # its NaN was dropped when it was read
    values = np.zeros(99_999)
    values[50_000] = 480
    strokes = drawn(columns(days, values), 0, 100)
    assert strokes.bars.highs.max() == 480
    assert np.count_nonzero(strokes.bars.highs == 480) == 1


def test_columns_are_joined_where_they_do_not_meet_but_never_across_a_gap() -> None:
    days = np.arange(100_000) / 1_000
    kept = (days < 30) | (days >= 33)
    steep = columns(days[kept], days[kept] * 1_000)
    strokes = drawn(steep, 0, 100, gap=1.0)
    links = strokes.links
    assert (links.next_xs - links.xs).max() == 1
    assert len(links.xs) == len(strokes.bars.xs) - 2  # one for each two neighbours but the gap
    assert len(drawn(steep, 0, 100, gap=5.0).links.xs) == len(strokes.bars.xs) - 1
    flat = columns(days[kept], np.sin(days[kept] * 1_000))
    assert not len(drawn(flat, 0, 100, gap=1.0).links.xs)
    across = drawn(flat, 0, 100, gap=5.0).links
    assert (across.next_xs - across.xs).tolist() == [13]


def test_nothing_in_a_fold_is_drawn() -> None:
    days = np.arange(200_000) / 1_000
    values = np.where((days > 50) & (days < 150), 99.0, np.sin(days))
    view = scale(0, 200, Span(50, 150))
    strokes = sample_strokes(columns(days, values), view, 1.0, MARK)
    assert strokes.bars.highs.max() <= 1
    assert strokes.count == 100_000
    fold = view.gaps[0]
    inside = (strokes.bars.xs > fold.left_px) & (strokes.bars.xs < fold.right_px - 1)
    assert not inside.any()
    near = sample_strokes(columns(days[::500], values[::500]), view, 1.0, MARK)
    assert near.detail == "lines"
    assert near.links.values.max() <= 1


# --- lines and points ---------------------------------------------------------------------


def test_fewer_samples_are_all_joined_past_the_edges_of_the_window() -> None:
    days = np.arange(1_000) / 2
    strokes = drawn(columns(days, np.arange(1_000.0)), 100, 200)
    assert strokes.detail == "lines"
    assert strokes.count == 200
    assert not len(strokes.points[0])
    assert strokes.links.xs[0] == 100 - 2
    assert strokes.links.next_xs[-1] == 500
    assert len(strokes.links.xs) == 201
    assert not len(strokes.bars.xs)


def test_gaps_part_lines_and_lone_samples_stay_visible() -> None:
    days = np.array([0.0, 1.0, 2.0, 7.0, 12.0, 13.0])
    strokes = drawn(columns(days, np.arange(6.0)), -1, 19)
    assert strokes.detail == "points"
    assert strokes.count == 6
    assert strokes.points[1].tolist() == [0, 1, 2, 3, 4, 5]
    assert strokes.points[0].tolist() == [120, 140, 160, 260, 360, 380]
    assert strokes.links.xs.tolist() == [120, 140, 360]
    assert strokes.links.next_values.tolist() == [1, 2, 5]
    assert strokes.bars.xs.tolist() == [260]


@pytest.mark.parametrize("count", [1, 2])
def test_one_or_two_samples_are_points(count: int) -> None:
    strokes = drawn(columns(np.arange(float(count)), np.full(count, 5.0)), -1, 3)
    assert strokes.detail == "points"
    assert len(strokes.points[0]) == count
    assert len(strokes.links.xs) == count - 1
    assert len(strokes.bars.xs) == 2 - count


def test_a_window_without_samples_draws_none() -> None:
    strokes = drawn(columns(np.array([500.0]), np.array([1.0])), 0, 10)
    assert strokes.count == 0
    assert strokes.detail == "points"
    assert all(len(one) == 0 for one in envelope(strokes, 20.0))


# --- words and pointer --------------------------------------------------------------------


def test_the_envelope_covers_every_stroke() -> None:
    days = np.arange(100_000) / 1_000
    strokes = drawn(columns(days, 30 * np.sin(days)), 0, 100)
    lefts, rights, lows, highs = envelope(strokes, 20.0)
    assert len(lefts) == 20
    assert (rights - lefts).max() < 20
    for x, low, high in zip(*strokes.bars, strict=True):
        (place,) = np.flatnonzero((lefts <= x) & (x <= rights))
        assert lows[place] <= low <= high <= highs[place]


def test_the_samples_about_a_column_are_found() -> None:
    samples = columns(np.arange(1_000) / 10, np.zeros(1_000)).samples
    assert sample_numbers(samples, scale(0, 100), 300.0, 2.0) == (495, 505)
    assert sample_numbers(samples, scale(200, 300), 300.0, 2.0) == (1_000, 1_000)
