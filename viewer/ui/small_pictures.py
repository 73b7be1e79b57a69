"""The small pictures of studies, as images that are painted beside their marks."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from viewer.geometry.small_pictures import Small
from viewer.io.case_store import OpenedCase
from viewer.model.clinical import Report, Study
from viewer.model.course_studies import Pictured
from viewer.model.noted_studies import ShownStudy
from viewer.model.pictures import PictureLimits
from viewer.session.session import Session
from viewer.session.thumbnails import Thumbnails


class SmallPictures(QObject):
    """Gives the small picture of a study once it has been made, which `came` tells."""

    came = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._opened: OpenedCase | None = None
        self._thumbnails = Thumbnails()
        self._thumbnails.came.connect(self.came)
        self._images: dict[int, tuple[Small, QImage]] = {}

    @property
    def is_ready(self) -> bool:
        """Whether none that is in sight is still to come."""
        return self._thumbnails.is_ready

    def of(self, pictured: Pictured) -> QImage | None:
        """Give the picture of a study; None where it is not there yet, or none can be shown."""
        opened = self._session.opened
        if opened is None:
            return None
        if opened is not self._opened:
            self._thumbnails.forget()
            self._images.clear()
            self._opened = opened
        limits = self._session.pictures.limits
        is_own = self._session.annotating.is_mine(pictured.part.id)
        make = partial(_made, opened, pictured, limits, is_own)
        small = self._thumbnails.of((*_key(pictured), limits), make)
        return None if small is None else self._image(small)

    def close(self) -> None:
        """Let go of what is under way."""
        self._thumbnails.forget()

    def _image(self, small: Small) -> QImage:
        known = self._images.get(id(small))
        if known is None:
            rows, columns, _ = small.shape
            data = small.tobytes()  # has to last until it is copied
            wrapped = QImage(data, columns, rows, 3 * columns, QImage.Format.Format_RGB888)
            known = self._images[id(small)] = small, wrapped.copy()
        return known[1]


def _key(pictured: Pictured) -> tuple[object, ...]:
    """Name a study with all that its pictures follow from: a horizon may hide some of them."""
    part, added = pictured
    files = part.images if isinstance(part, Study) else part.slides
    paths = tuple(one.path for one in files)
    return part.id, paths, tuple(figure.file for figure in part.figures), _where(added)


def _where(added: ShownStudy | None) -> tuple[str, tuple[str, ...]] | None:
    """Give where the pictures of an added study lie, and the keys of its series."""
    content = None if added is None or added.annotation is None else added.annotation.content
    if added is None or added.path is None or content is None or content.study is None:
        return None
    return added.path, content.study.series


def _made(
    opened: OpenedCase,
    pictured: Pictured,
    limits: PictureLimits,
    is_own: bool,
    is_cancelled: Callable[[], bool],
) -> Small | None:
    from viewer.io.study_files import AddedPictures, files_in_case
    from viewer.io.thumbnails import slide_thumbnail, thumbnail

    part, added = pictured
    where = _where(added)
    if added is not None and where is not None:
        files = AddedPictures(opened, where[0], added.author, is_own=is_own)
        return thumbnail([files], limits, is_cancelled, where[1])
    slides = [slide.path for slide in part.slides] if isinstance(part, Report) else []
    whole = slide_thumbnail(opened.assets, slides, limits, is_cancelled)
    if whole is not None:
        return whole
    return thumbnail(files_in_case(opened, part), limits, is_cancelled)
