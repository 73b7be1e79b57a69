"""The handout: the scenes of a deck on sheets of A4, one, two or six a sheet, with the notes."""

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, inf
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from viewer.model.part import words_of
from viewer.model.scene import Scene
from viewer.session.session import Session
from viewer.ui.export.choices import FigureChoices
from viewer.ui.export.fitted import Fitted, fitted, least_scale
from viewer.ui.export.panel_text import told_by
from viewer.ui.export.print_look import PrintLook
from viewer.ui.export.sheets import Page, Placed, Running, Sheet, body
from viewer.ui.export.typeset import DOTS_PER_PT, Paragraph, Typesetter, mm, paragraphs
from viewer.ui.identity import who
from viewer.ui.words.day_words import day_name
from viewer.ui.words.joining import sentences

translate = QCoreApplication.translate

GAP_MM = 7.0
"""Between scenes, and between columns."""
UNDER_MM = 3.0
"""Between a figure and what stands above or below it."""
SPARE_MM = 1.0
LEAST_COLUMN_MM = 14.0
"""In less room no words begin."""
LEAST_FIGURE = 0.4
"""Of a small place a figure has at least this share, however long the notes are."""

TIDIED_EVERY = 24
"""After so many scenes the figures of the earlier ones are cleared away."""

Showing = Callable[[Scene], Session]
"""Gives a session of its own that shows a scene."""


class Way(NamedTuple):
    """How so many scenes stand on a sheet."""

    columns: int
    rows: int
    figure_mm: float
    """The width that a figure is laid out for."""
    body_pt: float
    is_beside: bool = False
    """Whether the words stand beside the figure, and not below it."""
    is_small: bool = False
    """Whether figures may be as small as they have to be, and panels are left out."""


WAYS = {
    1: Way(1, 1, 174.0, 8.5),
    2: Way(1, 2, 114.0, 7.0, is_beside=True),
    6: Way(2, 3, 114.0, 7.0, is_small=True),
}
"""By how many scenes stand on a sheet."""


class _Told(NamedTuple):
    """What sheets have to know of a scene after its session is gone."""

    title: str
    case_title: str
    horizon: float
    is_synthetic: bool


@dataclass(frozen=True)
class _Place:
    """A scene in its place on a sheet."""

    told: _Told
    figure: Fitted
    figure_at: QPointF
    words: tuple[Placed, ...]
    rest: tuple[Paragraph, ...]
    """What found no room."""

    @property
    def bottom(self) -> float:
        """Where it ends on the sheet (dots)."""
        ends = (placed.at.y() + placed.column.height for placed in self.words)
        return max(self.figure_at.y() + self.figure.size.height(), *ends)

    def paint_on(self, painter: QPainter) -> None:
        """Paint the figure, and the words about it."""
        first, *others = self.words
        first.paint_on(painter)
        self.figure.paint_on(painter, self.figure_at)
        for placed in others:
            placed.paint_on(painter)


