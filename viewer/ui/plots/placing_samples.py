"""Gives the samples of a panel their pixels, and their words a place."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF

from viewer.geometry.sample_strokes import (
    DOT_PX,
    Bars,
    Links,
    Strokes,
    envelope,
    sample_numbers,
    sample_strokes,
)
from viewer.geometry.time_scale import TimeScale
from viewer.geometry.value_scale import ValueAxis
from viewer.model.series import Series
from viewer.ui.plots.labels import Put, Room, Run, make_label
from viewer.ui.plots.placed import EDGE_MARK, PlacedPanel, PlacedPoint, PlacedSamples
from viewer.ui.plots.series_panels import SeriesPanel, value_shape
from viewer.ui.plots.typeset import Typeset
from viewer.ui.words.evidence_words import evidence_name
from viewer.ui.words.joining import in_line

translate = QCoreApplication.translate

Floats = NDArray[np.float64]

HEAD_H = 1.15
"""Free above the samples of a panel, for words that must not stand on them (line heights)."""
BLOCK_EM = 2.0
"""Words keep off samples in pieces of this width."""
REACH_PX = 3.0
"""So far from the pointer a sample is looked for, to either side."""


def place_samples(placed: PlacedPanel, scale: TimeScale, type_: Typeset) -> PlacedSamples | None:
    """Give the lines and marks of a panel's samples; None for a series without.

    None, too, for a panel that is scrolled out of sight: nobody would see them.
    """
    series, axis, columns = placed.panel.series, placed.axis, placed.panel.samples
    if columns is None or not placed.is_seen:
        return None
    strokes = sample_strokes(columns, scale, series.sample_gap_days, type_.mark_px)
    xs, values = strokes.points
    shapes = _shapes(placed.panel, scale, xs, values)
    # As a single value does, a mark at the foot stands inside, above its bar.
    ys = _rows(values, axis) - EDGE_MARK * type_.mark_px * _is_below(values, axis)
    return PlacedSamples(strokes, _lines(strokes, axis), _edges(strokes, axis), ys, shapes)


def _is_below(values: Floats, axis: ValueAxis) -> NDArray[np.bool_]:
    """Tell which values a log axis cannot show."""
    return np.asarray(axis.scale.is_log & (values < axis.scale.low))


def _rows(values: Floats, axis: ValueAxis) -> Floats:
    """Give the pixel rows of values; what a log axis cannot show stands at the panel's foot."""
    foot = axis.top_px + axis.height_px
    return np.where(_is_below(values, axis), foot, axis.ys(values))


def _shown(strokes: Strokes, axis: ValueAxis) -> tuple[Bars, Links]:
    """Give the columns and lines that lead only where the axis can show a value.

    A line to a value that it cannot show would have a slope that is made up; a sample that loses
    its line for it stays to be seen alone.
    """
    bars, links = strokes.bars, strokes.links
    is_cut, is_cut_next = (_is_below(v, axis) for v in (links.values, links.next_values))
    is_cut_any = is_cut | is_cut_next
    if strokes.detail == "lines" and is_cut_any.any():
        xs = np.concatenate((links.xs[is_cut_next], links.next_xs[is_cut]))
        values = np.concatenate((links.values[is_cut_next], links.next_values[is_cut]))
        bars = Bars(*(np.concatenate(two) for two in zip(bars, (xs, values, values), strict=True)))
    is_seen = ~_is_below(bars.highs, axis)
    return Bars(*(one[is_seen] for one in bars)), Links(*(one[~is_cut_any] for one in links))


def _lines(strokes: Strokes, axis: ValueAxis) -> Floats:
    """Give every line as a row of x, y, x, y; columns through the middle of their pixels."""
    bars, links = _shown(strokes, axis)
    tops, bottoms = axis.ys(bars.highs), _rows(bars.lows, axis)
    # A line must have a length to be seen.
    short = np.maximum(0.0, DOT_PX - (bottoms - tops) / 2)
    is_column = strokes.detail == "extremes"
    middles = bars.xs + 0.5 if is_column else bars.xs
    starts = links.xs + 0.5 if is_column else links.xs
    ends = links.next_xs + 0.5 if is_column else links.next_xs
    lines = np.empty((len(middles) + len(starts), 4))
    lines[: len(middles)] = np.stack((middles, tops - short, middles, bottoms + short), axis=1)
    lines[len(middles) :] = np.stack(
        (starts, axis.ys(links.values), ends, axis.ys(links.next_values)), axis=1
    )
    return lines


def _edges(strokes: Strokes, axis: ValueAxis) -> tuple[Floats, Floats]:
    """Give the columns at whose upper, and at whose lower edge values lie beyond the axis."""
    low, high = axis.scale.low, axis.scale.high
    bars, (xs, values) = strokes.bars, strokes.points
    links = strokes.links
    all_xs = np.concatenate((bars.xs, links.xs, links.next_xs, xs))
    highs = np.concatenate((bars.highs, links.values, links.next_values, values))
    lows = np.concatenate((bars.lows, links.values, links.next_values, values))
    return np.unique(np.floor(all_xs[highs > high])), np.unique(np.floor(all_xs[lows < low]))


