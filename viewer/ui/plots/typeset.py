"""How wide words are in the fonts of the look; each is measured and set once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF

from viewer.ui.look import FontRole, Look
from viewer.ui.marks.values import Symbol
from viewer.ui.plots.placed import PlacedLabel


class Typeset:
    """Fonts and text widths of one look; made anew when the look changes."""

    def __init__(self, look: Look, language: str) -> None:
        self.theme = look.theme
        self.language = language
        self.em_px = look.em_px
        self.h_px = look.h_px
        self.mark_px = 0.75 * look.h_px
        self.labels: dict[tuple[object, ...], PlacedLabel] = {}
        """Labels that were set once, by all that they are made from."""
        self.symbols: dict[tuple[str, str, str | None], Symbol] = {}
        """Signs by shape, evidence and edge; scatter plots know a sign again by the object."""
        self.ink_brush = QBrush(look.theme.ink)
        self._look = look
        self._fonts: dict[FontRole, QFont] = {}
        self._metrics: dict[FontRole, QFontMetricsF] = {}
        self._widths: dict[tuple[FontRole, str], float] = {}

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
        key = (role, words)
        if key not in self._widths:
            self._widths[key] = self.metrics(role).horizontalAdvance(words)
        return self._widths[key]

    def height(self, role: FontRole) -> float:
        """Give the height of a line (pixels)."""
        return self.metrics(role).height()

    def elided(self, words: str, role: FontRole, room_px: float) -> str:
        """Shorten words with "…" until they fit."""
        return self.metrics(role).elidedText(words, Qt.TextElideMode.ElideRight, room_px)
