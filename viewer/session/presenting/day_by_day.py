"""Playing a course day by day: the horizon moves on with the cursor."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.model import view_state
from viewer.model.course import known_days
from viewer.model.view_state import ViewState
from viewer.session.session import Session

SPEEDS = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Days a second that a person can choose."""


class DayByDay(QObject):
    """Shows one day more at a time, until all of the course is shown."""

    changed = Signal()
    """It began, ended, or plays at another speed."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.speed = 2.0
        """Days a second."""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.step)
        self._last = 0

    @property
    def is_playing(self) -> bool:
        """Whether days are going by."""
        return self._timer.isActive()

    def play(self) -> None:
        """Go on from the day that is shown last; from the cursor's where nothing is hidden."""
        opened = self._session.opened
        if opened is None or self.is_playing:
            return
        days = known_days(opened.case)
        self._last = math.floor(days.max()) if days.size else 0
        if self._session.state.horizon is None:
            self._show(math.floor(self._session.state.cursor))
        self._timer.start(self._pause_ms)
        self.changed.emit()

    def stop(self) -> None:
        """Stay at the day that is shown."""
        if self.is_playing:
            self._timer.stop()
            self.changed.emit()

    def toggle(self) -> None:
        """Play, or stop."""
        if self.is_playing:
            self.stop()
        else:
            self.play()

    def set_speed(self, speed: float) -> None:
        """Play so many days a second."""
        self.speed = speed
        if self.is_playing:
            self._timer.start(self._pause_ms)
        self.changed.emit()

    def step(self) -> None:
        """Show one day more; after the last one nothing is hidden any longer."""
        horizon = self._session.state.horizon
        if horizon is None or horizon >= self._last:
            self.stop()
            self._session.hide_after(None)
        else:
            self._show(horizon + 1)

    def _show(self, day: int) -> None:
        self._session.hide_after(day, partial(_at, day=day))

    @property
    def _pause_ms(self) -> int:
        return round(1000 / self.speed)


def _at(state: ViewState, day: int) -> ViewState:
    """Put the cursor into the middle of a day, and let the window follow it."""
    return view_state.reveal(view_state.move_cursor(state, day + 0.5), day + 0.5)
