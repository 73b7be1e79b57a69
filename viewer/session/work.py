"""One thing to do in the background, and its answer on the window's thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, Signal


class Carrier(QObject):
    """Carries an answer from the worker to the window's thread."""

    came = Signal(object)


class Work(QRunnable):
    """Does something; `carrier.came` gives what came out, which must be no exception."""

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self.carrier = Carrier()
        self._work = work

    def run(self) -> None:
        """Do it, in the worker's thread."""
        self.carrier.came.emit(self._work())
