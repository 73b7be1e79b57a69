"""How wide words are in the fonts of a look; each is measured once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from viewer.ui.look import FontRole, Look


class TextSizes:
    """Fonts, text widths and the sizes that follow from them; made anew when the look changes."""

    def __init__(self, look: Look) -> None:
        self.theme = look.theme
        self.is_stage = look.is_stage
        self.em_px = look.em_px
        self.h_px = look.h_px
        self.mark_px = 0.75 * look.h_px
        """The size of a point's mark."""
        self._look = look
        self._fonts: dict[FontRole, QFont] = {}
        self._metrics: dict[FontRole, QFontMetricsF] = {}
        self._widths: dict[tuple[str, FontRole], float] = {}

    def font(self, role: FontRole) -> QFont:
        """Give the font of a role."""
        if role not in self._fonts:
            self._fonts[role] = self._look.font(role)
        return self._fonts[role]

    def metrics(self, role: FontRole) -> QFontMetricsF:
        """Give the metrics of a role's font."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(self.font(role))
        return self._metrics[role]

    def width(self, words: str, role: FontRole) -> float:
        """Give the width of words on one line (pixels)."""
        key = (words, role)
        if key not in self._widths:
            self._widths[key] = self.metrics(role).horizontalAdvance(words)
        return self._widths[key]

    def elided(self, words: str, role: FontRole, room_px: float) -> str:
        """Give the words, ending in "…" where they are wider than `room_px`."""
        if self.width(words, role) <= room_px + 0.5:
            return words
        return self.metrics(role).elidedText(words, Qt.TextElideMode.ElideRight, room_px)
