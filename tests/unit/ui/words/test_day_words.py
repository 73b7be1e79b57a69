"""What days are called under each counting: headings, sentences, ticks and captions."""

from __future__ import annotations

import datetime
import math
from typing import Any

import pytest

from tests.making import PLAIN, a_case, between, lasting, on
from tests.making import an_event as event
from viewer.geometry.ticks import Tick
from viewer.model.course import bounds
from viewer.model.disclosure import disclose
from viewer.model.label_kinds import Kind
from viewer.model.numbering import Counting, Numbering, counting_of
from viewer.model.time import CutInstant
from viewer.ui.words.day_words import (
    counted_words,
    day_label,
    day_name,
    days_name,
    tick_text,
    zero_text,
)
from viewer.ui.words.time_words import when_long, when_short

FROM_1 = Counting("day_1", 1, is_own=False)
SINCE = Counting(zeros=(12,), since="tae", is_own=False)
ILLNESS = Counting("illness")
ONSET = Counting("illness", 1, (-3,), since="tae", is_own=False)
STAYS = Counting("hospital", 1, (3, 30), (10, math.inf), is_own=False)
DATES = Counting("date", is_own=False, date=datetime.date(2020, 2, 27))
AGES = Counting("age", age_years=45.0)


@pytest.mark.parametrize(
    ("counting", "day", "label"),
    [
        (PLAIN, 12.5, "Day 12"),
        (PLAIN, -0.5, "Day −1"),
        (FROM_1, 0, "Day 1"),
        (FROM_1, -1, "Day −1"),
        (FROM_1, 11.99, "Day 12"),
        (SINCE, 12, "Day 0"),
        (SINCE, 22, "Day 10"),
        (SINCE, 0, "Day −12"),
        (ILLNESS, 12, "Illness day 12"),
        (ONSET, -3, "Illness day 1"),
        (ONSET, -4, "Illness day −1"),
        (STAYS, 3, "Hospital day 1"),
        (STAYS, 10, "Hospital day 8"),
        (STAYS, 11, "Day 11"),
        (STAYS, 0, "Day 0"),
        (STAYS, 31, "Hospital day 2"),
        (DATES, 0, "27 Feb 2020"),
        (DATES, 2.9, "29 Feb 2020"),
        (DATES, 3, "1 Mar 2020"),
        (DATES, -58, "31 Dec 2019"),
        (AGES, 12, "Day 12 (about 45 y)"),
        (AGES, -1, "Day −1 (about 44 y)"),
        (AGES, 366, "Day 366 (about 46 y)"),
    ],
)
def test_a_day_has_the_label_of_its_counting(counting: Counting, day: float, label: str) -> None:
    assert day_label(day, counting) == label
    assert day_name(day, counting).casefold() == label.casefold()


@pytest.mark.parametrize(
    ("counting", "days", "words"),
    [
        (PLAIN, (13, 61), "days 13–61"),
        (FROM_1, (-1, 4), "days −1–5"),
        (SINCE, (13, 61), "days 1–49"),
        (ILLNESS, (1, 2), "illness days 1–2"),
        (STAYS, (3, 9), "hospital days 1–7"),
        (STAYS, (11, 20), "days 11–20"),
        (STAYS, (9, 31), "hospital day 7 – hospital day 2"),
        (STAYS, (0, 3), "day 0 – hospital day 1"),
        (DATES, (0, 3), "27 Feb 2020 – 1 Mar 2020"),
        (AGES, (13, 61), "days 13–61 (about 45 y)"),
        (AGES, (0, 400), "day 0 (about 45 y) – day 400 (about 46 y)"),
    ],
)
def test_several_days_are_named_together_where_they_count_in_one_row(
    counting: Counting, days: tuple[int, int], words: str
) -> None:
    assert days_name(*days, counting) == words


@pytest.mark.parametrize(
    ("when", "counting", "words"),
    [
        (between(0, 12), SINCE, "between day −12 and day 0"),
        (between(0, 12), FROM_1, "between day 1 and day 13"),
        (between(0, 12), DATES, "between 27 Feb 2020 and 10 Mar 2020"),
        (between(None, 0), ILLNESS, "illness day 0 or before"),
        (between(3, None, about=5), STAYS, "about hospital day 3, hospital day 1 or later"),
        (on(12.25), DATES, "10 Mar 2020, 06:00"),
        (lasting(41, "open"), SINCE, "from day 29; continues"),
        (lasting(on(5.25), on(5.5)), FROM_1, "day 6, 06:00–12:00"),
    ],
)
def test_imprecise_times_are_said_in_the_same_count(
    when: Any, counting: Counting, words: str
) -> None:
    assert when_long(when, counting, "en") == words


