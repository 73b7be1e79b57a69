"""The annotations panel on real journals of two authors, operated with mouse and keys."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.annotate.people import People
from tests.ui.panels.panel_words import follow_cursor, put_on_screen, shown
from viewer.io.annotations.drafts import Draft
from viewer.model import measuring, view_state
from viewer.model.annotating import Edit, decision, mark, reply
from viewer.model.annotation import (
    AddedEvent,
    AddedValue,
    Content,
    OnAnnotation,
    OnCase,
    OnDay,
    OnPeriod,
    Unfinished,
)
from viewer.model.time import Instant, Span
from viewer.ui.dialogs.history import HistoryDialog
from viewer.ui.look import Look
from viewer.ui.panels.annotations.annotations import AnnotationsPanel
from viewer.ui.panels.annotations.rows import Column
from viewer.ui.panels.annotations.thread import answer_name
from viewer.ui.widgets.washed import WashedBox

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SHIPPED = Path(__file__).resolve().parents[3] / "cases" / "insulinoma-tae"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
TIME = r"\d{4}-\d\d-\d\d \d\d:\d\d"


def a_note(text: str, day: float = 3, *tags: str) -> Content:
    return Content(kind="note", target=OnDay(day=day), text=text, tags=tags)


def on_days(text: str, start: float, end: float) -> Content:
    return Content(kind="note", target=OnPeriod(start=start, end=end), text=text)


def an_event(title: str, day: float = 30) -> Content:
    event = AddedEvent(title=title, lane="drugs", when=Instant(day=day))
    return Content(kind="event", target=OnDay(day=day), event=event)


def a_value(value: float, unit: str, day: float = 8) -> Content:
    added = AddedValue(series="glucose", day=day, value=value, unit=unit)
    return Content(kind="value", target=OnDay(day=day), value=added)


class Desk(People):
    """The panel before Ann, on the screen."""

    def __init__(self, case: Path, qtbot: Any, home: Path, monkeypatch: Any) -> None:
        super().__init__(case, qtbot, home, monkeypatch)
        self.panel = AnnotationsPanel(self.session, Look("light"))
        self.asked: list[tuple[str, str]] = []
        self.left: list[tuple[str, Content]] = []
        self.panel.act_wanted.connect(lambda verb, id_: self.asked.append((verb, id_)))
        self.panel.given_up.connect(lambda id_, content: self.left.append((id_, content)))
        self.window = put_on_screen(qtbot, self.panel, 1100, 900)

    # -- what is seen -------------------------------------------------------------------------

    def rows(self, column: Column = Column.SAID) -> list[str]:
        self.settle()
        rows = self.panel.rows
        return [
            str(rows.index(row, column).data()).strip("\u2068\u2069")
            for row in range(rows.rowCount())
        ]

    @property
    def chosen(self) -> list[str]:
        return [self.rows()[index.row()] for index in self.panel.table.selectedIndexes()[:1]]

    def thread(self) -> list[str]:
        """Give what is read of the thread, line by line."""
        self.settle()
        self.panel.page.finish()
        self.settle()
        found: list[tuple[int, str]] = []
        for widget in self.panel.page.findChildren(QWidget):
            y = widget.mapTo(self.panel, QPoint(0, 0)).y()
            if isinstance(widget, QTextEdit) and widget.isVisible():
                found.append((y, widget.toPlainText()))
            elif isinstance(widget, QLabel) and widget.isVisible():
                found.append((y, widget.text().replace("\u200b", "")))
        return [text for _, text in sorted(found)]

    def answer(self, id_: str) -> WashedBox:
        self.panel.page.finish()
        self.settle()
        found = self.panel.page.findChildren(WashedBox, answer_name(id_))
        return found[-1]

    def links(self) -> list[str]:
        return [text for text in shown(self.panel.page) if text in LINKS]

    # -- what the hand does -------------------------------------------------------------------

    def click_row(self, row: int) -> None:
        table = self.panel.table
        place = table.visualRect(self.panel.rows.index(row, Column.SAID)).center()
        QTest.mouseClick(table.viewport(), LEFT, NONE, QPoint(place))
        self.settle()

    def click_head(self, column: Column) -> None:
        header = self.panel.table.horizontalHeader()
        x = header.sectionViewportPosition(column) + header.sectionSize(column) // 3
        QTest.mouseClick(header.viewport(), LEFT, NONE, QPoint(x, header.height() // 2))
        self.settle()

    def choose(self, field: QComboBox, words: str) -> None:
        """Choose by the arrow keys."""
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Home)
        for _ in range(field.count()):
            if field.currentText() == words:
                break
            QTest.keyClick(field, Qt.Key.Key_Down)
        assert field.currentText() == words, [field.itemText(n) for n in range(field.count())]
        self.settle()

    def offered(self, field: QComboBox) -> list[str]:
        return [field.itemText(at) for at in range(field.count())]

    def delete(self, *ids: str) -> None:
        self.session.annotating.edit(Edit("Delete", dict.fromkeys(ids)))
        self.settle()

    def edit(self, id_: str) -> None:
        assert self.panel.write(id_, self.content(id_))
        self.settle()

    def done(self) -> None:
        QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
        self.settle()


LINKS = ("Edit", "Reply", "Resolve", "Reopen", "History…", "Delete", "Purge…", "Restore")


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, home: Path, monkeypatch: Any) -> Iterator[Desk]:
    case = tmp_path / "insulinoma-tae"
    shutil.copytree(SHIPPED, case)
    made = Desk(case, qtbot, home, monkeypatch)
    yield made
    made.window.close()
    made.leave()


# -- the list -------------------------------------------------------------------------------------


def test_a_click_on_a_head_sorts_by_it_and_another_one_backwards(desk: Desk) -> None:
    desk.put(a_note("Cherry", 40, "b"), a_note("apple", 5, "c"))
    desk.colleague("Ben", mark("tae-right", "important"), a_note("banana", 20, "a"))
    clicked = [
        (Column.SAID, ["apple", "banana", "Cherry", "Important"]),
        (Column.WHERE, ["apple", "Important", "banana", "Cherry"]),
        (Column.AUTHOR, ["Ann", "Ann", "Ben", "Ben"]),
        (Column.KIND, ["Mark", "Note", "Note", "Note"]),
        (Column.TAGS, ["", "a", "b", "c"]),
        (Column.CHANGED, ["Ann", "Ann", "Ben", "Ben"]),
    ]
    for column, wanted in clicked:
        told = {Column.WHERE: Column.SAID, Column.CHANGED: Column.AUTHOR}.get(column, column)
        rows: dict[Qt.SortOrder, list[str]] = {}
        for _ in range(2):
            desk.click_head(column)
            header = desk.panel.table.horizontalHeader()
            assert header.sortIndicatorSection() == column
            said = [row.removeprefix("New: ") for row in desk.rows(told)]
            rows[header.sortIndicatorOrder()] = said
        assert rows[Qt.SortOrder.AscendingOrder] == wanted, column.name
        assert rows[Qt.SortOrder.DescendingOrder] == wanted[::-1], column.name


def test_each_filter_lets_through_what_it_names(desk: Desk) -> None:
    first, _ = desk.put(a_note("Cherry", 40, "dose"), a_note("apple", 5))
    desk.put(decision(first, is_resolved=True))
    desk.colleague("Ben", mark("tae-right", "important"), a_note("banana", 20, "later"))
    filters = desk.panel.filters
    everything = ["apple", "Important", "banana", "Cherry (resolved)"]
    wanted = [
        (filters.author, "Ben", ["Important", "banana"]),
        (filters.author, "Ann", ["apple", "Cherry (resolved)"]),
        (filters.kind, "Mark", ["Important"]),
        (filters.tag, "dose", ["Cherry (resolved)"]),
        (filters.which, "New", ["Important", "banana"]),
        (filters.which, "Resolved", ["Cherry (resolved)"]),
        (filters.which, "Open", ["apple", "Important", "banana"]),
    ]
    for field, words, rows in wanted:
        desk.choose(field, words)
        assert [row.removeprefix("New: ") for row in desk.rows()] == rows, words
        assert desk.panel.heading == f"{len(rows)} of 4"
        QTest.keyClick(field, Qt.Key.Key_Home)
        assert [row.removeprefix("New: ") for row in desk.rows()] == everything
    desk.choose(filters.author, "Ben")
    desk.choose(filters.tag, "later")
    assert desk.rows() == ["New: banana"]
    filters.clear()
    filters.text.setFocus()
    QTest.keyClicks(filters.text, "CHER")
    assert desk.rows() == ["Cherry (resolved)"]


def test_the_filter_of_days_takes_the_window_and_each_marked_period(desk: Desk) -> None:
    desk.put(a_note("day 12", 12), on_days("days 10 to 12", 10, 13), a_note("moment 13", 13))
    desk.put(
        on_days("days 12 to 13", 12, 14),
        a_note("day 15", 15.5),
        a_note("day 16", 16),
        Content(kind="measure", target=OnDay(day=9), second_day=13),
        Content(kind="note", target=OnCase(), text="the case"),
    )
    session, filters = desk.session, desk.panel.filters
    for span in (Span(13, 16), Span(40, 50)):
        session.apply(lambda state, span=span: measuring.add_period(state, span))
    desk.settle()
    assert desk.offered(filters.period)[1:] == ["What the window shows", "Period A", "Period B"]
    desk.choose(filters.period, "Period A")
    assert set(desk.rows()) == {"moment 13", "days 12 to 13", "day 15", "4 d"}
    desk.choose(filters.period, "Period B")
    assert desk.rows() == []
    desk.choose(filters.period, "What the window shows")
    session.apply(lambda state: view_state.show(state, Span(15.2, 30)))
    assert set(desk.rows()) == {"day 15", "day 16"}
    session.apply(lambda state: view_state.show(state, Span(9.2, 12.6)))
    assert set(desk.rows()) == {"day 12", "days 10 to 12", "days 12 to 13", "4 d"}


def test_a_click_on_a_row_goes_there_also_where_it_is_chosen(desk: Desk) -> None:
    (id_,) = desk.put(a_note("there", 100))
    desk.click_row(0)
    session = desk.session
    assert session.state.selection == id_
    assert session.state.cursor == pytest.approx(100.5)
    session.apply(lambda state: view_state.show(state, Span(0, 20)))
    desk.click_row(0)
    assert session.state.selection == id_
    assert session.state.window.contains(100.5)
    session.point_at(3)
    desk.settle()
    desk.click_row(0)
    assert session.state.cursor == pytest.approx(100.5)


def test_what_the_case_lacks_says_who_has_added_it(desk: Desk) -> None:
    desk.put(an_event("Second opinion", 30))
    desk.colleague("Ben", a_value(61, "mg/dL", 8))
    assert desk.rows() == ["New: 61 mg/dL (added by Ben)", "Second opinion (added by Ann)"]
    for row, name in enumerate(("Ben", "Ann")):
        desk.click_row(row)
        assert any(line.startswith(f"added by {name}, ") for line in desk.thread())


# -- threads --------------------------------------------------------------------------------------


def test_a_colleague_s_answer_appears_below_my_note_and_answers_to_it_too(desk: Desk) -> None:
    (note,) = desk.put(a_note("My note"))
    desk.click_row(0)
    first, _ = desk.colleague("Ben", reply(note, "first answer"), reply(note, "last answer"))
    desk.put(reply(first, "to the first"))
    assert desk.rows() == ["New: My note (3 replies)"]
    read = desk.thread()
    wanted = ["My note", "first answer", "to the first", "last answer"]
    assert [line for line in read if line in wanted] == wanted
    assert any(re.fullmatch(f"Ben, {TIME}, new", line) for line in read)
    # That stands further in which is an answer to an answer.
    deeper = desk.session.annotations.replies[first][0].id
    margins = [desk.answer(id_).column.contentsMargins().left() for id_ in (first, deeper)]
    assert margins[0] < margins[1]


def test_answers_stay_where_what_they_answer_was_deleted(desk: Desk) -> None:
    (note,) = desk.put(a_note("canary", 20, "canary-tag"))
    (answer,) = desk.colleague("Ben", reply(note, "an answer"))
    (mine,) = desk.put(reply(answer, "canary, too"))
    desk.colleague("Cho", reply(mine, "a late answer"))
    desk.delete(note, mine)
    assert desk.rows() == ["New: Deleted (2 replies)"]
    assert "canary-tag" not in desk.offered(desk.panel.filters.tag)
    desk.click_row(0)
    read = desk.thread()
    assert [line for line in read if "answer" in line] == ["an answer", "a late answer"]
    assert "canary" not in " ".join(read)
    deleted = [line for line in read if re.fullmatch(f"Ann, deleted {TIME}", line)]
    assert len(deleted) == 2
    desk.panel.filters.text.setText("canary")
    assert desk.rows() == []


def test_an_answer_to_what_is_not_here_is_listed_by_itself(desk: Desk) -> None:
    away = desk.sessions[0].annotating.new_id()
    (lost,) = desk.put(reply(away, "to nobody"))
    desk.put(reply(lost, "and on"))
    assert desk.rows() == ["to nobody (1 reply)"]
    assert desk.rows(Column.WHERE) == ["a note that is not here"]
    desk.click_row(0)
    assert [line for line in desk.thread() if line in ("to nobody", "and on")] == [
        "to nobody",
        "and on",
    ]


def test_after_answering_the_thread_stays_with_the_answer_chosen(desk: Desk) -> None:
    (note,) = desk.put(a_note("A question?\n\n" + "more of it\n\n" * 80))
    desk.click_row(0)
    answer = desk.session.annotating.new_id()
    desk.panel.write(answer, reply(note, ""))
    QTest.keyClicks(focused(), "An answer")
    desk.done()
    assert desk.session.state.selection == answer
    assert desk.rows() == ["A question? (1 reply)"]
    assert desk.chosen == desk.rows()
    assert "An answer" in desk.thread()
    box = desk.answer(answer)
    assert box.is_selected
    assert not box.visibleRegion().isEmpty()
    QTest.keyClick(desk.panel.table, Qt.Key.Key_Delete)  # it means the answer, not the note
    assert desk.asked == [("delete", answer)]
    desk.click_row(0)
    assert desk.session.state.selection == note
    assert not desk.answer(answer).is_selected
    QTest.keyClick(desk.panel.table, Qt.Key.Key_Delete)
    assert desk.asked[1:] == [("delete", note)]


def test_colleagues_answers_have_a_history_and_nothing_that_only_they_may_do(desk: Desk) -> None:
    (note,) = desk.colleague("Ben", a_note("Ben's"))
    desk.put(reply(note, "mine"))
    desk.click_row(0)
    assert desk.links() == [
        *("Reply", "Resolve", "History…"),
        *("Edit", "History…", "Delete", "Purge…"),
    ]


# -- what was deleted -----------------------------------------------------------------------------


def test_what_was_deleted_is_listed_on_demand(desk: Desk) -> None:
    mine, gone, _ = desk.put(a_note("mine", 5, "old"), a_note("swept", 6), a_note("stays", 7))
    (theirs,) = desk.colleague("Ben", a_note("theirs", 9))
    (answer,) = desk.put(reply(theirs, "my answer"))
    (settled,) = desk.put(decision(theirs, is_resolved=True))
    desk.delete(mine, answer, settled)
    ben = desk.sit_down("Ben")
    ben.annotating.edit(Edit("Delete", {theirs: None}))
    desk.wait_saved(ben)
    ben.annotating.finish()
    desk.session.annotating.purge([gone])
    desk.qtbot.waitUntil(lambda: desk.rows() == ["stays"], timeout=10_000)
    assert desk.panel.heading == "1"
    desk.choose(desk.panel.filters.which, "Deleted")
    wanted = ["Removed for good", "mine (deleted)", "my answer (deleted)", "theirs (deleted)"]
    assert sorted(row.removeprefix("New: ") for row in desk.rows()) == wanted
    assert desk.panel.heading == "4 deleted"
    rows = desk.panel.rows
    fonts = [rows.index(row, 0).data(Qt.ItemDataRole.FontRole) for row in range(4)]
    assert all(font.strikeOut() for font in fonts)
    own = ["Restore", "History…", "Purge…"]
    wanted_of = {
        "mine (deleted)": (own, f"Ann, deleted {TIME}", "mine"),
        "theirs (deleted)": (["History…"], f"Ben, deleted {TIME}.*", "theirs"),
        "Removed for good": (["History…"], "Ann, Removed for good", "Removed for good"),
        "my answer (deleted)": (["History…", *own], f"Ann, deleted {TIME}", "my answer"),
    }
    for row in range(4):
        links, who, said = wanted_of[desk.rows()[row].removeprefix("New: ")]
        desk.click_row(row)
        assert desk.links() == links
        assert any(re.fullmatch(who, line) for line in desk.thread()), desk.thread()
        assert said in desk.thread()
    desk.choose(desk.panel.filters.which, "Any state")
    assert desk.rows() == ["stays"]


def test_restoring_puts_the_last_words_again_and_can_be_undone(desk: Desk) -> None:
    (note,) = desk.put(a_note("first words", 5))
    desk.session.annotating.edit(Edit("Change", {note: a_note("last words", 5)}))
    desk.delete(note)
    desk.choose(desk.panel.filters.which, "Deleted")
    desk.click_row(0)
    last = desk.session.annotations.annotations[note].last
    assert last is not None
    desk.session.annotating.edit(Edit("Restore", {note: last}))
    assert desk.rows() == []
    desk.choose(desk.panel.filters.which, "Any state")
    assert desk.rows() == ["last words"]
    desk.session.annotating.undo()
    assert desk.rows() == []


def test_the_history_says_who_changed_what_when(desk: Desk) -> None:
    (note,) = desk.put(a_note("first words", 5))
    for words in (
        a_note("second words", 5),
        a_note("second words", 9),
        a_note("second words", 9, "dose"),
        None,
        a_note("second words", 9, "dose"),
    ):
        desk.session.annotating.edit(Edit("Change", {note: words}))
    one = desk.session.annotations.annotations[note]
    dialog = HistoryDialog(desk.session, one, Look("light"), desk.window)
    follow_cursor()
    dialog.page.finish()
    heads = [text for text in shown(dialog.page) if re.match(TIME, text)]
    done = ["brought back", "deleted", "tags changed", "moved", "text changed", "made"]
    for head, what in zip(heads, done, strict=True):
        assert re.fullmatch(f"{TIME}, Ann, {what}", head)
    said = [one.toPlainText() for one in dialog.page.findChildren(QTextEdit)]
    assert said == ["second words"] * 4 + ["first words"]
    dialog.close()
    desk.session.annotating.purge([note])
    tombstone = desk.session.annotations.annotations[note]
    dialog = HistoryDialog(desk.session, tombstone, Look("light"), desk.window)
    dialog.page.finish()
    assert "Removed for good by its author." in shown(dialog.page)
    dialog.close()


# -- the editor -----------------------------------------------------------------------------------


def test_a_tag_in_use_is_completed_behind_the_last_comma(desk: Desk) -> None:
    desk.put(a_note("tagged", 3, "embolisation"))
    (other,) = desk.put(a_note("other"))
    desk.edit(other)
    tags = desk.panel.editor.fields.tags
    tags.setFocus()
    QTest.keyClicks(tags, "dose, emb")
    popup = tags.completer().popup()
    desk.qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert tags.text() == "dose, embolisation"
    desk.done()
    assert desk.content(other).tags == ("dose", "embolisation")


def test_a_value_keeps_its_own_unit_while_its_text_is_changed(desk: Desk) -> None:
    (value,) = desk.put(a_value(3, "mmol/L"))
    desk.edit(value)
    fields = desk.panel.editor.fields
    assert fields.unit.currentText() == "mmol/L"
    assert fields.unit.isVisible()
    fields.text.setFocus()
    QTest.keyClicks(fields.text, "by finger prick")
    desk.done()
    assert desk.content(value) == a_value(3, "mmol/L").model_copy(
        update={"text": "by finger prick"}
    )
    desk.edit(value)
    desk.choose(fields.unit, "mg/dL")  # that of the series
    fields.value.setFocus()
    QTest.keyClick(fields.value, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(fields.value, "54")
    desk.done()
    added = desk.content(value).value
    assert added is not None
    assert (added.value, added.unit) == (54, "mg/dL")


def drafts(desk: Desk) -> tuple[Draft, ...]:
    """Give the drafts on the disk."""
    found: list[tuple[Draft, ...]] = []
    desk.session.annotating.find_drafts(found.append)
    desk.qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_half_a_value_is_no_value_and_is_not_lost(desk: Desk) -> None:
    id_ = desk.session.annotating.new_id()
    new = a_value(0, "mg/dL")
    desk.panel.write(id_, new)
    fields = desk.panel.editor.fields
    fields.value.clear()  # as the command does: nobody has measured a zero
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert desk.left == []  # nothing was typed
    desk.panel.write(id_, new)
    fields.value.clear()
    QTest.keyClicks(fields.value, "5,4 or")
    fields.text.setFocus()
    QTest.keyClicks(fields.text, "to be asked")
    desk.qtbot.waitUntil(lambda: bool(drafts(desk)), timeout=5_000)
    (draft,) = drafts(desk)
    assert isinstance(draft.content, Unfinished)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    ((left, typed),) = desk.left
    assert (left, typed) == (id_, draft.content)
    desk.panel.write(left, typed)
    assert fields.value.text() == "5,4 or"
    assert fields.text.toPlainText() == "to be asked"
    desk.done()
    assert id_ not in desk.session.annotations
    assert "number" in desk.panel.editor.fault.text()
    assert desk.panel.editor.fault.isVisible()
    fields.value.setFocus()
    QTest.keyClick(fields.value, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(fields.value, "5,4")
    assert not desk.panel.editor.fault.isVisible()
    desk.done()
    added = desk.content(id_).value
    assert added is not None
    assert added.value == 5.4
    desk.qtbot.waitUntil(lambda: not drafts(desk), timeout=5_000)


def test_too_long_a_text_is_said_at_once_and_not_lost(desk: Desk) -> None:
    (note,) = desk.put(a_note("short", 5))
    desk.edit(note)
    fields, fault = desk.panel.editor.fields, desk.panel.editor.fault
    fields.text.setPlainText("x" * 20_000)
    assert not fault.isVisible()
    fields.text.setFocus()
    fields.text.moveCursor(fields.text.textCursor().MoveOperation.End)
    QTest.keyClicks(fields.text, "yz")
    assert fault.isVisible()
    assert "20,002 letters" in fault.text()
    assert "20,000" in fault.text()
    desk.done()
    assert desk.panel.editor.id == note
    assert desk.content(note).text == "short"
    desk.qtbot.waitUntil(lambda: bool(drafts(desk)), timeout=5_000)
    (draft,) = drafts(desk)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    for typed in (desk.left[0][1], draft.content):
        desk.panel.write(note, typed)
        assert fields.text.toPlainText() == "x" * 20_000 + "yz"
        QTest.keyClick(focused(), Qt.Key.Key_Escape)  # and again it is offered
        assert desk.left[-1] == (note, typed)
    desk.panel.write(note, desk.left[-1][1])
    fields.text.moveCursor(fields.text.textCursor().MoveOperation.End)
    for _ in range(2):
        QTest.keyClick(fields.text, Qt.Key.Key_Backspace)
    assert not fault.isVisible()
    desk.done()
    assert desk.content(note).text == "x" * 20_000


def test_what_was_gone_on_with_is_offered_again(desk: Desk) -> None:
    id_ = desk.session.annotating.new_id()
    desk.panel.write(id_, a_note(""))
    QTest.keyClicks(focused(), "half a thought")
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert desk.left[-1] == (id_, a_note("half a thought"))
        desk.panel.write(*desk.left[-1])
    desk.qtbot.waitUntil(lambda: bool(drafts(desk)), timeout=5_000)  # and kept again
    desk.done()
    assert desk.rows() == ["half a thought"]


@pytest.mark.parametrize(
    ("content", "field", "typed", "fault"),
    [
        (an_event("Named"), "title", "", "Say what happened"),
        (an_event("Named"), "title", "x" * 501, "501 letters"),
        (on_days("days", 10, 13), "last", "5", "before the first"),
        (on_days("days", 10, 13), "first", "20", "before the first"),
        (a_note("tagged"), "tags", ",".join(f"t{n}" for n in range(51)), "51"),
        (a_note("tagged"), "tags", "x" * 101, "tags 100 each"),
        (a_value(5, "mg/dL"), "value", "inf", "number"),
    ],
)
def test_what_is_wrong_is_said_and_stays_as_it_was_typed(
    desk: Desk, content: Content, field: str, typed: str, fault: str
) -> None:
    (id_,) = desk.put(content)
    desk.edit(id_)
    editor = desk.panel.editor
    line = getattr(editor.fields, field)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClicks(line, typed)
    assert not editor.finish()
    assert fault in editor.fault.text()
    assert desk.content(id_) == content
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    desk.panel.write(*desk.left[-1])
    assert getattr(editor.fields, field).text() == typed
    QTest.keyClick(focused(), Qt.Key.Key_Escape)


def test_days_are_typed_exactly(desk: Desk) -> None:
    (id_,) = desk.put(on_days("days", 10, 13))
    desk.edit(id_)
    fields = desk.panel.editor.fields
    for field, typed in ((fields.first, "10.5"), (fields.last, "13.25")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, typed)
    desk.done()
    assert desk.content(id_).target == OnPeriod(start=10.5, end=13.25)
    desk.edit(id_)
    fields.last.setFocus()
    fields.last.selectAll()
    QTest.keyClicks(fields.last, "10.5")
    assert not desk.panel.editor.finish()
    assert "ends in the moment" in desk.panel.editor.fault.text()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)


def test_an_answer_in_a_circle_is_shown_once(desk: Desk) -> None:
    first, second = (desk.session.annotating.new_id() for _ in range(2))
    circle = {first: reply(second, "round"), second: reply(first, "and round")}
    desk.session.annotating.edit(Edit("Add", circle))
    assert isinstance(circle[first].target, OnAnnotation)
    assert desk.rows() == ["round (1 reply)"]
    desk.click_row(0)
    assert [line for line in desk.thread() if "round" in line] == ["round", "and round"]
