"""Python's collector, in the window's thread alone.

By itself it runs in whichever thread happens to allocate, and what it finds there may be a widget
or a timer: those must die in the window's thread. So it is switched off, and asked for by a timer.
"""

import gc

from PySide6.QtCore import QObject, QTimer

OFTEN_MS = 500


class Collector(QObject):
    """Collects, as often as Python itself would have, for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(OFTEN_MS)
        timer.timeout.connect(collect_what_is_due)
        timer.start()


def collect_what_is_due() -> None:
    """Collect the oldest generation that Python itself would have collected by now."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [generation for generation in range(3) if counts[generation] > limits[generation]]
    if due:
        gc.collect(max(due))
