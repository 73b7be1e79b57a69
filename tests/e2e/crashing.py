"""The program as another process that types and is killed: CASE, SETTINGS, TEXT."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.e2e.measuring_hand import press
from viewer.app import window_parser
from viewer.session.settings import Settings
from viewer.ui.program import Program
from viewer.ui.start import application


def main(case: str, settings: str, text: str) -> None:
    """Begin a note, type, say so, and go on for ever."""
    app = application()
    options = window_parser().parse_args(["--language", "en", "--size", "1600x1000", case])
    program = Program(Settings(Path(settings)), options)
    program.show()
    while program.window.session.opened is None or not _is_read(program):
        app.processEvents()
    program.window.activateWindow()
    press(program.window, "N")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)
    print("typed", flush=True)
    app.exec()


def _is_read(program: Program) -> bool:
    keeping = program.window.session.annotating.keeping
    return keeping is not None and keeping.read is not None


if __name__ == "__main__":
    main(*sys.argv[1:])
