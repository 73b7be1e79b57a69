"""Second cursor, periods to compare and pins: pure steps from one view state to the next."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from viewer.model.time import Span
from viewer.model.view_state import ViewState

MOST_PERIODS: Final = 2
MOST_PINS: Final = 8
"""So many details can be read side by side."""


def put_second(state: ViewState, day: float | None) -> ViewState:
    """Put the second cursor on a moment, kept inside the course; take it away with None."""
    if day is None:
        return replace(state, second=None)
    last = state.bounds.end - 1e-6
    return replace(state, second=min(max(day, state.bounds.start), last))


def days_between(state: ViewState) -> int | None:
    """Count the whole days from the cursor's day to that of the second; None without one."""
    if state.second is None:
        return None
    return math.floor(state.second) - math.floor(state.cursor)


def whole_days(span: Span, bounds: Span) -> Span | None:
    """Give all whole days that a stretch touches and that lie in `bounds`; None without any."""
    first, last = max(span.start, bounds.start), min(span.end, bounds.end)
    if first >= last:
        return None
    start = max(math.floor(first), math.ceil(bounds.start))
    end = min(math.ceil(last), math.floor(bounds.end))
    return Span(float(start), float(end)) if start < end else None


def add_period(state: ViewState, span: Span) -> ViewState:
    """Mark the whole days of a stretch as the next period; a third one takes the oldest's place.

    The one that stays is then the first.
    """
    days = whole_days(span, state.bounds)
    if days is None:
        return state
    return replace(state, periods=(*state.periods, days)[-MOST_PERIODS:])


def change_period(state: ViewState, number: int, span: Span) -> ViewState:
    """Give a period, counted from 0, other days."""
    days = whole_days(span, state.bounds)
    if days is None or number >= len(state.periods):
        return state
    before, after = state.periods[:number], state.periods[number + 1 :]
    return replace(state, periods=(*before, days, *after))


def drop_period(state: ViewState, number: int) -> ViewState:
    """Take a period, counted from 0, away; one after it then has its place."""
    return replace(state, periods=state.periods[:number] + state.periods[number + 1 :])


def keep_periods(state: ViewState, periods: tuple[Span, ...]) -> ViewState:
    """Mark just these periods: none, or those of an earlier state."""
    return replace(state, periods=periods)


def pin(state: ViewState, id_: str) -> ViewState:
    """Keep a part's details in view after the others; the oldest goes where there are many."""
    if id_ in state.pins:
        return state
    return replace(state, pins=(*state.pins, id_)[-MOST_PINS:])


def unpin(state: ViewState, id_: str) -> ViewState:
    """Let a part's details go."""
    return replace(state, pins=tuple(pinned for pinned in state.pins if pinned != id_))


def toggle_pin(state: ViewState, id_: str) -> ViewState:
    """Pin a part's details, or let them go where they are pinned."""
    return unpin(state, id_) if id_ in state.pins else pin(state, id_)


def disclosed(state: ViewState, is_told: Callable[[str], bool]) -> ViewState:
    """Keep only what lies inside the bounds, and pins and highlights of parts that are told."""
    second, bounds = state.second, state.bounds
    cut = (whole_days(span, bounds) for span in state.periods)
    return replace(
        state,
        second=second if second is not None and bounds.contains(second) else None,
        periods=tuple(span for span in cut if span is not None),
        pins=tuple(id_ for id_ in state.pins if is_told(id_)),
        highlights=frozenset(id_ for id_ in state.highlights if is_told(id_)),
    )
