"""What the room sees: a scene's title, who it is about, the chart and the panel beside it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from math import ceil

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from viewer.model.case import Case
from viewer.model.event import Lane
from viewer.model.lanes import rows as lanes_shown
from viewer.model.scene import Scene
from viewer.model.series import Series
from viewer.model.view_state import ViewState
from viewer.session.presenting.talk import Cover, Talk
from viewer.session.session import Session
from viewer.ui.chart import Chart
from viewer.ui.identity import who
from viewer.ui.look import FontRole, Look
from viewer.ui.panels.details import DetailsPanel
from viewer.ui.panels.events import EventsPanel
from viewer.ui.panels.glucose import GlucosePanel
from viewer.ui.panels.imaging import ImagingPanel
from viewer.ui.panels.notes import NotesPanel
from viewer.ui.panels.panel import Panel
from viewer.ui.panels.pathology import PathologyPanel
from viewer.ui.panels.values import ValuesPanel
from viewer.ui.present.dressing import dress
from viewer.ui.present.stage_look import SMALLEST, StageLook, height_for, share_for
from viewer.ui.widgets.elided import ElidedLabel
from viewer.ui.widgets.page import Page
from viewer.ui.words.day_words import day_name
from viewer.ui.words.joining import in_line

translate = QCoreApplication.translate

TITLE_EM, FACTS_EM, MARGIN_EM = 2.15, 0.89, 1.5
PANEL_SIZES = ((0.84, 0.34), (SMALLEST, 0.34), (SMALLEST, 0.42))
"""A panel's font (of the stage's) and the share of the width that it takes: the first in which all
of its page is seen, or else the last."""
POINTER_EM = 0.7
MOST_NAMED = 7
"""Of what there is no room for so many are named."""
TIGHTEST = 0.88
"""Rows can be so much lower than they usually are."""
PANELS: Mapping[str, Callable[[Session, Look], Panel]] = {
    "details": DetailsPanel,
    "events": EventsPanel,
    "values": ValuesPanel,
    "imaging": ImagingPanel,
    "pathology": PathologyPanel,
    "notes": NotesPanel,
    "glucose": GlucosePanel,
}
"""The panels that a scene may have beside the chart."""
COVERS: Mapping[Cover, QColor] = {"black": QColor(0, 0, 0), "white": QColor(255, 255, 255)}


class Stage(QWidget):
    """Shows the scene of a talk; everything on it comes from the talk's own session."""

    came = Signal()
    """More of what it shows has come out of the background."""

    def __init__(self, talk: Talk) -> None:
        super().__init__()
        self.talk = talk
        self.look = StageLook(talk.session.language, self._height_px)
        self.panel_look = StageLook(talk.session.language, self._height_px)
        """A panel keeps its size, whatever the chart beside it needs."""
        self.title = ElidedLabel(most_lines=2)
        self.facts = ElidedLabel(most_lines=2)
        self.chart = Chart(talk.session, self.look)
        for view in (self.chart, self.chart.timeline, self.chart.plots):
            view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys are the talk's
        self.over = _Over(self, talk, self.look)
        self._panels: dict[str, Panel] = {}
        self._shown: tuple[Scene | None, Case] | None = None
        self._row = QHBoxLayout()
        self._row.addWidget(self.chart, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.facts)
        self._column.addLayout(self._row, 1)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Stage", "Stage"))
        talk.scene_changed.connect(self.show_state)
        talk.session.case_changed.connect(self.show_state)
        talk.cover_changed.connect(self.over.show_state)
        talk.pointer_changed.connect(self.over.update)
        self.dress()
        self.show_state()

    # -- showing ------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Show the scene that the talk is at."""
        session, scene = self.talk.session, self.talk.scene
        if self._shown is not None and (self._shown[0] is scene and self._shown[1] is session.case):
            return
        self._shown = scene, session.case
        self.title.set_text("" if scene is None else scene.title.pick(session.language))
        wanted = "" if scene is None or scene.panel is None else scene.panel
        if wanted in PANELS and wanted not in self._panels:
            panel = PANELS[wanted](session, self.panel_look)
            self._panels[wanted] = panel
            panel.came.connect(self.came)
            self._row.addWidget(panel)
            panel.show_state()
            self.dress()
        for name, panel in self._panels.items():
            panel.setVisible(name == wanted)
            if isinstance(panel, ImagingPanel):
                panel.show_seen(None if scene is None else scene.picture)
        self.over.raise_()
        self._fit()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Keep the keys: nothing on a stage is to be reached with Tab."""
        return False

    def _facts(self) -> str:
        session, talk = self.talk.session, self.talk
        if talk.scene is None:
            return translate("Stage", "There are no scenes in this deck.")
        subject, horizon = session.case.subject, session.state.horizon
        parts = [who(subject) + "."]
        if subject.is_synthetic:
            parts.insert(0, translate("Stage", "SYNTHETIC, not a patient."))
        if horizon is not None:
            words = translate("Stage", "Up to {day}.")
            parts.append(words.format(day=day_name(horizon, session.counting)))
        kept = session.state.hidden - {*talk.scene.hidden}
        columns: tuple[Lane | Series, ...] = (*session.case.lanes, *session.case.series)
        left_out = [one.title.pick(session.language) for one in columns if one.id in kept]
        if left_out:
            if len(left_out) > MOST_NAMED:
                rest = translate("Timeline", "and {count} more")
                left_out[MOST_NAMED:] = [rest.format(count=len(left_out) - MOST_NAMED)]
            words = translate("Stage", "No room for: {names}.")
            parts.append(words.format(names=in_line(left_out)))
        if talk.lacking:
            parts.append(translate("Stage", "A part of this scene is no longer in the case."))
        return " ".join(parts)

    def settle(self) -> None:
        """Come to rest at once, as a window does by itself: for a picture of the stage."""
        QCoreApplication.sendPostedEvents()
        self._fit()
        for _ in range(2):
            for page in self.findChildren(Page):
                page.finish()
            QCoreApplication.sendPostedEvents()
        _ = self.chart.plots.placed  # it lays out when it is asked

    @property
    def is_ready(self) -> bool:
        """Whether nothing of what it shows is still to come."""
        return all(one.is_ready for one in self._panels.values() if one.isVisibleTo(self))

    # -- sizes --------------------------------------------------------------------------------

    @property
    def _height_px(self) -> int:
        """The height that sizes follow."""
        return height_for(self.width(), self.height())

    def _needed(self) -> float:
        """Give how much of the chart's room it needs to be seen whole; 1 is all of it."""
        chart = self.chart
        room = chart.splitter.height() - chart.splitter.handleWidth()
        rows = TIGHTEST * chart.timeline.sizeHint().height()
        return (rows + chart.plots.sizeHint().height()) / max(room, 1)

    def _fit(self) -> None:
        """Give chart and panel their sizes, from nothing: what was shown before leaves no trace."""
        if self.talk.scene is not None:  # in a larger window there may be room again
            hidden = frozenset(self.talk.scene.hidden)
            self.talk.session.apply(lambda state: replace(state, hidden=hidden))
        self.facts.set_text(self._facts())
        self._fit_panel()
        self.look.fit(self._height_px)
        self._lay_out()
        self.look.fit(self._height_px, share_for(self._needed()))
        self._lay_out()
        self._leave_out()
        self.chart.split()
        for page in self._pages():
            page.leave_out()

    def _fit_panel(self) -> None:
        """Give a panel whose page would be cut at the foot of the stage smaller words, or width."""
        for font, share in PANEL_SIZES:
            self.panel_look.fit(self._height_px, font)
            for panel in self._panels.values():
                panel.setMinimumWidth(0)
                panel.setFixedWidth(round(share * self.width()))
                panel.setFont(self.panel_look.font("label"))
            self._column.activate()
            if all(page.needed <= 1 for page in self._pages()):
                return

    def _pages(self) -> list[Page]:
        return [page for page in self.findChildren(Page) if page.isVisibleTo(self)]

    def _lay_out(self) -> None:
        self._column.activate()
        self.chart.lay_out()

    def _leave_out(self) -> None:
        """Leave out the last series where even the smallest font has no room for all of them.

        Lanes tell the story; a strip that is cut in two tells nothing. Of more lanes than there is
        room for the last ones are left out, too.
        """
        state, case = self.talk.session.state, self.talk.session.case
        series = [one.id for one in case.series if one.id not in state.hidden]
        lanes = [row.lane.id for row in lanes_shown(case.lanes, state)]
        while self._drop(series, lanes):
            self.facts.set_text(self._facts())  # it names them, and may take a line more
            self._lay_out()

    def _drop(self, series: list[str], lanes: list[str]) -> bool:
        """Leave out the last of these until the rest finds room; give whether any had to go."""
        before = len(series), len(lanes)
        while (needed := self._needed()) > 1 and (len(series) > 1 or len(lanes) > 1):
            kept = series if len(series) > 1 else lanes
            # Series go one by one; of lanes, which may be many, about as many as are too many.
            count = 1 if kept is series else min(len(kept) - 1, ceil(len(kept) * (1 - 1 / needed)))
            self.talk.session.apply(partial(_hiding, ids=frozenset(kept[-count:])))
            del kept[-count:]
        return before != (len(series), len(lanes))

    def dress(self) -> None:
        """Give everything on the stage its colours and fonts."""
        dress(self, self.look.theme)
        self._letter()

    def _letter(self) -> None:
        look, em = self.look, self.look.stage_px
        for widget in (self, *self._panels.values()):
            widget.setFont(self.panel_look.font("label"))
        self.title.setFont(_scaled(look, "title", TITLE_EM))
        self.facts.setFont(_scaled(look, "when", FACTS_EM))
        margin = round(MARGIN_EM * em)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(0.4 * em))
        self._row.setSpacing(round(em))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow and shrink with the height."""
        super().resizeEvent(event)
        self.look.fit(self._height_px)
        self.look.fit(self._height_px)
        self._letter()
        self._fit()
        self.over.setGeometry(self.rect())

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the keys to itself: nothing inside it is to look as if it had them."""
        super().showEvent(event)
        self.setFocus()

    # -- pointing -----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Let the pointer go where it leaves the stage."""
        if event.type() == QEvent.Type.Leave and self.over.points:
            self.talk.point(None)
        return super().event(event)


