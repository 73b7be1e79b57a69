"""Where an annotation stands, and what a horizon lets through of annotations."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from pydantic import BaseModel

from tests.annotating_making import (
    BEN,
    FIRST,
    SECOND,
    THIRD,
    a_note,
    a_record,
    annas_pen,
    annotation_id,
    bens_pen,
    made,
)
from tests.making import (
    a_case,
    a_lane,
    a_series,
    a_statement,
    a_study,
    a_value,
    an_event,
    between,
    lasting,
    on,
)
from viewer.model.annotating import mark, reply
from viewer.model.annotation import Content, OnBox, OnCase, OnDay, OnPart, OnPeriod, OnPoint
from viewer.model.annotation_places import (
    Found,
    Place,
    disclosed,
    middle_of_day,
    moment_of,
    place_of,
)
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet
from viewer.model.disclosure import disclose
from viewer.model.time import Span

HORIZON = 10
CANARY = "canary"

COURSE = a_case(
    an_event("early", on(2)),
    an_event("late", on(20), lane="later"),
    an_event("spread", lasting(4, 30)),
    lanes=[a_lane(), a_lane("later")],
    series=[
        a_series(a_value(1)),
        a_series(a_value(20), id="late-series"),
        a_series(a_value(1), id="told", title="Insulin", analyte="insulin"),
    ],
    statements=[a_statement("said", on(3), lane="lane")],
    studies=[a_study("scan", on(5))],
)
TOLD = disclose(COURSE, HORIZON)


def an_added_event(when: Any, lane: str | None = "lane", **more: Any) -> Content:
    event = {"title": "A fall", "lane": lane, "when": when}
    return a_note("", OnCase(), kind="event", event=event, **more)


def an_added_value(day: float, series: str = "series", **more: Any) -> Content:
    value = {"series": series, "day": day, "value": 40.0, "unit": "mg/dL"}
    return a_note("", **{"target": OnCase(), "kind": "value", "value": value} | more)


def a_distance(first: float, second: float, **more: Any) -> Content:
    return a_note("", OnDay(day=first), kind="measure", second_day=second, **more)


# -- places ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (a_note("", OnCase()), Place(None)),
        (a_note("", OnDay(day=3)), Place(Span(3, 3))),
        (a_note("", OnPeriod(start=3, end=5)), Place(Span(3, 5))),
        (a_note("", OnPoint(series="series", day=3, value=1)), Place(Span(3, 3), series="series")),
        (
            a_note("", OnBox(series="series", start=3, end=5, low=1, high=2)),
            Place(Span(3, 5), series="series"),
        ),
        (a_note("", OnPart(part="early")), Place(Span(2.5, 2.5), lane="lane")),
        (a_note("", OnPart(part="said")), Place(Span(3.5, 3.5), lane="lane")),
        (a_note("", OnPart(part="scan")), Place(Span(5.5, 5.5))),
        (a_note("", OnPart(part="series")), Place(None)),
        (a_note("", OnPart(part="nowhere")), Place(None)),
        (an_added_event(on(4), "later"), Place(Span(4.5, 4.5), lane="later")),
        (an_added_event(lasting(4, 6), None), Place(Span(4.5, 6.5))),
        (an_added_event(lasting(4, "open")), Place(Span(4.5, 4.5), lane="lane")),
        (an_added_value(7, "told"), Place(Span(7, 7), series="told")),
        (a_distance(8, 3), Place(Span(3, 8))),
        (a_distance(3, 8), Place(Span(3, 8))),
        (a_note("", OnCase(), kind="measure", second_day=3.0), Place(None)),
    ],
)
def test_an_annotation_has_its_place(content: Content, place: Place) -> None:
    assert place_of(content, COURSE, NO_ANNOTATIONS) == place


def test_an_answer_stands_where_its_thread_does() -> None:
    known = made(a_note("", OnPart(part="early")), reply(FIRST, "a"), reply(SECOND, "b"))
    for id_ in (SECOND, THIRD):
        content = known.content(id_)
        assert content is not None
        assert place_of(content, COURSE, known) == Place(Span(2.5, 2.5), lane="lane")


def test_what_was_deleted_can_be_gone_to_and_a_tombstone_has_no_day() -> None:
    known = made(a_note("on a day"), a_note("on the case", OnCase()))
    deleted = known.adding([a_record("delete", id_, clock=9) for id_ in (FIRST, SECOND)])
    for these in (known, deleted):
        assert moment_of(FIRST, COURSE, these) == Found(3.5)
        assert moment_of(SECOND, COURSE, these) == Found(None)
    purged = deleted.adding([a_record("purge", FIRST, clock=10)])
    assert moment_of(FIRST, COURSE, purged) == Found(None)
    assert moment_of(THIRD, COURSE, purged) is None


def test_an_answer_to_nothing_or_in_a_circle_has_no_place() -> None:
    known = made(reply(SECOND, "a"), reply(FIRST, "b"))
    for answered in (FIRST, annotation_id(number=9)):
        assert place_of(reply(answered, "c"), COURSE, known) == Place(None)


# -- the horizon ----------------------------------------------------------------------------------


def reachable(value: object) -> Iterator[str]:
    """Every text that can be got at from a value, whatever it is named."""
    known, coming = set[int](), [value]
    while coming:
        one = coming.pop()
        if id(one) in known:
            continue
        known.add(id(one))
        if isinstance(one, str):
            yield one
        elif isinstance(one, Mapping):
            coming += [*one.keys(), *one.values()]
        elif isinstance(one, tuple | list | set | frozenset):
            coming += one
        elif isinstance(one, BaseModel):
            coming += [vars(one), one.model_extra]
        else:
            names = [n for kind in type(one).__mro__ for n in getattr(kind, "__slots__", ())]
            coming += [getattr(one, name, None) for name in names]
            coming.append(vars(one) if hasattr(one, "__dict__") else None)


def told(known: AnnotationSet, horizon: int | None = HORIZON) -> AnnotationSet:
    return disclosed(known, disclose(COURSE, horizon), horizon)


def test_without_a_horizon_all_is_told() -> None:
    known = made(a_note("no day is said"), a_note("late", OnPart(part="late")))
    assert told(known, None) is known


@pytest.mark.parametrize(
    "content",
    [
        a_note("x", OnCase(), known_from=HORIZON),
        a_note("x", OnCase(), known_from=HORIZON + 0.9),
        a_note("x", OnDay(day=HORIZON + 0.9), known_from=1),
        a_note("x", OnPeriod(start=3, end=HORIZON + 1), known_from=1),
        a_note("x", OnPart(part="early"), known_from=1),
        a_note("x", OnPart(part="spread"), known_from=1),
        a_note("x", OnPoint(series="series", day=3, value=1), known_from=1),
        an_added_event(lasting(4, "open"), known_from=1),
        an_added_event(lasting(4, HORIZON), None, known_from=1),
        an_added_value(HORIZON, known_from=1),
        an_added_value(3, "told", target=OnPoint(series="series", day=3, value=1), known_from=1),
        a_distance(3, HORIZON, known_from=1),
    ],
)
def test_what_may_be_known_is_told(content: Content) -> None:
    assert told(made(content)).content(FIRST) == content


HIDDEN = [
    a_note("x", OnCase()),
    a_note("x", OnCase(), known_from=HORIZON + 1),
    a_note("x", OnDay(day=HORIZON + 1), known_from=1),
    a_note("x", OnPeriod(start=3, end=HORIZON + 1.5), known_from=1),
    a_note("x", OnPart(part="late"), known_from=1),
    a_note("x", OnPart(part="nowhere"), known_from=1),
    a_note("x", OnPart(part="late-series"), known_from=1),
    a_note("x", OnPoint(series="late-series", day=3, value=1), known_from=1),
    a_note("x", OnPoint(series="series", day=HORIZON + 1, value=1), known_from=1),
    a_note("x", OnBox(series="late-series", start=3, end=5, low=1, high=2), known_from=1),
    an_added_event(on(HORIZON + 1), known_from=1),
    an_added_event(on(3), "later", known_from=1),
    an_added_event(between(0, 30), known_from=1),
    an_added_event(between(0, None), known_from=1),
    an_added_event(lasting(4, HORIZON + 1), known_from=1),
    an_added_event(lasting(4, between(5, 30)), known_from=1),
    an_added_value(HORIZON + 1, known_from=1),
    an_added_value(3, "late-series", known_from=1),
    a_distance(3, HORIZON + 1, known_from=1),
    a_distance(HORIZON + 1, 3, known_from=1),
    a_note("x", OnPart(part="early"), kind="measure", second_day=30.0, known_from=1),
]


@pytest.mark.parametrize("content", HIDDEN)
def test_what_may_not_be_known_is_hidden(content: Content) -> None:
    known = told(made(content))
    assert known.annotations == {}
    assert told(made(content), None).shown  # the rest of the course tells it


def test_answers_to_what_is_hidden_are_hidden_with_all_that_hang_on_them() -> None:
    known = made(
        a_note("hidden"),
        a_note("told", known_from=1),
        *(reply(id_, text).model_copy(update={"known_from": 1.0}) for id_, text in (
            (FIRST, "a"), (SECOND, "b"), (THIRD, "c"), (annotation_id(number=4), "d"),
        )),
        reply(SECOND, "no day is said"),
    )  # fmt: skip
    left = [one.content.text for one in told(known).shown if one.content is not None]
    assert left == ["told", "b", "d"]


def test_what_was_deleted_or_said_before_is_not_told() -> None:
    pen = annas_pen()
    pen.put({FIRST: a_note(CANARY, known_from=1), SECOND: a_note(CANARY, known_from=1)})
    pen.put({FIRST: a_note("now", known_from=2), SECOND: None})
    known = told(pen.known)
    assert list(known.annotations) == [FIRST]
    assert [one.content for one in known.annotations[FIRST].versions] == [
        a_note("now", known_from=2)
    ]
    assert CANARY not in " ".join(reachable(known))


def test_a_text_is_found_wherever_it_can_be_got_at() -> None:
    """What looks for the canary below would see it."""
    event = {"title": CANARY, "when": on(1), "unknown": {"deep": ["another " + CANARY]}}
    known = made(a_note("", OnCase(), kind="event", event=event))
    assert sum(CANARY in text for text in reachable(known)) == 2
    assert "Anna" in list(reachable(known))


@pytest.mark.parametrize("seed", range(30))
def test_no_word_of_what_is_hidden_can_be_got_at(seed: int) -> None:
    chance = random.Random(seed)
    anna, ben = annas_pen(), bens_pen()
    late = [one.model_copy(update={"text": CANARY, "tags": (CANARY,)}) for one in HIDDEN]
    for _ in range(40):
        pen, other = chance.sample((anna, ben), 2)
        id_ = annotation_id(pen.author, chance.randrange(12))
        hidden = [one.id for one in pen.known.shown if one.content and one.content.tags]
        match chance.choice(("late", "early", "answer", "see")):
            case "late":
                pen.put({id_: chance.choice(late)})
            case "early":  # what it said before stays hidden
                early = annotation_id(pen.author, 20 + chance.randrange(12))
                pen.put({early: chance.choice(late)})
                pen.put({early: a_note("fine", known_from=chance.randrange(10))})
            case "answer" if hidden:
                answer = reply(chance.choice(hidden), CANARY)
                pen.put({id_: answer.model_copy(update={"tags": (CANARY,), "known_from": 1.0})})
            case _:
                pen.see(other.written)
    known = told(NO_ANNOTATIONS.adding([*anna.written, *ben.written]))
    words = list(reachable([known, known.shown, known.replies, known.on_parts, known.authors]))
    assert not [text for text in words if CANARY in text]
    assert all(one.content == a_note("fine", known_from=one.content.known_from)
               for one in known.shown if one.content is not None)  # fmt: skip


def test_a_mark_of_another_author_is_hidden_alike() -> None:
    marked = mark("late", "question").model_copy(update={"known_from": 1.0})
    known = made(a_note("told", known_from=1)).adding(
        [a_record("put", annotation_id(BEN), content=marked, clock=5)]
    )
    assert list(told(known).annotations) == [FIRST]
    assert told(known).on_parts == {}
    assert TOLD.events.numbers.keys() == {"early", "spread"}


@pytest.mark.parametrize(
    ("days", "drawn"),
    [((12.0, 12.0), (12.5, 12.5)), ((12.2, 12.2), (12.2, 12.2)), ((12.0, 15.0), (12.0, 15.0))],
)
def test_only_a_whole_day_is_drawn_in_its_middle(
    days: tuple[float, float], drawn: tuple[float, float]
) -> None:
    assert middle_of_day(Span(*days)) == Span(*drawn)
