"""Small parts of a case for tests: give what the test is about, the rest is plain."""

from __future__ import annotations

from typing import Any

from viewer.model.case import FORMAT, Case
from viewer.model.event import Event
from viewer.model.numbering import Counting
from viewer.model.series import Measurement, Series, Statement
from viewer.model.time import Instant, Interval

REPORTED = {"kind": "reported"}
PLAIN = Counting()
"""Days counted from the case's own day zero, which is 0."""


def on(day: float, **more: Any) -> Instant:
    """An exact instant; `precision` follows from the number where it is not given."""
    finer = {} if float(day).is_integer() else {"precision": "minute"}
    return Instant.model_validate({"day": day} | finer | more)


def between(earliest: float | None, latest: float | None, **more: Any) -> Instant:
    given = {"earliest": earliest, "latest": latest} | more
    return Instant.model_validate(
        {name: value for name, value in given.items() if value is not None}
    )


def about(day: float, **more: Any) -> Instant:
    return Instant.model_validate({"about": day} | more)


def lasting(start: Instant | float, end: Instant | float | str, **more: Any) -> Interval:
    """An interval; bare numbers are exact days."""
    first = start if isinstance(start, Instant) else on(start)
    last = end if isinstance(end, Instant | str) else on(end)
    return Interval.model_validate({"start": first, "end": last} | more)


def an_event(id_: str = "event", when: Any = None, **more: Any) -> Event:
    plain = {
        "id": id_,
        "lane": "lane",
        "title": id_,
        "when": on(0) if when is None else when,
        "evidence": REPORTED,
    }
    return Event.model_validate(plain | more)


def a_value(day: Any = 0, value: float | None = 1.0, **more: Any) -> Measurement:
    when = on(day) if isinstance(day, int | float) else day
    return Measurement.model_validate({"when": when, "value": value, "evidence": REPORTED} | more)


def a_series(*points: Measurement, **more: Any) -> Series:
    plain = {"id": "series", "title": "Glucose", "analyte": "glucose", "unit": "mg/dL"}
    return Series.model_validate(plain | {"points": points} | more)


def a_statement(id_: str = "statement", when: Any = None, **more: Any) -> Statement:
    plain = {"id": id_, "text": id_, "when": on(0) if when is None else when, "evidence": REPORTED}
    return Statement.model_validate(plain | more)


def a_study(id_: str = "study", when: Any = None, **more: Any) -> dict[str, Any]:
    plain = {"id": id_, "title": id_, "modality": "CT", "evidence": REPORTED}
    return plain | {"when": on(0) if when is None else when} | more


def a_lesion(name: str = "A", diameter_mm: float = 10.0, **more: Any) -> dict[str, Any]:
    return {"name": name, "diameter_mm": diameter_mm, "evidence": REPORTED} | more


def a_report(id_: str = "report", when: Any = None, **more: Any) -> dict[str, Any]:
    plain = {"id": id_, "title": id_, "evidence": REPORTED}
    return plain | {"when": on(0) if when is None else when} | more


def a_lane(id_: str = "lane", title: str | None = None, **more: Any) -> dict[str, Any]:
    plain = {"id": id_, "title": id_ if title is None else title, "kind": "drug"}
    return plain | more


def a_discrepancy(id_: str = "discrepancy", **more: Any) -> dict[str, Any]:
    plain = {"id": id_, "title": id_, "sides": [{"text": "a", "place": "b"}]}
    return plain | more


def a_case(*events: Event, **more: Any) -> Case:
    """A case of these events, in the one lane "lane" unless `lanes` are given."""
    plain = {
        "format": FORMAT,
        "id": "case",
        "title": "A case",
        "subject": {},
        "day_zero": {"text": "The first day."},
        "lanes": [a_lane(title="Lane")],
        "events": events,
    }
    return Case.model_validate(plain | more)


def one_of_each(*events: Event, **more: Any) -> Case:
    """A case with a part of every kind (e, s with v, st, ct, r, n and d), and these events."""
    plain = {
        "series": [a_series(a_value(id="v"), id="s")],
        "statements": [a_statement("st")],
        "studies": [a_study("ct")],
        "reports": [a_report("r")],
        "notes": [{"id": "n", "title": "n", "text": "n", "known_from": 0}],
        "discrepancies": [a_discrepancy("d")],
    }
    return a_case(an_event("e"), *events, **(plain | more))


def followed_until(end: Any, reason: str = "death", **more: Any) -> dict[str, Any]:
    """A `subject` whose course ends."""
    return {"follow_up": {"end": end, "reason": reason, "text": "end"} | more}