def _hiding(state: ViewState, ids: frozenset[str]) -> ViewState:
    return replace(state, hidden=state.hidden | ids)


class _Over(QWidget):
    """Lies over the stage: the pointer, or the black or white that covers everything.

    It takes every click: nothing on a stage can be operated.
    """

    def __init__(self, stage: QWidget, talk: Talk, look: StageLook) -> None:
        super().__init__(stage)
        self.is_pictured = False
        """Whether it is a picture of the stage that is painted; it has its own pointer."""
        self.points = False
        """Whether the mouse points for everybody."""
        self._talk = talk
        self._look = look
        self.setMouseTracking(True)
        self.raise_()

    def show_state(self) -> None:
        """Cover the stage, or uncover it."""
        self.raise_()
        self.update()

    def switch_pointer(self, is_on: bool) -> None:
        """Follow the mouse, or no longer."""
        self.points = is_on
        if not is_on:
            self._talk.point(None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point where the mouse is."""
        if self.points and self.width() and self.height():
            place = event.position()
            self._talk.point((place.x() / self.width(), place.y() / self.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cover, or the pointer."""
        talk = self._talk
        with QPainter(self) as painter:
            if talk.cover is not None:
                painter.fillRect(self.rect(), COVERS[talk.cover])
            elif talk.pointer is not None and not self.is_pictured:
                x, y = talk.pointer
                radius = POINTER_EM * self._look.stage_px
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._look.theme.level_2_edge)
                centre = QRectF(0, 0, 2 * radius, 2 * radius)
                centre.moveCenter(QRectF(self.rect()).topLeft())
                painter.drawEllipse(centre.translated(x * self.width(), y * self.height()))


def _scaled(look: StageLook, role: FontRole, size_em: float) -> QFont:
    font = look.font(role)
    font.setPointSizeF(look.stage_pt * size_em)
    return font
