"""Signs of outcome, direction and doubt; a word always stands beside them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath

from viewer.ui.marks.strokes import PixelGrid, kept, line_down, stroke
from viewer.ui.theme import Theme

SIGNS = (
    "effective",
    "not_effective",
    "stopped",
    "death",
    "improved",
    "worsened",
    "other",
    "up",
    "down",
    "steady",
    "disagreement",
    "unknown",
)

# Polylines in a square from -1 to 1, y downwards; a ring is drawn about those in _RINGED.
_LINES: dict[str, list[list[tuple[float, float]]]] = {
    "effective": [[(-0.42, 0.02), (-0.12, 0.34), (0.42, -0.34)]],
    "not_effective": [[(-0.55, 0.55), (0.55, -0.55)]],
    "stopped": [[(-0.8, -0.62), (0.4, 0.62)], [(-0.8, 0.62), (0.4, -0.62)]],
    "improved": [[(0, 0.48), (0, -0.48)], [(-0.36, -0.12), (0, -0.48), (0.36, -0.12)]],
    "worsened": [[(0, -0.48), (0, 0.48)], [(-0.36, 0.12), (0, 0.48), (0.36, 0.12)]],
    "other": [],
    "up": [[(0, 0.8), (0, -0.8)], [(-0.42, -0.38), (0, -0.8), (0.42, -0.38)]],
    "down": [[(0, -0.8), (0, 0.8)], [(-0.42, 0.38), (0, 0.8), (0.42, 0.38)]],
    "steady": [[(-0.8, 0), (0.8, 0)], [(0.38, -0.42), (0.8, 0), (0.38, 0.42)]],
    "disagreement": [
        [(-0.44, -0.17), (0.44, -0.17)],
        [(-0.44, 0.17), (0.44, 0.17)],
        [(-0.26, 0.52), (0.26, -0.52)],
    ],
}
_RINGED = ("effective", "not_effective", "improved", "worsened", "other", "disagreement")


def draw_sign(painter: QPainter, rect: QRectF, sign: str, theme: Theme) -> None:
    """Draw a sign in ink, centred in `rect` and as large as its shorter side allows.

    Raises ValueError for an unknown sign.
    """
    if sign not in SIGNS:
        raise ValueError(f"sign {sign!r} is none of {', '.join(SIGNS)}")
    grid = PixelGrid.of(painter)
    centre = QPointF(grid.centre_x(rect.center().x()), grid.centre_y(rect.center().y()))
    radius = min(rect.width(), rect.height()) / 2
    width = max(1.2 * theme.stroke_scale, 0.16 * radius)
    if sign == "death":
        _block(painter, centre, radius, theme)
    elif sign == "unknown":
        _question(painter, rect, theme)
    else:
        _line_sign(painter, centre, radius, sign, width=width, ink=theme.ink)


def _line_sign(
    painter: QPainter, centre: QPointF, radius: float, sign: str, *, width: float, ink: QColor
) -> None:
    room = radius - width / 2
    path = QPainterPath()
    if sign in _RINGED:
        path.addEllipse(QPointF(0, 0), room, room)
    for corners in _LINES[sign]:
        line = QPainterPath(QPointF(corners[0][0] * room, corners[0][1] * room))
        for x, y in corners[1:]:
            line.lineTo(x * room, y * room)
        path.addPath(line)
    stroke(painter, path.translated(centre), width, ink)
    if sign == "other":
        dot = QPainterPath()
        dot.addEllipse(centre, 0.22 * radius, 0.22 * radius)
        with kept(painter):
            painter.fillPath(dot, ink)
    if sign == "stopped":
        x = centre.x() + 0.68 * room
        ends = (centre.y() - 0.85 * room, centre.y() + 0.85 * room)
        line_down(painter, x, *ends, width_px=width, brush=ink)


def _block(painter: QPainter, centre: QPointF, radius: float, theme: Theme) -> None:
    grid = PixelGrid.of(painter)
    width = grid.odd(0.7 * radius)
    block = QRectF(centre.x() - width / 2, centre.y() - 0.72 * radius, width, 1.44 * radius)
    ends = (centre.y() - radius, centre.y() + radius)
    line_down(painter, centre.x(), *ends, width_px=theme.stroke_scale, brush=theme.ink)
    painter.fillRect(grid.rect(block), theme.ink)


def _question(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    with kept(painter):
        font = painter.font()
        font.setWeight(QFont.Weight.DemiBold)
        # Never below what can be read from a desk.
        font.setPixelSize(max(10, round(0.9 * min(rect.width(), rect.height()))))
        painter.setFont(font)
        painter.setPen(theme.ink)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(rect, flags, "?")
