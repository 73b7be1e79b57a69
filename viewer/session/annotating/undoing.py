"""Undo and redo of edits: one generic command that holds what was said before and after."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from viewer.model.annotating import Edit

Make = Callable[[Edit], None]


class EditCommand(QUndoCommand):
    """One step of the undo stack; it holds values only.

    What is typed in one run and kept bit by bit is one step.
    """

    def __init__(self, edit: Edit, inverse: Edit, make: Make, run: object = None) -> None:
        super().__init__(edit.label)
        self._run = run
        self._edit = edit
        self._inverse = inverse
        self._make = make

    def id(self) -> int:
        """Let Qt ask whether the step before takes this one in."""
        return -1 if self._run is None else 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in what was typed after it in the same run; it goes where nothing is left of it."""
        if not isinstance(other, EditCommand) or other._run is not self._run:
            return False
        label = self._edit.label
        self._edit = Edit(label, {**self._edit.puts, **other._edit.puts})
        self._inverse = Edit(label, {**other._inverse.puts, **self._inverse.puts})
        self.setObsolete(self._edit.puts == self._inverse.puts)
        return True

    def redo(self) -> None:
        """Make the edit."""
        self._make(self._edit)

    def undo(self) -> None:
        """Take the edit back."""
        self._make(self._inverse)
