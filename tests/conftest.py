"""What holds for every test: no screen, a home folder of its own, nothing left behind."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from viewer.session.collecting import Rubbish

# Before anything can import Qt; a person who wants to watch sets it to their platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# What tools put into a checkout; anything else that appears was left there by a test.
TOOLS = (".coverage", ".git", ".import_linter", ".mypy", ".pytest", ".ruff", ".venv")
BUILT = ("build", "dist", "htmlcov")


def _listing(root: Path) -> set[Path]:
    top = {path for path in Path.cwd().iterdir() if path.name not in BUILT}
    shipped = {path for folder in ("cases", "resources") for path in (root / folder).rglob("*")}
    return {path for path in top | shipped if not path.name.startswith(TOOLS)}


@pytest.fixture(scope="session", autouse=True)
def nothing_left_in_the_checkout(pytestconfig: pytest.Config) -> Iterator[None]:
    """No test leaves a file in the working directory or among what ships."""
    before = _listing(pytestconfig.rootpath)
    yield
    left = sorted(str(path) for path in _listing(pytestconfig.rootpath) - before)
    if left:
        pytest.fail(f"the tests left behind: {', '.join(left)}")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder for this test alone, on every system."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)  # Qt warns of one that others may read
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return home


@pytest.fixture(scope="session", autouse=True)
def rubbish() -> Rubbish:
    """Collect in the main thread alone, as the program does: what is found may be a widget."""
    from viewer.session.collecting import Rubbish

    gc.disable()
    return Rubbish()


@pytest.fixture(autouse=True)
def rubbish_goes(rubbish: Rubbish) -> Iterator[None]:
    """Collect after a test what Python itself would have collected by now."""
    yield
    rubbish.collect()


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Fail the test that leaves a visible window, and close it so that no other is blamed."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")  # never import Qt on behalf of a unit test
    if widgets is None or widgets.QApplication.instance() is None:
        return
    visible = [one for one in widgets.QApplication.topLevelWidgets() if one.isVisible()]
    # A tool tip goes by a timer of its own.
    left = [one for one in visible if one.windowType() != one.windowType().ToolTip]
    names = [f"{type(widget).__name__} {widget.windowTitle()!r}" for widget in left]
    for widget in left:
        widget.hide()
        widget.deleteLater()
    if names:
        pytest.fail(f"windows left open: {', '.join(names)}")


@pytest.fixture
def japanese(qapp: QApplication) -> Iterator[None]:
    """Let the program speak Japanese."""
    from viewer.ui.start import translators

    words = translators("ja")
    assert words
    for one in words:
        qapp.installTranslator(one)
    yield
    for one in words:
        qapp.removeTranslator(one)
