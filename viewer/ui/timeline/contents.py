"""What the lanes of a case hold, in arrays, so that only what is visible costs time."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from viewer.geometry.labels import Words
from viewer.model.case import Case
from viewer.model.event import Event, Lane
from viewer.model.series import Statement
from viewer.model.time import Interval, Span
from viewer.ui.timeline.measures import Measures
from viewer.ui.timeline.texts import Wording, event_wording, statement_wording

Days = NDArray[np.float64]


@dataclass(frozen=True)
class LaneContents:
    """A lane with its events and statements, and the days they may cover."""

    lane: Lane
    subjects: tuple[Event | Statement, ...]
    count: int
    starts: Days
    ends: Days

    def between(self, span: Span) -> list[Event | Statement]:
        """Give what may be seen in a stretch of days."""
        seen = np.flatnonzero((self.starts < span.end) & (self.ends > span.start))
        return [self.subjects[i] for i in seen]


@dataclass(frozen=True)
class Contents:
    """The lanes of a disclosed case in one language and look; made anew when one changes."""

    case: Case
    language: str
    lanes: tuple[LaneContents, ...]
    anchors: Days
    """The moments of the events that have one, in order, for the cursor to snap to."""
    disputed: frozenset[str]
    wordings: dict[str, Wording] = field(default_factory=dict)
    widths: dict[str, Words] = field(default_factory=dict)

    def wording(self, subject: Event | Statement) -> Wording:
        """Give the words of a subject; made once."""
        known = self.wordings.get(subject.id)
        if known is None:
            is_disputed = subject.id in self.disputed
            if isinstance(subject, Event):
                known = event_wording(subject, is_disputed, self.language)
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

    def snapped(self, day: float, within_days: float) -> float:
        """Give the moment of the nearest event, or `day` where none is near."""
        if not self.anchors.size:
            return day
        at = int(np.searchsorted(self.anchors, day))
        near = self.anchors[max(at - 1, 0) : at + 1]
        nearest = float(near[np.abs(near - day).argmin()])
        return nearest if abs(nearest - day) <= within_days else day


def contents_of(case: Case, language: str) -> Contents:
    """Sort the events and statements of a case into its lanes."""
    found: dict[str, list[Event | Statement]] = {lane.id: [] for lane in case.lanes}
    subjects: tuple[Event | Statement, ...] = (*case.events, *case.statements)
    for subject in subjects:
        if subject.lane is not None and subject.lane in found:
            found[subject.lane].append(subject)
    return Contents(
        case,
        language,
        tuple(_lane(lane, found[lane.id]) for lane in case.lanes),
        np.array(sorted(e.when.anchor for e in case.events if _has_place(e)), dtype=np.float64),
        frozenset(id_ for discrepancy in case.discrepancies for id_ in discrepancy.about),
    )


def _has_place(event: Event) -> bool:
    """Tell whether an event has a mark or a hard start, not only bounds on both sides."""
    when = event.when.start if isinstance(event.when, Interval) else event.when
    return when.best is not None or None in (when.earliest, when.latest)


def _lane(lane: Lane, subjects: list[Event | Statement]) -> LaneContents:
    subjects.sort(key=lambda subject: subject.when.anchor)
    spans = [subject.when.span for subject in subjects]
    return LaneContents(
        lane,
        tuple(subjects),
        sum(isinstance(subject, Event) for subject in subjects),
        np.array([span.start for span in spans], dtype=np.float64),
        np.array([span.end for span in spans], dtype=np.float64),
    )
