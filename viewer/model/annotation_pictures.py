"""Where on the pictures of a case an annotation stands, and whether they are told."""

import re

from viewer.model.annotating import root_of
from viewer.model.annotation import OnImage, OnSlide, Target
from viewer.model.annotation_set import AnnotationSet
from viewer.model.case import Case
from viewer.model.clinical import Report, Study
from viewer.model.part import words_of
from viewer.model.time import Instant, Interval, Span

PLAIN_PICTURES = (".png", ".jpg", ".jpeg")
"""How files end that are one plain picture each."""
_ANNOTATION_ID = re.compile(r"[0-9a-f]{12}-[0-9a-f]{16}")


def days_of_picture(
    target: OnImage | OnSlide, case: Case, annotations: AnnotationSet
) -> Span | None:
    """Give the day of the study or the report whose picture it is."""
    pictured = pictured_part(target, case)
    if pictured is not None:
        return Span(pictured.when.anchor, pictured.when.anchor)
    added = annotations.content(target.study) if isinstance(target, OnImage) else None
    return None if added is None or added.study is None else shown_span(added.study.when)


def pictured_part(target: OnImage | OnSlide, case: Case) -> Study | Report | None:
    """Give the study or the report of the case whose picture it is; None where it has none."""
    if isinstance(target, OnImage):
        return next((one for one in case.studies if one.id == target.study), None)
    return next((one for one in case.reports if one.id == target.report), None)


def pictured_id(id_: str | None, annotations: AnnotationSet) -> str | None:
    """Give the study or the report on whose picture an annotation is, or the study that it adds.

    An answer is where its thread is. None for all other annotations, and for no annotation.
    """
    content = None if id_ is None else annotations.content(root_of(annotations, id_))
    match None if content is None else content.target:
        case OnImage(study=study):
            return study
        case OnSlide(report=report):
            return report
    is_study = content is not None and content.study is not None
    return root_of(annotations, id_) if is_study and id_ is not None else None


def picture_names(
    target: OnImage | OnSlide, case: Case, annotations: AnnotationSet, language: str
) -> tuple[str, ...]:
    """Name the study, or the report and its slide; none where there is no such thing any more.

    The name of a picture itself tells a person nothing, and may be long.
    """
    found = pictured_part(target, case)
    if found is not None:
        slide = _slide_name(target, found, language) if isinstance(target, OnSlide) else ""
        return tuple(name for name in (words_of(found.title).pick(language), slide) if name)
    added = annotations.content(target.study) if isinstance(target, OnImage) else None
    return () if added is None or added.study is None else (added.study.title,)


def _slide_name(target: OnSlide, found: Study | Report, language: str) -> str:
    slides = found.slides if isinstance(found, Report) else ()
    slide = next((one for one in slides if one.path == target.slide), None)
    named = None if slide is None else slide.title or slide.stain
    return "" if named is None else named.pick(language)


def shown_span(when: Instant | Interval) -> Span:
    """Give the days between the marks of a time."""
    first = last = when.anchor
    if isinstance(when, Interval) and isinstance(when.end, Instant):
        last = max(when.end.anchor, first)
    return Span(first, last)


def is_picture_told(target: OnImage | OnSlide, case: Case) -> bool:
    """Tell whether the disclosed case has the picture, as far as its name tells.

    Which file a DICOM picture stands in is not known here, so that one of a study is told with any
    DICOM of it. Whether an added study is told, its own annotation says.
    """
    found = pictured_part(target, case)
    if isinstance(target, OnSlide):
        return isinstance(found, Report) and target.slide in {one.path for one in found.slides}
    if not isinstance(found, Study):
        return id_of_added(target) is not None
    paths = [one.path for one in found.images]
    paths += [one.file for one in found.figures if one.file is not None]
    return any(_may_hold(path, target.picture) for path in paths)


def _may_hold(path: str, picture: str) -> bool:
    """Tell whether a picture may stand in a file or below a folder of a case."""
    is_plain = path.lower().endswith(PLAIN_PICTURES)
    return not is_plain or picture == path


def id_of_added(target: Target) -> str | None:
    """Give the annotation that adds the study whose picture it is; None for a study of the case."""
    if not isinstance(target, OnImage) or _ANNOTATION_ID.fullmatch(target.study) is None:
        return None
    return target.study
