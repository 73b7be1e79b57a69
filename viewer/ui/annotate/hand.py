"""The hand on the strip: it moves the person's own notes and periods, and marks new periods.

What is dragged is shown where it would be; only letting go changes it, as one step. Colleagues'
annotations do not move.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QWidget

from viewer.model import measuring
from viewer.model.annotating import Edit, moved_to_day, with_period
from viewer.model.annotation import Content, OnDay, OnPeriod
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.annotate.escape import EscapeWatch
from viewer.ui.annotate.marking import ALT, Marking, whole_day
from viewer.ui.annotate.strip import SLACK_PX, NoteStrip
from viewer.ui.annotate.strip_layout import PlacedNote

translate = QCoreApplication.translate

REACH_H = 0.4
"""How near the hand must be to an edge of a period (lines)."""
Taken = Literal["day", "period", "start", "end", "none"]
_MOVED = frozenset({"note", "outcome", "mark"})
"""The kinds whose days are what a hand can mean; others have days of their own."""


@dataclass(slots=True)
class _Hold:
    taken: Taken
    id: str
    content: Content
    start: QPointF
    day: float
    now: Content | None = None
    is_moving: bool = False


class NoteHand(QObject):
    """Takes the mouse events of the strip."""

    def __init__(
        self,
        session: Session,
        strip: NoteStrip,
        snapped: Callable[[float], float],
        marking: Marking,
        chart: QWidget,
    ) -> None:
        super().__init__(strip)
        self._session = session
        self._strip = strip
        self._snapped = snapped
        self._marking = marking
        self._chart = chart
        self._hold: _Hold | None = None
        self._escape = EscapeWatch(self, self.abandon)
        strip.installEventFilter(self)
        session.case_changed.connect(self.abandon)

    @property
    def is_holding(self) -> bool:
        """Whether something is dragged."""
        return self._hold is not None and self._hold.is_moving

    def abandon(self) -> None:
        """Let go of what is dragged; it stays where it was."""
        hold, self._hold = self._hold, None
        if hold is not None:
            self._strip.preview(hold.id, None)
            self._escape.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse over the strip."""
        if watched is not self._strip or not isinstance(event, QMouseEvent):
            return False
        place = event.position()
        if event.type() == QEvent.Type.MouseMove:
            self._move(place, event.modifiers())
            return True
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            return self._press(place)
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._strip.double_click(place)
            return True
        return event.type() == QEvent.Type.MouseButtonRelease and self._release(event)

    # -- events -------------------------------------------------------------------------------

    def _press(self, place: QPointF) -> bool:
        note = self._strip.note_at(place) or self._edge_near(place)
        if note is None:
            if place.x() >= self._strip.page.frame.left_px:
                self._marking.begin_period(self._strip, place)
            else:
                self._strip.click(place)
            return True
        self._chart.setFocus()
        content = note.item.content
        day = self._strip.scale().day(place.x())
        self._hold = _Hold(self._taken(note, place), note.item.id, content, place, day)
        self._escape.begin()
        return True

    def _move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        hold = self._hold
        if self._marking.is_holding:
            self._marking.move(place, keys)
            return
        if hold is None:
            self._show_shape(place)
            return
        moved = (place - hold.start).manhattanLength()
        if not hold.is_moving and moved < QGuiApplication.styleHints().startDragDistance():
            return
        hold.is_moving = True
        if hold.taken == "none":
            self._strip.setCursor(Qt.CursorShape.ForbiddenCursor)
            return
        hold.now = self._moved(hold, place, is_free=bool(keys & ALT))
        self._strip.preview(hold.id, hold.now)

    def _release(self, event: QMouseEvent) -> bool:
        place, hold = event.position(), self._hold
        if self._marking.is_holding:
            if not self._marking.release(place, event.modifiers()):
                self._strip.click(place)
            return True
        if hold is None:
            return True
        self._move(place, event.modifiers())
        self.abandon()
        self._show_shape(place)
        if not hold.is_moving and event.modifiers() == ALT:
            day = self._snapped(hold.day)  # Alt and a click measure from there, as everywhere
            self._session.apply(partial(measuring.put_second, day=day))
        elif not hold.is_moving:
            self._strip.click(place)
        elif hold.now is not None and hold.now != hold.content:
            self._session.annotating.edit(Edit(_label(hold.taken), {hold.id: hold.now}))
        return True

    def _show_shape(self, place: QPointF) -> None:
        """Show what a drag would do: nothing to what is not the person's own."""
        note = self._strip.note_at(place)
        self._strip.hover(note)
        held = note or self._edge_near(place)
        taken = "none" if held is None else self._taken(held, place)
        shape = Qt.CursorShape.ArrowCursor
        if held is not None:
            shape = Qt.CursorShape.PointingHandCursor
        if taken in ("day", "period"):
            shape = Qt.CursorShape.OpenHandCursor
        elif taken in ("start", "end"):
            shape = Qt.CursorShape.SizeHorCursor
        self._strip.setCursor(shape)

    # -- what is taken ------------------------------------------------------------------------

    @property
    def _reach_px(self) -> float:
        return REACH_H * self._strip.sizes.h_px

    def _edge_near(self, place: QPointF) -> PlacedNote | None:
        """Give a period of the person's own whose edge is near."""
        inside = self._strip.in_rows(place)
        near = (p for p in self._strip.placed if p.edge_at(inside, self._reach_px))
        return next((p for p in near if self._is_mine(p)), None)

    def drags_at(self, place: QPointF) -> bool:
        """Tell whether a mark or an edge stands there that the hand moves."""
        note = self._strip.note_at(place) or self._edge_near(place)
        if note is None or note.is_count:
            return False
        taken, inside = self._taken(note, place), self._strip.in_rows(place)
        is_on_mark = note.mark.adjusted(-SLACK_PX, -SLACK_PX, SLACK_PX, SLACK_PX).contains(inside)
        return taken in ("start", "end") or (taken != "none" and is_on_mark)

    def _is_mine(self, note: PlacedNote) -> bool:
        return not note.is_count and self._session.annotating.is_mine(note.item.id)

    def _taken(self, note: PlacedNote, place: QPointF) -> Taken:
        """Tell what of an annotation is taken hold of; nothing of what cannot be moved."""
        content = note.item.content
        is_fixed = note.item.is_draft or content.kind not in _MOVED
        if not self._is_mine(note) or is_fixed:
            return "none"
        if isinstance(content.target, OnDay):
            return "day"
        if not isinstance(content.target, OnPeriod):
            return "none"
        inside = self._strip.in_rows(place)
        edge = note.edge_at(inside, self._reach_px)
        if edge == "end":
            return "end"
        is_on_mark = note.mark.contains(inside)
        return "start" if edge == "start" and not is_on_mark else "period"

    # -- where it goes ------------------------------------------------------------------------

    def _moved(self, hold: _Hold, place: QPointF, *, is_free: bool) -> Content:
        """Give the annotation with its day, its edge or all its days where the hand is."""
        scale = self._strip.scale()
        pointed = scale.day(min(max(place.x(), scale.left_px), scale.right_px))
        near = pointed if is_free else self._snapped(pointed)
        target = hold.content.target
        if isinstance(target, OnDay):
            return moved_to_day(hold.content, pointed if is_free else whole_day(near, pointed))
        assert isinstance(target, OnPeriod)  # nothing else is taken
        start, end = target.start, target.end
        if hold.taken == "period":
            begin = start + pointed - hold.day
            return moved_to_day(hold.content, begin if is_free else self._whole(begin))
        if hold.taken == "start":
            at = pointed if is_free else _edge(near, pointed, after=0)
            start = min(at, end - (LEAST_DAYS if is_free else 1))
        else:
            at = pointed if is_free else _edge(near, pointed, after=1)
            end = max(at, start + (LEAST_DAYS if is_free else 1))
        return with_period(hold.content, Span(start, end))

    def _whole(self, day: float) -> float:
        """Give the day of an event near a day, else the nearest midnight."""
        near = self._snapped(day)
        return math.floor(near) if near != day else round(day)


LEAST_DAYS = 1 / 1440
"""A period that is dragged is never shorter (a minute, in days)."""


def _edge(near: float, pointed: float, *, after: int) -> float:
    """Give the midnight that an edge goes to; at an event that before or after its day."""
    return math.floor(near) + after if near != pointed else round(pointed)


def _label(taken: Taken) -> str:
    if taken == "day":
        return translate("Note hand", "Move note")
    return translate("Note hand", "Change period")
