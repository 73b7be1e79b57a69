"""Thinning keeps the extremes of every pixel column, and joins nothing that was parted."""

from __future__ import annotations

import numpy as np
import pytest

from viewer.geometry.thinning import POINTS_PER_COLUMN, extremes, thinned, unbroken


def test_each_column_keeps_its_lowest_and_highest_and_its_ends_for_a_line() -> None:
    columns = np.array([3, 3, 3, 3, 3, 3, 7, 8, 8])
    values = np.array([5.0, 6.0, 1.0, 1.0, 9.0, 4.0, 2.0, 3.0, 3.0])
    assert extremes(columns, values).tolist() == [2, 4, 6, 7]
    assert extremes(columns, values, with_ends=True).tolist() == [0, 2, 4, 5, 6, 7, 8]


def test_nothing_gives_nothing() -> None:
    assert extremes(np.empty(0), np.empty(0)).tolist() == []
    assert thinned(np.empty(0), np.empty(0), 10.0, 100.0).tolist() == []


def test_what_is_lower_than_every_number_is_kept() -> None:
    values = np.array([5.0, -np.inf, 7.0, 6.0])
    assert extremes(np.zeros(4), values).tolist() == [1, 2]


@pytest.mark.parametrize("width", [0.0, 1.0, 25.0])
def test_few_points_all_stay(width: float) -> None:
    count = int(POINTS_PER_COLUMN * max(width, 1.0))
    days = np.linspace(0, 1, count)
    assert thinned(days, days, 1.0, width).tolist() == list(range(count))


def test_many_points_keep_every_extreme_wherever_the_window_starts() -> None:
    generator = np.random.default_rng(5)
    days = np.sort(generator.uniform(0, 100, 20_000))
    values = generator.normal(100, 20, 20_000)
    values[12_345] = 900.0
    for start in (0, 17, 400):
        kept = start + thinned(days[start:], values[start:], 5.0, 500.0)
        assert len(kept) <= POINTS_PER_COLUMN * 501
        assert 12_345 in kept
        columns = np.floor(days * 5.0)
        for column in np.unique(columns[start + 200 :]):
            inside = np.flatnonzero(columns == column)
            assert values[inside].min() in values[kept]
            assert values[inside].max() in values[kept]


def test_a_break_anywhere_between_two_kept_points_parts_them() -> None:
    links = np.array([True, False, True, True, True])
    assert unbroken(np.array([0, 1, 2, 5]), links).tolist() == [True, False, True]
    assert unbroken(np.array([4]), links).tolist() == []
    assert unbroken(np.empty(0, dtype=np.intp), np.empty(0, dtype=bool)).tolist() == []
