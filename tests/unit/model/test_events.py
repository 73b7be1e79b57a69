"""The events of a case are one sequence, whether they have been made or stand as in the file."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.making import a_case, an_event, on
from tests.unit.model.a_told_course import told_course
from viewer.model.case import Case
from viewer.model.disclosure import disclose
from viewer.model.event import Event
from viewer.model.events import Events
from viewer.model.inside import sources_in, without_unknown, words_in
from viewer.model.part import Text


def raw(id_: str, day: float = 0, **more: Any) -> dict[str, Any]:
    plain = {"id": id_, "lane": "lane", "title": id_, "evidence": {"kind": "reported"}}
    return plain | {"when": {"day": day}} | more


def test_an_event_is_made_once_when_it_is_wanted() -> None:
    events = Events([raw("a"), raw("b")])
    assert events[1] is events[1]
    assert events[-1] == an_event("b")
    assert [isinstance(entry, Event) for entry in events.entries] == [False, True]
    assert events.passing(0) == an_event("a")
    assert not isinstance(events.entries[0], Event)
    assert events.passing(1) is events[1]


def test_events_are_equal_by_what_they_say() -> None:
    events = Events([raw("a"), raw("b")])
    assert events == Events([an_event("a"), an_event("b")])
    assert events == (an_event("a"), an_event("b"))
    assert events != Events([raw("a")])
    assert events != [an_event("a"), an_event("b")]
    assert hash(events) == hash(Events([an_event("a"), an_event("b")]))
    assert repr(events) == repr((an_event("a"), an_event("b")))
    assert events[1:] == (an_event("b"),)


def test_a_case_with_events_as_written_is_told_like_any_other() -> None:
    case = a_case().model_copy(update={"events": Events([raw("a", links=["b"])])})
    again = Case.model_validate_json(case.model_dump_json())
    assert again == case
    assert again.events[0].links == ("b",)


def test_events_are_found_by_id_lane_and_link() -> None:
    events = Events([raw("a", lane="x"), an_event("b", lane="y", links=["a"]), raw("a", lane="z")])
    assert events.numbers == {"a": 0, "b": 1}
    assert events.naming == {"a": (1,)}
    assert events.lanes == {"x", "y", "z"}
    assert events.rows(("y", "x")).tolist() == [1, 0, -1]
    assert events.column("id") == ["a", "b", "a"]


def test_events_are_found_by_the_series_they_stand_beside() -> None:
    beside = [raw("a", series=["glucose"]), raw("b"), an_event("c", series=["glucose", "insulin"])]
    twice = an_event("d", series=["insulin", "insulin"])
    assert Events([*beside, twice]).beside == {"glucose": (0, 2), "insulin": (2, 3)}


def test_events_are_put_in_order_by_the_lanes_that_are_asked_for() -> None:
    events = Events([raw("a", 3), raw("b", 1, lane="x"), raw("c", 1, lane="y")])
    assert events.order(("x", "y")).tolist() == [1, 2, 0]
    assert events.order(("y", "x")).tolist() == [2, 1, 0]
    assert Events().order(()).tolist() == []


def test_some_events_are_chosen_and_some_changed() -> None:
    events = Events([raw("a", 1), raw("b", 2), raw("c", 3)])
    assert [event.id for event in events.chosen(np.array([2, 0]))] == ["c", "a"]
    assert events.changed({}) is events
    changed = events.changed({1: an_event("x", on(9))})
    assert [event.id for event in changed] == ["a", "x", "c"]
    assert changed.times.anchor.tolist() == [1.5, 9.5, 3.5]
    assert [event.id for event in events] == ["a", "b", "c"]


# --- as they stand in a file --------------------------------------------------------------


def as_written(case: Case) -> Case:
    """The case with its events as they stand in a file."""
    written = [event.model_dump(mode="json", exclude_unset=True) for event in case.events]
    return case.model_copy(update={"events": Events(written)})


@pytest.fixture(scope="module")
def told() -> Case:
    return without_unknown(told_course()[0])


def test_events_as_written_hold_the_same_words_and_sources(told: Case) -> None:
    assert sorted(words_in(as_written(told))) == sorted(words_in(told))
    assert sorted(sources_in(as_written(told))) == sorted(sources_in(told))
    assert len([*words_in(told.events)]) > 20


def test_events_as_written_are_disclosed_like_any_others(told: Case) -> None:
    for horizon in range(-3, 170):
        one, other = disclose(told, horizon), disclose(as_written(told), horizon)
        assert one == other, horizon
        assert one.model_dump_json() == other.model_dump_json(), horizon


def test_what_is_told_whole_is_not_made() -> None:
    remark = {"text": "r", "evidence": {"kind": "reported", "source": "paper"}}
    late = {"label": "l", "text": "d", "known_from": 6}
    plain: list[dict[str, Any]] = [
        raw("whole", 1),
        raw("remarked", 1, result=remark, outcome={"sign": "stopped", "text": "o"}),
        raw("later", 5),
        raw("staged", 1, title=[{"text": "first"}]),
        raw("known", 1, details=[late, {"label": "l", "text": "d"}]),
        raw("ended", 1, outcome={"sign": "stopped", "text": "o", "when": {"day": 2}}),
        raw("open", 1) | {"when": {"start": {"day": 1}, "end": "open"}},
    ]
    sources = [{"id": name, "title": name} for name in ("first", "paper", "no")]
    case = a_case(sources=sources).model_copy(update={"events": Events(plain)})
    told = disclose(case, 3)
    names = {event["id"] for event in told.events.entries if isinstance(event, dict)}
    assert names == {"whole", "remarked"}
    assert [event.id for event in told.events] == [p["id"] for p in plain if p["id"] != "later"]
    assert told.events[2].title == Text("first")
    assert [source.id for source in told.sources] == ["first", "paper"]


def test_links_to_what_is_hidden_are_dropped_from_events_as_written() -> None:
    events = Events([raw("a", 1, links=["b", "c"]), raw("b", 9), raw("c", 2, links=["a"])])
    told = disclose(a_case().model_copy(update={"events": events}), 5)
    assert [event.links for event in told.events] == [("c",), ("a",)]
