"""What the lanes of a case hold, in arrays, so that only what is visible costs time."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import overload

import numpy as np

from viewer.geometry.labels import Words
from viewer.model.case import Case
from viewer.model.course_studies import CourseStudies
from viewer.model.event import Event, Lane
from viewer.model.event_times import OPEN, Days, EventTimes, Flags, Numbers
from viewer.model.lanes import LaneRow
from viewer.model.numbering import Counting
from viewer.model.series import Statement
from viewer.model.time import Span
from viewer.ui.timeline.measures import Measures
from viewer.ui.timeline.texts import Wording, event_wording, statement_wording


class Ids(Sequence[str]):
    """The ids of some events and statements, each looked up only when it is asked for."""

    def __init__(self, case: Case, numbers: Numbers, marks: tuple[Event, ...] = ()) -> None:
        self._case = case
        self._marks = marks
        self.numbers = numbers
        """Their numbers, as those of a lane."""

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...

    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        if isinstance(at, slice):
            return tuple(self._id(number) for number in self.numbers[at].tolist())
        return self._id(int(self.numbers[at]))

    def __repr__(self) -> str:
        return repr(self[:])  # told in words where two windows are compared

    def __contains__(self, id_: object) -> bool:
        number = number_of(self._case, id_, self._marks)
        return number is not None and bool((self.numbers == number).any())

    def any_of(self, flags: Flags) -> bool:
        """Tell whether any is flagged, by numbers as those of a lane."""
        return bool(flags[self.numbers].any())

    def _id(self, number: int) -> str:
        entries = self._case.events.entries
        if number >= len(entries):
            return _other(self._case, self._marks, number).id
        entry = entries[number]
        return str(entry["id"]) if isinstance(entry, dict) else entry.id


def number_of(case: Case, id_: object, marks: tuple[Event, ...] = ()) -> int | None:
    """Give the number of an event, or of a statement or a mark counted on from the last event."""
    if not isinstance(id_, str):
        return None
    events = case.events
    others: tuple[Statement | Event, ...] = (*case.statements, *marks)
    found = enumerate(others, len(events))
    number = events.numbers.get(id_)
    return number if number is not None else next((n for n, s in found if s.id == id_), None)


def _other(case: Case, marks: tuple[Event, ...], number: int) -> Event | Statement:
    stated, at = case.statements, number - len(case.events)
    if at < len(stated):
        return stated[at]
    return marks[at - len(stated)]


@dataclass(frozen=True)
class LaneContents:
    """A lane with its events and statements by time, and the days they may cover."""

    lane: Lane
    case: Case
    numbers: Numbers
    """Of its events among those of the case; statements are counted on from the last event, and
    the marks of studies from the last statement."""
    count: int
    """How many events and marks there are."""
    anchors: Days
    starts: Days
    ends: Days
    certain: tuple[Days, Days]
    """First and last moment of what each event surely covers; NaN where there is none."""
    marks: tuple[Event, ...] = ()
    """The marks of studies that no event stands for, of all lanes."""

    def places_between(self, span: Span) -> Numbers:
        """Give the places, in this lane, of what may be seen in a stretch of days."""
        return np.flatnonzero((self.starts < span.end) & (self.ends > span.start))

    def between(self, span: Span) -> list[Event | Statement]:
        """Give what may be seen in a stretch of days."""
        places = self.places_between(span)
        return [self.subject(number) for number in self.numbers[places].tolist()]

    def statements_between(self, span: Span) -> list[Event | Statement]:
        """Give the statements, and the marks of studies, that may be seen in a stretch of days."""
        numbers = self.numbers[self.places_between(span)]
        return [self.subject(n) for n in numbers[numbers >= len(self.case.events)].tolist()]

    def ids(self, places: Numbers) -> Ids:
        """Give the ids of what stands at these places of the lane, without making events."""
        return Ids(self.case, self.numbers[places], self.marks)

    def subject(self, number: int) -> Event | Statement:
        """Give the event, statement or mark with a number."""
        events = self.case.events
        if number < len(events):
            return events[number]
        return _other(self.case, self.marks, number)


@dataclass(frozen=True)
class Contents:
    """The lanes of a disclosed case in one counting, language and look; made anew with them."""

    case: Case
    counting: Counting
    language: str
    lanes: dict[str, LaneContents]
    anchors: Days
    """The moments of the events that have one, in order, for the cursor to snap to."""
    disputed: frozenset[str]
    rows: Numbers
    """The number of each event's lane; -1 for an event of none."""
    studies: CourseStudies = field(default_factory=CourseStudies)
    """Where studies and reports with pictures stand."""
    has_pictures: bool = False
    """Whether a small picture stands before the name of each."""
    groups: dict[tuple[str, ...], LaneContents] = field(default_factory=dict)
    wordings: dict[str, Wording] = field(default_factory=dict)
    widths: dict[str, Words] = field(default_factory=dict)

    def counts(self, span: Span) -> dict[str, int]:
        """Give how many events of each lane may be seen in a stretch of days."""
        times = self.case.events.times
        is_seen = (times.first < span.end) & (times.last > span.start) & (self.rows >= 0)
        counts = np.bincount(self.rows[is_seen], minlength=len(self.lanes))
        return dict(zip(self.lanes, counts.tolist(), strict=True))

    def of_row(self, row: LaneRow) -> LaneContents:
        """Give what a row stands for: a lane, or all lanes of a collapsed group; joined once."""
        if len(row.within) == 1:
            return self.lanes[row.lane.id]
        if row.within not in self.groups:
            self.groups[row.within] = _joined(row.lane, [self.lanes[id_] for id_ in row.within])
        return self.groups[row.within]

    def wording(self, subject: Event | Statement) -> Wording:
        """Give the words of a subject; made once."""
        known = self.wordings.get(subject.id)
        if known is None:
            is_disputed = subject.id in self.disputed
            if isinstance(subject, Event):
                is_pictured = self.has_pictures and self._is_pictured(subject.id)
                given = self.counting, self.language
                known = event_wording(subject, is_disputed, *given, is_pictured=is_pictured)
            else:
                known = statement_wording(subject, is_disputed, self.language)
            self.wordings[subject.id] = known
        return known

    def words(self, subject: Event | Statement, measures: Measures) -> Words:
        """Give how wide the words of a subject are; measured once."""
        known = self.widths.get(subject.id)
        if known is None:
            known = self.wording(subject).measured(measures)
            self.widths[subject.id] = known
        return known

    def _is_pictured(self, id_: str) -> bool:
        return id_ in self.studies.by_event or id_ in self.studies.by_mark

    def snapped(self, day: float, within_days: float) -> float:
        """Give the moment of the nearest event, or `day` where none is near."""
        if not self.anchors.size:
            return day
        at = int(np.searchsorted(self.anchors, day))
        near = self.anchors[max(at - 1, 0) : at + 1]
        nearest = float(near[np.abs(near - day).argmin()])
        return nearest if abs(nearest - day) <= within_days else day


