"""What clicks on the timeline do."""

from typing import Protocol

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from viewer.session.session import Session
from viewer.ui.gestures import Axis, Pointer, open_fold
from viewer.ui.timeline.placed import Placed


class Target(Axis, Protocol):
    """What the pointer acts on."""

    def thing_at(self, place: QPointF) -> Placed | None:
        """Give what stands at a place of the viewport."""

    def meant_by(self, thing: Placed, place: QPointF) -> str:
        """Give the id that a click on a thing selects."""

    def snapped(self, day: float) -> float:
        """Give the moment of an event near `day`, else `day`."""

    def opens_at(self, place: QPointF) -> bool:
        """Tell whether a click beside all events opens something."""

    def set_hover(self, thing: Placed | None, *, can_open: bool = False) -> None:
        """Show what the pointer is on."""

    def open_list(self, thing: Placed, place: QPointF) -> None:
        """Show the events that found no row."""


class TimelinePointer(Pointer):
    """Selects what is clicked, or puts the cursor there; a double click shows the whole of it."""

    def __init__(self, session: Session, target: Target, parent: QObject) -> None:
        super().__init__(session, target, parent)
        self._target = target

    def hover(self, place: QPointF | None) -> None:
        """Show what stands at a place."""
        if place is None:
            self._target.set_hover(None)
            return
        can_open = self._target.opens_at(place)
        self._target.set_hover(self._target.thing_at(place), can_open=can_open)

    def is_on_axis(self, place: QPointF) -> bool:
        """Count the strip before the axis in, where marks and words may begin."""
        frame = self._target.frame()
        return frame.gutter_px <= place.x() <= frame.left_px + frame.axis_px

    def click(self, event: QMouseEvent) -> None:
        """Select, list, or put the cursor; with Shift not at the nearest event."""
        place = event.position()
        if not self.is_on_axis(place):
            return
        thing = self._target.thing_at(place)
        if thing is not None and thing.hidden:
            self._target.open_list(thing, place)
        elif thing is not None and thing.subject is not None:
            self.session.select(self._target.meant_by(thing, place))
        elif place.x() >= self._target.frame().left_px:
            if open_fold(self.session, self._target.scale(), place.x()):
                return
            day = self._target.scale().day(place.x())
            is_free = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.session.point_at(day if is_free else self._target.snapped(day))

    def double_click(self, event: QMouseEvent) -> None:
        """Show the whole of what stands there."""
        place = event.position()
        thing = self._target.thing_at(place)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if thing is None or thing.subject is None:
            return
        if self._target.meant_by(thing, place) == thing.id:
            self.session.zoom_to(thing.id)
