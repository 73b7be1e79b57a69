"""What stands where in the strip of the reviewers' notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from viewer.geometry.bars import CERTAIN_TAIL_EM, OPEN_FADE_EM
from viewer.geometry.time_scale import TimeScale
from viewer.model.annotation import owner_of
from viewer.model.strip_items import Item, Items, Numbers
from viewer.ui.annotate.packing import Cells, Spot, Things, pack
from viewer.ui.marks.authors import WIDEST
from viewer.ui.marks.letters import count_letters
from viewer.ui.text_sizes import TextSizes
from viewer.ui.words.drawn_note_words import added_by, first_line

ROW_H = 1.5
MARK_H = 0.95
_TOP_H = 0.12
_LINE_H = 0.2
"""How high above the end of its row the line of a period lies (lines)."""
_GAP_H = 0.35
BEFORE_PX = 3.0
"""How far before its days a mark stands of which nobody says the day."""
_WORDS_EM = 3.0
"""Words that have no more room than this are left out."""
_MOST_WORDS_EM = 24.0
_LEAST_TITLE_EM = 1.5
"""A title is shortened to no less than this, so that a name stands behind it."""


class Sheet(NamedTuple):
    """What the layout depends on."""

    items: Items
    scale: TimeScale
    rows: int
    sizes: TextSizes
    language: str
    names: Mapping[str, str]
    """Of the authors, by their ids."""


@dataclass(frozen=True, slots=True, eq=False)
class PlacedNote:
    """An annotation in its row, or a count of several."""

    all: Items
    members: Numbers
    """Which of all it stands for; there may be very many."""
    row: int
    mark: QRectF
    """The author's mark, or the box of the count."""
    line: tuple[float, float, float] | None = None
    """First and last column of its days and the height they stand at; None for a moment."""
    words: str = ""
    """What stands beside it, as far as there is room."""
    words_rect: QRectF = field(default_factory=QRectF)
    is_count: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        """All that it stands for."""
        return tuple(self.all.items[n] for n in self.members.tolist())

    @property
    def ids(self) -> tuple[str, ...]:
        """The annotations that it stands for."""
        return tuple(item.id for item in self.items)

    @property
    def item(self) -> Item:
        """The annotation, or the first of those that are counted."""
        return self.all.items[int(self.members[0])]

    @property
    def bounds(self) -> QRectF:
        """All that it takes: mark, line and words."""
        whole = QRectF(self.mark)
        if self.line is not None:
            left, right, y = self.line
            whole = whole.united(QRectF(left, y - 1, max(right - left, 1.0), 2))
        return whole.united(self.words_rect) if self.words else whole

    def edge_at(self, place: QPointF, reach_px: float) -> str | None:
        """Tell which end of its days ("start", "end") is at a place; None where neither is."""
        if self.is_count or self.line is None:
            return None
        left, right, _ = self.line
        off = min((abs(place.x() - right), "end"), (abs(place.x() - left), "start"))
        is_near = off[0] <= min(reach_px, max(2.0, (right - left) / 3))
        is_in_row = self.bounds.top() - 2 <= place.y() <= self.bounds.bottom() + 4
        return off[1] if is_near and is_in_row else None


def mark_px(sizes: TextSizes) -> float:
    """Give the size of an author's mark; an odd number, so that it has a middle."""
    return 2 * int(MARK_H * sizes.h_px / 2) + 1.0


def row_px(sizes: TextSizes) -> int:
    """Give the height of a row."""
    return round(ROW_H * sizes.h_px)


def lay_out(sheet: Sheet) -> tuple[PlacedNote, ...]:
    """Place everything that the window shows, from left to right in each row."""
    seen = sheet.items.inside(sheet.scale.window)
    if not len(seen):
        return ()
    spots = _packed(sheet, seen)
    by_row: dict[int, list[tuple[float, float, PlacedNote]]] = {}
    for spot in spots:
        placed = _placed(spot, seen[spot.members], sheet)
        by_row.setdefault(spot.row, []).append((spot.left_px, spot.right_px, placed))
    told: list[PlacedNote] = []
    for row in sorted(by_row):
        told += _with_words(sorted(by_row[row], key=lambda one: one[0]), sheet)
    return tuple(told)


def rows_needed(sheet: Sheet) -> int:
    """Give how many rows the window of the sheet takes, those that stay empty left out."""
    seen = sheet.items.inside(sheet.scale.window)
    return max(1, len({spot.row for spot in _packed(sheet, seen)})) if len(seen) else 1


