"""Measured values as points, drawn by painters or handed to a scatter plot as symbols."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from viewer.ui.marks.shapes import evidence_path, polygon_path
from viewer.ui.marks.strokes import PixelGrid, kept
from viewer.ui.theme import Theme

VALUE_SHAPES = (
    "within",
    "above",
    "below",
    "far_above",
    "far_below",
    "less_than",
    "more_than",
    "worded",
)
"""far: level 2; less_than, more_than: beyond what was measurable; worded: a word, no number."""

_COMPARED = ("less_than", "more_than")
_HOLLOW = (*_COMPARED, "worded")


class Symbol(NamedTuple):
    """A path in the square from -0.5 to 0.5 about its point, and the size to draw it at.

    Filled with one colour and no outline it is the whole sign, evidence included.
    """

    path: QPainterPath
    size_px: float


def value_symbol(shape: str, evidence: str, size_px: float, stroke_px: float = 1.5) -> Symbol:
    """Return the symbol of a value; `size_px` is the size of the plain circle or triangle.

    The symbol itself may be larger, for its arrow. Raises ValueError for an unknown word.
    """
    return _symbol(_value_path(shape, evidence, size_px, stroke_px))


def off_scale_symbol(
    shape: str, evidence: str, size_px: float, side: str, stroke_px: float = 1.5
) -> Symbol:
    """Return the symbol of a value beyond the scale; its point lies on the "top" or "bottom" edge.

    Raises ValueError for an unknown word.
    """
    return _symbol(_off_scale_path(shape, evidence, size_px, side, stroke_px))


def draw_value(
    painter: QPainter, centre: QPointF, shape: str, evidence: str, theme: Theme, *, size_px: float
) -> None:
    """Draw a value in ink: shape by its side of the limits, fill by how it is known.

    Raises ValueError for an unknown word.
    """
    path = _value_path(shape, evidence, size_px, 1.5 * theme.stroke_scale)
    grid = PixelGrid.of(painter)
    with kept(painter):
        painter.translate(grid.centre_x(centre.x()), grid.edge_y(centre.y()))
        painter.fillPath(path, theme.ink)


def _symbol(path: QPainterPath) -> Symbol:
    box = path.boundingRect()
    # The point must stay in the middle, so the farthest side decides.
    reach = max(-box.left(), box.right(), -box.top(), box.bottom())
    size = 2 * reach
    return Symbol(QTransform.fromScale(1 / size, 1 / size).map(path), size)


@lru_cache(maxsize=256)
def _value_path(shape: str, evidence: str, size_px: float, stroke_px: float) -> QPainterPath:
    stroke_px = min(stroke_px, size_px / 7)  # or a small point would be all outline
    path = evidence_path(_outline(shape, size_px), evidence, stroke_px, is_hollow=shape in _HOLLOW)
    if shape not in _COMPARED:
        return path
    return path.united(_arrow(size_px, stroke_px, down=shape == "less_than"))


def _outline(shape: str, size: float) -> QPainterPath:
    match shape:
        case "within" | "less_than" | "more_than" | "worded":
            path = QPainterPath()
            radius = 0.43 * size
            path.addEllipse(QPointF(0, 0), radius, radius)
            return path
        case "above":
            return polygon_path([(-0.5, 0.43), (0, -0.43), (0.5, 0.43)], size, size)
        case "below":
            return polygon_path([(-0.5, -0.43), (0.5, -0.43), (0, 0.43)], size, size)
        case "far_above":
            return _two_triangles(size, up=True)
        case "far_below":
            return _two_triangles(size, up=False)
    raise ValueError(f"value shape {shape!r} is none of {', '.join(VALUE_SHAPES)}")


def _two_triangles(size: float, *, up: bool) -> QPainterPath:
    tip = -1 if up else 1
    path = QPainterPath()
    for middle in (-0.36, 0.36):
        base, point = middle - 0.36 * tip, middle + 0.36 * tip
        path.addPath(polygon_path([(-0.46, base), (0.46, base), (0, point)], size, size))
    return path


def _arrow(size: float, stroke_px: float, *, down: bool) -> QPainterPath:
    way = 1 if down else -1
    start, tip, wing = 0.4 * size, 1.3 * size, 0.26 * size
    half = stroke_px / 2
    stem = QPainterPath()
    stem.addRect(QRectF(-half, min(way * start, way * (tip - half)), 2 * half, tip - half - start))
    # An open head: two slanted bars as one outline, so that no corner is left unfilled.
    corners = [
        (0, tip),
        (-wing, tip - wing),
        (-wing + stroke_px * 0.7, tip - wing - stroke_px * 0.7),
        (0, tip - 1.4 * stroke_px),
        (wing - stroke_px * 0.7, tip - wing - stroke_px * 0.7),
        (wing, tip - wing),
    ]
    return stem.united(polygon_path([(x, way * y) for x, y in corners]))


@lru_cache(maxsize=64)
def _off_scale_path(
    shape: str, evidence: str, size_px: float, side: str, stroke_px: float
) -> QPainterPath:
    inward = {"top": 1, "bottom": -1}.get(side)
    if inward is None:
        raise ValueError(f"side {side!r} is neither top nor bottom")
    thick = stroke_px * 4 / 3
    mark = _value_path(shape, evidence, size_px, stroke_px)
    box = mark.boundingRect()
    depth = thick - box.top() if inward > 0 else -thick - box.bottom()
    bar = QPainterPath()
    bar.addRect(QRectF(-0.75 * size_px, min(0, inward * thick), 1.5 * size_px, thick))
    return bar.united(mark.translated(0, depth))
