"""What stands under the pointer in the plots, and what a click on it does."""

from functools import partial
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from viewer.geometry.time_scale import TimeScale
from viewer.model import view_state
from viewer.model.view_state import ViewState
from viewer.session.session import Session
from viewer.ui.gestures import Axis, Pointer, open_fold
from viewer.ui.menus import choice_menu
from viewer.ui.plots.placed import (
    Placed,
    PlacedBand,
    PlacedLabel,
    PlacedPanel,
    PlacedPoint,
    RailThing,
)
from viewer.ui.plots.placing_notes import PlottedNote
from viewer.ui.plots.placing_samples import sample_near
from viewer.ui.words.drawn_note_words import list_names
from viewer.ui.words.event_names import names_of


class Hit(NamedTuple):
    """What stands at a place: a value, a statement, words, or a panel alone."""

    panel: PlacedPanel
    point: PlacedPoint | None = None
    band: PlacedBand | None = None
    label: PlacedLabel | None = None
    is_gutter: bool = False
    sample: PlacedPoint | None = None
    """The sample nearest to the place; a click there means the moment, not the sample."""
    thing: RailThing | None = None
    """An event that stands beside the values, or a mark that counts several."""
    is_rail: bool = False
    """Whether the place lies below the values, where events stand."""
    note: PlottedNote | None = None
    """What a reviewer has added."""

    @property
    def is_hint(self) -> bool:
        """Whether it is the way to a value outside the window."""
        return self.label is not None and self.label.kind == "hint"

    @property
    def opens(self) -> bool:
        """Whether a click does more than put the cursor there."""
        has_part = any(part is not None for part in (self.point, self.band, self.thing, self.note))
        return has_part or self.is_gutter or self.is_hint

    @property
    def rect(self) -> QRectF:
        """The rectangle of what was hit, for a tooltip to stay on."""
        own = [self.note.mark] if self.note is not None else []
        own += [self.thing.rect] if self.thing is not None else []
        if own:
            return own[0]
        if self.is_rail and self.panel.rail is not None:
            return self.panel.rail.gutter if self.is_gutter else QRectF()
        if self.band is not None:
            return self.band.rect.intersected(self.panel.rect)
        if self.label is not None:
            return self.label.rect
        if self.sample is not None:
            return self.sample.rect(2.0)
        return self.panel.gutter if self.is_gutter else QRectF()


def hit(placed: Placed, place: QPointF, mark_px: float, scale: TimeScale) -> Hit | None:
    """Give what stands at a place; points come before words, words before grounds.

    Series of one panel are looked through in turn, so that the ground is hit last.
    """
    found = [
        _hit_in(panel, place, mark_px, scale)
        for panel in placed.panels
        if panel.clip.contains(place)
        and _rows(panel).contains(place)
        and (place.x() >= panel.gutter.right() or panel.whole_gutter.contains(place))
    ]
    return min(found, key=_depth, default=None)


def _depth(found: Hit) -> int:
    if found.label is None and (found.point is not None or found.sample is not None):
        return 0
    return 1 if found.label is not None else 2 if found.band is not None else 3


def _hit_in(panel: PlacedPanel, place: QPointF, mark_px: float, scale: TimeScale) -> Hit:
    if panel.rail is not None and place.y() >= panel.rail.rect.top():
        is_gutter = place.x() < panel.gutter.right()
        thing = panel.rail.at(place, 0.2 * mark_px) if not is_gutter else None
        return Hit(panel, is_gutter=is_gutter, thing=thing, is_rail=True)
    if place.x() < panel.gutter.right():
        return Hit(panel, is_gutter=True)
    marks = [point for point in panel.points if point.rect(1.6 * mark_px).contains(place)]
    if marks:
        return Hit(panel, point=min(marks, key=lambda p: _distance(p, place)))
    label = next((lb for lb in panel.labels if lb.rect.contains(place)), None)
    band = next((b for b in panel.bands if b.rect.contains(place)), None)
    if band is None and label is not None:
        band = next((b for b in panel.bands if b.statement.id == label.about), None)
    point = _labelled(panel, label) if label is not None and label.kind == "value" else None
    sample = sample_near(panel, scale, place, mark_px) if label is None else None
    return Hit(panel, point, band, label, sample=sample)