class Handout:
    """Lays out scenes sheet by sheet; no more than one sheet of them is there at a time."""

    def __init__(
        self,
        scenes: Sequence[Scene],
        showing: Showing,
        language: str,
        choices: FigureChoices,
        *,
        per_page: int = 1,
        has_notes: bool = True,
    ) -> None:
        self._scenes, self._showing, self._language = scenes, showing, language
        self._way = WAYS[per_page]
        self._has_notes = has_notes
        has_legend = choices.has_legend and per_page == 1
        width = self._way.figure_mm
        self._choices = replace(
            choices, width_mm=width, keeps_window=True, days=None, has_legend=has_legend
        )
        self._look = PrintLook(language, DOTS_PER_PT, is_opaque=True)
        self._setter = Typesetter(self._look, self._way.body_pt)

    @property
    def title(self) -> str:
        """The title of the case as it is known in the earliest of the scenes."""
        first = min(self._scenes, key=lambda scene: _day(scene.horizon))
        return _title(self._showing(first))

    @property
    def count(self) -> int:
        """How many sheets there are where all notes find room."""
        return ceil(len(self._scenes) / len(_places(self._way)))

    def pages(self) -> Iterator[Sheet]:
        """Give the sheets in order; what finds no room follows on sheets of its own."""
        places, count = _places(self._way), len(self._scenes)
        number = 0
        for first in range(0, count, len(places)):
            parts = list[_Place]()
            for at, room in enumerate(places[: count - first], first):
                top = room.top()
                if parts and self._way.columns == 1:  # it has the room that the last one left
                    top = parts[-1].bottom + mm(GAP_MM)
                parts.append(self._place(at, room.adjusted(0, top - room.top(), 0, 0)))
            if first % TIDIED_EVERY < len(places):
                gc.collect()  # figures hold themselves, and nothing else may look for rubbish
            for on_it, told in self._sheets(parts):
                number += 1
                # A sheet is headed by what may be known in the earliest of its scenes.
                earliest = min(told, key=lambda one: one.horizon)
                running = Running(earliest.case_title, number, earliest.is_synthetic)
                yield Sheet(self._look, running, tuple(on_it))

    def _sheets(self, parts: Sequence[_Place]) -> Iterator[tuple[Sequence[Page], Sequence[_Told]]]:
        """Give what stands on one sheet, then what is left of its words, in two columns a sheet."""
        yield parts, [part.told for part in parts]
        left = [part for part in parts if part.rest]
        words = translate("Export", "{title} (continued)")
        waiting = tuple(
            paragraph
            for part in left
            for paragraph in (
                Paragraph(words.format(title=part.told.title), "head", gap=1.5),
                *part.rest,
            )
        )
        room = body()
        width = (room.width() - mm(GAP_MM)) / 2
        while waiting:
            columns = list[Placed]()
            for x in (room.left(), room.left() + width + mm(GAP_MM)):
                column, waiting = self._setter.fill(waiting, width, room.height(), is_forced=True)
                columns.append(Placed(QPointF(x, room.top()), column))
            yield columns, [part.told for part in left]

    # -- one scene ----------------------------------------------------------------------------

    def _place(self, number: int, room: QRectF) -> _Place:
        scene = self._scenes[number]
        session, language = self._showing(scene), self._language
        subject, horizon = session.case.subject, session.state.horizon
        title = f"{number + 1}. {scene.title.pick(language)}"
        told = _Told(title, _title(session), _day(horizon), subject.is_synthetic)
        notes = self._notes(scene)
        panel = () if self._way.is_small else told_by(scene.panel, session, self._look)
        figure_room = self._figure_room(room, self._head(told, session, ""), notes)
        least = 0.0 if self._way.is_small else least_scale(self._look)
        figure = fitted(session, self._choices, figure_room, least)
        head, more = self._setter.fill(
            self._head(told, session, figure.left_out), room.width(), 0.3 * room.height()
        )
        top = room.top() + head.height + mm(UNDER_MM)
        columns, rest = self._words(room, top, figure, (*more, *notes), panel)
        at = QPointF(room.left(), top)
        return _Place(told, figure, at, (Placed(room.topLeft(), head), *columns), rest)

    def _head(self, told: _Told, session: Session, left_out: str) -> tuple[Paragraph, ...]:
        """Give the title of a scene, and below it whom it shows and how far it goes."""
        facts = [who(session.case.subject) + translate("Export", ".")]
        if session.state.horizon is not None:
            words = translate("Stage", "Up to {day}.")
            facts.append(words.format(day=day_name(session.state.horizon, session.counting)))
        facts.append(left_out)
        return (
            *paragraphs(told.title, "title"),
            Paragraph(sentences(facts), "second", gap=0.1),
        )

    def _notes(self, scene: Scene) -> tuple[Paragraph, ...]:
        if not self._has_notes or scene.notes is None:
            return ()
        said = tuple(paragraphs(scene.notes.pick(self._language)))
        head = Paragraph(translate("SpeakerNotes", "Speaker notes"), "head")
        return (head, *said) if said else ()

    def _figure_room(
        self, room: QRectF, head: Sequence[Paragraph], notes: Sequence[Paragraph]
    ) -> QSizeF:
        """Give how large a figure may be; a small one leaves some room for the notes below it."""
        over = self._setter.height(head, room.width()) + mm(UNDER_MM)
        free = room.height() - over
        if self._way.is_small and notes:
            wanted = self._setter.height(notes, room.width()) + mm(UNDER_MM + SPARE_MM)
            free = max(free - wanted, LEAST_FIGURE * room.height())
        width = mm(self._way.figure_mm)
        return QSizeF(min(width, room.width()), free)

    def _words(
        self,
        room: QRectF,
        top: float,
        figure: Fitted,
        notes: Sequence[Paragraph],
        panel: Sequence[Paragraph],
    ) -> tuple[tuple[Placed, ...], tuple[Paragraph, ...]]:
        """Give the columns of words about a figure, and what finds no room in them."""
        gap, below = mm(GAP_MM), top + figure.size.height() + mm(UNDER_MM)
        left, right = room.left(), room.left() + mm(self._way.figure_mm) + gap
        if self._way.is_small:
            columns = [QRectF(left, below, room.width(), room.bottom() - below)]
        elif self._way.is_beside:
            columns = [
                QRectF(right, top, room.right() - right, room.bottom() - top),
                QRectF(left, below, mm(self._way.figure_mm), room.bottom() - below),
            ]
        else:
            width = (room.width() - gap) / 2
            beside = QRectF(left + width + gap, below, width, room.bottom() - below)
            columns = [QRectF(left, below, width, beside.height()), beside]
        return self._flowed(columns, [tuple(notes), tuple(panel)])

    def _flowed(
        self, columns: Sequence[QRectF], words: Sequence[tuple[Paragraph, ...]]
    ) -> tuple[tuple[Placed, ...], tuple[Paragraph, ...]]:
        """Put notes into the first column and the panel's words into the second.

        What finds no room in one goes on in the other, below what stands there.
        """
        placed, waiting, free = list[Placed](), list(words), list(columns)
        last = len(columns) - 1
        for which, at in dict.fromkeys([(0, 0), (1, last), (0, last), (1, 0)]):
            room = free[at]
            if room.height() < mm(LEAST_COLUMN_MM):
                continue
            column, waiting[which] = self._setter.fill(waiting[which], room.width(), room.height())
            if column.rows:
                placed.append(Placed(room.topLeft(), column))
                free[at] = room.adjusted(0, column.height + mm(UNDER_MM), 0, 0)
        return tuple(placed), (*waiting[0], *waiting[1])


def _places(way: Way) -> list[QRectF]:
    """Give where scenes stand on a sheet, in the order in which they are read."""
    room, gap = body(), mm(GAP_MM)
    width = (room.width() - (way.columns - 1) * gap) / way.columns
    height = (room.height() - (way.rows - 1) * gap) / way.rows
    return [
        QRectF(
            room.left() + column * (width + gap), room.top() + row * (height + gap), width, height
        )
        for row in range(way.rows)
        for column in range(way.columns)
    ]


def _day(horizon: int | None) -> float:
    return inf if horizon is None else float(horizon)


def _title(session: Session) -> str:
    return words_of(session.case.title).pick(session.language)
