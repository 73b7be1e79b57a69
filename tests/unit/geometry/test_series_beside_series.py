"""Two series side by side: the same place of the patient, in the same size."""

import pytest

from viewer.geometry.picture_place import placed
from viewer.geometry.planes import patient_point
from viewer.geometry.side_by_side import (
    Alignment,
    matched,
    off_mm,
    rule_of,
    shift_between,
)
from viewer.model.picture_view import PictureView
from viewer.model.pictures import Frame, GreyWindow, PictureSeries, PixelSize, Plane

Z = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))
CORONAL = ((1.0, 0.0, 0.0), (0.0, 0.0, -1.0))


def series(
    count: int = 10,
    start: float = 0.0,
    step: float = 5.0,
    *,
    pixel: float = 1.0,
    size: int = 100,
    left: float = 0.0,
    axes: tuple[tuple[float, float, float], tuple[float, float, float]] = Z,
    reference: str = "",
    has_places: bool = True,
) -> PictureSeries:
    frames = tuple(
        Frame(
            key=str(index),
            file=f"{index}.dcm",
            index=0,
            columns=size,
            rows=size,
            plane=Plane((left, 0.0, start + step * index), *axes) if has_places else None,
            pixel_size=PixelSize(pixel, pixel) if has_places else None,
        )
        for index in range(count)
    )
    return PictureSeries("k", "", "CT", "stack", frames, frame_of_reference=reference)


@pytest.mark.parametrize(
    ("second", "rule"),
    [
        (series(reference="a"), "place"),
        (series(reference="b"), "table"),
        (series(reference=""), "table"),
        (series(axes=CORONAL, reference="a"), "share"),
        (series(has_places=False), "share"),
    ],
)
def test_what_they_are_put_side_by_side_by(second: PictureSeries, rule: str) -> None:
    assert rule_of(series(reference="a"), second) == rule


def test_without_a_frame_of_reference_no_place_is_claimed_to_be_the_same() -> None:
    assert rule_of(series(), series()) == "table"


def test_the_picture_at_the_same_place_is_shown() -> None:
    first, second = series(10, 0.0, 5.0), series(30, -20.0, 2.5)
    view = matched(PictureView(frame=4), first, second, Alignment("table"))
    assert second.frames[view.frame].plane == Plane((0.0, 0.0, 20.0), *Z)


def test_a_shift_is_kept_along_the_way() -> None:
    first, second = series(10, 0.0, 5.0), series(10, 100.0, 5.0)
    shift = shift_between(first, 2, second, 3)
    assert shift == 105.0
    view = matched(PictureView(frame=6), first, second, Alignment("table", shift))
    assert view.frame == 7
    assert off_mm(first, 6, second, 7, shift) == 0.0


def test_between_two_slices_it_is_told_how_far_off_the_nearest_one_is() -> None:
    first, second = series(10, 0.0, 5.0), series(10, 1.0, 5.0)
    view = matched(PictureView(frame=3), first, second, Alignment("table"))
    assert (view.frame, off_mm(first, 3, second, view.frame)) == (3, 1.0)


def test_lengths_on_the_screen_are_the_same_and_so_is_the_middle() -> None:
    first = series(pixel=0.5, size=200)
    second = series(pixel=2.0, size=60, left=-10.0)
    middle = (3.0, (120.0, 80.0))
    view = matched(
        PictureView(frame=1, zoom=3.0, centre=(120.0, 80.0)),
        first,
        second,
        Alignment("table"),
        middle,
    )
    one = placed(PictureView(frame=1, zoom=3.0, centre=(120.0, 80.0)), first.frames[1], 400, 300)
    two = placed(view, second.frames[view.frame], 400, 300)
    assert one.scale_x / 0.5 == pytest.approx(two.scale_x / 2.0)
    for place in ((50.0, 60.0), (399.0, 299.0)):
        own, other = first.frames[1], second.frames[view.frame]
        assert own.plane
        assert own.pixel_size
        assert other.plane
        assert other.pixel_size
        here = patient_point(own.plane, own.pixel_size, one.on_picture(place))
        there = patient_point(other.plane, other.pixel_size, two.on_picture(place))
        assert here == pytest.approx(there)


def test_a_view_that_fits_its_room_fits_the_other_room() -> None:
    view = matched(PictureView(frame=1), series(), series(pixel=2.0), Alignment("place"))
    assert (view.zoom, view.centre) == (None, None)


def test_greys_and_turns_are_shared() -> None:
    window = GreyWindow(60, 160)
    shown = PictureView(frame=1, window=window, is_inverted=True, is_flipped=True)
    view = matched(shown, series(), series(), Alignment("place"))
    assert (view.window, view.is_inverted, view.is_flipped) == (window, True, True)


@pytest.mark.parametrize(("frame", "other"), [(0, 0), (3, 13), (9, 39)])
def test_without_places_the_share_of_the_way_is_kept(frame: int, other: int) -> None:
    first, second = series(10, has_places=False), series(40, has_places=False)
    assert matched(PictureView(frame=frame), first, second, Alignment("share")).frame == other


def test_one_picture_is_put_beside_the_middle() -> None:
    first, second = series(1, has_places=False), series(11, has_places=False)
    assert matched(PictureView(), first, second, Alignment("share")).frame == 5


def test_a_picture_without_a_place_goes_by_its_share() -> None:
    first, second = series(11, has_places=False), series(21)
    assert matched(PictureView(frame=5), first, second, Alignment("place")).frame == 10
    assert matched(PictureView(frame=10), second, first, Alignment("place")).frame == 5
    assert shift_between(first, 0, second, 0) is None
    assert off_mm(first, 0, second, 0) is None


def test_a_picture_without_the_size_of_its_pixels_fits_its_room() -> None:
    second = series()
    bare = tuple(Frame(f.key, f.file, 0, f.columns, f.rows, plane=f.plane) for f in second.frames)
    other = PictureSeries("k", "", "CT", "stack", bare)
    middle = (2.0, (10.0, 10.0))
    view = matched(PictureView(frame=2, zoom=2.0), series(), other, Alignment("table"), middle)
    assert (view.frame, view.zoom, view.centre) == (2, None, None)
