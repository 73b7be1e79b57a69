"""The conversion table of DOMAIN.md section 4."""

from __future__ import annotations

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
