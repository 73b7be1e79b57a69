"""A fault costs as little as it can, and is told where it stands."""

from __future__ import annotations

import copy
import gc
import json
import math
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from viewer.io.case_store import CaseUnreadableError, OpenedCase, open_case
from viewer.io.case_writer import case_json
from viewer.model import problem_texts as texts
from viewer.model.events import Events
from viewer.model.part import words_of
from viewer.model.problem import Problem

Raw = dict[str, Any]
Open = Callable[[Any], OpenedCase]
Write = Callable[[Any], Path]


def put(raw: Raw, path: str, value: Any) -> Raw:
    """Set the value at a path such as "events.0.when"; "…" in place of a value deletes it."""
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    holder: Any = raw
    for step in steps:
        holder = holder[step]
    if value is ...:
        del holder[last]
    else:
        holder[last] = value
    return raw


def only(opened: OpenedCase) -> Problem:
    (problem,) = opened.problems
    return problem


def ids(opened: OpenedCase, name: str = "events") -> list[str]:
    return [one.id for one in getattr(opened.case, name)]


# --- the place, to the line ---------------------------------------------------------------

LAID_OUT = """{
  "format": "dayline-case/1",
  "id": "x",
  "title": "X",
  "subject": {},
  "day_zero": {"text": "Admission."},
  "lanes": [{"id": "l", "title": "L", "kind": "drug"}],
  "events": [
    {"id": "a", "lane": "l", "title": "A", "when": {"day": 1}, "evidence": {"kind": "reported"}},
    {
      "id": "b",
      "lane": "l",
      "title": "Broken",
      "when": {
        "start": {"day": 1},
        "end": {
          "day": "12"
        }
      },
      "evidence": {"kind": "reported"}
    }
  ]
}
"""


def test_a_problem_names_line_place_cause_and_remedy(opened: Open) -> None:
    one = opened(LAID_OUT)
    problem = only(one)
    assert problem.place == "case.json line 17: events[1].when.end.day"
    assert str(problem) == (
        "case.json line 17: events[1].when.end.day: This must be a number. Write it without"
        " quotation marks. Until it is corrected, the entry is left out; the rest of the case is"
        " shown."
    )
    assert (problem.severity, problem.lane, problem.title) == ("error", "l", "Broken")
    assert ids(one) == ["a"]


def test_what_is_missing_is_placed_at_the_part_that_lacks_it(opened: Open) -> None:
    problem = only(opened(LAID_OUT.replace('      "lane": "l",\n', "").replace('"12"', "12")))
    assert problem.place == "case.json line 10: events[1].lane"
    assert problem.message.format(**problem.values) == '"lane" is required and missing.'
    assert problem.lane is None


def test_entries_left_out_do_not_shift_the_places_of_later_faults(opened: Open, plain: Raw) -> None:
    """What a second look finds is told by its place in the file, not in what was left."""
    put(plain, "events.0.when.start.day", "1")
    put(plain, "events.1.details.0.text", 1)
    put(plain, "events.1.details.1.colour", 1)
    put(plain, "events.2.lane", "none")
    put(plain, "events.2.codes.0.system", ...)
    one = opened(plain)
    text = json.dumps(plain, indent=1).splitlines()
    assert {problem.path for problem in one.problems} == {
        "events[0].when.start.day",
        "events[1].details[0].text",
        "events[1].details[1].colour",
        "events[2].codes[0].system",
        "events[2].lane",
        "studies[0].links[0]",
        "deck[0].select",
    }
    lane = next(problem for problem in one.problems if problem.path == "events[2].lane")
    assert text[(lane.line or 0) - 1].strip() == '"lane": "none",'
    assert ids(one) == ["b"]


def test_problems_stand_in_the_order_of_the_file(opened: Open, plain: Raw) -> None:
    for path in ("deck.0.x", "events.2.x", "subject.x", "events.0.x", "notes.0.x"):
        put(plain, path, 1)
    lines = [problem.line or 0 for problem in opened(plain).problems]
    assert lines == sorted(lines)
    assert len(lines) == 5


# --- what a fault costs -------------------------------------------------------------------

