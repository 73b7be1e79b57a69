"""The hand on a slide: wheel, mouse and keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWheelEvent

from viewer.geometry.slides import Stand, panned
from viewer.model.annotating import Edit
from viewer.ui.slides.acts import act_of
from viewer.ui.slides.drawing import MEASURING, Tool
from viewer.ui.slides.shapes import REACH_H, shape_at
from viewer.ui.slides.slide_view import SlideView

translate = QCoreApplication.translate

NOTCH = 120
"""What one notch of a wheel turns (eighths of a degree)."""
PER_NOTCH = 2**0.5
"""So many times closer is one notch; a key is two."""
PER_KEY = 2.0
STEP_SHARE = 0.15
"""An arrow key moves the view by so much of its size."""
SHIFT = Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton
_PLAIN_KEYS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


class SlideHand(QObject):
    """Takes the events of one view. A drag with Shift moves it alone of those side by side."""

    def __init__(self, view: SlideView) -> None:
        super().__init__(view)
        self._view = view
        self._from: QPointF | None = None
        """Where the mouse was when the slide was moved last; None while it is not held."""
        self._pressed = QPointF()
        self._is_dragging = self._is_on_navigator = False
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is meant for the slide."""
        if watched is not self._view:
            return False
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def take_up(self, tool: Tool | None) -> None:
        """Draw with a tool from now on, or move the slide with None."""
        can = tool not in MEASURING or self._view.info.um_per_px is not None
        self._view.drawing.take_up(tool if can else None)
        shape = Qt.CursorShape.CrossCursor if self._view.drawing.tool else None
        self._view.unsetCursor() if shape is None else self._view.setCursor(shape)
        self._view.tool_changed.emit()
        self._view.update()

    # -- mouse --------------------------------------------------------------------------------

    def _wheel(self, event: QWheelEvent) -> bool:
        turned = event.angleDelta().y() / NOTCH
        if turned:
            self._view.zoom_to(self._view.stand.zoom * PER_NOTCH**turned, event.position())
        event.accept()
        return True

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, place = event.type(), event.position()
        if kind == QEvent.Type.MouseMove:
            self._move(place, is_alone=bool(event.modifiers() & SHIFT))
            return True
        if event.button() != _LEFT:
            return False
        if kind == QEvent.Type.MouseButtonPress:
            self._press(place)
        elif kind == QEvent.Type.MouseButtonDblClick:
            self._double_click(place)
        elif kind == QEvent.Type.MouseButtonRelease:
            self._release(place)
        return True

    def _press(self, place: QPointF) -> None:
        view = self._view
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed, self._is_dragging = place, False
        size = QSizeF(view.size())
        self._is_on_navigator = view.navigator.place(size).contains(place)
        if self._is_on_navigator:
            self._go_to(place)
        elif view.drawing.tool is not None:
            view.drawing.press(view.to_slide(place))
            view.update()
        else:
            self._from = place

    def _move(self, place: QPointF, *, is_alone: bool) -> None:
        view = self._view
        held = self._from
        view.point(place)
        if self._is_on_navigator:
            self._go_to(place)
        elif view.drawing.points:
            view.drawing.move(view.to_slide(place))
            view.update()
        elif held is not None and (self._is_dragging or self._is_far(place)):
            self._is_dragging = True
            view.setCursor(Qt.CursorShape.ClosedHandCursor)
            ratio = view.devicePixelRatioF()
            moved = (place - held) * ratio
            view.go(panned(view.stand, moved.x(), moved.y()), is_alone=is_alone)
            self._from = place

    def _release(self, place: QPointF) -> None:
        view = self._view
        is_drawn = view.drawing.tool not in (None, "polygon") and bool(view.drawing.points)
        is_click = self._from is not None and not self._is_dragging
        self._from, self._is_on_navigator = None, False
        if self._is_dragging:
            self._is_dragging = False
            view.unsetCursor()
        if is_drawn:
            view.drawing.move(view.to_slide(place))
            if self._is_far(place):
                self._finish()
            else:
                view.drawing.take_up(view.drawing.tool)  # a click draws nothing
        elif is_click:
            self._choose(place)

    def _double_click(self, place: QPointF) -> None:
        if self._view.drawing.tool == "polygon":
            self._finish()
        elif self._view.drawing.tool is None:
            self._view.zoom_to(self._view.stand.zoom * PER_KEY, place)

    def _is_far(self, place: QPointF) -> bool:
        least = QGuiApplication.styleHints().startDragDistance()
        return (place - self._pressed).manhattanLength() >= least

    def _go_to(self, place: QPointF) -> None:
        view = self._view
        x, y = view.navigator.slide_place(place, QSizeF(view.size()))
        view.go(Stand(x, y, view.stand.zoom))

    def _choose(self, place: QPointF) -> None:
        view = self._view
        at = place.x(), place.y()
        found = shape_at(view.shapes, at, view.to_view, REACH_H * view.look.h_px)
        if found is not None:
            view.session.select(found.id)
        elif any(one.id == view.session.state.selection for one in view.shapes):
            view.session.select(None)

    # -- keys ---------------------------------------------------------------------------------

    def _key(self, event: QKeyEvent) -> bool:
        act = act_of(event.key()) if event.modifiers() in _PLAIN_KEYS else None
        if act is None or not self._can(act):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # before the window's commands take it
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._acts()[act]()
            return True
        return False

    def _can(self, act: str) -> bool:
        """Tell whether a key has anything to do here; else it is the window's."""
        if act in ("finish", "abandon"):
            return self._view.drawing.tool is not None or self._from is not None
        if act == "delete":
            return bool(self._view.drawing.points) or self._own() is not None
        return True

    def _acts(self) -> dict[str, Callable[[], object]]:
        view, zoom = self._view, self._view.stand.zoom
        return {
            "closer": lambda: view.zoom_to(zoom * PER_KEY),
            "farther": lambda: view.zoom_to(zoom / PER_KEY),
            "whole": lambda: view.go(None),
            "pixels": lambda: view.zoom_to(1.0),
            "left": lambda: self._step(1, 0),
            "right": lambda: self._step(-1, 0),
            "up": lambda: self._step(0, 1),
            "down": lambda: self._step(0, -1),
            "line": lambda: self.take_up("line"),
            "ellipse": lambda: self.take_up("ellipse"),
            "polygon": lambda: self.take_up("polygon"),
            "box": lambda: self.take_up("box"),
            "finish": self._finish,
            "abandon": self._abandon,
            "delete": self._delete,
            "navigator": lambda: view.show_navigator(not view.navigator.is_wanted),
        }

    def _step(self, across: int, down: int) -> None:
        width, height = self._view.device
        step = STEP_SHARE * width * across, STEP_SHARE * height * down
        self._view.go(panned(self._view.stand, *step))

    def _finish(self) -> None:
        self._view.drawing.finish(self._view.report, self._view.info)
        self.take_up(None)

    def _abandon(self) -> None:
        """Give up the shape, or the tool where nothing is drawn; let go of the slide."""
        self._from, self._is_dragging = None, False
        drawing = self._view.drawing
        self.take_up(drawing.tool if drawing.points else None)

    def _own(self) -> str | None:
        """Give the chosen shape on this slide, where it is the person's own."""
        view = self._view
        chosen = view.session.state.selection
        is_here = any(one.id == chosen for one in view.shapes)
        if chosen is None or not is_here or not view.session.annotating.is_mine(chosen):
            return None
        return chosen

    def _delete(self) -> None:
        """Take back the last corner, or delete the chosen shape."""
        view, own = self._view, self._own()
        if view.drawing.points:
            view.drawing.take_back()
            view.update()
        elif own is not None:
            label = translate("Slide", "Delete from the slide")
            view.session.annotating.edit(Edit(label, {own: None}))
