"""What a command is: its words, menu and keys."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

_OF_WINDOW = ("full_screen", "next_theme")
_OF_CASE = ("add_", "export_", "print")
_NEEDING_CASE = ("edit", "view", "lanes", "go", "measure", "annotate", "present")


@dataclass(frozen=True)
class Command:
    """One thing the person can ask for.

    Keys that are `in_chart` act while the chart has focus, so that a table or a text field keeps
    its own.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    in_chart: bool = False
    is_switch: bool = False
    begins_group: bool = False
    submenu: str = ""
    """The menu inside the menu that it stands in; that one fills itself."""
    is_choice: bool = False
    """One of those of its menu that exclude one another."""

    @property
    def needs_case(self) -> bool:
        """Whether there is nothing to do it with while no case is open."""
        if self.menu == "case":
            return self.name.startswith(_OF_CASE)
        return self.menu in _NEEDING_CASE and self.name not in _OF_WINDOW

    @property
    def words(self) -> str:
        """The words of the menu entry, in the language of the window."""
        return QCoreApplication.translate("Command", self.text)
