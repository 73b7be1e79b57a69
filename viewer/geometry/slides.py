"""How a slide lies in its view: zoom, tiles in sight, navigator, scale bar, lengths and areas.

A `Stand` says which point of the slide is in the middle of the view and how large it is drawn.
Places on a slide are pixels of its finest level, places in a view are pixels of the view.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from viewer.model.slides import TILE_PX, SlideInfo, SlideLevel

LARGEST = 16.0
"""A pixel of the slide is never drawn larger (pixels of the view)."""
SMALLEST_OF_FIT = 0.5
"""The whole slide is never drawn smaller than this share of where it fits."""
UM_PER_MM = 1000.0
POWERS = (1.25, 2.5, 5.0, 10.0, 20.0, 40.0, 60.0)
"""Objectives that microscopes have."""

Point = tuple[float, float]
Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a view stands on a slide."""

    x: float
    y: float
    """The place on the slide in the middle of the view."""
    zoom: float
    """So many pixels of the view show one of the slide."""

    def to_view(self, place: Point, view: Size) -> Point:
        """Give where a place on the slide is in the view."""
        across, down = place[0] - self.x, place[1] - self.y
        return view[0] / 2 + across * self.zoom, view[1] / 2 + down * self.zoom

    def to_slide(self, place: Point, view: Size) -> Point:
        """Give the place on the slide that is at a place in the view."""
        across, down = place[0] - view[0] / 2, place[1] - view[1] / 2
        return self.x + across / self.zoom, self.y + down / self.zoom


class Box(NamedTuple):
    """A box by its sides."""

    left: float
    top: float
    right: float
    bottom: float


def fit(info: SlideInfo, view: Size) -> Stand:
    """Show the whole slide in the middle, never larger than 1:1."""
    across, down = max(view[0], 1) / info.width, max(view[1], 1) / info.height
    return Stand(info.width / 2, info.height / 2, min(across, down, 1.0))


def clamped(stand: Stand, info: SlideInfo, view: Size) -> Stand:
    """Keep the middle of the view on the slide, and the zoom where something is to be seen."""
    least = SMALLEST_OF_FIT * fit(info, view).zoom
    return Stand(
        min(max(stand.x, 0.0), info.width),
        min(max(stand.y, 0.0), info.height),
        min(max(stand.zoom, least), LARGEST),
    )


def zoomed_about(stand: Stand, zoom: float, place: Point, view: Size) -> Stand:
    """Draw the slide larger or smaller; what is at a place in the view stays there."""
    x, y = stand.to_slide(place, view)
    return Stand(x - (place[0] - view[0] / 2) / zoom, y - (place[1] - view[1] / 2) / zoom, zoom)


def panned(stand: Stand, across: float, down: float) -> Stand:
    """Move the slide in the view by so many pixels of the view, right and down."""
    return replace(stand, x=stand.x - across / stand.zoom, y=stand.y - down / stand.zoom)


# -- tiles --------------------------------------------------------------------------------


def level_for(zoom: float, levels: Sequence[SlideLevel]) -> int:
    """Give the coarsest level that is not finer than needed: its pixels are drawn at 0.5 to 1."""
    wanted = math.floor(math.log2(1 / zoom) + 1e-9) if zoom < 1 else 0
    return min(wanted, len(levels) - 1)


class TileRange(NamedTuple):
    """Tiles [left, right) and [top, bottom) of a level."""

    left: int
    top: int
    right: int
    bottom: int


def tiles_in(box: Box, level: SlideLevel) -> TileRange:
    """Give the tiles of a level that a box on the slide touches."""
    side = TILE_PX * level.downsample
    return TileRange(
        max(0, math.floor(box.left / side)),
        max(0, math.floor(box.top / side)),
        min(level.columns, math.ceil(box.right / side)),
        min(level.rows, math.ceil(box.bottom / side)),
    )


def box_in_view(stand: Stand, view: Size) -> Box:
    """Give the box of the slide that the view shows, which may reach beyond the slide."""
    return Box(*stand.to_slide((0, 0), view), *stand.to_slide(view, view))


def tile_box(level: SlideLevel, column: int, row: int, info: SlideInfo) -> Box:
    """Give where a tile lies on the slide."""
    side = TILE_PX * level.downsample
    return Box(
        column * side,
        row * side,
        min((column + 1) * side, info.width),
        min((row + 1) * side, info.height),
    )


