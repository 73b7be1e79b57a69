"""The real program on the shipped case, with settings of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.e2e.screen import settle
from viewer.app import window_parser
from viewer.paths import first_case
from viewer.session.settings import Settings
from viewer.ui.fonts import install_fonts
from viewer.ui.program import Program
from viewer.ui.start import application
from viewer.ui.window import Window

OpenWindow = Callable[..., Window]

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
        wanted = ["--theme", "light", "--language", "en", *arguments]
        wanted += ["--size", f"{size[0]}x{size[1]}", str(first_case())]
        options = window_parser().parse_args(wanted)
        settings = Settings(tmp_path / f"settings{len(programs)}.ini")
        program = Program(settings, options)
        programs.append(program)
        program.show()
        window = program.window
        with qtbot.waitExposed(window):
            pass
        qtbot.waitUntil(lambda: window.session.opened is not None, timeout=20_000)
        window.activateWindow()
        settle()
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
