"""The events that stand beside the values of a series: what its rail shows."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from viewer.model.case import Case
from viewer.model.event import Event
from viewer.model.event_times import POINT, EventTimes, Numbers
from viewer.model.part import words_of
from viewer.model.time import Interval
from viewer.model.treatment import Dose
from viewer.ui.words.joining import in_line

MOST_LINES = 3
"""Intervals of one time share the height of a rail among so many lines."""


@dataclass(frozen=True, eq=False)
class Rail:
    """The low line at the foot of a panel for events that stand beside its values; as arrays."""

    case: Case = field(repr=False)
    language: str
    series: tuple[str, ...]
    """Ids of the series whose values it stands beside."""
    numbers: Numbers
    """Of its events among those of the case."""
    ids: tuple[str, ...]
    kinds: tuple[str, ...]
    """The kind of the lane of each."""
    times: EventTimes
    lines: Numbers
    """Which line each interval takes; those of one time stand one below another."""
    peaks: dict[tuple[str, str | None], float]
    """The highest dose of its intervals, by unit and what it is for."""
    name: str

    @property
    def line_count(self) -> int:
        """How many lines its intervals take."""
        return int(self.lines.max(initial=0)) + 1

    @property
    def is_mixed(self) -> bool:
        """Whether instants stand on it as well as intervals."""
        return len(set((self.times.forms == POINT).tolist())) == 2

    def event(self, place: int) -> Event:
        """Give the event at a place of the rail."""
        return self.case.events[int(self.numbers[place])]

    def peak(self, dose: Dose | None) -> float | None:
        """Give the highest dose in the unit of one; None without a dose."""
        return None if dose is None else self.peaks.get((dose.unit, dose.per))


def rail_of(case: Case, series: Sequence[str], language: str) -> Rail | None:
    """Make the rail of one series, or of several in one panel; None where no event stands there."""
    beside = case.events.beside
    found = sorted({number for id_ in series for number in beside.get(id_, ())})
    if not found:
        return None
    numbers = np.array(found, dtype=np.intp)
    times = case.events.times.chosen(numbers)
    events = [case.events.passing(number) for number in found]
    lanes = {lane.id: lane for lane in case.lanes}
    named = [lanes[id_].title.pick(language) for id_ in dict.fromkeys(e.lane for e in events)]
    name = words_of(events[0].title).pick(language) if len(events) == 1 else in_line(named)
    return Rail(
        case,
        language,
        tuple(series),
        numbers,
        tuple(event.id for event in events),
        tuple(lanes[event.lane].kind for event in events),
        times,
        _lines(times),
        _peaks(event for event in events if isinstance(event.when, Interval)),
        name,
    )


def together(rails: Iterable[Rail | None]) -> Rail | None:
    """Give the rail of a panel of several series."""
    made = [rail for rail in rails if rail is not None]
    if len(made) < 2:
        return made[0] if made else None
    series = [id_ for rail in made for id_ in rail.series]
    return rail_of(made[0].case, series, made[0].language)


def _lines(times: EventTimes) -> Numbers:
    """Put each interval on the first line that is free by then, or else on the last."""
    found = np.zeros(len(times.forms), dtype=np.intp)
    free_from = [-math.inf] * MOST_LINES
    spans = np.flatnonzero(times.forms != POINT)
    for place in spans[np.argsort(times.first[spans], kind="stable")].tolist():
        free = (n for n, day in enumerate(free_from) if day <= times.first[place])
        line = next(free, MOST_LINES - 1)
        found[place] = line
        free_from[line] = max(free_from[line], float(times.last[place]))
    return found


def _peaks(events: Iterable[Event]) -> dict[tuple[str, str | None], float]:
    found: dict[tuple[str, str | None], float] = {}
    for event in events:
        for dose in (event.dose, *(change.dose for change in event.changes)):
            if dose is not None:
                unit = dose.unit, dose.per
                found[unit] = max(found.get(unit, 0.0), dose.value)
    return found
