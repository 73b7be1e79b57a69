"""Labelled facts in two columns."""

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QWidget

from viewer.ui.look import Look
from viewer.ui.widgets.block import Block, Follow, Line, stacked
from viewer.ui.widgets.flow import FlowLayout
from viewer.ui.widgets.plain_text import BREAK, PlainText, breakable

LABEL_EM = 6.5
"""All label columns are equally wide, so that grids below one another stand in line; only a
long word in a wide font makes one wider."""


@dataclass(frozen=True)
class Fact:
    """A label and the lines beside it."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Facts:
    """Facts in two columns: the label, and its lines, which wrap."""

    facts: tuple[Fact, ...]

    def build(self, look: Look, follow: Follow) -> QWidget:
        """Build the grid; short links of one fact stand side by side."""
        grid_widget = QWidget()
        grid = QGridLayout(grid_widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(round(0.5 * look.h_px))
        grid.setVerticalSpacing(round(0.3 * look.h_px))
        grid.setColumnStretch(1, 1)
        width = self._label_width_px(look)
        before = ""
        for row, fact in enumerate(self.facts):
            # Of neighbours with the same label only the first one says it.
            words = fact.label if fact.label != before else ""
            before = fact.label
            label = PlainText(words, look, "when", "ink_3")
            label.setFixedWidth(width)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_lines(fact.lines, look, follow), row, 1)
        return grid_widget

    def _label_width_px(self, look: Look) -> int:
        metrics = QFontMetrics(look.font("when"))
        words = " ".join(breakable(fact.label) for fact in self.facts).replace(BREAK, " ").split()
        # Japanese has no spaces and breaks anywhere.
        widest = max(
            (metrics.horizontalAdvance(word) for word in words if word.isascii()), default=0
        )
        return max(round(LABEL_EM * look.em_px), widest + 2)


def parts_of(block: Block) -> tuple[Block, ...]:
    """Give what a page can show of a block without the rest; of facts, those with one label."""
    if not isinstance(block, Facts):
        return (block,)
    groups = groupby(block.facts, key=lambda fact: fact.label)
    return tuple(Facts(tuple(facts)) for _, facts in groups)


def _lines(lines: tuple[Line, ...], look: Look, follow: Follow) -> QWidget:
    if len(lines) < 2 or any(line.target is None or line.notes for line in lines):
        return stacked(lines, look, follow, gap_h=0.15)
    row = QWidget()
    flow = FlowLayout(round(0.75 * look.h_px), round(0.15 * look.h_px))
    row.setLayout(flow)
    for line in lines:
        flow.addWidget(line.build(look, follow))
    return row
