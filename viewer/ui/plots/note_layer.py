"""Paints what reviewers put into plots: never in the ink of the case's own values."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from viewer.ui.marks.authors import WIDEST, AuthorSign, Wear, draw_author, draw_count
from viewer.ui.marks.states import draw_selection
from viewer.ui.marks.strokes import PixelGrid, kept, line_across
from viewer.ui.plots.ground_layer import clipped
from viewer.ui.plots.placing_notes import PlottedNote, ShownNotes
from viewer.ui.plots.typeset import Typeset

_EDGE_PX = 2.0
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
_NOBODY = AuthorSign(0, 0, "?")


def paint_notes(
    painter: QPainter, shown: ShownNotes, type_: Typeset, is_exposed: Callable[[QRectF], bool]
) -> None:
    """Paint what is exposed, each in the part of its panel that is seen."""
    for note in shown.notes:
        if is_exposed(note.bounds.adjusted(-4, -4, 4, 4)):
            with clipped(painter, note.clip):
                _paint(painter, note, shown, type_)


def _paint(painter: QPainter, note: PlottedNote, shown: ShownNotes, type_: Typeset) -> None:
    theme, one = type_.theme, note.thing.one
    if note.is_count:
        is_chosen = shown.selection is not None and shown.selection in note.ids
        draw_count(painter, note.mark, len(note.things), theme, type_.font("strong"), is_chosen)
        return
    sign = (shown.signs or {}).get(one.author, _NOBODY)
    colour = theme.authors[sign.colour]
    is_selected = shown.selection is not None and shown.selection in note.ids
    is_resolved = one.id in shown.resolved
    stroke = 1.5 * theme.stroke_scale
    if is_selected and note.box is None:
        whole = note.mark.united(note.words_rect) if note.words else note.mark
        draw_selection(painter, whole, theme)
    with kept(painter):
        pen = QPen(theme.select_line if is_selected else colour, stroke)
        if is_resolved:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        if note.box is not None:
            half = stroke / 2
            painter.drawRect(note.box.adjusted(half, half, -half, -half))
        elif note.thing.sort == "point":
            radius = 0.42 * note.mark.width()
            painter.drawEllipse(note.at, radius, radius)
    if note.edge is not None:
        y = note.clip.top() + 1 if note.edge == "top" else note.clip.bottom() - 1
        ends = note.mark.left(), note.mark.right(), y
        line_across(painter, *ends, width_px=_EDGE_PX * theme.stroke_scale, brush=colour)
    wear: Wear = "resolved" if is_resolved else "plain"
    if note.thing.sort == "value":
        wear = "added"
    _draw_mark(painter, note, sign, wear, is_selected, type_)
    if note.words:
        painter.setFont(type_.font("small"))
        painter.setPen(theme.ink)
        painter.drawText(note.words_rect, _LEFT, note.words)


def _draw_mark(
    painter: QPainter,
    note: PlottedNote,
    sign: AuthorSign,
    wear: Wear,
    is_selected: bool,
    type_: Typeset,
) -> None:
    """Copy the picture of a mark, which many share."""
    theme, size = type_.theme, note.mark.width()
    draw = partial(
        draw_author,
        sign=sign,
        theme=theme,
        size_px=size,
        font=type_.font("strong"),
        wear=wear,
        ground=theme.select if is_selected else None,
    )
    grid = PixelGrid.of(painter)
    if not grid.is_snapping:
        draw(painter, note.mark.center())
        return
    ratio = painter.device().devicePixelRatioF()
    key = sign, wear, is_selected, size, ratio
    side = 2 * int(WIDEST * size / 2 + 2) + 1
    if key not in type_.author_pictures:
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as own:
            draw(own, QPointF(side / 2, side / 2))
        type_.author_pictures[key] = picture
    x, y = grid.centre_x(note.mark.center().x()), grid.centre_y(note.mark.center().y())
    painter.drawPixmap(QPointF(x - side / 2, y - side / 2), type_.author_pictures[key])
