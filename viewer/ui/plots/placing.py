"""Lays out the panels: every word, band and point gets its pixel before anything is painted."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from viewer.geometry.bars import Drawn, point_shape
from viewer.geometry.time_scale import Frame
from viewer.geometry.value_scale import ValueAxis
from viewer.model.time import Span
from viewer.ui.plots.bands import in_row, place_band
from viewer.ui.plots.labels import GAP_H, Room, Side, stands_on
from viewer.ui.plots.placed import Placed, PlacedBand, PlacedPanel, PlacedPoint
from viewer.ui.plots.rows import Rows, stack_rows
from viewer.ui.plots.series_panels import SeriesPanel, value_shape
from viewer.ui.plots.typeset import Typeset
from viewer.ui.plots.value_labels import place_undated, place_values
from viewer.ui.plots.words_on_grounds import (
    Corner,
    band_words,
    limit_rows,
    place_band_words,
    place_ground_words,
    place_note,
    place_spare_ground_words,
)

SIDES: tuple[Side, Side] = ("left", "right")
PAD_H = 0.42
"""Free above and below the axis of values, so that a mark on its end is whole (line heights)."""
FEW_POINTS = 200
"""Up to so many marks in view, labels keep off each of them."""


@dataclass(frozen=True)
class Sheet:
    """What the layout depends on, and nothing else: not the cursor, not the selection."""

    panels: tuple[SeriesPanel, ...]
    frame: Frame
    window: Span
    height_px: int
    scroll_px: int = 0
    limit: float = math.inf
    """The moment beyond which nothing without an end of its own is drawn (days)."""
    death: float | None = None


def place(sheet: Sheet, type_: Typeset) -> Placed:
    """Lay out all panels; the same sheet in the same type gives the same places."""
    rows = stack_rows(sheet.panels, sheet.height_px, type_.h_px, sheet.scroll_px)
    scale = sheet.frame.scale(sheet.window)
    drawn = Drawn(scale, type_.em_px, sheet.limit)
    death_px = None if sheet.death is None else scale.x(sheet.death)
    bare = [_bare(panel, index, rows, sheet, type_) for index, panel in enumerate(sheet.panels)]
    # One side for all panels, so that the labels stand under one another.
    tries: list[list[PlacedPanel]] = []
    for is_under in (False, True):
        if not any(_names_all_limits(tried) for tried in tries):
            tries += [
                [_lettered(panel, drawn, side, Corner(edge, is_under), type_) for panel in bare]
                for edge in SIDES
                for side in SIDES
            ]
    panels = max(tries, key=lambda tried: _worth(tried, type_.h_px))
    return Placed(tuple(panels), death_px, rows.scroll_max_px, rows.rules)


def _names_all_limits(panels: Sequence[PlacedPanel]) -> bool:
    kinds = ({label.kind for label in panel.labels} for panel in panels)
    return all(found & {"reference", "level"} for found in kinds)


def _worth(panels: Sequence[PlacedPanel], h_px: float) -> float:
    """Count the words that found a place; those beside the points count most.

    Words that stand off their mark, or on a line, count a little less.
    """
    weights = {"value": 10.0, "reference": 5.0, "level": 5.0, "statement": 1.0}
    worth = 0.0
    for panel in panels:
        rows = limit_rows(panel)
        marks = {id(point.point): point.y_px for point in panel.points}
        for label in panel.labels:
            worth += weights.get(label.kind, 0.0) * (0.7 if label.whole else len(label.texts))
            worth -= 1.5 if stands_on(label.rect, rows) else 0.0
            if label.point is not None:
                off = abs(label.rect.center().y() - marks[id(label.point)]) / h_px
                worth -= 2 * max(0.0, off - 0.4)
    return worth


def _bare(panel: SeriesPanel, index: int, rows: Rows, sheet: Sheet, type_: Typeset) -> PlacedPanel:
    frame = sheet.frame
    top, height = rows.spans[index]
    is_fixed = index == 0 and panel.limits is not None
    seen_top = 0 if is_fixed else rows.fixed_px
    rect = QRectF(frame.left_px, top, frame.axis_px, height)
    axis = ValueAxis(panel.scale, top, height, PAD_H * type_.h_px)
    placed = PlacedPanel(
        panel,
        QRectF(0, top, frame.gutter_px, height),
        QRectF(frame.gutter_px, top, frame.before_px, height),
        rect,
        axis,
        QRectF(0, seen_top, frame.width_px, max(0, sheet.height_px - seen_top)),
    )
    return replace(placed, points=_points(placed, sheet, type_))


def position_of(panel: SeriesPanel, axis: ValueAxis, value: float | None) -> float:
    """Give the place of a value along its axis; a word without a number stands below its end."""
    if value is None:
        return axis.positions[0] + 0.5 * axis.pad_px * axis.positions_per_px
    edge = panel.scale.beyond(value)
    if edge is not None:
        return axis.positions[0 if edge == "bottom" else 1]
    return panel.scale.position(value)


def _points(placed: PlacedPanel, sheet: Sheet, type_: Typeset) -> tuple[PlacedPoint, ...]:
    panel, axis, rect = placed.panel, placed.axis, placed.rect
    drawn = Drawn(sheet.frame.scale(sheet.window), type_.em_px, sheet.limit)
    points = []
    for point in panel.dated:
        x = drawn.scale.x(point.when.anchor)
        span = None
        left, right = x - type_.mark_px, x + type_.mark_px
        if not point.when.is_exact:
            span = point_shape(point.when, drawn, point.evidence.kind)
            left, right = span.extent(type_.mark_px)
        if rect.left() <= right and left <= rect.right():
            edge = None if point.value is None else panel.scale.beyond(point.value)
            y = axis.y_of_position(position_of(panel, axis, point.value))
            points.append(PlacedPoint(point, x, y, value_shape(panel, point), True, edge, span))
    for point in panel.undated:
        x = placed.before.left() + 0.9 * type_.h_px
        y = axis.y_of_position(position_of(panel, axis, point.value))
        points.append(PlacedPoint(point, x, y, value_shape(panel, point), False))
    return tuple(points)


def _lettered(
    placed: PlacedPanel, drawn: Drawn, side: Side, corner: Corner, type_: Typeset
) -> PlacedPanel:
    """Add bands and labels: what must stand at its place first, then what can give way.

    Values stand on one `side` of their marks, the limits' words at one `corner`.
    """
    end_px = min(drawn.scale.right_px, drawn.limit_px)
    room = Room(placed.rect.adjusted(3, 1, -3, 0), GAP_H * type_.h_px)
    _block_marks(room, placed, end_px, type_)
    bands = _bands(placed, drawn, type_)
    for band in bands:
        # The thin end of a fade may have words on it.
        left, right = band.fade_left_px / 2, -band.fade_right_px / 2
        room.block(band.rect.adjusted(left, 0, right, 0))
    labels = place_band_words(placed, bands, room, end_px, type_)
    words = place_ground_words(placed, room, corner, end_px, type_)
    labels += [*words, *place_values(placed, room, side, type_)]
    if not words:
        labels += place_spare_ground_words(placed, room, end_px, type_)
    labels += place_note(placed, bands, room, drawn.scale, end_px, type_)
    labels += place_undated(placed, type_)
    return replace(placed, bands=tuple(bands), labels=tuple(labels))


def _block_marks(room: Room, placed: PlacedPanel, end_px: float, type_: Typeset) -> None:
    dated = [point for point in placed.points if point.is_dated]
    if len(dated) <= FEW_POINTS:
        for point in dated:
            room.block(point.rect(1.2 * type_.mark_px))
            if point.span is not None and point.span.whisker is not None:
                whisker = point.span.whisker
                width = whisker.right_px - whisker.left_px
                room.block(QRectF(whisker.left_px, point.y_px - 3, width, 6))
    if end_px < placed.rect.right():
        # Words must not run across the death line.
        room.block(QRectF(end_px - 3, placed.rect.top(), 6, placed.rect.height()))
    for y_px in limit_rows(placed):
        room.rule(y_px)


def _bands(placed: PlacedPanel, drawn: Drawn, type_: Typeset) -> list[PlacedBand]:
    height = round(1.15 * type_.h_px)
    tops = _band_tops(placed, height)
    bands: list[PlacedBand] = []
    for statement in placed.panel.statements:
        words_px = band_words(statement, type_).rect.width() + type_.h_px
        band = place_band(statement, drawn, words_px, tops[0], height)
        if band.rect.intersects(placed.rect):
            rows = [in_row(band, top) for top in tops]
            bands.append(next((b for b in rows if _is_free(b, bands, placed, type_)), band))
    return bands


def _band_tops(placed: PlacedPanel, height: float) -> list[float]:
    """Give the rows a band may stand in, the best first."""
    rect = placed.rect
    best = rect.top() + 0.3 * (rect.height() - height)
    if placed.panel.limits is not None:
        # Above the levels: in the ground where a glucose that is not low would stand.
        line = placed.axis.y(placed.panel.limits.level_1)
        best = rect.top() + max(2.0, (line - rect.top() - height) / 2)
    steps = [n * (height + 2) for n in range(int(rect.height() / (height + 2)) + 1)]
    tops = [best, *(best + s for s in steps), *(best - s for s in steps)]
    low = rect.bottom() - height - 2
    return [round(top) for top in tops if rect.top() + 1 <= top <= max(low, rect.top() + 1)] or [
        round(rect.top() + 1)
    ]


def _is_free(
    band: PlacedBand, others: Sequence[PlacedBand], placed: PlacedPanel, type_: Typeset
) -> bool:
    marks = (point.rect(type_.mark_px) for point in placed.points if point.is_dated)
    return not any(band.rect.intersects(other.rect) for other in others) and not any(
        band.rect.intersects(mark) for mark in marks
    )
