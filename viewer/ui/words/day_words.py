"""What a day is called: every word for a day is made here, from how the days are counted."""

import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from viewer.geometry.ticks import Tick
from viewer.model.case import Case
from viewer.model.course import part
from viewer.model.event import Event
from viewer.model.numbering import Counting
from viewer.model.part import words_of
from viewer.ui.words.joining import in_turn, with_aside
from viewer.ui.words.numbers import number

translate = QCoreApplication.translate


class _Patterns(NamedTuple):
    """How a counting says a day as a heading, a day within a sentence, and several days."""

    heading: str
    day: str
    days: str


def _patterns(counting: Counting) -> _Patterns:
    if counting.kind == "illness":
        return _Patterns(
            translate("When", "Illness day {day}"),
            translate("When", "illness day {day}"),
            translate("When", "illness days {first}–{last}"),
        )
    if counting.kind == "hospital":
        return _Patterns(
            translate("When", "Hospital day {day}"),
            translate("When", "hospital day {day}"),
            translate("When", "hospital days {first}–{last}"),
        )
    if counting.since is not None:  # other words in a language that says "day of illness"
        return _Patterns(
            translate("Since", "Day {day}"),
            translate("Since", "day {day}"),
            translate("Since", "days {first}–{last}"),
        )
    return _Patterns(
        translate("When", "Day {day}"),
        translate("When", "day {day}"),
        translate("When", "days {first}–{last}"),
    )


def day_label(day: float, counting: Counting) -> str:
    """Name the whole day that a moment lies in as a heading, such as "Day 12"."""
    here = counting.at(day)
    return _named(_patterns(here).heading, day, here)


def day_name(day: float, counting: Counting) -> str:
    """Name the whole day that a moment lies in within a sentence, such as "day 12"."""
    here = counting.at(day)
    return _named(_patterns(here).day, day, here)


def _named(words: str, day: float, counting: Counting) -> str:
    if counting.kind == "date":
        return date_text(counting.date_of(day))
    return _with_age(words.format(day=number(counting.number(day))), day, counting)


def days_name(first: float, last: float, counting: Counting) -> str:
    """Name the whole days from one to another, such as "days 13–61"."""
    here = counting.at(first)
    is_one_count = here == counting.at(last) and here.zero_at(first) == here.zero_at(last)
    if counting.kind == "date" or not is_one_count or _ages_differ(first, last, counting):
        words = translate("When", "{first} – {last}")
        return words.format(first=day_name(first, counting), last=day_name(last, counting))
    begin, end = (number(here.number(day)) for day in (first, last))
    words = _patterns(here).days.format(first=begin, last=end)
    return _with_age(words, first, counting)


def _with_age(words: str, day: float, counting: Counting) -> str:
    """Add the age where labels are ages: by itself it would be too coarse to tell days apart."""
    if counting.kind != "age":
        return words
    age = translate("When", "about {age} y").format(age=number(counting.age_at(day)))
    return with_aside(words, age)


def _ages_differ(first: float, last: float, counting: Counting) -> bool:
    return counting.kind == "age" and counting.age_at(first) != counting.age_at(last)


# -- dates ------------------------------------------------------------------------------------


def date_text(date: datetime.date) -> str:
    """Write a date, such as "1 Apr 2021"."""
    return _dated(translate("Date", "{day} {month} {year}"), date)


def _dated(words: str, date: datetime.date) -> str:
    month = _month(date.month)
    return words.format(day=date.day, month=month, number=date.month, year=date.year)


def _month(month: int) -> str:
    return (
        translate("Date", "Jan"),
        translate("Date", "Feb"),
        translate("Date", "Mar"),
        translate("Date", "Apr"),
        translate("Date", "May"),
        translate("Date", "Jun"),
        translate("Date", "Jul"),
        translate("Date", "Aug"),
        translate("Date", "Sep"),
        translate("Date", "Oct"),
        translate("Date", "Nov"),
        translate("Date", "Dec"),
    )[month - 1]


# -- ticks ------------------------------------------------------------------------------------


def clock_text(minutes: int) -> str:
    """Write a time of day."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def tick_text(tick: Tick, counting: Counting, before: Tick | None) -> str:
    """Name a tick in few words; a date names its year where it is another than `before` it."""
    if tick.unit == "clock" and tick.number > 0:
        return clock_text(tick.number)
    if tick.is_zero or tick.unit == "clock":
        return day_label(tick.day, counting)
    if counting.at(tick.day) != counting:
        return day_label(tick.day, counting)  # beside the numbers of another count
    if counting.kind == "date":
        return _tick_date(tick, counting, before)
    words = {
        "week": translate("Ruler", "{count} wk"),
        "year": translate("Ruler", "{count} y"),
        "age": translate("Ruler", "age {count}"),
    }.get(tick.unit, "{count}")
    return words.format(count=number(tick.number))


def _tick_date(tick: Tick, counting: Counting, before: Tick | None) -> str:
    date = counting.date_of(tick.day)
    if tick.unit == "year":
        return _dated(translate("Ruler", "{year}"), date)
    is_new_year = before is None or counting.date_of(before.day).year != date.year
    if tick.unit == "month":
        words = translate("Ruler", "{month} {year}") if is_new_year else "{month}"
        return _dated(words, date)
    words = (
        translate("Ruler", "{day} {month} {year}")
        if is_new_year
        else translate("Ruler", "{day} {month}")
    )
    return _dated(words, date)


# -- what is counted --------------------------------------------------------------------------


def counted_words(case: Case, counting: Counting, language: str) -> str:
    """Say what the numbers of the axis count; empty where the case has no words for it."""
    title = _zero_title(case, counting, language)
    if title:
        words = (
            translate("Ruler", "Illness days since {event}")
            if counting.kind == "illness"
            else translate("Ruler", "Days since {event}")
        )
        return words.format(event=title)
    own = {
        "date": translate("Ruler", "Dates"),
        "hospital": translate("Ruler", "Hospital days"),
        "age": translate("Ruler", "Age in years, about"),
        "illness": translate("Ruler", "Illness days"),
    }.get(counting.kind)
    short = case.day_zero.short
    return own or (short.pick(language) if short is not None else "")


def zero_text(case: Case, counting: Counting, language: str) -> str:
    """Say what day zero is and, where days have other numbers than the source's, which these are.

    Texts of a case are never rewritten: the days that they name stay the source's.
    """
    own = case.day_zero.text.pick(language)
    if counting.is_own:
        return own
    said = own
    if counting.since is not None:
        words = translate("Ruler", "Days are counted from {event} (day {day} from day zero)")
        title = _zero_title(case, counting, language)
        said = words.format(event=title, day=number(counting.zeros[0]))
    elif counting.kind == "date":
        said = with_aside(own, date_text(counting.date_of(0)))
    elif counting.kind == "hospital":
        said = in_turn((own, translate("Ruler", "hospital days count from each admission")))
    elif counting.first == 1:
        said = in_turn((own, translate("Ruler", "that day is shown as day 1")))
    else:
        said = in_turn((own, translate("Ruler", "the source's day 1 is shown as day 0")))
    return in_turn((said, translate("Ruler", "texts of the case name the source's days")))


def _zero_title(case: Case, counting: Counting, language: str) -> str:
    event = part(case, counting.since)
    return words_of(event.title).pick(language) if isinstance(event, Event) else ""
