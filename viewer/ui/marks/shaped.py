"""Periods and instants painted as geometry shaped them: doses, ends, bounds of a day."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from viewer.geometry.bars import BarShape, PointShape
from viewer.geometry.doses import Step
from viewer.ui.marks.bars import draw_bar, draw_chevron
from viewer.ui.marks.days import draw_fading_line, draw_whisker
from viewer.ui.marks.signs import draw_sign
from viewer.ui.marks.strokes import kept, line_across, line_down
from viewer.ui.theme import Theme


def draw_period(
    painter: QPainter,
    shape: BarShape,
    bar: QRectF,
    kind: str,
    evidence: str,
    theme: Theme,
    *,
    steps: Sequence[Step] = (),
    arrow_px: float = 0.0,
    selected: bool = False,
    highlighted: bool = False,
    hover: bool = False,
) -> None:
    """Draw the tint of a period as high as its doses; the painter cuts it to what is seen.

    `bar` gives the rows, and the columns that are seen; `arrow_px` is kept free for the head of
    "continues". Columns whose dose is not certain look inferred.
    """
    whole = QRectF(shape.left_px, bar.top(), shape.right_px - shape.left_px - arrow_px, 0)
    for step in steps or (None,):
        height = bar.height() if step is None else step.share * bar.height()
        rect = QRectF(whole.left(), bar.bottom() - height, whole.width(), height)
        with kept(painter, smooth=False):
            if step is not None:
                width = step.right_px - step.left_px
                columns = QRectF(step.left_px, bar.top(), width, bar.height())
                painter.setClipRect(columns, Qt.ClipOperation.IntersectClip)
            draw_bar(
                painter,
                rect,
                kind,
                evidence if step is None or step.is_certain else "inferred",
                theme,
                fade_left_px=shape.fade_left_px,
                fade_right_px=shape.fade_right_px,
                hard_left=shape.start == "hard",
                hard_right=shape.end == "hard",
                selected=selected,
                highlighted=highlighted,
                hover=hover,
            )


def draw_step_edges(
    painter: QPainter, bar: QRectF, steps: Sequence[Step], kind: str, theme: Theme
) -> None:
    """Draw the line below all doses, which a dose of 0 leaves alone, and where steps rise."""
    width, colour = theme.stroke_scale, theme.kind(kind)
    line_across(
        painter, bar.left(), bar.right(), bar.bottom() - width / 2, width_px=width, brush=colour
    )
    for before, after in pairwise(steps):
        if before.is_certain and after.is_certain:
            heights = sorted((before.share * bar.height(), after.share * bar.height()))
            top, bottom = bar.bottom() - heights[1], bar.bottom() - heights[0]
            line_down(painter, after.left_px, top, bottom, width_px=width, brush=colour)


def draw_end_signs(
    painter: QPainter, shape: BarShape, bar: QRectF, kind: str, theme: Theme, em_px: float
) -> None:
    """Draw the chevrons of what goes on past the window, and "?" where the end is not stated."""
    for side, is_past in (("left", shape.is_past_left), ("right", shape.is_past_right)):
        if is_past:
            draw_chevron(painter, bar, side, kind, theme)
    if shape.end == "unknown" and not shape.is_past_right:
        # Over the last of the fade, where it stands free; before the line that cuts it.
        off = 1.5 if shape.right_px > bar.right() + 1 else 0.7
        place = QRectF(bar.right() - off * em_px, bar.top(), 1.2 * em_px, bar.height())
        draw_sign(painter, place, "unknown", theme)


def draw_point_bounds(
    painter: QPainter, shape: PointShape, y: float, kind: str, theme: Theme, *, tick_px: float
) -> None:
    """Draw how far off the day of an instant may be: the line between two days, or fading ones."""
    colour = theme.kind(kind)
    if shape.whisker is not None:
        draw_whisker(
            painter,
            shape.whisker.left_px,
            shape.whisker.right_px,
            y,
            evidence_of_day=shape.whisker.evidence,
            colour=colour,
            theme=theme,
            tick_px=tick_px,
            has_right_tick=shape.whisker.has_right_tick,
        )
    for side, length in (("left", shape.fade_left_px), ("right", shape.fade_right_px)):
        if length:
            ends = shape.anchor_px, y, side
            draw_fading_line(painter, *ends, colour=colour, theme=theme, length_px=length)
