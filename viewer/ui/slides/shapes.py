"""Measurements and notes on a slide, in the colours of their authors."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from viewer.geometry.slide_shapes import distance, outline
from viewer.model.annotation import Content, OnSlide, PictureShape
from viewer.model.annotation_set import AnnotationSet
from viewer.ui.look import Look
from viewer.ui.marks.authors import AuthorSign, author_signs, draw_author
from viewer.ui.marks.strokes import kept
from viewer.ui.words.annotation_words import first_line
from viewer.ui.words.pathology_words import measured_words

Place = tuple[float, float]
ToView = Callable[[Place], Place]
"""Gives where a place on the slide is in the view (pixels of the widget)."""
REACH_H = 0.4
"""How near the pointer must be to an outline (lines)."""
LONGEST_EM = 16
"""Longer words of a note end in "…"."""


class OnTheSlide(NamedTuple):
    """An annotation that is drawn on a slide."""

    id: str
    content: Content
    shape: PictureShape
    sign: AuthorSign


def shapes_on(annotations: AnnotationSet, report: str, slide: str) -> Iterator[OnTheSlide]:
    """Give what all authors have drawn on a slide of a report."""
    signs: Mapping[str, AuthorSign] = author_signs(annotations.authors)
    for one in annotations.shown:
        content = one.content
        target = None if content is None else content.target
        is_here = isinstance(target, OnSlide) and (target.report, target.slide) == (report, slide)
        if content is not None and isinstance(target, OnSlide) and is_here and target.shape:
            yield OnTheSlide(one.id, content, target.shape, signs[one.author])


def shape_at(
    shown: tuple[OnTheSlide, ...], place: Place, to_view: ToView, reach_px: float
) -> OnTheSlide | None:
    """Give the annotation whose outline a place in the view is nearest to, within reach."""
    found = [
        (distance([to_view(corner) for corner in outline(one.shape)], place), number)
        for number, one in enumerate(shown)
    ]
    off, number = min(found, default=(reach_px, -1))
    return shown[number] if off < reach_px else None


def draw_shape(
    painter: QPainter, one: OnTheSlide, to_view: ToView, look: Look, *, is_selected: bool
) -> None:
    """Draw an outline with its author's mark and what it says."""
    theme = look.theme
    draw_outline(painter, one.shape, to_view, theme.authors[one.sign.colour], look, is_selected)
    foot = _foot(one.shape, to_view)
    size = 0.9 * look.h_px
    words = measured_words(one.content.measured) if one.content.measured else ""
    words = words or first_line(one.content.text)
    draw_words(painter, foot + QPointF(0.7 * size, 0), words, look, is_selected=is_selected)
    font = look.font("strong")
    draw_author(painter, foot, one.sign, theme, size_px=size, font=font)


def draw_outline(
    painter: QPainter,
    shape: PictureShape,
    to_view: ToView,
    colour: QColor,
    look: Look,
    is_selected: bool = False,
) -> None:
    """Draw an outline on a rim of paper, so that it is seen on every stain."""
    line = QPolygonF([QPointF(*to_view(corner)) for corner in outline(shape)])
    width = (2.5 if is_selected else 1.5) * look.theme.stroke_scale
    with kept(painter):
        for ink, wide in ((look.theme.paper, width + 2), (colour, width)):
            pen = QPen(ink, wide)
            pen.setCosmetic(True)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(line)


def draw_words(
    painter: QPainter, left: QPointF, words: str, look: Look, *, is_selected: bool = False
) -> None:
    """Draw words on a box of paper, their middle at the height of `left`."""
    if not words:
        return
    theme, font = look.theme, look.font("small")
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, LONGEST_EM * look.em_px)
    pad = 0.25 * look.h_px
    box = QRectF(0, 0, metrics.horizontalAdvance(shown) + 2 * pad, metrics.height())
    box.moveLeft(round(left.x()))
    box.moveTop(round(left.y() - box.height() / 2))
    painter.fillRect(box, theme.select if is_selected else theme.paper)
    painter.setFont(font)
    painter.setPen(theme.ink)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)


def _foot(shape: PictureShape, to_view: ToView) -> QPointF:
    """Give where the words of a shape stand: at its last corner, or below its middle."""
    corners = [to_view(corner) for corner in outline(shape)]
    if shape.kind == "line":
        return QPointF(*max(corners))
    return QPointF(*max(corners, key=lambda corner: (corner[1], corner[0])))
