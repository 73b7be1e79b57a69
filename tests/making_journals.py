"""Records of a journal for tests: numbered notes of one author, of lengths that people write."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.places import journal_path
from viewer.model.annotation_record import Record

CASE = "case"
AUTHOR = "a1" * 6
OTHER_AUTHOR = "0b" * 6
JOURNAL = "0123456789abcdef"
OTHER_JOURNAL = "fedcba9876543210"
WHEN = "2026-11-30T14:03:12Z"

WORDS = (
    *(
        "glucose",
        "insulin",
        "fasting",
        "低血糖",
        "biopsy",
        "Ki-67",
        "CT",
        "肝転移",
        "TAE",
        "agreed?",
    ),
    *(
        "要確認",
        "dose 5 mg",
        "<br>",
        "50 %",
        "—",
        "“quoted”",
        "lesion S8 mm",
        "増大",
        "everolimus\tλ",
    ),
    *("octreotide", "👩‍⚕️", "[see](x)", "**bold**", "38.2 °C"),
)


def annotation_id(number: int, author: str = AUTHOR) -> str:
    return f"{author}-{number:016x}"


def a_begin(number: int = 1, **more: Any) -> Record:
    plain = {"op": "begin", "case": CASE, "name": "Dr. Aoki", "device": "d" * 16}
    return a_record(number, **(plain | more))


def a_note(number: int, text: str = "", **more: Any) -> Record:
    content = {
        "kind": "note",
        "target": {"type": "Day", "day": float(number % 400)},
        "text": text or f"Note {number}",
        "known_from": 1.0,
    }
    plain = {"op": "put", "id": annotation_id(number), "content": content}
    return a_record(number, **(plain | more))


def a_record(number: int, **more: Any) -> Record:
    plain = {
        "journal": JOURNAL,
        "number": number,
        "clock": number,
        "at": WHEN,
        "author": AUTHOR,
    }
    return Record.model_validate(plain | more)


def a_reply(number: int, to: int, text: str = "I agree") -> Record:
    target = {"type": "Annotation", "annotation": annotation_id(to)}
    return a_note(number, content={"kind": "reply", "target": target, "text": text})


def a_tombstone(number: int, of: int) -> Record:
    return a_record(number, op="purge", id=annotation_id(of))


def text_of_length(rng: random.Random, length: int) -> str:
    text = ""
    while len(text) < length:
        text += rng.choice(WORDS) + rng.choice(("\n\n", " ", " ", " "))
    return text[:length]


def typed_text(rng: random.Random) -> str:
    """Give a note as people write them: most are a line or two, some a page."""
    return text_of_length(rng, min(int(rng.lognormvariate(4.3, 0.9)) + 3, 4000))


def opened(folder: Path, journal: str = JOURNAL) -> OwnJournal:
    own = OwnJournal(journal_path(folder, journal), CASE)
    own.open()
    return own
