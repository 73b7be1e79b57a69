"""A picture that keeps its shape, with a pointer over it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

POINTER_SHARE = 0.0175
"""The radius of the pointer (share of the picture's height)."""


class StillPicture(QWidget):
    """Shows a picture as large as there is room, and tells where the mouse is on it."""

    pointed = Signal(float, float)

    def __init__(self) -> None:
        super().__init__()
        self._picture: QPixmap | None = None
        self._pointer: tuple[float, float] | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Ask for a small one; it takes what there is."""
        return QSize(320, 180)

    @property
    def place(self) -> QRectF:
        """Where the picture is; empty without one."""
        if self._picture is None or self._picture.isNull():
            return QRectF()
        size = self._picture.deviceIndependentSize()
        size.scale(self.width(), self.height(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(QPointF((self.width() - size.width()) / 2, 0), size)

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show another picture; none with None."""
        self._picture = picture
        self.update()

    def show_pointer(self, pointer: tuple[float, float] | None) -> None:
        """Point at a place, in shares of the picture."""
        self._pointer = pointer
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the mouse is."""
        place = self.place
        if place.contains(event.position()):
            inside = event.position() - place.topLeft()
            self.pointed.emit(inside.x() / place.width(), inside.y() / place.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, and the pointer over it."""
        place = self.place
        if self._picture is None or place.isEmpty():
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
            if self._pointer is not None:
                radius = POINTER_SHARE * place.height()
                x, y = self._pointer
                centre = place.topLeft() + QPointF(x * place.width(), y * place.height())
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.palette().brightText())
                painter.drawEllipse(centre, radius, radius)
