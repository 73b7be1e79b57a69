"""Reviewers' values, points and boxes for the view of the plots: what is where, and its words."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF

from viewer.geometry.time_scale import TimeScale
from viewer.model.annotation import Author
from viewer.session.session import Session
from viewer.ui.marks.authors import author_signs
from viewer.ui.plots.placed import Placed
from viewer.ui.plots.placing_notes import (
    NO_NOTES,
    PlottedNote,
    ShownNotes,
    place_notes,
    value_words,
)
from viewer.ui.plots.pointing import Hit, hit
from viewer.ui.plots.typeset import Typeset
from viewer.ui.words.drawn_note_words import counted, drawn_note_tip, list_names
from viewer.ui.words.tooltips import rich

_SLACK_PX = 2.0
_Key = tuple[object, ...]


class PlotNotes:
    """What the session tells of it, placed anew only where something changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: tuple[_Key, Mapping[str, Author], tuple[PlottedNote, ...]] | None = None

    def shown(self, placed: Placed, scale: TimeScale, type_: Typeset) -> ShownNotes:
        """Give all that stands in a layout, with what is selected."""
        annotations, session = self._session.annotations, self._session
        notes = self.placed(placed, scale, type_)
        if not notes:
            return NO_NOTES
        signs = author_signs(annotations.authors)
        return ShownNotes(notes, signs, annotations.resolved, session.state.selection)

    def placed(self, placed: Placed, scale: TimeScale, type_: Typeset) -> tuple[PlottedNote, ...]:
        """Give all that stands in a layout."""
        session, annotations = self._session, self._session.annotations
        standing = session.shown.places(session.case).standing(annotations)
        noted = standing.by_series
        if not noted:
            return ()
        known, names = self._known, annotations.authors
        key = noted, placed, scale, type_
        is_other = known is None or any(a is not b for a, b in zip(known[0], key, strict=True))
        if known is None or is_other or known[1] != names:
            notes = place_notes(placed, noted, annotations, scale, type_)
            known = self._known = key, names, notes
        return known[2]

    def hit(self, placed: Placed, place: QPointF, type_: Typeset, scale: TimeScale) -> Hit | None:
        """Give what stands at a place; reviewers' marks lie over the case's own."""
        notes = self.placed(placed, scale, type_)
        at = [note for note in notes if note.is_at(place, _SLACK_PX)]
        found = hit(placed, place, type_.mark_px, scale)
        if not at or found is None:
            return found
        nearest = min(at, key=lambda n: (n.mark.center() - place).manhattanLength())
        return Hit(found.panel, note=nearest)

    def tooltip(self, found: Hit) -> str:
        """Say who added what is hit, when and what; empty where it is no reviewer's."""
        note, session = found.note, self._session
        if note is None:
            return ""
        annotations = session.annotations
        if note.is_count:
            names, rest = list_names([thing.one for thing in note.things], annotations)
            return rich([counted(len(note.things)), *(name for _, name in names), rest])
        given = annotations, session.case, session.counting, session.language
        one = note.thing.one
        said = value_words(note.thing, annotations) if note.thing.content.value else ""
        is_new = session.annotating.is_new(one.id)
        return drawn_note_tip(one, *given, is_new=is_new, head=said)
