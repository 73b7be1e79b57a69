"""The scroll bar of the strips under the fixed panel."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from viewer.geometry.time_scale import Frame
from viewer.ui.plots.placed import Placed

SCROLL_KEYS: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -4,
    Qt.Key.Key_PageDown: 4,
}
STEP_H = 2.5
"""One step scrolls by about one strip (line heights)."""


class StripBar(QScrollBar):
    """Stands at the right edge beside the strips; hidden where all of them are seen.

    On a stage it is never seen: nothing is there to be operated.
    """

    def __init__(self, parent: QWidget, *, is_on_stage: bool = False) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._is_on_stage = is_on_stage

    def fit(self, placed: Placed, frame: Frame, room: QRectF, h_px: float) -> None:
        """Take place and range from a layout."""
        if placed.scroll_max_px != self.maximum():
            self.setRange(0, placed.scroll_max_px)
        fixed = round(placed.panels[-1].clip.top()) if placed.panels else 0
        width, height = max(frame.margin_px, 1), max(1, round(room.height()) - fixed)
        self.setGeometry(round(room.width()) - width, fixed, width, height)
        self.setPageStep(height)
        self.setSingleStep(round(STEP_H * h_px))
        self.setVisible(placed.scroll_max_px > 0 and not self._is_on_stage)

    def takes(self, event: QKeyEvent) -> bool:
        """Scroll by a key; False for keys that do not scroll."""
        steps = SCROLL_KEYS.get(event.key())
        if steps is None or event.modifiers():
            return False
        self.turn(steps)
        return True

    def turn(self, steps: float) -> None:
        """Scroll down by steps; up where negative."""
        self.setValue(self.value() + round(steps * self.singleStep()))

    def reveal(self, rect: QRectF, clip: QRectF) -> None:
        """Scroll as little as needed for a panel to be seen."""
        if rect.top() < clip.top():
            self.setValue(round(self.value() + rect.top() - clip.top()))
        elif rect.bottom() > clip.bottom():
            self.setValue(round(self.value() + rect.bottom() - clip.bottom()))
