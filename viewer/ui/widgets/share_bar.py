"""Shares of a whole: a bar, and below it each share in words and per cent."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from viewer.ui.look import Look
from viewer.ui.theme import Theme
from viewer.ui.widgets.block import Follow, column
from viewer.ui.widgets.plain_text import PlainText


@dataclass(frozen=True)
class Share:
    """One part: its words, its share as it is written and in per cent, and its colour's role."""

    words: str
    written: str
    percent: float
    role: str


@dataclass(frozen=True)
class ShareBar:
    """Parts that make a whole, from left to right and from top to bottom."""

    shares: tuple[Share, ...]
    name: str
    """What the whole is, for a screen reader."""

    def build(self, look: Look, _follow: Follow) -> QWidget:
        """Build the bar above its words."""
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(round(0.5 * look.h_px))
        grid.setVerticalSpacing(round(0.15 * look.h_px))
        grid.setColumnStretch(1, 1)
        for row, share in enumerate(self.shares):
            grid.addWidget(_Swatch(look, share.role), row, 0)
            grid.addWidget(PlainText(share.words, look), row, 1)
            written = PlainText(share.written, look, "strong")
            written.setWordWrap(False)
            grid.addWidget(written, row, 2, Qt.AlignmentFlag.AlignRight)
        bar = _Bar(look, self.shares)
        bar.setAccessibleName(self.name)
        bar.setAccessibleDescription("; ".join(f"{s.words} {s.written}" for s in self.shares))
        return column([bar, rows], round(0.35 * look.h_px))


def _paint_piece(painter: QPainter, rect: QRectF, colour: QColor, theme: Theme) -> None:
    painter.fillRect(rect, theme.rule_strong)
    width = theme.stroke_scale
    painter.fillRect(rect.adjusted(width, width, -width, -width), colour)


class _Bar(QWidget):
    """All shares side by side; none that is there is thinner than two strokes."""

    def __init__(self, look: Look, shares: Sequence[Share]) -> None:
        super().__init__()
        self._look = look
        self._shares = shares
        self.setFixedHeight(round(1.1 * look.h_px))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pieces."""
        theme = self._look.theme
        told = [share for share in self._shares if share.percent > 0]
        least = 3 * theme.stroke_scale
        room = max(self.width() - least * len(told), 0.0)
        left = 0.0
        with QPainter(self) as painter:
            for share in told:
                right = left + least + room * share.percent / 100
                piece = QRectF(round(left), 0, round(right) - round(left), self.height())
                _paint_piece(painter, piece, theme.role(share.role), theme)
                left = right


class _Swatch(QWidget):
    """The colour of one share."""

    def __init__(self, look: Look, role: str) -> None:
        super().__init__()
        self._look = look
        self._role = role
        side = round(0.7 * look.h_px)
        self.setFixedSize(QSize(side, side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        theme = self._look.theme
        with QPainter(self) as painter:
            _paint_piece(painter, QRectF(self.rect()), theme.role(self._role), theme)
