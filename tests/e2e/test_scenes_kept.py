"""What is written of a deck is not lost, and what is no longer needed goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.e2e.annotating_hand import list_of, saved
from tests.e2e.measuring_hand import LEFT, NONE, press
from tests.e2e.programs import Opened
from tests.e2e.scenes_hand import (
    DECK,
    case_with,
    chosen,
    click_row,
    focused,
    key,
    listed,
    type_title,
    with_panel,
)
from tests.e2e.screen import read, settle
from viewer.io.annotations.identity import IdentityFile
from viewer.io.case_store import open_case
from viewer.model.part import MOST_LINE
from viewer.session.presenting.decks import Decks
from viewer.ui.dialogs.author import AuthorDialog
from viewer.ui.program import Program
from viewer.ui.window import Window


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return case_with(tmp_path / "case", DECK)


@pytest.fixture
def opened(open_on: Opened) -> Opened:
    return with_panel(open_on)


CTRL = Qt.KeyboardModifier.ControlModifier
Way = Callable[[Program, Path], None]


def wait_for_row(qtbot: QtBot, window: Window, words: str) -> None:
    """Wait until a row can be seen: a panel comes into sight a little after it is asked for."""
    table = window.panels.annotations.table
    qtbot.waitUntil(lambda: words in "".join(list_of(window)))
    qtbot.waitUntil(lambda: not table.visibleRegion().isEmpty())


def close(program: Program, _other: Path) -> None:
    program.window.close()


def speak_japanese(program: Program, _other: Path) -> None:
    program.window.language_wanted.emit("ja")


def open_other(program: Program, other: Path) -> None:
    program.window.show_case(open_case(other))


def present(program: Program, _other: Path) -> None:
    QTest.keySequence(focused(), "F5")


WAYS = pytest.mark.parametrize("leave", [close, speak_japanese, open_other, present])


def type_notes(window: Window, words: str, row: int = 1) -> QPlainTextEdit:
    """Type at the end of a scene's notes, and stay there."""
    click_row(window, row)
    notes = window.panels.scenes.fields.notes
    notes.setFocus()
    QTest.keyClick(notes, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(notes, words)
    return notes


def notes_of(window: Window, row: int = 1) -> str:
    notes = window.scenes.decks.deck.scenes[row].notes
    return "" if notes is None else notes.pick("en")


def name_dialogs(window: Window) -> list[AuthorDialog]:
    return [one for one in window.findChildren(AuthorDialog) if one.isVisible()]


def steps(window: Window) -> list[str]:
    stack = window.session.annotating.stack
    return [stack.text(number) for number in range(stack.count())]


# -- nobody has given a name yet ------------------------------------------------------------------


@WAYS
def test_notes_wait_for_the_name_and_nothing_is_left_before(
    qtbot: QtBot, opened: Opened, case: Path, tmp_path: Path, leave: Way
) -> None:
    program = opened(case)
    window, other = program.window, case_with(tmp_path / "other", DECK)
    notes = type_notes(window, " And wait.")
    leave(program, other)
    settle()
    assert program.window is window
    assert window.isVisible()
    assert window.session.opened is not None
    assert window.session.opened.path == case
    assert window.present.presenting is None
    (dialog,) = name_dialogs(window)
    assert notes.toPlainText() == "Ask them. And wait."
    assert "once you have given your name" in read(window)
    QTest.keyClicks(dialog.name, "Ann")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    settle()
    assert notes_of(window) == "Ask them. And wait."
    saved(qtbot, window)
    assert not window.annotate.bar.isVisible()
    window.activateWindow()  # no window manager does it here
    settle()
    leave(program, other)
    settle()
    if leave is present:
        assert window.present.presenting is not None
        window.present.end()
    else:
        is_closed = program.window is not window or not window.isVisible()
        assert is_closed or window.session.opened.path == other


@pytest.mark.parametrize("leave", [close, speak_japanese, open_other])
def test_without_a_name_it_is_left_only_all_the_same(
    opened: Opened, case: Path, tmp_path: Path, leave: Way
) -> None:
    program = opened(case)
    window, other = program.window, case_with(tmp_path / "other", DECK)
    notes = type_notes(window, " And wait.")
    leave(program, other)
    settle()
    (dialog,) = name_dialogs(window)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert notes.toPlainText() == "Ask them. And wait."
    assert window.isVisible()
    assert window.annotate.bar.leave.isVisible()
    QTest.mouseClick(window.annotate.bar.leave, LEFT, NONE)
    settle()
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)] == []
    assert not isValid(window) or not window.isVisible() or notes.toPlainText() == ""


