"""How the marks of the legend are drawn: the marks of the views, small and without a case."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from viewer.geometry.time_scale import Stretch
from viewer.model.annotation import MarkWord
from viewer.model.time import Span
from viewer.ui.fonts import smaller
from viewer.ui.marks.authors import AuthorSign, Wear, draw_author, draw_badge
from viewer.ui.marks.bars import (
    draw_arrow_end,
    draw_bar,
    draw_chevron,
    draw_statement_band,
    draw_unknown_end,
)
from viewer.ui.marks.days import draw_fading_line, draw_whisker
from viewer.ui.marks.folds import draw_folds
from viewer.ui.marks.letters import draw_letters
from viewer.ui.marks.review_signs import draw_review_sign
from viewer.ui.marks.shapes import draw_mark
from viewer.ui.marks.signs import draw_sign
from viewer.ui.marks.strokes import dashes_down, kept, line_across, line_down
from viewer.ui.marks.thumbnails import draw_thumbnail
from viewer.ui.marks.values import draw_value, off_scale_symbol
from viewer.ui.measuring.veil import SECOND_DASHES
from viewer.ui.plots.dashes import dashed
from viewer.ui.theme import Theme

WIDTHS_EM: Mapping[str, float] = {
    "": 0.0,
    "whisker": 2.6,
    "bar": 4.9,
    "band": 2.4,
    "count": 1.9,
    "letters": 1.9,
    "line": 2.6,
    "bracket": 1.4,
    "summary": 2.4,
    "steps": 2.6,
    "cycles": 3.0,
    "covered": 2.6,
    "open": 2.4,
    "chevron": 2.4,
    "fading": 1.8,
    "fold": 1.4,
    "author": 1.3,
    "author_days": 2.6,
}
"""How wide the mark of each family is; 1 where it is not told."""
_SAMPLES = (0.3, 0.5, 0.2, 0.6, 0.9, 0.4, 0.7, 1.0, 0.5, 0.3, 0.6, 0.2)
_CURSOR_PX = 1.5


class Place(NamedTuple):
    """Where a mark is drawn: a box of 0.84 em in height, its theme and font."""

    box: QRectF
    theme: Theme
    font: QFont

    @property
    def em(self) -> float:
        """The size of the letters (pixels)."""
        return self.box.height() / 0.84


def draw_entry(
    painter: QPainter, box: QRectF, family: str, name: str, theme: Theme, font: QFont
) -> None:
    """Draw the mark of an entry: its family, and its name within the family.

    Raises KeyError for another family.
    """
    with kept(painter):
        painter.setFont(font)
        _FAMILIES[family](painter, Place(box, theme, font), name)


def _value(painter: QPainter, at: Place, name: str) -> None:
    draw_value(painter, at.box.center(), name, "reported", at.theme, size_px=0.85 * at.em)


def _compared(painter: QPainter, at: Place, name: str) -> None:
    """Draw a sign with an arrow, which is small enough to stay on its line."""
    size = 0.6 * at.em
    way = -1 if name == "less_than" else 1
    middle = at.box.center() + QPointF(0, way * 0.5 * size)
    draw_value(painter, middle, name, "reported", at.theme, size_px=size)


def _evidence(painter: QPainter, at: Place, name: str) -> None:
    draw_value(painter, at.box.center(), "within", name, at.theme, size_px=0.85 * at.em)


def _off_scale(painter: QPainter, at: Place, name: str) -> None:
    stroke = 1.5 * at.theme.stroke_scale
    symbol = off_scale_symbol(name, "reported", 0.85 * at.em, "top", stroke)
    painter.translate(at.box.center().x(), at.box.top() - 0.1 * at.em)
    painter.scale(symbol.size_px, symbol.size_px)
    painter.fillPath(symbol.path, at.theme.ink)


def _whisker(painter: QPainter, at: Place, name: str) -> None:
    box, ink = at.box, at.theme.ink
    ends = box.left(), box.right(), box.center().y()
    draw_whisker(painter, *ends, evidence_of_day=name, colour=ink, theme=at.theme)


def _bar(painter: QPainter, at: Place, _name: str) -> None:
    painter.setFont(smaller(painter.font(), 0.6))  # its fade is as long as text is high
    certain = QRectF(at.box.left(), at.box.top(), 0.8 * at.em, at.box.height())
    draw_unknown_end(painter, certain, "drug", "reported", at.theme)


def _band(painter: QPainter, at: Place, _name: str) -> None:
    draw_statement_band(painter, at.box, at.theme, hard_left=True, hard_right=True)


def _count(painter: QPainter, at: Place, name: str) -> None:
    draw_letters(painter, at.box, name, "drug", at.theme, font=at.font, is_count=True)


def _letters(painter: QPainter, at: Place, name: str) -> None:
    draw_letters(painter, at.box, name, "response", at.theme, font=at.font, is_count=False)


def _sign(painter: QPainter, at: Place, name: str) -> None:
    square = QRectF(0, 0, at.em, at.em)
    square.moveCenter(at.box.center())
    draw_sign(painter, square, name, at.theme)


def _line(painter: QPainter, at: Place, name: str) -> None:
    painter.setPen(dashed(QPen(at.theme.ink_2, 1.5 * at.theme.stroke_scale), int(name)))
    y = at.box.center().y()
    painter.drawLine(QPointF(at.box.left(), y), QPointF(at.box.right(), y))


def _bracket(painter: QPainter, at: Place, _name: str) -> None:
    box, width, edge = at.box, at.theme.stroke_scale, at.theme.reference_edge
    painter.fillRect(box, at.theme.reference)
    for y in (box.top(), box.bottom()):
        line_across(painter, box.left(), box.right(), y, width_px=width, brush=edge)
    middle = box.center()
    draw_value(painter, middle, "within", "reported", at.theme, size_px=0.6 * at.em)


def _summary(painter: QPainter, at: Place, _name: str) -> None:
    box, step, width = at.box, at.box.width() / len(_SAMPLES), at.theme.stroke_scale
    for number, share in enumerate(_SAMPLES):
        half = share * box.height() / 2
        y = box.center().y() + (0.5 - share) * 0.2 * box.height()
        x = box.left() + (number + 0.5) * step
        line_down(painter, x, y - half, y + half, width_px=width, brush=at.theme.ink)


def _steps(painter: QPainter, at: Place, _name: str) -> None:
    box, third = at.box, at.box.width() / 3
    colour, width = at.theme.kind("drug"), at.theme.stroke_scale
    for number, share in enumerate((0.45, 1.0, 0.7)):
        top = box.bottom() - share * box.height()
        piece = QRectF(box.left() + number * third, top, third, box.bottom() - top)
        draw_bar(painter, piece, "drug", "reported", at.theme)
    line_across(painter, box.left(), box.right(), box.bottom(), width_px=width, brush=colour)


def _cycles(painter: QPainter, at: Place, _name: str) -> None:
    box, third = at.box, at.box.width() / 3
    draw_bar(painter, box, "drug", "reported", at.theme, hard_left=True, hard_right=True)
    painter.setFont(smaller(painter.font(), 0.75))
    painter.setPen(at.theme.ink)
    for number in range(3):
        x, width = box.left() + number * third, at.theme.stroke_scale
        line_down(painter, x, box.top(), box.bottom(), width_px=width, brush=at.theme.ink)
        room = QRectF(x, box.top(), third, box.height())
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
        painter.drawText(room, flags, f"C{number + 1}")


def _covered(painter: QPainter, at: Place, _name: str) -> None:
    box, width = at.box, 3.0 * at.theme.stroke_scale
    colour = at.theme.kind("drug")
    line_across(painter, box.left(), box.right(), box.center().y(), width_px=width, brush=colour)


def _open(painter: QPainter, at: Place, _name: str) -> None:
    bar = at.box.adjusted(0, 0, -0.5 * at.box.height(), 0)
    draw_bar(painter, bar, "drug", "reported", at.theme, hard_left=True)
    draw_arrow_end(painter, bar, "drug", at.theme)


def _chevron(painter: QPainter, at: Place, _name: str) -> None:
    draw_bar(painter, at.box, "drug", "reported", at.theme, hard_left=True)
    draw_chevron(painter, at.box, "right", "drug", at.theme)


def _fading(painter: QPainter, at: Place, name: str) -> None:
    size, y, ink = 0.8 * at.em, at.box.center().y(), at.theme.kind("procedure")
    is_left = name == "left"
    x = at.box.right() - size / 2 if is_left else at.box.left() + size / 2
    length = at.box.width() - size / 2
    draw_fading_line(painter, x, y, name, colour=ink, theme=at.theme, length_px=length)
    draw_mark(painter, QPointF(x, y), "procedure", "reported", at.theme, size_px=size)


def _fold(painter: QPainter, at: Place, _name: str) -> None:
    gap = Stretch(Span(0, 1), at.box.left(), at.box.right(), is_fold=True)
    draw_folds(painter, [gap], at.box.top() - 0.2 * at.em, at.box.bottom() + 0.2 * at.em, at.theme)


def _cursor(painter: QPainter, at: Place, _name: str) -> None:
    x, width = at.box.center().x(), _CURSOR_PX * at.theme.stroke_scale
    top, bottom = at.box.top() - 0.2 * at.em, at.box.bottom() + 0.2 * at.em
    line_down(painter, x, top, bottom, width_px=width, brush=at.theme.ink)


def _second(painter: QPainter, at: Place, _name: str) -> None:
    x, width = at.box.center().x(), _CURSOR_PX * at.theme.stroke_scale
    top, bottom = at.box.top() - 0.2 * at.em, at.box.bottom() + 0.2 * at.em
    dashes_down(painter, x, top, bottom, pattern=SECOND_DASHES, width_px=width, brush=at.theme.ink)


_SIGN = AuthorSign(0, 0, "A")


def _author(painter: QPainter, at: Place, name: str) -> None:
    centre, size = at.box.center(), 0.95 * at.em
    wear: Wear = "plain" if name == "new" else cast(Wear, name)
    draw_author(painter, centre, _SIGN, at.theme, size_px=size, font=at.font, wear=wear)
    if name == "new":
        place = QPointF(centre.x() + 0.5 * size, centre.y() - 0.36 * size)
        with kept(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(at.theme.ink)
            painter.drawEllipse(place, 0.16 * at.em, 0.16 * at.em)


def _author_days(painter: QPainter, at: Place, name: str) -> None:
    colour, size = at.theme.authors[0], 0.8 * at.em
    left, right = at.box.left() + size / 2, at.box.right() - 1
    y = at.box.bottom() - 0.1 * at.em
    is_bar = name == "bar"
    width = (2.0 if is_bar else 1.0) * at.theme.stroke_scale
    line_across(painter, left, right, y, width_px=width, brush=colour)
    tick = at.theme.stroke_scale
    top = y - 0.2 * at.em if is_bar else y
    for x in (right,) if is_bar else (left, right):
        line_down(painter, x, top, y + 0.2 * at.em, width_px=tick, brush=colour)
    centre = QPointF(left, at.box.top() + size / 2)
    draw_author(painter, centre, _SIGN, at.theme, size_px=size, font=at.font)


def _author_badge(painter: QPainter, at: Place, _name: str) -> None:
    size = 0.8 * at.em
    middle = QPointF(at.box.center().x() + 0.1 * at.em, at.box.center().y() + 0.1 * at.em)
    draw_mark(painter, middle, "procedure", "reported", at.theme, size_px=size)
    badge = QRectF(at.box.left(), at.box.top(), 0.45 * at.em, 0.45 * at.em)
    draw_badge(painter, badge, _SIGN, at.theme)


def _review(painter: QPainter, at: Place, name: str) -> None:
    size = 0.85 * at.em
    rect = QRectF(at.box.center().x() - size / 2, at.box.center().y() - size / 2, size, size)
    draw_review_sign(painter, rect, cast(MarkWord, name), at.theme.authors[0], at.theme)


def _picture(painter: QPainter, at: Place, _name: str) -> None:
    """Draw a frame with something in it, as the small picture of a study has."""
    size, theme = 1.0 * at.em, at.theme
    centre = at.box.center()
    frame = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    draw_thumbnail(painter, frame, None, theme)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.ink_2)
    painter.drawEllipse(centre, 0.3 * size, 0.22 * size)


_FAMILIES: Mapping[str, Callable[[QPainter, Place, str], None]] = {
    "value": _value,
    "compared": _compared,
    "evidence": _evidence,
    "off_scale": _off_scale,
    "whisker": _whisker,
    "bar": _bar,
    "band": _band,
    "count": _count,
    "letters": _letters,
    "sign": _sign,
    "line": _line,
    "bracket": _bracket,
    "summary": _summary,
    "steps": _steps,
    "cycles": _cycles,
    "covered": _covered,
    "picture": _picture,
    "open": _open,
    "chevron": _chevron,
    "fading": _fading,
    "fold": _fold,
    "cursor": _cursor,
    "second": _second,
    "author": _author,
    "author_days": _author_days,
    "author_badge": _author_badge,
    "review": _review,
}
