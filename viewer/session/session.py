"""The one mutable object: the open case and what the window shows of it."""

import time
import weakref
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from viewer.io.case_store import OpenedCase
from viewer.model import measuring, view_state
from viewer.model.annotation_places import moment_of
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet
from viewer.model.case import FORMAT, Case, DayZero, Subject
from viewer.model.case_texts import CaseTexts, Hit
from viewer.model.course import (
    Anchored,
    bounds,
    first_event,
    lane_span,
    last_event,
    neighbour,
    part,
)
from viewer.model.event import Event
from viewer.model.filter import elsewhere
from viewer.model.finding import next_hit
from viewer.model.gaps import LEAST_SHARE, foldable, long_ones
from viewer.model.kept import Kept
from viewer.model.lanes import path_to
from viewer.model.numbering import Counting, counting_of, numbering_of
from viewer.model.part import Text
from viewer.model.problem import Problem
from viewer.model.same_text import Sought
from viewer.model.series import Statement
from viewer.model.time import Span
from viewer.model.view_state import ViewState
from viewer.session.annotating.annotating import Annotating
from viewer.session.annotating.shown import Shown
from viewer.session.finder import Finder
from viewer.session.gathering import Gathering
from viewer.session.glucose import GlucoseFinder
from viewer.session.pictures.shelf import PictureShelf
from viewer.session.window_history import WindowHistory

NO_CASE = Case(
    format=FORMAT, id="none", title=Text("…"), subject=Subject(), day_zero=DayZero(text=Text("…"))
)
"""Stands in while no case is open, so that every view works from something."""

COUNTED_BY = ("numbering", "horizon", "bounds")
"""What of the state the labels of days follow from."""
NOTED_BY = ("horizon", "shows_annotations")
"""What of the state it depends on which annotations are told."""
Transition = Callable[[ViewState], ViewState]


TOLD_BY = {
    "layout_changed": ("hidden", "collapsed", "lane_order", "plots"),
    "numbering_changed": ("numbering",),
    "window_changed": ("window", "bounds", "folds"),
    "cursor_changed": ("cursor", "second"),
    "selection_changed": ("selection", "highlights"),
    "found_changed": ("sought", "hit"),
    "filter_changed": ("filter",),
    "periods_changed": ("periods",),
    "pins_changed": ("pins",),
    "annotations_changed": ("shows_annotations",),
}
"""Which signal of a Session tells of which parts of the state, in the order they are emitted."""


