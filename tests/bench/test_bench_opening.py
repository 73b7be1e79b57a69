"""How long a long case takes to be opened and checked, beside reading its JSON and no more."""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from tests.making_long import write_long_case
from viewer.io.case_store import open_case

pytestmark = pytest.mark.bench

NAME = "chart: 100,000 events opened and checked / json.loads"
GOAL = 3.0
ROUNDS = 9
EVENTS = 100_000


def _seconds(work: Callable[[], object]) -> float:
    """Give the time of one go; what it made is thrown away, and looked through, untimed."""
    gc.collect()
    started = time.perf_counter()
    made = work()
    seconds = time.perf_counter() - started
    del made
    return seconds


def opening_ratio(folder: Path) -> tuple[float, float]:
    """Give the median seconds of opening a case and of `json.loads` of its bytes, in turn."""
    raw = (folder / "case.json").read_bytes()
    opened = open_case(folder)
    assert len(opened.case.events) == EVENTS
    assert not opened.problems
    del opened
    ours, floor = [], []
    for _ in range(ROUNDS):
        ours.append(_seconds(lambda: open_case(folder)))
        floor.append(_seconds(lambda: json.loads(raw)))
    return median(ours), median(floor)


def test_opening(tmp_path: Path) -> None:
    ours, floor = opening_ratio(write_long_case(tmp_path / "long", events=EVENTS))
    print(f"\n{NAME}: {ours / floor:.2f} (goal {GOAL}; {ours * 1e3:.0f} / {floor * 1e3:.0f} ms)")
