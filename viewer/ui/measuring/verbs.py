"""What the commands about second cursor, periods and pins do."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from viewer.model import measuring
from viewer.model.time import Span
from viewer.model.view_state import ViewState
from viewer.session.marking_periods import use_as_period

if TYPE_CHECKING:
    from viewer.ui.window import Window

READABLE_H = 24
"""A panel that is asked for is at least so high, where the window allows it (lines)."""


class MeasuringVerbs:
    """The commands of the menu "Measure", carried out on the window's Session."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session

    def table(self) -> dict[str, Callable[[], object]]:
        """Give what each command does."""
        session = self._session
        return {
            "clear": self.clear,
            "second_here": lambda: session.apply(_second_at_cursor),
            "second_back": lambda: session.apply(partial(_step_second, days=-1)),
            "second_on": lambda: session.apply(partial(_step_second, days=1)),
            "second_away": lambda: session.apply(partial(measuring.put_second, day=None)),
            "show_measure": lambda: self._raise("measure"),
            "period_between": lambda: session.apply(_period_between),
            "period_selected": self._use_selection,
            "periods_away": lambda: session.apply(partial(measuring.keep_periods, periods=())),
            "show_compare": lambda: self._raise("compare"),
            "copy_comparison": self._window.panels.compare.copy,
            "pin": self._pin_or_unpin,
            "show_pinned": lambda: self._raise("pinned"),
        }

    def clear(self) -> None:
        """Let go of what is dragged, else select nothing, else take the second cursor away."""
        if self._window.chart.measures.hand.abandon():
            return
        if self._session.state.selection is not None:
            self._session.select(None)
        else:
            self._session.apply(partial(measuring.put_second, day=None))

    def _raise(self, name: str) -> None:
        """Bring a panel to the front, with room to read it where others stand below it."""
        dock, least_px = self._window.docks[name], round(READABLE_H * self._window.look.h_px)
        dock.show()
        dock.raise_()
        if not dock.isFloating() and dock.height() < least_px:
            self._window.resizeDocks([dock], [least_px], Qt.Orientation.Vertical)

    def _use_selection(self) -> None:
        if self._session.state.selection is not None:
            use_as_period(self._session, self._session.state.selection)

    def _pin_or_unpin(self) -> None:
        chosen = self._session.state.selection
        if chosen is not None:
            self._session.apply(partial(measuring.toggle_pin, id_=chosen))


def _second_at_cursor(state: ViewState) -> ViewState:
    return measuring.put_second(state, state.cursor)


def _step_second(state: ViewState, days: int) -> ViewState:
    if state.second is None:
        return state
    return measuring.put_second(state, math.floor(state.second) + 0.5 + days)


def _period_between(state: ViewState) -> ViewState:
    """Mark the days from one cursor to the other, both with them."""
    if state.second is None:
        return state
    first, last = sorted((state.cursor, state.second))
    return measuring.add_period(state, Span(math.floor(first), math.floor(last) + 1))
