"""The hand on a picture: it scrolls, sets the greys, zooms and moves; a tool draws.

The wheel scrolls, with Ctrl it zooms; the right button sets the greys; the middle button, Shift or
the space bar move the picture; all else is for the tool.
"""

from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)

from viewer.model import picture_view
from viewer.model.picture_view import ZOOM_STEP
from viewer.model.pictures import GreyWindow
from viewer.ui.gestures import NOTCH
from viewer.ui.imaging.view import ImageView

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT, RIGHT, MIDDLE = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
)


class Tool(Protocol):
    """What the left button does."""

    def press(self, place: QPointF) -> None:
        """Begin, or go on."""

    def move(self, place: QPointF, *, is_down: bool) -> None:
        """Follow the pointer."""

    def release(self, place: QPointF) -> None:
        """Let go."""

    def double_click(self, place: QPointF) -> None:
        """End what has no end of its own."""

    def show_cursor(self, place: QPointF | None) -> None:
        """Show with the pointer's shape what a press at a place would do."""


@dataclass(slots=True)
class _Drag:
    kind: Literal["window", "move", "tool"]
    start: QPointF
    last: QPointF
    window: GreyWindow | None = None
    is_moving: bool = False


class PictureHand(QObject):
    """Takes the mouse events of a picture."""

    menu_wanted = Signal(QPoint)
    """A click asks for what can be done, at this place of the screen."""

    def __init__(self, view: ImageView, tool: Tool) -> None:
        super().__init__(view)
        self._view = view
        self._tool = tool
        self._drag: _Drag | None = None
        self._turned = 0.0
        self._is_space = False
        view.installEventFilter(self)

    @property
    def is_holding(self) -> bool:
        """Whether a button is held."""
        return self._drag is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what the mouse does over the picture."""
        if watched is not self._view or self._view.frame is None:
            return False
        if isinstance(event, QContextMenuEvent):
            if event.reason() != QContextMenuEvent.Reason.Mouse:
                self.menu_wanted.emit(event.globalPos())
            return True
        if isinstance(event, QWheelEvent):
            self._turn(event)
            return True
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        if isinstance(event, QKeyEvent):
            return self._space(event)
        if event.type() == QEvent.Type.FocusOut:
            self._is_space = False
        return isinstance(event, QMouseEvent) and self._mouse(event)

    # -- wheel and fingers ----------------------------------------------------------------------

    def _turn(self, event: QWheelEvent) -> None:
        down = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & CTRL:
            self._view.zoom(ZOOM_STEP ** (down / NOTCH), event.position())
            return
        if event.phase() == Qt.ScrollPhase.ScrollMomentum:
            return  # the fingers have left
        self._turned = 0.0 if down * self._turned < 0 else self._turned
        self._turned += down
        steps = int(self._turned / NOTCH)
        self._turned -= steps * NOTCH
        if steps:
            self._view.step(-steps)

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._view.zoom(max(1 + event.value(), 0.1), event.position())
        return True

    def _space(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return event.key() == Qt.Key.Key_Space
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._is_space = event.type() == QEvent.Type.KeyPress
            if self._is_space:
                self._view.setCursor(Qt.CursorShape.OpenHandCursor)
            else:
                self._tool.show_cursor(None)
        return True

    # -- buttons --------------------------------------------------------------------------------

    def _mouse(self, event: QMouseEvent) -> bool:
        place = event.position()
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._press(event, place)
            case QEvent.Type.MouseButtonDblClick:
                if event.button() == LEFT and not self._is_moving_meant(event):
                    self._tool.double_click(place)
                else:
                    self._press(event, place)
            case QEvent.Type.MouseMove:
                self._view.show_pointer(place)
                self._move(place)
            case QEvent.Type.MouseButtonRelease:
                self._release(event, place)
        return True

    def _is_moving_meant(self, event: QMouseEvent) -> bool:
        return self._is_space or bool(event.modifiers() & SHIFT)

    def _press(self, event: QMouseEvent, place: QPointF) -> None:
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._drag is not None:
            return
        if event.button() == RIGHT:
            self._drag = _Drag("window", place, place, self._view.window_shown)
        elif event.button() == MIDDLE or (event.button() == LEFT and self._is_moving_meant(event)):
            self._drag = _Drag("move", place, place, is_moving=True)
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == LEFT:
            self._drag = _Drag("tool", place, place, is_moving=True)
            self._tool.press(place)

    def _move(self, place: QPointF) -> None:
        drag = self._drag
        if drag is None or drag.kind == "tool":
            self._tool.move(place, is_down=drag is not None)
            if drag is None and not self._is_space:
                self._tool.show_cursor(place)
            return
        off = place - drag.start
        far = QGuiApplication.styleHints().startDragDistance()
        if not drag.is_moving and off.manhattanLength() < far:
            return
        drag.is_moving = True
        if drag.kind == "move":
            step = place - drag.last
            self._view.shift(step.x(), step.y())
        elif drag.window is not None:
            view = picture_view.drag_window(self._view.view, drag.window, off.x(), off.y())
            self._view.apply(view)
        drag.last = place

    def _release(self, event: QMouseEvent, place: QPointF) -> None:
        drag = self._drag
        if drag is None or event.buttons() != Qt.MouseButton.NoButton:
            return
        self._move(place)
        self._drag = None
        if drag.kind == "tool":
            self._tool.release(place)
        elif drag.kind == "move":
            self._tool.show_cursor(place)
        elif not drag.is_moving:
            self.menu_wanted.emit(self._view.mapToGlobal(place.toPoint()))
