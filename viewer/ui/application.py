"""The one application. macOS tells it which document to open; elsewhere the command line does."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Hears of documents that a person opens in the Finder, or drops on the icon in the Dock."""

    file_wanted = Signal(object)
    """A Path."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self.wanted: Path | None = None
        """What was asked for before anyone heard it: a document that started the program."""

    def event(self, event: QEvent) -> bool:
        """Take a document to be opened; all else is the application's own."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.wanted = Path(event.file())
            self.file_wanted.emit(self.wanted)
            return True
        return super().event(event)
