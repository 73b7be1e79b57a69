"""What the timeline says in words: names and tooltips of what stands in it, and what is chosen."""

from PySide6.QtCore import QCoreApplication

from viewer.model.course import part
from viewer.model.event import Event
from viewer.model.lanes import LaneRow
from viewer.model.part import words_of
from viewer.model.series import Statement
from viewer.session.session import Session
from viewer.ui.timeline.contents import Ids
from viewer.ui.timeline.noted import NotedLanes
from viewer.ui.timeline.placed import Placed
from viewer.ui.timeline.studied import Studied
from viewer.ui.words.day_words import day_label
from viewer.ui.words.event_names import LONGEST_LIST, name_of, names_of
from viewer.ui.words.joining import in_line, in_turn, labelled
from viewer.ui.words.time_words import when_short
from viewer.ui.words.tooltips import rich, tooltip

translate = QCoreApplication.translate


class Saying:
    """Words for what a session's timeline shows."""

    def __init__(self, session: Session, noted: NotedLanes, studied: Studied) -> None:
        self._session = session
        self._noted = noted
        self._studied = studied

    def name_of(self, id_: str) -> str:
        """Give the words and the time of what stands in a lane, in a line."""
        session = self._session
        mark = next((one for one in self._studied.now.marks if one.id == id_), None)
        if mark is None:
            return name_of(session.case, id_, session.counting, session.language)
        title = words_of(mark.title).pick(session.language)
        return in_line((title, when_short(mark.when, session.counting, session.language)))

    def names_of_hidden(self, thing: Placed) -> tuple[list[tuple[str, str]], str]:
        """Give id and name of the events that found no row, and how many more there are."""
        session = self._session
        named, rest = names_of(session.case, thing.hidden, session.counting, session.language)
        marks = {mark.id for mark in self._studied.now.marks}
        return [(id_, self.name_of(id_) if id_ in marks else name) for id_, name in named], rest

    def tooltip_of(self, thing: Placed) -> str:
        """Give everything about a thing as safe rich text."""
        if isinstance(thing.subject, Event | Statement):
            session = self._session
            given = session.case, thing.subject, session.counting, session.language
            return tooltip(*given, self._noted.lines_about(thing.id))
        if thing.hidden:
            names, rest = self.names_of_hidden(thing)
            return rich([thing.letters, *(name for _, name in names), rest, self._kept_of(thing)])
        return rich([words.whole for words in thing.words])

    def description(self, rows: tuple[LaneRow, ...]) -> str:
        """Say what is selected, where the cursor is, and which lanes are collapsed."""
        state = self._session.state
        day = day_label(state.cursor, self._session.counting)
        chosen = state.selection
        is_event = isinstance(part(self._session.case, chosen), Event)
        is_mark = any(mark.id == chosen for mark in self._studied.now.marks)
        name = self.name_of(chosen) if chosen is not None and (is_event or is_mark) else ""
        titles = [row.lane.title.pick(self._session.language) for row in rows]
        shut = [t for t, row in zip(titles, rows, strict=True) if row.is_collapsed]
        words = labelled(translate("Timeline", "collapsed"), in_line(shut[:LONGEST_LIST]))
        return in_turn((name, day, words if shut else ""))

    def _kept_of(self, thing: Placed) -> str:
        """Say how much of what a mark stands for the filter keeps; nothing without a filter."""
        if not self._session.state.filter.is_on:
            return ""
        kept, hidden, left_out = self._studied.kept, thing.hidden, self._studied.left_out
        if isinstance(hidden, Ids) and kept is not None:
            count = int(kept[hidden.numbers].sum())
        else:
            has = self._session.kept.has_id
            count = sum(has(id_) and id_ not in left_out for id_ in hidden)
        words = translate("Timeline", "{count} of {all} kept by the filter")
        return words.format(count=f"{count:,}", all=f"{len(hidden):,}")
