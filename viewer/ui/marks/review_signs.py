"""What a reviewer marks an event as: an exclamation mark, a question mark, unequal, a tick."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker

from viewer.model.annotation import MarkWord
from viewer.ui.marks.strokes import kept
from viewer.ui.theme import Theme


def draw_review_sign(
    painter: QPainter, rect: QRectF, word: MarkWord, colour: QColor, theme: Theme
) -> None:
    """Draw the sign of a word in a square, with a rim of paper; the shapes differ, too."""
    path = review_sign(word, rect.width())
    rim = QPainterPathStroker()
    rim.setWidth(2.4 * theme.stroke_scale)
    rim.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    with kept(painter):
        painter.translate(rect.center())
        painter.fillPath(rim.createStroke(path).united(path), theme.paper)
        painter.fillPath(path, colour)


def review_sign(word: MarkWord, size: float) -> QPainterPath:
    """Give the outline of a sign about the origin."""
    line, dot = QPainterPath(), QPainterPath()
    width = 0.17 * size
    point = QPointF(0, 0.42 * size)
    match word:
        case "important":
            line.moveTo(0, -0.46 * size)
            line.lineTo(0, 0.14 * size)
            dot.addEllipse(point, 0.6 * width, 0.6 * width)
        case "question":
            line.moveTo(-0.24 * size, -0.24 * size)
            line.cubicTo(
                -0.2 * size, -0.6 * size, 0.34 * size, -0.5 * size, 0.22 * size, -0.14 * size
            )
            line.cubicTo(0.16 * size, 0.0, 0, 0.0, 0, 0.16 * size)
            dot.addEllipse(point, 0.6 * width, 0.6 * width)
        case "disagree":
            for y in (-0.16 * size, 0.16 * size):
                line.moveTo(-0.4 * size, y)
                line.lineTo(0.4 * size, y)
            line.moveTo(-0.2 * size, 0.45 * size)
            line.lineTo(0.2 * size, -0.45 * size)
        case "done":
            line.moveTo(-0.36 * size, 0.02 * size)
            line.lineTo(-0.08 * size, 0.34 * size)
            line.lineTo(0.4 * size, -0.36 * size)
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return stroker.createStroke(line).united(dot)
