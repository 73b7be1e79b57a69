"""Two hundred days of a glucose sensor: meals, nights, attacks that end and come back."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from making.facts import (
    EMBOLISATION,
    FAST_BEGINS,
    FAST_ENDS,
    FREE_OF_ATTACKS,
    LAST_DAY,
    LOWEST_SHOWN,
    RELAPSE,
)

A_DAY = 288
"""Values a day, one every five minutes."""
MEALS = ((7.5, 52), (12.5, 60), (18.75, 64))
"""Hour, and how far the glucose rises (mg/dL)."""
SENSOR_LIFE = 14
WARMING_UP = 2 / 24
"""Days from a new sensor to its first value."""
SILENT = ((41.2, 42.6), (88.4, 90.1), (151.3, 152.0))
"""Sensors that came off (days)."""
DEEPEST_NIGHTS = (11, 24, 181)
"""Nights whose lowest values the sensor only calls "Low"."""
EMBOLISED_AT = EMBOLISATION + 10.5 / 24
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Sensor:
    """What the sensor gave."""

    values: NDArray[np.float32]
    """Every five minutes from day 0 (mg/dL); NaN where there is none."""
    lows: tuple[float, ...]
    """Moments of its word "Low" (days)."""


def sensor() -> Sensor:
    """Make up the whole course; days 0 to the last, each whole."""
    chance = np.random.RandomState(2001)
    days = np.arange((LAST_DAY + 1) * A_DAY) / A_DAY
    values = 93 + _meals(days, chance) + _wander(len(days), chance)
    values -= 5 * np.cos((days % 1 - 0.15) * 2 * np.pi)  # lowest before the morning
    is_quiet = (days >= FREE_OF_ATTACKS[0]) & (days < FREE_OF_ATTACKS[1] + 1)
    values += 34 * np.clip((FREE_OF_ATTACKS[0] + 1 - days) / 1.5, 0, 1) * (days > EMBOLISED_AT)
    for attack in _attacks(chance):
        _press_down(days, values, *attack)
    _fast(days, values, chance)
    values = np.where(is_quiet, np.maximum(values, 74), values)
    values = np.rint(np.clip(values, 34, 260))
    values[_is_silent(days)] = np.nan
    is_low = values < LOWEST_SHOWN
    values[is_low] = np.nan
    return Sensor(values.astype(np.float32), tuple(days[is_low]))


def _meals(days: Floats, chance: np.random.RandomState) -> Floats:
    """Rise within three quarters of an hour, and fall over two hours."""
    rise = np.zeros_like(days)
    curve_h = np.arange(0, 5, 24 / A_DAY)
    curve = (curve_h / 0.75) * np.exp(1 - curve_h / 0.75)
    for day in range(LAST_DAY + 1):
        for hour, height in MEALS:
            late = chance.standard_normal() * 0.4
            if FAST_BEGINS < day + hour / 24 < FAST_ENDS:
                continue
            at = round((day + (hour + late) / 24) * A_DAY)
            part = rise[at : at + len(curve)]
            part += (curve * height * (0.75 + 0.5 * chance.random_sample()))[: len(part)]
    return rise


def _wander(count: int, chance: np.random.RandomState) -> Floats:
    """Give the slow wandering that neighbouring values share (mg/dL)."""
    kernel = np.exp(-np.arange(60) / 14)
    steps = chance.standard_normal(count + len(kernel) - 1)
    return np.convolve(steps, kernel, "valid") * (5.5 / np.sqrt((kernel**2).sum()))


def _attacks(chance: np.random.RandomState) -> list[tuple[float, float, float]]:
    """Give the attacks: middle (days), half length (hours), lowest value (mg/dL)."""
    found = []
    for day in range(LAST_DAY + 1):
        depth = _depth(day)
        if depth is None or int(FAST_BEGINS) <= day <= int(FAST_ENDS):
            continue
        usual = max(depth + 6 * chance.standard_normal(), 42)
        lowest = 32.0 if day in DEEPEST_NIGHTS else usual
        middle = day + (3.6 + 0.9 * chance.standard_normal()) / 24
        half_h = 1.1 + 0.7 * chance.random_sample()
        found.append((middle, 0.6 if day in DEEPEST_NIGHTS else half_h, lowest))
        if chance.random_sample() < 0.45 and depth < 58:  # before lunch or supper as well
            hour = 11.3 if chance.random_sample() < 0.5 else 17.4
            found.append((day + hour / 24, 0.7, max(usual + 7, 46)))
    return found


def _depth(day: int) -> float | None:
    """Give the usual lowest value of a day's attack; None for a day without one (mg/dL)."""
    if day < EMBOLISATION:
        return 50 if day > 8 else 53
    if day < RELAPSE:
        return None
    back = day - RELAPSE  # creeping down, a little better after the second line
    return 66 - back * 0.45 if back < 34 else 50 + (back - 34) * 0.5


def _press_down(days: Floats, values: Floats, middle: float, half_h: float, lowest: float) -> None:
    """Lower the curve to an attack's lowest value; what is given for it lifts it above normal."""
    near = slice(*np.searchsorted(days, [middle - 0.3, middle + 0.3]))
    hours = (days[near] - middle) * 24
    depth = 1 / (1 + np.exp(-(hours + half_h) * 4)) / (1 + np.exp((hours - half_h) * 6))
    part = values[near]
    part += depth * (lowest + (part - 93) * 0.12 - part)
    after = hours - half_h - 0.4
    part += np.where(after > 0, 42 * (after / 0.5) * np.exp(1 - after / 0.5), 0)


def _fast(days: Floats, values: Floats, chance: np.random.RandomState) -> None:
    """Let the glucose fall during the fast, and rise with what ended it."""
    begin, end = np.searchsorted(days, [FAST_BEGINS, FAST_ENDS])
    falling = np.linspace(92, 44, end - begin) + 2 * chance.standard_normal(end - begin)
    falling += 90 * np.exp(-(days[begin:end] - FAST_BEGINS) / 0.05)  # the last meal wears off
    values[begin:end] = np.minimum(values[begin:end], falling)
    since = np.arange(36) / 12 / 0.7
    relief = 44 + 108 * since * np.exp(1 - since)
    after = values[end : end + 36]
    after[:] = np.where(since < 1, relief, np.maximum(after, relief))


def _is_silent(days: Floats) -> NDArray[np.bool_]:
    """Tell where no sensor was worn, or none had warmed up."""
    silent = (days % SENSOR_LIFE) < WARMING_UP
    for start, end in SILENT:
        silent |= (days >= start) & (days < end)
    return silent
