"""The change between two cursors: two reported values, or why there is no change to tell."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.making import a_series, a_value, between, on
from viewer.model.course import nearest_value
from viewer.model.figures import Mark, Reported, WhyNot
from viewer.model.readings import readings_from_arrays
from viewer.model.time import Span
from viewer.model.value_change import changes_between

MARKER = a_series(a_value(0, 53.7), a_value(30, 20.0), a_value(60, 107.4))


def test_the_values_at_or_before_each_day_and_what_is_between_them() -> None:
    found = changes_between(MARKER, 12.0, 59.9)
    assert found.first is not None
    assert found.second is not None
    assert (found.first.value, found.first.span) == (Reported(53.7), Span(0, 1))
    assert found.second.point is MARKER.points[1]
    assert found.difference == pytest.approx(-33.7)
    assert found.ratio == pytest.approx(20.0 / 53.7)


def test_a_value_of_the_day_itself_counts() -> None:
    found = changes_between(MARKER, 0.0, 60.0)
    assert found.difference == pytest.approx(53.7)
    assert found.ratio == pytest.approx(2.0)


def test_the_days_may_come_in_any_order() -> None:
    found = changes_between(MARKER, 60.0, 0.0)
    assert found.difference == pytest.approx(-53.7)
    assert found.ratio == pytest.approx(0.5)


def reasons(*points: Any, days: tuple[float, float] = (5.0, 25.0)) -> tuple[object, object]:
    found = changes_between(a_series(*points), *days)
    return found.difference, found.ratio


NONE_BEFORE = (WhyNot.NONE_BEFORE,) * 2
SAME_VALUE = (WhyNot.SAME_VALUE,) * 2
ORDER_OPEN = (WhyNot.ORDER_OPEN,) * 2
LEFT_OPEN = (WhyNot.LEFT_OPEN,) * 2


def test_a_later_value_is_never_put_in_the_place_of_an_earlier_one() -> None:
    assert reasons() == NONE_BEFORE
    assert reasons(a_value(10, 1.0), a_value(20, 2.0)) == NONE_BEFORE
    found = changes_between(a_series(a_value(10, 1.0)), 5.0, 25.0)
    assert found.first is None
    assert found.second is not None


def test_one_value_for_both_days_is_no_change() -> None:
    assert reasons(a_value(3, 1.0)) == SAME_VALUE


def test_values_whose_order_is_not_known_make_no_change() -> None:
    assert reasons(a_value(5, 1.0), a_value(between(0, 40), 2.0)) == ORDER_OPEN
    assert reasons(a_value(5, 1.0), a_value(between(6, 40), 2.0)) == (1.0, 2.0)
    assert reasons(a_value(on(5.25), 1.0), a_value(on(5.5), 2.0), days=(5.25, 5.5)) == (1.0, 2.0)
    assert reasons(a_value(5, 1.0), a_value(on(5.75), 2.0), days=(5.5, 5.75)) == ORDER_OPEN


@pytest.mark.parametrize(
    "bound",
    [a_value(2, 5.0, comparator="<"), a_value(2, None, word="Low"), a_value(2, None, word="x")],
)
def test_bounds_and_words_are_not_subtracted(bound: Any) -> None:
    assert reasons(bound, a_value(20, 9.0)) == LEFT_OPEN


def test_a_ratio_needs_positive_numbers() -> None:
    assert reasons(a_value(2, 0.0), a_value(20, 9.0)) == (9.0, WhyNot.NOT_POSITIVE)
    assert reasons(a_value(2, 9.0), a_value(20, -1.0)) == (-10.0, WhyNot.NOT_POSITIVE)


def test_numbers_too_large_to_calculate_with() -> None:
    assert reasons(a_value(2, -1.5e308), a_value(20, 1.5e308))[0] is WhyNot.TOO_LARGE
    assert reasons(a_value(2, 1e-300), a_value(20, 1e300))[1] is WhyNot.TOO_LARGE


# --- readings ----------------------------------------------------------------------------


def test_readings_give_the_last_one_at_or_before_the_moment() -> None:
    readings = readings_from_arrays(
        [1.0, 1.5, 2.0], [80.0, 60.0, 0.0], "mg/dL", marks=[0, 0, Mark.LOW]
    )
    found = changes_between(readings, 1.4, 1.5)
    assert found.first is not None
    assert (found.first.span, found.first.point) == (Span(1.0, 1.0), None)
    assert (found.difference, found.ratio) == (-20.0, 0.75)
    for days, reason in (
        ((0.9, 1.5), WhyNot.NONE_BEFORE),
        ((1.1, 1.4), WhyNot.SAME_VALUE),
        ((1.1, 2.4), WhyNot.LEFT_OPEN),
    ):
        assert changes_between(readings, *days).difference is reason


def test_random_series_give_only_reported_values() -> None:
    rng = random.Random(6)
    told = 0
    for _ in range(300):
        days = sorted(rng.sample(range(40), rng.randint(1, 8)))
        series = a_series(*(a_value(day, float(rng.randint(1, 99))) for day in days))
        cursors = rng.randrange(-5, 45), rng.randrange(-5, 45)
        found = changes_between(series, *map(float, cursors))
        for cursor, value in zip(cursors, (found.first, found.second), strict=True):
            before = [day for day in days if day <= cursor]
            assert (value is None) == (not before)
            if value is not None:
                assert value.span.start == before[-1]
                nearest = nearest_value(series, cursor)
                assert nearest is not None
                assert value.point is nearest[0]
        if found.first is not None and found.second is not None and found.first != found.second:
            told += 1
            assert found.first.value.value is not None
            assert found.second.value.value is not None
            assert found.difference == found.second.value.value - found.first.value.value
    assert told > 100
