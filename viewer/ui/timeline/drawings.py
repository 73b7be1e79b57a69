"""Painting of bars, capsules and whiskers, and of the box of what is broken."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QRegion

from viewer.geometry.bars import BarShape
from viewer.geometry.doses import Step
from viewer.ui.marks.bars import (
    draw_arrow_end,
    draw_bar,
    draw_capsule,
    draw_chevron,
    draw_statement_band,
)
from viewer.ui.marks.days import draw_fading_line, draw_whisker
from viewer.ui.marks.signs import draw_sign
from viewer.ui.marks.strokes import dashes_across, dashes_down
from viewer.ui.timeline.placed import Placed
from viewer.ui.timeline.scene import Scene, within
from viewer.ui.timeline.treatments import paint_step_edges, paint_ticks

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
        if not placed.steps:
            _paint_tint(painter, placed, scene, arrow_px)
        else:
            _leave_words_free(painter, placed, scene)
            for step in placed.steps:
                with within(painter, _columns(step, bar)):
                    _paint_tint(painter, placed, scene, arrow_px, step)
            paint_step_edges(painter, placed, scene)
    if arrow_px:
        draw_arrow_end(painter, bar.adjusted(0, 0, -arrow_px, 0), placed.kind, theme)
    if not placed.is_statement:
        _paint_end_signs(painter, placed, scene)
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


def _columns(step: Step, bar: QRectF) -> QRectF:
    return QRectF(step.left_px, bar.top(), step.right_px - step.left_px, bar.height())


def _paint_tint(
    painter: QPainter, placed: Placed, scene: Scene, arrow_px: float, step: Step | None = None
) -> None:
    """Paint the whole of a bar or band as high as a dose; the painter cuts it to what is seen."""
    shape, bar, theme = placed.bar_shape, placed.bar, scene.measures.theme
    assert shape is not None
    assert bar is not None
    rect = QRectF(shape.left_px, bar.top(), shape.right_px - shape.left_px - arrow_px, bar.height())
    if step is not None:
        rect.setTop(rect.bottom() - step.share * bar.height())
    if placed.is_statement:
        draw_statement_band(
            painter,
            rect,
            theme,
            fade_left_px=shape.fade_left_px,
            fade_right_px=shape.fade_right_px,
            hard_left=shape.start == "hard",
            hard_right=shape.end == "hard",
        )
        return
    draw_bar(
        painter,
        rect,
        placed.kind,
        placed.evidence if step is None or step.is_certain else "inferred",
        theme,
        fade_left_px=shape.fade_left_px,
        fade_right_px=shape.fade_right_px,
        hard_left=shape.start == "hard",
        hard_right=shape.end == "hard",
        selected=placed.id == scene.selection and is_all_in_bar(placed),
        hover=placed.id == scene.hover,
    )


def _paint_end_signs(painter: QPainter, placed: Placed, scene: Scene) -> None:
    """Paint the chevrons of what goes on past the window, and "?" where the end is not stated."""
    shape, bar, theme = placed.bar_shape, placed.bar, scene.measures.theme
    assert shape is not None
    assert bar is not None
    for side, is_past in (("left", shape.is_past_left), ("right", shape.is_past_right)):
        if is_past:
            draw_chevron(painter, bar, side, placed.kind, theme)
    if shape.end == "unknown" and not shape.is_past_right:
        em = scene.measures.em_px
        # Over the last of the fade, where it stands free; before the line that cuts it.
        off = 1.5 if shape.right_px > bar.right() + 1 else 0.7
        place = QRectF(bar.right() - off * em, bar.top(), 1.2 * em, bar.height())
        draw_sign(painter, place, "unknown", theme)


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
    colour = theme.kind(placed.kind)
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
        if shape.whisker is not None:
            draw_whisker(
                painter,
                shape.whisker.left_px,
                shape.whisker.right_px,
                y,
                evidence_of_day=shape.whisker.evidence,
                colour=colour,
                theme=theme,
                tick_px=0.5 * measures.mark_px,
                has_right_tick=shape.whisker.has_right_tick,
            )
        for side, length in (("left", shape.fade_left_px), ("right", shape.fade_right_px)):
            if length:
                draw_fading_line(
                    painter,
                    shape.anchor_px,
                    y,
                    side,
                    colour=colour,
                    theme=theme,
                    length_px=length,
                )
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
