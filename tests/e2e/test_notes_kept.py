"""Nothing that was written is lost, shown as read or put elsewhere without a word of the window."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.annotating_sessions import notes_of
from tests.e2e.annotating_hand import (
    activate,
    button,
    done,
    draft_in,
    fill_in,
    focused,
    go_on,
    hand_over,
    list_of,
    measure,
    plain_words,
    saved,
    with_damage,
    write,
    write_on,
    written,
)
from tests.e2e.measuring_hand import CTRL, LEFT, NONE, press
from tests.e2e.programs import Opened
from tests.e2e.screen import click, read, seen, settle
from viewer.io.annotations.drafts import Draft, Drafts
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.places import places_of
from viewer.model import view_state
from viewer.model.annotation import Content, OnDay
from viewer.model.time import Span
from viewer.ui.program import Program
from viewer.ui.window import Window


@pytest.fixture
def other(case: Path) -> Path:
    """Another patient's case."""
    there = Path(shutil.copytree(case, case.with_name("other")))
    raw = json.loads((there / "case.json").read_text("utf-8"))
    (there / "case.json").write_text(json.dumps(raw | {"id": "another"}), "utf-8")
    return there


def show(qtbot: QtBot, window: Window, path: Path) -> None:
    """Open a case and wait until all of it is there."""
    window.opener.open(path)
    qtbot.waitUntil(lambda: _path(window) == path, timeout=10_000)
    keeping = window.session.annotating.keeping
    assert keeping is not None
    qtbot.waitUntil(lambda: keeping.read is not None and window.session.annotating.is_idle)
    settle()


def _path(window: Window) -> Path | None:
    return None if window.session.opened is None else window.session.opened.path


def close_folder(path: Path) -> None:
    """Let nothing be saved beside a case."""
    notes_of(path).write_text("a file in the folder's place")


def half_a_value(window: Window) -> None:
    """Begin a value whose number cannot be read yet."""
    window.verbs.put_cursor(30)
    press(window, "V")
    QTest.keyClicks(focused(), "6o")
    window.panels.annotations.editor.fields.text.setFocus()
    QTest.keyClicks(focused(), "by the ward's meter")


def finish_value(window: Window) -> None:
    assert window.panels.annotations.editor.fields.value.text() == "6o"
    fill_in(window, value="60")


# --- another case --------------------------------------------------------------------------------


@pytest.mark.usefixtures("ann")
def test_what_is_half_written_stays_with_its_case(
    qtbot: QtBot, opened: Opened, case: Path, other: Path
) -> None:
    window = opened().window
    half_a_value(window)
    show(qtbot, window, other)
    editor = window.panels.annotations.editor
    assert not editor.isVisible()
    assert not window.notice.isVisible()
    editor.finish()
    assert list_of(window) == written(other) == []
    show(qtbot, window, case)
    qtbot.waitUntil(window.notice.isVisible)
    go_on(window)
    assert editor.fields.text.toPlainText() == "by the ward's meter"
    finish_value(window)
    saved(qtbot, window)
    assert any("60 mg/dL" in row for row in list_of(window))
    assert not list(other.parent.rglob("other.notes/*"))


@pytest.mark.usefixtures("ann")
def test_what_is_written_whole_is_kept_in_its_own_case(
    qtbot: QtBot, opened: Opened, case: Path, other: Path
) -> None:
    window = opened().window
    press(window, "N")
    QTest.keyClicks(focused(), "whole already")
    show(qtbot, window, other)
    assert list_of(window) == []
    assert window.status.saving.text() == ""
    show(qtbot, window, case)
    press(window, "Ctrl+Shift+A")
    assert any("whole already" in row for row in list_of(window))


