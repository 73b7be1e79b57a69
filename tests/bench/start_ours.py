"""The program itself, from a fresh process until its case is painted and a key was answered.

Run as a script with a case, and with "annotations" where those beside it must have been painted,
too; the environment's BENCH_START is the clock before the process began.
It writes the seconds and, where the system tells it, the peak of memory.
"""

from __future__ import annotations

import sys
from pathlib import Path

from start_probe import Probe

CASE = Path(sys.argv[1])
NEEDS_ANNOTATIONS = sys.argv[2:] == ["annotations"]


def parts(window: object) -> list[object]:
    """Give what must have painted the case; nothing before it is open."""
    if window.session.opened is None:
        return []
    chart = [window.chart.timeline.viewport(), window.chart.plots.canvas.viewport()]
    if not NEEDS_ANNOTATIONS:
        return chart
    keeping = window.session.annotating.keeping
    return [*chart, window.chart.notes.strip] if keeping.read is not None else []


def is_answered(window: object) -> bool:
    return window.session.state.selection is not None


if __name__ == "__main__":
    Probe("session", parts, is_answered).install()
    from viewer.app import main

    main([str(CASE), "--size", "1600x1000", "--theme", "light", "--language", "en"])
