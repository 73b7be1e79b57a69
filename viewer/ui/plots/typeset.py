"""Fonts of the plots, and the labels and signs that were made in them."""

from PySide6.QtGui import QBrush, QColor, QPixmap

from viewer.model.numbering import Counting
from viewer.ui.look import FontRole, Look
from viewer.ui.marks.states import FAINT
from viewer.ui.marks.values import Symbol
from viewer.ui.plots.placed import PlacedLabel
from viewer.ui.text_sizes import TextSizes


class Typeset(TextSizes):
    """Text sizes of the plots; keeps the labels and signs that were set once."""

    def __init__(self, look: Look, counting: Counting, language: str) -> None:
        super().__init__(look)
        self.counting = counting
        """How days are counted; changed when they are counted otherwise."""
        self.language = language
        self.labels: dict[tuple[object, ...], PlacedLabel] = {}
        """Labels that were set once, by all that they are made from."""
        self.symbols: dict[tuple[str, str, str | None], Symbol] = {}
        """Signs by shape, evidence and edge; scatter plots know a sign again by the object."""
        self.pictures: dict[tuple[int, float], QPixmap] = {}
        """Pictures of the signs, by the sign and the pixels of the screen to one of ours."""
        self.author_pictures: dict[tuple[object, ...], QPixmap] = {}
        """Pictures of reviewers' marks, by all that they are made from."""
        self.ink_brush = QBrush(look.theme.ink)
        faint = QColor(look.theme.ink)
        faint.setAlphaF(FAINT)
        self.faint_brush = QBrush(faint)

    def height(self, role: FontRole) -> float:
        """Give the height of a line (pixels)."""
        return self.metrics(role).height()
