"""A course with everything a case can hold, each text and id known from a day of its own.

Every text is a token that stands nowhere else; `known` says from which day on it may be known, by
the rule of the domain and not by the program's, and when a title gives way to the next.
"""

from __future__ import annotations

import math
from typing import Any

from tests.making import REPORTED
from viewer.model.case import FORMAT, Case

NEVER = math.inf
ALWAYS = -math.inf
FIRST_HORIZON, LAST_HORIZON = -10, 170


class Script:
    """Hands out tokens and remembers from which day each may be known."""

    def __init__(self) -> None:
        self.known: dict[str, tuple[float, float]] = {}

    def say(self, day: float, until: float = NEVER) -> str:
        """Words told from `day` on, before they give way to others on the day `until`."""
        token = f"q{len(self.known)}q"
        self.known[token] = (day, until)
        return token

    def evidence(self, day: float, why: float) -> dict[str, Any]:
        return REPORTED | {"place": self.say(day), "why": self.say(why)} | self.extra()

    def remark(self, day: float, stated: float | None, why: float) -> dict[str, Any]:
        """Words known from `day`, with a reason known from `why`."""
        known = {} if stated is None else {"known_from": stated}
        return {"text": self.say(day), "evidence": self.evidence(day, why)} | known | self.extra()

    def detail(self, day: float, stated: float | None, why: float) -> dict[str, Any]:
        return {"label": self.say(day)} | self.remark(day, stated, why)

    def extra(self) -> dict[str, Any]:
        """A key that the format does not know: nothing says when it may be known."""
        return {"unheard_of": {"of": self.say(NEVER)}}

    def at(self, last: float, /, **when: Any) -> dict[str, Any]:
        """An instant whose words are known from `last`, when all of it is."""
        words = {"why": self.say(last), "wording": self.say(last)}
        return when | words | self.extra()


def told_course() -> tuple[Case, dict[str, tuple[float, float]]]:
    """Give the case, and for each token the days between which it is to be told."""
    script = Script()
    case = Case.model_validate(
        {
            "format": FORMAT,
            "id": "for-TERMID",
            "title": [
                {"text": script.say(ALWAYS, until=50)} | script.extra(),
                {"text": script.say(50), "known_from": 50},
                {"text": script.say(NEVER)},
            ],
            "subject": _subject(script),
            "day_zero": {
                "text": script.say(0),
                "short": script.say(0),
                "evidence": script.evidence(0, 0),
            },
            "sources": [
                {
                    "id": script.say(ALWAYS),
                    "title": [
                        {"text": script.say(3, until=60), "known_from": 2},
                        {"text": script.say(60), "known_from": 60},
                    ],
                    "known_from": 3,
                    "file": script.say(3),
                },
                {"id": script.say(NEVER), "title": script.say(NEVER), "file": script.say(NEVER)},
            ],
            **_course(script),
            "notes": _notes(script),
            "discrepancies": _discrepancies(script),
            "glossary": [
                {"term": "TERM5", "text": script.say(5, until=20)},
                {"term": "TERM40", "text": script.say(40)},
                {"term": "TERMID", "text": script.say(NEVER)},
            ],
            "deck": [
                {"id": script.say(NEVER), "title": script.say(NEVER), "cursor": 160, "horizon": 160}
            ],
        }
        | script.extra()
    )
    return case, script.known


def _subject(script: Script) -> dict[str, Any]:
    return {
        "age_years": 45,
        "background": [script.detail(0, 0, NEVER), script.detail(NEVER, None, NEVER)],
        "follow_up": {"end": script.at(157, day=157), "reason": "death"}
        | script.remark(157, None, 157),
    } | script.extra()


