"""Words that stand on a picture, on plates that keep them legible on any ground."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from viewer.ui.look import FontRole, Look
from viewer.ui.theme import Theme

GROUND = QColor(0, 0, 0)
PLATE = QColor(0, 0, 0, 165)
"""Under words: the ink of the dark theme stands out from it even over white."""


@cache
def picture_theme() -> Theme:
    """Give the colours for what lies on a picture, which is looked at on black in every theme."""
    return Theme.load("dark")


@dataclass(frozen=True)
class Words:
    """Some words on a picture."""

    text: str
    role: FontRole = "small"
    is_warning: bool = False


def draw_plate(painter: QPainter, rect: QRectF, text: str, ink: QColor, flags: int) -> None:
    """Draw words in a rectangle, on their plate."""
    painter.fillRect(rect, PLATE)
    painter.setPen(ink)
    painter.drawText(rect, flags, text)


def ink_of(words: Words) -> QColor:
    """Give the colour of some words."""
    theme = picture_theme()
    return theme.level_1_edge if words.is_warning else theme.ink


def draw_column(painter: QPainter, room: QRectF, lines: Sequence[Words], look: Look) -> None:
    """Draw lines below one another from the top of a room, wrapped in it."""
    top = room.top()
    for words, size in sizes_of(lines, room.width(), look):
        plate = size.translated(room.left(), top)
        half_pad = 0.15 * QFontMetricsF(look.font(words.role)).height()
        painter.setFont(look.font(words.role))
        painter.fillRect(plate, PLATE)
        painter.setPen(ink_of(words))
        painter.drawText(plate.adjusted(half_pad, 0, half_pad, 0), _FLAGS, words.text)
        top += size.height()


def height_of(lines: Sequence[Words], width_px: float, look: Look) -> float:
    """Give how high lines are in a column of this width."""
    return sum(size.height() for _, size in sizes_of(lines, width_px, look))


def widest(lines: Iterable[Words], look: Look) -> float:
    """Give how wide lines are that are not wrapped."""
    return max((size.width() for _, size in sizes_of(lines, 10_000, look)), default=0.0)


def sizes_of(lines: Iterable[Words], width_px: float, look: Look) -> Iterable[tuple[Words, QRectF]]:
    """Give lines with the room that each takes; empty ones take none."""
    for words in lines:
        if words.text:
            metrics = QFontMetricsF(look.font(words.role))
            pad = 0.3 * metrics.height()
            room = QRectF(0, 0, max(width_px - pad, 1), 10_000)
            size = metrics.boundingRect(room, _FLAGS, words.text)
            yield words, QRectF(0, 0, size.width() + pad, size.height() + 0.2 * pad)


_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
