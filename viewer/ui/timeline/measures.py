"""Sizes of the timeline's rows, bars and words."""

from PySide6.QtCore import QRectF

from viewer.geometry.labels import Spacing
from viewer.ui.look import Look
from viewer.ui.text_sizes import TextSizes

ROW_H = (1.25, 1.45)
"""The height of a row where room is short, and the usual one (lines)."""
LANE_PAD_H = (0.1, 0.25)
LOOSEST = 2.25
"""Rows are at most 1.7 lines high."""
BAR_GAP_H = (0.3, 0.4)


class Measures(TextSizes):
    """The sizes that follow from a look; make another one when the look changes.

    `looseness` is 1 where rows have their usual height, 0 where they are as low as can be read,
    and more where there is room to spare.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.looseness = 1.0
        self.stroke_px = look.theme.stroke_scale

    @property
    def row_px(self) -> float:
        """The height of one row of a lane."""
        return self._between(ROW_H)

    @property
    def bar_px(self) -> float:
        """The height of a bar."""
        return self.row_px - self._between(BAR_GAP_H)

    @property
    def sign_px(self) -> float:
        """The size of a sign of outcome or disagreement."""
        return 0.85 * self.h_px

    @property
    def picture_px(self) -> float:
        """The side of the small picture of a study: as high as the lowest row allows."""
        return 1.15 * self.h_px

    def letters_px(self, letters: str) -> float:
        """Give the width of a mark that holds letters."""
        return self.width(letters, "strong") + 0.5 * self.h_px

    @property
    def letters_h_px(self) -> float:
        """The height of a mark that holds letters."""
        return min(self.bar_px, 1.05 * self.h_px)

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
