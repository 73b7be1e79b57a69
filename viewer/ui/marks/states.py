"""What the pointer, the keyboard, a choice, a search and a filter add to a mark."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from viewer.ui.marks.strokes import (
    PixelGrid,
    dashes_across,
    dashes_down,
    fade_brush,
    kept,
    line_across,
)
from viewer.ui.theme import Theme

SELECTION_MARGIN_PX = 4.0
"""How far the selection sticks out of the thing it surrounds, at stroke scale 1."""

FAINT = 0.35
"""The opacity of what a filter leaves out."""
_FOUND_PX = 3.0

_FOCUS_GAP_PX = 3.0
_FOCUS_DASHES = (3.0, 2.0)
_RADIUS_PX = 3.0


def draw_selection(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    *,
    fade_left_px: float = 0.0,
    fade_right_px: float = 0.0,
) -> None:
    """Draw the highlighter wash and its 2 px outline about `rect`; it keeps the fades of a bar."""
    outer, inner, radius, inner_radius = _about(painter, rect, theme)
    frame = QPainterPath()  # odd-even: the inner rectangle is a hole
    frame.addRoundedRect(outer, radius, radius)
    frame.addRoundedRect(inner, inner_radius, inner_radius)
    fades = {"fade_left_px": fade_left_px, "fade_right_px": fade_right_px}
    draw_highlight(painter, rect, theme, **fades)
    span = (rect.left(), rect.right(), fade_left_px, fade_right_px)
    with kept(painter):
        painter.fillPath(frame, fade_brush(theme.select_line, *span, theme.fades_to))


def draw_highlight(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    *,
    fade_left_px: float = 0.0,
    fade_right_px: float = 0.0,
) -> None:
    """Draw the highlighter wash about `rect` alone, as large as the wash of a selection."""
    _, inner, _, radius = _about(painter, rect, theme)
    wash = QPainterPath()
    wash.addRoundedRect(inner, radius, radius)
    span = (rect.left(), rect.right(), fade_left_px, fade_right_px)
    with kept(painter):
        painter.fillPath(wash, fade_brush(theme.select, *span, theme.fades_to))


def _about(painter: QPainter, rect: QRectF, theme: Theme) -> tuple[QRectF, QRectF, float, float]:
    """Give the outer and the inner edge of the outline about `rect`, and their radii."""
    grid = PixelGrid.of(painter)
    margin = SELECTION_MARGIN_PX * theme.stroke_scale
    width = grid.width_x(2 * theme.stroke_scale)
    radius = _RADIUS_PX * theme.stroke_scale
    outer = grid.rect(rect.adjusted(-margin, -margin, margin, margin))
    inner = outer.adjusted(width, width, -width, -width)
    return outer, inner, radius, max(0.0, radius - width)


def draw_hover(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw the ground under a point and its label while the pointer is on them."""
    radius = _RADIUS_PX * theme.stroke_scale
    with kept(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.hover)
        painter.drawRoundedRect(PixelGrid.of(painter).rect(rect), radius, radius)


def draw_found(painter: QPainter, left: float, right: float, bottom: float, theme: Theme) -> None:
    """Underline found words that end at `bottom`, inside their line."""
    width = _FOUND_PX * theme.stroke_scale
    line_across(painter, left, right, bottom - width / 2, width_px=width, brush=theme.search)


def draw_focus(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw the dashed frame of the keyboard focus, 3 px outside `rect`."""
    gap = _FOCUS_GAP_PX * theme.stroke_scale
    width = theme.stroke_scale
    frame = PixelGrid.of(painter).rect(rect.adjusted(-gap, -gap, gap, gap))
    pattern = [length * theme.stroke_scale for length in _FOCUS_DASHES]
    corner = 2 * theme.stroke_scale  # left open, so that the frame looks rounded
    across = (frame.left() + corner, frame.right() - corner)
    down = (frame.top() + corner, frame.bottom() - corner)
    for y in (frame.top() - width / 2, frame.bottom() + width / 2):
        dashes_across(painter, *across, y, width_px=width, pattern=pattern, brush=theme.ink)
    for x in (frame.left() - width / 2, frame.right() + width / 2):
        dashes_down(painter, x, *down, width_px=width, pattern=pattern, brush=theme.ink)
