"""A deck as slides: each scene from the case as it may be told at the scene's own horizon."""

from functools import partial

from viewer.io.case_store import OpenedCase
from viewer.io.unreadable import UnreadableError
from viewer.model.case import Case
from viewer.model.disclosure import disclose
from viewer.model.scene import Scene
from viewer.session.session import Session
from viewer.ui.export.order import Order
from viewer.ui.words.slide_words import slide_words


def slides_of(session: Session, order: Order, scenes: tuple[Scene, ...]) -> bytes:
    """Give the slides of these scenes.

    Nothing after the session's own horizon is told, whatever a scene's is.
    """
    from viewer.io.exporters.slides.writing import slides

    opened, last = session.opened, session.state.horizon
    assert opened is not None  # an export is of a case
    return slides(
        partial(_case_at, opened.case, last),
        scenes,
        slide_words(order.language),
        is_wide=order.is_wide,
        has_notes=order.has_notes,
        picture=partial(_picture, opened),
    )


def _case_at(whole: Case, last: int | None, horizon: int | None) -> Case:
    ends = [day for day in (last, horizon) if day is not None]
    return disclose(whole, min(ends, default=None))


def _picture(opened: OpenedCase, name: str) -> bytes | None:
    try:
        return opened.assets.read(name)
    except UnreadableError:
        return None
