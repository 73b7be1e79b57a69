"""Which columns of a strip are taken."""

from __future__ import annotations

import random

import numpy as np

from viewer.geometry.coverage import LEAST_COLUMNS, coverage


def taken(*things: tuple[int, float, float], shape: tuple[int, int] = (2, 20)) -> list[str]:
    rows, lefts, rights = zip(*things, strict=True) if things else ((), (), ())
    found = coverage(
        np.array(rows, dtype=np.intp),
        np.array(lefts, dtype=np.float64),
        np.array(rights, dtype=np.float64),
        shape,
    )
    return ["".join("#" if cell else "." for cell in row) for row in found]


def test_a_period_takes_its_columns_in_its_row() -> None:
    assert taken((1, 4.0, 10.0)) == ["." * 20, "....######.........."]


def test_a_moment_takes_a_few_columns_about_it() -> None:
    assert taken((0, 10.5, 10.5))[0].count("#") == LEAST_COLUMNS


def test_what_lies_outside_is_left_out_and_what_reaches_in_is_cut() -> None:
    assert taken((0, -90.0, -10.0), (1, 40.0, 60.0)) == ["." * 20] * 2
    assert taken((0, -90.0, 2.0), (1, 15.0, 60.0)) == ["##" + "." * 18, "." * 15 + "#####"]
    assert taken((-1, 1.0, 9.0), (2, 1.0, 9.0)) == ["." * 20] * 2


def test_nothing_takes_nothing() -> None:
    assert taken() == ["." * 20] * 2


def test_every_event_inside_leaves_a_mark_however_many_there_are() -> None:
    chance = random.Random(5)
    for _ in range(100):
        things = [(chance.randrange(4), x := chance.uniform(0, 99.9), x) for _ in range(200)]
        picture = taken(*things, shape=(4, 100))
        assert all(picture[row][int(x)] == "#" for row, x, _ in things)
