"""Completes tags that are in use."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget


class TagCompleter(QCompleter):
    """Completes the last of several tags."""

    def __init__(self, tags: list[str], parent: QWidget) -> None:
        super().__init__(tags, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def splitPath(self, path: str) -> list[str]:
        """Look only at what stands behind the last comma."""
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: Any) -> str:
        """Put the tag in the place of what was typed of it."""
        field = self.widget()
        typed = field.text() if isinstance(field, QLineEdit) else ""
        before = typed.rpartition(",")[0]
        chosen = super().pathFromIndex(index)
        return f"{before}, {chosen}" if before else chosen
