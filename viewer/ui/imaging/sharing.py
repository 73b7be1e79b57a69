"""How a picture and what is told of it share a panel, until a hand parts them otherwise."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSplitter

from viewer.ui.look import Look

TOLD_SHARE = 0.36
"""What is told has so much of the height."""
PICTURE_LINES, LEAST_LINES = 20, 3.5
"""In a low panel the picture has so many lines first, as long as some are left for what is told."""
TOLD_LINES = 13
"""In a high panel it has no more lines than these: the picture gets the rest."""


class Sharing(QObject):
    """Gives the picture, the first in a splitter, most of the room that there is."""

    def __init__(self, splitter: QSplitter, look: Look) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        self._look = look
        self._is_by_hand = False
        self._shared: tuple[list[int], list[int]] | None = None
        """What was shared out last, and what came of it: to do so again lays all out anew."""
        splitter.splitterMoved.connect(self._on_moved)
        splitter.installEventFilter(self)

    def share_out(self) -> None:
        """Part the room, unless a hand has done so."""
        height = self._splitter.height()
        if not self._is_by_hand and height > 0:
            line = self._look.h_px
            left = max(height - PICTURE_LINES * line, LEAST_LINES * line)
            told = min(TOLD_SHARE * height, TOLD_LINES * line, left)
            shares = [round(height - told), round(told)]
            if (shares, self._splitter.sizes()) != self._shared:
                self._splitter.setSizes(shares)
                self._shared = shares, self._splitter.sizes()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the height of the panel."""
        if watched is self._splitter and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.share_out()
        return False

    def _on_moved(self) -> None:
        self._is_by_hand = True
