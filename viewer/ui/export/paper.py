"""A figure on the devices that files are made of: SVG, PDF, PNG and TIFF."""

import io

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import (
    QImage,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)

from viewer.ui.export.choices import MM_PER_INCH, PT_PER_INCH
from viewer.ui.export.figure import Figure
from viewer.ui.export.svg_device import SvgDevice
from viewer.ui.export.svg_fonts import font_faces

DOTS_PER_PT = 8.0
"""Of vectors: a figure is laid out this fine, and may be drawn in any size."""
_MOST_DOTS = 30_000
"""No side of a picture is longer."""


def svg_bytes(figure: Figure) -> bytes:
    """Give the figure as SVG 1.1: text as text, with the letters that it needs."""
    device = SvgDevice(figure.dots, DOTS_PER_PT * PT_PER_INCH)
    _paint(figure, device)
    style = "\n".join(font_faces(device.used))
    return device.drawing(figure.title, style).encode("utf-8")


def pdf_bytes(figure: Figure) -> bytes:
    """Give the figure as a PDF of one page that is as large as it is."""
    buffer, size = _buffer(), figure.dots
    writer = QPdfWriter(buffer)
    writer.setTitle(figure.title)
    writer.setCreator("Dayline")
    writer.setResolution(round(DOTS_PER_PT * PT_PER_INCH))
    page = QSizeF(size.width() / DOTS_PER_PT, size.height() / DOTS_PER_PT)
    exact = QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    layout = QPageLayout(exact, QPageLayout.Orientation.Portrait, QMarginsF())
    writer.setPageLayout(layout)
    _paint(figure, writer)
    return bytes(buffer.data().data())


def png_bytes(figure: Figure, dots_per_inch: int) -> bytes:
    """Give the figure as PNG; it was laid out for so many dots."""
    buffer = _buffer()
    image_of(figure, dots_per_inch).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def tiff_bytes(figure: Figure, dots_per_inch: int) -> bytes:
    """Give the figure as TIFF, packed without loss."""
    from PIL import Image

    image = image_of(figure, dots_per_inch).convertToFormat(QImage.Format.Format_RGB888)
    size, row = (image.width(), image.height()), image.bytesPerLine()
    packed = Image.frombuffer("RGB", size, bytes(image.constBits()), "raw", "RGB", row, 1)
    out = io.BytesIO()
    packed.save(out, "TIFF", compression="tiff_lzw", dpi=(dots_per_inch, dots_per_inch))
    return out.getvalue()


def image_of(figure: Figure, dots_per_inch: float) -> QImage:
    """Paint the figure; raises ValueError where it would be larger than any picture may be."""
    size = figure.dots
    if max(size.width(), size.height()) > _MOST_DOTS:
        raise ValueError(f"{size.width()} × {size.height()}")
    image = QImage(size, QImage.Format.Format_RGB32)
    for set_dots in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        set_dots(round(dots_per_inch / MM_PER_INCH * 1000))
    _paint(figure, image)
    return image


def _paint(figure: Figure, device: QPaintDevice) -> None:
    with QPainter(device) as painter:
        figure.paint_on(painter)


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
