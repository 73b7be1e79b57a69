"""A figure in a place on a sheet: smaller as a whole, or without the last series."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QSizeF
from PySide6.QtGui import QPainter

from viewer.model.event import Lane
from viewer.model.lanes import rows as lanes_shown
from viewer.model.series import Series
from viewer.session.session import Session
from viewer.ui.export.choices import FigureChoices
from viewer.ui.export.figure import Figure
from viewer.ui.export.print_look import SMALLEST_PT, PrintLook
from viewer.ui.export.typeset import DOTS_PER_PT
from viewer.ui.words.joining import in_line

translate = QCoreApplication.translate

MOST_NAMED = 7
"""Of what there is no room for so many are named."""


class Fitted(NamedTuple):
    """A figure, and how much smaller than laid out it is painted."""

    figure: Figure
    scale: float
    left_out: str
    """What there was no room for, as a sentence; empty for nothing."""

    @property
    def size(self) -> QSizeF:
        """How large it is on the sheet (dots)."""
        return QSizeF(self.figure.dots) * self.scale

    def paint_on(self, painter: QPainter, at: QPointF) -> None:
        """Paint it, its upper left corner there."""
        painter.save()
        painter.translate(at)
        painter.scale(self.scale, self.scale)
        self.figure.paint_on(painter)
        painter.restore()


def least_scale(look: PrintLook) -> float:
    """Give how small a figure may be painted before its type is smaller than is read."""
    return SMALLEST_PT * DOTS_PER_PT / look.font("small").pixelSize()


def fitted(session: Session, choices: FigureChoices, room: QSizeF, least: float) -> Fitted:
    """Lay out what a session shows for a room.

    Where it would be smaller than `least` of its size the last series are left out one by one, and
    then the last lanes, as on a stage. With one of each it is as small as it has to be.
    """
    series = [one for one in session.case.series if _is_shown(session, choices, one)]
    state = replace(session.state, hidden=session.state.hidden | choices.hidden)
    lanes = [row.lane for row in lanes_shown(session.case.lanes, state)]
    gone: list[Series | Lane] = []
    while True:
        hidden = choices.hidden | {one.id for one in gone}
        figure = Figure(session, replace(choices, hidden=hidden), DOTS_PER_PT, is_opaque=True)
        size = figure.dots
        scale = min(1.0, room.width() / size.width(), room.height() / size.height())
        if scale >= least or not (dropped := _dropped(figure, series, lanes, room, least)):
            return Fitted(figure, max(scale, 1e-3), _said(session, gone))
        gone += dropped


def _is_shown(session: Session, choices: FigureChoices, series: Series) -> bool:
    return series.id not in session.state.hidden | choices.hidden


def _dropped(
    figure: Figure, series: list[Series], lanes: list[Lane], room: QSizeF, least: float
) -> Sequence[Series | Lane]:
    """Take as many of the last series as are too high, else of the lanes; one of each stays."""
    excess = figure.dots.height() - room.height() / least
    if excess <= 0:
        return ()  # it is too wide, which nothing less would change
    if len(series) > 1:
        heights = {
            one.panel.series.id: one.row.height() for one in figure.chart.plots.placed.panels
        }
        gone = list[Series]()
        while len(series) > 1 and (excess > 0 or not gone):
            gone.append(series.pop())
            excess -= heights.get(gone[-1].id, 0.0)
        return gone
    if len(lanes) > 1:
        share = excess / figure.dots.height()
        count = max(1, min(len(lanes) - 1, ceil(len(lanes) * share)))
        taken = lanes[-count:]
        del lanes[-count:]
        return taken
    return ()


def _said(session: Session, gone: Sequence[Series | Lane]) -> str:
    if not gone:
        return ""
    columns: tuple[Lane | Series, ...] = (*session.case.lanes, *session.case.series)
    ids = {one.id for one in gone}
    names = [one.title.pick(session.language) for one in columns if one.id in ids]
    if len(names) > MOST_NAMED:
        rest = translate("Timeline", "and {count} more")
        names[MOST_NAMED:] = [rest.format(count=len(names) - MOST_NAMED)]
    return translate("Stage", "No room for: {names}.").format(names=in_line(names))
