"""Every way of not knowing a time exactly has words of its own, short and long."""

from __future__ import annotations

from typing import Any

import pytest

from tests.making import PLAIN, a_case, about, an_event, between, lasting, on
from viewer.model.disclosure import disclose
from viewer.model.time import CutInstant, Instant, Interval
from viewer.ui.words.day_words import day_label
from viewer.ui.words.time_words import days_off, when_long, when_short

MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("when", "short", "long"),
    [
        (on(12), "day 12", "day 12"),
        (on(-3), f"day {MINUS}3", f"day {MINUS}3"),
        (about(0), "about day 0", "about day 0"),
        (between(40, 50), "within days 40–50", "between day 40 and day 50"),
        (between(None, 0), "day 0 or before", "day 0 or before"),
        (between(12, None), "day 12 or later", "day 12 or later"),
        (between(40, 50, about=44), "about day 44", "about day 44, between day 40 and day 50"),
        (
            between(None, -46, about=-61),
            f"about day {MINUS}61",
            f"about day {MINUS}61, day {MINUS}46 or before",
        ),
        (between(3, None, about=5), "about day 5", "about day 5, day 3 or later"),
        (lasting(13, 61), "days 13–61", "days 13–61"),
        (lasting(5, 5), "day 5", "day 5"),
        (lasting(41, "open"), "from day 41; continues", "from day 41; continues"),
        (lasting(41, "unknown"), "from day 41; end not stated", "from day 41; end not stated"),
        (
            lasting(between(61, 157), "unknown"),
            "began within days 61–157; end not stated",
            "began between day 61 and day 157; end not stated",
        ),
        (lasting(about(2), 9), "began about day 2; to day 9", "began about day 2; to day 9"),
        (
            lasting(between(2, 4, about=3), 9),
            "began about day 3; to day 9",
            "began about day 3, between day 2 and day 4; to day 9",
        ),
        (
            lasting(0, between(5, 9)),
            "from day 0; ended within days 5–9",
            "from day 0; ended between day 5 and day 9",
        ),
        (
            lasting(between(None, 0), between(3, None)),
            "began day 0 or before; ended day 3 or later",
            "began day 0 or before; ended day 3 or later",
        ),
        (
            lasting(between(0, 12), between(0, 12)),
            "within days 0–12",
            "between day 0 and day 12",
        ),
        (
            lasting(between(0, 12), between(0, 13)),
            "began within days 0–12; ended within days 0–13",
            "began between day 0 and day 12; ended between day 0 and day 13",
        ),
    ],
)
def test_a_time_is_said_as_exactly_as_it_is_known(
    when: Instant | Interval, short: str, long: str
) -> None:
    assert when_short(when, PLAIN, "en") == short
    assert when_long(when, PLAIN, "en") == long


def test_ends_count_as_the_same_only_with_all_bounds_the_same() -> None:
    start = between(0, 12, about=3)
    for end in (between(0, 12), between(0, 12, about=4), between(1, 12, about=3)):
        assert when_short(lasting(start, end), PLAIN, "en").startswith("began ")
    same = lasting(start, between(0, 12, about=3))
    assert when_short(same, PLAIN, "en") == "about day 3"
    assert when_long(same, PLAIN, "en") == "about day 3, between day 0 and day 12"


# --- words of the source -----------------------------------------------------------------


def test_the_words_of_the_source_come_first_and_the_days_after_them() -> None:
    when = on(0, wording={"en": "taken as day 0", "ja": "第0病日とみなす"})
    assert when_short(when, PLAIN, "en") == "taken as day 0"
    assert when_short(when, PLAIN, "ja") == "第0病日とみなす"
    assert when_long(when, PLAIN, "en") == "taken as day 0 (day 0)"


def test_the_same_words_are_not_said_twice() -> None:
    assert when_long(between(None, 0, wording="day 0 or before"), PLAIN, "en") == "day 0 or before"


def test_the_words_for_a_period_stand_for_it() -> None:
    when = lasting(12, "unknown", wording="after TAE; days not stated")
    assert when_short(when, PLAIN, "en") == "after TAE; days not stated"
    assert (
        when_long(when, PLAIN, "en") == "after TAE; days not stated (from day 12; end not stated)"
    )


