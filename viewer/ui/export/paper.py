"""A figure on the devices that files are made of: SVG, PDF, PNG and TIFF."""

import io
import math
from functools import partial

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
from viewer.ui.export.steps import Steps, run
from viewer.ui.export.svg_device import SvgDevice
from viewer.ui.export.svg_fonts import font_faces

DOTS_PER_PT = 8.0
"""Of vectors: a figure is laid out this fine, and may be drawn in any size."""
_MOST_DOTS = 30_000
"""No side of a picture is longer."""
_AT_ONCE_DOTS = 5_000_000
"""So much of a picture is painted in one step."""


class TooLargeError(ValueError):
    """A picture that would be larger than any may be; says how large (dots)."""


def svg_bytes(figure: Figure) -> bytes:
    """Give the figure as SVG 1.1: text as text, with the letters that it needs."""
    return run(svg_steps(figure))


def svg_steps(figure: Figure) -> Steps[bytes]:
    """Give the same in steps."""
    device = SvgDevice(figure.dots, DOTS_PER_PT * PT_PER_INCH)
    _paint(figure, device)
    data: bytes = yield partial(_drawing, device, figure.title)
    return data


def _drawing(device: SvgDevice, title: str) -> bytes:
    style = "\n".join(font_faces(device.used))
    return device.drawing(title, style).encode("utf-8")


def pdf_steps(figure: Figure) -> Steps[bytes]:
    """Give the figure as PDF, in steps."""
    data = pdf_bytes(figure)
    yield 0.9
    return data


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
    return run(png_steps(figure, dots_per_inch))


def png_steps(figure: Figure, dots_per_inch: int) -> Steps[bytes]:
    """Give the same in steps."""
    image = yield from image_steps(figure, dots_per_inch)
    data: bytes = yield partial(_as_png, image)
    return data


def _as_png(image: QImage) -> bytes:
    buffer = _buffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def tiff_bytes(figure: Figure, dots_per_inch: int) -> bytes:
    """Give the figure as TIFF, packed without loss."""
    return run(tiff_steps(figure, dots_per_inch))


def tiff_steps(figure: Figure, dots_per_inch: int) -> Steps[bytes]:
    """Give the same in steps."""
    image = yield from image_steps(figure, dots_per_inch)
    data: bytes = yield partial(_as_tiff, image, dots_per_inch)
    return data


def _as_tiff(image: QImage, dots_per_inch: int) -> bytes:
    from PIL import Image

    image = image.convertToFormat(QImage.Format.Format_RGB888)
    size, row = (image.width(), image.height()), image.bytesPerLine()
    packed = Image.frombuffer("RGB", size, bytes(image.constBits()), "raw", "RGB", row, 1)
    out = io.BytesIO()
    packed.save(out, "TIFF", compression="tiff_lzw", dpi=(dots_per_inch, dots_per_inch))
    return out.getvalue()


def image_of(figure: Figure, dots_per_inch: float) -> QImage:
    """Paint the figure; raises TooLargeError where it would be larger than any picture may be."""
    return run(image_steps(figure, dots_per_inch))


def image_steps(figure: Figure, dots_per_inch: float) -> Steps[QImage]:
    """Paint the same in steps, a strip from side to side in each."""
    size = figure.dots
    if max(size.width(), size.height()) > _MOST_DOTS:
        raise TooLargeError(f"{size.width()} × {size.height()}")
    image = QImage(size, QImage.Format.Format_RGB32)
    if image.isNull():
        raise TooLargeError(f"{size.width()} × {size.height()}")
    for set_dots in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        set_dots(round(dots_per_inch / MM_PER_INCH * 1000))
    height = math.ceil(_AT_ONCE_DOTS / size.width())
    for top in range(0, size.height(), height):
        with QPainter(image) as painter:
            painter.setClipRect(0, top, size.width(), height)
            figure.paint_on(painter)
        yield 0.1 + 0.6 * min(1.0, (top + height) / size.height())
    return image


def _paint(figure: Figure, device: QPaintDevice) -> None:
    with QPainter(device) as painter:
        figure.paint_on(painter)


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
