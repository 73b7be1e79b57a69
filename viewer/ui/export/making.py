"""From an order to the bytes of a file; everything in it comes from a session cut beforehand."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from viewer.io.case_store import OpenedCase
from viewer.model.annotation_set import NO_ANNOTATIONS
from viewer.model.case import Case
from viewer.model.going_out import Standing, going_out, standing
from viewer.model.plain_evidence import without_evidence
from viewer.model.scene import Scene
from viewer.session.annotating.annotating import Annotating
from viewer.session.presenting.decks import show_scene
from viewer.session.session import Session
from viewer.ui.export import paper, sheets
from viewer.ui.export.choices import PT_PER_INCH, FigureChoices
from viewer.ui.export.data import DATA_MAKERS, annotations_of
from viewer.ui.export.figure import Figure
from viewer.ui.export.handout import Handout
from viewer.ui.export.order import DATA, FIGURES, SLIDES, Kind, Order
from viewer.ui.export.sheets import Paged
from viewer.ui.export.slide_show import slides_of
from viewer.ui.export.steps import Steps, run
from viewer.ui.export.summary import figure_sheet, summary

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
    return run(steps(opened, order))


def steps(opened: OpenedCase, order: Order) -> Steps[bytes]:
    """Make the file that is ordered a step at a time; raises what `made` raises."""
    session = session_for(opened, order)
    yield 0.0
    if order.words:
        found = yield partial(places_of, session, order)
        if found:
            raise StandsInItError(found)
    is_pages = order.kind in ("handout", "summary")
    make = _PAGES.get(order.kind) if is_pages else _MAKERS.get(order.ending)
    if make is None:
        raise CannotBeMadeError(translate("Export", "No export has this ending."))
    if order.kind in ("data", "slides"):  # nothing of it is painted
        data: bytes = yield partial(make, session, order)
        return data
    made = make(session, order)
    return made if isinstance(made, bytes) else (yield from made)


def _told(session: Session, order: Order) -> Case:
    """Give the case with all that is told of it, in which words are looked for."""
    opened = session.opened
    if opened is None or order.kind not in ("slides", "handout") or not opened.case.deck:
        return session.case
    return session.case.model_copy(update={"deck": scenes_told(opened, order)})


def places_of(session: Session, order: Order) -> tuple[Standing, ...]:
    """Give each place where a word stands that must not go out."""
    takes_along = order.has_annotations and order.ending == ".dayline"
    noted = annotations_of(session) if takes_along else NO_ANNOTATIONS
    return tuple(standing(_told(session, order), order.words, noted))


def endings_of(kind: Kind) -> tuple[str, ...]:
    """Give the endings of the files of a kind that can be made."""
    if kind in ("handout", "summary"):
        return (".pdf",) if kind in _PAGES else ()
    of_kind = {"figure": FIGURES, "slides": SLIDES, "data": DATA}[kind]
    return tuple(one for one in of_kind if one in _MAKERS and one != ".tif")


def session_for(opened: OpenedCase, order: Order, scene: Scene | None = None) -> Session:
    """Give a session of its own on the case as it may go out, cut to the horizon.

    It shows the scene that is ordered, or this one.
    """
    cut = going_out(opened.case, keeps_identity=order.keeps_identity)
    nobody = QObject()
    case = cut.case if order.choices.has_evidence else without_evidence(cut.case)
    session = Session(
        replace(opened, case=case),
        order.language,
        annotating=Annotating(nobody, lambda: None),
    )
    nobody.setParent(session)
    if scene is None:
        scene = order.shown
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
    if order.scene is not None:
        deck = (_scene(deck, order.scene),)
    if not deck:
        raise CannotBeMadeError(translate("Export", "The case has no scenes."))
    told = tuple(one for one in deck if horizon is None or not _is_later(one.horizon, horizon))
    if not told:
        words = translate("Export", "No scene of the case ends by day {day}.")
        raise CannotBeMadeError(words.format(day=horizon))
    return told


def pages_of(opened: OpenedCase, order: Order) -> Paged:
    """Give the sheets of a handout or a summary, or a figure on one, as for print.

    They are laid out one by one as they are asked for. Raises CannotBeMadeError; words that must
    not go out are not looked for.
    """
    if order.is_deck:
        handout = Handout(
            scenes_told(opened, order),
            partial(session_for, opened, order),
            order.language,
            order.choices,
            per_page=order.per_page,
            has_notes=order.has_notes,
        )
        return Paged(handout.title, handout.pages(), handout.count)
    lay_out = summary if order.is_summary else figure_sheet
    sheet = lay_out(session_for(opened, order), _choices(order))
    return Paged(sheet.running.title, iter([sheet]), 1)


def _scene(deck: tuple[Scene, ...], place: int) -> Scene:
    if not 0 <= place < len(deck):
        words = translate("Export", "The deck has {count} scenes.")
        raise CannotBeMadeError(words.format(count=len(deck)))
    return deck[place]


def _is_later(horizon: int | None, than: int) -> bool:
    return horizon is None or horizon > than


# -- figures ----------------------------------------------------------------------------------


def _vector(
    session: Session, order: Order, write: Callable[[Figure], Steps[bytes]], *, is_opaque: bool
) -> Steps[bytes]:
    figure = Figure(session, _choices(order), paper.DOTS_PER_PT, is_opaque=is_opaque)
    yield 0.3
    return (yield from write(figure))


def _raster(
    session: Session, order: Order, write: Callable[[Figure, int], Steps[bytes]]
) -> Steps[bytes]:
    figure = Figure(session, _choices(order), order.dots_per_inch / PT_PER_INCH)
    yield 0.1
    try:
        return (yield from write(figure, order.dots_per_inch))
    except paper.TooLargeError:
        words = translate(
            "Export", "The picture would be too large: choose fewer dots or a smaller width."
        )
        raise CannotBeMadeError(words) from None


def _choices(order: Order) -> FigureChoices:
    """Give what a figure shows; a scene brings its own days."""
    has_scene = order.scene is not None or order.shown is not None
    return replace(order.choices, keeps_window=has_scene and order.choices.days is None)


# -- scenes -----------------------------------------------------------------------------------


def _pages(session: Session, order: Order) -> Steps[bytes]:
    opened = session.opened
    assert opened is not None  # an export is of a case
    return (yield from sheets.pdf_steps(pages_of(opened, order)))


def _slides(session: Session, order: Order) -> bytes:
    opened = session.opened
    assert opened is not None  # an export is of a case
    return slides_of(session, order, scenes_told(opened, order))


Make = Callable[[Session, Order], bytes | Steps[bytes]]
"""Makes a file at once, or in steps: see `steps.Steps`. What makes data runs in the background."""
_MAKERS: dict[str, Make] = {
    ".svg": partial(_vector, write=paper.svg_steps, is_opaque=False),
    ".pdf": partial(_vector, write=paper.pdf_steps, is_opaque=True),
    ".png": partial(_raster, write=paper.png_steps),
    ".tiff": partial(_raster, write=paper.tiff_steps),
    ".tif": partial(_raster, write=paper.tiff_steps),
    ".pptx": _slides,
    **DATA_MAKERS,
}
_PAGES: dict[Kind, Make] = {"handout": _pages, "summary": _pages}
"""What makes handouts and summaries, which are PDF as a figure may be."""
