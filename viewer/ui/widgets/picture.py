"""Pictures of a source: shown where they are there, and said so where they are not."""

from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.ui.look import Look
from viewer.ui.widgets.block import Block, Follow, Line, column, stacked
from viewer.ui.widgets.plain_text import PlainText, as_high_as_needed

FORMATS = {b"\x89PNG\r\n\x1a\n": b"png", b"\xff\xd8\xff": b"jpeg"}
"""What is decoded, by what its files begin with; nothing else is even looked at."""
MOST_PIXELS = 40_000_000
"""A picture with more is not decoded: it would take all memory."""
WIDEST_PX = 1_600
"""Pictures are decoded no larger than a panel can ever show them."""


def read_picture(data: bytes) -> QImage | None:
    """Decode a PNG or JPEG, scaled down where it is large; None where that cannot be done."""
    kind = next((name for start, name in FORMATS.items() if data.startswith(start)), None)
    if kind is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, kind)
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        return None
    if max(size.width(), size.height()) > WIDEST_PX:
        reader.setScaledSize(size.scaled(WIDEST_PX, WIDEST_PX, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


class PictureView(QWidget):
    """A picture as wide as its place, never enlarged."""

    def __init__(self, image: QImage, name: str) -> None:
        super().__init__()
        self._image = image
        self.setAccessibleName(name)
        self.setSizePolicy(as_high_as_needed())

    def hasHeightForWidth(self) -> bool:
        """Keep the proportions."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height at this width."""
        return self._shown(width).height()

    def sizeHint(self) -> QSize:
        """Ask for the picture's own size."""
        return self._image.size()

    def minimumSizeHint(self) -> QSize:
        """Be content with little."""
        return QSize(40, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(
                QRectF(QRectF(self.rect()).topLeft(), self._shown(self.width())), self._image
            )

    def _shown(self, width: int) -> QSize:
        size = self._image.size()
        if size.width() <= width:
            return size
        return QSize(width, max(1, round(size.height() * width / size.width())))


@dataclass(frozen=True)
class Picture:
    """A picture with its label and caption below; its key tells it from others."""

    key: str
    label: str
    caption: Line
    image: QImage = field(compare=False)

    def build(self, look: Look, follow: Follow) -> QWidget:
        """Build the picture above its caption."""
        caption = self.caption.build(look, follow)
        return column([PictureView(self.image, self.label), caption], round(0.25 * look.h_px))


class DashedBox(QWidget):
    """A dashed frame: something belongs here that is not there."""

    def __init__(self, inside: QWidget, look: Look) -> None:
        super().__init__()
        self._look = look
        layout = QVBoxLayout(self)
        side = round(0.7 * look.h_px)
        layout.setContentsMargins(side, side, side, side)
        layout.addWidget(inside)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame on whole pixels."""
        theme = self._look.theme
        with QPainter(self) as painter:
            pen = QPen(theme.rule_strong, max(1, round(theme.stroke_scale)))
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            half = pen.widthF() / 2
            painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))


@dataclass(frozen=True)
class Boxed:
    """Blocks in a dashed frame: a picture that is not there, a part that is broken."""

    blocks: tuple[Block, ...]
    is_centred: bool = False

    def build(self, look: Look, follow: Follow) -> QWidget:
        """Build the frame and what stands in it."""
        inside = stacked(self.blocks, look, follow, gap_h=0.15)
        if self.is_centred:
            for label in inside.findChildren(PlainText):
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return DashedBox(inside, look)
