"""The left column of the strip: its title and how many notes there are."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from viewer.ui.marks.shapes import polygon_path
from viewer.ui.marks.strokes import kept, line_down
from viewer.ui.text_sizes import TextSizes

translate = QCoreApplication.translate

_OPEN = [(-0.5, -0.3), (0.5, -0.3), (0.0, 0.4)]
_SHUT = [(-0.3, -0.5), (0.4, 0.0), (-0.3, 0.5)]
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def paint_title(
    painter: QPainter, column: QRectF, count: int, sizes: TextSizes, *, is_expanded: bool
) -> None:
    """Paint triangle, title and number over everything that reaches into the column."""
    theme, h = sizes.theme, sizes.h_px
    painter.fillRect(column, theme.window)
    row = QRectF(column.left(), 0.25 * h, column.width(), 1.4 * h)
    size = 0.55 * h
    triangle = polygon_path(_OPEN if is_expanded else _SHUT, size, size)
    with kept(painter):
        painter.fillPath(triangle.translated(0.35 * h + size / 2, row.center().y()), theme.ink_2)
    number = f"{count:,}"
    left = 0.35 * h + size + 0.3 * h
    room = column.width() - left - sizes.width(number, "when") - 1.25 * h
    painter.setFont(sizes.font("strong"))
    painter.setPen(theme.ink)
    title = sizes.elided(translate("Note strip", "Reviewers’ notes"), "strong", room)
    painter.drawText(row.adjusted(left, 0, 0, 0), _LEFT, title)
    painter.setFont(sizes.font("when"))
    painter.setPen(theme.ink_2)
    painter.drawText(row.adjusted(0, 0, -0.75 * h, 0), _RIGHT, number)
    width = theme.stroke_scale
    line_down(painter, column.right(), 0, column.height(), width_px=width, brush=theme.rule)