def test_a_title_that_waits_for_the_name_holds_the_window(opened: Opened, case: Path) -> None:
    window = opened(case).window
    click_row(window, 0)
    key(window, Qt.Key.Key_F2)
    QTest.keyClicks(focused(), "Who comes?")
    window.close()
    settle()
    assert window.isVisible()
    (dialog,) = name_dialogs(window)
    QTest.keyClicks(dialog.name, "Ann")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    settle()
    assert listed(window)[0] == "Who comes?"


def test_another_scene_is_not_chosen_while_the_name_is_asked(opened: Opened, case: Path) -> None:
    window = opened(case).window
    notes = type_notes(window, " And wait.")
    click_row(window, 0)
    assert len(name_dialogs(window)) == 1
    assert chosen(window) == "What next?"
    assert notes.toPlainText() == "Ask them. And wait."
    press(window, "Ctrl+Shift+N")
    assert len(name_dialogs(window)) == 1
    QTest.keyClick(name_dialogs(window)[0], Qt.Key.Key_Escape)
    settle()
    assert notes.toPlainText() == "Ask them. And wait."


# -- too long -------------------------------------------------------------------------------------


def test_too_long_notes_stay_in_their_field_until_they_are_shorter(
    qtbot: QtBot, opened: Opened, case: Path, ann: str
) -> None:
    program = opened(case)
    window = program.window
    fields = window.panels.scenes.fields
    notes = type_notes(window, "", row=0)
    QGuiApplication.clipboard().setText("é" * (MOST_LINE + 2))
    notes.paste()
    said = "Speaker notes: 20,002 letters are too many; 20,000 can be kept."
    assert fields.fault.text() == said
    click_row(window, 2)
    assert chosen(window) == "Presentation"
    fields.planned.setFocus()
    QTest.keyClicks(fields.planned, "2")
    fields.shows_annotations.click()  # both make a copy of the deck
    for leave in (present, close):
        leave(program, case)
        settle()
        assert window.present.presenting is None
        assert window.isVisible()
        assert said in read(window)
    assert len(notes.toPlainText()) == MOST_LINE + 2
    notes.setFocus()
    QTest.keyClick(notes, Qt.Key.Key_End, CTRL)
    for _ in range(2):
        QTest.keyClick(notes, Qt.Key.Key_Backspace)
    assert not fields.fault.isVisible()
    click_row(window, 2)
    assert chosen(window) == "After zephyr"
    assert notes_of(window, 0) == "é" * MOST_LINE
    saved(qtbot, window)


def test_what_is_typed_last_is_kept_when_the_window_closes_all_the_same(
    qtbot: QtBot, opened: Opened, case: Path, ann: str
) -> None:
    window = opened(case).window
    notes = type_notes(window, "")
    QGuiApplication.clipboard().setText("x" * MOST_LINE)
    notes.paste()
    window.close()
    settle()
    assert "letters are too many" in read(window)
    notes.setFocus()
    notes.selectAll()
    QTest.keyClicks(notes, "Short.")
    window.annotate.bar.leave.click()  # on some systems a button takes no focus
    settle()
    assert not window.isVisible()
    assert notes_of(window) == "Short."


