"""Ends of a range and medians that stay true where a value is only a bound or a word."""

from __future__ import annotations

import math
import random
import statistics

import numpy as np
import pytest

from viewer.model.figures import Mark, Reported, WhyNot, highest_of, lowest_of, median_of, reported

NUMBER, IMPUTED, BELOW, AT_MOST, ABOVE, AT_LEAST, LOW, HIGH = Mark
Pairs = list[tuple[float, Mark]]


def arrays(pairs: Pairs) -> tuple[np.ndarray, np.ndarray]:
    return (
        np.array([value for value, _ in pairs], np.float64),
        np.array([mark for _, mark in pairs], np.int8),
    )


def ends(pairs: Pairs) -> tuple[Reported | None, Reported | None]:
    values, marks = arrays(pairs)
    return lowest_of(values, marks), highest_of(values, marks)


LOW_WORD: tuple[float, Mark] = (math.nan, LOW)
HIGH_WORD: tuple[float, Mark] = (math.nan, HIGH)


@pytest.mark.parametrize(
    ("pairs", "lowest", "highest"),
    [
        ([], None, None),
        ([(54, NUMBER)], Reported(54), Reported(54)),
        ([(54, NUMBER), (20, NUMBER)], Reported(20), Reported(54)),
        ([(5, BELOW), (9, NUMBER)], Reported(5, "<"), Reported(9)),
        ([(5, BELOW), (5, NUMBER)], Reported(5, "<"), Reported(5)),
        ([(5, BELOW), (5, AT_MOST)], Reported(5, "<"), Reported(5, "<=")),
        ([(5, AT_MOST), (9, NUMBER)], Reported(5, "<="), Reported(9)),
        ([(5, BELOW), (3, NUMBER)], Reported(3, "<="), Reported(5, "<")),
        ([(600, ABOVE), (9, NUMBER)], Reported(9), Reported(600, ">")),
        ([(600, AT_LEAST)], Reported(600, ">="), Reported(600, ">=")),
        ([(600, ABOVE), (600, AT_LEAST)], Reported(600, ">="), Reported(600, ">")),
        ([(600, ABOVE), (700, NUMBER)], Reported(600, ">"), Reported(700, ">=")),
        ([(600, ABOVE), (600.5, NUMBER)], Reported(600, ">"), Reported(600.5, ">=")),
        ([LOW_WORD], Reported(None, None, "Low"), Reported(None, None, "Low")),
        ([HIGH_WORD], Reported(None, None, "High"), Reported(None, None, "High")),
        ([LOW_WORD, (40, NUMBER)], Reported(40, "<=", "Low"), Reported(40)),
        ([(39, IMPUTED), (40, NUMBER)], Reported(40, "<=", "Low"), Reported(40)),
        ([(39, IMPUTED)], Reported(None, None, "Low"), Reported(None, None, "Low")),
        ([HIGH_WORD, (400, NUMBER)], Reported(400), Reported(400, ">=", "High")),
        (
            [LOW_WORD, HIGH_WORD],
            Reported(None, None, "Low"),
            Reported(None, None, "High"),
        ),
    ],
)
def test_the_ends_of_a_range_keep_what_they_are(
    pairs: Pairs, lowest: Reported | None, highest: Reported | None
) -> None:
    assert ends(pairs) == (lowest, highest)
    assert ends(pairs[::-1]) == (lowest, highest)


def _truth(rng: random.Random, value: float, mark: Mark) -> float:
    """A number that a bound may stand for."""
    off = rng.choice([0.5, 1.0, 7.0])
    if mark in {AT_MOST, AT_LEAST} and rng.random() < 0.3:
        off = 0.0
    return value + {NUMBER: 0, BELOW: -off, AT_MOST: -off, ABOVE: off, AT_LEAST: off}[mark]


def _holds(end: Reported, truth: float) -> bool:
    assert end.value is not None
    return {
        None: truth == end.value,
        "<": truth < end.value,
        "<=": truth <= end.value,
        ">": truth > end.value,
        ">=": truth >= end.value,
    }[end.comparator]


def test_what_is_told_is_true_whatever_the_bounds_stand_for() -> None:
    rng = random.Random(11)
    told = 0
    for _ in range(3000):
        kinds = [NUMBER, *rng.sample([NUMBER, BELOW, AT_MOST, ABOVE, AT_LEAST], 2)]
        pairs: Pairs = [
            (float(rng.randint(1, 9)), rng.choice(kinds)) for _ in range(rng.randint(1, 6))
        ]
        truths = [_truth(rng, *pair) for pair in pairs]
        lowest, highest = ends(pairs)
        assert lowest is not None
        assert highest is not None
        assert _holds(lowest, min(truths)), (pairs, truths, lowest)
        assert _holds(highest, max(truths)), (pairs, truths, highest)
        median = median_of(*arrays(pairs))
        if not isinstance(median, WhyNot):
            told += 1
            assert median == pytest.approx(statistics.median(truths)), (pairs, truths)
    assert told > 500


def test_a_median_of_numbers() -> None:
    rng = random.Random(5)
    for _ in range(200):
        values = [round(rng.uniform(-5, 300), 1) for _ in range(rng.randint(2, 30))]
        found = median_of(*arrays([(value, NUMBER) for value in values]))
        assert found == pytest.approx(statistics.median(values))


@pytest.mark.parametrize(
    ("pairs", "median"),
    [
        ([], WhyNot.NO_VALUES),
        ([(54, NUMBER)], WhyNot.TOO_FEW),
        ([(5, BELOW), (8, NUMBER), (9, NUMBER)], 8.0),
        ([(9, BELOW), (8, NUMBER), (7, NUMBER)], WhyNot.LEFT_OPEN),
        ([(5, BELOW), (4, BELOW), (9, NUMBER)], WhyNot.LEFT_OPEN),
        ([(5, BELOW), (4, BELOW)], WhyNot.LEFT_OPEN),
        ([(600, ABOVE), (8, NUMBER), (9, NUMBER)], 9.0),
        ([LOW_WORD, (90, NUMBER), (95, NUMBER)], 90.0),
        ([LOW_WORD, (50, NUMBER), (40, NUMBER)], WhyNot.LEFT_OPEN),
        ([HIGH_WORD, (90, NUMBER), (95, NUMBER)], 95.0),
        ([HIGH_WORD, (300, NUMBER), (400, NUMBER)], WhyNot.LEFT_OPEN),
        ([(39, IMPUTED), (41, NUMBER)], 40.0),
        ([(1e308, NUMBER), (1.5e308, NUMBER)], 1.25e308),
    ],
)
def test_a_median_is_told_only_where_it_is_certain(pairs: Pairs, median: float | WhyNot) -> None:
    assert median_of(*arrays(pairs), 54.0, 250.0) == median


def test_a_word_of_an_unknown_kind_of_series_bounds_nothing() -> None:
    pairs = [LOW_WORD, (90.0, NUMBER), (95.0, NUMBER)]
    assert median_of(*arrays(pairs)) is WhyNot.LEFT_OPEN


def test_a_reading_is_told_as_it_was_reported() -> None:
    assert reported(54.0, NUMBER) == Reported(54.0)
    assert reported(54.0, NUMBER).is_plain
    assert reported(40.0, BELOW) == Reported(40.0, "<")
    assert not reported(40.0, BELOW).is_plain
    assert reported(39.0, IMPUTED) == reported(math.nan, LOW) == Reported(None, None, "Low")
    assert reported(math.nan, HIGH) == Reported(None, None, "High")
