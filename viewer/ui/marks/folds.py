"""The mark of days that are folded away: two wavy lines, the same in every view."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QRegion

from viewer.geometry.time_scale import Stretch
from viewer.ui.marks.strokes import PixelGrid, kept, stroke
from viewer.ui.theme import Theme

_HALF_WAVE_PX = 5.0
_WORD_GAP_PX = 2.0


def draw_folds(
    painter: QPainter,
    gaps: Iterable[Stretch],
    top: float,
    bottom: float,
    theme: Theme,
    words: Iterable[QRectF] = (),
) -> None:
    """Draw a quiet ground between two wavy lines over everything that crosses a fold.

    Both give way to words, which keep the ground that they stand on.
    """
    rects = [word.adjusted(-_WORD_GAP_PX, 0, _WORD_GAP_PX, 0) for word in words]
    for gap in gaps:
        area = QRectF(gap.left_px, top, gap.right_px - gap.left_px, bottom - top)
        rect = PixelGrid.of(painter).rect(area)
        around = rect.adjusted(-_HALF_WAVE_PX, 0, _HALF_WAVE_PX, 0)
        region = QRegion(around.toAlignedRect())
        for word in rects:
            if word.intersects(around):
                region -= QRegion(word.toAlignedRect())
        with kept(painter):
            painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)
            painter.fillRect(rect, theme.statement)
            for x in (rect.left(), rect.right()):
                wave = _wave(x, rect.top(), rect.bottom())
                stroke(painter, wave, theme.stroke_scale, theme.rule_strong)


def _wave(x: float, top: float, bottom: float) -> QPainterPath:
    # A whole number of half waves, so that both ends lie on x.
    count = max(2, round((bottom - top) / _HALF_WAVE_PX))
    height = (bottom - top) / count
    path = QPainterPath(QPointF(x, top))
    for index in range(count):
        side = 0.6 * height if index % 2 == 0 else -0.6 * height
        y = top + index * height
        path.quadTo(QPointF(x + side, y + height / 2), QPointF(x, y + height))
    return path
