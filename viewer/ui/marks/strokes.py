"""Lines on whole device pixels, dashes, and the horizontal fade that means "not exact".

All lengths are in the painter's own coordinates, which must count pixels (or points), not days.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
)


@contextmanager
def kept(painter: QPainter, *, smooth: bool = True) -> Iterator[None]:
    """Restore the painter's state afterwards, whatever happens inside."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
    try:
        yield
    finally:
        painter.restore()


def em_px(painter: QPainter) -> float:
    """Return the size of the painter's font, the unit of all lengths called "em"."""
    return float(max(1, painter.fontInfo().pixelSize()))


def odd_length(length_px: float, pixel_px: float) -> float:
    """Return the odd number of pixels nearest to a length, as a length."""
    return (2 * math.floor(length_px / pixel_px / 2) + 1) * pixel_px


@dataclass(frozen=True)
class PixelGrid:
    """Where the device's pixels lie in the painter's coordinates.

    On a vector device nothing is moved: there are no pixels to meet.
    """

    scale_x: float
    scale_y: float
    offset_x: float
    offset_y: float
    is_snapping: bool

    @classmethod
    def of(cls, painter: QPainter) -> Self:
        """Return the grid of the device that the painter paints on now."""
        to_device = painter.deviceTransform()
        is_straight = to_device.m12() == 0 and to_device.m21() == 0
        is_raster = painter.paintEngine().type() in (
            QPaintEngine.Type.Raster,
            QPaintEngine.Type.OpenGL2,
        )
        return cls(
            abs(to_device.m11()) or 1.0,
            abs(to_device.m22()) or 1.0,
            to_device.dx(),
            to_device.dy(),
            is_straight and is_raster and to_device.m11() > 0 and to_device.m22() > 0,
        )

    def edge_x(self, x: float) -> float:
        """Return the boundary between two pixel columns that is nearest to x."""
        return self._edge(x, self.scale_x, self.offset_x)

    def edge_y(self, y: float) -> float:
        """Return the boundary between two pixel rows that is nearest to y."""
        return self._edge(y, self.scale_y, self.offset_y)

    def centre_x(self, x: float) -> float:
        """Return the middle of the pixel column that contains x."""
        return self._centre(x, self.scale_x, self.offset_x)

    def centre_y(self, y: float) -> float:
        """Return the middle of the pixel row that contains y."""
        return self._centre(y, self.scale_y, self.offset_y)

    def column(self, x: float, width_px: float) -> tuple[float, float]:
        """Return left edge and width of a vertical line through x, in whole pixels."""
        return self._band(x, width_px, self.scale_x, self.offset_x)

    def row(self, y: float, width_px: float) -> tuple[float, float]:
        """Return top edge and height of a horizontal line through y, in whole pixels."""
        return self._band(y, width_px, self.scale_y, self.offset_y)

    def width_x(self, width_px: float) -> float:
        """Return a line width that is a whole number of pixels, never none."""
        return self._whole(width_px, self.scale_x)

    def width_y(self, width_px: float) -> float:
        """Return a line height that is a whole number of pixels, never none."""
        return self._whole(width_px, self.scale_y)

    def rect(self, rect: QRectF) -> QRectF:
        """Return the rectangle with each side on the nearest pixel boundary."""
        top_left = QPointF(self.edge_x(rect.left()), self.edge_y(rect.top()))
        return QRectF(top_left, QPointF(self.edge_x(rect.right()), self.edge_y(rect.bottom())))

    def odd(self, length_px: float) -> float:
        """Return the length that covers an odd number of pixels, so that it has a middle one."""
        return odd_length(length_px, 1 / self.scale_x) if self.is_snapping else length_px

    def _edge(self, at: float, scale: float, offset: float) -> float:
        if not self.is_snapping:
            return at
        return (math.floor(at * scale + offset + 0.5) - offset) / scale

    def _centre(self, at: float, scale: float, offset: float) -> float:
        if not self.is_snapping:
            return at
        return (math.floor(at * scale + offset) + 0.5 - offset) / scale

    def _whole(self, width_px: float, scale: float) -> float:
        if not self.is_snapping:
            return width_px
        return max(1, math.floor(width_px * scale + 0.5)) / scale

    def _band(self, at: float, width_px: float, scale: float, offset: float) -> tuple[float, float]:
        width = self._whole(width_px, scale)
        is_odd = round(width * scale) % 2 == 1
        middle = self._centre(at, scale, offset) if is_odd else self._edge(at, scale, offset)
        return middle - width / 2, width


def fade_brush(
    colour: QColor,
    left: float,
    right: float,
    fade_left_px: float,
    fade_right_px: float,
    ground: QColor | None = None,
) -> QBrush:
    """Return a brush of full colour between x `left` and `right` that fades to nothing at an end.

    On paper, which may know nothing of transparency, it fades to the `ground` instead. A fade of 0
    keeps the colour up to that end and beyond; fades that would overlap meet instead.
    """
    width = right - left
    if width <= 0 or (fade_left_px <= 0 and fade_right_px <= 0):
        return QBrush(colour)
    total = max(0.0, fade_left_px) + max(0.0, fade_right_px)
    share = min(1.0, width / total) / width
    nothing = QColor(colour if ground is None else ground)
    if ground is None:
        nothing.setAlpha(0)
    gradient = QLinearGradient(left, 0, right, 0)
    gradient.setColorAt(0, nothing if fade_left_px > 0 else colour)
    if fade_left_px > 0:
        gradient.setColorAt(min(1.0, fade_left_px * share), colour)
    if fade_right_px > 0:
        # Two stops at one place would replace one another; a colour stop there is all we need.
        gradient.setColorAt(max(0.0, 1 - fade_right_px * share), colour)
    gradient.setColorAt(1, nothing if fade_right_px > 0 else colour)
    return QBrush(gradient)


