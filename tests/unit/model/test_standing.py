"""Where all annotations of a case stand, after whatever has been changed."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.annotating_making import FIRST, SECOND, a_note, annas_pen, annotation_id, made
from tests.making import a_case, a_series, a_value, an_event, on
from viewer.model.annotating import mark, reply
from viewer.model.annotation import Content, OnBox, OnCase, OnDay, OnPart, OnPeriod, OnPoint
from viewer.model.annotation_places import Place
from viewer.model.standing import PlaceBook, Standing
from viewer.model.time import Span

COURSE = a_case(an_event("event", on(2)), series=[a_series(a_value(1))])
ADDED = {"title": "A fall", "lane": "lane", "when": on(4)}
VALUE = {"series": "series", "day": 6.0, "value": 40.0, "unit": "mg/dL"}
CONTENTS: tuple[Content | None, ...] = (
    a_note(),
    a_note("", OnPeriod(start=1, end=4)),
    a_note("", OnCase()),
    a_note("", OnCase(), kind="event", event=ADDED),
    a_note("", OnCase(), kind="value", value=VALUE),
    a_note("", OnPoint(series="series", day=2, value=50)),
    a_note("", OnBox(series="series", start=2, end=3, low=50, high=60)),
    mark("event", "done"),
    reply(FIRST, "yes"),
    None,
)


def told(standing: Standing) -> dict[str, Any]:
    """All that it says."""
    by_series = standing.by_series.items()
    return {
        "items": [item.id for item in standing.items.items],
        "days": standing.items.days.tolist(),
        "series": {id_: [thing.one.id for thing in one.things] for id_, one in by_series},
        "numbers": {id_: one.numbers.tolist() for id_, one in by_series},
        "lanes": standing.by_lane,
    }


def test_each_stands_where_it_belongs() -> None:
    known = made(*(content for content in CONTENTS if content is not None))
    assert told(PlaceBook(COURSE).standing(known)) == {
        "items": [annotation_id(number=number) for number in (2, 8, 1, 4)],
        "days": [[1, 4, 1], [2.5, 2.5, 2.5], [3.5, 3.5, 3.5], [4, 5, 4.5]],
        "series": {"series": [annotation_id(number=number) for number in (6, 7, 5)]},
        "numbers": {"series": [[2, 2, 50, 50], [2, 3, 50, 60], [6.5, 6.5, 40, 40]]},
        "lanes": {"lane": 2},
    }


@pytest.mark.parametrize("seed", range(30))
def test_after_any_edits_it_says_what_a_first_look_would(seed: int) -> None:
    chance, pen, book = random.Random(seed), annas_pen(), PlaceBook(COURSE)
    for _ in range(20):
        pen.put({annotation_id(number=chance.randrange(1, 8)): chance.choice(CONTENTS)})
        assert told(book.standing(pen.known)) == told(PlaceBook(COURSE).standing(pen.known))


def test_what_does_not_change_stays_the_same_object() -> None:
    pen, book = annas_pen(), PlaceBook(COURSE)
    pen.put({FIRST: a_note(), SECOND: a_note("", OnPoint(series="series", day=2, value=50))})
    before = book.standing(pen.known)
    assert book.standing(pen.known) is before
    pen.put({SECOND: a_note("", OnPoint(series="series", day=3, value=50))})
    moved = book.standing(pen.known)
    assert moved.items is before.items
    assert moved.by_series is not before.by_series
    pen.put({FIRST: a_note("other words")})
    assert book.standing(pen.known).by_series is moved.by_series
    assert book.standing(pen.known).items is not moved.items


def test_what_has_no_day_of_its_own_is_not_dragged() -> None:
    items = PlaceBook(COURSE).standing(made(a_note(), a_note("", OnCase()))).items
    assert items.having(FIRST, a_note("", OnPart(part="event"))) is items
    assert items.having(SECOND, a_note()) is items
    assert items.having(FIRST, a_note("", OnDay(day=9))).days.tolist() == [[9.5, 9.5, 9.5]]


def test_a_place_is_remembered_for_as_long_as_the_annotation_says_the_same() -> None:
    pen = annas_pen()
    pen.write("begin", name="Anna")
    pen.put({FIRST: a_note("", OnDay(day=3)), SECOND: reply(FIRST, "yes")})
    book = PlaceBook(COURSE)

    def place(id_: str) -> Place:
        return book.place(pen.known.annotations[id_], pen.known)

    assert book.case is COURSE
    assert place(FIRST) == place(SECOND) == Place(Span(3, 3))
    pen.put({FIRST: a_note("", OnDay(day=5))})
    assert place(FIRST) == place(SECOND) == Place(Span(5, 5))
    pen.put({FIRST: None})
    assert place(FIRST) == place(SECOND) == Place(None)
