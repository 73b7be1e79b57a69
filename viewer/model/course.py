"""Questions one asks of a course: which part is this, what came next, what was going on."""

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from viewer.model.case import Case, Discrepancy, Note
from viewer.model.clinical import Report, Study
from viewer.model.event import Event
from viewer.model.event_times import Days, EventTimes, Flags, Numbers, Stated
from viewer.model.part import Part
from viewer.model.series import Measurement, Series, Statement
from viewer.model.time import Instant, Interval, Span

Anchored = Event | Statement | Study | Report
"""Parts that have a place in time and can be selected."""
Selectable = Anchored | Series | Note | Discrepancy

EMPTY_COURSE = Span(-1.0, 30.0)
EDGE_SHARE = 0.04


def prepare(case: Case) -> None:
    """Make what the questions below are answered from, which takes a while for a long course."""
    part(case, "")
    first_event(case)
    on_day(case, 0.0, most=0)
    bounds(case, None)


def part(case: Case, id_: str | None) -> Selectable | None:
    """Give the part with this id; None where the case has none."""
    if id_ is None:
        return None
    number = case.events.numbers.get(id_)
    if number is not None:
        return case.events[number]
    return next((p for p in _parts_but_events(case) if p.id == id_), None)


def _parts_but_events(case: Case) -> Iterator[Selectable]:
    yield from case.statements
    yield from case.studies
    yield from case.reports
    yield from case.series
    yield from case.notes
    yield from case.discrepancies


def in_order(case: Case) -> Numbers:
    """Give the numbers of the events by the moment the cursor goes to.

    By lane where they are at one moment.
    """
    return case.events.order(tuple(lane.id for lane in case.lanes))


def lane_span(case: Case, id_: str) -> Span | None:
    """Give the days from the first to the last possible one of what stands in a lane.

    None where nothing does.
    """
    numbers = np.flatnonzero(case.events.rows((id_,)) == 0)
    times = case.events.times
    said = [one.when.span for one in case.statements if one.lane == id_]
    first = [*times.first[numbers].tolist(), *(span.start for span in said)]
    last = [*times.last[numbers].tolist(), *(span.end for span in said)]
    return Span(min(first), max(last)) if first else None


def first_event(case: Case, among: Flags | None = None) -> Event | None:
    """Give the first event by the moment the cursor goes to; None where there is none.

    `among` tells of each event, by its number, whether it counts; all do without it.
    """
    order = _in_order_among(case, among)
    return case.events[int(order[0])] if order.size else None


def last_event(case: Case, among: Flags | None = None) -> Event | None:
    """Give the last event by the moment the cursor goes to, as `first_event` does."""
    order = _in_order_among(case, among)
    return case.events[int(order[-1])] if order.size else None


def _in_order_among(case: Case, among: Flags | None) -> Numbers:
    order = in_order(case)
    return order if among is None else order[among[order]]


def neighbour(
    case: Case, selection: str | None, cursor: float, steps: int, among: Flags | None = None
) -> Event | None:
    """Give the event `steps` after (before, where negative) the selected one or the cursor.

    Only those `among` the events count, as for `first_event`.
    """
    events, order = case.events, _in_order_among(case, among)
    if not order.size:
        return None
    number = None if selection is None else events.numbers.get(selection)
    if number is not None and (among is None or among[number]):
        at = int(np.flatnonzero(order == number)[0])
    else:
        if number is None:
            before = int(np.count_nonzero(events.times.anchor[order] < cursor - 1e-9))
        else:
            whole = in_order(case)
            place = np.argsort(whole)  # of each event, by its number
            before = int(np.searchsorted(place[order], place[number]))
        at = before - 1 if steps > 0 else before
    target = min(max(at + steps, 0), len(order) - 1)
    return events[int(order[target])] if target != at else None


class OnDay(NamedTuple):
    """What a day holds, by how sure that is; each in lane order."""

    surely: tuple[Event | Statement, ...] = ()
    """The day lies in what is certain."""
    begun: tuple[Event, ...] = ()
    """Surely begun earlier; whether it went on that day is not known."""
    perhaps: tuple[Event, ...] = ()
    """It may have been that day, or begun or ended by then."""
    left_out: tuple[int, int, int] = (0, 0, 0)
    """How many more there are of each, where only so many were asked for."""


