"""The bracket between the cursors: words and flag never stand on one another."""

from __future__ import annotations

import random

import pytest

from viewer.ui.measuring.bracket import Widths, placed_bracket

SIZES = Widths(words=30, flag=50, gap=5)
ROOM = 100.0, 900.0


def test_words_stand_on_a_long_line_and_the_flag_beyond_it() -> None:
    placed = placed_bracket(200, 400, ROOM, SIZES)
    assert (placed.start, placed.end, placed.flag) == (200, 400, 400)
    assert placed.words == pytest.approx(285)
    other_way = placed_bracket(400, 200, ROOM, SIZES)
    assert (other_way.start, other_way.end, other_way.flag) == (200, 400, 150)


def test_a_short_line_has_its_words_beside_it() -> None:
    assert placed_bracket(400, 410, ROOM, SIZES).words == 365
    assert placed_bracket(410, 400, ROOM, SIZES).words == 415
    assert placed_bracket(102, 112, ROOM, SIZES).words == 167, "beyond the flag at the left edge"


def test_a_cursor_beyond_the_window_ends_the_line_at_its_edge() -> None:
    placed = placed_bracket(-500, 2000, ROOM, SIZES)
    assert (placed.start, placed.end, placed.flag) == (100, 900, 850)


def test_words_and_flag_stay_inside_and_apart() -> None:
    random.seed(6)
    for _ in range(2000):
        first, second = random.uniform(-200, 1200), random.uniform(-200, 1200)
        placed = placed_bracket(first, second, ROOM, SIZES)
        assert ROOM[0] <= placed.flag <= ROOM[1] - SIZES.flag
        assert ROOM[0] <= placed.words <= ROOM[1] - SIZES.words
        apart = (
            placed.words + SIZES.words <= placed.flag or placed.flag + SIZES.flag <= placed.words
        )
        assert apart, (first, second)
