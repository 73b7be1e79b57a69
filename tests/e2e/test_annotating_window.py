"""Annotating in the real window with keys and mouse: what it shows, and what the file says."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.e2e.measuring_hand import LEFT, NONE, press, words_of
from tests.e2e.screen import click, read, seen, settle, table_rows
from tests.settling import catch_up
from viewer.app import window_parser
from viewer.io.annotations.identity import IdentityFile
from viewer.paths import first_case
from viewer.session.settings import Settings
from viewer.ui.program import Program
from viewer.ui.widgets.formatted_text import FormattedText
from viewer.ui.widgets.link import LinkButton
from viewer.ui.window import Window

Opened = Callable[..., Program]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A copy of the shipped case, beside which notes can lie."""
    return Path(shutil.copytree(first_case(), tmp_path / "case"))


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, case: Path) -> Iterator[Opened]:
    programs: list[Program] = []

    def open_one(*arguments: str) -> Program:
        given = ["--theme", "light", "--language", "en", "--size", "1600x1000", *arguments]
        options = window_parser().parse_args([*given, str(case)])
        program = Program(Settings(tmp_path / f"settings{len(programs)}.ini"), options)
        programs.append(program)
        program.show()
        window = program.window
        with qtbot.waitExposed(window):
            pass
        annotating = window.session.annotating
        qtbot.waitUntil(lambda: window.session.opened is not None, timeout=20_000)
        keeping = annotating.keeping
        assert keeping is not None
        qtbot.waitUntil(lambda: keeping.read is not None, timeout=20_000)
        window.activateWindow()
        settle()
        return program

    yield open_one
    for program in programs:
        if isValid(program.window):  # a test may have closed it
            program.window.annotate._may_leave = True
            program.close()
    settle()


@pytest.fixture
def ann(home: Path) -> str:
    """Somebody who has annotated here before; gives their id."""
    return IdentityFile().save("Ann").author.id


def saved(qtbot: QtBot, window: Window) -> None:
    """Wait until the window says that all is saved."""
    annotating = window.session.annotating
    qtbot.waitUntil(
        lambda: annotating.saving == "saved" and window.status.saving.text() == "Saved",
        timeout=10_000,
    )
    settle()


def written(case: Path) -> list[dict[str, object]]:
    """Give the records on the disk, of all journals."""
    notes = case.with_name(case.name + ".notes")
    lines = [line for path in notes.glob("*.journal") for line in path.read_bytes().splitlines()]
    return [json.loads(line[17:]) for line in lines if line]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def write(window: Window, keys: str, text: str) -> None:
    """Begin an annotation by a key, type, and be done by a key."""
    press(window, keys)
    QTest.keyClicks(focused(), text)
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def list_of(window: Window) -> list[str]:
    settle()
    table = window.panels.annotations.table
    return [" | ".join(row) for row in table_rows(table)]


def link(window: Window, words: str) -> None:
    """Click a link of the panel."""
    found = window.panels.annotations.findChildren(LinkButton)
    one = next(one for one in found if one.text() == words and one.isVisible())
    QTest.mouseClick(one, LEFT, NONE, words_of(one))
    settle()


def plain_words(text: str) -> str:
    """Give words without the signs that keep their direction of writing."""
    return text.replace("\u2068", "").replace("\u2069", "")


def button(window: QWidget, words: str) -> QPushButton:
    found = window.findChildren(QPushButton)
    return next(one for one in found if one.text().replace("&", "") == words and one.isVisible())


