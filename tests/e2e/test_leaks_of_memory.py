"""Painting loses no reference, and what is closed is gone: windows, and the whole program."""

import gc
import subprocess
import sys
import weakref
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.e2e.programs import a_program, show_opened
from tests.e2e.screen import settle
from tests.settling import catch_up
from viewer.paths import first_case
from viewer.ui.window import Window

REPAINTS = 1_000
RESIZES = 100
CYCLES = 200
MOST_GROWTH_MB = 20.0
ROOT = Path(__file__).parents[2]

OPENING = """
import contextlib
import ctypes
import gc
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent
from tests.settling import catch_up
from viewer.app import window_parser
from viewer.io.case_store import open_case
from viewer.paths import first_case
from viewer.session.session import Session
from viewer.session.settings import Settings
from viewer.ui.start import application, look_for
from viewer.ui.window import Window

app = application()
settings = Settings(Path(sys.argv[1]))
look = look_for(window_parser().parse_args(["--theme", "light"]), settings, "en")
opened = open_case(first_case())
times = int(sys.argv[2])

def opened_window():
    window = Window(Session(opened, "en"), look, settings)
    window.resize(1280, 800)
    window.show()
    return window
"""

REPAINT = """
def references_to_none(repaints):
    for _ in range(repaints):
        for view in views:
            view.repaint()
    catch_up()  # a panel that is built meanwhile holds some, and so does a job of the background
    while not window.session.annotating.is_idle:
        app.processEvents()
    gc.collect()
    return sys.getrefcount(None)

window = opened_window()
chart = window.chart
views = (chart.timeline.viewport(), chart.plots, chart.ruler, chart.ruler_below)
references_to_none(10)  # what is made once is made
before = references_to_none(10)
print(references_to_none(times) - before)
window.close()
"""

CYCLE = """
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
    window = opened_window()
    settle()
    window.close()
    window.deleteLater()
    del window
    settle()

for _ in range(20):
    cycle()
gc.collect()
before = resident_mb()
for _ in range(times):
    cycle()
gc.collect()
windows = [w for w in app.topLevelWidgets() if isinstance(w, Window)]
print(resident_mb() - before, len(windows))
"""


def printed(program: str, folder: Path, times: int) -> list[str]:
    """Give what a program prints in a process of its own, where no other test left anything."""
    done = subprocess.run(
        [sys.executable, "-c", OPENING + program, str(folder / "settings.ini"), str(times)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.split()


def test_repainting_leaves_the_references_to_none_as_they_were(tmp_path: Path) -> None:
    (gained,) = printed(REPAINT, tmp_path, REPAINTS)
    assert abs(int(gained)) <= 5


def test_resizing_loses_no_reference_to_none(window: Window) -> None:
    # It gains some: Qt for Python takes five for every new pixmap that is painted on, and they
    # do no harm. Losing them ends the program.
    sizes = [(1600, 1000), (1450, 930)]
    for size in sizes:
        window.resize(*size)
        QApplication.processEvents()
    before = references_to_none(window)
    for number in range(RESIZES):
        window.resize(*sizes[number % 2])
        QApplication.processEvents()
    assert references_to_none(window) - before >= -5


def references_to_none(window: Window) -> int:
    """Count the references that are left, with nothing put off."""
    catch_up()
    while not window.session.annotating.is_idle:
        QApplication.processEvents()
    gc.collect()
    return sys.getrefcount(None)


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="reads memory from /proc")
def test_200_windows_come_and_go_without_a_crash_or_growing_memory(tmp_path: Path) -> None:
    growth_mb, left = printed(CYCLE, tmp_path, CYCLES - 20)
    assert int(left) == 0, "closed windows are still there"
    assert float(growth_mb) <= MOST_GROWTH_MB, f"{CYCLES} windows left {growth_mb} MB behind"


def test_a_program_that_is_closed_is_gone_with_its_window_and_session(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = a_program(first_case(), tmp_path / "settings.ini")
    show_opened(qtbot, program)
    held = (program, program.window, program.window.session)
    parts = [weakref.ref(one) for one in held]
    program.close()
    del program, held
    settle()
    gc.collect()
    assert [part() for part in parts] == [None, None, None]