def _shapes(panel: SeriesPanel, scale: TimeScale, xs: Floats, values: Floats) -> NDArray[np.str_]:
    """Name the sign of each sample that gets a mark, as `value_shape` does of a value."""
    shapes = np.full(len(values), "within", dtype="<U9")
    if panel.limits is not None:
        shapes[values < panel.limits.level_1] = "below"
        shapes[values < panel.limits.level_2] = "far_below"
        return shapes
    is_open = np.full(len(values), True)
    for reference in panel.series.references:
        period = reference.period
        applies = is_open
        if period is not None:
            ends = scale.x(period.span.start), scale.x(period.span.end)
            applies = is_open & (ends[0] <= xs) & (xs < ends[1])
        if reference.low is not None:
            shapes[applies & (values < reference.low)] = "below"
        if reference.high is not None:
            is_out = values > reference.high
            if reference.high_is_outside:
                is_out = values >= reference.high
            shapes[applies & is_out] = "above"
        is_open = is_open & ~applies
    return shapes


# --- words --------------------------------------------------------------------------------


def summary_words(samples: PlacedSamples, series: Series) -> str:
    """Say that not every sample is drawn, where that is so, and how the samples are known."""
    said = []
    if samples.strokes.detail == "extremes":
        said.append(_summary(samples.strokes.count))
    if series.samples is not None and series.samples.evidence.kind != "reported":
        said.append(evidence_name(series.samples.evidence.kind))
    return in_line(said)


def _summary(count: int) -> str:
    """Name how many samples the picture stands for; two digits of it, so that it stays still."""
    rounded = float(f"{count:.2g}")
    words = (
        translate("Plots", "summary: {count} values, lowest to highest of each pixel column")
        if rounded == count
        else translate(
            "Plots", "summary: about {count} values, lowest to highest of each pixel column"
        )
    )
    return words.format(count=f"{rounded:,.0f}")


def place_summary(placed: PlacedPanel, room: Room, end_px: float, type_: Typeset) -> list[Put]:
    """Write in the free row above the samples what they are; keep other words off them."""
    samples = placed.samples
    if samples is None or not samples.strokes.count:
        return []
    puts: list[Put] = []
    words = summary_words(samples, placed.panel.series)
    if words:
        run: Run = (words, "small", "ink_3")
        label = make_label("summary", [run], placed.panel.series.id, type_)
        top, width = placed.rect.top() + 1, label.rect.width()
        step = 2 * type_.em_px
        lefts = [end_px - 8 - width, placed.rect.left() + 6]
        lefts += [lefts[0] - n * step for n in range(1, int(placed.rect.width() / step))]
        found = room.first_fit(label, [(left, top) for left in lefts])
        if found is not None:
            room.take(found)
            puts.append(found)
    return puts


def block_samples(placed: PlacedPanel, room: Room, type_: Typeset) -> None:
    """Keep words off the samples and their marks."""
    if placed.samples is None:
        return
    axis, strokes = placed.axis, placed.samples.strokes
    has_marks = strokes.detail == "points"
    lefts, rights, lows, highs = envelope(strokes, BLOCK_EM * type_.em_px)
    off = type_.mark_px / 2 if has_marks else 1.0
    tops = _rows(highs, axis) - off
    tops -= has_marks * EDGE_MARK * type_.mark_px * _is_below(highs, axis)
    sides = lefts - off, tops, rights + off, _rows(lows, axis) + off
    room.block_all(np.stack(sides, axis=1).tolist())


# --- under the pointer --------------------------------------------------------------------


def sample_near(
    placed: PlacedPanel, scale: TimeScale, place: QPointF, mark_px: float
) -> PlacedPoint | None:
    """Give the sample nearest to a place on the samples of a panel; None off them."""
    series = placed.panel.series
    if placed.samples is None or series.sampled is None or not placed.rect.contains(place):
        return None
    reach = mark_px if placed.samples.strokes.detail == "points" else REACH_PX
    first, last = sample_numbers(series.sampled, scale, place.x(), reach)
    if first == last:
        return None
    ys = _rows(series.sampled.values[first:last].astype(np.float64), placed.axis)
    if not ys.min() - mark_px <= place.y() <= ys.max() + mark_px:
        return None
    xs = scale.xs(series.sampled.days[first:last])
    number = first + int(np.argmin((xs - place.x()) ** 2 + (ys - place.y()) ** 2))
    point = series.sample(number)
    x, y = float(xs[number - first]), float(ys[number - first])
    edge = None if point.value is None else placed.axis.scale.beyond(point.value)
    return PlacedPoint(point, x, y, value_shape(placed.panel, point), True, edge)
