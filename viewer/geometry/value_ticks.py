"""Round numbers on an axis of values, in the reported unit or in another one.

All of them lie on the axis, in order, and are at least two where it shows more than one number.
They are counted in whole steps and written as decimals, so that no rounding adds up.
"""

import math
import sys

LARGEST = sys.float_info.max
STEPS = 4
"""A linear axis is ticked in about so many steps."""
MOST_DECADES = 5
"""A log axis ticks no more powers of ten than about this."""

_TENTHS = (10, 20, 25, 50, 100)
"""The steps that count as round, in tenths of a power of ten."""
_FINEST = 1e-9
"""Ends that differ by less than this share have no round numbers between them to speak of."""


def round_ticks(
    low: float, high: float, per_unit: float = 1.0, steps: int = STEPS
) -> tuple[float, ...]:
    """Give values from `low` to `high`, about `steps` apart, that are round in a unit.

    That unit is one of which `per_unit` make one of the values' own.
    """
    shown = _in_unit(low, per_unit), _in_unit(high, per_unit)
    return _back(_round_numbers(*shown, steps), per_unit, low, high)


def log_ticks(low: float, high: float, per_unit: float = 1.0) -> tuple[float, ...]:
    """Give powers of ten from `low` to `high`, both above 0; where they are few, 1, 2 and 5."""
    shown = _in_unit(low, per_unit), _in_unit(high, per_unit)
    first, last = math.floor(math.log10(shown[0])), math.ceil(math.log10(shown[1]))
    each = math.ceil(max(last - first, 1) / MOST_DECADES)
    powers = [n for n in range(first, last + 1) if n % each == 0]
    for parts, exponents in (((1,), powers), ((1, 2, 5), range(first, last + 1))):
        numbers = [float(f"{part}e{n}") for n in exponents for part in parts]
        found = [number for number in numbers if shown[0] <= number <= shown[1]]
        if len(found) > 1:
            return _back(tuple(found), per_unit, low, high)
    return round_ticks(low, high, per_unit)


def _in_unit(value: float, per_unit: float) -> float:
    return min(max(value * per_unit, -LARGEST), LARGEST)


def _back(
    numbers: tuple[float, ...], per_unit: float, low: float, high: float
) -> tuple[float, ...]:
    """Give the values of these numbers; those at the ends are kept from falling off them."""
    values = (min(max(number / per_unit, low), high) for number in numbers)
    return tuple(sorted(set(values)))


def _round_numbers(low: float, high: float, steps: int) -> tuple[float, ...]:
    size = max(abs(low), abs(high))
    # Neither the span nor a step may leave the numbers that there are.
    lift = -20 if size > 1e280 else 20 if size < 1e-280 else 0
    bottom, top = low * 10.0**lift, high * 10.0**lift
    span = top - bottom
    if not span > _FINEST * size * 10.0**lift:
        return (low, high) if low < high else (low,)
    exponent = math.floor(math.log10(span / steps))
    wanted = span / steps / 10.0**exponent * (1 - 1e-12)
    tenths = next((t for t in _TENTHS if t / 10 >= wanted), _TENTHS[-1])
    step = tenths * 10.0 ** (exponent - 1)
    counts = range(math.ceil(bottom / step - 0.5), math.floor(top / step + 0.5) + 1)
    numbers = (float(f"{n * tenths}e{exponent - 1 - lift}") for n in counts)
    return tuple(number for number in numbers if low <= number <= high)
