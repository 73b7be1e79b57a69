"""Measurements and the limits they are read against."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.making import a_series, a_value, between, lasting
from viewer.model import problem_texts
from viewer.model.series import ReferenceInterval


def limits(**given: Any) -> ReferenceInterval:
    return ReferenceInterval.model_validate({"laboratory": "SRL"} | given)


def test_limits_need_a_side() -> None:
    with pytest.raises(ValidationError, match=r'needs "low" or "high"'):
        limits()
    assert limits(low=0).low == 0
    assert limits(high=0).high == 0


def test_limits_do_not_cross() -> None:
    with pytest.raises(ValidationError, match=r"must not lie above"):
        limits(low=2, high=1)
    assert limits(low=1, high=1).side_of(1) == "within"


def test_a_value_at_a_limit_is_within() -> None:
    both = limits(low=1.7, high=10.4)
    assert [both.side_of(v) for v in (1.69, 1.7, 10.4, 10.41)] == [
        "below",
        "within",
        "within",
        "above",
    ]


def test_a_value_at_a_limit_that_is_outside_is_above() -> None:
    strict = limits(high=37, high_is_outside=True)
    assert [strict.side_of(v) for v in (36.9, 37, 37.1)] == ["within", "above", "above"]


def test_a_missing_side_has_no_limit() -> None:
    assert limits(high=5).side_of(-1000) == "within"
    assert limits(low=5).side_of(1000) == "within"
    assert limits(low=5).side_of(4.9) == "below"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"value": None}, problem_texts.NO_VALUE),
        ({"value": None, "word": "Low", "comparator": "<"}, problem_texts.COMPARATOR_ALONE),
    ],
)
def test_a_measurement_has_a_value_or_a_word(given: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError) as refused:
        a_value(0, **given)
    assert refused.value.errors()[0]["ctx"]["error"].args == (message,)


def test_a_word_or_a_compared_number_is_a_measurement() -> None:
    assert a_value(0, None, word="Low").value is None
    assert a_value(0, 0.0, comparator="<").comparator == "<"


def test_the_limits_of_a_value_are_its_own_before_those_of_the_series() -> None:
    own = a_value(0, reference={"high": 1, "laboratory": "own"})
    other = a_value(0)
    series = a_series(own, other, references=[{"high": 2, "laboratory": "series"}])
    assert series.reference_for(series.points[0]) == own.reference
    assert series.reference_for(series.points[1]) == series.references[0]


def test_the_limits_of_a_series_are_the_first_that_apply_on_the_day() -> None:
    series = a_series(
        *(a_value(day) for day in (4, 5, 9, 10)),
        references=[
            {"high": 1, "laboratory": "early", "period": lasting(5, 9)},
            {"high": 2, "laboratory": "other", "period": lasting(9, "open")},
        ],
    )
    found = [series.reference_for(point) for point in series.points]
    assert [one and one.high for one in found] == [None, 1, 1, 2]


def test_limits_without_a_period_always_apply() -> None:
    series = a_series(a_value(between(None, 0)), references=[{"high": 2, "laboratory": "any"}])
    assert series.reference_for(series.points[0]) == series.references[0]


def test_a_series_without_limits_has_none() -> None:
    assert a_series(a_value()).reference_for(a_value()) is None
