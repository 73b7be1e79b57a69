"""Values as the greys of a screen: through a window (PS3.3 C.11.2.1.2), or the file's table."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from viewer.model.pictures import GreyWindow, Pixels

Greys = NDArray[np.uint8]
Shares = NDArray[np.float32]
Opaque = NDArray[np.uint32]

_LEVELS = 255.0
_TAILS = (0.5, 99.5)
"""Which share of the values a window of our own leaves black or white at each end (percent)."""
_SAMPLES = 65_536
"""How many values are looked at to find one."""

_OPAQUE: Opaque = np.arange(256, dtype=np.uint32) * np.uint32(0x010101) | np.uint32(0xFF000000)
"""Each grey as a screen has it."""


def greys(pixels: Pixels, window: GreyWindow | None, is_inverted: bool = False) -> Greys:
    """Give each value as a grey from 0, black, to 255; colours as they are.

    `window` None means the file's own table, or else a window that fits the values. What the file
    asks for (MONOCHROME1) and `is_inverted` undo one another. Shape (rows, columns), or
    (rows, columns, 3) for colours, contiguous.
    """
    is_white_low = pixels.is_inverted != is_inverted
    if pixels.values.dtype == np.uint8 and pixels.is_colour:
        shown: Greys = np.ascontiguousarray(pixels.values, np.uint8)
        return 255 - shown if is_white_low else shown
    if window is None and pixels.table is not None:
        return _through_table(pixels, is_white_low)
    used = window or default_window(pixels)
    if pixels.values.dtype == np.int16:
        table = _table(used, is_white_low)
        return np.take(table, np.ascontiguousarray(pixels.values).view(np.uint16))
    return _rounded(windowed(pixels.values.astype(np.float32), used), is_white_low)


def opaque(pixels: Pixels, window: GreyWindow | None, is_inverted: bool = False) -> Opaque:
    """Give the greys of `greys` as a screen has them: 0xffRRGGBB. Not for colours.

    A picture of them is drawn in half the time: nothing is left to be converted.
    """
    if pixels.values.dtype == np.int16 and (window is not None or pixels.table is None):
        used = window or default_window(pixels)
        table = _opaque_table(used, pixels.is_inverted != is_inverted)
        return np.take(table, np.ascontiguousarray(pixels.values).view(np.uint16))
    return np.take(_OPAQUE, greys(pixels, window, is_inverted))


def windowed(values: Shares, window: GreyWindow) -> Shares:
    """Give values from 0 to 1 as the standard's formula for the kind of the window maps them."""
    centre, width = window.centre, window.width
    shown: Shares
    if window.kind == "sigmoid":
        with np.errstate(over="ignore"):
            shown = 1.0 / (1.0 + np.exp(-4.0 * (values - centre) / width))
        return shown
    if window.kind == "linear_exact":
        shown = np.clip((values - centre) / width + 0.5, 0.0, 1.0)
        return shown
    middle, reach = centre - 0.5, width - 1.0
    if reach <= 0:  # a width of 1: what is above the middle is white
        return (values > middle).astype(np.float32)
    shown = np.clip((values - middle) / reach + 0.5, 0.0, 1.0)
    return shown


def default_window(pixels: Pixels) -> GreyWindow:
    """Give a window that fits the values themselves, for a picture that brings none."""
    values = pixels.values.ravel()
    if values.size > _SAMPLES:
        values = values[:: values.size // _SAMPLES]
    values = values[np.isfinite(values)]
    if pixels.padding is not None:
        values = values[values != np.float32(pixels.padding)]
    if values.size == 0:
        return GreyWindow(0.5, 1.0, kind="linear_exact")
    low, high = (float(end) for end in np.percentile(values, _TAILS))
    if high <= low:
        low, high = float(values.min()), float(values.max())
    # Of one value alone there is no contrast to show, so it is drawn as middle grey.
    return GreyWindow((low + high) / 2, (high - low) or 1.0, kind="linear_exact")


def _through_table(pixels: Pixels, is_white_low: bool) -> Greys:
    assert pixels.table is not None
    first, table = pixels.table
    shown = 255 - table if is_white_low else table
    places = np.nan_to_num(pixels.values.astype(np.float64) - first)
    picked: Greys = shown[np.clip(places, 0, len(table) - 1).astype(np.intp)]
    return picked


@lru_cache(maxsize=8)
def _table(window: GreyWindow, is_white_low: bool) -> Greys:
    """Give the grey of every 16-bit value, at the place of its bits read without a sign."""
    values = np.arange(65_536, dtype=np.uint16).view(np.int16).astype(np.float32)
    return _rounded(windowed(values, window), is_white_low)


@lru_cache(maxsize=8)
def _opaque_table(window: GreyWindow, is_white_low: bool) -> Opaque:
    return np.take(_OPAQUE, _table(window, is_white_low))


def _rounded(shares: Shares, is_white_low: bool) -> Greys:
    levels = np.nan_to_num(shares * _LEVELS, copy=False) + 0.5
    shown: Greys = levels.astype(np.uint8)
    return 255 - shown if is_white_low else shown
