"""The real program on the shipped case, with settings of its own."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.e2e import twins
from tests.e2e.programs import (
    Opened,
    OpenWindow,
    a_program,
    close_all,
    show_opened,
    wait_read,
)
from tests.e2e.screen import settle
from tests.e2e.small_cases import OpenCase
from viewer.io.annotations.identity import IdentityFile
from viewer.paths import first_case
from viewer.ui.fonts import install_fonts
from viewer.ui.program import Program
from viewer.ui.start import application
from viewer.ui.window import Window

_kept: list[QApplication] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the platform without a screen say what it cannot do with a whole window."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """Dress the one application as the program does, whoever made it first."""
    is_known = QApplication.instance() is not None
    app = application()
    if is_known:
        app.setStyle("Fusion")
        install_fonts(app)
    _kept.append(app)
    return app


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenWindow]:
    """Open the shipped case as the command line does; close every window afterwards."""
    programs: list[Program] = []

    def open_one(*arguments: str, size: tuple[int, int] = (1600, 1000)) -> Window:
        settings = tmp_path / f"settings{len(programs)}.ini"
        wanted = (*arguments, "--size", f"{size[0]}x{size[1]}")
        programs.append(a_program(first_case(), settings, *wanted))
        window = show_opened(qtbot, programs[-1])
        assert (window.width(), window.height()) == size
        return window

    yield open_one
    QToolTip.hideText()
    for program in programs:
        program.close()
        program.window.deleteLater()
    settle()


@pytest.fixture
def window(open_window: OpenWindow) -> Window:
    """The window at 1600 by 1000 pixels."""
    return open_window()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A copy of the shipped case, beside which notes can lie."""
    return Path(shutil.copytree(first_case(), tmp_path / "case"))


@pytest.fixture
def open_on(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    """Run the program on a case, its annotations read; close every window afterwards."""
    programs: list[Program] = []

    def open_one(case: Path, *arguments: str) -> Program:
        program = a_program(case, tmp_path / f"settings{len(programs)}.ini", *arguments)
        programs.append(program)
        wait_read(qtbot, show_opened(qtbot, program))
        return program

    yield open_one
    close_all(programs)


@pytest.fixture
def opened(open_on: Opened, case: Path) -> Opened:
    """Run the program on the copy of the shipped case."""
    return partial(open_on, case)


@pytest.fixture
def ann(home: Path) -> str:
    """Somebody who has annotated here before; gives their id."""
    return IdentityFile().save("Ann").author.id


@pytest.fixture
def open_case(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenCase]:
    """Write a case of these parts and files, and run the program on it."""
    with ExitStack() as programs:

        def run(files: dict[str, bytes] | None = None, **parts: Any) -> Window:
            raw = {
                "format": "dayline-case/1",
                "id": "small",
                "title": "Made up",
                "subject": {"is_synthetic": True},
                "day_zero": {"text": "A made-up day"},
                "lanes": [{"id": "drugs", "title": "Drugs", "kind": "drug"}],
            }
            folder = twins.written(raw | parts, tmp_path / "small")
            for name, content in (files or {}).items():
                (folder / name).write_bytes(content)
            return programs.enter_context(twins.opened(qtbot, folder, tmp_path, (1280, 800))).window

        yield run
