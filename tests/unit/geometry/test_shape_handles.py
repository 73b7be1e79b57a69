"""Shapes on a picture under the hand: handles, moving, outlines and what is near."""

from __future__ import annotations

import pytest

from viewer.geometry.shape_handles import (
    distance,
    handles,
    is_empty,
    moved,
    nearest,
    outline,
    with_handle,
)
from viewer.model.annotation import PictureShape, ShapeKind


def shape(kind: ShapeKind, *points: tuple[float, float]) -> PictureShape:
    return PictureShape(kind=kind, points=points)


BOX = shape("box", (10, 20), (40, 60))


def test_a_line_has_its_ends_and_a_box_its_four_corners() -> None:
    assert handles(shape("line", (1, 2), (3, 4))) == ((1, 2), (3, 4))
    assert handles(BOX) == ((10, 20), (40, 60), (10, 60), (40, 20))


@pytest.mark.parametrize("number", range(4))
def test_a_corner_goes_where_it_is_dragged_and_the_opposite_one_stays(number: int) -> None:
    corner, opposite = handles(BOX)[number], handles(BOX)[(1, 0, 3, 2)[number]]
    dragged = with_handle(BOX, number, (corner[0] + 3, corner[1] - 5))
    assert (corner[0] + 3, corner[1] - 5) in handles(dragged)
    assert opposite in handles(dragged)


def test_a_handle_of_a_line_is_its_end() -> None:
    assert with_handle(shape("line", (1, 2), (3, 4)), 1, (9, 9)).points == ((1, 2), (9, 9))


def test_a_shape_is_moved_as_a_whole() -> None:
    assert moved(BOX, 2, -3) == shape("box", (12, 17), (42, 57))


def test_what_encloses_something_is_drawn_to_where_it_began() -> None:
    assert outline(shape("point", (1, 2))) == (((1, 2),), False)
    assert outline(shape("angle", (1, 2), (3, 4), (5, 6)))[1] is False
    assert outline(shape("polygon", (0, 0), (1, 0), (1, 1))) == (((0, 0), (1, 0), (1, 1)), True)
    assert outline(BOX) == (((10, 20), (40, 20), (40, 60), (10, 60)), True)
    points, is_closed = outline(shape("ellipse", (10, 20), (40, 60)))
    assert is_closed
    for x, y in points:
        assert ((x - 25) / 15) ** 2 + ((y - 40) / 20) ** 2 == pytest.approx(1)


@pytest.mark.parametrize(
    ("drawn", "is_nothing"),
    [
        (shape("point", (1, 1)), False),
        (shape("line", (1, 1), (1, 1)), True),
        (shape("line", (1, 1), (1, 2)), False),
        (shape("angle", (1, 1), (1, 1), (2, 2)), True),
        (shape("ellipse", (1, 1), (1, 9)), True),
        (shape("ellipse", (1, 1), (4, 9)), False),
        (shape("polygon", (0, 0), (1, 1), (2, 2)), True),
        (shape("polygon", (0, 0), (4, 0), (4, 4)), False),
    ],
)
def test_what_measures_nothing_is_told(drawn: PictureShape, is_nothing: bool) -> None:
    assert is_empty(drawn) is is_nothing


def test_how_far_a_place_is_from_a_line() -> None:
    line = ((0.0, 0.0), (10.0, 0.0))
    assert distance(line, False, (5, 3)) == 3
    assert distance(line, False, (13, 4)) == 5
    assert distance(line[:1], False, (3, 4)) == 5
    assert distance(((1.0, 1.0), (1.0, 1.0)), False, (1, 3)) == 2
    corner = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0))
    assert distance(corner, False, (4, 4)) == 4
    assert distance(corner, True, (4, 4)) == pytest.approx(0)


def test_the_nearest_place_within_reach() -> None:
    places = [(0.0, 0.0), (10.0, 0.0)]
    assert nearest(places, (8, 0), 3) == 1
    assert nearest(places, (5, 0), 3) is None
    assert nearest([], (5, 0), 3) is None
