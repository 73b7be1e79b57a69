"""A menu of what can be done with one thing, with the keys that do the same."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class Act(NamedTuple):
    """Something that can be done: its words, its keys in the list, and how."""

    words: str
    keys: str
    do: Callable[[], object]
    is_possible: bool = True


def act_menu(parent: QWidget, acts: Sequence[Act]) -> QMenu:
    """Make a menu that deletes itself when it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for act in acts:
        # The keys are told only: they belong to the list, not to the menu.
        keys = QKeySequence(act.keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = menu.addAction(f"{act.words}\t{keys}" if keys else act.words)
        action.setEnabled(act.is_possible)
        action.triggered.connect(lambda *_, do=act.do: do())
    return menu
