"""Instants and intervals, exact or not."""

from __future__ import annotations

import math
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from tests.making import about, between, lasting, on
from viewer.model import problem_texts
from viewer.model.time import WHEN_TAGS, CutInstant, Instant, Interval, Span, When

HOUR, MINUTE, SECOND = 1 / 24, 1 / 1440, 1 / 86_400


# --- a stretch of days -------------------------------------------------------------------


def test_a_span_holds_its_start_and_not_its_end() -> None:
    span = Span(2, 5)
    assert [span.contains(day) for day in (1.999, 2, 4.999, 5)] == [False, True, True, False]


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 1).overlaps(Span(1, 2))
    assert not Span(1, 2).overlaps(Span(0, 1))


def test_spans_that_share_a_moment_overlap() -> None:
    assert Span(0, 1.5).overlaps(Span(1, 2))
    assert Span(1, 2).overlaps(Span(0, 1.5))
    assert Span(0, 9).overlaps(Span(4, 5))


def test_the_length_of_a_span_is_in_days() -> None:
    assert Span(-2, 5).days == 7


# --- one moment --------------------------------------------------------------------------


def test_a_whole_day_covers_all_of_it() -> None:
    assert on(12).span == Span(12, 13)
    assert on(12).anchor == 12.5


@pytest.mark.parametrize(
    ("precision", "width"), [("day", 1), ("hour", HOUR), ("minute", MINUTE), ("second", SECOND)]
)
def test_an_instant_is_as_wide_as_the_source_is_fine(precision: str, width: float) -> None:
    instant = on(3, precision=precision)
    assert instant.width == width
    assert instant.span == Span(3, 3 + width)
    assert instant.anchor == 3 + width / 2


def test_a_day_is_the_precision_where_none_is_stated() -> None:
    assert Instant(day=1).precision == "day"


def test_only_a_stated_day_is_exact() -> None:
    assert on(0).is_exact
    assert not about(0).is_exact
    assert not between(0, 0).is_exact


def test_bounds_reach_to_the_end_of_the_last_day() -> None:
    instant = between(40, 50)
    assert (instant.first, instant.last, instant.best) == (40, 50, None)
    assert instant.span == Span(40, 51)
    assert instant.anchor == 45.5


def test_a_missing_bound_is_unknown() -> None:
    before, after = between(None, 0), between(12, None)
    assert before.span == Span(-math.inf, 1)
    assert after.span == Span(12, math.inf)
    assert (before.anchor, after.anchor) == (0.5, 12.5)


def test_a_best_day_sets_no_bound() -> None:
    instant = about(7)
    assert (instant.first, instant.last, instant.best) == (-math.inf, math.inf, 7)
    assert instant.spoken == 7
    assert instant.anchor == 7.5


def test_the_best_day_is_where_the_mark_stands_between_bounds() -> None:
    assert between(0, 20, about=2).anchor == 2.5
    assert on(4).best == 4


def test_an_instant_speaks_of_its_latest_day_and_of_its_best_one_only_without() -> None:
    assert (on(4).spoken, between(0, 20).spoken, between(0, 20, about=2).spoken) == (4, 20, 20)
    assert between(0, None, about=2).spoken == 2
    assert between(0, None).spoken == math.inf


def test_an_instant_that_is_known_only_later_speaks_of_that_day() -> None:
    spoken = [on(12, known_from=day).spoken for day in (11, 13)]
    assert spoken == [12, 13]
    assert (about(2, known_from=5).spoken, about(2, known_from=0).spoken) == (5, 2)
    assert between(0, 20, about=2, known_from=5).spoken == 20


def _message(**given: Any) -> str:
    with pytest.raises(ValidationError) as refused:
        Instant.model_validate(given)
    error: str = refused.value.errors()[0]["ctx"]["error"].args[0]
    return error


def test_a_time_needs_a_day() -> None:
    assert _message() == problem_texts.NO_DAY
    assert _message(precision="hour") == problem_texts.NO_DAY


