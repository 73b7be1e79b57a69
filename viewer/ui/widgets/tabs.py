"""A row of words to choose one of several things by; it wraps where it is too wide."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from viewer.ui.look import Look
from viewer.ui.widgets.block import Follow, column, rule
from viewer.ui.widgets.flow import FlowLayout
from viewer.ui.widgets.link import TabButton, Target


@dataclass(frozen=True)
class Tab:
    """One of the things: its words, and where a click leads."""

    text: str
    target: Target
    explanation: str = ""


@dataclass(frozen=True)
class Tabs:
    """Things side by side; `shown` is the one whose content follows, None for none."""

    tabs: tuple[Tab, ...]
    shown: Target | None

    def build(self, look: Look, follow: Follow) -> QWidget:
        """Build the row above its rule."""
        row = QWidget()
        flow = FlowLayout(round(look.h_px), round(0.2 * look.h_px))
        row.setLayout(flow)
        for tab in self.tabs:
            button = TabButton(tab.text, look, tab.explanation)
            button.setChecked(tab.target == self.shown)
            button.clicked.connect(lambda _checked, target=tab.target: follow(target))
            flow.addWidget(button)
        return column([row, rule(look)])
