"""A line of plain text that ends in an ellipsis, and says the whole in its tooltip."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget


class ElidedLabel(QWidget):
    """One line of plain text in the space there is."""

    def __init__(self, role: QPalette.ColorRole = QPalette.ColorRole.WindowText) -> None:
        super().__init__()
        self._text = ""
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Give the whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.explain("")
        self.updateGeometry()
        self.update()

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
            shown = self.fontMetrics().elidedText(
                self._text, Qt.TextElideMode.ElideRight, self.width()
            )
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown
            )
