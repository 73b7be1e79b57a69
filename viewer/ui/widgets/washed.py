"""A box that wears the highlighter wash when what stands in it is selected."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.ui.look import Look
from viewer.ui.marks.states import SELECTION_MARGIN_PX, draw_selection


class WashedBox(QWidget):
    """Widgets below one another, on the selection wash where `is_selected`."""

    def __init__(self, look: Look, is_selected: bool) -> None:
        super().__init__()
        self._look = look
        self._is_selected = is_selected
        self.column = QVBoxLayout(self)
        side = round(0.35 * look.h_px)
        self.column.setContentsMargins(side, side, side, side)
        self.column.setSpacing(round(0.15 * look.h_px))

    @property
    def is_selected(self) -> bool:
        """Whether the wash is painted."""
        return self._is_selected

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the wash and its outline."""
        if self._is_selected:
            # The wash is painted a little larger than its rectangle.
            inset = SELECTION_MARGIN_PX * self._look.theme.stroke_scale + 1
            area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            with QPainter(self) as painter:
                draw_selection(painter, area, self._look.theme)
