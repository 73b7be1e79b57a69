"""Where a picture lies on the screen, in its true proportions."""

from dataclasses import dataclass

from viewer.model.picture_view import PictureView, Place
from viewer.model.pictures import Frame

ROUND_MM = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500)
"""Lengths that a scale bar may have."""


@dataclass(frozen=True, slots=True)
class PicturePlace:
    """The picture on a room of the screen; lengths and places there are in its pixels."""

    columns: int
    rows: int
    zoom: float
    scale_x: float
    """Pixels of the screen for one of the picture, along x; along y it is `scale_y`."""
    scale_y: float
    centre: Place
    """What of the picture is in the middle of the room."""
    left: float
    top: float
    is_flipped: bool

    @property
    def width(self) -> float:
        """The width of all of the picture on the screen."""
        return self.columns * self.scale_x

    @property
    def height(self) -> float:
        """The height of all of the picture on the screen."""
        return self.rows * self.scale_y

    def on_screen(self, place: Place) -> Place:
        """Give where a place of the picture is on the screen."""
        x = self.columns - place[0] if self.is_flipped else place[0]
        return self.left + x * self.scale_x, self.top + place[1] * self.scale_y

    def on_picture(self, place: Place) -> Place:
        """Give which place of the picture is at one of the screen."""
        x = (place[0] - self.left) / self.scale_x
        y = (place[1] - self.top) / self.scale_y
        return (self.columns - x if self.is_flipped else x), y

    def pixel_at(self, place: Place) -> tuple[int, int] | None:
        """Give column and row of the pixel at a place of the screen; None beside the picture."""
        x, y = self.on_picture(place)
        if 0 <= x < self.columns and 0 <= y < self.rows:
            return int(x), int(y)
        return None


def proportions(frame: Frame) -> tuple[float, float]:
    """Give how long the sides of a pixel are against its shorter one; 1 and 1 where unknown."""
    size = frame.pixel_size
    if size is None or size.x_mm <= 0 or size.y_mm <= 0:
        return 1.0, 1.0
    least = min(size.x_mm, size.y_mm)
    return size.x_mm / least, size.y_mm / least


def placed(view: PictureView, frame: Frame, width: float, height: float) -> PicturePlace:
    """Give where a picture lies in a room of the screen (pixels)."""
    along_x, along_y = proportions(frame)
    columns, rows = max(frame.columns, 1), max(frame.rows, 1)
    zoom = view.zoom
    if zoom is None:
        zoom = min(max(width, 1) / (columns * along_x), max(height, 1) / (rows * along_y))
    centre = view.centre or (columns / 2, rows / 2)
    scale_x, scale_y = zoom * along_x, zoom * along_y
    x = columns - centre[0] if view.is_flipped else centre[0]
    left, top = width / 2 - x * scale_x, height / 2 - centre[1] * scale_y
    return PicturePlace(columns, rows, zoom, scale_x, scale_y, centre, left, top, view.is_flipped)


def scale_bar_mm(px_per_mm: float, room_px: float) -> float | None:
    """Give the longest round length that fits into the room; None where none does."""
    fitting = [length for length in ROUND_MM if length * px_per_mm <= room_px]
    return float(fitting[-1]) if fitting else None
