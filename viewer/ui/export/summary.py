"""The case on one sheet: who it is, the course, what was found and done, and how it ended."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from viewer.model.part import words_of
from viewer.session.session import Session
from viewer.ui.export.choices import FigureChoices
from viewer.ui.export.fitted import Fitted, fitted, least_scale
from viewer.ui.export.print_look import PrintLook
from viewer.ui.export.sheets import TEXT_MM, Placed, Running, Sheet, body
from viewer.ui.export.summary_text import Listed, lists_of
from viewer.ui.export.typeset import DOTS_PER_PT, Column, Paragraph, Typesetter, mm, paragraphs
from viewer.ui.identity import identity_text

BODY_PT = 7.0
GAP_MM, UNDER_MM = 6.0, 3.0
LEAST_FIGURE = 0.5
"""The figure has at least this share of the sheet, however much there is to say."""
MOST_HEAD = 0.15


class _Figure(NamedTuple):
    """The course, where it stands."""

    figure: Fitted
    at: QPointF

    def paint_on(self, painter: QPainter) -> None:
        """Paint it in its place."""
        self.figure.paint_on(painter, self.at)


def summary(session: Session, choices: FigureChoices) -> Sheet:
    """Lay out the one sheet of what a session shows; lists that are too long are cut short."""
    look = PrintLook(session.language, DOTS_PER_PT, is_opaque=True)
    setter = Typesetter(look, BODY_PT)
    room, title = body(), words_of(session.case.title).pick(session.language)
    head = _head(setter, session, title, "", room)
    width = (room.width() - mm(GAP_MM)) / 2
    columns = _in_two(setter, lists_of(session), width)
    wanted = max(setter.height(_said(lists), width) for lists in columns)
    free = room.height() - head.height - 2 * mm(UNDER_MM)
    high = max(free - wanted, LEAST_FIGURE * room.height())
    drawn = replace(choices, width_mm=TEXT_MM, has_legend=False)
    figure = fitted(session, drawn, QSizeF(room.width(), high), least_scale(look))
    if figure.left_out:  # the room for the words about it is taken from the lists below
        head = _head(setter, session, title, figure.left_out, room)
    at = QPointF(room.left(), room.top() + head.height + mm(UNDER_MM))
    below = at.y() + figure.size.height() + mm(UNDER_MM)
    words = [
        Placed(QPointF(x, below), _fitting(setter, lists, width, room.bottom() - below))
        for x, lists in zip((room.left(), room.right() - width), columns, strict=True)
    ]
    running = Running(title, 1, session.case.subject.is_synthetic)
    return Sheet(look, running, (Placed(room.topLeft(), head), _Figure(figure, at), *words))


def figure_sheet(session: Session, choices: FigureChoices) -> Sheet:
    """Lay out a figure alone on a sheet, as wide as it is wanted where there is room."""
    look, room = PrintLook(session.language, DOTS_PER_PT, is_opaque=True), body()
    width_mm = min(choices.width_mm, TEXT_MM)
    figure = fitted(session, replace(choices, width_mm=width_mm), room.size(), least=0.0)
    title = words_of(session.case.title).pick(session.language)
    running = Running(title, 1, session.case.subject.is_synthetic)
    return Sheet(look, running, (_Figure(figure, room.topLeft()),))


def _head(setter: Typesetter, session: Session, title: str, left_out: str, room: QRectF) -> Column:
    case, horizon = session.case, session.state.horizon
    identity = identity_text(case, session.counting, session.language, horizon)
    said = (*paragraphs(title, "title"), Paragraph(identity, "second"))
    if left_out:
        said = (*said, Paragraph(left_out, "second", gap=0.1))
    return setter.fill(said, room.width(), MOST_HEAD * room.height())[0]


def _said(lists: Sequence[Listed]) -> list[Paragraph]:
    return [paragraph for one in lists for paragraph in one.paragraphs()]


def _in_two(
    setter: Typesetter, lists: Sequence[Listed], width: float
) -> tuple[Sequence[Listed], Sequence[Listed]]:
    """Share lists out over two columns, in their order, so that the higher is as low as can be."""
    high = [setter.height(one.paragraphs(), width) for one in lists]
    at = min(range(len(lists) + 1), key=lambda n: max(sum(high[:n]), sum(high[n:])))
    return lists[:at], lists[at:]


def _fitting(setter: Typesetter, lists: Sequence[Listed], width: float, height: float) -> Column:
    """Set lists in a column; of what is too high the longest lists lose their last items."""
    kept = list(lists)
    while setter.height(_said(kept), width) > height:
        at = max(range(len(kept)), key=lambda n: len(kept[n].items))
        if len(kept[at].items) < 2:
            break
        kept[at] = kept[at].shorter()
    return setter.fill(_said(kept), width, height)[0]