# -- navigator and scale ------------------------------------------------------------------


def navigator_box(stand: Stand, view: Size, info: SlideInfo, size: Size) -> Box:
    """Give where the view stands on a small picture of the whole slide, inside that picture."""
    seen, share = box_in_view(stand, view), size[0] / info.width
    down = size[1] / info.height
    return Box(
        max(0.0, seen.left * share),
        max(0.0, seen.top * down),
        min(size[0], seen.right * share),
        min(size[1], seen.bottom * down),
    )


class ScaleBar(NamedTuple):
    """A length as a scale bar shows it."""

    um: float
    width_px: float


def scale_bar(um_per_px: float, longest_px: float) -> ScaleBar:
    """Give the longest bar of 1, 2 or 5 times a power of ten (µm) that a room has place for."""
    most = um_per_px * longest_px
    power = 10.0 ** math.floor(math.log10(most))
    um = next(step * power for step in (5, 2, 1) if step * power <= most * (1 + 1e-9))
    return ScaleBar(um, um / um_per_px)


def powers_up_to(objective: float) -> tuple[float, ...]:
    """Give the powers of common objectives up to the one that a slide was scanned with."""
    return (*(power for power in POWERS if power < objective), objective)


def zoom_of_power(power: float, objective: float) -> float:
    """Give the zoom at which a slide looks as through an objective of this power.

    At the one that it was scanned with, a pixel of the slide is one of the screen.
    """
    return power / objective


# -- measuring ----------------------------------------------------------------------------


def length_um(points: Sequence[Point], um_per_px: Size) -> float:
    """Give the length of a line through these places (µm)."""
    steps = pairwise(points)
    return sum(
        math.hypot((x2 - x1) * um_per_px[0], (y2 - y1) * um_per_px[1])
        for (x1, y1), (x2, y2) in steps
    )


def polygon_um2(points: Sequence[Point], um_per_px: Size) -> float:
    """Give the area of a polygon whose sides do not cross (µm²)."""
    ends = (*points[1:], points[0])
    doubled = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, ends, strict=True))
    return abs(doubled) / 2 * um_per_px[0] * um_per_px[1]


def ellipse_um2(first: Point, second: Point, um_per_px: Size) -> float:
    """Give the area of the ellipse in a box of two opposite corners (µm²)."""
    width, height = abs(second[0] - first[0]), abs(second[1] - first[1])
    return math.pi / 4 * width * um_per_px[0] * height * um_per_px[1]


# -- side by side -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Link:
    """How one slide follows another: by length where both state it, else by share of the whole."""

    is_by_length: bool
    across: float
    down: float
    """Pixels of the follower for one of the leader."""
    right: float
    below: float
    """How far the follower's middle lies from the leader's, in pixels of the follower."""
    zoom: float
    """How many times larger the follower's pixels are drawn."""

    def follow(self, leader: Stand) -> Stand:
        """Give where the follower stands."""
        return Stand(
            leader.x * self.across + self.right,
            leader.y * self.down + self.below,
            leader.zoom * self.zoom,
        )

    def lead(self, follower: Stand) -> Stand:
        """Give where the leader stands when the follower is moved."""
        return Stand(
            (follower.x - self.right) / self.across,
            (follower.y - self.below) / self.down,
            follower.zoom / self.zoom,
        )


def link(leader: SlideInfo, follower: SlideInfo) -> Link:
    """Let one slide follow another; the middles of both lie upon one another at first."""
    own, other = leader.um_per_px, follower.um_per_px
    if own is not None and other is not None:
        across, down = own[0] / other[0], own[1] / other[1]
    else:
        across, down = follower.width / leader.width, follower.height / leader.height
    return Link(
        is_by_length=own is not None and other is not None,
        across=across,
        down=down,
        right=follower.width / 2 - leader.width / 2 * across,
        below=follower.height / 2 - leader.height / 2 * down,
        zoom=1 / across,
    )


def moved_apart(linked: Link, before: Stand, after: Stand) -> Link:
    """Give a link in which the follower was moved alone, to lie upon the leader."""
    return replace(
        linked, right=linked.right + after.x - before.x, below=linked.below + after.y - before.y
    )
