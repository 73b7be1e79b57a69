"""Where the words of one event stand: inside its bar, right or left of it, or shortened."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Level = Literal["whole", "edge", "name", "shortened"]
"""How much is said: everything; everything, all of it left of the mark where need be; without the
time; cut to the room there is."""


@dataclass(frozen=True, slots=True)
class Words:
    """How wide the words of an event are, in pixels; 0 for those it has not.

    The tail (outcome and result, with their signs) stands right of the mark. `fixed_px` is the
    part of it that is never shortened.
    """

    name_px: float
    when_px: float = 0.0
    tail_px: float = 0.0
    fixed_px: float = 0.0


@dataclass(frozen=True, slots=True)
class Thing:
    """What is to be placed: the columns its drawing takes, and its words.

    `inside` is the room for words within a bar, `mark` the columns of a mark on a bar; None where
    there is none.
    """

    left_px: float
    right_px: float
    words: Words
    inside: tuple[float, float] | None = None
    mark: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Spacing:
    """The distances between words and drawings, in pixels."""

    inner_px: float
    """Between the end of a bar and the words inside it."""
    off_px: float
    """Between a mark and its words."""
    word_px: float
    """Between the parts of one label."""
    apart_px: float
    """Between two labels, or a label and another drawing."""
    least_px: float
    """The shortest piece of a name or result that is worth writing."""


class Piece(NamedTuple):
    """A stretch of a row that words take."""

    left_px: float
    width_px: float

    @property
    def right_px(self) -> float:
        """Where it ends."""
        return self.left_px + self.width_px


@dataclass(frozen=True, slots=True)
class Label:
    """Where name, time and tail stand; a missing one is said in the tooltip alone."""

    name: Piece
    when: Piece | None = None
    tail: Piece | None = None

    @property
    def left_px(self) -> float:
        """Where the first of the words begins."""
        return min(piece.left_px for piece in self._pieces())

    @property
    def right_px(self) -> float:
        """Where the last of the words ends."""
        right = self.name.left_px + self.name.width_px  # asked for with every try: no generator
        for piece in (self.when, self.tail):
            if piece is not None:
                right = max(right, piece.left_px + piece.width_px)
        return right

    def _pieces(self) -> Iterator[Piece]:
        yield self.name
        if self.when is not None:
            yield self.when
        if self.tail is not None:
            yield self.tail


_Side = Callable[[Thing, Words, tuple[float, float], Spacing], Label | None]


def place_label(
    thing: Thing, free: tuple[float, float], level: Level, spacing: Spacing
) -> Label | None:
    """Give the first place where the words fit between the `free` columns; None if none does.

    Inside the bar first, then right of the mark, then left. With a tail, the name goes left and
    leaves the tail next to the mark, before everything is tried at the right.
    """
    words = thing.words
    if level in ("name", "shortened"):
        words = Words(words.name_px, 0.0, words.tail_px, words.fixed_px)
    sides: tuple[_Side, ...] = (_inside, _right, _left)
    if words.tail_px:
        sides = (_inside, _left, _right)
    if words.tail_px and level in ("edge", "shortened"):
        sides = (*sides, _all_left)
    for side in sides:
        label = side(thing, words, free, spacing)
        if label is not None:
            return label
    return _shortened(thing, words, free, spacing) if level == "shortened" else None


def _inside(
    thing: Thing, words: Words, free: tuple[float, float], spacing: Spacing
) -> Label | None:
    if thing.inside is None:
        return None
    start, end = thing.inside[0] + spacing.inner_px, thing.inside[1] - spacing.inner_px
    if start + words.name_px > end:
        return None
    name = Piece(start, words.name_px)
    when = None
    if words.when_px and name.right_px + spacing.word_px + words.when_px <= end:
        when = Piece(name.right_px + spacing.word_px, words.when_px)
    if not words.tail_px:
        return Label(name, when)
    beside = thing.right_px + spacing.off_px
    if beside + words.tail_px <= free[1]:
        return Label(name, when, Piece(beside, words.tail_px))
    after = (when or name).right_px + spacing.apart_px
    if after + words.tail_px <= end:
        return Label(name, when, Piece(after, words.tail_px))
    return None


def _right(thing: Thing, words: Words, free: tuple[float, float], spacing: Spacing) -> Label | None:
    label = _in_line(thing.right_px + spacing.off_px, words, spacing)
    return label if label.right_px <= free[1] else None


def _left(thing: Thing, words: Words, free: tuple[float, float], spacing: Spacing) -> Label | None:
    end = thing.left_px - spacing.off_px
    tail = Piece(thing.right_px + spacing.off_px, words.tail_px) if words.tail_px else None
    if tail is not None and tail.right_px > free[1]:
        return None
    alone = Words(words.name_px, words.when_px)
    width = _in_line(0.0, alone, spacing).right_px
    if end - width < free[0]:
        return None
    label = _in_line(end - width, alone, spacing)
    return Label(label.name, label.when, tail)


def _all_left(
    thing: Thing, words: Words, free: tuple[float, float], spacing: Spacing
) -> Label | None:
    end = thing.left_px - spacing.off_px
    label = _in_line(end - _in_line(0.0, words, spacing).right_px, words, spacing)
    return label if label.left_px >= free[0] else None


def _in_line(start_px: float, words: Words, spacing: Spacing) -> Label:
    name = Piece(start_px, words.name_px)
    when = tail = None
    at = name.right_px
    if words.when_px:
        when = Piece(at + spacing.word_px, words.when_px)
        at = when.right_px
    if words.tail_px:
        tail = Piece(at + spacing.apart_px, words.tail_px)
    return Label(name, when, tail)


def _shortened(
    thing: Thing, words: Words, free: tuple[float, float], spacing: Spacing
) -> Label | None:
    """Cut a result first, then the name, where there is most room for it."""
    begin, end = thing.left_px - spacing.off_px, thing.right_px + spacing.off_px
    room_left, room_right = begin - free[0], free[1] - end
    inside = _shortened_inside(thing, words, spacing)
    if inside is not None and inside.name.width_px >= max(room_left, room_right):
        return inside
    if words.tail_px:
        least = min(words.tail_px, words.fixed_px + spacing.least_px)
        if room_left >= spacing.least_px and room_right >= least:
            name = min(words.name_px, room_left)
            tail = Piece(end, min(words.tail_px, room_right))
            return Label(Piece(begin - name, name), None, tail)
        if room_left > room_right:
            return _shortened_left(thing, words, free, spacing) or inside
        return _shortened_right(thing, words, free, spacing) or inside
    if max(room_left, room_right) < spacing.least_px:
        return inside
    name = min(words.name_px, max(room_left, room_right))
    return Label(Piece(end if room_right >= room_left else begin - name, name))


def _shortened_right(
    thing: Thing, words: Words, free: tuple[float, float], spacing: Spacing
) -> Label | None:
    """Put name and tail right of the mark; the name is cut first, then the result."""
    least = min(words.tail_px, words.fixed_px + spacing.least_px)
    begin = thing.right_px + spacing.off_px
    name = min(words.name_px, free[1] - begin - spacing.apart_px - least)
    if name < spacing.least_px:
        return None
    start = begin + name + spacing.apart_px
    return Label(Piece(begin, name), None, Piece(start, min(words.tail_px, free[1] - start)))


def _shortened_left(
    thing: Thing, words: Words, free: tuple[float, float], spacing: Spacing
) -> Label | None:
    """Put name and tail left of the mark, at the edge of the plot; the result is cut first."""
    end = thing.left_px - spacing.off_px
    room = end - free[0] - spacing.apart_px
    tail = min(words.tail_px, max(words.fixed_px + spacing.least_px, room - words.name_px))
    name = min(words.name_px, room - tail)
    if name < spacing.least_px:
        return None
    start = end - tail
    return Label(Piece(start - spacing.apart_px - name, name), None, Piece(start, tail))


def _shortened_inside(thing: Thing, words: Words, spacing: Spacing) -> Label | None:
    if thing.inside is None:
        return None
    room = thing.inside[1] - thing.inside[0] - 2 * spacing.inner_px
    if words.tail_px:
        room -= words.tail_px + spacing.apart_px
    if room < spacing.least_px:
        return None
    name = Piece(thing.inside[0] + spacing.inner_px, min(words.name_px, room))
    tail = Piece(name.right_px + spacing.apart_px, words.tail_px) if words.tail_px else None
    return Label(name, None, tail)


def squeeze_label(thing: Thing, room: tuple[float, float], spacing: Spacing) -> Label:
    """Give a place on the thing's own drawing, cut to `room`, where there is none beside it."""
    words = thing.words
    if thing.mark is not None:
        left, right = thing.mark[0] - spacing.off_px, thing.mark[1] + spacing.off_px
        name_px, tail_px = min(words.name_px, left - room[0]), min(words.tail_px, room[1] - right)
        if min(name_px, tail_px) >= spacing.least_px:
            return Label(Piece(left - name_px, name_px), None, Piece(right, tail_px))
        is_left = left - room[0] > room[1] - right
        room = (room[0], left) if is_left else (right, room[1])
    width = room[1] - room[0]
    name_px = min(words.name_px, width / 2 if words.tail_px else width)
    tail_px = min(words.tail_px, width - name_px - spacing.apart_px)
    whole = name_px + spacing.apart_px + tail_px if words.tail_px else name_px
    start = max(room[0], min(thing.left_px + spacing.off_px, room[1] - whole))
    name = Piece(start, name_px)
    tail = Piece(name.right_px + spacing.apart_px, tail_px) if words.tail_px else None
    return Label(name, None, tail)