def _course(script: Script) -> dict[str, Any]:
    """Events, series and statements with their lanes, studies and reports."""
    ids = {name: script.say(day) for name, day in (("long", 5), ("point", 14), ("late", 45))}
    lanes = {"first": script.say(-5), "second": script.say(14), "never": script.say(NEVER)}
    groups = {"first": script.say(-5), "never": script.say(NEVER)}
    never, series, value = script.say(NEVER), script.say(10), script.say(10)
    linked = [*ids.values(), never, series, value, "TERMID"]
    long = {
        "id": ids["long"],
        "lane": lanes["first"],
        "title": [
            {"text": script.say(5, until=20) + " TERM5"},
            {"text": script.say(20, until=40), "known_from": 20},
            {"text": script.say(40) + " TERM40"},
        ],
        "when": {
            "start": script.at(5, earliest=2, latest=5),
            "end": script.at(40, earliest=30, about=32, latest=40),
            "wording": script.say(40),
        },
        "evidence": script.evidence(5, 70),
        "result": script.remark(40, None, 40),
        "outcome": {"sign": "stopped", "when": script.at(70, day=70)} | script.remark(35, 35, 70),
        "details": [script.detail(40, None, 40), script.detail(33, 33, 40)],
        "therapy_line": 2,
        "dose": {"value": 1, "unit": script.say(5), "per": script.say(5)} | script.extra(),
        "changes": [
            _change(script, 9, None, day=9),
            _change(script, 24, None, earliest=20, latest=24),
            _change(script, 21, 21, earliest=19, latest=26),
            _change(script, 39, 39, day=30),
        ],
        "cycles": [
            {
                "number": number,
                "when": script.at(day, day=day),
                "evidence": script.evidence(day, day),
            }
            for number, day in ((1, 8), (2, 27))
        ],
        "response": _response(script, 40, None),
        "links": linked,
        "series": linked,
        "codes": [{"system": script.say(70), "code": script.say(70), "display": script.say(70)}],
    }
    point = {
        "id": ids["point"],
        "lane": lanes["second"],
        "title": script.say(14),
        "when": script.at(14, day=12.5, precision="hour"),
        "evidence": script.evidence(14, 90),
        "known_from": 14,
        "result": script.remark(90, 90, 90),
        "outcome": {"sign": "other", "when": script.at(80, day=80)} | script.remark(80, None, 80),
        "codes": [{"system": "s", "code": script.say(90)}],
    }
    late = {
        "id": ids["late"],
        "lane": lanes["second"],
        "title": script.say(45),
        "when": script.at(50, earliest=40, latest=50),
        "evidence": script.evidence(45, 50),
        "known_from": 45,
        "outcome": {"sign": "other"} | script.remark(50, None, 50),
        "response": _response(script, 49, 49),
    }
    others = [
        _event(script, lanes["first"], -5, {"day": -5}),
        _event(script, lanes["first"], 12.5, {"day": 12.5, "precision": "minute"}),
        _event(script, lanes["first"], 55, {"start": {"day": 55}, "end": "open"}, NEVER),
        _event(script, lanes["first"], 56, {"start": {"day": 56}, "end": "unknown"}, NEVER),
        _event(script, lanes["first"], 57, {"start": {"day": 57}, "end": {"day": 110}}, 110),
        _event(script, lanes["never"], NEVER, {"earliest": 3}, NEVER, never),
    ]
    return {
        "lanes": [
            {"id": id_, "title": script.say(script.known[id_][0]), "kind": "drug"}
            | script.extra()
            | ({"group": groups[name]} if name in groups else {})
            for name, id_ in (*lanes.items(), *((None, id_) for id_ in groups.values()))
        ],
        "events": [late, long, point, *others],
        "series": _series(script, series, value),
        "statements": _statements(script, lanes["first"], series),
        "studies": [_study(script, linked)],
        "reports": [_report(script, linked)],
    }


def _change(script: Script, day: float, stated: float | None, /, **when: Any) -> dict[str, Any]:
    """A change known from `day`; all of it when its time is over."""
    last = max(day, when.get("day", -1), when.get("latest", -1))
    return {
        "when": script.at(last, **when),
        "dose": {"value": day, "unit": script.say(day)},
        "text": script.say(day),
        "evidence": script.evidence(day, last),
    } | ({} if stated is None else {"known_from": stated})


