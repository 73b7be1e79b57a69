"""The ruler: ticks of the shared axis, what the days are counted from, and the cursor's flag."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from viewer.geometry.time_scale import Frame, Tick
from viewer.session.session import Session
from viewer.ui.gestures import zoom_or_pan
from viewer.ui.look import Look
from viewer.ui.marks.strokes import kept, line_across, line_down
from viewer.ui.timeline.measures import Measures
from viewer.ui.timeline.scene import tick_room_px, within
from viewer.ui.words.numbers import day_number
from viewer.ui.words.time_words import day_label
from viewer.ui.words.tooltips import rich

translate = QCoreApplication.translate

HEIGHT_H = 2.1
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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Timeline", "Day ruler"))
        session.case_changed.connect(self.update)
        session.window_changed.connect(self.update)
        session.cursor_changed.connect(self.update)
        look.changed.connect(self._on_look_changed)

    def set_frame(self, frame: Frame) -> None:
        """Take the columns that all views of the chart share."""
        self._frame = frame
        self.update()

    def sizeHint(self) -> QSize:
        """Give the height of two lines; the width is the chart's."""
        return QSize(0, round(HEIGHT_H * self._measures.h_px))

    def minimumSizeHint(self) -> QSize:
        """Never lower than it wants to be."""
        return self.sizeHint()

    def tick_labels(self) -> list[tuple[str, QRectF, bool]]:
        """Give each tick's label with its place, and whether it is the strong one of day zero.

        The label is empty where the edge would cut it.
        """
        found: list[tuple[str, QRectF, bool]] = []
        scale = self._frame.scale(self._session.state.window)
        for tick in scale.ticks(tick_room_px(self._measures)):
            text, is_zero = self._tick_text(tick)
            width = self._measures.width(text, "strong" if is_zero else "small")
            x = scale.x(tick.moment)
            rect = QRectF(x - width / 2, 0, width, self.height())
            is_whole = rect.left() >= self._frame.left_px and rect.right() <= self.width()
            found.append((text if is_whole else "", rect, is_zero))
        return found

    def _tick_text(self, tick: Tick) -> tuple[str, bool]:
        if tick.hour is not None and tick.hour > 0:
            return f"{tick.hour:02d}:00", False
        if tick.hour is None and tick.day != 0:
            return day_number(tick.day), False
        return day_label(tick.day), tick.day == 0

    def flag(self) -> tuple[str, QRectF]:
        """Give the cursor's flag and its place."""
        text = day_label(self._session.state.cursor)
        x = self._frame.scale(self._session.state.window).x(self._session.state.cursor)
        h = self._measures.h_px
        width = self._measures.width(text, "strong") + h
        left = min(max(x - width / 2, self._frame.left_px - width / 2), self.width() - width)
        return text, QRectF(left, self.height() - 1.55 * h, width, 1.3 * h)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ticks, caption and the flag."""
        measures, theme = self._measures, self._measures.theme
        left = self._frame.left_px
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.window)
            chart = QRectF(self._frame.gutter_px, 0, self.width(), self.height())
            painter.fillRect(chart, theme.paper)
            with within(painter, QRectF(left, 0, self.width() - left, self.height())):
                self._paint_ticks(painter)
            if self._has_flag:
                self._paint_caption(painter)
            y = self.height() - 0.5 if self._has_flag else 0.5
            width = measures.stroke_px
            line_across(painter, 0, self.width(), y, width_px=width, brush=theme.rule)
            self._paint_cursor(painter)

    def _paint_ticks(self, painter: QPainter) -> None:
        measures, theme = self._measures, self._measures.theme
        flag = self.flag()[1] if self._has_flag else QRectF()
        length = 0.3 * measures.h_px
        for text, rect, is_zero in self.tick_labels():
            bottom = self.height() if self._has_flag else length
            x = rect.center().x()
            line_down(
                painter,
                x,
                bottom - length,
                bottom,
                width_px=measures.stroke_px,
                brush=theme.rule_strong,
            )
            pad = 0.3 * measures.h_px
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
        x = self._frame.scale(self._session.state.window).x(self._session.state.cursor)
        if not self._frame.left_px <= x <= self.width():
            return
        width = 1.5 * measures.stroke_px
        if not self._has_flag:
            line_down(painter, x, 0, 0.3 * measures.h_px, width_px=width, brush=theme.ink)
            return
        text, rect = self.flag()
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
        short = self._session.case.day_zero.short
        return short.pick(self._session.language) if short is not None else ""

    # -- events ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor under the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._point_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the cursor along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._point_at(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer, or move the window."""
        if event.position().x() >= self._frame.left_px:
            zoom_or_pan(self._session, self._frame.scale(self._session.state.window), event)

    def event(self, event: QEvent) -> bool:
        """Show the whole sentence about day zero over the gutter."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = ""
            if event.pos().x() < self._frame.gutter_px:
                text = rich([self._session.case.day_zero.text.pick(self._session.language)])
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _point_at(self, place: QPointF) -> None:
        if place.x() >= self._frame.left_px:
            scale = self._frame.scale(self._session.state.window)
            self._session.point_at(scale.day(place.x()))

    def _on_look_changed(self) -> None:
        self._measures = Measures(self._look)
        self.updateGeometry()
        self.update()
