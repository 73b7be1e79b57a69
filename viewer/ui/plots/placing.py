"""Lays out the panels: every word, band and point gets its pixel before anything is painted."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from viewer.geometry.bars import Drawn, point_shape
from viewer.geometry.time_scale import Frame, TimeScale
from viewer.geometry.value_scale import ValueAxis
from viewer.model.series import Measurement
from viewer.ui.plots.bands import in_row, place_band
from viewer.ui.plots.labels import Side
from viewer.ui.plots.lettering import Desk, Try, letter_all, lettered, make_desk
from viewer.ui.plots.placed import Placed, PlacedBand, PlacedPanel, PlacedPoint
from viewer.ui.plots.placing_rails import place_rail
from viewer.ui.plots.placing_samples import HEAD_H, place_samples
from viewer.ui.plots.rows import Rows, rail_px, stack_rows
from viewer.ui.plots.series_panels import SeriesPanel, value_shape
from viewer.ui.plots.typeset import Typeset
from viewer.ui.plots.words_on_grounds import Corner, band_words, limit_rows

SIDES: tuple[Side, Side] = ("left", "right")
PAD_H = 0.42
"""Free above and below the axis of values, so that a mark on its end is whole (line heights)."""
ARROW_H = 1.05
"""The same where arrows stand on the marks, but no more than a share of the panel."""
ARROW_SHARE = 0.28
WIDE_DAY_MARKS = 3.0
"""From so many marks wide on, a day is drawn as a line through the mark of a value."""


@dataclass(frozen=True)
class Sheet:
    """What the layout depends on, and nothing else: not the cursor, not the selection."""

    panels: tuple[SeriesPanel, ...]
    frame: Frame
    scale: TimeScale
    height_px: int
    scroll_px: int = 0
    limit: float = math.inf
    """The moment beyond which nothing without an end of its own is drawn (days)."""
    death: float | None = None
    is_cut: bool = False
    """Whether a horizon hides what lies after the limit."""


def place(sheet: Sheet, type_: Typeset) -> Placed:
    """Lay out all panels; the same sheet in the same type gives the same places."""
    rows = stack_rows(sheet.panels, sheet.height_px, type_.h_px, sheet.scroll_px)
    scale = sheet.scale
    drawn = Drawn(scale, type_.em_px, sheet.limit)
    death_px = None if sheet.death is None else scale.x(sheet.death)
    desks: list[Desk] = []
    for index, panel in enumerate(sheet.panels):
        under = desks[len(desks) - panel.line :] if panel.line else []
        bare = _bare(panel, index, rows, sheet, drawn, type_, [desk.placed for desk in under])
        desks.append(make_desk(bare, drawn, type_, sheet.is_cut, under))
    # One side for all panels, so that the labels stand under one another.
    tries: list[list[Try]] = []
    for is_under in (False, True):
        if not any(all(panel.names_limits for panel in tried) for tried in tries):
            tries += [
                letter_all(desks, side, Corner(edge, is_under), type_)
                for edge in SIDES
                for side in SIDES
            ]
    best = max(tries, key=lambda tried: sum(panel.worth for panel in tried))
    return Placed(lettered(desks, best), death_px, rows.scroll_max_px, rows.rules)


def _bare(
    panel: SeriesPanel,
    index: int,
    rows: Rows,
    sheet: Sheet,
    drawn: Drawn,
    type_: Typeset,
    under: Sequence[PlacedPanel],
) -> PlacedPanel:
    """Place a panel with its points and bands, without words; `under` share its row."""
    frame, line = sheet.frame, panel.line or 0
    top, height = rows.spans[index]
    height -= rail_px(panel, type_.h_px)
    is_fixed = index == line and panel.limits is not None
    seen_top = 0 if is_fixed else rows.fixed_px
    rect = QRectF(frame.left_px, top, frame.axis_px, height)
    pad = min(ARROW_H * type_.h_px, ARROW_SHARE * height) if panel.has_arrows else 0.0
    head = HEAD_H * type_.h_px if panel.series.sampled is not None else 0.0
    axis = ValueAxis(panel.scale, top, height, max(pad, PAD_H * type_.h_px), head)
    # The names of the series of an overlay share its gutter.
    share = height / panel.members
    placed = PlacedPanel(
        panel,
        QRectF(0, top + line * share, frame.gutter_px, share),
        QRectF(frame.gutter_px, top, frame.before_px, height),
        rect,
        axis,
        QRectF(0, seen_top, frame.width_px, max(0, sheet.height_px - seen_top)),
    )
    samples = place_samples(placed, drawn.scale, type_)
    rail = place_rail(placed, drawn, sheet.death, type_) if not line else None
    points = _points(placed, drawn, type_)
    placed = replace(placed, points=points, samples=samples, rail=rail)
    return replace(placed, bands=_bands(placed, drawn, type_, under))


def position_of(panel: SeriesPanel, axis: ValueAxis, value: float | None) -> float:
    """Give the place of a value along its axis; a word without a number stands below its end."""
    if value is None:
        return axis.positions[0] + 0.5 * axis.pad_px * axis.positions_per_px
    edge = panel.scale.beyond(value)
    if edge is not None:
        return axis.positions[0 if edge == "bottom" else 1]
    return panel.scale.position(value)


def _points(placed: PlacedPanel, drawn: Drawn, type_: Typeset) -> tuple[PlacedPoint, ...]:
    """Place the values in view; of very many in one pixel column only the extremes."""
    panel, axis, rect = placed.panel, placed.axis, placed.rect
    points, shapes = [], panel.columns.shapes
    for number in panel.columns.shown(drawn.scale, type_.mark_px):
        point = panel.columns.points[number]
        x = drawn.scale.x(panel.columns.days[number].item())
        span = None
        if not point.when.is_exact:
            span = point_shape(point.when, drawn, point.evidence.kind)
            left, right = span.extent(type_.mark_px)
            if right < rect.left() or rect.right() < left:
                continue
            if not span.has_mark:  # its words stand where it is seen
                x = (max(left, rect.left()) + min(right, rect.right())) / 2
        edge = None if point.value is None else panel.scale.beyond(point.value)
        y = axis.y_of_position(position_of(panel, axis, point.value))
        shape = shapes.get(number) or shapes.setdefault(number, value_shape(panel, point))
        day_px = _whole_day(point, drawn, type_)
        points.append(PlacedPoint(point, x, y, shape, True, edge, span, day_px))
    for point in panel.undated:
        x = placed.before.left() + 0.9 * type_.h_px
        y = axis.y_of_position(position_of(panel, axis, point.value))
        points.append(PlacedPoint(point, x, y, value_shape(panel, point), False))
    return tuple(points)


def _whole_day(point: Measurement, drawn: Drawn, type_: Typeset) -> tuple[float, float] | None:
    """Give the day of a value that is known to the day only, where it is much wider than a mark.

    The mark stands in the middle of it; without the line that would claim noon.
    """
    when, scale = point.when, drawn.scale
    is_wide = scale.px_per_day > WIDE_DAY_MARKS * type_.mark_px
    if when.day is None or when.precision != "day" or not is_wide:
        return None
    return scale.x(when.day), scale.x(when.day + 1)


def _bands(
    placed: PlacedPanel, drawn: Drawn, type_: Typeset, under: Sequence[PlacedPanel]
) -> tuple[PlacedBand, ...]:
    height = round(1.15 * type_.h_px)
    tops = _band_tops(placed, height)
    lines = limit_rows(placed)
    others = [band for one in under for band in one.bands]
    said = {band.statement.id for band in others}
    bands: list[PlacedBand] = []
    for statement in placed.panel.statements:
        words_px = band_words(statement, type_).rect.width() + type_.h_px
        band = place_band(statement, drawn, words_px, tops[0], height)
        # What is stated of several series is said once where they stand together.
        if band.rect.intersects(placed.rect) and statement.id not in said:
            rows = [in_row(band, top) for top in tops]
            free = [b for b in rows if _is_free(b, [*others, *bands], placed, under, type_)]
            free = free or [band]
            bands.append(next((b for b in free if not _is_crossed(b, lines)), free[0]))
    return tuple(bands)


def _is_crossed(band: PlacedBand, lines: Sequence[float]) -> bool:
    return any(band.rect.top() - 1 <= y <= band.rect.bottom() + 1 for y in lines)


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
    band: PlacedBand,
    others: Sequence[PlacedBand],
    placed: PlacedPanel,
    under: Sequence[PlacedPanel],
    type_: Typeset,
) -> bool:
    if any(band.rect.intersects(other.rect) for other in others):
        return False
    half = type_.mark_px / 2
    left, right = band.rect.left() - half, band.rect.right() + half
    top, bottom = band.rect.top() - half, band.rect.bottom() + half
    return not any(
        point.is_dated and left < point.x_px < right and top < point.y_px < bottom
        for one in (placed, *under)
        for point in one.points
    )
