"""Values become greys as PS3.3 C.11.2.1.2 says, written out here once more, plainly."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from viewer.geometry.grey import default_window, greys, opaque
from viewer.model.pictures import PRESETS, GreyWindow, Pixels

EVERY = np.arange(-32_768, 32_768, dtype=np.int16).reshape(256, 256)


def by_the_standard(x: float, window: GreyWindow) -> float:
    c, w = window.centre, window.width
    if window.kind == "sigmoid":
        return 255 / (1 + math.exp(min(-4 * (x - c) / w, 700)))
    if window.kind == "linear":
        c, w = c - 0.5, w - 1
    if x <= c - w / 2:
        return 0.0
    return 255.0 if x > c + w / 2 else ((x - c) / w + 0.5) * 255


@pytest.mark.parametrize(
    "window",
    [
        *(window for _name, window in PRESETS),
        GreyWindow(0.0, 1.0),
        GreyWindow(2048.0, 4096.0),
        GreyWindow(40.0, 400.0, kind="linear_exact"),
        GreyWindow(0.5, 1.0, kind="linear_exact"),
        GreyWindow(40.0, 400.0, kind="sigmoid"),
    ],
)
def test_every_value_has_the_grey_of_the_standard(window: GreyWindow) -> None:
    shown = greys(Pixels(EVERY), window)
    assert shown.dtype == np.uint8
    assert shown.shape == EVERY.shape
    expected = np.array([by_the_standard(float(value), window) for value in EVERY.ravel()])
    assert np.abs(shown.ravel() - expected).max() <= 0.501
    in_floats = greys(Pixels(EVERY.astype(np.float32)), window)
    np.testing.assert_array_equal(in_floats, shown)


def test_the_presets_are_those_that_readers_know() -> None:
    assert {name: (window.centre, window.width) for name, window in PRESETS} == {
        "abdomen": (40, 400),
        "liver": (60, 160),
        "lung": (-600, 1500),
        "bone": (400, 1800),
        "brain": (40, 80),
    }


@pytest.mark.parametrize("kind", [np.int16, np.float32])
def test_inverting_twice_changes_nothing(kind: type) -> None:
    values = np.array([[0, 50, 100]]).astype(kind)
    window = GreyWindow(50.0, 100.0, kind="linear_exact")
    plain = greys(Pixels(values), window)
    assert plain.tolist() == [[0, 128, 255]]
    assert greys(Pixels(values), window, is_inverted=True).tolist() == [[255, 127, 0]]
    assert greys(Pixels(values, is_inverted=True), window).tolist() == [[255, 127, 0]]
    both = greys(Pixels(values, is_inverted=True), window, is_inverted=True)
    np.testing.assert_array_equal(both, plain)


def test_colours_stay_as_they_are_unless_inverted() -> None:
    colours = np.arange(24, dtype=np.uint8).reshape(2, 4, 3)[:, ::2]
    shown = greys(Pixels(colours), GreyWindow(40.0, 400.0))
    np.testing.assert_array_equal(shown, colours)
    assert shown.flags.c_contiguous
    np.testing.assert_array_equal(greys(Pixels(colours), None, True), 255 - colours)


def test_the_files_own_table_is_used_where_no_window_is_chosen() -> None:
    table = (10.0, np.array([5, 90, 200], np.uint8))
    for values in (
        np.array([[9, 10, 11, 12, 99]], np.int16),
        np.array([[-1e9, 10, 11.5, 12, np.inf]], np.float32),
    ):
        pixels = Pixels(values, table=table)
        assert greys(pixels, None).tolist() == [[5, 5, 90, 200, 200]]
        assert greys(pixels, None, True).tolist() == [[250, 250, 165, 55, 55]]
        assert greys(pixels, GreyWindow(0.0, 2.0)).tolist() != [[5, 5, 90, 200, 200]]


def test_a_value_that_is_none_is_black() -> None:
    values = np.array([[np.nan, 0, 1]], np.float32)
    assert greys(Pixels(values), GreyWindow(0.5, 1.0, kind="linear_exact")).tolist() == [
        [0, 0, 255]
    ]
    table = (0.0, np.array([7, 9], np.uint8))
    assert greys(Pixels(values, table=table), None).tolist() == [[7, 7, 9]]


def test_a_window_of_ones_own_fits_the_values() -> None:
    values = np.arange(1000, dtype=np.int16).reshape(20, 50)
    window = default_window(Pixels(values))
    assert window.centre == pytest.approx(499.5)
    assert window.width == pytest.approx(989.0, rel=0.01)
    assert greys(Pixels(values), None).tolist() == greys(Pixels(values), window).tolist()


def test_a_few_extremes_and_the_padding_do_not_widen_it() -> None:
    values = np.full((300, 300), 40, np.int16)
    values[::2] = 60
    values[:100] = -2000
    window = default_window(Pixels(values, padding=-2000.0))
    assert (window.centre, window.width) == (50.0, 20.0)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (np.full((4, 4), 7, np.int16), 128),
        (np.full((4, 4), np.nan, np.float32), 0),
        (np.full((4, 4), -5, np.int16), 128),
    ],
)
def test_a_picture_without_contrast_is_still_drawn(
    values: NDArray[np.int16] | NDArray[np.float32], expected: int
) -> None:
    assert set(greys(Pixels(values), None).ravel()) == {expected}


def test_a_mostly_empty_picture_shows_the_rest() -> None:
    values = np.zeros((100, 100), np.int16)
    values[50, 50] = 900
    assert greys(Pixels(values), None)[50, 50] == 255


@pytest.mark.parametrize("kind", [np.int16, np.float32])
@pytest.mark.parametrize("is_inverted", [False, True])
@pytest.mark.parametrize("window", [GreyWindow(40.0, 400.0), None])
@pytest.mark.parametrize("table", [(-5.0, np.array([5, 90, 200], np.uint8)), None])
def test_a_screen_gets_the_same_greys_ready_made(
    kind: type,
    is_inverted: bool,
    window: GreyWindow | None,
    table: tuple[float, NDArray[np.uint8]] | None,
) -> None:
    pixels = Pixels(EVERY.astype(kind), table=table)
    shown = opaque(pixels, window, is_inverted)
    plain = greys(pixels, window, is_inverted)
    assert (shown.dtype, shown.shape) == (np.uint32, EVERY.shape)
    assert set(np.unique(shown >> 24)) == {255}
    for shift in (0, 8, 16):
        np.testing.assert_array_equal(shown >> shift & 255, plain)
