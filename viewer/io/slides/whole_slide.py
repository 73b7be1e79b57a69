"""Whole-slide images: what OpenSlide opens. Pictures of the label are never read."""

from __future__ import annotations

import math
import re
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.io.slides.stored import broken, broken_part, not_a_slide, too_large
from viewer.model.pictures import PictureLimits
from viewer.model.slides import SlideInfo

if TYPE_CHECKING:
    from openslide import OpenSlide
    from PIL.Image import Image

MICROSCOPIC_UM = (0.01, 25.0)
"""What a pixel of a slide may measure. A TIFF with a larger one states the dots of a printer."""
STRONGEST = 400.0
"""No objective has more power."""
CHANNELS, ALPHA_CHANNELS = 3, 4


class WholeSlide:
    """A file of a slide scanner.

    An error makes the library refuse all that is asked of the same handle afterwards, so that a
    new one takes its place; readers that still use the old one are not disturbed.
    """

    def __init__(self, name: str, file: Path, limits: PictureLimits) -> None:
        """Raises AssetUnreadableError where it cannot be opened or would take too much memory."""
        from openslide import OpenSlideError, OpenSlideUnsupportedFormatError

        self._name = name
        self._file = file
        self._lock = threading.Lock()
        try:
            self._slide: OpenSlide | None = self._open()
            self._ground = _ground(self._slide.properties)
            self.info = _info(name, self._slide, limits)
        except OpenSlideUnsupportedFormatError:
            raise not_a_slide(name) from None
        except (OpenSlideError, OSError, ValueError):
            raise broken(name) from None

    def region(self, level: int, x: int, y: int, width: int, height: int) -> Image:
        """Give a box of a stored level on the slide's own ground."""
        from openslide import OpenSlideError
        from PIL import Image

        downsample = self.info.stored[level]
        corner = round(x * downsample), round(y * downsample)
        slide = self._handle()
        try:
            region = slide.read_region(corner, level, (width, height))
        except (OpenSlideError, OSError):
            # It may be the error of another reader; a handle that nobody else has tells.
            region = self._read_anew(slide, corner, level, (width, height))
        picture = Image.new("RGB", region.size, self._ground)
        picture.paste(region, mask=region.getchannel("A"))
        return picture

    def close(self) -> None:
        """Let go of the file once the last reader has."""
        with self._lock:
            self._slide = None

    def _open(self) -> OpenSlide:
        from openslide import OpenSlide

        return OpenSlide(self._file)

    def _handle(self) -> OpenSlide:
        with self._lock:
            if self._slide is None:
                self._slide = self._reopened()
            return self._slide

    def _read_anew(
        self, failed: OpenSlide, corner: tuple[int, int], level: int, size: tuple[int, int]
    ) -> Image:
        """Read with a handle of its own, which takes the place of the failed one."""
        from openslide import OpenSlideError

        with self._lock:
            if self._slide is failed:
                self._slide = None
        own = self._reopened()
        try:
            region = own.read_region(corner, level, size)
        except (OpenSlideError, OSError):
            raise broken_part(self._name) from None
        with self._lock:
            self._slide = self._slide or own
        return region

    def _reopened(self) -> OpenSlide:
        from openslide import OpenSlideError

        try:
            return self._open()
        except (OpenSlideError, OSError):
            raise broken_part(self._name) from None


def _info(name: str, slide: OpenSlide, limits: PictureLimits) -> SlideInfo:
    """Say what the file states, and refuse what could only be shown at the cost of the machine."""
    said: Mapping[str, str] = slide.properties
    sizes = slide.level_dimensions
    width, height = min(sizes)
    if CHANNELS * width * height > limits.series_bytes:
        raise too_large(name, width, height, limits.series_bytes)
    for level in range(len(sizes)):
        wide, high = (_tile(said, level, side) for side in ("width", "height"))
        if ALPHA_CHANNELS * wide * high > limits.picture_bytes:
            raise too_large(name, wide, high, limits.picture_bytes)
    return SlideInfo(
        name,
        *sizes[0],
        stored=tuple(slide.level_downsamples),
        um_per_px=_pixel_size(said),
        objective=_number(said.get("openslide.objective-power"), 0.0, STRONGEST),
        vendor=said.get("openslide.vendor", ""),
    )


def _ground(said: Mapping[str, str]) -> str:
    """Give the colour where nothing was scanned."""
    colour = said.get("openslide.background-color", "")
    return f"#{colour}" if re.fullmatch("[0-9A-Fa-f]{6}", colour) else "white"


def _tile(said: Mapping[str, str], level: int, side: str) -> int:
    return int(said.get(f"openslide.level[{level}].tile-{side}", 0))


def _pixel_size(said: Mapping[str, str]) -> tuple[float, float] | None:
    least, most = MICROSCOPIC_UM
    across, down = (_number(said.get(f"openslide.mpp-{axis}"), least, most) for axis in "xy")
    return None if across is None or down is None else (across, down)


def _number(words: str | None, above: float, most: float) -> float | None:
    """Give a number that a file states, where it is one that can be meant."""
    try:
        value = float(words or "nan")
    except ValueError:
        return None
    return value if math.isfinite(value) and above < value <= most else None
