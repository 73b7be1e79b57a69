"""Who may write a journal: one window at a time, whatever happens to the lock's file."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.making_journals import JOURNAL
from viewer.io.annotations import writing_lock
from viewer.io.annotations.writing_lock import HeldError, Holder, WritingLock, host_name

posix_only = pytest.mark.skipif(os.name == "nt", reason="an open file can be deleted in POSIX only")
HOLDS = """
import sys
from pathlib import Path
from viewer.io.annotations.writing_lock import WritingLock
lock = WritingLock(Path(sys.argv[1]))
lock.take()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / f"{JOURNAL}.journal"


@pytest.fixture
def lock(journal: Path) -> Iterator[WritingLock]:
    lock = WritingLock(journal)
    yield lock
    lock.release()


@pytest.fixture
def other_process(journal: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another window of this computer, which holds the lock."""
    command = [sys.executable, "-c", HOLDS, str(journal)]
    environ = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environ
    ) as held:
        assert held.stdout is not None
        assert held.stdout.readline().strip() == b"held"
        yield held
        held.kill()


def _file(journal: Path) -> Path:
    return journal.with_name(journal.name + ".lock")


def test_its_file_says_who_holds_it_and_nobody_afterwards(lock: WritingLock, journal: Path) -> None:
    assert not lock.is_held
    lock.take()
    assert lock.is_held
    said = json.loads(_file(journal).read_text())
    assert said == {"host": host_name(), "pid": os.getpid()}
    lock.release()
    assert not lock.is_held
    assert _file(journal).read_text() == ""


def test_releasing_what_is_not_held_does_nothing(lock: WritingLock) -> None:
    lock.release()
    assert not lock.is_held


def test_another_window_is_refused_by_name_even_when_it_insists(
    lock: WritingLock, other_process: subprocess.Popen[bytes]
) -> None:
    for is_forced in (False, True):
        with pytest.raises(HeldError) as held:
            lock.take(is_forced=is_forced)
        assert held.value.holder == Holder(host_name(), other_process.pid)
        assert held.value.holder.is_here
    assert not lock.is_held


def test_a_crash_leaves_no_lock(
    lock: WritingLock, other_process: subprocess.Popen[bytes], journal: Path
) -> None:
    other_process.kill()
    other_process.wait()
    assert json.loads(_file(journal).read_text())["pid"] == other_process.pid
    lock.take()
    assert lock.is_held


def test_another_computer_is_named_and_passed_over_only_on_request(
    lock: WritingLock, journal: Path
) -> None:
    _file(journal).write_text('{"host": "ward-7", "pid": 12}')
    with pytest.raises(HeldError, match="ward-7") as held:
        lock.take()
    assert held.value.holder == Holder("ward-7", 12)
    assert not held.value.holder.is_here
    assert json.loads(_file(journal).read_text())["host"] == "ward-7"
    lock.take(is_forced=True)
    assert json.loads(_file(journal).read_text())["host"] == host_name()


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"host": "x", "pid": "y"}', "\0" * 99])
def test_a_file_that_says_nothing_blocks_nobody(
    lock: WritingLock, journal: Path, text: str
) -> None:
    _file(journal).write_text(text)
    lock.take()
    assert lock.is_held


def test_a_window_is_asked_to_give_the_right_back(lock: WritingLock, journal: Path) -> None:
    other = WritingLock(journal)
    other.take()
    assert not other.is_asked_for
    lock.ask_for()
    lock.ask_for()
    assert other.is_asked_for
    assert not lock.is_asked_for
    other.release()
    lock.take()
    assert not lock.is_asked_for


@posix_only
def test_links_and_pipes_of_others_are_not_written_to(lock: WritingLock, journal: Path) -> None:
    target = journal.with_name("precious")
    target.write_text("keep")
    for suffix, write in ((".lock", lock.take), (".wanted", lock.ask_for)):
        path = journal.with_name(journal.name + suffix)
        path.symlink_to(target)
        with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
            write()
        path.unlink()
        os.mkfifo(path)
        with pytest.raises(OSError, match=r"."):
            write()
        path.unlink()
    assert target.read_text() == "keep"
    assert not lock.is_held


def test_a_folder_that_is_gone_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        WritingLock(tmp_path / "none" / "x.journal").take()


def test_a_request_that_cannot_be_removed_leaves_nothing_held(
    lock: WritingLock, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as context:

        def fail(*_: object, **__: object) -> None:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

        context.setattr(Path, "unlink", fail)
        with pytest.raises(OSError, match=os.strerror(errno.EIO)):
            lock.take()
    assert not lock.is_held
    other = WritingLock(journal)
    other.take()
    other.release()


@posix_only
def test_a_lock_whose_file_was_deleted_is_taken_anew(lock: WritingLock, journal: Path) -> None:
    lock.take()
    assert lock.is_in_place
    _file(journal).unlink()
    assert not lock.is_in_place
    lock.keep()
    assert lock.is_in_place
    with pytest.raises(HeldError):
        WritingLock(journal).take()


@posix_only
def test_a_lock_that_another_window_took_meanwhile_is_not_kept(
    lock: WritingLock, journal: Path
) -> None:
    lock.take()
    _file(journal).unlink()
    other = WritingLock(journal)
    other.take()
    with pytest.raises(HeldError):
        lock.keep()
    assert not lock.is_held
    other.release()
    lock.keep()
    assert lock.is_in_place


def test_a_lock_in_place_is_kept_as_it_is(lock: WritingLock, journal: Path) -> None:
    lock.take()
    before = _file(journal).stat().st_ino
    lock.keep()
    assert lock.is_in_place
    assert _file(journal).stat().st_ino == before


@posix_only
def test_a_file_replaced_while_it_was_locked_is_locked_anew(
    lock: WritingLock, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, times = writing_lock._lock, []

    def replaced(fd: int) -> bool:
        times.append(fd)
        if len(times) == 1:
            _file(journal).unlink()
        return plain(fd)

    monkeypatch.setattr(writing_lock, "_lock", replaced)
    lock.take()
    assert lock.is_in_place
    assert len(times) == 2


@posix_only
def test_a_file_that_is_replaced_over_and_over_is_a_fault(
    lock: WritingLock, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = writing_lock._lock

    def replaced(fd: int) -> bool:
        _file(journal).unlink()
        return plain(fd)

    monkeypatch.setattr(writing_lock, "_lock", replaced)
    with pytest.raises(FileNotFoundError):
        lock.take()
    assert not lock.is_held


def _without_locks(monkeypatch: pytest.MonkeyPatch, folder: Path, number: int) -> None:
    """Let locks of files in a folder fail as on drives of networks that have none."""
    plain = writing_lock._lock

    def lock(fd: int) -> bool:
        here = os.fstat(fd)
        if any(os.path.samestat(here, path.stat()) for path in folder.iterdir()):
            raise OSError(number, os.strerror(number))
        return plain(fd)

    monkeypatch.setattr(writing_lock, "_lock", lock)


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP])
def test_on_a_drive_without_locks_one_window_writes_all_the_same(
    lock: WritingLock, journal: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    _without_locks(monkeypatch, journal.parent, number)
    lock.take()
    other, elsewhere = WritingLock(journal), WritingLock(journal.with_name("other.journal"))
    with pytest.raises(HeldError) as held:
        other.take()
    assert held.value.holder == Holder(host_name(), os.getpid())
    elsewhere.take()
    elsewhere.release()
    lock.release()
    other.take()
    other.release()
    _file(journal).write_text('{"host": "ward-7", "pid": 12}')
    with pytest.raises(HeldError, match="ward-7"):
        lock.take()


def test_a_lock_that_fails_is_a_fault(
    lock: WritingLock, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without_locks(monkeypatch, journal.parent, errno.EIO)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        lock.take()
    assert not lock.is_held


def test_a_lock_on_a_drive_that_is_gone_is_given_back(
    lock: WritingLock, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock.take()

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as context:
        context.setattr(os, "ftruncate", fail)
        lock.release()
    assert not lock.is_held
    lock.take()