def on_day(case: Case, day: float, most: int | None = None) -> OnDay:
    """Tell what was going on on the whole day of `day`; nothing is, after the course has ended.

    What nobody stated is not shown as going on: an end that is not known leaves only the time up
    to the last certain day. Of each kind at most `most` are given.
    """
    whole = Span(math.floor(day), math.floor(day) + 1)
    follow_up = case.subject.follow_up
    if follow_up is not None and day >= follow_up.end.span.end:
        return OnDay()
    times = case.events.times
    surely, begun = times.surely_on(whole), times.begun_before(whole)
    kinds = (surely, begun & ~surely, times.perhaps_on(whole) & ~begun & ~surely)
    found = [_by_lane(case, np.flatnonzero(kind)) for kind in kinds]
    events = [tuple(case.events[n] for n in numbers[:most].tolist()) for numbers in found]
    stated = [s for s in case.statements if _is_surely_on(s.when, whole)]
    told: tuple[Event | Statement, ...] = (*events[0], *stated)
    counts = len(found[0]) + len(stated), len(found[1]), len(found[2])
    given = told[:most], events[1], events[2]
    first, second, third = (n - len(one) for n, one in zip(counts, given, strict=True))
    return OnDay(*given, (first, second, third))


def _by_lane(case: Case, numbers: Numbers) -> Numbers:
    """Put the numbers of events in the order of the lanes, then of time."""
    rows = np.maximum(case.events.rows([lane.id for lane in case.lanes]), 0)
    return numbers[np.lexsort((case.events.times.anchor[numbers], rows[numbers]))]


def _is_surely_on(when: Instant | Interval, day: Span) -> bool:
    return bool(EventTimes.of([when]).surely_on(day)[0])


def latest_at(parts: tuple[Study, ...] | tuple[Report, ...], day: float) -> Study | Report | None:
    """Give the part that was current on a day: the last one not after it."""
    past = [p for p in parts if p.when.anchor < math.floor(day) + 1]
    return max(past, key=lambda p: p.when.anchor, default=None)


def nearest_number(series: Series, day: float) -> int | None:
    """Give the number, in its series, of the value that the cursor reads; None without values.

    It is the nearest at or before `day`, else the nearest after it. Never interpolates.
    """
    found: list[int] = []
    if series.points:
        order = series.by_day
        numbers = order.on(order.day_read_on(day))
        dated = numbers[[is_dated(series.points[number]) for number in numbers.tolist()]]
        numbers = dated if dated.size else numbers
        found.append(int(numbers[np.abs(order.anchors[numbers] - day).argmin()]))
    if series.sampled is not None:
        found.append(len(series.points) + series.sampled.nearest(day))

    def distance(number: int) -> tuple[bool, float, bool, float]:
        point = series.at(number)
        days = _days_off(point, day)
        return days > 0, abs(days), not is_dated(point), abs(point.when.anchor - day)

    return min(found, key=distance, default=None)


def nearest_value(series: Series, day: float) -> tuple[Measurement, float] | None:
    """Give the value that the cursor reads, as `nearest_number` chooses it.

    With it the whole days from the cursor to the value; negative where the value is earlier.
    """
    number = nearest_number(series, day)
    if number is None:
        return None
    point = series.at(number)
    return point, _days_off(point, day)


def _days_off(point: Measurement, day: float) -> int:
    return math.floor(point.when.anchor) - math.floor(day)


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
    days = known_days(case)
    if not days.size:
        end = EMPTY_COURSE.end if horizon is None else float(horizon + 1)
        return Span(end - EMPTY_COURSE.days, end)
    first, last = float(days.min()), float(days.max()) + 1
    margin = max(2.0, (last - first) * EDGE_SHARE)
    end = last + margin if horizon is None else float(horizon + 1)
    return Span(min(first, end - 1) - margin, end)


def known_days(case: Case) -> Days:
    """Give every day that the case states for anything, bounds too, in no order.

    Of samples each whole day that has any.
    """
    whens: list[Part | Stated] = [*_whens_but_events(case), *_whens_in_events(case)]
    others = EventTimes.of(whens)
    sampled = [one.sampled.whole_days() for one in case.series if one.sampled is not None]
    return np.concatenate([case.events.times.stated, others.stated, *sampled])


def _whens_in_events(case: Case) -> Iterator[Part | Stated]:
    """Give the times of changes and cycles, as models or as they stand in the file."""
    for name in ("changes", "cycles"):
        for parts in case.events.column(name):
            for one in parts or ():
                yield one["when"] if isinstance(one, dict) else one.when


def _whens_but_events(case: Case) -> Iterator[Instant | Interval]:
    for parts in (case.statements, case.studies, case.reports):
        yield from (p.when for p in parts)
    yield from (point.when for series in case.series for point in series.points)
    if case.subject.follow_up is not None:
        yield case.subject.follow_up.end
