"""Words that belong to a ground: limits with whose they are, levels, statements, and silence."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from viewer.geometry.time_scale import TimeScale
from viewer.model.series import Statement
from viewer.ui.plots.labels import Room, Run, Side, at, make_label, shortened
from viewer.ui.plots.placed import PlacedBand, PlacedLabel, PlacedPanel
from viewer.ui.plots.series_panels import last_stated_day
from viewer.ui.plots.typeset import Typeset
from viewer.ui.words.numbers import day_number, number
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


def place_band_words(
    placed: PlacedPanel,
    bands: Sequence[PlacedBand],
    room: Room,
    end_px: float,
    type_: Typeset,
) -> list[PlacedLabel]:
    """Write each statement in its band; beside it, or shortened, where it is too long."""
    labels = []
    for band in bands:
        label = band_words(band.statement, type_)
        seen = band.rect.intersected(
            placed.rect.adjusted(0, 0, min(0, end_px - placed.rect.right()), 0)
        )
        top = round(band.rect.center().y() - label.rect.height() / 2)
        inner = seen.width() - type_.h_px
        if label.rect.width() <= inner:
            found: PlacedLabel | None = at(
                label, round(seen.center().x() - label.rect.width() / 2), top
            )
        else:
            beside = [
                (band.rect.right() + 0.5 * type_.h_px, top),
                (band.rect.left() - 0.5 * type_.h_px - label.rect.width(), top),
            ]
            found = room.first_fit(label, beside)
            if found is None and inner >= LEAST_WORDS_EM * type_.em_px:
                cut = shortened(label, inner, type_)
                found = at(cut, round(seen.left() + 0.5 * type_.h_px), top)
        if found is not None:
            room.take(found)
            labels.append(found)
    return labels


def limit_rows(placed: PlacedPanel) -> list[float]:
    """Give the rows of the lines that limits and levels draw across the panel."""
    panel = placed.panel
    if panel.limits is not None:
        return [placed.axis.y(limit) for limit in panel.limits]
    sides = [side for g in panel.grounds for side in (g.reference.low, g.reference.high)]
    return [placed.axis.y(side) for side in sides if side is not None]


class Corner(NamedTuple):
    """Where the words of a limit stand: at which edge of the axis, and over or under its line."""

    edge: Side
    is_under: bool


def place_ground_words(
    placed: PlacedPanel, room: Room, corner: Corner, end_px: float, type_: Typeset
) -> list[PlacedLabel]:
    """Write the limits at one edge of the axis; nothing where that is taken."""
    if placed.panel.limits is not None:
        return _levels(placed, room, corner.edge, end_px, type_)
    label = _reference_labels(placed, type_)[0]
    left = _edge_px(placed, label, corner.edge, end_px)
    over, under, _ = _tops(placed, label)
    return _taken(room, room.first_fit(label, [(left, under if corner.is_under else over)]))


def place_spare_ground_words(
    placed: PlacedPanel, room: Room, end_px: float, type_: Typeset
) -> list[PlacedLabel]:
    """Write the limits wherever there is still room, with fewer words if there is little."""
    if placed.panel.limits is not None:
        return []
    for label in _reference_labels(placed, type_):
        lefts = [_edge_px(placed, label, edge, end_px) for edge in ("left", "right")]
        corners = [(left, top) for left in lefts for top in _tops(placed, label)]
        found = room.first_fit(label, corners)
        if found is not None:
            return _taken(room, found)
    return []


def _taken(room: Room, found: PlacedLabel | None) -> list[PlacedLabel]:
    if found is None:
        return []
    room.take(found)
    return [found]


def _edge_px(placed: PlacedPanel, label: PlacedLabel, edge: str, end_px: float) -> float:
    return placed.rect.left() + 6 if edge == "left" else end_px - 8 - label.rect.width()


def _tops(placed: PlacedPanel, label: PlacedLabel) -> list[float]:
    """Give the rows for the words of a limit: over its line, under it, at the panel's top."""
    reference = placed.panel.reference
    limit = None if reference is None else reference.high or reference.low
    line = placed.rect.bottom() - 2 if limit is None else placed.axis.y(limit)
    under = min(line + 2, math.floor(placed.rect.bottom() - label.rect.height()))
    return [line - 1 - label.rect.height(), under, placed.rect.top() + 2]


