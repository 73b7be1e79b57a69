"""Undo and redo of edits: one generic command that holds what was said before and after."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from viewer.model.annotating import Edit

Make = Callable[[Edit], None]


class EditCommand(QUndoCommand):
    """One step of the undo stack; it holds values only."""

    def __init__(self, edit: Edit, inverse: Edit, make: Make) -> None:
        super().__init__(edit.label)
        self._edit = edit
        self._inverse = inverse
        self._make = make

    def redo(self) -> None:
        """Make the edit."""
        self._make(self._edit)

    def undo(self) -> None:
        """Take the edit back."""
        self._make(self._inverse)
