"""The window that the room sees: the stage alone, full screen or in a window."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.session.presenting.talk import Talk
from viewer.ui.look import Look
from viewer.ui.present.dressing import dress
from viewer.ui.present.screens import fill
from viewer.ui.present.speaker_notes import SpeakerNotes
from viewer.ui.present.stage import Stage
from viewer.ui.present.talk_keys import TalkKeys

translate = QCoreApplication.translate

WINDOWED = QSize(1280, 720)
NOTES_SHARE = 0.35
"""The share of the height that the notes may take where there is no other screen for them."""
NOTES_MARGIN_EM = 1.0


class StageWindow(QWidget):
    """Holds a stage; the speaker notes lie over it only when a key asks for them."""

    closed = Signal()

    def __init__(self, talk: Talk) -> None:
        super().__init__()
        self.stage = Stage(talk)
        self.keys: TalkKeys | None = None
        self.notes = SpeakerNotes(talk, self)
        # Keys and wheel scroll them; nothing else is done with them where the room looks on.
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.notes.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
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
        if not self.notes.isVisible():
            return  # it is done when they come
        notes, look = self.notes, self.stage.look
        font = QFont(look.font("label"))
        font.setPointSizeF(look.stage_pt)  # whatever the chart needs
        if notes.font() != font:
            notes.setFont(font)
            notes.pad(round(NOTES_MARGIN_EM * look.stage_px))
        most = round(NOTES_SHARE * self.height())
        notes.setGeometry(0, self.height() - most, self.width(), most)
        notes.show_state()
        height = notes.height_within(most)
        notes.setGeometry(0, self.height() - height, self.width(), height)
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
