"""Figures of studies and reports: the picture, or that it is not included."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal
from PySide6.QtGui import QImage

from viewer.io.case_store import OpenedCase
from viewer.io.unreadable import AssetUnreadableError
from viewer.model.clinical import Figure
from viewer.session.session import Session
from viewer.session.work import Work
from viewer.ui.panels.telling import Telling
from viewer.ui.widgets.block import Block, Line
from viewer.ui.widgets.picture import Boxed, Picture, read_picture
from viewer.ui.words.joining import labelled

translate = QCoreApplication.translate


LONGEST_FILE = 64 * 1024 * 1024
"""A longer file is no picture for a panel (bytes)."""


class Pictures(QObject):
    """The figures of the open case, each read once, in the background."""

    came = Signal()
    """One more is there, or turns out not to be."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._opened: OpenedCase | None = None
        self._images: dict[str, QImage | None] = {}
        self._awaited = set[str]()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @property
    def is_ready(self) -> bool:
        """Whether none is still to come."""
        return not self._awaited

    def is_awaited(self, file: str) -> bool:
        """Tell whether a picture is still to come."""
        return file in self._awaited

    def image(self, file: str) -> QImage | None:
        """Give a picture of the case; None while it is read, and where it cannot be shown."""
        opened = self._session.opened
        if opened is not self._opened:
            self._pool.clear()
            self._awaited.clear()
            self._opened, self._images = opened, {}
        if opened is not None and file not in self._images and file not in self._awaited:
            self._awaited.add(file)
            job = Work(partial(_read, opened, file))
            job.carrier.came.connect(self._on_came)
            self._pool.start(job)
        return self._images.get(file)

    def _on_came(self, answer: tuple[OpenedCase, str, QImage | None]) -> None:
        opened, file, image = answer
        if opened is self._opened and file in self._awaited:
            self._awaited.discard(file)
            self._images[file] = image
            self.came.emit()


def _read(opened: OpenedCase, file: str) -> tuple[OpenedCase, str, QImage | None]:
    try:
        return opened, file, read_picture(opened.assets.read(file, LONGEST_FILE))
    except AssetUnreadableError:
        return opened, file, None


def figure_blocks(
    telling: Telling, figures: tuple[Figure, ...], pictures: Pictures
) -> tuple[Block, ...]:
    """Show the figures that are there; say of the others that they are not."""
    blocks: list[Block] = []
    absent = tuple(figure for figure in figures if figure.file is None)
    if absent:
        blocks.append(_absent(telling, absent))
    for figure in figures:
        if figure.file is not None:
            blocks.append(_there(telling, figure, figure.file, pictures))
    return tuple(blocks)


def _absent(telling: Telling, figures: tuple[Figure, ...]) -> Block:
    words = (
        translate("Figures", "Picture not included in the source")
        if len(figures) == 1
        else translate("Figures", "Pictures not included in the source")
    )
    lines = [Line(words, ink="ink_2"), *(_caption(telling, figure) for figure in figures)]
    return Boxed(tuple(lines), is_centred=True)


def _there(telling: Telling, figure: Figure, file: str, pictures: Pictures) -> Block:
    image = pictures.image(file)
    if pictures.is_awaited(file):
        words = translate("Figures", "Reading {file}…").format(file=file)
        return Boxed((Line(words, ink="ink_3"), _caption(telling, figure)), is_centred=True)
    if image is not None:
        label = telling.words(figure.label)
        return Picture(file, label, _caption(telling, figure), image)
    words = translate("Figures", "Missing picture: {file} cannot be read").format(file=file)
    lines = (Line(words, ink="ink_2"), _caption(telling, figure))
    return Boxed(lines, is_centred=True)


def _caption(telling: Telling, figure: Figure) -> Line:
    words = labelled(telling.words(figure.label), telling.words(figure.caption))
    return telling.line(words, role="small", ink="ink_3")
