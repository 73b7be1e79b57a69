"""Which stretches of a course may be folded."""

from __future__ import annotations

import random

import pytest

from tests.making import a_case, an_event, lasting, on
from viewer.model.gaps import foldable, gaps_between, long_ones
from viewer.model.time import Span


def test_a_gap_folds_but_for_a_margin_beside_what_is_known() -> None:
    assert gaps_between([0, 100], Span(-2, 102)) == (
        Span(-1.5, -0.5),
        Span(5, 95),
        Span(100.5, 101.5),
    )


def test_long_gaps_are_folded_from_whole_day_to_whole_day() -> None:
    assert Span(11, 59) in gaps_between([8.3, 61.7], Span(8.3, 61.7))


def test_moments_outside_the_course_count_for_nothing() -> None:
    assert gaps_between([-500, 50, 500], Span(0, 100)) == gaps_between([50], Span(0, 100))


def test_nothing_is_folded_between_moments_that_follow_one_another() -> None:
    assert gaps_between([n / 24 for n in range(48)], Span(0, 47 / 24)) == ()


def test_no_moment_that_is_known_is_ever_folded_away() -> None:
    chance = random.Random(11)
    for _ in range(200):
        days = [chance.uniform(-50, 250) for _ in range(chance.randint(0, 12))]
        folds = gaps_between(days, Span(0, 200))
        assert not any(fold.start <= day <= fold.end for fold in folds for day in days)
        assert list(folds) == sorted(folds)


def test_an_end_that_is_known_parts_a_gap() -> None:
    case = a_case(an_event("stay", lasting(0, 40)), an_event("visit", on(100)))
    assert foldable(case, Span(0, 101)) == (Span(2, 38), Span(43, 97), Span(100.25, 100.75))


@pytest.mark.parametrize(("share", "count"), [(0.05, 2), (0.3, 1), (0.9, 0)])
def test_a_gap_is_long_by_its_share(share: float, count: int) -> None:
    assert len(long_ones([Span(0, 10), Span(20, 60)], 100, share)) == count
