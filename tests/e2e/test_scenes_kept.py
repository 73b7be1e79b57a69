"""What is written of a deck is not lost, and what is no longer needed goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.e2e.measuring_hand import press
from tests.e2e.scenes_hand import click_row, focused, key, listed, saved, type_title
from tests.e2e.screen import read, settle
from tests.e2e.test_scenes import Opened, ann, case, opened
from viewer.io.annotations.identity import IdentityFile
from viewer.session.presenting.decks import Decks

__all__ = ["ann", "case", "opened"]


# -- with other windows, and with others ----------------------------------------------------------


def test_decks_go_with_their_window_when_the_language_changes(opened: Opened, case: Path) -> None:
    program = opened(case)
    session, before = program.window.session, [program.window.scenes.decks]
    for language in ("ja", "en"):
        program.window.language_wanted.emit(language)
        settle()
        before.append(program.window.scenes.decks)
    assert [isValid(decks) for decks in before] == [False, False, True]
    assert session.findChildren(Decks) == []


def test_notes_after_a_colleague_s_scene_are_not_new_for_ever(
    qtbot: QtBot, opened: Opened, case: Path
) -> None:
    IdentityFile().save("Bob")
    program = opened(case)
    press(program.window, "Ctrl+Shift+N")
    type_title("Bob's scene")
    press(program.window, "N")
    QTest.keyClicks(focused(), "a later note")
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    saved(qtbot, program.window)
    program.close()
    IdentityFile()._path.unlink()
    IdentityFile().save("Ann")
    for is_new in (True, False):
        program = opened(case)
        press(program.window, "Ctrl+Shift+A")
        assert bool(program.window.session.annotating.new) == is_new
        program.close()


def test_a_deck_that_was_emptied_is_begun_anew_from_nothing(
    qtbot: QtBot, opened: Opened, case: Path, ann: str
) -> None:
    program = opened(case)
    for count in (2, 1, 0):
        click_row(program.window, 0)
        key(program.window, Qt.Key.Key_Delete)
        assert len(listed(program.window)) == count
    saved(qtbot, program.window)
    program.close()
    window = opened(case).window
    owner = window.panels.scenes.owner
    assert (owner.currentText(), listed(window)) == ("Ann's", [])
    assert "No scenes yet" in read(window.panels.scenes)
    press(window, "Ctrl+Shift+N")
    type_title("From nothing")
    assert listed(window) == ["From nothing"]
    press(window, "Ctrl+Z")
    press(window, "Ctrl+Z")
    assert listed(window) == []
    owner.setFocus()
    QTest.keyClick(owner, Qt.Key.Key_Up)
    settle()
    assert (owner.currentText(), len(listed(window))) == ("Of the case", 3)
    saved(qtbot, window)
