"""From an order to the file on the disk, while the window goes on."""

from __future__ import annotations

import errno
import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer.io.annotations.durable import replace_file
from viewer.io.case_store import OpenedCase
from viewer.session.annotating.work_lane import WorkLane
from viewer.ui.export import making
from viewer.ui.export.dialog.words import TOLD
from viewer.ui.export.order import Order
from viewer.ui.export.speaking import Interpreter, spoken
from viewer.ui.export.steps import StepByStep, Steps

_MADE = 0.95
"""The share of the whole at which there is nothing left but the disk."""


class Writing(QObject):
    """Makes a file and puts it in its place, whole or not at all."""

    asked = Signal()
    """There is such a file; `write` replaces it."""
    progressed = Signal(float)
    ended = Signal(object)
    """The file with this path is there."""
    failed = Signal(object, object)
    """The file with this path is not there, for this error."""

    def __init__(self, lane: WorkLane, interpreter: Interpreter, parent: QObject) -> None:
        super().__init__(parent)
        self._interpreter = interpreter
        self._going = StepByStep(lane, self)
        self._going.progressed.connect(self.progressed)
        self._wanted: tuple[OpenedCase, Order] | None = None
        self.is_at_disk = False
        """Whether the file is being written: it is too late to stop."""

    @property
    def is_going(self) -> bool:
        """Whether a file is being made."""
        return self._going.is_going

    def look_and_write(self, opened: OpenedCase, order: Order) -> None:
        """Write it, or ask first where the file is there already."""
        self._wanted = opened, order
        self._going.begin(_looking(order.path), self._on_looked, self._on_failed)

    def write(self) -> None:
        """Write what was wanted last."""
        assert self._wanted is not None  # it was looked at
        self._going.begin(self._steps(*self._wanted), self._on_ended, self._on_failed)

    def stop(self) -> None:
        """Make nothing; a file that is being written is written to its end."""
        if not self.is_at_disk:
            self._going.stop()
            self._wanted = None

    def _steps(self, opened: OpenedCase, order: Order) -> Steps[None]:
        data = yield from spoken(making.steps(opened, order), order.language, self._interpreter)
        yield _MADE
        self.is_at_disk = True
        yield partial(replace_file, order.path, data, None)

    def _on_looked(self, is_there: bool) -> None:
        if is_there:
            self.asked.emit()
        else:
            self.write()

    def _on_ended(self, _: None) -> None:
        self.ended.emit(self._end())

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(self._end(), error)
        if not isinstance(error, TOLD):
            raise error

    def _end(self) -> Path:
        assert self._wanted is not None
        path = self._wanted[1].path
        self._wanted, self.is_at_disk = None, False
        return path


def _looking(path: Path) -> Steps[bool]:
    is_there: bool = yield partial(_is_there, path)
    return is_there


def _is_there(path: Path) -> bool:
    """Tell whether a file is there; raises OSError for what only the disk would say, later."""
    if path.is_dir():
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not path.parent.is_dir():
        code = errno.ENOTDIR if path.parent.exists() else errno.ENOENT
        raise OSError(code, os.strerror(code))
    return path.exists()
