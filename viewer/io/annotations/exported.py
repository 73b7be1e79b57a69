"""What an export tells of annotations, in the order of the course and thread by thread."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from viewer.io.annotations import export_words
from viewer.io.annotations.export_words import ExportWords
from viewer.model.annotation import (
    Content,
    OnAnnotation,
    OnBox,
    OnImage,
    OnPart,
    OnPoint,
    OnSlide,
)
from viewer.model.annotation_pictures import picture_names
from viewer.model.annotation_places import place_of
from viewer.model.annotation_record import Stamp
from viewer.model.annotation_set import Annotation, AnnotationSet
from viewer.model.case import Case
from viewer.model.course import Selectable, part
from viewer.model.measured_words import measured_words
from viewer.model.part import words_of
from viewer.model.series import Statement
from viewer.model.time import Span


@dataclass(frozen=True)
class Told:
    """One annotation as it is exported."""

    annotation: Annotation
    content: Content
    span: Span | None
    author: str
    when: str
    """Its days in words; empty where it has none."""
    about: str
    """What it is about, in the case's own words."""
    said: str
    """What it says besides its text."""
    is_resolved: bool


@dataclass(frozen=True)
class Thread:
    """An annotation with all answers to it, and answers to those, in the order of their making."""

    first: Told
    answers: tuple[Told, ...] = ()


@dataclass(frozen=True)
class Exported:
    """Tells a disclosed case's annotations."""

    annotations: AnnotationSet
    case: Case
    words: ExportWords

    def threads(self) -> tuple[Thread, ...]:
        """Give all threads in the order of the course; those on no day come last."""
        shown = [one for one in self.annotations.shown if not _is_scene(one)]
        left = dict.fromkeys(one.id for one in shown)
        found = [self._thread(one, left) for one in shown if not _is_answer(one)]
        # Answers that go in a circle, or to what is no longer there, are told, too.
        while left:
            found.append(self._thread(self.annotations.annotations[next(iter(left))], left))
        return tuple(sorted(found, key=_place))

    def told(self, one: Annotation) -> Told:
        """Give what is told of an annotation that is shown."""
        content = one.content
        assert content is not None  # those that are shown say something
        span = place_of(content, self.case, self.annotations).span
        return Told(
            one,
            content,
            span,
            self.annotations.authors[one.author].name,
            self._when(span),
            self._about(content),
            "; ".join(self._said(content, span)),
            one.id in self.annotations.resolved,
        )

    def _thread(self, first: Annotation, left: dict[str, None]) -> Thread:
        """Give a thread, and take all that is in it from what is left."""
        del left[first.id]
        found, coming = list[Annotation](), [first.id]
        while coming:
            answers = self.annotations.replies.get(coming.pop(), ())
            new = [one for one in answers if one.id in left]
            for one in new:
                del left[one.id]
            found += new
            coming += [one.id for one in new]
        found.sort(key=lambda one: (one.made, one.id))
        return Thread(self.told(first), tuple(self.told(one) for one in found))

    # -- words --------------------------------------------------------------------------------

    def _when(self, span: Span | None) -> str:
        if span is None:
            return ""
        first, last = math.floor(span.start), math.floor(math.nextafter(span.end, span.start))
        return self.words.days(first, last) if last > first else self.words.day(first)

    def _about(self, content: Content) -> str:
        target = content.target
        if isinstance(target, OnPart):
            return self._title(target.part)
        if isinstance(target, OnImage | OnSlide):
            names = picture_names(target, self.case, self.annotations, self.words.language)
            return ", ".join(names)
        if isinstance(target, OnPoint):
            return self._in_series(target.series, f"{target.value:.12g}")
        if isinstance(target, OnBox):
            return self._in_series(target.series, f"{target.low:.12g}–{target.high:.12g}")
        return ""

    def _said(self, content: Content, span: Span | None) -> Iterator[str]:
        if content.mark is not None:
            yield self.words.say(export_words.MARKS[content.mark])
        if content.event is not None:
            yield content.event.title
        if content.study is not None:
            yield from content.study.names
            yield self.words.say(export_words.WITHOUT_PATH)
        yield from measured_words(content, self.words.say)
        if content.value is not None:
            value = content.value
            yield f"{self._title(value.series)} {value.value:.12g} {value.unit}"
        if content.second_day is not None and span is not None:
            days = math.floor(span.end) - math.floor(span.start)
            yield self.words.say(export_words.DAYS_APART).format(count=days)

    def _in_series(self, id_: str, value: str) -> str:
        unit = next((one.unit for one in self.case.series if one.id == id_), "")
        return f"{self._title(id_)} {value} {unit}".rstrip()

    def _title(self, id_: str) -> str:
        found = part(self.case, id_)
        return id_ if found is None else _words(found, self.words.language)


def _is_answer(one: Annotation) -> bool:
    return one.content is not None and isinstance(one.content.target, OnAnnotation)


def _is_scene(one: Annotation) -> bool:
    return one.content is not None and one.content.scene is not None


def _words(found: Selectable, language: str) -> str:
    text = found.text if isinstance(found, Statement) else words_of(found.title)
    return text.pick(language)


def _place(thread: Thread) -> tuple[bool, float, tuple[Stamp, str]]:
    first = thread.first
    day = math.inf if first.span is None else first.span.start
    return first.span is None, day, (first.annotation.made, first.annotation.id)
