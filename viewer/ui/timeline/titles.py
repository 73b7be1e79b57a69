"""What the mouse does in the left column: collapse a lane, move it, open its menu."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from viewer.geometry.time_scale import Frame
from viewer.model.lanes import siblings
from viewer.session.session import Session
from viewer.ui.lane_verbs import LaneVerbs, lane_menu
from viewer.ui.timeline.gutter import is_on_triangle
from viewer.ui.timeline.page import Page
from viewer.ui.timeline.placed import LaneBox, Layout

TITLE_EVENTS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.ContextMenu,
)
"""What is looked at; other kinds of events are not worth asking about."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Where a lane that is dragged would go: beside which one, and the height of the line."""

    beside: str
    is_after: bool
    y_px: float
    depth: int


def drop_at(layout: Layout, here: tuple[str, ...], y_px: float) -> Drop | None:
    """Give where a lane of the group of lanes `here` goes when let go at a height."""
    boxes = [box for box in layout.lanes if box.lane.id in here]
    if not boxes:
        return None
    box = next((one for one in boxes if y_px < one.tree_bottom_px), boxes[-1])
    is_after = y_px >= (box.top_px + box.tree_bottom_px) / 2
    return Drop(box.lane.id, is_after, box.tree_bottom_px if is_after else box.top_px, box.depth)


class Column(Protocol):
    """The view whose left column it is; it scrolls, and has a page of lanes."""

    def frame(self) -> Frame:
        """Give the columns."""

    def layout_now(self) -> Layout:
        """Give the layout."""

    def viewport(self) -> QWidget:
        """Give the widget that is painted on."""

    def verticalScrollBar(self) -> QScrollBar:
        """Give the bar that tells how far it is scrolled down."""


class TitlePointer:
    """Turns the mouse in the left column into changes of the lanes; Escape abandons a drag.

    Its view hands it events before it looks at them itself.
    """

    def __init__(self, session: Session, view: Column, page: Page) -> None:
        self.drop: Drop | None = None
        """Where the lane that is dragged would go; None where none is."""
        self._session = session
        self._view = view
        self._page = page
        self._verbs = LaneVerbs(session)
        self._pressed: tuple[LaneBox, QPointF] | None = None
        self._is_moving = False

    def takes(self, event: QEvent) -> bool:
        """Take what the mouse does in the left column."""
        if isinstance(event, QContextMenuEvent):
            return self._open_menu(event)
        acts = {
            QEvent.Type.MouseButtonPress: self._press,
            QEvent.Type.MouseButtonDblClick: self._double_click,
            QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release,
        }
        return isinstance(event, QMouseEvent) and acts[event.type()](event)

    def takes_key(self, event: QKeyEvent) -> bool:
        """Take Escape while a lane is dragged."""
        if not self._is_moving or event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.abandon()
        event.accept()  # else the window's own command for the key would come first
        return True

    def abandon(self) -> None:
        """Let go of a lane where it was."""
        self._pressed, self._is_moving = None, False
        self._show(None)

    def _press(self, event: QMouseEvent) -> bool:
        box = self._box_at(event.position())
        if box is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        self._pressed = box, event.position()
        return True

    def _double_click(self, event: QMouseEvent) -> bool:
        box = self._box_at(event.position())
        if box is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        self._verbs.collapse(box.lane.id, not box.is_collapsed)
        return True

    def _box_at(self, place: QPointF) -> LaneBox | None:
        if not 0 <= place.x() < self._view.frame().gutter_px:
            return None
        offset = self._view.verticalScrollBar().value()
        return self._page.box_at(place.y(), offset, self._view.frame())

    def is_on_triangle(self, place: QPointF) -> bool:
        """Tell whether a click at a place of the viewport collapses a lane or expands it."""
        box = self._box_at(place)
        return box is not None and is_on_triangle(box, place.x(), self._page.measures)

    def _move(self, event: QMouseEvent) -> bool:
        place = event.position()
        if self._pressed is None:
            return False
        box, start = self._pressed
        moved = (place - start).manhattanLength()
        if self._is_moving or moved >= QGuiApplication.styleHints().startDragDistance():
            self._is_moving = True
            self._scroll_towards(place.y())
            session = self._session
            here = siblings(session.case.lanes, box.lane.id, session.state)
            y = place.y() + self._view.verticalScrollBar().value()
            self._show(drop_at(self._view.layout_now(), here, y))
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return False
        self._move(event)
        (box, start), drop, is_moving = self._pressed, self.drop, self._is_moving
        self.abandon()
        if is_moving and drop is not None:
            self._verbs.place(box.lane.id, drop.beside, drop.is_after)
        elif not is_moving and self.is_on_triangle(start):
            self._verbs.collapse(box.lane.id, not box.is_collapsed)
        return True

    def _show(self, drop: Drop | None) -> None:
        if drop != self.drop:
            self.drop = drop
            self._view.viewport().update()

    def _scroll_towards(self, y_px: float) -> None:
        """Scroll by a row where a height lies outside of what is seen."""
        bar = self._view.verticalScrollBar()
        beyond = (y_px > self._view.viewport().height()) - (y_px < 0)
        bar.setValue(bar.value() + beyond * bar.singleStep())

    def _open_menu(self, event: QContextMenuEvent) -> bool:
        box = self._box_at(QPointF(event.pos()))
        if box is None:
            return False
        view = self._view.viewport()
        menu = lane_menu(view, self._verbs, self._session, box.lane.id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
        return True
