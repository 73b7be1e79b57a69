"""Sizes and text widths of the timeline; each distinct text is measured once."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from viewer.geometry.labels import Spacing
from viewer.ui.look import FontRole, Look

ROW_H = (1.25, 1.45)
"""The height of a row where room is short, and the usual one (lines)."""
LANE_PAD_H = (0.1, 0.25)
LOOSEST = 2.25
"""Rows are at most 1.7 lines high."""
BAR_GAP_H = (0.3, 0.4)


class Measures:
    """The sizes that follow from a look; make another one when the look changes.

    `looseness` is 1 where rows have their usual height, 0 where they are as low as can be read,
    and more where there is room to spare.
    """

    def __init__(self, look: Look) -> None:
        self.looseness = 1.0
        self.theme = look.theme
        self.em_px = look.em_px
        self.h_px = look.h_px
        self.stroke_px = look.theme.stroke_scale
        self._look = look
        self._fonts: dict[FontRole, QFont] = {}
        self._metrics: dict[FontRole, QFontMetricsF] = {}
        self._widths: dict[tuple[FontRole, str], float] = {}

    @property
    def row_px(self) -> float:
        """The height of one row of a lane."""
        return self._between(ROW_H)

    @property
    def bar_px(self) -> float:
        """The height of a bar."""
        return self.row_px - self._between(BAR_GAP_H)

    @property
    def mark_px(self) -> float:
        """The size of a point's mark."""
        return 0.75 * self.h_px

    @property
    def sign_px(self) -> float:
        """The size of a sign of outcome or disagreement."""
        return 0.85 * self.h_px

    @property
    def lane_pad_px(self) -> float:
        """The room above the first and below the last row of a lane."""
        return self._between(LANE_PAD_H)

    @property
    def word_px(self) -> float:
        """The room between the parts of a label."""
        return 0.4 * self.h_px

    @property
    def spacing(self) -> Spacing:
        """The distances that labels keep."""
        h = self.h_px
        return Spacing(
            inner_px=0.5 * h, off_px=0.6 * h, word_px=0.4 * h, apart_px=0.75 * h, least_px=3 * h
        )

    def fit(self, rows: int, lanes: int, room_px: float) -> None:
        """Make rows and lanes as loose as `room_px` allows."""
        least, usual = (
            (rows * row + 2 * lanes * pad) * self.h_px
            for row, pad in zip(ROW_H, LANE_PAD_H, strict=True)
        )
        share = (room_px - least) / (usual - least) if usual > least else 1.0
        self.looseness = min(max(share, 0.0), LOOSEST)

    def _between(self, lines: tuple[float, float]) -> float:
        low, usual = lines
        return (low + (usual - low) * self.looseness) * self.h_px

    def in_row(self, rect: QRectF, inset_px: float) -> QRectF:
        """Give a rectangle no higher than its row less an inset, so that it covers no other row."""
        half = min(rect.height(), self.row_px - 2 * inset_px) / 2
        middle = rect.center().y()
        return QRectF(rect.left(), middle - half, rect.width(), 2 * half)

    def font(self, role: FontRole) -> QFont:
        """Give the font of a role."""
        if role not in self._fonts:
            self._fonts[role] = self._look.font(role)
        return self._fonts[role]

    def width(self, role: FontRole, text: str) -> float:
        """Give how wide a text is, in pixels."""
        key = (role, text)
        if key not in self._widths:
            self._widths[key] = self._metrics_of(role).horizontalAdvance(text)
        return self._widths[key]

    def elided(self, role: FontRole, text: str, width_px: float) -> str:
        """Give the text, ending in "…" where it is wider than `width_px`."""
        if self.width(role, text) <= width_px + 0.5:
            return text
        return self._metrics_of(role).elidedText(text, Qt.TextElideMode.ElideRight, width_px)

    def _metrics_of(self, role: FontRole) -> QFontMetricsF:
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(self.font(role))
        return self._metrics[role]