@pytest.mark.parametrize("bound", ["earliest", "latest", "about"])
def test_an_exact_day_takes_no_bounds(bound: str) -> None:
    assert _message(day=0, **{bound: 0}) == problem_texts.EXACT_WITH_BOUNDS


@pytest.mark.parametrize(
    "given",
    [
        {"earliest": 2, "latest": 1},
        {"earliest": 2, "about": 1},
        {"about": 2, "latest": 1},
        {"earliest": 0, "about": 5, "latest": 4},
    ],
)
def test_bounds_do_not_decrease(given: dict[str, float]) -> None:
    assert _message(**given) == problem_texts.BOUNDS_DECREASE


def test_bounds_may_be_one_day() -> None:
    assert between(3, 3, about=3).span == Span(3, 4)


@pytest.mark.parametrize("name", ["day", "earliest", "latest", "about"])
def test_part_of_a_day_needs_a_finer_precision(name: str) -> None:
    assert _message(**{name: 1.5}) == problem_texts.PART_OF_A_DAY
    assert Instant.model_validate({name: 1.5, "precision": "hour"}).anchor == 1.5 + HOUR / 2


@pytest.mark.parametrize("day", [36_501, -36_501, math.nan, math.inf, "3", True])
def test_a_day_is_a_number_within_a_century(day: object) -> None:
    with pytest.raises(ValidationError):
        Instant.model_validate({"day": day})


def test_the_last_day_of_the_century_is_within_it() -> None:
    assert on(36_500).first == 36_500
    assert on(-36_500).first == -36_500


# --- a moment cut by the horizon ---------------------------------------------------------


def test_a_cut_instant_may_have_no_bound_at_all() -> None:
    cut = CutInstant()
    assert cut.span == Span(-math.inf, math.inf)
    assert cut.best is None
    assert not cut.is_exact


def test_a_cut_instant_stands_where_it_is_still_known() -> None:
    assert CutInstant(earliest=4).anchor == 4.5
    assert CutInstant(about=4).anchor == 4.5


# --- a period ----------------------------------------------------------------------------


def test_a_period_includes_its_last_day() -> None:
    period = lasting(13, 61)
    assert period.span == Span(13, 62)
    assert period.certain == Span(13, 62)
    assert period.spoken == 61
    assert period.anchor == 13.5


@pytest.mark.parametrize("end", ["open", "unknown"])
def test_a_period_without_a_known_end_is_certain_on_its_first_day_only(end: str) -> None:
    period = lasting(41, end)
    assert period.span == Span(41, math.inf)
    assert period.certain == Span(41, 42)
    assert period.spoken == math.inf
    assert period.anchor == 41.5


def test_a_start_between_two_days_is_certain_from_the_later_one() -> None:
    assert lasting(between(0, 5), 9).certain == Span(5, 10)
    assert lasting(between(0, 5), "open").certain == Span(5, 6)


def test_an_end_between_two_days_is_certain_up_to_the_earlier_one() -> None:
    period = lasting(0, between(5, 9))
    assert period.certain == Span(0, 6)
    assert period.span == Span(0, 10)
    assert period.spoken == 9


def test_a_period_that_may_lie_anywhere_between_has_no_certain_day() -> None:
    period = lasting(between(0, 12), between(0, 12))
    assert period.certain is None
    assert period.anchor == 6.5
    assert lasting(between(0, 12), between(0, 20)).anchor == 10.5


def test_no_day_is_certain_where_it_may_end_the_day_before_it_may_begin() -> None:
    assert lasting(between(0, 5), between(4, 9)).certain is None
    assert lasting(between(0, 5), between(5, 9)).certain == Span(5, 6)


def test_an_exact_start_makes_its_day_certain_whatever_the_end() -> None:
    assert lasting(5, between(None, 9)).certain == Span(5, 6)
    assert lasting(between(0, 5), between(None, 9)).certain is None


