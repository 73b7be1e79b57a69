"""The menus of the window that are filled with what there is to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from viewer.model.view_state import FOLD_NEVER, FOLD_SHARES
from viewer.ui.menus import build_menus, fill_choices, fill_switches, plain
from viewer.ui.plots.plot_menu import PlotMenu
from viewer.ui.theme import THEME_NAMES
from viewer.ui.words.numbers import number

if TYPE_CHECKING:
    from viewer.ui.window import Window

translate = QCoreApplication.translate

PANEL_KEYS = "1234567890-=\\"
"""With Alt, in the order of the panels."""


class WindowMenus:
    """The menu bar of a window, with the menus that change with case and settings."""

    def __init__(self, window: Window) -> None:
        self._window = window
        actions = window.actions_by_name
        menus = build_menus(window, actions)
        self.recent = QMenu(translate("Menu", "Open &Recent"), window)
        self.recent.setToolTipsVisible(True)
        entries = menus["case"].actions()
        below = entries[entries.index(actions["open_synthetic"]) + 1]
        menus["case"].insertMenu(below, self.recent)
        self.recent.aboutToShow.connect(self.fill_recent)
        self.folds = QMenu(translate("Menu", "Fold &by Itself"), window)
        menus["view"].insertMenu(actions["hide_after"], self.folds)
        self.folds.aboutToShow.connect(self.fill_folds)
        self.lanes = QMenu(translate("Menu", "&Lanes and Series"), window)
        self.plots = PlotMenu(window.session, actions, window)
        self.panels = QMenu(translate("Menu", "&Panels"), window)
        self.theme = QMenu(translate("Menu", "&Theme"), window)
        self.language = QMenu(translate("Menu", "Lan&guage"), window)
        for menu in (self.lanes, self.plots, self.panels, self.theme, self.language):
            menus["view"].insertMenu(actions["full_screen"], menu)
        self.lanes.aboutToShow.connect(self.fill_lanes)
        for key, dock in zip(PANEL_KEYS, window.docks.values(), strict=True):
            dock.toggleViewAction().setShortcut(f"Alt+{key}")
            self.panels.addAction(dock.toggleViewAction())
        self.language.aboutToShow.connect(self.fill_languages)
        self._fill_looks()

    def show_state(self, *, has_case: bool, is_hidden: bool) -> None:
        """Offer what there is to choose; names of folders may tell what the horizon hides."""
        self.recent.setEnabled(not is_hidden)
        if is_hidden:
            self.recent.clear()
        for menu in (self.panels, self.lanes, self.folds):
            menu.setEnabled(has_case)

    def _fill_looks(self) -> None:
        names = {
            "light": translate("Menu", "Light"),
            "dark": translate("Menu", "Dark"),
            "projector": translate("Menu", "Projector"),
        }
        window = self._window
        themes = [(name, names[name]) for name in THEME_NAMES]
        fill_choices(self.theme, themes, window.look.name, window.verbs.set_theme)
        self.fill_languages()

    def fill_languages(self) -> None:
        """List the languages; one that was asked for may not be spoken yet."""
        languages = [("en", "English"), ("ja", "日本語")]
        spoken = self._window.session.language
        fill_choices(self.language, languages, spoken, self._window.language_wanted.emit)

    def fill_recent(self) -> None:
        """List the cases opened last; none under a horizon."""
        window = self._window
        self.recent.clear()
        if window.session.state.horizon is not None:
            return
        for path in window.settings.recent():
            action = self.recent.addAction(plain(str(path)))
            action.triggered.connect(lambda *_, path=path: window.opener.open(path))
        if self.recent.isEmpty():
            self.recent.addAction(translate("Menu", "No recent cases")).setEnabled(False)
            return
        self.recent.addSeparator()
        forget = self.recent.addAction(translate("Menu", "Forget These Cases"))
        forget.triggered.connect(window.settings.forget_cases)

    def fill_lanes(self) -> None:
        """List the lanes and series, those that are shown with a tick."""
        session = self._window.session
        case, hidden = session.case, session.state.hidden
        names = [(lane.id, lane.title) for lane in case.lanes]
        names += [(series.id, series.title) for series in case.series]
        rows = [(id_, title.pick(session.language), id_ not in hidden) for id_, title in names]
        fill_switches(self.lanes, rows, self._window.verbs.show_row)

    def fill_folds(self) -> None:
        """Offer from which share of the window on a gap folds by itself."""
        words = translate("Menu", "Gaps above {share} % of the window")
        choices = [(str(FOLD_NEVER), translate("Menu", "Never"))]
        for share in FOLD_SHARES:
            choices.append((str(share), words.format(share=number(100 * share))))
        chosen = self._window.session.state.fold_share
        fill_choices(
            self.folds,
            choices,
            str(FOLD_NEVER if chosen is None else chosen),
            lambda key: self._window.verbs.fold_above(float(key)),
        )
