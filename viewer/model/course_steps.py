"""Going through a course: its events, and the marks of studies that stand among them."""

from collections.abc import Sequence

from viewer.model.case import Case
from viewer.model.course import neighbour, part
from viewer.model.event import Event
from viewer.model.event_times import Flags

_MOMENT = 1e-6
"""Shorter than any two moments lie apart that are told (days)."""


def step_in_course(
    case: Case,
    marks: Sequence[Event],
    at: tuple[str | None, float],
    steps: int,
    among: Flags | None = None,
) -> Event | None:
    """Give the event or mark after (before, where `steps` is negative) what is selected.

    `at` is the id of that and the cursor, from which it goes where nothing of the course is
    selected. At one moment events come before marks. Of the events only those `among` count (see
    `neighbour`). None where there is no other.
    """
    selection, cursor = at
    ordered = sorted(marks, key=lambda mark: mark.when.anchor)
    own = next((n for n, mark in enumerate(ordered) if mark.id == selection), None)
    if own is not None:
        moment = ordered[own].when.anchor
        event = neighbour(case, None, moment + _MOMENT, steps, among)
        others = ordered[own + 1 :] if steps > 0 else ordered[:own]
    else:
        chosen = part(case, selection)
        moment = chosen.when.anchor if isinstance(chosen, Event) else cursor
        event = neighbour(case, selection, cursor, steps, among)
        others = [mark for mark in ordered if (mark.when.anchor >= moment) is (steps > 0)]
    mark = next(iter(others if steps > 0 else reversed(others)), None)
    if event is None or mark is None:
        return event or mark
    is_event_first = event.when.anchor <= mark.when.anchor
    return event if is_event_first is (steps > 0) else mark
