"""Numbers, dates and ages of days: labels that follow from a case, and never change a day."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest

from tests.making import PLAIN, a_case, a_lane, about, an_event, between, lasting, on
from viewer.model.case import Case
from viewer.model.course import bounds
from viewer.model.disclosure import disclose
from viewer.model.label_kinds import KINDS
from viewer.model.numbering import (
    AS_COUNTED,
    Counting,
    Kind,
    Numbering,
    counting_of,
    is_offered,
    numbering_of,
    zero_day,
)
from viewer.model.time import Span

ENCOUNTERS = [{"id": "lane", "title": "Encounters", "kind": "encounter"}]


def counted(case: Case, kind: Kind = "day_0", zero: str | None = None) -> Counting:
    return counting_of(Numbering(kind, zero), case, bounds(case, None))


def a_course(*events: Any, **more: Any) -> Case:
    plain = {"lanes": ENCOUNTERS, "day_zero": {"text": "Admission", "date": "2020-02-27"}}
    return a_case(*events, **plain | more)


# --- counts from 0 and from 1 ---------------------------------------------------------------


def test_days_count_from_0_as_they_are() -> None:
    assert [PLAIN.number(day) for day in (-2, -0.1, 0, 0.9, 12.99)] == [-2, -1, 0, 0, 12]


def test_counting_from_1_there_is_no_day_0() -> None:
    counting = counted(a_course(), "day_1")
    assert [counting.number(day) for day in (-2, -1, 0, 1, 12)] == [-2, -1, 1, 2, 13]
    assert [counting.day_of(number) for number in (-2, -1, 0, 1, 2, 13)] == [-2, -1, 0, 0, 1, 12]


def test_an_event_becomes_the_zero() -> None:
    case = a_course(an_event("tae", on(12)))
    assert [counted(case, "day_0", "tae").number(day) for day in (11, 12, 22)] == [-1, 0, 10]
    assert [counted(case, "day_1", "tae").number(day) for day in (11, 12, 22)] == [-1, 1, 11]
    assert counted(case, "day_0", "tae").since == "tae"
    assert not counted(case, "day_0", "tae").is_own


def test_every_number_leads_back_to_its_day() -> None:
    chance = random.Random(3)
    for _ in range(300):
        zero, day = chance.randint(-400, 400), chance.randint(-36_000, 36_000)
        case = a_course(an_event("zero", on(zero)))
        for kind in ("day_0", "day_1", "illness"):
            counting = counted(case, kind, "zero")
            assert counting.day_of(counting.number(day)) == day
            assert (counting.number(day) < 0) == (day < zero)
            assert counting.number(day) == counting.number(day + chance.random() * 0.99)
            assert counting.counts_at(day) == (day == zero)


@pytest.mark.parametrize(
    ("counts_from", "kind", "number"),
    [("unstated", "day_0", 0), (0, "day_0", 0), (1, "day_1", 1)],
)
def test_at_first_days_are_labelled_as_the_source_counts_them(
    counts_from: Any, kind: Kind, number: int
) -> None:
    case = a_case(day_zero={"text": "Onset", "counts_from": counts_from})
    assert numbering_of(case) == Numbering(kind)
    counting = counting_of(numbering_of(case), case, bounds(case, None))
    assert counting.number(0) == number
    assert counting.is_own
    assert counted(case, "illness").number(0) == number
    assert counted(case, "illness").is_own
    other: Kind = "day_1" if kind == "day_0" else "day_0"
    assert not counted(case, other).is_own


def test_an_illness_whose_first_day_is_an_event_begins_with_day_1() -> None:
    case = a_course(an_event("onset", on(-3)))
    assert [counted(case, "illness", "onset").number(day) for day in (-4, -3, 0)] == [-1, 1, 4]


# --- events that cannot be the zero ---------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "day"),
    [
        (on(12), 12),
        (on(12.4), 12),
        (on(-0.5), -1),
        (lasting(41, "open"), 41),
        (about(12), None),
        (between(3, 5), None),
        (lasting(between(3, 5), 9), None),
    ],
)
def test_only_an_exact_day_can_be_the_zero(when: Any, day: int | None) -> None:
    event = an_event("event", when)
    assert zero_day(event) == day
    counting = counted(a_course(event), "day_0", "event")
    assert counting == (
        PLAIN if day is None else Counting(zeros=(day,), since="event", is_own=False)
    )


def test_an_event_beyond_the_horizon_is_not_the_zero_until_it_is_told() -> None:
    case = a_course(an_event("tae", on(12)))
    for horizon, zeros in ((11, (0,)), (12, (12,))):
        told = disclose(case, horizon)
        extent = bounds(told, horizon)
        assert counting_of(Numbering("day_0", "tae"), told, extent).zeros == zeros


def test_what_is_no_event_is_not_the_zero() -> None:
    assert counted(a_course(), "day_1", "nobody") == counted(a_course(), "day_1")


# --- hospital days --------------------------------------------------------------------------


def test_hospital_days_begin_with_1_on_each_admission_and_end_with_the_stay() -> None:
    case = a_course(an_event("first", lasting(3, 5)), an_event("second", on(10)))
    counting = counted(case, "hospital")
    assert (counting.zeros, counting.ends) == ((3, 10), (5, float("inf")))
    assert [counting.number(day) for day in (3, 4, 5, 10, 40)] == [1, 2, 3, 1, 31]
    assert [counting.at(day) is counting for day in (2, 3, 5.9, 6, 10)] == [
        False,
        True,
        True,
        False,
        True,
    ]
    assert [(a, b) for a, b, _ in counting.runs(0, 20)] == [(0, 2), (3, 5), (6, 9), (10, 20)]
    assert [(a, b) for a, b, _ in counting.runs(4, 5)] == [(4, 5)]
    assert list(counting.runs(5, 4)) == []
    assert counting.at(0) == PLAIN


def test_between_stays_a_case_that_counts_from_1_does_so() -> None:
    case = a_course(an_event("stay", lasting(3, 5)), day_zero={"text": "x", "counts_from": 1})
    assert counted(case, "hospital").at(0).number(0) == 1


def test_what_happens_within_a_stay_begins_no_other() -> None:
    stay, ward = an_event("stay", lasting(0, 20)), an_event("ward", on(5))
    same = an_event("same", on(0))
    assert counted(a_course(ward, stay, same), "hospital").zeros == (0,)
    assert counted(a_course(an_event("a", lasting(0, "open")), ward), "hospital").zeros == (0, 5)
    assert counted(a_course(an_event("a", on(5)), an_event("b", on(5))), "hospital").zeros == (5,)


def test_a_case_without_an_exact_admission_has_no_hospital_days() -> None:
    drugs = [a_lane(title="Drugs")]
    for case in (a_course(an_event(when=about(0))), a_course(an_event(), lanes=drugs), a_course()):
        assert not is_offered("hospital", case, bounds(case, None))
        assert counted(case, "hospital") == PLAIN


# --- dates and ages -------------------------------------------------------------------------


def test_dates_follow_the_calendar_over_a_leap_day() -> None:
    counting = counted(a_course(), "date")
    dates = [counting.date_of(day).isoformat() for day in (-27, 0, 2.9, 3, 368)]
    assert dates == ["2020-01-31", "2020-02-27", "2020-02-29", "2020-03-01", "2021-03-01"]
    assert not counting.counts_at(0)


def test_any_day_has_the_date_of_so_many_days_on() -> None:
    chance = random.Random(5)
    counting = counted(a_course(), "date")
    for day in (chance.randint(-36_500, 36_500) for _ in range(300)):
        assert counting.date_of(day) == date(2020, 2, 27) + timedelta(days=day)


def test_a_date_is_never_made_up() -> None:
    case = a_case()
    assert not is_offered("date", case, bounds(case, None))
    assert counted(case, "date") == PLAIN


def test_the_date_of_day_zero_may_be_known_before_it() -> None:
    told = disclose(a_course(an_event(when=on(-5))), -3)
    assert told.day_zero.date == "2020-02-27"


def test_ages_are_offered_where_they_say_something() -> None:
    aged = {"age_years": 45}
    short = a_course(an_event(when=on(100)), subject=aged)
    assert not is_offered("age", short, bounds(short, None))
    assert counted(short, "age") == PLAIN
    long = a_course(an_event(when=on(0)), an_event("late", on(4000)), subject=aged)
    counting = counted(long, "age")
    assert [counting.age_at(day) for day in (-1, 0, 365, 366, 3653)] == [44, 45, 45, 46, 55]
    assert counting.number(12) == 12
    unknown = a_course(an_event("late", on(4000)), an_event())
    assert not is_offered("age", unknown, bounds(unknown, None))


def test_every_case_can_be_counted_from_0_and_1_and_in_illness_days() -> None:
    offered = [kind for kind in KINDS if is_offered(kind, a_case(), Span(0, 10))]
    assert offered == ["day_0", "day_1", "illness"]
    assert Numbering() == AS_COUNTED
