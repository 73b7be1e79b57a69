"""Directions, places and letters, against the direction cosines themselves."""

import math

import pytest

from viewer.geometry import planes
from viewer.model.pictures import Frame, PixelSize, Plane, Vector

AXIAL = Plane((-100.0, -90.0, 50.0), (1.0, 0.0, 0.0), (0.0, 1.0, 0.0))
CORONAL = Plane((-100.0, 20.0, 400.0), (1.0, 0.0, 0.0), (0.0, 0.0, -1.0))
SAGITTAL = Plane((7.0, -90.0, 400.0), (0.0, 1.0, 0.0), (0.0, 0.0, -1.0))
SIZE = PixelSize(0.5, 2.0)


def turned(degrees: float) -> Vector:
    """Give the patient's left, turned towards the head."""
    return (math.cos(math.radians(degrees)), 0.0, math.sin(math.radians(degrees)))


@pytest.mark.parametrize(
    ("plane", "normal", "letters"),
    [
        (AXIAL, (0, 0, 1), ("R", "L", "A", "P")),
        (CORONAL, (0, 1, 0), ("R", "L", "H", "F")),
        (SAGITTAL, (-1, 0, 0), ("A", "P", "H", "F")),
        (Plane((0, 0, 0), (-1, 0, 0), (0, 1, 0)), (0, 0, -1), ("L", "R", "A", "P")),  # from above
        (Plane((0, 0, 0), (-1, 0, 0), (0, -1, 0)), (0, 0, 1), ("L", "R", "P", "A")),  # prone
    ],
)
def test_the_edges_are_named_by_the_sides_of_the_patient(
    plane: Plane, normal: Vector, letters: tuple[str, ...]
) -> None:
    assert planes.normal(plane) == pytest.approx(normal)
    assert planes.edge_letters(plane) == letters


@pytest.mark.parametrize(
    ("direction", "named"),
    [
        (turned(0), "L"),
        (turned(10), "L"),
        (turned(20), "LH"),
        (turned(45.1), "HL"),
        (turned(-30), "LF"),
        (turned(180), "R"),
        (planes.unit((-3.0, -2.0, 1.5)), "RAH"),
    ],
)
def test_an_oblique_direction_has_several_letters_the_nearest_first(
    direction: Vector, named: str
) -> None:
    assert planes.letters(direction) == named


@pytest.mark.parametrize(
    ("plane", "direction"),
    [
        (AXIAL, (0, 0, -1)),
        (CORONAL, (0, 1, 0)),
        (SAGITTAL, (1, 0, 0)),
        (Plane((0, 0, 0), (1, 0, 0), (0, -1, 0)), (0, 0, -1)),
        (Plane((0, 0, 0), (1, 0, 0), (0, 0, 1)), (0, 1, 0)),
        (Plane((0, 0, 0), (0, 1, 0), (0, 0, 1)), (1, 0, 0)),
    ],
)
def test_slices_are_read_from_head_front_and_right(plane: Plane, direction: Vector) -> None:
    assert planes.reading_direction(plane) == pytest.approx(direction)


def test_the_centre_of_the_first_pixel_is_where_the_plane_is() -> None:
    assert planes.patient_point(AXIAL, SIZE, (0.5, 0.5)) == AXIAL.position
    assert planes.patient_point(AXIAL, SIZE, (10.5, 0.5)) == (-95.0, -90.0, 50.0)
    assert planes.patient_point(AXIAL, SIZE, (0.5, 10.5)) == (-100.0, -70.0, 50.0)
    assert planes.patient_point(CORONAL, SIZE, (0.5, 10.5)) == (-100.0, 20.0, 380.0)


@pytest.mark.parametrize("plane", [AXIAL, CORONAL, SAGITTAL])
def test_there_and_back_is_the_same_point(plane: Plane) -> None:
    point = (123.25, 45.75)
    there = planes.patient_point(plane, SIZE, point)
    assert planes.pixel_point(plane, SIZE, there) == pytest.approx(point)
    assert planes.distance(plane, there) == pytest.approx(0.0)
    away = tuple(at + 3.0 * along for at, along in zip(there, planes.normal(plane), strict=True))
    assert planes.pixel_point(plane, SIZE, away) == pytest.approx(point)  # type: ignore[arg-type]
    assert planes.distance(plane, away) == pytest.approx(3.0)  # type: ignore[arg-type]


def stack(*places: float | None, along_z: float = 1.0) -> list[Frame]:
    return [
        Frame(
            key=str(number),
            file="",
            index=number,
            columns=4,
            rows=4,
            plane=None
            if place is None
            else Plane((0.0, place * (1 - along_z), place), (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)),
            position_mm=place,
        )
        for number, place in enumerate(places)
    ]


def test_the_nearest_picture_is_found_by_the_place_in_the_patient() -> None:
    frames = stack(20.0, 15.0, None, 10.0)
    assert planes.nearest(frames, (200.0, -80.0, 14.0)) == 1
    assert planes.nearest(frames, (0.0, 0.0, 17.5)) == 0
    assert planes.nearest(frames, (0.0, 0.0, -400.0)) == 3
    assert planes.nearest(stack(None, None), (0.0, 0.0, 0.0)) is None


def test_planes_are_parallel_whichever_way_they_are_turned() -> None:
    from_above = Plane((0, 0, 0), (-1.0, 0.0, 0.0), (0.0, 1.0, 0.0))
    leaning = Plane((0, 0, 0), turned(2.0), (0.0, 1.0, 0.0))
    assert planes.are_parallel(AXIAL, from_above)
    assert not planes.are_parallel(AXIAL, CORONAL)
    assert not planes.are_parallel(AXIAL, leaning)
    assert planes.are_parallel(AXIAL, leaning, within_degrees=2.1)


@pytest.mark.parametrize(
    ("places", "gaps", "even"),
    [
        ((0.0, 5.0, 10.0), (5.0, 5.0), 5.0),
        ((10.0, 5.0, 0.0), (5.0, 5.0), 5.0),
        ((0.0, 5.0, 10.05), (5.0, 5.05), 5.025),
        ((0.0, 5.0, 10.5), (5.0, 5.5), None),
        ((0.0, 0.0), (0.0,), None),
        ((3.0,), (), None),
        ((3.0, None), (), None),
    ],
)
def test_the_spacing_is_one_only_where_it_is_the_same(
    places: tuple[float, ...], gaps: tuple[float, ...], even: float | None
) -> None:
    found = planes.gaps(stack(*places))
    assert found == pytest.approx(gaps)
    assert planes.even_spacing(found) == (None if even is None else pytest.approx(even))


def test_a_row_of_slices_leans_as_the_table_moved() -> None:
    upright, leaning = stack(0.0, 5.0, 10.0), stack(0.0, 5.0, 10.0, along_z=0.0)
    assert planes.lean(upright) == 0.0
    assert planes.lean(leaning) == pytest.approx(45.0)
    assert planes.lean(leaning[:1]) == planes.lean(stack(4.0, 4.0)) == 0.0
