"""A journal's lines: a checksum, a space, one record as JSON.

A line is whole or it is damaged; what follows a damaged stretch is found again.
"""

import hashlib
import json
import re
from typing import Any, Final, NamedTuple

import jiter

from viewer.io.annotations.web_shape import from_web, to_web
from viewer.model.annotation import whole_text
from viewer.model.annotation_record import Record

DIGITS: Final = 16
"""The checksum is so long (hexadecimal digits)."""
LINE_LIMIT: Final = 1024 * 1024
"""A longer line is none of ours (bytes)."""
_BEGINNING = re.compile(rb"[0-9a-f]{16} \{")
_JSON: Final = json.JSONDecoder(strict=False)
_PATIENCE: Final = 200
"""So many places in a damaged line may look like a record and be none."""


class Piece(NamedTuple):
    """A stretch of a journal: a record's JSON where it is whole, None where it is damaged."""

    start: int
    length: int
    json: bytes | None


def encoded(record: Record, case: str) -> bytes:
    """Give a record of a journal on the case with this id as a line.

    Raises ValueError for what could not be read again.
    """
    given = record.model_dump(exclude={"content"}, exclude_none=True)
    if record.content is not None:
        given["annotation"] = to_web(record.content, case)
    text = json.dumps(given, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    raw = whole_text(text).encode("utf-8")
    line = b"%s %s\n" % (checksum(raw).encode(), raw)
    if len(line) > LINE_LIMIT:
        raise ValueError(f"{len(line)} bytes in one line")
    return line


def decoded(raw: bytes) -> Record:
    """Give the record that the JSON of a whole line says; raises ValueError for none of ours."""
    given: Any = jiter.from_json(raw)
    if not isinstance(given, dict):
        raise ValueError("no record")
    annotation = given.pop("annotation", None)
    if isinstance(annotation, dict):
        given["content"] = from_web(annotation)
    return Record.model_validate(given)


def pieces(raw: bytes) -> list[Piece]:
    """Cut a journal into its lines, and damaged lines into what is whole and what is not."""
    found: list[Piece] = []
    start = 0
    for line in raw.split(b"\n"):
        # What turns line ends into those of Windows adds a byte and harms nothing.
        body = _whole(line.removesuffix(b"\r"))
        if body is not None:
            found.append(Piece(start, len(line), body))
        elif line:
            found += _searched(line, start)
        start += len(line) + 1
    return found


def checksum(raw: bytes) -> str:
    """Give the checksum of some bytes, in hexadecimal digits."""
    return hashlib.blake2b(raw, digest_size=DIGITS // 2).hexdigest()


def _whole(line: bytes) -> bytes | None:
    """Give the JSON of a line whose checksum is right."""
    body = line[DIGITS + 1 :]
    is_ours = len(line) <= LINE_LIMIT and line[DIGITS : DIGITS + 1] == b" "
    return body if is_ours and checksum(body).encode() == line[:DIGITS] else None


def _searched(line: bytes, offset: int) -> list[Piece]:
    """Find the records in a line whose end, or whose neighbour's end, was destroyed."""
    found: list[Piece] = []
    done, failures = 0, 0
    for match in _BEGINNING.finditer(line):
        start = match.start()
        if start < done:
            continue
        end = start + DIGITS + 1 + _length_of_json(line[start + DIGITS + 1 : start + LINE_LIMIT])
        body = _whole(line[start:end])
        if body is None:
            failures += 1
            if failures > _PATIENCE:
                break
            continue
        found += _damage(offset + done, start - done)
        found.append(Piece(offset + start, end - start, body))
        done = end
    return found + _damage(offset + done, len(line) - done)


def _length_of_json(raw: bytes) -> int:
    """Give how many bytes the JSON takes that some bytes begin with; 0 where it is none."""
    try:
        # A byte a letter: the signs by which JSON is told apart are the same.
        return _JSON.raw_decode(raw.decode("latin-1"))[1]
    except (ValueError, RecursionError):
        return 0


def _damage(start: int, length: int) -> list[Piece]:
    return [Piece(start, length, None)] if length else []
