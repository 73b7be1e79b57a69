"""What of a series of pictures is shown, and how: one frozen value and pure changes of it.

Places are in the picture's own pixels. `zoom` is how many pixels of the screen one pixel of the
picture takes along its finer side.
"""

from dataclasses import dataclass, replace

from viewer.model.pictures import GreyWindow

Place = tuple[float, float]
LEAST_ZOOM, MOST_ZOOM = 0.02, 64.0
ZOOM_STEP = 1.25
"""One notch of the wheel, or one key, makes the picture so much larger."""
WIDTH_SHARE = 256.0
"""The window's width changes by its own size over so many pixels of a drag."""
LEAST_WIDTH = 1e-6


@dataclass(frozen=True, slots=True)
class PictureView:
    """Which picture of a series is shown, in which greys, how large, and which part of it."""

    frame: int = 0
    window: GreyWindow | None = None
    """None for the picture's own."""
    zoom: float | None = None
    """None for as large as the room allows."""
    centre: Place | None = None
    """The place in the middle of the room; None for the middle of the picture."""
    is_inverted: bool = False
    is_flipped: bool = False
    """Whether left and right are exchanged."""


def opening(count: int) -> PictureView:
    """Begin in the middle of a series of `count` pictures, where most is to be seen."""
    return PictureView(frame=max(count - 1, 0) // 2)


def show_frame(view: PictureView, index: int, count: int) -> PictureView:
    """Show another picture; the first or the last where there are no more."""
    return replace(view, frame=min(max(index, 0), max(count - 1, 0)))


def step(view: PictureView, steps: int, count: int) -> PictureView:
    """Go on by some pictures, or back."""
    return show_frame(view, view.frame + steps, count)


def use_window(view: PictureView, window: GreyWindow | None) -> PictureView:
    """Draw in other greys; None for the picture's own."""
    return replace(view, window=window)


def drag_window(
    view: PictureView, start: GreyWindow, right_px: float, down_px: float
) -> PictureView:
    """Widen a window as the hand goes right, and raise its centre as it goes down.

    Both follow the width that the drag began with, so that any kind of values can be set.
    """
    step = max(start.width, LEAST_WIDTH) / WIDTH_SHARE
    least = 1.0 if start.width >= 1 else LEAST_WIDTH
    width = max(start.width + step * right_px, least)
    return use_window(view, GreyWindow(start.centre + step * down_px, width, "", start.kind))


def zoom_about(
    view: PictureView, zoom: float, centre: Place, place: Place, factor: float
) -> PictureView:
    """Make the picture larger by a factor while a place of it stays where it is.

    `zoom` and `centre` are those that are in force, which a view that fits has none of.
    """
    wanted = min(max(zoom * factor, LEAST_ZOOM), MOST_ZOOM)
    share = zoom / wanted
    x, y = (at + (middle - at) * share for at, middle in zip(place, centre, strict=True))
    return replace(view, zoom=wanted, centre=(x, y))


def move(view: PictureView, zoom: float, centre: Place, size: tuple[int, int]) -> PictureView:
    """Put a place in the middle of the room; never one outside the picture (columns, rows)."""
    x, y = (min(max(at, 0.0), float(most)) for at, most in zip(centre, size, strict=True))
    return replace(view, zoom=zoom, centre=(x, y))


def fit(view: PictureView) -> PictureView:
    """Show all of the picture, as large as the room allows."""
    return replace(view, zoom=None, centre=None)


def show_pixels(view: PictureView, zoom: float, centre: Place) -> PictureView:
    """Draw a pixel of the picture on one of the screen; `zoom` says how large that is there."""
    return replace(view, zoom=zoom, centre=centre)


def invert(view: PictureView) -> PictureView:
    """Exchange black and white."""
    return replace(view, is_inverted=not view.is_inverted)


def flip(view: PictureView) -> PictureView:
    """Exchange left and right."""
    return replace(view, is_flipped=not view.is_flipped)
