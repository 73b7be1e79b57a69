"""Questions one asks of a course: which part is this, what came next, what was going on."""

import math
from collections.abc import Iterator
from typing import Literal, NamedTuple

from viewer.model.case import Case, Discrepancy, Note
from viewer.model.clinical import Report, Study
from viewer.model.event import Event
from viewer.model.series import Measurement, Series, Statement
from viewer.model.time import CutInstant, Instant, Interval, NotKnown, Span

Anchored = Event | Statement | Study | Report
"""Parts that have a place in time and can be selected."""
Selectable = Anchored | Series | Note | Discrepancy

EMPTY_COURSE = Span(-1.0, 30.0)
EDGE_SHARE = 0.04


def part(case: Case, id_: str | None) -> Selectable | None:
    """Give the part with this id; None where the case has none."""
    return next((p for p in _parts(case) if p.id == id_), None) if id_ is not None else None


def _parts(case: Case) -> Iterator[Selectable]:
    yield from case.events
    yield from case.statements
    yield from case.studies
    yield from case.reports
    yield from case.series
    yield from case.notes
    yield from case.discrepancies


def in_order(case: Case) -> tuple[Event, ...]:
    """Give the events by the moment the cursor goes to; by lane where they are at one moment."""
    lanes = {lane.id: row for row, lane in enumerate(case.lanes)}
    return tuple(sorted(case.events, key=lambda e: (e.when.anchor, lanes.get(e.lane, 0))))


def neighbour(case: Case, selection: str | None, cursor: float, steps: int) -> Event | None:
    """Give the event `steps` after (before, where negative) the selected one or the cursor."""
    events = in_order(case)
    at = next((i for i, event in enumerate(events) if event.id == selection), None)
    if at is None:
        before = sum(event.when.anchor < cursor - 1e-9 for event in events)
        at = before - 1 if steps > 0 else before
    target = min(max(at + steps, 0), len(events) - 1)
    return events[target] if events and target != at else None


class OnDay(NamedTuple):
    """What a day holds, by how sure that is; each in lane order."""

    surely: tuple[Event | Statement, ...] = ()
    """The day lies in what is certain."""
    begun: tuple[Event, ...] = ()
    """Surely begun earlier; whether it went on that day is not known."""
    perhaps: tuple[Event, ...] = ()
    """It may have been that day, or begun or ended by then."""


def on_day(case: Case, day: float) -> OnDay:
    """Tell what was going on on the whole day of `day`; nothing is, after the course has ended.

    What nobody stated is not shown as going on: an end that is not known leaves only the time up
    to the last certain day.
    """
    whole = Span(math.floor(day), math.floor(day) + 1)
    follow_up = case.subject.follow_up
    if follow_up is not None and day >= follow_up.end.span.end:
        return OnDay()
    lanes = {lane.id: row for row, lane in enumerate(case.lanes)}
    events = sorted(case.events, key=lambda e: (lanes.get(e.lane, 0), e.when.anchor))
    found: dict[str, list[Event]] = {"surely": [], "begun": [], "perhaps": []}
    for event in events:
        how = _how_sure(event.when, whole)
        if how is not None:
            found[how].append(event)
    stated = [s for s in case.statements if _how_sure(s.when, whole) == "surely"]
    return OnDay((*found["surely"], *stated), tuple(found["begun"]), tuple(found["perhaps"]))


HowSure = Literal["surely", "begun", "perhaps"]


def _how_sure(when: Instant | Interval, day: Span) -> HowSure | None:
    if isinstance(when, Instant):
        return _instant_sure(when, day)
    certain = when.certain
    is_open = when.end == "open" and when.start.last < day.end
    if is_open or (certain is not None and certain.overlaps(day)):
        return "surely"
    if when.start.last < day.start and not _is_bounded(when.end):
        return "begun"
    # A bound that is missing is no reason to suspect every day before or after.
    start, end = when.start, when.end
    first = next(d for d in (start.earliest, start.about, start.last) if d is not None)
    last = end.span.end if isinstance(end, Instant) else math.inf
    if isinstance(end, Instant) and end.about is not None and not math.isfinite(last):
        last = end.about + end.width
    return "perhaps" if Span(first, last).overlaps(day) else None


