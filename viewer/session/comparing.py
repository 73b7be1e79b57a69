"""Comparing periods without holding up the window."""

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from viewer.model.case import Case
from viewer.model.comparison import Comparison, compare, effort
from viewer.model.time import Span

MOST_AT_ONCE = 200_000
"""More samples than these, or as much work, are gone through in the background."""


class _Answer(QObject):
    """Carries one answer from the worker to the window's thread."""

    came = Signal(int, object)


class _Comparing(QRunnable):
    def __init__(self, generation: int, case: Case, periods: tuple[Span, ...]) -> None:
        super().__init__()
        self.answer = _Answer()
        self._generation = generation
        self._case = case
        self._periods = periods

    def run(self) -> None:
        self.answer.came.emit(self._generation, compare(self._case, self._periods))


class Comparer(QObject):
    """Compares periods, at once where that is quick; only the last request is answered."""

    answered = Signal()
    """The comparison that was asked for last is there."""

    def __init__(self, most_at_once: int = MOST_AT_ONCE) -> None:
        super().__init__()
        self._most_at_once = most_at_once
        self._generation = 0
        self._comparison: Comparison | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @property
    def comparison(self) -> Comparison | None:
        """The answer to the last request; None while it is being worked out, or without one."""
        return self._comparison

    def ask(self, case: Case, periods: tuple[Span, ...]) -> None:
        """Compare periods of a disclosed case; a request still under way is dropped.

        Without periods there is nothing to compare.
        """
        self._generation += 1
        self._comparison = None
        self._pool.clear()
        if not periods:
            return
        if effort(case) <= self._most_at_once:
            self._comparison = compare(case, periods)
            self.answered.emit()
            return
        comparing = _Comparing(self._generation, case, periods)
        comparing.answer.came.connect(self._on_answer_came)
        self._pool.start(comparing)

    def _on_answer_came(self, generation: int, comparison: Comparison) -> None:
        if generation == self._generation:
            self._comparison = comparison
            self.answered.emit()