@pytest.mark.usefixtures("ann")
def test_another_case_waits_while_something_is_not_saved(
    qtbot: QtBot, opened: Opened, case: Path, other: Path
) -> None:
    window = opened().window
    close_folder(case)
    write(window, "N", "nowhere yet")
    qtbot.waitUntil(window.annotate.bar.isVisible, timeout=10_000)
    assert window.status.saving.text() == "Not saved"
    window.opener.open(other)
    qtbot.waitUntil(window.annotate.bar.leave.isVisible, timeout=10_000)
    assert _path(window) == case
    assert other not in window.settings.recent()
    button(window.annotate.bar, "Open the Other Case All the Same").click()
    settle()
    assert _path(window) == other
    assert not window.annotate.bar.isVisible()
    assert window.status.saving.text() == ""  # of this case there is nothing to save
    show(qtbot, window, case)
    press(window, "Ctrl+Shift+A")
    assert any("nowhere yet" in row for row in list_of(window))  # with the person's own data


@pytest.mark.usefixtures("home")
def test_a_name_that_is_given_too_late_writes_nothing_into_another_case(
    qtbot: QtBot, opened: Opened, other: Path
) -> None:
    window = opened().window
    press(window, "N")
    show(qtbot, window, other)
    QTest.keyClicks(focused(), "Ann Meier")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    assert not window.docks["annotations"].isVisible()
    assert window.session.annotating.me is not None


# --- another language, and closing ---------------------------------------------------------------


@pytest.mark.usefixtures("ann")
def test_another_language_waits_and_says_what_is_not_saved(
    qtbot: QtBot, opened: Opened, case: Path
) -> None:
    program = opened()
    before = program.window
    close_folder(case)
    write(before, "N", "nowhere yet")
    qtbot.waitUntil(before.annotate.bar.isVisible, timeout=10_000)
    before.language_wanted.emit("ja")
    assert program.window is before
    assert program.window.session.language == "en"
    before.menus.language.aboutToShow.emit()
    assert [one.isChecked() for one in before.menus.language.actions()] == [True, False]
    button(before.annotate.bar, "Change the Language All the Same").click()
    settle()
    window = program.window
    assert window is not before
    assert window.session.language == "ja"
    assert window.annotate.bar.isVisible()
    assert str(notes_of(case)) in window.annotate.bar.words.text()
    assert window.status.saving.text()
    window.close()
    assert window.isVisible()
    assert window.annotate.bar.leave.isVisible()
    notes_of(case).unlink()
    window.annotate.bar.again.click()
    qtbot.waitUntil(lambda: window.session.annotating.saving == "saved", timeout=10_000)
    settle()
    assert not window.annotate.bar.isVisible()
    activate(window)
    write(window, "N", "only once")  # no window that is gone takes part
    assert sum("only once" in row for row in list_of(window)) == 1
    press(window, "Ctrl+Z")
    assert not any("only once" in row for row in list_of(window))


@pytest.mark.usefixtures("ann")
def test_what_is_not_whole_is_brought_to_the_front_before_closing(
    qtbot: QtBot, opened: Opened, case: Path
) -> None:
    window = opened().window
    half_a_value(window)
    window.docks["annotations"].close()
    window.close()
    settle()
    assert window.isVisible()
    fields = window.panels.annotations.editor.fields
    assert fields.value.isVisible()
    assert not fields.value.visibleRegion().isEmpty()
    assert QApplication.focusWidget() is fields.value
    assert "as a number" in read(window.annotate.bar)
    finish_value(window)
    assert not window.annotate.bar.isVisible()
    saved(qtbot, window)
    window.close()
    assert not window.isVisible()
    assert [record["op"] for record in written(case)] == ["begin", "put"]


@pytest.mark.usefixtures("ann")
def test_nothing_is_asked_where_nothing_was_typed(opened: Opened, home: Path) -> None:
    window = opened().window
    press(window, "V")
    window.close()
    assert not window.isVisible()
    assert list(home.rglob("drafts/*")) == []


@pytest.mark.usefixtures("ann")
@pytest.mark.parametrize("way", ["language", "close"])
def test_what_is_not_whole_becomes_a_draft_all_the_same(
    qtbot: QtBot, opened: Opened, way: str
) -> None:
    program = opened()
    half_a_value(program.window)
    program.window.docks["annotations"].close()
    if way == "language":
        program.window.language_wanted.emit("ja")
        button(program.window.annotate.bar, "Change the Language All the Same").click()
    else:
        program.window.close()
        button(program.window.annotate.bar, "Close All the Same").click()
        assert not program.window.isVisible()
        program.close()
        program = opened()
    settle()
    window = program.window
    qtbot.waitUntil(window.notice.isVisible)
    window.activateWindow()
    window.notice.action.click()
    settle()
    finish_value(window)
    qtbot.waitUntil(lambda: window.session.annotating.saving == "saved")
    assert any("60 mg/dL" in row for row in list_of(window))


