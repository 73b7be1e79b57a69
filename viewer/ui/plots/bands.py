"""Where the ground of a statement begins, fades and ends: the columns the timeline gives it."""

from dataclasses import replace

from PySide6.QtCore import QRectF

from viewer.geometry.bars import Drawn, bar_shape, period
from viewer.model.series import Statement
from viewer.ui.plots.placed import PlacedBand


def place_band(
    statement: Statement, drawn: Drawn, words_px: float, top_px: float, height_px: float
) -> PlacedBand:
    """Place the band of a statement in a row of its panel.

    Where no end is stated its length means nothing: it is then as long as its words need.
    """
    shape = bar_shape(period(statement.when), drawn, statement.evidence.kind)
    right_px = shape.right_px
    if shape.end in ("open", "cut"):
        right_px = min(right_px, max(drawn.limit_px, shape.left_px))
    if shape.end == "unknown":
        wanted = shape.left_px + words_px + drawn.open_px
        right_px = min(max(shape.right_px, wanted), max(drawn.limit_px, shape.left_px))
    rect = QRectF(shape.left_px, top_px, max(right_px - shape.left_px, 1.0), height_px)
    return PlacedBand(
        statement,
        rect,
        shape.fade_left_px,
        shape.fade_right_px if shape.end != "cut" else 0.0,
        shape.start == "hard",
        shape.end == "hard",
    )


def in_row(band: PlacedBand, top_px: float) -> PlacedBand:
    """Give the band in another row."""
    rect = QRectF(band.rect)
    rect.moveTop(top_px)
    return replace(band, rect=rect)
