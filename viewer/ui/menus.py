"""The menu bar, made from the table of commands and from what there is to choose."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from viewer.ui.commands import COMMANDS, MENUS, SUBMENUS

translate = QCoreApplication.translate

Verb = Callable[[], object]
Key = TypeVar("Key", bound=str)


def build_actions(
    window: QMainWindow, chart: QWidget, verbs: Mapping[str, Verb]
) -> dict[str, QAction]:
    """Make an action of every command; keys of the chart act only while it has focus."""
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        action = QAction(command.words, window)
        action.setObjectName(f"command.{command.name}")
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.is_switch or command.is_choice)
        action.triggered.connect(lambda *_, verb=verbs[command.name]: verb())
        if command.in_chart:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            chart.addAction(action)
        else:
            window.addAction(action)
        actions[command.name] = action
    return actions


def build_menus(window: QMainWindow, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Fill the menu bar with the commands; give the menus by name for what else goes in."""
    menus: dict[str, QMenu] = {}
    for name, title in MENUS:
        menu = window.menuBar().addMenu(translate("Menu", title))
        menu.setToolTipsVisible(True)
        menus[name] = menu
    for command in COMMANDS:
        if command.submenu:
            continue
        if command.menu not in menus:
            parent, title = SUBMENUS[command.menu]
            menus[command.menu] = menus[parent].addMenu(translate("Menu", title))
            menus[command.menu].setToolTipsVisible(True)
        if command.begins_group:
            menus[command.menu].addSeparator()
        menus[command.menu].addAction(actions[command.name])
    return menus


def fill_choices(
    menu: QMenu,
    choices: Iterable[tuple[Key, str]],
    chosen: Key,
    choose: Callable[[Key], object],
) -> QActionGroup:
    """Fill a menu with one-of-many choices (key, words); `choose` is told the key."""
    menu.clear()
    group = QActionGroup(menu)
    for key, words in choices:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(key == chosen)
        action.setData(key)
        action.triggered.connect(lambda *_, key=key: choose(key))
        group.addAction(action)
    return group


def fill_switches(
    menu: QMenu,
    switches: Iterable[tuple[str, str, bool]],
    switch: Callable[[str, bool], object],
) -> None:
    """Fill a menu with switches (key, words, is on); `switch` is told the key and the state."""
    menu.clear()
    for key, words, is_on in switches:
        action = menu.addAction(plain(words))
        action.setCheckable(True)
        action.setChecked(is_on)
        action.triggered.connect(lambda is_on, key=key: switch(key, is_on))
    menu.setEnabled(not menu.isEmpty())


def plain(words: str) -> str:
    """Keep an ampersand in a name from becoming a mnemonic."""
    return words.replace("&", "&&")


def choice_menu(
    parent: QWidget,
    choices: Iterable[tuple[str, str]],
    rest: str,
    choose: Callable[[str], object],
) -> QMenu:
    """Make a menu of (id, name) that tells `choose` the id and deletes itself when closed.

    `rest` are words about those that are not named.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for id_, name in choices:
        action = menu.addAction(plain(name))
        action.triggered.connect(lambda *_, id_=id_: choose(id_))
    if rest:
        menu.addAction(rest).setEnabled(False)
    return menu
