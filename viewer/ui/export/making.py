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
from viewer.ui.export import paper, sheets
from viewer.ui.export.choices import PT_PER_INCH, FigureChoices
from viewer.ui.export.data import DATA_MAKERS
from viewer.ui.export.figure import Figure
from viewer.ui.export.handout import Handout, Progress
from viewer.ui.export.order import Order
from viewer.ui.export.summary import summary

translate = QCoreApplication.translate


class StandsInItError(Exception):
    """Words that must not go out stand in what would."""

    def __init__(self, found: tuple[Standing, ...]) -> None:
        super().__init__(", ".join(sorted({one.word for one in found})))
        self.found = found


class CannotBeMadeError(Exception):
    """An order that no file can be made of; says why, in the language of the window."""


def made(opened: OpenedCase, order: Order, progress: Progress = lambda *_: None) -> bytes:
    """Give the file that is ordered; `progress` may raise to stop what takes long.

    Raises StandsInItError for words that must not go out, and CannotBeMadeError.
    """
    session = session_for(opened, order)
    found = tuple(standing(session.case, order.words))
    if found:
        raise StandsInItError(found)
    if order.ending == ".pdf" and order.is_deck:
        handout = handout_of(opened, order)
        return sheets.pdf_of(handout.pages(progress), handout.title)
    if order.ending == ".pdf" and order.is_summary:
        sheet = summary_of(session, order)
        return sheets.pdf_of([sheet], sheet.running.title)
    make = _MAKERS.get(order.ending)
    if make is None:
        raise CannotBeMadeError(translate("Export", "No export has this ending."))
    return make(session, order)


def session_for(opened: OpenedCase, order: Order, scene: Scene | None = None) -> Session:
    """Give a session of its own on the case as it may go out, cut to the horizon.

    It shows the scene that is ordered, or this one.
    """
    cut = going_out(opened.case, keeps_identity=order.keeps_identity)
    nobody = QObject()
    session = Session(
        replace(opened, case=cut.case),
        order.language,
        annotating=Annotating(nobody, lambda: None),
    )
    nobody.setParent(session)
    if scene is None and order.scene is not None:
        scene = _scene(cut.case.deck, order.scene)
    if scene is not None:
        show_scene(session, scene, is_on_stage=True)
    if order.horizon is not None and _is_later(session.state.horizon, order.horizon):
        session.hide_after(order.horizon)
    return session


def scenes_told(opened: OpenedCase, order: Order) -> tuple[Scene, ...]:
    """Give the scenes of the case that may be told; raises CannotBeMadeError where there are none.

    Below a horizon there is none that goes beyond it: its title may speak of all that it shows.
    """
    deck, horizon = opened.case.deck, order.horizon
    if not deck:
        raise CannotBeMadeError(translate("Export", "The case has no scenes."))
    told = tuple(one for one in deck if horizon is None or not _is_later(one.horizon, horizon))
    if not told:
        words = translate("Export", "No scene of the case ends by day {day}.")
        raise CannotBeMadeError(words.format(day=horizon))
    return told


def handout_of(opened: OpenedCase, order: Order) -> Handout:
    """Give the handout that is ordered, its sheets still to be laid out."""
    showing = partial(session_for, opened, order)
    return Handout(
        scenes_told(opened, order),
        showing,
        order.language,
        order.choices,
        per_page=order.per_page,
        has_notes=order.has_notes,
    )


def summary_of(session: Session, order: Order) -> sheets.Sheet:
    """Give the one sheet that is ordered."""
    return summary(session, order.choices)


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
