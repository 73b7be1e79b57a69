"""Episodes of low glucose as slim marks at the foot of their panel: derived, not reported."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from viewer.geometry.time_scale import TimeScale
from viewer.model.glucose_course import GlucoseCourse
from viewer.ui.plots.placed import PlacedPanel
from viewer.ui.theme import Theme

HEIGHTS_H = {1: 0.28, 2: 0.5}
"""How high a mark is by its level (heights of a line)."""
LEAST_PX = 3.0

Floats = NDArray[np.float64]


def paint_episodes(
    painter: QPainter,
    panel: PlacedPanel,
    course: GlucoseCourse,
    scale: TimeScale,
    theme: Theme,
    h_px: float,
) -> None:
    """Paint the episodes in the window; a mark is full only in its lower half, as what is derived.

    Marks that touch become one, so that never more are painted than there are columns.
    """
    if course.series.id != panel.panel.series.id:
        return
    for level, colour in ((1, theme.level_1_edge), (2, theme.level_2_edge)):
        height = round(HEIGHTS_H[level] * h_px)
        for left, right in episode_columns(course, level, scale, panel.rect.right()).tolist():
            mark = QRectF(left, panel.rect.bottom() - height, right - left, height)
            painter.fillRect(mark, theme.paper)
            line = theme.stroke_scale
            half = round(height / 2)
            painter.fillRect(mark.adjusted(0, half, 0, 0), colour)
            painter.fillRect(QRectF(left, mark.top(), right - left, line), colour)
            for x in (left, right - line):
                painter.fillRect(QRectF(x, mark.top(), line, height), colour)


def episode_columns(course: GlucoseCourse, level: int, scale: TimeScale, right_px: float) -> Floats:
    """Give first and last column of each mark of a level, rows of two; none overlap."""
    first = int(np.searchsorted(course.ends, scale.window.start))
    last = int(np.searchsorted(course.starts, scale.window.end))
    part = slice(first, max(first, last))
    chosen = course.levels[part] == level
    lefts = np.floor(scale.xs(course.starts[part][chosen]))
    rights = np.maximum(np.ceil(scale.xs(course.ends[part][chosen])), lefts + LEAST_PX)
    lefts, rights = np.maximum(lefts, scale.left_px), np.minimum(rights, right_px)
    is_seen = lefts < rights
    lefts, rights = lefts[is_seen], rights[is_seen]
    if not len(lefts):
        return np.empty((0, 2))
    reached = np.maximum.accumulate(rights)
    begins = np.concatenate(([True], lefts[1:] > reached[:-1]))
    ends = np.append(reached[:-1][begins[1:]], reached[-1])
    return np.column_stack((lefts[begins], ends))
