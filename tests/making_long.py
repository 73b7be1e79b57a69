"""A case as long as one can get: a hundred thousand events over a century, made up by a seed."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

KINDS = ("drug", "procedure", "diagnostic", "symptom", "encounter", "complication")
DAYS = 36_500
LONGEST_DAYS = 300


def _when(chance: random.Random) -> dict[str, Any]:
    """One half exact days, a third periods, the rest imprecise, without an end or by the hour."""
    start = chance.randrange(DAYS - LONGEST_DAYS)
    end = start + chance.randrange(1, LONGEST_DAYS)
    kind = chance.random()
    if kind < 0.5:
        return {"day": start}
    if kind < 0.83:
        return {"start": {"day": start}, "end": {"day": end}}
    if kind < 0.84:
        return {"start": {"day": start}, "end": chance.choice(["open", "unknown"])}
    if kind < 0.90:
        return {"earliest": start, "latest": end}
    if kind < 0.95:
        return {"start": {"earliest": start, "latest": start + 3}, "end": {"day": start + 9}}
    return {"day": start + 0.5, "precision": "hour"}


def _event(number: int, lanes: int, chance: random.Random) -> dict[str, Any]:
    event: dict[str, Any] = {
        "id": f"event-{number}",
        "lane": f"lane-{chance.randrange(lanes)}",
        "title": {"en": f"Made up {number % 2000}", "ja": f"作成例 {number % 2000}"},
        "when": _when(chance),
        "evidence": {"kind": chance.choice(["reported", "derived", "inferred", "synthetic"])},
    }
    if chance.random() < 0.1:
        sign = chance.choice(["effective", "not_effective", "stopped"])
        event["outcome"] = {"sign": sign, "text": {"en": "Noted", "ja": "記載あり"}}
    if chance.random() < 0.05:
        event["details"] = [{"label": "Dose", "text": f"{number % 7 + 1} mg"}]
    return event


def long_case(events: int = 100_000, lanes: int = 30, seed: int = 20_260_101) -> dict[str, Any]:
    """A raw case of so many events, the same for the same seed."""
    chance = random.Random(seed)
    return {
        "format": "dayline-case/1",
        "id": "long",
        "title": "A long course, made up",
        "subject": {"sex": "female", "is_synthetic": True},
        "day_zero": {"text": "A made-up day."},
        "sources": [{"id": "made-up", "title": "Made up by a program"}],
        "lanes": [
            {"id": f"lane-{n}", "title": f"Lane {n}", "kind": KINDS[n % len(KINDS)]}
            for n in range(lanes)
        ],
        "events": [_event(number, lanes, chance) for number in range(events)],
    }


def write_long_case(folder: Path, **more: int) -> Path:
    """Write the case; give its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(long_case(**more), ensure_ascii=False)
    (folder / "case.json").write_text(text, "utf-8")
    return folder
