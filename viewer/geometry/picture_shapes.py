"""Shapes drawn on a picture: lengths, angles, areas, and statistics of the values inside."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.geometry.planes import Point
from viewer.model.pictures import Pixels, PixelSize

Mask = NDArray[np.bool_]


class ValueStatistics(NamedTuple):
    """What the values inside a shape come to."""

    pixels: int
    """Pixels whose centres lie inside; those of padding are left out."""
    mean: float
    sd: float | None
    """The sample's: divided by one less than the count; None for fewer than two pixels."""
    least: float
    most: float


def length_mm(size: PixelSize, start: Point, end: Point) -> float:
    """Give the length of a line, whatever the shape of a pixel."""
    return math.hypot((end[0] - start[0]) * size.x_mm, (end[1] - start[1]) * size.y_mm)


def angle_degrees(size: PixelSize | None, one: Point, corner: Point, other: Point) -> float | None:
    """Give the angle at a corner, 0 to 180; None where a leg has no length.

    Without a pixel size pixels are taken to be square, which angles alone can bear.
    """
    x, y = (1.0, 1.0) if size is None else (size.x_mm, size.y_mm)
    legs = [((end[0] - corner[0]) * x, (end[1] - corner[1]) * y) for end in (one, other)]
    (a, b), (c, d) = legs
    if not all(math.hypot(*leg) for leg in legs):
        return None
    return math.degrees(math.atan2(abs(a * d - b * c), a * c + b * d))


def ellipse_area_mm2(size: PixelSize, corner: Point, opposite: Point) -> float:
    """Give the area of the ellipse that fills an upright rectangle between two corners."""
    across = abs(opposite[0] - corner[0]) * size.x_mm
    down = abs(opposite[1] - corner[1]) * size.y_mm
    return math.pi * across * down / 4


def polygon_area_mm2(size: PixelSize, points: Sequence[Point]) -> float:
    """Give the area of a polygon, whose last point joins its first; 0 for fewer than three."""
    pairs = zip(points, [*points[1:], *points[:1]], strict=True)
    doubled = sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairs)
    return abs(doubled) / 2 * size.x_mm * size.y_mm


def ellipse_mask(shape: tuple[int, int], corner: Point, opposite: Point) -> Mask:
    """Tell for each pixel of (rows, columns) whether its centre lies in an upright ellipse."""
    x, y = _centres(shape)
    half_x, half_y = abs(opposite[0] - corner[0]) / 2, abs(opposite[1] - corner[1]) / 2
    if half_x == 0 or half_y == 0:
        return np.zeros(shape, np.bool_)
    from_x = (x - (corner[0] + opposite[0]) / 2) / half_x
    from_y = (y - (corner[1] + opposite[1]) / 2) / half_y
    inside: Mask = from_x[np.newaxis, :] ** 2 + from_y[:, np.newaxis] ** 2 <= 1.0
    return inside


def polygon_mask(shape: tuple[int, int], points: Sequence[Point]) -> Mask:
    """Tell for each pixel of (rows, columns) whether its centre lies in a polygon.

    Where the polygon crosses itself, what is surrounded twice counts as outside.
    """
    x, y = _centres(shape)
    inside: Mask = np.zeros(shape, np.bool_)
    for (from_x, from_y), (to_x, to_y) in zip(points, [*points[1:], *points[:1]], strict=True):
        crossed = np.flatnonzero((from_y <= y) != (to_y <= y))
        if crossed.size == 0:
            continue
        edge = from_x + (y[crossed] - from_y) * (to_x - from_x) / (to_y - from_y)
        inside[crossed] ^= x[np.newaxis, :] < edge[:, np.newaxis]
    return inside


def statistics(pixels: Pixels, mask: Mask) -> ValueStatistics | None:
    """Give what the values inside a mask come to; None for colours, or where there are none."""
    if pixels.is_colour:
        return None
    values = pixels.values[mask].astype(np.float64)
    values = values[np.isfinite(values)]
    if pixels.padding is not None:
        values = values[values != pixels.padding]
    if values.size == 0:
        return None
    sd = float(values.std(ddof=1)) if values.size > 1 else None
    return ValueStatistics(
        values.size, float(values.mean()), sd, float(values.min()), float(values.max())
    )


def _centres(shape: tuple[int, int]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    rows, columns = shape
    return np.arange(columns, dtype=np.float64) + 0.5, np.arange(rows, dtype=np.float64) + 0.5
