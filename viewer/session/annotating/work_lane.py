"""One thread of the background that does jobs in order and answers in the window's thread."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from viewer.session.collecting import no_collection

Answer = TypeVar("Answer")
Done = Callable[[Answer], None]
Failed = Callable[[Exception], None]


class _Carrier(QObject):
    """Carries one answer from the worker to the window's thread."""

    came = Signal(int, object, object)


class _Job(QRunnable):
    def __init__(self, number: int, work: Callable[[], object]) -> None:
        super().__init__()
        self.carrier = _Carrier()
        self._number = number
        self._work = work

    def run(self) -> None:
        answer, failure = None, None
        with no_collection():
            try:
                answer = self._work()
            except Exception as error:  # it is told where it was asked for
                failure = error
        self.carrier.came.emit(self._number, answer, failure)


class WorkLane(QObject):
    """Jobs one after another; each is answered, in the order in which they were given."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._number = 0
        self._waiting: dict[int, tuple[_Carrier, Callable[..., None], Failed]] = {}

    @property
    def is_idle(self) -> bool:
        """Whether every job has been answered."""
        return not self._waiting

    def do(self, work: Callable[[], Answer], done: Done[Answer], failed: Failed) -> None:
        """Do a job after those before it, and tell its answer or its error."""
        self._number += 1
        job = _Job(self._number, work)
        job.carrier.came.connect(self._on_came)
        self._waiting[self._number] = (job.carrier, done, failed)
        self._pool.start(job)

    def finish(self) -> None:
        """Wait for all jobs; their answers follow as soon as the window's thread is free."""
        self._pool.waitForDone()

    def _on_came(self, number: int, answer: object, error: Exception | None) -> None:
        _, done, failed = self._waiting.pop(number)
        if error is None:
            done(answer)
        else:
            failed(error)
