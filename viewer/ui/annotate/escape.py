"""Escape while something is dragged: it is abandoned, whatever has the focus."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication


class EscapeWatch(QObject):
    """Takes the key from the whole program, but only between `begin` and `end`."""

    def __init__(self, parent: QObject, abandon: Callable[[], None]) -> None:
        super().__init__(parent)
        self._abandon = abandon

    def begin(self) -> None:
        """Take the key from now on."""
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def end(self) -> None:
        """Leave it to others again."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take Escape; its shortcut, too, else the window's own command would come first."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._abandon()
        event.accept()
        return True
