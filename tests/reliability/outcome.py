"""What became of many tries of one promise, and the table of all promises."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "build" / "reliability.json"

STRACE: Final = "needs strace, on Linux: sudo apt-get install strace"
MOUNTS: Final = "needs root, who alone can mount a drive"
LEFT_OUT: Final = "was not asked for, or cannot be tried on this system"
PROMISES: Final = {
    "an acknowledged edit survives kill -9": "",
    "an acknowledged edit survives a power cut": STRACE,
    "a failed write, open, sync, unlink … is told or harmless": STRACE,
    "a short write is told or harmless": "",
    "a full disk of 256 KB is told and loses nothing": MOUNTS,
    "a destroyed sector costs at most 3 of 1,000 notes": "",
    "a flipped bit is never unnoticed": "",
    "a truncation costs only the tail": "",
    "what is damaged is set aside and never deleted": "",
    "a read-only or vanished folder is told of": "",
    "a drive that is pulled is told of": MOUNTS,
    "a clock that goes backwards changes nothing": "",
    "a lone surrogate or a bidi override costs no note": "",
    "10,000 annotations are all there": "",
    "two or three windows, never two writers to a journal": "",
    "another computer that holds a journal is named, not ignored": "",
    "one author on two synchronised computers loses nothing": "",
}
"""Every promise, and what its tries need; one without tries is not met, and says so."""

Row = dict[str, object]


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
    assert promise in PROMISES
    control_failed = bool(controls) and all(control.failed for control in controls)
    row = _row(promise, outcome) | {
        "met": outcome.tried > 0 and outcome.failed == 0 and control_failed,
        "control_failed": control_failed,
    }
    _put([row])
    print(f"\n{line(row)}", flush=True)
    for control in controls:
        print(f"  control: {control.failed} of {control.tried} failed, first: {control.first}")
    assert row["met"], outcome.first or "a control did not fail"


def record_what_was_not_tried(lacking: Collection[str]) -> None:
    """Put every promise into the table that is not there, with what was lacking."""
    there = {row["promise"] for row in rows_so_far()}
    rows = [
        _row(promise, Outcome(0, 0)) | {"not_tried": needs if needs in lacking else LEFT_OUT}
        for promise, needs in PROMISES.items()
    ]
    _put(row for row in rows if row["promise"] not in there)


def _row(promise: str, outcome: Outcome) -> Row:
    return {
        "promise": f"annotations: {promise}",
        "tried": outcome.tried,
        "failed": outcome.failed,
        "goal": 0,
        "met": False,
        "control_failed": False,
    }


def _put(new: Iterable[Row]) -> None:
    rows = {row["promise"]: row for row in (*rows_so_far(), *new)}
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps([*rows.values()], indent=1, ensure_ascii=False) + "\n", "utf-8")


def rows_so_far() -> list[Row]:
    return json.loads(FILE.read_text("utf-8")) if FILE.is_file() else []


def line(row: Row) -> str:
    if "not_tried" in row:
        return f"{row['promise']:88} {'NOT TRIED':>21}   {'NOT MET':8} {row['not_tried']}"
    met = "met" if row["met"] else "NOT MET"
    control = "control fails" if row["control_failed"] else "CONTROL DOES NOT FAIL"
    said = f"{row['failed']:>4} of {row['tried']:>6} failed"
    return f"{row['promise']:88} {said}   {met:8} {control}"
