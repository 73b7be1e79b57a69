"""The line between two pictures that lie on one another: dragged with the mouse, or by keys."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.ui.imaging.texts import GROUND, picture_theme
from viewer.ui.look import Look

translate = QCoreApplication.translate

KEY_STEP = 0.02
"""A key moves the line by this share of the room."""
STEPS = {
    Qt.Key.Key_Left: -KEY_STEP,
    Qt.Key.Key_Right: KEY_STEP,
    Qt.Key.Key_Home: -1.0,
    Qt.Key.Key_End: 1.0,
}


class Divider(QWidget):
    """Stands at a share of its room; what is left of it shows the first picture."""

    moved = Signal()
    """It stands elsewhere."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.share = 0.5
        """Where it stands: 0 at the left edge of the room, 1 at its right edge."""
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Picture", "Divider between the two pictures"))

    @property
    def width_px(self) -> int:
        """How wide a strip takes the mouse."""
        return max(8, round(0.8 * self._look.em_px))

    def stand_in(self, left: int, top: int, width: int, height: int) -> int:
        """Stand in a room of its parent; give where the line is, from the room's left edge."""
        line = round(self.share * width)
        half = self.width_px // 2
        self.setGeometry(left + line - half, top, self.width_px, height)
        return line

    def move_to(self, share: float) -> None:
        """Stand at a share of the room."""
        self.share = min(max(share, 0.0), 1.0)
        self.moved.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            step = event.position().x() - self.width() / 2
            room = max(self._room_px(), 1)
            self.move_to(self.share + step / room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by keys."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.move_to(self.share + step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a line with dark edges, and a grip in the middle, that are seen on any picture."""
        ink, middle = picture_theme().ink, self.width() // 2
        line = max(2, round(1.5 * self._look.theme.stroke_scale))
        grip_w, grip_h = self.width(), round(2.2 * self._look.h_px)
        grip = QRectF(0, (self.height() - grip_h) // 2, grip_w, grip_h)
        with QPainter(self) as painter:
            painter.fillRect(middle - line // 2 - 1, 0, line + 2, self.height(), GROUND)
            painter.fillRect(middle - line // 2, 0, line, self.height(), ink)
            painter.fillRect(grip, GROUND)
            painter.fillRect(grip.adjusted(1, 1, -1, -1), ink)
            if self.hasFocus():
                painter.fillRect(grip.adjusted(3, 3, -3, -3), GROUND)

    def _room_px(self) -> int:
        parent = self.parentWidget()
        return parent.width() if parent is not None else self.width()
