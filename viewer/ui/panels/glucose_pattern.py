"""The daily pattern of glucose (AGP): median and percentile bands by the time of day."""

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from viewer.model.daily_pattern import LEAST_PER_BIN, PERCENTILES, DailyPattern
from viewer.model.glucose_course import GlucoseTold
from viewer.ui.look import Look
from viewer.ui.text_sizes import TextSizes
from viewer.ui.theme import blended
from viewer.ui.widgets.day_sheet import DaySheet, clock_words, top_value
from viewer.ui.words.glucose_words import limit_text
from viewer.ui.words.joining import in_line, labelled
from viewer.ui.words.numbers import number
from viewer.ui.words.tooltips import rich

translate = QCoreApplication.translate

LOWEST, LOWER, MIDDLE, UPPER, HIGHEST = range(len(PERCENTILES))
OUTER_SHARE, INNER_SHARE = 0.14, 0.34
"""How much ink is in the two bands."""
TICK_HOURS = 6


class PatternView(QWidget):
    """Paints a daily pattern; each time of day is a step, nothing is drawn between two."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._told: GlucoseTold | None = None
        self._sizes = TextSizes(look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("Glucose", "Daily pattern"))

    def show_told(self, told: GlucoseTold | None) -> None:
        """Show another stretch; None for nothing."""
        self._told = told
        self.setAccessibleDescription(self._description())
        self.update()

    def restyle(self) -> None:
        """Take fonts and colours of the look."""
        self._sizes = TextSizes(self._look)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a sheet as high as the plots' glucose panel and more."""
        return QSize(round(22 * self._look.em_px), round(16 * self._look.h_px))

    def minimumSizeHint(self) -> QSize:
        """Ask for enough to read the limits."""
        return QSize(round(12 * self._look.em_px), round(9 * self._look.h_px))

    @property
    def pattern(self) -> DailyPattern | None:
        """What is painted."""
        return None if self._told is None else self._told.pattern

    def sheet(self) -> DaySheet:
        """Give where hours and values stand."""
        sizes, h = self._sizes, self._look.h_px
        left = round(sizes.width("000.0", "small") + 0.6 * h)
        right = round(0.8 * sizes.width("24", "small"))
        rect = QRectF(
            left,
            round(1.3 * h),
            max(self.width() - left - right, 1),
            max(self.height() - round(4.4 * h), 1),
        )
        pattern, told = self.pattern, self._told
        limits = told.readings.limits if told is not None else None
        highest = -math.inf
        if pattern is not None:
            finite = pattern.percentiles[np.isfinite(pattern.percentiles)]
            highest = float(np.max(finite, initial=-math.inf))
        return DaySheet(rect, top_value(highest, limits), limits)

    # -- paint --------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet, the bands, the median and the words around them."""
        pattern = self.pattern
        if pattern is None:
            return
        theme, sheet = self._look.theme, self.sheet()
        outer = blended(theme.ink, theme.paper, OUTER_SHARE)
        inner = blended(theme.ink, theme.paper, INNER_SHARE)
        with QPainter(self) as painter:
            sheet.paint_ground(painter, theme, TICK_HOURS)
            painter.save()
            painter.setClipRect(sheet.rect)
            self._paint_band(painter, sheet, (LOWEST, HIGHEST), outer)
            self._paint_band(painter, sheet, (LOWER, UPPER), inner)
            self._paint_limits_again(painter, sheet)
            self._paint_median(painter, sheet)
            painter.restore()
            self._paint_axes(painter, sheet)
            self._paint_key(painter, sheet, (outer, inner))

    def _columns(self, sheet: DaySheet, index: int) -> tuple[int, int]:
        """Give the first column of a time of day and the one after its last."""
        assert self.pattern is not None
        count = len(self.pattern.starts)
        return round(sheet.x(index / count)), round(sheet.x((index + 1) / count))

    def _paint_band(
        self, painter: QPainter, sheet: DaySheet, rows: tuple[int, int], colour: object
    ) -> None:
        assert self.pattern is not None
        low, high = (self.pattern.percentiles[row] for row in rows)
        for index in np.flatnonzero(~np.isnan(low)).tolist():
            left, right = self._columns(sheet, index)
            top, bottom = sheet.y(float(high[index])), sheet.y(float(low[index]))
            area = QRectF(left, round(top), right - left, max(round(bottom) - round(top), 1))
            painter.fillRect(area, colour)

    def _paint_limits_again(self, painter: QPainter, sheet: DaySheet) -> None:
        """Draw the two lower limits over the bands, which would hide them."""
        if sheet.limits is None:
            return
        theme, rect = self._look.theme, sheet.rect
        for limit, colour in (
            (sheet.limits.level_2, theme.level_2_edge),
            (sheet.limits.level_1, theme.level_1_edge),
        ):
            line = QRectF(rect.left(), round(sheet.y(limit)), rect.width(), theme.stroke_scale)
            painter.fillRect(line, colour)

    def _paint_median(self, painter: QPainter, sheet: DaySheet) -> None:
        assert self.pattern is not None
        theme, thick = self._look.theme, 2 * self._look.theme.stroke_scale
        median, before = self.pattern.percentiles[MIDDLE], None
        for index, value in enumerate(median.tolist()):
            if math.isnan(value):
                before = None
                continue
            left, right = self._columns(sheet, index)
            row = min(round(sheet.y(value) - thick / 2), sheet.rect.bottom() - thick)
            painter.fillRect(QRectF(left, row, right - left, thick), theme.ink)
            if before is not None and before != row:
                top, bottom = min(before, row), max(before, row) + thick
                painter.fillRect(QRectF(left, top, theme.stroke_scale, bottom - top), theme.ink)
            before = row

    def _paint_axes(self, painter: QPainter, sheet: DaySheet) -> None:
        told, sizes = self._told, self._sizes
        assert told is not None
        theme, h, rect = self._look.theme, sizes.metrics("small").height(), sheet.rect
        painter.setFont(sizes.font("small"))
        painter.setPen(theme.ink_2)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        limits = sheet.limits
        if limits is not None:
            # The lower two lie close together: their words stand below the one, above the other.
            shifts = (0.4 * h, -0.4 * h, 0.0, 0.0)
            for limit, shift in zip(limits, shifts, strict=True):
                area = QRectF(0, sheet.y(limit) + shift - h / 2, rect.left() - 0.3 * h, h)
                painter.drawText(area, int(right), limit_text(limit, limits))
        painter.drawText(
            QRectF(0, 0, rect.right(), h), int(Qt.AlignmentFlag.AlignLeft), told.readings.unit
        )
        middle = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        for hour in range(0, 25, TICK_HOURS):
            area = QRectF(sheet.x(hour / 24) - 2 * h, rect.bottom() + 0.2 * h, 4 * h, h)
            painter.drawText(area, middle, f"{hour:02d}")

    def _paint_key(
        self, painter: QPainter, sheet: DaySheet, colours: tuple[object, object]
    ) -> None:
        """Name the median and the bands below the hours, in words beside their signs."""
        theme, sizes = self._look.theme, self._sizes
        h = sizes.metrics("small").height()
        outer, inner = colours
        line = 2 * theme.stroke_scale
        named = (
            (theme.ink, line, translate("Glucose", "median")),
            (inner, 0.6 * h, translate("Glucose", "25–75 %")),
            (outer, 0.6 * h, translate("Glucose", "5–95 %")),
        )
        left, row = sheet.rect.left(), sheet.rect.bottom() + 1.7 * h
        painter.setPen(theme.ink_2)
        for colour, height, words in named:
            swatch = QRectF(left, round(row + (h - height) / 2), round(1.2 * h), height)
            painter.fillRect(swatch, colour)
            painter.drawText(
                QRectF(left + 1.5 * h, row, sizes.width(words, "small") + 2, h),
                int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
                words,
            )
            left += 1.5 * h + sizes.width(words, "small") + 0.9 * h

    # -- words --------------------------------------------------------------------------------

    def heading(self) -> str:
        """Say how many days were laid over one another, and where they begin."""
        if self.pattern is None:
            return ""
        words = translate("Glucose", "{count} days laid over one another; 00 is midnight.")
        if self.pattern.day_count == 1:
            words = translate("Glucose", "One day only; 00 is midnight.")
        return words.format(count=self.pattern.day_count)

    def _description(self) -> str:
        pattern = self.pattern
        if pattern is None:
            return ""
        told = [i for i in range(0, len(pattern.starts), 12) if pattern.counts[i] >= LEAST_PER_BIN]
        return "; ".join((self.heading(), *(self.words_at(index)[0] for index in told)))

    def bin_at(self, x_px: float) -> int | None:
        """Give the number of the time of day at a column; None beside the sheet."""
        pattern, sheet = self.pattern, self.sheet()
        share = (x_px - sheet.rect.left()) / sheet.rect.width()
        if pattern is None or not 0 <= share < 1:
            return None
        return int(share * len(pattern.starts))

    def words_at(self, index: int) -> tuple[str, ...]:
        """Tell the figures of a time of day."""
        pattern, told = self.pattern, self._told
        assert pattern is not None
        assert told is not None
        start = float(pattern.starts[index])
        times = f"{clock_words(start)}–{clock_words(start + 1 / len(pattern.starts))}"
        count = int(pattern.counts[index])
        values = translate("Glucose", "{count} values").format(count=count)
        if count < LEAST_PER_BIN:
            few = translate("Glucose", "not enough values")
            return (labelled(times, in_line((values, few))),)
        low, lower, median, upper, high = (
            _value_words(float(value)) for value in pattern.percentiles[:, index]
        )
        unit = told.readings.unit
        median_words = translate("Glucose", "median {value} {unit}").format(value=median, unit=unit)
        return (
            labelled(times, median_words),
            translate("Glucose", "25–75 %: {low} to {high}").format(low=lower, high=upper),
            translate("Glucose", "5–95 %: {low} to {high}").format(low=low, high=high),
            values,
        )

    def event(self, event: QEvent) -> bool:
        """Tell the figures of the time of day under the pointer."""
        if isinstance(event, QHelpEvent):
            index = self.bin_at(event.pos().x())
            text = rich(list(self.words_at(index))) if index is not None else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)


def _value_words(value: float) -> str:
    """Write a percentile; one that falls on "Low" or "High" has no number."""
    if value == -math.inf:
        return translate("Glucose", "“Low”")
    if value == math.inf:
        return translate("Glucose", "“High”")
    return number(round(value, 1))
