"""Limits that were given with one value: a short bracket at it, never stretched over time."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from viewer.ui.marks.strokes import line_across
from viewer.ui.plots.placed import PlacedPanel
from viewer.ui.plots.typeset import Typeset


def paint_brackets(painter: QPainter, placed: PlacedPanel, type_: Typeset) -> None:
    """Draw the limits of each value in view that has its own; one-sided ones reach the edge."""
    if not placed.panel.own_references:
        return
    theme, half, rect = type_.theme, 0.9 * type_.mark_px, placed.rect
    for point in placed.points:
        reference = point.point.reference
        if reference is None or not (point.is_dated and point.has_mark):
            continue
        low, high = reference.low, reference.high
        top = rect.top() if high is None else placed.axis.y(high)
        bottom = rect.bottom() if low is None else placed.axis.y(low)
        left, right = point.x_px - half, point.x_px + half
        area = QRectF(left, top, right - left, bottom - top).intersected(rect)
        painter.fillRect(area, theme.reference)
        for limit, y in ((high, top), (low, bottom)):
            if limit is not None and placed.panel.scale.beyond(limit) is None:
                width, brush = theme.stroke_scale, theme.reference_edge
                line_across(painter, left, right, y, width_px=width, brush=brush)
