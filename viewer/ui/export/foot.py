"""What stands below a figure: what its marks mean, and what a reader has to know."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from viewer.session.session import Session
from viewer.ui.export.choices import FigureChoices
from viewer.ui.legend import Entry, EntryPainter, entries
from viewer.ui.look import Look
from viewer.ui.words.glossary import explain
from viewer.ui.words.joining import in_turn, sentences

translate = QCoreApplication.translate

LEGEND = ("evidence", "whisker", "bar", "band", "sign", "value")
"""The families of marks that a legend of print explains."""
GAP_EM = 0.95
ROW_H = 1.35
"""The height of a row of the legend (lines)."""
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)

Row = list[tuple[Entry, float]]


class Foot:
    """The lines below a figure of some width (dots)."""

    def __init__(
        self, session: Session, look: Look, width_px: float, drawn: str, choices: FigureChoices
    ) -> None:
        """`drawn` are the words that stand in the figure."""
        self._look, self._width = look, width_px
        self._drawer = EntryPainter(look)
        self._has_evidence = choices.has_evidence
        self._rows = list(self._flow()) if choices.has_legend else []
        self._words = words_below(session, drawn)

    @property
    def height_px(self) -> float:
        """How much room it needs (dots)."""
        return self._legend_px + self._words_px + 0.5 * self._look.h_px

    @property
    def _legend_px(self) -> float:
        return len(self._rows) * ROW_H * self._look.h_px

    @property
    def _words_px(self) -> float:
        metrics = QFontMetricsF(self._look.font("small"))
        return metrics.boundingRect(QRectF(0, 0, self._width, 1e6), _FLAGS, self._words).height()

    def paint_on(self, painter: QPainter, top_px: float) -> None:
        """Paint it from a height on."""
        look, top = self._look, top_px + 0.3 * self._look.h_px
        for row in self._rows:
            for entry, left in row:
                self._drawer.draw(painter, entry, left, top + ROW_H * look.h_px / 2)
            top += ROW_H * look.h_px
        painter.setFont(look.font("small"))
        painter.setPen(look.theme.ink_2)
        painter.drawText(QRectF(0, top, self._width, self._words_px + 1), _FLAGS, self._words)

    def _explains(self, entry: Entry) -> bool:
        is_of_evidence = entry.mark[0] == "evidence" or entry.mark[1] in ("derived", "inferred")
        return entry.mark[0] in LEGEND and (self._has_evidence or not is_of_evidence)

    def _flow(self) -> Iterator[Row]:
        """Give the rows of the legend; no head stands alone at the end of one."""
        row, left, gap = Row(), 0.0, GAP_EM * self._drawer.em
        shown = [_large(one) for one in entries() if one.is_head or self._explains(one)]
        for number, entry in enumerate(shown):
            if entry.is_head and (number + 1 == len(shown) or shown[number + 1].is_head):
                continue
            width = self._drawer.width(entry)
            if row and left + width > self._width:
                kept = [row.pop()] if row[-1][0].is_head else []
                yield row
                row, left = Row(), 0.0
                for head, _ in kept:
                    row.append((head, left))
                    left += self._drawer.width(head) + gap
            row.append((entry, left))
            left += width + gap
        if row:
            yield row


def words_below(session: Session, drawn: str) -> str:
    """Say what day zero is, what the abbreviations mean, and what a figure is not for."""
    case, language = session.case, session.language
    parts = [_sentence(case.day_zero.text.pick(language))]
    if terms := explain(drawn, case, language):
        parts.append(_sentence(in_turn(terms.splitlines())))
    parts.append(translate("Export", "Not for diagnosis or treatment decisions."))
    return sentences(parts)


def _sentence(words: str) -> str:
    """Give words with a full stop."""
    return words if words.endswith((".", "。")) else words + translate("Export", ".")


def _large(entry: Entry) -> Entry:
    """Show the sign of an end that is not stated alone: beside a bar it is too small for print."""
    return replace(entry, mark=("sign", "unknown")) if entry.mark == ("bar", "unknown") else entry
