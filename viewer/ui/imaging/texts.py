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


class WordSizes:
    """Measures words for one painting: each once, however often it is asked."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._heights: dict[FontRole, float] = {}
        self._known: dict[tuple[Words, float], QRectF] = {}

    def letters_px(self, role: FontRole) -> float:
        """Give how high a line of a role's font is."""
        if role not in self._heights:
            self._heights[role] = QFontMetricsF(self.look.font(role)).height()
        return self._heights[role]

    def size(self, words: Words, width_px: float) -> QRectF:
        """Give the room that words take with their plate, wrapped in this width."""
        known = words, width_px
        if known not in self._known:
            pad = 0.3 * self.letters_px(words.role)
            room = QRectF(0, 0, max(width_px - pad, 1), 10_000)
            metrics = QFontMetricsF(self.look.font(words.role))
            size = metrics.boundingRect(room, _FLAGS, words.text)
            self._known[known] = QRectF(0, 0, size.width() + pad, size.height() + 0.2 * pad)
        return self._known[known]

    def of_lines(self, lines: Iterable[Words], width_px: float) -> Iterable[tuple[Words, QRectF]]:
        """Give lines with the room that each takes; empty ones take none."""
        return ((words, self.size(words, width_px)) for words in lines if words.text)

    def height(self, lines: Iterable[Words], width_px: float) -> float:
        """Give how high lines are in a column of this width."""
        return sum(size.height() for _, size in self.of_lines(lines, width_px))

    def widest(self, lines: Iterable[Words]) -> float:
        """Give how wide lines are that are not wrapped."""
        return max((size.width() for _, size in self.of_lines(lines, 10_000)), default=0.0)


def draw_column(painter: QPainter, room: QRectF, lines: Sequence[Words], sizes: WordSizes) -> None:
    """Draw lines below one another from the top of a room, wrapped in it."""
    top = room.top()
    for words, size in sizes.of_lines(lines, room.width()):
        plate = size.translated(room.left(), top)
        half_pad = 0.15 * sizes.letters_px(words.role)
        painter.setFont(sizes.look.font(words.role))
        painter.fillRect(plate, PLATE)
        painter.setPen(ink_of(words))
        painter.drawText(plate.adjusted(half_pad, 0, half_pad, 0), _FLAGS, words.text)
        top += size.height()


_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
