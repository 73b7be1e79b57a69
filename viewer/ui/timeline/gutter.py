"""The left column: mark, title and number of events of each lane."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from viewer.ui.marks.shapes import draw_mark
from viewer.ui.marks.strokes import line_across, line_down
from viewer.ui.timeline.contents import Contents
from viewer.ui.timeline.measures import Measures
from viewer.ui.timeline.placed import LaneBox
from viewer.ui.timeline.scene import Scene, within

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def gutter_px(contents: Contents, measures: Measures) -> int:
    """Give the width that the widest lane needs: mark, title, count and the room about them."""
    h = measures.h_px
    widest = max(
        (
            measures.width(lane.lane.title.pick(contents.language), "strong")
            + measures.width(str(lane.count), "when")
            for lane in contents.lanes
        ),
        default=0.0,
    )
    return round(widest + measures.mark_px + 3 * h)


def title_shown(box: LaneBox, language: str, width_px: float, measures: Measures) -> str:
    """Give the lane's title as it is drawn in a gutter of that width."""
    count = measures.width(str(box.count), "when")
    room = width_px - _title_left(measures) - count - 1.25 * measures.h_px
    return measures.elided(box.lane.title.pick(language), "strong", room)


def paint_gutter(painter: QPainter, scene: Scene, language: str) -> None:
    """Paint the column over everything that reaches into it."""
    theme, measures = scene.measures.theme, scene.measures
    width = scene.frame.gutter_px
    column = QRectF(0, 0, width, scene.height_px)
    painter.fillRect(column, theme.window)
    with within(painter, column):
        painter.translate(0, -scene.offset_px)
        for box in scene.layout.lanes:
            _paint_lane(painter, box, scene, language)
    line_down(painter, width, 0, scene.height_px, width_px=measures.stroke_px, brush=theme.rule)


def _paint_lane(painter: QPainter, box: LaneBox, scene: Scene, language: str) -> None:
    theme, measures = scene.measures.theme, scene.measures
    width, h = scene.frame.gutter_px, measures.h_px
    top = box.top_px + measures.lane_pad_px
    row = QRectF(_title_left(measures), top, width, measures.row_px)
    mark_x = 0.75 * h + measures.mark_px / 2
    draw_mark(
        painter,
        QPointF(mark_x, row.center().y()),
        box.lane.kind,
        "reported",
        theme,
        size_px=measures.mark_px,
    )
    painter.setFont(measures.font("strong"))
    painter.setPen(theme.ink)
    painter.drawText(row, int(_LEFT), title_shown(box, language, width, measures))
    painter.setFont(measures.font("when"))
    painter.setPen(theme.ink_2)
    row.setRight(width - 0.75 * h)
    painter.drawText(row, int(_RIGHT), str(box.count))
    y = box.bottom_px
    line_across(painter, 0, width, y, width_px=measures.stroke_px, brush=theme.rule)


def _title_left(measures: Measures) -> float:
    return 1.25 * measures.h_px + measures.mark_px