@pytest.mark.usefixtures("ann")
def test_what_is_not_saved_is_copied_whole(qtbot: QtBot, opened: Opened, case: Path) -> None:
    window = opened().window
    close_folder(case)
    fields = window.panels.annotations.editor.fields
    measure(window, 13.5, 2)
    press(window, "Shift+N")
    QTest.keyClicks(focused(), "first line")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "second line")
    fields.tags.setFocus()
    QTest.keyClicks(focused(), "embolization, ask")
    done()
    period = window.session.state.selection
    click(window, seen(window, r"TAE.*left"))
    press(window, "D")
    fill_in(window, question="Once more?", decision="Yes", who="Dr Kato")
    window.session.select(period)
    press(window, "Delete")
    qtbot.waitUntil(window.annotate.bar.isVisible, timeout=10_000)
    button(window.annotate.bar, "Copy").click()
    text = QGuiApplication.clipboard().text()
    assert "Ann: Note: days 13–15\nfirst line\nsecond line\nTags: embolization, ask" in text
    assert "TAE, left hepatic lobe, day 22" in plain_words(text)
    assert text.endswith("Ann: Delete Note: days 13–15")
    assert "Question: Once more?\nDecision: Yes\nWho does it: Dr Kato" in text


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """No drive takes anything any more."""

    def append(journal: OwnJournal, _: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(journal.path))

    monkeypatch.setattr(OwnJournal, "append", append)


@pytest.mark.usefixtures("ann", "broken")
def test_closing_right_after_an_edit_waits_for_the_drive(opened: Opened) -> None:
    window = opened().window
    press(window, "N")
    QTest.keyClicks(focused(), "to a failing drive")
    window.close()
    assert window.isVisible()
    assert window.annotate.bar.leave.isVisible()
    assert "could not be written" in read(window.annotate.bar)


@pytest.mark.usefixtures("ann", "broken")
def test_what_could_be_saved_nowhere_is_told_and_can_be_copied(
    qtbot: QtBot, opened: Opened, case: Path, other: Path
) -> None:
    window = opened().window
    write_on(window, 20, "to no drive")
    qtbot.waitUntil(window.annotate.bar.isVisible)
    window.opener.open(other)
    qtbot.waitUntil(window.annotate.bar.leave.isVisible, timeout=10_000)
    window.annotate.bar.leave.click()
    qtbot.waitUntil(window.notice.isVisible)
    assert "could be saved nowhere" in read(window.notice)
    button(window.notice, "Copy").click()
    assert QGuiApplication.clipboard().text().endswith("Ann: Note: day 20\nto no drive")
    show(qtbot, window, case)
    press(window, "Ctrl+Shift+A")
    assert any("to no drive" in row for row in list_of(window))


# --- undo ----------------------------------------------------------------------------------------


def is_in_window(window: Window, day: float) -> bool:
    state = window.session.state
    return state.window.contains(day) and not any(f.start < day < f.end for f in state.folds)


@pytest.mark.usefixtures("ann")
@pytest.mark.parametrize("way", ["panned", "folded"])
def test_undo_brings_a_note_back_into_view(qtbot: QtBot, opened: Opened, way: str) -> None:
    window = opened().window
    session = window.session
    write_on(window, 100, "out of sight")
    session.select(None)

    def look_away() -> None:
        window.docks["annotations"].close()
        if way == "panned":
            session.apply(lambda state: view_state.show(state, Span(0, 30)))
        else:
            session.apply(lambda state: view_state.fold(state, Span(90, 110)))
        window.session.point_at(5.5)
        settle()
        assert not is_in_window(window, 100.5)

    for keys in ("Ctrl+Z", "Ctrl+Shift+Z"):
        look_away()
        press(window, keys)
        assert is_in_window(window, 100.5)
        assert session.state.cursor == 100.5
    assert session.state.selection in session.annotations
    assert any(one.item.id == session.state.selection for one in window.chart.notes.strip.placed)
    assert not window.docks["annotations"].isVisible()  # the chart tells it
    saved(qtbot, window)