class Session(QObject):
    """The one place where state changes.

    Views read `case` (disclosed: nothing beyond the horizon is in it) and `state`, and ask for
    changes through its verbs. A signal is emitted only where its part of the state changed.
    """

    case_changed = Signal()
    """Another case, or another horizon: everything is to be read anew."""
    window_changed = Signal()
    cursor_changed = Signal()
    selection_changed = Signal()
    layout_changed = Signal()
    """Lanes or series were hidden, shown, collapsed or moved, or the course is drawn otherwise."""
    found_changed = Signal()
    """Something else is sought, or another place of it was gone to."""
    filter_changed = Signal()
    numbering_changed = Signal()
    """Days are labelled otherwise: all words for a day are to be made anew."""
    periods_changed = Signal()
    pins_changed = Signal()
    annotations_changed = Signal()
    """Other annotations may be shown, or others of them are new or saved."""

    def __init__(
        self,
        opened: OpenedCase | None = None,
        language: str = "en",
        clock: Callable[[], float] = time.monotonic,
        annotating: Annotating | None = None,
        pictures: PictureShelf | None = None,
    ) -> None:
        """Another session on the same case may lend its annotations and its pictures."""
        super().__init__()
        self.history = WindowHistory()
        self.glucose = GlucoseFinder()
        self.pictures = pictures or PictureShelf()
        self._clock = clock
        self.language = language
        """The language of the window ("en", "ja"); texts of the case are picked by it."""
        self._opened = opened
        session = weakref.proxy(self)  # no circle: a session goes when nobody holds it
        self.shown = Shown(opened.case if opened else NO_CASE, lambda: session.annotating.keeping)
        self._gaps: tuple[Case, tuple[Span, ...]] | None = None
        self._finder = Finder()
        self.gathering = Gathering(lambda: session.texts, self)
        self.gathering.done.connect(self.found_changed)
        self._state = self._opening()
        self._counting = self._count()
        self.annotating = annotating or Annotating(self, lambda: session.state.horizon)
        self.annotating.changed.connect(self._on_annotations_changed)
        self.shown.take(self.annotations)
        if opened is not None and annotating is None:
            self.annotating.open(opened)

    @property
    def opened(self) -> OpenedCase | None:
        """The case as it was opened: its path and assets. Views show `case` instead."""
        return self._opened

    @property
    def case(self) -> Case:
        """The disclosed case: all that may be shown, with what annotations on it come to."""
        return self.shown.case

    @property
    def annotations(self) -> AnnotationSet:
        """The disclosed annotations: all of them that may be shown."""
        if not self._state.shows_annotations:
            return NO_ANNOTATIONS
        return self.shown.told(self._state.horizon)

    def _on_annotations_changed(self) -> None:
        if self.shown.take(self.annotations):
            self.case_changed.emit()
        self.annotations_changed.emit()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the case and the notes; not told under a horizon: it may be late."""
        if self._opened is None or self._state.horizon is not None:
            return ()
        return (*self._opened.problems, *self.annotating.problems)

    @property
    def state(self) -> ViewState:
        """What the window shows."""
        return self._state

    @property
    def counting(self) -> Counting:
        """What the labels of days are made from; every word for a day is made with it."""
        return self._counting

    def _gaps_in(self, extent: Span) -> tuple[Span, ...]:
        """Give what may be folded of the disclosed course; found once."""
        if self._gaps is None or self._gaps[0] is not self.case:
            self._gaps = self.case, foldable(self.case, extent)
        return self._gaps[1]

    def _note_window(self, before: ViewState, after: ViewState) -> None:
        """Remember the window that was left; nothing of what another horizon showed."""
        if after.horizon != before.horizon:
            self.history.forget()
        elif after.window != before.window:
            self.history.note(before.window, self._clock())

    def go_back(self, is_forward: bool = False) -> None:
        """Show the window that was looked at before, or the one that Back came from."""
        window = (self.history.forward if is_forward else self.history.back)(self._state.window)
        if window is not None:
            self.apply(partial(view_state.show, window=window), is_remembered=False)

    def fold_long_gaps(self) -> None:
        """Fold every gap that takes a good part of the course; no more of them by themselves."""
        extent = self._state.bounds
        found = long_ones(self._gaps_in(extent), extent.days, LEAST_SHARE)
        self.apply(lambda state: view_state.fold(_unfolded(state), *found))

    @property
    def texts(self) -> CaseTexts:
        """The texts of the disclosed case, to be searched."""
        return self._finder.texts(self.case, self.language)

    @property
    def _can_find(self) -> bool:
        return bool(self._state.sought) and self.gathering.begin()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Every place of what is sought, in order of time; none while texts are gathered."""
        return self._finder.hits(self.texts, self._state.sought) if self._can_find else ()

    @property
    def forms(self) -> tuple[Sought, ...]:
        """What every view underlines: what is sought, where it is found at all."""
        return self._finder.forms(self.texts, self._state.sought) if self._can_find else ()

    @property
    def kept(self) -> Kept:
        """What the filter keeps of the disclosed case."""
        return self._finder.kept(self.texts, self._state.filter)

    def open(self, opened: OpenedCase) -> None:
        """Show another case from its beginning, with nothing hidden.

        Of a filter stays what does not speak of the case before; what was sought does not.
        """
        is_same = opened.case.id == self.shown.whole.id
        chosen = self._state.filter if is_same else elsewhere(self._state.filter)
        self._opened = opened
        self.shown.open(opened.case)
        self.history.forget()
        self._state = view_state.sift(self._opening(), chosen)
        self._counting = self._count()
        self.annotating.open(opened)
        self.case_changed.emit()

    def _opening(self) -> ViewState:
        opening = view_state.opening(bounds(self.case, None))
        return replace(opening, numbering=numbering_of(self.case))

    def _count(self) -> Counting:
        return counting_of(self._state.numbering, self.case, self._state.bounds)

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
        if _differ(before, after, COUNTED_BY):
            self._counting = self._count()
        if is_remembered:
            self._note_window(before, after)
        is_other = _differ(before, after, NOTED_BY) and self.shown.take(self.annotations)
        if is_other or after.horizon != before.horizon:
            self.case_changed.emit()
            return
        for signal, parts in TOLD_BY.items():
            if _differ(before, after, parts):
                getattr(self, signal).emit()

    def hide_after(self, horizon: int | None, then: Transition = lambda state: state) -> None:
        """Hide everything after the end of day `horizon`; show everything again with None.

        `then` is made in the same step, once the case is disclosed.
        """
        told = self.case if horizon == self._state.horizon else self.shown.disclose(horizon)
        extent = bounds(told, horizon)

        def change(state: ViewState) -> ViewState:
            kept = state.selection if part(told, state.selection) is not None else None
            state = view_state.select(view_state.rebound(state, extent, horizon), kept)
            return then(measuring.disclosed(state, lambda id_: part(told, id_) is not None))

        self.apply(change)

    def select(self, id_: str | None) -> None:
        """Select a part or an annotation everywhere, and bring the cursor to its day if any."""
        found = None if id_ is None else moment_of(id_, self.case, self.annotations)
        if id_ is None or found is not None:
            moment = None if found is None else found.moment
            self.apply(_selecting(id_, moment, is_unfolding=id_ in self.annotations))

    def point_at(self, day: float) -> None:
        """Put the cursor on a moment and select nothing."""
        self.apply(lambda state: view_state.select(view_state.move_cursor(state, day), None))

    def step(self, steps: int) -> None:
        """Go to the next (previous, where negative) event in time that the filter keeps."""
        selection, cursor = self._state.selection, self._state.cursor
        event = neighbour(self.case, selection, cursor, steps, self.kept.events)
        if event is not None:
            self.select(event.id)

    def step_to_end(self, is_last: bool) -> None:
        """Go to the first or the last event that the filter keeps."""
        event = (last_event if is_last else first_event)(self.case, self.kept.events)
        if event is not None:
            self.select(event.id)

    def step_to_hit(self, steps: int) -> None:
        """Go to the next (previous, where negative) place of what is sought, wherever it hides."""
        hit = next_hit(self.hits, self._state, steps)
        if hit is not None:
            path = _lanes_of(self.case, hit.id)
            self.apply(lambda state: view_state.go_to_hit(state, hit, *path))

    def zoom_to(self, id_: str) -> None:
        """Show the part with this id from its first to its last possible day."""
        chosen = part(self.case, id_)
        if isinstance(chosen, Anchored):
            self.select(id_)
            self._show_days(chosen.when.span)

    def zoom_to_lane(self, id_: str) -> None:
        """Show a lane from the first to the last possible day of what stands in it."""
        span = lane_span(self.case, id_)
        if span is not None:
            self._show_days(span)

    def _show_days(self, span: Span) -> None:
        self.apply(partial(view_state.zoom_to, span=_inside(span, self._state.bounds)))


def _differ(before: ViewState, after: ViewState, parts: tuple[str, ...]) -> bool:
    return any(getattr(after, name) != getattr(before, name) for name in parts)


def _lanes_of(case: Case, id_: str) -> tuple[str, ...]:
    """Give the lanes that have to be open for a part to be seen."""
    chosen = part(case, id_)
    lane = chosen.lane if isinstance(chosen, Event | Statement) else None
    return path_to(case.lanes, lane)


def _selecting(id_: str | None, moment: float | None, *, is_unfolding: bool) -> Transition:
    """Select at a moment; out of a fold that hides it, where a mark on its day is all there is."""
    if id_ is None or not is_unfolding:
        return partial(view_state.select_at, id_=id_, moment=moment)
    return lambda state: view_state.go_to(state, id_, moment)


def _unfolded(state: ViewState) -> ViewState:
    return view_state.fold_above(state, view_state.FOLD_NEVER)


def _inside(span: Span, course: Span) -> Span:
    """Give as much of a stretch as the course goes."""
    return Span(max(span.start, course.start), min(span.end, course.end))
