"""Annotations as Markdown, for people: by day, thread by thread."""

import math
import re
from collections.abc import Iterator

from viewer.io.annotations import export_words
from viewer.io.annotations.export_words import ExportWords
from viewer.io.annotations.exported import Exported, Thread, Told
from viewer.model.annotation import ANSWERS
from viewer.model.annotation_set import AnnotationSet
from viewer.model.case import Case
from viewer.model.part import words_of

_MEANT = re.compile(r"([\\`*_\[\]<>#|~&$])")
"""Letters that would be taken for structure."""
_LINE_END = re.compile(r"\r\n|\r|\n")


def markdown(annotations: AnnotationSet, case: Case, words: ExportWords) -> str:
    """Give the annotations of a disclosed case as a text in Markdown.

    What people wrote stands in quotations and names are escaped, so that none of it can be taken
    for a heading, an entry or another author's words.
    """
    title = _plain(words_of(case.title).pick(words.language))
    lines = [f"# {words.say(export_words.ANNOTATIONS).format(case=title)}", ""]
    threads = Exported(annotations, case, words).threads()
    if not threads:
        lines += [words.say(export_words.NOTHING), ""]
    outcomes = [one for one in threads if one.first.content.kind == "outcome"]
    if outcomes:
        lines += [f"## {words.say(export_words.CONFERENCE)}", ""]
        for thread in outcomes:
            lines += _thread(thread, words)
    heading: str | None = None
    for thread in threads:
        if thread.first.content.kind == "outcome":
            continue
        day = _heading(thread.first, words)
        if day != heading:
            heading = day
            lines += [f"## {_plain(day)}", ""]
        lines += _thread(thread, words)
    return "\n".join(lines)


def _heading(told: Told, words: ExportWords) -> str:
    if told.span is None:
        return words.say(export_words.NO_DAY)
    return words.day(math.floor(told.span.start))


def _thread(thread: Thread, words: ExportWords) -> Iterator[str]:
    yield from _entry(thread.first, words)
    for answer in thread.answers:
        yield from ("  " + line if line else "" for line in _entry(answer, words))


def _entry(told: Told, words: ExportWords) -> Iterator[str]:
    content = told.content
    said = [told.author, told.when if _has_days(told) else "", told.about, told.said]
    if content.kind == "reply" and told.span is None:
        said.append(words.say(export_words.WITHOUT_THREAD))
    said += [f"#{tag}" for tag in content.tags]
    if told.is_resolved:
        said.append(words.say(export_words.RESOLVED))
    kind = words.say(export_words.KINDS[content.kind])
    yield " · ".join([f"- **{kind}**", *(_plain(one) for one in said if one)])
    if content.outcome is not None:
        outcome = content.outcome
        for name, text in (
            (export_words.QUESTION, outcome.question),
            (export_words.DECISION, outcome.decision),
            (export_words.WHO, outcome.who),
        ):
            if text:
                yield from ("", f"  **{words.say(name)}**", "", *_quoted(text))
    if content.text:
        yield from ("", *_quoted(content.text))
    yield ""


def _has_days(told: Told) -> bool:
    """Tell whether its heading does not say all of its days."""
    span = told.span
    is_answer = told.content.kind in ANSWERS
    return span is not None and not is_answer and span.end > math.floor(span.start) + 1


def _quoted(text: str) -> list[str]:
    """Give a person's text as a quotation within an entry."""
    return [f"  > {line}".rstrip() for line in _LINE_END.split(text)]


def _plain(words: str) -> str:
    """Give words on one line, none of them taken for structure."""
    return _MEANT.sub(r"\\\1", " ".join(words.split()))
