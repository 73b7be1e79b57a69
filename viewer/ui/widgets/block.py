"""What a page is made of: values that say what stands there and build the widget for it.

Panels say what they show as a tuple of blocks. Equal blocks mean an equal page, so that a page is
built again only when it would look different.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from viewer.ui.look import FontRole, Look
from viewer.ui.widgets.link import LinkButton, Target
from viewer.ui.widgets.plain_text import Ink, PlainText
from viewer.ui.widgets.sign import Sign, SignMark

Follow = Callable[[Target], None]
"""What a link calls when it is clicked."""


class Block(Protocol):
    """One thing on a page."""

    def build(self, look: Look, follow: Follow) -> QWidget:
        """Build the widget that shows it."""
        ...


@dataclass(frozen=True)
class Line:
    """A line of text, with a sign before it and a place that a click leads to, if any."""

    text: str
    sign: Sign | None = None
    target: Target | None = None
    role: FontRole = "label"
    ink: Ink = "ink"
    explanation: str = ""
    """Shown on hover; empty for none."""
    notes: tuple[str, ...] = ()
    """Second text below the line, such as its time."""

    def build(self, look: Look, follow: Follow) -> QWidget:
        """Build the text or link, behind its sign."""
        words = self._words(look, follow)
        if self.notes:
            words = self._with_notes(words, look)
        if self.sign is None:
            return words
        row = QWidget()
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(round(0.3 * look.h_px))
        size_h = 0.95 if self.role == "title" else 0.75
        beside.addWidget(SignMark(self.sign, look, size_h), 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(words, 1)
        return row

    def _with_notes(self, words: QWidget, look: Look) -> QWidget:
        notes = (PlainText(note, look, "when", "ink_2") for note in self.notes)
        whole = column([words, *notes])
        whole.setContentsMargins(0, 0, 0, round(0.15 * look.h_px))
        return whole

    def _words(self, look: Look, follow: Follow) -> QWidget:
        if self.target is None:
            return PlainText(self.text, look, self.role, self.ink, self.explanation)
        link = LinkButton(self.text, look, self.role, self.explanation)
        target = self.target
        link.clicked.connect(lambda: follow(target))
        return link


def rule(look: Look) -> QFrame:
    """Build a horizontal line of the rule colour, one stroke high."""
    line = QFrame()
    line.setFixedHeight(max(1, round(look.theme.stroke_scale)))
    line.setAutoFillBackground(True)
    line.setBackgroundRole(QPalette.ColorRole.Mid)
    return line


def stacked(blocks: tuple[Block, ...], look: Look, follow: Follow, gap_h: float = 0.0) -> QWidget:
    """Build blocks one below the other, `gap_h` line heights apart."""
    return column([block.build(look, follow) for block in blocks], round(gap_h * look.h_px))


def column(widgets: Sequence[QWidget], gap_px: int = 0) -> QWidget:
    """Put widgets one below the other."""
    whole = QWidget()
    below = QVBoxLayout(whole)
    below.setContentsMargins(0, 0, 0, 0)
    below.setSpacing(gap_px)
    for widget in widgets:
        below.addWidget(widget)
    return whole
