"""The shapes of the lane kinds, and the fills that tell how a fact is known."""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker

from viewer.ui.marks.strokes import PixelGrid, kept, odd_length
from viewer.ui.theme import Theme

EVIDENCE = ("reported", "derived", "digitised", "inferred", "synthetic")

# Width and height of a shape as a share of the mark's size: they are matched by eye so that all
# look equally large.
_BOXES = {
    "encounter": (0.84, 0.84),
    "symptom": (0.92, 0.92),
    "drug": (1.0, 0.54),
    "nutrition": (0.78, 1.0),
    "procedure": (0.98, 0.86),
    "diagnostic": (1.0, 1.0),
    "complication": (0.98, 0.86),
    "outcome": (0.44, 1.0),
    "response": (1.0, 1.0),
}
_DASH_SHARE = 0.58  # of a dash and its gap together
_ON_PIXELS = ("encounter", "drug", "outcome")


def draw_mark(
    painter: QPainter,
    centre: QPointF,
    kind: str,
    evidence: str,
    theme: Theme,
    *,
    size_px: float,
    ground: QColor | None = None,
) -> None:
    """Draw a point event: shape by lane kind, fill by how the fact is known.

    `ground` fills the open part of a hollow mark (paper unless given). The middle lies on the
    pixel column and row that contain `centre`. Raises ValueError for an unknown word.
    """
    grid = PixelGrid.of(painter)
    pixel = 1 / grid.scale_x if grid.is_snapping else 0.0
    body, ink = _painted(kind, evidence, size_px, 1.5 * theme.stroke_scale, pixel)
    with kept(painter):
        painter.translate(grid.centre_x(centre.x()), grid.centre_y(centre.y()))
        if evidence != "reported":
            painter.fillPath(body, theme.paper if ground is None else ground)
        painter.fillPath(ink, theme.kind(kind))


@lru_cache(maxsize=512)
def _painted(
    kind: str, evidence: str, size_px: float, stroke_px: float, pixel_px: float
) -> tuple[QPainterPath, QPainterPath]:
    width, height = (share * size_px for share in _box(kind))
    if pixel_px and kind in _ON_PIXELS:
        width, height = (odd_length(length, pixel_px) for length in (width, height))
    outline = _outline(kind, width, height)
    # A full stroke would leave no room for a fill in a shape as narrow as the block or the star.
    narrowest = 0.5 * width if kind == "response" else min(width, height)
    stroke_px = min(stroke_px, narrowest / 6)
    return outline, evidence_path(outline, evidence, stroke_px)


def evidence_path(
    outline: QPainterPath, evidence: str, stroke_px: float, *, is_hollow: bool = False
) -> QPainterPath:
    """Return the path which, filled with one colour, shows how the fact is known.

    reported full, derived left half, digitised ring with dot, inferred dashed ring, synthetic
    ring with cross. `is_hollow` leaves a reported shape open. Raises ValueError for another word.
    """
    if evidence == "reported" and not is_hollow:
        return outline
    box = outline.boundingRect()
    ring = _inner_ring(outline, stroke_px, is_dashed=evidence == "inferred")
    match evidence:
        case "reported" | "inferred":
            return ring
        case "derived":
            half = QPainterPath()
            half.addRect(QRectF(box.topLeft(), QPointF(box.center().x(), box.bottom())))
            return ring.united(outline.intersected(half))
        case "digitised":
            dot = QPainterPath()
            radius = max(0.14 * min(box.width(), box.height()), 0.6 * stroke_px)
            dot.addEllipse(_heart(outline), radius, radius)
            return ring.united(dot)
        case "synthetic":
            return ring.united(outline.intersected(_cross(outline, 0.8 * stroke_px)))
    raise ValueError(f"evidence {evidence!r} is none of {', '.join(EVIDENCE)}")


def _inner_ring(outline: QPainterPath, stroke_px: float, *, is_dashed: bool) -> QPainterPath:
    stroker = QPainterPathStroker()
    # Twice the width, cut at the outline: the stroke lies inside and the corners stay sharp.
    stroker.setWidth(2 * stroke_px)
    stroker.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
    line = outline
    if is_dashed:
        corners = _corners(outline)
        if corners:
            line = _dashes_about(corners, 3.4 * stroke_px)
        else:
            # A whole number of dashes, the first centred on the start: a drop keeps its tip.
            count = max(4, round(outline.length() / (4.2 * stroke_px)))
            dash = outline.length() / count / (2 * stroke_px)
            stroker.setDashPattern([_DASH_SHARE * dash, (1 - _DASH_SHARE) * dash])
            stroker.setDashOffset(_DASH_SHARE * dash / 2)
    return stroker.createStroke(line).intersected(outline)


def _corners(outline: QPainterPath) -> list[list[QPointF]]:
    """Return the corners of each closed polygon of the outline; nothing if a side is curved."""
    polygons: list[list[QPointF]] = []
    for index in range(outline.elementCount()):
        element = outline.elementAt(index)
        if element.isCurveTo():
            return []
        if element.isMoveTo():
            polygons.append([])
        polygons[-1].append(QPointF(element.x, element.y))
    return [corners[:-1] for corners in polygons]


