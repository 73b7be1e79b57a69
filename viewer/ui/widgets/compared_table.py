"""A small table: labels, and a column for each of two things that are compared."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from viewer.ui.look import FontRole, Look
from viewer.ui.widgets.block import Follow
from viewer.ui.widgets.plain_text import Ink, PlainText
from viewer.ui.words.comparison_words import TableRow

LABEL_EM = 5.5


@dataclass(frozen=True)
class ComparedTable:
    """Rows of cells in `columns` columns of one width; a cell alone takes all of them."""

    rows: tuple[TableRow, ...]
    columns: int
    role: FontRole = "label"

    def build(self, look: Look, _follow: Follow) -> QWidget:
        """Build the grid; words that stand in the place of a figure are paler."""
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(round(0.5 * look.h_px))
        grid.setVerticalSpacing(round(0.25 * look.h_px))
        width = round(LABEL_EM * look.em_px)
        for number, row in enumerate(self.rows):
            label = PlainText(row.label, look, "when", "ink_3")
            label.setFixedWidth(width)
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            span = self.columns if len(row.cells) == 1 else 1
            for column, cell in enumerate(row.cells, start=1):
                ink: Ink = "ink_3" if cell.is_missing else "ink"
                words = PlainText(cell.words, look, self.role, ink)
                words.setAccessibleName(cell.words)
                if span == 1:
                    _take_equal_share(words)
                grid.addWidget(words, number, column, 1, span, Qt.AlignmentFlag.AlignTop)
        for column in range(1, self.columns + 1):
            grid.setColumnStretch(column, 1)
        return whole


def _take_equal_share(words: QWidget) -> None:
    """Let a column be as wide as the others, however long its words are; they wrap."""
    policy = words.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    words.setSizePolicy(policy)
