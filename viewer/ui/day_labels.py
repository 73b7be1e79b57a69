"""The choices of how days are labelled: which is chosen, and why some are not offered."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup

from viewer.model.course import part
from viewer.model.event import Event
from viewer.model.label_kinds import KINDS, Kind
from viewer.model.numbering import is_offered, zero_day
from viewer.session.session import Session
from viewer.ui.commands import without_mnemonic

translate = QCoreApplication.translate


class DayLabels(QObject):
    """Keeps the actions of the day labels in step with the session."""

    def __init__(
        self, session: Session, actions: Mapping[str, QAction], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._choices = {kind: actions[f"label_{kind}"] for kind in KINDS}
        self._from_selected = actions["count_from_selected"]
        self._from_zero = actions["count_from_zero"]
        group = QActionGroup(self)
        for action in self._choices.values():
            group.addAction(action)
        session.case_changed.connect(self.show_state)
        session.numbering_changed.connect(self.show_state)
        session.selection_changed.connect(self._offer_zero)
        self.show_state()

    def show_state(self) -> None:
        """Check what days are labelled with, and offer what the disclosed case has."""
        session = self._session
        is_open = session.opened is not None
        for kind, action in self._choices.items():
            is_there = is_open and is_offered(kind, session.case, session.state.bounds)
            _offer(action, "" if is_there else missing_words(kind))
            action.setChecked(kind == session.counting.kind)
        self._offer_zero()

    def _offer_zero(self) -> None:
        session = self._session
        chosen = part(session.case, session.state.selection)
        words = translate("DayLabels", "Select an event whose day is stated exactly.")
        is_zero = isinstance(chosen, Event) and zero_day(chosen) is not None
        _offer(self._from_selected, "" if is_zero else words)
        words = translate("DayLabels", "Days are counted from day zero.")
        _offer(self._from_zero, "" if session.counting.since is not None else words)


def missing_words(kind: Kind) -> str:
    """Say why labels of a kind are not offered."""
    return {
        "hospital": translate("DayLabels", "The case tells no admission on an exact day."),
        "date": translate("DayLabels", "The case tells no calendar date."),
        "age": translate("DayLabels", "The case tells no age, or covers less than two years."),
    }.get(kind, translate("DayLabels", "No case is open."))


def _offer(action: QAction, reason: str) -> None:
    """Enable an action, or say why not where it is asked for."""
    action.setEnabled(not reason)
    action.setStatusTip(reason)
    action.setToolTip(reason or without_mnemonic(action.text()))
