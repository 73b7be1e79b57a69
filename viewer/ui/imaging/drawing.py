"""The tools: what the left button draws, chooses and moves on a picture.

Every shape can be drawn by clicks, and what has two ends also by one drag. Nothing is kept before
it is at its end; what is kept, or moved, is one step that can be undone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication

from viewer.geometry.shape_handles import is_empty, moved, nearest, with_handle
from viewer.model.annotation import MOST_CORNERS, PictureShape
from viewer.model.picture_view import Place
from viewer.ui.imaging.shapes import DrawnShape, ShapeLayer, as_measured, inside
from viewer.ui.imaging.view import ImageView

ToolName = Literal["pointer", "line", "angle", "ellipse", "polygon"]
NEEDED = {"line": 2, "angle": 3, "ellipse": 2, "polygon": MOST_CORNERS}
"""With so many places a shape is at its end."""
LEAST_CORNERS = 3
UNKEPT = ""
"""The id of a shape that is not kept yet."""
HANDS = {True: Qt.CursorShape.OpenHandCursor, False: Qt.CursorShape.PointingHandCursor}
"""The pointer over a shape that can be moved, and over a colleague's."""


@dataclass(slots=True)
class _Hold:
    """A shape that is moved, or one of its handles."""

    drawn: DrawnShape
    handle: int | None
    start: Place
    press: QPointF
    is_moving: bool = False


