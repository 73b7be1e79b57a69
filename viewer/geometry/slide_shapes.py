"""Shapes on slides: their outlines as one line each, and how far a pointer is from it."""

from collections.abc import Sequence

from viewer.geometry import shape_handles
from viewer.model.annotation import PictureShape

Point = tuple[float, float]


def outline(shape: PictureShape) -> tuple[Point, ...]:
    """Give the corners of a shape in order; those of a closed one end where they began."""
    corners, is_closed = shape_handles.outline(shape)
    return (*corners, corners[0]) if is_closed else tuple(corners)


def distance(corners: Sequence[Point], place: Point) -> float:
    """Give how far a place is from a line through these corners."""
    return shape_handles.distance(corners, False, place)