ENTRY = [
    ("events.1.when.start.day", "1"),
    ("events.1.when.start.day", 1.5),
    ("events.1.when.start.day", 40_000),
    ("events.1.when.start.day", True),
    ("events.1.when.end", "opn"),
    ("events.1.when.end", {"day": -3}),
    ("events.1.when.end", ...),
    ("events.1.when", 3),
    ("events.1.when", ...),
    ("events.1.when", {"day": 3, "precision": "week"}),
    ("events.1.when", {"day": 3, "known_from": 4, "latest": 4}),
    ("events.1.when", {"earliest": 3, "latest": 1}),
    ("events.1.when.start.evidence", "guessed"),
    ("events.1.evidence", ...),
    ("events.1.evidence.kind", "guessed"),
    ("events.1.evidence.source", "two words"),
    ("events.1.known_from", "3"),
    ("events.1.title", ...),
    ("events.1.title", []),
    ("events.1.title", [{"text": "A"}, {"text": "B", "known_from": "4"}]),
    ("events.1.id", "two words"),
    ("events.1.lane", ...),
    ("events.1", 12),
    ("series.0", []),
    ("series.0.unit", ...),
    ("series.0.known_from", "1"),
    ("series.0.points.1.value", "54"),
    ("series.0.points.1.value", ...),
    ("series.0.points.1.comparator", "<<"),
    ("series.0.points.1.when", {"start": {"day": 1}, "end": {"day": 2}}),
    ("series.0.references.1.high", "99"),
    ("series.0.references.1.laboratory", ...),
    ("series.0.references.1.is_own", "yes"),
    ("series.0.references.1.high_is_outside", 1),
    ("series.0.references.1.low", 100),
    ("statements.0.text", ""),
    ("studies.0.findings.1.site", ...),
    ("studies.0.figures.0.known_from", "2"),
    ("reports.0.stains.0.result", ...),
    ("notes.0.text", {}),
    ("discrepancies.0.sides.1.place", ...),
    ("discrepancies.0.sides", []),
    ("sources.0.title", ...),
    ("lanes.0.id", "two words"),
    ("lanes.0", {"id": 3, "title": "", "kind": "x"}),
    ("glossary.0.term", ""),
    ("deck.0.horizon", 2.5),
    ("deck.0.horizon", 10**400),
]


def entries(case: Any) -> int:
    """Count the entries of all lists that a person counts: events, points, findings, …"""
    count = 0
    for name in type(case).model_fields:
        found = getattr(case, name)
        count += len(found) if isinstance(found, tuple | Events) else 0
    count += sum(len(one.points) + len(one.references) for one in case.series)
    count += sum(len(one.findings) + len(one.figures) for one in case.studies)
    return count + sum(len(one.stains) for one in case.reports)


@pytest.mark.parametrize(("path", "value"), ENTRY)
def test_a_broken_entry_is_left_out_and_no_other(
    opened: Open, plain: Raw, path: str, value: Any
) -> None:
    whole = entries(opened(plain).case)
    one = opened(put(plain, path, value))
    errors = [problem for problem in one.problems if problem.severity == "error"]
    steps = path.split(".")
    is_top = len(steps) < 4 or steps[2] not in (
        "points",
        "references",
        "findings",
        "figures",
        "stains",
    )
    assert errors[0].effect == (texts.ENTRY_LEFT_OUT if is_top else texts.PART_LEFT_OUT)
    if steps[0] == "lanes":
        assert (ids(one, "lanes"), ids(one)) == ([], [])  # the events have nowhere to stand
        return
    inside = {"series": 5, "studies": 2, "reports": 1}.get(steps[0], 0) if is_top else 0
    assert whole - entries(one.case) == 1 + inside


PART = [
    ("events.1.outcome.sign", "good"),
    ("events.1.outcome.text", 3),
    ("events.1.outcome.known_from", "3"),
    ("events.1.outcome", "it helped"),
    ("events.1.result", {"text": 1}),
    ("events.1.details.0.label", ...),
    ("events.1.details", {}),
    ("events.1.codes.0.code", ...),
    ("events.1.links", "a"),
    ("events.1.when.start.why", 3),
    ("events.1.when.wording", 3),
    ("events.1.evidence.place", 3),
    ("series.0.points.1.reference", {"laboratory": "L"}),
    ("series.0.points.1.id", "g 1"),
    ("series.0.gap_days", "1"),
    ("statements.0.direction", "sideways"),
    ("studies.0.figures.0.caption", []),
    ("reports.0.stains.0.percent", 270),
    ("reports.0.stains.0.percent", -1),
    ("reports.0.diagnosis", {"text": ""}),
    ("discrepancies.0.reading", 4),
    ("deck.0.cursor", "2"),
    ("subject.sex", "woman"),
    ("subject.age_years", 451),
    ("subject.background", [{"text": "x"}]),
    ("subject.follow_up", {"reason": "death"}),
    ("day_zero.counts_from", 2),
    ("day_zero.evidence", {"kind": "x"}),
    ("glossary", {"TAE": "Embolisation"}),
]


@pytest.mark.parametrize(("path", "value"), PART)
def test_a_part_that_is_not_needed_costs_only_itself(
    opened: Open, plain: Raw, path: str, value: Any
) -> None:
    one = opened(put(plain, path, value))
    assert one.problems
    assert {problem.effect for problem in one.problems} <= {
        texts.PART_LEFT_OUT,
        texts.ENTRY_LEFT_OUT if path == "subject.background" else texts.PART_LEFT_OUT,
    }
    assert {problem.lane for problem in one.problems} == {None}
    assert ids(one) == ["a", "b", "c"]
    assert len(one.case.series[0].points) == 3
    event = one.case.events[1]
    is_gone = event.outcome is None
    assert is_gone == path.startswith("events.1.outcome")


