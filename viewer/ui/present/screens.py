"""Which screen the room sees, and which the presenter, while screens come and go."""

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class Screens:
    """Gives the stage and the console a screen each; what has one keeps it while it can.

    A screen that is unplugged is another object when it comes back: it is known by its name.
    """

    def __init__(self, own: QScreen) -> None:
        """`own` is the presenter's, from which the presentation begins."""
        self._there = list(QGuiApplication.screens())
        self._own: QScreen | None = own
        self._own_name = own.name()
        self.of_stage = own
        self.of_console: QScreen | None = None
        """None where there is no screen that the room does not see."""
        self._share_out()

    def remove(self, screen: QScreen) -> bool:
        """Do without a screen; tell whether windows have to move."""
        if screen in self._there:
            self._there.remove(screen)
        if screen is self._own:
            self._own = None
        return self._share_out()

    def add(self, screen: QScreen) -> bool:
        """Take one more screen; tell whether windows have to move."""
        if screen not in self._there:
            self._there.append(screen)
        if self._own is None and screen.name() == self._own_name:
            self._own = screen
        return self._share_out()

    def _share_out(self) -> bool:
        before = self.of_stage, self.of_console
        if not self._there:
            return False  # the next one that comes is taken
        others = [screen for screen in self._there if screen is not self._own]
        if self.of_stage not in others:
            self.of_stage = (others or self._there)[0]
        free = [screen for screen in self._there if screen is not self.of_stage]
        if self._own in free:
            self.of_console = self._own
        elif self.of_console not in free:
            # The presenter's own is gone: the room goes on seeing what it saw.
            self.of_console = free[0] if free else None
        return before != (self.of_stage, self.of_console)


def fill(window: QWidget, screen: QScreen) -> None:
    """Show a window on all of a screen."""
    if window.isFullScreen() and window.screen() is not screen:
        window.hide()  # a window that fills one screen does not move to another on every system
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()
