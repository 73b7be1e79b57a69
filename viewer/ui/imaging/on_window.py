"""Pictures in a window: who measures on them, and how much memory they may take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from viewer.session.pictures.kept_limits import keep_limits, limits_in

if TYPE_CHECKING:
    from viewer.ui.window import Window


class PicturesOnWindow(QObject):
    """Joins the pictures of a session with the window that shows them."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.session.pictures.set_limits(limits_in(window.settings))

    def connect_all(self) -> None:
        """Listen, once the window has its panels."""
        window = self._window
        panel = window.panels.imaging
        panel.author_wanted.connect(window.annotate.verbs.writing.as_author)
        window.session.pictures.limits_changed.connect(self._on_limits_changed)
        for one in window.panels.by_name().values():
            one.comparison_wanted.connect(self.compare)

    def compare(self, first: str, second: str) -> None:
        """Show two studies, given by their ids, beside each other, in front of other panels."""
        dock = self._window.docks["imaging"]
        dock.show()
        dock.raise_()
        self._window.panels.imaging.compare(first, second)

    def end(self) -> None:
        """Leave no picture in a window of its own."""
        pictured = self._window.panels.imaging.pictured
        if pictured is not None:
            pictured.enlarging.bring_back()

    def _on_limits_changed(self) -> None:
        keep_limits(self._window.settings, self._window.session.pictures.limits)
