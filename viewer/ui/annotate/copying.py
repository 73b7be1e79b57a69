"""Annotations that are not on the disk as plain text, whole, so that nothing of them is lost."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from viewer.model.annotation import Content
from viewer.model.annotation_record import Record
from viewer.model.annotation_set import AnnotationSet
from viewer.model.case import Case
from viewer.model.numbering import Counting
from viewer.session.session import Session
from viewer.ui.words.annotation_words import (
    days_words,
    kind_name,
    local_time,
    mark_name,
    measured_said,
    part_name,
    where_words,
)
from viewer.ui.words.joining import in_line, labelled
from viewer.ui.words.numbers import number

translate = QCoreApplication.translate


class About(NamedTuple):
    """What the words of annotations follow from."""

    case: Case
    """All of it: what was written before a horizon was set speaks of any day."""
    annotations: AnnotationSet
    counting: Counting
    language: str


def about_open_case(session: Session) -> About:
    """Give what the words about the open case follow from."""
    case = session.case if session.opened is None else session.opened.case
    return About(case, session.annotating.all, session.counting, session.language)


def whole_text(records: Iterable[Record], about: About) -> str:
    """Give all that records say, an empty line between one and the next."""
    return "\n\n".join("\n".join(_lines(record, about)) for record in records)


def _lines(record: Record, about: About) -> list[str]:
    """Give when, who, what kind and about what, then every line of it."""
    content = record.content
    author = about.annotations.authors.get(record.author)
    name = record.author if author is None else author.name
    head = in_line((local_time(record.at), name))
    if content is None:
        return [labelled(head, _gone(record, about))]
    kind = labelled(kind_name(content.kind), _where(content, about))
    return [labelled(head, kind), *_said(content, about)]


def _gone(record: Record, about: About) -> str:
    """Say what was deleted, or that something was removed for good."""
    one = None if record.id is None else about.annotations.annotations.get(record.id)
    last = None if one is None else one.last
    if record.op != "delete" or last is None:
        return translate("Annotations", "Purge") if record.op == "purge" else record.op
    words = translate("Annotations", "Delete {kind}").format(kind=kind_name(last.kind))
    return labelled(words, _where(last, about))


def _where(content: Content, about: About) -> str:
    """Say what it is about and on which days."""
    case, annotations, counting, language = about
    where = where_words(content, case, annotations, counting, language)
    days = days_words(content, case, annotations, counting)
    return where if days == where else in_line((where, days))


def _said(content: Content, about: About) -> list[str]:
    said: list[str] = []
    if content.mark is not None:
        said.append(mark_name(content.mark))
    if content.event is not None:
        said.append(content.event.title)
    if content.study is not None:
        said += [*content.study.names, *([content.study.path] if content.study.path else [])]
    if content.measured is not None:
        said.append(in_line(measured_said(content)))
    if content.value is not None:
        series = part_name(about.case, content.value.series, about.language)
        value = f"{number(content.value.value)} {content.value.unit}"
        said.append(labelled(series, value))
    if content.outcome is not None:
        outcome = content.outcome
        said += [
            labelled(name, words)
            for name, words in (
                (translate("Annotations", "Question"), outcome.question),
                (translate("Annotations", "Decision"), outcome.decision),
                (translate("Annotations", "Who does it"), outcome.who),
            )
            if words
        ]
    if content.scene is not None:
        scene, language = content.scene.scene, about.language
        said += [words.pick(language) for words in (scene.title, scene.notes) if words is not None]
    if content.text:
        said.append(content.text)
    if content.tags:
        said.append(labelled(translate("Annotations", "Tags"), in_line(content.tags)))
    if content.known_from is not None:
        words = translate("Annotations", "may be shown from day {day} on (from day zero)")
        said.append(words.format(day=number(content.known_from)))
    return said