def test_each_end_may_have_words_of_its_own() -> None:
    start = between(None, 0, wording={"en": "first admission"})
    end = between(5, 9, wording="first TAE")
    for words in (when_short, when_long):
        assert words(lasting(start, end), PLAIN, "en") == "began first admission; ended first TAE"


# --- how the day is known ----------------------------------------------------------------


def test_the_long_words_say_how_the_day_is_known() -> None:
    assert when_long(on(0, evidence="inferred"), PLAIN, "en") == "day 0; day inferred"
    assert when_long(on(0, evidence="reported"), PLAIN, "en") == "day 0"
    when = between(40, 50, evidence="derived", why={"en": "28 days from day 12"})
    assert when_long(when, PLAIN, "en").endswith("day 50; day derived: 28 days from day 12")
    assert when_long(on(0, why="see p. 2"), PLAIN, "en") == "day 0; see p. 2"
    assert when_short(when, PLAIN, "en") == "within days 40–50"


def test_a_reason_for_both_ends_is_said_once() -> None:
    instant = between(0, 12, evidence="inferred", why="order of the text")
    words = when_long(lasting(instant, instant), PLAIN, "en")
    assert words == "between day 0 and day 12; day inferred: order of the text"
    other = between(3, 12, evidence="inferred", why="another reason")
    words = when_long(lasting(instant, other), PLAIN, "en")
    assert words.count("day inferred: ") == 2
    assert when_long(lasting(instant, "open"), PLAIN, "en").endswith("order of the text")


# --- hours and minutes -------------------------------------------------------------------

HOUR, MINUTE, SECOND = 1 / 24, 1 / 1440, 1 / 86_400


@pytest.mark.parametrize(
    ("day", "precision", "words"),
    [
        (12.5, "hour", "day 12, 12:00"),
        (12 + 23 * HOUR, "hour", "day 12, 23:00"),
        (12 + 8 * HOUR + 30 * MINUTE, "minute", "day 12, 08:30"),
        (12.0, "minute", "day 12, 00:00"),
        (12.35417, "minute", "day 12, 08:30"),
        (12 + 7 * HOUR + 59 * MINUTE + 40 * SECOND, "minute", "day 12, 08:00"),
        (12 + 59 * MINUTE + 40 * SECOND, "hour", "day 12, 01:00"),
        (12 + 8 * HOUR + 5 * MINUTE + 9 * SECOND, "second", "day 12, 08:05:09"),
        (-0.5, "hour", f"day {MINUS}1, 12:00"),
        (-3 + 6 * HOUR + 15 * MINUTE, "minute", f"day {MINUS}3, 06:15"),
        (-1e-6, "minute", f"day {MINUS}1, 23:59"),
        (12 + 23 * HOUR + 59 * MINUTE + 40 * SECOND, "minute", "day 12, 23:59"),
        (12 + 23 * HOUR + 59 * MINUTE + 40 * SECOND, "hour", "day 12, 23:00"),
        (12 + 23 * HOUR + 59 * MINUTE + 40 * SECOND, "second", "day 12, 23:59:40"),
        (13 - SECOND / 3, "second", "day 12, 23:59:59"),
    ],
)
def test_the_time_of_day_is_said_as_finely_as_it_is_known(
    day: float, precision: str, words: str
) -> None:
    assert when_short(on(day, precision=precision), PLAIN, "en") == words


def test_every_minute_of_a_day_is_said_as_itself() -> None:
    said = [when_short(on(n * MINUTE, precision="minute"), PLAIN, "en") for n in range(1440)]
    assert said == [f"day 0, {n // 60:02d}:{n % 60:02d}" for n in range(1440)]


def test_every_bound_has_its_time_of_day() -> None:
    when = between(1.25, 2.5, about=1.75, precision="hour")
    words = "about day 1, 18:00, between day 1, 06:00 and day 2, 12:00"
    assert when_long(when, PLAIN, "en") == words
    assert when_short(between(None, 2.5, precision="hour"), PLAIN, "en") == "day 2, 12:00 or before"
    assert when_short(between(2.5, None, precision="hour"), PLAIN, "en") == "day 2, 12:00 or later"


