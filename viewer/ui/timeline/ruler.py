"""The ruler: ticks of the shared axis, what the days are counted from, and the cursor's flag."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from viewer.geometry.ticks import Tick
from viewer.geometry.time_scale import Frame, TimeScale
from viewer.model import view_state
from viewer.session.session import Session
from viewer.ui.gestures import open_fold, zoom_or_pan
from viewer.ui.look import Look
from viewer.ui.marks.strokes import kept, line_across, line_down
from viewer.ui.timeline.measures import Measures
from viewer.ui.timeline.ruler_folds import paint_folds
from viewer.ui.timeline.scene import ticks_in, within
from viewer.ui.timeline.tick_labels import Label, TickLabels
from viewer.ui.words.day_words import counted_words, day_label, zero_text
from viewer.ui.words.fold_words import fold_long
from viewer.ui.words.tooltips import rich

translate = QCoreApplication.translate

HEIGHT_H = 2.1
PLAIN_HEIGHT_H = 1.65
"""Without a flag it needs less (lines)."""
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Ruler(QWidget):
    """The days of the window. At the top edge it carries the cursor's flag; a drag moves it."""

    def __init__(self, session: Session, look: Look, edge: Qt.Edge) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._has_flag = edge == Qt.Edge.TopEdge
        self._frame = Frame(0, 0, 1, 0)
        self._measures = Measures(look)
        self._is_dragging = False
        self._painted_px = 0.0
        """Where the cursor was painted last."""
        self._set: tuple[TickLabels, list[Label]] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(self._has_flag)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Timeline", "Day ruler"))
        session.window_changed.connect(self.update)
        session.cursor_changed.connect(self._on_cursor_changed)
        session.case_changed.connect(self._describe)
        session.numbering_changed.connect(self._describe)
        look.changed.connect(self._on_look_changed)
        self._describe()

    def set_frame(self, frame: Frame) -> None:
        """Take the columns that all views of the chart share."""
        self._frame = frame
        self.update()

    def sizeHint(self) -> QSize:
        """Give the height of two lines, or less without a flag; the width is the chart's."""
        lines = HEIGHT_H if self._has_flag else PLAIN_HEIGHT_H
        return QSize(0, round(lines * self._measures.h_px))

    def minimumSizeHint(self) -> QSize:
        """Never lower than it wants to be."""
        return self.sizeHint()

    def tick_labels(self) -> list[Label]:
        """Give each tick's label with its place, and whether it is the strong one of day zero.

        The label is empty where there is no room for it.
        """
        left = self._frame.left_px
        room = QRectF(left, 0, self.width() - left, self.height())
        taken = self.flag()[1] if self._has_flag and self._is_off() else QRectF()
        labels = TickLabels(self._scale(), self._measures, self._session.counting, room, taken)
        # They stay the same while only the cursor moves.
        if self._set is None or self._set[0] != labels:
            self._set = labels, labels.of(self._ticks())
        return self._set[1]

    def _scale(self) -> TimeScale:
        state = self._session.state
        return self._frame.scale(state.window, state.folds)

    def _ticks(self) -> tuple[Tick, ...]:
        return ticks_in(self._scale(), self._measures, self._session.counting)

    def flag(self) -> tuple[str, QRectF]:
        """Give the cursor's flag and its place.

        Where the cursor is off the window, the flag waits at that edge and points to it.
        """
        x = self._cursor_px()
        text = day_label(self._session.state.cursor, self._session.counting)
        h, left_px = self._measures.h_px, self._frame.left_px
        if x < left_px:
            text = translate("Timeline", "‹ {day}").format(day=text)
        elif self._is_off():
            text = translate("Timeline", "{day} ›").format(day=text)
        width = self._measures.width(text, "strong") + h
        least = left_px if x < left_px else left_px - width / 2
        left = min(max(x - width / 2, least), self.width() - width)
        return text, QRectF(left, self.height() - 1.55 * h, width, 1.3 * h)

    def _cursor_px(self) -> float:
        return self._scale().x(self._session.state.cursor)

    def _is_off(self) -> bool:
        """Tell whether the window does not show the cursor."""
        return not self._frame.left_px <= self._cursor_px() <= self.width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ticks, caption and the flag."""
        with QPainter(self) as painter:
            self.paint_on(painter)
            self._paint_cursor(painter)

    def paint_on(self, painter: QPainter) -> None:
        """Paint all but the cursor, as for print."""
        measures, theme = self._measures, self._measures.theme
        left = self._frame.left_px
        painter.fillRect(self.rect(), theme.window)
        painter.fillRect(self._sheet(), theme.paper)
        with within(painter, QRectF(left, 0, self.width() - left, self.height())):
            self._paint_ticks(painter)
            flag = self.flag()[1] if self._has_flag else QRectF()
            paint_folds(painter, self._scale().gaps, self.height(), flag, measures)
        if self._has_flag:
            self._paint_caption(painter)
        y = self.height() - 0.5 if self._has_flag else 0.5
        width = measures.stroke_px
        line_across(painter, 0, self.width(), y, width_px=width, brush=theme.rule)

    def _sheet(self) -> QRectF:
        """Give the ground of the axis; it ends with the horizon."""
        horizon, right = self._session.state.horizon, float(self.width())
        if horizon is not None:
            right = min(right, round(self._scale().x(horizon + 1)))
        left = self._frame.gutter_px
        return QRectF(left, 0, max(0.0, right - left), self.height())

    def _paint_ticks(self, painter: QPainter) -> None:
        measures, theme = self._measures, self._measures.theme
        flag = self.flag()[1] if self._has_flag else QRectF()
        length = 0.3 * measures.h_px
        bottom, width = self.height() if self._has_flag else length, measures.stroke_px
        scale = self._scale()
        for tick in self._ticks():
            x = scale.x(tick.moment)
            line_down(painter, x, bottom - length, bottom, width_px=width, brush=theme.rule_strong)
        pad = 0.3 * measures.h_px
        for text, rect, is_zero in self.tick_labels():
            if flag.adjusted(-pad, 0, pad, 0).intersects(rect):
                continue
            painter.setFont(measures.font("strong" if is_zero else "small"))
            painter.setPen(theme.ink if is_zero else theme.ink_2)
            flags = int(_CENTRE | Qt.TextFlag.TextDontClip)
            painter.drawText(rect, flags, text)

    def _paint_caption(self, painter: QPainter) -> None:
        """Say in the gutter what the days are counted from."""
        measures = self._measures
        pad = 0.75 * measures.h_px
        painter.setFont(measures.font("small"))
        painter.setPen(measures.theme.ink_2)
        gutter = QRectF(pad, 0, self._frame.gutter_px - 1.5 * pad, self.height())
        text = measures.elided(self._counted_from(), "small", gutter.width())
        painter.drawText(gutter, int(_LEFT), text)

    def _paint_cursor(self, painter: QPainter) -> None:
        measures, theme = self._measures, self._measures.theme
        x, width, is_off = self._cursor_px(), 1.5 * measures.stroke_px, self._is_off()
        self._painted_px = x
        if not self._has_flag:
            if not is_off:
                line_down(painter, x, 0, 0.3 * measures.h_px, width_px=width, brush=theme.ink)
            return
        text, rect = self.flag()
        if not is_off:
            line_down(painter, x, rect.bottom(), self.height(), width_px=width, brush=theme.ink)
        with kept(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ink)
            radius = 3 * measures.stroke_px
            painter.drawRoundedRect(rect, radius, radius)
        painter.setFont(measures.font("strong"))
        painter.setPen(theme.flag_text)
        painter.drawText(rect, int(_CENTRE), text)

    def _counted_from(self) -> str:
        session = self._session
        return counted_words(session.case, session.counting, session.language)

    def _on_cursor_changed(self) -> None:
        """Paint what has moved: the flag hides labels, a line alone stands in its column."""
        if self._has_flag:
            self.update()
            return
        reach = round(self._measures.h_px / 2)
        for x in (self._painted_px, self._cursor_px()):
            self.update(round(x) - reach, 0, 2 * reach, self.height())

    # -- events ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor under the pointer; a flag that waits at the edge brings it into view."""
        self._is_dragging = False
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._is_waiting_flag_at(event.position()):
            cursor = self._session.state.cursor
            self._session.apply(partial(view_state.reveal, day=cursor))
            self.unsetCursor()
        elif not open_fold(self._session, self._scale(), event.position().x()):
            self._is_dragging = True
            self._point_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the cursor along; a hand over a flag that a click acts on."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            is_on_fold = self._scale().gap_at(event.position().x()) is not None
            opens = is_on_fold or self._is_waiting_flag_at(event.position())
            shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
        elif self._is_dragging:
            self._point_at(event.position())

    def _is_waiting_flag_at(self, place: QPointF) -> bool:
        return self._has_flag and self._is_off() and self.flag()[1].contains(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer, or move the window."""
        if event.position().x() >= self._frame.left_px:
            zoom_or_pan(self._session, self._scale(), event)

    def event(self, event: QEvent) -> bool:
        """Show the whole sentence about day zero over the gutter."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = ""
            if event.pos().x() < self._frame.gutter_px:
                session = self._session
                zero = zero_text(session.case, session.counting, session.language)
                text = rich([self._counted_from(), zero])
            elif (gap := self._scale().gap_at(event.pos().x())) is not None:
                text = rich([fold_long(gap.days)])
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _point_at(self, place: QPointF) -> None:
        if place.x() >= self._frame.left_px:
            self._session.point_at(self._scale().day(place.x()))

    def _describe(self) -> None:
        """Say to a screen reader, too, what the numbers count."""
        self.setAccessibleDescription(self._counted_from())
        self.update()

    def _on_look_changed(self) -> None:
        self._measures = Measures(self._look)
        self.updateGeometry()
        self.update()
