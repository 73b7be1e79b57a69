"""One call of the system made to fail, and a window that tells of it, tries again, and goes on."""

from __future__ import annotations

import contextlib
import ctypes
import random
import socket
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.making_journals import CASE, JOURNAL
from tests.reliability.course_of_edits import fault_in, make, steps
from tests.reliability.forking import forks
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.places import journal_path

CALLS = (
    "write",
    "fdatasync",
    "fsync",
    "openat",
    "unlink",
    "rename",
    "mkdir",
    "ftruncate",
    "flock",
    "lseek",
    "read",
    "getdents64",
    "close",
)
MUST_BE_TOLD = frozenset(("write", "fdatasync", "fsync", "rename"))
"""Where one of these fails, the edit may not be there, whatever follows."""
ERRORS = ("EIO", "ENOSPC")
LAST = 17
TRIES = 3
MEND = b"mend"
_ANY_TRACER = 0x59616D61  # PR_SET_PTRACER


class Careless(OwnJournal):
    """What must fail: faults of the disk are passed over."""

    def append(self, records: object) -> None:
        with contextlib.suppress(OSError):
            super().append(records)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Told:
    """What a window said in the end."""

    saved: frozenset[int]
    faults: int
    """How often it told that something could not be done."""
    lost: tuple[int, ...]
    """Edits that it could not save however often it tried."""


def edit(
    folder: Path, *, is_careless: bool = False, mend: Callable[[], object] | None = None
) -> Told:
    """Open a journal, edit, remove a text for good and close, as a person does who tries again.

    After a few tries the disk is mended, where it can be, and the same is tried once more.
    """
    own = (Careless if is_careless else OwnJournal)(journal_path(folder, JOURNAL), CASE)
    faults = 0
    saved, lost = set[int](), list[int]()

    def tried(do: Callable[[], object]) -> bool:
        nonlocal faults
        for number in range(TRIES + 1):
            if number == TRIES and mend is not None:
                mend()
            try:
                do()
            except OSError:
                faults += 1
            else:
                return True
        return False

    if not tried(own.open):
        return Told(frozenset(), faults, (0,))
    for step in steps(1, LAST, random.Random(5)):
        if tried(lambda step=step: make(own, step)):  # type: ignore[misc]
            saved |= set(step)
        else:
            lost += step
    own.close()
    return Told(frozenset(saved), faults, tuple(lost))


def edit_when_told(folder: Path, wire: socket.socket, is_careless: bool) -> None:
    """Do it once for nothing, so that nothing is loaded later; then wait for the word, and edit."""
    edit(folder.with_name("before.notes"))
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_ANY_TRACER, ctypes.c_ulong(-1), 0, 0, 0)
    wire.send(b"r")
    wire.recv(1)

    def mend() -> None:
        wire.send(MEND)
        wire.recv(1)

    told = edit(folder, is_careless=is_careless, mend=mend)
    numbers = [told.faults, -1, *told.saved, -1, *told.lost]
    wire.send(" ".join(map(str, numbers)).encode())


def injected(
    strace: str, folder: Path, call: str, error: str, when: str, *, is_careless: bool = False
) -> str | None:
    """Let the call of that number fail; give what is wrong then, None where it never came.

    "3" is the third alone, "3+" all from there on until the disk is mended.
    """
    folder.mkdir()
    notes, log = folder / "case.notes", folder / "log"
    ours, theirs = socket.socketpair()
    arguments = (notes, theirs, is_careless)
    writer = forks().Process(target=edit_when_told, args=arguments, daemon=True)
    writer.start()
    theirs.close()
    try:
        ours.settimeout(60)
        ours.recv(1)
        with _strace(strace, log, writer.pid, call, error, when) as watching:
            ours.send(b"g")
            said = ours.recv(1 << 16)
            while said == MEND:
                watching.terminate()
                watching.wait()
                ours.send(b"g")
                said = ours.recv(1 << 16)
    finally:
        ours.close()
        writer.kill()
        writer.join()
    if "INJECTED" not in log.read_text():
        return None
    if not said:
        return "the window died of it"
    first, saved, lost = ([int(n) for n in part.split()] for part in said.split(b"-1"))
    told = Told(frozenset(saved), first[0], tuple(lost))
    return _fault(notes, told, call)


def _fault(notes: Path, told: Told, call: str) -> str:
    if told.lost:
        return f"edits {told.lost} could not be saved though the disk was well again"
    if call in MUST_BE_TOLD and not told.faults:
        return f"a {call} failed and nobody was told"
    return fault_in(notes, told.saved)


@contextlib.contextmanager
def _strace(
    strace: str, log: Path, pid: int | None, call: str, error: str, when: str
) -> Iterator[subprocess.Popen[str]]:
    fault = f"inject={call}:error={error}:when={when}"
    command = [strace, "-p", str(pid), "-o", str(log), "-e", f"trace={call}", "-e", fault]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as watching:
        assert watching.stderr is not None
        line = watching.stderr.readline()
        assert "attached" in line, line
        try:
            yield watching
        finally:
            watching.terminate()


def each_fault(
    strace: str,
    folder: Path,
    calls: tuple[str, ...] = CALLS,
    errors: tuple[str, ...] = ERRORS,
    *,
    every: int = 1,
    lasts: bool = False,
    is_careless: bool = False,
) -> Iterator[str]:
    """Let each call of each kind fail in turn, until none is left; tell what is wrong then.

    A fault is there once, or lasts until the window has told of it some times.
    """
    for call in calls:
        for error in errors:
            number = 1
            while True:
                when = f"{number}+" if lasts else str(number)
                place = folder / f"{call}-{error}-{when}"
                fault = injected(strace, place, call, error, when, is_careless=is_careless)
                if fault is None:
                    break
                yield f"{call} {when} {error}: {fault}" if fault else ""
                number += every
