"""Layers of our own paint in the scene of the plots."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from viewer.ui.plots.ground_layer import clipped


class Layer(QGraphicsItem):
    """Paint of our own at one height of the scene, in the widget's pixels."""

    def __init__(self, paint: Callable[[QPainter], None], height: float) -> None:
        super().__init__()
        self._paint = paint
        self._rect = QRectF()
        self.setZValue(height)

    def cover(self, rect: QRectF, changed: QRectF | None = None) -> None:
        """Paint on this rectangle from now on; only a part of it may have changed."""
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = QRectF(rect)
            changed = None
        self.repaint(changed)

    def repaint(self, part: QRectF | None = None) -> None:
        """Paint anew what the layer covers, or the part of it that has changed."""
        self.update(self._rect if part is None else part)

    def boundingRect(self) -> QRectF:
        """Give the rectangle that is painted."""
        return self._rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the layer, inside its rectangle."""
        del option, widget
        with clipped(painter, self._rect):
            self._paint(painter)


class StillLayer(Layer):
    """A layer kept as a picture: what moves above it costs it a copy, not a painting.

    The picture is the layer's own, since Qt's shared store of pictures is too small for two of a
    large window and would drop them in turn.
    """

    def __init__(self, paint: Callable[[QPainter], None], height: float) -> None:
        super().__init__(paint, height)
        self._picture = QPixmap()
        self._is_true = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def repaint(self, part: QRectF | None = None) -> None:
        """Paint the picture anew, and copy it to the part that has changed."""
        self._is_true = False
        super().repaint(part)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Copy the picture; paint afresh where no picture can be true to the pixel."""
        if self._rect.isEmpty():
            return
        ratio = widget.devicePixelRatioF() if widget is not None else 0.0
        if ratio < 1 or ratio != round(ratio):
            super().paint(painter, option, widget)
            return
        if not self._is_true or self._picture.devicePixelRatio() != ratio:
            self._paint_picture(ratio)
        part = QRectF(option.exposedRect.toAlignedRect()).intersected(self._rect)
        source = QRectF((part.topLeft() - self._rect.topLeft()) * ratio, part.size() * ratio)
        painter.drawPixmap(part, self._picture, source)

    def _paint_picture(self, ratio: float) -> None:
        size = (self._rect.size() * ratio).toSize()
        if self._picture.size() != size:
            self._picture = QPixmap(size)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        with QPainter(self._picture) as painter:
            painter.translate(-self._rect.left(), -self._rect.top())
            with clipped(painter, self._rect):
                self._paint(painter)
        self._is_true = True
