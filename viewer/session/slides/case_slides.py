"""The slides of the open case, each opened once."""

from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Signal

from viewer.io.case_store import OpenedCase
from viewer.io.slides.opening import SlideFiles
from viewer.io.slides.stored import OpenedSlide
from viewer.io.unreadable import UnreadableError
from viewer.model.problem import Problem
from viewer.session.session import Session
from viewer.session.work import Work


class CaseSlides(QObject):
    """Opens slides in the background, and lets go of all of them with the case, or its limits.

    Unpacking a slide of a .dayline file may take a while; one is opened after the other.
    """

    opened = Signal(str)
    """The slide of this name is there now, or it is known why it cannot be shown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._case: OpenedCase | None = None
        self._files: SlideFiles | None = None
        self._slides: dict[str, OpenedSlide | Problem | None] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        session.case_changed.connect(self._follow_case)
        session.pictures.limits_changed.connect(self.close)

    def slide(self, name: str) -> OpenedSlide | Problem | None:
        """Give a slide or why it cannot be shown; None while it is being opened, which asks for it.

        A slide that is given belongs to the case that is open now.
        """
        self._follow_case()
        files = self._files
        if files is not None and name not in self._slides:
            self._slides[name] = None
            work = Work(partial(_open, files, name))
            work.carrier.came.connect(self._on_came)
            self._pool.start(work)
        return self._slides.get(name)

    def close(self) -> None:
        """Let go of every slide, and remove what was unpacked."""
        self._pool.clear()
        for slide in self._slides.values():
            if isinstance(slide, OpenedSlide):
                slide.close()
        self._slides = {}
        if self._files is not None:
            self._pool.start(Work(self._files.close))  # after what is being unpacked
        self._case = self._files = None

    def _follow_case(self) -> None:
        case = self._session.opened
        if case is not self._case:
            self.close()
            self._case = case
            limits = self._session.pictures.limits
            self._files = None if case is None else SlideFiles(case.assets, limits)

    def _on_came(self, answer: tuple[SlideFiles, str, OpenedSlide | Problem]) -> None:
        files, name, slide = answer
        if files is not self._files:
            if isinstance(slide, OpenedSlide):
                slide.close()
            return
        self._slides[name] = slide
        self.opened.emit(name)


def _open(files: SlideFiles, name: str) -> tuple[SlideFiles, str, OpenedSlide | Problem]:
    try:
        return files, name, files.open(name)
    except UnreadableError as error:
        return files, name, error.problem
