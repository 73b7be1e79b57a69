"""A notice across the window: one sentence, what can be done about it, and a way to dismiss it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton

translate = QCoreApplication.translate


class NoticeBar(QFrame):
    """Says something without taking the window away; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.words = notice_words()
        self.action = QPushButton()
        self._act: Callable[[], None] | None = None
        self.action.clicked.connect(self._on_action_clicked)
        self.dismiss = QToolButton()
        self.dismiss.setText("×")
        self.dismiss.setAccessibleName(translate("Notice", "Dismiss this notice"))
        self.dismiss.setToolTip(self.dismiss.accessibleName())
        self.dismiss.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.action)
        layout.addWidget(self.dismiss)
        self.hide()

    def say(self, words: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a sentence, with a button that acts where there is something to do."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self._act = act
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.show()

    def _on_action_clicked(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()


def notice_words() -> QLabel:
    """Make a label for the sentence of a notice: plain, wrapped, and to be copied."""
    words = QLabel()
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setWordWrap(True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return words
