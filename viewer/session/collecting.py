"""Python's collector, in the window's thread alone.

By itself it runs in whichever thread happens to allocate, and what it finds there may be a widget
or a timer: those must die in the window's thread. So it is switched off, and asked for by a timer.
"""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

OFTEN_MS = 500
GROWN = 1.25
"""All objects are looked through where there is so much more than after the last time."""


class Rubbish:
    """Knows what Python itself would have collected by now."""

    def __init__(self) -> None:
        self._left = 0
        """So many blocks of memory were in use at the fewest since all was looked through."""

    def collect(self) -> None:
        """Collect the oldest generation that is due.

        To look through all objects holds the window for a tenth of a second and more, and nearly
        all of them are there to stay. So it is not enough that they are due, which they are after
        each minute of work: as Python does, it waits until there is a quarter more. Python counts
        the objects that have become old, which it does not tell, and listing them takes long; the
        blocks of memory in use grow with them, and are counted in no time.
        """
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [generation for generation in range(3) if counts[generation] > limits[generation]]
        if 2 in due and not self._has_grown():
            due.remove(2)
        if due:
            gc.collect(max(due))
            if max(due) == 2:
                self._left = sys.getallocatedblocks()

    def _has_grown(self) -> bool:
        in_use = sys.getallocatedblocks()
        self._left = min(self._left, in_use)
        return in_use > GROWN * self._left


class Collector(QObject):
    """Collects, as often as Python itself would have, for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._rubbish = Rubbish()
        timer = QTimer(self)
        timer.setInterval(OFTEN_MS)
        timer.timeout.connect(self._rubbish.collect)
        timer.start()