def _response(script: Script, day: float, stated: float | None) -> dict[str, Any]:
    return {
        "kind": "stage",
        "value": script.say(day),
        "scale": script.say(day),
        "evidence": script.evidence(day, 50 if stated else 40),
    } | ({} if stated is None else {"known_from": stated})


def _event(
    script: Script,
    lane: str,
    day: float,
    when: dict[str, Any],
    last: float | None = None,
    id_: str | None = None,
) -> dict[str, Any]:
    """An event known from `day`, all of it from `last`."""
    whole = day if last is None else last
    words = {"wording": script.say(whole)}
    return {
        "id": script.say(day) if id_ is None else id_,
        "lane": lane,
        "title": script.say(day),
        "when": when | words | script.extra(),
        "evidence": script.evidence(day, whole),
        "result": script.remark(whole, None, whole),
    } | script.extra()


def _value(
    script: Script, day: float, when: Any, id_: str | None = None, **more: Any
) -> dict[str, Any]:
    return {
        "id": script.say(day) if id_ is None else id_,
        "when": when,
        "word": script.say(day),
        "printed": script.say(day),
        "laboratory": script.say(day),
    } | more


def _limits(script: Script, day: float, start: float | None, end: float | None) -> dict[str, Any]:
    """Limits known from `day`; of a period the words are known from its end."""
    period = {}
    if start is not None:
        words = {"wording": script.say(NEVER if end is None else end)}
        stop = "open" if end is None else {"day": end}
        period = {"period": {"start": {"day": start}, "end": stop} | words}
    return {"high": 1, "laboratory": script.say(day), "source": script.say(day)} | period


def _series(script: Script, id_: str, value: str) -> list[dict[str, Any]]:
    first = _value(
        script,
        10,
        script.at(10, day=10),
        value,
        evidence=script.evidence(10, 10),
        reference=_limits(script, 60, 60, 65),
        remarks=[script.remark(10, None, 10), script.remark(11, 11, 11)],
    )
    second = _value(
        script,
        25,
        {"day": 20},
        known_from=25,
        evidence=script.evidence(25, 25),
        reference=_limits(script, 25, 15, 50),
    )
    third = _value(
        script,
        31,
        script.at(33, earliest=30, latest=33),
        known_from=31,
        evidence=script.evidence(31, 33),
        remarks=[script.remark(33, None, 33), script.remark(32, 32, 33)],
    )
    told = {
        "id": id_,
        "title": script.say(10),
        "short": script.say(10),
        "analyte": "glucose",
        "unit": script.say(10),
        "printed_unit": script.say(10),
        "specimen": script.say(10),
        "laboratory": script.say(10),
        "points": [third, first, second],
        "references": [
            _limits(script, 10, None, None),
            _limits(script, 15, 15, 50),
            _limits(script, 52, 52, None),
        ],
        "remarks": [script.remark(12, 12, NEVER), script.remark(NEVER, None, NEVER)],
        "codes": [{"system": "s", "code": script.say(10), "display": script.say(10)}],
    } | script.extra()
    late = {
        "id": script.say(80),
        "title": script.say(80),
        "analyte": "nse",
        "unit": "U",
        "known_from": 80,
        "points": [_value(script, 80, {"day": 5}, evidence=REPORTED)],
    }
    empty = {"id": script.say(NEVER), "title": script.say(NEVER), "analyte": "x", "unit": "U"}
    spoken_of = {"id": "spoken-of", "title": script.say(61), "analyte": "x", "unit": "U"}
    return [told, late, empty, spoken_of]


def _statements(script: Script, lane: str, series: str) -> list[dict[str, Any]]:
    period = {"start": {"day": 13}, "end": {"day": 61}}
    return [
        {
            "id": script.say(61),
            "text": script.say(61),
            "when": period | {"wording": script.say(61)},
            "evidence": script.evidence(61, 61),
            "series": ["spoken-of", series],
        }
        | script.extra(),
        {
            "id": script.say(20),
            "text": script.say(20),
            "when": period | {"wording": script.say(61)},
            "evidence": script.evidence(20, 61),
            "known_from": 20,
            "lane": lane,
            "series": [series],
        },
        {
            "id": script.say(NEVER),
            "text": script.say(NEVER),
            "when": {"start": {"day": 13}, "end": "unknown"},
            "evidence": script.evidence(NEVER, NEVER),
        },
    ]


