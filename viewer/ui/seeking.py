"""Find and filter in the window: their bars, and the panel that tells what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from viewer.model.case import Discrepancy, Note
from viewer.model.clinical import Report, Study
from viewer.model.course import Selectable, part
from viewer.ui.dialogs.filter import FilterDialog
from viewer.ui.filter_bar import FilterBar
from viewer.ui.find_bar import FindBar

if TYPE_CHECKING:
    from viewer.ui.window import Window


class Seeking(QObject):
    """Makes the bars and follows what is gone to."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.find_bar = FindBar(window.session, window.look)
        self.filter_bar = FilterBar(window.session, window.look)
        self.filter_bar.wanted.connect(self.open_filter)
        window.session.found_changed.connect(self._on_found_changed)

    def open_filter(self) -> None:
        """Ask what the person wants to look at."""
        dialog = FilterDialog(self._window.session, self._window.look, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_found_changed(self) -> None:
        """Bring the panel to the front that tells what was gone to in full."""
        session = self._window.session
        chosen = part(session.case, session.state.selection)
        if session.state.hit is not None and chosen is not None:
            dock = self._window.docks[_teller(chosen)]
            dock.show()
            dock.raise_()


def _teller(thing: Selectable) -> str:
    match thing:
        case Study():
            return "imaging"
        case Report():
            return "pathology"
        case Note() | Discrepancy():
            return "notes"
    return "details"
