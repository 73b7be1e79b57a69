"""Bringing an annotation into view, whatever hides its day and wherever it is told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from viewer.model import view_state
from viewer.model.annotating import root_of
from viewer.model.annotation import ANSWERS, Content, OnAnnotation, OnPart
from viewer.model.annotation_places import middle_of_day, place_of
from viewer.model.course import part
from viewer.model.lanes import path_to

if TYPE_CHECKING:
    from viewer.ui.annotate.writing import Writing
    from viewer.ui.window import Window


class Showing:
    """Moves the window, opens folds and lanes, and raises the list where only it tells."""

    def __init__(self, window: Window, writing: Writing) -> None:
        self._session = window.session
        self._annotating = window.session.annotating
        self._writing = writing

    def show_changed(self, ids: tuple[str, ...]) -> None:
        """Bring into view what undo or redo has changed, even where it is gone now."""
        session = self._session
        if not session.state.shows_annotations:  # a scene keeps them from the room
            return
        notes = [id_ for id_ in ids if not self._is_scene(id_)]  # those are chosen in their panel
        there = next((id_ for id_ in notes if session.annotations.content(id_) is not None), None)
        if not notes:
            return
        if there is not None:
            self.show(there)
            return
        one = self._annotating.all.annotations.get(notes[0])
        last = None if one is None or one.content is not None else one.last
        if last is not None and self._is_told(last):
            self._show_place(last)

    def _is_scene(self, id_: str) -> bool:
        one = self._annotating.all.annotations.get(id_)
        return one is not None and one.last is not None and one.last.scene is not None

    def show(self, id_: str) -> None:
        """Select an annotation, or the one that it answers, and bring it into view."""
        first = root_of(self._session.annotations, id_)
        one = self._session.annotations.annotations.get(first)
        if one is not None and one.last is not None:  # what was deleted holds its thread together
            self._bring(first, one.last)
            if first != id_:
                self._writing.show_panel()

    def _show_place(self, gone: Content) -> None:
        """Show where something stood that was deleted."""
        target = gone.target
        if isinstance(target, OnAnnotation):
            if target.annotation in self._session.annotations:
                self.show(target.annotation)
            self._writing.show_panel()
        elif isinstance(target, OnPart) and part(self._session.case, target.part) is not None:
            self._bring(target.part, gone)
        else:
            self._bring(None, gone)

    def _bring(self, id_: str | None, content: Content) -> None:
        session = self._session
        place = place_of(content, session.case, session.annotations)
        rows = path_to(session.case.lanes, place.lane)
        if place.series is not None:
            rows = (*rows, place.series)
        moment = None if place.span is None else middle_of_day(place.span).start
        if id_ is not None:
            session.apply(lambda state: view_state.go_to(state, id_, moment, *rows))
        elif moment is not None:
            session.apply(partial(view_state.go_to_moment, moment=moment))
        if moment is None or content.kind in ANSWERS:
            self._writing.show_panel()

    def _is_told(self, content: Content) -> bool:
        """Tell whether a horizon lets through what was deleted."""
        horizon, known = self._session.state.horizon, content.known_from
        return horizon is None or (known is not None and known < horizon + 1)