def contents_of(
    case: Case,
    counting: Counting,
    language: str,
    studies: CourseStudies,
    *,
    has_pictures: bool = False,
) -> Contents:
    """Sort the events and statements of a case, and the marks of `studies`, into its lanes."""
    lanes = [lane.id for lane in studies.lanes]
    others: tuple[Statement | Event, ...] = (*case.statements, *studies.marks)
    events, stated = case.events.times, EventTimes.of([other.when for other in others])
    at = {lane: row for row, lane in reversed([*enumerate(lanes)])}
    stated_rows = [at.get(other.lane or "", -1) for other in others]
    rows = case.events.rows(lanes)
    row = np.concatenate([rows, np.array(stated_rows, dtype=np.intp)])
    first = np.concatenate([events.first, stated.first])
    last = np.concatenate([events.last, stated.last])
    anchor = np.concatenate([events.anchor, stated.anchor])
    # A statement may say that there was nothing: it covers no days of its lane.
    nothing = np.full(len(others), math.nan)
    starts, ends = (np.concatenate([days, nothing]) for days in _surely(events))
    order = np.lexsort((anchor, row))
    edges = np.searchsorted(row[order], np.arange(len(lanes) + 1))

    def contents(at: int) -> LaneContents:
        numbers = order[edges[at] : edges[at + 1]]
        stated = (numbers >= len(case.events)) & (numbers < len(case.events) + len(case.statements))
        count = int(np.count_nonzero(~stated))
        certain = starts[numbers], ends[numbers]
        covers = anchor[numbers], first[numbers], last[numbers], certain
        return LaneContents(studies.lanes[at], case, numbers, count, *covers, studies.marks)

    return Contents(
        case,
        counting,
        language,
        {lane: contents(at) for at, lane in enumerate(lanes)},
        np.sort(events.anchor[events.has_place]),
        frozenset(id_ for discrepancy in case.discrepancies for id_ in discrepancy.about),
        rows,
        studies,
        has_pictures,
    )


def _surely(times: EventTimes) -> tuple[Days, Days]:
    """Give what each interval surely covers; one that goes on has no end."""
    starts, ends = times.certain
    goes_on = (times.forms == OPEN) & np.isfinite(times.start.last)
    return np.where(goes_on, times.start.last, starts), np.where(goes_on, math.inf, ends)


def _joined(lane: Lane, parts: list[LaneContents]) -> LaneContents:
    anchors = np.concatenate([part.anchors for part in parts])
    order = np.argsort(anchors, kind="stable")

    def sorted_(days: Iterable[Days]) -> Days:
        return np.concatenate(list(days))[order]

    return LaneContents(
        lane,
        parts[0].case,
        np.concatenate([part.numbers for part in parts])[order],
        sum(part.count for part in parts),
        anchors[order],
        sorted_(part.starts for part in parts),
        sorted_(part.ends for part in parts),
        (sorted_(part.certain[0] for part in parts), sorted_(part.certain[1] for part in parts)),
        parts[0].marks,
    )
