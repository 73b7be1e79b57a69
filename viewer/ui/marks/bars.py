"""Periods as bars: tint, edges, hard and open ends; the ground of statements."""

from collections.abc import Callable
from typing import NamedTuple, Self

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen

from viewer.geometry.bars import CERTAIN_TAIL_EM, OPEN_FADE_EM
from viewer.ui.marks.shapes import EVIDENCE, polygon_path
from viewer.ui.marks.states import draw_highlight, draw_selection
from viewer.ui.marks.strokes import (
    PixelGrid,
    dashes_across,
    em_px,
    fade_brush,
    kept,
    line_across,
    line_down,
    seen,
    stroke,
)
from viewer.ui.theme import Theme, blended

_Faded = Callable[[QColor], QBrush]

_DASHES = (5.0, 3.0)
_DOTS = (2.0, 4.0)
_STATEMENT_DOTS = (2.0, 2.0)
_HATCH_STEP_PX = 6.0


def draw_bar(
    painter: QPainter,
    rect: QRectF,
    kind: str,
    evidence: str,
    theme: Theme,
    *,
    fade_left_px: float = 0.0,
    fade_right_px: float = 0.0,
    hard_left: bool = False,
    hard_right: bool = False,
    selected: bool = False,
    highlighted: bool = False,
    hover: bool = False,
) -> None:
    """Draw a period: full tint where it is certain, fading to nothing over the given widths.

    An end that is neither faded nor hard is left plain, for a cut or an arrow head; a faded end is
    never hard. The look tells how the fact is known. Raises ValueError for an unknown word.
    """
    if evidence not in EVIDENCE:
        raise ValueError(f"evidence {evidence!r} is none of {', '.join(EVIDENCE)}")
    rect = PixelGrid.of(painter).rect(rect)
    if rect.width() <= 0:
        return
    fades = (fade_left_px, fade_right_px)

    def faded(colour: QColor) -> QBrush:
        return fade_brush(colour, rect.left(), rect.right(), *fades, theme.fades_to)

    is_washed = selected or highlighted
    if is_washed:
        draw = draw_selection if selected else draw_highlight
        draw(painter, rect, theme, fade_left_px=fade_left_px, fade_right_px=fade_right_px)
    _fill(painter, rect, evidence, _BarColours.of(kind, theme, is_washed), faded, theme=theme)
    _edges(painter, rect, evidence, faded(theme.kind(kind)), theme, is_thick=hover)
    end_px = 2 * theme.stroke_scale
    if hard_left and fade_left_px <= 0:
        _hard_end(painter, rect, end_px, theme.kind(kind), is_left=True)
    if hard_right and fade_right_px <= 0:
        _hard_end(painter, rect, end_px, theme.kind(kind), is_left=False)


class _BarColours(NamedTuple):
    dots: QColor
    hatch: QColor
    whole: QColor | None
    lower_half: QColor

    @classmethod
    def of(cls, kind: str, theme: Theme, is_washed: bool) -> Self:
        colour = theme.kind(kind)
        ground = theme.select if is_washed else theme.paper
        tint = blended(colour, ground, theme.tint_fraction)
        # On a washed bar the wash is there already and takes the place of the tint.
        return cls(colour, blended(colour, ground, 0.45), None if is_washed else tint, tint)


def _fill(
    painter: QPainter,
    rect: QRectF,
    evidence: str,
    colours: _BarColours,
    faded: _Faded,
    *,
    theme: Theme,
) -> None:
    if evidence == "reported" and colours.whole is not None:
        painter.fillRect(rect, faded(colours.whole))
    elif evidence == "derived":
        middle = PixelGrid.of(painter).edge_y(rect.center().y())
        lower = QRectF(QPointF(rect.left(), middle), rect.bottomRight())
        painter.fillRect(lower, faded(colours.lower_half))
    elif evidence == "digitised":
        pattern = [length * theme.stroke_scale for length in _DOTS]
        ends = (rect.left() + pattern[1], rect.right() - 2 * theme.stroke_scale)
        dashes_across(
            painter,
            *ends,
            rect.center().y(),
            width_px=pattern[0],
            pattern=pattern,
            brush=faded(colours.dots),
        )
    elif evidence == "synthetic":
        _hatch(painter, rect, faded(colours.hatch), theme)


