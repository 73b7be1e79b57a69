"""Leaving a case: what is not on the disk is written somewhere else, or kept and told."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.annotating_sessions import (
    OpenSession,
    add,
    journals_in,
    keeping_of,
    note,
    notes_of,
    on_disk,
    wait_saved,
)
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.writing_lock import WritingLock
from viewer.io.case_store import open_case
from viewer.model.annotation_record import Record
from viewer.paths import first_case
from viewer.session.annotating import work_lane
from viewer.session.annotating.leaving import Unsaved
from viewer.session.session import Session

Fails = Callable[[OwnJournal], bool]


class _Disk:
    """Refuses what `fails` says, once its gate is open."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.fails: Fails = lambda _: False
        self.gate = threading.Event()
        self.gate.set()
        really = OwnJournal.append

        def append(journal: OwnJournal, records: Sequence[Record]) -> None:
            assert self.gate.wait(10)
            if self.fails(journal):
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(journal.path))
            really(journal, records)

        monkeypatch.setattr(OwnJournal, "append", append)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> _Disk:
    return _Disk(monkeypatch)


def _lost(session: Session) -> list[Unsaved]:
    lost: list[Unsaved] = []
    session.annotating.lost.connect(lost.append)
    return lost


def _texts(unsaved: Unsaved) -> list[str]:
    return [record.content.text for record in unsaved.records if record.content is not None]


def test_what_fails_while_the_case_is_left_is_kept_with_the_person_s_data(
    qtbot: QtBot, session: Session, open_session: OpenSession, case: Path, disk: _Disk, home: Path
) -> None:
    lost = _lost(session)
    disk.fails = lambda journal: journal.path.parent == notes_of(case)
    disk.gate.clear()
    ids = [add(session, note(str(number))) for number in range(3)]  # the first is on its way
    session.annotating.close()
    disk.gate.set()
    qtbot.waitUntil(lambda: session.annotating.is_idle, timeout=10_000)
    assert on_disk(case) == {}
    assert len(journals_in(home)) == 1
    again = open_session()
    assert [again.annotations.content(id_) for id_ in ids] == [note(str(n)) for n in range(3)]
    assert lost == session.annotating.drawer.all == []


def test_what_was_on_its_way_and_got_there_is_not_written_twice(
    qtbot: QtBot, session: Session, open_session: OpenSession, case: Path, disk: _Disk
) -> None:
    disk.gate.clear()
    ids = [add(session, note(str(number))) for number in range(3)]
    session.annotating.close()
    disk.gate.set()
    qtbot.waitUntil(lambda: session.annotating.is_idle, timeout=10_000)
    assert set(on_disk(case)) == set(ids)
    again = open_session()
    assert [len(again.annotating.all.annotations[id_].versions) for id_ in ids] == [1, 1, 1]


def test_what_can_be_written_nowhere_is_told_and_kept_until_its_case_is_open_again(
    qtbot: QtBot, session: Session, case: Path, disk: _Disk, tmp_path: Path
) -> None:
    annotating, lost = session.annotating, _lost(session)
    gone = add(session, note("removed for good"))
    wait_saved(qtbot, session)
    disk.fails = lambda _: True
    annotating.purge([gone])
    kept = add(session, note("first"))
    also_gone = add(session, note("removed as well"))
    annotating.purge([also_gone])
    session.open(open_case(first_case()))
    qtbot.waitUntil(lambda: bool(lost), timeout=10_000)
    (unsaved,) = lost
    assert _texts(unsaved) == ["first"]
    assert [record.id for record in unsaved.records] == [gone, kept, also_gone, also_gone]
    assert unsaved.task.path == case
    assert isinstance(unsaved.error, OSError)
    assert annotating.drawer.all == [unsaved]
    disk.fails = lambda _: False
    session.open(open_case(case))
    assert annotating.drawer.all == []
    qtbot.waitUntil(lambda: keeping_of(session).read is not None, timeout=10_000)
    wait_saved(qtbot, session)
    assert on_disk(case) == {kept: "first"}
    assert annotating.all.annotations[gone].is_purged
    annotating.finish()


def test_where_the_same_case_is_opened_at_once_it_is_taken_up_there(
    qtbot: QtBot, session: Session, case: Path, disk: _Disk
) -> None:
    annotating, lost = session.annotating, _lost(session)
    disk.fails = lambda _: True
    id_ = add(session, note("words"))
    session.open(open_case(case))
    qtbot.waitUntil(lambda: annotating.saving == "failed", timeout=10_000)
    assert annotating.all.content(id_) == note("words")
    assert lost == annotating.drawer.all == []
    disk.fails = lambda _: False
    annotating.try_again()
    wait_saved(qtbot, session)
    assert on_disk(case) == {id_: "words"}


def test_at_the_end_of_the_program_the_drawer_says_what_is_lost(
    session: Session, disk: _Disk
) -> None:
    disk.fails = lambda _: True
    add(session, note("words"))
    session.annotating.finish()
    # Nothing is heard of the background any more: no event was handled since.
    (unsaved,) = session.annotating.drawer.all
    assert _texts(unsaved) == ["words"]


def test_where_other_windows_write_both_journals_another_is_begun(
    qtbot: QtBot, home: Path, disk: _Disk
) -> None:
    session = Session(open_case(first_case()))
    session.annotating.sign("Ann")
    add(session, note("makes the journal"))
    wait_saved(qtbot, session)
    session.annotating.finish()
    (journal,) = journals_in(home)
    other = WritingLock(journal)
    other.take()
    session.annotating.open(open_case(first_case()))
    id_ = add(session, note("words"))
    qtbot.waitUntil(lambda: session.annotating.saving == "held", timeout=10_000)
    session.annotating.finish()
    other.release()
    assert session.annotating.drawer.all == []
    assert len(journals_in(home)) == 2
    again = Session(open_case(first_case()))
    qtbot.waitUntil(lambda: keeping_of(again).read is not None, timeout=10_000)
    assert again.annotations.content(id_) == note("words")
    again.annotating.finish()


def test_where_the_drive_of_the_case_is_gone_nothing_is_made_in_its_place(
    qtbot: QtBot, session: Session, open_session: OpenSession, case: Path, home: Path
) -> None:
    pulled = case.rename(case.with_name("pulled"))
    id_ = add(session, note("words"))
    assert session.annotating.settle() == "failed"
    session.annotating.finish()
    assert not notes_of(case).exists()
    pulled.rename(case)
    assert open_session().annotations.content(id_) == note("words")


# --- asking before it is left ------------------------------------------------------------


def test_what_is_on_its_way_is_waited_for_before_a_case_is_left(
    session: Session, case: Path, disk: _Disk
) -> None:
    assert session.annotating.settle() == "saved"
    disk.gate.clear()
    ids = [add(session, note(str(number))) for number in range(3)]
    assert session.annotating.saving == "saving"
    disk.gate.set()
    assert session.annotating.settle() == "saved"
    assert set(on_disk(case)) == set(ids)


def test_a_fault_that_comes_while_it_is_waited_for_is_told(session: Session, disk: _Disk) -> None:
    disk.gate.clear()
    add(session, note("words"))
    disk.fails = lambda _: True
    disk.gate.set()
    assert session.annotating.settle() == "failed"


def test_a_disk_that_does_not_answer_is_not_waited_for_for_ever(
    session: Session, disk: _Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.gate.clear()
    add(session, note("words"))
    with monkeypatch.context() as context:
        context.setattr(work_lane, "PATIENCE_S", 0.05)
        assert session.annotating.settle() == "saving"
    disk.gate.set()
    assert session.annotating.settle() == "saved"
