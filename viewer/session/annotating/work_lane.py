"""One thread of the background that does jobs in order and answers in the window's thread."""

import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import Final, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

Answer = TypeVar("Answer")
Done = Callable[[Answer], None]
Failed = Callable[[Exception], None]

MOMENT_S: Final = 0.008
"""So long the window may wait without anybody noticing."""
PATIENCE_S: Final = 10.0
"""So long the end of the program waits for a disk that does not answer."""


class _Relay(QObject):
    """Carries the numbers of jobs that are done into the window's thread.

    The thread holds it, and not the lane, so that no lane can come to its end in the background.
    Nor can the relay itself: it belongs to the application, and is deleted in the window's thread.
    """

    came = Signal(int)


class _Job:
    """Something to be done, and what came of it."""

    def __init__(self, number: int, work: Callable[[], object]) -> None:
        self.number = number
        self.answer: object = None
        self.error: Exception | None = None
        self.is_done = threading.Event()
        self._work: Callable[[], object] | None = work

    def do(self) -> None:
        assert self._work is not None  # it is done once
        try:
            self.answer = self._work()
        except Exception as error:  # it is told where it was asked for
            self.error = error
        self._work = None
        self.is_done.set()


class WorkLane(QObject):
    """Jobs one after another; each is answered, in the order in which they were given."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._waiting: dict[int, tuple[_Job, Callable[..., None], Failed]] = {}
        self._number = 0
        self._is_begun = False

    @property
    def is_idle(self) -> bool:
        """Whether every job has been answered."""
        return not self._waiting

    def do(self, work: Callable[[], Answer], done: Done[Answer], failed: Failed) -> None:
        """Do a job after those before it, and tell its answer or its error."""
        if not self._is_begun:
            self._is_begun = True
            # Not a QThreadPool, which takes the Python side of its jobs along when it goes. The end
            # of the program waits for jobs in `finish`, not for the thread.
            relay = _Relay(QCoreApplication.instance())
            relay.came.connect(self._on_came)
            self._jobs = SimpleQueue()
            thread = threading.Thread(target=_serve, args=(self._jobs, relay), daemon=True)
            thread.start()
            weakref.finalize(self, self._jobs.put, None)
        self._number += 1
        job = _Job(self._number, work)
        self._waiting[self._number] = (job, done, failed)
        self._jobs.put(job)

    def wait_briefly(self) -> None:
        """Wait a moment for a job that is alone, so that a quick disk is answered at once."""
        jobs = [job for job, *_ in self._waiting.values()]
        if len(jobs) == 1 and jobs[0].is_done.wait(MOMENT_S):
            self._on_came(jobs[0].number)

    def settle(self) -> bool:
        """Wait for the jobs there are, and answer them now; False for none, or a slow one."""
        waiting = tuple(self._waiting.items())
        for number, (job, *_) in waiting:
            if not job.is_done.wait(PATIENCE_S):
                return False
            self._on_came(number)
        return bool(waiting)

    def finish(self) -> None:
        """Wait for all jobs; their answers follow as soon as the window's thread is free.

        The thread then ends; another job begins another one.
        """
        for job, *_ in self._waiting.values():
            job.is_done.wait(PATIENCE_S)
        self._jobs.put(None)
        self._is_begun = False

    def _on_came(self, number: int) -> None:
        if number not in self._waiting:
            return  # it was waited for
        job, done, failed = self._waiting.pop(number)
        if job.error is None:
            done(job.answer)
        else:
            failed(job.error)


def _serve(jobs: "SimpleQueue[_Job | None]", relay: _Relay) -> None:
    """Do jobs until there is none instead of one."""
    while (job := jobs.get()) is not None:
        job.do()
        number = job.number
        del job  # it goes where its answer is taken, not here
        with suppress(RuntimeError):  # the program is at its end, and the application gone
            relay.came.emit(number)
    with suppress(RuntimeError):
        relay.deleteLater()
