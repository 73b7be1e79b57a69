"""The figure of a course for print: the chart as it is, in type and lines made for paper."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.model import view_state
from viewer.model.part import words_of
from viewer.model.view_state import ViewState
from viewer.session.session import Session
from viewer.ui.chart import Chart
from viewer.ui.export.choices import FigureChoices, dots
from viewer.ui.export.course import Arrows, in_black, lifted
from viewer.ui.export.foot import Foot
from viewer.ui.export.print_look import PrintLook
from viewer.ui.marks.strokes import dashes_down, line_across
from viewer.ui.plots.gutter import name_alone
from viewer.ui.plots.label_layer import words_across
from viewer.ui.text_sizes import TextSizes
from viewer.ui.timeline.gutter import paint_gutter
from viewer.ui.timeline.scene import Scene
from viewer.ui.timeline.still import paint_still
from viewer.ui.words.day_words import counted_words
from viewer.ui.words.joining import sentences

translate = QCoreApplication.translate

NONE: frozenset[str] = frozenset()


class Figure(QWidget):
    """Lays out what a session shows for a width on paper; it is painted on any device.

    It is never seen, and stands on no screen. Everything in it comes from the session, whose case
    is cut to its horizon before anything is laid out.
    """

    def __init__(
        self,
        session: Session,
        choices: FigureChoices,
        dots_per_pt: float,
        *,
        is_opaque: bool = False,
    ) -> None:
        """`is_opaque` is for a device that knows no transparency, such as Qt's PDF."""
        super().__init__()
        self._session = session
        is_course = choices.style == "course"
        inks = {"inks": in_black} if is_course else {}
        self._look = PrintLook(session.language, dots_per_pt, is_opaque=is_opaque, **inks)
        lanes = lifted(session.case) - session.state.hidden - choices.hidden if is_course else NONE
        session.apply(partial(_as_chosen, choices=choices, also=lanes))
        self.chart = Chart(session, self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart)
        width = dots(choices.width_mm, dots_per_pt)
        self._lay_out(width)
        self.arrows = Arrows(session, self._look, self.chart.frame(), lanes, width)
        self.foot = Foot(session, self._look, width, "\n".join(self._words()), choices)

    @property
    def dots(self) -> QSize:
        """How large it is on its device (dots)."""
        return QSize(self.width(), round(self._top_px + self.height() + self.foot.height_px))

    @property
    def title(self) -> str:
        """The title of the case."""
        return words_of(self._session.case.title).pick(self._session.language)

    def paint_on(self, painter: QPainter) -> None:
        """Paint it whole, its upper left corner where the painter's is."""
        look = self._look
        painter.fillRect(QRectF(0, 0, self.dots.width(), self.dots.height()), look.theme.paper)
        if self._head_px:
            painter.setFont(look.font("strong"))
            painter.setPen(look.theme.ink)
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRectF(0, 0, self.width(), look.h_px), flags, _head(self._session))
        painter.save()
        painter.translate(0, self._head_px)
        self.arrows.paint_on(painter)
        painter.translate(0, self.arrows.height_px)
        chart = self.chart
        scene = self._scene
        with _at(painter, chart.timeline.viewport(), self):
            paint_still(painter, scene)
            paint_gutter(painter, scene, self._session.language)
        with _at(painter, chart.plots, self):
            language = self._session.language
            shown = [placed.panel for placed in chart.plots.placed.panels]
            names = {panel.series.id: name_alone(panel, language) for panel in shown}
            chart.plots.canvas.paint_on(painter, names)
        with _at(painter, chart.ruler_below, self):
            chart.ruler_below.paint_on(painter)
            self._paint_caption(painter)
        ends = 0, self.width(), chart.plots.mapTo(self, QPoint(0, 0)).y()
        line_across(painter, *ends, width_px=look.theme.stroke_scale, brush=look.theme.ink)
        for x in self.arrows.marked:
            self._paint_through(painter, x)
        painter.restore()
        self.foot.paint_on(painter, self._top_px + self.height())

    def _paint_caption(self, painter: QPainter) -> None:
        """Say beside the axis what its days are counted from."""
        session, look, ruler = self._session, self._look, self.chart.ruler_below
        pad = 0.8 * look.h_px
        room = QRectF(pad, 0, self.chart.frame().gutter_px - pad, ruler.height())
        words = counted_words(session.case, session.counting, session.language)
        painter.setFont(look.font("strong"))
        painter.setPen(look.theme.ink)
        shown = TextSizes(look).elided(words, "strong", room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_through(self, painter: QPainter, x: float) -> None:
        """Let a dotted line go down through the chart, behind all words."""
        chart, stroke = self.chart, self._look.theme.stroke_scale
        plots_top = chart.plots.mapTo(self, QPoint(0, 0)).y()
        words = [(rect.top(), rect.bottom()) for rect in self._scene.layout.words_at(x, stroke)]
        beside = words_across(chart.plots.placed, x)
        words += [(top + plots_top, bottom + plots_top) for top, bottom in beside]
        ends = 0.0, float(chart.ruler_below.mapTo(self, QPoint(0, 0)).y())
        for top, bottom in _free(*ends, words):
            pattern = [1.5 * stroke, 3 * stroke]
            dashes_down(
                painter,
                x,
                top,
                bottom,
                width_px=stroke,
                pattern=pattern,
                brush=self._look.theme.ink,
            )

    # -- layout -------------------------------------------------------------------------------

    @property
    def _scene(self) -> Scene:
        return self.chart.timeline.shown()

    @property
    def _top_px(self) -> float:
        return self._head_px + self.arrows.height_px

    @property
    def _head_px(self) -> float:
        return 1.3 * self._look.h_px if _head(self._session) else 0.0

    def _lay_out(self, width: int) -> None:
        """Give every row the height that it needs: nothing on paper scrolls."""
        self._settle(width, dots(100, 1))
        for _ in range(2):  # the rows of a timeline follow from its width
            chart = self.chart
            height = chart.timeline.sizeHint().height() + chart.plots.sizeHint().height()
            height += chart.splitter.handleWidth() + chart.ruler_below.sizeHint().height()
            self._settle(width, height)
        _ = self.chart.plots.placed

    def _settle(self, width: int, height: int) -> None:
        """Take a size, and give every part its own, though no window shows them."""
        self.resize(width, height)
        # What is not shown is given its sizes where it is drawn, even if none of it is.
        self.render(QPixmap(1, 1), QPoint(), QRegion(-9, -9, 1, 1))
        QCoreApplication.sendPostedEvents()
        self.chart.lay_out()
        self.render(QPixmap(1, 1), QPoint(), QRegion(-9, -9, 1, 1))

    def _words(self) -> Iterator[str]:
        for placed in self._scene.layout.placed:
            yield from (words.whole for words in placed.words)
        yield from (one.said.name for one in self.arrows.placed)
        for panel in self.chart.plots.placed.panels:
            yield panel.panel.series.title.pick(self._session.language)


def _as_chosen(state: ViewState, choices: FigureChoices, also: frozenset[str]) -> ViewState:
    state = replace(state, hidden=state.hidden | choices.hidden | also)
    if choices.keeps_window:
        return state
    return view_state.show(state, state.bounds if choices.days is None else choices.days)


def _head(session: Session) -> str:
    """Say what has to be said before anything is read; nothing for a patient's own data."""
    parts = []
    if session.case.subject.is_synthetic:
        parts.append(translate("Stage", "SYNTHETIC, not a patient."))
    return sentences(parts) if parts else ""


@contextmanager
def _at(painter: QPainter, part: QWidget, whole: QWidget) -> Iterator[None]:
    """Paint where a part of the figure stands, and nothing beyond it."""
    painter.save()
    painter.translate(part.mapTo(whole, QPoint(0, 0)))
    painter.setClipRect(part.rect(), Qt.ClipOperation.IntersectClip)
    yield
    painter.restore()


def _free(
    top: float, bottom: float, taken: list[tuple[float, float]]
) -> Iterator[tuple[float, float]]:
    """Give the stretches between two heights that nothing takes."""
    for start, end in sorted(taken):
        if start > top:
            yield top, min(start, bottom)
        top = max(top, end)
    if top < bottom:
        yield top, bottom
