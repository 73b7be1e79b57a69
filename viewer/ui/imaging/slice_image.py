"""A picture's pixels as what is painted, made anew only for another picture or window."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from viewer.geometry.grey import Greys, Opaque, greys, opaque
from viewer.geometry.picture_place import PicturePlace
from viewer.model.pictures import GreyWindow, Pixels

SHARP_FROM = 3.0
"""From this zoom on the pixels of a picture are drawn as squares, so that each is seen."""
LEAST_READY = 0.5
"""Below this zoom a picture is drawn from its greys alone."""
MOST_READY = 1 << 24
"""A picture of more pixels is drawn slower rather than held in four times the memory."""


class SliceImage:
    """Keeps the image of the picture that was painted last."""

    def __init__(self) -> None:
        self._of: tuple[Pixels, GreyWindow | None, bool, bool] | None = None
        self._image = QImage()
        self._bytes: Greys | Opaque | None = None

    def image(
        self, pixels: Pixels, window: GreyWindow | None, place: PicturePlace, *, is_inverted: bool
    ) -> QImage:
        """Give the image of a picture in a window of greys; a colour picture has none.

        It is as the screen has it where Qt paints the same with it, in half the time. Where pixels
        are drawn as squares it would move their edges, by up to half a pixel of the screen; where
        a picture is much smaller than it is, it would weigh them less exactly.
        """
        is_small = min(place.scale_x, place.scale_y) < LEAST_READY
        is_ready = not is_small and not is_sharp(place) and pixels.values.size <= MOST_READY
        known, wanted = self._of, (window, is_inverted, is_ready)
        if known is None or known[0] is not pixels or known[1:] != wanted:
            self._image = self._made(pixels, *wanted)
            self._of = pixels, *wanted
        return self._image

    def forget(self) -> None:
        """Let go of the picture."""
        self._of, self._image, self._bytes = None, QImage(), None

    def _made(
        self, pixels: Pixels, window: GreyWindow | None, is_inverted: bool, is_ready: bool
    ) -> QImage:
        kinds = QImage.Format
        shades: Greys | Opaque
        if pixels.is_colour:
            kind, shades = kinds.Format_RGB888, greys(pixels, window, is_inverted)
        elif is_ready:
            kind, shades = kinds.Format_RGB32, opaque(pixels, window, is_inverted)
        else:
            kind, shades = kinds.Format_Grayscale8, greys(pixels, window, is_inverted)
        self._bytes = shades  # an image does not own what it is made of
        rows, columns = shades.shape[:2]
        return QImage(shades.data, columns, rows, shades.strides[0], kind)


def is_sharp(place: PicturePlace) -> bool:
    """Tell whether the pixels of a picture are drawn as squares."""
    return min(place.scale_x, place.scale_y) >= SHARP_FROM


def draw_image(painter: QPainter, image: QImage, place: PicturePlace) -> None:
    """Draw an image where its picture lies."""
    target = QRectF(place.left, place.top, place.width, place.height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not is_sharp(place))
    if place.is_flipped:
        painter.translate(2 * target.left() + target.width(), 0)
        painter.scale(-1, 1)
    painter.drawImage(target, image)
    painter.restore()
