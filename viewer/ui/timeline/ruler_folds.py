"""Folds on a ruler: their mark and their length."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from viewer.geometry.time_scale import Stretch
from viewer.ui.marks.folds import draw_folds
from viewer.ui.timeline.measures import Measures
from viewer.ui.words.fold_words import fold_brief, fold_short


def paint_folds(
    painter: QPainter,
    gaps: tuple[Stretch, ...],
    height_px: float,
    flag: QRectF,
    measures: Measures,
) -> None:
    """Mark each fold, with its length where that has room beside the cursor's flag."""
    draw_folds(painter, gaps, -1, height_px + 1, measures.theme)
    painter.setFont(measures.font("small"))
    painter.setPen(measures.theme.ink_2)
    for gap in gaps:
        place = QRectF(gap.left_px, 0, gap.right_px - gap.left_px, height_px)
        if not flag.intersects(place):
            texts = (fold_short(gap.days), fold_brief(gap.days))
            fitting = (one for one in texts if measures.width(one, "small") <= place.width())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), next(fitting, ""))


def is_off_folds(rect: QRectF, gaps: Iterable[Stretch]) -> bool:
    """Tell whether a label beside folds touches none of them."""
    return not any(rect.left() < gap.right_px and gap.left_px < rect.right() for gap in gaps)
