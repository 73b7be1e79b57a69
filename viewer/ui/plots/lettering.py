"""Gives every word of a panel its place, and judges what of several tries reads best."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from PySide6.QtCore import QRectF

from viewer.geometry.bars import Drawn
from viewer.ui.plots.labels import GAP_H, Put, Room, Side, stands_on
from viewer.ui.plots.placed import PlacedLabel, PlacedPanel
from viewer.ui.plots.placing_samples import block_samples, place_summary
from viewer.ui.plots.typeset import Typeset
from viewer.ui.plots.value_labels import SOME, Lettered, place_undated, place_values, value_words
from viewer.ui.plots.words_on_grounds import (
    Corner,
    limit_rows,
    limit_words,
    place_band_words,
    place_ground_words,
    place_spare_ground_words,
)
from viewer.ui.plots.words_on_silence import (
    Note,
    hint_words,
    note_words,
    place_hint,
    place_note,
)

_WEIGHTS = {"value": 10.0, "reference": 5.0, "level": 5.0, "statement": 1.0}


@dataclass(frozen=True)
class Desk:
    """A panel with its bands, and all that every try of its words starts from."""

    placed: PlacedPanel
    room: Room
    """With marks, bands and the words of the bands in it."""
    rows: tuple[float, ...]
    """The lines that words had better not stand on."""
    bands: list[Put]
    limits: list[PlacedLabel]
    values: list[Lettered]
    hints: list[Put]
    note: Note | None
    undated: list[Put]
    end_px: float


@dataclass(frozen=True)
class Try:
    """One way to letter a panel, in the order of reading."""

    puts: tuple[Put, ...]
    worth: float

    @property
    def names_limits(self) -> bool:
        """Whether the words of the limits found a place."""
        return any(put.label.kind in {"reference", "level"} for put in self.puts)


def make_desk(placed: PlacedPanel, drawn: Drawn, type_: Typeset, is_cut: bool) -> Desk:
    """Set all words of a panel, and place those that stand in its bands.

    `is_cut`: a horizon hides what comes later, so that nothing can be said of all the source.
    """
    end_px = min(drawn.scale.right_px, drawn.limit_px)
    room = Room(placed.rect.adjusted(3, 1, -3, 0), GAP_H * type_.h_px)
    days = {point.y_px for point in placed.points if point.day_px is not None}
    rows = (*limit_rows(placed), *sorted(days))
    room.rule(rows)
    _block_marks(room, placed, end_px, type_)
    for band in placed.bands:
        # The thin end of a fade may have words on it.
        room.block(band.rect.adjusted(band.fade_left_px / 2, 0, -band.fade_right_px / 2, 0))
    bands = place_band_words(placed, room, end_px, type_)
    bands += place_summary(placed, room, end_px, type_)
    block_samples(placed, room, type_)
    return Desk(
        placed,
        room,
        rows,
        bands,
        limit_words(placed, type_),
        value_words(placed, type_),
        hint_words(placed, drawn.scale, type_),
        note_words(placed, drawn.scale, type_, is_cut),
        place_undated(placed, type_),
        end_px,
    )


def _block_marks(room: Room, placed: PlacedPanel, end_px: float, type_: Typeset) -> None:
    dated = [point for point in placed.points if point.is_dated]
    if len(dated) <= SOME:
        for point in dated:
            room.block(point.rect(1.2 * type_.mark_px))
            if point.span is not None and point.span.whisker is not None:
                whisker = point.span.whisker
                width = whisker.right_px - whisker.left_px
                room.block(QRectF(whisker.left_px, point.y_px - 3, width, 6))
    if end_px < placed.rect.right():
        # Words must not run across the death line.
        room.block(QRectF(end_px - 3, placed.rect.top(), 6, placed.rect.height()))


def letter(desk: Desk, side: Side, corner: Corner, type_: Typeset) -> Try:
    """Place the words: what must stand at its place first, then what can give way.

    Values stand on one `side` of their marks, the limits' words at one `corner`.
    """
    placed, end_px, room = desk.placed, desk.end_px, desk.room.fork()
    words = place_ground_words(placed, desk.limits, room, corner, end_px)
    values = place_values(desk.values, room, side, type_)
    spare = [] if words else place_spare_ground_words(placed, desk.limits, room, end_px)
    hint = place_hint(placed, desk.hints, room, end_px, type_)
    note = place_note(placed, desk.note, room, end_px, type_)
    puts = tuple(chain(desk.bands, words, values, spare, hint, note, desk.undated))
    return Try(puts, _worth(puts, desk.rows, type_.h_px))


def _worth(puts: Sequence[Put], rows: Sequence[float], h_px: float) -> float:
    """Count the words that found a place; those beside the points count most.

    Words that stand off their mark, or on a line, count a little less.
    """
    worth = 0.0
    for put in puts:
        label, height = put.label, put.label.rect.height()
        is_cut = put.shortens or label.whole
        worth += _WEIGHTS.get(label.kind, 0.0) * (0.7 if is_cut else len(label.texts))
        worth -= 1.5 if stands_on(put.top, height, rows) else 0.0
        if put.point is not None and label.kind == "value":
            off = abs(put.top + height / 2 - put.point.y_px) / h_px
            worth -= 2 * max(0.0, off - 0.4)
    return worth


def lettered(desk: Desk, chosen: Try) -> PlacedPanel:
    """Give the panel with the words of a try."""
    return replace(desk.placed, labels=tuple(put.placed() for put in chosen.puts))