def _figure(script: Script, day: float, **stated: float) -> dict[str, Any]:
    return {"label": script.say(day), "caption": script.say(day), "file": script.say(day)} | stated


def _images(script: Script, day: float, **stated: float) -> dict[str, Any]:
    return {"path": script.say(day), "title": script.say(day)} | stated | script.extra()


def _slide(script: Script, day: float, **stated: float) -> dict[str, Any]:
    return {"path": script.say(day), "title": script.say(day), "stain": script.say(day)} | stated


def _lesion(script: Script, day: float, **stated: float) -> dict[str, Any]:
    named = {"name": script.say(day), "site": script.say(day), "diameter_mm": 12.5}
    return named | {"evidence": script.evidence(day, day)} | stated


def _study(script: Script, linked: list[str]) -> dict[str, Any]:
    return {
        "id": script.say(40),
        "title": [{"text": script.say(40, until=50)}, {"text": script.say(50)}],
        "modality": script.say(40),
        "when": script.at(50, earliest=38, latest=50),
        "evidence": script.evidence(40, 66),
        "known_from": 40,
        "findings": [
            {"site": script.say(50)} | script.remark(50, None, 50),
            {"site": script.say(42)} | script.remark(42, 42, 50),
        ],
        "figures": [_figure(script, 50), _figure(script, 66, known_from=66)],
        "images": [_images(script, 50), _images(script, 45, known_from=45)],
        "lesions": [_lesion(script, 50), _lesion(script, 64, known_from=64)],
        "remarks": [script.remark(50, None, 50)],
        "links": linked,
    }


def _report(script: Script, linked: list[str]) -> dict[str, Any]:
    return {
        "id": script.say(6),
        "title": script.say(6),
        "when": {"start": script.at(6, day=6), "end": script.at(9, day=9)},
        "evidence": script.evidence(6, 19),
        "specimen": script.say(6),
        "diagnosis": script.remark(18, 18, 18),
        "grade": script.remark(9, None, 9),
        "morphology": [{"site": script.say(9)} | script.remark(9, None, 9)],
        "stains": [
            {"marker": script.say(9), "result": script.say(9), "figure": script.say(9)}
            | {"score": script.say(9)},
            {"marker": script.say(19), "result": script.say(19), "known_from": 19},
        ],
        "figures": [_figure(script, 9), _figure(script, 8, known_from=8)],
        "slides": [_slide(script, 9), _slide(script, 19, known_from=19)],
        "links": linked,
    } | script.extra()


def _notes(script: Script) -> list[dict[str, Any]]:
    return [
        {
            "id": script.say(44),
            "title": [
                {"text": script.say(44, until=47)},
                {"text": script.say(47), "known_from": 47},
                {"text": script.say(NEVER)},
            ],
            "text": script.say(44),
            "known_from": 44,
            "evidence": script.evidence(44, NEVER),
        },
        {"id": script.say(NEVER), "title": script.say(NEVER), "text": script.say(NEVER)},
    ]


def _discrepancies(script: Script) -> list[dict[str, Any]]:
    def sides(day: float) -> list[dict[str, Any]]:
        return [{"text": script.say(day), "place": script.say(day)} | script.extra()]

    return [
        {
            "id": script.say(46),
            "title": script.say(46),
            "sides": sides(46),
            "reading": script.remark(46, None, 46),
            "about": ["for-TERMID", *(t for t, days in script.known.items() if days[0] == 80)],
            "known_from": 46,
        },
        {
            "id": script.say(7),
            "title": script.say(7),
            "sides": sides(7),
            "reading": script.remark(48, 48, 48),
            "known_from": 7,
        },
        {"id": script.say(NEVER), "title": script.say(NEVER), "sides": sides(NEVER)},
    ]
