"""Paints the events that stand below the values of a panel."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from viewer.ui.marks.bars import draw_arrow_end, draw_capsule
from viewer.ui.marks.days import draw_whisker
from viewer.ui.marks.letters import draw_letters
from viewer.ui.marks.shaped import (
    draw_end_signs,
    draw_period,
    draw_point_bounds,
    draw_step_edges,
)
from viewer.ui.marks.shapes import draw_mark
from viewer.ui.marks.states import FAINT
from viewer.ui.marks.strokes import kept, line_across
from viewer.ui.plots.placed import PlacedRail, RailThing
from viewer.ui.plots.typeset import Typeset

SIGN_H = 0.9
"""The height in which the signs at the ends of a bar stand (line heights)."""


def paint_rail(
    painter: QPainter, rail: PlacedRail, type_: Typeset, left_out: frozenset[str]
) -> None:
    """Paint intervals with their doses, and how far off the days of instants may be."""
    theme, rect = type_.theme, rail.rect
    width = theme.stroke_scale
    ends = (rect.left(), rect.right(), rect.top() + width / 2)
    line_across(painter, *ends, width_px=width, brush=theme.grid)
    with kept(painter, smooth=False):
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.setFont(type_.font("label"))
        for thing in rail.things:
            painter.setOpacity(_opacity(thing, left_out))
            if thing.bar is not None:
                _paint_bar(painter, thing, type_)
            elif thing.point is not None:
                _paint_bounds(painter, thing, type_)
            elif not thing.ids:
                painter.fillRect(thing.rect, theme.kind(thing.kind))


def paint_rail_marks(
    painter: QPainter,
    rail: PlacedRail,
    type_: Typeset,
    left_out: frozenset[str],
    selection: str | None,
    is_exposed: Callable[[QRectF], bool],
) -> None:
    """Paint the marks that are exposed; the cursor's line passes behind them."""
    theme = type_.theme
    for thing in rail.things:
        if not thing.has_mark or not is_exposed(thing.rect):
            continue
        ground = theme.select if selection in thing.ids else None
        with kept(painter, smooth=False):
            painter.setOpacity(_opacity(thing, left_out))
            if thing.letters:
                draw_letters(
                    painter,
                    thing.rect,
                    thing.letters,
                    thing.kind,
                    theme,
                    font=type_.font("strong"),
                    is_count=True,
                    ground=ground,
                )
            elif thing.point is not None and thing.event is not None:
                place = QPointF(thing.point.anchor_px, thing.rect.center().y())
                look = thing.kind, thing.event.evidence.kind, theme
                draw_mark(painter, place, *look, size_px=type_.mark_px, ground=ground)


def _opacity(thing: RailThing, left_out: frozenset[str]) -> float:
    """What a filter leaves out is faint; of several all must be left out."""
    return FAINT if thing.ids and left_out.issuperset(thing.ids) else 1.0


def _paint_bar(painter: QPainter, thing: RailThing, type_: Typeset) -> None:
    shape, bar, theme, event = thing.bar, thing.rect, type_.theme, thing.event
    assert shape is not None
    assert event is not None  # what has a bar is one event
    arrow_px = 0.5 * bar.height() if shape.end == "open" and not shape.is_past_right else 0.0
    with kept(painter, smooth=False):
        painter.setClipRect(bar, Qt.ClipOperation.IntersectClip)
        look = thing.kind, event.evidence.kind, theme
        draw_period(painter, shape, bar, *look, steps=thing.steps, arrow_px=arrow_px)
        if thing.steps:
            draw_step_edges(painter, bar, thing.steps, thing.kind, theme)
    if arrow_px:
        draw_arrow_end(painter, bar.adjusted(0, 0, -arrow_px, 0), thing.kind, theme)
    more = max(0.0, SIGN_H * type_.h_px - bar.height()) / 2
    signs = bar.adjusted(0, -more, 0, more)
    draw_end_signs(painter, shape, signs, thing.kind, theme, type_.em_px)
    for whisker in shape.whiskers:
        draw_whisker(
            painter,
            whisker.left_px,
            whisker.right_px,
            bar.bottom() + 2 * theme.stroke_scale,
            evidence_of_day=whisker.evidence,
            colour=theme.kind(thing.kind),
            theme=theme,
            tick_px=4 * theme.stroke_scale,
            has_right_tick=whisker.has_right_tick,
        )


def _paint_bounds(painter: QPainter, thing: RailThing, type_: Typeset) -> None:
    shape, rect = thing.point, thing.rect
    assert shape is not None
    if shape.capsule is not None:
        left, right = shape.capsule
        capsule = QRectF(left, rect.top(), right - left, rect.height())
        draw_capsule(painter, capsule, thing.kind, type_.theme)
    y, tick = rect.center().y(), 0.5 * type_.mark_px
    draw_point_bounds(painter, shape, y, thing.kind, type_.theme, tick_px=tick)
