"""What of the case and of its annotations may be shown, and where those stand."""

from collections.abc import Callable

from viewer.model.annotation_places import disclosed
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet
from viewer.model.case import Case
from viewer.model.disclosure import disclose
from viewer.model.lesion_series import with_sums_of
from viewer.model.noted_lesions import noted_sums
from viewer.model.noted_studies import ShownStudy, studies_to_show
from viewer.model.standing import PlaceBook
from viewer.session.annotating.keeping import Keeping


class Shown:
    """Works it out for a case and what is kept of it, anew only where something has changed."""

    def __init__(self, whole: Case, keeping: Callable[[], Keeping | None]) -> None:
        self._keeping = keeping
        self.open(whole)

    def open(self, whole: Case) -> None:
        """Show all of a case, and let go of what was shown of the one before."""
        self.whole = whole
        self._told: tuple[AnnotationSet, Case, AnnotationSet] | None = None
        self._studies: tuple[AnnotationSet, Case, tuple[ShownStudy, ...]] | None = None
        self._places: PlaceBook | None = None
        self.disclose(None)

    def disclose(self, horizon: int | None) -> Case:
        """Show the case as it may be known at a horizon, and give it."""
        self.case = self._disclosed = disclose(self.whole, horizon)
        """With what the annotations come to, once those were taken."""
        return self.case

    def take(self, annotations: AnnotationSet) -> bool:
        """Put into the case the series that annotations come to; tell whether it is another."""
        sums = noted_sums(self._disclosed, annotations)
        case = with_sums_of(self._disclosed, sums)
        is_other = case.series != self.case.series
        if is_other:
            self.case = case
        return is_other

    def told(self, horizon: int | None) -> AnnotationSet:
        """Give the annotations that may be shown with the case, disclosed at this horizon."""
        keeping, known, case = self._keeping(), self._told, self._disclosed
        whole = NO_ANNOTATIONS if keeping is None else keeping.annotations
        if known is None or known[0] is not whole or known[1] is not case:
            known = self._told = whole, case, disclosed(whole, case, horizon)
        return known[2]

    def studies(self, annotations: AnnotationSet) -> tuple[ShownStudy, ...]:
        """Give every study to be shown: the case's, and those of annotations told with it."""
        known, case = self._studies, self.case
        if known is None or known[0] is not annotations or known[1] is not case:
            known = self._studies = annotations, case, studies_to_show(case, annotations)
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
