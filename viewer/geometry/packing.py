"""Which row of its lane each thing stands in, so that nothing covers anything."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from viewer.geometry.labels import Label, Level, Spacing, Thing, place_label, squeeze_label

MOST_ROWS = 8
COMFORTABLE_ROWS = 5
"""Up to so many rows a lane grows rather than leave out a time."""
_TOUCHING_PX = 0.5


@dataclass(frozen=True, slots=True)
class Placement:
    """The row of a thing, counted from 0, and where its words stand."""

    row: int
    label: Label


@dataclass(frozen=True, slots=True)
class Packing:
    """A placement for each thing in the order given; None for those beyond the last row."""

    placements: tuple[Placement | None, ...]
    rows: int

    @property
    def left_over(self) -> tuple[int, ...]:
        """The numbers of the things that found no row."""
        return tuple(i for i, placement in enumerate(self.placements) if placement is None)


class _Row:
    """How far right a row is taken: by drawings, and by words."""

    __slots__ = ("drawn_px", "words_px")

    def __init__(self) -> None:
        self.drawn_px = -math.inf
        self.words_px = -math.inf


def pack(
    things: Sequence[Thing], room: tuple[float, float], spacing: Spacing, most_rows: int = MOST_ROWS
) -> Packing:
    """Place things, which come in the order of reading, in as few rows as read well.

    Words stay between the columns of `room`. The answer depends on nothing but the arguments, so
    labels keep still while the cursor moves.
    """
    lefts = sorted(thing.left_px for thing in things)
    rows: list[_Row] = []
    placements: list[Placement | None] = []
    for thing in things:
        following = bisect_left(lefts, thing.right_px)
        ahead = lefts[following] if following < len(lefts) else math.inf
        soft = (room[0], min(room[1], ahead - spacing.apart_px))
        placements.append(_place(thing, rows, (soft, room), spacing, most_rows))
    return Packing(tuple(placements), len(rows))


def _place(
    thing: Thing,
    rows: list[_Row],
    rooms: tuple[tuple[float, float], tuple[float, float]],
    spacing: Spacing,
    most_rows: int,
) -> Placement | None:
    """Try the rows there are, then a new one, then the rows again with fewer words.

    `rooms` are the columns up to the next mark and up to the edge of the plot.
    """
    soft, hard = rooms
    free = [
        (number, row)
        for number, row in enumerate(rows)
        if row.drawn_px - _TOUCHING_PX <= thing.left_px >= row.words_px + spacing.apart_px
    ]
    found = _in_rows(thing, free, soft, "whole", spacing)
    if found is None and len(rows) >= COMFORTABLE_ROWS:
        found = _in_rows(thing, free, soft, "name", spacing)
    if found is not None:
        return found
    if len(rows) < most_rows:
        return _in_new_row(thing, rows, soft, hard, spacing)
    return _in_rows(thing, free, hard, "shortened", spacing)


def _in_rows(
    thing: Thing,
    rows: list[tuple[int, _Row]],
    room: tuple[float, float],
    level: Level,
    spacing: Spacing,
) -> Placement | None:
    for number, row in rows:
        taken = max(row.drawn_px, row.words_px) + spacing.apart_px
        label = place_label(thing, (max(room[0], taken), room[1]), level, spacing)
        if label is not None:
            return _take(thing, row, number, label)
    return None


def _in_new_row(
    thing: Thing,
    rows: list[_Row],
    soft: tuple[float, float],
    hard: tuple[float, float],
    spacing: Spacing,
) -> Placement:
    tries: tuple[tuple[tuple[float, float], Level], ...] = (
        (soft, "whole"),
        (hard, "whole"),
        (hard, "edge"),
        (soft, "name"),
        (hard, "name"),
        (hard, "shortened"),
    )
    rows.append(_Row())
    for room, level in tries:
        label = place_label(thing, room, level, spacing)
        if label is not None:
            return _take(thing, rows[-1], len(rows) - 1, label)
    # No room beside it: the words stand on the thing's own drawing.
    return _take(thing, rows[-1], len(rows) - 1, squeeze_label(thing, hard, spacing))


def _take(thing: Thing, row: _Row, number: int, label: Label) -> Placement:
    row.drawn_px = max(row.drawn_px, thing.right_px)
    row.words_px = max(row.words_px, label.right_px)
    return Placement(number, label)
