"""The gutter of each panel: what it shows, the readout at the cursor, and the ticks."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter

from viewer.model.glucose import level_of
from viewer.model.series import Measurement, SampledAt
from viewer.ui.look import FontRole
from viewer.ui.marks.signs import draw_sign
from viewer.ui.marks.states import draw_selection
from viewer.ui.marks.strokes import line_across
from viewer.ui.plots.ground_layer import Shown, clipped
from viewer.ui.plots.placed import PlacedPanel, PlacedText
from viewer.ui.plots.series_panels import SeriesPanel
from viewer.ui.plots.typeset import Typeset
from viewer.ui.words.joining import in_line, labelled
from viewer.ui.words.numbers import number
from viewer.ui.words.time_words import days_off, time_off, when_short
from viewer.ui.words.value_words import value_text

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

    def sentence(self) -> str:
        """Say it in one line, for those who do not see it."""
        value = " ".join(part for part in (self.value, self.unit if self.value else "") if part)
        said = [value or translate("Plots", "no value"), self.off, self.level]
        return labelled(self.name, in_line(said))


def readout(panel: SeriesPanel, cursor: float, language: str) -> Readout:
    """Give the nearest value at or before the cursor, else the nearest after; never between."""
    series = panel.series
    name = (series.short or series.title).pick(language)
    found = panel.columns.nearest(cursor)
    if found is None:
        return Readout(name, series.unit)
    point, days = found
    # Of a value whose day is not exact no exact distance can be told.
    off = days_off(round(days)) if point.when.is_exact else when_short(point.when, language)
    apart = point.when.anchor - cursor
    if isinstance(point.when, SampledAt) and days and abs(apart) < 1:
        off = time_off(apart)  # around midnight one minute would be a day
    level, colour = _level_words(panel, point)
    return Readout(name, series.unit, value_text(point, language), off, level, colour)


def _level_words(panel: SeriesPanel, point: Measurement) -> tuple[str, str]:
    limits = panel.limits
    if limits is None or not (level := level_of(point, panel.series.unit)):
        return "", "ink_2"
    if level == 2:
        words = translate("Plots", "Level 2 (below {limit})").format(limit=number(limits.level_2))
        return words, "level_2_edge"
    # The last value of the level, as fine as the unit is given: 69 mg/dL, 3.8 mmol/L.
    step = 1.0 if limits.level_1 >= 10 else 0.1
    bounds = (
        f"{limits.level_2:.{0 if step == 1 else 1}f}",
        number(round(limits.level_1 - step, 1)),
    )
    words = translate("Plots", "Level 1 ({low}–{high})").format(low=bounds[0], high=bounds[1])
    return words, "level_1_edge"


def tick_words(panel: SeriesPanel) -> list[tuple[float, str]]:
    """Give value and words of each tick; multiples of the upper limit as "10×"."""
    return [
        (tick.value, number(tick.value) if tick.multiple is None else f"{number(tick.multiple)}×")
        for tick in panel.scale.ticks
    ]


def gutter_lines(panel: SeriesPanel, read: Readout) -> list[list[tuple[str, FontRole, str]]]:
    """Give the lines of a gutter, each as runs of words, font and colour."""
    name: list[tuple[str, FontRole, str]] = [
        (read.name, "strong", "ink"),
        (read.unit, "small", "ink_3"),
    ]
    if panel.limits is None:
        return [name, [(read.value, "head", "ink"), (read.off, "small", "ink_2")]]
    return [
        name,
        [(read.value, "readout", "ink"), (read.unit if read.value else "", "small", "ink_3")],
        [(read.off, "small", "ink_2")],
        [(read.level, "small", read.level_colour)],
    ]


def gutter_width_px(panels: tuple[SeriesPanel, ...], type_: Typeset) -> float:
    """Give the width that names, ticks and the longest readouts take."""
    far = translate("Plots", "{days} days before").format(days=888)
    widest = 0.0
    for panel in panels:
        name = (panel.series.short or panel.series.title).pick(type_.language)
        sign = 1.2 * type_.h_px if panel.discrepancies else 0.0
        first = type_.width(name, "strong") + type_.width(panel.series.unit, "small") + sign
        value = max((type_.width(text, "head") for text in _values(panel, type_)), default=0.0)
        second = value + type_.width(far, "small")
        ticks = max((type_.width(w, "small") for _, w in tick_words(panel)), default=0.0)
        widest = max(widest, max(first, second) + ticks + 2.2 * type_.h_px)
    return widest


def _values(panel: SeriesPanel, type_: Typeset) -> set[str]:
    """Give each text that a readout of the panel can show."""
    # Values repeat; each is put into words once.
    unlike = {
        (point.value, point.comparator, point.printed, id(point.word)): point
        for point in panel.series.points
    }
    found = {value_text(point, type_.language) for point in unlike.values()}
    if panel.series.sampled is not None:
        # Some of very many; what is a little wider takes the room between the words.
        for index in np.linspace(0, len(panel.series.sampled) - 1, SOME_SAMPLES).astype(int):
            found.add(number(panel.series.sampled.value(index)))
    return found


def place_beside(
    ticks: tuple[PlacedText, ...], placed: PlacedPanel, read: Readout, type_: Typeset
) -> tuple[tuple[PlacedText, ...], QRectF | None]:
    """Place the words beside the ticks, and the sign of disagreement where the source disagrees."""
    texts: list[PlacedText] = []
    lines = gutter_lines(placed.panel, read)
    taken = min((tick.rect.left() for tick in ticks), default=placed.gutter.right())
    right = taken - 0.3 * type_.h_px
    heights = [max(type_.height(role) for _, role, _ in line) for line in lines]
    spare = placed.gutter.height() - sum(heights)
    top = placed.gutter.top() + max(0.0, min(0.5 * type_.h_px, spare / 2))
    sign = None
    for index, (line, height) in enumerate(zip(lines, heights, strict=True)):
        x = placed.gutter.left() + 0.8 * type_.h_px
        ascent = max(type_.metrics(role).ascent() for _, role, _ in line)
        for words, role, colour in line:
            room = right - x
            shown = type_.elided(words, role, room)
            if not words or room < type_.em_px:
                continue
            width = type_.width(shown, role)
            y = top + ascent - type_.metrics(role).ascent()
            texts.append(PlacedText(shown, QRectF(x, y, width, type_.height(role)), role, colour))
            x += width + 0.4 * type_.em_px
        if index == 0 and placed.panel.discrepancies:
            size = 0.85 * type_.h_px
            x = min(x, right - size)
            sign = QRectF(x, top + (height - size) / 2, size, size)
        top += height
    return tuple(texts), sign


def place_ticks(placed: PlacedPanel, type_: Typeset) -> tuple[PlacedText, ...]:
    """Place the tick words at the right edge; where two would touch, the limits come first."""
    panel = placed.panel
    sides = [(ground.reference.low, ground.reference.high) for ground in panel.grounds]
    limits = panel.limits or [side for pair in sides for side in pair]
    ordered = sorted(tick_words(panel), key=lambda tick: tick[0] not in limits)
    height = type_.height("small")
    texts: list[PlacedText] = []
    for value, words in ordered:
        width = type_.width(words, "small")
        left = placed.gutter.right() - 0.55 * type_.h_px - width
        top = placed.axis.y(value) - height / 2
        top = min(max(top, placed.gutter.top()), placed.gutter.bottom() - height)
        rect = QRectF(left, top, width, height)
        if not any(rect.adjusted(0, 2, 0, -2).intersects(text.rect) for text in texts):
            texts.append(PlacedText(words, rect, "small", "ink_3"))
    return tuple(texts)


def paint_gutter(
    painter: QPainter,
    placed: PlacedPanel,
    read: Readout,
    shown: Shown,
    is_exposed: Callable[[QRectF], bool],
) -> None:
    """Paint a gutter in the window's colour; it hides what would stick out of the axis.

    Panning exposes no more of it than its edge: then its words are left alone.
    """
    type_, theme = shown.type_, shown.type_.theme
    ticks: tuple[PlacedText, ...] = ()
    texts: tuple[PlacedText, ...] = ()
    sign: QRectF | None = None
    if is_exposed(placed.gutter.adjusted(0, 0, -EDGE_H * type_.h_px, 0)):
        ticks = place_ticks(placed, type_)
        texts, sign = place_beside(ticks, placed, read, type_)
    with clipped(painter, placed.clip.intersected(placed.gutter)):
        painter.fillRect(placed.gutter.adjusted(0, 0, -theme.stroke_scale, 0), theme.window)
        if shown.selection == placed.panel.series.id and texts:
            draw_selection(painter, texts[0].rect.adjusted(1, 3, -1, -3), theme)
        for tick in placed.panel.scale.ticks:
            line_across(
                painter,
                placed.gutter.right() - EDGE_H * type_.h_px,
                placed.gutter.right(),
                placed.axis.y(tick.value),
                width_px=theme.stroke_scale,
                brush=theme.rule_strong,
            )
        for text in (*ticks, *texts):
            paint_text(painter, text, type_)
        if sign is not None:
            draw_sign(painter, sign, "disagreement", theme)


def paint_text(painter: QPainter, text: PlacedText, type_: Typeset) -> None:
    """Write placed words on their baseline; leaves its font and pen to the painter."""
    painter.setFont(type_.font(text.role))
    painter.setPen(type_.theme.role(text.colour))
    baseline = text.rect.top() + type_.metrics(text.role).ascent()
    painter.drawText(QPointF(text.rect.left(), baseline), text.words)
