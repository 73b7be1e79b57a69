"""The conversion table of DOMAIN.md section 4."""

from __future__ import annotations

import random

import pytest

from viewer.model.units import conversion, plain_analyte, plain_unit


@pytest.mark.parametrize(
    ("analyte", "unit", "value", "text", "factor"),
    [
        ("glucose", "mg/dL", 54.0, "3.00 mmol/L", "÷ 18.016"),
        ("glucose", "mmol/L", 3.0, "54 mg/dL", "× 18.016"),
        ("insulin", "µU/mL", 67.5, "405 pmol/L", "× 6.00"),
        ("insulin", "pmol/L", 405.0, "67.5 µU/mL", "÷ 6.00"),
        ("c-peptide", "ng/mL", 6.3, "2.09 nmol/L", "× 0.331"),
        ("C_peptide", "nmol/L", 2.0853, "6.3 ng/mL", "÷ 0.331"),
    ],
)
def test_conversion_names_its_factor(
    analyte: str, unit: str, value: float, text: str, factor: str
) -> None:
    way = conversion(analyte, unit)
    assert way is not None
    assert (way.text(value), way.factor_text) == (text, factor)


def test_54_is_not_exactly_3() -> None:
    way = conversion("glucose", "mg/dL")
    assert way is not None
    assert way.apply(54) == pytest.approx(2.99734, abs=1e-5)


@pytest.mark.parametrize("analyte", ["ca19-9", "nse", "dupan-2", "span-1"])
def test_what_has_no_conversion_has_none(analyte: str) -> None:
    assert conversion(analyte, "U/mL") is None


def test_spellings_are_made_equal() -> None:
    assert plain_unit("\u03bcU / mL") == plain_unit("\u00b5u/ml")
    assert plain_analyte("C Peptide") == plain_analyte("c-peptide")


def test_only_the_factor_of_insulin_is_approximate() -> None:
    found = [conversion("insulin", "µU/mL"), conversion("insulin", "pmol/L")]
    assert all(way is not None and way.is_approximate for way in found)
    sure = [conversion("glucose", "mg/dL"), conversion("c-peptide", "ng/mL")]
    assert not any(way is not None and way.is_approximate for way in sure)


@pytest.mark.parametrize(
    ("value", "text"), [(0.0, "0"), (-1.0, "−6"), (0.01, "0.06"), (1e20, "6e+20")]
)
def test_a_converted_number_is_never_rounded_to_nothing(value: float, text: str) -> None:
    way = conversion("insulin", "µU/mL")
    assert way is not None
    assert way.number_text(value) == text


def test_how_many_of_the_other_unit_one_is() -> None:
    for analyte, unit in (("glucose", "mg/dL"), ("insulin", "µU/mL")):
        way = conversion(analyte, unit)
        assert way is not None
        assert 54 * way.per_unit == pytest.approx(way.apply(54))


def test_any_value_goes_to_the_other_unit_and_back() -> None:
    chance = random.Random(3)
    pairs = [("glucose", "mg/dL"), ("insulin", "µU/mL"), ("c-peptide", "ng/mL")]
    for _ in range(2_000):
        analyte, unit = chance.choice(pairs)
        value = chance.choice([-1, 1]) * 10 ** chance.uniform(-12, 12)
        there = conversion(analyte, unit)
        assert there is not None
        back = conversion(analyte, there.unit)
        assert back is not None
        assert plain_unit(back.unit) == plain_unit(unit)
        other = there.apply(value)
        assert back.apply(other) == pytest.approx(value)
        assert (other > 0) is (value > 0)
        assert there.per_unit * back.per_unit == pytest.approx(1)
        text = there.number_text(value).replace("\N{MINUS SIGN}", "-")
        last_digit = 0.0 if "e" in text else 10.0 ** -len(text.partition(".")[2])
        assert float(text) == pytest.approx(other, rel=0.06, abs=0.51 * last_digit)
        assert (float(text) > 0) is (value > 0)
        assert float(text) != 0
        greater = value + abs(value) * chance.uniform(1e-6, 2)
        assert there.apply(greater) > other
