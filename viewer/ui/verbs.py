"""What each command does."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QInputDialog

from viewer.model import view_state
from viewer.model.numbering import Counting
from viewer.model.part import DAY_LIMIT
from viewer.paths import first_case, synthetic_case
from viewer.ui.dialogs.about import AboutDialog
from viewer.ui.dialogs.keyboard import KeyboardDialog
from viewer.ui.lane_verbs import LaneVerbs
from viewer.ui.legend import LegendDialog
from viewer.ui.measuring.verbs import MeasuringVerbs
from viewer.ui.summary import day_lines
from viewer.ui.theme import THEME_NAMES, ThemeName
from viewer.ui.view_verbs import ViewVerbs

if TYPE_CHECKING:
    from viewer.ui.window import Window

translate = QCoreApplication.translate

GLUCOSE_SHARE = 0.6
"""How much of the window's height the panel of glucose takes when it is opened."""
NATIVE = QKeySequence.SequenceFormat.NativeText


class Verbs:
    """The window's commands, carried out on its Session."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session
        self._measuring = MeasuringVerbs(window)

    def table(self) -> dict[str, Callable[[], object]]:
        """Give what each command of the table does."""
        return {
            "open_file": self.open_file,
            "open_folder": self.open_folder,
            "open_first": lambda: self._window.opener.open(first_case()),
            "open_synthetic": lambda: self._window.opener.open(synthetic_case()),
            "quit": self._window.close,
            "copy_day": self.copy_day,
            "find": self._window.seeking.find_bar.begin,
            "find_next": lambda: self._window.seeking.find_bar.step(1),
            "find_previous": lambda: self._window.seeking.find_bar.step(-1),
            "filter": self._window.seeking.open_filter,
            "clear_filter": self._window.seeking.filter_bar.let_go,
            "next_theme": self.next_theme,
            "full_screen": self.toggle_full_screen,
            "show_glucose": self.show_glucose,
            "reset_panels": self._window.arrange_docks,
            "go_to_day": self.go_to_day,
            "keyboard": self.show_keyboard,
            "legend": self.show_legend,
            "about": lambda: AboutDialog(self._window.look, self._window).open(),
            **ViewVerbs(self._session, self._window.chart).table(),
            **LaneVerbs(self._session).table(),
            **self._measuring.table(),
            **self._window.adding.table(),
            **self._window.annotate.verbs.table(),
            **self._window.present.table(),
            **self._window.scenes.table(),
            **self._window.exporting.table(),
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

    def fold_above(self, share: float) -> None:
        """Fold gaps by themselves from a share of the window on."""
        self._session.apply(partial(view_state.fold_above, share=share))

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

    def next_theme(self) -> None:
        """Go on to the next theme; after the last comes the first."""
        menu = self._window.menus.theme
        now = THEME_NAMES.index(self._window.look.name)
        menu.actions()[(now + 1) % len(THEME_NAMES)].trigger()

    def toggle_full_screen(self) -> None:
        """Fill the screen with the window, or give it back its frame."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def show_glucose(self) -> None:
        """Show the panel of glucose, in front of the others."""
        window, dock = self._window, self._window.docks["glucose"]
        if dock.isHidden():
            dock.show()
            room = round(GLUCOSE_SHARE * window.height())
            window.resizeDocks([dock], [room], Qt.Orientation.Vertical)
        dock.raise_()
        self._window.panels.glucose.tabs.setFocus()

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
