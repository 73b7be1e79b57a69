"""Small annotations and their records for tests: give what the test is about, the rest is plain."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.making import on
from viewer.model.annotating import Edit, decision, effective, inverse, mark, reply
from viewer.model.annotation import Content, OnCase, OnDay, OnPart, OnPeriod
from viewer.model.annotation_record import Record
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet

ANNA, BEN, CARO = "a" * 12, "b" * 12, "c" * 12
ANNAS_JOURNAL, BENS_JOURNAL, CAROS_JOURNAL = "1" * 16, "2" * 16, "3" * 16
NOON = "2026-11-30T12:00:00Z"


def annotation_id(author: str = ANNA, number: int = 1) -> str:
    return f"{author}-{number:016x}"


FIRST, SECOND, THIRD = (annotation_id(number=number) for number in (1, 2, 3))
"""What `made` gives its annotations for ids."""


def a_note(text: str = "A note", target: Any = None, **more: Any) -> Content:
    given = {"kind": "note", "target": OnDay(day=3) if target is None else target, "text": text}
    return Content.model_validate(given | more)


def a_record(op: str = "put", id_: str | None = None, **more: Any) -> Record:
    """A record of Anna's journal unless another author, or another's annotation, is given."""
    author = more.get("author", ANNA if id_ is None else id_[:12])
    plain = {"op": op, "number": 1, "clock": 1, "at": NOON, "author": author, "id": id_}
    journal = {ANNA: ANNAS_JOURNAL, BEN: BENS_JOURNAL}.get(author, CAROS_JOURNAL)
    return Record.model_validate(plain | {"journal": journal} | more)


@dataclass
class Pen:
    """One author at one computer: writes records as that author would who has seen `known`."""

    author: str
    journal: str
    known: AnnotationSet = NO_ANNOTATIONS
    written: list[Record] = field(default_factory=list)

    def write(self, op: str, id_: str | None = None, **more: Any) -> Record:
        clock = self.known.clock + 1
        plain = {"op": op, "journal": self.journal, "number": len(self.written) + 1}
        plain |= {"clock": clock, "at": f"2026-11-30T12:00:{clock % 60:02}Z"}
        record = Record.model_validate(plain | {"author": self.author, "id": id_} | more)
        self.written.append(record)
        self.see([record])
        return record

    def see(self, records: Iterable[Record]) -> None:
        self.known = self.known.adding(records)

    def put(self, puts: Mapping[str, Content | None]) -> None:
        for id_, content in puts.items():
            if content is None:
                self.write("delete", id_)
            else:
                self.write("put", id_, content=content)

    def do(self, edit: Edit) -> Edit:
        """Make an edit; give the one that takes it back."""
        edit = effective(edit, self.known)
        back = inverse(edit, self.known)
        self.put(edit.puts)
        return back


def annas_pen() -> Pen:
    """Anna at her computer, who has written and seen nothing."""
    return Pen(ANNA, ANNAS_JOURNAL)


def bens_pen() -> Pen:
    """Ben at his computer, who has written and seen nothing."""
    return Pen(BEN, BENS_JOURNAL)


def made(*contents: Content, author: str = ANNA, name: str = "Anna") -> AnnotationSet:
    """Annotations of one author, made one after another."""
    pen = Pen(author, a_record(author=author, op="begin", name=name).journal)
    pen.write("begin", name=name)
    pen.put({annotation_id(author, at): one for at, one in enumerate(contents, 1)})
    return pen.known


def some_content(chance: random.Random, others: list[str]) -> Content:
    """Any kind of annotation on anything, at random; `others` are there to be answered."""
    day = float(chance.randrange(-5, 40))
    kinds = ["note", "mark", "period", "outcome", "event", "value", "measure"]
    kind = chance.choice(kinds + ["reply", "resolve", "reopen"] * bool(others))
    event = {"title": f"event {day}", "lane": "lane", "when": on(day)}
    value = {"series": "series", "day": day, "value": chance.random(), "unit": "mg/dL"}
    tags = chance.sample(("urgent", "dose", "ask"), chance.randrange(3))
    where = chance.choice((OnDay(day=day), OnPart(part="part-1")))
    makers: dict[str, Callable[[], Content]] = {
        "note": lambda: a_note(f"text {day}", where, tags=tags),
        "mark": lambda: mark(f"part-{chance.randrange(3)}", chance.choice(("important", "done"))),
        "period": lambda: a_note(f"text {day}", OnPeriod(start=day, end=day + 3)),
        "outcome": lambda: a_note("", OnCase(), kind=kind, outcome={"who": f"who {day}"}),
        "event": lambda: a_note("", OnDay(day=day), kind=kind, event=event),
        "value": lambda: a_note("", OnDay(day=day), kind=kind, value=value),
        "measure": lambda: a_note("", OnDay(day=day), kind=kind, second_day=day + 2),
        "reply": lambda: reply(chance.choice(others), f"answer {day}"),
        "resolve": lambda: decision(chance.choice(others), is_resolved=True),
        "reopen": lambda: decision(chance.choice(others), is_resolved=False),
    }
    return makers[kind]()
