"""Notices across the window: one sentence, what can be done about it, and a way to dismiss it."""

from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton

translate = QCoreApplication.translate


class _Notice(NamedTuple):
    words: str
    action: str
    act: Callable[[], None] | None
    is_kept: bool
    """Whether it stays until it is dismissed, whatever else is said meanwhile."""


class NoticeBar(QFrame):
    """Says something without taking the window away; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.words = notice_words()
        self.action = QPushButton()
        self._shown: _Notice | None = None
        self._waiting = deque[_Notice]()
        self.action.clicked.connect(self._on_action_clicked)
        self.dismiss = QToolButton()
        self.dismiss.setText("×")
        self.dismiss.setAccessibleName(translate("Notice", "Dismiss this notice"))
        self.dismiss.setToolTip(self.dismiss.accessibleName())
        self.dismiss.clicked.connect(self._show_next)
        layout = QHBoxLayout(self)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.action)
        layout.addWidget(self.dismiss)
        self.hide()

    def say(
        self,
        words: str,
        action: str = "",
        act: Callable[[], None] | None = None,
        *,
        is_kept: bool = False,
    ) -> None:
        """Show a sentence now, with a button that acts where there is something to do.

        It goes with whatever is said next, unless it is kept: then it comes again after that.
        """
        if self._shown is not None and self._shown.is_kept:
            self._waiting.appendleft(self._shown)
        self._show(_Notice(words, action, act, is_kept))

    def add(self, words: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a sentence once those before it are dismissed; it is kept until it is, too."""
        self._waiting.append(_Notice(words, action, act, is_kept=True))
        if self._shown is None:
            self._show_next()

    def take_back(self) -> None:
        """Let go of what was said last, unless it is kept."""
        if self._shown is not None and not self._shown.is_kept:
            self._show_next()

    def clear(self) -> None:
        """Let go of everything."""
        self._waiting.clear()
        self._show_next()

    def _show(self, notice: _Notice) -> None:
        self._shown = notice
        self.words.setText(notice.words)
        self.setAccessibleName(notice.words)
        self.action.setText(notice.action)
        self.action.setVisible(bool(notice.action))
        self.show()

    def _show_next(self) -> None:
        self._shown = None
        if self._waiting:
            self._show(self._waiting.popleft())
        else:
            self.hide()

    def _on_action_clicked(self) -> None:
        act = None if self._shown is None else self._shown.act
        self._show_next()
        if act is not None:
            act()


def notice_words() -> QLabel:
    """Make a label for the sentence of a notice: plain, wrapped, and to be copied."""
    words = QLabel()
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setWordWrap(True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return words
