"""Reading journals: what is whole is shown, what is damaged is counted and left where it is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from viewer.io.annotations.lines import Piece, checksum, decoded, pieces
from viewer.io.case_files import MIB, bounded, reading
from viewer.io.unreadable import UnreadableError
from viewer.model import annotation_texts, problem_texts
from viewer.model.annotation_record import Record
from viewer.model.problem import Problem, Severity

SUFFIX: Final = ".journal"
JOURNAL_LIMIT: Final = 256 * MIB
"""A journal may be this long (bytes)."""
MOST_JOURNALS: Final = 1000

_Wording = tuple[Severity, tuple[str, str]]
_TORN: _Wording = "warning", (annotation_texts.TAIL_TORN, annotation_texts.TAIL_TORN_REMEDY)
_DAMAGED: _Wording = "error", (annotation_texts.LINE_DAMAGED, annotation_texts.LINE_DAMAGED_REMEDY)


@dataclass(frozen=True)
class Journal:
    """What one journal holds."""

    path: Path
    records: tuple[Record, ...] = ()
    damaged: tuple[bytes, ...] = ()
    """What is not whole, and was not told of before."""
    is_torn: bool = False
    """Whether the file does not end with the end of a line."""
    problems: tuple[Problem, ...] = ()

    @property
    def begin(self) -> Record | None:
        """The record that says whose it is; None where it is lost."""
        return next((record for record in self.records if record.op == "begin"), None)


Parsed = Callable[[Path, bytes, str], Journal]
"""Gives what the bytes of a journal on a case hold."""


def read_journal(path: Path, case: str, parsed: Parsed | None = None) -> Journal:
    """Give what a journal on the case with this id holds; what is wrong with it is a problem."""
    try:
        return (parsed or parsed_journal)(path, held_in(path), case)
    except UnreadableError as error:
        return Journal(path, problems=(error.problem,))


def held_in(path: Path) -> bytes:
    """Give what the file of a journal holds; raises UnreadableError."""
    with reading(path) as file:
        return bounded(file, JOURNAL_LIMIT, str(path), problem_texts.ASSET_TOO_LARGE_REMEDY)


def parsed_journal(path: Path, raw: bytes, case: str) -> Journal:
    """Give what the bytes of a journal hold."""
    records, broken, problems = list[Record](), list[Piece](), list[Problem]()
    for piece in pieces(raw):
        if piece.json is None:
            _join(broken, piece, raw)
            continue
        try:
            records.append(decoded(piece.json))
        except (ValueError, TypeError, RecursionError) as error:
            problems.append(_unknown(path, error))
    is_torn = bool(raw) and not raw.endswith(b"\n")
    begin = next((record for record in records if record.op == "begin"), None)
    if begin is not None and begin.case != case:
        problem = _other_case(path, begin.case or "")
        return Journal(path, is_torn=is_torn, problems=(problem,))
    aside = {record.aside for record in records}
    damaged = [p for p in broken if checksum(raw[p.start : p.start + p.length]) not in aside]
    problems += _damage(path, damaged, raw)
    bytes_ = tuple(raw[piece.start : piece.start + piece.length] for piece in damaged)
    return Journal(path, tuple(records), bytes_, is_torn, tuple(problems))


def _join(broken: list[Piece], piece: Piece, raw: bytes) -> None:
    """Add a damaged piece; those with no record between them are one stretch, told of once."""
    last = broken[-1] if broken else None
    end = last.start + last.length if last is not None else 0
    if last is not None and not raw[end : piece.start].strip(b"\n"):
        broken[-1] = Piece(last.start, piece.start + piece.length - last.start, None)
    else:
        broken.append(piece)


def read_journals(
    folders: Iterable[Path], case: str, parsed: Parsed | None = None
) -> tuple[Journal, ...]:
    """Give all journals that stand in some folders; a folder that is not there holds none.

    `parsed` stands in for `parsed_journal`, where the same bytes may have been checked before.
    """
    found: list[Journal] = []
    for folder in folders:
        try:
            paths = sorted(path for path in folder.iterdir() if is_journal(path))
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            found.append(Journal(folder, problems=(unreadable_notes(folder, error),)))
            continue
        found += [read_journal(path, case, parsed) for path in paths[:MOST_JOURNALS]]
        if len(paths) > MOST_JOURNALS:
            found.append(Journal(folder, problems=(_too_many(folder, len(paths)),)))
    return tuple(found)


def is_journal(path: Path) -> bool:
    """Tell journals from what other systems leave beside them under the same name, "._ID"."""
    return path.suffix == SUFFIX and not path.name.startswith(".")


def unreadable_notes(path: Path, error: OSError) -> Problem:
    """Give the problem of notes that the system does not let us read."""
    values = {"path": str(path), "reason": error.strerror or str(error)}
    texts = annotation_texts.NOTES_UNREADABLE, annotation_texts.NOTES_UNREADABLE_REMEDY
    return Problem("error", *texts, values)


def _damage(path: Path, damaged: Iterable[Piece], raw: bytes) -> Iterator[Problem]:
    """Tell of stretches that are not whole; the last one may not have been written to its end."""
    line, seen = 1, 0
    for piece in damaged:
        line, seen = line + raw.count(b"\n", seen, piece.start), piece.start
        is_tail = piece.start + piece.length == len(raw)
        severity, texts = _TORN if is_tail else _DAMAGED
        values = {"count": str(piece.length)}
        yield Problem(severity, *texts, values, file=path.name, line=line)


def _too_many(folder: Path, count: int) -> Problem:
    values = {"path": str(folder), "count": str(count), "most": str(MOST_JOURNALS)}
    texts = annotation_texts.TOO_MANY_JOURNALS, annotation_texts.TOO_MANY_JOURNALS_REMEDY
    return Problem("error", *texts, values)


def _unknown(path: Path, error: Exception) -> Problem:
    reason = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
    texts = annotation_texts.RECORD_UNKNOWN, annotation_texts.RECORD_UNKNOWN_REMEDY
    return Problem("warning", *texts, {"reason": reason}, file=path.name)


def _other_case(path: Path, case: str) -> Problem:
    values = {"path": path.name, "case": case}
    texts = annotation_texts.OTHER_CASE, annotation_texts.OTHER_CASE_REMEDY
    return Problem("warning", *texts, values)
