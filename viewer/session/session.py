"""The one mutable object: the open case and what the window shows of it."""

import time
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from viewer.io.case_store import OpenedCase
from viewer.model import view_state
from viewer.model.case import FORMAT, Case, DayZero, Subject
from viewer.model.course import Anchored, bounds, in_order, neighbour, part
from viewer.model.disclosure import disclose
from viewer.model.gaps import LEAST_SHARE, foldable, long_ones
from viewer.model.part import Text
from viewer.model.problem import Problem
from viewer.model.time import Span
from viewer.model.view_state import ViewState
from viewer.session.window_history import WindowHistory

NO_CASE = Case(
    format=FORMAT, id="none", title=Text("…"), subject=Subject(), day_zero=DayZero(text=Text("…"))
)
"""Stands in while no case is open, so that every view works from something."""

Transition = Callable[[ViewState], ViewState]


class Session(QObject):
    """The one place where state changes.

    Views are given a Session, read `case` (disclosed: nothing beyond the horizon is in it) and
    `state`, and ask for changes through its verbs. A signal is emitted only where its part of
    the state changed.
    """

    case_changed = Signal()
    """Another case, or another horizon: everything is to be read anew."""
    window_changed = Signal()
    cursor_changed = Signal()
    selection_changed = Signal()
    layout_changed = Signal()
    """Lanes or series were hidden or shown, or other things about how the course is drawn."""

    def __init__(
        self,
        opened: OpenedCase | None = None,
        language: str = "en",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.history = WindowHistory()
        self._clock = clock
        self.language = language
        """The language of the window ("en", "ja"); texts of the case are picked by it."""
        self._opened = opened
        self._whole = opened.case if opened is not None else NO_CASE
        self._case = self._whole
        self._gaps: tuple[Span, ...] | None = None
        self._state = view_state.opening(bounds(self._case, None))

    @property
    def opened(self) -> OpenedCase | None:
        """The case as it was opened: its path and assets. Views show `case` instead."""
        return self._opened

    @property
    def case(self) -> Case:
        """The disclosed case: all that may be shown."""
        return self._case

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the case; not told under a horizon, since its words may be late."""
        if self._opened is None or self._state.horizon is not None:
            return ()
        return self._opened.problems

    @property
    def state(self) -> ViewState:
        """What the window shows."""
        return self._state

    def _gaps_in(self, extent: Span) -> tuple[Span, ...]:
        """Give what may be folded of the disclosed course; found once."""
        if self._gaps is None:
            self._gaps = foldable(self._case, extent)
        return self._gaps

    def _note_window(self, before: ViewState, after: ViewState) -> None:
        """Remember the window that was left; nothing of what another horizon showed."""
        if after.horizon != before.horizon:
            self.history.forget()
        elif after.window != before.window:
            self.history.note(before.window, self._clock())

    def go_back(self, is_forward: bool = False) -> None:
        """Show the window that was looked at before, or the one that Back came from."""
        step = self.history.forward if is_forward else self.history.back
        window = step(self._state.window)
        if window is not None:
            self.apply(partial(view_state.show, window=window), is_remembered=False)

    def fold_long_gaps(self) -> None:
        """Fold every gap that takes a good part of the course; no more of them by themselves."""
        extent = self._state.bounds
        found = long_ones(self._gaps_in(extent), extent.days, LEAST_SHARE)
        self.apply(lambda state: view_state.fold(_unfolded(state), *found))

    def open(self, opened: OpenedCase) -> None:
        """Show another case from its beginning, with nothing hidden."""
        self._opened = opened
        self._whole = self._case = opened.case
        self._gaps = None
        self.history.forget()
        self._state = view_state.opening(bounds(self._case, None))
        self.case_changed.emit()

    def apply(self, transition: Transition, *, is_remembered: bool = True) -> None:
        """Replace the state and tell whom it concerns; the only writer.

        A window that is left for another is remembered for Back, unless told otherwise.
        """
        before = self._state
        after = transition(before)
        if after.fold_share < view_state.FOLD_NEVER:
            after = view_state.fold_gaps(after, self._gaps_in(after.bounds))
        if after == before:
            return
        self._state = after
        if is_remembered:
            self._note_window(before, after)
        if after.horizon != before.horizon:
            self.case_changed.emit()
            return
        for signal, parts in (
            (self.layout_changed, ("hidden", "plots")),
            (self.window_changed, ("window", "bounds", "folds")),
            (self.cursor_changed, ("cursor",)),
            (self.selection_changed, ("selection",)),
        ):
            if any(getattr(after, name) != getattr(before, name) for name in parts):
                signal.emit()

    def hide_after(self, horizon: int | None) -> None:
        """Hide everything after the end of day `horizon`; show everything again with None."""
        told = disclose(self._whole, horizon)
        self._case, self._gaps = told, None
        extent = bounds(told, horizon)

        def change(state: ViewState) -> ViewState:
            kept = state.selection if part(told, state.selection) is not None else None
            return view_state.select(view_state.rebound(state, extent, horizon), kept)

        self.apply(change)

    def select(self, id_: str | None) -> None:
        """Select a part everywhere and bring the cursor to it, where it has a place in time."""
        chosen = part(self._case, id_)
        if id_ is not None and chosen is None:
            return

        def change(state: ViewState) -> ViewState:
            state = view_state.select(state, id_)
            if isinstance(chosen, Anchored):
                state = view_state.move_cursor(state, chosen.when.anchor)
                state = view_state.reveal(state, state.cursor)
            return state

        self.apply(change)

    def point_at(self, day: float) -> None:
        """Put the cursor on a moment and select nothing."""
        self.apply(lambda state: view_state.select(view_state.move_cursor(state, day), None))

    def step(self, steps: int) -> None:
        """Go to the next (previous, where negative) event in time."""
        event = neighbour(self._case, self._state.selection, self._state.cursor, steps)
        if event is not None:
            self.select(event.id)

    def step_to_end(self, is_last: bool) -> None:
        """Go to the first or the last event."""
        events = in_order(self._case)
        if events:
            self.select(events[-1 if is_last else 0].id)

    def zoom_to(self, id_: str) -> None:
        """Show the part with this id from its first to its last possible day."""
        chosen = part(self._case, id_)
        if isinstance(chosen, Anchored):
            self.select(id_)
            span = _together((chosen.when.span,), self._state.bounds)
            self.apply(partial(view_state.zoom_to, span=span))

    def zoom_to_lane(self, id_: str) -> None:
        """Show a lane from the first to the last possible day of its events."""
        spans = [event.when.span for event in self._case.events if event.lane == id_]
        if spans:
            span = _together(spans, self._state.bounds)
            self.apply(partial(view_state.zoom_to, span=span))


def _together(spans: Iterable[Span], bounds_: Span) -> Span:
    """Give the stretch that holds all of these, and at least one, as far as the course goes."""
    cut = [Span(max(s.start, bounds_.start), min(s.end, bounds_.end)) for s in spans]
    return Span(min(s.start for s in cut), max(s.end for s in cut))


def _unfolded(state: ViewState) -> ViewState:
    return view_state.fold_above(state, view_state.FOLD_NEVER)
