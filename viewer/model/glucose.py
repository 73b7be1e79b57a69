"""Levels of low glucose and the bands of the consensus, told on the unit of measurement.

Level 1: below 70 mg/dL (3.9 mmol/L), level 2: below 54 mg/dL (3.0 mmol/L). International
Hypoglycaemia Study Group 2017; American Diabetes Association. The upper limits, 180 and 250 mg/dL
(10.0 and 13.9 mmol/L), are those of Battelino 2019.
"""

from typing import Literal, NamedTuple

from viewer.model.series import Measurement
from viewer.model.units import plain_unit

Level = Literal[0, 1, 2]


class LevelLimits(NamedTuple):
    """The values below which a level begins, in one unit."""

    level_1: float
    level_2: float


_LIMITS = {"mg/dl": LevelLimits(70.0, 54.0), "mmol/l": LevelLimits(3.9, 3.0)}

_HIGH_LIMITS = {"mg/dl": (180.0, 250.0), "mmol/l": (10.0, 13.9)}


class BandLimits(NamedTuple):
    """The limits between the five bands of the consensus, in one unit.

    The lower two belong to the band above them, the upper two to the band below: 70 and 180 mg/dL
    are both in range. So every value, whole or not, is in just one band.
    """

    level_2: float
    level_1: float
    high: float
    very_high: float


def level_limits(unit: str) -> LevelLimits | None:
    """Give the limits in a unit; None for a unit in which they are not defined."""
    return _LIMITS.get(plain_unit(unit))


def band_limits(unit: str) -> BandLimits | None:
    """Give the limits of the bands in a unit; None for a unit in which they are not defined."""
    low = level_limits(unit)
    if low is None:
        return None
    return BandLimits(low.level_2, low.level_1, *_HIGH_LIMITS[plain_unit(unit)])


def glucose_level(value: float, unit: str) -> Level:
    """Tell the level of a glucose value: 2, 1, or 0 where it is not low.

    The value is read in the unit it was measured in, never converted: 54 mg/dL is level 1, though
    it is 2.997 mmol/L. Raises ValueError for a unit without limits.
    """
    limits = level_limits(unit)
    if limits is None:
        raise ValueError(f"there are no glucose levels in {unit!r}")
    if value < limits.level_2:
        return 2
    return 1 if value < limits.level_1 else 0


def level_of(point: Measurement, unit: str) -> Level | None:
    """Tell the level of a measurement; None where a word, a comparator or the unit leaves it open.

    "< 54" is level 2 whatever the value was; "< 60" may be either level.
    """
    limits = level_limits(unit)
    if point.value is None or limits is None:
        return None
    if point.comparator is None:
        return glucose_level(point.value, unit)
    if point.comparator in {"<", "<="}:
        is_sure = point.value < limits.level_2
        is_sure |= point.comparator == "<" and point.value == limits.level_2
        return 2 if is_sure else None
    is_high = point.value >= limits.level_1
    return 0 if is_high else None
