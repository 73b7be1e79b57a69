"""A document opened in the Finder comes as an event to the application, and its case opens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFileOpenEvent
from viewer.app import window_parser
from viewer.session.settings import Settings
from viewer.ui.program import Program
from viewer.ui.start import application

app = application()
settings, when, case = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
tell = lambda: QCoreApplication.sendEvent(app, QFileOpenEvent(case))
if when == "before":
    assert tell()
program = Program(Settings(settings), window_parser().parse_args(sys.argv[4:]))
program.show()
if when == "after":
    program.window.opener.opened.connect(lambda opened: None if done(opened) else tell())
else:
    program.window.opener.opened.connect(lambda opened: done(opened))


def done(opened):
    print(opened.case.id, flush=True)
    if opened.path == Path(case):
        QTimer.singleShot(0, app.quit)
        return True
    return False


QTimer.singleShot(60_000, lambda: app.exit(3))
code = app.exec()
program.close()
sys.exit(code)
"""


def opened(tmp_path: Path, when: str, document: str, *arguments: str) -> list[str]:
    """Run the program, send it the event, and give the cases that it opened."""
    given = [str(tmp_path / "settings.ini"), when, str(ROOT / "cases" / document), *arguments]
    done = subprocess.run(
        [sys.executable, "-c", RUN, *given],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.split()


def test_a_document_that_starts_the_program_opens(tmp_path: Path) -> None:
    assert len(opened(tmp_path, "before", "insulinoma-tae")) == 1


def test_a_document_opens_in_a_window_that_shows_another(tmp_path: Path) -> None:
    first = str(ROOT / "cases" / "insulinoma-tae")
    ids = opened(tmp_path, "after", "synthetic-course", first)
    assert len(ids) == 2
    assert ids[0] != ids[1]
