"""From an order to the bytes of a file; everything in it comes from a session cut beforehand."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from viewer.io.case_store import OpenedCase
from viewer.model.going_out import Standing, going_out, standing
from viewer.model.scene import Scene
from viewer.session.annotating.annotating import Annotating
from viewer.session.presenting.decks import show_scene
from viewer.session.session import Session
from viewer.ui.export import paper
from viewer.ui.export.choices import PT_PER_INCH, FigureChoices
from viewer.ui.export.data import DATA_MAKERS
from viewer.ui.export.figure import Figure
from viewer.ui.export.order import Order

translate = QCoreApplication.translate


class StandsInItError(Exception):
    """Words that must not go out stand in what would."""

    def __init__(self, found: tuple[Standing, ...]) -> None:
        super().__init__(", ".join(sorted({one.word for one in found})))
        self.found = found


class CannotBeMadeError(Exception):
    """An order that no file can be made of; says why, in the language of the window."""


def made(opened: OpenedCase, order: Order) -> bytes:
    """Give the file that is ordered.

    Raises StandsInItError for words that must not go out, and CannotBeMadeError.
    """
    session = session_for(opened, order)
    found = tuple(standing(session.case, order.words))
    if found:
        raise StandsInItError(found)
    make = _MAKERS.get(order.ending)
    if make is None:
        raise CannotBeMadeError(translate("Export", "No export has this ending."))
    return make(session, order)


def session_for(opened: OpenedCase, order: Order) -> Session:
    """Give a session of its own on the case as it may go out, cut to the horizon."""
    cut = going_out(opened.case, keeps_identity=order.keeps_identity)
    nobody = QObject()
    session = Session(
        replace(opened, case=cut.case),
        order.language,
        annotating=Annotating(nobody, lambda: None),
    )
    nobody.setParent(session)
    if order.scene is not None:
        show_scene(session, _scene(cut.case.deck, order.scene), is_on_stage=True)
    if order.horizon is not None and _is_later(session.state.horizon, order.horizon):
        session.hide_after(order.horizon)
    return session


def _scene(deck: tuple[Scene, ...], place: int) -> Scene:
    if not 0 <= place < len(deck):
        words = translate("Export", "The deck has {count} scenes.")
        raise CannotBeMadeError(words.format(count=len(deck)))
    return deck[place]


def _is_later(horizon: int | None, than: int) -> bool:
    return horizon is None or horizon > than


# -- figures ----------------------------------------------------------------------------------


def _vector(
    session: Session, order: Order, write: Callable[[Figure], bytes], *, is_opaque: bool
) -> bytes:
    return write(Figure(session, _choices(order), paper.DOTS_PER_PT, is_opaque=is_opaque))


def _raster(session: Session, order: Order, write: Callable[[Figure, int], bytes]) -> bytes:
    figure = Figure(session, _choices(order), order.dots_per_inch / PT_PER_INCH)
    return write(figure, order.dots_per_inch)


def _choices(order: Order) -> FigureChoices:
    """Give what a figure shows; a scene brings its own days."""
    return replace(order.choices, keeps_window=order.scene is not None)


Make = Callable[[Session, Order], bytes]
_MAKERS: dict[str, Make] = {
    ".svg": partial(_vector, write=paper.svg_bytes, is_opaque=False),
    ".pdf": partial(_vector, write=paper.pdf_bytes, is_opaque=True),
    ".png": partial(_raster, write=paper.png_bytes),
    ".tiff": partial(_raster, write=paper.tiff_bytes),
    ".tif": partial(_raster, write=paper.tiff_bytes),
    **DATA_MAKERS,
}
