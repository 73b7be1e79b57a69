"""Measure how the bundle starts: against the same from source, and a bare window of Qt.

Each is a fresh process that draws a window of one size into a picture and ends; the program with
the first case in it. They take turns, and the quickest start of each is compared, since whatever
else the machine does only ever adds to one, and the medians of the peaks of their memory. Standard
library only; Linux and macOS.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from checking import Checks
from make_bundle import environment
from release import MIB, ROOT, BuildError, built_bundle

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
    """Give the least seconds and the median of the MiB of each; the first start does not count."""
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
        name: (min(took for took, _ in all_), median(peak for _, peak in all_))
        for name, all_ in found.items()
    }


def main() -> int:
    """Measure and print; 1 where the goal is not met."""
    checks = Checks("start")
    try:
        found = measured()
    except BuildError as problem:
        checks.holds("the program starts", False, str(problem))
        return checks.finish()
    for number, (what, unit) in enumerate((("start", "s"), ("memory", "MiB"))):
        for other in ("source", "bare"):
            ours, theirs = found["bundle"][number], found[other][number]
            is_met = (what, other) != ("start", "source") or ours / theirs <= GOAL
            said = f"{ours / theirs:.2f}: {ours:.2f} / {theirs:.2f} {unit}"
            checks.holds(f"{what} of the bundle / {other}", is_met, said)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
