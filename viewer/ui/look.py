"""The theme in force and the sizes that follow from its font."""

from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QApplication

from viewer.ui.fonts import ui_font
from viewer.ui.theme import Theme, ThemeName, palette, style_sheet

BASE_PT = 9.375
"""One em of the window where the theme does not enlarge it (points; 12.5 px at 96 dpi)."""
SMALLEST_PT = 7.5

FontRole = Literal["title", "readout", "head", "label", "strong", "when", "small", "statement"]

_ROLES: dict[FontRole, tuple[float, QFont.Weight]] = {
    "title": (1.2, QFont.Weight.DemiBold),
    "readout": (1.2, QFont.Weight.DemiBold),
    "head": (1.05, QFont.Weight.DemiBold),
    "label": (1.0, QFont.Weight.Medium),
    "strong": (1.0, QFont.Weight.DemiBold),
    "when": (0.96, QFont.Weight.Normal),
    "small": (0.88, QFont.Weight.Normal),
    "statement": (0.96, QFont.Weight.Normal),
}


def dots_per_inch() -> float:
    """Give how many pixels make an inch of text."""
    return QGuiApplication.primaryScreen().logicalDotsPerInchY()


class Look(QObject):
    """The theme and fonts that every view is handed; `changed` when they are others."""

    changed = Signal()
    is_stage = False
    """Whether it is the look of a stage, on which nothing can be operated."""

    def __init__(self, theme: ThemeName = "light", language: str = "en") -> None:
        super().__init__()
        self._name: ThemeName = theme
        self._language = language
        self._theme = Theme.load(theme)
        self._fonts: dict[FontRole, QFont] = {}

    @property
    def theme(self) -> Theme:
        """The colours in force."""
        return self._theme

    @property
    def name(self) -> ThemeName:
        """The theme's name: light, dark or projector."""
        return self._name

    @property
    def base_pt(self) -> float:
        """The size of the window's font (points)."""
        return BASE_PT * self._theme.text_scale

    @property
    def smallest_pt(self) -> float:
        """No font is smaller (points)."""
        return SMALLEST_PT

    @property
    def em_px(self) -> float:
        """The size of the window's font (pixels)."""
        return self.base_pt * dots_per_inch() / 72

    @property
    def h_px(self) -> float:
        """The height of a line of label text; sizes are given in it (pixels)."""
        return QFontMetricsF(self.font("label")).height()

    def font(self, role: FontRole) -> QFont:
        """Give the font of a role; Japanese has no italics."""
        if role not in self._fonts:
            self._fonts[role] = self._made(role)
        return QFont(self._fonts[role])

    def _made(self, role: FontRole) -> QFont:
        share, weight = _ROLES[role]
        size_pt = max(self.base_pt * share, self.smallest_pt)
        is_italic = role == "statement" and not self._language.startswith("ja")
        return ui_font(size_pt, weight, is_italic=is_italic)

    def set_theme(self, name: ThemeName) -> None:
        """Change the theme of the whole application."""
        if name != self._name:
            self._name, self._theme = name, Theme.load(name)
            self._fonts.clear()
            self.dress()
            self.changed.emit()

    def set_language(self, language: str) -> None:
        """Follow the language of the window; it decides on italics."""
        self._language = language
        self._fonts.clear()

    def dress(self) -> None:
        """Give the application this look."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setFont(self.font("label"))
            app.setPalette(palette(self._theme))
            app.setStyleSheet(style_sheet(self._theme))
