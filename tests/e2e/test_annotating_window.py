"""Annotating in the real window with keys and mouse: what it shows, and what the file says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.annotating_sessions import journals_in, notes_of
from tests.e2e.annotating_hand import (
    activate,
    annotations_in,
    button,
    click_link,
    done,
    draft_in,
    fill_in,
    firsts,
    focused,
    give_name,
    go_on,
    hand_over,
    link,
    list_of,
    measure,
    plain_words,
    saved,
    type_and_be_done,
    with_damage,
    write,
    write_on,
    written,
)
from tests.e2e.measuring_hand import CTRL, LEFT, NONE, press
from tests.e2e.programs import Opened
from tests.e2e.screen import click, read, seen, settle
from tests.settling import catch_up
from viewer.ui.widgets.formatted_text import FormattedText


def test_the_name_is_asked_once_and_the_note_is_there_again(
    qtbot: QtBot, opened: Opened, case: Path
) -> None:
    program = opened()
    window = program.window
    click(window, seen(window, r"TAE.*right"))
    press(window, "N")
    give_name(window, "Ann Meier")
    type_and_be_done("Was it the *larger* lobe?")
    saved(qtbot, window)
    assert any("Was it the larger lobe?" in row and "TAE" in row for row in list_of(window))
    assert "Was it the *larger* lobe?" in json.dumps(annotations_in(case)[0], ensure_ascii=False)
    program.close()

    again = opened().window
    press(again, "Ctrl+Shift+A")
    assert any("Was it the larger lobe?" in row and "Ann Meier" in row for row in list_of(again))
    press(again, "N")  # nobody is asked again
    assert QApplication.activeModalWidget() is None
    QTest.keyClick(focused(), Qt.Key.Key_Escape)


def test_notes_on_a_day_a_period_the_case_and_a_discrepancy(
    qtbot: QtBot, opened: Opened, ann: str, case: Path
) -> None:
    window = opened().window
    write_on(window, 30, "on a day")
    measure(window, 13.5, 2)
    write(window, "Shift+N", "on a period")
    write(window, "Ctrl+Alt+N", "on the case")
    window.session.select(window.session.case.discrepancies[0].id)
    write(window, "N", "on a discrepancy")
    saved(qtbot, window)
    rows = list_of(window)
    assert any("on a day" in row and "day 30" in row for row in rows)
    assert any("on a period" in row and "days 13–15" in row for row in rows)
    assert any("on the case" in row and "the whole case" in row for row in rows)
    title = window.session.case.discrepancies[0].title.pick("en")
    assert any("on a discrepancy" in row and title in row for row in rows)
    targets = [one["target"] for one in annotations_in(case)]
    kinds = {target.get("selector", {}).get("type") for target in targets}
    assert kinds == {"dayline:Day", "dayline:Period", "dayline:Case", "dayline:Part"}


@pytest.mark.parametrize(
    ("key", "word", "name"),
    [
        ("1", "important", "Important"),
        ("2", "question", "Question"),
        ("3", "disagree", "Disagree"),
        ("4", "done", "Done"),
    ],
)
def test_marks_toggle_and_undo_names_the_step(
    qtbot: QtBot, opened: Opened, ann: str, case: Path, key: str, word: str, name: str
) -> None:
    program = opened()
    window = program.window
    other, other_name = ("3", "Disagree") if key != "3" else ("4", "Done")
    click(window, seen(window, r"TAE.*right"))
    press(window, other)
    press(window, key)
    press(window, "Ctrl+Shift+A")
    assert firsts(window) == [other_name, name]
    click(window, seen(window, r"TAE.*right"))
    press(window, key)
    assert firsts(window) == [other_name]
    undo = window.actions_by_name["undo"]
    assert name in undo.text()
    press(window, "Ctrl+Z")
    assert firsts(window) == [other_name, name]
    press(window, "Ctrl+Shift+Z")
    assert firsts(window) == [other_name]
    for _ in range(3):
        press(window, "Ctrl+Z")
    assert list_of(window) == []
    assert not undo.isEnabled()
    click(window, seen(window, r"TAE.*right"))
    press(window, key)
    saved(qtbot, window)
    said = annotations_in(case)[-1]
    assert said["body"] == [{"type": "TextualBody", "purpose": "assessing", "value": word}]
    assert said["target"]["selector"]["type"] == "dayline:Part"
    program.close()

    again = opened().window
    press(again, "Ctrl+Shift+A")
    assert [row.split(" | ")[:2] for row in list_of(again)] == [[name, "TAE, right hepatic lobe"]]


def test_the_days_of_a_note_are_typed_exactly(qtbot: QtBot, opened: Opened, ann: str) -> None:
    window = opened().window
    write_on(window, 20, "moves")
    press(window, "F4")
    field = window.panels.annotations.editor.fields.first
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "33")
    button(window.panels.annotations, "Done").click()
    saved(qtbot, window)
    assert any("moves" in row and "day 33" in row for row in list_of(window))
    press(window, "Ctrl+Z")
    assert any("moves" in row and "day 20" in row for row in list_of(window))
    assert window.session.state.cursor == pytest.approx(20, abs=0.6)


def test_an_added_event_and_value_are_told_apart_and_checked(
    qtbot: QtBot, opened: Opened, ann: str, case: Path
) -> None:
    program = opened()
    window = program.window
    panel = window.panels.annotations
    window.verbs.put_cursor(30)
    press(window, "A")
    focused().selectAll()  # type: ignore[attr-defined]
    type_and_be_done("Second opinion")
    press(window, "V")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    assert "number" in read(panel)  # what is missing is said, and nothing is kept
    type_and_be_done("61")
    saved(qtbot, window)
    values = [p.value for series in window.session.case.series for p in series.points]
    assert 61 not in values  # the case is as it was
    puts = annotations_in(case)
    lane = window.session.case.lanes[0].id
    event = {"type": "dayline:event", "title": "Second opinion", "lane": lane, "when": {"day": 30}}
    assert puts[0]["body"] == [event]
    assert puts[1]["body"][0]["value"] == 61
    program.close()

    again = opened().window
    press(again, "Ctrl+Shift+A")
    rows = [row.split(" | ") for row in list_of(again)]
    assert ["Second opinion (added by Ann)", "day 30", "Ann", "Added event"] in [
        row[:4] for row in rows
    ]
    assert ["61 mg/dL (added by Ann)", "day 30", "Ann", "Added value"] in [row[:4] for row in rows]
    press(again, "J")
    strip = again.chart.notes.strip
    (placed,) = (one for one in strip.placed if "Second opinion" in one.words)
    assert plain_words(placed.words) == "Second opinion, added by Ann"
    assert "added by Ann" in plain_words(strip.tooltip_of(placed))


def test_the_distance_between_the_cursors_is_kept(qtbot: QtBot, opened: Opened, ann: str) -> None:
    window = opened().window
    measure(window, 12.5, 10)
    press(window, "K")
    press(window, "Ctrl+Shift+A")
    assert any("10 d" in row and "days 12–22" in row for row in list_of(window))
    saved(qtbot, window)


def test_replies_resolve_and_history(qtbot: QtBot, opened: Opened, ann: str) -> None:
    window = opened().window
    write_on(window, 20, "first words")
    press(window, "F4")
    QTest.keyClick(focused(), Qt.Key.Key_A, CTRL)
    type_and_be_done("second words")
    note = window.session.state.selection
    write(window, "Ctrl+R", "an answer")
    window.session.select(note)
    settle()
    link(window, "Resolve")
    assert any("resolved" in row and "1 reply" in row for row in list_of(window))
    link(window, "Reopen")
    assert not any("resolved" in row for row in list_of(window))
    link(window, "History…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    said = dialog.page.findChildren(QWidget)  # type: ignore[attr-defined]
    words = " ".join(w.toPlainText() for w in said if hasattr(w, "toPlainText"))
    assert words.index("second words") < words.index("first words")
    dialog.close()
    settle()
    saved(qtbot, window)


def test_deleting_keeps_the_history_and_purging_does_not(
    qtbot: QtBot, opened: Opened, ann: str, case: Path
) -> None:
    window = opened().window
    write_on(window, 20, "typed by mistake")
    note = window.session.state.selection
    assert note is not None
    link(window, "Delete")
    assert list_of(window) == []
    press(window, "Ctrl+Z")
    assert len(list_of(window)) == 1
    window.panels.annotations.table.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Delete)
    assert list_of(window) == []
    press(window, "Ctrl+Z")
    assert len(list_of(window)) == 1
    saved(qtbot, window)
    assert "typed by mistake" in json.dumps(written(case))
    window.session.select(note)
    settle()
    link(window, "Purge…")
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    button(box, "Purge").click()
    saved(qtbot, window)
    assert list_of(window) == []
    assert "typed by mistake" not in json.dumps(written(case))
    assert [r["op"] for r in written(case) if r.get("id") == note] == ["purge"]
    assert not window.actions_by_name["undo"].isEnabled()


def test_escape_gives_up_what_was_typed_and_brings_it_back(
    qtbot: QtBot, opened: Opened, ann: str, case: Path
) -> None:
    window = opened().window
    window.verbs.put_cursor(20)
    press(window, "N")
    QTest.keyClicks(focused(), "half a thought")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    settle()
    assert list_of(window) == []
    assert written(case) == []
    go_on(window)
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    assert any("half a thought" in row for row in list_of(window))
    saved(qtbot, window)


def test_a_draft_comes_back_after_a_crash(
    qtbot: QtBot, opened: Opened, ann: str, case: Path, home: Path
) -> None:
    program = opened()
    window = program.window
    press(window, "N")
    QTest.keyClicks(focused(), "not finished")
    draft = draft_in(qtbot, home)
    kept = draft.read_bytes()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not draft.exists(), timeout=5_000)
    program.close()
    draft.write_bytes(kept)  # as a crash leaves it
    again = opened().window
    qtbot.waitUntil(again.notice.isVisible, timeout=5_000)
    go_on(again)
    done()
    saved(qtbot, again)
    assert any("not finished" in row for row in list_of(again))


def test_a_colleague_s_notes_come_by_themselves_and_are_new(
    qtbot: QtBot, opened: Opened, ann: str, case: Path, tmp_path: Path
) -> None:
    mine = opened()
    write(mine.window, "N", "from Ann")
    saved(qtbot, mine.window)
    mine.close()
    (journal,) = journals_in(notes_of(case))
    raw = journal.read_bytes()
    journal.unlink()
    hand_over()
    window = opened().window
    press(window, "Ctrl+Shift+A")
    assert list_of(window) == []
    journal.write_bytes(raw)  # as a synchronised folder brings it
    qtbot.waitUntil(lambda: len(list_of(window)) == 1, timeout=10_000)
    assert "New" in list_of(window)[0]
    assert "Ann" in list_of(window)[0]
    window.session.select(next(iter(window.session.annotations.annotations)))
    press(window, "F4")  # only its author can
    assert "author" in read(window.notice)
    press(window, "Ctrl+Shift+M")
    assert "New" not in list_of(window)[0]


def test_filters_let_through_what_is_asked_for(qtbot: QtBot, opened: Opened, ann: str) -> None:
    window = opened().window
    for day, text in ((5, "early ask"), (100, "late")):
        write_on(window, day, text)
    panel = window.panels.annotations
    panel.filters.text.setFocus()
    QTest.keyClicks(panel.filters.text, "ASK")
    panel.filters.text.setText("ＡＳＫ")  # full width, as an input method gives it
    assert firsts(window) == ["early ask"]
    panel.filters.text.clear()
    assert len(list_of(window)) == 2
    panel.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert firsts(window) == ["late", "early ask"]
    panel.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    where = panel.table.visualRect(panel.rows.index(1, 0)).center()
    QTest.mouseClick(panel.table.viewport(), LEFT, NONE, QPoint(where))
    settle()
    assert window.session.state.cursor == pytest.approx(100, abs=0.6)
    saved(qtbot, window)


def test_a_second_window_reads_only_until_it_takes_over(
    qtbot: QtBot, opened: Opened, ann: str
) -> None:
    first, second = opened().window, opened().window
    activate(first)
    write(first, "N", "from the first")
    saved(qtbot, first)
    activate(second)
    write(second, "N", "from the second")
    qtbot.waitUntil(second.annotate.bar.isVisible, timeout=10_000)
    assert "Another window" in read(second.annotate.bar)
    button(second.annotate.bar, "Write Here Instead").click()
    saved(qtbot, second)
    qtbot.waitUntil(first.annotate.bar.isVisible, timeout=10_000)
    assert len(list_of(second)) == 2
    qtbot.waitUntil(lambda: len(list_of(first)) == 2, timeout=10_000)


def test_what_cannot_be_saved_is_told_and_can_be_saved_elsewhere(
    qtbot: QtBot, opened: Opened, ann: str, case: Path, home: Path
) -> None:
    window = opened().window
    notes_of(case).write_text("a file in the folder's place")
    write(window, "N", "to be kept")
    qtbot.waitUntil(window.annotate.bar.isVisible, timeout=10_000)
    assert window.status.saving.text() == "Not saved"
    window.close()
    assert window.isVisible()  # it waits for an answer
    button(window.annotate.bar, "Copy").click()
    assert "to be kept" in QGuiApplication.clipboard().text()
    button(window.annotate.bar, "Save with My Own Data").click()
    saved(qtbot, window)
    assert not window.annotate.bar.isVisible()
    journals = list(home.rglob("*.journal"))
    assert len(journals) == 1
    assert b"to be kept" in journals[0].read_bytes()


def test_under_a_horizon_only_what_was_written_there_is_told(
    qtbot: QtBot, opened: Opened, ann: str
) -> None:
    window = opened().window
    write_on(window, 5, "canary: she dies")
    press(window, "Ctrl+H")
    press(window, "Ctrl+Shift+A")
    assert list_of(window) == []
    assert "canary" not in read(window, with_tooltips=True)
    write(window, "N", "written at day 5")
    assert firsts(window) == ["written at day 5"]
    press(window, "Ctrl+Shift+H")
    assert len(list_of(window)) == 2
    saved(qtbot, window)


def test_annotations_are_passed_on_and_taken_in(
    qtbot: QtBot, opened: Opened, ann: str, case: Path, tmp_path: Path, home: Path
) -> None:
    program = opened()
    window = program.window
    write_on(window, 20, "=1+1 for a colleague")
    saved(qtbot, window)
    passing_on = window.annotate.verbs.passing_on
    for ending in (".md", ".csv", ".jsonld"):
        path = tmp_path / f"notes{ending}"
        passing_on.export(path)
        qtbot.waitUntil(lambda path=path: str(path) in read(window.notice), timeout=5_000)
        assert "for a colleague" in path.read_text("utf-8-sig")
    assert ",=1+1" not in (tmp_path / "notes.csv").read_text("utf-8-sig")
    passing_on.export(tmp_path / "no" / "folder.md")
    qtbot.waitUntil(lambda: "not written" in read(window.notice), timeout=5_000)
    program.close()
    shutil.rmtree(notes_of(case))
    next(home.rglob("author.json")).unlink()

    other = opened().window
    press(other, "Ctrl+Shift+A")
    assert list_of(other) == []
    other.annotate.verbs.passing_on.take_in(tmp_path / "notes.jsonld")
    qtbot.waitUntil(lambda: len(list_of(other)) == 1, timeout=10_000)
    assert "Ann" in list_of(other)[0]
    other.annotate.verbs.passing_on.take_in(tmp_path / "notes.csv")
    qtbot.waitUntil(lambda: "taken in: 0" in read(other.notice), timeout=5_000)


def test_a_tag_in_use_is_completed(qtbot: QtBot, opened: Opened, ann: str) -> None:
    window = opened().window
    fields = window.panels.annotations.editor.fields
    for typed, wanted in (("first, embolization", ("first", "embolization")), ("x, emb", None)):
        window.verbs.put_cursor(20)
        press(window, "N")
        fields.tags.setFocus()
        QTest.keyClicks(fields.tags, typed)
        if wanted is None:
            popup = fields.tags.completer().popup()
            qtbot.waitUntil(popup.isVisible)
            QTest.keyClick(popup, Qt.Key.Key_Down)
            QTest.keyClick(popup, Qt.Key.Key_Return)
            assert fields.tags.text() == "x, embolization"
        QTest.keyClick(fields.tags, Qt.Key.Key_Return, CTRL)
        saved(qtbot, window)
    tags = [one.content.tags for one in window.session.annotations.shown if one.content]
    assert tags == [("first", "embolization"), ("x", "embolization")]


def test_an_outcome_of_a_conference_is_written_down(qtbot: QtBot, opened: Opened, ann: str) -> None:
    window = opened().window
    click(window, seen(window, r"TAE.*left"))
    press(window, "D")
    fill_in(window, question="Once more?", decision="Yes", who="Dr Kato")
    saved(qtbot, window)
    said = read(window.panels.annotations)
    assert "Once more?; Yes; Dr Kato" in said
    assert "TAE, left hepatic lobe" in said


def test_markdown_is_formatted_and_loads_and_opens_nothing(
    qtbot: QtBot, opened: Opened, ann: str, tmp_path: Path
) -> None:
    window = opened().window
    picture = tmp_path / "picture.png"
    assert window.grab().save(str(picture))
    text = f"**bold** ![alt]({picture}) [link](file:///nowhere) <b>html</b>"
    press(window, "N")
    window.panels.annotations.editor.fields.text.setPlainText(text)
    done()
    saved(qtbot, window)
    shown = window.panels.annotations.findChild(FormattedText)
    assert shown.toPlainText().replace("\n", " ") == "bold alt link <b>html</b>"
    assert "\N{OBJECT REPLACEMENT CHARACTER}" not in shown.toPlainText()
    flags = shown.textInteractionFlags()
    assert not flags & Qt.TextInteractionFlag.LinksAccessibleByMouse
    assert not flags & Qt.TextInteractionFlag.LinksAccessibleByKeyboard


def test_going_from_one_to_the_next(qtbot: QtBot, opened: Opened, ann: str) -> None:
    window = opened().window
    for day in (40, 20, 30):
        write_on(window, day, f"day {day}")
    saved(qtbot, window)
    window.session.select(None)
    window.verbs.put_cursor(0)
    days = []
    for keys in ("J", "J", "J", "J", "Shift+J"):
        press(window, keys)
        days.append(round(window.session.state.cursor))
    assert days == [20, 30, 40, 40, 30]


def test_details_and_disagreements_lead_to_a_note_and_tell_of_it(
    qtbot: QtBot, opened: Opened, ann: str
) -> None:
    window = opened().window
    click(window, seen(window, r"TAE.*right"))
    for panel in (window.panels.details, window.panels.notes):
        if panel is window.panels.notes:
            window.session.select(window.session.case.discrepancies[1].id)
            settle()
        click_link(panel, "Write a note")
        type_and_be_done("from a panel")
        saved(qtbot, window)
    click(window, seen(window, r"TAE.*right"))
    catch_up()
    assert "Ann: from a panel" in read(window.panels.details)
    assert len(list_of(window)) == 2


def test_damage_is_told_once_and_listed_and_the_rest_is_there(
    qtbot: QtBot, opened: Opened, ann: str, case: Path
) -> None:
    journal = with_damage(qtbot, opened, case)
    raw = journal.read_bytes()
    window = opened().window
    qtbot.waitUntil(window.notice.isVisible, timeout=5_000)
    assert "could not be read: 1" in read(window.notice)
    button(window.notice, "Show").click()
    settle()
    catch_up()
    assert "damaged" in read(window.panels.problems)
    press(window, "Ctrl+Shift+A")
    assert sorted(firsts(window)) == ["after", "before"]
    assert journal.read_bytes() == raw


def test_a_case_that_is_gone_gets_no_notes_in_its_place(
    qtbot: QtBot, opened: Opened, ann: str, case: Path
) -> None:
    window = opened().window
    away = case.rename(case.with_name("away"))
    write(window, "N", "while the stick is out")
    qtbot.waitUntil(window.annotate.bar.isVisible, timeout=10_000)
    assert not notes_of(case).exists()
    away.rename(case)
    button(window.annotate.bar, "Try Again").click()
    saved(qtbot, window)
    assert b"while the stick" in next(notes_of(case).glob("*.journal")).read_bytes()


def test_what_is_typed_until_it_is_done_is_one_step(qtbot: QtBot, opened: Opened, ann: str) -> None:
    window = opened().window
    stack = window.session.annotating.stack
    write_on(window, 20, "many keys")
    assert stack.count() == 1
    press(window, "F4")
    QTest.keyClick(focused(), Qt.Key.Key_End, CTRL)
    QTest.keyClicks(focused(), ", and more")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    assert stack.count() == 2
    assert any("many keys, and more" in row for row in list_of(window))
    press(window, "Ctrl+Z")
    assert firsts(window) == ["many keys"]
    saved(qtbot, window)
