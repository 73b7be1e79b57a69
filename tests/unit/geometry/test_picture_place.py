"""Where a picture lies on the screen: in its true proportions, zoomed, moved and flipped."""

from __future__ import annotations

import pytest

from viewer.geometry.picture_place import placed, scale_bar_mm
from viewer.model.picture_view import PictureView
from viewer.model.pictures import Frame, PixelSize


def frame(columns: int = 100, rows: int = 50, size: PixelSize | None = None) -> Frame:
    return Frame("key", "file", 0, columns, rows, pixel_size=size)


def test_all_of_it_fits_in_the_middle_of_the_room() -> None:
    place = placed(PictureView(), frame(), 300, 300)
    assert (place.zoom, place.width, place.height) == (3, 300, 150)
    assert (place.left, place.top) == (0, 75)


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [
        (PixelSize(0.5, 2.0), 150, 300),
        (PixelSize(2.0, 0.5), 300, 37.5),
        (PixelSize(0.7, 0.7), 300, 150),
        (PixelSize(0.0, 0.7), 300, 150),  # which no pixel can be
    ],
)
def test_pixels_are_as_high_as_they_are_in_the_patient(
    size: PixelSize, width: float, height: float
) -> None:
    place = placed(PictureView(), frame(size=size), 300, 300)
    assert (place.width, place.height) == pytest.approx((width, height))


@pytest.mark.parametrize("is_flipped", [False, True])
def test_a_place_goes_to_the_screen_and_back(is_flipped: bool) -> None:
    view = PictureView(zoom=4, centre=(20, 30), is_flipped=is_flipped)
    place = placed(view, frame(size=PixelSize(1, 2)), 300, 200)
    assert place.on_screen((20, 30)) == pytest.approx((150, 100))
    for spot in ((0.0, 0.0), (99.5, 12.25)):
        assert place.on_picture(place.on_screen(spot)) == pytest.approx(spot)
    right = place.on_screen((21, 30))[0] - 150
    assert right == pytest.approx(-4 if is_flipped else 4)
    assert place.on_screen((20, 31))[1] == pytest.approx(108)


def test_a_pixel_covers_a_whole_step_and_there_is_none_beside_the_picture() -> None:
    place = placed(PictureView(), frame(), 300, 300)
    assert place.pixel_at((0, 75)) == (0, 0)
    assert place.pixel_at((2.9, 77.9)) == (0, 0)
    assert place.pixel_at((299, 224)) == (99, 49)
    for spot in ((150, 74.9), (-1, 100), (300, 100), (150, 225)):
        assert place.pixel_at(spot) is None


def test_a_room_without_size_still_has_a_place() -> None:
    assert placed(PictureView(), frame(), 0, 0).zoom > 0


def test_the_scale_bar_has_the_longest_round_length_that_fits() -> None:
    assert scale_bar_mm(2, 130) == 50
    assert scale_bar_mm(2, 100) == 50
    assert scale_bar_mm(2, 99) == 20
    assert scale_bar_mm(0.01, 100) == 500
    assert scale_bar_mm(2000, 100) is None
