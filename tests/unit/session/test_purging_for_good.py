"""What is removed for good stands in no file any more: of any computer, place, name or draft."""

from __future__ import annotations

import json
import random
import shutil
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.annotating_sessions import (
    OpenSession,
    add,
    holding,
    journals_in,
    keeping_of,
    note,
    notes_of,
    wait_saved,
)
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.writing_lock import WritingLock
from viewer.io.case_store import open_case
from viewer.model import annotation_texts
from viewer.model.annotating import Edit
from viewer.model.annotation_record import Record
from viewer.model.problem import Problem
from viewer.session.annotating import keeping as keeping_module
from viewer.session.annotating.passing_on import take_in
from viewer.session.session import Session

SECRET = "the neighbour, Mrs. Yamada"


def _at_another_computer(home: Path) -> None:
    """Let the same person annotate at another computer from here on."""
    (file,) = home.rglob("author.json")
    given = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps(given | {"device": f"{given['device'][:-1]}#"}), "utf-8")


def _purge(qtbot: QtBot, session: Session, id_: str) -> None:
    session.annotating.purge([id_])
    wait_saved(qtbot, session)
    qtbot.waitUntil(lambda: session.annotating.is_idle, timeout=10_000)


class _Course:
    """The ways of one note until it is removed for good."""

    def __init__(self, qtbot: QtBot, case: Path, home: Path, mail: Path) -> None:
        self.qtbot, self.case, self.home, self.mail = qtbot, case, home, mail
        self.number = 0
        self.session = self.opened()
        self.session.annotating.sign("Ann")
        self.id = add(self.session, note(SECRET))
        wait_saved(qtbot, self.session)

    def opened(self) -> Session:
        session = Session(open_case(self.case))
        self.qtbot.waitUntil(lambda: keeping_of(session).read is not None, timeout=10_000)
        return session

    def edit(self) -> None:
        self.number += 1
        edit = Edit("Change", {self.id: note(f"{SECRET} {self.number}")})
        self.session.annotating.edit(edit)
        wait_saved(self.qtbot, self.session)

    def write_elsewhere(self) -> None:
        self.session.annotating.try_again(is_elsewhere=True)
        self.edit()

    def draft(self) -> None:
        self.session.annotating.keep_draft(self.id, note(f"{SECRET}, half typed"))

    def rename(self) -> None:
        self.session.annotating.finish()
        case = self.case.with_name(f"{self.case.name}-renamed")
        notes_of(self.case).rename(notes_of(case))
        self.case = self.case.rename(case)
        self.session = self.opened()
        self.edit()

    def go_to_another_computer(self) -> None:
        self.session.annotating.finish()
        _at_another_computer(self.home)
        self.session = self.opened()
        self.edit()

    def take_in_a_copy(self) -> None:
        """What was sent by mail once, before the last edit."""
        (self.mail / str(self.number)).mkdir(parents=True)
        sent = Path(shutil.copy(journals_in(notes_of(self.case))[0], self.mail / str(self.number)))
        self.edit()
        done: list[object] = []
        take_in(self.session.annotating, sent, "", done.append)
        self.qtbot.waitUntil(lambda: bool(done), timeout=10_000)


@pytest.mark.parametrize("seed", range(10))
def test_whatever_became_of_a_note_nothing_of_it_is_left(
    qtbot: QtBot, case: Path, home: Path, tmp_path: Path, seed: int
) -> None:
    course = _Course(qtbot, case, home, tmp_path / "mail")
    ways = [course.rename, course.write_elsewhere, course.go_to_another_computer]
    ways += [course.take_in_a_copy, course.draft, course.edit]
    choose = random.Random(seed)
    for way in choose.sample(ways, len(ways)):
        way()
    keep = add(course.session, note("stays"))
    _purge(qtbot, course.session, course.id)
    assert holding(SECRET, notes_of(course.case), home) == []
    assert course.session.annotating.problems == ()
    assert course.session.annotating.all.annotations[course.id].is_purged
    course.session.annotating.finish()
    again = course.opened()
    assert again.annotations.content(keep) == note("stays")
    assert again.annotations.content(course.id) is None
    again.annotating.finish()


