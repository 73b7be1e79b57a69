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
from viewer.model.annotation_set import Annotation, AnnotationSet
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


def answered(one: Annotation) -> str | None:
    """Give the id of what an annotation answers, or answered before it was deleted."""
    target = one.last.target if one.last is not None else None
    return target.annotation if isinstance(target, OnAnnotation) else None


def root_of(annotations: AnnotationSet, id_: str, known: dict[str, str] | None = None) -> str:
    """Give the annotation that a thread begins with, itself where it answers nothing known.

    What was deleted still holds its thread together. One that goes in a circle begins with what was
    made first of the circle. In `known` is kept what was found, for the next time.
    """
    found = {} if known is None else known
    path: dict[str, None] = {}
    while id_ not in found:
        path[id_] = None
        one = annotations.annotations.get(id_)
        above = None if one is None else answered(one)
        if above is None or above not in annotations:
            found[id_] = id_
        elif above in path:
            ids = list(path)
            circle = [annotations.annotations[other] for other in ids[ids.index(above) :]]
            found[id_] = min(circle, key=lambda one: (one.made, one.id)).id
        else:
            id_ = above
    for other in path:
        found[other] = found[id_]
    return found[id_]


class Threads:
    """Which annotations answer which, whatever depth; what was deleted keeps its place."""

    def __init__(self, annotations: AnnotationSet) -> None:
        self._annotations = annotations
        self._roots: dict[str, str] = {}
        self._answers = dict(annotations.replies)
        for one in annotations.gone:
            above = answered(one)
            if above is not None:
                those = (*self._answers.get(above, ()), one)
                self._answers[above] = tuple(sorted(those, key=lambda one: (one.made, one.id)))

    def root(self, id_: str) -> str:
        """Give the annotation that a thread begins with."""
        return root_of(self._annotations, id_, self._roots)

    def below(self, id_: str, keeping: str | None = None) -> tuple[tuple[Annotation, int], ...]:
        """Give all answers to an annotation, and to those, each with its depth, which begins at 1.

        Each stands below what it answers, and otherwise in order of making. Of what was deleted
        only `keeping` is given, and what still has answers.
        """
        if id_ not in self._answers:
            return ()  # as nearly always
        found: list[tuple[Annotation, int]] = []
        seen, waiting = {id_}, [(one, 1) for one in reversed(self._answers[id_])]
        while waiting:
            one, depth = waiting.pop()
            if one.id not in seen:
                seen.add(one.id)
                found.append((one, depth))
                waiting += [(other, depth + 1) for other in reversed(self._answers.get(one.id, ()))]
        kept: list[tuple[Annotation, int]] = []
        next_depth = 0
        for one, depth in reversed(found):
            if one.content is not None or one.id == keeping or next_depth > depth:
                kept.append((one, depth))
                next_depth = depth
        return tuple(reversed(kept))


def all_tags(annotations: AnnotationSet) -> tuple[str, ...]:
    """Give every tag in use, those used most first."""
    counts: dict[str, int] = {}
    for one in annotations.shown:
        for tag in one.content.tags if one.content is not None else ():
            counts[tag] = counts.get(tag, 0) + 1
    return tuple(sorted(counts, key=lambda tag: (-counts[tag], tag)))
