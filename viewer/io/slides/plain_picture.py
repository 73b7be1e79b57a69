"""Plain pictures of slides: PNG and JPEG, by the first bytes of the file and nothing else."""

from __future__ import annotations

import io
import struct
import threading
from typing import TYPE_CHECKING

from viewer.io.slides.stored import broken, too_large
from viewer.io.unreadable import AssetUnreadableError
from viewer.model.pictures import PictureLimits
from viewer.model.slides import SlideInfo

if TYPE_CHECKING:
    from PIL.Image import Image

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
CHANNELS = 3
_ORIENTATION = 0x112
_LYING = frozenset((5, 6, 7, 8))
"""Orientations by which a camera's picture lies on its side."""


def is_picture(start: bytes) -> bool:
    """Tell whether a file that begins so is a PNG or a JPEG."""
    return start.startswith((PNG, JPEG))


class PlainPicture:
    """A picture that is decoded when it is first looked at."""

    def __init__(self, path: str, raw: bytes, limits: PictureLimits) -> None:
        """Raises AssetUnreadableError where it is broken or too large, before it is decoded."""
        self._path = path
        self._raw = raw
        self._is_png = raw.startswith(PNG)
        self._lock = threading.Lock()
        self._image: Image | None = None
        width, height = self._header(limits)
        self.info = SlideInfo(path, width, height, stored=(1.0,), kind="picture")

    def region(self, level: int, x: int, y: int, width: int, height: int) -> Image:  # noqa: ARG002
        """Give a box of the picture, decoding it the first time."""
        with self._lock:
            if self._image is None:
                self._image = self._decoded()
        return self._image.crop((x, y, x + width, y + height))

    def close(self) -> None:
        """Let go of the decoded picture."""
        with self._lock:
            self._image = None

    def _header(self, limits: PictureLimits) -> tuple[int, int]:
        try:
            image = self._file()
            width, height = image.size
            if CHANNELS * width * height > limits.picture_bytes:
                raise too_large(self._path, width, height, limits.picture_bytes)
            # Of a PNG all would have to be decoded to know, and no camera writes it.
            is_lying = not self._is_png and image.getexif().get(_ORIENTATION) in _LYING
        except AssetUnreadableError:
            raise
        except FAULTS:
            raise broken(self._path) from None
        return (height, width) if is_lying else (width, height)

    def _file(self) -> Image:
        """Give the picture before it is decoded; no other decoder is ever tried."""
        from PIL import JpegImagePlugin, PngImagePlugin

        file = io.BytesIO(self._raw)
        if self._is_png:
            return PngImagePlugin.PngImageFile(file)
        return JpegImagePlugin.JpegImageFile(file)

    def _decoded(self) -> Image:
        from PIL import ImageOps

        try:
            image = self._file()
            image.load()
            return _opaque(image if self._is_png else ImageOps.exif_transpose(image))
        except FAULTS:
            raise broken(self._path) from None


FAULTS = (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, TypeError, struct.error)
"""What the decoders raise on damaged files."""


def _opaque(image: Image) -> Image:
    """Give a picture in red, green and blue, on white where it can be seen through."""
    from PIL import Image as Images

    if image.mode.startswith("I;16"):
        image = image.point(lambda grey: grey / 256).convert("L")
    if image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info:
        image = image.convert("RGBA")
        ground = Images.new("RGBA", image.size, "white")
        image = Images.alpha_composite(ground, image)
    return image.convert("RGB")
