"""What the commands that begin an annotation do."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from viewer.model.annotating import Edit, mark, mark_of
from viewer.model.annotation import (
    AddedEvent,
    AddedValue,
    ConferenceOutcome,
    Content,
    MarkWord,
    OnCase,
    OnDay,
    OnPart,
    OnPeriod,
    Target,
)
from viewer.model.course import part
from viewer.model.event import Event
from viewer.model.lesion_series import without_worked_out
from viewer.model.series import Series
from viewer.model.time import Instant
from viewer.ui.words.annotation_words import mark_name

if TYPE_CHECKING:
    from viewer.ui.window import Window

translate = QCoreApplication.translate

READABLE_SHARE = 0.6
"""How much of the window's height the panel takes when it is opened."""


class Writing:
    """Begins annotations on what is selected, on a day or on a period, and asks who writes them."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session
        self._annotating = window.session.annotating

    # -- who ----------------------------------------------------------------------------------

    def as_author(self, act: Callable[[], object]) -> None:
        """Do something that needs an author; ask for the name where nobody was asked yet."""
        if self._annotating.me is not None:
            act()
        else:
            self.ask_name(act)

    def ask_name(self, act: Callable[[], object]) -> None:
        """Ask for the author's name, then do something."""
        from viewer.ui.dialogs.author import AuthorDialog

        me, window, opened = self._annotating.me, self._window, self._session.opened
        dialog = AuthorDialog(me.name if me is not None else "", window.look, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def signed() -> None:
            try:
                self._annotating.sign(dialog.name.text())
            except (OSError, ValueError) as error:
                words = translate("Author", "Your name could not be kept: {reason}.")
                window.notice.say(words.format(reason=error))
                return
            if self._session.opened is opened:  # else it was meant for another case
                act()

        dialog.accepted.connect(signed)
        dialog.open()

    # -- writing ------------------------------------------------------------------------------

    def write(self, content: Content) -> None:
        """Ask for the words of a new annotation."""

        def begin() -> None:
            self.show_panel()
            self._window.panels.annotations.write(self._annotating.new_id(), content)

        self.as_author(begin)

    def show_panel(self) -> None:
        """Show the panel in front of the others, with room to read it."""
        window, dock = self._window, self._window.docks["annotations"]
        if dock.isHidden():
            dock.show()
            room = round(READABLE_SHARE * window.height())
            window.resizeDocks([dock], [room], Qt.Orientation.Vertical)
        dock.raise_()

    def here(self) -> None:
        """Write a note on what is selected, else on the cursor's day."""
        self.write(Content(kind="note", target=self._here()))

    def on_case(self) -> None:
        """Write a note on the case as a whole."""
        self.write(Content(kind="note", target=OnCase()))

    def _here(self) -> Target:
        """Give what is selected, else the cursor's day."""
        chosen = part(self._session.case, self._session.state.selection)
        if chosen is not None:
            return OnPart(part=chosen.id)
        return OnDay(day=float(math.floor(self._session.state.cursor)))

    def on_period(self) -> None:
        """Write a note on the days from one cursor to the other."""
        state = self._session.state
        if state.second is None:
            words = translate("Annotations", "M puts a second cursor; the period lies between.")
            self._window.notice.say(words)
            return
        first, last = sorted((math.floor(state.cursor), math.floor(state.second)))
        target = OnPeriod(start=float(first), end=float(last + 1))
        self.write(Content(kind="note", target=target))

    def outcome(self) -> None:
        """Write down what a conference came to."""
        self.write(Content(kind="outcome", target=self._here(), outcome=ConferenceOutcome()))

    def add_event(self) -> None:
        """Write down an event that the case lacks."""
        state, case = self._session.state, self._session.case
        chosen, day = part(case, state.selection), float(math.floor(state.cursor))
        lane = chosen.lane if isinstance(chosen, Event) else None
        if lane is None and case.lanes:
            lane = case.lanes[0].id
        title = translate("Annotations", "New event")
        event = AddedEvent(title=title, lane=lane, when=Instant(day=day))
        self.write(Content(kind="event", target=OnDay(day=day), event=event))

    def add_value(self) -> None:
        """Write down a measurement that the case lacks."""
        # To what is worked out nobody adds a value.
        state, case = self._session.state, without_worked_out(self._session.case)
        chosen, day = part(case, state.selection), float(math.floor(state.cursor))
        series = chosen if isinstance(chosen, Series) else next(iter(case.series), None)
        if series is None:
            words = translate("Annotations", "The case has no series that a value could belong to.")
            self._window.notice.say(words)
            return
        self.as_author(lambda: self._write_value(series, day))

    def _write_value(self, series: Series, day: float) -> None:
        value = AddedValue(series=series.id, day=day, value=0.0, unit=series.unit)
        self.write(Content(kind="value", target=OnDay(day=day), value=value))
        field = self._window.panels.annotations.editor.fields.value
        field.clear()  # nobody has measured a zero

    def keep_distance(self) -> None:
        """Keep the days between the two cursors."""
        state = self._session.state
        if state.second is None:
            words = translate("Annotations", "M puts a second cursor; the distance lies between.")
            self._window.notice.say(words)
            return
        first, last = (float(math.floor(day)) for day in (state.cursor, state.second))
        content = Content(kind="measure", target=OnDay(day=first), second_day=last)

        def keep() -> None:
            id_ = self._annotating.new_id()
            label = translate("Annotations", "Keep distance")
            self._annotating.edit(Edit(label, {id_: content}))

        self.as_author(keep)

    def mark(self, word: MarkWord) -> None:
        """Mark what is selected, or take the mark away."""
        chosen = part(self._session.case, self._session.state.selection)
        if chosen is None:
            words = translate("Annotations", "Select an event or another part first.")
            self._window.notice.say(words)
            return

        def toggle() -> None:
            me = self._annotating.me
            assert me is not None  # as_author has seen to it
            known = mark_of(self._annotating.all, chosen.id, word, me.id)
            if known is not None:
                words, puts = translate("Annotations", "Unmark: {mark}"), {known: None}
                self._annotating.edit(Edit(words.format(mark=mark_name(word)), puts))
            else:
                words = translate("Annotations", "Mark: {mark}")
                new = {self._annotating.new_id(): mark(chosen.id, word)}
                self._annotating.edit(Edit(words.format(mark=mark_name(word)), new))

        self.as_author(toggle)
