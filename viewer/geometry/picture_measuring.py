"""What a shape on a picture measures: nothing that the file's scale and values do not bear out."""

import math

from viewer.geometry.picture_shapes import (
    Mask,
    ValueStatistics,
    angle_degrees,
    ellipse_area_mm2,
    ellipse_mask,
    length_mm,
    polygon_area_mm2,
    polygon_mask,
    statistics,
)
from viewer.geometry.shape_handles import moved, outline
from viewer.model.annotation import Measured, PictureShape
from viewer.model.pictures import Frame, Pixels, PixelSize

DIGITS = 3
"""What is measured is kept with so many places: a hand does not point finer."""


def measured_of(shape: PictureShape, frame: Frame, pixels: Pixels | None) -> Measured:
    """Measure a shape: lengths and areas need a pixel size, mean and SD pixels with values."""
    size, points = frame.pixel_size, shape.points
    is_at_detector = size is not None and size.kind == "detector"
    if shape.kind == "line":
        length = None if size is None else length_mm(size, points[0], points[1])
        return Measured(length_mm=_rounded(length), is_at_detector=is_at_detector)
    if shape.kind == "angle":
        return Measured(angle_deg=_rounded(angle_degrees(size, *points)))
    if shape.kind == "point":
        return Measured()
    found = None if pixels is None else _statistics(shape, pixels)
    return Measured(
        area_mm2=_rounded(None if size is None else _area(shape, size)),
        mean=_rounded(None if found is None else found.mean),
        sd=_rounded(None if found is None else found.sd),
        unit=frame.unit or None if found is not None else None,
        is_at_detector=is_at_detector,
    )


def pixel_length(shape: PictureShape) -> float:
    """Give the length of a line in pixels, which say nothing of the patient."""
    return math.dist(shape.points[0], shape.points[-1])


def _area(shape: PictureShape, size: PixelSize) -> float:
    if shape.kind == "ellipse":
        return ellipse_area_mm2(size, shape.points[0], shape.points[1])
    return polygon_area_mm2(size, outline(shape)[0])


def _statistics(shape: PictureShape, pixels: Pixels) -> ValueStatistics | None:
    """Look at no more of a large picture than the shape covers."""
    across, down = zip(*shape.points, strict=True)
    rows, columns = pixels.values.shape[:2]
    left, right = _whole(min(across), columns), _whole(max(across) + 1, columns)
    top, bottom = _whole(min(down), rows), _whole(max(down) + 1, rows)
    covered = Pixels(pixels.values[top:bottom, left:right], padding=pixels.padding)
    return statistics(covered, _mask(moved(shape, -left, -top), bottom - top, right - left))


def _whole(place: float, most: int) -> int:
    return min(max(math.floor(place), 0), most)


def _mask(shape: PictureShape, rows: int, columns: int) -> Mask:
    if shape.kind == "ellipse":
        return ellipse_mask((rows, columns), shape.points[0], shape.points[1])
    return polygon_mask((rows, columns), outline(shape)[0])


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(float(value), DIGITS)
