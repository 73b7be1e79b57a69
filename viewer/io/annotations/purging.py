"""What of a journal stays when what an annotation said is removed for good."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

import jiter

from viewer.io.annotations.lines import pieces

_SAID: Final = ("value", "title", "question", "decision", "who")
_RUN: Final = 16
"""Damaged bytes that share so many in a row with a removed text may be of it."""


def without(raw: bytes, ids: Iterable[str]) -> list[bytes]:
    """Give the lines of a journal without those of some annotations.

    Answers to them stay. A damaged stretch stays unless it names one of them or holds their words.
    """
    gone = {id_.encode() for id_ in ids}
    kept, runs = list[tuple[bytes, bool]](), set[bytes]()
    for piece in pieces(raw):
        line = raw[piece.start : piece.start + piece.length]
        given = _given(piece.json) if piece.json is not None else {}
        if piece.json is None or str(given.get("id")).encode() not in gone:
            kept.append((line, piece.json is None))
        else:
            runs.update(_runs(given.get("annotation")))
    return [
        line + b"\n"
        for line, is_damaged in kept
        if not is_damaged or not any(part in line for part in (*gone, *runs))
    ]


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
            given = (body.get(name) for name in _SAID)
            yield from (text for text in given if isinstance(text, str) and text)
