"""Web annotations of another program, or exported from this one, as journals of their authors."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from viewer.io.annotations.durable import make_folder
from viewer.io.annotations.imported import Imported, about_other_case, not_written, refused
from viewer.io.annotations.journal_copy import put_journal
from viewer.io.annotations.lines import checksum, encoded
from viewer.io.annotations.places import journal_path
from viewer.io.annotations.web_shape import (
    ANNOTATION_URN,
    AUTHOR_URN,
    case_of,
    from_web,
    source_of,
)
from viewer.io.case_files import MIB
from viewer.io.json_reading import JsonDocument, read_json
from viewer.model import importing_texts
from viewer.model.annotation import AnnotationId, Author, Content, owner_of
from viewer.model.annotation_record import Record
from viewer.model.annotation_set import AnnotationSet
from viewer.model.going_out import content_going_out
from viewer.model.problem import Problem

IMPORT_LIMIT: Final = 32 * MIB
"""Annotations of another program may be this long (bytes)."""
MOST_ITEMS: Final = 50_000
MOST_PROBLEMS: Final = 50
_NAME_LENGTH: Final = 200
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]{5,15}(Z|[+-]\d\d:\d\d)?")
_ANNOTATION_ID: Final = TypeAdapter(AnnotationId)
_AUTHOR_ID = re.compile(r"[0-9a-f]{12}")


def from_other_program(
    path: Path, raw: bytes, case: str, folder: Path, known: AnnotationSet, at: str
) -> Imported:
    """Write what is new in some web annotations into a folder of notes, a journal an author.

    Raises UnreadableError for what is no JSON, and OSError where the folder cannot be made.
    """
    document = read_json(raw, path.name)
    if document.faults:
        return Imported(path, problems=_faults(document, path.name))
    items = _items(document.data)
    if len(items) > MOST_ITEMS:
        texts = importing_texts.TOO_MANY, importing_texts.TOO_MANY_REMEDY
        values = {"path": path.name, "limit": f"{MOST_ITEMS:,}"}
        return refused(path, Problem("error", *texts, values))
    if not items:
        texts = importing_texts.NO_ANNOTATIONS, importing_texts.NO_ANNOTATIONS_REMEDY
        return refused(path, Problem("error", *texts, {"path": path.name}))
    cases = {case_of(item) for _, item in items if isinstance(item, dict)} - {None}
    if cases and case not in cases:
        return refused(path, about_other_case(path, str(min(map(str, cases))), case))
    taking = _Taking(path, case, known)
    taking.take(items)
    return _written(taking, folder, document.problems, at)


def _faults(document: JsonDocument, file: str) -> tuple[Problem, ...]:
    return tuple(
        Problem("error", fault.message, fault.remedy, fault.values, file=file, line=fault.line)
        for fault in document.faults[:MOST_PROBLEMS]
    )


def _items(data: object) -> list[tuple[str, object]]:
    """Give the annotations that a document holds, each with its place."""
    match data:
        case {"items": list(items)}:
            place = "items"
        case {"first": {"items": list(items)}}:
            place = "first.items"
        case {"@graph": list(items)}:
            place = "@graph"
        case list(items):
            place = ""
        case {"target": _}:
            return [("", data)]
        case _:
            return []
    return [(f"{place}[{at}]", item) for at, item in enumerate(items)]


@dataclass(frozen=True)
class _Taken:
    """One annotation that is new here."""

    id: str
    content: Content
    at: str


@dataclass
class _Taking:
    """Goes through the annotations of a document."""

    path: Path
    case: str
    known: AnnotationSet
    authors: dict[str, Author] = field(default_factory=dict)
    new: dict[str, _Taken] = field(default_factory=dict)
    same: int = 0
    otherwise: int = 0
    problems: list[Problem] = field(default_factory=list)

    def take(self, items: list[tuple[str, object]]) -> None:
        """Take what is new; each that cannot be taken is a problem."""
        sound = list(self._with_ids(items))
        ids = {str(item["id"]): id_ for _, item, id_ in sound if isinstance(item.get("id"), str)}
        seen = set[str]()
        for place, item, id_ in sound:
            other = case_of(item)
            if other is not None and other != self.case:
                self._tell(about_other_case(self.path, other, self.case, place))
                continue
            try:
                if id_ in seen:
                    raise ValueError("its id stands twice")
                content = from_web(item | {"target": _leading(item.get("target"), ids)})
                self._add(_Taken(id_, content, _moment(item)))
                seen.add(id_)
            except (ValueError, TypeError, RecursionError) as error:
                self._refuse(place, error)

    def _with_ids(
        self, items: list[tuple[str, object]]
    ) -> Iterator[tuple[str, dict[str, Any], str]]:
        for place, item in items:
            try:
                if not isinstance(item, dict):
                    raise TypeError("no annotation")
                author = self._author(item.get("creator"))
                yield place, item, _own_id(item, author.id)
            except (ValueError, TypeError, RecursionError) as error:
                self._refuse(place, error)

    def _author(self, creator: object) -> Author:
        """Give the author that a creator is here; one who is known keeps the name."""
        given = creator[0] if isinstance(creator, list) and creator else creator
        given = {"id": given} if isinstance(given, str) else given
        given = given if isinstance(given, dict) else {}
        id_, name = given.get("id"), given.get("name", given.get("nickname"))
        name = " ".join(name.split())[:_NAME_LENGTH] if isinstance(name, str) else ""
        named = id_ if isinstance(id_, str) else f"name:{name or self.path.name}"
        own = named.removeprefix(AUTHOR_URN)
        if not (named.startswith(AUTHOR_URN) and _AUTHOR_ID.fullmatch(own)):
            own = hashlib.blake2b(named.encode(), digest_size=6).hexdigest()
        signed = self.known.signed.get(own)
        known = signed.name if signed is not None else ""
        author = Author(id=own, name=known or name or named.removeprefix("name:")[:_NAME_LENGTH])
        return self.authors.setdefault(own, author)

    def _add(self, taken: _Taken) -> None:
        known = self.known.content(taken.id)
        if taken.id not in self.known:
            self.new[taken.id] = taken
        elif known is not None and taken.content in (known, content_going_out(known)):
            self.same += 1
        else:
            self.otherwise += 1

    def line(self, record: Record) -> bytes | None:
        """Give a record's line; None, and a problem, where no journal can hold it."""
        try:
            return encoded(record, self.case)
        except ValueError as error:
            self._refuse(str(record.id), error)
            return None

    def _refuse(self, place: str, error: Exception) -> None:
        reason = str(error)
        if isinstance(error, ValidationError):
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            reason = f"{where}: {first['msg']}" if where else first["msg"]
        texts = importing_texts.ITEM_UNREADABLE, importing_texts.ITEM_UNREADABLE_REMEDY
        values = {"reason": reason[:_NAME_LENGTH]}
        self._tell(Problem("warning", *texts, values, file=self.path.name, path=place))

    def _tell(self, problem: Problem) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem)