def _instant_sure(when: Instant, day: Span) -> HowSure | None:
    if when.is_exact:
        return "surely" if when.span.overlaps(day) else None
    is_cut = isinstance(when, CutInstant) and math.isfinite(when.first)
    if is_cut or math.isfinite(when.span.days):
        return "perhaps" if when.span.overlaps(day) else None
    return "perhaps" if day.contains(when.anchor) else None


def _is_bounded(end: Instant | NotKnown) -> bool:
    return isinstance(end, Instant) and (math.isfinite(end.last) or end.about is not None)


def latest_at(parts: tuple[Study, ...] | tuple[Report, ...], day: float) -> Study | Report | None:
    """Give the part that was current on a day: the last one not after it."""
    past = [p for p in parts if p.when.anchor < math.floor(day) + 1]
    return max(past, key=lambda p: p.when.anchor, default=None)


def nearest_value(series: Series, day: float) -> tuple[Measurement, float] | None:
    """Give the nearest value at or before `day`, else the nearest after it.

    With it the whole days from the cursor to the value; negative where the value is earlier.
    Never interpolates.
    """
    whole = math.floor(day)
    dated = [(point, math.floor(point.when.anchor) - whole) for point in series.points]

    def distance(pair: tuple[Measurement, float]) -> tuple[bool, float, bool, float]:
        point, days = pair
        return days > 0, abs(days), not is_dated(point), abs(point.when.anchor - day)

    return min(dated, key=distance, default=None)


def death_moment(case: Case) -> float | None:
    """Give the moment of death where the disclosed course tells its day; None otherwise."""
    follow_up = case.subject.follow_up
    if follow_up is not None and follow_up.reason == "death" and follow_up.end.is_exact:
        return follow_up.end.anchor
    return None


def course_end(case: Case, horizon: int | None) -> float:
    """Give the moment after which nothing is drawn that has no end of its own.

    It is the end of the horizon, of the follow-up, or death; infinite where there is none (days).
    """
    limits = [math.inf if horizon is None else horizon + 1.0]
    if case.subject.follow_up is not None:
        limits.append(case.subject.follow_up.end.span.end)
    death = death_moment(case)
    return min([*limits, death] if death is not None else limits)


def is_dated(point: Measurement) -> bool:
    """Whether a value has a place on the axis; "before the day count" has none."""
    return point.when.best is not None or math.isfinite(point.when.first)


def discrepancies_about(case: Case, id_: str) -> tuple[Discrepancy, ...]:
    """Give the places where the source disagrees about a part."""
    return tuple(d for d in case.discrepancies if id_ in d.about)


def bounds(case: Case, horizon: int | None) -> Span:
    """Give the stretch of days that shows the whole disclosed course, with a margin.

    Under a horizon it ends where that day ends, without one a little after the last known day.
    """
    days = list(known_days(case))
    if not days:
        end = EMPTY_COURSE.end if horizon is None else float(horizon + 1)
        return Span(end - EMPTY_COURSE.days, end)
    first, last = min(days), max(days) + 1
    margin = max(2.0, (last - first) * EDGE_SHARE)
    end = last + margin if horizon is None else float(horizon + 1)
    return Span(min(first, end - 1) - margin, end)


def known_days(case: Case) -> Iterator[float]:
    """Give every day that the case states for anything, bounds too, in no order."""
    return (day for when in _whens(case) for day in _finite_days(when))


def _whens(case: Case) -> Iterator[Instant | Interval]:
    for parts in (case.events, case.statements, case.studies, case.reports):
        yield from (p.when for p in parts)
    yield from (point.when for series in case.series for point in series.points)
    if case.subject.follow_up is not None:
        yield case.subject.follow_up.end


def _finite_days(when: Instant | Interval) -> Iterator[float]:
    if isinstance(when, Interval):
        yield from _finite_days(when.start)
        if isinstance(when.end, Instant):
            yield from _finite_days(when.end)
        return
    for day in (when.day, when.earliest, when.about, when.latest):
        if day is not None:
            yield day
