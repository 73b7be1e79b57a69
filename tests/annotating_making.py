"""Small annotations and their records for tests: give what the test is about, the rest is plain."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.making import on
from viewer.model.annotating import Edit, decision, effective, inverse, mark, reply
from viewer.model.annotation import (
    Content,
    OnCase,
    OnDay,
    OnImage,
    OnPart,
    OnPeriod,
    OnSlide,
    PictureShape,
)
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


def a_shape(kind: str = "line", *points: tuple[float, float]) -> PictureShape:
    return PictureShape.model_validate({"kind": kind, "points": points or ((1, 2), (4, 6))})


def a_measurement(shape: PictureShape | None = None, study: str = "ct", **more: Any) -> Content:
    """Something measured on a picture of a study: a line of 23.4 mm unless told otherwise."""
    named = {"study": study, "picture": "1.2.3:0", "shape": a_shape() if shape is None else shape}
    plain = {"text": "", "kind": "shape", "measured": {"length_mm": 23.4}}
    return a_note(target=OnImage(**named), **(plain | more))


def a_diameter(mm: float, lesion: str = "A", study: str = "ct", **more: Any) -> Content:
    """The diameter of a lesion on a picture of a study."""
    measured = {"length_mm": mm, "lesion": lesion} | more.pop("measured", {})
    return a_measurement(study=study, measured=measured, **more)


def an_added_study(title: str = "CT elsewhere", when: Any = None, **more: Any) -> Content:
    study = {"title": title, "modality": "CT", "when": on(5) if when is None else when}
    study |= {"path": "/elsewhere/ct"} | more.pop("study", {})
    return a_note("", OnDay(day=5), kind="study", study=study, **more)


def some_shape(chance: random.Random) -> PictureShape:
    """Any shape, at random places that are no whole pixels, or are."""
    kinds = {"point": 1, "line": 2, "angle": 3, "box": 2, "ellipse": 2, "polygon": 5}
    kind, count = chance.choice(list(kinds.items()))
    is_whole = chance.random() < 0.5
    numbers = [chance.uniform(-50, 2000) for _ in range(2 * count)]
    given = [float(round(one)) if is_whole else one for one in numbers]
    return a_shape(kind, *zip(given[::2], given[1::2], strict=True))


def some_content(chance: random.Random, others: list[str]) -> Content:
    """Any kind of annotation on anything, at random; `others` are there to be answered."""
    day = float(chance.randrange(-5, 40))
    kinds = ["note", "mark", "period", "outcome", "event", "value", "measure"]
    kinds += ["shape", "region", "study"]
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
        "shape": lambda: a_measurement(some_shape(chance), measured={"area_mm2": chance.random()}),
        "region": lambda: a_note(
            f"seen {day}", OnSlide(report="path", slide="s.svs", shape=some_shape(chance))
        ),
        "study": lambda: an_added_study(f"study {day}", on(day)),
        "reply": lambda: reply(chance.choice(others), f"answer {day}"),
        "resolve": lambda: decision(chance.choice(others), is_resolved=True),
        "reopen": lambda: decision(chance.choice(others), is_resolved=False),
    }
    return makers[kind]()
