"""Markdown that a person typed, as plain formatted text: no pictures, no HTML, no live links."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from viewer.ui.look import Look
from viewer.ui.widgets.block import Follow

_PICTURE = re.compile(r"!(?=\[)")


class _Closed(QTextDocument):
    """A document that loads nothing, from nowhere."""

    def loadResource(self, _type: int, _name: QUrl | str) -> object:
        """Give nothing."""
        return None


class FormattedText(QTextEdit):
    """Read-only words, as high as they need to be."""

    def __init__(self, markdown: str, look: Look) -> None:
        super().__init__()
        self._shown = _Closed(self)
        self._shown.setDefaultFont(look.font("label"))
        self._shown.setDocumentMargin(0)
        # A picture becomes a link with its words, and links lead nowhere below.
        features = QTextDocument.MarkdownFeature.MarkdownNoHTML
        dialect = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        self._shown.setMarkdown(_PICTURE.sub("", markdown), features | dialect)
        self.setDocument(self._shown)
        self.setReadOnly(True)
        by_mouse = Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(by_mouse)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.toPlainText())

    def hasHeightForWidth(self) -> bool:
        """Say that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the wrapped words."""
        copy = self._shown.clone()
        copy.setTextWidth(width)
        return round(copy.size().height()) + 1

    def sizeHint(self) -> QSize:
        """Ask for the height of the present width."""
        width = max(self.width(), 50)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Take any width."""
        return QSize(50, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height with another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setFixedHeight(self.heightForWidth(event.size().width()))


@dataclass(frozen=True)
class Formatted:
    """A block of Markdown that a person typed."""

    markdown: str

    def build(self, look: Look, _follow: Follow) -> QWidget:
        """Build the formatted words."""
        return FormattedText(self.markdown, look)
