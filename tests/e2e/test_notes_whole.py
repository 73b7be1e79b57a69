"""Every kind of annotation by mouse and keys: written, closed, and whole when opened again."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from tests.annotating_sessions import journals_in, notes_of
from tests.e2e.annotating_hand import (
    activate,
    annotations_in,
    button,
    done,
    draft_in,
    fill_in,
    focused,
    go_on,
    hand_over,
    link,
    list_of,
    saved,
    write,
    write_on,
    written,
)
from tests.e2e.marking_hand import SHIFT, drag, in_plot, mark_period, mark_point, plotted
from tests.e2e.measuring_hand import ALT, LEFT, press
from tests.e2e.programs import Opened
from tests.e2e.screen import click, place_of, read, seen, settle
from viewer.io.annotations.journal_reading import Journal
from viewer.io.annotations.own_journal import OwnJournal
from viewer.ui.marks.authors import author_signs
from viewer.ui.widgets.formatted_text import FormattedText
from viewer.ui.window import Window

ROOT = Path(__file__).resolve().parents[2]
SURROGATE, OVERRIDE = "\ud800", "\N{RIGHT-TO-LEFT OVERRIDE}"


# --- a crash -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("ann")
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_what_was_typed_is_offered_after_the_program_was_killed(
    qtbot: QtBot, opened: Opened, case: Path, tmp_path: Path, home: Path
) -> None:
    given = [str(case), str(tmp_path / "killed.ini"), "not finished"]
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.crashing", *given],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
    )
    try:
        assert program.stdout is not None
        assert program.stdout.readline() == b"typed\n"
        draft_in(qtbot, home, timeout_ms=20_000)
        during = opened()  # it is still being typed
        qtbot.waitUntil(lambda: during.window.session.annotating.is_idle)
        settle()
        assert not during.window.notice.isVisible()
        during.close()
    finally:
        os.kill(program.pid, signal.SIGKILL)
        program.communicate()
    window = opened().window
    qtbot.waitUntil(window.notice.isVisible, timeout=5_000)
    go_on(window)
    assert window.panels.annotations.editor.fields.text.toPlainText() == "not finished"
    done()
    saved(qtbot, window)
    assert any("not finished" in row for row in list_of(window))
    assert list(home.rglob("drafts/*")) == []


# --- names, authors ------------------------------------------------------------------------------


def rename(window: Window, name: str) -> None:
    press(window, "Ctrl+Shift+U")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    dialog.name.selectAll()  # type: ignore[attr-defined]
    if name.isprintable():
        QTest.keyClicks(focused(), name)
    else:
        dialog.name.insert(name)  # type: ignore[attr-defined]  # no key gives it
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    activate(window)


@pytest.mark.usefixtures("ann")
def test_another_name_is_shown_at_once_and_written(
    qtbot: QtBot, opened: Opened, case: Path
) -> None:
    window = opened().window
    write(window, "N", "signed")
    saved(qtbot, window)
    rename(window, "Dr Berger")
    saved(qtbot, window)
    qtbot.waitUntil(lambda: "Dr Berger" in list_of(window)[0])
    names = [record["name"] for record in written(case) if record["op"] == "name"]
    assert names == ["Dr Berger"]


def test_each_author_keeps_their_sign_when_somebody_joins(
    qtbot: QtBot, opened: Opened, ann: str
) -> None:
    mine = opened()
    write(mine.window, "N", "from Ann")
    saved(qtbot, mine.window)
    before = author_signs(mine.window.session.annotations.authors)[ann]
    mine.close()
    bob = hand_over()
    window = opened().window
    qtbot.waitUntil(lambda: ann in window.session.annotations.authors, timeout=10_000)
    write(window, "N", "from Bob, who has seen Ann's")
    saved(qtbot, window)
    after = author_signs(window.session.annotations.authors)
    assert after[ann] == before
    assert after[ann][:2] != after[bob][:2]


@pytest.mark.usefixtures("ann")
def test_letters_that_no_file_holds_and_that_turn_words_do_no_harm(
    qtbot: QtBot, opened: Opened, case: Path
) -> None:
    program = opened()
    window = program.window
    rename(window, f"Ann{OVERRIDE} M{SURROGATE}")
    window.verbs.put_cursor(20)
    press(window, "N")
    fields = window.panels.annotations.editor.fields
    fields.text.insertPlainText(f"before {SURROGATE} {OVERRIDE}turned")
    fields.tags.setFocus()
    fields.tags.insert(f"tag{SURROGATE}, {OVERRIDE}other")
    done()
    saved(qtbot, window)
    program.close()

    again = opened().window
    press(again, "Ctrl+Shift+A")
    (row,) = list_of(again)
    assert "before" in row
    assert "day 20" in row
    assert "tag" in row
    again.session.select(next(iter(again.session.annotations.annotations)))
    settle()
    said = again.panels.annotations.findChildren(FormattedText)
    assert any("turned" in one.toPlainText() for one in said)
    (put,) = annotations_in(case)
    bodies = [body["value"] for body in put["body"]]
    assert [OVERRIDE in body for body in bodies] == [True, False, True]
    assert not any(SURROGATE in body for body in bodies)


# --- files and folders ---------------------------------------------------------------------------


@pytest.mark.usefixtures("ann")
def test_a_colleagues_journal_is_taken_in_by_the_menus_key(
    qtbot: QtBot, opened: Opened, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = opened()
    write(mine.window, "N", "sent as a file")
    saved(qtbot, mine.window)
    given = lambda *_: (str(tmp_path / "sent"), "Web annotations (*.jsonld)")  # noqa: E731
    monkeypatch.setattr(QFileDialog, "getSaveFileName", given)
    press(mine.window, "Ctrl+Alt+E")
    qtbot.waitUntil((tmp_path / "sent.jsonld").exists)
    qtbot.waitUntil(lambda: "Exported to" in read(mine.window.notice))
    mine.close()
    (journal,) = journals_in(notes_of(case))
    journal = journal.rename(tmp_path / "sent.journal")
    hand_over()
    window = opened().window
    press(window, "Ctrl+Shift+A")
    assert list_of(window) == []
    for path, count in ((journal, "1"), (tmp_path / "sent.jsonld", "0")):
        chosen = lambda *_, path=path: ([str(path)], "")  # noqa: E731
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", chosen)
        press(window, "Ctrl+Alt+I")
        qtbot.waitUntil(lambda count=count: f"taken in: {count}" in read(window.notice))
        qtbot.waitUntil(lambda: len(list_of(window)) == 1, timeout=10_000)
    assert "sent as a file" in list_of(window)[0]
    assert "Ann" in list_of(window)[0]


@pytest.mark.usefixtures("ann")
def test_another_computer_that_writes_is_named_until_this_one_takes_over(
    qtbot: QtBot, opened: Opened, case: Path
) -> None:
    first = opened()
    write(first.window, "N", "before")
    saved(qtbot, first.window)
    first.close()
    (lock,) = notes_of(case).glob("*.lock")
    lock.write_text(json.dumps({"host": "ward-7", "pid": 4321}))  # as its drive brought it
    window = opened().window
    write(window, "N", "from here")
    qtbot.waitUntil(window.annotate.bar.isVisible, timeout=10_000)
    assert "ward-7" in read(window.annotate.bar)
    assert window.status.saving.text() == "Read-only"
    button(window.annotate.bar, "Write Here Instead").click()
    saved(qtbot, window)
    assert not window.annotate.bar.isVisible()
    assert "from here" in json.dumps(written(case))


@pytest.mark.usefixtures("ann")
def test_a_folder_that_is_closed_is_told_with_the_place_of_the_notes(
    qtbot: QtBot, opened: Opened, case: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_open = OwnJournal.open

    def closed(journal: OwnJournal, **given: bool) -> Journal:
        if journal.path.parent == notes_of(case):  # to the one who runs tests none is closed
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(journal.path))
        return to_open(journal, **given)

    monkeypatch.setattr(OwnJournal, "open", closed)
    window = opened().window
    write(window, "N", "kept elsewhere")
    saved(qtbot, window)
    (journal,) = home.rglob("*.journal")
    assert str(journal.parent) in read(window.notice)
    assert b"kept elsewhere" in journal.read_bytes()


# --- all of them ---------------------------------------------------------------------------------


def shown(window: Window) -> dict[str, Any]:
    """Give all that the window tells of annotations, in words and places."""
    press(window, "0")
    press(window, "Ctrl+Shift+A")
    window.session.select(None)
    settle()
    strip = window.chart.notes.strip
    notes = window.chart.timeline._page.notes
    return {
        "rows": sorted(list_of(window)),
        "strip": [
            (note.ids, note.row, note.words, note.mark.getRect(), note.line, note.is_count)
            for note in strip.placed
        ],
        "plots": [
            (note.ids, note.words, note.mark.getRect(), note.box) for note in plotted(window)
        ],
        "lanes": {lane: count for lane, count in notes.counts.items() if count},
    }


def write_all(window: Window) -> None:
    """Make one of every kind by mouse and keys."""
    event = seen(window, r"TAE.*right")
    click(window, event)
    press(window, "N")
    fill_in(window, text="on an event", tags="first, asked")
    click(window, event)
    for key in "1234":
        press(window, key)
    press(window, "D")
    fill_in(window, question="Once more?", decision="Yes", who="Dr Kato", text="outcome's text")
    window.session.select(None)
    write_on(window, 70, "on a day")
    window.verbs.put_cursor(80)
    press(window, "A")
    fill_in(window, title="Second opinion")
    window.verbs.put_cursor(90)
    press(window, "V")
    fill_in(window, value="61")
    write(window, "Ctrl+Alt+N", "on the case")
    window.session.select(window.session.case.discrepancies[0].id)
    write(window, "N", "on a discrepancy")
    by_mouse(window)
    note = next(
        one.id
        for one in window.session.annotations.shown
        if one.content is not None and one.content.text == "on a day"
    )
    window.session.select(note)
    write(window, "Ctrl+R", "an answer")
    window.session.select(note)
    settle()
    link(window, "Resolve")


def by_mouse(window: Window) -> None:
    """Make those that the mouse marks."""
    mark_period(window, 100.4, 115.5)
    fill_in(window, text="on a period")
    mark_point(window, 125, 80)
    fill_in(window, text="on a point")
    drag(window.chart.plots, in_plot(window, 130, 80), in_plot(window, 140, 60), SHIFT)
    fill_in(window, text="on a box")
    click(window, seen(window, r"TAE.*right"))
    place = place_of(window, seen(window, r"TAE.*left"))
    QTest.mouseClick(window.chart.timeline.viewport(), LEFT, ALT, place)
    press(window, "K")
    press(window, "Escape")
    press(window, "Escape")


@pytest.mark.usefixtures("ann")
def test_one_of_every_kind_is_the_same_when_opened_again(
    qtbot: QtBot, opened: Opened, case: Path
) -> None:
    program = opened()
    write_all(program.window)
    saved(qtbot, program.window)
    before, records = shown(program.window), written(case)
    made = annotations_in(case)
    kinds = {one["dayline:kind"] for one in made}
    assert kinds == {
        "note", "mark", "outcome", "event", "value", "measure", "reply", "resolve",
    }  # fmt: skip
    targets = {one["target"].get("selector", {}).get("type") for one in made}
    assert targets == {
        *(f"dayline:{one}" for one in ("Part", "Day", "Period", "Point", "Box", "Case")),
        None,  # another annotation
    }
    assert len(before["rows"]) == 15
    assert len(before["plots"]) == 3
    program.window.close()
    program.close()
    settle()

    again = opened().window
    assert shown(again) == before
    assert written(case) == records
