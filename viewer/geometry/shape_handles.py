"""Shapes on a picture: where a hand can take them, and what becomes of them then.

Places are in the picture's own pixels.
"""

import math
from collections.abc import Iterable, Sequence

from viewer.model.annotation import PictureShape
from viewer.model.picture_view import Place

ELLIPSE_POINTS = 72
"""An ellipse is gone round in so many steps."""


def handles(shape: PictureShape) -> tuple[Place, ...]:
    """Give the places by which a shape is changed; of a box or an ellipse all four corners."""
    if shape.kind not in ("box", "ellipse"):
        return shape.points
    (left, top), (right, bottom) = shape.points
    return (left, top), (right, bottom), (left, bottom), (right, top)


def with_handle(shape: PictureShape, number: int, place: Place) -> PictureShape:
    """Give the shape with one of its handles elsewhere."""
    points = list(shape.points)
    if number < len(points):
        points[number] = place
    else:  # the two corners that are not stored: each has its x of one point, its y of the other
        across, down = (0, 1) if number == 2 else (1, 0)
        points[across] = place[0], points[across][1]
        points[down] = points[down][0], place[1]
    return PictureShape(kind=shape.kind, points=tuple(points))


def moved(shape: PictureShape, right: float, down: float) -> PictureShape:
    """Give the shape elsewhere on the picture."""
    points = tuple((x + right, y + down) for x, y in shape.points)
    return PictureShape(kind=shape.kind, points=points)


def outline(shape: PictureShape) -> tuple[tuple[Place, ...], bool]:
    """Give the line that a shape is drawn with, and whether it ends where it begins."""
    if shape.kind in ("point", "line", "angle"):
        return shape.points, False
    if shape.kind == "polygon":
        return shape.points, True
    (left, top), (right, bottom) = shape.points
    if shape.kind == "box":
        return ((left, top), (right, top), (right, bottom), (left, bottom)), True
    middle = (left + right) / 2, (top + bottom) / 2
    across, down = (right - left) / 2, (bottom - top) / 2
    turns = (2 * math.pi * step / ELLIPSE_POINTS for step in range(ELLIPSE_POINTS))
    round_ = ((middle[0] + across * math.cos(a), middle[1] + down * math.sin(a)) for a in turns)
    return tuple(round_), True


def is_empty(shape: PictureShape) -> bool:
    """Tell whether nothing can be measured by it: it has no length, or encloses nothing."""
    if shape.kind == "point":
        return False
    if shape.kind in ("box", "ellipse"):
        (left, top), (right, bottom) = shape.points
        return left == right or top == bottom
    if shape.kind == "polygon":
        return _area(shape.points) == 0
    return any(one == other for one, other in zip(shape.points, shape.points[1:], strict=False))


def distance(lines: Sequence[Place], is_closed: bool, place: Place) -> float:
    """Give how far a place is from a line through these places (in their own unit)."""
    if len(lines) == 1:
        return math.dist(lines[0], place)
    ends = zip(lines, [*lines[1:], lines[0]] if is_closed else lines[1:], strict=False)
    return min(_off(one, other, place) for one, other in ends)


def nearest(places: Iterable[Place], place: Place, reach: float) -> int | None:
    """Give the number of the nearest of some places; None where none is within reach."""
    offs = [(math.dist(one, place), number) for number, one in enumerate(places)]
    off, number = min(offs, default=(math.inf, 0))
    return number if off <= reach else None


def _off(one: Place, other: Place, place: Place) -> float:
    """Give how far a place is from a stretch between two others."""
    x, y = other[0] - one[0], other[1] - one[1]
    length = x * x + y * y
    share = ((place[0] - one[0]) * x + (place[1] - one[1]) * y) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.dist((one[0] + share * x, one[1] + share * y), place)


def _area(points: Sequence[Place]) -> float:
    """Give what a polygon encloses; its parts that go round the other way count as less."""
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(x * w - z * y for (x, y), (z, w) in pairs)) / 2
