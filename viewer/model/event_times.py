"""When the events of a course were, in arrays: what would take a long course long one by one.

The arithmetic is that of `Instant` and `Interval`, for all events at once.
"""

import math
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viewer.model.part import Part
from viewer.model.time import PRECISION_DAYS, CutInstant, Span

Days = NDArray[np.float64]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.intp]
Stated = dict[str, Any]
"""What is stated of an instant or an interval, by name; what is not may be missing or None."""

POINT, ENDED, OPEN, UNKNOWN = range(4)
"""An instant; an interval that ends at an instant; one that goes on; one whose end nobody told."""

_FIELDS = ("day", "earliest", "latest", "about", "known_from")
"""The columns of a table of instants; behind them the width, and whether it is a cut one."""
_WIDTH = len(_FIELDS)
_CUT = _WIDTH + 1
_ENDS: dict[object, int] = {"open": OPEN, "unknown": UNKNOWN}


def _row(instant: Part | Stated) -> list[float | None]:
    stated = instant if isinstance(instant, dict) else vars(instant)
    given = [stated.get(name) for name in _FIELDS]
    is_cut = isinstance(instant, CutInstant)
    return [*given, PRECISION_DAYS[stated.get("precision", "day")], float(is_cut)]


class InstantColumns:
    """Instants in arrays: their fields, NaN where they are not stated, and width (days)."""

    def __init__(self, table: Days) -> None:
        self.day, self.earliest, self.latest, self.about, self.known_from = table.T[:_WIDTH]
        self.width: Days = table[:, _WIDTH]
        self.is_cut: Flags = np.asarray(table[:, _CUT] > 0)
        """Whether a horizon hides the later bound."""

    @cached_property
    def is_exact(self) -> Flags:
        """Whether the source gives the one day."""
        return np.asarray(~np.isnan(self.day))

    @cached_property
    def first(self) -> Days:
        """The earliest stated day; minus infinity where there is none (days)."""
        return _or(self.day, _or(self.earliest, -math.inf))

    @cached_property
    def last(self) -> Days:
        """The latest stated day; infinity where there is none (days)."""
        return _or(self.day, _or(self.latest, math.inf))

    @cached_property
    def end(self) -> Days:
        """The end of all moments it may be at; infinity where there is none (days)."""
        return self.last + self.width

    @cached_property
    def best(self) -> Days:
        """The day that the source gives, exact or best; NaN where it gives only bounds (days)."""
        return _or(self.day, self.about)

    @cached_property
    def spoken(self) -> Days:
        """The latest day it speaks of; infinity where there is none (days)."""
        own = _or(self.day, _or(self.latest, _or(self.about, math.inf)))
        return np.asarray(np.fmax(own, self.known_from))

    @cached_property
    def anchor(self) -> Days:
        """The moment a mark for it stands at; NaN where it has no bound at all (days)."""
        middle = (self.earliest + self.latest) / 2
        bound = _or(middle, _or(self.earliest, self.latest))
        return _or(self.best, bound) + self.width / 2


def _or(days: Days, otherwise: Days | float) -> Days:
    taken: Days = np.where(np.isnan(days), otherwise, days)
    return taken


