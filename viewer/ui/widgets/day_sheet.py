"""The paper of one day: hours to columns, glucose to rows, and the levels under both."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from viewer.model.glucose import BandLimits
from viewer.ui.theme import Theme

Floats = NDArray[np.float64]
HEADROOM = 1.05
"""The scale reaches a little higher than the highest value."""


def top_value(highest: float, limits: BandLimits | None) -> float:
    """Give the value at the upper edge: above all values and, for glucose, above the last limit."""
    least = limits.very_high if limits is not None else 0.0
    top = max(highest, least) * HEADROOM if math.isfinite(highest) else least * HEADROOM
    return top if top > 0 and math.isfinite(top) else 1.0


@dataclass(frozen=True)
class DaySheet:
    """One day from 0 to 24 h on a rectangle; values from 0 to `top`."""

    rect: QRectF
    top: float
    limits: BandLimits | None

    def x(self, share: float) -> float:
        """Give the column of a part of the day, 0 to 1 (pixels)."""
        return self.rect.left() + share * self.rect.width()

    def y(self, value: float) -> float:
        """Give the row of a value; what is below or above the scale stands at its edge."""
        kept = min(max(value, 0.0), self.top)
        return self.rect.bottom() - kept / self.top * self.rect.height()

    def ys(self, values: Floats) -> Floats:
        """Give the rows of many values, as `y` does."""
        kept = np.clip(values, 0.0, self.top)
        rows: Floats = self.rect.bottom() - kept / self.top * self.rect.height()
        return rows

    def paint_ground(self, painter: QPainter, theme: Theme, hours: int = 6) -> None:
        """Paint paper, levels, a line every so many hours, and the limits."""
        rect, width = self.rect, theme.stroke_scale
        painter.fillRect(rect, theme.paper)
        if self.limits is not None:
            upper, middle = self.y(self.limits.level_1), self.y(self.limits.level_2)
            painter.fillRect(_across(rect, upper, middle - upper), theme.level_1)
            painter.fillRect(_across(rect, middle, rect.bottom() - middle), theme.level_2)
        for hour in range(0, 25, hours):
            column = round(self.x(hour / 24) - width / 2)
            painter.fillRect(QRectF(column, rect.top(), width, rect.height()), theme.grid)
        if self.limits is not None:
            for limit, colour in (
                (self.limits.level_2, theme.level_2_edge),
                (self.limits.level_1, theme.level_1_edge),
                (self.limits.high, theme.rule_strong),
                (self.limits.very_high, theme.rule_strong),
            ):
                painter.fillRect(_across(rect, round(self.y(limit)), width), colour)


def _across(rect: QRectF, top: float, height: float) -> QRectF:
    return QRectF(rect.left(), top, rect.width(), height)


def clock_words(share: float) -> str:
    """Write a part of a day as a time of day: "06:15"."""
    minutes = min(math.floor(share * 1440 + 1e-6), 1440)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
