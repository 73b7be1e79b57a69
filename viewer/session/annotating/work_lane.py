"""One thread of the background that does jobs in order and answers in the window's thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from viewer.session.collecting import no_collection

Answer = TypeVar("Answer")
Done = Callable[[Answer], None]
Failed = Callable[[Exception], None]

PATIENCE_S: Final = 10.0
"""So long the end of the program waits for a disk that does not answer."""


class _Relay(QObject):
    """Carries the numbers of jobs that are done into the window's thread.

    The job holds it, and not the lane, so that no lane can come to its end in the background.
    """

    came = Signal(int)


class WorkLane(QObject):
    """Jobs one after another; each is answered, in the order in which they were given."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # A thread of Python's own: a QThreadPool that goes takes the Python side of its jobs along.
        self._thread = ThreadPoolExecutor(1, "annotations")
        self._relay = _Relay()
        self._relay.came.connect(self._on_came)
        self._number = 0
        self._waiting: dict[int, tuple[Future[Any], Callable[..., None], Failed]] = {}

    @property
    def is_idle(self) -> bool:
        """Whether every job has been answered."""
        return not self._waiting

    def do(self, work: Callable[[], Answer], done: Done[Answer], failed: Failed) -> None:
        """Do a job after those before it, and tell its answer or its error."""
        self._number += 1
        job = self._thread.submit(_done_quietly, work)
        self._waiting[self._number] = (job, done, failed)
        job.add_done_callback(partial(_tell, self._relay, self._number))

    def finish(self) -> None:
        """Wait for all jobs; their answers follow as soon as the window's thread is free."""
        wait([job for job, *_ in self._waiting.values()], PATIENCE_S)

    def _on_came(self, number: int) -> None:
        job, done, failed = self._waiting.pop(number)
        error = job.exception()
        if isinstance(error, Exception):
            failed(error)
        else:
            done(job.result())  # raises what is no error, such as the end of the program


def _done_quietly(work: Callable[[], Answer]) -> Answer:
    with no_collection():
        return work()


def _tell(relay: _Relay, number: int, _job: Future[Any]) -> None:
    relay.came.emit(number)
