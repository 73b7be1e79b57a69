"""Sizes and text widths of the timeline; each distinct text is measured once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from viewer.geometry.labels import Spacing
from viewer.ui.look import FontRole, Look


class Measures:
    """The sizes that follow from a look; make another one when the look changes."""

    def __init__(self, look: Look) -> None:
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
        return 1.45 * self.h_px

    @property
    def bar_px(self) -> float:
        """The height of a bar."""
        return 1.05 * self.h_px

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
        return 0.25 * self.h_px

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
