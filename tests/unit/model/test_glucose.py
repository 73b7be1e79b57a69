"""Levels of low glucose, as DOMAIN.md section 3 has them."""

from __future__ import annotations

from typing import Any

import pytest

from viewer.model.glucose import band_limits, glucose_level, level_limits, level_of
from viewer.model.part import Evidence
from viewer.model.series import Measurement
from viewer.model.time import Instant
from viewer.model.units import conversion


@pytest.mark.parametrize(
    ("value", "unit", "level"),
    [
        (20, "mg/dL", 2),
        (53.9, "mg/dL", 2),
        (54, "mg/dL", 1),
        (69.9, "mg/dL", 1),
        (70, "mg/dL", 0),
        (250, "mg/dL", 0),
        (2.9, "mmol/L", 2),
        (2.997, "mmol/L", 2),
        (3.0, "mmol/L", 1),
        (3.8, "mmol/L", 1),
        (3.9, "mmol/L", 0),
        (54, "MG/DL", 1),
    ],
)
def test_level_in_the_unit_of_measurement(value: float, unit: str, level: int) -> None:
    assert glucose_level(value, unit) == level


def test_the_trap_of_the_converted_value() -> None:
    """54 mg/dL is 2.997 mmol/L: level 1 as measured, level 2 if it were converted first."""
    way = conversion("glucose", "mg/dL")
    assert way is not None
    assert glucose_level(54, "mg/dL") == 1
    assert glucose_level(way.apply(54), way.unit) == 2


def test_a_unit_without_limits_has_no_level() -> None:
    assert level_limits("g/L") is None
    with pytest.raises(ValueError, match="g/L"):
        glucose_level(0.54, "g/L")


def test_the_limits_of_the_bands_in_each_unit() -> None:
    assert band_limits("mg/dL") == (54.0, 70.0, 180.0, 250.0)
    assert band_limits("mmol/L") == (3.0, 3.9, 10.0, 13.9)
    assert band_limits("g/L") is None


def _point(**given: Any) -> Measurement:
    return Measurement(when=Instant(day=0.0), evidence=Evidence(kind="reported"), **given)


@pytest.mark.parametrize(
    ("comparator", "value", "level"),
    [
        (None, 54.0, 1),
        ("<", 54.0, 2),
        ("<=", 54.0, None),
        ("<=", 53.0, 2),
        ("<", 60.0, None),
        (">", 60.0, None),
        (">", 70.0, 0),
        (">=", 400.0, 0),
    ],
)
def test_a_comparator_may_leave_the_level_open(
    comparator: Any, value: float, level: int | None
) -> None:
    assert level_of(_point(value=value, comparator=comparator), "mg/dL") == level


def test_a_word_or_a_strange_unit_has_no_level() -> None:
    assert level_of(_point(word="Low"), "mg/dL") is None
    assert level_of(_point(value=1.0), "g/L") is None
