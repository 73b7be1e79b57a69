"""The frame that follows the hand while days or a box are marked."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.ui.look import Look
from viewer.ui.marks.strokes import dashes_across, dashes_down

_DASHES = (4.0, 2.0)
_TINT = 0.08


class Rubber(QWidget):
    """A dashed frame over any view of the chart; it takes no mouse and no keys."""

    def __init__(self, chart: QWidget, look: Look) -> None:
        super().__init__(chart)
        self._chart = chart
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_over(self, view: QWidget, rect: QRectF) -> None:
        """Frame a rectangle of a view."""
        corner = view.mapTo(self._chart, QPointF(rect.topLeft()))
        self.setGeometry(QRectF(corner, rect.size()).toAlignedRect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        theme = self._look.theme
        tint = QColor(theme.ink)
        tint.setAlphaF(_TINT)
        right, bottom, width = self.width(), self.height(), theme.stroke_scale
        pattern = [length * width for length in _DASHES]
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), tint)
            for y in (0.5, bottom - 0.5):
                dashes_across(
                    painter, 0, right, y, width_px=width, pattern=pattern, brush=theme.ink
                )
            for x in (0.5, right - 0.5):
                dashes_down(painter, x, 0, bottom, width_px=width, pattern=pattern, brush=theme.ink)