def _dashes_about(polygons: list[list[QPointF]], period_px: float) -> QPainterPath:
    # A dash lies about every corner: without its corners a small triangle is three crumbs.
    path = QPainterPath()
    for corners in polygons:
        for index, corner in enumerate(corners):
            before, after = corners[index - 1], corners[(index + 1) % len(corners)]
            path.moveTo(_along(corner, before, _reach(corner, before, period_px)))
            path.lineTo(corner)
            path.lineTo(_along(corner, after, _reach(corner, after, period_px)))
            reach = _reach(corner, after, period_px)
            for number in range(1, round(0.5 * _DASH_SHARE / reach)):
                step = 2 * reach / _DASH_SHARE
                path.moveTo(_along(corner, after, number * step - reach))
                path.lineTo(_along(corner, after, number * step + reach))
    return path


def _reach(start: QPointF, end: QPointF, period_px: float) -> float:
    """Return half a dash as a share of the side, so that whole periods fill the side."""
    length = math.hypot(end.x() - start.x(), end.y() - start.y())
    return _DASH_SHARE / 2 / max(1, round(length / period_px))


def _along(start: QPointF, end: QPointF, share: float) -> QPointF:
    return start + (end - start) * share


def _heart(outline: QPainterPath) -> QPointF:
    # Where a dot looks centred: the middle of the corners, lower in a drop, higher in a triangle.
    polygon = outline.toFillPolygon()
    box = outline.boundingRect()
    area = x = y = 0.0
    for index in range(polygon.count() - 1):
        start, end = polygon.at(index), polygon.at(index + 1)
        turn = start.x() * end.y() - end.x() * start.y()
        area += turn
        x += (start.x() + end.x()) * turn
        y += (start.y() + end.y()) * turn
    return QPointF(x / (3 * area), y / (3 * area)) if area else box.center()


def _cross(outline: QPainterPath, stroke_px: float) -> QPainterPath:
    box = outline.boundingRect()
    lines = QPainterPath()
    reach = min(box.width(), box.height()) / 2
    middle = _heart(outline)
    for slope in (1, -1):
        lines.moveTo(middle.x() - reach, middle.y() - slope * reach)
        lines.lineTo(middle.x() + reach, middle.y() + slope * reach)
    stroker = QPainterPathStroker()
    stroker.setWidth(stroke_px)
    return stroker.createStroke(lines)


def _box(kind: str) -> tuple[float, float]:
    if kind not in _BOXES:
        raise ValueError(f"lane kind {kind!r} is none of {', '.join(_BOXES)}")
    return _BOXES[kind]


def _outline(kind: str, width: float, height: float) -> QPainterPath:
    path = QPainterPath()
    box = QRectF(-width / 2, -height / 2, width, height)
    match kind:
        case "encounter" | "outcome":
            path.addRect(box)
        case "symptom":
            path.addEllipse(box)
        case "drug":
            path.addRoundedRect(box, height / 2, height / 2)
        case "nutrition":
            return _drop(width, height)
        case "procedure":
            return polygon_path([(-0.5, -0.5), (0.5, -0.5), (0, 0.5)], width, height)
        case "diagnostic":
            return polygon_path([(0, -0.5), (0.5, 0), (0, 0.5), (-0.5, 0)], width, height)
        case "complication":
            corners = [(-0.25, -0.5), (0.25, -0.5), (0.5, 0), (0.25, 0.5), (-0.25, 0.5), (-0.5, 0)]
            return polygon_path(corners, width, height)
        case "response":
            return _star(width, height)
    return path


def polygon_path(
    corners: list[tuple[float, float]], width: float = 1.0, height: float = 1.0
) -> QPainterPath:
    """Return a closed path through the corners, each multiplied by width and height."""
    path = QPainterPath()
    for index, (x, y) in enumerate(corners):
        place = QPointF(x * width, y * height)
        if index == 0:
            path.moveTo(place)
        else:
            path.lineTo(place)
    path.closeSubpath()
    return path


def _drop(width: float, height: float) -> QPainterPath:
    half = width / 2
    path = QPainterPath()
    path.moveTo(0, -0.5 * height)
    path.cubicTo(0.26 * half, -0.26 * height, half, -0.1 * height, half, 0.13 * height)
    path.cubicTo(half, 0.34 * height, 0.55 * half, 0.5 * height, 0, 0.5 * height)
    path.cubicTo(-0.55 * half, 0.5 * height, -half, 0.34 * height, -half, 0.13 * height)
    path.cubicTo(-half, -0.1 * height, -0.26 * half, -0.26 * height, 0, -0.5 * height)
    path.closeSubpath()
    return path


def _star(width: float, height: float) -> QPainterPath:
    corners = []
    for index in range(10):
        radius = 0.5 if index % 2 == 0 else 0.28
        angle = math.radians(36 * index - 90)
        # Five points hang low in their circle; the shift puts equal room above and below.
        corners.append((radius * math.cos(angle), radius * math.sin(angle) + 0.045))
    return polygon_path(corners, width, height * 0.999)
