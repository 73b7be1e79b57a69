"""The pyqtgraph scene: one view box a panel on the shared columns, and layers of our own paint."""

from collections.abc import Callable, Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QWidget

from viewer.ui.marks.states import draw_focus
from viewer.ui.marks.strokes import line_behind
from viewer.ui.plots.ground_layer import Shown, clipped, paint_grounds
from viewer.ui.plots.gutter import Readout, paint_gutter, paint_readout, words_room
from viewer.ui.plots.label_layer import paint_folds, paint_labels, words_across
from viewer.ui.plots.layers import Layer, StillLayer
from viewer.ui.plots.note_layer import paint_notes
from viewer.ui.plots.panel_items import PanelItems
from viewer.ui.plots.placed import PlacedPanel
from viewer.ui.plots.sample_layer import paint_samples
from viewer.ui.plots.series_panels import SeriesPanel


class Canvas(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Shows what was laid out; it takes no mouse and no keys and keeps no range of its own."""

    def __init__(self, parent: QWidget, catch_up: Callable[[], None]) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self.setCentralWidget(None)
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.items_by_series: dict[str, PanelItems] = {}
        self._shown: Shown | None = None
        self._readouts: dict[str, Readout] = {}
        self._cursor_px = 0.0
        self._catch_up = catch_up
        self._exposed: QRegion | None = None
        self._gutters: tuple[object, ...] = ()
        """What the gutters depend on; the same after a pan."""
        self._ground = StillLayer(self._paint_ground, -2)
        self._line = Layer(self._paint_line, -1)
        self._samples = Layer(self._paint_samples, -0.5)
        # Strips that scroll under the fixed panel are cut at its lower edge.
        self._strips = QGraphicsRectItem()
        self._strips.setPen(QPen(Qt.PenStyle.NoPen))
        self._strips.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape)
        self._labels = Layer(self._paint_labels, 1)
        self._notes = Layer(self._paint_notes, 1.5)
        self._gutter = StillLayer(self._paint_gutter, 2)
        self._beside = Layer(self._paint_readouts, 2.5)
        self._focus = StillLayer(self._paint_focus, 3)
        self._focus.setVisible(False)
        still, above = (self._ground, self._gutter, self._focus), (self._labels, self._beside)
        for item in (*still, self._line, self._samples, *above, self._notes, self._strips):
            self.scene().addItem(item)

    # -- what is shown ------------------------------------------------------------------------

    def fill(self, panels: Sequence[SeriesPanel]) -> None:
        """Make the items of other panels; those that fit the new ones are used again."""
        old, self.items_by_series = self.items_by_series, {}
        for index, panel in enumerate(panels):
            is_fixed = index == (panel.line or 0) and panel.limits is not None
            items = old.get(panel.series.id)
            if items is not None and items.suits(panel, is_fixed):
                del old[panel.series.id]
            else:
                items = PanelItems(panel, is_fixed)
                for view in items.views():
                    if is_fixed:
                        self.scene().addItem(view)
                    else:
                        view.setParentItem(self._strips)
            self.items_by_series[panel.series.id] = items
        for items in old.values():
            for view in items.views():
                self.scene().removeItem(view)

    def show_placed(self, shown: Shown) -> None:
        """Show another layout: ranges, geometry and points."""
        old, self._shown = self._shown, shown
        framed = None if old is None else (old.size, old.type_.theme)
        whole = shown.size
        strips = shown.placed.panels[-1].clip if shown.placed.panels else whole
        self._strips.setRect(strips)
        for panel in shown.placed.panels:
            self.items_by_series[panel.panel.series.id].show(panel, shown)
        sheet = whole.adjusted(shown.frame.gutter_px, 0, 0, 0)
        gutters = [
            (p.panel.columns, p.panel.rail, p.panel.discrepancies, p.panel.way, *_frame_of(p))
            for p in shown.placed.panels
        ]
        seen = (shown.type_, whole, shown.placed.rules, shown.selection, shown.forms, gutters)
        if seen == self._gutters:
            self._ground.cover(whole, sheet)
        else:
            self._gutters = seen
            self._ground.cover(whole)
            for layer in (self._gutter, self._beside):
                layer.cover(QRectF(0, 0, shown.frame.gutter_px, whole.height()))
        self._labels.cover(sheet)
        self._notes.cover(sheet)
        self._notes.setVisible(bool(shown.notes.notes))
        self._samples.cover(sheet)
        self._samples.setVisible(any(panel.samples for panel in shown.placed.panels))
        if framed != (whole, shown.type_.theme):
            self._focus.cover(whole)

    def show_washes(self, shown: Shown) -> None:
        """Show another selection or hover on the same layout; the same one costs nothing."""
        if shown == self._shown:
            return
        self._shown = shown
        self._notes.setVisible(bool(shown.notes.notes))
        for layer in (self._ground, self._labels, self._notes, self._beside):
            layer.repaint()

    def show_cursor(self, x_px: float, readouts: dict[str, Readout]) -> None:
        """Move the line and change the readouts; nothing else is painted anew."""
        shown, old = self._shown, self._readouts
        self._cursor_px, self._readouts = x_px, readouts
        if shown is None:
            return
        self._line.cover(QRectF(x_px - 4, 0, 8, shown.size.height()))
        for panel in shown.placed.panels:
            id_ = panel.panel.series.id
            if old.get(id_) != readouts.get(id_):
                room = words_room(panel, shown.type_)
                self._beside.update(room.intersected(panel.clip))

    def show_focus(self, has_focus: bool) -> None:
        """Show or hide the outline of the keyboard focus."""
        self._focus.setVisible(has_focus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bring the layout up to date, and paint the layers only where something is new."""
        self._catch_up()
        self._exposed = event.region()
        super().paintEvent(event)
        self._exposed = None

    # -- paint --------------------------------------------------------------------------------

    def paint_on(self, painter: QPainter, names: dict[str, Readout]) -> None:
        """Paint all layers without the cursor and the focus, as for print.

        `names` stand in the gutters instead of what is read at the cursor.
        """
        before, moving = self._readouts, [i for i in (self._line, self._focus) if i.isVisible()]
        for item in moving:
            item.setVisible(False)
        self._readouts = names
        scale = painter.worldTransform().m11()
        for items in self.items_by_series.values():
            items.follow(scale)
        self.scene().render(painter, QRectF(self.rect()), QRectF(self.rect()))
        for items in self.items_by_series.values():
            items.follow(None)
        self._readouts = before
        for item in moving:
            item.setVisible(True)

    def _paint_ground(self, painter: QPainter) -> None:
        if self._shown is not None:
            paint_grounds(painter, self._shown)

    def _paint_line(self, painter: QPainter) -> None:
        shown = self._shown
        if shown is None or not shown.placed.panels:
            return
        frame, theme = shown.frame, shown.type_.theme
        axis = QRectF(frame.left_px, 0, frame.axis_px, shown.size.height())
        with clipped(painter, axis):
            x, bottom = self._cursor_px, max(p.row.bottom() for p in shown.placed.panels)
            gaps = [*words_across(shown.placed, x), *shown.notes.words_across(x)]
            width = 1.5 * theme.stroke_scale
            line_behind(painter, x, 0, bottom, gaps, width_px=width, brush=theme.ink)

    def _paint_samples(self, painter: QPainter) -> None:
        if self._shown is not None:
            paint_samples(painter, self._shown, self._is_exposed)

    def _paint_labels(self, painter: QPainter) -> None:
        shown = self._shown
        if shown is None:
            return
        paint_folds(painter, shown, self._is_exposed)
        if shown.scale.gap_at(self._cursor_px) is not None:
            self._paint_line(painter)  # the fold covers what was painted of it below
        paint_labels(painter, shown, self._is_exposed)

    def _paint_notes(self, painter: QPainter) -> None:
        if self._shown is not None:
            paint_notes(painter, self._shown.notes, self._shown.type_, self._is_exposed)

    def _paint_gutter(self, painter: QPainter) -> None:
        if self._shown is not None:
            for panel in self._shown.placed.panels:
                paint_gutter(painter, panel, self._shown)

    def _paint_readouts(self, painter: QPainter) -> None:
        shown = self._shown
        if shown is not None:
            for panel in shown.placed.panels:
                read = self._readouts.get(panel.panel.series.id)
                if read is not None and self._is_exposed(words_room(panel, shown.type_)):
                    paint_readout(painter, panel, read, shown)

    def _paint_focus(self, painter: QPainter) -> None:
        if self._shown is not None:
            draw_focus(painter, self._shown.size.adjusted(5, 5, -5, -5), self._shown.type_.theme)

    def _is_exposed(self, rect: QRectF) -> bool:
        """Tell whether any of a rectangle is being painted."""
        if self._exposed is None:
            return True
        # Letters may reach a little past their rectangle.
        return self._exposed.intersects(rect.adjusted(-2, -2, 2, 2).toAlignedRect())


def _frame_of(placed: PlacedPanel) -> tuple[object, ...]:
    return placed.gutter, placed.clip, placed.axis
