"""The figure as it will be, drawn a step at a time while the window goes on."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QPoint,
    QRect,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from viewer.io.case_store import OpenedCase
from viewer.ui.export import paper
from viewer.ui.export.choices import MM_PER_INCH, PT_PER_INCH
from viewer.ui.export.figure import Figure
from viewer.ui.export.making import session_for
from viewer.ui.export.order import Order
from viewer.ui.export.steps import Steps
from viewer.ui.look import Look, dots_per_inch

translate = QCoreApplication.translate

DOTS_PER_PT = 4.0
"""A figure is laid out finer than it is shown, as it is for the file."""
_MOST_DOTS = 3_000
"""One that is wider is laid out less finely."""
_LEAST_EM = (16.0, 14.0)


class Seen(NamedTuple):
    """What the preview shows."""

    image: QImage
    size_mm: QSizeF


def see(opened: OpenedCase, order: Order, room: QSize | None, ratio: float) -> Steps[Seen]:
    """Draw what is ordered so that it fills a room (pixels), or as large as on paper.

    `ratio` tells how many dots of the screen make a pixel.
    """
    session = session_for(opened, order)
    yield 0.1
    width_mm = order.choices.width_mm
    fine = min(DOTS_PER_PT, _MOST_DOTS / (width_mm / MM_PER_INCH * PT_PER_INCH))
    figure = Figure(session, order.choices, fine)
    yield 0.5
    image = yield from paper.image_steps(figure, fine * PT_PER_INCH)
    size = QSizeF(figure.dots) * (MM_PER_INCH / PT_PER_INCH / fine)
    if room is None:
        room = (size * (dots_per_inch() / MM_PER_INCH)).toSize()
    room *= ratio
    kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    small: QImage = yield partial(image.scaled, room, kept, smooth)
    small.setDevicePixelRatio(ratio)
    return Seen(small, size)


class Preview(QWidget):
    """Shows the figure whole, or as large as on paper."""

    wanted = Signal()
    """It is to be drawn in another size."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.size_words = QLabel()
        self.as_on_paper = QCheckBox(translate("Export", "As large as on paper"))
        self.sheet = _Sheet(look)
        self.area = QScrollArea()
        self.area.setWidget(self.sheet)
        self.area.setWidgetResizable(True)
        self.area.setMinimumSize(*(round(n * look.em_px) for n in _LEAST_EM))
        self.area.setAccessibleName(translate("Export", "Preview"))
        self.area.viewport().installEventFilter(self)
        row = QHBoxLayout()
        row.addWidget(self.size_words, 1)
        row.addWidget(self.as_on_paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.area, 1)
        self.as_on_paper.toggled.connect(self.wanted)

    @property
    def room(self) -> QSize | None:
        """The room that the figure is to fill (pixels); None where it is as large as on paper."""
        if self.as_on_paper.isChecked():
            return None
        return self.area.viewport().size() - self.sheet.margins

    def show_seen(self, seen: Seen) -> None:
        """Show what was drawn."""
        self.sheet.show_image(seen.image, is_whole=not self.as_on_paper.isChecked())
        words = translate("Export", "{width} × {height} mm")
        width, height = round(seen.size_mm.width()), round(seen.size_mm.height())
        said = words.format(width=width, height=height)
        self.size_words.setText(said)
        self.sheet.setAccessibleName(
            translate("Export", "Preview of the figure, {size}").format(size=said)
        )

    def show_words(self, words: str) -> None:
        """Say why there is nothing to see."""
        self.size_words.clear()
        self.sheet.show_words(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw anew in another room."""
        if isinstance(event, QResizeEvent) and watched is self.area.viewport():
            self.wanted.emit()
        return False


class _Sheet(QWidget):
    """The picture in the middle of its room, on the ground of the window."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._margin = round(look.em_px)
        self._words = ""
        self.image: QImage | None = None

    @property
    def margins(self) -> QSize:
        """The room around the picture, in both directions."""
        return QSize(2 * self._margin, 2 * self._margin)

    def show_image(self, image: QImage, *, is_whole: bool) -> None:
        self.image, self._words = image, ""
        size = image.deviceIndependentSize().toSize() + self.margins
        self.setMinimumSize(QSize(0, 0) if is_whole else size)
        self.update()

    def show_words(self, words: str) -> None:
        self.image, self._words = None, words
        self.setMinimumSize(0, 0)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self._look.theme
            painter.fillRect(self.rect(), theme.panel)
            if self.image is None:
                painter.setPen(theme.ink_2)
                painter.setFont(self._look.font("label"))
                flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
                painter.drawText(self.rect(), flags, self._words)
                return
            size = self.image.deviceIndependentSize().toSize()
            sheet = QRect(QPoint(0, 0), size)
            sheet.moveCenter(self.rect().center())
            painter.drawImage(sheet.topLeft(), self.image)
            painter.setPen(QPen(theme.rule, max(1, round(theme.stroke_scale))))
            painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
