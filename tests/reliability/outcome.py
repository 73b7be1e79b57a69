"""What became of many tries of one promise, and the table of all promises."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "build" / "reliability.json"


@dataclass(frozen=True)
class Outcome:
    """How often a promise was tried and broken, and how it was broken first."""

    tried: int
    failed: int
    first: str = ""


def counted(faults: Iterable[str]) -> Outcome:
    """Give the outcome of tries, each told by what was broken, "" where nothing was."""
    tried, failed, first = 0, 0, ""
    for fault in faults:
        tried += 1
        failed += bool(fault)
        first = first or fault
        if tried % 500 == 0:
            print(f"  … {tried} tried, {failed} failed", flush=True)
    return Outcome(tried, failed, first)


def record(promise: str, outcome: Outcome, *controls: Outcome) -> None:
    """Put a promise into the table; its controls are what must fail where the tries can."""
    control_failed = bool(controls) and all(control.failed for control in controls)
    row = {
        "promise": f"annotations: {promise}",
        "tried": outcome.tried,
        "failed": outcome.failed,
        "goal": 0,
        "met": outcome.tried > 0 and outcome.failed == 0 and control_failed,
        "control_failed": control_failed,
    }
    rows = {known["promise"]: known for known in rows_so_far()} | {row["promise"]: row}
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps([*rows.values()], indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"\n{line(row)}", flush=True)
    for control in controls:
        print(f"  control: {control.failed} of {control.tried} failed, first: {control.first}")
    assert row["met"], outcome.first or "a control did not fail"


def rows_so_far() -> list[dict[str, object]]:
    return json.loads(FILE.read_text("utf-8")) if FILE.is_file() else []


def line(row: dict[str, object]) -> str:
    met = "met" if row["met"] else "NOT MET"
    control = "control fails" if row["control_failed"] else "CONTROL DOES NOT FAIL"
    said = f"{row['failed']:>4} of {row['tried']:>6} failed"
    return f"{row['promise']:88} {said}   {met:8} {control}"
