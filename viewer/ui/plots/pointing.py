"""What stands under the pointer, and what mouse, wheel and keys do to the session."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWheelEvent

from viewer.geometry.time_scale import Frame, TimeScale
from viewer.model import view_state
from viewer.model.view_state import ViewState
from viewer.session.session import Session
from viewer.ui.plots.placed import Placed, PlacedBand, PlacedLabel, PlacedPanel, PlacedPoint

FRAME_MS = 16
ZOOM_STEP = 0.8
"""One notch of the wheel shows this share of the days."""
PAN_STEP = 0.1
"""One notch of the wheel moves the window by this share of it."""
_NOTCH = 120

Verb = Callable[[Session], None]


class Hit(NamedTuple):
    """What stands at a place: a value, a statement, words, or a panel alone."""

    panel: PlacedPanel
    point: PlacedPoint | None = None
    band: PlacedBand | None = None
    label: PlacedLabel | None = None
    is_gutter: bool = False

    @property
    def is_hint(self) -> bool:
        """Whether it is the way to a value outside the window."""
        return self.label is not None and self.label.kind == "hint"

    @property
    def opens(self) -> bool:
        """Whether a click does more than put the cursor there."""
        has_part = self.point is not None or self.band is not None
        return has_part or self.is_gutter or self.is_hint

    @property
    def rect(self) -> QRectF:
        """The rectangle of what was hit, for a tooltip to stay on."""
        if self.band is not None:
            return self.band.rect.intersected(self.panel.rect)
        if self.label is not None:
            return self.label.rect
        return self.panel.gutter if self.is_gutter else QRectF()


def hit(placed: Placed, place: QPointF, mark_px: float) -> Hit | None:
    """Give what stands at a place; points come before words, words before grounds."""
    for panel in placed.panels:
        if not panel.clip.contains(place) or not _rows(panel).contains(place):
            continue
        if place.x() < panel.gutter.right():
            return Hit(panel, is_gutter=True)
        reach, x, y = 0.8 * mark_px, place.x(), place.y()
        marks = [p for p in panel.points if abs(p.x_px - x) <= reach and abs(p.y_px - y) <= reach]
        if marks:
            return Hit(panel, point=min(marks, key=lambda p: _distance(p, place)))
        label = next((lb for lb in panel.labels if lb.rect.contains(place)), None)
        band = next((b for b in panel.bands if b.rect.contains(place)), None)
        if band is None and label is not None:
            band = next((b for b in panel.bands if b.statement.id == label.about), None)
        point = _labelled(panel, label) if label is not None and label.kind == "value" else None
        return Hit(panel, point, band, label)
    return None


def _rows(panel: PlacedPanel) -> QRectF:
    return panel.row.united(panel.before)


def _distance(point: PlacedPoint, place: QPointF) -> float:
    return (QPointF(point.x_px, point.y_px) - place).manhattanLength()


def _labelled(panel: PlacedPanel, label: PlacedLabel) -> PlacedPoint | None:
    return next((p for p in panel.points if p.point is label.point), None)


class Target(Protocol):
    """What a pointer acts on."""

    def frame(self) -> Frame:
        """Give the columns."""

    def scale(self) -> TimeScale:
        """Give the scale of the window."""

    def hit_at(self, place: QPointF) -> Hit | None:
        """Give what stands at a place."""

    def set_hover(self, found: Hit | None) -> None:
        """Show what the pointer is on."""


@dataclass(slots=True)
class _Drag:
    start: QPointF
    last_x: float
    is_moving: bool = False


class Pointer(QObject):
    """Turns mouse events into verbs of the session; one update a frame."""

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

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
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
            self._click(event.position())

    def leave(self) -> None:
        """Forget the pointer."""
        self._waiting = None
        self._target.set_hover(None)

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

    def _click(self, place: QPointF) -> None:
        found = self._target.hit_at(place)
        if found is not None and found.is_hint:
            _go_to(self._session, found.label)
        elif found is not None and found.point is not None:
            select_value(self._session, found.panel, found.point)
        elif found is not None and found.band is not None:
            self._session.select(found.band.statement.id)
        elif found is not None and found.is_gutter:
            self._session.select(found.panel.panel.series.id)
        elif self._is_on_axis(place):
            self._session.point_at(self._target.scale().day(place.x()))

    def _catch_up(self) -> None:
        """Act on the last place that the pointer was at."""
        self._timer.stop()
        place, self._waiting = self._waiting, None
        if place is None:
            return
        drag = self._drag
        if drag is None:
            self._target.set_hover(self._target.hit_at(place))
            return
        moved = (place - drag.start).manhattanLength()
        if not drag.is_moving and moved < QGuiApplication.styleHints().startDragDistance():
            return
        drag.is_moving = True
        days = (drag.last_x - place.x()) / self._target.scale().px_per_day
        drag.last_x = place.x()
        if self._is_on_axis(drag.start):
            self._session.apply(partial(view_state.pan, days=days))

    def _is_on_axis(self, place: QPointF) -> bool:
        frame = self._target.frame()
        return frame.left_px <= place.x() <= frame.left_px + frame.axis_px


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


def _zoom(session: Session, factor: float) -> None:
    state = session.state
    middle = (state.window.start + state.window.end) / 2
    day = state.cursor if state.window.contains(state.cursor) else middle
    session.apply(partial(view_state.zoom_about, day=day, factor=factor))


_KEYS: dict[Qt.Key, Verb] = {
    Qt.Key.Key_Left: lambda session: session.step(-1),
    Qt.Key.Key_Right: lambda session: session.step(1),
    Qt.Key.Key_Home: lambda session: session.step_to_end(False),
    Qt.Key.Key_End: lambda session: session.step_to_end(True),
    Qt.Key.Key_0: lambda session: session.apply(view_state.fit),
    Qt.Key.Key_Plus: lambda session: _zoom(session, ZOOM_STEP),
    Qt.Key.Key_Equal: lambda session: _zoom(session, ZOOM_STEP),
    Qt.Key.Key_Minus: lambda session: _zoom(session, 1 / ZOOM_STEP),
    Qt.Key.Key_Escape: lambda session: session.select(None),
}


def verb_for(key: int, modifiers: Qt.KeyboardModifier) -> Verb | None:
    """Give what a key does to the session; None where it does nothing here."""
    plain = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    if modifiers & ~plain:
        return None
    return _KEYS.get(Qt.Key(key)) if key in _KEYS else None
