"""A large made-up case for measuring: long series beside case.json, many events in many lanes.

The same arguments give the same files, byte for byte. Nothing in it is of a patient.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SYNTHETIC = {"kind": "synthetic"}
MISSING_SHARE = 0.01
"""About so many of the samples are NaN, most of them in long stretches."""
SPIKES = 40
"""So many samples of each series stand far out of the others, some of them beside a NaN."""
KINDS = (
    "drug",
    "procedure",
    "diagnostic",
    "symptom",
    "complication",
    "encounter",
    "nutrition",
    "response",
)


class _Kind(NamedTuple):
    """What a made-up series measures, and about which level it moves."""

    title: str
    analyte: str
    unit: str
    level: float
    swing: float
    limits: tuple[float, float] | None


MEASURED = (
    _Kind("Glucose, sensor", "glucose", "mg/dL", 110.0, 30.0, None),
    _Kind("Heart rate", "heart-rate", "1/min", 74.0, 9.0, (50.0, 100.0)),
    _Kind("Oxygen saturation", "oxygen-saturation", "%", 96.0, 1.0, (94.0, 100.0)),
    _Kind("Mean arterial pressure", "mean-arterial-pressure", "mmHg", 88.0, 8.0, (70.0, 105.0)),
    _Kind("Temperature", "temperature", "°C", 36.8, 0.3, (36.0, 37.5)),
    _Kind("Respiratory rate", "respiratory-rate", "1/min", 15.0, 2.0, (12.0, 20.0)),
)


def write_large_case(
    folder: Path,
    samples_per_series: int = 5_000_000,
    series: int = 6,
    events: int = 100_000,
    lanes: int = 30,
    days: int = 36_500,
    seed: int = 1,
) -> Path:
    """Write a made-up case of that size into a folder, which is made; give the folder.

    Every second series has its days beside its values (a float64 array of two rows), with whole
    stretches left out; the others are sampled regularly (float32), with NaN for what is missing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(seed)
    lane_ids = [f"lane-{number:02}" for number in range(lanes)]
    case = {
        "format": "dayline-case/1",
        "id": "large-synthetic",
        "title": "Large synthetic case",
        "subject": {"is_synthetic": True},
        "day_zero": {"text": "A made-up day from which this synthetic case is counted."},
        "lanes": [
            {"id": id_, "title": f"Lane {number + 1}", "kind": KINDS[number % len(KINDS)]}
            for number, id_ in enumerate(lane_ids)
        ],
        "events": _events(random, events, lane_ids, days),
        "series": [
            _series(folder, random, number, samples_per_series, days) for number in range(series)
        ],
    }
    (folder / "case.json").write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    return folder


# --- series -------------------------------------------------------------------------------


def _series(
    folder: Path, random: np.random.Generator, number: int, count: int, days: int
) -> dict[str, Any]:
    kind = MEASURED[number % len(MEASURED)]
    every, file = days / max(count, 1), f"series-{number + 1}.npy"
    values = _values(random, kind, count)
    samples: dict[str, Any] = {"file": file, "evidence": SYNTHETIC}
    if number % 2:
        at = np.arange(count) * every
        is_kept = ~np.isnan(values)
        is_kept[:: max(count // 500, 1)] = True  # some lone NaN stay
        np.save(folder / file, np.stack((at[is_kept], values[is_kept])))
    else:
        np.save(folder / file, values.astype(np.float32))
        samples |= {"start": 0.0, "every_days": every}
    plain: dict[str, Any] = {
        "id": f"series-{number + 1}",
        "title": f"{kind.title} (synthetic)",
        "short": kind.title,
        "analyte": kind.analyte,
        "unit": kind.unit,
        "samples": samples,
        "gap_days": 3 * every,
    }
    if kind.limits is not None:
        low, high = kind.limits
        reference = {"low": low, "high": high, "laboratory": "made up"}
        plain["references"] = [reference]
    return plain


def _values(random: np.random.Generator, kind: _Kind, count: int) -> Floats:
    """Give a slow swing with noise, some spikes and some missing values."""
    at = np.arange(count, dtype=np.float64)
    slow = np.sin(at * (2 * np.pi * 7 / max(count, 1))) + 0.6 * np.sin(at * 0.0437)
    values = kind.level + kind.swing * (0.5 * slow + 0.4 * random.standard_normal(count))
    spikes = random.integers(0, max(count, 1), SPIKES if count else 0)
    values[spikes] = kind.level + kind.swing * random.choice((-3.2, 4.5), len(spikes))
    for _ in range(20):
        length = int(count * MISSING_SHARE / 20)
        first = int(random.integers(0, max(count - length, 1)))
        values[first : first + length] = np.nan
    beside = spikes[::4] + 1
    values[beside[beside < count]] = np.nan
    return np.round(values, 3)


# --- events -------------------------------------------------------------------------------


def _events(
    random: np.random.Generator, count: int, lanes: list[str], days: int
) -> list[dict[str, Any]]:
    """Give points and periods in the order of their days, two of three of them points."""
    starts = np.sort(random.integers(0, days, count)).tolist()
    lengths = np.minimum(random.geometric(0.05, count), 200).tolist()
    is_period = (random.random(count) < 1 / 3).tolist()
    rows = random.integers(0, max(len(lanes), 1), count).tolist()
    found = []
    for number, (start, length, row) in enumerate(zip(starts, lengths, rows, strict=True)):
        when: dict[str, Any] = {"day": start}
        if is_period[number]:
            when = {"start": when, "end": {"day": min(start + length, days)}}
        found.append(
            {
                "id": f"event-{number + 1}",
                "lane": lanes[row],
                "title": f"Event {number + 1}",
                "when": when,
                "evidence": SYNTHETIC,
            }
        )
    return found
