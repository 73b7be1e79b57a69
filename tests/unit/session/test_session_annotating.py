"""Annotating in a session, on real journals: what is shown, on the disk, and told."""

from __future__ import annotations

import errno
import random
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.annotating_sessions import (
    OpenSession,
    add,
    keeping_of,
    note,
    on_disk,
    wait_saved,
)
from viewer.io.annotations.identity import IdentityFile
from viewer.io.annotations.journal_reading import Journal
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.places import places_of
from viewer.io.annotations.writing_lock import WritingLock
from viewer.io.case_store import open_case
from viewer.model.annotating import Edit, mark, mark_of, moved_to_day
from viewer.model.annotation import Content, OnCase
from viewer.model.annotation_record import MOST_CLOCK, Record
from viewer.model.annotation_set import NO_ANNOTATIONS
from viewer.paths import first_case
from viewer.session.annotating import keeping as keeping_module
from viewer.session.annotating.passing_on import take_in
from viewer.session.annotating.work_lane import WorkLane
from viewer.session.session import Session


def test_nothing_is_made_beside_a_case_that_is_only_read(session: Session, case: Path) -> None:
    assert session.annotating.all == NO_ANNOTATIONS
    assert not case.with_name("case.notes").exists()


def test_an_edit_is_shown_at_once_and_on_the_disk_when_it_is_saved(
    qtbot: QtBot, session: Session, case: Path
) -> None:
    id_ = add(session, note("words"))
    assert session.annotations.content(id_) == note("words")
    if session.annotating.saving == "saved":  # a quick disk is waited for
        assert on_disk(case) == {id_: "words"}
    wait_saved(qtbot, session)
    assert on_disk(case) == {id_: "words"}


def test_many_edits_at_once_are_all_saved_in_their_order(
    qtbot: QtBot, session: Session, case: Path
) -> None:
    id_ = session.annotating.new_id()
    for number in range(40):
        session.annotating.edit(Edit("Change note", {id_: note(str(number))}))
        assert session.annotations.content(id_) == note(str(number))
    wait_saved(qtbot, session)
    assert on_disk(case) == {id_: "39"}
    assert len(session.annotating.all.annotations[id_].versions) == 40


def test_undo_and_redo_tell_what_they_change(session: Session) -> None:
    told: list[tuple[str, ...]] = []
    session.annotating.undone.connect(told.append)
    id_ = add(session, note("words"))
    session.annotating.undo()
    assert session.annotations.content(id_) is None
    session.annotating.redo()
    assert session.annotations.content(id_) == note("words")
    assert told == [(id_,), (id_,)]
    assert session.annotating.stack.undoText() == "Add note"
    session.annotating.redo()  # there is nothing to redo
    assert len(told) == 2


def test_an_edit_that_changes_nothing_is_no_step(session: Session) -> None:
    id_ = add(session, note("words"))
    session.annotating.edit(Edit("Change note", {id_: note("words")}))
    assert session.annotating.stack.count() == 1


@pytest.mark.parametrize("seed", range(8))
def test_undoing_every_step_gives_the_beginning(session: Session, seed: int) -> None:
    choose = random.Random(seed)
    annotating = session.annotating
    start = add(session, note("there before"))
    before = {id_: annotating.all.content(id_) for id_ in annotating.all.annotations}
    steps = annotating.stack.count()
    ids = [start]
    for number in range(30):
        id_ = choose.choice(ids)
        content = annotating.all.content(id_)
        match choose.randrange(5):
            case 0:
                ids.append(add(session, note(f"note {number}")))
            case 1 if content is not None:
                annotating.edit(Edit("Move", {id_: moved_to_day(content, number)}))
            case 2:
                annotating.edit(Edit("Delete", {id_: None}))
            case 3:
                ids.append(add(session, mark("tae-right", "important"), "Mark"))
            case _:
                annotating.edit(Edit("Change", {id_: note(f"other {number}")}))
        if choose.random() < 0.2:
            annotating.undo()
            annotating.redo()
    while annotating.stack.index() > steps:
        annotating.undo()
    after = {id_: annotating.all.content(id_) for id_ in annotating.all.annotations}
    assert {id_: content for id_, content in after.items() if content is not None} == before


def test_only_ones_own_annotations_are_changed(
    qtbot: QtBot, session: Session, open_session: OpenSession, home: Path
) -> None:
    id_ = add(session, note("Ann's"))
    wait_saved(qtbot, session)
    session.annotating.finish()
    next(home.rglob("author.json")).unlink()
    other = open_session()
    other.annotating.sign("Bob")
    assert other.annotations.content(id_) == note("Ann's")
    assert not other.annotating.is_mine(id_)
    with pytest.raises(PermissionError):
        other.annotating.edit(Edit("Change", {id_: note("Bob's")}))
    other.annotating.purge([id_])
    assert other.annotations.content(id_) == note("Ann's")


