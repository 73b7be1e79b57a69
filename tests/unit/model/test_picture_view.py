"""What of a series is shown, and how: changes of one frozen value."""

from __future__ import annotations

import pytest

from viewer.model import picture_view as pv
from viewer.model.picture_view import PictureView
from viewer.model.pictures import GreyWindow


def test_a_series_opens_in_its_middle() -> None:
    assert [pv.opening(count).frame for count in (0, 1, 2, 7, 28)] == [0, 0, 0, 3, 13]


def test_one_cannot_scroll_past_the_ends() -> None:
    view = PictureView(frame=2)
    assert pv.step(view, 1, 5).frame == 3
    assert pv.step(view, 9, 5).frame == 4
    assert pv.step(view, -9, 5).frame == 0
    assert pv.show_frame(view, 3, 0).frame == 0


def test_a_drag_of_greys_follows_the_width_that_it_began_with() -> None:
    start = GreyWindow(40, 256, "SOFT", "sigmoid")
    view = pv.drag_window(PictureView(), start, 10, -20)
    assert view.window == GreyWindow(20, 266, "", "sigmoid")
    assert pv.drag_window(view, start, -900, 0).window == GreyWindow(40, 1, "", "sigmoid")
    small = pv.drag_window(view, GreyWindow(0.5, 0.25, kind="linear_exact"), -900, 0).window
    assert small is not None
    assert 0 < small.width < 0.001
    assert pv.use_window(view, None).window is None


def test_what_the_pointer_is_on_stays_where_it_is() -> None:
    centre, place = (100.0, 80.0), (30.0, 50.0)
    view = pv.zoom_about(PictureView(), 2.0, centre, place, 4.0)
    assert view.zoom == 8
    assert view.centre is not None
    for axis in (0, 1):  # as far from the middle of the room as before, in pixels of the screen
        before = (place[axis] - centre[axis]) * 2
        assert (place[axis] - view.centre[axis]) * 8 == pytest.approx(before)


def test_no_zoom_goes_beyond_what_can_be_used() -> None:
    assert pv.zoom_about(PictureView(), 1, (0, 0), (0, 0), 1e9).zoom == pv.MOST_ZOOM
    assert pv.zoom_about(PictureView(), 1, (0, 0), (0, 0), 1e-9).zoom == pv.LEAST_ZOOM


def test_the_middle_of_the_room_stays_on_the_picture() -> None:
    assert pv.move(PictureView(), 2, (-5, 999), (64, 32)).centre == (0, 32)
    assert pv.move(PictureView(), 2, (5, 9), (64, 32)) == PictureView(zoom=2, centre=(5, 9))


def test_fitting_and_one_to_one() -> None:
    view = pv.show_pixels(PictureView(), 0.5, (3, 4))
    assert (view.zoom, view.centre) == (0.5, (3, 4))
    assert pv.fit(view) == PictureView()


def test_switches_are_taken_back_by_themselves() -> None:
    view = pv.flip(pv.invert(PictureView()))
    assert (view.is_flipped, view.is_inverted) == (True, True)
    assert pv.flip(pv.invert(view)) == PictureView()
