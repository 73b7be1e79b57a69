"""The journal that a window writes: what was saved stays, and what was not is said not to be."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from pathlib import Path

import pytest

from tests.making_journals import (
    CASE,
    JOURNAL,
    a_begin,
    a_note,
    a_record,
    a_reply,
    a_tombstone,
    annotation_id,
    opened,
)
from viewer.io.annotations import own_journal
from viewer.io.annotations.journal_reading import read_journals
from viewer.io.annotations.lines import encoded
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.places import journal_path
from viewer.io.annotations.writing_lock import HeldError, WritingLock

SYNCS = ("fdatasync", "fsync") if sys.platform == "linux" else ()
"""What a file is synced with; other systems have calls of their own."""
posix_only = pytest.mark.skipif(os.name == "nt", reason="an open file can be deleted in POSIX only")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "case.notes"


@pytest.fixture
def path(folder: Path) -> Path:
    return journal_path(folder, JOURNAL)


def _begun(folder: Path, last: int = 3) -> OwnJournal:
    own = opened(folder)
    own.append([a_begin()])
    for number in range(2, last + 1):
        own.append([a_note(number)])
    return own


def _numbers(folder: Path) -> list[int]:
    (journal,) = read_journals([folder], CASE)
    assert journal.problems == ()
    return [record.number for record in journal.records]


def _failing(number: int) -> object:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_case_nobody_annotated_gets_no_journal_by_being_opened(folder: Path, path: Path) -> None:
    own = opened(folder)
    own.append([])
    assert not path.exists()
    own.close()


def test_what_was_appended_is_read_by_the_next_window(folder: Path, path: Path) -> None:
    own = _begun(folder)
    own.close()
    again = OwnJournal(path, CASE)
    assert [record.number for record in again.open().records] == [1, 2, 3]
    again.append([a_note(4), a_note(5)])
    assert _numbers(folder) == [1, 2, 3, 4, 5]


def test_beside_a_case_that_is_gone_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        opened(tmp_path / "stick" / "case.notes")
    assert not (tmp_path / "stick").exists()


def test_with_the_persons_own_data_every_folder_is_made(tmp_path: Path) -> None:
    own = opened(tmp_path / "data" / "notes" / "case-1")
    own.append([a_begin()])
    assert _numbers(own.path.parent) == [1]


def test_a_second_window_is_refused_until_the_first_gives_back(folder: Path, path: Path) -> None:
    own = _begun(folder)
    second = OwnJournal(path, CASE)
    with pytest.raises(HeldError):
        second.open()
    own.close()
    assert len(second.open().records) == 3


def test_another_computers_journal_is_taken_over_on_request(folder: Path, path: Path) -> None:
    _begun(folder).close()
    path.with_name(path.name + ".lock").write_text('{"host": "ward-7", "pid": 1}')
    own = OwnJournal(path, CASE)
    with pytest.raises(HeldError, match="ward-7"):
        own.open()
    assert len(own.open(is_forced=True).records) == 3


def test_a_torn_tail_stays_and_the_next_line_begins_anew(folder: Path, path: Path) -> None:
    _begun(folder).close()
    path.write_bytes(path.read_bytes()[:-9])
    own = OwnJournal(path, CASE)
    held = own.open()
    assert (held.is_torn, len(held.records)) == (True, 2)
    own.append([a_note(4)])
    (journal,) = read_journals([folder], CASE)
    assert [record.number for record in journal.records] == [1, 2, 4]
    assert journal.damaged == held.damaged


@pytest.mark.parametrize("content", [b"\0" * 5000, "ä".encode()[:1], b"\n\n", b"x\n"])
def test_a_file_of_something_else_is_kept_and_written_on(
    folder: Path, path: Path, content: bytes
) -> None:
    folder.mkdir()
    path.write_bytes(content)
    own = opened(folder)
    own.append([a_begin()])
    assert path.read_bytes().startswith(content)
    (journal,) = read_journals([folder], CASE)
    assert [record.number for record in journal.records] == [1]


@posix_only
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_a_journal_has_the_permissions_of_its_folder(folder: Path, path: Path, mask: int) -> None:
    folder.mkdir()
    folder.chmod(0o770)
    before = os.umask(mask)
    try:
        own = _begun(folder)
        assert stat.S_IMODE(path.stat().st_mode) == 0o660
        own.purge([annotation_id(2)], [a_tombstone(4, 2)])
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o660


# --- faults ------------------------------------------------------------------------------


@pytest.mark.parametrize("call", ["write", *SYNCS])
@pytest.mark.parametrize("is_new", [True, False])
def test_after_a_fault_the_same_records_are_saved_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: str, is_new: bool
) -> None:
    own = opened(folder) if is_new else _begun(folder)
    records = [a_begin()] if is_new else [a_note(4), a_note(5)]
    if call == "fsync":
        monkeypatch.delattr(os, "fdatasync", raising=False)
    with monkeypatch.context() as context:
        context.setattr(os, call, _failing(errno.ENOSPC))
        for _ in range(2):
            with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
                own.append(records)
    own.append(records)
    (journal,) = read_journals([folder], CASE)
    assert {r.number for r in journal.records} == ({1} if is_new else {1, 2, 3, 4, 5})
    assert journal.problems == ()


def _full_after(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    plain, left = os.write, [room]

    def write(fd: int, data: bytes) -> int:
        if not left[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = plain(fd, bytes(data)[: left[0]])
        left[0] -= written
        return written

    monkeypatch.setattr(os, "write", write)


def test_a_line_half_written_to_a_full_disk_is_taken_back_and_written_again(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = _begun(folder)
    before = path.read_bytes()
    for room in (40, 300):
        with monkeypatch.context() as context:
            _full_after(context, room)
            with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
                own.append([a_note(4)])
        assert path.read_bytes() == before
    own.append([a_note(4)])
    assert _numbers(folder) == [1, 2, 3, 4]


def test_a_line_half_written_that_cannot_be_taken_back_is_passed_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = _begun(folder)
    with monkeypatch.context() as context:
        _full_after(context, 40)
        context.setattr(os, "ftruncate", _failing(errno.EIO))
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            own.append([a_note(4)])
    own.append([a_note(4)])
    (journal,) = read_journals([folder], CASE)
    assert [record.number for record in journal.records] == [1, 2, 3, 4]
    assert len(journal.damaged) == 1


@pytest.mark.parametrize("theirs", [b"?", encoded(a_note(9), CASE)])
def test_what_another_program_added_meanwhile_is_not_taken_back(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch, theirs: bytes
) -> None:
    own = _begun(folder)

    def write(fd: int, data: bytes) -> None:
        with path.open("ab") as file:
            file.write(theirs)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as context:
        context.setattr(own_journal, "write_whole", write)
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            own.append([a_note(4)])
    assert path.read_bytes().endswith(theirs)
    own.append([a_note(4)])
    (journal,) = read_journals([folder], CASE)
    assert {1, 2, 3, 4} <= {record.number for record in journal.records}


def test_what_a_dead_window_wrote_is_on_the_disk_before_it_is_shown(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _begun(folder).close()
    own = OwnJournal(path, CASE)
    with monkeypatch.context() as context:
        context.setattr(own_journal, "sync_file", _failing(errno.EIO))
        with pytest.raises(OSError, match=os.strerror(errno.EIO)):
            own.open()
    assert not own.lock.is_held
    assert len(own.open().records) == 3


def test_what_could_not_be_read_again_is_a_fault_and_nothing_is_written(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = _begun(folder)
    before = path.read_bytes()
    with pytest.raises(OSError, match="bytes in one line"):
        own.append([a_record(4, op="name", name="A", unknown="x" * 2_000_000)])
    monkeypatch.setattr(own_journal, "JOURNAL_LIMIT", len(before) + 10)
    with pytest.raises(OSError, match=os.strerror(errno.EFBIG)):
        own.append([a_note(4)])
    assert path.read_bytes() == before


def test_a_journal_beyond_the_limit_is_not_opened_as_an_empty_one(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _begun(folder).close()
    monkeypatch.setattr(own_journal, "JOURNAL_LIMIT", 100)
    own = OwnJournal(path, CASE)
    with pytest.raises(OSError, match=os.strerror(errno.EFBIG)):
        own.open()
    assert not own.lock.is_held


@posix_only
def test_a_pipe_and_a_link_in_the_journals_place_are_refused(folder: Path, path: Path) -> None:
    folder.mkdir()
    target = folder / "precious"
    target.write_bytes(b"keep")
    own = OwnJournal(path, CASE)
    os.mkfifo(path)
    with pytest.raises(OSError, match=r"."):
        own.open()
    path.unlink()
    path.symlink_to(target)
    with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
        own.open()
    assert target.read_bytes() == b"keep"
    assert not own.lock.is_held


# --- other programs ----------------------------------------------------------------------


@posix_only
def test_a_journal_that_was_deleted_is_whole_again_with_the_next_edit(
    folder: Path, path: Path
) -> None:
    own = _begun(folder)
    path.unlink()
    own.append([a_note(4)])
    assert _numbers(folder) == [1, 2, 3, 4]


@posix_only
def test_an_older_file_put_in_the_journals_place_gets_back_what_it_lacks(
    folder: Path, path: Path
) -> None:
    own = _begun(folder)
    older = path.read_bytes()
    own.append([a_note(4)])
    beside = path.with_name("beside")
    beside.write_bytes(older.replace(b"\n", b"\r\n"))
    beside.replace(path)
    own.append([a_note(5)])
    assert _numbers(folder) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("cut", [0, 10, 500])
def test_a_journal_that_was_cut_gets_back_what_it_lacks(folder: Path, path: Path, cut: int) -> None:
    own = _begun(folder)
    os.truncate(path, cut)
    own.append([a_note(4)])
    (journal,) = read_journals([folder], CASE)
    assert {record.number for record in journal.records} == {1, 2, 3, 4}


def test_lines_that_another_program_added_stay(folder: Path, path: Path) -> None:
    own = _begun(folder)
    with path.open("ab") as file:
        file.write(encoded(a_note(9), CASE)[:-1])
    own.append([a_note(4)])
    assert _numbers(folder) == [1, 2, 3, 9, 4]


@posix_only
def test_a_file_that_loses_its_name_during_the_edit_is_not_called_saved(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = _begun(folder)
    plain = own_journal.sync_file

    def sync(fd: int) -> None:
        plain(fd)
        path.unlink()

    with monkeypatch.context() as context:
        context.setattr(own_journal, "sync_file", sync)
        with pytest.raises(OSError, match=os.strerror(errno.ESTALE)):
            own.append([a_note(4)])
    own.append([a_note(4)])
    assert _numbers(folder) == [1, 2, 3, 4]


@posix_only
def test_a_folder_that_vanished_is_told_of_and_written_to_when_it_is_back(
    folder: Path, tmp_path: Path
) -> None:
    own = _begun(folder)
    folder.rename(tmp_path / "elsewhere")
    for _ in range(2):
        with pytest.raises(FileNotFoundError):
            own.append([a_note(4)])
    assert not folder.exists()
    (tmp_path / "elsewhere").rename(folder)
    own.append([a_note(4)])
    assert _numbers(folder) == [1, 2, 3, 4]


@posix_only
def test_a_folder_put_in_the_place_of_another_is_locked_anew(folder: Path) -> None:
    own = _begun(folder)
    shutil.rmtree(folder)
    folder.mkdir()
    own.append([a_note(4)])
    assert _numbers(folder) == [1, 2, 3, 4]
    with pytest.raises(HeldError):
        opened(folder)


@posix_only
def test_where_another_window_took_the_right_nothing_is_written(folder: Path, path: Path) -> None:
    own = _begun(folder)
    path.with_name(path.name + ".lock").unlink()
    other = opened(folder)
    before = path.read_bytes()
    for write in (lambda: own.append([a_note(4)]), lambda: own.purge([], [a_tombstone(4, 2)])):
        with pytest.raises(OSError, match=os.strerror(errno.EBUSY)):
            write()
    assert path.read_bytes() == before
    other.close()
    own.append([a_note(4)])
    assert _numbers(folder) == [1, 2, 3, 4]


@posix_only
def test_a_folder_reached_by_a_link_is_the_same_journal(folder: Path, tmp_path: Path) -> None:
    own = _begun(folder)
    (tmp_path / "link.notes").symlink_to(folder)
    with pytest.raises(HeldError):
        opened(tmp_path / "link.notes")
    own.close()
    linked = opened(tmp_path / "link.notes")
    linked.append([a_note(4)])
    assert _numbers(folder) == [1, 2, 3, 4]


# --- purging -----------------------------------------------------------------------------

SECRET = "the neighbour of the patient, Mrs. 山田"


def _with_secret(folder: Path) -> OwnJournal:
    own = _begun(folder)
    own.append([a_note(4, SECRET)])
    own.append([a_note(5, SECRET + ", again", id=annotation_id(4))])
    own.append([a_reply(6, to=4)])
    return own


def _purge(own: OwnJournal) -> None:
    own.purge([annotation_id(4)], [a_tombstone(7, 4)])


def _bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_a_purge_leaves_a_tombstone_and_no_word_and_keeps_answers(folder: Path) -> None:
    own = _with_secret(folder)
    _purge(own)
    assert _numbers(folder) == [1, 2, 3, 6, 7]
    assert SECRET.encode() not in _bytes_in(folder)
    own.append([a_note(8)])
    assert _numbers(folder) == [1, 2, 3, 6, 7, 8]


def test_a_purge_of_a_journal_that_was_deleted_brings_back_the_rest_alone(
    folder: Path, path: Path
) -> None:
    own = _with_secret(folder)
    path.unlink()
    _purge(own)
    assert _numbers(folder) == [1, 2, 3, 6, 7]
    assert SECRET.encode() not in _bytes_in(folder)


def test_a_purge_clears_what_a_dead_purge_left(folder: Path, path: Path) -> None:
    own = _with_secret(folder)
    path.with_name(f".{path.name}.99-1.new").write_bytes(path.read_bytes())
    _purge(own)
    assert SECRET.encode() not in _bytes_in(folder)


def test_opening_clears_what_a_dead_purge_left(folder: Path, path: Path) -> None:
    _with_secret(folder).close()
    left = path.with_name(f".{path.name}.99-1.new")
    left.write_bytes(path.read_bytes())
    opened(folder)
    assert not left.exists()


def test_what_a_dead_purge_left_and_cannot_be_removed_stops_a_purge_alone(
    folder: Path, path: Path
) -> None:
    _with_secret(folder).close()
    path.with_name(f".{path.name}.99-1.new").mkdir()
    own = opened(folder)
    own.append([a_note(8)])
    with pytest.raises(OSError, match="new"):
        _purge(own)
    assert _numbers(folder) == [1, 2, 3, 4, 5, 6, 8]


@pytest.mark.parametrize("call", ["write", "replace", "sync_folder"])
def test_a_purge_that_fails_loses_nothing_and_can_be_made_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    own = _with_secret(folder)
    with monkeypatch.context() as context:
        if call == "write":
            context.setattr(os, "write", _failing(errno.ENOSPC))
        elif call == "replace":
            context.setattr(Path, "replace", _failing(errno.ENOSPC))
        else:
            context.setattr("viewer.io.annotations.durable.sync_folder", _failing(errno.ENOSPC))
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            _purge(own)
    assert {1, 2, 3, 6} <= set(_numbers(folder))
    own.append([a_note(8)])
    _purge(own)
    assert set(_numbers(folder)) == {1, 2, 3, 6, 7, 8}
    assert SECRET.encode() not in _bytes_in(folder)


def test_a_purge_of_a_file_that_cannot_be_read_does_not_empty_it(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = _with_secret(folder)
    before = path.read_bytes()
    with monkeypatch.context() as context:
        context.setattr(os, "read", _failing(errno.EIO))
        with pytest.raises(OSError, match=os.strerror(errno.EIO)):
            _purge(own)
    assert path.read_bytes() == before


def test_a_purge_keeps_a_torn_tail_of_other_words(folder: Path, path: Path) -> None:
    _with_secret(folder).close()
    with path.open("ab") as file:
        file.write(encoded(a_note(7), CASE)[:-30])
    own = opened(folder)
    _purge(own)
    (journal,) = read_journals([folder], CASE)
    assert [record.number for record in journal.records] == [1, 2, 3, 6, 7]
    assert len(journal.damaged) == 1


def test_the_lock_is_given_back_by_closing(folder: Path, path: Path) -> None:
    own = _begun(folder)
    own.close()
    own.close()
    lock = WritingLock(path)
    lock.take()
    lock.release()
