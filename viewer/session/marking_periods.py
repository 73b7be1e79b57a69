"""Marking the days of a part as a period to compare."""

from functools import partial

from viewer.model import measuring
from viewer.model.course import Anchored, part
from viewer.session.session import Session


def use_as_period(session: Session, id_: str) -> None:
    """Mark the days that a part may take, as far as they are disclosed, as a period."""
    chosen = part(session.case, id_)
    if isinstance(chosen, Anchored):
        session.apply(partial(measuring.add_period, span=chosen.when.span))
