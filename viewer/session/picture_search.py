"""Looking for the pictures of a study without holding up the window."""

import errno
import os
import threading
import time
from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from viewer.io.pictures.files import FolderPictures
from viewer.io.unreadable import UnreadableError
from viewer.model import adding_texts
from viewer.model.pictures import PictureLimits, Scan
from viewer.model.problem import Problem

TELL_SECONDS = 0.05
"""Progress is told so often."""


class _Folder(FolderPictures):
    """Names no more files once it is cancelled: there may be very many, on a slow disk."""

    def __init__(self, path: Path, is_cancelled: Callable[[], bool]) -> None:
        super().__init__(path)
        self._is_cancelled = is_cancelled

    def names(self) -> Iterator[str]:
        """Give the names while somebody waits for them."""
        return takewhile(lambda _: not self._is_cancelled(), super().names())


class _Carrier(QObject):
    """Carries what the worker finds to the window's thread."""

    told = Signal(int, int, int)
    came = Signal(int, object)


class _Searching(QRunnable):
    def __init__(
        self, generation: int, path: Path, limits: PictureLimits, cancelled: threading.Event
    ) -> None:
        super().__init__()
        self.carrier = _Carrier()
        self._generation, self._path, self._limits = generation, path, limits
        self._cancelled = cancelled
        self._told_at = 0.0

    def run(self) -> None:
        found = self._found()
        if not self._cancelled.is_set():
            self.carrier.came.emit(self._generation, found)

    def _found(self) -> Scan | Problem:
        from viewer.io.pictures.scanning import scan  # it brings DICOM with it

        texts = adding_texts.NOT_SEARCHED, adding_texts.NOT_SEARCHED_REMEDY
        try:
            if self._path.is_dir():
                with os.scandir(self._path) as listed:  # what may not be listed says so here
                    next(listed, None)
            elif not self._path.exists():
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            files = _Folder(self._path, self._cancelled.is_set)
            return scan(files, self._limits, self._cancelled.is_set, self._tell)
        except UnreadableError as error:
            return error.problem
        except OSError as error:
            values = {"path": str(self._path), "reason": error.strerror or type(error).__name__}
            return Problem("error", *texts, values)
        except Exception as error:  # a fault of ours must not leave the person waiting
            values = {"path": str(self._path), "reason": type(error).__name__}
            return Problem("error", *texts, values)

    def _tell(self, done: int, count: int) -> None:
        now = time.monotonic()
        if now - self._told_at >= TELL_SECONDS or done == count:
            self._told_at = now
            self.carrier.told.emit(self._generation, done, count)


class PictureSearch(QObject):
    """Looks through one folder or file at a time; only the last one asked for is answered."""

    progressed = Signal(int, int)
    """So many files of so many have been looked at."""
    found = Signal(Scan)
    failed = Signal(Problem)

    def __init__(self, limits: PictureLimits) -> None:
        super().__init__()
        self._limits = limits
        self._generation = 0
        self._cancelled = threading.Event()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def look_in(self, path: Path) -> None:
        """Begin to look through a folder, or at one file."""
        self.cancel()
        self._cancelled = threading.Event()
        job = _Searching(self._generation, path, self._limits, self._cancelled)
        job.carrier.told.connect(self._on_told)
        job.carrier.came.connect(self._on_came)
        self._pool.start(job)

    def cancel(self) -> None:
        """Look no further; nothing more is told."""
        self._generation += 1
        self._cancelled.set()

    def _on_told(self, generation: int, done: int, count: int) -> None:
        if generation == self._generation:
            self.progressed.emit(done, count)

    def _on_came(self, generation: int, found: Scan | Problem) -> None:
        if generation != self._generation:
            return
        if isinstance(found, Problem):
            self.failed.emit(found)
        else:
            self.found.emit(found)
