"""A slide as a noun: how large it is, in which levels it is shown, and what its file states.

A slide's own coordinates are pixels of its finest level: x to the right, y down, the first pixel
covers 0 to 1. It is shown in levels, each half as fine as the one before, whatever levels its
file has; a level is cut into tiles of the same size, of which the last ones may be smaller.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

TILE_PX = 256
"""Tiles of every level are so wide and high."""
OVERVIEW_PX = 4096 * 4096
"""A level of no more pixels is decoded at a glance."""


@dataclass(frozen=True, slots=True)
class SlideLevel:
    """A level that is shown."""

    width: int
    height: int
    downsample: int
    """So many pixels of the finest level go into one of its own, in each direction."""

    @property
    def columns(self) -> int:
        """How many tiles stand beside one another."""
        return -(-self.width // TILE_PX)

    @property
    def rows(self) -> int:
        """How many tiles stand below one another."""
        return -(-self.height // TILE_PX)


@dataclass(frozen=True, slots=True)
class SlideInfo:
    """What is known of a slide before any of it is decoded."""

    path: str
    """Its name in the case."""
    width: int
    height: int
    stored: tuple[float, ...]
    """How much coarser than the finest the levels of the file are, in its own order."""
    um_per_px: tuple[float, float] | None = None
    """How wide and high a pixel is (µm); None where the file does not state it."""
    objective: float | None = None
    """The power it was scanned with, such as 40; None where the file does not state it."""
    vendor: str = ""
    """The format, as the reading library names it, such as "aperio"; empty for a picture."""
    kind: Literal["slide", "picture"] = "slide"
    """picture: PNG or JPEG."""

    @property
    def has_overview(self) -> bool:
        """Whether the file has a level that is decoded at a glance."""
        coarsest = max(self.stored)
        return self.width * self.height <= OVERVIEW_PX * coarsest * coarsest

    @property
    def levels(self) -> tuple[SlideLevel, ...]:
        """The levels that are shown, the finest first; the last one is a single tile."""
        found, width, height, downsample = list[SlideLevel](), self.width, self.height, 1
        while True:
            found.append(SlideLevel(width, height, downsample))
            if max(width, height) <= TILE_PX:
                return tuple(found)
            downsample *= 2
            width, height = -(-self.width // downsample), -(-self.height // downsample)


class TileKey(NamedTuple):
    """One tile of a slide."""

    level: int
    column: int
    row: int
