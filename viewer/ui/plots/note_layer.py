"""Paints what reviewers put into plots: never in the ink of the case's own values."""

from collections.abc import Callable
from functools import partial
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from viewer.ui.marks.authors import WIDEST, AuthorSign, Wear, draw_author, draw_count
from viewer.ui.marks.states import draw_selection
from viewer.ui.marks.strokes import PixelGrid, kept, line_across
from viewer.ui.plots.ground_layer import clipped
from viewer.ui.plots.placing_notes import PlottedNote, ShownNotes
from viewer.ui.plots.typeset import Typeset

_EDGE_PX = 2.0
_MOST_PICTURES = 1000
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
_NOBODY = AuthorSign(0, 0, "?")


def paint_notes(
    painter: QPainter, shown: ShownNotes, type_: Typeset, is_exposed: Callable[[QRectF], bool]
) -> None:
    """Paint what is exposed, each in the part of its panel that is seen."""
    for clip, notes in groupby(shown.notes, key=lambda note: note.clip):
        with clipped(painter, clip):
            for note in notes:
                if is_exposed(note.bounds.adjusted(-4, -4, 4, 4)):
                    _paint(painter, note, shown, type_)


def _paint(painter: QPainter, note: PlottedNote, shown: ShownNotes, type_: Typeset) -> None:
    theme, one = type_.theme, note.thing.one
    if note.is_count:
        is_chosen = shown.selection is not None and shown.selection in note.ids
        _draw_count(painter, note, is_chosen, type_)
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
    draw = partial(
        draw_author,
        sign=sign,
        theme=type_.theme,
        size_px=note.mark.width(),
        font=type_.font("strong"),
        wear=wear,
        ground=type_.theme.select if is_selected else None,
    )
    key = sign, wear, is_selected, note.mark.width()
    side = WIDEST * note.mark.width()
    _copy(painter, note.mark.center(), (side, side), key, draw, type_)


def _draw_count(painter: QPainter, note: PlottedNote, is_selected: bool, type_: Typeset) -> None:
    count, size = len(note.things), note.mark.size()
    box = QRectF(-size.width() / 2, -size.height() / 2, size.width(), size.height())

    def draw(painter: QPainter, middle: QPointF) -> None:
        font = type_.font("strong")
        draw_count(painter, box.translated(middle), count, type_.theme, font, is_selected)

    key = count, is_selected, size.height()
    _copy(painter, note.mark.center(), (size.width(), size.height()), key, draw, type_)


def _copy(
    painter: QPainter,
    middle: QPointF,
    size: tuple[float, float],
    key: tuple[object, ...],
    draw: Callable[[QPainter, QPointF], None],
    type_: Typeset,
) -> None:
    """Copy the picture of a mark, which many share; draw it where no picture can be true."""
    grid = PixelGrid.of(painter)
    if not grid.is_snapping:
        draw(painter, middle)
        return
    ratio, pictures = painter.device().devicePixelRatioF(), type_.author_pictures
    width, height = (2 * int(length / 2 + 2) + 1 for length in size)
    if (*key, ratio) not in pictures:
        if len(pictures) >= _MOST_PICTURES:
            pictures.clear()
        picture = QPixmap(round(width * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as own:
            draw(own, QPointF(width / 2, height / 2))
        pictures[*key, ratio] = picture
    x, y = grid.centre_x(middle.x()), grid.centre_y(middle.y())
    painter.drawPixmap(QPointF(x - width / 2, y - height / 2), pictures[*key, ratio])
