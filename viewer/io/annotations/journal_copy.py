"""A journal that came by mail, copied whole under its own name: never over one that has more."""

import stat
from collections.abc import Iterable
from pathlib import Path

from viewer.io.annotations.durable import make_folder, replace_file
from viewer.io.annotations.imported import Imported, about_other_case, refused
from viewer.io.annotations.journal_reading import held_in, parsed_journal
from viewer.io.annotations.lines import checksum, decoded, pieces
from viewer.io.annotations.places import journal_path
from viewer.io.annotations.writing_lock import HeldError, WritingLock
from viewer.io.unreadable import UnreadableError
from viewer.model import annotation_texts, importing_texts
from viewer.model.annotation_record import Record
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet
from viewer.model.problem import Problem

_READABLE = 0o666


def copied(path: Path, raw: bytes, case: str, folder: Path, known: AnnotationSet) -> Imported:
    """Copy a journal into a folder of notes; raises OSError where that fails."""
    other = _case_in(raw)
    if other is not None and other != case:
        return refused(path, about_other_case(path, other, case))
    journal = parsed_journal(path, raw, case)
    if not journal.records:
        texts = annotation_texts.NOT_A_JOURNAL, annotation_texts.NOT_A_JOURNAL_REMEDY
        return refused(path, Problem("error", *texts, {"path": path.name}))
    if other is None:
        texts = importing_texts.CASE_UNSAID, importing_texts.CASE_UNSAID_REMEDY
        return refused(path, Problem("error", *texts, {"path": path.name}))
    first = journal.records[0]
    if any((one.journal, one.author) != (first.journal, first.author) for one in journal.records):
        texts = importing_texts.SEVERAL_AUTHORS, importing_texts.SEVERAL_AUTHORS_REMEDY
        return refused(path, Problem("error", *texts, {"path": path.name}))
    make_folder(folder)
    kept = _kept(raw, folder, first.journal)
    problems = journal.problems
    if kept.name != journal_path(folder, first.journal).name:
        texts = importing_texts.KEPT_BOTH, importing_texts.KEPT_BOTH_REMEDY
        problems += (Problem("warning", *texts, {"path": kept.name}),)
    new, same = counted(journal.records, known)
    author = NO_ANNOTATIONS.adding(journal.records).authors[first.author]
    return Imported(path, (kept,), (author,), new, same, problems)


def counted(records: Iterable[Record], known: AnnotationSet) -> tuple[int, int]:
    """Count the annotations of which records say something new, and those of which they do not."""
    records = tuple(records)
    after = known.adding(records)
    ids = {record.id for record in records if record.id in after}
    new = [id_ for id_ in ids if id_ and after.annotations[id_] != known.annotations.get(id_)]
    return len(new), len(ids) - len(new)


def _case_in(raw: bytes) -> str | None:
    """Give the id of the case that the first line of a journal names; None where it is lost."""
    for piece in pieces(raw):
        try:
            record = None if piece.json is None else decoded(piece.json)
        except (ValueError, TypeError, RecursionError):
            continue
        if record is not None and record.op == "begin":
            return record.case
    return None


def _kept(raw: bytes, folder: Path, journal: str) -> Path:
    """Put the bytes of a journal into a folder, unless all of them are there; give their file."""
    own = journal_path(folder, journal)
    beside = own.with_stem(f"{journal}-{checksum(raw)}")
    lock = WritingLock(own)
    try:
        lock.take()
    except HeldError:  # its writer goes on: what is read now may be less than what is there then
        return own if _begins(own, raw) else put_journal(beside, raw)
    try:
        if _begins(own, raw):
            return own
        return put_journal(own if not own.exists() or _is_beginning(own, raw) else beside, raw)
    finally:
        lock.release()


def _begins(path: Path, raw: bytes) -> bool:
    """Tell whether a file begins with these bytes."""
    held = _held(path)
    return held is not None and held.startswith(raw)


def _is_beginning(path: Path, raw: bytes) -> bool:
    """Tell whether these bytes begin with a file."""
    held = _held(path)
    return held is not None and raw.startswith(held)


def _held(path: Path) -> bytes | None:
    """Give what a file holds; None where it cannot be read."""
    try:
        return held_in(path)
    except UnreadableError:
        return None


def put_journal(path: Path, raw: bytes) -> Path:
    """Write a journal whole, with the permissions of its folder; raises OSError."""
    replace_file(path, raw, stat.S_IMODE(path.parent.stat().st_mode) & _READABLE)
    return path
