"""Paints samples from arrays: lines of one pixel, marks from prepared pictures."""

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from viewer.ui.marks.strokes import PixelGrid, kept
from viewer.ui.marks.values import Symbol, value_symbol
from viewer.ui.plots.ground_layer import Shown, clipped
from viewer.ui.plots.placed import PlacedPanel, PlacedSamples
from viewer.ui.plots.typeset import Typeset

Floats = NDArray[np.float64]

EDGE_PX = 2.0
"""How thick the bar is at which a value beyond the axis stands."""


def paint_samples(painter: QPainter, shown: Shown, is_exposed: Callable[[QRectF], bool]) -> None:
    """Paint the samples of the panels that are exposed, each inside what is seen of it."""
    for panel in shown.placed.panels:
        if panel.samples is not None and is_exposed(panel.rect):
            with clipped(painter, panel.clip.intersected(panel.rect)):
                _paint_panel(painter, panel, panel.samples, shown.type_)


def _paint_panel(
    painter: QPainter, panel: PlacedPanel, samples: PlacedSamples, type_: Typeset
) -> None:
    theme = type_.theme
    is_crowded = samples.strokes.detail != "points"
    # One pixel on a screen, where it is the fastest; on paper half a stroke: no line is thinner.
    pen = QPen(theme.ink if is_crowded else theme.ink_2, max(1.0, theme.stroke_scale / 2))
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_crowded)
    _draw_lines(painter, samples.lines)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    tops, bottoms = samples.edges
    for xs, y in ((tops, panel.rect.top()), (bottoms, panel.rect.bottom() - EDGE_PX)):
        for left, right in _runs(xs):
            painter.fillRect(QRectF(left, y, right - left, EDGE_PX), theme.ink)
    if samples.strokes.detail == "points" and panel.panel.series.samples is not None:
        _draw_marks(painter, samples, panel.panel.series.samples.evidence.kind, type_)


def _runs(xs: Floats) -> Iterator[tuple[float, float]]:
    """Give the stretches that bars of three pixels about these columns take, from the left."""
    if len(xs):
        gaps = np.flatnonzero(np.diff(xs) > 3)
        starts, ends = xs[np.append(0, gaps + 1)] - 1, xs[np.append(gaps, len(xs) - 1)] + 2
        yield from zip(starts.tolist(), ends.tolist(), strict=True)


def _draw_lines(painter: QPainter, lines: Floats) -> None:
    """Draw all lines with one call; a list of objects would take longer than the painting."""
    array = PrimitiveArray(QLineF, 4)
    array.resize(len(lines))
    array.ndarray()[:] = lines
    if len(lines):
        painter.drawLines(*array.drawargs())


def _draw_marks(painter: QPainter, samples: PlacedSamples, kind: str, type_: Typeset) -> None:
    """Draw a sign at each sample, filled by how it is known."""
    xs, ys = samples.strokes.points[0], samples.mark_ys
    is_raster = PixelGrid.of(painter).is_snapping
    for shape in np.unique(samples.shapes).tolist():
        is_one = samples.shapes == shape
        symbol = _symbol(shape, kind, type_)
        if is_raster:
            _draw_pictures(painter, symbol, xs[is_one], ys[is_one], type_)
            continue
        for x, y in zip(xs[is_one].tolist(), ys[is_one].tolist(), strict=True):
            with kept(painter):
                painter.translate(x, y)
                painter.scale(symbol.size_px, symbol.size_px)
                painter.fillPath(symbol.path, type_.ink_brush)


def _symbol(shape: str, kind: str, type_: Typeset) -> Symbol:
    key = (shape, kind, None)
    if key not in type_.symbols:
        stroke = 1.5 * type_.theme.stroke_scale
        type_.symbols[key] = value_symbol(shape, kind, type_.mark_px, stroke)
    return type_.symbols[key]


def _draw_pictures(
    painter: QPainter, symbol: Symbol, xs: Floats, ys: Floats, type_: Typeset
) -> None:
    """Copy the picture of a sign to whole pixels."""
    ratio = painter.device().devicePixelRatioF()
    picture = _picture(symbol, ratio, type_)
    array = PrimitiveArray(QPainter.PixmapFragment, 10)
    array.resize(len(xs))
    rows = array.ndarray()
    rows[:, 0] = np.floor(xs * ratio) / ratio + 0.5 / ratio
    rows[:, 1] = np.floor(ys * ratio) / ratio + 0.5 / ratio
    rows[:, 2:] = 0, 0, picture.width(), picture.height(), 1 / ratio, 1 / ratio, 0, 1
    draw: Any = painter.drawPixmapFragments  # its stub lacks the number of fragments
    draw(*array.drawargs(), picture)


def _picture(symbol: Symbol, ratio: float, type_: Typeset) -> QPixmap:
    """Draw a sign once, in the middle of an odd number of pixels."""
    key = (id(symbol), ratio)
    if key not in type_.pictures:
        side = 2 * math.ceil(symbol.size_px * ratio / 2) + 3
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(side / 2, side / 2)
            painter.scale(symbol.size_px * ratio, symbol.size_px * ratio)
            painter.fillPath(symbol.path, type_.ink_brush)
        type_.pictures[key] = picture
    return type_.pictures[key]
