"""The menus of a picture: tools, greys, and all that can be done with it."""

from collections.abc import Callable, Collection

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from viewer.ui.imaging.acts import ACTS, SWITCHES

GROUPS = ("tools", "window", "size", "show", "shape", "more")
ONE_OF_MANY = ("tools", "window")
"""In these groups one act is in force."""


def fill_menu(
    menu: QMenu,
    groups: Collection[str],
    act: Callable[[str], object],
    *,
    in_force: Collection[str] = (),
    disabled: Collection[str] = (),
) -> None:
    """Fill a menu with the acts of some groups; those in force have a tick."""
    menu.clear()
    for group in (group for group in GROUPS if group in groups):
        if not menu.isEmpty():
            menu.addSeparator()
        exclusive = QActionGroup(menu)
        for row in (row for row in ACTS if row.group == group):
            words = f"{row.words}\t{row.key_names}"
            action = menu.addAction(words)
            action.setObjectName(f"picture.{row.name}")
            action.setCheckable(group in ONE_OF_MANY or row.name in SWITCHES)
            action.setChecked(row.name in in_force)
            action.setEnabled(row.name not in disabled)
            if group in ONE_OF_MANY:
                exclusive.addAction(action)
            action.triggered.connect(lambda *_, name=row.name: act(name))
