"""What a hand does to add images to the case in a window, and what it then sees."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.e2e.screen import settle
from viewer.ui.adding.dialog import AddImagesDialog
from viewer.ui.window import Window


def choose(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let the system's own dialog give a folder, which no test can drive."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))


def dialog_of(window: Window) -> AddImagesDialog:
    """Give the dialog that is open."""
    found = [one for one in window.findChildren(AddImagesDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def searched(qtbot: QtBot, window: Window) -> AddImagesDialog:
    """Wait until the dialog that is open has looked through everything, and give it."""
    dialog = dialog_of(window)
    qtbot.waitUntil(lambda: not dialog.bar.isVisible(), timeout=20_000)
    settle()
    return dialog


def type_over(field: Any, words: str) -> None:
    """Type words in the place of all that a field holds."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, words)
    settle()


def choose_when(dialog: AddImagesDialog, kind: str, first: str, last: str = "") -> None:
    """Say when the study was made that is looked at."""
    box = dialog.form.kind
    box.setCurrentIndex(box.findData(kind))
    box.activated.emit(box.currentIndex())
    for field, words in ((dialog.form.first, first), (dialog.form.last, last)):
        if words:
            type_over(field, words)
            QTest.keyClick(field, Qt.Key.Key_Tab)
    settle()


def press_add(dialog: AddImagesDialog) -> None:
    """Press the button that adds."""
    assert dialog.add.isEnabled(), dialog.wanting.text()
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    settle()


def drop(window: Window, paths: Sequence[Path]) -> bool:
    """Drag files onto the window and let go; tell whether it took them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copying = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(50, 50), copying, mime, left, none)
    dropping = QDropEvent(QPointF(50, 50), copying, mime, left, none)
    for event in (entering, dropping):  # to the native window, as the system delivers them
        QApplication.sendEvent(window.windowHandle(), event)
    settle()
    return dropping.isAccepted()


def with_date(case: Path, date: str) -> None:
    """Let a case say which date its day zero has."""
    file = case / "case.json"
    raw = json.loads(file.read_text("utf-8"))
    raw["day_zero"]["date"] = date
    file.write_text(json.dumps(raw), "utf-8")


def told(dialog: AddImagesDialog) -> list[str]:
    """Give the remarks and problems that are listed."""
    items = (dialog.told.item(row) for row in range(dialog.told.count()))
    return [item.text() for item in items if item is not None]


def rows(dialog: AddImagesDialog) -> list[tuple[str, list[str]]]:
    """Give the title of each study that was found, with the words of its series."""
    tops = (dialog.found.topLevelItem(at) for at in range(dialog.found.topLevelItemCount()))
    return [
        (top.text(0), [top.child(n).text(0) for n in range(top.childCount())])
        for top in tops
        if top is not None
    ]


Choose = Callable[[Path], None]
