"""The view of the event timeline.

The layout is made once for each window, case, look and frame; moving the cursor paints only the
cursor over a cached picture.
"""

import math

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QToolTip

from viewer.geometry.time_scale import Frame, TimeScale
from viewer.session.session import Session
from viewer.ui.gestures import POINTER_EVENTS
from viewer.ui.look import Look
from viewer.ui.menus import choice_menu
from viewer.ui.small_pictures import SmallPictures
from viewer.ui.timeline.gutter import paint_gutter
from viewer.ui.timeline.keys import LANE_KEYS, step_lane
from viewer.ui.timeline.moving import paint_drop, paint_moving
from viewer.ui.timeline.page import SLACK_H, Page
from viewer.ui.timeline.placed import Layout, Placed
from viewer.ui.timeline.pointer import TimelinePointer
from viewer.ui.timeline.scene import Scene
from viewer.ui.timeline.still import paint_still
from viewer.ui.timeline.titles import TITLE_EVENTS, TitlePointer

translate = QCoreApplication.translate

SNAP_H = 0.5


class TimelineView(QAbstractScrollArea):
    """Events in lanes over the shared time axis; works from the session alone."""

    def __init__(self, session: Session, look: Look, pictures: SmallPictures | None = None) -> None:
        super().__init__()
        self._session = session
        self._frame: Frame | None = None
        self._page = Page(session, look, pictures)
        self._still: QPixmap | None = None
        self._cursor_px = 0.0
        """Where the cursor was painted last."""
        self._hover: str | None = None
        self._titles = TitlePointer(session, self, self._page)
        self._pointer = TimelinePointer(session, self, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        _scroll_down_only(self, is_never=look.is_stage)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for signal in (session.case_changed, session.numbering_changed, look.changed):
            signal.connect(self._on_case_changed)
        for signal in (session.window_changed, session.filter_changed):
            signal.connect(self._on_layout_changed)
        session.found_changed.connect(self._repaint_still)
        session.annotations_changed.connect(self._on_annotations_changed)
        if pictures is not None:
            pictures.came.connect(self._repaint_still)
        session.layout_changed.connect(self._on_room_changed)
        session.selection_changed.connect(self._on_selection_changed)
        session.cursor_changed.connect(self._on_cursor_changed)
        self._describe()

    # -- what others ask for --------------------------------------------------------------------

    def gutter_hint_px(self) -> int:
        """Give the width of the left column that shows every lane's title whole."""
        return self._page.gutter_px

    def set_frame(self, frame: Frame) -> None:
        """Take the columns that all views of the chart share."""
        if frame != self._frame:
            self._frame = frame
            self._fit_room()

    def sizeHint(self) -> QSize:
        """Give the height that shows all lanes with rows of their usual height."""
        return QSize(super().sizeHint().width(), self._page.usual_height_px(self.frame()))

    def layout_now(self) -> Layout:
        """Give everything as it is laid out now: for hit testing and for tests."""
        return self._page.laid_out(self.frame())[1]

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Everything in its row, with the rectangles and texts that are drawn."""
        return self.layout_now().placed

    def tooltip_of(self, thing: Placed) -> str:
        """Give the tooltip of a thing as safe rich text."""
        return self._page.saying.tooltip_of(thing)

    # -- what the pointer acts on ---------------------------------------------------------------

    def frame(self) -> Frame:
        """Give the columns; its own where none were handed over."""
        if self._frame is not None:
            return self._frame
        gutter = self.gutter_hint_px()
        return Frame(gutter, 0, max(1, self.viewport().width() - gutter), 0)

    def scale(self) -> TimeScale:
        """Give the scale of the window."""
        return self.frame().scale(self._session.state.window, self._session.state.folds)

    def thing_at(self, place: QPointF) -> Placed | None:
        """Give what stands at a place of the viewport; nothing that a filter leaves out."""
        if place.x() < self.frame().gutter_px:
            return None
        found = self.layout_now().at(self._inside(place), SLACK_H * self._page.measures.h_px)
        return None if found is not None and self.shown().is_faint(found) else found

    def meant_by(self, thing: Placed, place: QPointF) -> str:
        """Give the id that a click on a thing at a place of the viewport selects."""
        return self._page.meant_by(thing, self._inside(place))

    def _inside(self, place: QPointF) -> QPointF:
        return place + QPointF(0, self.verticalScrollBar().value())

    def snapped(self, day: float) -> float:
        """Give the moment of an event within half a line of `day`, else `day`."""
        within_days = SNAP_H * self._page.measures.h_px / self.scale().px_per_day
        return self._page.contents.snapped(day, within_days)

    def opens_at(self, place: QPointF) -> bool:
        """Tell whether a click beside all events opens something: a fold or a lane."""
        return self._titles.is_on_triangle(place) or self.scale().gap_at(place.x()) is not None

    def set_hover(self, thing: Placed | None, *, can_open: bool = False) -> None:
        """Show what the pointer is on; a hand only where a click opens something."""
        opens = thing is not None and (thing.subject is not None or bool(thing.hidden))
        is_hand = opens or (thing is None and can_open)
        shape = Qt.CursorShape.PointingHandCursor if is_hand else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
        hover = thing.id if thing is not None and opens else None
        if hover != self._hover:
            self._hover = hover
            self._repaint_still()

    def open_list(self, thing: Placed, place: QPointF) -> None:
        """Show the events that found no row, to choose one."""
        menu = choice_menu(self, *self._page.saying.names_of_hidden(thing), self._session.select)
        menu.popup(self.viewport().mapToGlobal(place.toPoint()))

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the still layer from its cache and the cursor above it."""
        scene = self.shown()
        if self._still is None:
            self._still = _painted(scene, self.devicePixelRatioF(), self._session.language)
        with QPainter(self.viewport()) as painter:
            painter.drawPixmap(0, 0, self._still)
            self._cursor_px = scene.scale.x(self._session.state.cursor)
            paint_moving(painter, scene, self._cursor_px, self.hasFocus())
            if self._titles.drop is not None:
                paint_drop(painter, scene, self._titles.drop.y_px, self._titles.drop.depth)

    def shown(self) -> Scene:
        """Give all that is painted now."""
        ground, layout = self._page.laid_out(self.frame())
        state, size = self._session.state, self.viewport().size()
        washed = state.selection, state.highlights, self._hover
        return Scene(
            layout,
            ground,
            self._session.counting,
            self.frame(),
            size.width(),
            size.height(),
            self.verticalScrollBar().value(),
            *washed,
            state.horizon + 1.0 if state.horizon is not None else None,
            self._session.forms,
            self._session.kept if state.filter.is_on else None,
            self._page.studied.left_out,
            self._page.studied.found,
            self._page.notes,
            self._page.picture_of,
        )

    # -- events ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew for the new size."""
        super().resizeEvent(event)
        self._fit_room()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Lay out and paint the part that is scrolled to."""
        self._page.look_at(self.verticalScrollBar().value(), self.viewport().height())
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from lane to lane."""
        steps = LANE_KEYS.get(event.key())
        if steps is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            step_lane(self._session, steps)

    def event(self, event: QEvent) -> bool:
        """Let the left column have a key before the window's commands do."""
        if isinstance(event, QKeyEvent) and self._titles.takes_key(event):
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Follow the mouse and show tooltips; the wheel over the gutter scrolls."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tooltip(event)
            return True
        is_taken = event.type() in TITLE_EVENTS and self._titles.takes(event)
        is_taken = is_taken or (event.type() in POINTER_EVENTS and self._pointer.takes(event))
        return is_taken or super().viewportEvent(event)

    def _show_tooltip(self, event: QHelpEvent) -> None:
        place, offset = QPointF(event.pos()), self.verticalScrollBar().value()
        text, rect = self._page.told_at(place, offset, self.frame(), self.thing_at(place))
        QToolTip.showText(event.globalPos(), text, self.viewport(), rect)

    # -- changes --------------------------------------------------------------------------------

    def _on_case_changed(self) -> None:
        self._page.forget_all()
        self._hover = None
        self._on_room_changed()

    def _on_annotations_changed(self) -> None:
        if self._page.is_studied_otherwise:
            self._on_case_changed()
        else:
            self._repaint_still()

    def _on_room_changed(self) -> None:
        self._page.forget_layout()
        self._fit_room()

    def _fit_room(self) -> None:
        """Fit the rows into the room; the layout stays where that changes neither it nor them."""
        self._page.look_at(self.verticalScrollBar().value(), self.viewport().height())
        self._page.fit(self.frame(), self.viewport().height())
        self._refresh()
        self._describe()

    def _on_layout_changed(self) -> None:
        self._page.forget_layout()
        self._refresh()

    def _refresh(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._page.height_px(self.frame()) - height))
        bar.setPageStep(height)
        bar.setSingleStep(round(self._page.measures.row_px))
        self._repaint_still()

    def _on_selection_changed(self) -> None:
        selection, frame = self._session.state.selection, self.frame()
        self._refresh()  # what is selected may need a row more
        for _ in range(2):  # once to its lane, where that was not laid out, and then to itself
            if (found := self._page.shown_for(selection, frame)) is not None:
                _scroll_to(self.verticalScrollBar(), found, self._page.measures.row_px)
        self._repaint_still()
        self._describe()

    def _on_cursor_changed(self) -> None:
        """Paint the columns that the cursor leaves and comes to."""
        reach = round(2 * self._page.measures.h_px)
        for x in (self._cursor_px, self.scale().x(self._session.state.cursor)):
            self.viewport().update(round(x) - reach, 0, 2 * reach, self.viewport().height())
        self._describe()

    def _repaint_still(self) -> None:
        self._still = None
        self.viewport().update()

    def _describe(self) -> None:
        """Tell a screen reader what is selected, or where the cursor is."""
        self.setAccessibleName(translate("Timeline", "Event timeline"))
        self.setAccessibleDescription(self._page.saying.description(self._page.rows))


def _painted(scene: Scene, ratio: float, language: str) -> QPixmap:
    """Give the picture of all that keeps still while the cursor moves."""
    pixmap = QPixmap(QSize(round(scene.width_px), round(scene.height_px)) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    with QPainter(pixmap) as painter:
        paint_still(painter, scene)
        paint_gutter(painter, scene, language)
    return pixmap


def _scroll_down_only(view: QAbstractScrollArea, *, is_never: bool) -> None:
    """Let a view scroll up and down where it has to, or never: on a stage nobody could."""
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if is_never:
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def _scroll_to(bar: QScrollBar, rect: QRectF, pad_px: float) -> None:
    """Scroll as little as needed for a rectangle to be in sight."""
    top, bottom = rect.top() - pad_px, rect.bottom() + pad_px
    if top < bar.value():
        bar.setValue(math.floor(top))
    elif bottom > bar.value() + bar.pageStep():
        bar.setValue(math.ceil(bottom - bar.pageStep()))
