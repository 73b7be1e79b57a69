"""Painting of bars, capsules and whiskers, and of the box of what is broken."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QRegion

from viewer.geometry.bars import BarShape
from viewer.ui.marks.bars import draw_arrow_end, draw_capsule, draw_statement_band
from viewer.ui.marks.days import draw_whisker
from viewer.ui.marks.shaped import (
    draw_end_signs,
    draw_period,
    draw_point_bounds,
    draw_step_edges,
)
from viewer.ui.marks.strokes import dashes_across, dashes_down
from viewer.ui.timeline.placed import Placed
from viewer.ui.timeline.scene import Scene, within
from viewer.ui.timeline.treatments import paint_ticks

_PROBLEM_DASHES = (4.0, 3.0)
_OUTLINE_PX = 8.0
"""How far hover and selection stick out of a bar at most."""


def is_all_in_bar(placed: Placed) -> bool:
    """Tell whether a bar holds all of its words."""
    bar = placed.bar
    return (
        bar is not None
        and placed.bar_shape is not None
        and not placed.is_statement
        and not placed.steps
        and placed.bounds.left() >= bar.left() - 1
        and placed.bounds.right() <= bar.right() + 1
    )


def paint_drawing(painter: QPainter, placed: Placed, scene: Scene) -> None:
    """Paint the bar or capsule with its whiskers; never behind the thing's own words."""
    if placed.bar_shape is not None:
        _paint_bar(painter, placed, scene)
    elif placed.point_shape is not None:
        _paint_point_ground(painter, placed, scene)
    elif placed.words and placed.words[0].part == "problem":
        _paint_problem_box(painter, placed, scene)


def _paint_bar(painter: QPainter, placed: Placed, scene: Scene) -> None:
    shape, bar, measures = placed.bar_shape, placed.bar, scene.measures
    assert shape is not None
    assert bar is not None
    theme = measures.theme
    arrow_px = 0.5 * bar.height() if shape.end == "open" and not shape.is_past_right else 0.0
    with within(painter, _seen_part(bar, shape)):
        if placed.is_statement:
            _paint_band(painter, shape, bar, scene, arrow_px)
        else:
            if placed.steps:
                _leave_words_free(painter, placed, scene)
            draw_period(
                painter,
                shape,
                bar,
                placed.kind,
                placed.evidence,
                theme,
                steps=placed.steps,
                arrow_px=arrow_px,
                selected=placed.id == scene.selection and is_all_in_bar(placed),
                highlighted=placed.id in scene.highlights and is_all_in_bar(placed),
                hover=placed.id == scene.hover,
            )
            if placed.steps:
                draw_step_edges(painter, bar, placed.steps, placed.kind, theme)
    if arrow_px:
        draw_arrow_end(painter, bar.adjusted(0, 0, -arrow_px, 0), placed.kind, theme)
    if not placed.is_statement:
        draw_end_signs(painter, shape, bar, placed.kind, theme, measures.em_px)
        paint_ticks(painter, placed, scene)
    colour = theme.statement_edge if placed.is_statement else theme.kind(placed.kind)
    for whisker in shape.whiskers:
        draw_whisker(
            painter,
            whisker.left_px,
            whisker.right_px,
            bar.bottom() + 2 * measures.stroke_px,
            evidence_of_day=whisker.evidence,
            colour=colour,
            theme=theme,
            tick_px=4 * measures.stroke_px,
        )


def _paint_band(
    painter: QPainter, shape: BarShape, bar: QRectF, scene: Scene, arrow_px: float
) -> None:
    width = shape.right_px - shape.left_px - arrow_px
    rect = QRectF(shape.left_px, bar.top(), width, bar.height())
    draw_statement_band(
        painter,
        rect,
        scene.measures.theme,
        fade_left_px=shape.fade_left_px,
        fade_right_px=shape.fade_right_px,
        hard_left=shape.start == "hard",
        hard_right=shape.end == "hard",
    )


def _seen_part(bar: QRectF, shape: BarShape) -> QRectF:
    """Cut plainly where the bar goes on, else leave room for outlines."""
    seen = bar.adjusted(-_OUTLINE_PX, -_OUTLINE_PX, _OUTLINE_PX, _OUTLINE_PX)
    if shape.right_px > bar.right() + 1:
        seen.setRight(bar.right())
    return seen


def _paint_point_ground(painter: QPainter, placed: Placed, scene: Scene) -> None:
    shape, measures = placed.point_shape, scene.measures
    assert shape is not None
    theme = measures.theme
    painter.save()
    try:
        if shape.capsule is not None and placed.bar is not None:
            left, right = shape.capsule
            capsule = QRectF(left, placed.bar.top(), right - left, placed.bar.height())
            draw_capsule(painter, capsule, placed.kind, theme)
        row = placed.mark or placed.bar
        assert row is not None  # a point has one of them
        _leave_words_free(painter, placed, scene)
        y = row.center().y()
        draw_point_bounds(painter, shape, y, placed.kind, theme, tick_px=0.5 * measures.mark_px)
    finally:
        painter.restore()


def _leave_words_free(painter: QPainter, placed: Placed, scene: Scene) -> None:
    """Break lines behind the words that stand on them."""
    row = placed.bar or placed.mark
    assert row is not None  # a point has one of them
    region = QRegion(placed.bounds.adjusted(-2e4, -20, 2e4, 20).toAlignedRect())
    gap = 0.2 * scene.measures.h_px
    words = QRectF()
    for rect in (*(w.rect for w in placed.words), *(s.rect for s in placed.signs)):
        if rect.intersects(row):
            words = words.united(rect)
    if not words.isEmpty():
        region -= QRegion(words.adjusted(-gap, -gap, gap, gap).toAlignedRect())
    painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)


def _paint_problem_box(painter: QPainter, placed: Placed, scene: Scene) -> None:
    measures = scene.measures
    pad = measures.spacing.inner_px
    box = placed.words[0].rect.adjusted(-pad / 2, -1, pad / 2, 1)
    pattern = [length * measures.stroke_px for length in _PROBLEM_DASHES]
    for y in (box.top(), box.bottom()):
        dashes_across(
            painter,
            box.left(),
            box.right(),
            y,
            width_px=measures.stroke_px,
            pattern=pattern,
            brush=measures.theme.rule_strong,
        )
    for x in (box.left(), box.right()):
        dashes_down(
            painter,
            x,
            box.top(),
            box.bottom(),
            width_px=measures.stroke_px,
            pattern=pattern,
            brush=measures.theme.rule_strong,
        )
