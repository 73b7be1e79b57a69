"""Words on one line, and the search for a place where they touch nothing."""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import replace
from typing import Literal, NamedTuple, Self

from PySide6.QtCore import QRectF

from viewer.ui.look import FontRole
from viewer.ui.plots.placed import LabelKind, PlacedLabel, PlacedPoint, PlacedText
from viewer.ui.plots.typeset import Typeset

Side = Literal["left", "right"]
Run = tuple[str, FontRole, str]
"""Words, the role of their font, and the name of their colour."""

GAP_H = 0.75
"""How far two labels stay apart (line heights)."""

SPARE_SHARE = 0.15
"""How much of a line's height is free above its letters."""


def make_label(
    kind: LabelKind,
    runs: Sequence[Run],
    about: str,
    type_: Typeset,
    *,
    sign: str | None = None,
    whole: str = "",
) -> PlacedLabel:
    """Set runs beside one another on one baseline, the left upper corner at (0, 0)."""
    key = (kind, tuple(runs), about, sign, whole)
    if key not in type_.labels:
        type_.labels[key] = _set_label(kind, runs, about, type_, sign, whole)
    return type_.labels[key]


def _set_label(
    kind: LabelKind,
    runs: Sequence[Run],
    about: str,
    type_: Typeset,
    sign: str | None,
    whole: str,
) -> PlacedLabel:
    runs = [run for run in runs if run[0]]
    ascent = max(type_.metrics(role).ascent() for _, role, _ in runs)
    height = max(ascent - type_.metrics(r).ascent() + type_.height(r) for _, r, _ in runs)
    x = 0.9 * height if sign else 0.0
    texts = []
    for words, role, colour in runs:
        width = type_.width(words, role)
        top = ascent - type_.metrics(role).ascent()
        texts.append(PlacedText(words, QRectF(x, top, width, type_.height(role)), role, colour))
        x += width + 0.4 * type_.em_px
    width = x - 0.4 * type_.em_px
    rect = QRectF(0, 0, width, height)
    return PlacedLabel(kind, rect, tuple(texts), about, whole, sign=sign)


class Put(NamedTuple):
    """A label and the left upper corner found for it; a try that is dropped builds no more."""

    label: PlacedLabel
    left: float
    top: float
    point: PlacedPoint | None = None
    """The value it stands beside."""
    shortens: str = ""
    """The words of which these are a part."""

    def placed(self) -> PlacedLabel:
        """Make the label at its place."""
        label, dx, dy = self.label, self.left, self.top
        texts = tuple(
            PlacedText(t.words, t.rect.translated(dx, dy), t.role, t.colour) for t in label.texts
        )
        point = None if self.point is None else self.point.point
        whole = self.shortens or label.whole
        rect = label.rect.translated(dx, dy)
        return PlacedLabel(label.kind, rect, texts, label.about, whole, point, label.sign)


def stands_on(top: float, height: float, rows: Iterable[float]) -> bool:
    """Tell whether a line at one of the rows would strike through words of that height."""
    # Above the letters a little of the line's height is free; below them it is not: there are
    # tails, and a line along the foot of a number would underline it.
    return any(top + SPARE_SHARE * height < y < top + height for y in rows)


class Room:
    """The free part of a panel; labels that were given a place are taken from it.

    Rectangles are kept as plain numbers: a layout tries thousands of places.
    """

    def __init__(self, bounds: QRectF, gap_px: float) -> None:
        self._bounds = bounds.normalized()
        self._gap_px = gap_px
        self._taken: list[tuple[float, float, float, float]] = []
        self._rows: tuple[float, ...] = ()

    def fork(self) -> Self:
        """Give a room with the same things in it, for another try."""
        other = copy(self)
        other._taken = list(self._taken)
        return other

    def rule(self, rows_px: Iterable[float]) -> None:
        """Name lines across that words had better not stand on, though they may."""
        self._rows = (*self._rows, *rows_px)

    def block(self, rect: QRectF) -> None:
        """Keep labels out of a rectangle that is no label."""
        rect = rect.normalized()
        if rect.width() > 0 and rect.height() > 0:
            self._taken.append((rect.left(), rect.top(), rect.right(), rect.bottom()))

    def block_all(self, sides: Iterable[list[float]]) -> None:
        """Keep labels out of rectangles of left, top, right and bottom."""
        self._taken += [(left, top, right, bottom) for left, top, right, bottom in sides]

    def take(self, put: Put) -> None:
        """Keep later labels off this one, with a gap at either side."""
        gap, rect = self._gap_px, put.label.rect
        right, bottom = put.left + rect.width(), put.top + rect.height()
        self._taken.append((put.left - gap, put.top, right + gap, bottom))

    def first_fit(self, label: PlacedLabel, corners: Iterable[tuple[float, float]]) -> Put | None:
        """Give the label at the first left upper corner where it fits, off the lines if it can."""
        width, height = label.rect.width(), label.rect.height()
        bounds = self._bounds
        least, most = bounds.left(), bounds.right() - width
        highest, lowest = bounds.top(), bounds.bottom() - height
        fallback: Put | None = None
        for wanted_left, wanted_top in corners:
            # Whole pixels keep the letters of neighbouring labels alike.
            left, top = round(wanted_left), round(wanted_top)
            if not (least <= left <= most and highest <= top <= lowest):
                continue
            right, bottom = left + width, top + height
            for taken in self._taken:
                if left < taken[2] and taken[0] < right and top < taken[3] and taken[1] < bottom:
                    break
            else:
                if not stands_on(top, height, self._rows):
                    return Put(label, left, top)
                fallback = fallback or Put(label, left, top)
        return fallback

    def within(self, top_px: float, height_px: float) -> float:
        """Shift the top of a label up or down until it lies inside, where it can."""
        return min(max(top_px, self._bounds.top()), self._bounds.bottom() - height_px)


def shortened(label: PlacedLabel, room_px: float, type_: Typeset) -> PlacedLabel:
    """End a label of one text in "…" so that it is no wider than `room_px`."""
    text = label.texts[0]
    indent = text.rect.left() - label.rect.left()
    words = type_.elided(text.words, text.role, room_px - indent)
    width = type_.width(words, text.role)
    cut = QRectF(text.rect.left(), text.rect.top(), width, text.rect.height())
    rect = QRectF(label.rect.left(), label.rect.top(), indent + width, label.rect.height())
    return replace(
        label,
        rect=rect,
        texts=(replace(text, words=words, rect=cut),),
        whole=label.whole or text.words,
    )