def test_the_sources_words_for_a_day_stand_behind_while_days_have_other_numbers() -> None:
    when = on(0, wording="taken as day 0")
    assert when_short(when, ILLNESS, "en") == "taken as day 0"
    assert when_short(when, SINCE, "en") == "day −12"
    assert when_long(when, SINCE, "en") == "day −12 (source: taken as day 0)"
    period = lasting(on(0, wording="arrival"), on(9, wording="leaving"), wording="the stay")
    assert when_short(period, FROM_1, "en") == "days 1–10"
    assert when_long(period, FROM_1, "en") == "days 1–10 (source: the stay)"
    ends = lasting(between(0, 2, wording="arrival"), on(9, wording="leaving"))
    assert when_short(ends, PLAIN, "en") == "began arrival; ended leaving"
    assert when_short(ends, FROM_1, "en") == "began within days 1–3; to day 10"
    begun = lasting(on(0, wording="arrival"), "open")
    assert when_short(begun, FROM_1, "en") == "from day 1; continues"


def test_a_time_of_which_only_the_sources_words_are_told_keeps_them() -> None:
    cut = CutInstant.model_validate({"wording": "later"})
    assert when_short(cut, SINCE, "en") == "later"
    assert when_long(cut, SINCE, "en") == "later"


# --- ticks ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tick", "counting", "text"),
    [
        (Tick(12.5, 12, "day", 12), PLAIN, "12"),
        (Tick(0.5, 0, "day", 0, is_zero=True), PLAIN, "Day 0"),
        (Tick(-2.5, -3, "day", -3), PLAIN, "−3"),
        (Tick(0.5, 0, "day", 1, is_zero=True), FROM_1, "Day 1"),
        (Tick(12.25, 12, "clock", 375), PLAIN, "06:15"),
        (Tick(12.0, 12, "clock", 0), PLAIN, "Day 12"),
        (Tick(12.0, 12, "clock", 0), DATES, "10 Mar 2020"),
        (Tick(84.5, 84, "week", 12), PLAIN, "12 wk"),
        (Tick(1096.5, 1096, "year", 3), PLAIN, "3 y"),
        (Tick(0.5, 0, "year", 0, is_zero=True), PLAIN, "Day 0"),
        (Tick(0.5, 0, "age", 45), AGES, "age 45"),
        (Tick(7.5, 7, "day", 5), STAYS, "5"),
        (Tick(20.5, 20, "day", 20), STAYS, "Day 20"),
    ],
)
def test_a_tick_says_what_it_is(tick: Tick, counting: Counting, text: str) -> None:
    assert tick_text(tick, counting, None) == text


def test_dates_on_ticks_name_the_year_where_it_changes() -> None:
    ends = Tick(-57.5, -58, "day"), Tick(-56.5, -57, "day"), Tick(-55.5, -56, "day")
    befores = (None, *ends[:-1])
    said = [tick_text(t, DATES, before) for t, before in zip(ends, befores, strict=True)]
    assert said == ["31 Dec 2019", "1 Jan 2020", "2 Jan"]
    march, april = Tick(3.5, 3, "month"), Tick(34.5, 34, "month")
    assert tick_text(march, DATES, None) == "Mar 2020"
    assert tick_text(april, DATES, march) == "Apr"
    assert tick_text(Tick(-56.5, -57, "year"), DATES, march) == "2020"


# --- captions -------------------------------------------------------------------------------


def said_of(kind: Kind, zero: str | None = None, **day_zero: Any) -> tuple[str, str]:
    case = a_case(
        event("tae", on(12), title={"en": "TAE", "ja": "TAE（右葉）"}),
        event("late", on(2000)),
        lanes=[{"id": "lane", "title": "Encounters", "kind": "encounter"}],
        day_zero={"text": "Transfer", "date": "2020-02-27"} | day_zero,
        subject={"age_years": 45},
    )
    counting = counting_of(Numbering(kind, zero), case, bounds(case, None))
    return counted_words(case, counting, "en"), zero_text(case, counting, "en")


def test_captions_say_what_is_counted_and_from_when() -> None:
    quoted = "; texts of the case name the source's days"
    assert said_of("day_0", short="Days from transfer") == ("Days from transfer", "Transfer")
    assert said_of("day_0") == ("", "Transfer")
    since = "Days are counted from TAE (day 12 from day zero)" + quoted
    assert said_of("day_1", "tae") == ("Days since TAE", since)
    assert said_of("illness", "tae") == ("Illness days since TAE", since)
    assert said_of("illness") == ("Illness days", "Transfer")
    first = "Transfer; that day is shown as day 1" + quoted
    assert said_of("day_1", short="Days from transfer") == ("Days from transfer", first)
    zeroth = "Transfer; the source's day 1 is shown as day 0" + quoted
    assert said_of("day_0", counts_from=1) == ("", zeroth)
    assert said_of("date") == ("Dates", "Transfer (27 Feb 2020)" + quoted)
    stays = "Transfer; hospital days count from each admission" + quoted
    assert said_of("hospital") == ("Hospital days", stays)
    assert said_of("age") == ("Age in years, about", "Transfer")


def test_a_caption_never_names_an_event_that_the_horizon_hides() -> None:
    case = disclose(a_case(event("tae", on(12))), 5)
    counting = counting_of(Numbering("day_0", "tae"), case, bounds(case, 5))
    assert "tae" not in counted_words(case, counting, "en") + zero_text(case, counting, "en")