def test_a_period_within_a_day_names_both_times() -> None:
    hours = lasting(on(5.25, precision="hour"), on(5.5, precision="hour"))
    assert when_short(hours, PLAIN, "en") == "day 5, 06:00–12:00"
    assert when_short(lasting(on(5.25), "open"), PLAIN, "en") == "from day 5, 06:00; continues"
    assert (
        when_short(lasting(about(1), on(5.25)), PLAIN, "en") == "began about day 1; to day 5, 06:00"
    )


def test_times_of_two_days_are_named_with_their_days() -> None:
    assert when_short(lasting(on(5.25), on(6.5)), PLAIN, "en") == "day 5, 06:00 – day 6, 12:00"
    assert when_short(lasting(on(5.25), on(5)), PLAIN, "en") == "day 5, 06:00 – day 5"


def test_an_end_that_is_not_reported_is_said_to_be_so_beside_the_mark() -> None:
    def ended(**more: Any) -> tuple[str, str]:
        when = lasting(about(0), on(9, **more))
        words = when_short(when, PLAIN, "en"), when_long(when, PLAIN, "en")
        return words[0].removeprefix("began about day 0; "), words[1].partition("; ")[2]

    assert ended() == ended(evidence="reported") == ("to day 9", "to day 9")
    assert ended(evidence="inferred") == ("to day 9 (inferred)", "to day 9; day inferred")
    assert ended(wording="TAE", evidence="inferred")[0] == "ended TAE"


# --- under a horizon ---------------------------------------------------------------------


def told(horizon: int, when: Any, **more: Any) -> tuple[str, str]:
    (event,) = disclose(a_case(an_event(when=when, **more)), horizon).events
    return when_short(event.when, PLAIN, "en"), when_long(event.when, PLAIN, "en")


@pytest.mark.parametrize("end", [on(61), between(None, 61), "open", "unknown", about(61)])
def test_of_an_end_beyond_the_horizon_nothing_is_said(end: Any) -> None:
    when = lasting(13, end, wording="days 13 to 61")
    assert told(20, when) == ("from day 13", "from day 13")


def test_of_an_end_that_may_have_come_nothing_is_said_either() -> None:
    end = between(15, 61, about=18, evidence="inferred", why="day 61", wording="by day 61")
    assert told(20, lasting(13, end)) == ("from day 13", "from day 13; day inferred")


def test_of_bounds_only_those_before_the_horizon_are_said() -> None:
    when = between(40, 50, about=44, why="before day 51", wording="by day 50")
    assert told(42, when, known_from=41) == ("day 40 or later", "day 40 or later")
    assert told(45, when, known_from=41)[1] == "about day 44, day 40 or later"
    period = lasting(between(0, 12), between(0, 12))
    assert told(11, period, known_from=11) == ("day 0 or later", "day 0 or later")


def test_a_period_whose_start_is_cut_says_when_it_began() -> None:
    start = between(3, 40)
    assert told(5, lasting(start, 50), known_from=5)[0] == "began day 3 or later"


def test_nothing_known_is_nothing_said() -> None:
    assert when_short(CutInstant(), PLAIN, "en") == ""
    assert when_long(CutInstant(), PLAIN, "en") == ""


# --- days --------------------------------------------------------------------------------


def test_a_moment_is_named_by_the_whole_day_it_lies_in() -> None:
    assert [day_label(day, PLAIN) for day in (12, 12.99, 0.5, -0.5, -1)] == [
        "Day 12",
        "Day 12",
        "Day 0",
        f"Day {MINUS}1",
        f"Day {MINUS}1",
    ]


def test_how_far_a_value_lies_from_the_cursor() -> None:
    assert [days_off(days) for days in (-12, -2, -1, 0, 1, 2, 12)] == [
        "12 days before",
        "2 days before",
        "1 day before",
        "this day",
        "1 day after",
        "2 days after",
        "12 days after",
    ]
