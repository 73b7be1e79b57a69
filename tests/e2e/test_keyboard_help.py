"""Every action has a key and is listed in the help; the next theme comes by a key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.e2e.twins import opened
from viewer.paths import first_case
from viewer.ui.commands import COMMANDS, without_mnemonic
from viewer.ui.dialogs.keyboard import KeyboardDialog, key_names
from viewer.ui.theme import THEME_NAMES

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_the_help_lists_every_command_and_every_panel_with_its_key(
    qtbot: QtBot, tmp_path: Path
) -> None:
    assert [command.name for command in COMMANDS if not command.keys] == []
    with opened(qtbot, first_case(), tmp_path) as program:
        window = program.window
        window.verbs.show_keyboard()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, KeyboardDialog)
        told = [label.text() for label in dialog.findChildren(QLabel)]
        for command in COMMANDS:
            assert key_names(command) in told, command.name
            assert without_mnemonic(command.words) in told, command.name
        for dock in window.docks.values():
            action = dock.toggleViewAction()
            assert action.shortcut().toString() in told
            assert action.text() in told
        dialog.close()


@pytest.mark.parametrize("times", [1, 3])
def test_a_key_goes_on_to_the_next_theme_and_it_is_remembered(
    qtbot: QtBot, tmp_path: Path, times: int
) -> None:
    with opened(qtbot, first_case(), tmp_path) as program:
        window = program.window
        first = THEME_NAMES.index(window.look.name)
        for _ in range(times):
            QTest.keyClick(window.chart.timeline, Qt.Key.Key_T, CONTROL | SHIFT)
        name = THEME_NAMES[(first + times) % len(THEME_NAMES)]
        assert window.look.name == name
        assert window.settings.text("theme") == name
        (ticked,) = [one for one in window.menus.theme.actions() if one.isChecked()]
        assert ticked.data() == name
