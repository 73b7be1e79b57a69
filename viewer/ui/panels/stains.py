"""The stain table of a pathology report."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from viewer.ui.look import Look
from viewer.ui.widgets.block import Follow, Line, rule
from viewer.ui.widgets.plain_text import PlainText


class PercentBar(QWidget):
    """A thin bar of which a share is filled; the number stands beside it."""

    def __init__(self, percent: float, look: Look) -> None:
        super().__init__()
        self._share = percent / 100
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as high as a line of text."""
        return QSize(round(6 * self._look.em_px), round(self._look.h_px))

    def minimumSizeHint(self) -> QSize:
        """Be content with little."""
        return QSize(round(2 * self._look.em_px), round(self._look.h_px))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar on whole pixel rows."""
        height = max(3, round(0.28 * self._look.h_px))
        bar = QRectF(0, (self.height() - height) // 2, self.width(), height)
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.fillRect(bar, theme.rule)
            bar.setWidth(bar.width() * self._share)
            painter.fillRect(bar, theme.ink)


@dataclass(frozen=True)
class StainRow:
    """What one stain showed; `percent` only where the source gives it."""

    marker: Line
    result: Line
    figure: Line
    percent: float | None = None
    score: Line | None = None
    """None where no stain of the table has one, and there is no column for it."""


@dataclass(frozen=True)
class StainTable:
    """Stains, results, scores where there are any, and figures in columns under their heads."""

    heads: tuple[str, ...]
    """Three, or four with the scores before the figures."""
    rows: tuple[StainRow, ...]

    def build(self, look: Look, follow: Follow) -> QWidget:
        """Build the table, a thin rule under each row."""
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(round(0.5 * look.h_px))
        grid.setVerticalSpacing(round(0.15 * look.h_px))
        count = len(self.heads)
        last = count - 1
        # The marker's and the result's words wrap; the others' are few.
        for column, stretch in enumerate((5, 5, *[2] * (count - 2))):
            grid.setColumnStretch(column, stretch)
        for column, head in enumerate(self.heads):
            label = PlainText(head, look, "small", "ink_3")
            label.setAlignment(_side(is_last=column == last))
            grid.addWidget(label, 0, column)
        grid.addWidget(rule(look), 1, 0, 1, count)
        for index, row in enumerate(self.rows, start=1):
            grid.addWidget(row.marker.build(look, follow), 2 * index, 0)
            grid.addWidget(_result(row, look, follow), 2 * index, 1)
            if row.score is not None:
                grid.addWidget(row.score.build(look, follow), 2 * index, 2)
            figure = row.figure.build(look, follow)
            if isinstance(figure, PlainText):
                figure.setAlignment(_side(is_last=True))
            grid.addWidget(figure, 2 * index, last)
            grid.addWidget(rule(look), 2 * index + 1, 0, 1, count)
        return table


def _side(*, is_last: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if is_last else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignTop


def _result(row: StainRow, look: Look, follow: Follow) -> QWidget:
    words = row.result.build(look, follow)
    if row.percent is None:
        return words
    beside = QWidget()
    layout = QHBoxLayout(beside)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(round(0.5 * look.h_px))
    layout.addWidget(words, 2)
    layout.addWidget(PercentBar(row.percent, look), 3, Qt.AlignmentFlag.AlignTop)
    return beside
