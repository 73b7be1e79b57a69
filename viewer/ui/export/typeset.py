"""Text on paper: paragraphs broken into lines of a width, which flow from column to column."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextLine, QTextOption

from viewer.ui.export.choices import dots
from viewer.ui.export.print_look import SMALLEST_PT, PrintLook
from viewer.ui.fonts import ui_font

DOTS_PER_PT = 8.0
"""Pages are laid out this fine, and may be painted in any size."""
LABEL_MM, LABEL_SHARE = (18.0, 26.0), 0.24
"""Labels have this share of a column's width, but no less and no more room."""
GAP_SHARE = 0.02
KEPT_WHOLE = 3
"""A paragraph of so few lines goes on in no other column."""
LINE_HEIGHT = 1.12
"""Lines stand so many times their own height apart."""

TextRole = Literal["title", "head", "strong", "body", "second", "small"]
_SIZES: dict[TextRole, tuple[float, QFont.Weight]] = {
    "title": (1.45, QFont.Weight.DemiBold),
    "head": (1.06, QFont.Weight.DemiBold),
    "strong": (1.0, QFont.Weight.DemiBold),
    "body": (1.0, QFont.Weight.Normal),
    "second": (0.96, QFont.Weight.Normal),
    "small": (0.88, QFont.Weight.Normal),
}
"""The size of each role (of the body's), and its weight."""


@dataclass(frozen=True)
class Paragraph:
    """Some words; they may stand beside a label."""

    text: str
    role: TextRole = "body"
    label: str | None = None
    """Stands in a column of its own; empty for that column left free, None for none."""
    gap: float = 0.25
    """The room above it, where anything stands above it (lines)."""
    is_headlike: bool = False
    """Whether it stands alone at the foot of no column, as heads never do."""

    @property
    def is_head(self) -> bool:
        """Whether what follows has to stand below it."""
        return self.is_headlike or self.role in ("title", "head", "strong")


class _Piece(NamedTuple):
    """A line of a text, and where in its row it begins."""

    layout: QTextLayout
    """Kept, since its lines live no longer than it does."""
    line: QTextLine
    x: float
    ink: QColor


