"""The hands of a presenter: keys, mouse, and screens that come and go."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from tests.e2e.screen import settle
from viewer.paths import first_case
from viewer.ui.present.console import Console
from viewer.ui.present.presenting import Presenting
from viewer.ui.window import Window

Key = Qt.Key
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
ROOT = Path(__file__).parents[2]


def presenting(window: Window) -> Presenting:
    found = window.present.presenting
    assert found is not None
    return found


def begin(window: Window, modifier: Qt.KeyboardModifier = NONE) -> Presenting:
    QTest.keyClick(window, Key.Key_F5, modifier)
    settle()
    return presenting(window)


def press(show: Presenting, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(show.stage, key, modifier)
        else:
            QTest.keyClick(show.stage, key, modifier)
    settle()


def hold(show: Presenting, key: Qt.Key, text: str = "", times: int = 4) -> None:
    """Hold a key down until it has come once, and `times` more by itself."""
    for number in range(times + 1):
        kind = QEvent.Type.KeyPress
        QApplication.sendEvent(show.stage, QKeyEvent(kind, key, NONE, text, number > 0))
    QApplication.sendEvent(show.stage, QKeyEvent(QEvent.Type.KeyRelease, key, NONE, text))
    settle()


def move(widget: QWidget, place: QPointF) -> None:
    """Move the mouse over a widget, whatever window lies in front."""
    kind, button = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    event = QMouseEvent(kind, place, widget.mapToGlobal(place), button, button, NONE)
    QApplication.sendEvent(widget, event)


def button(console: Console, words: str) -> QToolButton:
    """Give a button of the console by what a screen reader calls it."""
    (found,) = (one for one in console.findChildren(QToolButton) if one.accessibleName() == words)
    return found


def click(console: Console, words: str) -> None:
    QTest.mouseClick(button(console, words), Qt.MouseButton.LeftButton)
    settle()


def on_screens(folder: Path, sizes: dict[str, tuple[int, int]], script: str) -> list[str]:
    """Run a script where screens of these sizes stand side by side; give the lines it prints."""
    screens, x = [], 0
    for name, (width, height) in sizes.items():
        screens.append({"name": name, "x": x, "y": 0, "width": width, "height": height})
        x += width
    config = folder / "screens.json"
    words = {"synchronousWindowSystemEvents": False, "screens": screens}
    config.write_text(json.dumps(words), "utf-8")
    platform = f"offscreen:configfile={config}"
    settings = folder / "settings.ini"
    done = subprocess.run(
        [sys.executable, "-c", script, str(first_case()), str(settings), "-platform", platform],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines()
