"""The gutter of each panel: what it shows, the readout at the cursor, and the ticks."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter

from viewer.geometry.value_scale import ValueTick
from viewer.model.course import nearest_value
from viewer.model.glucose import level_limits, level_of
from viewer.model.numbering import Counting
from viewer.model.series import Measurement
from viewer.ui.look import FontRole
from viewer.ui.marks.signs import draw_sign
from viewer.ui.marks.states import draw_highlight, draw_selection
from viewer.ui.marks.strokes import line_across
from viewer.ui.plots.dashes import draw_sample
from viewer.ui.plots.ground_layer import Shown, clipped
from viewer.ui.plots.placed import PlacedPanel, PlacedText
from viewer.ui.plots.series_panels import SeriesPanel
from viewer.ui.plots.typeset import Typeset
from viewer.ui.widgets.found_words import found_in, line_rects, underline
from viewer.ui.words.joining import in_line, labelled
from viewer.ui.words.numbers import number
from viewer.ui.words.time_words import how_far_off, when_short
from viewer.ui.words.value_words import converted_aside, unit_shown, value_text

translate = QCoreApplication.translate

EDGE_H = 0.3
"""How far ticks reach into the gutter; no words stand there (line heights)."""
SOME_SAMPLES = 100
"""Of so many samples, spread over the whole, the readouts are measured."""


@dataclass(frozen=True)
class Readout:
    """The value nearest to the cursor, in words; empty words where there is none."""

    name: str
    unit: str
    value: str = ""
    off: str = ""
    level: str = ""
    level_colour: str = "ink_2"
    axis_unit: str = ""
    """The unit that the axis counts, with the factor where it is not the reported one."""
    converted: str = ""
    """The value in that unit, where it is not the reported one: "= 3.00"."""

    def sentence(self) -> str:
        """Say it in one line, for those who do not see it."""
        unit = self.unit if self.value else ""
        other = self.axis_unit if self.converted else ""
        value = " ".join(part for part in (self.value, unit, self.converted, other) if part)
        said = [value or translate("Plots", "no value"), self.off, self.level]
        return labelled(self.name, in_line(said))


def readout(panel: SeriesPanel, cursor: float, counting: Counting, language: str) -> Readout:
    """Give the nearest value at or before the cursor, else the nearest after; never between."""
    series = panel.series
    name = (series.short or series.title).pick(language)
    found = nearest_value(series, cursor)
    axis_unit = unit_shown(series, panel.way)
    if found is None:
        return Readout(name, series.unit, axis_unit=axis_unit)
    point, _ = found
    # Of a value whose day is not exact no exact distance can be told.
    is_exact = point.when.is_exact
    off = (
        how_far_off(point.when, cursor) if is_exact else when_short(point.when, counting, language)
    )
    level, colour = _level_words(panel, point)
    value, other = value_text(point, language), _converted(panel, point)
    return Readout(name, series.unit, value, off, level, colour, axis_unit, other)


def name_alone(panel: SeriesPanel, language: str) -> Readout:
    """Give the name of a series and the unit of its axis, with nothing read at a cursor."""
    name = (panel.series.short or panel.series.title).pick(language)
    return Readout(name, panel.series.unit, axis_unit=unit_shown(panel.series, panel.way))


def _converted(panel: SeriesPanel, point: Measurement) -> str:
    """Give the value as the axis counts it; its unit stands beside the name."""
    aside = converted_aside(point, panel.way)
    return aside.replace(f" {panel.way.unit}", "") if panel.way is not None else aside


def _level_words(panel: SeriesPanel, point: Measurement) -> tuple[str, str]:
    limits = panel.limits
    if limits is None or not (level := level_of(point, panel.series.unit)):
        return "", "ink_2"
    # A level is one of the unit that was measured; where another is shown, it is named.
    unit = f" {panel.series.unit}" if panel.way is not None else ""
    if level == 2:
        words = translate("Plots", "Level 2 (below {limit})")
        return words.format(limit=f"{number(limits.level_2)}{unit}"), "level_2_edge"
    # The last value of the level, as fine as the unit is given: 69 mg/dL, 3.8 mmol/L.
    step = 1.0 if limits.level_1 >= 10 else 0.1
    bounds = (
        f"{limits.level_2:.{0 if step == 1 else 1}f}",
        f"{number(round(limits.level_1 - step, 1))}{unit}",
    )
    words = translate("Plots", "Level 1 ({low}–{high})").format(low=bounds[0], high=bounds[1])
    return words, "level_1_edge"


def tick_words(panel: SeriesPanel) -> list[tuple[float, str]]:
    """Give value and words of each tick; multiples of the upper limit as "10×"."""
    return [(tick.value, _tick_text(panel, tick)) for tick in panel.scale.ticks]


def _tick_text(panel: SeriesPanel, tick: ValueTick) -> str:
    if tick.multiple is not None:
        return f"{number(tick.multiple)}×"
    way = panel.way
    if way is None:
        return number(tick.value)
    if panel.limits is not None and tick.value in panel.limits:
        return level_shown(panel, tick.value)
    if tick.value in panel.limit_values:
        return way.number_text(tick.value)
    return number(float(f"{way.apply(tick.value):.9g}"))


def level_shown(panel: SeriesPanel, limit: float) -> str:
    """Give the limit of a level as the unit that is shown writes it: 54 mg/dL as "3.0"."""
    limits, way = panel.limits, panel.way
    others = level_limits(way.unit) if way is not None else None
    if limits is None or others is None:
        return number(limit)
    other = others[limits.index(limit)]
    return f"{other:.{0 if other >= 10 else 1}f}"


def gutter_lines(panel: SeriesPanel, read: Readout) -> list[list[tuple[str, FontRole, str]]]:
    """Give the lines of a gutter, each as runs of words, font and colour."""
    name: list[tuple[str, FontRole, str]] = [
        (read.name, "strong", "ink"),
        (read.axis_unit, "small", "ink_3"),
    ]
    value: list[tuple[str, FontRole, str]] = [(read.value, "head", "ink")]
    converted: list[tuple[str, FontRole, str]] = []
    if read.converted:
        converted = [(read.unit, "small", "ink_3"), (read.converted, "small", "ink_2")]
    off: tuple[str, FontRole, str] = (read.off, "small", "ink_2")
    if panel.limits is None or panel.line is not None:
        lines = [name, [*value, *converted], [off]] if converted else [name, [*value, off]]
        if panel.line is not None and converted:
            unit_line: list[tuple[str, FontRole, str]] = [(read.axis_unit, "small", "ink_3")]
            lines = [[name[0], off], [*value, *converted], unit_line]
        if panel.is_apart:
            lines.append([(translate("Plots", "too much for one panel"), "small", "ink_3")])
        return lines
    unit = converted or [(read.unit if read.value else "", "small", "ink_3")]
    return [
        name,
        [(read.value, "readout", "ink"), *unit],
        [off],
        [(read.level, "small", read.level_colour)],
    ]


def apart_words() -> str:
    """Say why a series is not among those of an overlay."""
    return translate("Plots", "In a panel of its own: with it, an overlay could not be read")


def gutter_width_px(panels: tuple[SeriesPanel, ...], type_: Typeset) -> float:
    """Give the width that names, ticks and the longest readouts take."""
    far = translate("Plots", "{days} days before").format(days=888)
    widest = 0.0
    for panel in panels:
        name = (panel.series.short or panel.series.title).pick(type_.language)
        sign = 1.2 * type_.h_px if panel.discrepancies else 0.0
        unit = unit_shown(panel.series, panel.way)
        first = type_.width(name, "strong") + type_.width(unit, "small") + sign
        value = max((_value_px(panel, point, type_) for point in _longest(panel)), default=0.0)
        off = type_.width(far, "small")
        second = max(value, off) if panel.way is not None else value + off
        sample = _sample_px(type_) if panel.line is not None else 0.0
        whole = max(first, second) + sample
        ticks = max((type_.width(w, "small") for _, w in tick_words(panel)), default=0.0)
        # What `place_beside` and `place_ticks` leave free beside and between the words.
        free = (0.8 + 0.3 + 0.55) * type_.h_px + 0.8 * type_.em_px
        widest = max(widest, whole + ticks + free)
    return widest


def _value_px(panel: SeriesPanel, point: Measurement, type_: Typeset) -> float:
    """Give the width that a value takes in a readout, with the converted one."""
    px = type_.width(value_text(point, type_.language), "head")
    if other := _converted(panel, point):
        px += type_.width(f"{panel.series.unit} {other}", "small") + 0.8 * type_.em_px
    return px


def _longest(panel: SeriesPanel) -> Iterator[Measurement]:
    """Give those values whose readout may be the widest."""
    yield from panel.longest
    samples = panel.series.sampled
    if samples is not None:
        # Some of very many; what is a little wider takes the room between the words.
        for index in np.linspace(0, len(samples) - 1, SOME_SAMPLES).astype(int).tolist():
            yield panel.series.sample(index)


def place_beside(
    ticks: tuple[PlacedText, ...], placed: PlacedPanel, read: Readout, type_: Typeset
) -> tuple[tuple[PlacedText, ...], QRectF | None]:
    """Place the words beside the ticks, and the sign of disagreement where the source disagrees."""
    texts: list[PlacedText] = []
    lines = gutter_lines(placed.panel, read)
    heights = [max(type_.height(role) for _, role, _ in line) for line in lines]
    spare = placed.gutter.height() - sum(heights)
    top = placed.gutter.top() + max(0.0, min(0.5 * type_.h_px, spare / 2))
    margin = 0.8 * type_.h_px + (_sample_px(type_) if placed.panel.line is not None else 0.0)
    sign = None
    for index, (line, height) in enumerate(zip(lines, heights, strict=True)):
        x = placed.gutter.left() + margin
        beside = (t.rect.left() for t in ticks if top - 2 < t.rect.center().y() < top + height + 2)
        right = min(beside, default=placed.gutter.right()) - 0.3 * type_.h_px
        size = 0.85 * type_.h_px if index == 0 and placed.panel.discrepancies else 0.0
        ascent = max(type_.metrics(role).ascent() for _, role, _ in line)
        spare = right - x - size - sum(type_.width(w, r) for w, r, _ in line[1:])
        spare -= 0.4 * type_.em_px * len(line)
        for position, (words, role, colour) in enumerate(line):
            # A unit says more than the end of a name.
            is_name = index == 0 and position == 0 and placed.panel.line is None
            room = max(spare, 4 * type_.em_px) if is_name else right - x
            shown = type_.elided(words, role, room)
            if not words or room < type_.em_px:
                continue
            width = type_.width(shown, role)
            y = top + ascent - type_.metrics(role).ascent()
            texts.append(PlacedText(shown, QRectF(x, y, width, type_.height(role)), role, colour))
            x += width + 0.4 * type_.em_px
        if size:
            x = min(x, right - size)
            sign = QRectF(x, top + (height - size) / 2, size, size)
        top += height
    return tuple(texts), sign


def place_ticks(placed: PlacedPanel, type_: Typeset) -> tuple[PlacedText, ...]:
    """Place the tick words at the right edge; where two would touch, the limits come first."""
    panel = placed.panel
    ordered = sorted(tick_words(panel), key=lambda tick: tick[0] not in panel.limit_values)
    height = type_.height("small")
    texts: list[PlacedText] = []
    for value, words in ordered:
        width = type_.width(words, "small")
        left = placed.gutter.right() - 0.55 * type_.h_px - width
        top = placed.axis.y(value) - height / 2
        top = min(max(top, placed.rect.top()), placed.rect.bottom() - height)
        rect = QRectF(left, top, width, height)
        if not any(rect.adjusted(0, 2, 0, -2).intersects(text.rect) for text in texts):
            texts.append(PlacedText(words, rect, "small", "ink_3"))
    return tuple(texts)


def paint_gutter(painter: QPainter, placed: PlacedPanel, shown: Shown) -> None:
    """Paint the ticks of a gutter in the window's colour; it hides what sticks out of the axis."""
    type_, theme = shown.type_, shown.type_.theme
    with clipped(painter, placed.clip.intersected(placed.whole_gutter)):
        painter.fillRect(placed.whole_gutter.adjusted(0, 0, -theme.stroke_scale, 0), theme.window)
        if placed.rail is not None:
            paint_text(painter, placed.rail.name, type_)
        for tick in placed.panel.scale.ticks:
            line_across(
                painter,
                placed.gutter.right() - EDGE_H * type_.h_px,
                placed.gutter.right(),
                placed.axis.y(tick.value),
                width_px=theme.stroke_scale,
                brush=theme.rule_strong,
            )
        for text in place_ticks(placed, type_):
            paint_text(painter, text, type_)


