"""A line of plain text that ends in an ellipsis, and says the whole in its tooltip."""

import math
from html import escape

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class ElidedLabel(QWidget):
    """Plain text in the space there is: one line, or more where that shows the whole of it."""

    def __init__(
        self, role: QPalette.ColorRole = QPalette.ColorRole.WindowText, most_lines: int = 1
    ) -> None:
        super().__init__()
        self._text = ""
        self._role = role
        self._most_lines = most_lines
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Give the whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.explain("")
        self._take_lines()
        self.updateGeometry()
        self.update()

    def is_whole(self) -> bool:
        """Tell whether all of the text is shown."""
        return self._lines() <= self._most_lines

    def _lines(self) -> int:
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(self._text) <= self.width():
            return 1
        room = QRect(0, 0, max(self.width(), 1), 10_000)
        height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._text).height()
        return math.ceil(height / metrics.lineSpacing())

    def _take_lines(self) -> None:
        lines = min(self._lines(), self._most_lines) if self.is_whole() else 1
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * (lines + 0.1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another line where that shows the whole text."""
        super().resizeEvent(event)
        self._take_lines()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._take_lines()

    def explain(self, more: str) -> None:
        """Say more than the text itself on hover."""
        said = [words for words in (self._text, more) if words]
        shown = "<br>".join(escape(words).replace("\n", "<br>") for words in said)
        self.setToolTip(f"<qt>{shown}</qt>" if shown else "")
        self.setAccessibleDescription("\n".join(said))

    def sizeHint(self) -> QSize:
        """Ask for the whole text's width and one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text), round(metrics.height() * 1.1))

    def minimumSizeHint(self) -> QSize:
        """Ask for a line, however narrow."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the text as fits."""
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self._role))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            if self._most_lines > 1 and self.is_whole():
                painter.drawText(self.rect(), flags | Qt.TextFlag.TextWordWrap, self._text)
                return
            elide = Qt.TextElideMode.ElideRight
            shown = self.fontMetrics().elidedText(self._text, elide, self.width())
            painter.drawText(self.rect(), flags, shown)
