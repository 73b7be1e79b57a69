"""A menu to choose one of many events from."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget


def choice_menu(
    parent: QWidget, choices: Iterable[tuple[str, str]], choose: Callable[[str], object]
) -> QMenu:
    """Make a menu of (id, name) that tells `choose` the id and deletes itself when closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for id_, name in choices:
        action = menu.addAction(name.replace("&", "&&"))
        action.triggered.connect(lambda *_, id_=id_: choose(id_))
    return menu
