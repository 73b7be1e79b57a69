"""What each command does."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QInputDialog

from viewer.model import view_state
from viewer.model.course import part
from viewer.model.event import Event
from viewer.model.numbering import KINDS, Counting, Kind
from viewer.model.part import DAY_LIMIT
from viewer.paths import first_case
from viewer.ui.dialogs.about import AboutDialog
from viewer.ui.dialogs.keyboard import KeyboardDialog
from viewer.ui.legend import LegendDialog
from viewer.ui.periods import show_periods
from viewer.ui.plots import plot_menu
from viewer.ui.summary import day_lines
from viewer.ui.theme import ThemeName

if TYPE_CHECKING:
    from viewer.ui.window import Window

translate = QCoreApplication.translate

PAN_SHARE = 0.2
"""A command moves the window by this share of it."""
NATIVE = QKeySequence.SequenceFormat.NativeText
ZOOM_FACTOR = 1.5
"""A command shows so many times the days, or as many times fewer."""


class Verbs:
    """The window's commands, carried out on its Session."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session

    def table(self) -> dict[str, Callable[[], object]]:
        """Give what each command of the table does."""
        session = self._session
        return {
            "open_file": self.open_file,
            "open_folder": self.open_folder,
            "open_first": lambda: self._window.opener.open(first_case()),
            "quit": self._window.close,
            "copy_day": self.copy_day,
            "find": self._window.seeking.find_bar.begin,
            "find_next": lambda: self._window.seeking.find_bar.step(1),
            "find_previous": lambda: self._window.seeking.find_bar.step(-1),
            "filter": self._window.seeking.open_filter,
            "clear_filter": self._window.seeking.filter_bar.let_go,
            "fit": lambda: session.apply(view_state.fit),
            "zoom_in": lambda: self.zoom(1 / ZOOM_FACTOR),
            "zoom_out": lambda: self.zoom(ZOOM_FACTOR),
            "zoom_selected": self.zoom_selected,
            "zoom_lane": self.zoom_lane,
            "zoom_period": lambda: show_periods(self._window.chart, session),
            "pan_back": lambda: self.pan(-PAN_SHARE),
            "pan_on": lambda: self.pan(PAN_SHARE),
            "back": session.go_back,
            "forward": lambda: session.go_back(is_forward=True),
            "fold_gaps": session.fold_long_gaps,
            "unfold_all": self.unfold_all,
            "hide_after": lambda: session.hide_after(math.floor(session.state.cursor)),
            "show_all": lambda: session.hide_after(None),
            **{f"label_{kind}": partial(self.label_days, kind) for kind in KINDS},
            "count_from_selected": self.count_from_selected,
            "count_from_zero": lambda: session.apply(partial(view_state.count_from, id_=None)),
            "full_screen": self.toggle_full_screen,
            "reset_panels": self._window.arrange_docks,
            "other_units": partial(plot_menu.switch_units, session),
            "next_scale": partial(plot_menu.next_scale, session),
            "shared_axis": partial(plot_menu.switch_shared, session),
            "overlay": partial(plot_menu.switch_overlay, session),
            "follow_window": partial(plot_menu.switch_follow, session),
            "previous": lambda: session.step(-1),
            "next": lambda: session.step(1),
            "first": lambda: session.step_to_end(is_last=False),
            "last": lambda: session.step_to_end(is_last=True),
            "day_back": lambda: self.move_cursor(-1),
            "day_on": lambda: self.move_cursor(1),
            "go_to_day": self.go_to_day,
            "clear": lambda: session.select(None),
            "keyboard": self.show_keyboard,
            "legend": self.show_legend,
            "about": lambda: AboutDialog(self._window.look, self._window).open(),
        }

    def open_file(self) -> None:
        """Ask for a case file and open it."""
        kinds = translate("Open", "Cases (*.dayline case.json)")
        title = translate("Open", "Open a case")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        if chosen:
            self._window.opener.open(Path(chosen))

    def open_folder(self) -> None:
        """Ask for a case folder and open it."""
        chosen = QFileDialog.getExistingDirectory(
            self._window, translate("Open", "Open a case folder")
        )
        if chosen:
            self._window.opener.open(Path(chosen))

    def copy_day(self) -> None:
        """Put what was going on at the cursor on the clipboard."""
        session = self._session
        counting, language = session.counting, session.language
        text = day_lines(session.case, session.state.cursor, counting, language)
        QGuiApplication.clipboard().setText(text)

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
        scale = self._window.chart.timeline.scale()
        days = share * scale.width_px / scale.px_per_day
        self._session.apply(partial(view_state.pan, days=days))

    def zoom_selected(self) -> None:
        """Show the selected event from its first to its last possible day."""
        if self._session.state.selection is not None:
            self._session.zoom_to(self._session.state.selection)

    def zoom_lane(self) -> None:
        """Show the lane of the selected event from its first to its last possible day."""
        chosen = part(self._session.case, self._session.state.selection)
        if isinstance(chosen, Event):
            self._session.zoom_to_lane(chosen.lane)

    def unfold_all(self) -> None:
        """Show everything that is folded away, and fold nothing by itself."""
        self._session.apply(partial(view_state.fold_above, share=view_state.FOLD_NEVER))

    def fold_above(self, share: float) -> None:
        """Fold gaps by themselves from a share of the window on."""
        self._session.apply(partial(view_state.fold_above, share=share))

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

    def go_to_day(self) -> None:
        """Ask for a day and put the cursor there."""
        state, counting = self._session.state, self._session.counting
        first = max(math.ceil(state.bounds.start), -DAY_LIMIT)
        last = min(math.ceil(state.bounds.end) - 1, DAY_LIMIT)
        words = translate("Go", "Day:")
        if counting.kind in ("hospital", "date"):
            # Their labels are not one row of numbers.
            words, counting = translate("Go", "Days from day zero:"), Counting()
        number, is_given = QInputDialog.getInt(
            self._window,
            translate("Go", "Go to day"),
            words,
            counting.number(state.cursor),
            counting.number(first),
            counting.number(last),
        )
        if is_given:
            self.put_cursor(counting.day_of(number))

    def put_cursor(self, day: int) -> None:
        """Put the cursor on the middle of a day and bring it into the window."""
        self._session.point_at(day + 0.5)
        self._session.apply(partial(view_state.reveal, day=self._session.state.cursor))

    def show_row(self, id_: str, is_on: bool) -> None:
        """Show or hide a lane or a series."""
        self._session.apply(partial(view_state.hide, id_=id_, is_hidden=not is_on))

    def set_theme(self, name: ThemeName) -> None:
        """Change the theme and remember it."""
        self._window.settings.set_text("theme", name)
        self._window.look.set_theme(name)

    def toggle_full_screen(self) -> None:
        """Fill the screen with the window, or give it back its frame."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def show_keyboard(self) -> None:
        """List every key; not of what is hidden, since its name may tell what a horizon hides."""
        window = self._window
        actions = window.actions_by_name
        hidden = [name for name, action in actions.items() if not action.isVisible()]
        toggles = [dock.toggleViewAction() for dock in window.docks.values()]
        panels = [(one.shortcut().toString(NATIVE), one.text()) for one in toggles]
        KeyboardDialog(window.look, window, hidden, panels).open()

    def show_legend(self) -> None:
        """Show what every mark means."""
        LegendDialog(self._window.look, self._window).open()
