"""How the series of an overlay are told apart: by the dash of their lines."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from viewer.ui.marks.strokes import kept
from viewer.ui.plots.typeset import Typeset

DASHES: tuple[tuple[float, ...], ...] = ((), (6.0, 3.0), (1.5, 3.0), (8.0, 3.0, 1.5, 3.0))
"""Pieces and gaps in widths of the line, by the number of the series; the first is whole."""


def dashed(pen: QPen, line: int | None) -> QPen:
    """Give a pen the dash of a series of an overlay; a series on its own keeps a whole line."""
    pattern = DASHES[(line or 0) % len(DASHES)]
    if pattern:
        pen.setDashPattern(list(pattern))
    return pen


def draw_sample(painter: QPainter, rect: QRectF, line: int, type_: Typeset) -> None:
    """Draw a piece of the line of a series, for the names beside the axis."""
    pen = dashed(QPen(type_.theme.ink_2, 1.5 * type_.theme.stroke_scale), line)
    with kept(painter):
        painter.setPen(pen)
        y = rect.center().y()
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
