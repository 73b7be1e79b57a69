"""What is stored of a slide, as both kinds of files give it, and the tiles made from it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from viewer.io.case_files import size_text
from viewer.io.unreadable import AssetUnreadableError
from viewer.model import slide_texts
from viewer.model.problem import Problem
from viewer.model.slides import TILE_PX, SlideInfo

if TYPE_CHECKING:
    from PIL.Image import Image

Tile = NDArray[np.uint8]
"""Shape (height, width, 3): red, green, blue."""
BLOCK_PX = 2048
"""No more than so many pixels are decoded at once in each direction."""


class Stored(Protocol):
    """The pixels of a file."""

    info: SlideInfo

    def region(self, level: int, x: int, y: int, width: int, height: int) -> Image:
        """Give a box of a stored level, opaque; x and y are pixels of that level.

        Raises AssetUnreadableError where it cannot be decoded. May be called from any thread.
        """
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


class OpenedSlide:
    """A slide that can be looked at, tile by tile and from any thread."""

    def __init__(self, stored: Stored) -> None:
        self.info = stored.info
        self._stored = stored
        self._levels = stored.info.levels

    def tile(
        self, level: int, column: int, row: int, is_wanted: Callable[[], bool] = lambda: True
    ) -> Tile:
        """Give a tile of a shown level, smaller than the others at the right and lower edge.

        Raises AssetUnreadableError where this part of the file is broken, or where it is not
        wanted any more: without smaller levels all of a slide may go into one tile.
        """
        shown = self._levels[level]
        left, top = column * TILE_PX, row * TILE_PX
        width, height = min(TILE_PX, shown.width - left), min(TILE_PX, shown.height - top)
        stored = best_stored(self.info.stored, shown.downsample)
        finer = shown.downsample / self.info.stored[stored]
        step = max(1, min(height, math.floor(BLOCK_PX / finer)))
        made = np.empty((height, width, 3), np.uint8)
        for y in range(0, height, step):
            for x in range(0, width, step):
                if not is_wanted():
                    raise broken_part(self.info.path)
                part = made[y : y + step, x : x + step]
                part[:] = self._block(stored, finer, left + x, top + y, part.shape)
        return made

    def thumbnail(self) -> Tile:
        """Give the whole slide as one small picture."""
        return self.tile(len(self._levels) - 1, 0, 0)

    def close(self) -> None:
        """Let go of the file."""
        self._stored.close()

    def _block(
        self, stored: int, finer: float, x: int, y: int, shape: tuple[int, ...]
    ) -> NDArray[np.uint8]:
        from PIL import Image

        height, width = shape[:2]
        downsample = self.info.stored[stored]
        left, right = _inside(x, x + width, finer, self.info.width / downsample)
        top, bottom = _inside(y, y + height, finer, self.info.height / downsample)
        picture = self._stored.region(stored, left, top, right - left, bottom - top)
        if picture.size != (width, height):
            picture = picture.resize((width, height), Image.Resampling.BOX)
        return np.asarray(picture)


def best_stored(stored: tuple[float, ...], downsample: float) -> int:
    """Give the coarsest stored level that is at least as fine as a shown one."""
    # Levels are seldom whole divisors: 4.0003 is still as fine as 4.
    fine = [at for at, one in enumerate(stored) if one <= downsample * 1.01]
    return max(fine, key=lambda at: stored[at], default=0)


def _inside(first: int, last: int, finer: float, length: float) -> tuple[int, int]:
    """Give the pixels of a stored level that pixels of a shown one are made of; never none."""
    end = max(1, min(round(last * finer), round(length)))
    return min(round(first * finer), end - 1), end


def too_large(path: str, width: int, height: int, limit: int) -> AssetUnreadableError:
    """Give the error of what would take too much memory, or too long."""
    values = {
        "path": path,
        "width": f"{width:,}",
        "height": f"{height:,}",
        "limit": size_text(limit),
    }
    texts = slide_texts.SLIDE_TOO_LARGE, slide_texts.SLIDE_TOO_LARGE_REMEDY
    return AssetUnreadableError(Problem("error", *texts, values, file=path))


def broken(path: str) -> AssetUnreadableError:
    """Give the error of a file that cannot be opened at all."""
    texts = slide_texts.SLIDE_BROKEN, slide_texts.SLIDE_BROKEN_REMEDY
    return AssetUnreadableError(Problem("error", *texts, {"path": path}, file=path))


def broken_part(path: str) -> AssetUnreadableError:
    """Give the error of a part that cannot be read."""
    texts = slide_texts.TILE_BROKEN, slide_texts.TILE_BROKEN_REMEDY
    return AssetUnreadableError(Problem("error", *texts, {"path": path}, file=path))


def not_a_slide(path: str) -> AssetUnreadableError:
    """Give the error of a file of another kind."""
    texts = slide_texts.NOT_A_SLIDE, slide_texts.NOT_A_SLIDE_REMEDY
    return AssetUnreadableError(Problem("error", *texts, {"path": path}, file=path))