def test_the_name_is_asked_once_and_the_note_is_there_again(
    qtbot: QtBot, opened: Opened, case: Path
) -> None:
    program = opened()
    window = program.window
    click(window, seen(window, r"TAE.*right"))
    press(window, "N")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    QTest.keyClicks(focused(), "Ann Meier")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    window.activateWindow()  # no window manager does it here
    settle()
    QTest.keyClicks(focused(), "Was it the *larger* lobe?")
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    saved(qtbot, window)
    assert any("Was it the larger lobe?" in row and "TAE" in row for row in list_of(window))
    puts = [record for record in written(case) if record["op"] == "put"]
    assert "Was it the *larger* lobe?" in json.dumps(puts[0], ensure_ascii=False)
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
    window.verbs.put_cursor(30)
    write(window, "N", "on a day")
    window.session.point_at(13.5)
    press(window, "M")
    for _ in range(2):
        press(window, "Ctrl+Shift+Right")
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
    targets = [record["annotation"]["target"] for record in written(case) if record["op"] == "put"]
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
    assert [row.split(" | ")[0] for row in list_of(window)] == [other_name, name]
    click(window, seen(window, r"TAE.*right"))
    press(window, key)
    assert [row.split(" | ")[0] for row in list_of(window)] == [other_name]
    undo = window.actions_by_name["undo"]
    assert name in undo.text()
    press(window, "Ctrl+Z")
    assert [row.split(" | ")[0] for row in list_of(window)] == [other_name, name]
    press(window, "Ctrl+Shift+Z")
    assert [row.split(" | ")[0] for row in list_of(window)] == [other_name]
    for _ in range(3):
        press(window, "Ctrl+Z")
    assert list_of(window) == []
    assert not undo.isEnabled()
    click(window, seen(window, r"TAE.*right"))
    press(window, key)
    saved(qtbot, window)
    put = [record for record in written(case) if record["op"] == "put"][-1]
    said = put["annotation"]
    assert said["body"] == [{"type": "TextualBody", "purpose": "assessing", "value": word}]
    assert said["target"]["selector"]["type"] == "dayline:Part"
    program.close()

    again = opened().window
    press(again, "Ctrl+Shift+A")
    assert [row.split(" | ")[:2] for row in list_of(again)] == [[name, "TAE, right hepatic lobe"]]


def test_the_days_of_a_note_are_typed_exactly(qtbot: QtBot, opened: Opened, ann: str) -> None:
    window = opened().window
    window.verbs.put_cursor(20)
    write(window, "N", "moves")
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
    QTest.keyClicks(focused(), "Second opinion")
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    press(window, "V")
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "number" in read(panel)  # what is missing is said, and nothing is kept
    QTest.keyClicks(focused(), "61")
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    saved(qtbot, window)
    values = [p.value for series in window.session.case.series for p in series.points]
    assert 61 not in values  # the case is as it was
    puts = [record["annotation"] for record in written(case) if record["op"] == "put"]
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
    window.session.point_at(12.5)
    press(window, "M")
    for _ in range(10):
        press(window, "Ctrl+Shift+Right")
    press(window, "K")
    press(window, "Ctrl+Shift+A")
    assert any("10 d" in row and "days 12–22" in row for row in list_of(window))
    saved(qtbot, window)


def test_replies_resolve_and_history(qtbot: QtBot, opened: Opened, ann: str) -> None:
    window = opened().window
    window.verbs.put_cursor(20)
    write(window, "N", "first words")
    press(window, "F4")
    QTest.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(), "second words")
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
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
    window.verbs.put_cursor(20)
    write(window, "N", "typed by mistake")
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
    button(window.notice, "Go On").click()
    settle()
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert any("half a thought" in row for row in list_of(window))
    saved(qtbot, window)


def test_a_draft_comes_back_after_a_crash(
    qtbot: QtBot, opened: Opened, ann: str, case: Path, home: Path
) -> None:
    program = opened()
    window = program.window
    press(window, "N")
    QTest.keyClicks(focused(), "not finished")
    qtbot.waitUntil(lambda: bool(list(home.rglob("drafts/*.json"))), timeout=5_000)
    kept = next(iter(home.rglob("drafts/*.json"))).read_bytes()
    draft = next(iter(home.rglob("drafts/*.json")))
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not draft.exists(), timeout=5_000)
    program.close()
    draft.write_bytes(kept)  # as a crash leaves it
    again = opened().window
    qtbot.waitUntil(again.notice.isVisible, timeout=5_000)
    button(again.notice, "Go On").click()
    settle()
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    saved(qtbot, again)
    assert any("not finished" in row for row in list_of(again))


def test_a_colleague_s_notes_come_by_themselves_and_are_new(
    qtbot: QtBot, opened: Opened, ann: str, case: Path, tmp_path: Path
) -> None:
    mine = opened()
    write(mine.window, "N", "from Ann")
    saved(qtbot, mine.window)
    mine.close()
    folder = case.with_name(case.name + ".notes")
    journal = next(folder.glob("*.journal"))
    raw = journal.read_bytes()
    journal.unlink()
    (IdentityFile()._path).unlink()
    IdentityFile().save("Bob")
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
        window.verbs.put_cursor(day)
        write(window, "N", text)
    panel = window.panels.annotations
    panel.filters.text.setFocus()
    QTest.keyClicks(panel.filters.text, "ASK")
    panel.filters.text.setText("ＡＳＫ")  # full width, as an input method gives it
    assert [row.split(" | ")[0] for row in list_of(window)] == ["early ask"]
    panel.filters.text.clear()
    assert len(list_of(window)) == 2
    panel.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert [row.split(" | ")[0] for row in list_of(window)] == ["late", "early ask"]
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
    first.activateWindow()
    settle()
    write(first, "N", "from the first")
    saved(qtbot, first)
    second.activateWindow()
    settle()
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
    case.with_name(case.name + ".notes").write_text("a file in the folder's place")
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
    window.verbs.put_cursor(5)
    write(window, "N", "canary: she dies")
    press(window, "Ctrl+H")
    press(window, "Ctrl+Shift+A")
    assert list_of(window) == []
    assert "canary" not in read(window, with_tooltips=True)
    write(window, "N", "written at day 5")
    assert [row.split(" | ")[0] for row in list_of(window)] == ["written at day 5"]
    press(window, "Ctrl+Shift+H")
    assert len(list_of(window)) == 2
    saved(qtbot, window)


