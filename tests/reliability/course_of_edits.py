"""Edits that a number stands for, so that who reads a journal knows what must be in it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.making_journals import (
    CASE,
    JOURNAL,
    a_begin,
    a_note,
    a_tombstone,
    annotation_id,
    typed_text,
)
from viewer.io.annotations.journal_reading import Journal, read_journals
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.places import journal_path
from viewer.model import annotation_texts
from viewer.model.annotation_record import Record

EVERY = 15
BACK = 7
"""Each fifteenth edit removes for good what the seventh before it said."""
HARMLESS = {annotation_texts.LINE_DAMAGED, annotation_texts.TAIL_TORN}
"""What may be told of a journal after a crash: the line that was being written."""


def is_purge(number: int) -> bool:
    return number % EVERY == 0


def purge_of(number: int) -> int:
    """Give the edit that removes an edit's text; it may never be made."""
    later = number + BACK
    return later if is_purge(later) else 0


def text_of(number: int) -> str:
    return f"Edit {number}: {typed_text(random.Random(number))}"


def record_of(number: int) -> Record:
    if number == 1:
        return a_begin()
    return (
        a_tombstone(number, number - BACK) if is_purge(number) else a_note(number, text_of(number))
    )


def make(own: OwnJournal, numbers: Iterable[int]) -> None:
    """Make edits in one step; raises OSError. A purge is a step of its own."""
    records = [record_of(number) for number in numbers]
    if is_purge(records[0].number):
        own.purge([annotation_id(records[0].number - BACK)], records)
    else:
        own.append(records)


def steps(first: int, last: int, rng: random.Random) -> Iterator[list[int]]:
    """Cut edits into steps as a window makes them: mostly one, sometimes a few."""
    number = first
    while number <= last:
        most = 1 if rng.random() < 0.7 else rng.randint(2, 4)
        step = [number]
        while len(step) < most and step[-1] < last and not is_purge(step[0]):
            if is_purge(step[-1] + 1):
                break
            step.append(step[-1] + 1)
        yield step
        number = step[-1] + 1


def journal_of(folder: Path) -> OwnJournal:
    return OwnJournal(journal_path(folder, JOURNAL), CASE)


def numbers_in(folder: Path) -> set[int]:
    return {r.number for journal in read_journals([folder], CASE) for r in journal.records}


def fault_in(folder: Path, acknowledged: Iterable[int]) -> str:
    """Tell what a folder lacks of the edits that were called saved, or holds wrongly; else ""."""
    journals = read_journals([folder], CASE)
    for journal in journals:
        strange = [str(p) for p in journal.problems if p.message not in HARMLESS]
        if strange:
            return f"unreadable: {strange[0]}"
    return _fault_of(journals, folder, set(acknowledged))


def _fault_of(journals: Iterable[Journal], folder: Path, acknowledged: set[int]) -> str:
    found = {record.number: record for journal in journals for record in journal.records}
    wrong = [number for number, record in found.items() if record != record_of(number)]
    if wrong:
        return f"edit {wrong[0]} is not what was written"
    purged = {number for number in found if purge_of(number) in found}
    if purged:
        return f"edit {min(purged)} is there with its tombstone"
    lost = {n for n in acknowledged if n not in found and purge_of(n) not in found}
    if lost:
        return f"edit {min(lost)} was called saved and is lost"
    raw = b"".join(path.read_bytes() for path in folder.glob("*.journal"))
    for number in acknowledged:
        if purge_of(number) in acknowledged and f"Edit {number}:".encode() in raw:
            return f"the text of edit {number} is there after its purge"
    return ""
