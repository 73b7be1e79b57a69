"""The overview: the whole course, and the window on it as a frame that can be taken hold of."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.geometry.time_scale import Frame, TimeScale
from viewer.model import view_state
from viewer.model.course import death_moment
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.gestures import FRAME_MS, zoom_or_pan
from viewer.ui.look import Look
from viewer.ui.overview.frame_grip import Grip, Hold, taken
from viewer.ui.overview.overview_paint import Picture, paint_overview
from viewer.ui.overview.strip_picture import StripRows, strip_picture, strip_rows
from viewer.ui.text_sizes import TextSizes
from viewer.ui.words.numbers import number

translate = QCoreApplication.translate

HEIGHT_H = 2.6
PAD_H = 0.2
ROW_H = 0.22
REACH_H = 0.5
CURSOR_REACH_PX = 6
"""So far to both sides of its column the cursor is painted at most."""
KEY_SHARE = 0.1
"""A key moves the frame, or one end of it, by this share of the window."""
_SHAPES: dict[Grip, Qt.CursorShape] = {
    "start": Qt.CursorShape.SizeHorCursor,
    "end": Qt.CursorShape.SizeHorCursor,
    "whole": Qt.CursorShape.OpenHandCursor,
    "outside": Qt.CursorShape.PointingHandCursor,
}


class Overview(QWidget):
    """Shows the course from its first to its last day; the frame is the window."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._frame = Frame(0, 0, 1, 0)
        self._sizes = TextSizes(look)
        self._rows: StripRows | None = None
        self._picture: QImage | None = None
        self._hold: Hold | None = None
        self._waiting: QPointF | None = None
        self._cursor_px = 0.0
        """Where the cursor was painted last."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._catch_up)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Overview", "Overview of the whole course"))
        session.case_changed.connect(self._on_content_changed)
        session.layout_changed.connect(self._on_content_changed)
        session.window_changed.connect(self._on_window_changed)
        session.cursor_changed.connect(self._on_cursor_changed)
        look.changed.connect(self._on_look_changed)
        self._describe()

    # -- what others ask for --------------------------------------------------------------------

    def set_frame(self, frame: Frame) -> None:
        """Take the columns that all views of the chart share."""
        if frame != self._frame:
            self._frame, self._picture = frame, None
            self.update()

    def scale(self) -> TimeScale:
        """Give the scale of the whole course; here nothing is folded."""
        return self._frame.scale(self._session.state.bounds)

    def window_rect(self) -> QRectF:
        """Give the place of the frame."""
        scale, window = self.scale(), self._session.state.window
        pad = PAD_H * self._sizes.h_px
        left, right = scale.x(window.start), scale.x(window.end)
        return QRectF(left, pad, max(right - left, 2.0), self.height() - 2 * pad)

    def sizeHint(self) -> QSize:
        """Give the height of a strip; the width is the chart's."""
        return QSize(0, round(HEIGHT_H * self._sizes.h_px))

    def minimumSizeHint(self) -> QSize:
        """Never lower than it wants to be."""
        return self.sizeHint()

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the course, the frame and the cursor."""
        state, scale = self._session.state, self.scale()
        death = death_moment(self._session.case)
        self._cursor_px = scale.x(state.cursor)
        shown = Picture(
            self._strip(),
            self._frame,
            self.size(),
            self.window_rect(),
            tuple((scale.x(fold.start), scale.x(fold.end)) for fold in state.folds),
            self._cursor_px,
            None if death is None else scale.x(death),
            self._length_words(),
            self.hasFocus(),
        )
        with QPainter(self) as painter:
            paint_overview(painter, shown, self._sizes)

    def _on_cursor_changed(self) -> None:
        """Paint the columns that the cursor leaves and comes to."""
        for x in (self._cursor_px, self.scale().x(self._session.state.cursor)):
            self.update(round(x) - CURSOR_REACH_PX, 0, 2 * CURSOR_REACH_PX, self.height())

    def _strip(self) -> QImage:
        """Give the picture of the course; painted once for a case, a look and a width."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            state = self._session.state
            if self._rows is None:
                self._rows = strip_rows(self._session.case, state.hidden)
            height = self.window_rect().height() - 2 * PAD_H * self._sizes.h_px
            size = round(self._frame.axis_px * ratio), round(height * ratio)
            row_px = max(1, round(ROW_H * self._sizes.h_px * ratio))
            picture = strip_picture(self._rows, state.bounds, size, self._look.theme, row_px)
            picture.setDevicePixelRatio(ratio)
            self._picture = picture
        return self._picture

    def _length_words(self) -> str:
        state = self._session.state
        if state.window == state.bounds:
            return translate("Overview", "all {days} d").format(days=_rounded(state.bounds))
        words = translate("Overview", "{shown} of {days} d")
        return words.format(shown=_rounded(state.window), days=_rounded(state.bounds))

    # -- mouse ----------------------------------------------------------------------------------

    def _grip_at(self, place: QPointF) -> Grip:
        frame = self.window_rect()
        return taken(place.x(), frame.left(), frame.right(), REACH_H * self._sizes.h_px)

    def _is_on_axis(self, place: QPointF) -> bool:
        return self._frame.left_px <= place.x() <= self._frame.left_px + self._frame.axis_px

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame; beside it, bring its middle there first."""
        place = event.position()
        if event.button() != Qt.MouseButton.LeftButton or not self._is_near_axis(place):
            return
        day, grip = self.scale().day(place.x()), self._grip_at(place)
        if grip == "outside":
            self._session.apply(partial(view_state.centre, day=day))
            grip = "whole"
        self._hold = Hold(grip, day, self._session.state.window)
        if grip == "whole":
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def _is_near_axis(self, place: QPointF) -> bool:
        """Count the handles in that stand over the ends of the axis."""
        return self._is_on_axis(place) or self._grip_at(place) in ("start", "end")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held, once a frame; without a hold show what can be taken."""
        if self._hold is None:
            is_near = self._is_near_axis(event.position())
            shape = _SHAPES[self._grip_at(event.position())] if is_near else None
            self.setCursor(shape if shape is not None else Qt.CursorShape.ArrowCursor)
            return
        self._waiting = event.position()
        if not self._timer.isActive():
            self._timer.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton and self._hold is not None:
            self._waiting = event.position()
            self._catch_up()
            self._hold = None
            self.setCursor(_SHAPES[self._grip_at(event.position())])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole course."""
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_axis(event.position()):
            self._session.apply(view_state.fit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer, or move the window."""
        if self._is_on_axis(event.position()):
            zoom_or_pan(self._session, self.scale(), event)

    def _catch_up(self) -> None:
        self._timer.stop()
        place, self._waiting = self._waiting, None
        if place is not None and self._hold is not None:
            day = self.scale().day(place.x())
            window = self._hold.window_at(day, view_state.SHORTEST_WINDOW_DAYS)
            self._session.apply(partial(view_state.show, window=window))

    # -- keys -----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the chart's own commands while the frame has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_own = event.key() in _OWN_KEYS
            event.setAccepted(is_own)
            return is_own
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the frame, with Shift its end; Escape lets go and puts it back."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        window = self._session.state.window
        if event.key() == Qt.Key.Key_Escape and self._hold is not None:
            held, self._hold = self._hold, None
            self._session.apply(partial(view_state.show, window=held.window))
        elif steps is None or event.modifiers() & ~_ALLOWED:
            super().keyPressEvent(event)
        else:
            days = steps * KEY_SHARE * window.days
            is_end = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            hold = Hold("end" if is_end else "whole", 0.0, window)
            wanted = hold.window_at(days, view_state.SHORTEST_WINDOW_DAYS)
            self._session.apply(partial(view_state.show, window=wanted))

    # -- changes --------------------------------------------------------------------------------

    def _on_content_changed(self) -> None:
        self._rows = self._picture = self._hold = None
        self._on_window_changed()

    def _on_window_changed(self) -> None:
        self._describe()
        self.update()

    def _on_look_changed(self) -> None:
        self._sizes = TextSizes(self._look)
        self._picture = None
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self._length_words())


_OWN_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape)
_ALLOWED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def _rounded(span: Span) -> str:
    return number(round(span.days, 1 if span.days < 10 else 0))
