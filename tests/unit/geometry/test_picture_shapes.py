"""Lengths, angles, areas and statistics against figures worked out by hand."""

import math
import statistics as by_hand

import numpy as np
import pytest

from viewer.geometry import picture_shapes as shapes
from viewer.model.pictures import Pixels, PixelSize

WIDE = PixelSize(x_mm=0.5, y_mm=2.0)


def test_a_length_follows_the_size_of_a_pixel_in_each_direction() -> None:
    assert shapes.length_mm(WIDE, (10, 10), (20, 10)) == 5.0
    assert shapes.length_mm(WIDE, (10, 10), (10, 20)) == 20.0
    assert shapes.length_mm(WIDE, (0, 0), (6, 2)) == 5.0


@pytest.mark.parametrize(
    ("size", "other", "degrees"),
    [
        (PixelSize(1.0, 1.0), (0.0, 7.0), 90.0),
        (PixelSize(1.0, 1.0), (5.0, 5.0), 45.0),
        (PixelSize(1.0, 1.0), (-3.0, 0.0), 180.0),
        (PixelSize(1.0, 1.0), (2.0, 0.0), 0.0),
        (None, (5.0, 5.0), 45.0),
        (WIDE, (4.0, 1.0), 45.0),
    ],
)
def test_an_angle_is_that_in_the_patient(
    size: PixelSize | None, other: tuple[float, float], degrees: float
) -> None:
    assert shapes.angle_degrees(size, (10.0, 0.0), (0.0, 0.0), other) == pytest.approx(degrees)


def test_a_leg_without_a_length_makes_no_angle() -> None:
    assert shapes.angle_degrees(None, (1.0, 1.0), (1.0, 1.0), (3.0, 0.0)) is None


def test_areas_follow_the_size_of_a_pixel() -> None:
    assert shapes.ellipse_area_mm2(WIDE, (20, 30), (10, 10)) == pytest.approx(math.pi * 2.5 * 20)
    square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]
    assert shapes.polygon_area_mm2(WIDE, square) == 16.0
    assert shapes.polygon_area_mm2(WIDE, square[::-1]) == 16.0
    assert shapes.polygon_area_mm2(WIDE, square[:2]) == 0.0
    assert shapes.polygon_area_mm2(WIDE, []) == 0.0


def test_a_pixel_is_inside_where_its_centre_is() -> None:
    mask = shapes.polygon_mask((4, 5), [(1.0, 1.0), (4.0, 1.0), (4.0, 3.0), (1.0, 3.0)])
    assert mask.astype(int).tolist() == [[0] * 5, [0, 1, 1, 1, 0], [0, 1, 1, 1, 0], [0] * 5]
    less = shapes.polygon_mask((4, 5), [(1.6, 1.0), (3.4, 1.0), (3.4, 3.0), (1.6, 3.0)])
    assert less.astype(int).tolist() == [[0] * 5, [0, 0, 1, 0, 0], [0, 0, 1, 0, 0], [0] * 5]


def test_a_polygon_may_be_hollow_and_lie_partly_outside() -> None:
    arrow = [(-5.0, -5.0), (10.0, -5.0), (10.0, 10.0), (2.0, 2.0), (-5.0, 10.0)]
    mask = shapes.polygon_mask((4, 4), arrow)
    assert mask.astype(int).tolist() == [[1] * 4, [1] * 4, [1, 1, 1, 1], [1, 0, 0, 1]]
    assert not shapes.polygon_mask((4, 4), []).any()


@pytest.mark.parametrize(("corner", "opposite"), [((2, 1), (8, 9)), ((8, 9), (2, 1))])
def test_an_ellipse_holds_the_centres_within_it(
    corner: tuple[float, float], opposite: tuple[float, float]
) -> None:
    mask = shapes.ellipse_mask((10, 12), corner, opposite)
    expected = [
        [((x + 0.5 - 5) / 3) ** 2 + ((y + 0.5 - 5) / 4) ** 2 <= 1 for x in range(12)]
        for y in range(10)
    ]
    assert mask.tolist() == expected
    assert not shapes.ellipse_mask((10, 12), (3, 3), (3, 9)).any()


def test_the_pixels_of_a_large_ellipse_cover_its_area() -> None:
    mask = shapes.ellipse_mask((300, 300), (20.3, 40.7), (270.1, 260.2))
    area = shapes.ellipse_area_mm2(PixelSize(1.0, 1.0), (20.3, 40.7), (270.1, 260.2))
    assert mask.sum() == pytest.approx(area, rel=1e-3)


def test_statistics_are_those_of_the_sample() -> None:
    values = np.array([[1, 4], [9, 100]], np.int16)
    inside = np.array([[True, True], [True, False]])
    found = shapes.statistics(Pixels(values), inside)
    assert found is not None
    assert found.pixels == 3
    assert found.mean == pytest.approx(by_hand.mean([1, 4, 9]))
    assert found.sd == pytest.approx(by_hand.stdev([1, 4, 9]))
    assert (found.least, found.most) == (1, 9)


def test_what_is_no_measurement_counts_for_nothing() -> None:
    values = np.array([[-2000, 5], [np.nan, 7]], np.float32)
    everything = np.ones((2, 2), bool)
    found = shapes.statistics(Pixels(values, padding=-2000.0), everything)
    assert found is not None
    assert (found.pixels, found.mean) == (2, 6.0)


def test_one_pixel_has_no_spread_and_none_has_nothing() -> None:
    pixels = Pixels(np.array([[7, 8]], np.int16))
    one = shapes.statistics(pixels, np.array([[True, False]]))
    assert one is not None
    assert (one.mean, one.sd) == (7.0, None)
    assert shapes.statistics(pixels, np.zeros((1, 2), bool)) is None
    colours = Pixels(np.zeros((1, 2, 3), np.uint8))
    assert shapes.statistics(colours, np.ones((1, 2), bool)) is None
