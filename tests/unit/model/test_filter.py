"""What a filter keeps, and on which side of its limits a value lies."""

from __future__ import annotations

from typing import Any

import pytest

from tests.making import a_case, a_lane, a_series, a_statement, a_value, an_event
from viewer.model import view_state
from viewer.model.case import Case
from viewer.model.case_texts import CaseTexts
from viewer.model.course import bounds
from viewer.model.filter import NO_FILTER, Filter, elsewhere
from viewer.model.kept import Kept
from viewer.model.sides import side_of

LANES = [a_lane("drugs"), a_lane("more", "More drugs"), a_lane("scans", kind="diagnostic")]
INFERRED = {"kind": "inferred"}
CASE = a_case(
    an_event("octreotide", lane="drugs", title="Octreotide", evidence=INFERRED),
    an_event("dextrose", lane="more", title="Dextrose", result={"text": "given for glucose"}),
    an_event("ct", lane="scans", title="CT"),
    lanes=LANES,
    statements=[a_statement("in-lane", lane="drugs"), a_statement("free", evidence=INFERRED)],
    series=[
        a_series(a_value(1, 54.0), a_value(2, 90.0, evidence=INFERRED)),
        a_series(a_value(1, 7.0), id="other", title="Other", analyte="other", unit="U/mL"),
    ],
)


def kept(chosen: Filter, case: Case = CASE) -> list[str]:
    result = Kept(chosen, CaseTexts(case, "en"))
    parts = (*case.events, *case.statements)
    values = [
        f"{series.id} {point.value:g}"
        for series in case.series
        for point in series.points
        if result.has_value(series, point)
    ]
    names = [part.id for part in parts if result.has(part)]
    assert [part.id for part, flag in zip(parts, result.flags, strict=True) if flag] == names
    count = sum(len(series.points) for series in case.series)
    assert result.counts == (len(parts) - len(names), count - len(values))
    return names + values


ALL = ["octreotide", "dextrose", "ct", "in-lane", "free", "series 54", "series 90", "other 7"]
VALUES = ALL[5:]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (NO_FILTER, ALL),
        (Filter(lanes=frozenset({"drugs"})), ["octreotide", "in-lane", *VALUES]),
        (Filter(kinds=frozenset({"drug"})), ["octreotide", "dextrose", "in-lane", *VALUES]),
        (Filter(kinds=frozenset({"diagnostic"})), ["ct", *VALUES]),
        (Filter(evidence=frozenset({"inferred"})), ["octreotide", "free", "series 90"]),
        (Filter(text="ＧＬＵＣＯＳＥ"), ["dextrose", "series 54", "series 90"]),
        (Filter(text="glucose 54"), ["series 54"]),
        (Filter(text="given dextrose"), ["dextrose"]),
        (Filter(text=" \n"), ALL),
        (Filter(is_out_of_range=True), [*ALL[:5], "series 54"]),
        (
            Filter(frozenset({"drugs"}), evidence=frozenset({"reported"})),
            ["in-lane", *ALL[5:6], "other 7"],
        ),
    ],
)
def test_what_is_kept(chosen: Filter, expected: list[str]) -> None:
    assert kept(chosen) == expected


def test_only_what_leaves_something_out_is_on() -> None:
    assert not NO_FILTER.is_on
    assert not Filter(text=" ").is_on
    for chosen in (
        Filter(lanes=frozenset({"a"})),
        Filter(kinds=frozenset({"drug"})),
        Filter(evidence=frozenset({"reported"})),
        Filter(text="a"),
        Filter(is_out_of_range=True),
    ):
        assert chosen.is_on


def test_another_case_keeps_nothing_that_speaks_of_the_first() -> None:
    chosen = Filter(frozenset({"drugs"}), frozenset({"drug"}), frozenset({"derived"}), "a", True)
    left = Filter(kinds=frozenset({"drug"}), evidence=frozenset({"derived"}), is_out_of_range=True)
    assert elsewhere(chosen) == left


def test_a_filter_is_part_of_the_state() -> None:
    state = view_state.opening(bounds(CASE, None))
    assert state.filter == NO_FILTER
    assert view_state.sift(state, Filter(text="a")).filter == Filter(text="a")


BOTH = {"low": 10.0, "high": 20.0, "laboratory": "L"}


def plain(point: Any, **more: Any) -> str:
    series = a_series(point, **({"analyte": "other", "unit": "U/mL"} | more))
    return side_of(series, point)


@pytest.mark.parametrize(
    ("value", "comparator", "side"),
    [
        (9.9, None, "below"),
        (10.0, None, "within"),
        (20.0, None, "within"),
        (20.1, None, "above"),
        (9.0, "<", "below"),
        (10.0, "<", "below"),
        (10.0, "<=", "open"),
        (15.0, "<", "open"),
        (30.0, "<", "open"),
        (30.0, ">=", "above"),
        (20.0, ">", "above"),
        (20.0, ">=", "open"),
        (5.0, ">", "open"),
    ],
)
def test_sides_against_a_reference_interval(
    value: float, comparator: str | None, side: str
) -> None:
    assert plain(a_value(0, value, comparator=comparator), references=[BOTH]) == side


def test_sides_without_a_number_or_limits() -> None:
    word = a_value(0, None, word="Low")
    assert plain(word) == "no_limits"
    assert plain(word, references=[BOTH]) == "open"
    assert plain(a_value(0, 5.0)) == "no_limits"


@pytest.mark.parametrize(
    ("value", "comparator", "side"),
    [
        (53.0, None, "level_2"),
        (54.0, None, "level_1"),
        (69.0, None, "level_1"),
        (70.0, None, "not_low"),
        (54.0, "<", "level_2"),
        (60.0, "<", "open"),
        (600.0, ">", "not_low"),
    ],
)
def test_low_glucose_is_told_by_level(value: float, comparator: str | None, side: str) -> None:
    point = a_value(0, value, comparator=comparator)
    assert side_of(a_series(point), point) == side


def test_glucose_that_is_not_low_is_read_against_its_reference_interval() -> None:
    high = a_value(0, 300.0)
    reference = {"low": 70.0, "high": 110.0, "laboratory": "L"}
    assert side_of(a_series(high, references=[reference]), high) == "above"
    word = a_value(0, None, word="Low")
    assert side_of(a_series(word), word) == "open"


@pytest.mark.parametrize("chosen", [Filter(is_out_of_range=True)])
def test_what_may_be_out_of_range_is_not_left_out(chosen: Filter) -> None:
    case = a_case(series=[a_series(a_value(0, 54.0), a_value(1, 60.0, comparator="<"))])
    assert kept(chosen, case) == ["series 54", "series 60"]


@pytest.mark.parametrize(
    ("chosen", "is_kept"),
    [
        (NO_FILTER, True),
        (Filter(lanes=frozenset({"scans"})), True),
        (Filter(lanes=frozenset({"drugs"})), False),
        (Filter(kinds=frozenset({"diagnostic"})), True),
        (Filter(evidence=frozenset({"inferred"})), False),
        (Filter(text="contrast ct"), True),
        (Filter(text="contrast mr"), False),
    ],
)
@pytest.mark.parametrize("lane", ["scans", "a-lane-of-their-own"])
def test_the_mark_of_a_study_follows_the_filter_like_an_examination(
    chosen: Filter, is_kept: bool, lane: str
) -> None:
    (mark,) = a_case(an_event("study", lane=lane, title="CT with contrast")).events
    result = Kept(chosen, CaseTexts(CASE, "en")).has_mark(mark)
    assert result is (is_kept and (lane == "scans" or not chosen.lanes))
