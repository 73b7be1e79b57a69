"""The glucose of the disclosed case, found once for all views, and the steps through it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.model.case import Case
from viewer.model.glucose_course import GlucoseCourse, glucose_course, value_count
from viewer.model.view_state import go_to_moment
from viewer.session.background import MOST_AT_ONCE, Background

if TYPE_CHECKING:
    from viewer.session.session import Session


class GlucoseFinder(QObject):
    """Finds readings and episodes of a case when they are first asked for."""

    found = Signal()
    """The course that was asked for is there now; not emitted where it was there at once."""

    def __init__(self, most_at_once: int = MOST_AT_ONCE) -> None:
        super().__init__()
        self._case: Case | None = None
        self._is_asking = False
        self._work: Background[GlucoseCourse | None] = Background(most_at_once)
        self._work.answered.connect(self._on_answered)

    def course(self, case: Case) -> GlucoseCourse | None:
        """Give the glucose of a case; None where it has none, or while it is being found."""
        if case is not self._case:
            self._case = case
            self._work.forget()
            self._is_asking = True
            self._work.ask(partial(glucose_course, case), value_count(case))
            self._is_asking = False
        return self._work.answer

    @property
    def is_finding(self) -> bool:
        """Whether the glucose that was asked for last is still being found."""
        return self._work.is_working

    def _on_answered(self) -> None:
        if not self._is_asking:  # who asked is told by the answer itself
            self.found.emit()


def step_episode(session: Session, steps: int) -> None:
    """Go to the start of the next (previous, where negative) episode of low glucose."""
    course = session.glucose.course(session.case)
    start = None if course is None else course.start_from(session.state.cursor, steps)
    if start is not None:
        bring_to_moment(session, start)


def bring_to_moment(session: Session, day: float) -> None:
    """Put the cursor on a moment, select nothing, and bring the moment into the window."""
    session.apply(partial(go_to_moment, moment=day))
