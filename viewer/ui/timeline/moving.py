"""Painting of what moves over the still layer: the cursor and the keyboard focus."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from viewer.ui.marks.states import draw_focus
from viewer.ui.marks.strokes import line_across
from viewer.ui.timeline.scene import Scene, within
from viewer.ui.timeline.still import paint_line_behind_words, paint_mark

_FOCUS_BEYOND_SELECTION_PX = 4.0
_BESIDE_PX = 2.0
"""So near to the cursor marks are painted over it."""


def paint_moving(painter: QPainter, scene: Scene, cursor_px: float, has_focus: bool) -> None:
    """Paint the cursor behind marks and words, then the focus about the selected thing."""
    painter.setFont(scene.measures.font("label"))
    axis = QRectF(scene.frame.left_px, 0, scene.width_px - scene.frame.left_px, scene.height_px)
    with within(painter, axis):
        painter.translate(0, -scene.offset_px)
        _paint_cursor(painter, scene, cursor_px)
    found = scene.layout.find(scene.selection)
    if has_focus and found is not None:
        chart = QRectF(
            scene.frame.gutter_px, 0, scene.width_px - scene.frame.gutter_px, scene.height_px
        )
        with within(painter, chart):
            painter.translate(0, -scene.offset_px)
            margin = _FOCUS_BEYOND_SELECTION_PX * scene.measures.stroke_px
            around = scene.measures.in_row(found.bounds, margin).adjusted(-margin, 0, margin, 0)
            draw_focus(painter, around, scene.measures.theme)


def paint_drop(painter: QPainter, scene: Scene, y_px: float, depth: int) -> None:
    """Paint the line at which a lane that is dragged would be inserted."""
    measures = scene.measures
    left = depth * measures.h_px
    width = 3 * measures.stroke_px
    y = max(y_px - scene.offset_px, width)
    line_across(painter, left, scene.width_px, y, width_px=width, brush=measures.theme.ink)


def _paint_cursor(painter: QPainter, scene: Scene, x: float) -> None:
    paint_line_behind_words(painter, scene, x, scene.measures.theme.ink)
    for placed in scene.layout.marks_at(x, _BESIDE_PX):
        paint_mark(painter, placed, scene)
