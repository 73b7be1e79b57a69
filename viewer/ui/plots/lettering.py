"""Gives every word of a panel its place, and judges what of several tries reads best."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from PySide6.QtCore import QRectF

from viewer.geometry.bars import Drawn
from viewer.ui.plots.labels import GAP_H, Put, Room, Side, stands_on
from viewer.ui.plots.placed import PlacedLabel, PlacedPanel, PlacedPoint
from viewer.ui.plots.placing_samples import BLOCK_EM, block_samples, place_summary
from viewer.ui.plots.typeset import Typeset
from viewer.ui.plots.value_labels import (
    SOME,
    Lettered,
    place_undated,
    place_values,
    strip_room,
    value_words,
)
from viewer.ui.plots.words_on_grounds import (
    Corner,
    PeriodWords,
    limit_rows,
    limit_words,
    period_words,
    place_band_words,
    place_ground_words,
    place_period_words,
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
    periods: list[PeriodWords]
    """The words of limits that change over time, in the place of `limits`."""
    values: list[Lettered]
    hints: list[Put]
    note: Note | None
    undated: list[Put]
    strip: Room
    """The strip before the axis, with the values that stand in it."""
    end_px: float


@dataclass(frozen=True)
class Try:
    """One way to letter a panel, in the order of reading."""

    puts: tuple[Put, ...]
    worth: float
    room: Room
    """What is still free."""
    names_limits: bool
    """Whether the words of the limits found a place, where there are any."""


def make_desk(
    placed: PlacedPanel,
    drawn: Drawn,
    type_: Typeset,
    is_cut: bool,
    under: Sequence[Desk] = (),
) -> Desk:
    """Set all words of a panel, and place those that stand in its bands.

    `is_cut`: a horizon hides what comes later, so that nothing can be said of all the source.
    `under`: the desks of the series that are drawn in the same panel, whose room it shares.
    """
    end_px = min(drawn.scale.right_px, drawn.limit_px)
    if under:
        room, strip = under[0].room, under[0].strip
    else:
        room = Room(placed.rect.adjusted(3, 1, -3, 0), GAP_H * type_.h_px)
        strip = strip_room(placed)
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
    periods = period_words(placed, drawn.scale, type_)
    return Desk(
        placed,
        room,
        rows,
        bands,
        limit_words(placed, type_) if not periods else [],
        periods,
        value_words(placed, type_),
        _hints(placed, under, drawn, type_),
        note_words(placed, drawn.scale, type_, is_cut),
        place_undated(placed, strip, type_),
        strip,
        end_px,
    )


def _hints(placed: PlacedPanel, under: Sequence[Desk], drawn: Drawn, type_: Typeset) -> list[Put]:
    """Set the way to the nearest value; in an overlay once, and only where no series has any."""
    panel = placed.panel
    is_last = panel.line is None or panel.line == panel.members - 1
    if not is_last or any(point.is_dated for desk in under for point in desk.placed.points):
        return []
    return hint_words(placed, drawn.scale, type_)


def _block_marks(room: Room, placed: PlacedPanel, end_px: float, type_: Typeset) -> None:
    dated = [point for point in placed.points if point.is_dated]
    if len(dated) <= SOME:
        for point in dated:
            room.block(point.rect(1.2 * type_.mark_px))
            half = 0.25 * type_.mark_px
            for x in point.day_px or ():
                room.block(QRectF(x - 2, point.y_px - half, 4, 2 * half))
            if point.span is not None and point.span.whisker is not None:
                whisker = point.span.whisker
                width = whisker.right_px - whisker.left_px
                middle = point.rect(type_.mark_px).center().y()
                room.block(QRectF(whisker.left_px, middle - 3, width, 6))
    else:
        _block_crowd(room, dated, type_)
    if end_px < placed.rect.right():
        # Words must not run across the death line.
        room.block(QRectF(end_px - 3, placed.rect.top(), 6, placed.rect.height()))


def _block_crowd(room: Room, points: Sequence[PlacedPoint], type_: Typeset) -> None:
    """Keep words off very many marks: of each narrow column the stretches that hold some."""
    xs, ys = np.array([(point.x_px, point.y_px) for point in points]).T
    columns = np.floor(xs / (BLOCK_EM * type_.em_px))
    order = np.lexsort((ys, columns))
    xs, ys, columns = xs[order], ys[order], columns[order]
    # Between marks that are nearer to one another no words would find room.
    is_new = (np.diff(columns) != 0) | (np.diff(ys) > type_.h_px)
    firsts = np.flatnonzero(np.append(True, is_new))
    lasts = np.append(firsts[1:], len(xs)) - 1
    lefts, rights = np.minimum.reduceat(xs, firsts), np.maximum.reduceat(xs, firsts)
    off = 0.6 * type_.mark_px
    sides = lefts - off, ys[firsts] - off, rights + off, ys[lasts] + off
    room.block_all(np.stack(sides, axis=1).tolist())


def letter_all(desks: Sequence[Desk], side: Side, corner: Corner, type_: Typeset) -> list[Try]:
    """Letter the panels from top to bottom; series in one panel take their words' room in turn."""
    tries: list[Try] = []
    for desk in desks:
        room = tries[-1].room if desk.placed.panel.line else desk.room.fork()
        tries.append(_letter(desk, room, side, corner, type_))
    return tries


def _letter(desk: Desk, room: Room, side: Side, corner: Corner, type_: Typeset) -> Try:
    """Place the words: what must stand at its place first, then what can give way.

    Values stand on one `side` of their marks, the limits' words at one `corner`.
    """
    placed, end_px = desk.placed, desk.end_px
    words = place_ground_words(placed, desk.limits, room, corner, end_px)
    values = place_values(desk.values, room, side, type_)
    words += place_period_words(placed, desk.periods, room, end_px)
    spare = [] if words else place_spare_ground_words(placed, desk.limits, room, end_px)
    hint = place_hint(placed, desk.hints, room, end_px, type_)
    note = place_note(placed, desk.note, room, end_px, type_)
    puts = tuple(chain(desk.bands, words, values, spare, hint, note, desk.undated))
    names_limits = bool(words or spare) or not desk.limits
    return Try(puts, _worth(puts, desk.rows, type_.h_px), room, names_limits)


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


def lettered(desks: Sequence[Desk], chosen: Sequence[Try]) -> tuple[PlacedPanel, ...]:
    """Give the panels with the words of a try."""
    panels = [
        replace(desk.placed, labels=tuple(put.placed() for put in one.puts))
        for desk, one in zip(desks, chosen, strict=True)
    ]
    for index, panel in enumerate(panels):
        if panel.panel.line == 0:
            over = panels[index + 1 : index + panel.panel.members]
            words = tuple(chain.from_iterable(one.labels for one in over))
            panels[index] = replace(panel, laid_over=words)
    return tuple(panels)
