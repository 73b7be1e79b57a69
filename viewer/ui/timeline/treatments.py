"""Painting of cycles and changes on the bar of a treatment."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from viewer.ui.marks.days import draw_whisker
from viewer.ui.marks.strokes import line_down
from viewer.ui.timeline.placed import Placed
from viewer.ui.timeline.scene import Scene


def paint_ticks(painter: QPainter, placed: Placed, scene: Scene) -> None:
    """Paint a line for what has its day, a whisker for what lies between two, and letters."""
    bar, measures = placed.bar, scene.measures
    if bar is None or not placed.ticks:
        return
    theme = measures.theme
    painter.setFont(measures.font("small"))
    painter.setPen(theme.ink)
    for tick in placed.ticks:
        if tick.right_px > tick.left_px:
            draw_whisker(
                painter,
                tick.left_px,
                tick.right_px,
                bar.bottom() - 3 * measures.stroke_px,
                evidence_of_day=tick.evidence,
                colour=theme.ink,
                theme=theme,
                tick_px=4 * measures.stroke_px,
            )
        else:
            top, bottom = bar.top(), bar.bottom()
            width = measures.stroke_px
            line_down(painter, tick.left_px, top, bottom, width_px=width, brush=theme.ink)
        if tick.letters:
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
            painter.drawText(tick.rect, int(flags), tick.letters)