def test_annotations_are_passed_on_and_taken_in(
    qtbot: QtBot, opened: Opened, ann: str, case: Path, tmp_path: Path, home: Path
) -> None:
    program = opened()
    window = program.window
    window.verbs.put_cursor(20)
    write(window, "N", "=1+1 for a colleague")
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
    shutil.rmtree(case.with_name(case.name + ".notes"))
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
        QTest.keyClick(fields.tags, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        saved(qtbot, window)
    tags = [one.content.tags for one in window.session.annotations.shown if one.content]
    assert tags == [("first", "embolization"), ("x", "embolization")]


def test_an_outcome_of_a_conference_is_written_down(qtbot: QtBot, opened: Opened, ann: str) -> None:
    window = opened().window
    click(window, seen(window, r"TAE.*left"))
    press(window, "D")
    fields = window.panels.annotations.editor.fields
    for field, words in (
        (fields.question, "Once more?"),
        (fields.decision, "Yes"),
        (fields.who, "Dr Kato"),
    ):
        field.setFocus()
        QTest.keyClicks(field, words)
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
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
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
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
        window.verbs.put_cursor(day)
        write(window, "N", f"day {day}")
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
        found = panel.findChildren(LinkButton)
        one = next(one for one in found if one.text() == "Write a note")
        QTest.mouseClick(one, LEFT, NONE, words_of(one))
        settle()
        QTest.keyClicks(focused(), "from a panel")
        QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        saved(qtbot, window)
    click(window, seen(window, r"TAE.*right"))
    catch_up()
    assert "Ann: from a panel" in read(window.panels.details)
    assert len(list_of(window)) == 2


def test_damage_is_told_once_and_listed_and_the_rest_is_there(
    qtbot: QtBot, opened: Opened, ann: str, case: Path
) -> None:
    program = opened()
    for text in ("before", "between", "after"):
        write(program.window, "N", text)
    saved(qtbot, program.window)
    program.close()
    journal = next(case.with_name(case.name + ".notes").glob("*.journal"))
    raw = journal.read_bytes()
    journal.write_bytes(raw.replace(b"between", b"betwXen"))
    window = opened().window
    qtbot.waitUntil(window.notice.isVisible, timeout=5_000)
    assert "could not be read: 1" in read(window.notice)
    button(window.notice, "Show").click()
    settle()
    catch_up()
    assert "damaged" in read(window.panels.problems)
    press(window, "Ctrl+Shift+A")
    assert sorted(row.split(" | ")[0] for row in list_of(window)) == ["after", "before"]
    assert journal.read_bytes() == raw.replace(b"between", b"betwXen")


def test_a_case_that_is_gone_gets_no_notes_in_its_place(
    qtbot: QtBot, opened: Opened, ann: str, case: Path
) -> None:
    window = opened().window
    away = case.rename(case.with_name("away"))
    write(window, "N", "while the stick is out")
    qtbot.waitUntil(window.annotate.bar.isVisible, timeout=10_000)
    assert not case.with_name("case.notes").exists()
    away.rename(case)
    button(window.annotate.bar, "Try Again").click()
    saved(qtbot, window)
    assert b"while the stick" in next(case.with_name("case.notes").glob("*.journal")).read_bytes()


def test_what_is_typed_until_it_is_done_is_one_step(qtbot: QtBot, opened: Opened, ann: str) -> None:
    window = opened().window
    stack = window.session.annotating.stack
    window.verbs.put_cursor(20)
    write(window, "N", "many keys")
    assert stack.count() == 1
    press(window, "F4")
    QTest.keyClick(focused(), Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(), ", and more")
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stack.count() == 2
    assert any("many keys, and more" in row for row in list_of(window))
    press(window, "Ctrl+Z")
    assert [row.split(" | ")[0] for row in list_of(window)] == ["many keys"]
    saved(qtbot, window)
