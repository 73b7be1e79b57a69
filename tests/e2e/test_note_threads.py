"""Threads, what was deleted and what is half typed, in the window and found again in the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMessageBox, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.e2e.annotating_hand import (
    activate,
    annotations_in,
    button,
    done,
    draft_in,
    firsts,
    focused,
    go_on,
    link,
    list_of,
    measure,
    saved,
    write,
    write_on,
    written,
)
from tests.e2e.measuring_hand import press
from tests.e2e.programs import Opened
from tests.e2e.screen import read, settle
from viewer.ui.window import Window


def choose(field: QComboBox, words: str) -> None:
    """Choose by the arrow keys."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Home)
    for _ in range(field.count()):
        if field.currentText() != words:
            QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.currentText() == words
    settle()


def said(widget: QWidget) -> str:
    """Give what is formatted there, and what is plain."""
    texts = [one.toPlainText() for one in widget.findChildren(QTextEdit) if one.isVisible()]
    return "\n".join([read(widget), *texts])


def dialog_of(window: Window) -> str:
    """Read the history of what is chosen, and close it."""
    link(window, "History…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    words = said(dialog)
    dialog.close()
    activate(window)
    return words


def with_a_deleted_note(qtbot: QtBot, opened: Opened) -> Window:
    """Write a note, delete it, start again and choose it."""
    program = opened()
    write_on(program.window, 20, "canary words")
    link(program.window, "Delete")
    assert list_of(program.window) == []
    assert "canary" not in said(program.window)
    saved(qtbot, program.window)
    program.close()
    window = opened().window
    press(window, "Ctrl+Shift+A")
    table = window.panels.annotations.table
    choose(window.panels.annotations.filters.which, "Deleted")
    assert firsts(window) == ["canary words (deleted)"]
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Space)
    settle()
    return window


def test_what_was_deleted_can_be_restored_after_a_restart(
    qtbot: QtBot, opened: Opened, ann: str, case: Path
) -> None:
    window = with_a_deleted_note(qtbot, opened)
    which = window.panels.annotations.filters.which
    press(window, "F4")
    assert "was deleted" in read(window.notice)
    assert "canary words" in dialog_of(window)
    link(window, "Restore")
    assert list_of(window) == []
    choose(which, "Any state")
    assert firsts(window) == ["canary words"]
    assert "Restore Note" in window.actions_by_name["undo"].text()
    press(window, "Ctrl+Z")
    assert list_of(window) == []
    press(window, "Ctrl+Shift+Z")
    assert firsts(window) == ["canary words"]
    saved(qtbot, window)
    ops = [record["op"] for record in written(case) if record["op"] != "begin"]
    assert ops == ["put", "delete", "put", "delete", "put"]


def test_what_was_deleted_can_be_removed_for_good_after_a_restart(
    qtbot: QtBot, opened: Opened, ann: str, case: Path
) -> None:
    window = with_a_deleted_note(qtbot, opened)
    link(window, "Purge…")
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "canary words" in box.text()
    button(box, "Purge").click()
    saved(qtbot, window)
    assert firsts(window) == ["Removed for good"]
    assert "canary" not in json.dumps(written(case))
    assert "Removed for good by its author." in dialog_of(window)
    press(window, "Ctrl+Shift+Delete")
    assert "removed for good" in read(window.notice)


def test_an_answer_stays_on_screen_and_resolving_means_its_thread(
    qtbot: QtBot, opened: Opened, ann: str, case: Path
) -> None:
    window = opened().window
    panel = window.panels.annotations
    write_on(window, 20, "the question")
    note = window.session.state.selection
    write(window, "Ctrl+R", "the answer")
    answer = window.session.state.selection
    assert answer != note
    for words in ("the question", "the answer"):
        assert words in said(panel.page)
    for wanted in (True, False, True):
        press(window, "Ctrl+E")
        assert (note in window.session.annotations.resolved) is wanted
        assert window.session.state.selection == answer
    saved(qtbot, window)
    kinds = [one["dayline:kind"] for one in annotations_in(case)]
    assert kinds == ["note", "reply", "resolve", "reopen", "resolve"]
    write(window, "Ctrl+R", "another answer")  # to the question, whatever is selected
    assert firsts(window) == ["the question (resolved; 2 replies)"]
    press(window, "Delete")
    assert firsts(window) == ["the question (resolved; 1 reply)"]
    assert window.session.state.selection == note
    press(window, "Delete")
    assert firsts(window) == ["Deleted (resolved; 1 reply)"]
    saved(qtbot, window)


def test_half_a_value_is_offered_again_and_after_a_crash(
    qtbot: QtBot, opened: Opened, ann: str, case: Path, home: Path
) -> None:
    program = opened()
    window = program.window
    fields = window.panels.annotations.editor.fields
    window.verbs.put_cursor(20)
    press(window, "V")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    settle()
    assert not window.notice.isVisible()  # nothing was typed
    press(window, "V")
    QTest.keyClicks(focused(), "5,4?")
    draft = draft_in(qtbot, home)
    kept = draft.read_bytes()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    settle()
    go_on(window)
    assert fields.value.text() == "5,4?"
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not draft.exists(), timeout=5_000)
    program.close()
    draft.write_bytes(kept)  # as a crash leaves it
    again = opened().window
    qtbot.waitUntil(again.notice.isVisible, timeout=5_000)
    go_on(again)
    fields = again.panels.annotations.editor.fields
    assert fields.value.text() == "5,4?"
    QTest.keyClick(focused(), Qt.Key.Key_Backspace)
    done()
    saved(qtbot, again)
    assert any("5.4 mg/dL" in row for row in list_of(again))
    assert [r["op"] for r in written(case)] == ["begin", "put"]


def test_a_period_is_typed_exactly(qtbot: QtBot, opened: Opened, ann: str, case: Path) -> None:
    window = opened().window
    measure(window, 13.5, 2)
    write(window, "Shift+N", "a period")
    press(window, "F4")
    editor = window.panels.annotations.editor

    def type_days(first: str, last: str) -> None:
        for field, typed in ((editor.fields.first, first), (editor.fields.last, last)):
            field.setFocus()
            field.selectAll()
            QTest.keyClicks(field, typed)
        done()

    type_days("15", "12.5")
    assert editor.fault.isVisible()
    assert "before the first" in editor.fault.text()
    type_days("11.5", "13.25")
    saved(qtbot, window)
    assert any("days 11–13" in row for row in list_of(window))
    target = annotations_in(case)[-1]["target"]
    assert target["selector"] == {"type": "dayline:Period", "start": 11.5, "end": 13.25}


@pytest.mark.parametrize("words", ["Deleted", "Open"])
def test_under_a_horizon_nothing_is_told_of_what_was_deleted(
    qtbot: QtBot, opened: Opened, ann: str, words: str
) -> None:
    window = opened().window
    write_on(window, 5, "canary: she dies")
    link(window, "Delete")
    press(window, "Ctrl+H")
    press(window, "Ctrl+Shift+A")
    choose(window.panels.annotations.filters.which, words)
    assert list_of(window) == []
    assert "canary" not in said(window)
    saved(qtbot, window)
