"""What a shape on a picture measures, and what it does not where the file does not bear it out."""

from __future__ import annotations

import math

import numpy as np
import pytest

from viewer.geometry.picture_measuring import measured_of, pixel_length
from viewer.model.annotation import Measured, PictureShape, ShapeKind
from viewer.model.pictures import Frame, Pixels, PixelSize

VALUES = np.arange(64, dtype=np.int16).reshape(8, 8)
PIXELS = Pixels(VALUES)


def frame(size: PixelSize | None = PixelSize(0.5, 2.0), unit: str = "HU") -> Frame:  # noqa: B008
    return Frame("key", "file", 0, 8, 8, pixel_size=size, unit=unit)


def shape(kind: ShapeKind, *points: tuple[float, float]) -> PictureShape:
    return PictureShape(kind=kind, points=points)


def test_a_length_needs_a_pixel_size() -> None:
    line = shape("line", (0, 0), (6, 2))
    assert measured_of(line, frame(), PIXELS) == Measured(length_mm=5.0)
    assert measured_of(line, frame(None), PIXELS) == Measured()
    assert pixel_length(line) == pytest.approx(math.sqrt(40))


def test_an_angle_is_that_in_the_patient() -> None:
    angle = shape("angle", (4, 0), (0, 0), (4, 1))
    assert measured_of(angle, frame(), None).angle_deg == 45
    assert measured_of(angle, frame(None), None).angle_deg == pytest.approx(14.036)


def test_a_box_tells_area_mean_and_spread() -> None:
    measured = measured_of(shape("box", (1, 2), (4, 4)), frame(), PIXELS)
    inside = VALUES[2:4, 1:4]
    assert measured.area_mm2 == 6
    assert measured.mean == inside.mean()
    assert measured.sd == pytest.approx(inside.std(ddof=1), abs=0.001)
    assert measured.unit == "HU"


def test_an_ellipse_and_a_polygon_enclose_their_own_pixels() -> None:
    ellipse = measured_of(shape("ellipse", (0, 0), (8, 8)), frame(), PIXELS)
    assert ellipse.area_mm2 == pytest.approx(math.pi * 16, abs=0.001)
    assert ellipse.mean == 31.5
    triangle = measured_of(shape("polygon", (0, 0), (8, 0), (0, 8)), frame(), PIXELS)
    assert triangle.area_mm2 == 32


def test_without_values_only_the_area_is_told() -> None:
    box = shape("box", (1, 2), (4, 4))
    colours = Pixels(np.zeros((8, 8, 3), np.uint8))
    assert measured_of(box, frame(), None) == Measured(area_mm2=6.0)
    assert measured_of(box, frame(), colours) == Measured(area_mm2=6.0)
    assert measured_of(box, frame(None, ""), PIXELS).unit is None
    assert measured_of(box, frame(None, ""), PIXELS).area_mm2 is None


def test_of_one_pixel_there_is_no_spread_and_of_none_no_mean() -> None:
    one = measured_of(shape("box", (1, 2), (2, 3)), frame(), PIXELS)
    assert (one.mean, one.sd) == (17, None)
    none = measured_of(shape("box", (1.6, 2), (2.4, 3)), frame(), PIXELS)
    assert (none.mean, none.unit) == (None, None)


def test_a_point_measures_nothing() -> None:
    assert measured_of(shape("point", (1, 1)), frame(), PIXELS) == Measured()


def test_a_shape_that_reaches_over_the_edge_measures_what_there_is() -> None:
    measured = measured_of(shape("box", (-5, 6), (3, 30)), frame(), PIXELS)
    assert measured.mean == VALUES[6:, :3].mean()
    padded = Pixels(VALUES, padding=63.0)
    assert measured_of(shape("box", (6, 7), (8, 8)), frame(), padded).mean == 62
    assert measured_of(shape("box", (20, 20), (30, 30)), frame(), PIXELS).mean is None
