"""The application as the program dresses it, on a platform without a screen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.bench import report
from viewer.ui.start import application


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the platform without a screen say what it cannot do with a whole window."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.bench)
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return application()


def pytest_terminal_summary() -> None:
    """Print all figures once more, one below the other."""
    for row in report.read():
        print(report.line(report.Row(**row)))  # type: ignore[arg-type]
