"""Words on one line, and the search for a place where they touch nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QRectF

from viewer.ui.look import FontRole
from viewer.ui.plots.placed import LabelKind, PlacedLabel, PlacedText
from viewer.ui.plots.typeset import Typeset

Side = Literal["left", "right"]
Run = tuple[str, FontRole, str]
"""Words, the role of their font, and the name of their colour."""

GAP_H = 0.75
"""How far two labels stay apart (line heights)."""


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


def at(label: PlacedLabel, left: float, top: float) -> PlacedLabel:
    """Move a label's left upper corner to a place."""
    return label.moved(left - label.rect.left(), top - label.rect.top())


def stands_on(rect: QRectF, rows: Iterable[float]) -> bool:
    """Tell whether a line at one of the rows would strike through the words in a rectangle."""
    # The letters themselves leave a little of the line's height free.
    spare = 0.2 * rect.height()
    return any(rect.top() + spare < y < rect.bottom() - spare for y in rows)


class Room:
    """The free part of a panel; labels that were given a place are taken from it."""

    def __init__(self, bounds: QRectF, gap_px: float) -> None:
        self._bounds = bounds
        self._gap_px = gap_px
        self._marks: list[QRectF] = []
        self._labels: list[QRectF] = []
        self._rows: list[float] = []

    def rule(self, y_px: float) -> None:
        """Name a line across that words had better not stand on, though they may."""
        self._rows.append(y_px)

    def block(self, rect: QRectF) -> None:
        """Keep labels out of a rectangle that is no label."""
        self._marks.append(rect)

    def take(self, label: PlacedLabel) -> None:
        """Keep later labels off this one."""
        self._labels.append(label.rect)

    def fits(self, rect: QRectF) -> bool:
        """Tell whether a label may stand there."""
        if not self._bounds.contains(rect):
            return False
        wide = rect.adjusted(-self._gap_px, 0, self._gap_px, 0)
        return not any(wide.intersects(label) for label in self._labels) and not any(
            rect.intersects(mark) for mark in self._marks
        )

    def first_fit(
        self, label: PlacedLabel, corners: Iterable[tuple[float, float]]
    ) -> PlacedLabel | None:
        """Give the label at the first left upper corner where it fits, off the lines if it can."""
        fallback: QRectF | None = None
        for left, top in corners:
            # Whole pixels keep the letters of neighbouring labels alike.
            rect = QRectF(round(left), round(top), label.rect.width(), label.rect.height())
            if not self.fits(rect):
                continue
            if not stands_on(rect, self._rows):
                return at(label, rect.left(), rect.top())
            fallback = fallback or rect
        return None if fallback is None else at(label, fallback.left(), fallback.top())

    def within(self, rect: QRectF) -> QRectF:
        """Shift a rectangle up or down until it lies inside, where it can."""
        top = min(max(rect.top(), self._bounds.top()), self._bounds.bottom() - rect.height())
        return QRectF(rect.left(), top, rect.width(), rect.height())


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
