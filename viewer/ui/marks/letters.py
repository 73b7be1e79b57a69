"""Marks that hold letters: how many events they stand for, or a response."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from viewer.ui.marks.strokes import PixelGrid, kept
from viewer.ui.theme import Theme


def count_letters(count: int) -> str:
    """Say how many events a mark stands for."""
    return f"×{count}"


def draw_letters(
    painter: QPainter,
    rect: QRectF,
    letters: str,
    kind: str,
    theme: Theme,
    *,
    font: QFont,
    is_count: bool,
    ground: QColor | None = None,
) -> None:
    """Draw a box with letters in ink: tinted where it counts events, else open with a thick edge.

    `ground` takes the place of the tint or of the paper.
    """
    grid = PixelGrid.of(painter)
    box = grid.rect(rect)
    width = grid.width_x((1.0 if is_count else 2.0) * theme.stroke_scale)
    inner = box.adjusted(width, width, -width, -width)
    # Edges alone: drawn faintly, what lay under the tint would shine through.
    for edge in (
        QRectF(box.topLeft(), inner.topRight() + QPointF(width, 0)),
        QRectF(inner.bottomLeft() - QPointF(width, 0), box.bottomRight()),
        QRectF(box.left(), inner.top(), width, inner.height()),
        QRectF(inner.right(), inner.top(), width, inner.height()),
    ):
        painter.fillRect(edge, theme.kind(kind))
    plain = theme.tint(kind) if is_count else theme.paper
    painter.fillRect(inner, plain if ground is None else ground)
    with kept(painter):
        painter.setFont(font)
        painter.setPen(theme.ink)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(box, int(flags), letters)
