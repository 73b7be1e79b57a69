"""The timeline laid out for a session and a look, made anew only where something changed."""

import math

from PySide6.QtCore import QCoreApplication, QPointF

from viewer.geometry.time_scale import Frame
from viewer.model.course import discrepancies_about, part
from viewer.model.event import Event
from viewer.model.part import words_of
from viewer.model.series import Statement
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.timeline.contents import Contents, contents_of
from viewer.ui.timeline.gutter import gutter_px, title_shown
from viewer.ui.timeline.layout import Ground, ground_of, lay_out
from viewer.ui.timeline.measures import Measures
from viewer.ui.timeline.placed import Layout, Placed
from viewer.ui.words.day_words import day_label
from viewer.ui.words.joining import in_line, in_turn
from viewer.ui.words.time_words import when_short
from viewer.ui.words.tooltips import rich, tooltip

translate = QCoreApplication.translate

LONGEST_LIST = 60
"""So many events of "+N more" are named."""
SLACK_H = 0.15
"""How far beside a thing a click still hits it (lines)."""


class Page:
    """Contents, sizes and layout of a timeline, each kept until it is told to forget."""

    def __init__(self, session: Session, look: Look) -> None:
        self._session = session
        self._look = look
        self._measures: Measures | None = None
        self._contents: Contents | None = None
        self._laid_out: tuple[Frame, Ground, Layout] | None = None

    @property
    def measures(self) -> Measures:
        """The sizes that follow from the look."""
        if self._measures is None:
            self._measures = Measures(self._look)
        return self._measures

    @property
    def contents(self) -> Contents:
        """The lanes of the disclosed case."""
        if self._contents is None:
            self._contents = contents_of(
                self._session.case, self._session.counting, self._session.language
            )
        return self._contents

    @property
    def gutter_px(self) -> int:
        """The width of the left column that shows every lane's title whole."""
        return gutter_px(self.contents, self.measures)

    def forget_all(self) -> None:
        """Read the case and the look anew; another language changes both."""
        self._measures = None
        self._contents = None
        self._laid_out = None

    def forget_layout(self) -> None:
        """Lay out anew."""
        self._laid_out = None

    def laid_out(self, frame: Frame) -> tuple[Ground, Layout]:
        """Give everything as it stands in a frame at the session's window."""
        if self._laid_out is None or self._laid_out[0] != frame:
            state = self._session.state
            ground = ground_of(self._session.case, state, frame, self.measures)
            layout = lay_out(self.contents, self._session.problems, state.hidden, ground)
            self._laid_out = frame, ground, layout
        return self._laid_out[1:]

    def height_px(self, frame: Frame) -> int:
        """Give the height that all lanes take."""
        # Rows that were fitted to a room must not outgrow it by the last digit of a sum.
        return math.ceil(self.laid_out(frame)[1].height_px - 1e-6) + 1

    def usual_height_px(self, frame: Frame) -> int:
        """Give the height that shows all lanes with rows of their usual height."""
        rows, lanes = self._counts(frame)
        usual = Measures(self._look)
        return math.ceil(rows * usual.row_px + 2 * lanes * usual.lane_pad_px) + 1

    def fit(self, frame: Frame, room_px: int) -> None:
        """Lower the rows where that shows all lanes of the whole course in `room_px`.

        Not done while the window moves, so that rows keep their height then.
        """
        before = self.measures.looseness
        self.measures.fit(*self._counts(frame), room_px - 1)
        if self.measures.looseness != before:
            self.forget_layout()

    def _counts(self, frame: Frame) -> tuple[int, int]:
        layout = self.laid_out(frame)[1]
        return sum(max(lane.rows, 1) for lane in layout.lanes), len(layout.lanes)

    def name_of(self, id_: str) -> str:
        """Give an event's title and time in a line."""
        found = part(self._session.case, id_)
        if not isinstance(found, Event):
            return id_
        counting, language = self._session.counting, self._session.language
        when = when_short(found.when, counting, language)
        return in_line((words_of(found.title).pick(language), when))

    def names_of_hidden(self, thing: Placed) -> tuple[list[tuple[str, str]], str]:
        """Give id and name of the events that found no row, and how many more there are."""
        named, count = thing.hidden[:LONGEST_LIST], len(thing.hidden) - LONGEST_LIST
        rest = translate("Timeline", "and {count} more").format(count=count) if count > 0 else ""
        return [(id_, self.name_of(id_)) for id_ in named], rest

    def meant_by(self, thing: Placed, place: QPointF) -> str:
        """Give the id that a click on a thing selects: at its sign the disagreement itself."""
        if thing.sign_at(place, SLACK_H * self.measures.h_px) == "disagreement":
            about = discrepancies_about(self._session.case, thing.id)
            if about:
                return about[0].id
        return thing.id

    def description(self) -> str:
        """Say what is selected and where the cursor is."""
        state = self._session.state
        day = day_label(state.cursor, self._session.counting)
        chosen = part(self._session.case, state.selection)
        return in_turn((self.name_of(chosen.id), day)) if isinstance(chosen, Event) else day

    def tooltip_of(self, thing: Placed) -> str:
        """Give everything about a thing as safe rich text."""
        if isinstance(thing.subject, Event | Statement):
            session = self._session
            return tooltip(session.case, thing.subject, session.counting, session.language)
        if thing.hidden:
            names, rest = self.names_of_hidden(thing)
            return rich([*(name for _, name in names), rest])
        return rich([words.whole for words in thing.words])

    def lane_tooltip(self, y_px: float, frame: Frame) -> str:
        """Give the title of the lane at a height, where it is drawn shortened."""
        language = self._session.language
        for box in self.laid_out(frame)[1].lanes:
            if box.top_px <= y_px < box.bottom_px:
                whole = box.lane.title.pick(language)
                shown = title_shown(box, language, frame.gutter_px, self.measures)
                return rich([whole]) if shown != whole else ""
        return ""
