"""Edits of annotations as pure values: what each annotation shall say, and how to take it back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from viewer.model.annotation import (
    Content,
    MarkWord,
    OnAnnotation,
    OnDay,
    OnPart,
    OnPeriod,
    Target,
)
from viewer.model.annotation_set import AnnotationSet
from viewer.model.time import Span

Puts = Mapping[str, Content | None]
"""What annotations say from now on, by their ids; None for those that are deleted."""


@dataclass(frozen=True)
class Edit:
    """One step that can be undone: what changes, and in which words the menu names it."""

    label: str
    puts: Puts = field(default_factory=lambda: MappingProxyType({}))


def effective(edit: Edit, before: AnnotationSet) -> Edit:
    """Leave out what would change nothing."""
    puts = {id_: new for id_, new in edit.puts.items() if new != before.content(id_)}
    return Edit(edit.label, puts)


def inverse(edit: Edit, before: AnnotationSet) -> Edit:
    """Give the edit that takes `edit` back where it is made on `before`."""
    return Edit(edit.label, {id_: before.content(id_) for id_ in edit.puts})


def moved_to_day(content: Content, day: float) -> Content:
    """Give an annotation that stands on another day; its period keeps its length."""
    target: Target
    match content.target:
        case OnPeriod() as old:
            target = OnPeriod(start=day, end=day + old.end - old.start)
        case OnDay():
            target = OnDay(day=day)
        case _:
            return content
    return content.model_copy(update={"target": target})


def with_period(content: Content, span: Span) -> Content:
    """Give an annotation on other days [start, end)."""
    return content.model_copy(update={"target": OnPeriod(start=span.start, end=span.end)})


def mark_of(annotations: AnnotationSet, part: str, word: MarkWord, author: str) -> str | None:
    """Give the id of an author's mark of this word on a part; None where there is none."""
    for one in annotations.on_parts.get(part, ()):
        content = one.content
        is_it = content is not None and content.kind == "mark" and content.mark == word
        if is_it and one.author == author:
            return one.id
    return None


def mark(part: str, word: MarkWord) -> Content:
    """Give a mark of a part."""
    return Content(kind="mark", target=OnPart(part=part), mark=word)


def reply(annotation: str, text: str) -> Content:
    """Give an answer to an annotation."""
    return Content(kind="reply", target=OnAnnotation(annotation=annotation), text=text)


def decision(annotation: str, *, is_resolved: bool) -> Content:
    """Give the word that an annotation is settled, or open again."""
    kind = "resolve" if is_resolved else "reopen"
    return Content.model_validate({"kind": kind, "target": OnAnnotation(annotation=annotation)})


def root_of(annotations: AnnotationSet, id_: str) -> str:
    """Give the annotation that a thread begins with, itself where it is no reply."""
    seen = {id_}
    while (content := annotations.content(id_)) is not None:
        if not isinstance(content.target, OnAnnotation) or content.target.annotation in seen:
            break
        id_ = content.target.annotation
        seen.add(id_)
    return id_


def all_tags(annotations: AnnotationSet) -> tuple[str, ...]:
    """Give every tag in use, those used most first."""
    counts: dict[str, int] = {}
    for one in annotations.shown:
        for tag in one.content.tags if one.content is not None else ():
            counts[tag] = counts.get(tag, 0) + 1
    return tuple(sorted(counts, key=lambda tag: (-counts[tag], tag)))
