"""Pictures made small, in greys that show what they show."""

from typing import Any

import numpy as np
import pytest

from viewer.geometry.small_pictures import SIDE_PX, averaged, small_picture
from viewer.model.pictures import Frame, GreyWindow, Pixels


def frame(**more: Any) -> Frame:
    return Frame("k", "f", 0, 4, 4, **more)


def test_pixels_are_averaged_and_never_enlarged() -> None:
    wide = np.arange(4 * 512 * 300, dtype=np.float32).reshape(512, 1200)
    small = averaged(wide)
    assert min(small.shape) <= SIDE_PX
    assert small[0, 0] == pytest.approx(wide[:4, :4].mean())
    few = np.ones((5, 7), np.float32)
    assert averaged(few).shape == (5, 7)


def test_ct_is_shown_in_the_abdomen_window() -> None:
    values = np.array([[-160, 40], [240, 3000]], np.int16)
    small = small_picture(Pixels(values), frame(unit="HU"))
    assert small[:, :, 0].tolist() == [[0, 127], [255, 255]]
    assert small.shape == (2, 2, 3)


def test_the_file_s_own_window_comes_first() -> None:
    values = np.array([[0, 50], [100, 200]], np.int16)
    own = frame(unit="HU", windows=(GreyWindow(50.0, 100.0),))
    assert small_picture(Pixels(values), own)[:, :, 0].tolist() == [[0, 127], [255, 255]]


def test_a_window_of_no_width_is_none() -> None:
    values = np.array([[-160, 240]], np.int16)
    own = frame(unit="HU", windows=(GreyWindow(50.0, 0.0),))
    assert small_picture(Pixels(values), own)[0, :, 0].tolist() == [0, 255]


def test_other_values_run_from_their_darkest_to_their_brightest() -> None:
    values = np.arange(101, dtype=np.float32).reshape(1, 101)
    small = small_picture(Pixels(values), frame())[0, :, 0]
    assert (small[0], small[-1]) == (0, 255)
    assert np.all(np.diff(small.astype(int)) >= 0)


def test_values_that_are_all_the_same_or_none_make_no_fault() -> None:
    assert small_picture(Pixels(np.full((2, 2), 7, np.float32)), frame()).shape == (2, 2, 3)
    nothing = np.full((2, 2), np.nan, np.float32)
    assert small_picture(Pixels(nothing), frame())[0, 0].tolist() == [0, 0, 0]


def test_low_values_are_white_where_the_file_asks_for_it() -> None:
    values = np.array([[-160, 240]], np.int16)
    small = small_picture(Pixels(values, is_inverted=True), frame(unit="HU"))
    assert small[0, :, 0].tolist() == [255, 0]


def test_what_lies_outside_the_circle_is_as_dark_as_the_darkest() -> None:
    values = np.array([[-2000, 0, 100, 100]], np.float32)
    small = small_picture(Pixels(values, padding=-2000.0), frame())[0, :, 0]
    assert small[0] == 0
    assert small[1] <= 5


def test_colours_stay() -> None:
    values = np.zeros((2, 2, 3), np.uint8)
    values[:, :, 1] = 200
    assert small_picture(Pixels(values), frame())[0, 0].tolist() == [0, 200, 0]
