"""The pictures of the studies that a session shows, the case's and those of reviewers alike."""

from viewer.model.clinical import Study
from viewer.session.pictures.study import StudyPictures
from viewer.session.session import Session


def pictures_of(session: Session, study: Study | None) -> StudyPictures | None:
    """Give the pictures of a disclosed study, which begin to be found; None without any."""
    opened, shelf = session.opened, session.pictures
    shown = session.shown.studies(session.annotations)
    added = next((one for one in shown if one.study == study and one.path is not None), None)
    if opened is None or added is None:
        return shelf.of_study(opened, study)
    return shelf.of_added(opened, added, is_own=session.annotating.is_mine(added.study.id))


def pictured_studies(session: Session) -> tuple[Study, ...]:
    """Give the studies that have pictures and may be shown, in the order of their days."""
    shown = session.shown.studies(session.annotations)
    return tuple(one.study for one in shown if one.study.images or one.path is not None)
