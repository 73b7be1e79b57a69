"""Small pictures of studies and reports, made in the background and kept by study."""

from collections.abc import Callable, Hashable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, Signal

Small = NDArray[np.uint8]
"""A picture, shape (rows, columns, 3): red, green, blue."""
Make = Callable[[Callable[[], bool]], Small | None]
"""Makes one; it is given what tells whether it is wanted no longer."""


class _Carrier(QObject):
    """Carries a picture from the worker to the window's thread."""

    came = Signal(int, object, object)


class _Making(QRunnable):
    def __init__(
        self, generation: int, key: Hashable, make: Make, is_stale: Callable[[], bool]
    ) -> None:
        super().__init__()
        self.carrier = _Carrier()
        self._generation, self._key = generation, key
        self._make, self._is_stale = make, is_stale

    def run(self) -> None:
        small: Small | None = None
        try:
            small = None if self._is_stale() else self._make(self._is_stale)
        except Exception:  # a picture that cannot be made says why where it is shown large
            small = None
        self.carrier.came.emit(self._generation, self._key, small)


class Thumbnails(QObject):
    """Makes one picture at a time; each is made once, also where there turns out to be none."""

    came = Signal()
    """There is one more."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[Hashable, Small | None] = {}
        self._awaited = set[Hashable]()
        self._generation = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setThreadPriority(QThread.Priority.LowPriority)

    @property
    def is_ready(self) -> bool:
        """Whether none that was asked for is still to come."""
        return not self._awaited

    def of(self, key: Hashable, make: Make) -> Small | None:
        """Give the picture of a study; None where it is not there yet, or there is none."""
        if key not in self._known:
            self._known[key] = None
            self._awaited.add(key)
            generation = self._generation
            job = _Making(generation, key, make, lambda: self._generation != generation)
            job.carrier.came.connect(self._on_came)
            self._pool.start(job)
        return self._known[key]

    def forget(self) -> None:
        """Drop all of them, and what is under way: another case is shown."""
        self._generation += 1
        self._pool.clear()
        self._known.clear()
        self._awaited.clear()

    def _on_came(self, generation: int, key: Hashable, small: Small | None) -> None:
        if generation != self._generation:
            return
        self._awaited.discard(key)
        if small is not None:
            self._known[key] = small
            self.came.emit()