class Row(NamedTuple):
    """A line of a column, of a text and perhaps its label."""

    pieces: tuple[_Piece, ...]
    height: float
    gap: float
    rest: Paragraph
    """The paragraph from this line on."""
    is_first: bool
    is_head: bool

    def paint_on(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it, its upper left corner there."""
        base = max(piece.line.ascent() for piece in self.pieces)
        for piece in self.pieces:
            painter.setPen(piece.ink)
            piece.line.draw(painter, QPointF(x + piece.x, y + base - piece.line.ascent()))


@dataclass(frozen=True)
class Column:
    """Rows that stand below one another."""

    rows: tuple[tuple[float, Row], ...] = ()
    """Each with its place below the top."""
    height: float = 0.0

    def paint_on(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it, its upper left corner there."""
        for below, row in self.rows:
            row.paint_on(painter, x, y + below)


class Typesetter:
    """Sets paragraphs in the type of print."""

    def __init__(self, look: PrintLook, body_pt: float) -> None:
        self._look, self._body_pt = look, body_pt
        self._fonts: dict[TextRole, QFont] = {}

    def font(self, role: TextRole) -> QFont:
        """Give the font of a role, its size in dots."""
        if role not in self._fonts:
            share, weight = _SIZES[role]
            size_pt = max(share * self._body_pt, SMALLEST_PT)
            font = ui_font(size_pt, weight)
            font.setPixelSize(round(size_pt * DOTS_PER_PT))
            self._fonts[role] = font
        return self._fonts[role]

    def ink(self, role: TextRole) -> QColor:
        """Give the colour of a role."""
        theme = self._look.theme
        return theme.ink_2 if role in ("second", "small") else theme.ink

    def rows(self, paragraph: Paragraph, width: float) -> Iterator[Row]:
        """Break a paragraph into rows of a width."""
        least, most = map(mm, LABEL_MM)
        wanted = min(max(LABEL_SHARE * width, least), most, 0.4 * width)
        label_px = 0.0 if paragraph.label is None else wanted
        beside = label_px + (GAP_SHARE * width if label_px else 0)
        texts = self._broken(paragraph.text, paragraph.role, width - beside, beside)
        labels = self._broken(paragraph.label or "", "second", label_px, 0) if label_px else []
        for number, (text, label) in enumerate(zip_longest(texts, labels)):
            pieces = tuple(piece for piece in (label, text) if piece is not None)
            ends = len(paragraph.text), len(paragraph.label or "")
            at, label_at = (
                end if piece is None else piece.line.textStart()
                for piece, end in zip((text, label), ends, strict=True)
            )
            kept = None if paragraph.label is None else paragraph.label[label_at:]
            yield Row(
                pieces,
                LINE_HEIGHT * max(piece.line.height() for piece in pieces),
                paragraph.gap if number == 0 else 0.0,
                replace(paragraph, text=paragraph.text[at:], label=kept) if number else paragraph,
                is_first=number == 0,
                is_head=paragraph.is_head,
            )

    def _broken(self, text: str, role: TextRole, width: float, x: float) -> list[_Piece]:
        layout = QTextLayout(text, self.font(role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        ink, pieces = self.ink(role), list[_Piece]()
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
            pieces.append(_Piece(layout, line, x, ink))
        layout.endLayout()
        return pieces

    def fill(
        self,
        paragraphs: Iterable[Paragraph],
        width: float,
        height: float,
        *,
        is_forced: bool = False,
    ) -> tuple[Column, tuple[Paragraph, ...]]:
        """Give what finds room in a column, and the rest; no head stands alone at its foot.

        Something is put into it in any case where that `is_forced`, so that there is an end.
        """
        waiting = list(paragraphs)
        rows, y = list[tuple[float, Row]](), 0.0
        for number, paragraph in enumerate(waiting, 1):
            made = list(self.rows(paragraph, width))
            for count, row in enumerate(made):
                top = y + (row.gap * row.height if rows else 0.0)
                if top + row.height > height and not (is_forced and not rows):
                    rest = _broken_off(rows, made, count, is_forced=is_forced)
                    return Column(tuple(rows), _end(rows)), (*rest, *waiting[number:])
                rows.append((top, row))
                y = top + row.height
        return Column(tuple(rows), y), ()

    def height(self, paragraphs: Iterable[Paragraph], width: float) -> float:
        """Give the height that paragraphs need in a column of a width."""
        return self.fill(paragraphs, width, float("inf"))[0].height


def _broken_off(
    rows: list[tuple[float, Row]], made: Sequence[Row], count: int, *, is_forced: bool
) -> list[Paragraph]:
    """Give what goes on elsewhere of a paragraph of which so many rows found room.

    What must not stand at the foot of a column is taken back: one line of more, a part of a few
    lines, a head. Where the column `is_forced` something stays.
    """
    rest = [made[count].rest]
    is_torn = count == 1 or len(made) <= KEPT_WHOLE
    if 0 < count < len(rows) and is_torn:
        del rows[-count:]
        rest, count = [made[0].rest], 0
    while count == 0 and rows and rows[-1][1].is_head and (len(rows) > 1 or not is_forced):
        head = rows.pop()[1]
        if head.is_first:
            rest.insert(0, head.rest)
    return rest


def _end(rows: Sequence[tuple[float, Row]]) -> float:
    return rows[-1][0] + rows[-1][1].height if rows else 0.0


def paragraphs(text: str, role: TextRole = "body", gap: float = 0.25) -> Iterator[Paragraph]:
    """Give the lines of a text as paragraphs; empty ones are left out."""
    for line in text.splitlines():
        if words := line.strip():
            yield Paragraph(words, role, gap=gap)


def mm(length: float) -> float:
    """Give a length on paper in the dots of a page."""
    return float(dots(length, DOTS_PER_PT))