def test_of_too_long_a_title_the_rest_is_said_to_be_left_out(
    opened: Opened, case: Path, ann: str
) -> None:
    window = opened(case).window
    click_row(window, 0)
    key(window, Qt.Key.Key_F2)
    QGuiApplication.clipboard().setText("x" * (MOST_LINE + 1))
    QTest.keyClick(focused(), Qt.Key.Key_V, CTRL)
    assert "A title has at most 20,000 letters" in read(window.panels.scenes)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    assert listed(window)[0] == "x" * MOST_LINE


# -- while they are typed -------------------------------------------------------------------------


def test_notes_are_kept_while_they_are_typed_as_one_step(
    qtbot: QtBot, opened: Opened, case: Path, ann: str
) -> None:
    window = opened(case).window
    fields = window.panels.scenes.fields
    notes = type_notes(window, " One")
    place = notes.textCursor().position()
    for words, kept in (("", " One"), (" two", " One two"), (" three", " One two three")):
        QTest.keyClicks(notes, words)
        qtbot.waitUntil(lambda kept=kept: notes_of(window) == "Ask them." + kept, timeout=10_000)
        saved(qtbot, window)
        place += len(words)
        assert focused() is notes
        assert notes.textCursor().position() == place
        assert steps(window) == ["Change speaker notes"]
    assert chosen(window) == "What next?"
    QTest.keyClick(notes, Qt.Key.Key_Z, CTRL)  # of the field, letter by letter
    assert notes.toPlainText() != "Ask them. One two three"
    QTest.keyClicks(notes, "!")
    fields.planned.setFocus()
    assert steps(window) == ["Change speaker notes"]
    press(window, "Ctrl+Z")
    assert notes_of(window) == "Ask them."
    assert window.scenes.decks.deck.owner == "case"


def test_escape_takes_back_what_was_typed_and_kept_meanwhile(
    qtbot: QtBot, opened: Opened, case: Path, ann: str
) -> None:
    window = opened(case).window
    notes = type_notes(window, " First.")
    QTest.keyClick(notes, Qt.Key.Key_Return, CTRL)
    QTest.keyClicks(notes, " Second.")
    qtbot.waitUntil(lambda: notes_of(window) == "Ask them. First. Second.", timeout=10_000)
    assert steps(window) == 2 * ["Change speaker notes"]
    QTest.keyClicks(notes, " Third.")
    QTest.keyClick(notes, Qt.Key.Key_Escape)
    settle()
    assert notes.toPlainText() == notes_of(window) == "Ask them. First."
    assert steps(window) == ["Change speaker notes"]
    saved(qtbot, window)


def test_nobody_is_asked_for_a_name_while_they_type(
    qtbot: QtBot, opened: Opened, case: Path
) -> None:
    window = opened(case).window
    notes = type_notes(window, " One")
    with qtbot.waitSignal(window.panels.scenes.fields.rested, timeout=10_000):
        QTest.keyClicks(notes, " two")
    settle()
    assert name_dialogs(window) == []
    assert focused() is notes
    QTest.keyClick(notes, Qt.Key.Key_Escape)
    assert notes.toPlainText() == "Ask them."


@pytest.mark.parametrize("day", [5, -3])
def test_notes_on_a_scene_that_a_horizon_hides_are_kept(
    opened: Opened, case: Path, ann: str, day: int
) -> None:
    window = opened(case).window
    window.verbs.put_cursor(day)
    type_notes(window, " And wait.")
    press(window, "Ctrl+H")
    assert listed(window) == ["Presentation"][: day > 0]
    assert "wait" not in read(window)
    assert notes_of(window) == "Ask them. And wait."


def test_letters_that_a_field_gives_back_otherwise_are_no_edit(
    opened: Opened, tmp_path: Path, ann: str
) -> None:
    odd = [{**DECK[0], "notes": "70\u00a0mg\r\nno more"}, *DECK[1:]]
    window = opened(case_with(tmp_path / "odd", odd)).window
    click_row(window, 0)
    window.panels.scenes.fields.notes.setFocus()
    click_row(window, 1)
    assert steps(window) == []


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
        program.window.docks["annotations"].show()
        program.window.docks["annotations"].raise_()
        wait_for_row(qtbot, program.window, "a later note")  # else it is not seen
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
