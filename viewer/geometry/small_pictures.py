"""Pictures made small: values as greys, and many pixels averaged to one."""

import numpy as np
from numpy.typing import NDArray

from viewer.model.pictures import Frame, GreyWindow, Pixels

Small = NDArray[np.uint8]
"""A picture, shape (rows, columns, 3): red, green, blue."""
SIDE_PX = 128
"""The shorter side of a small picture is at most so long."""
ABDOMEN = GreyWindow(40.0, 400.0)
"""What most CT of the trunk is read in."""
_DARKEST, _BRIGHTEST = 1.0, 99.0
"""Where neither the file nor its unit says what is to be black and white (percent)."""


def small_picture(pixels: Pixels, frame: Frame) -> Small:
    """Give a decoded picture small, in the file's own greys; CT without any in the abdomen's."""
    values = averaged(_without_padding(pixels))
    if pixels.is_colour:
        return values.astype(np.uint8)
    window = _window(values, frame)
    low = window.centre - window.width / 2
    grey = np.nan_to_num((values - low) * (255.0 / window.width), nan=0.0)
    shades = np.clip(grey, 0.0, 255.0).astype(np.uint8)
    shades = 255 - shades if pixels.is_inverted else shades
    return np.repeat(shades[:, :, np.newaxis], 3, axis=2)


def averaged(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Average squares of pixels, so that the shorter side is at most SIDE_PX long."""
    rows, columns = values.shape[:2]
    step = max(1, -(-min(rows, columns) // SIDE_PX))
    high, wide = rows // step, columns // step
    whole = values[: high * step, : wide * step]
    squares = whole.reshape(high, step, wide, step, *values.shape[2:])
    return np.asarray(squares.mean(axis=(1, 3)), dtype=np.float32)


def _without_padding(pixels: Pixels) -> NDArray[np.float32]:
    """Give the values with what lies outside of the reconstructed circle as dark as the darkest."""
    values = np.asarray(pixels.values, dtype=np.float32)
    is_outside = values == pixels.padding
    if not is_outside.any() or is_outside.all():
        return values
    return np.where(is_outside, np.nanmin(values[~is_outside]), values)


def _window(values: NDArray[np.float32], frame: Frame) -> GreyWindow:
    if frame.windows and frame.windows[0].width > 0:
        return frame.windows[0]
    if frame.unit == "HU":
        return ABDOMEN
    sound = values[np.isfinite(values)]
    if not sound.size:
        return GreyWindow(0.0, 1.0)
    low, high = (float(end) for end in np.percentile(sound, (_DARKEST, _BRIGHTEST)))
    return GreyWindow((low + high) / 2, max(high - low, 1e-6))
