"""What each reviewer has measured of lesions on pictures, and what it comes to."""

from collections.abc import Iterator
from typing import NamedTuple

from viewer.model.annotation import OnImage
from viewer.model.annotation_set import Annotation, AnnotationSet
from viewer.model.case import Case
from viewer.model.clinical import LARGEST_LESION_MM, Study
from viewer.model.lesion_series import SUM_ID, WorkedOut, sum_series
from viewer.model.lesions import Diameter, MeasuredStudy, measured_study
from viewer.model.noted_studies import ByAuthor, studies_to_show
from viewer.model.part import Text


class LesionShape(NamedTuple):
    """A shape that gives the diameter of a lesion on a picture of a study."""

    one: Annotation
    study: str
    diameter: Diameter


def lesion_shapes(annotations: AnnotationSet) -> Iterator[LesionShape]:
    """Give every shape that is a lesion's diameter; one without a length in mm is none.

    Nor is one that is longer than any lesion, or measured at the detector of a projection.
    """
    for one in annotations.shown:
        content = one.content
        measured = None if content is None else content.measured
        if content is None or measured is None or not isinstance(content.target, OnImage):
            continue
        length = measured.length_mm
        if measured.is_at_detector or measured.lesion is None or length is None:
            continue
        if length <= LARGEST_LESION_MM:
            diameter = Diameter(measured.lesion, length, measured.is_node)
            yield LesionShape(one, content.target.study, diameter)


def measured_by(author: str, case: Case, annotations: AnnotationSet) -> tuple[MeasuredStudy, ...]:
    """Give the studies in which an author has measured lesions; of two shapes the later counts."""
    found: dict[str, dict[str, LesionShape]] = {}
    for shape in lesion_shapes(annotations):
        if shape.one.author != author:
            continue
        of_study = found.setdefault(shape.study, {})
        known = of_study.get(shape.diameter.lesion)
        if known is None or known.one.versions[-1].stamp < shape.one.versions[-1].stamp:
            of_study[shape.diameter.lesion] = shape
    name = annotations.authors[author].name
    return tuple(
        _measured(shown.study, found[shown.study.id], name, author)
        for shown in studies_to_show(case, annotations)
        if shown.study.id in found
    )


def _measured(
    study: Study, shapes: dict[str, LesionShape], name: str, author: str
) -> MeasuredStudy:
    diameters = (shapes[lesion].diameter for lesion in sorted(shapes))
    place = Text({"en": f"measured by {name}", "ja": f"{name}が計測"})
    whole = measured_study(study, diameters)
    return MeasuredStudy(
        whole.title,
        whole.when,
        whole.diameters,
        ByAuthor(kind="derived", source=author, place=place),
    )


def noted_sums(case: Case, annotations: AnnotationSet) -> tuple[WorkedOut, ...]:
    """Give each author's sums of lesion diameters as a series of their own."""
    authors = dict.fromkeys(shape.one.author for shape in lesion_shapes(annotations))
    series = (
        sum_series(
            measured_by(author, case, annotations),
            f"{SUM_ID}-{author}",
            annotations.authors[author].name,
        )
        for author in authors
    )
    return tuple(one for one in series if one is not None)
