"""Small signs of reviewers at the marks of events, and a pin with a number in the left column."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from viewer.ui.marks.authors import draw_badge
from viewer.ui.marks.review_signs import draw_review_sign
from viewer.ui.marks.strokes import PixelGrid, kept, line_down
from viewer.ui.timeline.measures import Measures
from viewer.ui.timeline.placed import Placed
from viewer.ui.timeline.scene import Scene

_SIZE_H = 0.52
_SIGN_H = 0.5
_PIN_H = 0.34
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def badge_rect(placed: Placed, scene: Scene) -> QRectF | None:
    """Give where the badge of an event stands: at the upper left of its mark or bar."""
    body = placed.mark or placed.bar
    if body is None or placed.subject is None or placed.id not in scene.notes.badges:
        return None
    size = _SIZE_H * scene.measures.h_px
    left = max(body.left(), scene.frame.left_px)
    return QRectF(left - 0.75 * size, body.top() - 0.4 * size, size, size)


def sign_rects(placed: Placed, scene: Scene) -> tuple[QRectF, ...]:
    """Give where the signs of what an event is marked as stand: at the upper right."""
    badge = scene.notes.badges.get(placed.id)
    body = placed.mark or placed.bar
    if body is None or badge is None or placed.subject is None:
        return ()
    size = _SIGN_H * scene.measures.h_px
    first = min(max(body.right(), scene.frame.left_px), scene.scale.right_px) - 0.15 * size
    if placed.mark is None:  # the end of a bar may be words; its beginning is not
        first = max(body.left(), scene.frame.left_px) + 0.35 * size
    top = body.top() - 0.45 * size
    return tuple(
        QRectF(first + number * 0.9 * size, top, size, size) for number in range(len(badge.marks))
    )


def paint_badges(painter: QPainter, shown: Sequence[Placed], scene: Scene) -> None:
    """Paint the badges of all events that have any."""
    if not scene.notes.badges:
        return
    theme = scene.measures.theme
    for placed in shown:
        rect = badge_rect(placed, scene)
        if rect is None or scene.is_faint(placed):
            continue
        badge = scene.notes.badges[placed.id]
        draw_badge(painter, rect, badge.sign, theme, has_more=badge.has_more)
        for (word, sign), place in zip(badge.marks, sign_rects(placed, scene), strict=True):
            draw_review_sign(painter, place, word, theme.authors[sign.colour], theme)


def pins_px(count: int, measures: Measures) -> float:
    """Give the width of pin and number; nothing without any."""
    if count <= 0:
        return 0.0
    return measures.width(str(count), "small") + (_PIN_H + 0.65) * measures.h_px


def paint_pins(painter: QPainter, right: float, row: QRectF, count: int, scene: Scene) -> None:
    """Paint a pin of no author's colour and how many annotations there are, ending at `right`."""
    measures, theme = scene.measures, scene.measures.theme
    painter.setFont(QFont(measures.font("small")))
    painter.setPen(theme.ink_2)
    number = str(count)
    width = measures.width(number, "small")
    painter.drawText(QRectF(right - width, row.top(), width, row.height()), _RIGHT, number)
    size = _PIN_H * measures.h_px
    grid = PixelGrid.of(painter)
    x = grid.centre_x(right - width - 0.15 * measures.h_px - size / 2)
    y = row.center().y() - 0.15 * measures.h_px
    line_down(painter, x, y, y + size, width_px=measures.stroke_px, brush=theme.ink_2)
    with kept(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.ink_2)
        painter.drawEllipse(QPointF(x, y), size / 2, size / 2)
