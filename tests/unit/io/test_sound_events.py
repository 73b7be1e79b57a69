"""Whatever stands in the events of a file, it is read the same in a short and in a long one."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from viewer.io import sound_events
from viewer.io.case_store import OpenedCase, open_case
from viewer.model.event import Event

Raw = dict[str, Any]
Open = Callable[[Any], OpenedCase]
Write = Callable[[Any], Path]

JUNK: list[Any] = [None, 0, -1, 3.5, 40_000, True, "", "a", "b c", [], {}, ["a"], {"en": "x"}]
JUNK += [
    {"day": 2},
    {"day": None},
    {"text": "x"},
    {"start": {"day": 1}},
    "open",
    "reported",
    "hour",
]
NAMES = ["day", "earliest", "latest", "about", "precision", "known_from", "end", "links", "colour"]
NAMES += ["wording", "result", "when", "evidence", "source", "why", "details", "title", "lane"]

FULL: Raw = {
    "id": "full",
    "lane": "drugs",
    "title": [{"text": "First"}, {"text": {"en": "Then"}, "known_from": 3}],
    "when": {
        "start": {"earliest": 1, "about": 2, "latest": 3, "why": "order"},
        "end": {"day": 4.5, "precision": "hour", "evidence": "inferred"},
        "wording": {"en": "some days"},
    },
    "evidence": {"kind": "derived", "source": "paper", "place": {"en": "p. 1"}},
    "known_from": 2,
    "result": {"text": "Shown", "evidence": {"kind": "reported", "source": "paper"}},
    "outcome": {"sign": "stopped", "text": "Rash", "when": {"day": 4}, "known_from": 5},
    "details": [{"label": "Dose", "text": "1 g", "evidence": {"kind": "inferred"}}],
    "links": ["ct", "a"],
    "codes": [{"system": "ATC", "code": "A01", "display": "x"}],
}


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Give every place inside a raw value, as its holder and its key."""
    keys = value.keys() if isinstance(value, dict) else range(len(value))
    for key in list(keys):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from places(value[key])


def spoilt(document: Raw, chance: random.Random) -> Raw:
    document = copy.deepcopy(document)
    for _ in range(chance.randrange(1, 4)):
        holder, key = chance.choice([*places(document["events"])])
        match chance.randrange(4):
            case 0:
                del holder[key]
            case 1 if isinstance(holder[key], dict):
                holder[key][chance.choice(NAMES)] = chance.choice(JUNK)
            case _:
                holder[key] = copy.deepcopy(chance.choice(JUNK))
    return document


def test_events_spoilt_anywhere_are_read_the_same(opened: Open, plain: Raw) -> None:
    plain["events"] += [FULL, FULL | {"id": "twin", "links": ["full"]}]
    assert not opened(plain).problems
    faults = 0
    for seed in range(150):
        faults += bool(opened(spoilt(plain, random.Random(seed))).problems)
    assert faults > 75, "most of them are broken"


def test_an_event_is_lost_with_what_it_links_to_only_as_a_link(opened: Open, plain: Raw) -> None:
    plain["events"] = [
        FULL | {"id": name, "links": [target]} for name, target in zip("abcd", "bcde", strict=True)
    ]
    one = opened(plain)
    assert [event.links for event in one.case.events] == [("b",), ("c",), ("d",), ()]
    assert [problem.path for problem in one.problems][-1] == "events[3].links[0]"


def test_a_source_that_is_not_there_is_told_wherever_it_is_named(opened: Open, plain: Raw) -> None:
    unknown = {"kind": "reported", "source": "papr"}
    plain["events"][0]["evidence"] = unknown
    plain["events"][1]["details"][1]["evidence"] = unknown
    paths = [problem.path for problem in opened(plain).problems]
    assert paths == ["events[0].evidence.source", "events[1].details[1].evidence.source"]


def test_an_event_in_a_broken_lane_is_told(opened: Open, plain: Raw) -> None:
    plain["lanes"] += [{"id": "two words", "title": "T", "kind": "drug"}]
    plain["events"][1]["lane"] = "two words"
    assert [event.id for event in opened(plain).case.events] == ["a", "c"]
    plain["lanes"] = [plain["lanes"][0], plain["lanes"][0]]
    assert [event.id for event in opened(plain).case.events] == ["a", "c"]


def test_a_long_file_is_read_with_its_few_faults_in_their_places(write: Write, plain: Raw) -> None:
    plain["events"] = [
        {
            "id": f"e{number}",
            "lane": "drugs",
            "title": {"en": f"Dose {number}"},
            "when": {"day": number % 3000},
            "evidence": {"kind": "reported"},
        }
        for number in range(sound_events.MANY + 5_000)
    ]
    del plain["deck"], plain["studies"]
    for number in (0, 7_777, 14_999):
        plain["events"][number]["when"] = {"day": 1, "latest": 3}
    plain["events"][9_000]["colour"] = "red"
    plain["events"][9_001]["links"] = ["e9002", "e7777"]
    plain["events"][9_002]["series"] = ["glucose", "e1"]
    one = open_case(write(plain))
    paths = [problem.path for problem in one.problems]
    assert paths == [
        "events[0].when",
        "events[7777].when",
        "events[9000].colour",
        "events[9001].links[1]",
        "events[9002].series[1]",
        "events[14999].when",
    ]
    events = one.case.events
    assert len(events) == sound_events.MANY + 4_997
    assert [event.id for event in events[8_997:9_001]] == ["e8999", "e9000", "e9001", "e9002"]
    assert events[8_998].model_extra == {"colour": "red"}
    assert events[8_999].links == ("e9002",)
    assert events[9_000].series == ("glucose",)
    made = sum(isinstance(entry, Event) for entry in events.entries)
    assert made < 10, "the others are made when they are wanted"
