"""How a time is said: short beside a mark, long in tooltip, table and details."""

import math

from PySide6.QtCore import QCoreApplication

from viewer.model.time import CutInstant, Instant, Interval, NotKnown
from viewer.ui.words.evidence_words import evidence_name, time_evidence
from viewer.ui.words.joining import in_line, in_turn, with_aside
from viewer.ui.words.numbers import day_number

translate = QCoreApplication.translate


def day_label(day: float) -> str:
    """Name the whole day that a moment lies in, such as "Day 12"."""
    return translate("When", "Day {day}").format(day=day_number(day))


def days_off(days: int) -> str:
    """Say how far a value lies from the cursor; negative is before it."""
    if days == 0:
        return translate("When", "this day")
    if days == -1:
        return translate("When", "1 day before")
    if days == 1:
        return translate("When", "1 day after")
    words = (
        translate("When", "{days} days before")
        if days < 0
        else translate("When", "{days} days after")
    )
    return words.format(days=abs(days))


def length_of_time(days: float) -> str:
    """Name a length of time in the unit that suits it, such as "5 min" (days)."""
    units = (
        (1.0, translate("When", "{count} d")),
        (1 / 24, translate("When", "{count} h")),
        (1 / 1440, translate("When", "{count} min")),
        (1 / 86_400, translate("When", "{count} s")),
    )
    # Half a second short of an hour is told as an hour.
    unit, words = next((one for one in units if days >= one[0] - 0.5 / 86_400), units[-1])
    return words.format(count=f"{days / unit:.3g}")


def time_off(days: float) -> str:
    """Say how far a moment lies from the cursor, where that is less than a day; as `days_off`."""
    words = translate("When", "{time} before") if days < 0 else translate("When", "{time} after")
    return words.format(time=length_of_time(abs(days)))


def when_short(when: Instant | Interval, language: str) -> str:
    """Say when something was in the fewest words that keep its imprecision."""
    if when.wording is not None:
        return when.wording.pick(language)
    if isinstance(when, Instant):
        return _instant_short(when)
    return _interval(when, language, is_long=False)


def when_long(when: Instant | Interval, language: str) -> str:
    """Say when something was with its bounds and what they rest on."""
    if isinstance(when, Interval):
        words = _interval(when, language, is_long=True)
        if when.wording is not None:
            words = with_aside(when.wording.pick(language), words)
        return _with_reasons(words, _instants(when), language)
    return _with_reasons(_instant_long(when, language), (when,), language)


def _instants(when: Interval) -> tuple[Instant, ...]:
    return (when.start, when.end) if isinstance(when.end, Instant) else (when.start,)


def _with_reasons(words: str, instants: tuple[Instant, ...], language: str) -> str:
    said = [words]
    for instant in instants:
        reason = time_evidence(instant, language)
        if reason and reason not in said:
            said.append(reason)
    return in_turn(said)


def _clock(instant: Instant, day: float) -> str:
    """Give the time of day of a moment, as finely as the source states it."""
    if instant.precision == "day":
        return ""
    per_day = round(1 / instant.width)
    # Never rounded up into the next day, which may lie beyond the horizon.
    unit = min(round((day - math.floor(day)) * per_day), per_day - 1)
    seconds = unit * 86_400 // per_day
    clock = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}"
    return clock if instant.precision != "second" else f"{clock}:{seconds % 60:02d}"


def _moment(instant: Instant, day: float) -> str:
    """Name a moment by its day and, where the source states it, its time of day."""
    clock = _clock(instant, day)
    if clock:
        return translate("When", "day {day}, {clock}").format(day=day_number(day), clock=clock)
    return translate("When", "day {day}").format(day=day_number(day))


def _stretch(first: Instant, first_day: float, last: Instant, last_day: float) -> str:
    """Name all days from one to another."""
    start, end = _moment(first, first_day), _moment(last, last_day)
    if start == end:
        return start
    clocks = _clock(first, first_day), _clock(last, last_day)
    if all(clocks) and math.floor(first_day) == math.floor(last_day):
        words = translate("When", "day {day}, {first}–{last}")
        return words.format(day=day_number(first_day), first=clocks[0], last=clocks[1])
    if any(clocks):
        return translate("When", "{first} – {last}").format(first=start, last=end)
    words = translate("When", "days {first}–{last}")
    return words.format(first=day_number(first_day), last=day_number(last_day))


def _instant_short(instant: Instant) -> str:
    if instant.day is not None:
        return _moment(instant, instant.day)
    if instant.about is not None:
        return _about(instant, instant.about)
    if instant.earliest is not None and instant.latest is not None:
        days = _stretch(instant, instant.earliest, instant, instant.latest)
        return translate("When", "within {days}").format(days=days)
    return _bounds(instant)


def _instant_long(instant: Instant, language: str) -> str:
    words = _instant_exactly(instant)
    if instant.wording is None:
        return words
    stated = instant.wording.pick(language)
    return stated if stated == words else with_aside(stated, words)


def _instant_exactly(instant: Instant) -> str:
    if instant.day is not None:
        return _instant_short(instant)
    bounds = _bounds(instant)
    if instant.about is None:
        return bounds
    return in_line((_about(instant, instant.about), bounds))


def _about(instant: Instant, day: float) -> str:
    return translate("When", "about {time}").format(time=_moment(instant, day))


def _bounds(instant: Instant) -> str:
    first, last = instant.earliest, instant.latest
    if first is not None and last is not None:
        words = translate("When", "between {first} and {last}")
        return words.format(first=_moment(instant, first), last=_moment(instant, last))
    if last is not None:
        return translate("When", "{time} or before").format(time=_moment(instant, last))
    if first is not None:
        return translate("When", "{time} or later").format(time=_moment(instant, first))
    return ""


def _interval(when: Interval, language: str, is_long: bool) -> str:
    start, end = when.start, when.end
    if isinstance(end, Instant):
        if start.day is not None and end.day is not None:
            return _stretch(start, start.day, end, end.day)
        if _same_bounds(start, end):
            return _instant_exactly(start) if is_long else _instant_short(start)
    began = _start_words(start, language, is_long)
    ended = _end_words(end, language, is_long)
    if not ended:
        return began
    return translate("When", "{began}; {ended}").format(began=began, ended=ended)


def _same_bounds(start: Instant, end: Instant) -> bool:
    return (start.day, start.earliest, start.latest, start.about) == (
        end.day,
        end.earliest,
        end.latest,
        end.about,
    )


def _start_words(start: Instant, language: str, is_long: bool) -> str:
    if start.wording is not None:
        return translate("When", "began {time}").format(time=start.wording.pick(language))
    if start.day is not None:
        return translate("When", "from {time}").format(time=_moment(start, start.day))
    words = _instant_exactly(start) if is_long else _instant_short(start)
    return translate("When", "began {time}").format(time=words)


def _end_words(end: Instant | NotKnown, language: str, is_long: bool) -> str:
    if end == "open":
        return translate("When", "continues")
    if not isinstance(end, Instant):
        return translate("When", "end not stated")
    if isinstance(end, CutInstant):
        return ""
    if end.day is not None and end.wording is None:
        words = translate("When", "to {time}").format(time=_moment(end, end.day))
        # An inferred end must not read like a reported one; the long words give the reason.
        if is_long or end.evidence is None or end.evidence == "reported":
            return words
        return with_aside(words, evidence_name(end.evidence))
    words = _instant_exactly(end) if is_long else _instant_short(end)
    words = end.wording.pick(language) if end.wording is not None else words
    return translate("When", "ended {time}").format(time=words)