@pytest.mark.usefixtures("ann")
def test_undo_raises_the_list_for_what_only_it_tells(qtbot: QtBot, opened: Opened) -> None:
    window = opened().window
    table = window.panels.annotations.table
    write(window, "Ctrl+Alt+N", "on the case")
    window.session.select(window.session.case.discrepancies[0].id)
    write(window, "N", "on a discrepancy")
    note = window.session.state.selection
    write(window, "Ctrl+R", "an answer")
    expected = [1, 2, 2]  # rows: an answer has none of its own
    for count in (*reversed(expected[:2]), 0):
        window.docks["annotations"].close()
        press(window, "Ctrl+Z")
        assert not table.visibleRegion().isEmpty()
        assert len(list_of(window)) == count
        if count == 2:
            assert window.session.state.selection == note
            assert "an answer" not in read(window.panels.annotations)
    for count in expected:
        window.docks["annotations"].close()
        press(window, "Ctrl+Shift+Z")
        assert not table.visibleRegion().isEmpty()
        assert len(list_of(window)) == count
    assert window.session.state.selection == note
    saved(qtbot, window)


@pytest.mark.usefixtures("ann")
def test_a_row_of_the_list_leads_out_of_a_fold(qtbot: QtBot, opened: Opened) -> None:
    window = opened().window
    write_on(window, 100, "folded away")
    window.session.select(None)
    window.session.apply(lambda state: view_state.fold(state, Span(90, 110)))
    press(window, "Ctrl+Shift+A")
    assert not is_in_window(window, 100.5)
    table = window.panels.annotations.table
    QTest.mouseClick(
        table.viewport(), LEFT, NONE, table.visualRect(table.model().index(0, 0)).center()
    )
    settle()
    assert is_in_window(window, 100.5)
    saved(qtbot, window)


@pytest.mark.usefixtures("ann")
def test_undo_shows_the_part_whose_mark_went(qtbot: QtBot, opened: Opened) -> None:
    window = opened().window
    event = seen(window, r"TAE.*left").id
    window.session.select(event)
    press(window, "1")
    lane = next(one.lane for one in window.session.case.events if one.id == event)
    assert lane is not None
    window.verbs.show_row(lane, False)
    window.session.select(None)
    press(window, "Ctrl+Z")
    assert window.session.state.selection == event
    assert lane not in window.session.state.hidden
    saved(qtbot, window)


# --- notices and drafts --------------------------------------------------------------------------


def leave_draft(case: Path, author: str, number: int, text: str, day: float = 20.0) -> None:
    """Leave a draft as a crash does."""
    content = Content(kind="note", target=OnDay(day=day), text=text)
    id_ = f"{author}-{number:016x}"
    private = places_of(case, "insulinoma-tae").private
    Drafts(private, "insulinoma-tae").set_aside(Draft(id_, content, f"2026-11-30T14:0{number}:00Z"))


def test_notices_wait_for_one_another(qtbot: QtBot, opened: Opened, ann: str, case: Path) -> None:
    with_damage(qtbot, opened, case)
    for number in (1, 2):
        leave_draft(case, ann, number, f"draft {number}")
    window = opened().window
    qtbot.waitUntil(window.notice.isVisible)
    qtbot.waitUntil(lambda: window.session.annotating.is_idle)
    assert "could not be read: 1" in read(window.notice)
    press(window, "Ctrl+E")
    assert "Choose an annotation first" in read(window.notice)  # what was just asked for, at once
    window.notice.dismiss.click()
    assert "could not be read: 1" in read(window.notice)
    window.notice.dismiss.click()
    typed = []
    for _ in range(2):
        assert "not finished" in read(window.notice)
        go_on(window)
        typed.append(window.panels.annotations.editor.fields.text.toPlainText())
        window.activateWindow()
        done()
    assert typed == ["draft 2", "draft 1"]
    assert not window.notice.isVisible()
    saved(qtbot, window)
    assert sum("draft" in row for row in list_of(window)) == 2


