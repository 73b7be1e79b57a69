"""Copies of cases with very many annotations beside them, for measuring."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from viewer.io.annotations.identity import IdentityFile, new_annotation_id, new_journal_id
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.places import journal_path, places_of
from viewer.io.case_store import open_case
from viewer.model.annotation import Content, OnDay, OnPart, OnPeriod, Target
from viewer.model.annotation_record import Record
from viewer.model.course import bounds
from viewer.model.part import DAY_LIMIT

MANY = 10_000
AUTHORS = 4
LIMIT = DAY_LIMIT - 30
"""No period ends beyond the days that may be given."""
AT = "2026-11-30T12:00:00Z"
WORDS = "glucose liver dose question agreed larger smaller 要確認 again before after"


def annotated_copy(case: Path, folder: Path, count: int = MANY, seed: int = 1) -> Path:
    """Give a copy of a case beside which so many annotations lie, of several authors."""
    copy = Path(shutil.copytree(case, folder / "case"))
    opened = open_case(copy)
    choose = random.Random(seed)
    events = [opened.case.events[n].id for n in range(min(len(opened.case.events), 500))]
    course = bounds(opened.case, None)
    first, last = int(max(course.start, -LIMIT)), int(min(course.end, LIMIT))
    beside = places_of(copy, opened.case.id).beside
    assert beside is not None
    for number in range(AUTHORS):
        author = f"{number + 1:012x}"
        journal = new_journal_id()
        place = {"journal": journal, "at": AT, "author": author}
        begin = {"op": "begin", "name": f"Author {number}", "case": opened.case.id, "device": "d"}
        records = [Record(number=1, clock=1, **begin, **place)]
        for at in range(2, count // AUTHORS + 2):
            day = float(choose.randrange(first, last))
            targets: tuple[Target, ...] = (
                OnDay(day=day),
                OnPart(part=choose.choice(events)),
                OnPeriod(start=day, end=day + choose.randrange(1, 20)),
            )
            text = " ".join(choose.choices(WORDS.split(), k=12))
            content = Content(kind="note", target=targets[at % 3], text=text, tags=("bench",))
            id_ = new_annotation_id(author)
            records.append(Record(op="put", number=at, clock=at, id=id_, content=content, **place))
        own = OwnJournal(journal_path(beside, journal), opened.case.id)
        own.open()
        own.append(records)
        own.close()
    return copy


def sign_as_ann() -> None:
    """Be somebody who has annotated here before."""
    IdentityFile().save("Ann")
