"""A small widget that paints one sign: a lane's mark, an outcome, how a fact is known."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.model.event import LaneKind
from viewer.model.part import EvidenceKind
from viewer.ui.look import Look
from viewer.ui.marks.shapes import draw_mark, evidence_path
from viewer.ui.marks.signs import draw_sign
from viewer.ui.marks.strokes import kept, line_across, line_down, stroke
from viewer.ui.theme import Theme

Shape = Literal["mark", "evidence", "sign", "statement", "problem"]


@dataclass(frozen=True)
class Sign:
    """What a sign looks like and what it means in words.

    `name` is a lane kind for a mark, a name of `viewer.ui.marks.signs` for a sign, a severity for
    a problem; `evidence` fills marks and evidence signs.
    """

    shape: Shape
    meaning: str
    name: str = ""
    evidence: EvidenceKind = "reported"

    @classmethod
    def mark(cls, kind: LaneKind, evidence: EvidenceKind, meaning: str) -> "Sign":
        """Give the mark of a lane kind, filled by how the fact is known."""
        return cls("mark", meaning, kind, evidence)


def paint(painter: QPainter, rect: QRectF, sign: Sign, theme: Theme) -> None:
    """Paint a sign in the middle of `rect`, as large as its shorter side allows."""
    size = min(rect.width(), rect.height())
    square = QRectF(0, 0, size, size)
    square.moveCenter(rect.center())
    match sign.shape:
        case "mark":
            draw_mark(
                painter,
                rect.center(),
                sign.name,
                sign.evidence,
                theme,
                size_px=size,
                ground=theme.panel,
            )
        case "evidence":
            _paint_evidence(painter, square, sign.evidence, theme)
        case "statement":
            _paint_brackets(painter, square, theme)
        case "problem":
            _paint_problem(painter, square, sign.name, theme)
        case _:
            draw_sign(painter, square, sign.name, theme)


def _paint_evidence(painter: QPainter, square: QRectF, kind: EvidenceKind, theme: Theme) -> None:
    circle = QPainterPath()
    radius = 0.42 * square.width()
    circle.addEllipse(square.center(), radius, radius)
    with kept(painter):
        painter.fillPath(evidence_path(circle, kind, 1.4 * theme.stroke_scale), theme.ink_2)


def _paint_brackets(painter: QPainter, square: QRectF, theme: Theme) -> None:
    """A statement stands between square brackets, as on the timeline."""
    box = square.adjusted(0.08 * square.width(), 0.1 * square.width(), 0, 0)
    box.setSize(square.size() * 0.84)
    width = max(1.2, 0.12 * square.width()) * theme.stroke_scale
    with kept(painter, smooth=False):
        for edge, inward in ((box.left(), 1), (box.right() - width, -1)):
            line_down(
                painter, edge, box.top(), box.bottom(), width_px=width, brush=theme.statement_edge
            )
            left, right = sorted((edge, edge + inward * 0.25 * box.width()))
            for y in (box.top(), box.bottom()):
                line_across(painter, left, right, y, width_px=width, brush=theme.statement_edge)


def _paint_problem(painter: QPainter, square: QRectF, severity: str, theme: Theme) -> None:
    """An error is a ring, a warning a triangle; the mark of exclamation stands in both."""
    colour = theme.level_2_edge if severity == "error" else theme.level_1_edge
    middle, half = square.center(), 0.46 * square.width()
    path = QPainterPath()
    if severity == "error":
        path.addEllipse(middle, half, half)
    else:
        path.moveTo(middle.x(), middle.y() - half)
        path.lineTo(middle.x() + half, middle.y() + 0.8 * half)
        path.lineTo(middle.x() - half, middle.y() + 0.8 * half)
        path.closeSubpath()
    width = max(1.2, 0.1 * square.width()) * theme.stroke_scale
    with kept(painter):
        stroke(painter, path, width, colour)
        top, bottom = middle.y() - 0.42 * half, middle.y() + 0.2 * half
        line_down(painter, middle.x(), top, bottom, width_px=width, brush=colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(middle.x(), middle.y() + 0.5 * half), 0.6 * width, 0.6 * width)


class SignMark(QWidget):
    """One sign, as high as a line of label text; its meaning is its tooltip and accessible name."""

    def __init__(self, sign: Sign, look: Look, size_h: float = 0.75) -> None:
        super().__init__()
        self._sign = sign
        self._look = look
        self._size_h = size_h
        self.setToolTip(sign.meaning)
        self.setAccessibleName(sign.meaning)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def sign(self) -> Sign:
        """What is painted."""
        return self._sign

    def sizeHint(self) -> QSize:
        """Leave as much room as a line of text is high."""
        height = round(self._look.h_px * max(1.0, self._size_h / 0.75))
        return QSize(height, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign in the middle."""
        size = self._look.h_px * self._size_h
        box = QRectF(0, 0, size, size)
        box.moveCenter(QRectF(self.rect()).center())
        with QPainter(self) as painter:
            painter.setFont(self._look.font("label"))
            paint(painter, box, self._sign, self._look.theme)
