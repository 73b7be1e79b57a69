"""Where found words stand in a text that is drawn: on one line, shortened, or wrapped."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from viewer.model.same_text import Passage, Sought, stretches
from viewer.ui.marks.states import draw_found
from viewer.ui.theme import Theme

Forms = tuple[Sought, ...]
ELLIPSIS = "…"


def found_in(text: str, whole: str, forms: Iterable[Sought]) -> tuple[Passage, ...]:
    """Give where in a drawn text found words stand; `whole` is the same without being shortened.

    What was cut off is found in the "…" that stands for it.
    """
    found = stretches(whole, forms)
    if text == whole or not found:
        return found
    kept, end = len(text.rstrip(ELLIPSIS)), len(text)
    return tuple(Passage(min(one.start, kept), min(one.end, end)) for one in found)


def line_rects(found: Iterable[Passage], text: str, font: QFont, rect: QRectF) -> list[QRectF]:
    """Give the rectangles of stretches of a text that is drawn on one line from the left."""
    metrics = QFontMetricsF(font)
    edges = (
        (metrics.horizontalAdvance(text[:start]), metrics.horizontalAdvance(text[:end]))
        for start, end in found
    )
    return [
        QRectF(rect.left() + left, rect.top(), min(right, rect.width()) - left, rect.height())
        for left, right in edges
    ]


def wrapped_rects(
    found: Iterable[Passage], text: str, font: QFont, room: QRectF, alignment: Qt.AlignmentFlag
) -> list[QRectF]:
    """Give the rectangles of stretches of a text that is wrapped in a room, a line each."""
    found = tuple(found)
    rects: list[QRectF] = []
    if not found:
        return rects
    paragraphs = text.split("\n")
    layouts = [_laid_out(one, font, room.width(), alignment) for one in paragraphs]
    top, at = room.top(), 0
    if alignment & Qt.AlignmentFlag.AlignVCenter:
        top += (room.height() - sum(one.boundingRect().height() for one in layouts)) / 2
    for paragraph, layout in zip(paragraphs, layouts, strict=True):
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            for start, end in found:
                one, other = max(start - at, first), min(end - at, last)
                if one < other:
                    left, right = _x(line, one), _x(line, other)
                    place = QPointF(room.left() + left, top + line.y())
                    rects.append(QRectF(place, QSizeF(right - left, line.height())))
        top += layout.boundingRect().height()
        at += len(paragraph) + 1
    return rects


def _x(line: QTextLine, at: int) -> float:
    found = line.cursorToX(at)  # the binding gives the place with it
    assert isinstance(found, tuple)
    return float(found[0])


def _laid_out(text: str, font: QFont, width: float, alignment: Qt.AlignmentFlag) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption(alignment & Qt.AlignmentFlag.AlignHorizontal_Mask)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLeadingIncluded(True)
        line.setLineWidth(width)
        line.setPosition(QPointF(0.0, top))
        top += line.height()
    layout.endLayout()
    return layout


def underline(painter: QPainter, rects: Iterable[QRectF], theme: Theme) -> None:
    """Draw the line of a search under each rectangle."""
    for rect in rects:
        draw_found(painter, rect.left(), rect.right(), rect.bottom(), theme)
