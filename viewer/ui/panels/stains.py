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


@dataclass(frozen=True)
class StainTable:
    """Stains, results and figures in three columns under their heads."""

    heads: tuple[str, str, str]
    rows: tuple[StainRow, ...]

    def build(self, look: Look, follow: Follow) -> QWidget:
        """Build the table, a thin rule under each row."""
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(round(0.5 * look.h_px))
        grid.setVerticalSpacing(round(0.15 * look.h_px))
        # The marker's and the result's words wrap; the figure's are few.
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 5)
        grid.setColumnStretch(2, 2)
        for column, head in enumerate(self.heads):
            label = PlainText(head, look, "small", "ink_3")
            label.setAlignment(_side(column))
            grid.addWidget(label, 0, column)
        grid.addWidget(rule(look), 1, 0, 1, 3)
        for index, row in enumerate(self.rows, start=1):
            grid.addWidget(row.marker.build(look, follow), 2 * index, 0)
            grid.addWidget(_result(row, look, follow), 2 * index, 1)
            figure = row.figure.build(look, follow)
            if isinstance(figure, PlainText):
                figure.setAlignment(_side(2))
            grid.addWidget(figure, 2 * index, 2)
            grid.addWidget(rule(look), 2 * index + 1, 0, 1, 3)
        return table


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == 2 else Qt.AlignmentFlag.AlignLeft
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
