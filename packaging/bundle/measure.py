"""Measure how the bundle starts: against the same from source, and a bare window of Qt.

Each is a fresh process that draws a window of one size into a picture and ends; the program with
the first case in it. They take turns, and the medians of their times and of the peaks of their
memory are compared. Standard library only; Linux and macOS.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from release import MIB, ROOT, WORK, BuildError, built_bundle

from build import environment

STARTS = 11
CASE = str(ROOT / "cases" / "insulinoma-tae")
GOAL = 1.1
"""The bundle may take so many times as long as the same from source."""
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.resize(1600, 1000)
window.show()
app.processEvents()
sys.exit(not window.grab().save(sys.argv[1], "PNG"))
"""


def contenders(folder: Path) -> dict[str, list[str]]:
    """Give the command of each."""
    python = str(environment())
    drawn = ["--screenshot", str(folder / "drawn.png"), CASE]
    return {
        "bundle": [str(built_bundle() / "dayline"), *drawn],
        "source": [python, "-m", "viewer.app", *drawn],
        "bare": [python, "-c", BARE, str(folder / "bare.png")],
    }


def start(command: Sequence[str], compiled: Path) -> tuple[float, float]:
    """Run one to its end; give its seconds and the peak of its memory in MiB.

    Raises BuildError where it fails.
    """
    environ = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(compiled),
    }
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # modules are compiled, as where installed
    null = subprocess.DEVNULL
    begun = time.monotonic()
    process = subprocess.Popen(command, env=environ, stdin=null, stdout=null, stderr=null)
    _, status, used = os.wait4(process.pid, 0)
    took = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BuildError(f"{command[0]} ended with {process.returncode}")
    return took, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / MIB


def measured() -> dict[str, tuple[float, float]]:
    """Give the medians of the seconds and the MiB of each, after one start that does not count."""
    with TemporaryDirectory(prefix="dayline-") as place:
        folder = Path(place)
        commands = contenders(folder)
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for number in range(STARTS + 1):
            for name, command in commands.items():
                one = start(command, folder / "compiled")
                if number:
                    found[name].append(one)
    return {
        name: (median(took for took, _ in all_), median(peak for _, peak in all_))
        for name, all_ in found.items()
    }


def main() -> int:
    """Measure and print; 1 where the goal is not met."""
    try:
        found = measured()
    except BuildError as problem:
        print(f"dayline: {problem}", file=sys.stderr)
        return 1
    rows = []
    for number, (what, unit) in enumerate((("start", "s"), ("memory", "MiB"))):
        for other in ("source", "bare"):
            ours, theirs = found["bundle"][number], found[other][number]
            rows.append((f"{what}: bundle / {other}", ours / theirs))
            print(f"  {rows[-1][0]:24} {ours / theirs:5.2f}   ({ours:.2f} / {theirs:.2f} {unit})")
    told = [{"name": name, "ratio": round(ratio, 3)} for name, ratio in rows]
    (WORK / "bundle-start.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    is_met = rows[0][1] <= GOAL
    print(f"  goal: start / source at most {GOAL}: {'met' if is_met else 'NOT MET'}")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
