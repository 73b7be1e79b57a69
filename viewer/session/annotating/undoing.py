"""Undo and redo of edits: one generic command that holds what was said before and after."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from viewer.model.annotating import Edit

Make = Callable[[Edit], None]
_MERGING = 1


class EditCommand(QUndoCommand):
    """One step of the undo stack; it holds values only."""

    def __init__(self, edit: Edit, inverse: Edit, make: Make, typing: str | None) -> None:
        super().__init__(edit.label)
        self.edit = edit
        self._inverse = inverse
        self._make = make
        self._typing = typing
        """The annotation that is being typed into; None for a step of its own."""

    def id(self) -> int:
        """Let steps of typing ask whether they are one."""
        return -1 if self._typing is None else _MERGING

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Become one step with typing that goes on in the same annotation."""
        if not isinstance(other, EditCommand) or other._typing != self._typing:
            return False
        self.edit = Edit(self.edit.label, dict(self.edit.puts) | dict(other.edit.puts))
        return True

    def redo(self) -> None:
        """Make the edit."""
        self._make(self.edit)

    def undo(self) -> None:
        """Take the edit back."""
        self._make(self._inverse)