def _rows(panel: PlacedPanel) -> QRectF:
    return panel.row.united(panel.before)


def _distance(point: PlacedPoint, place: QPointF) -> float:
    return (QPointF(point.x_px, point.y_px) - place).manhattanLength()


def _labelled(panel: PlacedPanel, label: PlacedLabel) -> PlacedPoint | None:
    return next((p for p in panel.points if p.point is label.point), None)


class Target(Axis, Protocol):
    """What the pointer acts on."""

    def thing_at(self, place: QPointF) -> Hit | None:
        """Give what stands at a place."""

    def set_hover(self, found: Hit | None, *, is_on_fold: bool = False) -> None:
        """Show what the pointer is on."""


class PlotPointer(Pointer):
    """Selects what is clicked, goes where a hint leads, or puts the cursor there."""

    def __init__(self, session: Session, target: Target, parent: QWidget) -> None:
        super().__init__(session, target, parent)
        self._view = parent
        self._target = target

    def hover(self, place: QPointF | None) -> None:
        """Show what stands at a place."""
        if place is None:
            self._target.set_hover(None)
            return
        is_on_fold = self._target.scale().gap_at(place.x()) is not None
        self._target.set_hover(self._target.thing_at(place), is_on_fold=is_on_fold)

    def click(self, event: QMouseEvent) -> None:
        """Act on what stands there."""
        place = event.position()
        found = self._target.thing_at(place)
        if found is not None and found.is_hint:
            _go_to(self.session, found.label)
        elif found is not None and found.note is not None:
            self._choose_note(found.note, event)
        elif found is not None and found.thing is not None:
            self._choose(found.thing, event)
        elif found is not None and found.point is not None:
            select_value(self.session, found.panel, found.point)
        elif found is not None and found.band is not None:
            self.session.select(found.band.statement.id)
        elif found is not None and found.is_gutter:
            self.session.select(found.panel.panel.series.id)
        elif self.is_on_axis(place):
            scale = self._target.scale()
            if not open_fold(self.session, scale, place.x()):
                self.session.point_at(scale.day(place.x()))

    def _choose_note(self, note: PlottedNote, event: QMouseEvent) -> None:
        """Select an annotation; of several let one be chosen."""
        if not note.is_count:
            self.session.select(note.thing.one.id)
            return
        session = self.session
        named = list_names([thing.one for thing in note.things], session.annotations)
        choice_menu(self._view, *named, session.select).popup(event.globalPosition().toPoint())

    def _choose(self, thing: RailThing, event: QMouseEvent) -> None:
        """Select an event; of several let one be chosen."""
        if len(thing.ids) == 1:
            self.session.select(thing.ids[0])
            return
        session = self.session
        named = names_of(session.case, thing.ids, session.counting, session.language)
        choice_menu(self._view, *named, session.select).popup(event.globalPosition().toPoint())


def select_value(session: Session, panel: PlacedPanel, point: PlacedPoint) -> None:
    """Select the series of a value and put the cursor on its day, where it has one."""

    def change(state: ViewState) -> ViewState:
        if point.is_dated:
            state = view_state.move_cursor(state, point.point.when.anchor)
        return view_state.select(state, panel.panel.series.id)

    session.apply(change)


def _go_to(session: Session, hint: PlacedLabel | None) -> None:
    """Bring the value that a hint speaks of into the window, the cursor on it."""
    if hint is not None and hint.point is not None:
        day = hint.point.when.anchor
        session.point_at(day)
        session.apply(partial(view_state.reveal, day=day))
