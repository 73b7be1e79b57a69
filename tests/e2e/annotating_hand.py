"""The hand on annotations in the real window: keys, links and fields, and what the file says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.annotating_sessions import journals_in, notes_of
from tests.e2e.measuring_hand import CTRL, press, words_of
from tests.e2e.programs import Opened
from tests.e2e.screen import settle, table_rows
from viewer.io.annotations.identity import IdentityFile
from viewer.ui.widgets.link import LinkButton
from viewer.ui.window import Window

# -- typing and clicking --------------------------------------------------------------------------


def focused() -> QWidget:
    """Give what the next key goes to."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def done() -> None:
    """Be done with what is typed, by a key."""
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    settle()


def type_and_be_done(text: str) -> None:
    QTest.keyClicks(focused(), text)
    done()


def write(window: Window, keys: str, text: str) -> None:
    """Begin an annotation by a key, type, and be done by a key."""
    press(window, keys)
    type_and_be_done(text)


def write_on(window: Window, day: int, text: str) -> None:
    """Write a note on a day."""
    window.verbs.put_cursor(day)
    write(window, "N", text)


def fill_in(window: Window, **words: str) -> None:
    """Type into fields of the editor, in place of what they say, and be done."""
    fields = window.panels.annotations.editor.fields
    for name, text in words.items():
        field = getattr(fields, name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
    done()


def measure(window: Window, day: float, steps: int) -> None:
    """Put the second cursor whole days after the first."""
    window.session.point_at(day)
    press(window, "M")
    for _ in range(steps):
        press(window, "Ctrl+Shift+Right")


def button(window: QWidget, words: str) -> QPushButton:
    found = window.findChildren(QPushButton)
    return next(one for one in found if one.text().replace("&", "") == words and one.isVisible())


def go_on(window: Window) -> None:
    """Go on with the draft that the window offers."""
    button(window.notice, "Go On").click()
    settle()


def click_link(inside: QWidget, words: str) -> None:
    """Click a link on its words."""
    found = inside.findChildren(LinkButton)
    one = next(one for one in found if one.text() == words and one.isVisible())
    QTest.mouseClick(one, Qt.MouseButton.LeftButton, pos=words_of(one))
    settle()


def link(window: Window, words: str) -> None:
    """Click a link of the panel."""
    click_link(window.panels.annotations, words)


def give_name(window: Window, name: str) -> None:
    """Answer the question for the name, which the first edit asks."""
    assert isinstance(QApplication.activeModalWidget(), QDialog)
    QTest.keyClicks(focused(), name)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    activate(window)


def activate(window: Window) -> None:
    """Give the keyboard back to the window; no window manager does it here."""
    window.activateWindow()
    settle()


# -- what the window tells ------------------------------------------------------------------------


def saved(qtbot: QtBot, window: Window) -> None:
    """Wait until the window says that all is saved."""
    annotating = window.session.annotating
    qtbot.waitUntil(
        lambda: annotating.saving == "saved" and window.status.saving.text() == "Saved",
        timeout=10_000,
    )
    settle()


def list_of(window: Window) -> list[str]:
    """Give the rows of the list."""
    settle()
    table = window.panels.annotations.table
    return [" | ".join(row) for row in table_rows(table)]


def firsts(window: Window) -> list[str]:
    """Give the first words of every row of the list."""
    return [row.split(" | ")[0] for row in list_of(window)]


def plain_words(text: str) -> str:
    """Give words without the signs that keep their direction of writing."""
    return text.replace("\u2068", "").replace("\u2069", "")


# -- what the file says ---------------------------------------------------------------------------


def written(case: Path) -> list[dict[str, Any]]:
    """Give the records on the disk, of all journals."""
    notes = notes_of(case)
    lines = [line for path in notes.glob("*.journal") for line in path.read_bytes().splitlines()]
    return [json.loads(line[17:]) for line in lines if line]


def annotations_in(case: Path) -> list[dict[str, Any]]:
    """Give the annotations that were put into the file, in order."""
    return [record["annotation"] for record in written(case) if record["op"] == "put"]


def hand_over(name: str = "Bob") -> str:
    """Let somebody else sit down at the computer; gives their id."""
    IdentityFile()._path.unlink()
    return IdentityFile().save(name).author.id


def draft_in(qtbot: QtBot, home: Path, timeout_ms: int = 5_000) -> Path:
    """Wait until what is typed is kept as a draft, and give its file."""
    qtbot.waitUntil(lambda: bool(list(home.rglob("drafts/*.json"))), timeout=timeout_ms)
    return next(iter(home.rglob("drafts/*.json")))


def with_damage(qtbot: QtBot, opened: Opened, case: Path) -> Path:
    """Write three notes, close the program, damage the second; give the journal."""
    program = opened()
    for text in ("before", "between", "after"):
        write(program.window, "N", text)
    saved(qtbot, program.window)
    program.close()
    (journal,) = journals_in(notes_of(case))
    journal.write_bytes(journal.read_bytes().replace(b"between", b"betwXen"))
    return journal
