"""Marks that count: every event in one of them, none over another."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest

from viewer.geometry.density import Mark, Run, covered, marks, runs


def test_neighbours_nearer_than_a_mark_share_one() -> None:
    columns = np.array([0.0, 5.0, 9.0, 10.0, 40.0])
    assert runs(columns, 10.0) == [Run(0, 3), Run(3, 4), Run(4, 5)]
    assert runs(np.empty(0), 10.0) == []


@pytest.mark.parametrize("seed", range(50))
def test_every_one_is_counted_once_and_runs_keep_apart(seed: int) -> None:
    chance = random.Random(seed)
    columns = np.array(sorted(chance.uniform(0, 300) for _ in range(chance.randrange(1, 200))))
    width = chance.choice([0.5, 7.0, 40.0, 1e9])
    found = runs(columns, width)
    assert [n for run in found for n in range(run.first, run.stop)] == list(range(len(columns)))
    for run in found:
        assert columns[run.stop - 1] - columns[run.first] < width
    starts = [columns[run.first] for run in found]
    assert all(b - a >= width for a, b in itertools.pairwise(starts))


def test_what_overlaps_is_covered_once() -> None:
    lefts, rights = np.array([50.0, 0.0, 10.0, 30.0]), np.array([60.0, 12.0, 20.0, 31.0])
    assert covered(lefts, rights, 1.0) == [(0.0, 20.0), (30.0, 31.0), (50.0, 60.0)]
    assert covered(lefts, rights, 100.0) == [(0.0, 60.0)]
    assert covered(np.empty(0), np.empty(0), 1.0) == []


def test_a_long_stretch_covers_the_short_ones_in_it() -> None:
    assert covered(np.array([0.0, 5.0, 30.0]), np.array([100.0, 6.0, 31.0]), 1.0) == [(0.0, 100.0)]


def test_a_mark_of_several_is_as_wide_as_its_count_or_as_they_reach() -> None:
    columns = np.array([0.0, 4.0, 100.0, 108.0, 117.0, 200.0])
    assert marks(columns, 10.0, lambda count: 18.0 + count, 30.0) == [
        Mark(Run(0, 2), -8.0, 20.0),
        Mark(Run(2, 5), 95.0, 27.0),
        Mark(Run(5, 6), 195.0, 10.0),
    ]


@pytest.mark.parametrize("seed", range(50))
def test_marks_of_all_keep_apart(seed: int) -> None:
    chance = random.Random(seed)
    columns = np.array(sorted(chance.uniform(0, 400) for _ in range(chance.randrange(0, 200))))
    found = marks(columns, 9.0, lambda count: 14.0 + 6 * len(str(count)), 40.0)
    assert [n for mark in found for n in range(*mark.run)] == list(range(len(columns)))
    for one, other in itertools.pairwise(found):
        assert one.left_px + one.width_px <= other.left_px
    for mark in found:
        is_one = mark.run.stop - mark.run.first == 1
        assert (mark.width_px == 9.0) == is_one
