"""The studies with pictures that the lanes show, worked out anew only where something changed."""

import numpy as np

from viewer.model.annotation_set import AnnotationSet
from viewer.model.case import Case
from viewer.model.case_texts import Hit
from viewer.model.course_studies import CourseStudies, course_studies
from viewer.model.event_times import Flags
from viewer.model.noted_studies import ShownStudy
from viewer.session.session import Session
from viewer.ui.timeline.contents import number_of


class Studied:
    """Where studies stand in the lanes of a session, and what filter and search say of them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: tuple[Case, AnnotationSet, tuple[ShownStudy, ...], CourseStudies] | None = None
        self._found: tuple[tuple[Hit, ...], CourseStudies, Flags] | None = None

    @property
    def now(self) -> CourseStudies:
        """Where they stand in the disclosed case; the same value while nothing changes it."""
        case, annotations, last = self._session.case, self._session.annotations, self._last
        if last is not None and last[0] is case and last[1] is annotations:
            return last[3]
        shown = self._session.shown.studies(annotations)
        if last is None or last[0] is not case or last[2] != shown:
            found = course_studies(case, shown)
        else:
            found = last[3]
        self._last = case, annotations, shown, found
        return found

    @property
    def kept(self) -> Flags | None:
        """Tell of each event, statement and mark whether the filter keeps it; None without one."""
        session = self._session
        if not session.state.filter.is_on:
            return None
        kept = session.kept
        marks = np.array([kept.has_mark(mark) for mark in self.now.marks], dtype=np.bool_)
        return np.concatenate([kept.flags, marks])

    @property
    def left_out(self) -> frozenset[str]:
        """The ids of the marks of studies that the filter leaves out."""
        session = self._session
        if not session.state.filter.is_on:
            return frozenset()
        return frozenset(mark.id for mark in self.now.marks if not session.kept.has_mark(mark))

    @property
    def found(self) -> Flags | None:
        """Tell of each event, statement and mark whether it holds what is sought; None for none."""
        hits, studies = self._session.hits, self.now
        if not hits:
            return None
        if self._found is None or self._found[0] is not hits or self._found[1] is not studies:
            case, marks = self._session.case, studies.marks
            flags = np.zeros(len(case.events) + len(case.statements) + len(marks), dtype=np.bool_)
            numbers = (number_of(case, hit.id, marks) for hit in hits)
            flags[[number for number in numbers if number is not None]] = True
            self._found = hits, studies, flags
        return self._found[2]
