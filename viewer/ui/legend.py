"""The legend: what every mark means, in one line under the chart or as a dialog."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QSizePolicy, QVBoxLayout, QWidget

from viewer.ui.look import Look
from viewer.ui.marks.bars import draw_statement_band, draw_unknown_end
from viewer.ui.marks.days import draw_whisker
from viewer.ui.marks.letters import draw_letters
from viewer.ui.marks.signs import draw_sign
from viewer.ui.marks.values import draw_value
from viewer.ui.words.joining import in_turn

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Entry:
    """One mark and its words. `mark` is its family and its name within the family."""

    mark: tuple[str, str]
    words: str
    is_head: bool = False


def entries() -> tuple[Entry, ...]:
    """Give the legend's entries, in the language of the window; the most telling first."""
    return (
        Entry(("", ""), translate("Legend", "Evidence"), is_head=True),
        Entry(("evidence", "reported"), translate("Legend", "reported")),
        Entry(("evidence", "derived"), translate("Legend", "derived")),
        Entry(("evidence", "digitised"), translate("Legend", "read off a figure")),
        Entry(("evidence", "inferred"), translate("Legend", "inferred")),
        Entry(("evidence", "synthetic"), translate("Legend", "made up")),
        Entry(("", ""), translate("Legend", "Time"), is_head=True),
        Entry(("whisker", "reported"), translate("Legend", "between two days")),
        Entry(("whisker", "derived"), translate("Legend", "days derived")),
        Entry(("whisker", "inferred"), translate("Legend", "days inferred")),
        Entry(("bar", "unknown"), translate("Legend", "end not stated")),
        Entry(("band", ""), translate("Legend", "statement, no values")),
        Entry(("count", "×3"), translate("Legend", "several events")),
        Entry(("", ""), translate("Legend", "Signs"), is_head=True),
        Entry(("sign", "disagreement"), translate("Legend", "source disagrees")),
        Entry(("value", "above"), translate("Legend", "above limit")),
        Entry(("value", "below"), translate("Legend", "below limit")),
        Entry(("value", "far_below"), translate("Legend", "glucose below 54")),
        Entry(("sign", "not_effective"), translate("Legend", "not effective")),
        Entry(("sign", "stopped"), translate("Legend", "stopped")),
        Entry(("sign", "death"), translate("Legend", "death")),
    )


class _Painter:
    """Draws entries; knows how wide each is."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.em = look.em_px

    def mark_width(self, entry: Entry) -> float:
        return {"whisker": 2.6, "bar": 4.9, "band": 2.4, "count": 1.9, "": 0.0}.get(
            entry.mark[0], 1.0
        ) * self.em

    def width(self, entry: Entry) -> float:
        font = self._look.font("strong" if entry.is_head else "small")
        words = QFontMetricsF(font).horizontalAdvance(entry.words)
        gap = 0.4 * self.em if entry.mark[0] else 0.0
        return self.mark_width(entry) + gap + words

    def draw(self, painter: QPainter, entry: Entry, left: float, middle: float) -> None:
        theme = self._look.theme
        family, name = entry.mark
        em, width = self.em, self.mark_width(entry)
        half = 0.42 * em
        centre = QPointF(left + width / 2, middle)
        painter.setFont(self._look.font("small"))
        box = QRectF(left, middle - half, width, 2 * half)
        if family == "evidence":
            draw_value(painter, centre, "within", name, theme, size_px=0.85 * em)
        elif family == "whisker":
            ends = (left, left + width)
            draw_whisker(
                painter, *ends, middle, evidence_of_day=name, colour=theme.ink, theme=theme
            )
        elif family == "bar":
            small = painter.font()
            small.setPointSizeF(small.pointSizeF() * 0.6)  # its fade is as long as text is high
            painter.setFont(small)
            certain = QRectF(box.left(), box.top(), 0.8 * em, box.height())
            draw_unknown_end(painter, certain, "drug", "reported", theme)
        elif family == "band":
            draw_statement_band(painter, box, theme, hard_left=True, hard_right=True)
        elif family == "count":
            font = self._look.font("small")
            draw_letters(painter, box, name, "drug", theme, font=font, is_count=True)
        elif family == "sign":
            square = QRectF(centre.x() - 0.5 * em, middle - 0.5 * em, em, em)
            draw_sign(painter, square, name, theme)
        elif family == "value":
            draw_value(painter, centre, name, "reported", theme, size_px=0.85 * em)
        painter.setFont(self._look.font("strong" if entry.is_head else "small"))
        painter.setPen(theme.ink if entry.is_head else theme.ink_2)
        start = left + width + (0.4 * em if family else 0.0)
        rect = QRectF(start, middle - 2 * em, 40 * em, 4 * em)
        painter.drawText(
            rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.words
        )


class LegendBar(QWidget):
    """As much of the legend as one line holds; a click shows all of it."""

    wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(translate("Legend", "Legend of marks"))
        self.setAccessibleDescription(in_turn(e.words for e in entries()))
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ask for 1.8 lines of height."""
        return QSize(0, round(1.8 * self._look.h_px))

    def placed(self) -> tuple[tuple[Entry, float], ...]:
        """Give the entries that fit, each with its left edge (pixels); "…" where some do not."""
        drawer = _Painter(self._look)
        left, gap = drawer.em, 0.95 * drawer.em
        found: list[tuple[Entry, float]] = []
        more = Entry(("", ""), translate("Legend", "more…"))
        room = self.width() - drawer.em
        everything = entries()
        for i, entry in enumerate(everything):
            after = 0.0 if i == len(everything) - 1 else drawer.width(more) + gap
            if left + drawer.width(entry) + after > room:
                while found and found[-1][0].is_head:
                    left = found.pop()[1]
                found.append((more, left))
                break
            found.append((entry, left))
            left += drawer.width(entry) + gap
        return tuple(found)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the entries that fit."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._look.theme.rule)
            painter.drawLine(0, 0, self.width(), 0)
            drawer = _Painter(self._look)
            for entry, left in self.placed():
                drawer.draw(painter, entry, left, self.height() / 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the whole legend."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit()


class LegendList(QWidget):
    """The whole legend, an entry a line."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        drawer = _Painter(look)
        self._row = 1.7 * look.h_px
        width = max(drawer.width(entry) for entry in entries()) + 3 * drawer.em
        self.setMinimumSize(round(width), round(self._row * len(entries())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw all entries."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            drawer = _Painter(self._look)
            for row, entry in enumerate(entries()):
                indent = 0.5 if entry.is_head else 1.5
                drawer.draw(painter, entry, indent * drawer.em, (row + 0.5) * self._row)


class LegendDialog(QDialog):
    """The legend as a window of its own."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Legend", "Legend of marks"))
        layout = QVBoxLayout(self)
        layout.addWidget(LegendList(look))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
