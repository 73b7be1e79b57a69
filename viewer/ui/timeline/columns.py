"""Lines down the whole timeline that pass behind words."""

from PySide6.QtGui import QPainter

from viewer.ui.marks.strokes import line_down
from viewer.ui.timeline.scene import Scene

_GAP_PX = 2.0


def paint_line_behind_words(painter: QPainter, scene: Scene, x: float) -> None:
    """Paint an ink line from top to bottom, with a gap where words or signs stand."""
    measures = scene.measures
    top, bottom = scene.offset_px, scene.offset_px + scene.height_px
    width = 1.5 * measures.stroke_px
    for begin, end in _between(top, bottom, _gaps(scene, x)):
        line_down(painter, x, begin, end, width_px=width, brush=measures.theme.ink)


def _gaps(scene: Scene, x: float) -> list[tuple[float, float]]:
    """Give the stretches of the column that words and signs take, top first."""
    slack = _GAP_PX * scene.measures.stroke_px
    return sorted(
        (rect.top(), rect.bottom())
        for placed in scene.layout.placed
        for rect in (*(w.rect for w in placed.words), *(s.rect for s in placed.signs))
        if rect.left() - slack <= x <= rect.right() + slack
    )


def _between(
    top: float, bottom: float, gaps: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """Give the stretches of a column that no gap takes."""
    pieces = []
    at = top
    for begin, end in gaps:
        if begin > at:
            pieces.append((at, begin))
        at = max(at, end)
    if at < bottom:
        pieces.append((at, bottom))
    return pieces
