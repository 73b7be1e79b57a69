"""How a time is said: short beside a mark, long in tooltip, table and details."""

import math

from PySide6.QtCore import QCoreApplication

from viewer.model.numbering import Counting
from viewer.model.part import Text
from viewer.model.series import SampledAt
from viewer.model.time import CutInstant, Instant, Interval, NotKnown
from viewer.ui.words.day_words import day_name, days_name
from viewer.ui.words.evidence_words import evidence_name, time_evidence
from viewer.ui.words.joining import in_line, in_turn, with_aside

translate = QCoreApplication.translate


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


def how_far_off(when: Instant, cursor: float) -> str:
    """Say how far a value of a known day lies from the cursor, a sample by the minute."""
    apart = when.anchor - cursor
    days = math.floor(when.anchor) - math.floor(cursor)
    if isinstance(when, SampledAt) and days and abs(apart) < 1:
        return time_off(apart)  # around midnight one minute would be a day
    return days_off(days)


def when_short(when: Instant | Interval, counting: Counting, language: str) -> str:
    """Say when something was in the fewest words that keep its imprecision.

    The source's own words stand for it only while days have the source's numbers.
    """
    if when.wording is not None and counting.is_own:
        return when.wording.pick(language)
    if isinstance(when, Interval):
        words = _interval(when, counting, language, is_long=False)
    else:
        words = _instant_short(when, counting)
    return words or _stated(when.wording, language)


def when_long(when: Instant | Interval, counting: Counting, language: str) -> str:
    """Say when something was with its bounds and what they rest on."""
    if isinstance(when, Interval):
        words = _with_wording(
            _interval(when, counting, language, is_long=True), when.wording, counting, language
        )
        return _with_reasons(words, _instants(when), language)
    return _with_reasons(_instant_long(when, counting, language), (when,), language)


def _stated(wording: Text | None, language: str) -> str:
    return wording.pick(language) if wording is not None else ""


def _with_wording(words: str, wording: Text | None, counting: Counting, language: str) -> str:
    """Put the source's words before ours, or behind them while days have other numbers."""
    stated = _stated(wording, language)
    if not stated or stated == words:
        return words
    if not words:
        return stated
    if counting.is_own:
        return with_aside(stated, words)
    return with_aside(words, translate("When", "source: {time}").format(time=stated))


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


def _moment(instant: Instant, day: float, counting: Counting) -> str:
    """Name a moment by its day and, where the source states it, its time of day."""
    name, clock = day_name(day, counting), _clock(instant, day)
    return translate("When", "{day}, {clock}").format(day=name, clock=clock) if clock else name


def _stretch(
    first: Instant, first_day: float, last: Instant, last_day: float, counting: Counting
) -> str:
    """Name all days from one to another."""
    start, end = _moment(first, first_day, counting), _moment(last, last_day, counting)
    if start == end:
        return start
    clocks = _clock(first, first_day), _clock(last, last_day)
    if all(clocks) and math.floor(first_day) == math.floor(last_day):
        words = translate("When", "{day}, {first}–{last}")
        day = day_name(first_day, counting)
        return words.format(day=day, first=clocks[0], last=clocks[1])
    if any(clocks):
        return translate("When", "{first} – {last}").format(first=start, last=end)
    return days_name(first_day, last_day, counting)


def _instant_short(instant: Instant, counting: Counting) -> str:
    if instant.day is not None:
        return _moment(instant, instant.day, counting)
    if instant.about is not None:
        return _about(instant, instant.about, counting)
    if instant.earliest is not None and instant.latest is not None:
        days = _stretch(instant, instant.earliest, instant, instant.latest, counting)
        return translate("When", "within {days}").format(days=days)
    return _bounds(instant, counting)


def _instant_long(instant: Instant, counting: Counting, language: str) -> str:
    words = _instant_exactly(instant, counting)
    return _with_wording(words, instant.wording, counting, language)


def _instant_exactly(instant: Instant, counting: Counting) -> str:
    if instant.day is not None:
        return _instant_short(instant, counting)
    bounds = _bounds(instant, counting)
    if instant.about is None:
        return bounds
    return in_line((_about(instant, instant.about, counting), bounds))


def _about(instant: Instant, day: float, counting: Counting) -> str:
    return translate("When", "about {time}").format(time=_moment(instant, day, counting))


def _bounds(instant: Instant, counting: Counting) -> str:
    first, last = instant.earliest, instant.latest
    if first is not None and last is not None:
        words = translate("When", "between {first} and {last}")
        begin, end = (_moment(instant, day, counting) for day in (first, last))
        return words.format(first=begin, last=end)
    if last is not None:
        time = _moment(instant, last, counting)
        return translate("When", "{time} or before").format(time=time)
    if first is not None:
        time = _moment(instant, first, counting)
        return translate("When", "{time} or later").format(time=time)
    return ""


def _interval(when: Interval, counting: Counting, language: str, is_long: bool) -> str:
    start, end = when.start, when.end
    if isinstance(end, Instant):
        if start.day is not None and end.day is not None:
            return _stretch(start, start.day, end, end.day, counting)
        if _same_bounds(start, end):
            exactly = _instant_exactly if is_long else _instant_short
            return exactly(start, counting)
    began = _start_words(start, counting, language, is_long)
    ended = _end_words(end, counting, language, is_long)
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


def _edge_words(instant: Instant, counting: Counting, language: str, is_long: bool) -> str:
    """Say an imprecise end of a period; in the source's words where it has some."""
    if instant.wording is not None and counting.is_own:
        return instant.wording.pick(language)
    exactly = _instant_exactly if is_long else _instant_short
    return exactly(instant, counting)


def _start_words(start: Instant, counting: Counting, language: str, is_long: bool) -> str:
    if start.day is not None and (start.wording is None or not counting.is_own):
        time = _moment(start, start.day, counting)
        return translate("When", "from {time}").format(time=time)
    time = _edge_words(start, counting, language, is_long)
    return translate("When", "began {time}").format(time=time)


def _end_words(end: Instant | NotKnown, counting: Counting, language: str, is_long: bool) -> str:
    if end == "open":
        return translate("When", "continues")
    if not isinstance(end, Instant):
        return translate("When", "end not stated")
    if isinstance(end, CutInstant):
        return ""
    if end.day is not None and (end.wording is None or not counting.is_own):
        words = translate("When", "to {time}").format(time=_moment(end, end.day, counting))
        # An inferred end must not read like a reported one; the long words give the reason.
        if is_long or end.evidence is None or end.evidence == "reported":
            return words
        return with_aside(words, evidence_name(end.evidence))
    words = _edge_words(end, counting, language, is_long)
    return translate("When", "ended {time}").format(time=words)
