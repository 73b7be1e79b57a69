"""Every key of the table of commands, pressed on the real window, reaches its command and no other.

What the commands do is tried elsewhere; here their actions only count how often they are reached.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget

from tests.e2e.screen import raise_panel, take_turns
from viewer.ui.command import Command
from viewer.ui.commands import COMMANDS
from viewer.ui.window import Window


@pytest.fixture
def reached(window: Window) -> Counter[str]:
    """How often the action of each command was triggered; none of them does anything."""
    counts = Counter[str]()
    for name, action in window.actions_by_name.items():
        action.triggered.disconnect()
        action.triggered.connect(partial(lambda name, *_: counts.update((name,)), name))
    return counts


def missed(
    window: Window, view: QWidget, reached: Counter[str], commands: Iterable[Command]
) -> dict[str, dict[str, int]]:
    """Press every key of some commands in a view; give those that did not reach theirs once."""
    wrong = {}
    for command in commands:
        for keys in command.keys:
            window.actions_by_name[command.name].setEnabled(True)
            reached.clear()
            press(view, keys)
            if reached != {command.name: 1}:
                wrong[keys] = dict(reached)
    return wrong


def press(view: QWidget, keys: str) -> None:
    view.setFocus()
    QTest.keySequence(view, keys)
    take_turns()


@pytest.mark.parametrize("name", ["timeline", "plots"])
def test_in_the_chart_every_key_reaches_its_command_once(
    window: Window, reached: Counter[str], name: str
) -> None:
    view: QWidget = getattr(window.chart, name)
    assert missed(window, view, reached, COMMANDS) == {}


@pytest.mark.parametrize("name", ["events", "values", "details", "notes"])
def test_in_a_panel_the_keys_of_the_window_reach_their_commands(
    window: Window, reached: Counter[str], name: str
) -> None:
    panel = raise_panel(window, name)
    view: QWidget = next(iter(panel.findChildren(QTableView)), panel)
    everywhere = [command for command in COMMANDS if not command.in_chart]
    assert missed(window, view, reached, everywhere) == {}


def test_panels_come_and_go_by_their_keys(window: Window) -> None:
    for name, dock in window.docks.items():
        keys = dock.toggleViewAction().shortcut().toString()
        for _ in range(2):
            was_shown = not dock.isHidden()
            press(window.chart.timeline, keys)
            assert dock.isHidden() is was_shown, f"{name}: {keys}"
