"""What of a journal stays when what annotations said is removed for good."""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final

import jiter

from viewer.io.annotations.lines import encoded, pieces
from viewer.model.annotation_record import Record

_SAID: Final = ("value", "title", "notes", "question", "decision", "who")
_RUN: Final = 16
"""Damaged bytes that share so many in a row with a removed text may be of it."""
_PLACE: Final = ("journal", "number", "clock", "at", "author", "id")
"""What a tombstone keeps of the record in whose place it stands."""
_SILENT: Final = ("delete", "purge")
"""Records about an annotation that hold none of its words."""

Words = frozenset[bytes]
"""Stretches by which the texts of annotations are known again in what is damaged."""
NO_WORDS: Final[Words] = frozenset()


def without(raw: bytes, ids: Iterable[str], words: Words = NO_WORDS) -> list[bytes]:
    """Give the lines of a journal without those of some annotations.

    Answers to them stay. A damaged stretch stays unless it names one of them or holds their words,
    those that stand in this journal or others that are given.
    """
    gone = set(ids)
    marks = (*(id_.encode() for id_ in gone), *words_of(raw, gone), *words)
    kept: list[bytes] = []
    for line, given in _lines(raw):
        if given is None:
            is_gone = any(mark in line for mark in marks)
        else:
            is_gone = str(given.get("id")) in gone
        if not is_gone:
            kept.append(line)
    return kept


def swept(raw: bytes, author: str, ids: Collection[str], words: Words) -> bytes:
    """Give a journal with tombstones in the place of what annotations of its author said.

    No number goes and none is new, so that the computer whose journal it is goes on counting as
    before, and two that sweep it at once make the same of it. A journal in which nothing is by the
    author is another's: it stays as it is.
    """
    lines = list(_lines(raw))
    names = [id_.encode() for id_ in ids]
    authors = {str(given.get("author")) for _, given in lines if given is not None}
    if author not in authors and (authors or not any(name in raw for name in names)):
        return raw
    kept = [_swept(line, given, author, ids, (*names, *words)) for line, given in lines]
    return raw if kept == [line for line, _ in lines] else b"".join(kept)


def words_of(raw: bytes, ids: Collection[str]) -> Words:
    """Give the words of some annotations that stand in a journal."""
    found = set[bytes]()
    for _, given in _lines(raw):
        if given is not None and str(given.get("id")) in ids:
            found.update(_runs(given.get("annotation")))
    return frozenset(found)


def _lines(raw: bytes) -> Iterator[tuple[bytes, dict[str, Any] | None]]:
    """Give each line with what its JSON says; None for a damaged stretch."""
    for piece in pieces(raw):
        line = raw[piece.start : piece.start + piece.length] + b"\n"
        yield line, _given(piece.json) if piece.json is not None else None


def _swept(
    line: bytes,
    given: dict[str, Any] | None,
    author: str,
    ids: Collection[str],
    marks: Iterable[bytes],
) -> bytes:
    if given is None:
        return b"" if any(mark in line for mark in marks) else line
    is_of_them = str(given.get("id")) in ids and given.get("author", author) == author
    return _tombstone(given) if is_of_them and given.get("op") not in _SILENT else line


def _tombstone(given: dict[str, Any]) -> bytes:
    """Give a tombstone in a record's place; nothing in the place of what is no record."""
    place = {key: given.get(key) for key in _PLACE}
    try:
        return encoded(Record.model_validate(place | {"op": "purge"}), "")
    except ValueError:
        return b""


def _given(line: bytes) -> dict[str, Any]:
    try:
        given: Any = jiter.from_json(line)
    except ValueError:
        return {}
    return given if isinstance(given, dict) else {}


def _runs(annotation: object) -> Iterator[bytes]:
    """Give the stretches by which the texts of an annotation are known again."""
    for text in _texts(annotation):
        data = json.dumps(text, ensure_ascii=False).encode("utf-8", "replace")
        if len(data) < 2 * _RUN:
            yield data
            continue
        yield from (data[at : at + _RUN] for at in range(0, len(data) - _RUN, _RUN))


def _texts(annotation: object) -> Iterator[str]:
    """Give what a person wrote in an annotation; marks and tags are words of many."""
    bodies = annotation.get("body") if isinstance(annotation, dict) else None
    for body in bodies if isinstance(bodies, list) else []:
        if isinstance(body, dict) and body.get("purpose") not in ("tagging", "assessing"):
            scene = body.get("scene")
            for part in (body, scene) if isinstance(scene, dict) else (body,):
                yield from _said(part)


def _said(part: dict[str, Any]) -> Iterator[str]:
    for name in _SAID:
        said = part.get(name)  # by language, where there are several
        given = said.values() if isinstance(said, dict) else (said,)
        yield from (text for text in given if isinstance(text, str) and text)
