"""Shapes on slides: their outlines, and which of them a pointer is near."""

import math
from collections.abc import Sequence
from itertools import pairwise

from viewer.model.annotation import PictureShape

Point = tuple[float, float]
ROUND = 64
"""An ellipse is drawn with so many corners."""


def outline(shape: PictureShape) -> tuple[Point, ...]:
    """Give the corners of a shape in order; those of a closed one end where they began."""
    points = shape.points
    if shape.kind == "box":
        (x1, y1), (x2, y2) = points
        return (x1, y1), (x2, y1), (x2, y2), (x1, y2), (x1, y1)
    if shape.kind == "ellipse":
        (x1, y1), (x2, y2) = points
        x, y, across, down = (x1 + x2) / 2, (y1 + y2) / 2, (x2 - x1) / 2, (y2 - y1) / 2
        turns = (2 * math.pi * step / ROUND for step in range(ROUND + 1))
        return tuple((x + across * math.cos(t), y + down * math.sin(t)) for t in turns)
    return (*points, points[0]) if shape.kind == "polygon" else points


def distance(corners: Sequence[Point], place: Point) -> float:
    """Give how far a place is from a line through these corners."""
    if len(corners) == 1:
        return math.dist(corners[0], place)
    return min(_off(first, last, place) for first, last in pairwise(corners))


def _off(first: Point, last: Point, place: Point) -> float:
    across, down = last[0] - first[0], last[1] - first[1]
    squared = across * across + down * down
    if squared == 0:
        return math.dist(first, place)
    along = ((place[0] - first[0]) * across + (place[1] - first[1]) * down) / squared
    share = min(max(along, 0.0), 1.0)
    return math.dist((first[0] + share * across, first[1] + share * down), place)