def test_without_a_name_or_a_case_nothing_is_written(qtbot: QtBot) -> None:
    session = Session()
    annotating = session.annotating
    assert annotating.me is None
    assert not annotating.is_mine("0" * 12 + "-" + "0" * 16)
    annotating.sign("Ann")
    id_ = annotating.new_id()
    annotating.edit(Edit("Add", {id_: note("nowhere")}))
    assert annotating.all == NO_ANNOTATIONS
    assert annotating.saving == "saved"
    assert annotating.problems == ()
    assert not annotating.is_new(id_)
    annotating.try_again()
    annotating.take_over()
    annotating.keep_draft(id_, note("nowhere"))
    annotating.drop_draft(id_)
    annotating.find_drafts(pytest.fail)
    annotating.look_at_all()
    take_in(annotating, Path("none.jsonld"), "", pytest.fail)
    annotating.purge([id_])
    annotating.finish()


def test_another_name_stands_on_what_was_written_before(
    qtbot: QtBot, session: Session, open_session: OpenSession
) -> None:
    add(session, note("words"))
    wait_saved(qtbot, session)
    session.annotating.sign("Ann Meier")
    me = session.annotating.me
    assert me is not None
    qtbot.waitUntil(lambda: session.annotations.authors[me.id].name == "Ann Meier", timeout=5_000)
    session.annotating.finish()
    assert open_session().annotations.authors[me.id].name == "Ann Meier"
    with pytest.raises(ValueError, match="name"):
        session.annotating.sign("  ")


def test_purging_leaves_a_tombstone_and_no_step_back(
    qtbot: QtBot, session: Session, case: Path
) -> None:
    id_ = add(session, note("a secret"))
    wait_saved(qtbot, session)
    session.annotating.purge([id_])
    wait_saved(qtbot, session)
    assert session.annotating.all.annotations[id_].is_purged
    assert not session.annotating.stack.canUndo()
    raw = b"".join(p.read_bytes() for p in case.with_name("case.notes").iterdir() if p.is_file())
    assert b"a secret" not in raw


def test_what_is_written_under_a_horizon_may_be_told_there(session: Session) -> None:
    early = add(session, note("knows the end", day=2))
    session.hide_after(5)
    assert session.annotations.content(early) is None
    late = add(session, note("knows day 5", day=4))
    content = session.annotations.content(late)
    assert content is not None
    assert content.known_from == 5
    session.hide_after(4)
    assert session.annotations.content(late) is None
    session.hide_after(None)
    assert session.annotations.content(early) is not None


def test_a_scene_that_is_kept_under_a_horizon_is_of_the_whole_course(session: Session) -> None:
    scene = {"rank": 1.0, "scene": {"id": "one", "title": "The question"}}
    content = Content.model_validate({"kind": "scene", "target": OnCase(), "scene": scene})
    session.hide_after(5)
    id_ = add(session, content)
    assert session.annotating.all.content(id_) == content


def test_a_selected_annotation_brings_the_cursor_to_its_day(session: Session) -> None:
    id_ = add(session, note("words", day=20))
    session.select(id_)
    assert session.state.selection == id_
    assert session.state.cursor == 20.5  # the middle of the day, as with an event
    session.select("000000000000-0000000000000000")
    assert session.state.selection == id_  # there is none of that id


def test_the_first_note_has_its_authors_name_at_once(session: Session) -> None:
    add(session, note("words", day=20))
    assert [author.name for author in session.annotations.authors.values()] == ["Ann"]


