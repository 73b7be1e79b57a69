"""The look of print: black on white paper, with type and lines in points."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QColor, QFont

from viewer.ui.look import FontRole, Look
from viewer.ui.theme import Theme

LABEL_PT = 7.0
SMALLEST_PT = 6.0
LINE_PT = 0.5
"""A thin line; none is thinner."""
WHITE = QColor(255, 255, 255)


class PrintLook(Look):
    """Sizes for paper: so many dots of the picture make a point."""

    is_stage = True

    def __init__(
        self,
        language: str,
        dots_per_pt: float,
        *,
        is_opaque: bool = False,
        inks: Callable[[Theme], Theme] = lambda theme: theme,
    ) -> None:
        """`is_opaque` is for paper that knows no transparency: there fades end in white."""
        super().__init__("light", language)
        self._dots_per_pt = dots_per_pt
        self._theme = replace(
            inks(self._theme),
            window=WHITE,
            paper=WHITE,
            panel=WHITE,
            stroke_scale=LINE_PT * dots_per_pt,
            fades_to=WHITE if is_opaque else None,
        )

    @property
    def base_pt(self) -> float:
        """The size of labels (points of the paper)."""
        return LABEL_PT

    @property
    def smallest_pt(self) -> float:
        """No font is smaller (points of the paper)."""
        return SMALLEST_PT

    @property
    def em_px(self) -> float:
        """The size of labels (dots)."""
        return LABEL_PT * self._dots_per_pt

    def _made(self, role: FontRole) -> QFont:
        """Give a font in dots, so that it is equally large on whatever it is painted."""
        font = super()._made(role)
        font.setPixelSize(round(font.pointSizeF() * self._dots_per_pt))
        return font
