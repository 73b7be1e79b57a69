"""What the presenter wants to say: plain text that stays where it was read, and scrolls."""

import math

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from viewer.session.presenting.talk import Talk

translate = QCoreApplication.translate


class SpeakerNotes(QPlainTextEdit):
    """The notes of the scene that is shown; it never takes the keys, they are the talk's."""

    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk = talk
        self._shown: tuple[str, str] | None = None
        self.setObjectName("speaker-notes")
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # they wrap
        self.setAccessibleName(translate("SpeakerNotes", "Speaker notes"))

    def show_state(self) -> None:
        """Show the notes of the scene; the same ones stay where they have been read to."""
        talk = self._talk
        words = talk.notes or translate("SpeakerNotes", "No notes for this scene.")
        wanted = "" if talk.scene is None else talk.scene.id, words
        if wanted != self._shown:
            self._shown = wanted
            self.setPlainText(words)

    def read_on(self, steps: int) -> None:
        """Go on in the notes by half of what is seen (back, where negative)."""
        bar = self.verticalScrollBar()  # it counts lines
        bar.setValue(bar.value() + steps * max(1, bar.pageStep() // 2))

    def pad(self, px: int) -> None:
        """Keep so much ground free around the words, wherever they are read."""
        self.document().setDocumentMargin(0)  # it would scroll away
        self.setViewportMargins(px, px, px, px)

    def height_within(self, most_px: int) -> int:
        """The height in which all of the notes are seen, or else as many whole lines as can be.

        It is for the width that there is.
        """
        # One that is about to go would still take some of the width.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        margins = 2 * self.document().documentMargin()
        # Without the one pixel Qt would scroll what is seen whole.
        around = self.height() - self.viewport().height() + margins + 1
        all_px, line_px = 0.0, 1.0
        block = self.document().firstBlock()
        while block.isValid():
            self.blockBoundingRect(block)  # lays out what nobody has looked at yet
            laid_out = block.layout()
            height = laid_out.boundingRect().height()
            all_px += height
            # Measured, since another script's font may have higher lines than the widget's.
            line_px = max(line_px, height / max(laid_out.lineCount(), 1))
            block = block.next()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        if around + all_px > most_px:
            all_px = (most_px - around) // line_px * line_px
        return math.ceil(around + all_px)
