"""Decoding the tiles of a slide in the background, what is looked at first."""

import threading
from collections.abc import Callable, Iterable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from viewer.io.slides.stored import OpenedSlide, Tile
from viewer.io.unreadable import UnreadableError
from viewer.model.problem import Problem
from viewer.model.slides import TileKey
from viewer.session.slides.kept_tiles import KeptTiles
from viewer.session.work import Work

Made = TypeVar("Made")
AT_ONCE = 2
"""So many tiles are decoded at the same time."""


class TileLoader(QObject, Generic[Made]):
    """Gives tiles as `make` makes them, off the window's thread, and keeps the last ones.

    What is wanted is said anew whenever something else is looked at; what waits and is wanted no
    more is never decoded.
    """

    came = Signal(object)
    """A tile (TileKey) is there now, or is known to be broken."""

    def __init__(
        self,
        slide: OpenedSlide,
        make: Callable[[Tile], Made],
        kept: KeptTiles[Made],
        bytes_of: Callable[[Made], int],
    ) -> None:
        super().__init__()
        self.broken: dict[TileKey, Problem] = {}
        """Tiles that cannot be read, and why."""
        self._slide = slide
        self._make = make
        self._kept = kept
        self._bytes_of = bytes_of
        self._waiting: list[TileKey] = []
        self._running = set[TileKey]()
        self._is_closed = threading.Event()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(AT_ONCE)

    @property
    def is_idle(self) -> bool:
        """Whether everything that was wanted is there."""
        return not self._waiting and not self._running

    def tile(self, key: TileKey) -> Made | None:
        """Give a tile; None where it is not there yet, or broken."""
        return self._kept.get(key)

    def want(self, keys: Iterable[TileKey]) -> None:
        """Ask for these tiles, the first ones first, and no longer for what was asked before."""
        self._waiting = [key for key in dict.fromkeys(keys) if self._is_missing(key)]
        self._waiting.reverse()  # the next one is taken from the end
        self._go_on()

    def close(self) -> None:
        """Ask for nothing more; what is still decoded is dropped."""
        self._is_closed.set()
        self._waiting.clear()

    def _is_missing(self, key: TileKey) -> bool:
        is_known = key in self._running or key in self.broken
        return not is_known and self._kept.get(key) is None

    def _go_on(self) -> None:
        while self._waiting and len(self._running) < AT_ONCE:
            key = self._waiting.pop()
            self._running.add(key)
            # Never the loader itself: it must not come to its end in a worker's thread.
            work = Work(partial(_decoded, self._slide, self._make, key, self._is_closed))
            work.carrier.came.connect(self._on_came)
            self._pool.start(work)

    def _on_came(self, answer: tuple[TileKey, Made | Problem]) -> None:
        key, made = answer
        self._running.discard(key)
        if self._is_closed.is_set():
            return
        if isinstance(made, Problem):
            self.broken[key] = made
        else:
            self._kept.put(key, made, self._bytes_of(made))
        self._go_on()
        self.came.emit(key)


def _decoded(
    slide: OpenedSlide, make: Callable[[Tile], Made], key: TileKey, is_closed: threading.Event
) -> tuple[TileKey, Made | Problem]:
    """Give a tile as it is made, or why it cannot be read; in a worker's thread."""
    try:
        return key, make(slide.tile(*key, is_wanted=lambda: not is_closed.is_set()))
    except UnreadableError as error:
        return key, error.problem
