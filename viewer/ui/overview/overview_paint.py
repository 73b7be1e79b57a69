"""Painting of the overview."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from viewer.geometry.time_scale import Frame
from viewer.ui.marks.states import draw_focus
from viewer.ui.marks.strokes import PixelGrid, kept, line_across, line_down
from viewer.ui.text_sizes import TextSizes

translate = QCoreApplication.translate

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
HANDLE_H = (0.4, 0.9)
"""Width and height of the handles at the ends of the frame (lines)."""


@dataclass(frozen=True)
class Picture:
    """What one picture of the overview shows; all columns in pixels of the widget."""

    strip: QImage
    frame: Frame
    size: QSize
    window: QRectF
    folds: tuple[tuple[float, float], ...]
    cursor_px: float
    death_px: float | None
    words: str
    has_focus: bool


def paint_overview(painter: QPainter, shown: Picture, sizes: TextSizes) -> None:
    """Paint the ground, the course, what is outside the window, the frame and the cursor."""
    theme, frame = sizes.theme, shown.frame
    width = theme.stroke_scale
    painter.fillRect(QRectF(QPointF(0, 0), shown.size), theme.window)
    window = shown.window
    painter.fillRect(window, theme.paper)
    axis = QRectF(frame.left_px, window.top(), frame.axis_px, window.height())
    painter.save()
    painter.setClipRect(axis)
    if shown.death_px is not None:
        after = QRectF(shown.death_px, axis.top(), axis.right() - shown.death_px, axis.height())
        painter.fillRect(after, theme.after)
    for left, right in shown.folds:
        painter.fillRect(QRectF(left, axis.top(), right - left, axis.height()), theme.statement)
    strip = shown.strip.deviceIndependentSize()
    top = axis.center().y() - strip.height() / 2
    painter.drawImage(QPointF(frame.left_px, round(top)), shown.strip)
    edge = 1.5 * width
    line_down(painter, shown.cursor_px, axis.top(), axis.bottom(), width_px=edge, brush=theme.ink)
    painter.restore()
    _paint_frame(painter, window, sizes)
    _paint_gutter(painter, shown, sizes)
    line_across(painter, 0, shown.size.width(), 0.5, width_px=width, brush=theme.rule)
    line_down(painter, frame.gutter_px, 0, shown.size.height(), width_px=width, brush=theme.rule)
    if shown.has_focus:
        draw_focus(painter, window.adjusted(2, 2, -2, -2), theme)


def _paint_frame(painter: QPainter, window: QRectF, sizes: TextSizes) -> None:
    """Draw the frame and a handle at each end of it."""
    theme = sizes.theme
    rect = PixelGrid.of(painter).rect(window)
    with kept(painter):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(theme.ink_3, theme.stroke_scale)
        painter.setPen(pen)
        radius = 3 * theme.stroke_scale
        half = theme.stroke_scale / 2
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.ink_3)
        wide, high = (share * sizes.h_px for share in HANDLE_H)
        for x in (rect.left(), rect.right()):
            handle = QRectF(x - wide / 2, rect.center().y() - high / 2, wide, high)
            painter.drawRoundedRect(handle, radius, radius)


def _paint_gutter(painter: QPainter, shown: Picture, sizes: TextSizes) -> None:
    """Name the strip, and how much of it the window shows where that has room."""
    theme, pad = sizes.theme, 0.75 * sizes.h_px
    room = shown.frame.gutter_px - 1.5 * pad
    name = translate("Overview", "Whole course")
    line = sizes.h_px
    top = (shown.size.height() - 2 * line) / 2
    painter.setFont(sizes.font("strong"))
    painter.setPen(theme.ink)
    rect = QRectF(pad, top, room, line)
    painter.drawText(rect, int(_LEFT), sizes.elided(name, "strong", room))
    painter.setFont(sizes.font("small"))
    painter.setPen(theme.ink_2)
    rect.translate(0, line)
    painter.drawText(rect, int(_LEFT), sizes.elided(shown.words, "small", room))
