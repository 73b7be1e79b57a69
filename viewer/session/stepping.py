"""Going from event to event in a session, and to the studies that stand among them."""

from viewer.model.course_steps import step_in_course
from viewer.model.course_studies import course_studies
from viewer.model.event import Event
from viewer.session.session import Session


def step(session: Session, steps: int) -> None:
    """Select the next (previous, where negative) event or mark that the filter keeps."""
    state, kept = session.state, session.kept
    found = step_in_course(
        session.case,
        [mark for mark in marks_of(session) if kept.has_mark(mark)],
        (state.selection, state.cursor),
        steps,
        kept.events,
    )
    if found is not None:
        session.select(found.id)


def marks_of(session: Session) -> tuple[Event, ...]:
    """Give the marks of the studies that no event stands for."""
    return course_studies(session.case, session.shown.studies(session.annotations)).marks
