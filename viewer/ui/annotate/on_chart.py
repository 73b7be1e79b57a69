"""Strip, hand and marking of a chart, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from viewer.session.session import Session
from viewer.ui.annotate.hand import NoteHand
from viewer.ui.annotate.marking import Ground, Marking
from viewer.ui.annotate.rubber import Rubber
from viewer.ui.annotate.strip import NoteStrip
from viewer.ui.look import Look
from viewer.ui.plots.values_at import ValueField, field_at

if TYPE_CHECKING:
    from viewer.ui.chart import Chart


class NotesOnChart:
    """Shows reviewers' annotations on a chart and lets the hand make and move them there."""

    def __init__(self, chart: Chart, session: Session, look: Look) -> None:
        self._chart = chart
        self.strip = NoteStrip(session, look)
        self.rubber = Rubber(chart, look)
        self.marking = Marking(session, chart, self.rubber)
        timeline, plots = chart.timeline, chart.plots
        snapped = timeline.snapped
        self.hand = NoteHand(session, self.strip, snapped, self.marking, chart)
        self.marking.know(self.strip, Ground(self.strip.scale, snapped))
        for ruler in (chart.ruler, chart.ruler_below):
            self.marking.work_on(ruler, Ground(timeline.scale, snapped))
        on_timeline = Ground(timeline.scale, snapped, is_free=self._is_free_in_timeline)
        self.marking.work_on(timeline.viewport(), on_timeline)
        on_plots = Ground(plots.scale, snapped, self._is_free_in_plots, self._field_at)
        self.marking.work_on(plots, on_plots)
        chart.measures.work_on_strip(self.strip, lambda place: not self.hand.drags_at(place))

    def _is_free_in_timeline(self, place: QPointF) -> bool:
        return self._chart.timeline.thing_at(place) is None

    def _is_free_in_plots(self, place: QPointF) -> bool:
        found = self._chart.plots.thing_at(place)
        return found is None or (found.thing is None and not found.is_hint)

    def _field_at(self, place: QPointF) -> ValueField | None:
        return field_at(self._chart.plots.placed, place)
