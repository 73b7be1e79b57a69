"""Words that belong to a ground: limits with whose they are, levels, statements."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from viewer.geometry.time_scale import TimeScale
from viewer.model.glucose import LevelLimits
from viewer.model.series import ReferenceInterval, Statement
from viewer.ui.plots.labels import Put, Room, Run, Side, make_label, shortened
from viewer.ui.plots.placed import PlacedLabel, PlacedPanel
from viewer.ui.plots.series_panels import SeriesPanel
from viewer.ui.plots.typeset import Typeset
from viewer.ui.words.numbers import number
from viewer.ui.words.value_words import reference_text

translate = QCoreApplication.translate

LEAST_WORDS_EM = 4.0
"""Words cut shorter than this say nothing; then they are left to the tooltip."""

_SIGNS = {"up": "up", "down": "down", "steady": "steady"}


def band_words(statement: Statement, type_: Typeset) -> PlacedLabel:
    """Set a statement's words in its own letters, with the sign of its direction."""
    words = statement.text.pick(type_.language)
    sign = _SIGNS.get(statement.direction or "")
    run: Run = (words, "statement", "ink_2")
    return make_label("statement", [run], statement.id, type_, sign=sign)


def place_band_words(placed: PlacedPanel, room: Room, end_px: float, type_: Typeset) -> list[Put]:
    """Write each statement in its band; beside it, or shortened, where it is too long."""
    puts = []
    for band in placed.bands:
        label = band_words(band.statement, type_)
        seen = band.rect.intersected(
            placed.rect.adjusted(0, 0, min(0, end_px - placed.rect.right()), 0)
        )
        top = round(band.rect.center().y() - label.rect.height() / 2)
        inner = seen.width() - type_.h_px
        found: Put | None
        if label.rect.width() <= inner:
            found = Put(label, round(seen.center().x() - label.rect.width() / 2), top)
        else:
            beside = [
                (band.rect.right() + 0.5 * type_.h_px, top),
                (band.rect.left() - 0.5 * type_.h_px - label.rect.width(), top),
            ]
            found = room.first_fit(label, beside)
            if found is None and inner >= LEAST_WORDS_EM * type_.em_px:
                cut = shortened(label, inner, type_)
                found = Put(cut, round(seen.left() + 0.5 * type_.h_px), top)
        puts += taken(room, found)
    return puts


def limit_rows(placed: PlacedPanel) -> list[float]:
    """Give the rows of the lines that limits and levels draw across the panel."""
    panel = placed.panel
    if panel.limits is not None:
        return [placed.axis.y(limit) for limit in panel.limits]
    references = [ground.reference for ground in panel.grounds]
    if panel.line is not None:
        # Of several series only what they have in common is drawn: the upper limit.
        return [placed.axis.y(one.high) for one in references if one.high is not None]
    sides = [side for one in references for side in (one.low, one.high)]
    return [placed.axis.y(side) for side in sides if side is not None]


class Corner(NamedTuple):
    """Where the words of a limit stand: at which edge of the axis, and over or under its line."""

    edge: Side
    is_under: bool


def limit_words(placed: PlacedPanel, type_: Typeset) -> list[PlacedLabel]:
    """Set the words of both levels; else those of the limits, and the same with less."""
    limits, unit = placed.panel.limits, ""
    if placed.panel.line:
        return []
    if limits is None:
        return _reference_labels(placed, type_)
    if placed.panel.way is not None:
        unit = f" {placed.panel.series.unit}"
    labels = []
    for limit, colour, words in (
        (limits.level_1, "level_1_edge", translate("Plots", "level 1: below {limit}")),
        (limits.level_2, "level_2_edge", translate("Plots", "level 2: below {limit}")),
    ):
        run: Run = (words.format(limit=f"{number(limit)}{unit}"), "small", colour)
        labels.append(make_label("level", [run], placed.panel.series.id, type_))
    return labels


def place_ground_words(
    placed: PlacedPanel, words: Sequence[PlacedLabel], room: Room, corner: Corner, end_px: float
) -> list[Put]:
    """Write the limits at one edge of the axis; nothing where that is taken."""
    if not words:
        return []
    if placed.panel.limits is not None:
        return _levels(placed, placed.panel.limits, words, room, corner.edge, end_px)
    label = words[0]
    left = _edge_px(placed, label, corner.edge, end_px)
    over, under, _ = limit_tops(placed, label)
    return taken(room, room.first_fit(label, [(left, under if corner.is_under else over)]))


def place_spare_ground_words(
    placed: PlacedPanel, words: Sequence[PlacedLabel], room: Room, end_px: float
) -> list[Put]:
    """Write the limits wherever there is still room, with fewer words if there is little."""
    if placed.panel.limits is not None:
        return []
    for label in words:
        lefts = [_edge_px(placed, label, edge, end_px) for edge in ("left", "right")]
        corners = [(left, top) for left in lefts for top in limit_tops(placed, label)]
        found = room.first_fit(label, corners)
        if found is not None:
            return taken(room, found)
    return []