class EventTimes:
    """When each of many events was, one a row; all arrays are read-only by agreement."""

    def __init__(self, starts: Days, ends: Days, forms: NDArray[np.int8]) -> None:
        self._starts = starts
        self._ends = ends
        self.forms = forms
        """POINT, ENDED, OPEN or UNKNOWN."""
        self.start = InstantColumns(starts)
        self.end = InstantColumns(ends)
        """Of what has an end; all else has NaN."""

    @classmethod
    def of(cls, whens: Sequence[Part | Stated]) -> "EventTimes":
        """Read times, as models or as they stand in a sound file."""
        starts = np.full((len(whens), _CUT + 1), math.nan)
        starts[:, _WIDTH:] = PRECISION_DAYS["day"], 0
        ends, forms = starts.copy(), np.zeros(len(whens), dtype=np.int8)
        plain = _Plain(starts), _Plain(ends)
        for number, when in enumerate(whens):
            stated = when if isinstance(when, dict) else vars(when)
            start = stated.get("start")
            plain[0].put(number, when if start is None else start)
            if start is not None:
                end = stated["end"]
                forms[number] = _ENDS.get(end, ENDED) if isinstance(end, str) else ENDED
                if forms[number] == ENDED:
                    plain[1].put(number, end)
        for one in plain:
            one.fill()
        return cls(starts, ends, forms)

    def chosen(self, numbers: Numbers) -> "EventTimes":
        """Give the times of some of the events."""
        return EventTimes(self._starts[numbers], self._ends[numbers], self.forms[numbers])

    def changed(self, numbers: Numbers, others: "EventTimes") -> "EventTimes":
        """Give the same with the times of some events replaced."""
        starts, ends, forms = self._starts.copy(), self._ends.copy(), self.forms.copy()
        starts[numbers], ends[numbers], forms[numbers] = others._starts, others._ends, others.forms
        return EventTimes(starts, ends, forms)

    # -- the whole of each ----------------------------------------------------------------------

    @cached_property
    def first(self) -> Days:
        """The first moment each may cover; minus infinity where that is not known (days)."""
        return self.start.first

    @cached_property
    def last(self) -> Days:
        """The end of what each may cover; infinity where that is not known (days)."""
        last = np.where(self.forms == ENDED, self.end.end, math.inf)
        return np.where(self.forms == POINT, self.start.end, last)

    @cached_property
    def spoken(self) -> Days:
        """The latest day each speaks of; infinity where that is not known (days)."""
        both = np.where(self.forms == ENDED, np.fmax(self.start.spoken, self.end.spoken), math.inf)
        return np.where(self.forms == POINT, self.start.spoken, both)

    @property
    def begun_by(self) -> Days:
        """The latest day on which each may have begun; infinity where that is not known (days)."""
        return self.start.spoken

    @cached_property
    def certain(self) -> tuple[Days, Days]:
        """From where to where each interval was surely going on; NaN where no day is certain."""
        start, end = self.start, self.end
        first_day_end = start.end
        is_told = (self.forms == ENDED) & ~(end.is_cut & np.isnan(end.earliest))
        told = np.where(is_told, end.first + end.width, first_day_end)
        until = np.where(is_told & start.is_exact, np.fmax(told, first_day_end), told)
        is_certain = (self.forms != POINT) & (until > start.last)
        covered = np.fmax(until, first_day_end)
        return np.where(is_certain, start.last, math.nan), np.where(is_certain, covered, math.nan)

    @cached_property
    def anchor(self) -> Days:
        """The moment the cursor goes to (days)."""
        is_bounded = np.isfinite(self.first) & np.isfinite(self.last)
        is_vague = (self.forms != POINT) & np.isnan(self.certain[0]) & is_bounded
        with np.errstate(invalid="ignore"):  # an infinite bound is not taken
            middle = (self.first + self.last) / 2
        return np.where(is_vague, middle, self.start.anchor)

    @cached_property
    def has_place(self) -> Flags:
        """Whether it has a mark or a hard start, not only bounds on both sides."""
        start = self.start
        is_bounded = ~np.isnan(start.earliest) & ~np.isnan(start.latest)
        return np.asarray(~np.isnan(start.best) | ~is_bounded)

    @property
    def stated(self) -> Days:
        """Every day that is stated, bounds too, in no order (days)."""
        whole = np.concatenate([self._starts[:, : _WIDTH - 1], self._ends[:, : _WIDTH - 1]])
        return np.asarray(whole[~np.isnan(whole)])

    # -- on one day -----------------------------------------------------------------------------

    def surely_on(self, day: Span) -> Flags:
        """Tell which surely were going on at some time of a day."""
        return _overlap(self._sure, day)

    def begun_before(self, day: Span) -> Flags:
        """Tell which surely had begun before a day, while nobody told how long they went on."""
        return np.asarray(self._begun < day.start)

    def perhaps_on(self, day: Span) -> Flags:
        """Tell which may have been on a day; a missing bound is no reason to suspect every day."""
        return _overlap(self._perhaps, day)

    @cached_property
    def _sure(self) -> tuple[Days, Days]:
        start, end = (column.copy() for column in self.certain)
        is_day = (self.forms == POINT) & self.start.is_exact
        start[is_day], end[is_day] = self.first[is_day], self.last[is_day]
        is_open = self.forms == OPEN
        start[is_open], end[is_open] = self.start.last[is_open], math.inf
        return start, end

    @cached_property
    def _begun(self) -> Days:
        is_bounded = np.isfinite(self.end.last) | ~np.isnan(self.end.about)
        is_bounded = (self.forms == POINT) | ((self.forms == ENDED) & is_bounded)
        return np.where(is_bounded, math.inf, self.start.last)

    @cached_property
    def _perhaps(self) -> tuple[Days, Days]:
        start, end, is_point = self.start, self.end, self.forms == POINT
        first = _or(start.earliest, _or(start.about, start.last))
        is_about = (self.forms == ENDED) & ~np.isfinite(self.last) & ~np.isnan(end.about)
        last = np.where(is_about, end.about + end.width, self.last)
        is_wide = (start.is_cut & np.isfinite(self.first)) | (
            np.isfinite(self.first) & np.isfinite(self.last)
        )
        moment = start.anchor
        first = np.where(is_point, np.where(is_wide, self.first, moment), first)
        last = np.where(is_point, np.where(is_wide, self.last, np.nextafter(moment, 1e9)), last)
        return first, last


def _overlap(spans: tuple[Days, Days], day: Span) -> Flags:
    found: Flags = (spans[0] < day.end) & (day.start < spans[1])
    return found


class _Plain:
    """Fills rows; those that say no more than a day, as most do, all at once."""

    def __init__(self, table: Days) -> None:
        self._table = table
        self._numbers: list[int] = []
        self._days: list[float] = []

    def put(self, number: int, instant: Part | Stated) -> None:
        if isinstance(instant, dict) and len(instant) == 1 and "day" in instant:
            self._numbers.append(number)
            self._days.append(instant["day"])
        else:
            self._table[number] = _row(instant)

    def fill(self) -> None:
        self._table[self._numbers, 0] = self._days
