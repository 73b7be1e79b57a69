"""The pictures of one study: found in the background, then a series at a time."""

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from viewer.io.unreadable import UnreadableError
from viewer.model import picture_loading_texts
from viewer.model.part import Text
from viewer.model.picture_view import PictureView, opening
from viewer.model.pictures import PictureSeries, Pixels, Scan
from viewer.model.problem import Problem
from viewer.session.pictures.series import SeriesPictures
from viewer.session.pictures.source import PictureSource

TURN_S = 0.01
"""So long the window is left alone to paint a first picture: the search would slow it down."""
TELL_SECONDS = 0.1
"""Progress is told so often."""


@dataclass(frozen=True)
class PicturePart:
    """Some pictures of a study, as its case names them."""

    source: PictureSource
    path: str
    title: Text | None = None


@dataclass(frozen=True)
class ShownSeries:
    """A series of a study that can be looked at."""

    key: str
    """Its own in the study."""
    title: Text | None
    """What the case calls the pictures; None where it does not."""
    pictures: SeriesPictures = field(compare=False)
    source: PictureSource = field(compare=False)

    @property
    def series(self) -> PictureSeries:
        """What was found of it."""
        return self.pictures.series


class _Carrier(QObject):
    """Carries what the worker has found to the window's thread."""

    told = Signal(int, int, int)
    glimpsed = Signal(int, object)
    came = Signal(int, object)


class _Scanning(QRunnable):
    """Looks through the files of all parts; it ends early once it is cancelled."""

    def __init__(
        self,
        generation: int,
        parts: Sequence[PicturePart],
        cancelled: threading.Event,
    ) -> None:
        super().__init__()
        self.carrier = _Carrier()
        self._generation = generation
        self._parts = parts
        self._cancelled = cancelled
        self._told_at = 0.0

    def run(self) -> None:
        self._glimpse()
        found = [self._scan(part) for part in self._parts]
        if not self._cancelled.is_set():
            self.carrier.came.emit(self._generation, found)

    def _glimpse(self) -> None:
        """Give a first picture: looking through hundreds of files takes longer than patience."""
        try:
            found = self._parts[0].source.glimpse()
        except Exception:  # what is wrong with it is told when it is its turn
            return
        if found is not None and not self._cancelled.is_set():
            self.carrier.glimpsed.emit(self._generation, found)
            time.sleep(TURN_S)

    def _scan(self, part: PicturePart) -> Scan | Problem:
        try:
            return part.source.scan(self._cancelled.is_set, self._tell)
        except UnreadableError as error:
            return error.problem
        except Exception as error:  # a fault in one folder must not cost the others
            texts = picture_loading_texts.NOT_SCANNED, picture_loading_texts.NOT_SCANNED_REMEDY
            values = {"name": part.path, "reason": type(error).__name__}
            return Problem("error", *texts, values, part.path)

    def _tell(self, done: int, of: int) -> None:
        now = time.monotonic()
        if now - self._told_at >= TELL_SECONDS:
            self._told_at = now
            self.carrier.told.emit(self._generation, done, of)


class StudyPictures(QObject):
    """Finds the series of a study, and remembers how each was looked at last."""

    progressed = Signal(int, int)
    """So many of so many files have been looked at."""
    glimpsed = Signal()
    """A first picture is there, while the series are still sought."""
    scanned = Signal()
    """The series are known."""

    def __init__(self, parts: Sequence[PicturePart], pool: QThreadPool) -> None:
        super().__init__()
        self.problems: tuple[Problem, ...] = ()
        """What cannot be shown, and why."""
        self.views: dict[str, PictureView] = {}
        """How each series was looked at last, by its key."""
        self.chosen = ""
        """The key of the series that was looked at last."""
        self.glimpse: SeriesPictures | None = None
        """A first picture; None once the series are known."""
        self._parts = tuple(parts)
        self._pool = pool
        self._shown: tuple[ShownSeries, ...] = ()
        self._cancelled: threading.Event | None = None
        """Ends the search that is under way; None while there is none."""
        self._generation = 0
        self._is_scanned = False

    @property
    def is_scanned(self) -> bool:
        """Whether the series are known."""
        return self._is_scanned

    @property
    def series(self) -> tuple[ShownSeries, ...]:
        """What can be looked at, in the order of the case and of its files."""
        return self._shown

    @property
    def chosen_series(self) -> ShownSeries | None:
        """What was looked at last, else the first; None where there is nothing."""
        known = (one for one in self._shown if one.key == self.chosen)
        return next(known, next(iter(self._shown), None))

    def find(self, key: str) -> tuple[ShownSeries, int] | None:
        """Give where the picture with this key is; None where it is not, or not known yet."""
        for shown in self._shown:
            for index, frame in enumerate(shown.series.frames):
                if frame.key == key:
                    return shown, index
        return None

    def view_of(self, shown: ShownSeries) -> PictureView:
        """Give how a series was looked at last, or is at first."""
        return self.views.get(shown.key, opening(len(shown.series.frames)))

    def begin(self) -> None:
        """Look for the series, once."""
        if not self._is_scanned and self._cancelled is None:
            self._cancelled = threading.Event()
            job = _Scanning(self._generation, self._parts, self._cancelled)
            job.carrier.told.connect(self._on_told)
            job.carrier.glimpsed.connect(self._on_glimpsed)
            job.carrier.came.connect(self._on_came)
            self._pool.start(job)

    def cancel(self) -> None:
        """Stop looking, and decode no more; what was found stays."""
        self._generation += 1
        if self._cancelled is not None:
            self._cancelled.set()
            self._cancelled = None
        for shown in self._shown:
            shown.pictures.rest()

    def forget(self) -> None:
        """Stop, and drop all pictures."""
        self.cancel()
        self.glimpse = None
        self._pool.start(self._close_sources)  # the worker may still be at one of them
        for shown in self._shown:
            shown.pictures.forget()

    def _close_sources(self) -> None:
        for part in self._parts:
            part.source.close()

    def _on_told(self, generation: int, done: int, of: int) -> None:
        if generation == self._generation:
            self.progressed.emit(done, of)

    def _on_glimpsed(self, generation: int, found: tuple[PictureSeries, Pixels]) -> None:
        if generation == self._generation:
            series, pixels = found
            decode = self._parts[0].source.decode
            self.glimpse = SeriesPictures(series, decode, self._pool, {0: pixels})
            self.glimpsed.emit()

    def _on_came(self, generation: int, found: list[Scan | Problem]) -> None:
        if generation != self._generation:
            return
        self._cancelled = self.glimpse = None
        shown, problems = list[ShownSeries](), list[Problem]()
        for number, (part, one) in enumerate(zip(self._parts, found, strict=True)):
            if isinstance(one, Problem):
                problems.append(one)
                continue
            problems += one.problems
            if not one.series and not one.problems:
                texts = picture_loading_texts.NO_PICTURES, picture_loading_texts.NO_PICTURES_REMEDY
                problems.append(Problem("error", *texts, {"name": part.path}, part.path))
            shown += (self._made(number, part, series) for series in one.series)
        self._shown, self.problems, self._is_scanned = tuple(shown), tuple(problems), True
        self.scanned.emit()

    def _made(self, number: int, part: PicturePart, series: PictureSeries) -> ShownSeries:
        pictures = SeriesPictures(series, part.source.decode, self._pool)
        return ShownSeries(f"{number}/{series.key}", part.title, pictures, part.source)
