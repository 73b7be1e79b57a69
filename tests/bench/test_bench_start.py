"""Starting: fresh processes in turn, ours with a case and a bare window with one plot."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.bench import cases, report
from tests.bench.annotated_case import annotated_copy
from viewer.paths import first_case

HERE = Path(__file__).parent
STARTS = 15
Start = dict[str, float]


def _started(script: str, *arguments: str | Path) -> Start:
    """Start a script in a fresh process; its modules are compiled already, as where installed."""
    environ = os.environ | {
        "PYTHONPATH": os.pathsep.join((str(report.ROOT), str(HERE))),
        "PYTHONPYCACHEPREFIX": str(report.BUILD / "bench" / "compiled"),
        "BENCH_START": str(time.monotonic()),
    }
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, HERE / script, *arguments],
        env=environ,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said: Start = json.loads(done.stdout)
    return said


def _in_turn(contenders: dict[str, tuple[str | Path, ...]]) -> dict[str, list[Start]]:
    for command in contenders.values():
        _started(*map(str, command))
    found: dict[str, list[Start]] = {name: [] for name in contenders}
    for _ in range(STARTS):
        for name, command in contenders.items():
            found[name].append(_started(*map(str, command)))
    return found


def _median(starts: list[Start], what: str) -> float:
    return median(start[what] for start in starts)


def test_start_against_a_bare_window() -> None:
    bare_and_ours = {"ours": ("start_ours.py", first_case()), "bare": ("start_bare.py",)}
    starts = _in_turn(bare_and_ours)
    plot = "bare PySide6 + pyqtgraph + pydantic window with one plot"
    ours, bare = (_median(starts[one], "answered") for one in ("ours", "bare"))
    name = f"start: insulinoma case painted and answering input / {plot}"
    note = f"{STARTS} fresh processes each"
    report.record(report.compared(name, ours, bare, 1.3, note))
    name = "start: peak memory with the insulinoma case / the same bare plot"
    if starts["ours"][0]["peak"] is None:
        report.record(report.left_out(name, 1.4, "this system does not tell a process's peak"))
        return
    ours, bare = (_median(starts[one], "peak") / 1024 for one in ("ours", "bare"))
    figure, note = round(ours / bare, 4), f"{ours:.0f} MiB / {bare:.0f} MiB"
    report.record(report.Row(name, figure, 1.4, ours / bare <= 1.4, note))


def test_start_with_many_samples() -> None:
    name = "start: case of 30 M samples opened to first paint / insulinoma case"
    if not cases.has_long_series():
        report.record(report.left_out(name, 3, "the format has no series in files yet"))
        return
    large = cases.written(samples_per_series=cases.MANY_SAMPLES, **cases.FEW_EVENTS)
    starts = _in_turn({"large": ("start_ours.py", large), "first": ("start_ours.py", first_case())})
    took = [_median(starts[one], "painted") for one in ("large", "first")]
    report.record(report.compared(name, *took, 3, f"{STARTS} fresh processes each"))


def test_start_with_many_annotations(tmp_path: Path) -> None:
    """From a fresh process until all are painted; opening in a running program is measured too."""
    annotated = annotated_copy(first_case(), tmp_path)
    starts = _in_turn(
        {
            "annotated": ("start_ours.py", annotated, "annotations"),
            "first": ("start_ours.py", first_case()),
        }
    )
    took = [_median(starts[one], "painted") for one in ("annotated", "first")]
    name = "annotating: program started on a case with 10,000 annotations / the same without"
    report.record(report.compared(name, *took, 3, f"{STARTS} fresh processes each"))
