"""The window that the room sees: the stage alone, full screen or in a window."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from viewer.session.presenting.talk import Talk
from viewer.ui.look import Look
from viewer.ui.present.dressing import dress
from viewer.ui.present.screens import fill
from viewer.ui.present.stage import Stage
from viewer.ui.present.talk_keys import TalkKeys

translate = QCoreApplication.translate

WINDOWED = QSize(1280, 720)
NOTES_SHARE = 0.35
"""The share of the height that the notes may take where there is no other screen for them."""


class StageWindow(QWidget):
    """Holds a stage; the speaker notes lie over it only when a key asks for them."""

    closed = Signal()

    def __init__(self, talk: Talk) -> None:
        super().__init__()
        self.stage = Stage(talk)
        self.keys: TalkKeys | None = None
        self.notes = QLabel(self)
        self.notes.setObjectName("speaker-notes")
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setWordWrap(True)
        self.notes.setAutoFillBackground(True)
        self.notes.setAccessibleName(translate("Stage", "Speaker notes"))
        self.notes.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stage)
        dress(self, Look("dark").theme)  # the notes; the stage has its own
        self.stage.dress()
        self.setObjectName("stage-window")
        # Its title may stand on a task bar that the room sees.
        self.setWindowTitle(translate("Stage", "Stage") + " · Dayline")
        talk.scene_changed.connect(self._show_notes)

    def put_on(self, screen: QScreen | None) -> None:
        """Fill a screen; stand in a window with None."""
        if screen is None:
            self.showNormal()
            self.resize(WINDOWED)
            return
        fill(self, screen)

    def toggle_notes(self) -> None:
        """Lay the speaker notes over the stage, or take them away."""
        self.notes.setVisible(not self.notes.isVisible())
        self._show_notes()

    def _show_notes(self) -> None:
        look, words = self.stage.look, self.stage.talk.notes
        self.notes.setText(words or translate("Stage", "No notes for this scene."))
        self.notes.setFont(look.font("label"))
        self.notes.setMargin(round(look.stage_px))
        height = min(self.notes.heightForWidth(self.width()), round(NOTES_SHARE * self.height()))
        self.notes.setGeometry(0, self.height() - height, self.width(), height)
        self.notes.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the notes at the foot."""
        super().resizeEvent(event)
        self._show_notes()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Keep the keys, as the stage does."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand keys to the talk."""
        if self.keys is None or not self.keys.takes(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the stage ends the talk."""
        super().closeEvent(event)
        self.closed.emit()
