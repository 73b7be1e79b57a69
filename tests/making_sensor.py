"""A glucose sensor's course, made up by a seed: nights with low glucose, a silent day, "Low"."""

from __future__ import annotations

import math
import random
from typing import Any

STEP_MINUTES = 5
SYNTHETIC = {"kind": "synthetic"}
SILENT_DAY = 3


def sensor_points(days: int = 16, seed: int = 7, first_day: int = 0) -> list[dict[str, Any]]:
    """Values every five minutes; each night falls below 70, every second one below 54."""
    chance = random.Random(seed)
    points = []
    for number in range(days * 288):
        day, minutes = divmod(number * STEP_MINUTES, 1440)
        if day == SILENT_DAY:
            continue
        value = 120 + 40 * math.sin(minutes / 1440 * 4 * math.pi) + chance.gauss(0, 4)
        if 180 <= minutes < 240:
            value = 40 + chance.random() * 8 if day % 2 else 58 + chance.random() * 8
        point: dict[str, Any] = {
            "when": {
                "day": round(first_day + day + minutes / 1440, 9),
                "precision": "minute",
            },
            "evidence": SYNTHETIC,
        }
        if day == 5 and 200 <= minutes < 215:
            point["word"] = "Low"
        else:
            point["value"] = round(value)
        points.append(point)
    return points


def sensor_parts(days: int = 16, is_midnight: bool = True, **more: Any) -> dict[str, Any]:
    """The parts of a raw case with one sensor series."""
    series = {
        "id": "cgm",
        "title": "Sensor glucose",
        "analyte": "glucose",
        "unit": "mg/dL",
        "points": sensor_points(days),
    }
    return {
        "subject": {"is_synthetic": True},
        "day_zero": {"text": "Midnight before the sensor was set", "is_midnight": is_midnight},
        "series": [series | more],
    }
