"""The pictures of the open case: those of a few series are kept, within a budget of memory."""

from collections import OrderedDict

from PySide6.QtCore import QObject, QThread, QThreadPool, Signal

from viewer.io.case_store import OpenedCase
from viewer.io.pictures.files import CasePictures
from viewer.io.study_files import AddedPictures
from viewer.model.clinical import Study
from viewer.model.noted_studies import ShownStudy
from viewer.model.pictures import PictureLimits
from viewer.model.scene import SeenPicture
from viewer.session.pictures.series import SeriesPictures
from viewer.session.pictures.source import PictureSource
from viewer.session.pictures.study import PicturePart, ShownSeries, StudyPictures

Key = tuple[str, tuple[object, ...]]
KEPT_BYTES = 1024 * 1024 * 1024
"""Pictures that nobody looks at are kept up to this much memory."""

PATIENCE_MS = 3_000
"""At the end a worker that still reads a file is waited for so long."""


class PictureShelf(QObject):
    """Gives the pictures of each study; of another case, anew."""

    limits_changed = Signal()
    """Larger or smaller pictures are shown from now on: all are to be asked for again."""

    def __init__(self, kept_bytes: int = KEPT_BYTES) -> None:
        super().__init__()
        self._kept_bytes = kept_bytes
        self._limits = PictureLimits()
        self._seen: SeenPicture | None = None
        self._opened: OpenedCase | None = None
        self._studies: dict[Key, StudyPictures] = {}
        self._last: OrderedDict[SeriesPictures, None] = OrderedDict()
        """The series that were looked at, the last one at the end."""
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setThreadPriority(QThread.Priority.LowPriority)

    def note(self, seen: SeenPicture | None) -> None:
        """Remember which picture the window shows; None for none."""
        self._seen = seen

    @property
    def seen(self) -> SeenPicture | None:
        """The picture that the window showed last; None where there is none."""
        return self._seen

    @property
    def limits(self) -> PictureLimits:
        """What is decoded at most."""
        return self._limits

    def set_limits(self, limits: PictureLimits) -> None:
        """Decode no more than this from now on."""
        if limits != self._limits:
            self._limits = limits
            self.forget()
            self.limits_changed.emit()

    def of_study(self, opened: OpenedCase | None, study: Study | None) -> StudyPictures | None:
        """Give the pictures of a disclosed study, which begin to be found; None without any.

        Those of another case are dropped.
        """
        self._turn_to(opened)
        if opened is None or study is None or not study.images:
            return None
        parts = [
            PicturePart(self._source(opened, images.path), images.path, images.title)
            for images in study.images
        ]
        return self._begun((study.id, tuple(images.path for images in study.images)), parts)

    def of_added(
        self, opened: OpenedCase, shown: ShownStudy, *, is_own: bool
    ) -> StudyPictures | None:
        """Give the pictures of a study that a reviewer has added; None where nobody says where."""
        self._turn_to(opened)
        content = None if shown.annotation is None else shown.annotation.content
        if content is None or content.study is None or shown.path is None:
            return None
        files = AddedPictures(opened, shown.path, shown.author, is_own=is_own)
        keys = content.study.series
        part = PicturePart(PictureSource(files, self._limits, keys), shown.path)
        return self._begun((shown.study.id, (shown.path, keys)), [part])

    def _turn_to(self, opened: OpenedCase | None) -> None:
        if opened is not self._opened:
            self.forget()
            self._opened = opened

    def _begun(self, key: Key, parts: list[PicturePart]) -> StudyPictures:
        if key not in self._studies:
            self._studies[key] = StudyPictures(parts, self._pool)
        found = self._studies[key]
        found.begin()
        return found

    def look_at(self, shown: ShownSeries, index: int) -> None:
        """Decode a series around a picture; what was not looked at the longest may have to go."""
        pictures = shown.pictures
        self._last[pictures] = None
        self._last.move_to_end(pictures)
        self._make_room(pictures)
        pictures.look_at(index)

    def _make_room(self, pictures: SeriesPictures) -> None:
        """Let go of other series, for as long as all would take more than may be kept."""
        wanted = sum(frame.decoded_bytes for frame in pictures.series.frames)
        others = [one for one in self._last if not one.is_wanted and one is not pictures]
        for one in others:
            held = sum(each.held_bytes for each in self._last if each is not pictures)
            if held + wanted <= self._kept_bytes:
                return
            one.forget()
            del self._last[one]

    def forget(self) -> None:
        """Drop all pictures, and what is on its way."""
        self._pool.clear()
        for study in self._studies.values():
            study.forget()
        self._studies.clear()
        self._last.clear()
        self._opened = self._seen = None

    def finish(self) -> None:
        """Drop all pictures, and wait a little until the worker has let go of them."""
        self.forget()
        self._pool.waitForDone(PATIENCE_MS)

    def _source(self, opened: OpenedCase, path: str) -> PictureSource:
        return PictureSource(CasePictures(opened.assets, path), self._limits)