def _own_id(item: Mapping[str, Any], author: str) -> str:
    """Give the id that an annotation of an author has here: its own where it is one of ours."""
    given = item.get("id")
    if isinstance(given, str) and given.startswith(ANNOTATION_URN):
        own: str = _ANNOTATION_ID.validate_python(given.removeprefix(ANNOTATION_URN))
        if owner_of(own) == author:
            return own
    named = given if isinstance(given, str) else json.dumps(item, sort_keys=True)
    return f"{author}-{checksum(named.encode())}"


def _leading(target: object, ids: Mapping[str, str]) -> object:
    """Give a target that leads to an annotation of the same document by the id it has here."""
    try:
        source, _ = source_of(target)
    except ValueError:
        return target
    return {"source": ANNOTATION_URN + ids[source]} if source in ids else target


def _moment(item: Mapping[str, Any]) -> str:
    """Give when an annotation was changed, as it says; empty where it does not."""
    given = item.get("modified", item.get("created"))
    return given if isinstance(given, str) and _MOMENT.fullmatch(given) else ""


def _written(taking: _Taking, folder: Path, problems: tuple[Problem, ...], at: str) -> Imported:
    """Write a journal for each author of whom there is something new."""
    journals, authors, new = list[Path](), list[Author](), 0
    for author in taking.authors.values():
        begin, *puts = _records(taking, author, at)
        lines = [line for record in puts if (line := taking.line(record)) is not None]
        if not lines:
            continue
        path = journal_path(folder, begin.journal)
        try:
            make_folder(folder)
            raw = b"".join((encoded(begin, taking.case), *lines))
            journals.append(put_journal(path, raw))
        except OSError as error:
            taking.problems.append(not_written(path, error))
            continue
        authors.append(author)
        new += len(lines)
    told = (*problems, *taking.problems)
    if taking.otherwise:
        texts = importing_texts.SAYS_OTHERWISE, importing_texts.SAYS_OTHERWISE_REMEDY
        values = {"count": str(taking.otherwise), "path": taking.path.name}
        told += (Problem("warning", *texts, values),)
    count = taking.same + taking.otherwise
    return Imported(taking.path, tuple(journals), tuple(authors), new, count, told)


def _records(taking: _Taking, author: Author, at: str) -> list[Record]:
    """Give the records of an author's new annotations, after all that was known here."""
    clock = taking.known.clock + 1
    own = [(number, one) for number, one in enumerate(taking.new.values(), 1)]
    own = [(number, one) for number, one in own if owner_of(one.id) == author.id]
    # The same annotations, imported by two people at once, make the same file.
    named = repr((author, clock, [one for _, one in own]))
    plain = {"journal": checksum(named.encode()), "author": author.id}
    begin = {"op": "begin", "number": 1, "clock": clock, "at": at, "name": author.name}
    puts = (
        {"op": "put", "number": row, "clock": clock + number, "at": one.at or at}
        | {"id": one.id, "content": one.content}
        for row, (number, one) in enumerate(own, 2)
    )
    given = [begin | {"case": taking.case}, *puts]
    return [Record.model_validate(one | plain) for one in given]
