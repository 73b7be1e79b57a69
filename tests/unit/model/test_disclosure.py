"""Nothing is told before it may be known, and everything from then on."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest

from tests.making import (
    REPORTED,
    a_case,
    a_discrepancy,
    a_lane,
    a_report,
    a_series,
    a_statement,
    a_study,
    a_value,
    about,
    an_event,
    between,
    followed_until,
    lasting,
    on,
    one_of_each,
)
from tests.unit.model.a_told_course import (
    ALWAYS,
    FIRST_HORIZON,
    LAST_HORIZON,
    NEVER,
    told_course,
)
from viewer.model import disclosure
from viewer.model.case import Case
from viewer.model.clinical import Figure
from viewer.model.disclosure import PLAIN_DAY_ZERO, UNNAMED_SOURCE, UNTITLED, begun_by, disclose
from viewer.model.event import Event, Outcome, Remark
from viewer.model.inside import without_unknown
from viewer.model.part import Text, words_of
from viewer.model.time import CutInstant, Instant, Interval

HORIZONS = range(FIRST_HORIZON, LAST_HORIZON + 1)

# --- a course in which every word has its day --------------------------------------------


@pytest.fixture(scope="module")
def course() -> tuple[Case, dict[str, tuple[float, float]]]:
    return told_course()


def _too_early(dump: str, known: dict[str, tuple[float, float]], horizon: int) -> list[str]:
    said = set(re.findall(r"q\d+q", dump))
    return [t for t, (day, _) in known.items() if t in said and not day < horizon + 1]


def _withheld(dump: str, known: dict[str, tuple[float, float]], horizon: int) -> list[str]:
    said = set(re.findall(r"q\d+q", dump))
    due = (t for t, (day, until) in known.items() if day < horizon + 1 <= until)
    return [token for token in due if token not in said]


DAYS = {"day", "earliest", "latest", "about", "known_from", "cursor", "horizon"}


def _days(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in DAYS and isinstance(inner, int | float):
                yield inner
            yield from _days(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _days(inner)


def _late_days(dump: str, horizon: int) -> list[float]:
    return [day for day in _days(json.loads(dump)) if not day < horizon + 1]


def test_the_course_is_rich_enough(course: tuple[Case, dict[str, tuple[float, float]]]) -> None:
    case, known = course
    dump = case.model_dump_json()
    assert [token for token in known if f'"{token}' not in dump] == []
    assert len({day for day, _ in known.values()}) > 30
    assert {ALWAYS, NEVER} < {day for day, _ in known.values()}
    assert max(_days(json.loads(dump))) > 156


@pytest.mark.parametrize("horizon", HORIZONS)
def test_every_word_is_told_from_its_day_on_and_not_before(
    course: tuple[Case, dict[str, tuple[float, float]]], horizon: int
) -> None:
    case, known = course
    dump = disclose(case, horizon).model_dump_json()
    assert _too_early(dump, known, horizon) == []
    assert _withheld(dump, known, horizon) == []


@pytest.mark.parametrize("horizon", HORIZONS)
def test_no_day_beyond_the_horizon_stands_in_the_told_case(
    course: tuple[Case, dict[str, tuple[float, float]]], horizon: int
) -> None:
    dump = disclose(course[0], horizon).model_dump_json()
    assert _late_days(dump, horizon) == []


def test_the_told_case_is_a_case(course: tuple[Case, dict[str, tuple[float, float]]]) -> None:
    for horizon in HORIZONS:
        told = disclose(course[0], horizon)
        assert told.model_validate(told) is told
        links = [
            link for part in (*told.events, *told.studies, *told.reports) for link in part.links
        ]
        links += [id_ for d in told.discrepancies for id_ in d.about]
        links += [id_ for s in told.statements for id_ in s.series]
        dump = told.model_dump_json()
        assert all(f'"id":"{link}"' in dump for link in links)
        assert {event.lane for event in told.events} <= {lane.id for lane in told.lanes}


def test_what_was_told_once_is_told_later(
    course: tuple[Case, dict[str, tuple[float, float]]],
) -> None:
    counts = []
    for horizon in HORIZONS:
        told = disclose(course[0], horizon)
        parts = (told.events, told.series, told.statements, told.studies, told.reports, told.notes)
        counts.append([len(part) for part in (*parts, told.lanes, told.discrepancies)])
    for earlier, later in pairwise(counts):
        assert all(a <= b for a, b in zip(earlier, later, strict=True))


def test_without_a_horizon_the_case_is_told_as_it_is(
    course: tuple[Case, dict[str, tuple[float, float]]],
) -> None:
    assert disclose(course[0], None) is course[0]


BROKEN: dict[str, tuple[str, Callable[..., Any]]] = {
    "a day too many": ("_At.knows", lambda at, day: day < at.day_told + 2),
    "ends told whole": ("_At.end", lambda _, end: end),
    "instants told whole": ("_At.instant", lambda _, instant: instant),
    "intervals told whole": ("_At.interval", lambda _, interval: interval),
    "reasons told at once": ("_At.evidence", lambda _, evidence, _last: evidence),
    "the last title at once": ("_At.title", lambda _, title, _last: words_of(title)),
    "outcomes told at once": ("_At.outcome", lambda _, outcome, _last: outcome),
    "changes told at once": ("_At.dated", lambda _, parts: tuple(parts)),
    "all lanes told": ("with_groups", lambda lanes, _used: lanes),
    "limits told whole": ("_At.reference", lambda _, reference: reference),
    "sources told whole": ("_At.source", lambda _, source: source),
    "the end told at once": ("_At.follow_up", lambda _, follow_up: follow_up),
    "links left alone": ("_without_dangling", lambda case: case),
    "unknown keys left alone": ("without_unknown", lambda part: part),
    "all terms explained": ("_terms_used", lambda whole, _told: whole.glossary),
    "terms found in ids": ("words_in", lambda told: [told.model_dump_json()]),
    "unstated means at once": ("stated", lambda known_from, _default: known_from or -math.inf),
    "codes and reasons with the event": ("_latest_told", lambda last, *_parts: last),
}


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_rule_would_be_seen(
    course: tuple[Case, dict[str, tuple[float, float]]],
    monkeypatch: pytest.MonkeyPatch,
    rule: str,
) -> None:
    name, broken = BROKEN[rule]
    owner, _, attribute = name.rpartition(".")
    target: Any = getattr(disclosure, owner) if owner else disclosure
    monkeypatch.setattr(target, attribute, broken, raising=True)
    case, known = course
    seen: list[object] = []
    for horizon in HORIZONS:
        dump = disclose(case, horizon).model_dump_json()
        seen += [*_too_early(dump, known, horizon), *_late_days(dump, horizon)]
    assert seen


# --- whole days --------------------------------------------------------------------------


def told_on(case: Case, first: int, last: int) -> list[bool]:
    """Tell on which of the days from `first` to `last` the case has its event."""
    return [bool(disclose(case, day).events) for day in range(first, last + 1)]


def test_a_horizon_means_the_end_of_its_day() -> None:
    assert told_on(a_case(an_event(when=on(12))), 11, 13) == [False, True, True]
    assert told_on(a_case(an_event(when=on(12.99))), 11, 13) == [False, True, True]
    assert told_on(a_case(an_event(when=on(13.0, precision="hour"))), 11, 13) == [
        False,
        False,
        True,
    ]


def test_days_before_day_zero_have_horizons_too() -> None:
    assert told_on(a_case(an_event(when=on(-3))), -4, -2) == [False, True, True]
    assert told_on(a_case(an_event(when=on(-2.5))), -4, -2) == [False, True, True]


def test_before_the_first_event_nothing_is_told() -> None:
    case = a_case(
        an_event(when=on(3)),
        title=[{"text": "Cold sweats"}, {"text": "Insulinoma", "known_from": 3}],
    )
    told = disclose(case, 2)
    assert (told.events, told.lanes, told.series, told.statements) == ((), (), (), ())
    assert told.title == Text("Cold sweats")
    assert (told.id, told.format) == (case.id, case.format)


# --- events ------------------------------------------------------------------------------


def the_event(event: Event, horizon: int) -> Event:
    (told,) = disclose(a_case(event), horizon).events
    return told


def test_a_stated_day_comes_before_the_days_of_the_event() -> None:
    assert told_on(a_case(an_event(when=on(5), known_from=11)), 10, 11) == [False, True]
    vague = an_event(when=between(0, 12), known_from=11)
    assert told_on(a_case(vague), 10, 12) == [False, True, True]


def test_a_stated_day_does_not_tell_an_event_that_has_not_begun() -> None:
    assert told_on(a_case(an_event(when=on(5), known_from=2)), 2, 5) == [False] * 3 + [True]
    assert told_on(a_case(an_event(when=lasting(5, 9), known_from=2)), 4, 5) == [False, True]


def test_an_event_between_two_days_is_told_on_the_later_one() -> None:
    assert told_on(a_case(an_event(when=between(0, 12))), 11, 12) == [False, True]


def test_a_period_is_told_when_it_has_surely_begun() -> None:
    assert told_on(a_case(an_event(when=lasting(between(0, 5), 90))), 4, 5) == [False, True]


@pytest.mark.parametrize("when", [between(0, None), lasting(between(0, None), "open")])
def test_an_event_without_a_latest_day_is_hidden_unless_it_is_stated(when: Any) -> None:
    assert told_on(a_case(an_event(when=when)), 36_400, 36_400) == [False]
    assert told_on(a_case(an_event(when=when, known_from=0)), -1, 0) == [False, True]


def test_an_event_whose_title_is_not_known_is_hidden() -> None:
    event = an_event(when=on(0), title=[{"text": "late", "known_from": 3}])
    assert told_on(a_case(event), 2, 3) == [False, True]


def test_the_last_known_stage_is_the_title() -> None:
    stages = [
        {"text": "tablets"},
        {"text": "diazoxide", "known_from": 3},
        {"text": "diazoxide, in vain"},
    ]
    event = an_event(when=lasting(0, 9), title=stages)
    titles = [the_event(event, day).title for day in (0, 2, 3, 8, 9)]
    assert titles == [
        Text(words)
        for words in ("tablets", "tablets", "diazoxide", "diazoxide", "diazoxide, in vain")
    ]


def test_an_instant_is_cut_to_what_is_known() -> None:
    why = {"why": "because of day 50", "wording": "before day 51"}
    event = an_event(when=between(40, 50, about=44, evidence="derived", **why), known_from=42)
    assert the_event(event, 42).when == CutInstant(earliest=40, evidence="derived")
    assert the_event(event, 44).when == CutInstant(earliest=40, about=44, evidence="derived")
    assert the_event(event, 49).when == CutInstant(earliest=40, about=44, evidence="derived")
    assert the_event(event, 50).when == event.when


def test_a_best_day_alone_is_told_before_the_latest_one() -> None:
    event = an_event(when=between(None, 50, about=44), known_from=42)
    assert told_on(a_case(event), 42, 44) == [False, False, True]
    assert the_event(event, 44).when == CutInstant(about=44)


def test_a_cut_instant_keeps_how_finely_it_is_known() -> None:
    when = between(1.5, 3.5, precision="hour")
    assert the_event(an_event(when=when, known_from=2), 2).when == CutInstant(
        earliest=1.5, precision="hour"
    )


def test_the_start_of_a_period_is_cut_too() -> None:
    event = an_event(when=lasting(between(3, 40, about=35), 50), known_from=5)
    when = the_event(event, 5).when
    assert isinstance(when, Interval)
    assert when.start == CutInstant(earliest=3)
    assert the_event(event, 40).when == Interval.model_construct(
        start=between(3, 40, about=35), end=CutInstant(), wording=None
    )


def _end(when: Instant | Interval) -> Any:
    assert isinstance(when, Interval)
    return when.end


def test_the_end_of_a_period_is_told_on_its_day() -> None:
    event = an_event(when=lasting(0, on(9, why="day 9"), wording="until day 9"))
    told = the_event(event, 8).when
    assert told == Interval.model_construct(start=on(0), end=CutInstant(), wording=None)
    assert isinstance(_end(told), CutInstant)
    assert the_event(event, 9).when == event.when


def test_an_end_may_be_known_later_than_its_day() -> None:
    event = an_event(when=lasting(0, on(12, known_from=13), wording="to day 12"))
    assert [_end(the_event(event, day).when) for day in (12, 13)] == [
        CutInstant(),
        on(12, known_from=13),
    ]


def test_of_an_end_between_two_days_only_the_first_is_told_before_the_last() -> None:
    event = an_event(when=lasting(0, between(5, 9, about=7, evidence="inferred", why="w")))
    assert _end(the_event(event, 4).when) == CutInstant()
    assert _end(the_event(event, 5).when) == CutInstant(earliest=5, evidence="inferred")
    assert _end(the_event(event, 8).when) == CutInstant(earliest=5, evidence="inferred")
    assert _end(the_event(event, 9).when) == between(5, 9, about=7, evidence="inferred", why="w")


def test_nothing_tells_apart_how_a_period_will_end() -> None:
    ends = [on(30), between(30, 40), between(None, 40), about(30), "open", "unknown"]
    told = {the_event(an_event(when=lasting(0, e)), 9).when.model_dump_json() for e in ends}  # type: ignore[arg-type]
    assert len(told) == 1


def test_what_continues_is_told_to_continue_when_the_course_has_ended() -> None:
    subject = followed_until(on(20), "alive")
    case = a_case(an_event(when=lasting(0, "open")), subject=subject)
    assert [_end(disclose(case, day).events[0].when) for day in (19, 20)] == [CutInstant(), "open"]
    unknown = a_case(an_event(when=lasting(0, "unknown")), subject=subject)
    assert _end(disclose(unknown, 20).events[0].when) == CutInstant()


def test_a_result_and_details_are_known_with_the_whole_event_unless_it_is_stated() -> None:
    event = an_event(
        when=lasting(0, 9),
        result={"text": "seen"},
        details=[
            {"label": "Dose", "text": "3 g", "known_from": 0},
            {"label": "Course", "text": "all of it"},
        ],
    )
    early, late = the_event(event, 8), the_event(event, 9)
    assert (early.result, [d.text.root for d in early.details]) == (None, ["3 g"])
    assert (late.result, late.details) == (event.result, event.details)


def test_an_outcome_is_known_on_its_own_day() -> None:
    outcome = {"sign": "stopped", "text": "rash", "when": {"day": 4}}
    event = an_event(when=lasting(0, 9), outcome=outcome)
    assert [the_event(event, day).outcome is None for day in (3, 4)] == [True, False]
    assert the_event(event, 4).outcome == event.outcome


def test_an_outcome_without_a_day_is_known_with_the_end_of_the_event() -> None:
    event = an_event(when=lasting(0, 9), outcome={"sign": "stopped", "text": "rash"})
    assert [the_event(event, day).outcome is None for day in (8, 9)] == [True, False]


def test_an_outcome_told_early_does_not_tell_its_day() -> None:
    outcome = {"sign": "death", "text": "died", "known_from": 3, "when": on(20, why="w")}
    told = the_event(an_event(when=on(0), outcome=outcome), 3).outcome
    assert told == Outcome(sign="death", text=Text("died"), known_from=3)


def test_codes_speak_of_everything_the_event_says() -> None:
    codes = [{"system": "http://snomed.info/sct", "code": "25324008", "display": "Insulinoma"}]
    biopsy = {"when": on(5), "codes": codes}
    assert the_event(an_event(**biopsy), 5).codes
    late = {"text": "insulinoma", "known_from": 11}
    for members in (
        {"result": late},
        {"outcome": late | {"sign": "other"}},
        {"details": [late | {"label": "Diagnosis"}]},
        {"title": [{"text": "biopsy"}, late]},
    ):
        event = an_event(**biopsy, **members)
        assert [bool(the_event(event, day).codes) for day in (10, 11)] == [False, True]
    dated = an_event(**biopsy, outcome={"sign": "other", "text": "x", "when": on(11)})
    assert [bool(the_event(dated, day).codes) for day in (10, 11)] == [False, True]


def test_reasons_are_told_when_all_of_the_event_is() -> None:
    evidence = REPORTED | {"why": "it ended on day 9", "place": "p. 1", "source": "s"}
    event = an_event(when=lasting(0, 9), evidence=evidence)
    early = the_event(event, 8).evidence
    assert (early.why, early.place, early.source, early.kind) == (
        None,
        Text("p. 1"),
        "s",
        "reported",
    )
    assert the_event(event, 9).evidence == event.evidence


def test_reasons_for_a_remark_are_told_when_all_of_the_event_is() -> None:
    evidence = REPORTED | {"why": "told before the TAE of day 12"}
    outcome = {"sign": "not_effective", "text": "in vain", "known_from": 11, "evidence": evidence}
    event = an_event(when=between(0, 12), known_from=11, outcome=outcome)
    told = the_event(event, 11).outcome
    assert told is not None
    assert told.evidence is not None
    assert told.evidence.why is None
    assert the_event(event, 12).outcome == event.outcome


# --- links -------------------------------------------------------------------------------


def test_links_to_what_is_hidden_are_dropped() -> None:
    first = an_event("first", on(0), links=["second", "ct", "biopsy", "nowhere"])
    case = a_case(
        first,
        an_event("second", on(5)),
        studies=[a_study("ct", on(6), links=["first", "second"])],
        reports=[a_report("biopsy", on(7), links=["ct", "first"])],
    )
    links = [disclose(case, day).events[0].links for day in (0, 5, 6, 7)]
    assert links == [(), ("second",), ("second", "ct"), ("second", "ct", "biopsy")]


def test_an_event_does_not_name_a_series_that_is_hidden() -> None:
    event = an_event("dose", on(0), series=["early", "late"])
    early, late = a_series(a_value(1), id="early"), a_series(a_value(5), id="late")
    case = a_case(event, series=[early, late])
    series = [disclose(case, day).events[0].series for day in (0, 1, 5)]
    assert series == [(), ("early",), ("early", "late")]


def test_a_disagreement_does_not_name_what_is_hidden() -> None:
    about_ids = ["e", "v", "s", "st", "ct", "r", "n", "later"]
    about_all = a_discrepancy("d", about=about_ids, known_from=0)
    case = one_of_each(an_event("later", on(1)), discrepancies=[about_all])
    assert disclose(case, 0).discrepancies[0].about == tuple(about_ids[:-1])
    assert disclose(case, 1).discrepancies[0].about == tuple(about_ids)


# --- lanes, series and statements --------------------------------------------------------

LANES = [a_lane(), a_lane("other", "Chemotherapy"), a_lane("empty")]


def test_a_lane_is_told_with_the_first_part_in_it() -> None:
    case = a_case(
        an_event("a", on(0)),
        an_event("b", on(41), lane="other"),
        statements=[a_statement("c", on(50), lane="empty")],
        lanes=LANES,
    )
    lanes = [[lane.id for lane in disclose(case, day).lanes] for day in (-1, 0, 40, 41, 49, 50)]
    assert lanes == [
        [],
        ["lane"],
        ["lane"],
        ["lane", "other"],
        ["lane", "other"],
        ["lane", "other", "empty"],
    ]


def test_a_value_is_told_on_its_day_or_on_the_stated_one() -> None:
    series = a_series(a_value(0, 1), a_value(5, 2), a_value(1, 3, known_from=7))
    case = a_case(series=[series])
    values = [
        [point.value for one in disclose(case, day).series for point in one.points]
        for day in (-1, 0, 4, 5, 6, 7)
    ]
    assert values == [[], [1], [1], [1, 2], [1, 2], [1, 2, 3]]


def test_a_value_that_was_not_yet_measured_is_hidden_whatever_is_stated() -> None:
    case = a_case(series=[a_series(a_value(0), a_value(5, known_from=2))])
    assert [len(disclose(case, day).series[0].points) for day in (2, 4, 5)] == [1, 1, 2]


def test_a_series_without_a_told_value_is_hidden() -> None:
    assert disclose(a_case(series=[a_series(a_value(3))]), 2).series == ()
    assert disclose(a_case(series=[a_series()]), 2).series == ()


def test_a_stated_day_holds_a_whole_series_back() -> None:
    case = a_case(series=[a_series(a_value(0), known_from=9)])
    assert [len(disclose(case, day).series) for day in (8, 9)] == [0, 1]


def test_a_statement_tells_of_a_series_without_values() -> None:
    case = a_case(
        series=[a_series(id="nse"), a_series(a_value(9), id="late")],
        statements=[a_statement(when=on(3), series=["nse", "late"])],
    )
    assert [s.id for s in disclose(case, 2).series] == []
    assert [s.id for s in disclose(case, 3).series] == ["nse", "late"]
    assert disclose(case, 3).series[1].points == ()
    held = case.series[0].model_copy(update={"known_from": 5})
    told = disclose(case.model_copy(update={"series": (held,)}), 3)
    assert (told.series, told.statements[0].series) == ((), ())


def test_remarks_on_a_series_are_told_only_on_a_stated_day() -> None:
    remarks = [{"text": "any"}, {"text": "known", "known_from": 4}]
    case = a_case(series=[a_series(a_value(0), remarks=remarks)])
    told = [[r.text.root for r in disclose(case, d).series[0].remarks] for d in (3, 4, 36_000)]
    assert told == [[], ["known"], ["known"]]


def test_remarks_on_a_value_are_told_with_all_of_it() -> None:
    point = a_value(between(0, 5), remarks=[{"text": "low"}], known_from=3)
    case = a_case(series=[a_series(point)])
    told = [disclose(case, day).series[0].points[0] for day in (3, 4, 5)]
    assert [len(p.remarks) for p in told] == [0, 0, 1]
    assert told[0].when == CutInstant(earliest=0)


def test_limits_are_told_when_they_begin_to_apply_and_their_end_when_it_comes() -> None:
    limits = {"high": 1, "laboratory": "new assay", "period": lasting(5, 9, wording="to day 9")}
    case = a_case(series=[a_series(a_value(0), references=[limits])])
    assert disclose(case, 4).series[0].references == ()
    (cut,) = disclose(case, 5).series[0].references
    assert cut.period == Interval.model_construct(start=on(5), end=CutInstant(), wording=None)
    assert disclose(case, 9).series[0].references == case.series[0].references


def test_limits_whose_beginning_is_not_known_are_hidden() -> None:
    for start in (between(0, None), between(3, None)):
        limits = {"high": 1, "laboratory": "new assay", "period": lasting(start, "open")}
        case = a_case(series=[a_series(a_value(0, reference=limits), references=[limits])])
        told = disclose(case, 99).series[0]
        assert (told.references, told.points[0].reference) == ((), None)


def test_the_limits_of_one_value_keep_the_same_rule() -> None:
    limits = {"high": 1, "laboratory": "lab"}
    later = limits | {"period": lasting(5, 9)}
    case = a_case(series=[a_series(a_value(0, reference=later), a_value(0, reference=limits))])
    early, whole = (disclose(case, day).series[0].points for day in (4, 9))
    assert (early[0].reference, early[1].reference) == (None, case.series[0].points[1].reference)
    assert whole == case.series[0].points


def test_a_statement_is_known_when_all_of_its_period_is() -> None:
    case = a_case(statements=[a_statement(when=lasting(13, 61))])
    assert [len(disclose(case, day).statements) for day in (13, 60, 61)] == [0, 0, 1]
    open_ended = a_case(statements=[a_statement(when=lasting(13, "unknown"))])
    assert disclose(open_ended, 36_000).statements == ()


def test_a_statement_told_early_does_not_tell_its_end() -> None:
    statement = a_statement(
        when=lasting(13, 61, wording="to day 61"),
        known_from=20,
        evidence=REPORTED | {"why": "to day 61"},
    )
    case = a_case(statements=[statement])
    assert disclose(case, 19).statements == ()
    (told,) = disclose(case, 20).statements
    assert "61" not in told.model_dump_json()
    assert disclose(case, 61).statements == case.statements


def test_a_statement_that_has_not_begun_is_hidden_whatever_is_stated() -> None:
    case = a_case(statements=[a_statement(when=lasting(13, 61), known_from=2)])
    assert [len(disclose(case, day).statements) for day in (12, 13)] == [0, 1]


# --- studies and reports -----------------------------------------------------------------


def test_findings_and_figures_are_known_with_the_whole_study() -> None:
    study = a_study(
        when=between(40, 50),
        known_from=45,
        findings=[
            {"site": "Liver", "text": "smaller"},
            {"site": "Spleen", "text": "normal", "known_from": 45},
        ],
        figures=[{"label": "A"}, {"label": "B", "known_from": 45}],
        remarks=[{"text": "r"}],
    )
    case = a_case(studies=[study])
    assert disclose(case, 44).studies == ()
    (cut,) = disclose(case, 45).studies
    assert [f.site.root for f in cut.findings] == ["Spleen"]
    assert cut.figures == (Figure(label=Text("B"), known_from=45),)
    assert (cut.remarks, cut.when) == ((), CutInstant(earliest=40))
    assert disclose(case, 50).studies == case.studies


def test_a_diagnosis_may_come_after_the_report() -> None:
    report = a_report(
        when=on(5),
        specimen="liver",
        diagnosis={"text": "carcinoma", "known_from": 11},
        grade={"text": "3"},
        morphology=[{"site": "nuclei", "text": "oval"}],
        stains=[
            {"marker": "CD56", "result": "+"},
            {"marker": "Ki-67", "result": "x", "known_from": 9},
        ],
        figures=[{"label": "A"}],
        evidence=REPORTED | {"why": "carcinoma"},
    )
    case = a_case(reports=[report])
    assert disclose(case, 4).reports == ()
    (early,) = disclose(case, 5).reports
    assert (early.specimen, early.diagnosis, early.evidence.why) == (Text("liver"), None, None)
    assert (early.grade, len(early.morphology), len(early.figures)) == (
        Remark(text=Text("3")),
        1,
        1,
    )
    assert [stain.marker.root for stain in early.stains] == ["CD56"]
    (ninth,) = disclose(case, 9).reports
    assert (len(ninth.stains), ninth.evidence.why) == (2, None)
    assert disclose(case, 11).reports == case.reports


def test_a_study_and_a_report_have_the_title_of_their_day() -> None:
    stages = [{"text": "scan"}, {"text": "diagnosis", "known_from": 7}]
    case = a_case(studies=[a_study(title=stages)], reports=[a_report(title=stages)])
    for day, words in ((6, "scan"), (7, "diagnosis")):
        told = disclose(case, day)
        assert told.studies[0].title == told.reports[0].title == Text(words)


@pytest.mark.parametrize("make", [a_study, a_report])
def test_a_study_or_report_without_known_words_or_time_is_hidden(
    make: Callable[..., dict[str, Any]],
) -> None:
    untitled = make(title=[{"text": "late", "known_from": 3}])
    undated = make(when=on(3), known_from=0)
    unknown = make(when=between(0, None))
    for part in (untitled, undated):
        case = a_case(studies=[part] if make is a_study else ())
        if make is a_report:
            case = a_case(reports=[part])
        assert [len((*t.studies, *t.reports)) for t in (disclose(case, 2), disclose(case, 3))] == [
            0,
            1,
        ]
    case = a_case(**{"studies" if make is a_study else "reports": [unknown]})
    told = disclose(case, 36_000)
    assert (told.studies, told.reports) == ((), ())


# --- prose -------------------------------------------------------------------------------


def test_notes_and_disagreements_are_told_only_on_a_stated_day() -> None:
    case = a_case(
        notes=[
            {"id": "n1", "title": "n", "text": "n"},
            {"id": "n2", "title": "n", "text": "n", "known_from": 3},
        ],
        discrepancies=[a_discrepancy("d1"), a_discrepancy("d2", known_from=3)],
    )
    for day, notes, discrepancies in ((2, [], []), (3, ["n2"], ["d2"])):
        told = disclose(case, day)
        assert [n.id for n in told.notes] == notes
        assert [d.id for d in told.discrepancies] == discrepancies


def test_a_note_whose_title_is_not_known_is_hidden() -> None:
    title = [{"text": "late", "known_from": 5}]
    case = a_case(notes=[{"id": "n", "title": title, "text": "n", "known_from": 3}])
    assert [len(disclose(case, day).notes) for day in (4, 5)] == [0, 1]


def test_how_a_disagreement_is_read_may_be_known_later() -> None:
    discrepancy = {
        "id": "d",
        "title": "d",
        "sides": [{"text": "a", "place": "b"}],
        "reading": {"text": "r", "known_from": 5},
        "known_from": 3,
    }
    case = a_case(discrepancies=[discrepancy])
    readings = [disclose(case, day).discrepancies[0].reading is None for day in (3, 4, 5)]
    assert readings == [True, True, False]


def test_one_title_for_the_whole_course_is_not_told() -> None:
    case = a_case(title="Insulinoma treated by embolisation")
    assert disclose(case, 36_000).title == UNTITLED
    staged = a_case(title=[{"text": "late", "known_from": 5}, {"text": "never"}])
    assert [disclose(staged, day).title for day in (4, 5, 36_000)] == [
        UNTITLED,
        Text("late"),
        Text("late"),
    ]


def test_day_zero_is_explained_from_day_zero_on() -> None:
    raw = {"text": "The transfer.", "short": "Days from transfer", "counts_from": 1}
    case = a_case(day_zero=raw)
    assert disclose(case, 0).day_zero == case.day_zero
    told = disclose(case, -1).day_zero
    assert (told.text, told.short, told.counts_from) == (PLAIN_DAY_ZERO, None, 1)


def test_who_the_patient_is_is_always_told_and_the_background_on_a_stated_day() -> None:
    background = [
        {"label": "Family", "text": "none"},
        {"label": "Habits", "text": "none", "known_from": 0},
    ]
    case = a_case(
        subject={
            "sex": "female",
            "age_years": 45,
            "is_synthetic": True,
            "background": background,
        }
    )
    before, after = disclose(case, -1).subject, disclose(case, 0).subject
    assert (before.sex, before.age_years, before.is_synthetic) == ("female", 45, True)
    assert before.background == ()
    assert [d.label.root for d in after.background] == ["Habits"]


def test_the_end_of_the_course_is_told_when_it_comes() -> None:
    case = a_case(subject=followed_until(on(157)))
    assert [disclose(case, day).subject.follow_up is None for day in (156, 157)] == [True, False]
    early = a_case(subject=followed_until(on(157), known_from=10))
    assert [disclose(early, day).subject.follow_up is None for day in (156, 157)] == [True, False]
    vague = a_case(subject=followed_until(between(100, 157), known_from=120))
    told = disclose(vague, 120).subject.follow_up
    assert told is not None
    assert told.end == CutInstant(earliest=100)


def test_a_source_that_is_cited_stays_without_its_words_and_others_are_left_out() -> None:
    case = a_case(
        an_event(evidence=REPORTED | {"source": "s3"}),
        sources=[
            {
                "id": "s1",
                "title": "Insulinoma: a report",
                "file": "insulinoma.pdf",
                "known_from": 9,
            },
            {"id": "s2", "title": "Book"},
            {"id": "s3", "title": [{"text": "x", "known_from": 9}], "known_from": 0, "file": "x"},
        ],
    )
    told = disclose(case, 8).sources
    assert [source.id for source in told] == ["s1", "s3"]  # the first is meant by silent evidence
    for source in told:
        assert (source.title, source.file, source.known_from) == (UNNAMED_SOURCE, None, None)
    assert [source.id for source in disclose(case, 9).sources] == ["s1", "s3"]
    assert disclose(case, 9).sources[0] == case.sources[0]


def test_a_source_that_is_told_stays_whether_or_not_it_is_cited() -> None:
    sources = [{"id": id_, "title": id_, "known_from": 3} for id_ in ("s1", "s2")]
    case = a_case(sources=sources)
    assert [len(disclose(case, day).sources) for day in (2, 3)] == [1, 2]
    assert disclose(case, 3).sources == case.sources


# --- the glossary and the deck -----------------------------------------------------------


def terms(case: Case, horizon: int) -> list[str]:
    return [term.term for term in disclose(case, horizon).glossary]


def test_a_term_is_explained_where_it_stands_in_told_words() -> None:
    glossary = [{"term": term, "text": f"what {term} means"} for term in ("TAE", "CT", "NSE")]
    case = a_case(
        an_event("ct", on(0), title={"en": "CT", "ja": "造影CT検査"}),
        an_event("tae", on(12), title="First line\nTAE, right lobe"),
        glossary=glossary,
    )
    assert terms(case, -1) == []
    assert terms(case, 11) == ["CT"]
    assert terms(case, 12) == ["TAE", "CT"]


def test_a_term_stands_between_other_scripts_and_not_inside_words() -> None:
    glossary = [{"term": "TAE", "text": "t"}]
    assert terms(a_case(an_event(title="初回TAE後"), glossary=glossary), 0) == ["TAE"]
    assert terms(a_case(an_event(title="TAEs, mTAE, tae"), glossary=glossary), 0) == []


def test_an_id_or_a_kind_explains_no_term() -> None:
    glossary = [{"term": term, "text": "t"} for term in ("TAE", "drug", "reported", "unknown")]
    assert terms(a_case(an_event("TAE-right", title="x"), id="for-TAE", glossary=glossary), 0) == []


@pytest.mark.parametrize(
    "part",
    [
        {"events": [an_event(codes=[{"system": "s", "code": "c", "display": "TAE"}])]},
        {"studies": [a_study(modality="TAE")]},
        {"series": [a_series(a_value(), unit="TAE")]},
        {"series": [a_series(a_value(), printed_unit="TAE")]},
        {"series": [a_series(a_value(printed="TAE"))]},
    ],
)
def test_a_term_may_stand_in_words_of_one_language(part: dict[str, Any]) -> None:
    assert terms(a_case(glossary=[{"term": "TAE", "text": "t"}], **part), 0) == ["TAE"]


def test_a_term_with_signs_in_it_is_taken_as_it_is() -> None:
    glossary = [{"term": "H&E", "text": "t"}, {"term": "C.P", "text": "t"}]
    assert terms(a_case(an_event(title='"H&E" and CxP'), glossary=glossary), 0) == ["H&E"]


def test_unknown_keys_are_dropped_from_a_copy_and_what_has_none_is_not_copied() -> None:
    case = a_case(an_event(), series=[a_series(a_value(0))])
    assert without_unknown(case) is case
    strange = a_case(an_event(unheard_of="x"), series=case.series)
    known = without_unknown(strange)
    assert (known.events, known.series) == (case.events, case.series)
    assert known.series[0] is case.series[0]
    assert strange.events[0].model_extra == {"unheard_of": "x"}


def test_saved_views_are_not_told() -> None:
    deck = [{"id": "s", "title": "The end", "cursor": 157}]
    assert disclose(a_case(deck=deck), 36_000).deck == ()


# --- when something has begun ------------------------------------------------------------


def test_a_part_has_begun_by_its_latest_possible_first_day() -> None:
    assert begun_by(between(0, 12)) == 12
    assert begun_by(lasting(between(0, 5), 9)) == 5
    assert begun_by(about(3)) == 3
    assert begun_by(between(3, None)) == math.inf


# --- times that are known later than their day -------------------------------------------


def test_an_end_that_shows_only_later_is_not_told_before() -> None:
    event = an_event(when=lasting(0, on(12, known_from=13)))
    assert _end(the_event(event, 12).when) == CutInstant()
    assert _end(the_event(event, 13).when) == on(12, known_from=13)


def test_not_even_the_first_possible_day_of_such_a_time_is_told_before() -> None:
    event = an_event(when=lasting(0, between(5, 9, known_from=20)))
    assert _end(the_event(event, 10).when) == CutInstant()
    hidden = an_event(when=between(5, 9, known_from=20), known_from=5)
    assert disclose(a_case(hidden), 10).events == ()
    assert disclose(a_case(hidden), 20).events[0].when == between(5, 9, known_from=20)
