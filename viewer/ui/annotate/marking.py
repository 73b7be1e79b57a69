"""Marking what a new annotation shall be about: days on every view, points and boxes in plots.

Shift is held for it, since a bare drag moves the window; on the strip itself it needs none.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QWidget

from viewer.geometry.time_scale import TimeScale
from viewer.model.annotation import Content, OnBox, OnDay, OnPeriod, OnPoint, Target
from viewer.model.annotation_places import middle_of_day
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.annotate.escape import EscapeWatch
from viewer.ui.annotate.rubber import Rubber
from viewer.ui.plots.values_at import ValueField

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
_MOUSE = frozenset(
    (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonRelease,
    )
)


@dataclass(frozen=True)
class Ground:
    """A view on which something can be marked."""

    scale: Callable[[], TimeScale]
    snapped: Callable[[float], float]
    is_free: Callable[[QPointF], bool] = lambda _: True
    """Tells whether nothing stands at a place that a click means instead."""
    field_at: Callable[[QPointF], ValueField | None] = lambda _: None
    """Gives the panel of values at a place."""


@dataclass(slots=True)
class _Hold:
    view: QWidget
    ground: Ground
    start: QPointF
    field: ValueField | None
    is_moving: bool = False


class Marking(QObject):
    """Takes Shift and the mouse on the views it works on, and asks for a note's words."""

    def __init__(self, session: Session, chart: QWidget, rubber: Rubber) -> None:
        super().__init__(chart)
        self._session = session
        self._chart = chart
        self._rubber = rubber
        self._grounds: dict[QObject, Ground] = {}
        self._hold: _Hold | None = None
        self._escape = EscapeWatch(self, self.abandon)
        session.case_changed.connect(self.abandon)

    def work_on(self, view: QWidget, ground: Ground) -> None:
        """Watch the mouse over a view."""
        self.know(view, ground)
        view.installEventFilter(self)

    def know(self, view: QWidget, ground: Ground) -> None:
        """Be ready for a view that hands its mouse over itself."""
        self._grounds[view] = ground

    @property
    def is_holding(self) -> bool:
        """Whether something is being marked."""
        return self._hold is not None

    def abandon(self) -> None:
        """Mark nothing."""
        if self._hold is not None:
            self._hold = None
            self._rubber.hide()
            self._escape.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is meant for marking."""
        if event.type() not in _MOUSE or not isinstance(event, QMouseEvent):
            return False
        if not isinstance(watched, QWidget) or watched not in self._grounds:
            return False
        if event.type() == QEvent.Type.MouseMove:
            return self._moves(watched, event)
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            return self._releases(watched, event)
        return event.modifiers() == SHIFT and self._presses(watched, event.position())

    def _presses(self, view: QWidget, place: QPointF) -> bool:
        ground = self._grounds[view]
        scale = ground.scale()
        is_on_axis = scale.left_px <= place.x() <= scale.right_px
        if not is_on_axis or scale.gap_at(place.x()) is not None or not ground.is_free(place):
            return False
        self._take(view, place, ground.field_at(place))
        return True

    def _moves(self, view: QWidget, event: QMouseEvent) -> bool:
        if self._hold is None or self._hold.view is not view:
            return False
        self.move(event.position(), event.modifiers())
        return True

    def _releases(self, view: QWidget, event: QMouseEvent) -> bool:
        if self._hold is None or self._hold.view is not view:
            return False
        place, hold = event.position(), self._hold
        if not self.release(place, event.modifiers()):
            self._begin(self._clicked(hold))
        return True

    # -- what is marked -----------------------------------------------------------------------

    def begin_period(self, view: QWidget, place: QPointF) -> None:
        """Begin to mark days on a view that this knows."""
        self._take(view, place, None)

    def _take(self, view: QWidget, place: QPointF, field: ValueField | None) -> None:
        self._chart.setFocus()
        self._hold = _Hold(view, self._grounds[view], place, field)
        self._escape.begin()

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Show what would be marked from where it began to a place."""
        hold = self._hold
        if hold is None:
            return
        moved = (place - hold.start).manhattanLength()
        if not hold.is_moving and moved < QGuiApplication.styleHints().startDragDistance():
            return
        hold.is_moving = True
        target, scale = self._dragged(hold, place, keys), hold.ground.scale()
        if isinstance(target, OnBox) and hold.field is not None:
            tops = sorted((hold.field.y(target.high), hold.field.y(target.low)))
            rows = tops[0], max(tops[1], tops[0] + 2)
        else:
            rows = 0.0, float(hold.view.height())
        left, right = (
            min(max(scale.x(day), scale.left_px), scale.right_px)
            for day in (target.start, target.end)
        )
        self._rubber.show_over(hold.view, QRectF(left, rows[0], right - left, rows[1] - rows[0]))

    def release(self, place: QPointF, keys: Qt.KeyboardModifier) -> bool:
        """Ask for the words about what was dragged over; False where it was a click."""
        self.move(place, keys)
        hold = self._hold
        self.abandon()
        if hold is None or not hold.is_moving:
            return False
        self._begin(self._dragged(hold, place, keys))
        return True

    def _dragged(self, hold: _Hold, place: QPointF, keys: Qt.KeyboardModifier) -> OnPeriod | OnBox:
        days = [self._day(hold, place) for place in (hold.start, place)]
        if hold.field is not None:
            values = sorted(hold.field.value(at.y()) for at in (hold.start, place))
            start, end = min(days), max(*days, min(days) + LEAST_DAYS)
            return OnBox(
                series=hold.field.series, start=start, end=end, low=values[0], high=values[1]
            )
        if not keys & ALT:
            days = [hold.ground.snapped(day) for day in days]
        whole = [math.floor(day) for day in days]
        return OnPeriod(start=min(whole), end=max(whole) + 1)

    @staticmethod
    def _day(hold: _Hold, place: QPointF) -> float:
        scale = hold.ground.scale()
        return scale.day(min(max(place.x(), scale.left_px), scale.right_px))

    def _clicked(self, hold: _Hold) -> Target:
        day = self._day(hold, hold.start)
        if hold.field is not None:
            value = hold.field.value(hold.start.y())
            return OnPoint(series=hold.field.series, day=day, value=value)
        near = hold.ground.snapped(day)
        return OnDay(day=whole_day(near, day))

    def _begin(self, target: Target) -> None:
        """Ask for the words; under a horizon no more than it shows is known."""
        horizon = self._session.state.horizon
        if isinstance(target, OnDay | OnPoint):
            self._session.point_at(middle_of_day(Span(target.day, target.day)).start)
        content = Content(kind="note", target=target, known_from=horizon)
        self._session.annotating.begin(content)


LEAST_DAYS = 1 / 1440
"""A box is never narrower (a minute, in days)."""


def whole_day(near: float, pointed: float) -> float:
    """Give the day that is pointed at, or that of an event near it; a stated hour stays one."""
    is_hour = near != pointed and near % 1 != 0.5
    return near if is_hour else float(math.floor(near))
