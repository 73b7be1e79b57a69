"""The real program on a case, opened and read to the end, as the tests of whole windows need it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.e2e.screen import settle
from viewer.app import window_parser
from viewer.session.settings import Settings
from viewer.ui.program import Program
from viewer.ui.window import Window

Opened = Callable[..., Program]
OpenWindow = Callable[..., Window]


def a_program(case: Path, settings: Path, *arguments: str) -> Program:
    """Make the program, light, in English and of one size unless `arguments` say otherwise."""
    given = ["--theme", "light", "--language", "en", "--size", "1600x1000", *arguments]
    return Program(Settings(settings), window_parser().parse_args([*given, str(case)]))


def show_opened(qtbot: QtBot, program: Program) -> Window:
    """Show its window, wait until it shows the case, and give the window."""
    program.show()
    window = program.window
    with qtbot.waitExposed(window):
        pass
    qtbot.waitUntil(lambda: window.session.opened is not None, timeout=20_000)
    window.activateWindow()
    settle()
    return window


def wait_read(qtbot: QtBot, window: Window) -> None:
    """Wait until the annotations of the case are read."""
    keeping = window.session.annotating.keeping
    assert keeping is not None
    qtbot.waitUntil(lambda: keeping.read is not None, timeout=20_000)
    settle()


def close_all(programs: list[Program]) -> None:
    """Close what a test has not closed itself, whatever is unsaved."""
    for program in programs:
        if isValid(program.window):  # a test may have closed it
            program.window.annotate._may_leave = True
            program.close()
    settle()
