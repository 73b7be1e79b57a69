"""The stage and the console find their screens, whatever is plugged and unplugged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.presenting_hand import on_screens

BEGINNING = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from viewer.app import present_parser
from viewer.session.settings import Settings
from viewer.ui.program import Program
from viewer.ui.start import application

app = application()
options = present_parser().parse_args([sys.argv[1], "--language", "en"])
program = Program(Settings(Path(sys.argv[2])), options)
program.show()
while program.window.present.presenting is None:
    QTest.qWait(20)
show, window = program.window.present.presenting, program.window
screens = {screen.name(): screen for screen in QGuiApplication.screens()}

def tell():
    QTest.qWait(100)
    places = []
    for one in (show.stage, show.console):
        fills = one.isVisible() and one.isFullScreen() and one.geometry() == one.screen().geometry()
        places.append(one.screen().name() if fills else "none")
    print(*places, flush=True)

def unplug(name):
    app.screenRemoved.emit(screens[name])
    tell()

def plug(name):
    app.screenAdded.emit(screens[name])
    tell()

tell()
"""
ENDING = """
QTest.keyClick(show.stage, Qt.Key.Key_PageDown)
print(show.talk.index)
QTest.keyClick(show.stage, Qt.Key.Key_Escape)
app.screenAdded.emit(screens["two"])  # nobody minds any longer
program.close()
"""
THREE = {"one": (1600, 1000), "two": (1280, 720), "three": (1920, 1080)}
TWO = {"one": (1600, 1000), "two": (1280, 720)}
Run = Callable[[dict[str, tuple[int, int]], str], list[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Give what begins a talk, does something with the screens, steps once and ends it."""

    def run_one(sizes: dict[str, tuple[int, int]], middle: str) -> list[str]:
        return on_screens(tmp_path, sizes, BEGINNING + middle + ENDING)

    return run_one


@pytest.mark.parametrize(
    ("sizes", "gone", "places"),
    [
        # The stage's; the console's; one that has neither; all but one.
        (THREE, ["three"], ["three one", "two one"]),
        (THREE, ["one"], ["three one", "three two"]),
        (THREE, ["two"], ["three one", "three one"]),
        (THREE, ["one", "three"], ["three one", "three two", "two none"]),
        (TWO, ["one"], ["two one", "two none"]),
    ],
)
def test_what_loses_its_screen_goes_to_another(
    run: Run, sizes: dict[str, tuple[int, int]], gone: list[str], places: list[str]
) -> None:
    told = run(sizes, "".join(f"unplug({name!r})\n" for name in gone))
    assert told[: len(places)] == places
    assert told[len(places)] == "1"


@pytest.mark.parametrize("name", ["one", "two"])
def test_a_screen_that_comes_back_brings_the_console_back(run: Run, name: str) -> None:
    """Each is again where it was, above all the notes: not where the room sees them."""
    told = run(TWO, f"unplug({name!r})\nplug({name!r})\n")
    assert told[0] == told[2] == "two one"
    assert told[1].endswith(" none")
    assert told[3] == "1"
