"""Work that is done a step at a time, so that the window goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.session.annotating.work_lane import WorkLane

Answer = TypeVar("Answer")
Work = Callable[[], object]
Steps = Generator[float | Work, Any, Answer]
"""Each step ends with the share of the whole that is done, or with work for the background: that
touches nothing of the window, and what comes of it is sent to the next step."""

PAUSE_MS = 3
"""The window has so long for itself between two steps."""


def run(steps: Steps[Answer]) -> Answer:
    """Do all steps at once, and what is meant for the background as well."""
    answer: object = None
    while True:
        try:
            wanted = steps.send(answer)
        except StopIteration as end:
            made: Answer = end.value
            return made
        answer = wanted() if callable(wanted) else None


class StepByStep(QObject):
    """Does one thing after another, each in steps between which the window has its turn."""

    progressed = Signal(float)
    """So large a share of what is done has been done."""

    def __init__(self, lane: WorkLane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._steps: Steps[Any] | None = None
        self._answer: object = None
        self._done: Callable[[Any], None] = _nothing
        self._failed: Callable[[Exception], None] = _nothing
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._step)

    @property
    def is_going(self) -> bool:
        """Whether something is being done."""
        return self._steps is not None

    def begin(
        self,
        steps: Steps[Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do this, and nothing more of what was being done."""
        self.stop()
        self._steps, self._answer = steps, None
        self._done, self._failed = done, failed
        self._timer.start()

    def stop(self) -> None:
        """Do nothing more of it; of what the background does now nothing will be heard."""
        steps, is_here = self._steps, self._timer.isActive()
        self._timer.stop()
        self._steps = self._answer = None
        self._done = self._failed = _nothing
        # What the background still works on is kept by its answer: it holds widgets, and they may
        # not come to their end there.
        if steps is not None and is_here:
            steps.close()

    def _step(self) -> None:
        steps, answer = self._steps, self._answer
        assert steps is not None  # the timer stops with them
        self._answer = None
        try:
            wanted = steps.send(answer)
        except StopIteration as end:
            self._end(self._done, end.value)
        except Exception as error:  # it is told where it was asked for
            self._end(self._failed, error)
        else:
            if callable(wanted):
                self._lane.do(
                    wanted, lambda found: self._go_on(steps, found), lambda e: self._fail(steps, e)
                )
            else:
                self.progressed.emit(wanted)
                if self._steps is steps:  # who heard it may have stopped it
                    self._timer.start()

    def _go_on(self, steps: Steps[Any], answer: object) -> None:
        if steps is self._steps:
            self._answer = answer
            self._timer.start()
        else:
            steps.close()

    def _fail(self, steps: Steps[Any], error: Exception) -> None:
        steps.close()
        if steps is self._steps:
            self._end(self._failed, error)

    def _end(self, tell: Callable[[Any], None], what: object) -> None:
        self._steps = None
        self._done = self._failed = _nothing
        tell(what)


def _nothing(_: object) -> None:
    """Hear what nobody asked for any more."""
