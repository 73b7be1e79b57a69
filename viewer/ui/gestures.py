"""Mouse and wheel over the shared time axis, as changes of the session; one update a frame."""

from abc import abstractmethod
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWheelEvent

from viewer.geometry.time_scale import Frame, TimeScale
from viewer.model import view_state
from viewer.session.session import Session

FRAME_MS = 16
ZOOM_STEP = 0.8
"""One notch of the wheel shows this share of the days."""
PAN_STEP = 0.1
"""One notch of the wheel moves the window by this share of it."""
NOTCH = 120
"""What Qt counts for one notch of the wheel."""
POINTER_EVENTS = frozenset(
    (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
        QEvent.Type.Leave,
    )
)
"""What a view offers its pointer; other events may come before it is made or after it is gone."""


def zoom_or_pan(session: Session, scale: TimeScale, event: QWheelEvent) -> None:
    """Zoom about the pointer; with Shift, or sideways, move the window.

    A trackpad moves the course with the fingers; what it goes on sending after they have left is
    not acted on.
    """
    if event.phase() == Qt.ScrollPhase.ScrollMomentum:
        return
    fingers = event.pixelDelta()
    across, down = event.angleDelta().x(), event.angleDelta().y()
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        across, down = across or down, 0
    if not fingers.isNull() and abs(fingers.x()) > abs(fingers.y()):
        days = -fingers.x() / scale.px_per_day
        session.apply(partial(view_state.pan, days=days))
    elif abs(across) > abs(down):
        days = -across / NOTCH * PAN_STEP * scale.width_px / scale.px_per_day
        session.apply(partial(view_state.pan, days=days))
    elif down:
        day, factor = scale.day(event.position().x()), ZOOM_STEP ** (down / NOTCH)
        session.apply(partial(view_state.zoom_about, day=day, factor=factor))


def open_fold(session: Session, scale: TimeScale, x_px: float) -> bool:
    """Show what a fold at a column hides; False where there is no fold."""
    gap = scale.gap_at(x_px)
    if gap is None:
        return False
    spans = [fold for fold in session.state.folds if fold.overlaps(gap.days)]
    session.apply(lambda state: view_state.unfold(state, *spans))
    return True


class Axis(Protocol):
    """The columns of a view, and its days."""

    def frame(self) -> Frame:
        """Give the columns."""

    def scale(self) -> TimeScale:
        """Give the scale of the window."""


@dataclass(slots=True)
class _Drag:
    start: QPointF
    last_x: float
    is_moving: bool = False


class Pointer(QObject):
    """Turns the mouse events of a view into verbs of the session.

    A drag moves the window and the wheel zooms; what a click does is for each view to say.
    """

    def __init__(self, session: Session, axis: Axis, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self._axis = axis
        self._drag: _Drag | None = None
        self._waiting: QPointF | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._catch_up)

    # -- what each view says for itself -------------------------------------------------------

    @abstractmethod
    def hover(self, place: QPointF | None) -> None:
        """Show what stands at a place; None where the pointer has left."""

    @abstractmethod
    def click(self, event: QMouseEvent) -> None:
        """Act on what stands at a place."""

    def double_click(self, event: QMouseEvent) -> None:
        """Act on what stands at a place; a second click unless a view says more."""
        self._press(event)

    def is_on_axis(self, place: QPointF) -> bool:
        """Tell whether a drag from there, or the wheel, moves the window."""
        frame = self._axis.frame()
        return frame.left_px <= place.x() <= frame.left_px + frame.axis_px

    # -- events -------------------------------------------------------------------------------

    def takes(self, event: QEvent) -> bool:
        """Act on an event of the mouse; False for what is left to the view."""
        if isinstance(event, QWheelEvent) and self.is_on_axis(event.position()):
            zoom_or_pan(self.session, self._axis.scale(), event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._waiting = None
            self.hover(None)
        if not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._press(event)
            case QEvent.Type.MouseButtonDblClick:
                self.double_click(event)
            case QEvent.Type.MouseMove:
                self._move(event)
            case QEvent.Type.MouseButtonRelease:
                self._release(event)
        return True

    def _press(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            self.session.go_back(event.button() == Qt.MouseButton.ForwardButton)
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = _Drag(event.position(), event.position().x())

    def _move(self, event: QMouseEvent) -> None:
        """Remember where the pointer is; the next frame acts on it."""
        self._waiting = event.position()
        if not self._timer.isActive():
            self._timer.start()

    def _release(self, event: QMouseEvent) -> None:
        """End a drag, or act on a click."""
        drag = self._drag
        if event.button() != Qt.MouseButton.LeftButton or drag is None:
            return
        self._waiting = event.position()
        self._catch_up()
        self._drag = None
        if not drag.is_moving:
            self.click(event)

    def _catch_up(self) -> None:
        """Act on the last place that the pointer was at."""
        self._timer.stop()
        place, self._waiting = self._waiting, None
        if place is None:
            return
        drag = self._drag
        if drag is None:
            self.hover(place)
            return
        moved = (place - drag.start).manhattanLength()
        if not drag.is_moving and moved < QGuiApplication.styleHints().startDragDistance():
            return
        drag.is_moving = True
        days = (drag.last_x - place.x()) / self._axis.scale().px_per_day
        drag.last_x = place.x()
        if self.is_on_axis(drag.start):
            self.session.apply(partial(view_state.pan, days=days))
