"""Values are said as they were reported, limits with the laboratory whose they are."""

from __future__ import annotations

from typing import Any

import pytest

from tests.making import a_series, a_value
from viewer.model.series import ReferenceInterval
from viewer.ui.words.numbers import number
from viewer.ui.words.value_words import (
    limits_text,
    multiple_text,
    reference_sentence,
    reference_text,
    value_text,
    value_with_unit,
)

MINUS = "\N{MINUS SIGN}"


def limits(**given: Any) -> ReferenceInterval:
    return ReferenceInterval.model_validate(
        {"laboratory": {"en": "SRL", "ja": "エスアール"}} | given
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (54.0, "54"),
        (67.5, "67.5"),
        (0.1 + 0.2, "0.3"),
        (-3, f"{MINUS}3"),
        (-0.0, "0"),
        (0.0001, "0.0001"),
        (1234567.0, "1234567"),
    ],
)
def test_a_number_is_as_short_as_it_can_be(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("comparator", "text"), [("<", "< 5"), ("<=", "≤ 5"), (">", "> 5"), (">=", "≥ 5"), (None, "5")]
)
def test_a_compared_value_keeps_its_sign(comparator: str | None, text: str) -> None:
    assert value_text(a_value(0, 5, comparator=comparator), "en") == text


def test_a_value_is_given_as_the_source_prints_it() -> None:
    assert value_text(a_value(0, 54.0, printed="54.0"), "en") == "54.0"
    assert value_text(a_value(0, 5, comparator="<", printed="<5"), "en") == "<5"


def test_a_word_stands_for_a_value_without_a_unit() -> None:
    point = a_value(0, None, word={"en": "Low", "ja": "低"})
    assert value_text(point, "ja") == "低"
    assert value_with_unit(point, a_series(), "en") == "Low"


def test_a_number_comes_before_a_word_that_stands_beside_it() -> None:
    assert value_text(a_value(0, 39, word="Low"), "en") == "39"


def test_a_value_has_the_unit_it_was_reported_in() -> None:
    assert value_with_unit(a_value(0, 54), a_series(), "en") == "54 mg/dL"
    assert value_with_unit(a_value(0, 0), a_series(unit="U/mL"), "en") == "0 U/mL"


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({"low": 1.7, "high": 10.4}, "1.7–10.4"),
        ({"high": 16.3}, "≤ 16.3"),
        ({"high": 37, "high_is_outside": True}, "< 37"),
        ({"low": 5}, "≥ 5"),
        ({"low": 0}, "≥ 0"),
        ({"low": 0, "high": 0}, "0–0"),
    ],
)
def test_limits_are_said_with_their_sides(given: dict[str, Any], text: str) -> None:
    assert limits_text(limits(**given)) == text


def test_limits_name_their_laboratory() -> None:
    assert reference_text(limits(high=16.3), "ja") == "≤ 16.3, エスアール"


def test_borrowed_limits_are_said_to_be_borrowed() -> None:
    borrowed = reference_sentence(limits(high=16.3), a_series(unit="ng/mL"), "en")
    assert borrowed == (
        "Reference interval ≤ 16.3 ng/mL, borrowed from SRL; "
        "not the laboratory that measured the value"
    )


def test_own_limits_are_not_said_to_be_borrowed() -> None:
    own = reference_sentence(limits(high=16.3, is_own=True), a_series(unit="ng/mL"), "en")
    assert own == "Reference interval ≤ 16.3 ng/mL (SRL)"


def test_a_value_is_a_multiple_of_its_upper_limit() -> None:
    high = limits(high=16.3)
    assert multiple_text(169.9, high, 169.9) == "10.4 × limit"
    assert multiple_text(169.9, high, 169.9, is_long=True) == "10.4 × upper limit"
    assert multiple_text(5, limits(low=3), 5) == ""
    assert multiple_text(5, limits(high=0), 5) == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.9, ""),
        (1.0, "0.01 × limit"),
        (1.5, "0.015 × limit"),
        (4.9, "0.049 × limit"),
        (99.6, "1.0 × limit"),
    ],
)
def test_a_small_multiple_has_two_digits_or_is_not_told(value: float, words: str) -> None:
    assert multiple_text(value, limits(high=100.0), value) == words


def test_a_value_near_two_limits_is_no_multiple() -> None:
    potassium = limits(low=3.5, high=5.0)
    assert multiple_text(5.8, potassium, 5.8) == ""
    assert multiple_text(5.8, potassium, 12.6) == "1.2 × limit"
