"""Notes: one is written as a reviewer writes it, and read again."""

from functools import partial
from pathlib import Path

from viewer.io.annotations.journal_reading import read_journals
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.places import journal_path
from viewer.model.annotation_record import Record
from viewer.ui.self_check.finding import demand
from viewer.ui.self_check.reading import Checks

CASE, AUTHOR, JOURNAL = "self-check", "a1" * 6, "0123456789abcdef"
TEXT = "Written by the self-check: µ ≤ 経過"


def checks(folder: Path) -> Checks:
    """Give what is tried; `folder` may be written to."""
    yield "a note is kept", partial(_kept, folder / "case.notes")


def _kept(folder: Path) -> str:
    own = OwnJournal(journal_path(folder, JOURNAL), CASE)
    own.open()
    try:
        target = {"type": "Day", "day": 1.0}
        content = {"kind": "note", "target": target, "text": TEXT, "known_from": 1.0}
        begun = _record(1, op="begin", case=CASE, name="Dayline", device="d" * 16)
        own.append([begun, _record(2, op="put", id=f"{AUTHOR}-{2:016x}", content=content)])
    finally:
        own.close()
    journals = read_journals([folder], CASE)
    told = [str(one) for journal in journals for one in journal.problems]
    demand(not told, "; ".join(told))
    texts = [str(record.content) for journal in journals for record in journal.records]
    demand(any(TEXT in text for text in texts), "it was not found again")
    return "written, synchronised and read again"


def _record(number: int, **more: object) -> Record:
    at = "2026-11-30T12:00:00Z"
    plain = {"journal": JOURNAL, "number": number, "clock": number, "at": at, "author": AUTHOR}
    return Record.model_validate(plain | more)