def _packed(sheet: Sheet, seen: Numbers) -> list[Spot]:
    scale, sizes, items = sheet.scale, sheet.sizes, sheet.items
    half = WIDEST * mark_px(sizes) / 2 + sizes.theme.stroke_scale
    loose = (OPEN_FADE_EM + CERTAIN_TAIL_EM) * sizes.em_px
    days, flags = items.days[seen], items.flags[seen]
    homes = np.maximum(scale.xs(days[:, 2]), scale.left_px)
    homes -= (half + BEFORE_PX) * flags[:, 3]
    lefts = np.minimum(scale.xs(days[:, 0]) - loose * flags[:, 0], homes - half)
    rights = np.maximum(scale.xs(days[:, 1]) + loose * flags[:, 1], homes + half)
    edges = scale.left_px - half, scale.right_px + half
    things = Things(np.clip(lefts, *edges), np.clip(rights, *edges), homes, flags[:, 2])
    gap = _GAP_H * sizes.h_px
    count = sizes.width(count_letters(len(items.items)), "strong")
    width = max(count + sizes.h_px, 2 * (2 * half + gap))
    # Cells stay with the days in a pan, so that counts do not change while the window moves.
    offset = scale.left_px - (scale.window.start * scale.px_per_day) % width
    return pack(things, sheet.rows, Cells(width, offset), 2 * half)


def _placed(spot: Spot, members: Numbers, sheet: Sheet) -> PlacedNote:
    scale, sizes, given = sheet.scale, sheet.sizes, (sheet.items, members, spot.row)
    item, last = (sheet.items.items[n] for n in (members[0], members[-1]))
    size, height = mark_px(sizes), row_px(sizes)
    top = spot.row * height + _TOP_H * sizes.h_px
    if spot.is_count:
        letters = sizes.width(count_letters(len(members)), "strong")
        width = min(letters + 0.5 * sizes.h_px, spot.right_px - spot.left_px - 1)
        middle = (scale.x(item.home) + scale.x(last.home) - width) / 2
        left = min(max(middle, spot.left_px), spot.right_px - 1 - width)
        return PlacedNote(*given, QRectF(left, top, width, size), is_count=True)
    x = max(scale.x(item.home), scale.left_px)
    if item.stands_before:
        x -= WIDEST * size / 2 + sizes.theme.stroke_scale + BEFORE_PX
    mark = QRectF(x - size / 2, top, size, size)
    line = None
    if item.span.days > 0:
        y = (spot.row + 1) * height - _LINE_H * sizes.h_px
        start = max(scale.x(item.span.start), scale.left_px)
        line = start, min(scale.x(item.span.end), scale.right_px), y
    return PlacedNote(*given, mark, line)


def _with_words(row: Sequence[tuple[float, float, PlacedNote]], sheet: Sheet) -> list[PlacedNote]:
    """Write beside each mark what it says, up to the next one."""
    gap, told = _GAP_H * sheet.sizes.h_px, list[PlacedNote]()
    for number, (_, right, placed) in enumerate(row):
        free = row[number + 1][0] - gap if number + 1 < len(row) else sheet.scale.right_px
        left = placed.mark.right() + gap
        if placed.line is None:  # the line of what is not exact is not written over
            left = max(left, right + gap)
        words = _words(placed, free - left, sheet)
        rect = QRectF(left, placed.mark.top(), 0, placed.mark.height())
        rect.setWidth(sheet.sizes.width(words, "small"))
        told.append(replace(placed, words=words, words_rect=rect) if words else placed)
    return told


def _words(placed: PlacedNote, room_px: float, sheet: Sheet) -> str:
    """Give as much of what an annotation says as there is room for.

    Of what the case lacks the title is shortened, and not who has added it.
    """
    if placed.is_count:
        return ""
    sizes, content = sheet.sizes, placed.item.content
    name = sheet.names.get(owner_of(placed.item.id), "")
    said, whole = first_line(content), first_line(content, name)
    width = sizes.width(whole, "small")
    if room_px < min(_WORDS_EM * sizes.em_px, width):
        return ""
    room = min(room_px, _MOST_WORDS_EM * sizes.em_px)
    rest = room - (width - sizes.width(said, "small"))
    if whole == said or width <= room or rest < _LEAST_TITLE_EM * sizes.em_px:
        return sizes.elided(whole, "small", room)
    return added_by(sizes.elided(said, "small", rest), name)
