"""Time with stretches folded away."""

from __future__ import annotations

import random

import pytest

from viewer.model.folded_time import folded, merged, unfolded
from viewer.model.time import Span

FOLDS = (Span(10, 20), Span(30, 45))


def test_folds_that_touch_or_overlap_are_one() -> None:
    assert merged([Span(30, 45), Span(10, 20)]) == FOLDS
    assert merged([Span(0, 5), Span(5, 9), Span(2, 3), Span(8, 12)]) == (Span(0, 12),)


def test_empty_stretches_fold_nothing() -> None:
    assert merged([Span(3, 3), Span(9, 4)]) == ()


@pytest.mark.parametrize(
    ("day", "time"), [(5, 5), (10, 10), (15, 10), (20, 10), (25, 15), (40, 20), (50, 25)]
)
def test_folded_days_do_not_count(day: float, time: float) -> None:
    assert folded(day, FOLDS) == time


def test_at_a_fold_a_stretch_begins_after_it_and_ends_before_it() -> None:
    assert unfolded(10, FOLDS) == 20
    assert unfolded(10, FOLDS, is_end=True) == 10
    assert unfolded(20, FOLDS) == 45
    assert unfolded(20, FOLDS, is_end=True) == 30


def test_days_outside_folds_go_there_and_back() -> None:
    chance = random.Random(3)
    for _ in range(300):
        ends = sorted(chance.uniform(-100, 100) for _ in range(2 * chance.randint(0, 5)))
        folds = merged(Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True))
        days = sorted(chance.uniform(-120, 120) for _ in range(20))
        shown = [d for d in days if not any(f.start <= d <= f.end for f in folds)]
        assert [unfolded(folded(d, folds), folds) for d in shown] == pytest.approx(shown)
        times = [folded(d, folds) for d in days]
        assert times == pytest.approx(sorted(times))
