"""Paints the words, and finds where the cursor line must give way to them."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from viewer.geometry.time_scale import Stretch
from viewer.ui.marks.folds import draw_folds
from viewer.ui.marks.signs import draw_sign
from viewer.ui.marks.strokes import line_across
from viewer.ui.plots.ground_layer import WORD_GAP_PX, Shown, clipped
from viewer.ui.plots.gutter import paint_text
from viewer.ui.plots.placed import Placed, PlacedLabel


def paint_labels(painter: QPainter, shown: Shown, is_exposed: Callable[[QRectF], bool]) -> None:
    """Draw folds and write labels that are exposed, each in the part of its panel that is seen."""
    for panel in shown.placed.panels:
        with clipped(painter, panel.rect.intersected(panel.clip)):
            seen = (gap for gap in shown.scale.gaps if is_exposed(_column(panel.rect, gap)))
            top, bottom = panel.rect.top(), panel.rect.bottom()
            words = [label.rect for label in panel.labels]
            draw_folds(painter, seen, top, bottom, shown.type_.theme, words)
        labels = [label for label in panel.labels if is_exposed(label.rect)]
        if labels:
            with clipped(painter, panel.clip):
                for label in labels:
                    _paint_label(painter, label, shown)


def _column(rect: QRectF, gap: Stretch) -> QRectF:
    return QRectF(gap.left_px, rect.top(), gap.right_px - gap.left_px, rect.height())


def _paint_label(painter: QPainter, label: PlacedLabel, shown: Shown) -> None:
    theme = shown.type_.theme
    if label.sign is not None:
        size = 0.7 * label.rect.height()
        top = label.rect.center().y() - size / 2
        sign = QRectF(label.rect.left(), top, size, size)
        draw_sign(painter, sign, label.sign, theme)
    for text in label.texts:
        paint_text(painter, text, shown.type_)
    if label.kind == "hint":
        way = label.texts[-1]
        y = way.rect.top() + shown.type_.metrics(way.role).ascent() + 2
        width = theme.stroke_scale
        ends = (way.rect.left(), way.rect.right(), y)
        line_across(painter, *ends, width_px=width, brush=theme.role(way.colour))


def words_across(placed: Placed, x_px: float) -> list[tuple[float, float]]:
    """Give top and bottom of the words that stand on a column."""
    crossed = []
    for panel in placed.panels:
        for label in panel.labels:
            rect = label.rect.intersected(panel.clip)
            if (
                rect.left() - WORD_GAP_PX <= x_px <= rect.right() + WORD_GAP_PX
                and rect.height() > 0
            ):
                crossed.append((rect.top(), rect.bottom()))
    return crossed