def test_a_broken_time_is_never_shown_as_another(opened: Open, plain: Raw) -> None:
    """Whatever is spoilt in a time, an event stays away or stands where the file puts it."""
    when = {"earliest": 3, "about": 4, "latest": 6, "precision": "day", "evidence": "inferred"}
    for name in when:
        for wrong in ("x", [], {}, True, -math.inf, 10**9):
            spoilt = copy.deepcopy(plain)
            put(spoilt, "events.1.when", when | {name: wrong})
            one = opened(json.dumps(spoilt))
            assert ids(one) == ["a", "c"], (name, wrong)


STAND_INS = [
    ("id", "two words"),
    ("id", ...),
    ("title", 3),
    ("title", ...),
    ("title", [{"text": {}}]),
    ("subject", "a woman"),
    ("subject", ...),
    ("day_zero", ...),
    ("day_zero.text", ...),
    ("day_zero.text", {"EN": "x"}),
    ("lanes.0.title", ...),
    ("lanes.0.kind", "drugs"),
    ("lanes.0.kind", ...),
]


@pytest.mark.parametrize(("path", "value"), STAND_INS)
def test_a_stand_in_takes_the_place_of_what_no_case_can_lack(
    opened: Open, plain: Raw, path: str, value: Any
) -> None:
    one = opened(put(plain, path, value))
    assert only(one).effect == texts.STAND_IN_SHOWN
    assert ids(one) == ["a", "b", "c"]
    assert words_of(one.case.title).pick("ja")
    assert one.case.day_zero.text.pick("en")
    assert len(one.case.lanes) == 1
    # A stand-in is a sound part: what is written from it opens without a fault.
    assert opened(case_json(one.case)).problems == ()


def test_made_up_data_never_pass_for_a_patient(opened: Open, plain: Raw) -> None:
    one = opened(put(plain, "subject.is_synthetic", "yes"))
    assert one.case.subject.is_synthetic
    assert one.case.subject.age_years == 45
    assert only(one).effect == texts.STAND_IN_SHOWN


def test_all_faults_of_an_event_are_told_and_its_lane_once(opened: Open, plain: Raw) -> None:
    put(plain, "events.1.when.start.day", "1")
    put(plain, "events.1.evidence.kind", "guessed")
    put(plain, "events.1.outcome.sign", "good")
    put(plain, "discrepancies.0.about", [])
    put(plain, "events.0.links", [])
    problems = opened(plain).problems
    assert [problem.path for problem in problems] == [
        "events[1].when.start.day",
        "events[1].evidence.kind",
        "events[1].outcome.sign",
    ]
    assert [problem.lane for problem in problems] == ["drugs", None, None]
    assert {problem.title for problem in problems} == {"Drug b"}


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Plain", "Plain"),
        ({"ja": "薬"}, "薬"),
        ([{"text": {"en": "First"}}, {"text": "Last", "known_from": 9}], "First"),
        ([3], ""),
        ({}, ""),
        (None, ""),
    ],
)
def test_a_broken_event_is_called_by_what_may_be_told(
    opened: Open, plain: Raw, title: Any, told: str
) -> None:
    put(plain, "events.2.title", title)
    put(plain, "events.2.when", {"day": "x"})
    assert {problem.title for problem in opened(plain).problems} == {told}


def test_everything_broken_still_opens(opened: Open, plain: Raw) -> None:
    for name in plain:
        if name != "format":
            plain[name] = 12
    one = opened(plain)
    assert len(one.problems) == len(plain) - 1
    assert entries(one.case) == 0


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else ()
    inner = enumerate(value) if isinstance(value, list) else inner
    for step, one in inner:
        yield (*path, step)
        yield from places(one, (*path, step))


def test_any_value_anywhere_may_be_wrong(opened: Open, plain: Raw) -> None:
    """Whatever stands in any place: the case opens, and each fault lies on or in that place."""
    chance = random.Random(5)
    wrong = [None, 0, -1.5, "", "x", "0", [], {}, [1], {"a": 1}, True, [[]], {"en": 1}, [{}]]
    everywhere = [path for path in places(plain) if path != ("format",)]
    for path in chance.sample(everywhere, 150):
        spoilt = copy.deepcopy(plain)
        value = chance.choice(wrong)
        put(spoilt, ".".join(str(step) for step in path), value)
        one = opened(spoilt)
        again = opened(case_json(one.case))
        assert again.case == one.case, (path, value)
        assert [p for p in again.problems if p.severity == "error"] == [], (path, value)


