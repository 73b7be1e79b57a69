"""Authors' marks: a shape and a colour each, and the initial inside."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPainterPathStroker

from viewer.model.annotation import Author
from viewer.ui.marks.letters import count_letters
from viewer.ui.marks.shapes import polygon_path
from viewer.ui.marks.strokes import PixelGrid, kept, line_down
from viewer.ui.theme import Theme

translate = QCoreApplication.translate

Wear = Literal["plain", "draft", "resolved", "added"]
"""A mark is full; dashed for a draft; hollow where it is resolved; hollow with a plus for an event
or a value that the author has added."""

_BOXES = ((1.0, 1.0), (0.9, 0.9), (1.16, 1.16), (1.12, 1.0))
"""Width and height of the shapes as shares of a mark's size, so that all look equally large."""
_HEXAGON = [(-0.27, -0.5), (0.27, -0.5), (0.5, 0), (0.27, 0.5), (-0.27, 0.5), (-0.5, 0)]
_DIAMOND = [(0, -0.5), (0.5, 0), (0, 0.5), (-0.5, 0)]
_STROKE_PX = 1.5
WIDEST = 1.16
"""How much wider than its size a mark may be."""


class AuthorSign(NamedTuple):
    """How an author's annotations are told apart: by shape, colour and letter."""

    shape: int
    colour: int
    initial: str


def author_signs(authors: Mapping[str, Author]) -> dict[str, AuthorSign]:
    """Give each author's sign, by their order; after four the shapes take the next colour."""
    return {
        id_: AuthorSign(number % 4, (number + number // 4) % 4, initial_of(author.name))
        for number, (id_, author) in enumerate(authors.items())
    }


def initial_of(name: str) -> str:
    """Give the first letter of a name as it is read, with all its marks."""
    letters = name.strip()
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, letters)
    end = finder.toNextBoundary()
    return letters[: max(end, 1)].upper()[:4] or "?"


def author_words(sign: AuthorSign, name: str) -> str:
    """Say to a screen reader whose mark it is and what it looks like."""
    shape = (
        translate("Author", "circle"),
        translate("Author", "square"),
        translate("Author", "diamond"),
        translate("Author", "hexagon"),
    )[sign.shape]
    words = translate("Author", "{name}: {shape} with {initial}")
    return words.format(name=name, shape=shape, initial=sign.initial)


def draw_author(
    painter: QPainter,
    centre: QPointF,
    sign: AuthorSign,
    theme: Theme,
    *,
    size_px: float,
    font: QFont,
    wear: Wear = "plain",
    ground: QColor | None = None,
) -> None:
    """Draw an author's mark with its middle on the pixel that contains `centre`.

    `ground` fills a hollow one (paper unless given).
    """
    grid, colour = PixelGrid.of(painter), theme.authors[sign.colour]
    stroke = _STROKE_PX * theme.stroke_scale
    outline, ink = _painted(sign.shape, size_px, stroke, wear)
    is_full = wear == "plain"
    with kept(painter):
        painter.translate(grid.centre_x(centre.x()), grid.centre_y(centre.y()))
        if not is_full:
            painter.fillPath(outline, theme.paper if ground is None else ground)
        painter.fillPath(ink, colour)
        if wear != "added":
            letters = QFont(font)
            letters.setPixelSize(max(6, round(0.62 * size_px)))
            letters.setWeight(QFont.Weight.Bold)
            painter.setFont(letters)
            painter.setPen(theme.flag_text if is_full else colour)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
            box = QRectF(-size_px, -size_px, 2 * size_px, 2 * size_px)
            painter.drawText(box, int(flags), sign.initial)


def draw_stem(
    painter: QPainter, x: float, top: float, bottom: float, sign: AuthorSign, theme: Theme
) -> None:
    """Draw the line from a pin to the course below it."""
    colour = theme.authors[sign.colour]
    line_down(painter, x, top, bottom, width_px=theme.stroke_scale, brush=colour)


def author_outline(shape: int, size_px: float) -> QPainterPath:
    """Give the outline of an author's shape about the origin."""
    width, height = (share * size_px for share in _BOXES[shape])
    path = QPainterPath()
    box = QRectF(-width / 2, -height / 2, width, height)
    if shape == 0:
        path.addEllipse(box)
    elif shape == 1:
        path.addRect(box)
    else:
        return polygon_path(_DIAMOND if shape == 2 else _HEXAGON, width, height)
    return path


@lru_cache(maxsize=128)
def _painted(
    shape: int, size_px: float, stroke_px: float, wear: Wear
) -> tuple[QPainterPath, QPainterPath]:
    outline = author_outline(shape, size_px)
    if wear == "plain":
        return outline, outline
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * stroke_px)  # cut at the outline, so that it lies inside
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if wear == "draft":
        dashes = 2 * max(4, round(outline.length() / (5.0 * stroke_px)))
        dash = outline.length() / dashes / (2 * stroke_px)
        stroker.setDashPattern([1.2 * dash, 0.8 * dash])
    ring = stroker.createStroke(outline).intersected(outline)
    return outline, ring.united(_plus(size_px, stroke_px)) if wear == "added" else ring


def _plus(size_px: float, stroke_px: float) -> QPainterPath:
    reach, half = 0.24 * size_px, stroke_px / 2
    across, down = QPainterPath(), QPainterPath()
    across.addRect(QRectF(-reach, -half, 2 * reach, stroke_px))
    down.addRect(QRectF(-half, -reach, stroke_px, 2 * reach))
    return across.united(down)


def draw_badge(
    painter: QPainter, rect: QRectF, sign: AuthorSign, theme: Theme, *, has_more: bool = False
) -> None:
    """Draw an author's shape too small for a letter; a plus where others have added, too."""
    size, colour = rect.width(), theme.authors[sign.colour]
    outline = author_outline(sign.shape, size)
    rim = QPainterPathStroker()
    rim.setWidth(2.4 * theme.stroke_scale)
    with kept(painter):
        painter.translate(rect.center())
        painter.fillPath(rim.createStroke(outline).united(outline), theme.paper)
        painter.fillPath(outline, colour)
        if has_more:
            plus = _plus(1.15 * size, max(1.0, 0.16 * size))
            painter.fillPath(plus, theme.flag_text)


def draw_count(
    painter: QPainter, rect: QRectF, count: int, theme: Theme, font: QFont, is_selected: bool
) -> None:
    """Draw a box with the number of annotations that it stands for, of no author's colour."""
    with kept(painter):
        painter.setPen(theme.ink_3)
        painter.setBrush(theme.select if is_selected else theme.window)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setFont(font)
    painter.setPen(theme.ink)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
    painter.drawText(rect, int(flags), count_letters(count))