def words_room(placed: PlacedPanel, type_: Typeset) -> QRectF:
    """Give where the words of a gutter may stand: before the marks of its ticks."""
    return placed.gutter.adjusted(0, 0, -EDGE_H * type_.h_px, 0)


def paint_readout(painter: QPainter, placed: PlacedPanel, read: Readout, shown: Shown) -> None:
    """Write the name and what stands at the cursor beside the ticks."""
    type_, theme = shown.type_, shown.type_.theme
    texts, sign = place_beside(place_ticks(placed, type_), placed, read, type_)
    with clipped(painter, placed.clip.intersected(placed.whole_gutter)):
        if shown.selection == placed.panel.series.id and texts:
            draw_selection(painter, texts[0].rect.adjusted(1, 3, -1, -3), theme)
        elif placed.panel.series.id in shown.highlights and texts:
            draw_highlight(painter, texts[0].rect.adjusted(1, 3, -1, -3), theme)
        for text in texts:
            paint_text(painter, text, type_)
        if shown.forms and texts:
            _underline_name(painter, placed, texts[0], shown)
        if placed.panel.line is not None and texts:
            left, middle = placed.gutter.left() + 0.8 * type_.h_px, texts[0].rect.center().y()
            sample = QRectF(left, middle, _sample_px(type_) - 0.5 * type_.em_px, 0)
            draw_sample(painter, sample, placed.panel.line, type_)
        if sign is not None:
            draw_sign(painter, sign, "disagreement", theme)


def _underline_name(painter: QPainter, placed: PlacedPanel, text: PlacedText, shown: Shown) -> None:
    series, language = placed.panel.series, shown.type_.language
    whole = (series.short or series.title).pick(language)
    found = found_in(text.words, whole, shown.forms)
    font = shown.type_.font(text.role)
    underline(painter, line_rects(found, text.words, font, text.rect), shown.type_.theme)


def _sample_px(type_: Typeset) -> float:
    """Give the room of the piece of line before a name in an overlay."""
    return 2.4 * type_.em_px


def paint_text(painter: QPainter, text: PlacedText, type_: Typeset) -> None:
    """Write placed words on their baseline; leaves its font and pen to the painter."""
    painter.setFont(type_.font(text.role))
    painter.setPen(type_.theme.role(text.colour))
    baseline = text.rect.top() + type_.metrics(text.role).ascent()
    painter.drawText(QPointF(text.rect.left(), baseline), text.words)