def line_across(
    painter: QPainter,
    left: float,
    right: float,
    y: float,
    *,
    width_px: float,
    brush: QBrush | QColor,
) -> None:
    """Fill a horizontal line through y from x `left` to `right`, on whole pixel rows."""
    top, height = PixelGrid.of(painter).row(y, width_px)
    painter.fillRect(QRectF(left, top, right - left, height), brush)


def lines_across(
    painter: QPainter,
    stretches: Iterable[tuple[float, float]],
    y: float,
    *,
    width_px: float,
    brush: QBrush | QColor,
) -> None:
    """Fill many stretches (left and right x) of a horizontal line through y at once."""
    top, height = PixelGrid.of(painter).row(y, width_px)
    for left, right in stretches:
        painter.fillRect(QRectF(left, top, right - left, height), brush)


def line_down(
    painter: QPainter,
    x: float,
    top: float,
    bottom: float,
    *,
    width_px: float,
    brush: QBrush | QColor,
) -> None:
    """Fill a vertical line through x from y `top` to `bottom`, on whole pixel columns."""
    left, width = PixelGrid.of(painter).column(x, width_px)
    painter.fillRect(QRectF(left, top, width, bottom - top), brush)


def line_behind(
    painter: QPainter,
    x: float,
    top: float,
    bottom: float,
    gaps: Iterable[tuple[float, float]],
    *,
    width_px: float,
    brush: QBrush | QColor,
) -> None:
    """Fill a vertical line that is broken where something stands before it; gaps may overlap."""
    for start, end in (*sorted(gaps), (bottom, bottom)):
        if start > top:
            line_down(painter, x, top, start, width_px=width_px, brush=brush)
        top = max(top, end)


def dashes_across(
    painter: QPainter,
    left: float,
    right: float,
    y: float,
    *,
    width_px: float,
    pattern: Sequence[float],
    brush: QBrush | QColor,
) -> None:
    """Fill a dashed horizontal line; `pattern` is lengths of dash, gap, dash, gap ... in px.

    An empty pattern gives a solid line. The dashes start at `left`, so they move with the line.
    """
    if not pattern:
        line_across(painter, left, right, y, width_px=width_px, brush=brush)
        return
    grid = PixelGrid.of(painter)
    top, height = grid.row(y, width_px)
    pieces = [
        QRectF(QPointF(grid.edge_x(start), top), QPointF(grid.edge_x(end), top + height))
        for start, end in dash_pieces(*seen(painter, left, right), left, pattern, right)
    ]
    _fill_rects(painter, pieces, brush)


def dashes_down(
    painter: QPainter,
    x: float,
    top: float,
    bottom: float,
    *,
    width_px: float,
    pattern: Sequence[float],
    brush: QBrush | QColor,
) -> None:
    """Fill a dashed vertical line; `pattern` is lengths of dash, gap, dash, gap ... in px."""
    grid = PixelGrid.of(painter)
    left, width = grid.column(x, width_px)
    pieces = [
        QRectF(QPointF(left, grid.edge_y(start)), QPointF(left + width, grid.edge_y(end)))
        for start, end in dash_pieces(top, bottom, top, pattern, bottom)
    ]
    _fill_rects(painter, pieces, brush)


def seen(painter: QPainter, left: float, right: float) -> tuple[float, float]:
    """Return the part of the span that can be seen, so that a long bar costs no more to draw.

    The answer may be empty: its end is then not after its start.
    """
    grid = PixelGrid.of(painter)
    if not grid.is_snapping:
        return left, right
    # A widget is painted on the picture of its window, in which its own left edge is not 0.
    device = painter.paintEngine().paintDevice()
    width = device.width() * device.devicePixelRatio()
    if width <= 0:
        return left, right
    first = -grid.offset_x / grid.scale_x
    last = (width - grid.offset_x) / grid.scale_x
    return max(left, first), min(right, last)


def dash_pieces(
    start: float, end: float, anchor: float, pattern: Sequence[float], limit: float
) -> Iterator[tuple[float, float]]:
    """Yield start and end of each dash that touches `start` to `end`, counted from `anchor`.

    Raises ValueError if the pattern has no length.
    """
    period = sum(pattern)
    if period <= 0:
        raise ValueError("a dash pattern needs a length above 0")
    at = anchor + max(0.0, math.floor((start - anchor) / period)) * period
    while at < end:
        for index, length in enumerate(pattern):
            if index % 2 == 0 and at < end:
                yield at, min(at + length, limit)
            at += length


def _fill_rects(painter: QPainter, pieces: list[QRectF], brush: QBrush | QColor) -> None:
    if not pieces:
        return
    with kept(painter, smooth=False):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawRects(pieces)


def stroke(
    painter: QPainter,
    path: QPainterPath,
    width_px: float,
    brush: QBrush | QColor,
    *,
    is_round: bool = True,
) -> None:
    """Draw a smooth line along a path, for slanted and curved strokes."""
    pen = QPen(QBrush(brush), width_px)
    if is_round:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    else:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    with kept(painter):
        painter.strokePath(path, pen)
