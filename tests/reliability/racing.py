"""Windows that open one journal at the same moment: one writes, the others are told who does."""

from __future__ import annotations

import contextlib
import os
import random
import socket
from collections.abc import Iterator
from pathlib import Path

from tests.making_journals import CASE, JOURNAL
from tests.reliability.course_of_edits import fault_in, make, numbers_in
from tests.reliability.forking import forks
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.places import journal_path
from viewer.io.annotations.writing_lock import HeldError, WritingLock, host_name

EDITS = 3
GREETING = b"g"
_STRANGE = {
    b"two": "two windows wrote at one time",
    b"named wrongly": "a window was told wrongly who writes",
    b"": "a window died",
}


class _Trusting(WritingLock):
    """What must fail: a lock that asks nobody."""

    def take(self, *, is_forced: bool = False) -> None:  # noqa: ARG002
        self._fd = os.open(os.devnull, os.O_RDONLY)

    def keep(self) -> None:
        """Trust that it is held."""

    @property
    def is_in_place(self) -> bool:
        return True


def race(folder: Path, wire: socket.socket, is_trusting: bool) -> None:
    """Open the journal when told; say "held PID", or "wrote N …" after edits, then wait.

    A file that only one may make witnesses that nobody else writes meanwhile.
    """
    own = OwnJournal(journal_path(folder, JOURNAL), CASE)
    if is_trusting:
        own.lock = _Trusting(own.path)
    wire.send(b"r")
    wire.recv(1)
    try:
        held = own.open()
    except HeldError as error:
        holder = error.holder
        is_named = holder is None or (holder.host == host_name() and holder.pid != os.getpid())
        wire.send(b"held" if is_named else b"named wrongly")
        wire.recv(1)
        return
    witness = folder / "witness"
    try:
        os.close(os.open(witness, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        wire.send(b"two")
        wire.recv(1)
        return
    first = max((record.number for record in held.records), default=0) + 1
    for number in range(first, first + EDITS):
        make(own, [number])
    witness.unlink()
    wire.send(f"wrote {first}".encode())
    if wire.recv(1) == GREETING:
        own.close()


def races(folder: Path, rounds: int, *, is_trusting: bool = False) -> Iterator[str]:
    """Let two or three windows race, over and over; some winners are killed with the lock held."""
    rng = random.Random(8)
    notes, saved = folder / "case.notes", set[int]()
    for number in range(rounds):
        if number % 25 == 0:
            notes, saved = folder / f"{number}.notes", set()
            notes.mkdir(parents=True)
        said = _raced(notes, rng.choice((2, 2, 3)), rng, is_trusting=is_trusting)
        (notes / "witness").unlink(missing_ok=True)
        firsts = [int(one.split()[1]) for one in said if one.startswith(b"wrote")]
        for first in firsts:
            saved |= set(range(first, first + EDITS))
        yield _fault(said, firsts) or fault_in(notes, saved)
        saved |= numbers_in(notes)


def _heard(wire: socket.socket) -> bytes:
    """Give what a window says; nothing where it died."""
    try:
        return wire.recv(100)
    except ConnectionError:
        return b""


def _fault(said: list[bytes], firsts: list[int]) -> str:
    for one, fault in _STRANGE.items():
        if one in said:
            return fault
    if len(firsts) != len(set(firsts)):
        return "two windows wrote the same number"
    return "" if firsts else "nobody could write"


def _raced(notes: Path, count: int, rng: random.Random, *, is_trusting: bool) -> list[bytes]:
    windows = []
    for _ in range(count):
        ours, theirs = socket.socketpair()
        ours.settimeout(60)
        window = forks().Process(target=race, args=(notes, theirs, is_trusting), daemon=True)
        window.start()
        theirs.close()
        windows.append((window, ours))
    for _, wire in windows:
        wire.recv(1)
    for _, wire in windows:
        wire.send(GREETING)
    said = [_heard(wire) for _, wire in windows]
    for window, wire in windows:
        if rng.random() < 0.3:
            window.kill()  # its lock's file says for ever that it is held
        else:
            with contextlib.suppress(OSError):  # it may have died: that has been heard
                wire.send(GREETING)
        window.join()
        wire.close()
        window.close()
    return said
