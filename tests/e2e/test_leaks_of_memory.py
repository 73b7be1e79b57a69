"""Painting loses no reference, and a window that is closed is gone."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.settling import catch_up
from viewer.ui.window import Window

REPAINTS = 1_000
RESIZES = 100
CYCLES = 200
MOST_GROWTH_MB = 20.0
ROOT = Path(__file__).parents[2]

CYCLE = """
import contextlib
import ctypes
import gc
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent
from viewer.app import window_parser
from viewer.io.case_store import open_case
from viewer.paths import first_case
from viewer.session.session import Session
from viewer.session.settings import Settings
from viewer.ui.start import application, look_for
from viewer.ui.window import Window

def resident_mb():
    # What the allocator keeps back for later is no leak; it comes and goes by chance.
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise SystemExit("no VmRSS")

def settle():
    app.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()

def cycle():
    session = Session(opened, "en")
    window = Window(session, look, settings)
    window.resize(1280, 800)
    window.show()
    settle()
    window.close()
    window.deleteLater()
    del window, session
    settle()

app = application()
settings = Settings(Path(sys.argv[1]))
look = look_for(window_parser().parse_args(["--theme", "light"]), settings, "en")
opened = open_case(first_case())
for _ in range(20):
    cycle()
gc.collect()
before = resident_mb()
for _ in range(int(sys.argv[2])):
    cycle()
gc.collect()
windows = [w for w in app.topLevelWidgets() if isinstance(w, Window)]
print(resident_mb() - before, len(windows))
"""


def test_repainting_leaves_the_references_to_none_as_they_were(window: Window) -> None:
    chart = window.chart
    views = (chart.timeline.viewport(), chart.plots, chart.ruler, chart.ruler_below)
    references_to_none(window, views, 10)  # what is made once is made
    gained: list[int] = []
    # What earlier tests have left may end meanwhile, once; repainting would gain or lose each time.
    while len(gained) < 3 and not any(abs(one) <= 5 for one in gained):
        before = references_to_none(window, views, 10)
        gained.append(references_to_none(window, views, REPAINTS) - before)
    assert min(map(abs, gained)) <= 5, gained


def test_resizing_loses_no_reference_to_none(window: Window) -> None:
    # It gains some: Qt for Python takes five for every new pixmap that is painted on, and they
    # do no harm. Losing them ends the program.
    sizes = [(1600, 1000), (1450, 930)]
    for size in sizes:
        window.resize(*size)
        QApplication.processEvents()
    before = references_to_none(window, (), 0)
    for number in range(RESIZES):
        window.resize(*sizes[number % 2])
        QApplication.processEvents()
    assert references_to_none(window, (), 0) - before >= -5


def references_to_none(window: Window, views: tuple[QWidget, ...], repaints: int) -> int:
    """Repaint views and count the references that are left, with nothing put off."""
    for _ in range(repaints):
        for view in views:
            view.repaint()
    catch_up()  # a panel that is built meanwhile holds some, and so does a job of the background
    while not window.session.annotating.is_idle:
        QApplication.processEvents()
    gc.collect()
    return sys.getrefcount(None)


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="reads memory from /proc")
def test_200_windows_come_and_go_without_a_crash_or_growing_memory(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CYCLE, str(tmp_path / "settings.ini"), str(CYCLES - 20)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    growth_mb, left = done.stdout.split()
    assert int(left) == 0, "closed windows are still there"
    assert float(growth_mb) <= MOST_GROWTH_MB, f"{CYCLES} windows left {growth_mb} MB behind"
