"""What stands beside the chart follows the cursor a little after the chart."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

FOLLOW_MS = 50
"""While the cursor moves, what stands beside the chart is shown anew once in so long."""


class Follower(QTimer):
    """Calls `show` once the chart has painted where the cursor went; never for every step of it."""

    def __init__(self, owner: QObject, show: Callable[[], None]) -> None:
        super().__init__(owner)
        self._show = show
        self.setSingleShot(True)
        self.setInterval(FOLLOW_MS)
        self.timeout.connect(show)

    def follow(self) -> None:
        """Take note that the cursor has moved."""
        if not self.isActive():
            self.start()

    def catch_up(self) -> None:
        """Show now what is still to be shown."""
        if self.isActive():
            self.stop()
            self._show()