class PeriodWords(NamedTuple):
    """The words of limits that hold for a time, whole and with less, and the columns of it."""

    labels: list[PlacedLabel]
    reference: ReferenceInterval
    left_px: float
    right_px: float


def period_words(placed: PlacedPanel, scale: TimeScale, type_: Typeset) -> list[PeriodWords]:
    """Set the words of limits that change over time; nothing where they do not."""
    panel, found = placed.panel, list[PeriodWords]()
    if len(panel.grounds) < 2 or panel.limits is not None or panel.line is not None:
        return []
    for ground in panel.grounds:
        left = max(scale.x(ground.span.start), placed.rect.left())
        right = min(scale.x(ground.span.end), placed.rect.right())
        if left < right:
            labels = _words_of(ground.reference, panel, type_)
            found.append(PeriodWords(labels, ground.reference, left, right))
    return found


def place_period_words(
    placed: PlacedPanel, words: Sequence[PeriodWords], room: Room, end_px: float
) -> list[Put]:
    """Write the limits of each time inside it, over or under their lines, where there is room."""
    puts: list[Put] = []
    for one in words:
        right = min(one.right_px, end_px) - 6
        limits = [x for x in (one.reference.high, one.reference.low) if x is not None]
        for label in one.labels:
            width, height = label.rect.width(), label.rect.height()
            lefts = [x for x in (one.left_px + 6, right - width) if x >= one.left_px + 6]
            rows = [placed.axis.y(limit) for limit in limits]
            tops = [top for row in rows for top in (row - 1 - height, row + 2)]
            found = room.first_fit(label, [(left, top) for left in lefts for top in tops])
            if found is not None:
                puts += taken(room, found)
                break
    return puts


def taken(room: Room, found: Put | None) -> list[Put]:
    """Give the place that was found, if any, taken from the room."""
    if found is None:
        return []
    room.take(found)
    return [found]


def _edge_px(placed: PlacedPanel, label: PlacedLabel, edge: str, end_px: float) -> float:
    return placed.rect.left() + 6 if edge == "left" else end_px - 8 - label.rect.width()


def limit_tops(placed: PlacedPanel, label: PlacedLabel) -> list[float]:
    """Give the rows for the words of a limit: over its line, under it, at the panel's top."""
    reference = placed.panel.reference
    limit = None if reference is None else reference.high or reference.low
    line = placed.rect.bottom() - 2 if limit is None else placed.axis.y(limit)
    under = min(line + 2, math.floor(placed.rect.bottom() - label.rect.height()))
    return [line - 1 - label.rect.height(), under, placed.rect.top() + 2]


def _levels(
    placed: PlacedPanel,
    limits: LevelLimits,
    words: Sequence[PlacedLabel],
    room: Room,
    edge: Side,
    end_px: float,
) -> list[Put]:
    puts: list[Put] = []
    for limit, label in zip(limits, words, strict=True):
        top = placed.axis.y(limit) + 2
        if limit == limits.level_1 and top + label.rect.height() > placed.axis.y(limits.level_2):
            # The ground is too thin for its words; they stand on its line.
            top = placed.axis.y(limit) - 1 - label.rect.height()
        edges = (edge, "right" if edge == "left" else "left")
        corners = [(_edge_px(placed, label, one, end_px), top) for one in edges]
        puts += taken(room, room.first_fit(label, corners))
    return puts


def _reference_labels(placed: PlacedPanel, type_: Typeset) -> list[PlacedLabel]:
    """Give the words of the limits, and the same with less; both name the laboratory."""
    panel = placed.panel
    reference, about = panel.reference, panel.series.id
    if panel.line is not None:
        if reference is None:
            return []
        words = translate("Plots", "1×: the upper limit of each series")
        return [make_label("reference", [(words, "small", "reference_edge")], about, type_)]
    if reference is None:
        if panel.own_references:
            words = translate("Plots", "reference intervals given with the values")
        else:
            words = translate("Plots", "no reference interval given")
        return [make_label("reference", [(words, "small", "ink_3")], about, type_)]
    return _words_of(reference, panel, type_)


def _words_of(
    reference: ReferenceInterval, panel: SeriesPanel, type_: Typeset
) -> list[PlacedLabel]:
    short, about = reference_text(reference, type_.language, panel.way), panel.series.id
    words = translate("Plots", "reference {limits}").format(limits=short)
    whole = make_label("reference", [(words, "small", "reference_edge")], about, type_)
    run: Run = (short, "small", "reference_edge")
    less = make_label("reference", [run], about, type_, whole=words)
    return [whole, less]