@pytest.mark.usefixtures("ann")
def test_what_another_window_is_typing_is_not_offered(
    qtbot: QtBot, opened: Opened, home: Path, case: Path
) -> None:
    first = opened()
    press(first.window, "N")
    QTest.keyClicks(focused(), "still at it")
    draft_in(qtbot, home)
    second = opened()
    qtbot.waitUntil(lambda: second.window.session.annotating.is_idle)
    settle()
    assert not second.window.notice.isVisible()
    second.close()
    activate(first.window)
    QTest.keyClick(first.window.panels.annotations.editor.fields.text, Qt.Key.Key_Return, CTRL)
    saved(qtbot, first.window)
    assert list(home.rglob("drafts/*")) == []


@pytest.mark.usefixtures("home")
def test_a_draft_is_offered_once_the_horizon_lets_it_through(
    qtbot: QtBot, opened: Opened, ann: str, case: Path
) -> None:
    leave_draft(case, ann, 1, "canary", day=5)
    window = opened("--horizon", "10").window
    qtbot.waitUntil(lambda: window.session.annotating.is_idle)
    settle()
    assert not window.notice.isVisible()
    press(window, "Ctrl+Shift+H")
    qtbot.waitUntil(window.notice.isVisible)
    assert "not finished" in read(window.notice)


# --- what was read -------------------------------------------------------------------------------


def close_for_good(program: Program) -> None:
    program.window.close()
    assert not program.window.isVisible()
    program.close()
    settle()


def new_rows(window: Window) -> list[str]:
    return [row for row in list_of(window) if "New" in row]


def test_only_what_could_be_seen_counts_as_read(
    qtbot: QtBot, opened: Opened, ann: str, case: Path
) -> None:
    mine = opened()
    for day, text in ((5, "early"), (100, "late")):
        write_on(mine.window, day, text)
    saved(qtbot, mine.window)
    close_for_good(mine)
    hand_over()

    under = opened()  # a horizon hides both
    press(under.window, "Ctrl+Shift+A")
    under.window.verbs.put_cursor(50)
    press(under.window, "Ctrl+H")
    press(under.window, "Ctrl+Shift+M")
    close_for_good(under)

    behind = opened()  # another panel stands before the list
    press(behind.window, "Ctrl+Shift+A")
    assert len(new_rows(behind.window)) == 2
    behind.window.docks["imaging"].raise_()
    settle()
    behind.window.language_wanted.emit("ja")
    behind.window.language_wanted.emit("en")
    settle()
    behind.window.docks["imaging"].raise_()
    settle()
    close_for_good(behind)

    filtered = opened()
    press(filtered.window, "Ctrl+Shift+A")
    assert len(new_rows(filtered.window)) == 2
    filtered.window.panels.annotations.filters.text.setText("early")
    settle()
    close_for_good(filtered)

    again = opened()
    press(again.window, "Ctrl+Shift+A")
    assert ["late" in row for row in new_rows(again.window)] == [True]
    close_for_good(again)

    last = opened().window
    press(last, "Ctrl+Shift+A")
    assert new_rows(last) == []


# --- files ---------------------------------------------------------------------------------------


def test_a_file_that_is_there_is_replaced_only_when_that_is_wanted(
    qtbot: QtBot, opened: Opened, ann: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened().window
    write(window, "N", "for a colleague")
    saved(qtbot, window)
    precious = tmp_path / "notes.md"
    precious.write_text("precious")
    given = lambda *_: (str(tmp_path / "notes"), "Markdown (*.md)")  # noqa: E731
    monkeypatch.setattr(QFileDialog, "getSaveFileName", given)
    for answer, is_replaced in (("Cancel", False), ("Replace", True)):
        activate(window)
        press(window, "Ctrl+Alt+E")
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert str(precious) in box.text()
        button(box, answer).click()
        settle()
        qtbot.waitUntil(lambda: window.session.annotating.is_idle)
        assert ("for a colleague" in precious.read_text()) == is_replaced
    precious.unlink()
    activate(window)
    press(window, "Ctrl+Alt+E")
    qtbot.waitUntil(precious.exists)
    assert QApplication.activeModalWidget() is None
