"""The left column: triangle, mark, title and number of events of each lane."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from viewer.model.lanes import LaneRow
from viewer.ui.marks.shapes import draw_mark, polygon_path
from viewer.ui.marks.strokes import kept, line_across, line_down
from viewer.ui.timeline.badges import paint_pins, pins_px
from viewer.ui.timeline.contents import Contents
from viewer.ui.timeline.measures import Measures
from viewer.ui.timeline.placed import LaneBox
from viewer.ui.timeline.scene import Scene, within

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_EDGE_H = 0.35
_TRIANGLE_H = 0.55
_INDENT_H = 0.8
_DEEPEST = 4
"""Lanes that are nested more deeply are indented no further."""
_OPEN = [(-0.5, -0.3), (0.5, -0.3), (0.0, 0.4)]
_SHUT = [(-0.3, -0.5), (0.4, 0.0), (-0.3, 0.5)]


def gutter_px(contents: Contents, rows: Iterable[LaneRow], measures: Measures) -> int:
    """Give the width that the widest lane needs: mark, title, count and the room about them."""
    total = sum(lane.count for lane in contents.lanes.values())
    widest = max(
        (
            measures.width(row.lane.title.pick(contents.language), "strong")
            + measures.width(str(total if row.is_group else contents.of_row(row).count), "when")
            + _title_left(row.depth, measures)
            for row in rows
        ),
        default=0.0,
    )
    return round(widest + 1.75 * measures.h_px)


def title_shown(
    box: LaneBox, language: str, width_px: float, measures: Measures, notes: int = 0
) -> str:
    """Give the lane's title as it is drawn in a gutter of that width, beside its numbers."""
    count = measures.width(str(box.count), "when") + pins_px(notes, measures)
    room = width_px - _title_left(box.depth, measures) - count - 1.25 * measures.h_px
    return measures.elided(box.lane.title.pick(language), "strong", room)


def is_on_triangle(box: LaneBox, x_px: float, measures: Measures) -> bool:
    """Tell whether a column of the gutter belongs to the triangle of a lane."""
    left = _indent(box.depth, measures)
    return left <= x_px < left + (_TRIANGLE_H + _EDGE_H) * measures.h_px + _EDGE_H * measures.h_px


def paint_gutter(painter: QPainter, scene: Scene, language: str) -> None:
    """Paint the column over everything that reaches into it; titles of groups over the others."""
    theme, measures = scene.measures.theme, scene.measures
    width, top = scene.frame.gutter_px, scene.offset_px
    column = QRectF(0, 0, width, scene.height_px)
    painter.fillRect(column, theme.window)
    with within(painter, column):
        painter.translate(0, -top)
        for box in scene.lanes:
            y = box.bottom_px
            line_across(painter, 0, width, y, width_px=measures.stroke_px, brush=theme.rule)
        titles = scene.layout.titles(top, top + scene.height_px, measures)
        for box, title_top in titles:
            row = QRectF(0, title_top, width, measures.row_px)
            if title_top > box.top_px + measures.lane_pad_px:
                painter.fillRect(row.adjusted(0, -measures.lane_pad_px, 0, 0), theme.window)
            _paint_title(painter, box, row, scene, language)
    line_down(painter, width, 0, scene.height_px, width_px=measures.stroke_px, brush=theme.rule)


def _paint_title(painter: QPainter, box: LaneBox, row: QRectF, scene: Scene, language: str) -> None:
    theme, measures, h = scene.measures.theme, scene.measures, scene.measures.h_px
    y = row.center().y()
    left = _indent(box.depth, measures) + _EDGE_H * h
    size = _TRIANGLE_H * h
    triangle = polygon_path(_SHUT if box.is_collapsed else _OPEN, size, size)
    if not measures.is_stage:
        with kept(painter):
            painter.fillPath(triangle.translated(left + size / 2, y), theme.ink_2)
    mark_x = left + size + 0.3 * h + measures.mark_px / 2
    draw_mark(
        painter, QPointF(mark_x, y), box.lane.kind, "reported", theme, size_px=measures.mark_px
    )
    painter.setFont(measures.font("strong"))
    painter.setPen(theme.ink)
    words = row.adjusted(_title_left(box.depth, measures), 0, 0, 0)
    notes = scene.notes.counts.get(box.lane.id, 0)
    painter.drawText(words, int(_LEFT), title_shown(box, language, row.width(), measures, notes))
    if notes:
        right = row.right() - 1.2 * h - measures.width(str(box.count), "when")
        paint_pins(painter, right, row, notes, scene)
    if not measures.is_stage:
        painter.setFont(measures.font("when"))
        painter.setPen(theme.ink_2)
        painter.drawText(row.adjusted(0, 0, -0.75 * h, 0), int(_RIGHT), str(box.count))


def _indent(depth: int, measures: Measures) -> float:
    return min(depth, _DEEPEST) * _INDENT_H * measures.h_px


def _title_left(depth: int, measures: Measures) -> float:
    h = measures.h_px
    return _indent(depth, measures) + (_EDGE_H + _TRIANGLE_H + 0.8) * h + measures.mark_px