def test_drafts_are_kept_and_dropped(qtbot: QtBot, session: Session) -> None:
    id_ = session.annotating.new_id()
    found: list[object] = []
    session.annotating.keep_draft(id_, note("half"))
    session.annotating.find_drafts(found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert [draft.content.text for draft in found[0]] == ["half"]  # type: ignore[attr-defined]
    session.annotating.drop_draft(id_)
    session.annotating.find_drafts(found.append)
    qtbot.waitUntil(lambda: len(found) == 2)
    assert found[1] == ()


def test_a_draft_that_cannot_be_kept_is_told(qtbot: QtBot, session: Session) -> None:
    private = keeping_of(session).task.places.private
    private.parent.mkdir(parents=True, exist_ok=True)
    private.write_text("a file in the folder's place")
    with qtbot.waitSignal(session.annotating.draft_failed):
        session.annotating.keep_draft(session.annotating.new_id(), note("half"))


def test_what_colleagues_write_comes_by_itself_and_is_new_until_it_is_seen(
    qtbot: QtBot, session: Session, open_session: OpenSession, case: Path, home: Path
) -> None:
    id_ = add(session, note("from Ann"))
    wait_saved(qtbot, session)
    session.annotating.finish()
    journal = next(case.with_name("case.notes").glob("*.journal"))
    raw = journal.read_bytes()
    journal.unlink()
    next(home.rglob("author.json")).unlink()
    other = open_session()
    assert id_ not in other.annotating.all
    journal.write_bytes(raw)
    qtbot.waitUntil(lambda: id_ in other.annotating.all, timeout=10_000)
    assert other.annotating.is_new(id_)
    other.annotating.look_at_all()
    assert not other.annotating.is_new(id_)
    other.annotating.finish()
    assert not open_session().annotating.is_new(id_)


def test_damage_is_told_and_the_rest_is_there(
    qtbot: QtBot, session: Session, open_session: OpenSession, case: Path
) -> None:
    first, second = add(session, note("first")), add(session, note("second"))
    wait_saved(qtbot, session)
    session.annotating.finish()
    journal = next(case.with_name("case.notes").glob("*.journal"))
    raw = journal.read_bytes()
    journal.write_bytes(raw.replace(b'"first"', b'"f1rst"'))
    again = open_session()
    assert len(again.annotating.problems) == 1
    assert again.annotations.content(first) is None
    assert again.annotations.content(second) == note("second")
    add(again, note("third"))  # the damage is set aside, once
    wait_saved(qtbot, again)
    again.annotating.finish()
    assert b'"f1rst"' in journal.read_bytes()
    assert open_session().annotating.problems == ()


def test_a_folder_that_cannot_be_made_is_told_and_written_elsewhere(
    qtbot: QtBot, session: Session, case: Path, home: Path
) -> None:
    in_the_way = case.with_name("case.notes")
    in_the_way.write_text("a file in the folder's place")
    id_ = add(session, note("to be kept"))
    qtbot.waitUntil(lambda: session.annotating.saving == "failed", timeout=10_000)
    trouble = keeping_of(session).trouble
    assert trouble is not None
    assert not trouble.is_held
    assert trouble.holder is None
    more = add(session, note("meanwhile"))
    session.annotating.try_again()
    qtbot.waitUntil(lambda: session.annotating.saving == "failed", timeout=10_000)
    session.annotating.try_again(is_elsewhere=True)
    wait_saved(qtbot, session)
    written = keeping_of(session).written
    assert written is not None
    assert written.is_elsewhere
    assert set(session.annotating.all.annotations) == {id_, more}
    add(session, note("goes there too"))
    wait_saved(qtbot, session)
    assert sum(1 for _ in home.rglob("*.journal")) == 1


def test_what_could_not_be_saved_is_kept_with_the_person_s_data_at_the_end(
    qtbot: QtBot, session: Session, open_session: OpenSession, case: Path
) -> None:
    in_the_way = case.with_name("case.notes")
    in_the_way.write_text("a file in the folder's place")
    id_ = add(session, note("to be kept"))
    qtbot.waitUntil(lambda: session.annotating.saving == "failed", timeout=10_000)
    session.annotating.finish()
    in_the_way.unlink()
    assert open_session().annotations.content(id_) == note("to be kept")


def test_what_is_still_to_be_written_at_the_end_is_written(
    session: Session, open_session: OpenSession
) -> None:
    ids = [add(session, note(str(number))) for number in range(5)]
    session.annotating.finish()
    again = open_session()
    assert [again.annotations.content(id_) for id_ in ids] == [note(str(n)) for n in range(5)]


def test_the_second_window_is_told_who_writes_and_takes_over(
    qtbot: QtBot, session: Session, open_session: OpenSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_module, "LOOK_MS", 100)
    second = open_session()
    first_id = add(session, note("from the first"))
    wait_saved(qtbot, session)
    second_id = add(second, note("from the second"))
    qtbot.waitUntil(lambda: second.annotating.saving == "held", timeout=10_000)
    trouble = keeping_of(second).trouble
    assert trouble is not None
    assert trouble.holder is not None
    assert trouble.holder.is_here
    second.annotating.take_over()
    wait_saved(qtbot, second)
    qtbot.waitUntil(lambda: session.annotating.saving == "held", timeout=10_000)
    assert {first_id, second_id} <= set(second.annotating.all.annotations)
    qtbot.waitUntil(lambda: second_id in session.annotating.all, timeout=10_000)


def test_another_computer_s_lock_is_named_and_can_be_passed_over(
    qtbot: QtBot, session: Session, case: Path
) -> None:
    add(session, note("makes the journal"))
    wait_saved(qtbot, session)
    session.annotating.close()
    session.annotating.finish()
    journal = next(case.with_name("case.notes").glob("*.journal"))
    lock = journal.with_name(journal.name + ".lock")
    lock.write_text('{"host": "elsewhere", "pid": 7}')
    session.annotating.open(open_case(case))
    add(session, note("waits"))
    qtbot.waitUntil(lambda: session.annotating.saving == "held", timeout=10_000)
    trouble = keeping_of(session).trouble
    assert trouble is not None
    assert trouble.holder is not None
    assert trouble.holder.host == "elsewhere"
    session.annotating.take_over()
    wait_saved(qtbot, session)


def test_a_window_that_does_not_answer_is_not_pushed_aside(
    qtbot: QtBot, session: Session, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.session.annotating.desk.TAKE_OVER_S", 0.3)
    add(session, note("makes the journal"))
    wait_saved(qtbot, session)
    journal = next(case.with_name("case.notes").glob("*.journal"))
    session.annotating.finish()
    deaf = WritingLock(journal)
    deaf.take()
    session.annotating.open(open_case(case))
    add(session, note("waits"))
    qtbot.waitUntil(lambda: session.annotating.saving == "held", timeout=10_000)
    session.annotating.take_over()
    qtbot.waitUntil(lambda: session.annotating.saving == "saving", timeout=10_000)
    qtbot.waitUntil(lambda: session.annotating.saving == "held", timeout=10_000)
    deaf.release()


def test_the_shipped_case_is_annotated_in_the_person_s_data(qtbot: QtBot, home: Path) -> None:
    session = Session(open_case(first_case()))
    session.annotating.sign("Ann")
    add(session, note("words"))
    wait_saved(qtbot, session)
    session.annotating.finish()
    assert sum(1 for _ in home.rglob("*.journal")) == 1
    assert places_of(first_case(), "insulinoma-tae").beside is None


def test_a_view_asks_for_words(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.annotating.begun) as heard:
        session.annotating.begin(note(""))
    assert heard.args == [note("")]


def test_marks_are_found_by_their_author(session: Session) -> None:
    me = session.annotating.me
    assert me is not None
    id_ = add(session, mark("tae-right", "question"), "Mark")
    assert mark_of(session.annotations, "tae-right", "question", me.id) == id_
    assert mark_of(session.annotations, "tae-right", "done", me.id) is None
    assert IdentityFile().load() is not None


def test_what_is_written_before_all_is_read_is_not_lost(qtbot: QtBot, case: Path) -> None:
    session = Session(open_case(case))
    session.annotating.sign("Ann")
    id_ = add(session, note("early"))
    wait_saved(qtbot, session)
    qtbot.waitUntil(lambda: keeping_of(session).read is not None, timeout=10_000)
    assert session.annotations.content(id_) == note("early")
    session.annotating.finish()


def test_a_folder_that_is_closed_to_the_person_is_left_alone(
    qtbot: QtBot, session: Session, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Who runs the tests may write everywhere, so the system's answer is stood in for.
    really = OwnJournal.open

    def refused(journal: OwnJournal, *, is_forced: bool = False) -> Journal:
        if journal.path.parent == case.with_name("case.notes"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return really(journal, is_forced=is_forced)

    monkeypatch.setattr(OwnJournal, "open", refused)
    add(session, note("kept elsewhere"))
    wait_saved(qtbot, session)
    written = keeping_of(session).written
    assert written is not None
    assert written.is_elsewhere


def test_answers_that_come_after_the_end_change_nothing(
    qtbot: QtBot, session: Session, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.session.annotating.desk.TAKE_OVER_S", 0.1)
    add(session, note("makes the journal"))
    wait_saved(qtbot, session)
    journal = next(case.with_name("case.notes").glob("*.journal"))
    annotating = session.annotating
    annotating.take_over()  # it is answered at once, yet after the end
    annotating.close()
    qtbot.waitUntil(lambda: annotating.is_idle, timeout=10_000)
    annotating.open(open_case(case))
    qtbot.waitUntil(lambda: keeping_of(session).read is not None, timeout=10_000)
    keeping_of(session).look()
    annotating.close()
    qtbot.waitUntil(lambda: annotating.is_idle, timeout=10_000)
    other = WritingLock(journal)
    other.take()
    annotating.open(open_case(case))
    annotating.take_over()
    annotating.close()
    qtbot.waitUntil(lambda: annotating.is_idle, timeout=10_000)
    other.release()
    assert annotating.saving == "saved"
    assert annotating.all == NO_ANNOTATIONS


def test_an_error_is_an_answer_too(qtbot: QtBot) -> None:
    parent = QObject()
    lane = WorkLane(parent)
    answers: list[object] = []
    lane.do(lambda: 1 / 0, answers.append, answers.append)
    lane.do(lambda: "done", answers.append, answers.append)
    qtbot.waitUntil(lambda: lane.is_idle)
    assert isinstance(answers[0], ZeroDivisionError)
    assert answers[1] == "done"


def test_a_colleague_s_clock_at_its_end_keeps_nobody_from_writing(
    qtbot: QtBot, session: Session, case: Path
) -> None:
    folder = case.with_name("case.notes")
    theirs = OwnJournal(folder / f"{'a' * 16}.journal", "insulinoma-tae")
    theirs.open()
    place = {"journal": "a" * 16, "at": "2026-11-30T12:00:00Z", "author": "a" * 12}
    begin = Record(op="begin", number=1, clock=1, name="Bob", case="insulinoma-tae", **place)
    last = {"op": "put", "id": f"{'a' * 12}-{'b' * 16}", "content": note("the last word")}
    theirs.append([begin, Record(number=2, clock=MOST_CLOCK, **last, **place)])
    theirs.close()
    qtbot.waitUntil(lambda: last["id"] in session.annotating.all, timeout=10_000)
    id_ = add(session, note("and yet"))
    for text in ("again", "and again"):
        session.annotating.edit(Edit("Change note", {id_: note(text)}))
        wait_saved(qtbot, session)
        assert on_disk(case)[id_] == text
    session.annotating.undo()
    wait_saved(qtbot, session)
    assert on_disk(case)[id_] == "again"


def test_what_comes_while_the_disk_is_slow_is_shown_and_written_together(
    qtbot: QtBot, session: Session, case: Path, slow_disk: threading.Event
) -> None:
    ids = [add(session, note(str(number))) for number in range(3)]
    assert session.annotating.saving == "saving"
    assert [session.annotations.content(id_) for id_ in ids] == [note(str(n)) for n in range(3)]
    assert on_disk(case) == {}
    slow_disk.set()
    wait_saved(qtbot, session)
    assert on_disk(case) == {id_: str(number) for number, id_ in enumerate(ids)}


def test_what_a_slow_disk_has_not_written_at_the_end_is_there_again(
    qtbot: QtBot, session: Session, open_session: OpenSession, slow_disk: threading.Event
) -> None:
    ids = [add(session, note(str(number))) for number in range(3)]
    session.annotating.close()
    slow_disk.set()
    qtbot.waitUntil(lambda: session.annotating.is_idle)
    again = open_session()
    assert [again.annotations.content(id_) for id_ in ids] == [note(str(n)) for n in range(3)]


# --- what is typed in one run ------------------------------------------------------------


def test_what_is_kept_of_one_run_of_typing_is_one_step(session: Session) -> None:
    annotating, run = session.annotating, object()
    stack = annotating.stack
    first, second = annotating.new_id(), annotating.new_id()
    annotating.edit(Edit("Type", {first: note("a")}), run)
    annotating.edit(Edit("Type on", {first: note("ab"), second: note("c")}), run)
    assert (stack.count(), stack.undoText()) == (1, "Type")
    annotating.undo()
    assert (annotating.all.content(first), annotating.all.content(second)) == (None, None)
    annotating.redo()
    assert annotating.all.content(first) == note("ab")
    annotating.edit(Edit("Type", {first: note("abc")}), object())
    annotating.edit(Edit("Add note", {annotating.new_id(): note("x")}))
    annotating.edit(Edit("Add note", {annotating.new_id(): note("y")}))
    assert stack.count() == 4


def test_a_run_of_typing_that_comes_to_nothing_is_no_step(session: Session) -> None:
    annotating, run = session.annotating, object()
    id_ = annotating.new_id()
    annotating.edit(Edit("Add note", {id_: note("a")}))
    annotating.edit(Edit("Type", {id_: note("ab")}), run)
    annotating.edit(Edit("Type", {id_: note("a")}), run)
    assert annotating.stack.count() == 1
    annotating.undo()
    assert annotating.all.content(id_) is None
