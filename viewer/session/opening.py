"""Opening a case without holding up the window."""

from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from viewer.io.case_store import CaseUnreadableError, OpenedCase, open_case
from viewer.model.course import prepare
from viewer.model.problem import Problem


class _Answer(QObject):
    """Carries one answer from the worker to the window's thread."""

    came = Signal(int, object)


class _Reading(QRunnable):
    def __init__(self, generation: int, path: Path) -> None:
        super().__init__()
        self.answer = _Answer()
        self._generation = generation
        self._path = path

    def run(self) -> None:
        self.answer.came.emit(self._generation, self._result())

    def _result(self) -> OpenedCase | Problem:
        try:
            opened = open_case(self._path)
            prepare(opened.case)
        except CaseUnreadableError as error:
            return error.problem
        except Exception as error:  # a fault of ours must not leave the person waiting
            return Problem("error", "{reason}", "", {"reason": repr(error)}, str(self._path))
        return opened


class Opener(QObject):
    """Reads cases in the background; only the answer to the last request is told."""

    started = Signal(Path)
    opened = Signal(OpenedCase)
    refused = Signal(Path, Problem)

    def __init__(self) -> None:
        super().__init__()
        self._generation = 0
        self._path = Path()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @property
    def path(self) -> Path:
        """The case that was asked for last."""
        return self._path

    def open(self, path: Path) -> None:
        """Begin to read a case; a request still under way is dropped."""
        self._generation += 1
        self._path = path
        reading = _Reading(self._generation, path)
        reading.answer.came.connect(self._on_answer_came)
        self.started.emit(path)
        self._pool.start(reading)

    def cancel(self) -> None:
        """Drop the request under way, if any."""
        self._generation += 1

    def _on_answer_came(self, generation: int, result: OpenedCase | Problem) -> None:
        if generation != self._generation:
            return
        if isinstance(result, Problem):
            self.refused.emit(self._path, result)
        else:
            self.opened.emit(result)
