"""The legend: what every mark means, in one line under the chart or as a dialog."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.legend_marks import WIDTHS_EM, draw_entry
from viewer.ui.look import Look
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
        *_of_values(),
        *_of_lanes(),
        *_of_time(),
        *_of_reviewers(),
    )


def _of_values() -> tuple[Entry, ...]:
    return (
        Entry(("", ""), translate("Legend", "Values"), is_head=True),
        Entry(("value", "within"), translate("Legend", "within limits, or none known")),
        Entry(("compared", "less_than"), translate("Legend", "less than (<)")),
        Entry(("compared", "more_than"), translate("Legend", "more than (>)")),
        Entry(("value", "worded"), translate("Legend", "a word, no number")),
        Entry(("off_scale", "within"), translate("Legend", "beyond the scale")),
        Entry(("bracket", ""), translate("Legend", "limits of this value alone")),
        Entry(("summary", ""), translate("Legend", "least to greatest of many samples")),
        Entry(("line", "0"), translate("Legend", "overlay: first series")),
        Entry(("line", "1"), translate("Legend", "overlay: second series")),
        Entry(("line", "2"), translate("Legend", "overlay: third series")),
        Entry(("line", "3"), translate("Legend", "overlay: fourth series")),
    )


def _of_lanes() -> tuple[Entry, ...]:
    return (
        Entry(("", ""), translate("Legend", "Treatments and lanes"), is_head=True),
        Entry(("steps", ""), translate("Legend", "height by dose")),
        Entry(("cycles", ""), translate("Legend", "cycles, changes")),
        Entry(("letters", "PR"), translate("Legend", "response, stage or status")),
        Entry(("count", "×40"), translate("Legend", "more than there is room for")),
        Entry(("covered", ""), translate("Legend", "collapsed lane: surely going on")),
        Entry(("picture", ""), translate("Legend", "study or report with pictures")),
    )


def _of_time() -> tuple[Entry, ...]:
    return (
        Entry(("", ""), translate("Legend", "Course and cursors"), is_head=True),
        Entry(("open", ""), translate("Legend", "goes on")),
        Entry(("chevron", ""), translate("Legend", "goes on outside the window")),
        Entry(("fading", "left"), translate("Legend", "on that day or earlier")),
        Entry(("fading", "right"), translate("Legend", "on that day or later")),
        Entry(("fold", ""), translate("Legend", "days folded away")),
        Entry(("cursor", ""), translate("Legend", "cursor")),
        Entry(("second", ""), translate("Legend", "second cursor")),
    )


def _of_reviewers() -> tuple[Entry, ...]:
    return (
        Entry(("", ""), translate("Legend", "Reviewers’ notes"), is_head=True),
        Entry(("author", "plain"), translate("Legend", "note; shape and colour by author")),
        Entry(("author", "draft"), translate("Legend", "being written")),
        Entry(("author", "resolved"), translate("Legend", "resolved")),
        Entry(("author", "new"), translate("Legend", "new since you last looked")),
        Entry(("author_days", "bar"), translate("Legend", "note on a period")),
        Entry(("author_days", "measure"), translate("Legend", "measured distance, kept")),
        Entry(("author", "added"), translate("Legend", "event, study, value of a reviewer")),
        Entry(("author_badge", ""), translate("Legend", "event with notes")),
        Entry(("review", "important"), translate("Legend", "marked as important")),
        Entry(("review", "question"), translate("Legend", "marked as a question")),
        Entry(("review", "disagree"), translate("Legend", "a reviewer disagrees")),
        Entry(("review", "done"), translate("Legend", "marked as done")),
    )


class EntryPainter:
    """Draws entries; knows how wide each is."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.em = look.em_px

    def mark_width(self, entry: Entry) -> float:
        """Give how wide the mark of an entry is (pixels)."""
        return WIDTHS_EM.get(entry.mark[0], 1.0) * self.em

    def width(self, entry: Entry) -> float:
        """Give how wide an entry is with its words (pixels)."""
        font = self._look.font("strong" if entry.is_head else "small")
        words = QFontMetricsF(font).horizontalAdvance(entry.words)
        gap = 0.4 * self.em if entry.mark[0] else 0.0
        return self.mark_width(entry) + gap + words

    def draw(self, painter: QPainter, entry: Entry, left: float, middle: float) -> None:
        """Draw an entry from a left edge on, about the middle of its line (pixels)."""
        theme = self._look.theme
        family, name = entry.mark
        em, width = self.em, self.mark_width(entry)
        box = QRectF(left, middle - 0.42 * em, width, 0.84 * em)
        painter.setFont(self._look.font("small"))
        if family:
            draw_entry(painter, box, family, name, theme, self._look.font("small"))
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
        drawer = EntryPainter(self._look)
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
            drawer = EntryPainter(self._look)
            for entry, left in self.placed():
                drawer.draw(painter, entry, left, self.height() / 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the whole legend."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit()


class LegendList(QWidget):
    """The whole legend in two columns, an entry a line."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row = 1.7 * look.h_px
        drawer = EntryPainter(look)
        self._widths = [
            max(drawer.width(entry) for entry in column) + 3 * drawer.em for column in columns()
        ]
        rows = max(len(column) for column in columns())
        self.setMinimumSize(round(sum(self._widths)), round(self._row * rows))
        self.setAccessibleName(translate("Legend", "Legend of marks"))
        self.setAccessibleDescription(in_turn(e.words for e in entries()))

    def placed(self) -> Iterator[tuple[Entry, QPointF]]:
        """Give every entry with its left edge and its middle (pixels)."""
        em, left = self._look.em_px, 0.0
        for column, width in zip(columns(), self._widths, strict=True):
            for row, entry in enumerate(column):
                indent = 0.5 if entry.is_head else 1.5
                yield entry, QPointF(left + indent * em, (row + 0.5) * self._row)
            left += width

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw all entries."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            drawer = EntryPainter(self._look)
            for entry, place in self.placed():
                drawer.draw(painter, entry, place.x(), place.y())


def columns() -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Part the entries before the heading that leaves both columns most alike in length."""
    all_ = entries()
    heads = [at for at, entry in enumerate(all_) if entry.is_head and at]
    at = min(heads, key=lambda at: abs(2 * at - len(all_)))
    return all_[:at], all_[at:]


class LegendDialog(QDialog):
    """The legend as a window of its own; a small screen scrolls."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Legend", "Legend of marks"))
        layout = QVBoxLayout(self)
        sheet = LegendList(look)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        bar = area.verticalScrollBar().sizeHint().width()
        area.setMinimumWidth(sheet.minimumWidth() + bar)
        layout.addWidget(area)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        margins = layout.contentsMargins()
        wanted = sheet.minimumHeight() + buttons.sizeHint().height() + layout.spacing()
        wanted += margins.top() + margins.bottom()
        room = self.screen().availableSize().height()
        self.resize(self.sizeHint().width(), min(wanted, round(0.9 * room)))
