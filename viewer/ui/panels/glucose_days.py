"""Glucose day by day: a strip from 0 to 24 h for every day that has values."""

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from viewer.model.figures import Mark, are_numbers, lowest_of
from viewer.model.glucose_course import GlucoseTold
from viewer.model.readings import Readings
from viewer.model.time import Span
from viewer.session.glucose import bring_to_moment
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.marks.states import draw_focus
from viewer.ui.text_sizes import TextSizes
from viewer.ui.widgets.day_sheet import DaySheet, Floats, top_value
from viewer.ui.words.day_words import day_label
from viewer.ui.words.glucose_words import reported_words
from viewer.ui.words.joining import labelled
from viewer.ui.words.tooltips import rich

translate = QCoreApplication.translate

ROW_H = 3.4
"""How high a strip is (heights of a line)."""
SHEET_H = 2.7
TICK_HOURS = 6


class DayStrips(QAbstractScrollArea):
    """One strip a day; only those on the screen are painted. A click puts the cursor there."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._sizes = TextSizes(look)
        self._readings: Readings | None = None
        self._days: Floats = np.empty(0)
        self._top = 1.0
        self._has_clock = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Glucose", "Day by day"))

    def show_told(self, told: GlucoseTold, *, has_clock: bool) -> None:
        """Show the days of another stretch; hours are times of day where days begin at midnight."""
        readings = told.readings
        self._readings, self._has_clock = readings, has_clock
        self._days = np.empty(0)
        if len(readings):
            self._days = np.unique(np.floor(readings.days))
            numbers = readings.values[np.isfinite(readings.values)]
            highest = float(np.max(numbers, initial=-math.inf))
            self._top = top_value(highest, readings.limits)
        words = translate("Glucose", "{count} days with values").format(count=len(self._days))
        self.setAccessibleDescription(words)
        self._fit_bar()
        self.viewport().update()

    def restyle(self) -> None:
        """Take fonts and colours of the look."""
        self._sizes = TextSizes(self._look)
        self._fit_bar()
        self.viewport().update()

    @property
    def days(self) -> Floats:
        """The whole days that have a strip, from top to bottom."""
        return self._days

    # -- places -------------------------------------------------------------------------------

    @property
    def _row_px(self) -> int:
        return round(ROW_H * self._look.h_px)

    @property
    def _head_px(self) -> int:
        """The height of the hours, which do not scroll."""
        return round(1.2 * self._look.h_px)

    def sheet(self, row: int) -> DaySheet:
        """Give where the hours and values of a row stand (pixels of the viewport)."""
        h = self._look.h_px
        left = round(self._sizes.width(self._widest_label(), "small") + 1.0 * h)
        top = self._head_px + row * self._row_px - self.verticalScrollBar().value()
        width = max(self.viewport().width() - left - round(0.9 * h), 1)
        rect = QRectF(left, top + round(0.2 * h), width, round(SHEET_H * h))
        limits = self._readings.limits if self._readings is not None else None
        return DaySheet(rect, self._top, limits)

    def _widest_label(self) -> str:
        ends = (self._days[0], self._days[-1]) if len(self._days) else (0.0,)
        return max((self._label(float(day)) for day in ends), key=len)

    def _label(self, day: float) -> str:
        return day_label(day, self._session.counting)

    def moment_at(self, place: QPoint) -> float | None:
        """Give the moment at a place of the viewport; None beside the strips (days)."""
        row = (place.y() - self._head_px + self.verticalScrollBar().value()) // self._row_px
        if place.y() < self._head_px or not 0 <= row < len(self._days):
            return None
        rect = self.sheet(row).rect
        share = (place.x() - rect.left()) / rect.width()
        return float(self._days[row]) + min(max(share, 0.0), 1 - 1e-6)

    def _rows_on_screen(self) -> range:
        first = self.verticalScrollBar().value() // self._row_px
        count = self.viewport().height() // self._row_px + 2
        return range(first, min(first + count, len(self._days)))

    def _fit_bar(self) -> None:
        whole = self._head_px + len(self._days) * self._row_px
        bar = self.verticalScrollBar()
        bar.setRange(0, max(whole - self.viewport().height(), 0))
        bar.setPageStep(max(self.viewport().height() - self._head_px, 1))
        bar.setSingleStep(self._row_px)

    # -- paint --------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the strips that are on the screen, then the hours above them."""
        theme = self._look.theme
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), theme.panel)
            painter.setFont(self._sizes.font("small"))
            for row in self._rows_on_screen():
                self._paint_row(painter, row)
            head = QRectF(0, 0, self.viewport().width(), self._head_px)
            painter.fillRect(head, theme.panel)
            self._paint_hours(painter)
            if self.hasFocus():
                draw_focus(painter, QRectF(self.viewport().rect()).adjusted(5, 5, -5, -5), theme)

    def _paint_hours(self, painter: QPainter) -> None:
        if not len(self._days):
            return
        h, sheet = self._sizes.metrics("small").height(), self.sheet(0)
        painter.setPen(self._look.theme.ink_2)
        for hour in range(0, 25, TICK_HOURS):
            area = QRectF(sheet.x(hour / 24) - 2 * h, 0, 4 * h, self._head_px)
            painter.drawText(
                area,
                int(Qt.AlignmentFlag.AlignCenter),
                f"{hour:02d}" if self._has_clock else f"+{hour}",
            )

    def _paint_row(self, painter: QPainter, row: int) -> None:
        theme, sheet, day = self._look.theme, self.sheet(row), float(self._days[row])
        cursor = self._session.state.cursor
        is_here = math.floor(cursor) == day
        whole = QRectF(0, sheet.rect.top(), sheet.rect.left(), sheet.rect.height())
        if is_here:
            painter.fillRect(whole, theme.hover)
        sheet.paint_ground(painter, theme, TICK_HOURS)
        painter.setPen(theme.ink if is_here else theme.ink_2)
        h = self._sizes.metrics("small").height()
        label = whole.adjusted(0.3 * h, 0, -0.3 * h, 0)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        painter.drawText(label, left, self._label(day))
        missing = self._missing_before(row)
        if missing:
            painter.setPen(theme.ink_3)
            painter.drawText(label.adjusted(0, h, 0, 0), left, f"+{missing}")
        if is_here:
            column = round(sheet.x(cursor - day))
            line = QRectF(column, sheet.rect.top(), theme.stroke_scale, sheet.rect.height())
            painter.fillRect(line, theme.ink)
        self._paint_values(painter, sheet, day)

    def _missing_before(self, row: int) -> int:
        """Tell how many days without values lie before a strip and the one above it."""
        return 0 if row == 0 else int(self._days[row] - self._days[row - 1]) - 1

    def _paint_values(self, painter: QPainter, sheet: DaySheet, day: float) -> None:
        """Draw a point for each value; "Low" and "High" as triangles at the edge."""
        readings = self._of(day)
        theme = self._look.theme
        size = 2 * theme.stroke_scale
        numbers = are_numbers(readings.marks)
        xs = np.floor(sheet.x(0) + (readings.days - day) * sheet.rect.width())
        ys = np.floor(sheet.ys(np.nan_to_num(readings.values)))
        places = np.unique(np.column_stack((xs, ys))[numbers], axis=0)
        for x, y in places.tolist():
            painter.fillRect(QRectF(x - size / 2, y - size / 2, size, size), theme.ink)
        for index in np.flatnonzero(~numbers).tolist():
            mark = int(readings.marks[index])
            is_down = mark in {Mark.LOW, Mark.BELOW, Mark.AT_MOST}
            y = float(ys[index])
            if mark in {Mark.LOW, Mark.HIGH}:
                y = sheet.rect.bottom() - 3 * size if is_down else sheet.rect.top() + 3 * size
            self._paint_triangle(painter, float(xs[index]), y, is_down)

    def _paint_triangle(self, painter: QPainter, x: float, y: float, is_down: bool) -> None:
        side = 3 * self._look.theme.stroke_scale
        tip = side if is_down else -side
        corners = ((-side, -tip / 2), (side, -tip / 2), (0.0, tip))
        shape = QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners])
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.theme.ink)
        painter.setBrush(self._look.theme.paper)
        painter.drawPolygon(shape)
        painter.restore()

    # -- what a person does -------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor on the moment that was clicked."""
        moment = self.moment_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and moment is not None:
            bring_to_moment(self._session, moment)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from strip to strip with Up and Down, the time of day kept."""
        step = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(event.key())
        if step is None or event.modifiers() or not len(self._days):
            super().keyPressEvent(event)
            return
        cursor = self._session.state.cursor
        day = math.floor(cursor)
        side = "left" if step < 0 else "right"
        row = int(np.searchsorted(self._days, day, side)) - (step < 0)  # type: ignore[call-overload]
        if 0 <= row < len(self._days):
            bring_to_moment(self._session, float(self._days[row]) + cursor - day)
            self.bring_to_view(row)

    def bring_to_view(self, row: int) -> None:
        """Scroll as little as needed to show a strip."""
        bar, top = self.verticalScrollBar(), row * self._row_px
        least = top + self._row_px + self._head_px - self.viewport().height()
        bar.setValue(min(max(bar.value(), least), top))

    def follow_cursor(self) -> None:
        """Mark the strip of the cursor's day."""
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the scroll bar to the room."""
        super().resizeEvent(event)
        self._fit_bar()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a day holds."""
        if isinstance(event, QHelpEvent):
            moment = self.moment_at(event.pos())
            text = rich(self.words_of(math.floor(moment))) if moment is not None else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def words_of(self, day: int) -> list[str]:
        """Say how many values a day has, and the lowest of them."""
        readings = self._of(day)
        words = translate("Glucose", "{count} values").format(count=f"{len(readings):,}")
        lowest = lowest_of(readings.values, readings.marks)
        said = [labelled(self._label(day), words)]
        if lowest is not None:
            told = translate("Glucose", "lowest {value}")
            said.append(told.format(value=reported_words(lowest, readings.unit)))
        row = int(np.searchsorted(self._days, day))
        if self._missing_before(row):
            missing = translate("Glucose", "days without values before it: {count}")
            said.append(missing.format(count=self._missing_before(row)))
        return said

    def _of(self, day: float) -> Readings:
        assert self._readings is not None  # there are strips only of readings
        return self._readings.within(Span(day, day + 1))
