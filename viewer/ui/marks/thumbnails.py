"""The small picture of a study beside its mark: a picture in a thin frame."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from viewer.ui.marks.strokes import PixelGrid
from viewer.ui.theme import Theme


def draw_thumbnail(painter: QPainter, rect: QRectF, picture: QImage | None, theme: Theme) -> None:
    """Draw a picture that fills a frame, cut to its shape; the frame alone where there is none."""
    grid = PixelGrid.of(painter)
    frame = grid.rect(rect)
    x_px, y_px = grid.width_x(theme.stroke_scale), grid.width_y(theme.stroke_scale)
    inside = frame.adjusted(x_px, y_px, -x_px, -y_px)
    painter.fillRect(frame, theme.rule_strong)
    painter.fillRect(inside, theme.window)
    if picture is not None and not picture.isNull():
        _draw_filling(painter, inside, picture)


def _draw_filling(painter: QPainter, room: QRectF, picture: QImage) -> None:
    """Draw the middle of a picture over all of a room, made smaller by averaging its pixels."""
    wanted = (room.size() * painter.device().devicePixelRatioF()).toSize()
    filling = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    scaled = picture.scaled(wanted, filling, Qt.TransformationMode.SmoothTransformation)
    left, top = (scaled.width() - wanted.width()) / 2, (scaled.height() - wanted.height()) / 2
    painter.drawImage(room, scaled, QRectF(left, top, wanted.width(), wanted.height()))
