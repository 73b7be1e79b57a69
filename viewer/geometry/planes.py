"""Where pictures lie in the patient: directions and their letters, places, and slices in a row."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from viewer.model.pictures import Frame, PixelSize, Plane, Vector

Point = tuple[float, float]
"""In pixels, as a picture counts them: its first pixel covers 0 to 1 in x and in y."""

SAME_PLACE_MM = 0.01
"""Slices that are closer lie in the same place."""

_LETTERS = (("L", "R"), ("P", "A"), ("H", "F"))
"""What lies in the positive and in the negative direction of each patient axis."""

_LEAST_COSINE = 0.25
"""A direction is told by each axis that has so much of a part in it (about 75.5° away)."""

_EVEN_SHARE = 0.02
"""How much of their spacing slices may be out of step and still count as evenly spaced."""


class EdgeLetters(NamedTuple):
    """What part of the patient lies at each edge of a picture, such as "R", "AL" or "HPR"."""

    left: str
    right: str
    top: str
    bottom: str


def unit(vector: Vector) -> Vector:
    """Give the same direction with a length of 1."""
    length = math.hypot(*vector)
    return (vector[0] / length, vector[1] / length, vector[2] / length)


def dot(one: Vector, other: Vector) -> float:
    """Give the scalar product."""
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]


def normal(plane: Plane) -> Vector:
    """Give the unit vector that stands on a picture: its row's direction cross its column's."""
    (a, b, c), (d, e, f) = plane.along_row, plane.down_column
    return unit((b * f - c * e, c * d - a * f, a * e - b * d))


def reading_direction(plane: Plane) -> Vector:
    """Give the way that slices like this one are read: head to feet, front to back, right to left.

    It is the normal, or its opposite: of the three ways the one that it is nearest to.
    """
    across = normal(plane)
    axis = max(range(3), key=lambda place: abs(across[place]))
    is_backwards = across[axis] > 0 if axis == 2 else across[axis] < 0
    return _turned(across) if is_backwards else across


def position(point: Vector, along: Vector) -> float:
    """Give how far a point lies along a direction, from the origin of the patient (mm)."""
    return dot(point, along)


def letters(direction: Vector) -> str:
    """Name a direction by the patient's sides that it points to, the nearest side first.

    R right, L left, A front, P back, H head, F feet; two or three letters where it is oblique.
    """
    parts = sorted(zip(direction, _LETTERS, strict=True), key=lambda part: -abs(part[0]))
    told = [part for part in parts if abs(part[0]) >= _LEAST_COSINE]
    return "".join(names[0] if share > 0 else names[1] for share, names in told)


def edge_letters(plane: Plane) -> EdgeLetters:
    """Name what lies at the edges of a picture that is drawn as it is stored."""
    return EdgeLetters(
        left=letters(_turned(plane.along_row)),
        right=letters(plane.along_row),
        top=letters(_turned(plane.down_column)),
        bottom=letters(plane.down_column),
    )


def patient_point(plane: Plane, size: PixelSize, point: Point) -> Vector:
    """Give where a point of a picture lies in the patient (mm)."""
    # The plane's own position is the centre of the first pixel, which is at (0.5, 0.5).
    along, down = (point[0] - 0.5) * size.x_mm, (point[1] - 0.5) * size.y_mm
    x, y, z = (
        start + along * row + down * column
        for start, row, column in zip(
            plane.position, plane.along_row, plane.down_column, strict=True
        )
    )
    return (x, y, z)


def pixel_point(plane: Plane, size: PixelSize, point: Vector) -> Point:
    """Give which point of a picture is nearest to a point in the patient; it may lie outside."""
    away = (
        point[0] - plane.position[0],
        point[1] - plane.position[1],
        point[2] - plane.position[2],
    )
    along, down = dot(away, plane.along_row), dot(away, plane.down_column)
    return (along / size.x_mm + 0.5, down / size.y_mm + 0.5)


def nearest(frames: Sequence[Frame], point: Vector) -> int | None:
    """Give the place in a series of the picture nearest to a point in the patient.

    Of several that are as near it is the first. None where no picture says where it lies.
    """
    apart = [
        (abs(distance(frame.plane, point)), place)
        for place, frame in enumerate(frames)
        if frame.plane is not None
    ]
    return min(apart)[1] if apart else None


def distance(plane: Plane, point: Vector) -> float:
    """Give how far a point lies from the plane of a picture (mm), in front of it above 0."""
    along = normal(plane)
    return position(point, along) - position(plane.position, along)


def are_parallel(one: Plane, other: Plane, within_degrees: float = 1.0) -> bool:
    """Tell whether pictures lie in parallel planes, whichever way they are turned in them."""
    return abs(dot(normal(one), normal(other))) >= math.cos(math.radians(within_degrees))


def gaps(frames: Sequence[Frame]) -> tuple[float, ...]:
    """Give the distance between each two neighbours of a series (mm), in its order."""
    places = [frame.position_mm for frame in frames if frame.position_mm is not None]
    return tuple(abs(after - before) for before, after in pairwise(places))


def even_spacing(distances: Sequence[float]) -> float | None:
    """Give the one distance between neighbours (mm); None where there is none, or several."""
    if not distances:
        return None
    mean = sum(distances) / len(distances)
    slack = max(SAME_PLACE_MM, mean * _EVEN_SHARE)
    is_even = all(abs(distance - mean) <= slack for distance in distances)
    return mean if is_even and mean > SAME_PLACE_MM else None


def lean(frames: Sequence[Frame]) -> float:
    """Give the angle between the row of slices and their normal (degrees); 0 for an upright one.

    Where a gantry is tilted the slices follow the table, which is not along their normal.
    """
    planes = [frame.plane for frame in frames if frame.plane is not None]
    if len(planes) < 2:
        return 0.0
    first, last = planes[0].position, planes[-1].position
    along = (last[0] - first[0], last[1] - first[1], last[2] - first[2])
    length = math.hypot(*along)
    if length <= SAME_PLACE_MM:
        return 0.0
    return math.degrees(math.acos(min(1.0, abs(dot(along, normal(planes[0]))) / length)))


def _turned(direction: Vector) -> Vector:
    return (-direction[0], -direction[1], -direction[2])
