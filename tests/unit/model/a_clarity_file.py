"""The public Clarity export as readings, where it lies beside the project."""

from __future__ import annotations

import csv
import math
from datetime import datetime
from pathlib import Path

import pytest

from viewer.model.figures import Mark
from viewer.model.readings import Readings, readings_from_arrays

CLARITY = Path(__file__).resolve().parents[4] / "shared" / "data" / "cgm" / "dexcom-clarity.csv"


def clarity_readings(low_as: float | None = None) -> Readings:
    """Its sensor values, counted from the midnight before the first; skips where it is missing."""
    if not CLARITY.exists():
        pytest.skip("the public sample data do not lie beside the project")
    with CLARITY.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if row[2] == "EGV"]
    stamps = [datetime.fromisoformat(row[1]) for row in rows]
    midnight = stamps[0].replace(hour=0, minute=0, second=0)
    days = [(stamp - midnight).total_seconds() / 86_400 for stamp in stamps]
    values = [math.nan if row[7] == "Low" else float(row[7]) for row in rows]
    marks = [Mark.LOW if row[7] == "Low" else Mark.NUMBER for row in rows]
    return readings_from_arrays(days, values, "mg/dL", marks=marks, low_as=low_as)
