"""A case as it leaves the program: without what tells who it is, and what a person must check.

Nothing here makes a case anonymous. It takes out what is known to tell a person, says what was
taken out, and finds the words that the person who exports knows must not go out.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from viewer.model.annotation import Content
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet
from viewer.model.case import Case
from viewer.model.events import Events
from viewer.model.part import Part
from viewer.model.problem_texts import QT_TRANSLATE_NOOP
from viewer.model.same_text import fold

OLDEST: Final = 89
"""Ages above it are told as "90 or older": so few are so old that it tells who they are."""

DATE_TAKEN_OUT: Final = QT_TRANSLATE_NOOP("GoingOut", "The calendar date of day zero")
AGE_POOLED: Final = QT_TRANSLATE_NOOP("GoingOut", "An age above 89, told as 90 or older")
TO_CHECK: Final = (
    QT_TRANSLATE_NOOP(
        "GoingOut", "Names, numbers, places and dates in titles, texts, notes and sources"
    ),
    QT_TRANSLATE_NOOP("GoingOut", "Pictures: what is written or recognisable in them"),
    QT_TRANSLATE_NOOP("GoingOut", "Rare events that tell who it is together"),
)
"""What only a person can check."""


class GoingOut(NamedTuple):
    """A case that may be exported."""

    case: Case
    removed: tuple[str, ...]
    """What was taken out or made less exact, each as a text of this module."""


class Standing(NamedTuple):
    """A word that must not go out, and where it stands."""

    word: str
    part: str
    """The id of the part of the case, or its name in the format, such as "subject"."""
    text: str
    """The words around it."""


def going_out(case: Case, *, keeps_identity: bool = False) -> GoingOut:
    """Give a disclosed case without its calendar date and without an age above 89."""
    if keeps_identity:
        return GoingOut(case, ())
    removed, changes = list[str](), dict[str, Part]()
    if case.day_zero.date is not None:
        removed.append(DATE_TAKEN_OUT)
        changes["day_zero"] = case.day_zero.model_copy(update={"date": None})
    age = case.subject.age_years
    if age is not None and age > OLDEST:
        removed.append(AGE_POOLED)
        pooled = {"age_years": OLDEST + 1.0, "is_age_least": True}
        changes["subject"] = case.subject.model_copy(update=pooled)
    return GoingOut(case.model_copy(update=changes) if changes else case, tuple(removed))


def pictures_staying(case: Case) -> tuple[str, ...]:
    """Give the pictures of studies and slides that a case names, which go into no export of it."""
    studied = (one.path for study in case.studies for one in study.images)
    slides = (one.path for report in case.reports for one in report.slides)
    return tuple(dict.fromkeys((*studied, *slides)))


def content_going_out(content: Content) -> Content:
    """Give what an annotation says without where on its author's computer pictures lie."""
    if content.study is None:
        return content
    placeless = {"path": None, "series": ()}
    return content.model_copy(update={"study": content.study.model_copy(update=placeless)})


def standing(
    case: Case, words: Iterable[str], annotations: AnnotationSet = NO_ANNOTATIONS
) -> Iterator[Standing]:
    """Give each place where one of these words stands, however it is written; in ids, too.

    `annotations` are what goes out of them besides the case.
    """
    sought = [(word, folded) for word in words if (folded := fold(word))]
    if not sought:
        return
    for name, text in (*_texts(case), *_noted(annotations)):
        folded = fold(text)
        for word, letters in sought:
            if letters in folded:
                yield Standing(word, name, text)


def _texts(case: Case) -> Iterator[tuple[str, str]]:
    """Give every text of a case, with the part that it belongs to."""
    for field in type(case).model_fields:
        if field == "format":
            continue
        value = getattr(case, field)
        if isinstance(value, Events):
            value = tuple(value)
        if isinstance(value, tuple):
            for one in value:
                name = str(getattr(one, "id", None) or getattr(one, "term", field))
                yield from ((name, text) for text in _strings(one))
        else:
            yield from ((field, text) for text in _strings(value))


def _noted(annotations: AnnotationSet) -> Iterator[tuple[str, str]]:
    """Give every text of annotations, with the id of each, and the names of their authors."""
    for one in annotations.shown:
        said = None if one.content is None else content_going_out(one.content)
        yield from ((one.id, text) for text in _strings(said))
    yield from (("author", author.name) for author in annotations.authors.values())


def _strings(value: Any) -> Iterator[str]:
    plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        for one in plain.values():
            yield from _strings(one)
    elif isinstance(plain, list | tuple):
        for one in plain:
            yield from _strings(one)