def test_of_a_cut_end_the_earlier_bound_counts_and_without_it_the_last_start_day() -> None:
    def cut(start: Instant | float, earliest: float | None) -> Span | None:
        end = CutInstant(earliest=earliest)
        return lasting(start, 90).model_copy(update={"end": end}).certain

    assert (cut(0, 5), cut(0, None)) == (Span(0, 6), Span(0, 1))
    assert (cut(between(0, 5), 7), cut(between(0, 5), None)) == (Span(5, 8), Span(5, 6))


def test_an_unknown_latest_start_leaves_no_day_certain() -> None:
    period = lasting(between(12, None), "unknown")
    assert period.certain is None
    assert period.anchor == 12.5


def test_an_unknown_earliest_start_leaves_the_cursor_at_the_latest() -> None:
    period = lasting(between(None, -46, about=-61), between(None, 0))
    assert period.certain is None
    assert period.anchor == -60.5


def test_an_end_without_a_latest_day_leaves_the_cursor_at_the_start() -> None:
    assert lasting(between(0, 12), between(0, None)).anchor == 6.5
    assert lasting(between(0, 12, about=2), between(0, None)).anchor == 2.5


def test_the_latest_day_of_a_period_is_known_only_where_both_ends_are() -> None:
    assert lasting(between(0, 12), between(3, 7)).spoken == 12
    assert lasting(between(0, None), 7).spoken == math.inf
    assert lasting(0, between(3, None)).spoken == math.inf


def test_a_day_may_be_its_own_end() -> None:
    assert lasting(5, 5).certain == Span(5, 6)


def test_a_start_within_a_day_ends_with_a_whole_one() -> None:
    period = lasting(5.5, 5)
    assert period.span == Span(5.5, 6)
    assert period.certain == Span(5.5, 6)


def test_a_finer_end_counts_at_least_as_much_as_the_start() -> None:
    assert lasting(5, 5.25).certain == Span(5, 6)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (on(5), on(4)),
        (between(5, 9), between(1, 4)),
        (on(5), on(4.99)),
        (on(5.0, precision="hour"), on(4)),
        (on(5.5, precision="hour"), on(5.48, precision="hour")),
    ],
)
def test_a_period_that_ends_before_it_starts_is_refused(start: Instant, end: Instant) -> None:
    with pytest.raises(ValidationError, match="It ends before it starts"):
        lasting(start, end)


def test_bounds_that_leave_room_are_accepted() -> None:
    assert lasting(between(5, 9), between(1, 5)).certain is None
    assert lasting(between(5, None), between(None, 5)).span == Span(5, 6)


def test_an_end_is_a_time_or_one_of_two_words() -> None:
    with pytest.raises(ValidationError):
        lasting(0, "later")


# --- which of the two --------------------------------------------------------------------

WHEN: TypeAdapter[Instant | Interval] = TypeAdapter(When)


def test_what_has_a_start_or_an_end_is_a_period() -> None:
    assert isinstance(WHEN.validate_python({"day": 1}), Instant)
    assert isinstance(WHEN.validate_python({"start": {"day": 1}, "end": "open"}), Interval)
    with pytest.raises(ValidationError) as refused:
        WHEN.validate_python({"end": {"day": 1}})
    assert [error["loc"] for error in refused.value.errors()] == [("interval", "start")]
    with pytest.raises(ValidationError) as refused:
        WHEN.validate_python({"start": {"day": 1}})
    assert [error["loc"] for error in refused.value.errors()] == [("interval", "end")]


def test_the_names_of_the_two_stand_in_errors_only() -> None:
    places = set()
    for wrong in ({"day": "1"}, {"start": {"day": 1}}):
        with pytest.raises(ValidationError) as refused:
            WHEN.validate_python(wrong)
        places |= {error["loc"][0] for error in refused.value.errors()}
    assert places == WHEN_TAGS


def test_values_keep_their_kind() -> None:
    period = lasting(1, 2)
    assert WHEN.validate_python(period) is period
    cut = CutInstant(earliest=1)
    assert WHEN.validate_python(cut) is cut


def test_anything_else_is_told_as_an_instant_that_it_is_not() -> None:
    with pytest.raises(ValidationError) as refused:
        WHEN.validate_python(12)
    assert refused.value.errors()[0]["loc"] == ("instant",)
