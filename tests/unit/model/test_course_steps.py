"""Stepping through a course goes to its events and to the studies that stand among them."""

import numpy as np
import pytest

from viewer.model.case import FORMAT, Case, DayZero, Subject
from viewer.model.course_steps import step_in_course
from viewer.model.event import Event, Lane
from viewer.model.events import Events
from viewer.model.part import Evidence, Text
from viewer.model.time import Instant


def event(id_: str, day: int) -> Event:
    known = Evidence(kind="reported")
    return Event(id=id_, lane="a", title=Text(id_), when=Instant(day=day), evidence=known)


CASE = Case(
    format=FORMAT,
    id="case",
    title=Text("A case"),
    subject=Subject(),
    day_zero=DayZero(text=Text("Admission")),
    lanes=(Lane(id="a", title=Text("A"), kind="drug"),),
    events=Events([event("e1", 1), event("e3", 3), event("f3", 3), event("e9", 9)]),
)
MARKS = (event("m5", 5), event("m3", 3), event("n3", 3))


def walk(steps: int, start: str | None, cursor: float) -> list[str]:
    found = list[str]()
    at: tuple[str | None, float] = (start, cursor)
    while (one := step_in_course(CASE, MARKS, at, steps)) is not None and len(found) < 20:
        found.append(one.id)
        at = one.id, one.when.anchor
    return found


def test_the_whole_way_on_and_back() -> None:
    on = walk(1, None, 0.0)
    assert on == ["e1", "e3", "f3", "m3", "n3", "m5", "e9"]
    assert walk(-1, "e9", 9.5) == on[-2::-1]


@pytest.mark.parametrize(("cursor", "before", "after"), [(4.0, "n3", "m5"), (6.0, "m5", "e9")])
def test_from_the_cursor_where_nothing_is_selected(cursor: float, before: str, after: str) -> None:
    assert walk(1, None, cursor)[0] == after
    assert walk(-1, None, cursor)[0] == before


def test_events_that_the_filter_leaves_out_are_passed_over() -> None:
    among = np.array([True, False, False, True])
    found = step_in_course(CASE, MARKS, ("e1", 1.5), 1, among)
    assert found is not None
    assert found.id == "m3"


def test_without_marks_it_goes_to_events_alone() -> None:
    found = step_in_course(CASE, (), ("f3", 3.5), 1)
    assert found is not None
    assert found.id == "e9"
    assert step_in_course(CASE, (), ("e9", 9.5), 1) is None


def test_marks_alone_can_be_gone_through() -> None:
    bare = CASE.model_copy(update={"events": Events()})
    found = step_in_course(bare, MARKS, (None, 0.0), 1)
    assert found is not None
    assert found.id == "m3"
