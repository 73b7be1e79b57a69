"""What stands in the pyqtgraph scene for one panel: view boxes, points, lines between points."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPen

from viewer.geometry.thinning import Flags, Floats
from viewer.model.series import Measurement
from viewer.ui.marks.values import Symbol, off_scale_symbol, value_symbol
from viewer.ui.plots.dashes import dashed
from viewer.ui.plots.ground_layer import Shown
from viewer.ui.plots.placed import PlacedPanel
from viewer.ui.plots.placing import position_of
from viewer.ui.plots.series_panels import SeriesPanel, value_shape
from viewer.ui.plots.typeset import Typeset

MANY = 200
"""From so many values on, marks are drawn from prepared pictures (faster, on whole pixels), and
only those in view are handed over."""


class PanelItems:
    """The view boxes of one panel, on the time axis and before it, and what they hold."""

    def __init__(self, panel: SeriesPanel, is_fixed: bool) -> None:
        self.is_fixed = is_fixed
        self.is_many = len(panel.series.points) >= MANY
        self.view, self.points = _view_box(), self._scatter()
        self.before_view, self.before_points = _view_box(), self._scatter()
        self.lines: Any = None
        """What joins values, where the case allows any to be joined."""
        self._line_px = 1.0
        self.view.addItem(self.points, ignoreBounds=True)
        self.before_view.addItem(self.before_points, ignoreBounds=True)
        self._shown: dict[object, object] = {}

    def _scatter(self) -> Any:
        return pg.ScatterPlotItem(pxMode=True, useCache=self.is_many, antialias=True)

    def views(self) -> tuple[Any, Any]:
        """Give both view boxes."""
        return self.view, self.before_view

    def follow(self, scale: float | None) -> None:
        """Let marks and lines, which count a device's dots, be so many times as large.

        On paper, that is; they are drawn one by one then. None is for the screen.
        """
        how = {"antialias": True, "resolutionScale": 1.0 if scale is None else scale}
        for points in (self.points, self.before_points):
            points.setExportMode(scale is not None, how)
        if self.lines is not None:
            pen = QPen(self.lines.opts["pen"])
            pen.setWidthF(self._line_px * how["resolutionScale"])
            self.lines.setPen(pen)

    def suits(self, panel: SeriesPanel, is_fixed: bool) -> bool:
        """Tell whether these items can show another panel."""
        return is_fixed == self.is_fixed and self.is_many == (len(panel.series.points) >= MANY)

    def show(self, placed: PlacedPanel, shown: Shown) -> None:
        """Bring ranges, geometry and points in line with a layout."""
        scale = shown.scale
        self._range(self.view, placed.rect, scale.axis, placed)
        if self.is_many:
            marked = [p.point for p in placed.points if p.is_dated and p.has_mark]
        else:
            unmarked = {id(p.point) for p in placed.points if not p.has_mark}
            marked = [point for point in placed.panel.dated if id(point) not in unmarked]
        anchors = np.array([point.when.anchor for point in marked], dtype=float)
        xs = scale.places(anchors).tolist()
        self._set_points(self.points, placed, marked, xs, shown)
        # An empty plot would cost as much paint as a full one.
        has_strip = placed.before.width() > 0 and bool(placed.panel.undated)
        if self.before_view.isVisible() != has_strip:
            self.before_view.setVisible(has_strip)
        if has_strip:
            self._range(self.before_view, placed.before, (0, 1), placed)
            share = 0.9 * shown.type_.h_px / placed.before.width()
            undated = placed.panel.undated
            shares = [share] * len(undated)
            self._set_points(self.before_points, placed, undated, shares, shown)
        self._join(placed, shown)

    def _is_new(self, item: object, *seen: object) -> bool:
        """Remember what an item shows; tell whether that is something else than before."""
        if self._shown.get(item) == seen:
            return False
        self._shown[item] = seen
        return True

    def _range(
        self, view: Any, rect: QRectF, days: tuple[float, float], placed: PlacedPanel
    ) -> None:
        if self._is_new(view, rect, days, placed.axis.positions):
            view.setGeometry(rect)
            view.setRange(xRange=days, yRange=placed.axis.positions, padding=0)

    def _set_points(
        self,
        item: Any,
        placed: PlacedPanel,
        points: Sequence[Measurement],
        xs: list[float],
        shown: Shown,
    ) -> None:
        """Hand the reported values to the scatter plot as they are, each with its own sign."""
        panel, type_ = placed.panel, shown.type_
        ys = [position_of(panel, placed.axis, point.value) for point in points]
        faint = [id(point) in shown.faint for point in points]
        if not self._is_new(item, panel.columns, type_, xs, ys, faint):
            return
        known = {id(p.point): p.shape for p in placed.points}
        symbols = [
            _symbol(known.get(id(point)) or value_shape(panel, point), panel, point, type_)
            for point in points
        ]
        item.setData(
            x=np.array(xs, dtype=float),
            y=np.array(ys, dtype=float),
            symbol=[symbol.path for symbol in symbols],
            size=np.array([symbol.size_px for symbol in symbols], dtype=float),
            pen=None,
            brush=[type_.faint_brush if one else type_.ink_brush for one in faint]
            if any(faint)
            else type_.ink_brush,
            data=list(points),
        )

    def _join(self, placed: PlacedPanel, shown: Shown) -> None:
        """Draw a line between two values only where the case says that they may be joined."""
        columns = placed.panel.columns
        pairs = columns.joined(shown.scale)
        ends = np.stack((pairs.starts, pairs.ends), axis=1)
        # No line leads to what the axis cannot show: its slope would be made up.
        ends = ends[_are_on(placed.panel, columns.values[ends]).all(axis=1)].ravel()
        if not len(ends):
            if self.lines is not None:
                self.view.removeItem(self.lines)
                self.lines = None
            return
        theme = shown.type_.theme
        self._line_px = 1 if pairs.is_thinned else theme.stroke_scale
        pen = QPen(theme.ink_2, self._line_px)
        pen.setCosmetic(True)
        dashed(pen, placed.panel.line)
        if self.lines is None:
            self.lines = pg.PlotCurveItem()
            self.view.addItem(self.lines, ignoreBounds=True)
            self.lines.setZValue(-1)  # afterwards: the box lifts what is added to its own height
        values = columns.values[ends].tolist()
        self.lines.setData(
            x=shown.scale.places(columns.days[ends]),
            y=np.array([position_of(placed.panel, placed.axis, value) for value in values]),
            connect="pairs",
            pen=pen,
            antialias=not pairs.is_thinned,
        )


def _view_box() -> Any:
    view = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
    view.disableAutoRange()
    view.setAcceptHoverEvents(False)
    view.setZValue(0)  # pyqtgraph puts it far below everything else
    return view


def _are_on(panel: SeriesPanel, values: Floats) -> Flags:
    """Tell for each value whether the axis shows it."""
    are_on: Flags = (values >= panel.scale.low) & (values <= panel.scale.high)
    return are_on


def _symbol(shape: str, panel: SeriesPanel, point: Measurement, type_: Typeset) -> Symbol:
    kind = point.evidence.kind
    edge = panel.scale.beyond(point.value) if point.value is not None else None
    key = (shape, kind, edge)
    if key not in type_.symbols:
        size, stroke = type_.mark_px, 1.5 * type_.theme.stroke_scale
        if edge is not None:
            type_.symbols[key] = off_scale_symbol(shape, kind, size, edge, stroke)
        else:
            type_.symbols[key] = value_symbol(shape, kind, size, stroke)
    return type_.symbols[key]
