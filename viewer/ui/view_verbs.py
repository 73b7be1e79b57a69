"""Commands that change what the chart shows and what is chosen in it."""

import math
from collections.abc import Callable
from functools import partial

from viewer.model import view_state
from viewer.model.course import part
from viewer.model.event import Event
from viewer.model.label_kinds import KINDS, Kind
from viewer.model.series import Statement
from viewer.session.glucose import step_episode
from viewer.session.session import Session
from viewer.session.stepping import step
from viewer.ui.chart import Chart
from viewer.ui.periods import show_periods
from viewer.ui.plots import plot_menu

PAN_SHARE = 0.2
"""A command moves the window by this share of it."""
ZOOM_FACTOR = 1.5
"""A command shows so many times the days, or as many times fewer."""


class ViewVerbs:
    """The commands of the chart, carried out on a Session."""

    def __init__(self, session: Session, chart: Chart) -> None:
        self._session = session
        self._chart = chart

    def table(self) -> dict[str, Callable[[], object]]:
        """Give what each of these commands does."""
        session = self._session
        return {
            "fit": lambda: session.apply(view_state.fit),
            "zoom_in": lambda: self.zoom(1 / ZOOM_FACTOR),
            "zoom_out": lambda: self.zoom(ZOOM_FACTOR),
            "zoom_selected": self.zoom_selected,
            "zoom_lane": self.zoom_lane,
            "zoom_period": lambda: show_periods(self._chart, session),
            "pan_back": lambda: self.pan(-PAN_SHARE),
            "pan_on": lambda: self.pan(PAN_SHARE),
            "back": session.go_back,
            "forward": lambda: session.go_back(is_forward=True),
            "fold_gaps": session.fold_long_gaps,
            "unfold_all": self.unfold_all,
            "hide_after": lambda: session.hide_after(math.floor(session.state.cursor)),
            "show_all": lambda: session.hide_after(None),
            "count_from_selected": self.count_from_selected,
            "count_from_zero": lambda: session.apply(partial(view_state.count_from, id_=None)),
            "other_units": partial(plot_menu.switch_units, session),
            "next_scale": partial(plot_menu.next_scale, session),
            "shared_axis": partial(plot_menu.switch_shared, session),
            "overlay": partial(plot_menu.switch_overlay, session),
            "follow_window": partial(plot_menu.switch_follow, session),
            "previous": lambda: step(session, -1),
            "next": lambda: step(session, 1),
            "first": lambda: session.step_to_end(is_last=False),
            "last": lambda: session.step_to_end(is_last=True),
            "previous_episode": partial(step_episode, session, -1),
            "next_episode": partial(step_episode, session, 1),
            "day_back": lambda: self.move_cursor(-1),
            "day_on": lambda: self.move_cursor(1),
            **{f"label_{kind}": partial(self.label_days, kind) for kind in KINDS},
        }

    def zoom(self, factor: float) -> None:
        """Zoom about the cursor where it is in the window, else about the middle."""

        def change(state: view_state.ViewState) -> view_state.ViewState:
            window = state.window
            middle = (window.start + window.end) / 2
            about = state.cursor if window.contains(state.cursor) else middle
            return view_state.zoom_about(state, about, factor)

        self._session.apply(change)

    def pan(self, share: float) -> None:
        """Move the window by a share of the days that it shows."""
        scale = self._chart.timeline.scale()
        days = share * scale.width_px / scale.px_per_day
        self._session.apply(partial(view_state.pan, days=days))

    def zoom_selected(self) -> None:
        """Show the selected event from its first to its last possible day."""
        if self._session.state.selection is not None:
            self._session.zoom_to(self._session.state.selection)

    def zoom_lane(self) -> None:
        """Show the lane of what is selected from its first to its last possible day."""
        chosen = part(self._session.case, self._session.state.selection)
        if isinstance(chosen, Event | Statement) and chosen.lane is not None:
            self._session.zoom_to_lane(chosen.lane)

    def unfold_all(self) -> None:
        """Show everything that is folded away, and fold nothing by itself."""
        self._session.apply(partial(view_state.fold_above, share=view_state.FOLD_NEVER))

    def move_cursor(self, days: int) -> None:
        """Move the cursor by whole days and keep it in sight."""

        def change(state: view_state.ViewState) -> view_state.ViewState:
            moved = view_state.move_cursor(state, math.floor(state.cursor) + 0.5 + days)
            return view_state.select(view_state.reveal(moved, moved.cursor), None)

        self._session.apply(change)

    def label_days(self, kind: Kind) -> None:
        """Label days in another way."""
        self._session.apply(partial(view_state.label_days, kind=kind))

    def count_from_selected(self) -> None:
        """Count days from the selected event."""
        id_ = self._session.state.selection
        self._session.apply(partial(view_state.count_from, id_=id_))
