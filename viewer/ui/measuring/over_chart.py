"""Strip, veils and hand of a chart, put together."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from viewer.geometry.time_scale import TimeScale
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.measuring.hand import Hand, Surface
from viewer.ui.measuring.strip import MeasureStrip
from viewer.ui.measuring.veil import Veil
from viewer.ui.plots.label_layer import words_across
from viewer.ui.timeline.ruler import Ruler

if TYPE_CHECKING:
    from viewer.ui.annotate.strip import NoteStrip
    from viewer.ui.chart import Chart

REACH_H = 0.4
"""How near the hand must be to an edge of a period (lines)."""


class OverChart:
    """Lets the hand measure on every view of a chart, and shows it there."""

    def __init__(self, chart: Chart, session: Session, look: Look) -> None:
        self._chart = chart
        self._session = session
        self._look = look
        self.strip = MeasureStrip(session, look)
        self.hand = Hand(session, self._reach_px, chart)
        timeline, plots, overview = chart.timeline, chart.plots, chart.overview
        viewport = timeline.viewport()
        self._veils: tuple[Veil, ...] = (
            Veil(session, look, chart.ruler, self._scale, self._ruler_words_at),
            Veil(session, look, viewport, timeline.scale, self._timeline_words_at),
            Veil(session, look, plots, plots.scale, self._plot_words_at),
            Veil(session, look, chart.ruler_below, self._scale, self._lower_words_at),
            Veil(session, look, overview, overview.scale),
        )
        snapped = timeline.snapped
        self.hand.work_on(self.strip, Surface(self._scale, snapped, self.strip.flag_at))
        for view in (chart.ruler, viewport, plots, chart.ruler_below):
            self.hand.work_on(view, Surface(self._scale, snapped))
        self.hand.work_on(overview, Surface(overview.scale))

    def work_on_strip(self, strip: NoteStrip, is_free: Callable[[QPointF], bool]) -> None:
        """Measure on one more view, whose columns are the chart's."""
        self._veils += (Veil(self._session, self._look, strip, self._scale, strip.words_at),)
        snapped = self._chart.timeline.snapped
        self.hand.work_on(strip, Surface(self._scale, snapped, is_free=is_free))

    def _reach_px(self) -> float:
        return REACH_H * self._look.h_px

    def _scale(self) -> TimeScale:
        return self._chart.timeline.scale()

    def _ruler_words_at(self, x_px: float) -> list[tuple[float, float]]:
        flag = self._chart.ruler.flag()[1]
        is_hit = flag.left() <= x_px <= flag.right()
        found = [(flag.top(), flag.bottom())] if is_hit else []
        return [*found, *self._labels_at(self._chart.ruler, x_px)]

    def _lower_words_at(self, x_px: float) -> list[tuple[float, float]]:
        return self._labels_at(self._chart.ruler_below, x_px)

    def _labels_at(self, ruler: Ruler, x_px: float) -> list[tuple[float, float]]:
        """Give where a ruler's labels stand at a column."""
        middle, half = ruler.height() / 2, self._look.h_px / 2
        is_on_fold = self._scale().gap_at(x_px) is not None
        is_on_label = any(
            text and rect.left() - 2 <= x_px <= rect.right() + 2
            for text, rect, _ in ruler.tick_labels()
        )
        return [(middle - half, middle + half)] if is_on_fold or is_on_label else []

    def _timeline_words_at(self, x_px: float) -> list[tuple[float, float]]:
        timeline = self._chart.timeline
        offset = timeline.verticalScrollBar().value()
        rects = (
            rect
            for placed in timeline.placed
            for rect in (*placed.word_rects, *([placed.mark] if placed.mark is not None else []))
        )
        return [
            (rect.top() - offset, rect.bottom() - offset)
            for rect in rects
            if rect.left() - 2 <= x_px <= rect.right() + 2
        ]

    def _plot_words_at(self, x_px: float) -> list[tuple[float, float]]:
        placed, reach = self._chart.plots.placed, self._look.h_px / 2
        marks = [
            (point.y_px - reach, point.y_px + reach)
            for panel in placed.panels
            for point in panel.points
            if abs(point.x_px - x_px) < reach
        ]
        return [*words_across(placed, x_px), *marks]
