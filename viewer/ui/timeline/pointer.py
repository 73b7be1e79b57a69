"""Mouse and wheel over the time axis, as changes of the session; one update a frame."""

from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWheelEvent

from viewer.geometry.time_scale import Frame, TimeScale
from viewer.model import view_state
from viewer.session.session import Session
from viewer.ui.timeline.placed import Placed

FRAME_MS = 16
ZOOM_STEP = 0.8
"""One notch of the wheel shows this share of the days."""
PAN_STEP = 0.1
"""One notch of the wheel moves the window by this share of it."""
_NOTCH = 120


class Target(Protocol):
    """What a pointer acts on."""

    def frame(self) -> Frame:
        """Give the columns."""

    def scale(self) -> TimeScale:
        """Give the scale of the window."""

    def thing_at(self, place: QPointF) -> Placed | None:
        """Give what stands at a place of the viewport."""

    def snapped(self, day: float) -> float:
        """Give the moment of an event near `day`, else `day`."""

    def set_hover(self, thing: Placed | None) -> None:
        """Show what the pointer is on."""

    def open_list(self, thing: Placed, place: QPointF) -> None:
        """Show the events that found no row."""


@dataclass(slots=True)
class _Drag:
    start: QPointF
    last_x: float
    is_moving: bool = False


class Pointer(QObject):
    """Turns mouse events of the viewport into verbs of the session."""

    def __init__(self, session: Session, target: Target, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._target = target
        self._drag: _Drag | None = None
        self._waiting: QPointF | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._catch_up)

    @property
    def is_panning(self) -> bool:
        """Whether a drag is moving the window."""
        return self._drag is not None and self._drag.is_moving

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_axis(event.position()):
            self._drag = _Drag(event.position(), event.position().x())

    def move(self, event: QMouseEvent) -> None:
        """Remember where the pointer is; the next frame acts on it."""
        self._waiting = event.position()
        if not self._timer.isActive():
            self._timer.start()

    def release(self, event: QMouseEvent) -> None:
        """End a drag, or act on a click."""
        drag = self._drag
        if event.button() != Qt.MouseButton.LeftButton or drag is None:
            return
        self._waiting = event.position()
        self._catch_up()
        self._drag = None
        if not drag.is_moving:
            self._click(event)

    def leave(self) -> None:
        """Forget the pointer."""
        self._waiting = None
        self._target.set_hover(None)

    def double_click(self, event: QMouseEvent) -> None:
        """Show the whole of what stands there."""
        thing = self._target.thing_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if thing is not None and thing.subject is not None:
            self._session.zoom_to(thing.id)

    def wheel(self, event: QWheelEvent) -> bool:
        """Zoom about the pointer, or pan; tell whether the event was used."""
        if not self._is_on_axis(event.position()):
            return False
        across, down = event.angleDelta().x(), event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            across, down = across or down, 0
        if abs(across) > abs(down):
            days = -across / _NOTCH * PAN_STEP * self._session.state.window.days
            self._session.apply(partial(view_state.pan, days=days))
        elif down:
            day = self._target.scale().day(event.position().x())
            factor = ZOOM_STEP ** (down / _NOTCH)
            self._session.apply(partial(view_state.zoom_about, day=day, factor=factor))
        return True

    def _click(self, event: QMouseEvent) -> None:
        thing = self._target.thing_at(event.position())
        if thing is not None and thing.hidden:
            self._target.open_list(thing, event.position())
        elif thing is not None and thing.subject is not None:
            self._session.select(thing.id)
        elif event.position().x() >= self._target.frame().left_px:
            day = self._target.scale().day(event.position().x())
            is_free = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._session.point_at(day if is_free else self._target.snapped(day))

    def _catch_up(self) -> None:
        """Act on the last place that the pointer was at."""
        self._timer.stop()
        place, self._waiting = self._waiting, None
        if place is None:
            return
        drag = self._drag
        if drag is None:
            self._target.set_hover(self._target.thing_at(place))
            return
        moved = (place - drag.start).manhattanLength()
        if not drag.is_moving and moved < QGuiApplication.styleHints().startDragDistance():
            return
        drag.is_moving = True
        days = (drag.last_x - place.x()) / self._target.scale().px_per_day
        drag.last_x = place.x()
        self._session.apply(partial(view_state.pan, days=days))

    def _is_on_axis(self, place: QPointF) -> bool:
        frame = self._target.frame()
        return frame.gutter_px <= place.x() <= frame.left_px + frame.axis_px
