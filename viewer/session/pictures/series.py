"""The pictures of one series, decoded in the background: first those around the one seen."""

from collections.abc import Callable, Iterator, Mapping

import numpy as np
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from viewer.io.unreadable import UnreadableError
from viewer.model import picture_loading_texts
from viewer.model.pictures import Frame, PictureSeries, Pixels
from viewer.model.problem import Problem

Decode = Callable[[Frame], Pixels]
AT_ONCE = 2
"""So many pictures are on their way: one is decoded, and the next one waits for its turn."""


class _Carrier(QObject):
    """Carries one picture from the worker to the window's thread."""

    came = Signal(int, int, object)


class _Decoding(QRunnable):
    def __init__(self, generation: int, index: int, frame: Frame, decode: Decode) -> None:
        super().__init__()
        self.carrier = _Carrier()
        self._generation = generation
        self._index = index
        self._frame = frame
        self._decode = decode

    def run(self) -> None:
        self.carrier.came.emit(self._generation, self._index, self._result())

    def _result(self) -> Pixels | Problem:
        try:
            return _owned(self._decode(self._frame))
        except UnreadableError as error:
            return error.problem
        except Exception as error:  # a decoder's fault costs one picture, and its words may tell
            values = {"name": self._frame.file, "reason": type(error).__name__}
            texts = picture_loading_texts.NOT_DECODED, picture_loading_texts.NOT_DECODED_REMEDY
            return Problem("error", *texts, values, self._frame.file)


def _owned(pixels: Pixels) -> Pixels:
    """Let no small picture hold the memory of a large one that it was cut out of."""
    values, base = pixels.values, pixels.values.base
    if isinstance(base, np.ndarray) and base.nbytes > values.nbytes:
        return Pixels(values.copy(), pixels.is_inverted, pixels.table, pixels.padding)
    return pixels


class SeriesPictures(QObject):
    """Decodes the pictures of a series, nearest first, for as long as somebody looks at them."""

    frame_ready = Signal(int)
    """The picture with this index can be drawn."""
    failed = Signal(int, object)
    """The picture with this index cannot be shown, and why (Problem)."""
    finished = Signal()
    """All pictures are there, or are known not to come."""

    def __init__(
        self,
        series: PictureSeries,
        decode: Decode,
        pool: QThreadPool,
        known: Mapping[int, Pixels] | None = None,
    ) -> None:
        """`known` are pictures that are there already, by their places."""
        super().__init__()
        self.series = series
        self._decode = decode
        self._pool = pool
        self._generation = 0
        self._at = 0
        self._is_wanted = False
        self._under_way = set[int]()
        self._done: dict[int, Pixels | Problem] = dict(known or {})

    # -- what is there ------------------------------------------------------------------------

    def pixels(self, index: int) -> Pixels | None:
        """Give a picture; None where it is still to come, or cannot be shown."""
        found = self._done.get(index)
        return found if isinstance(found, Pixels) else None

    def problem(self, index: int) -> Problem | None:
        """Say why a picture cannot be shown; None where it can, or is still to come."""
        found = self._done.get(index)
        return found if isinstance(found, Problem) else None

    @property
    def count_done(self) -> int:
        """How many pictures are there, or are known not to come."""
        return len(self._done)

    @property
    def is_finished(self) -> bool:
        """Whether nothing is to come any more."""
        return len(self._done) == len(self.series.frames)

    @property
    def is_wanted(self) -> bool:
        """Whether somebody looks at them."""
        return self._is_wanted

    @property
    def held_bytes(self) -> int:
        """How much memory the pictures take."""
        return sum(one.values.nbytes for one in self._done.values() if isinstance(one, Pixels))

    # -- what is asked for --------------------------------------------------------------------

    def look_at(self, index: int) -> None:
        """Decode this picture next, then those around it, and in the end all."""
        self._at = index
        self._is_wanted = True
        self._go_on()

    def rest(self) -> None:
        """Decode no more until it is asked for again; what is there stays."""
        self._is_wanted = False

    def forget(self) -> None:
        """Drop all pictures, and what is on its way."""
        self._generation += 1
        self._is_wanted = False
        self._under_way.clear()
        self._done.clear()

    # -- decoding -----------------------------------------------------------------------------

    def _go_on(self) -> None:
        while self._is_wanted and len(self._under_way) < AT_ONCE:
            index = next(self._missing(), None)
            if index is None:
                return
            self._under_way.add(index)
            frame = self.series.frames[index]
            job = _Decoding(self._generation, index, frame, self._decode)
            job.carrier.came.connect(self._on_came)
            self._pool.start(job)

    def _missing(self) -> Iterator[int]:
        """Give what is neither there nor on its way, nearest to what is seen first."""
        count = len(self.series.frames)
        for off in range(count):
            for index in {self._at + off: None, self._at - off: None}:
                is_new = index not in self._done and index not in self._under_way
                if 0 <= index < count and is_new:
                    yield index

    def _on_came(self, generation: int, index: int, result: Pixels | Problem) -> None:
        if generation != self._generation:
            return
        self._under_way.discard(index)
        self._done[index] = result
        self._go_on()
        if isinstance(result, Problem):
            self.failed.emit(index, result)
        else:
            self.frame_ready.emit(index)
        if self.is_finished:
            self.finished.emit()
