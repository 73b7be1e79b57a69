"""The studies to be shown: those of the case, and those that reviewers have added."""

from dataclasses import dataclass

from viewer.model.annotation_set import Annotation, AnnotationSet
from viewer.model.case import Case
from viewer.model.clinical import Study
from viewer.model.part import Evidence, Text


class ByAuthor(Evidence):
    """How a reviewer knows it, who is named in `place`: no source of the case tells it."""


@dataclass(frozen=True)
class ShownStudy:
    """A study as it is shown, whoever knows of it."""

    study: Study
    annotation: Annotation | None = None
    """The annotation that adds it, whose id it has; None for one of the case."""
    author: str = ""
    """The name of who added it: it is said wherever the study stands."""
    path: str | None = None
    """Where its pictures lie, as its author says; None for one of the case, which says it itself.

    Relative to the folder of the case or absolute, on the author's own computer; it may be missing
    here, and may lead anywhere."""


def studies_to_show(case: Case, annotations: AnnotationSet) -> tuple[ShownStudy, ...]:
    """Give the studies of a disclosed case, then those added, in the order of their days.

    Studies of one moment stay in that order.
    """
    own = [ShownStudy(study) for study in case.studies]
    added = [one for one in (_added(one, annotations) for one in annotations.with_study) if one]
    return tuple(sorted((*own, *added), key=lambda one: one.study.when.anchor))


def added_study(id_: str, annotations: AnnotationSet) -> ShownStudy | None:
    """Give the study that an annotation adds; None where it adds none, or is deleted."""
    one = annotations.annotations.get(id_)
    return None if one is None else _added(one, annotations)


def _added(one: Annotation, annotations: AnnotationSet) -> ShownStudy | None:
    given = None if one.content is None else one.content.study
    if given is None:
        return None
    author = annotations.authors[one.author]
    study = Study(
        id=one.id,
        title=Text(given.title),
        modality=given.modality,
        when=given.when,
        evidence=ByAuthor(kind="reported", source=author.id, place=_by(author.name)),
    )
    return ShownStudy(study, one, author.name, given.path)


def _by(name: str) -> Text:
    return Text({"en": f"added by {name}", "ja": f"{name}が追加"})
