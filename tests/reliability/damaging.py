"""A journal of a thousand notes, damaged at one place, and the same notes kept in other ways."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.making_journals import CASE, a_begin, a_note, typed_text
from tests.reliability.course_of_edits import journal_of
from viewer.io.annotations.journal_reading import Journal, parsed_journal
from viewer.io.annotations.lines import encoded
from viewer.io.annotations.own_journal import OwnJournal
from viewer.model.annotation_record import Record

NOTES = 1000
SECTOR = 512
MOST_LOST = 3
Kept = tuple[set[str], bool]
"""The notes that are read from damaged bytes, and whether it is told that something is wrong."""
Read = Callable[[bytes], Kept]


@cache
def notes() -> tuple[Record, ...]:
    rng = random.Random(17)
    return tuple(a_note(number, typed_text(rng)) for number in range(2, NOTES + 2))


@cache
def journal() -> bytes:
    return encoded(a_begin(), CASE) + b"".join(encoded(note, CASE) for note in notes())


def _plain(record: Record) -> str:
    return record.model_dump_json()


@cache
def originals() -> frozenset[str]:
    return frozenset(_plain(note) for note in notes())


def read(raw: bytes) -> Kept:
    found = parsed_journal(Path("x.journal"), raw, CASE)
    kept = {_plain(record) for record in found.records if record.op == "put"}
    return kept, bool(found.problems or found.damaged or found.is_torn)


# --- controls: the same notes without checksums, and in one piece -------------------------


@cache
def bare_lines() -> bytes:
    return b"".join(_plain(note).encode() + b"\n" for note in notes())


def read_bare_lines(raw: bytes) -> Kept:
    kept, is_told = set[str](), False
    for line in raw.split(b"\n")[:-1]:
        try:
            kept.add(_plain(Record.model_validate_json(line)))
        except ValueError:
            is_told = True
    return kept, is_told


@cache
def one_piece() -> bytes:
    return json.dumps([json.loads(_plain(note)) for note in notes()], ensure_ascii=False).encode()


def read_one_piece(raw: bytes) -> Kept:
    try:
        given: list[Any] = json.loads(raw)
        return {_plain(Record.model_validate(one)) for one in given}, False
    except ValueError:
        return set(), True


class _Mending(OwnJournal):
    """What must fail: it clears damage away when it opens."""

    def open(self, *, is_forced: bool = False) -> Journal:
        held = super().open(is_forced=is_forced)
        self.path.write_bytes(b"".join(encoded(record, CASE) for record in held.records))
        return held


def mending(folder: Path) -> OwnJournal:
    return _Mending(journal_of(folder).path, CASE)


# --- damage ------------------------------------------------------------------------------


def sectors(raw: bytes, look: Read, rounds: int) -> Iterator[str]:
    """Destroy one sector at a time, with zeros and with noise; more than three lost is a fault."""
    rng = random.Random(1)
    for number in range(rounds):
        start = rng.randrange(len(raw) // SECTOR) * SECTOR
        instead = bytes(SECTOR) if number % 2 else rng.randbytes(SECTOR)
        kept, is_told = look(_with(raw, start, instead))
        lost = len(originals() - kept)
        yield _said(kept, is_told, lost > MOST_LOST, lost)


def flips(raw: bytes, look: Read, rounds: int) -> Iterator[str]:
    """Flip one bit at a time; one that changes a note or goes untold is a fault."""
    rng = random.Random(2)
    for _ in range(rounds):
        at = rng.randrange(len(raw))
        kept, is_told = look(_with(raw, at, bytes([raw[at] ^ (1 << rng.randrange(8))])))
        yield _said(kept, is_told, False, 0)


def cuts(raw: bytes, look: Read, rounds: int) -> Iterator[str]:
    """Cut the file; a note that stood whole before the cut and is lost is a fault."""
    rng = random.Random(3)
    ends = _ends(raw)
    for _ in range(rounds):
        at = rng.randrange(ends[0], len(raw))
        kept, is_told = look(raw[:at])
        whole = sum(end <= at for end in ends)
        lost = whole - len(kept & originals())
        # Nothing tells that there was more where the cut is between two lines.
        yield _said(kept, is_told or raw[at - 1] == ord("\n"), lost > 0, lost)


def _ends(raw: bytes) -> list[int]:
    """Give where notes end, the line feed not counted: before the id of the next one."""
    starts = [raw.index(str(note.id).encode()) for note in notes()]
    return [raw.rindex(b"}", *between) + 1 for between in pairwise([*starts, len(raw)])]


def _with(raw: bytes, start: int, instead: bytes) -> bytes:
    return raw[:start] + instead + raw[start + len(instead) :]


def _said(kept: set[str], is_told: bool, is_too_much: bool, lost: int) -> str:
    if kept - originals():
        return "a note is not what was written"
    if not is_told:
        return "damage that nobody was told of"
    return f"{lost} notes are lost" if is_too_much else ""


def deletions(
    folder: Path, rounds: int, opened: Callable[[Path], OwnJournal] = journal_of
) -> Iterator[str]:
    """Damage a journal, open it and write on; a byte of what was there that is gone is a fault."""
    rng = random.Random(4)
    for number in range(rounds):
        raw = bytearray(journal()[: rng.randrange(20_000, 60_000)])
        for _ in range(rng.randint(1, 3)):
            at = rng.randrange(len(raw) - SECTOR)
            raw[at : at + SECTOR] = rng.randbytes(SECTOR)
        notes_folder = folder / f"{number}.notes"
        own = opened(notes_folder)
        notes_folder.mkdir()
        own.path.write_bytes(raw)
        held = own.open()
        own.append([a_note(NOTES + 9, "written afterwards")])
        own.close()
        after = own.path.read_bytes()
        kept, _ = read(after)
        if not after.startswith(bytes(raw)):
            yield "bytes that were there are gone"
        elif len(kept) != sum(record.op == "put" for record in held.records) + 1:
            yield "writing on changed what is read"
        else:
            yield "" if held.problems else "damage that nobody was told of"
