"""Questions one asks of a course."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest

from tests.making import (
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
from tests.unit.model.test_event_times import some_times, with_cut
from viewer.model.case import Case
from viewer.model.course import (
    bounds,
    course_end,
    death_moment,
    discrepancies_about,
    first_event,
    in_order,
    is_dated,
    known_days,
    lane_span,
    last_event,
    latest_at,
    nearest_value,
    neighbour,
    on_day,
    part,
    prepare,
)
from viewer.model.disclosure import disclose
from viewer.model.events import Events
from viewer.model.series import Measurement
from viewer.model.time import CutInstant, Instant, Interval, Span

LANES = [a_lane("top"), a_lane("low")]


def ended(end: Instant, reason: str = "death", **more: object) -> Case:
    return a_case(subject=followed_until(end, reason), **more)


# --- lanes -------------------------------------------------------------------------------


def test_a_lane_reaches_over_events_and_statements_alike() -> None:
    stated = [
        a_statement("a", lasting(-9, 4), lane="top"),
        a_statement("b", on(40), lane="low"),
        a_statement("nowhere", on(90)),
    ]
    event = an_event("e", between(2, 30), lane="top")
    case = a_case(event, lanes=[*LANES, LANES[0] | {"id": "empty"}], statements=stated)
    assert lane_span(case, "top") == Span(-9, 31)
    assert lane_span(case, "low") == Span(40, 41)
    assert lane_span(case, "empty") is None


# --- parts -------------------------------------------------------------------------------


@pytest.mark.parametrize("id_", ["e", "s", "st", "ct", "r", "n", "d"])
def test_every_part_is_found_by_its_id(id_: str) -> None:
    found = part(one_of_each(), id_)
    assert found is not None
    assert found.id == id_


def test_an_unknown_id_or_none_finds_nothing() -> None:
    assert part(one_of_each(), "x") is None
    assert part(one_of_each(), None) is None
    assert part(one_of_each(), "lane") is None, "a lane is not selected"


def test_disagreements_are_found_by_the_part_they_are_about() -> None:
    case = a_case(
        discrepancies=[a_discrepancy("d1", about=["x", "y"]), a_discrepancy("d2", about=["y"])]
    )
    assert [d.id for d in discrepancies_about(case, "y")] == ["d1", "d2"]
    assert [d.id for d in discrepancies_about(case, "x")] == ["d1"]
    assert discrepancies_about(case, "z") == ()


# --- order -------------------------------------------------------------------------------


def test_events_come_by_the_moment_of_their_mark() -> None:
    case = a_case(
        an_event("later", on(9)),
        an_event("between", between(0, 12)),
        an_event("first", on(-3)),
        an_event("long", lasting(2, 90)),
    )
    assert [case.events[n].id for n in in_order(case)] == ["first", "long", "between", "later"]


def test_events_of_one_moment_come_by_lane() -> None:
    case = a_case(an_event("b", on(1), lane="low"), an_event("a", on(1), lane="top"), lanes=LANES)
    assert [case.events[n].id for n in in_order(case)] == ["a", "b"]


def test_an_event_of_no_known_lane_comes_with_the_first_lane() -> None:
    top, low = an_event("top", on(1), lane="top"), an_event("low", on(1), lane="low")
    lost = an_event("lost", on(1), lane="lost")
    for events, order in (
        ((low, top, lost), ["top", "lost", "low"]),
        ((low, lost, top), ["lost", "top", "low"]),
        ((lost, low, top), ["lost", "top", "low"]),
    ):
        case = a_case(*events, lanes=LANES)
        assert [case.events[n].id for n in in_order(case)] == order
        assert [e.id for e in on_day(case, 1).surely] == order


THREE = a_case(an_event("c", on(20)), an_event("a", on(0)), an_event("b", on(10)))


@pytest.mark.parametrize(
    ("selection", "cursor", "steps", "found"),
    [
        ("a", 0.5, 1, "b"),
        ("b", 0.5, 1, "c"),
        ("b", 0.5, -1, "a"),
        ("a", 0.5, 2, "c"),
        ("a", 0.5, 9, "c"),
        ("c", 0.5, -9, "a"),
        ("c", 0.5, 1, None),
        ("a", 99, -1, None),
        ("b", 0.5, 0, None),
        (None, 5, 1, "b"),
        (None, 5, 2, "c"),
        (None, 5, -1, "a"),
        (None, 10.5, 1, "b"),
        (None, 10.5, -1, "a"),
        (None, 10.6, -1, "b"),
        (None, 10.6, 1, "c"),
        (None, -5, -1, None),
        (None, -5, 1, "a"),
        (None, 99, 1, None),
        (None, 99, -1, "c"),
        ("not an event", 5, 1, "b"),
    ],
)
def test_steps_go_from_the_selected_event_else_from_the_cursor(
    selection: str | None, cursor: float, steps: int, found: str | None
) -> None:
    event = neighbour(THREE, selection, cursor, steps)
    assert (event.id if event else None) == found


@pytest.mark.parametrize(
    ("kept", "selection", "cursor", "steps", "found"),
    [
        ("ac", "a", 0, 1, "c"),
        ("ac", "c", 0, -1, "a"),
        ("ac", "b", 0, 1, "c"),
        ("ac", "b", 0, -1, "a"),
        ("ab", "c", 0, 1, None),
        ("ab", "c", 0, -1, "b"),
        ("bc", "a", 0, -1, None),
        ("ac", None, 5, 1, "c"),
        ("ac", None, 5, -1, "a"),
        ("", "a", 0, 1, None),
    ],
)
def test_steps_pass_over_what_is_not_among_those_that_count(
    kept: str, selection: str | None, cursor: float, steps: int, found: str | None
) -> None:
    among = np.array([event.id in kept for event in THREE.events], dtype=np.bool_)
    event = neighbour(THREE, selection, cursor, steps, among)
    assert (event.id if event else None) == found
    ends = first_event(THREE, among), last_event(THREE, among)
    assert [one.id if one else "" for one in ends] == [kept[:1], kept[-1:]]


def test_a_course_without_events_has_no_neighbours() -> None:
    assert neighbour(a_case(), None, 0, 1) is None
    assert neighbour(a_case(), None, 0, -1) is None


# --- what was going on -------------------------------------------------------------------


def sure(event_when: object, days: tuple[float, ...]) -> list[str]:
    """How sure it is on each day: s surely, b begun, p perhaps, - not at all."""
    case = a_case(an_event(when=event_when))
    found = [on_day(case, day) for day in days]
    return ["s" if f.surely else "b" if f.begun else "p" if f.perhaps else "-" for f in found]


def test_a_period_is_going_on_from_its_first_to_its_last_day() -> None:
    days = (12.9, 13.0, 40.0, 61.9, 62.0)
    assert sure(lasting(13, 61), days) == ["-", "s", "s", "s", "-"]
    morning = lasting(on(5.25), on(5.5))
    assert sure(morning, (4.9, 5.0, 5.9, 6.0)) == ["-", "s", "s", "-"]
    assert sure(on(12), (11.9, 12.0, 12.9, 13.0)) == ["-", "s", "s", "-"]


def test_what_may_have_been_going_on_is_told_apart() -> None:
    days = (-0.1, 0.0, 12.9, 13.0)
    assert sure(between(0, 12), days) == ["-", "p", "p", "-"]
    assert sure(lasting(between(0, 12), between(0, 12)), days) == ["-", "p", "p", "-"]
    began = lasting(between(0, 5), 12)
    assert sure(began, (-1, 0, 4.9, 5, 12, 13)) == ["-", "p", "p", "s", "s", "-"]
    ended = lasting(0, between(5, 9))
    assert sure(ended, (0, 5, 6, 9, 10)) == ["s", "s", "p", "p", "-"]


def test_a_missing_bound_is_no_reason_to_suspect_every_day() -> None:
    for instant in (between(None, 3), between(3, None), about(3)):
        assert sure(instant, (2.9, 3.0, 3.9, 4.0)) == ["-", "p", "p", "-"]
    assert sure(lasting(between(None, 0), 12), (-1, 0, 12, 13)) == ["-", "s", "s", "-"]
    never = lasting(between(None, 9), between(None, 9))
    assert sure(never, (8, 9, 10)) == ["-", "p", "-"]
    assert sure(lasting(between(3, None), 9), (2, 3, 9, 10)) == ["-", "p", "p", "-"]


def test_what_continues_is_going_on_ever_after() -> None:
    assert sure(lasting(41, "open"), (40, 41, 9000)) == ["-", "s", "s"]


def test_an_end_that_is_not_known_leaves_what_had_begun() -> None:
    assert sure(lasting(41, "unknown"), (40, 41, 42, 9000)) == ["-", "s", "b", "b"]
    start = between(41, 50)
    assert sure(lasting(start, "unknown"), (40, 41, 49, 50, 51)) == ["-", "p", "p", "s", "b"]
    assert sure(lasting(between(5, None), "unknown"), (4, 5, 99)) == ["-", "p", "p"]
    assert sure(lasting(0, between(5, None)), (0, 5, 6)) == ["s", "s", "b"]
    assert sure(lasting(between(0, 5), between(3, None)), (4, 5, 6)) == ["p", "p", "b"]


def test_what_is_cut_by_the_horizon_had_begun_or_may_have() -> None:
    told = disclose(a_case(an_event("e", lasting(13, 61))), 20)
    assert [e.id for e in on_day(told, 13).surely] == ["e"]
    assert [e.id for e in on_day(told, 20).begun] == ["e"]
    told = disclose(a_case(an_event("e", between(13, 61), known_from=14)), 20)
    assert [on_day(told, day).perhaps != () for day in (12, 13, 20)] == [False, True, True]
    told = disclose(a_case(an_event("e", between(None, 61, about=15), known_from=14)), 20)
    assert [on_day(told, day).perhaps != () for day in (14, 15, 16)] == [False, True, False]


def test_a_best_day_bounds_what_has_no_other_bound() -> None:
    assert sure(lasting(about(2), "open"), (1, 2, 99)) == ["-", "p", "p"]
    assert sure(lasting(0, about(9)), (0, 5, 9, 10)) == ["s", "p", "p", "-"]
    assert sure(lasting(0, between(3, 9, about=5)), (3, 6, 9, 10)) == ["s", "p", "p", "-"]


def test_nothing_goes_on_after_the_course_has_ended() -> None:
    case = ended(on(20), events=[an_event("begun", lasting(2, "unknown"))])
    assert [len(on_day(case, day).begun) for day in (3.0, 20.9, 21.0)] == [1, 1, 0]


def test_a_statement_is_told_for_the_days_it_surely_speaks_of() -> None:
    statements = [
        a_statement("free", lasting(13, 61)),
        a_statement("down", lasting(between(1, 9), 9)),
    ]
    case = a_case(an_event("e", on(13)), statements=statements)
    assert [thing.id for thing in on_day(case, 13).surely] == ["e", "free"]
    assert [thing.id for thing in on_day(case, 5).surely] == []


def test_what_was_going_on_comes_by_lane_then_by_time() -> None:
    case = a_case(
        an_event("c", lasting(1, 9), lane="low"),
        an_event("b", lasting(2, 9), lane="top"),
        an_event("a", lasting(1, 9), lane="top"),
        lanes=LANES,
    )
    assert [e.id for e in on_day(case, 5).surely] == ["a", "b", "c"]


def how_sure(when: Instant | Interval, day: Span) -> str | None:  # noqa: PLR0911
    """The rule for one event on one day, told step by step."""
    if isinstance(when, Instant):
        if when.is_exact:
            return "surely" if when.span.overlaps(day) else None
        is_cut = isinstance(when, CutInstant) and math.isfinite(when.first)
        if is_cut or math.isfinite(when.span.days):
            return "perhaps" if when.span.overlaps(day) else None
        return "perhaps" if day.contains(when.anchor) else None
    start, end, certain = when.start, when.end, when.certain
    if end == "open" and start.last < day.end:
        return "surely"
    if certain is not None and certain.overlaps(day):
        return "surely"
    is_bounded = isinstance(end, Instant) and (math.isfinite(end.last) or end.about is not None)
    if start.last < day.start and not is_bounded:
        return "begun"
    first = next(d for d in (start.earliest, start.about, start.last) if d is not None)
    last = end.span.end if isinstance(end, Instant) else math.inf
    if isinstance(end, Instant) and end.about is not None and not math.isfinite(last):
        last = end.about + end.width
    return "perhaps" if Span(first, last).overlaps(day) else None


@pytest.mark.parametrize("seed", range(6))
def test_a_day_holds_what_the_rule_says_of_each_event(seed: int) -> None:
    whens = with_cut(some_times(seed)[1])
    plain = an_event()
    events = [plain.model_copy(update={"id": f"e{n}", "when": w}) for n, w in enumerate(whens)]
    case = a_case().model_copy(update={"events": Events(events)})
    for day in range(-5, 10):
        found, whole = on_day(case, day + 0.5), Span(day, day + 1)
        for kind in ("surely", "begun", "perhaps"):
            wanted = {e.id for e in events if how_sure(e.when, whole) == kind}
            assert {e.id for e in getattr(found, kind)} == wanted, (kind, day)


def test_of_a_full_day_only_so_much_is_given_and_the_rest_counted() -> None:
    events = [an_event(f"s{n}", lasting(n, 9)) for n in range(5)]
    events += [an_event(f"b{n}", lasting(n, "unknown")) for n in range(3)]
    statements = [a_statement("stated", lasting(0, 9))]
    case = a_case(*events, an_event("p", between(4, 8)), statements=statements)
    found = on_day(case, 7, most=2)
    assert [e.id for e in found.surely] == ["s0", "s1"]
    assert [e.id for e in found.begun] == ["b0", "b1"]
    assert [e.id for e in found.perhaps] == ["p"]
    assert found.left_out == (4, 1, 0)
    assert on_day(case, 7, most=9).left_out == (0, 0, 0)
    assert on_day(case, 7).surely[-1].id == "stated"


def test_a_prepared_course_answers_the_same() -> None:
    prepare(THREE)
    prepare(a_case())
    found = part(THREE, "b")
    assert found is not None
    assert found.id == "b"
    assert part(a_case(), "b") is None


def test_the_first_and_the_last_event_are_those_in_time() -> None:
    case = a_case(an_event("b", on(5)), an_event("a", on(1)), an_event("c", on(3)))
    first, last = first_event(case), last_event(case)
    assert first is not None
    assert last is not None
    assert (first.id, last.id) == ("a", "b")
    assert (first_event(a_case()), last_event(a_case())) == (None, None)


# --- studies and reports -----------------------------------------------------------------


def test_the_latest_study_is_the_last_one_not_after_the_day() -> None:
    case = a_case(
        studies=[a_study("late", on(40)), a_study("early", on(0)), a_study("mid", on(12))]
    )

    def found(day: float) -> str | None:
        study = latest_at(case.studies, day)
        return study.id if study else None

    assert [found(day) for day in (-0.1, 0, 11.9, 12, 39.9, 40)] == [
        None,
        "early",
        "early",
        "mid",
        "mid",
        "late",
    ]


def test_a_study_at_the_first_moment_of_the_next_day_is_after_the_day() -> None:
    case = a_case(studies=[a_study("middle", between(0, 9))])
    assert latest_at(case.studies, 4.9) is None
    assert latest_at(case.studies, 5) is not None


# --- values ------------------------------------------------------------------------------


def nearest(day: float, *points: object) -> tuple[float | None, float] | None:
    series = a_series(
        *(point if not isinstance(point, float) else a_value(point, point) for point in points)
    )  # type: ignore[arg-type]
    found = nearest_value(series, day)
    return (found[0].value, found[1]) if found else None


def test_the_nearest_value_is_the_last_at_or_before_the_day() -> None:
    assert nearest(12.5, 0.0, 10.0, 13.0) == (10.0, -2)
    assert nearest(12.5, 0.0, 12.0, 13.0) == (12.0, 0)


def test_any_moment_of_the_day_of_a_value_is_that_day() -> None:
    assert nearest(12.0, 12.0) == nearest(12.9, 12.0) == (12.0, 0)
    assert nearest(11.99, 12.0) == (12.0, 1)
    assert nearest(13.0, 12.0) == (12.0, -1)


def test_among_many_values_the_nearest_is_the_one_a_walk_over_all_finds() -> None:
    chance = random.Random(3)
    days: list[object] = [chance.choice([float(n), n + 0.25]) for n in range(-9, 40)] * 2
    days += [between(None, 7.0), between(3.0, 9.0), between(None, -2.0)]
    chance.shuffle(days)
    series = a_series(*(a_value(day, 100.0 + n) for n, day in enumerate(days)))

    def distance(point: Measurement, day: float) -> tuple[bool, float, bool, float]:
        off = math.floor(point.when.anchor) - math.floor(day)
        return off > 0, abs(off), not is_dated(point), abs(point.when.anchor - day)

    for day in (-400.0, -3.0, -2.0, 0.0, 7.0, 12.7, 39.9, 400.0):
        best = min(series.points, key=lambda point, day=day: distance(point, day))
        found = nearest_value(series, day)
        assert found is not None
        assert found[0] is best


def test_a_copy_with_other_values_reads_its_own() -> None:
    series = a_series(a_value(1, 1.0), a_value(5, 5.0))
    assert nearest_value(series, 9)
    other = series.model_copy(update={"points": series.points[:1]})
    found = nearest_value(other, 9)
    assert found is not None
    assert found[0].value == 1.0
    assert series == a_series(a_value(1, 1.0), a_value(5, 5.0))
    assert other != series


def test_the_nearest_after_is_given_where_there_is_none_before() -> None:
    assert nearest(-5, 3.0, 10.0) == (3.0, 8)


def test_a_series_without_values_has_no_nearest() -> None:
    assert nearest(0) is None


def test_of_two_values_of_a_day_the_one_nearest_to_the_cursor_is_given() -> None:
    assert nearest(5.3, 5.25, 5.75) == nearest(5.3, 5.75, 5.25) == (5.25, 0)
    assert nearest(5.8, 5.25, 5.75) == (5.75, 0)
    assert nearest(9, 5.25, 5.75) == (5.75, -4)
    assert nearest(1, 5.75, 5.25) == (5.25, 4)


def test_a_value_with_a_day_comes_before_one_that_has_only_a_latest_day() -> None:
    vague, dated = a_value(between(None, 0), 20.0), a_value(0, 54.0)
    for day in (0.5, 7, -3):
        assert nearest(day, vague, dated) == nearest(day, dated, vague)
        assert nearest(day, vague, dated)[0] == 54.0  # type: ignore[index]


def test_a_value_is_dated_where_it_has_a_place_on_the_axis() -> None:
    whens = (on(0), about(0), between(0, None), between(-1, 2), between(None, 0))
    assert [is_dated(a_value(when)) for when in whens] == [True, True, True, True, False]


# --- the end of the course ---------------------------------------------------------------


def test_the_moment_of_death_is_told_where_its_day_is() -> None:
    assert death_moment(ended(on(157))) == 157.5
    assert death_moment(ended(between(150, 157))) is None
    assert death_moment(ended(on(157), "lost")) is None
    assert death_moment(a_case()) is None


def test_nothing_is_drawn_after_the_end_of_the_course() -> None:
    assert course_end(a_case(), None) == math.inf
    assert course_end(a_case(), 12) == 13
    assert course_end(ended(on(157)), None) == 157.5
    assert course_end(ended(on(157)), 100) == 101
    assert course_end(ended(on(157), "lost"), None) == 158
    assert course_end(ended(between(150, 157)), None) == 158


# --- bounds ------------------------------------------------------------------------------


def test_days_of_doses_and_cycles_count_among_the_known_days() -> None:
    cycles = [{"number": 1, "when": {"day": 41}}, {"number": 2, "when": {"day": 290}}]
    treated = an_event("etoposide", lasting(41, "unknown"), cycles=cycles)
    assert 290 in known_days(a_case(treated))


def test_the_bounds_leave_a_margin_around_the_known_days() -> None:
    assert bounds(a_case(an_event("a", on(0)), an_event("b", on(99))), None) == Span(-4, 104)


def test_the_margin_is_at_least_two_days() -> None:
    assert bounds(a_case(an_event("a", on(0))), None) == Span(-2, 3)


def test_every_stated_day_counts() -> None:
    for instant in (on(50), about(50), between(50, None), between(None, 50)):
        assert bounds(a_case(an_event("a", on(0)), an_event("b", instant)), None).end > 51
    period = lasting(between(-50, 3), between(3, 50))
    assert bounds(a_case(an_event("a", period)), None) == Span(-54.04, 55.04)
    assert bounds(a_case(an_event("a", lasting(0, "open"))), None) == Span(-2, 3)


@pytest.mark.parametrize(
    "case",
    [
        a_case(statements=[a_statement(when=on(7))]),
        a_case(studies=[a_study(when=on(7))]),
        a_case(reports=[a_report(when=on(7))]),
        a_case(series=[a_series(a_value(7))]),
        ended(on(7)),
        a_case(an_event("e", on(7))),
    ],
)
def test_every_part_with_a_time_counts(case: Case) -> None:
    assert bounds(case, None) == Span(5, 10)


def test_a_course_without_days_has_plain_bounds() -> None:
    assert bounds(a_case(), None) == Span(-1, 30)
    assert bounds(a_case(), 12) == Span(-18, 13)


def test_under_a_horizon_the_course_ends_with_its_day() -> None:
    case = a_case(an_event("a", on(0)), an_event("b", on(5)))
    assert bounds(case, 5) == Span(-2, 6)
    assert bounds(case, 50) == Span(-2, 51)
    assert bounds(a_case(an_event("a", on(-70)), an_event("b", on(29))), 30) == Span(-74, 31)


def test_a_horizon_shows_at_least_its_own_day() -> None:
    assert bounds(a_case(an_event("a", on(5))), 5) == Span(3, 6)
    assert bounds(a_case(an_event("a", between(5, None))), 2) == Span(0, 3)
