"""Marks of the people who comment on a case: shape, letter and colour per author."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath

from viewer.ui.marks.shapes import evidence_path, polygon_path
from viewer.ui.marks.strokes import PixelGrid, kept, line_across, line_down
from viewer.ui.theme import Theme

MARK_STATES = ("open", "draft", "resolved")


def author_path(index: int, centre: QPointF, size_px: float) -> QPainterPath:
    """Return the shape of the author who appeared as number `index`, counted from 0."""
    path = QPainterPath()
    match index % 4:
        case 0:
            path.addEllipse(QPointF(0, 0), 0.48 * size_px, 0.48 * size_px)
        case 1:
            path.addRect(QRectF(-0.44 * size_px, -0.44 * size_px, 0.88 * size_px, 0.88 * size_px))
        case 2:
            corners = [(0.0, -0.5), (0.5, 0.0), (0.0, 0.5), (-0.5, 0.0)]
            path = polygon_path(corners, 1.12 * size_px, 1.12 * size_px)
        case _:
            corners = [(-0.25, -0.44), (0.25, -0.44), (0.5, 0), (0.25, 0.44), (-0.25, 0.44)]
            path = polygon_path([*corners, (-0.5, 0)], size_px, size_px)
    return path.translated(centre)


def draw_author_mark(
    painter: QPainter,
    centre: QPointF,
    index: int,
    initial: str,
    theme: Theme,
    *,
    size_px: float,
    state: str = "open",
    stem_px: float = 0.0,
) -> None:
    """Draw an author's mark with the initial inside and a stem down to what it speaks of.

    An open note is full, a draft dashed, a resolved one a ring. Raises ValueError for another
    state.
    """
    if state not in MARK_STATES:
        raise ValueError(f"state {state!r} is none of {', '.join(MARK_STATES)}")
    colour = theme.author(index)
    outline = author_path(index, QPointF(0, 0), size_px)
    fill = outline
    if state != "open":
        evidence = "inferred" if state == "draft" else "reported"
        fill = evidence_path(outline, evidence, 1.5 * theme.stroke_scale, is_hollow=True)
    grid = PixelGrid.of(painter)
    middle = QPointF(grid.centre_x(centre.x()), grid.centre_y(centre.y()))
    foot = middle.y() + outline.boundingRect().bottom()
    if stem_px > 0:
        width = 1.5 * theme.stroke_scale
        line_down(painter, centre.x(), foot, foot + stem_px, width_px=width, brush=colour)
    with kept(painter):
        if state != "open":
            painter.fillPath(outline.translated(middle), theme.paper)
        painter.fillPath(fill.translated(middle), colour)
        font = painter.font()
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(max(10, round(0.6 * size_px)))
        painter.setFont(font)
        painter.setPen(theme.flag_text if state == "open" else colour)
        box = QRectF(middle.x() - size_px, middle.y() - size_px, 2 * size_px, 2 * size_px)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initial)


def draw_author_span(
    painter: QPainter, x0: float, x1: float, y: float, index: int, *, theme: Theme, tick_px: float
) -> None:
    """Draw the period a note is about, from its mark at x0 to a tick at x1."""
    width = 1.5 * theme.stroke_scale
    colour = theme.author(index)
    line_across(painter, x0, x1, y, width_px=width, brush=colour)
    line_down(painter, x1, y - tick_px / 2, y + tick_px / 2, width_px=width, brush=colour)
