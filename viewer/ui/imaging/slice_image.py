"""A picture's pixels as what is painted, made anew only for another picture or window."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from viewer.geometry.grey import Greys, greys
from viewer.geometry.picture_place import PicturePlace
from viewer.model.pictures import GreyWindow, Pixels

SHARP_FROM = 3.0
"""From this zoom on the pixels of a picture are drawn as squares, so that each is seen."""


class SliceImage:
    """Keeps the image of the picture that was painted last."""

    def __init__(self) -> None:
        self._of: tuple[Pixels, GreyWindow | None, bool] | None = None
        self._image = QImage()
        self._bytes: Greys | None = None

    def image(self, pixels: Pixels, window: GreyWindow | None, *, is_inverted: bool) -> QImage:
        """Give the image of a picture in a window of greys; a colour picture has none."""
        known = self._of
        is_known = known is not None and known[0] is pixels and known[1:] == (window, is_inverted)
        if not is_known:
            self._image = self._made(pixels, window, is_inverted)
            self._of = pixels, window, is_inverted
        return self._image

    def forget(self) -> None:
        """Let go of the picture."""
        self._of, self._image, self._bytes = None, QImage(), None

    def _made(self, pixels: Pixels, window: GreyWindow | None, is_inverted: bool) -> QImage:
        shades = greys(pixels, window, is_inverted)
        self._bytes = shades  # an image does not own what it is made of
        rows, columns = shades.shape[:2]
        kinds = QImage.Format
        kind = kinds.Format_RGB888 if pixels.is_colour else kinds.Format_Grayscale8
        return QImage(shades.data, columns, rows, shades.strides[0], kind)


def draw_image(painter: QPainter, image: QImage, place: PicturePlace) -> None:
    """Draw an image where its picture lies."""
    target = QRectF(place.left, place.top, place.width, place.height)
    is_sharp = min(place.scale_x, place.scale_y) >= SHARP_FROM
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not is_sharp)
    if place.is_flipped:
        painter.translate(2 * target.left() + target.width(), 0)
        painter.scale(-1, 1)
    painter.drawImage(target, image)
    painter.restore()
