"""The pyqtgraph scene: one view box a panel on the shared columns, and layers of our own paint."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from viewer.model.series import Measurement
from viewer.ui.marks.axis import draw_cursor_line
from viewer.ui.marks.states import draw_focus
from viewer.ui.marks.values import Symbol, off_scale_symbol, value_symbol
from viewer.ui.plots.ground_layer import Shown, clipped, paint_grounds
from viewer.ui.plots.gutter import Readout, paint_gutter
from viewer.ui.plots.label_layer import line_pieces, paint_labels
from viewer.ui.plots.placed import PlacedPanel
from viewer.ui.plots.placing import position_of
from viewer.ui.plots.series_panels import SeriesPanel, joined, value_shape

CACHED_FROM = 200
"""From so many values on, marks are drawn from prepared pictures: faster, on whole pixels."""


class Layer(QGraphicsItem):
    """Paint of our own at one height of the scene, in the widget's pixels."""

    def __init__(self, paint: Callable[[QPainter], None], height: float) -> None:
        super().__init__()
        self._paint = paint
        self._rect = QRectF()
        self.setZValue(height)

    def cover(self, rect: QRectF) -> None:
        """Paint on this rectangle from now on."""
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = QRectF(rect)
        self.update()

    def boundingRect(self) -> QRectF:
        """Give the rectangle that is painted."""
        return self._rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the layer, inside its rectangle."""
        del option, widget
        with clipped(painter, self._rect):
            self._paint(painter)


@dataclass
class PanelItems:
    """What stands in the scene for one panel."""

    view: Any
    points: Any
    before_view: Any
    before_points: Any
    lines: Any = None
    """What joins values, where the case allows any to be joined."""

    def views(self) -> tuple[Any, Any]:
        """Give both view boxes."""
        return self.view, self.before_view


class Canvas(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Shows what was laid out; it takes no mouse and no keys and keeps no range of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self.setCentralWidget(None)
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.items_by_series: dict[str, PanelItems] = {}
        self._shown: Shown | None = None
        self._readouts: dict[str, Readout] = {}
        self._cursor_px = 0.0
        self._has_focus = False
        self._ground = Layer(self._paint_ground, -2)
        # Kept as a picture: the cursor moves over it without painting it anew.
        self._ground.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._line = Layer(self._paint_line, -1)
        # Strips that scroll under the fixed panel are cut at its lower edge.
        self._strips = QGraphicsRectItem()
        self._strips.setPen(QPen(Qt.PenStyle.NoPen))
        self._strips.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape)
        self._labels = Layer(self._paint_labels, 1)
        self._gutter = Layer(self._paint_gutter, 2)
        self._focus = Layer(self._paint_focus, 3)
        layers = (self._ground, self._line, self._labels, self._gutter, self._focus)
        for item in (*layers, self._strips):
            self.scene().addItem(item)

    # -- what is shown ------------------------------------------------------------------------

    def fill(self, panels: Sequence[SeriesPanel]) -> None:
        """Make the items of other panels, or of the same ones with other contents."""
        for items in self.items_by_series.values():
            for view in items.views():
                self.scene().removeItem(view)
        self.items_by_series = {}
        for index, panel in enumerate(panels):
            is_fixed = index == 0 and panel.limits is not None
            items = PanelItems(_view_box(), _scatter(panel), _view_box(), _scatter(panel))
            items.view.addItem(items.points, ignoreBounds=True)
            items.before_view.addItem(items.before_points, ignoreBounds=True)
            for view in items.views():
                if is_fixed:
                    self.scene().addItem(view)
                else:
                    view.setParentItem(self._strips)
            self.items_by_series[panel.series.id] = items

    def show_placed(self, shown: Shown) -> None:
        """Show another layout: ranges, geometry and points."""
        self._shown = shown
        whole = shown.size
        strips = shown.placed.panels[-1].clip if shown.placed.panels else whole
        self._strips.setRect(strips)
        for panel in shown.placed.panels:
            self._place_items(panel, shown)
        for layer in (self._ground, self._labels, self._focus):
            layer.cover(whole)
        self._gutter.cover(QRectF(0, 0, shown.frame.gutter_px, whole.height()))

    def show_washes(self, shown: Shown) -> None:
        """Show another selection or hover on the same layout."""
        self._shown = shown
        for layer in (self._ground, self._labels, self._gutter):
            layer.update()

    def show_cursor(self, x_px: float, readouts: dict[str, Readout]) -> None:
        """Move the line and change the readouts; nothing else is painted anew."""
        self._cursor_px, self._readouts = x_px, readouts
        if self._shown is not None:
            self._line.cover(QRectF(x_px - 4, 0, 8, self._shown.size.height()))
        self._gutter.update()

    def show_focus(self, has_focus: bool) -> None:
        """Show or hide the outline of the keyboard focus."""
        self._has_focus = has_focus
        self._focus.update()

    # -- items --------------------------------------------------------------------------------

    def _place_items(self, placed: PlacedPanel, shown: Shown) -> None:
        items = self.items_by_series[placed.panel.series.id]
        low, high = placed.axis.positions
        window = shown.window
        items.view.setGeometry(placed.rect)
        items.view.setRange(xRange=(window.start, window.end), yRange=(low, high), padding=0)
        days = {id(p.point) for p in placed.points if not p.has_mark}
        marked = [point for point in placed.panel.dated if id(point) not in days]
        xs = [point.when.anchor for point in marked]
        _set_points(items.points, placed, marked, xs, shown)
        items.before_view.setVisible(placed.before.width() > 0)
        if placed.before.width() > 0:
            items.before_view.setGeometry(placed.before)
            items.before_view.setRange(xRange=(0, 1), yRange=(low, high), padding=0)
            share = 0.9 * shown.type_.h_px / placed.before.width()
            undated = placed.panel.undated
            _set_points(items.before_points, placed, undated, [share] * len(undated), shown)
        _join(items, placed, shown)

    # -- paint --------------------------------------------------------------------------------

    def _paint_ground(self, painter: QPainter) -> None:
        if self._shown is not None:
            paint_grounds(painter, self._shown)

    def _paint_line(self, painter: QPainter) -> None:
        shown = self._shown
        if shown is None or not shown.placed.panels:
            return
        frame = shown.frame
        axis = QRectF(frame.left_px, 0, frame.axis_px, shown.size.height())
        with clipped(painter, axis):
            for top, bottom in line_pieces(shown.placed, self._cursor_px):
                draw_cursor_line(painter, self._cursor_px, top, bottom, shown.type_.theme)

    def _paint_labels(self, painter: QPainter) -> None:
        if self._shown is not None:
            paint_labels(painter, self._shown)

    def _paint_gutter(self, painter: QPainter) -> None:
        if self._shown is not None:
            for panel in self._shown.placed.panels:
                read = self._readouts.get(panel.panel.series.id)
                if read is not None:
                    paint_gutter(painter, panel, read, self._shown)

    def _paint_focus(self, painter: QPainter) -> None:
        if self._shown is not None and self._has_focus:
            draw_focus(painter, self._shown.size.adjusted(5, 5, -5, -5), self._shown.type_.theme)


def _view_box() -> Any:
    view = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
    view.disableAutoRange()
    view.setAcceptHoverEvents(False)
    view.setZValue(0)  # pyqtgraph puts it far below everything else
    return view


def _scatter(panel: SeriesPanel) -> Any:
    is_many = len(panel.series.points) >= CACHED_FROM
    return pg.ScatterPlotItem(pxMode=True, useCache=is_many, antialias=True)


def _set_points(
    item: Any, placed: PlacedPanel, points: Sequence[Measurement], xs: list[float], shown: Shown
) -> None:
    """Hand the reported values to the scatter plot as they are, each with its own sign."""
    panel, theme = placed.panel, shown.type_.theme
    ys = [position_of(panel, placed.axis, point.value) for point in points]
    symbols = [_symbol(panel, point, shown) for point in points]
    item.setData(
        x=np.array(xs, dtype=float),
        y=np.array(ys, dtype=float),
        symbol=[symbol.path for symbol in symbols],
        size=np.array([symbol.size_px for symbol in symbols], dtype=float),
        pen=None,
        brush=QBrush(theme.ink),
        data=list(points),
    )


def _symbol(panel: SeriesPanel, point: Measurement, shown: Shown) -> Symbol:
    size, stroke = shown.type_.mark_px, 1.5 * shown.type_.theme.stroke_scale
    shape, kind = value_shape(panel, point), point.evidence.kind
    edge = panel.scale.beyond(point.value) if point.value is not None else None
    if edge is not None:
        return off_scale_symbol(shape, kind, size, edge, stroke)
    return value_symbol(shape, kind, size, stroke)


def _join(items: PanelItems, placed: PlacedPanel, shown: Shown) -> None:
    """Draw a line between two values only where the case says that they may be joined."""
    if items.lines is not None:
        items.view.removeItem(items.lines)
        items.lines = None
    pairs = joined(placed.panel)
    if not pairs:
        return
    ends = [point for pair in pairs for point in pair]
    pen = QPen(shown.type_.theme.ink_2, shown.type_.theme.stroke_scale)
    pen.setCosmetic(True)
    items.lines = pg.PlotCurveItem(
        x=np.array([point.when.anchor for point in ends], dtype=float),
        y=np.array([position_of(placed.panel, placed.axis, p.value) for p in ends], dtype=float),
        connect="pairs",
        pen=pen,
        antialias=True,
    )
    items.lines.setZValue(-1)
    items.view.addItem(items.lines, ignoreBounds=True)