# --- not JSON values, repeated names ------------------------------------------------------


def test_nan_costs_the_entry_that_it_stands_in(opened: Open) -> None:
    one = opened(LAID_OUT.replace('"12"', "NaN"))
    assert only(one).place == "case.json line 17: events[1].when.end.day"
    assert only(one).values == {"found": "NaN"}
    assert ids(one) == ["a"]


def test_a_number_too_great_costs_the_entry(opened: Open, plain: Raw) -> None:
    for number in ("1e999", "-1e999", "9" * 400):
        text = json.dumps(plain).replace('"value": 54', f'"value": {number}', 1)
        one = opened(text)
        assert only(one).message == texts.TOO_GREAT
        assert len(one.case.series[0].points) == 2


def test_a_name_twice_costs_the_entry_and_names_both_lines(opened: Open) -> None:
    one = opened(LAID_OUT.replace('"12"', '12,\n"day": 13'))
    assert only(one).place == "case.json line 18: events[1].when.end.day"
    assert only(one).values == {"name": "day", "first": "17", "second": "18"}
    assert ids(one) == ["a"]


def test_a_name_twice_at_the_top_refuses_the_case(opened: Open) -> None:
    with pytest.raises(CaseUnreadableError) as caught:
        opened(LAID_OUT.replace('"id": "x",', '"events": [],'))
    problem = caught.value.problem
    assert problem.place == "case.json line 8: events"
    assert problem.values["first"] == "3"


def test_numbers_no_file_can_hold_are_left_out_of_unknown_parts(opened: Open, plain: Raw) -> None:
    text = json.dumps(plain | {"more": {"a": [1, "NUMBER", "NAN"], "b": "NUMBER"}})
    one = opened(text.replace('"NUMBER"', "1e999").replace('"NAN"', "NaN"))
    errors = {problem.path for problem in one.problems if problem.severity == "error"}
    assert errors == {"more.a[1]", "more.a[2]", "more.b"}
    assert one.case.model_extra == {}


# --- what is no case ----------------------------------------------------------------------


@pytest.mark.parametrize("text", ["[]", "12", '"words"', "null", "NaN"])
def test_what_is_no_object(opened: Open, text: str) -> None:
    with pytest.raises(CaseUnreadableError) as caught:
        opened(text)
    assert caught.value.problem.message == texts.NOT_AN_OBJECT
    assert '{"format": "dayline-case/1"' in str(caught.value)


def test_what_does_not_say_its_format(opened: Open, plain: Raw) -> None:
    with pytest.raises(CaseUnreadableError) as caught:
        opened(put(plain, "format", ...))
    assert caught.value.problem.message == texts.NO_FORMAT


@pytest.mark.parametrize(
    "found", ["dayline-case", "dayline-case/0", "dayline-case/1.5", "other/1", 1, None, []]
)
def test_another_format(opened: Open, plain: Raw, found: Any) -> None:
    with pytest.raises(CaseUnreadableError) as caught:
        opened(put(plain, "format", found))
    assert caught.value.problem.place == "case.json line 2: format"
    assert 'A case says "format": "dayline-case/1".' in str(caught.value)


# --- speed --------------------------------------------------------------------------------


def test_ten_thousand_events_open_at_once(write: Write, plain: Raw) -> None:
    event = plain["events"][1]
    plain["events"] += [event | {"id": f"e{number}"} for number in range(10_000)]
    folder = write(plain)
    began = time.perf_counter()
    assert len(open_case(folder).case.events) == 10_003
    assert time.perf_counter() - began < 4  # measured: 0.3 s; machines differ


def test_the_collector_is_left_as_it_was(opened: Open, plain: Raw) -> None:
    assert not gc.isenabled()  # as in every test
    opened(plain)
    assert not gc.isenabled()
    gc.enable()
    try:
        opened(plain)
        assert gc.isenabled()
    finally:
        gc.disable()


@pytest.mark.parametrize(
    "date", ["2021-02-29", "20210401", "2021-4-1", "1.4.2021", "2021-W13-4", "0999-01-01", "９"]
)
def test_what_is_no_date_is_lost_alone_and_told(opened: Open, plain: Raw, date: str) -> None:
    put(plain, "day_zero.date", date)
    one = opened(plain)
    problem = only(one)
    assert problem.path == "day_zero.date"
    assert "no date" in problem.message
    assert one.case.day_zero.date is None
    assert ids(one) == ids(opened(plain | {"day_zero": {"text": "x"}}))


def test_a_date_of_day_zero_is_read(opened: Open, plain: Raw) -> None:
    put(plain, "day_zero.date", "2020-02-29")
    one = opened(plain)
    assert one.problems == ()
    assert one.case.day_zero.date == "2020-02-29"
