"""Marks of the time axis: the cursor and its flag, folded gaps, crowded days and lanes."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath

from viewer.ui.marks.strokes import PixelGrid, dashes_down, kept, line_down, stroke
from viewer.ui.theme import Theme

_SECOND_CURSOR_DASHES = (5.0, 3.0)


def draw_cursor_line(
    painter: QPainter, x: float, top: float, bottom: float, theme: Theme, *, is_second: bool = False
) -> None:
    """Draw the cursor line; the second cursor is dashed."""
    width = 1.5 * theme.stroke_scale
    if not is_second:
        line_down(painter, x, top, bottom, width_px=width, brush=theme.ink)
        return
    pattern = [length * theme.stroke_scale for length in _SECOND_CURSOR_DASHES]
    dashes_down(painter, x, top, bottom, width_px=width, pattern=pattern, brush=theme.ink)


def draw_cursor_flag(painter: QPainter, rect: QRectF, words: str, theme: Theme) -> None:
    """Draw the flag that names the cursor's day; the line goes on from its lower edge."""
    radius = 3 * theme.stroke_scale
    with kept(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.ink)
        painter.drawRoundedRect(PixelGrid.of(painter).rect(rect), radius, radius)
        font = painter.font()
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.flag_text)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, words)


def draw_folded_gap(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw the two wavy lines of a gap that is folded together, with a quiet ground between."""
    rect = PixelGrid.of(painter).rect(rect)
    painter.fillRect(rect, theme.statement)
    for x in (rect.left(), rect.right()):
        stroke(painter, _wave(x, rect.top(), rect.bottom()), theme.stroke_scale, theme.rule_strong)


def _wave(x: float, top: float, bottom: float) -> QPainterPath:
    # Half waves of about 5 px, a whole number of them, so that both ends lie on x.
    count = max(2, round((bottom - top) / 5))
    height = (bottom - top) / count
    path = QPainterPath(QPointF(x, top))
    for index in range(count):
        side = 0.6 * height if index % 2 == 0 else -0.6 * height
        y = top + index * height
        path.quadTo(QPointF(x + side, y + height / 2), QPointF(x, y + height))
    return path


def draw_crowd(painter: QPainter, centre: QPointF, kind: str, theme: Theme, size_px: float) -> None:
    """Draw the mark of many events on one day; how many is written beside it."""
    with kept(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.kind(kind))
        box = QRectF(-0.62 * size_px, -0.5 * size_px, 1.24 * size_px, size_px)
        painter.drawRoundedRect(box.translated(centre), 0.45 * size_px, 0.45 * size_px)


def draw_collapsed_lane(
    painter: QPainter, rect: QRectF, counts: Sequence[int], kind: str, theme: Theme
) -> None:
    """Draw how many events fall into each of equal columns of `rect`, the fullest at full height.

    A column with an event is never lower than one pixel.
    """
    highest = max(counts, default=0)
    if highest <= 0:
        return
    grid = PixelGrid.of(painter)
    width = rect.width() / len(counts)
    bottom = grid.edge_y(rect.bottom())
    for index, count in enumerate(counts):
        if count <= 0:
            continue
        left = grid.edge_x(rect.left() + index * width)
        right = grid.edge_x(rect.left() + (index + 1) * width)
        # Columns of more than a few pixels part by one, so that they can be counted.
        gap = grid.width_x(1) if right - left > 3 else 0.0
        height = max(grid.width_y(1), math.ceil(rect.height() * count / highest))
        column = QRectF(left, bottom - height, max(grid.width_x(1), right - left - gap), height)
        painter.fillRect(column, theme.kind(kind))
