"""The hand on the panel of scenes in the real window."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.e2e.annotating_hand import focused
from tests.e2e.measuring_hand import LEFT, NONE, press
from tests.e2e.programs import Opened
from tests.e2e.screen import settle
from viewer.paths import first_case
from viewer.ui.panels.scenes.scenes import ScenesPanel
from viewer.ui.program import Program
from viewer.ui.window import Window

DECK: list[dict[str, Any]] = [
    {"id": "one", "title": "Presentation", "horizon": 0, "panel": "imaging", "planned_s": 60},
    {"id": "two", "title": "What next?", "horizon": 11, "planned_s": 90, "notes": "Ask them."},
    {"id": "three", "title": "After zephyr", "cursor": 157, "notes": "canary: she dies"},
]


def case_with(folder: Path, deck: list[dict[str, Any]]) -> Path:
    """Copy the shipped case, with another deck, and without what names one."""
    case = Path(shutil.copytree(first_case(), folder))
    raw = json.loads((case / "case.json").read_text("utf-8"))
    raw.pop("deck", None)
    raw |= {"deck": deck} if deck else {}
    (case / "case.json").write_text(json.dumps(raw), "utf-8")
    return case


def listed(window: Window) -> list[str]:
    """Give the titles as the list shows them."""
    rows = window.panels.scenes.rows
    return [str(rows.index(row).data()) for row in range(rows.rowCount())]


def said(window: Window, row: int) -> str:
    """Give what a screen reader is told of a row."""
    rows = window.panels.scenes.rows
    return str(rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole))


def chosen(window: Window) -> str:
    """Give the title of the chosen scene, as list and fields agree."""
    panel = window.panels.scenes
    assert panel.scene is not None
    assert panel.list.currentIndex().data() == panel.scene.title.pick("en")
    assert panel.list.selectionModel().isSelected(panel.list.currentIndex())
    return panel.scene.title.pick("en")


def place_in(panel: ScenesPanel, row: int, *, on_picture: bool = False) -> QPoint:
    """Give a place on the words or the picture of a row."""
    rect = panel.list.visualRect(panel.rows.index(row))
    drawing = panel.list.drawing
    area = drawing.picture_rect(rect) if on_picture else drawing.words_rect(rect)
    return area.center().toPoint()


def click_row(window: Window, row: int) -> None:
    panel = window.panels.scenes
    QTest.mouseClick(panel.list.viewport(), LEFT, NONE, place_in(panel, row))
    settle()


def double_click(window: Window, row: int, *, on_picture: bool) -> None:
    panel = window.panels.scenes
    place = place_in(panel, row, on_picture=on_picture)
    QTest.mouseDClick(panel.list.viewport(), LEFT, NONE, place)
    settle()


def drag_row(window: Window, row: int, to: int, *, drops: bool = True) -> None:
    """Drag a row into the upper half of another one; past the last one to its lower half."""
    panel = window.panels.scenes
    view, count = panel.list.viewport(), panel.rows.rowCount()
    rect = panel.list.visualRect(panel.rows.index(min(to, count - 1)))
    end = QPoint(rect.center().x(), rect.top() + 3 if to < count else rect.bottom() - 3)
    start = place_in(panel, row)
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    if drops:
        QTest.mouseRelease(view, LEFT, NONE, end)
    settle()


def key(window: Window, keys: Qt.Key, more: Qt.KeyboardModifier = NONE) -> None:
    """Press a key in the list."""
    window.panels.scenes.list.setFocus()
    QTest.keyClick(window.panels.scenes.list, keys, more)
    settle()


def type_title(words: str) -> None:
    """Type another title where one is being edited, and be done."""
    QTest.keyClicks(focused(), words)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()


def from_menu(window: Window, row: int, words: str) -> None:
    """Choose something from the menu of a row."""
    panel = window.panels.scenes
    place = place_in(panel, row)
    panel.list.menu_wanted.emit(panel.rows.scenes[row].id, panel.list.viewport().mapToGlobal(place))
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    found = [one for one in menu.actions() if one.text().replace("&", "").startswith(words)]
    assert len(found) == 1
    QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(found[0]).center())
    settle()


def with_panel(open_on: Opened) -> Opened:
    """Run the program on a case, and show the panel of scenes."""

    def open_one(case: Path, *arguments: str) -> Program:
        program = open_on(case, *arguments)
        press(program.window, "Ctrl+Shift+S")
        return program

    return open_one
