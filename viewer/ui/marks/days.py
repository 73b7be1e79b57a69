"""Lines that tell how exactly, and how, a day is known."""

from PySide6.QtGui import QColor, QPainter

from viewer.ui.marks.strokes import (
    dashes_across,
    em_px,
    fade_brush,
    line_across,
    line_down,
)
from viewer.ui.theme import Theme

_DAY_DASHES: dict[str, tuple[float, ...]] = {
    "reported": (),
    "derived": (7.0, 2.0, 1.0, 2.0),
    "digitised": (1.0, 2.0),
    "inferred": (4.0, 3.0),
    "synthetic": (7.0, 2.0, 1.0, 2.0, 1.0, 2.0),
}


def draw_whisker(
    painter: QPainter,
    x0: float,
    x1: float,
    y: float,
    *,
    evidence_of_day: str,
    colour: QColor,
    theme: Theme,
    tick_px: float | None = None,
    has_right_tick: bool = True,
) -> None:
    """Draw the earliest and latest day of an instant as a line with end ticks.

    The dash tells how the day is known. `tick_px` is the whole height of a tick (0.8 em unless
    given). Raises ValueError for an unknown word.
    """
    if evidence_of_day not in _DAY_DASHES:
        raise ValueError(f"evidence {evidence_of_day!r} is none of {', '.join(_DAY_DASHES)}")
    width = theme.stroke_scale
    pattern = [length * theme.stroke_scale for length in _DAY_DASHES[evidence_of_day]]
    dashes_across(painter, x0, x1, y, width_px=width, pattern=pattern, brush=colour)
    half = (0.8 * em_px(painter) if tick_px is None else tick_px) / 2
    for end in (x0, x1) if has_right_tick else (x0,):
        line_down(painter, end, y - half, y + half, width_px=width, brush=colour)


def draw_fading_line(
    painter: QPainter,
    x: float,
    y: float,
    side: str,
    *,
    colour: QColor,
    theme: Theme,
    length_px: float,
) -> None:
    """Draw "at or before" (side "left") or "at or after" ("right"): a line fading from the mark.

    Raises ValueError for another side.
    """
    if side == "left":
        left, right, fades = x - length_px, x, (length_px, 0.0)
    elif side == "right":
        left, right, fades = x, x + length_px, (0.0, length_px)
    else:
        raise ValueError(f"side {side!r} is neither left nor right")
    brush = fade_brush(colour, left, right, *fades, theme.fades_to)
    line_across(painter, left, right, y, width_px=theme.stroke_scale, brush=brush)
