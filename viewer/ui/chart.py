"""The chart: ruler, timeline and plots on the same pixel columns."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from viewer.geometry.time_scale import Frame
from viewer.session.session import Session
from viewer.ui.annotate.on_chart import NotesOnChart
from viewer.ui.look import Look
from viewer.ui.measuring.over_chart import OverChart
from viewer.ui.overview.overview import Overview
from viewer.ui.plots.plot_stack import PlotStack
from viewer.ui.small_pictures import SmallPictures
from viewer.ui.timeline.ruler import Ruler
from viewer.ui.timeline.timeline_view import TimelineView

GUTTER_EM = (10.0, 16.0)
GUTTER_SHARE = 0.22
STAGE_GUTTER_SHARE = 0.32
"""On a stage, where nobody can widen anything, titles stay whole beside a panel, too."""
FOLD_EM = 3.0
"""The width of a fold: room for its length in days."""
LEAST_WIDTH_PX = 560
OVERVIEW_FROM_H = 30.0
"""From this height of the chart on there is room for the overview (lines)."""
LEAST_SHARE = 0.54
"""The timeline's share of the height where timeline and plots do not both fit."""


class Chart(QWidget):
    """Keeps timeline and plots in one frame, so that a day is one pixel column in all of them."""

    def __init__(self, session: Session, look: Look, pictures: SmallPictures | None = None) -> None:
        """On a stage the axis below is enough, and nothing is there to be operated.

        `pictures` are those of studies, beside their marks on the timeline; none without it.
        """
        super().__init__()
        self._session = session
        self._look = look
        self.ruler = Ruler(session, look, Qt.Edge.TopEdge)
        self.timeline = TimelineView(session, look, pictures)
        self.plots = PlotStack(session, look)
        self.ruler_below = Ruler(session, look, Qt.Edge.BottomEdge)
        self.overview = Overview(session, look)
        self.measures = OverChart(self, session, look)
        self.notes = NotesOnChart(self, session, look)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.timeline)
        self.splitter.addWidget(self.plots)
        self.splitter.splitterMoved.connect(self._on_splitter_moved)
        self._is_split_by_hand = False
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.measures.strip)
        layout.addWidget(self.ruler)
        layout.addWidget(self.notes.strip)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.ruler_below)
        layout.addWidget(self.overview)
        self.ruler.setVisible(not look.is_stage)
        self.setMinimumWidth(0 if look.is_stage else LEAST_WIDTH_PX)
        self.setFocusProxy(self.timeline)
        session.case_changed.connect(self._on_content_changed)
        session.layout_changed.connect(self._on_content_changed)
        session.numbering_changed.connect(self._on_content_changed)
        look.changed.connect(self._on_content_changed)

    def frame(self) -> Frame:
        """Give the columns that fit the present width and contents."""
        em = self._look.em_px
        wanted = max(self.timeline.gutter_hint_px(), self.plots.gutter_hint_px())
        share = STAGE_GUTTER_SHARE if self._look.is_stage else GUTTER_SHARE
        gutter = min(max(wanted, GUTTER_EM[0] * em), GUTTER_EM[1] * em, self.width() * share)
        bar_px = self.timeline.verticalScrollBar().sizeHint().width()
        margin = 0 if self._look.is_stage else bar_px
        before = self.plots.before_hint_px()
        axis = max(self.width() - int(gutter) - before - margin, 1)
        return Frame(int(gutter), before, axis, margin, round(FOLD_EM * em))

    def share_frame(self) -> None:
        """Hand the frame to every view."""
        frame = self.frame()
        for view in (self.ruler, self.timeline, self.plots, self.ruler_below, self.overview):
            view.set_frame(frame)
        self.measures.strip.set_frame(frame)
        self.notes.strip.set_frame(frame)

    def lay_out(self) -> None:
        """Come to the sizes at once that the next turn would bring."""
        self._layout.activate()
        self.split()

    def split(self) -> None:
        """Give the timeline its whole height and the plots the rest, as far as both can be read.

        A splitter that the person has moved stays where it is.
        """
        if self._is_split_by_hand or self.splitter.height() <= 0:
            return
        room = self.splitter.height() - self.splitter.handleWidth()
        plots = self.plots.sizeHint().height()
        # On a stage there is room for both: series that find none are left out.
        least = 0 if self._look.is_stage else room * LEAST_SHARE
        timeline = min(self.timeline.sizeHint().height(), max(room - plots, least))
        self.splitter.setSizes([round(timeline), round(room - timeline)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the columns of the new width."""
        super().resizeEvent(event)
        has_room = self.height() >= OVERVIEW_FROM_H * self._look.h_px
        self.overview.setVisible(has_room and not self._look.is_stage)
        self.share_frame()
        self.split()

    def showEvent(self, event: QShowEvent) -> None:
        """Share the columns before the first paint."""
        super().showEvent(event)
        self._on_content_changed()

    def _on_content_changed(self) -> None:
        self.share_frame()
        self.split()

    def _on_splitter_moved(self) -> None:
        self._is_split_by_hand = True
