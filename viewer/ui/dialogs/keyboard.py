"""The keyboard help, made from the table of commands."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.commands import COMMANDS, MENUS, Command, without_mnemonic
from viewer.ui.look import Look

translate = QCoreApplication.translate


class KeyboardDialog(QDialog):
    """Lists every key and what it does, and what the mouse does."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Keyboard", "Keyboard and mouse"))
        self._look = look
        layout = QVBoxLayout(self)
        margin = round(look.em_px * 1.5)
        layout.setContentsMargins(margin, margin, margin, margin)
        grid = QGridLayout()
        grid.setHorizontalSpacing(round(look.em_px * 2))
        for menu, title in MENUS:
            rows = [c for c in COMMANDS if c.menu == menu and c.keys]
            if rows:
                self._head(grid, without_mnemonic(translate("Menu", title)))
                for command in rows:
                    self._row(grid, key_names(command), without_mnemonic(command.words))
        self._head(grid, translate("Keyboard", "Mouse"))
        for gesture, meaning in _gestures():
            self._row(grid, gesture, meaning)
        layout.addLayout(grid)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _head(self, grid: QGridLayout, text: str) -> None:
        label = QLabel(text)
        label.setFont(self._look.font("strong"))
        grid.addWidget(label, grid.rowCount(), 0, 1, 2)

    def _row(self, grid: QGridLayout, keys: str, words: str) -> None:
        row = grid.rowCount()
        grid.addWidget(QLabel(keys), row, 0)
        meaning = QLabel(words)
        meaning.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(meaning, row, 1)


def key_names(command: Command) -> str:
    """Name a command's keys as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return "  ".join(QKeySequence(key).toString(native) for key in command.keys)


def _gestures() -> tuple[tuple[str, str], ...]:
    return (
        (
            translate("Keyboard", "Click"),
            translate("Keyboard", "Select; on empty ground set the cursor"),
        ),
        (translate("Keyboard", "Double-click"), translate("Keyboard", "Zoom to the event")),
        (
            translate("Keyboard", "Drag"),
            translate("Keyboard", "Move the window; on the ruler the cursor"),
        ),
        (translate("Keyboard", "Wheel"), translate("Keyboard", "Zoom about the pointer")),
        (translate("Keyboard", "Shift and wheel"), translate("Keyboard", "Move the window")),
        (
            translate("Keyboard", "Shift and click"),
            translate("Keyboard", "Set the cursor without snapping"),
        ),
    )