class Drawing(QObject):
    """The left button on a picture: it draws with the tool that was chosen, else takes hold."""

    changed = Signal()
    """Another tool or another shape is chosen, or something is drawn or no longer."""
    drawn = Signal(object)
    """A shape is at its end (DrawnShape), and is to be kept."""
    moved = Signal(object)
    """A kept shape is elsewhere now (DrawnShape)."""

    def __init__(self, view: ImageView, layer: ShapeLayer, refresh: Callable[[], None]) -> None:
        """`refresh` sees to it that the layer has the shapes of the picture."""
        super().__init__(view)
        self._view = view
        self._layer = layer
        self._refresh = refresh
        self._tool: ToolName = "pointer"
        self._points: list[Place] = []
        self._hover: Place | None = None
        self._pressed: QPointF | None = None
        self._hold: _Hold | None = None

    # -- what is chosen -------------------------------------------------------------------------

    @property
    def tool(self) -> ToolName:
        """The tool that was chosen."""
        return self._tool

    @property
    def is_drawing(self) -> bool:
        """Whether something is drawn or moved that is not at its end."""
        return bool(self._points) or self._hold is not None

    def choose_tool(self, tool: ToolName) -> None:
        """Draw with another tool from now on."""
        self.abandon()
        self._tool = tool
        self.show_cursor(None)
        self.changed.emit()

    def choose(self, id_: str) -> None:
        """Show the handles of a shape; of none with an empty id."""
        if id_ != self._layer.chosen:
            self._layer.chosen = id_
            self._view.update()
            self.changed.emit()

    def abandon(self) -> bool:
        """Let go of what is drawn or moved; False where there is nothing."""
        was_drawing = self.is_drawing
        self._points, self._hover, self._hold, self._pressed = [], None, None, None
        self._layer.moving = None
        if was_drawing:
            self._view.update()
            self.changed.emit()
        return was_drawing

    # -- the mouse ------------------------------------------------------------------------------

    def press(self, place: QPointF) -> None:
        """Take hold of a shape, or begin one, or go on with it."""
        self._refresh()
        picture, spot = self._view.place, self._spot(place)
        if picture is None or spot is None or self._view.pixels is None:
            return
        self._pressed = place
        if self._points:
            self._add(spot, place)
            return
        handle = self._layer.handle_at(place, picture)
        if handle is not None:
            self._hold = _Hold(handle[0], handle[1], spot, place)
        elif self._tool == "pointer":
            found = self._layer.at(place, picture)
            self.choose("" if found is None else found.id)
            if found is not None and found.is_mine:
                self._hold = _Hold(found, None, spot, place)
        elif picture.pixel_at((place.x(), place.y())) is not None:
            self.choose("")
            self._points = [spot]
            self.changed.emit()

    def move(self, place: QPointF, *, is_down: bool) -> None:
        """Show what would be drawn, or where what is held would go."""
        spot = self._spot(place)
        if spot is None:
            return
        if self._hold is not None and is_down:
            self._move_held(self._hold, place, spot)
        elif self._points:
            self._hover = spot
            self._show_points([*self._points, spot])

    def release(self, place: QPointF) -> None:
        """Keep what was moved; a drag is the two ends of a line."""
        hold, self._hold = self._hold, None
        if hold is not None:
            changed, self._layer.moving = self._layer.moving, None
            if changed is not None and hold.is_moving:
                self.moved.emit(changed)
            self._view.update()
            return
        spot = self._spot(place)
        if self._points and spot is not None and self._is_far(place):
            self._add(spot, place)

    def double_click(self, place: QPointF) -> None:
        """Close a polygon."""
        if self._tool == "polygon" and self._points:
            self.close()
        else:
            self.press(place)

    def close(self) -> None:
        """End a polygon with the corners that it has."""
        if self._tool == "polygon" and len(self._points) >= LEAST_CORNERS:
            self._end()

    def show_cursor(self, place: QPointF | None) -> None:
        """Show what can be taken hold of at a place, and where a tool would draw."""
        is_pointer = self._tool == "pointer"
        shape = Qt.CursorShape.ArrowCursor if is_pointer else Qt.CursorShape.CrossCursor
        picture = self._view.place
        if place is not None and picture is not None and not self._points:
            found = self._layer.at(place, picture) if is_pointer else None
            if self._layer.handle_at(place, picture) is not None:
                shape = Qt.CursorShape.SizeAllCursor
            elif found is not None:
                shape = HANDS[found.is_mine]
        self._view.setCursor(shape)

    # -- what becomes of it ---------------------------------------------------------------------

    def _spot(self, place: QPointF) -> Place | None:
        picture, frame = self._view.place, self._view.frame
        if picture is None or frame is None:
            return None
        return inside(picture.on_picture((place.x(), place.y())), frame)

    def _is_far(self, place: QPointF) -> bool:
        if self._pressed is None:
            return False
        far = QGuiApplication.styleHints().startDragDistance()
        return (place - self._pressed).manhattanLength() >= far

    def _add(self, spot: Place, place: QPointF) -> None:
        """Take a place for the next of the shape; a polygon ends where it began."""
        picture = self._view.place
        if self._tool == "polygon" and picture is not None and len(self._points) >= LEAST_CORNERS:
            first = [picture.on_screen(self._points[0])]
            if nearest(first, (place.x(), place.y()), self._layer.reach_px) is not None:
                self._end()
                return
        self._points.append(spot)
        if len(self._points) >= NEEDED.get(self._tool, 1):
            self._end()
        else:
            self._show_points(self._points)

    def _end(self) -> None:
        shape = self._shape(self._points)
        self.abandon()
        if shape is not None and not is_empty(shape):
            self.drawn.emit(self._measured(DrawnShape(UNKEPT, shape, None), shape))

    def _show_points(self, points: list[Place]) -> None:
        shape = self._shape(points)
        if shape is None:  # an angle or a polygon that has only one side so far
            self._layer.moving = self._plain(points)
        else:
            self._layer.moving = self._measured(DrawnShape(UNKEPT, shape, None), shape)
        self._layer.is_open = self._tool == "polygon"
        self._view.update()

    def _shape(self, points: list[Place]) -> PictureShape | None:
        least = LEAST_CORNERS if self._tool == "polygon" else NEEDED.get(self._tool, 1)
        if self._tool == "pointer" or len(points) < least:
            return None
        return PictureShape(kind=self._tool, points=tuple(points))

    def _plain(self, points: list[Place]) -> DrawnShape | None:
        if len(points) < 2:
            return None
        return DrawnShape(UNKEPT, PictureShape(kind="line", points=(points[-2], points[-1])), None)

    def _measured(self, drawn: DrawnShape, shape: PictureShape) -> DrawnShape:
        frame = self._view.frame
        assert frame is not None  # nothing can be drawn without a picture
        return as_measured(drawn, shape, frame, self._view.pixels)

    def _move_held(self, hold: _Hold, place: QPointF, spot: Place) -> None:
        far = QGuiApplication.styleHints().startDragDistance()
        if not hold.is_moving and (place - hold.press).manhattanLength() < far:
            return
        hold.is_moving = True
        if hold.handle is not None:
            shape = with_handle(hold.drawn.shape, hold.handle, spot)
        else:
            right, down = spot[0] - hold.start[0], spot[1] - hold.start[1]
            shape = moved(hold.drawn.shape, right, down)
        self._layer.moving = self._measured(hold.drawn, shape)
        self._layer.is_open = False
        self._view.update()