def _levels(
    placed: PlacedPanel, room: Room, edge: Side, end_px: float, type_: Typeset
) -> list[PlacedLabel]:
    limits = placed.panel.limits
    assert limits is not None
    labels: list[PlacedLabel] = []
    for limit, colour, words in (
        (limits.level_1, "level_1_edge", translate("Plots", "level 1: below {limit}")),
        (limits.level_2, "level_2_edge", translate("Plots", "level 2: below {limit}")),
    ):
        run: Run = (words.format(limit=number(limit)), "small", colour)
        label = make_label("level", [run], placed.panel.series.id, type_)
        top = placed.axis.y(limit) + 2
        if limit == limits.level_1 and top + label.rect.height() > placed.axis.y(limits.level_2):
            # The ground is too thin for its words; they stand on its line.
            top = placed.axis.y(limit) - 1 - label.rect.height()
        edges = (edge, "right" if edge == "left" else "left")
        corners = [(_edge_px(placed, label, one, end_px), top) for one in edges]
        labels += _taken(room, room.first_fit(label, corners))
    return labels


def _reference_labels(placed: PlacedPanel, type_: Typeset) -> list[PlacedLabel]:
    """Give the words of the limits, and the same with less; both name the laboratory."""
    reference = placed.panel.reference
    about = placed.panel.series.id
    if reference is None:
        words = translate("Plots", "no reference interval given")
        return [make_label("reference", [(words, "small", "ink_3")], about, type_)]
    short = reference_text(reference, type_.language)
    words = translate("Plots", "reference {limits}").format(limits=short)
    whole = make_label("reference", [(words, "small", "reference_edge")], about, type_)
    run: Run = (short, "small", "reference_edge")
    less = make_label("reference", [run], about, type_, whole=words)
    return [whole, less]


def place_note(
    placed: PlacedPanel,
    bands: Sequence[PlacedBand],
    room: Room,
    scale: TimeScale,
    end_px: float,
    type_: Typeset,
) -> list[PlacedLabel]:
    """Say in the empty space that nothing is stated there, only where that is so."""
    words, left = _silence(placed, bands, scale, type_)
    if not words:
        return []
    label = make_label("note", [(words, "small", "ink_3")], placed.panel.series.id, type_)
    band = bands[-1].rect if bands else None
    middle = band.center().y() if band is not None else placed.rect.center().y()
    start = max(left, placed.rect.left() + 6)
    top = middle - label.rect.height() / 2
    if start + label.rect.width() > end_px - 6:
        return []
    tops = (top, *(_tops(placed, label) if placed.panel.limits is None else ()))
    steps = (start + n * 2 * type_.em_px for n in range(6))
    return _taken(room, room.first_fit(label, [(x, y) for x in steps for y in tops]))


def _silence(
    placed: PlacedPanel, bands: Sequence[PlacedBand], scale: TimeScale, type_: Typeset
) -> tuple[str, float]:
    """Give what the source is silent about after the last value, and from which column on."""
    panel = placed.panel
    days = [point.when.span.end for point in panel.dated]
    if not days or (days and scale.x(max(days)) > placed.rect.right()):
        return "", 0.0
    last = last_stated_day(panel)
    if last is not None:
        words = translate("Plots", "nothing stated after day {day}")
        return words.format(day=day_number(last)), scale.x(last) + 5 * type_.em_px
    if panel.limits is None or not bands or not all(b.is_hard_right for b in bands):
        return "", 0.0
    words = translate("Plots", "a statement of the source; it gives no value after day {day}")
    after = bands[-1].rect.right() + 0.8 * type_.em_px
    return words.format(day=day_number(max(days) - 1e-6)), after
