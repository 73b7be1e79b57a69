"""Painting of cycles, changes and doses on the bar of a treatment."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from viewer.ui.marks.days import draw_whisker
from viewer.ui.marks.strokes import line_across, line_down
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


def paint_step_edges(painter: QPainter, placed: Placed, scene: Scene) -> None:
    """Paint the line below all doses, which a dose of 0 leaves alone, and where steps rise."""
    bar, theme = placed.bar, scene.measures.theme
    assert bar is not None  # only a bar has steps
    width, colour = scene.measures.stroke_px, theme.kind(placed.kind)
    line_across(
        painter, bar.left(), bar.right(), bar.bottom() - width / 2, width_px=width, brush=colour
    )
    for before, after in zip(placed.steps, placed.steps[1:], strict=False):
        if before.is_certain and after.is_certain:
            heights = sorted((before.share * bar.height(), after.share * bar.height()))
            top, bottom = bar.bottom() - heights[1], bar.bottom() - heights[0]
            line_down(painter, after.left_px, top, bottom, width_px=width, brush=colour)