def test_what_was_removed_elsewhere_goes_when_this_computer_opens_the_case(
    qtbot: QtBot, session: Session, open_session: OpenSession, case: Path, home: Path
) -> None:
    id_ = add(session, note(SECRET))
    add(session, note("stays"))
    wait_saved(qtbot, session)
    session.annotating.finish()
    identity = next(home.rglob("author.json"))
    here = identity.read_text("utf-8")
    (mine,) = journals_in(notes_of(case))
    identity.unlink()
    colleague = open_session()
    colleague.annotating.sign("Bob")
    add(colleague, note("from Bob"))
    wait_saved(qtbot, colleague)
    colleague.annotating.finish()
    identity.write_text(here, "utf-8")
    as_it_was = mine.read_bytes()
    _at_another_computer(home)
    other = open_session()
    _purge(qtbot, other, id_)
    other.annotating.finish()
    mine.write_bytes(as_it_was)  # this computer had not been reached yet
    identity.write_text(here, "utf-8")
    again = open_session()
    assert holding(SECRET, case.parent, home) == []
    assert again.annotating.all.annotations[id_].is_purged
    add(again, note("and on"))
    wait_saved(qtbot, again)
    assert len(again.annotations.shown) == 3
    assert again.annotating.problems == ()


def test_what_is_removed_elsewhere_goes_from_the_journal_that_is_being_written(
    qtbot: QtBot, session: Session, open_session: OpenSession, case: Path, home: Path
) -> None:
    id_ = add(session, note(SECRET))
    wait_saved(qtbot, session)
    _at_another_computer(home)
    other = open_session()
    _purge(qtbot, other, id_)
    # The first window writes the journal that holds the text, and takes it out itself.
    qtbot.waitUntil(lambda: holding(SECRET, case.parent, home) == [], timeout=10_000)
    qtbot.waitUntil(lambda: other.annotating.problems == (), timeout=10_000)
    kept = add(session, note("and on"))
    wait_saved(qtbot, session)
    assert holding(SECRET, case.parent, home) == []
    qtbot.waitUntil(lambda: kept in other.annotating.all, timeout=10_000)


def test_where_the_text_cannot_be_removed_yet_it_is_told_until_it_is(
    qtbot: QtBot, session: Session, open_session: OpenSession, case: Path, home: Path
) -> None:
    id_ = add(session, note(SECRET))
    wait_saved(qtbot, session)
    session.annotating.finish()
    (mine,) = journals_in(notes_of(case))
    _at_another_computer(home)
    lock = WritingLock(mine)
    lock.take()
    other = open_session()
    told: list[tuple[Problem, ...]] = []
    other.annotating.not_purged.connect(told.append)
    _purge(qtbot, other, id_)
    _purge(qtbot, other, id_)  # once more: it stands once among the problems
    (problem,) = other.annotating.problems
    assert told == [(problem,), (problem,)]
    assert problem.message == annotation_texts.STILL_WRITTEN
    assert str(mine) in str(problem)
    other.annotating.finish()
    again = open_session()
    assert again.annotating.problems == (problem,)
    again.annotating.finish()
    lock.release()
    assert open_session().annotating.problems == ()
    assert holding(SECRET, case.parent, home) == []


def test_what_was_not_saved_yet_never_gets_to_the_disk(
    qtbot: QtBot, session: Session, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = add(session, note("makes the journal"))
    wait_saved(qtbot, session)
    appended: list[Record] = []
    gate, really = threading.Event(), OwnJournal.append

    def append(journal: OwnJournal, records: Sequence[Record]) -> None:
        assert gate.wait(10)
        appended.extend(records)
        really(journal, records)

    monkeypatch.setattr(OwnJournal, "append", append)
    session.annotating.edit(Edit("Change", {first: note("on its way")}))
    id_ = add(session, note(SECRET))
    session.annotating.edit(Edit("Change", {id_: note(f"{SECRET}, changed")}))
    session.annotating.purge([id_])
    gate.set()
    wait_saved(qtbot, session)
    assert [record.op for record in appended] == ["put", "purge", "purge", "purge"]
    assert session.annotating.all.annotations[id_].is_purged
    assert session.annotations.content(first) == note("on its way")


def test_damage_that_names_it_goes_when_it_was_removed_elsewhere(
    qtbot: QtBot, session: Session, open_session: OpenSession, case: Path, home: Path
) -> None:
    id_ = add(session, note("harmless"))
    wait_saved(qtbot, session)
    session.annotating.finish()
    _at_another_computer(home)
    other = open_session()
    _purge(qtbot, other, id_)
    other.annotating.finish()
    unreadable = notes_of(case) / f"{'e' * 16}.journal"
    unreadable.write_bytes(f"?{id_}? {SECRET}\n".encode())
    theirs = notes_of(case) / f"{'d' * 16}.journal"
    shutil.copy(journals_in(notes_of(case))[0], theirs)
    theirs.write_bytes(theirs.read_bytes().replace(id_[:12].encode(), b"9" * 12))
    before = theirs.read_bytes()
    again = open_session()
    qtbot.waitUntil(lambda: again.annotating.is_idle, timeout=10_000)
    assert holding(SECRET, case.parent, home) == []
    assert theirs.read_bytes() == before


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping_module, "LOOK_MS", 100)
