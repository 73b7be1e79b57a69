"""Arrows of a chart for print: words stand apart, and no line goes through the words of another."""

from __future__ import annotations

import random

import pytest

from viewer.geometry.arrows import MOST_ROWS, Arrow, Wanted, place_arrows

EDGES = 100.0, 900.0
GAP = 5.0


def clear(one: Arrow, other: Arrow) -> bool:
    """Say it another way than the code: rectangles of rows, and lines down from them."""
    apart = one.right_px <= other.left_px or other.right_px <= one.left_px
    if one.row == other.row and not apart:
        return False
    for line, words in ((one, other), (other, one)):
        if words.left_px < line.x_px < words.right_px and line.row >= words.row:
            return False
    return True


def test_a_lone_arrow_has_its_words_right_of_it_at_the_foot() -> None:
    assert place_arrows([Wanted(200, 80)], *EDGES, GAP) == [Arrow(200, 205, 80, 0)]


def test_words_without_room_on_the_right_stand_left() -> None:
    assert place_arrows([Wanted(880, 80)], *EDGES, GAP) == [Arrow(880, 795, 80, 0)]


def test_the_earlier_of_two_near_ones_stands_higher() -> None:
    first, second = place_arrows([Wanted(200, 80), Wanted(230, 80)], *EDGES, GAP)
    assert first is not None
    assert second is not None
    assert (first.row, second.row) == (1, 0)


def test_words_that_fit_nowhere_are_left_out() -> None:
    assert place_arrows([Wanted(500, 801)], *EDGES, GAP) == [None]


def test_the_left_is_given_up_where_it_is_in_the_way_of_others() -> None:
    """Words left of an arrow at the foot would lie across every earlier arrow below them."""
    wanted = [Wanted(x, 220) for x in (420, 430, 440, 450, 460)]
    placed = place_arrows(wanted, *EDGES, GAP)
    assert None not in placed
    assert max(arrow.row for arrow in placed if arrow is not None) < MOST_ROWS


@pytest.mark.parametrize("seed", range(60))
def test_nothing_that_is_placed_is_crossed(seed: int) -> None:
    some = random.Random(seed)
    wanted = [
        Wanted(some.uniform(*EDGES), some.uniform(20, 200)) for _ in range(some.randint(1, 14))
    ]
    placed = [arrow for arrow in place_arrows(wanted, *EDGES, GAP) if arrow is not None]
    for number, one in enumerate(placed):
        assert EDGES[0] <= one.left_px <= one.right_px <= EDGES[1]
        assert all(clear(one, other) for other in placed[number + 1 :])
