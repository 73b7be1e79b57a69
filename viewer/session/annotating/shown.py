"""What of the annotations may be shown with the case as it is disclosed, and where it stands."""

from collections.abc import Callable

from viewer.model.annotation_places import disclosed
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet
from viewer.model.case import Case
from viewer.model.standing import PlaceBook
from viewer.session.annotating.keeping import Keeping


class Shown:
    """Works it out for what is kept, anew only where something has changed."""

    def __init__(self, keeping: Callable[[], Keeping | None]) -> None:
        self._keeping = keeping
        self._told: tuple[AnnotationSet, Case, AnnotationSet] | None = None
        self._places: PlaceBook | None = None

    def forget(self) -> None:
        """Let go of what was shown of the case before."""
        self._told = self._places = None

    def told(self, case: Case, horizon: int | None) -> AnnotationSet:
        """Give the annotations that may be shown with a case disclosed at a horizon."""
        keeping, known = self._keeping(), self._told
        whole = NO_ANNOTATIONS if keeping is None else keeping.annotations
        if known is None or known[0] is not whole or known[1] is not case:
            known = self._told = whole, case, disclosed(whole, case, horizon)
        return known[2]

    def places(self, case: Case) -> PlaceBook:
        """Give where annotations stand in a case, which is the whole one or a disclosed one."""
        keeping = self._keeping()
        read = None if keeping is None else keeping.read
        if read is not None and read.places.case is case:
            return read.places  # it was filled in the background
        if self._places is None or self._places.case is not case:
            self._places = PlaceBook(case)
        return self._places
