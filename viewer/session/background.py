"""Working things out without holding up the window."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

Answer = TypeVar("Answer")
MOST_AT_ONCE = 200_000
"""More values than these are gone through in the background."""


class _Carrier(QObject):
    """Carries one answer from the worker to the window's thread."""

    came = Signal(int, object)


class _Work(QRunnable):
    def __init__(self, generation: int, work: Callable[[], object]) -> None:
        super().__init__()
        self.carrier = _Carrier()
        self._generation = generation
        self._work = work

    def run(self) -> None:
        answer: object
        try:
            answer = self._work()
        except Exception as error:  # it is raised where it was asked for
            answer = error
        self.carrier.came.emit(self._generation, answer)


class Background(QObject, Generic[Answer]):
    """Works one thing out at a time; only the last one that was asked for is answered."""

    answered = Signal()
    """What was asked for last is there."""

    def __init__(self, most_at_once: int = MOST_AT_ONCE) -> None:
        super().__init__()
        self._most_at_once = most_at_once
        self._generation = 0
        self._answer: Answer | None = None
        self._is_working = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @property
    def answer(self) -> Answer | None:
        """The last answer; it stays until another one has come. None before the first one."""
        return self._answer

    @property
    def is_working(self) -> bool:
        """Whether an answer is still to come."""
        return self._is_working

    def ask(self, work: Callable[[], Answer], count: int) -> None:
        """Ask for something that `count` values are gone through for; at once where they are few.

        Whatever is still under way is dropped.
        """
        self._generation += 1
        self._pool.clear()
        if count <= self._most_at_once:
            self._take(work())
            return
        self._is_working = True
        job = _Work(self._generation, work)
        job.carrier.came.connect(self._on_answer_came)
        self._pool.start(job)

    def forget(self) -> None:
        """Drop what is under way, and the last answer."""
        self._generation += 1
        self._pool.clear()
        self._answer, self._is_working = None, False

    def _on_answer_came(self, generation: int, answer: Answer | Exception) -> None:
        if generation != self._generation:
            return
        if isinstance(answer, Exception):
            self._is_working = False
            raise answer
        self._take(answer)

    def _take(self, answer: Answer) -> None:
        self._answer, self._is_working = answer, False
        self.answered.emit()
