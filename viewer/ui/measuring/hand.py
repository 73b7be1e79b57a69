"""The hand on the second cursor and on the periods, the same in every view of the chart.

Alt and a click put the second cursor, Ctrl and a drag mark a period or move the edge of one.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QWidget

from viewer.geometry.time_scale import TimeScale
from viewer.model import measuring
from viewer.model.time import Span
from viewer.model.view_state import ViewState
from viewer.session.session import Session
from viewer.ui.gestures import FRAME_MS

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier
_EVENTS = frozenset(
    (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonRelease,
    )
)
Taken = Literal["second", "new", "start", "end"]


@dataclass(frozen=True)
class Surface:
    """A view that the hand works on."""

    scale: Callable[[], TimeScale]
    snapped: Callable[[float], float] | None = None
    """Gives the moment of an event near a day; None where nothing snaps."""
    flag_at: Callable[[QPointF], bool] | None = None
    """Tells where the second cursor's flag is; there, and at edges, the bare hand takes hold."""
    is_free: Callable[[QPointF], bool] = lambda _: True
    """Tells whether Alt means the second cursor at a place, and not what stands there."""


@dataclass(slots=True)
class _Hold:
    """What is held, since when, and what was there before."""

    taken: Taken
    number: int
    surface: Surface
    start: QPointF
    day: float
    before: ViewState
    is_moving: bool = False


class Hand(QObject):
    """Takes the mouse events that mean second cursor or periods; leaves the others to the view."""

    def __init__(self, session: Session, reach_px: Callable[[], float], chart: QWidget) -> None:
        super().__init__(chart)
        self._session = session
        self._chart = chart
        self._reach_px = reach_px
        self._surfaces: dict[QObject, Surface] = {}
        self._hold: _Hold | None = None
        self._waiting: QPointF | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._catch_up)
        session.case_changed.connect(self._let_go)

    def work_on(self, view: QWidget, surface: Surface) -> None:
        """Watch the mouse over a view."""
        self._surfaces[view] = surface
        view.installEventFilter(self)

    def abandon(self) -> bool:
        """Let go and put back what was there before; False where nothing is held."""
        hold = self._hold
        if hold is None:
            return False
        self._let_go()

        def back(state: ViewState) -> ViewState:
            state = measuring.keep_periods(state, hold.before.periods)
            return measuring.put_second(state, hold.before.second)

        self._session.apply(back)
        return True

    def eventFilter(self, view: QObject, event: QEvent) -> bool:
        """Take what is meant for the hand."""
        if event.type() not in _EVENTS or not isinstance(event, QMouseEvent):
            return False
        surface = self._surfaces.get(view)
        if surface is None:
            return False
        if event.type() == QEvent.Type.MouseMove:
            return self._move(event, view, surface)
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            return self._release(event)
        return self._press(event, surface)

    # -- events -------------------------------------------------------------------------------

    def _press(self, event: QMouseEvent, surface: Surface) -> bool:
        place, keys = event.position(), event.modifiers()
        taken = self._taken(place, keys, surface)
        if taken is None or not self._is_on_axis(place, surface):
            return False
        self._chart.setFocus()
        state = self._session.state
        day = surface.scale().day(place.x())
        self._hold = _Hold(taken[0], taken[1], surface, place, day, state)
        if taken[0] == "second" and keys == ALT:
            self._put_second(day, surface)
        return True

    def _move(self, event: QMouseEvent, view: QObject, surface: Surface) -> bool:
        if self._hold is None:
            self._show_shape(event, view, surface)
            return False
        self._waiting = event.position()
        if not self._timer.isActive():
            self._timer.start()
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if self._hold is None:
            return False
        self._waiting = event.position()
        self._catch_up()
        self._hold = None
        return True

    def _let_go(self) -> None:
        self._hold = self._waiting = None
        self._timer.stop()

    def _show_shape(self, event: QMouseEvent, view: QObject, surface: Surface) -> None:
        """Show on a strip of the hand's own what can be taken; other views have their shapes."""
        if surface.flag_at is None or not isinstance(view, QWidget):
            return
        taken = self._taken(event.position(), PLAIN, surface)
        is_edge = taken is not None and self._is_on_axis(event.position(), surface)
        shape = Qt.CursorShape.SizeHorCursor if is_edge else Qt.CursorShape.ArrowCursor
        view.setCursor(shape)

    # -- what is taken ------------------------------------------------------------------------

    def _taken(
        self, place: QPointF, keys: Qt.KeyboardModifier, surface: Surface
    ) -> tuple[Taken, int] | None:
        is_bare = keys == PLAIN and surface.flag_at is not None
        is_flag = is_bare and surface.flag_at is not None and surface.flag_at(place)
        if is_flag or (keys == ALT and surface.is_free(place)):
            return "second", 0
        if keys != CTRL and not is_bare:
            return None
        edge = self._edge_at(place, surface)
        return edge if edge is not None or is_bare else ("new", 0)

    def _edge_at(self, place: QPointF, surface: Surface) -> tuple[Taken, int] | None:
        scale, found = surface.scale(), list[tuple[float, Taken, int]]()
        for number, span in enumerate(self._session.state.periods):
            found.append((abs(scale.x(span.start) - place.x()), "start", number))
            found.append((abs(scale.x(span.end) - place.x()), "end", number))
        off, taken, number = min(found, default=(math.inf, "new", 0))
        return (taken, number) if off <= self._reach_px() else None

    @staticmethod
    def _is_on_axis(place: QPointF, surface: Surface) -> bool:
        scale = surface.scale()
        return scale.left_px <= place.x() <= scale.right_px

    # -- what follows the hand ----------------------------------------------------------------

    def _catch_up(self) -> None:
        """Act on the last place that the pointer was at."""
        self._timer.stop()
        place, self._waiting = self._waiting, None
        hold = self._hold
        if place is None or hold is None:
            return
        moved = (place - hold.start).manhattanLength()
        if not hold.is_moving and moved < QGuiApplication.styleHints().startDragDistance():
            return
        hold.is_moving = True
        scale = hold.surface.scale()
        day = scale.day(min(max(place.x(), scale.left_px), scale.right_px))
        if hold.taken == "second":
            self._put_second(day, hold.surface)
        elif hold.taken == "new":
            self._mark(hold, day)
        else:
            self._move_edge(hold, day)

    def _put_second(self, day: float, surface: Surface) -> None:
        self._session.apply(partial(measuring.put_second, day=_snapped(day, surface)))

    def _mark(self, hold: _Hold, day: float) -> None:
        """Mark the whole days from where the drag began to where it is."""
        days = [math.floor(_snapped(one, hold.surface)) for one in (hold.day, day)]
        span = Span(min(days), max(days) + 1)

        def change(state: ViewState) -> ViewState:
            state = measuring.keep_periods(state, hold.before.periods)
            return measuring.add_period(state, span)

        self._session.apply(change)

    def _move_edge(self, hold: _Hold, day: float) -> None:
        """Move one edge to the nearest midnight, or to the day of an event near it."""
        start, end = hold.before.periods[hold.number]
        at = _snapped(day, hold.surface)
        is_event = at != day
        if hold.taken == "start":
            start = min(math.floor(at) if is_event else round(day), end - 1)
        else:
            end = max(math.floor(at) + 1 if is_event else round(day), start + 1)
        span = Span(start, end)
        self._session.apply(partial(measuring.change_period, number=hold.number, span=span))


def _snapped(day: float, surface: Surface) -> float:
    return day if surface.snapped is None else surface.snapped(day)