def _hatch(painter: QPainter, rect: QRectF, brush: QBrush, theme: Theme) -> None:
    step = _HATCH_STEP_PX * theme.stroke_scale
    rise = rect.height()
    first, last = seen(painter, rect.left(), rect.right())
    # Lines start at the bar's own left edge whatever part is seen, so they keep still in a pan.
    skipped = max(0, int((first - rect.left() - rise) / step))
    foot = rect.left() - rise + step / 2 + skipped * step
    lines = []
    while foot < last:
        left = max(foot, rect.left())
        right = min(foot + rise, rect.right())
        if right > left:
            lines.append(
                QLineF(left, rect.bottom() - (left - foot), right, rect.bottom() - (right - foot))
            )
        foot += step
    if not lines:
        return
    with kept(painter):
        pen = QPen(brush, theme.stroke_scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLines(lines)


def _edges(
    painter: QPainter, rect: QRectF, evidence: str, brush: QBrush, theme: Theme, *, is_thick: bool
) -> None:
    grid = PixelGrid.of(painter)
    height = grid.width_y(theme.stroke_scale)
    # The pointer thickens the edge outwards, so the words inside keep their place.
    out = height if is_thick else 0.0
    pattern = [length * theme.stroke_scale for length in _DASHES] if evidence == "inferred" else []
    for y in (rect.top() + (height - out) / 2, rect.bottom() - (height - out) / 2):
        dashes_across(
            painter,
            rect.left(),
            rect.right(),
            y,
            width_px=height + out,
            pattern=pattern,
            brush=brush,
        )


def _hard_end(
    painter: QPainter, rect: QRectF, width_px: float, colour: QColor, *, is_left: bool
) -> None:
    half = PixelGrid.of(painter).width_x(width_px) / 2
    x = rect.left() + half if is_left else rect.right() - half
    line_down(painter, x, rect.top(), rect.bottom(), width_px=width_px, brush=colour)


def draw_unknown_end(
    painter: QPainter, rect: QRectF, kind: str, evidence: str, theme: Theme
) -> None:
    """Draw a whole bar whose start is exact and whose end is not stated.

    `rect` reaches to the last certain day; beyond it full colour goes on for 1.5 em, fades over
    5 em and ends in "?".
    """
    em = em_px(painter)
    fade = OPEN_FADE_EM * em
    long = rect.adjusted(0, 0, CERTAIN_TAIL_EM * em + fade, 0)
    draw_bar(painter, long, kind, evidence, theme, fade_right_px=fade, hard_left=True)
    with kept(painter):
        font = painter.font()
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.ink)
        # Over the last of the fade: so near to nothing that the sign stands free.
        place = QRectF(long.right() - 0.7 * em, rect.top(), 1.2 * em, rect.height())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(place, flags, "?")


def draw_arrow_end(painter: QPainter, rect: QRectF, kind: str, theme: Theme) -> None:
    """Draw the head of "continues" right of a bar; it sticks out by half the bar's height."""
    rect = PixelGrid.of(painter).rect(rect)
    width, height = 0.5 * rect.height(), rect.height()
    head = polygon_path([(0, -0.5), (1, 0), (0, 0.5)], width, height)
    with kept(painter):
        painter.fillPath(head.translated(rect.right(), rect.center().y()), theme.kind(kind))


def draw_chevron(painter: QPainter, rect: QRectF, side: str, kind: str, theme: Theme) -> None:
    """Draw the sign that a bar goes on past the window, inside its "left" or "right" edge.

    Raises ValueError for another side.
    """
    inward = {"left": 1.0, "right": -1.0}.get(side)
    if inward is None:
        raise ValueError(f"side {side!r} is neither left nor right")
    edge = rect.left() if side == "left" else rect.right()
    size = 0.4 * rect.height()
    x, y = edge + inward * 0.25 * rect.height(), rect.center().y()
    path = QPainterPath(QPointF(x + inward * 0.6 * size, y - size / 2))
    path.lineTo(x, y)
    path.lineTo(x + inward * 0.6 * size, y + size / 2)
    stroke(painter, path, 1.5 * theme.stroke_scale, theme.kind(kind), is_round=False)


def draw_capsule(painter: QPainter, rect: QRectF, kind: str, theme: Theme) -> None:
    """Draw the ground of a point that lies somewhere between two days: a tint with round ends."""
    radius = rect.height() / 2
    with kept(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tint(kind))
        painter.drawRoundedRect(rect, radius, radius)


def draw_statement_band(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    *,
    fade_left_px: float = 0.0,
    fade_right_px: float = 0.0,
    hard_left: bool = False,
    hard_right: bool = False,
) -> None:
    """Draw the ground of words of the source: dotted edges, square brackets at exact ends."""
    rect = PixelGrid.of(painter).rect(rect)
    if rect.width() <= 0:
        return
    fades = (fade_left_px, fade_right_px)
    ends = (rect.left(), rect.right())
    painter.fillRect(rect, fade_brush(theme.statement, *ends, *fades, theme.fades_to))
    edge = fade_brush(theme.statement_edge, *ends, *fades, theme.fades_to)
    width = PixelGrid.of(painter).width_y(theme.stroke_scale)
    pattern = [length * theme.stroke_scale for length in _STATEMENT_DOTS]
    for y in (rect.top() + width / 2, rect.bottom() - width / 2):
        dashes_across(painter, *ends, y, width_px=width, pattern=pattern, brush=edge)
    if hard_left and fade_left_px <= 0:
        _bracket(painter, rect, theme, is_left=True)
    if hard_right and fade_right_px <= 0:
        _bracket(painter, rect, theme, is_left=False)


def _bracket(painter: QPainter, rect: QRectF, theme: Theme, *, is_left: bool) -> None:
    width = PixelGrid.of(painter).width_x(1.5 * theme.stroke_scale)
    arm = min(0.3 * rect.height(), rect.width() / 2)
    left = rect.left() if is_left else rect.right() - arm
    for y in (rect.top() + width / 2, rect.bottom() - width / 2):
        line_across(painter, left, left + arm, y, width_px=width, brush=theme.statement_edge)
    x = rect.left() + width / 2 if is_left else rect.right() - width / 2
    line_down(painter, x, rect.top(), rect.bottom(), width_px=width, brush=theme.statement_edge)
