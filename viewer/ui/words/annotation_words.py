"""What annotations are called, and where they stand, in words."""

import datetime
import re

from PySide6.QtCore import QCoreApplication

from viewer.model.annotation import (
    Content,
    Kind,
    MarkWord,
    OnAnnotation,
    OnBox,
    OnCase,
    OnDay,
    OnImage,
    OnPart,
    OnPeriod,
    OnPoint,
    OnSlide,
)
from viewer.model.annotation_pictures import picture_names
from viewer.model.annotation_places import place_of
from viewer.model.annotation_set import AnnotationSet
from viewer.model.case import Case, Discrepancy
from viewer.model.course import part
from viewer.model.measured_words import measured_words
from viewer.model.numbering import Counting
from viewer.model.part import words_of
from viewer.model.series import Series, Statement
from viewer.ui.words.day_words import day_name, days_name
from viewer.ui.words.joining import in_line, in_turn, labelled
from viewer.ui.words.measure_words import days_long
from viewer.ui.words.numbers import number

translate = QCoreApplication.translate

_ISOLATE, _POP = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_SIGNS = re.compile(
    r"^\s*(#{1,6} |[-*+] |\d+[.)] |> )"  # headings, lists, quotations
    r"|[*`~]{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)"  # emphasis and code
    r"|!?\[(?=[^\]]*\]\()|\]\([^)]*\)"  # all of a link but its words
)
"""What Markdown writes around words."""
_EM_DASH = "\N{EM DASH}"


def kind_name(kind: Kind) -> str:
    """Name a kind of annotation."""
    return {
        "note": translate("Annotations", "Note"),
        "mark": translate("Annotations", "Mark"),
        "outcome": translate("Annotations", "Outcome"),
        "event": translate("Annotations", "Added event"),
        "value": translate("Annotations", "Added value"),
        "measure": translate("Annotations", "Distance"),
        "reply": translate("Annotations", "Reply"),
        "resolve": translate("Annotations", "Resolved"),
        "reopen": translate("Annotations", "Reopened"),
        "scene": translate("Annotations", "Scene"),
        "shape": translate("Annotations", "Measurement on a picture"),
        "study": translate("Annotations", "Added study"),
    }[kind]


def mark_name(word: MarkWord) -> str:
    """Name a mark."""
    return {
        "important": translate("Annotations", "Important"),
        "question": translate("Annotations", "Question"),
        "disagree": translate("Annotations", "Disagree"),
        "done": translate("Annotations", "Done"),
    }[word]


def added_by(name: str) -> str:
    """Say how a reviewer's event or value is known."""
    return translate("Annotations", "added by {name}").format(name=kept_apart(name))


def kept_apart(text: str) -> str:
    """Keep the writing direction of what a person typed from reaching the words around it."""
    return f"{_ISOLATE}{text}{_POP}" if not text.isascii() else text


def local_time(at: str) -> str:
    """Give a record's time in the time of this place, as short as the language writes it."""
    try:
        when = datetime.datetime.fromisoformat(at).astimezone()
    except (ValueError, OverflowError, OSError):
        return at
    return f"{when:%Y-%m-%d %H:%M}"


def where_words(
    content: Content, case: Case, annotations: AnnotationSet, counting: Counting, language: str
) -> str:
    """Say what an annotation is about: an event, a day, a period, a place in a plot."""
    content, gone = _first_of_thread(content, annotations)
    if content.is_addition or content.kind == "measure":
        return days_words(content, case, annotations, counting)
    match content.target:
        case OnPart(part=id_):
            words = part_name(case, id_, language)
        case OnDay(day=day):
            words = day_name(day, counting)
        case OnPeriod(start=start, end=end):
            words = _days(start, end, counting)
        case OnPoint(series=series, day=day, value=value):
            named = in_line((part_name(case, series, language), day_name(day, counting)))
            words = labelled(named, number(round(value, 6)))
        case OnBox(series=series, start=start, end=end, low=low, high=high):
            days = _days(start, end, counting)
            named = in_line((part_name(case, series, language), days))
            words = labelled(named, f"{number(round(low, 6))}–{number(round(high, 6))}")
        case OnImage() | OnSlide() as target:
            names = picture_names(target, case, annotations, language)
            gone = translate("Annotations", "a picture that is not here")
            words = in_line(names) if names else gone
        case OnCase():
            words = translate("Annotations", "the whole case")
        case OnAnnotation():
            words = gone
    return words


def _first_of_thread(content: Content, annotations: AnnotationSet) -> tuple[Content, str]:
    """Give what a thread is about; where nobody knows, the last known answer and why not."""
    seen = set[str]()
    gone = translate("Annotations", "a note that is not here")
    while isinstance(content.target, OnAnnotation):
        id_ = content.target.annotation
        above = annotations.content(id_)
        if above is None and id_ in annotations:
            gone = translate("Annotations", "a note that was deleted")
        if above is None or id_ in seen:
            break
        seen.add(id_)
        content = above
    return content, gone


def days_words(content: Content, case: Case, annotations: AnnotationSet, counting: Counting) -> str:
    """Name the day or the days that an annotation stands on; empty where it has none."""
    span = place_of(content, case, annotations).span
    if span is None:
        return ""
    last = span.end if content.kind == "measure" or span.end == span.start else span.end - 1e-9
    return days_name(span.start, last, counting) if span.days else day_name(span.start, counting)


def _days(start: float, end: float, counting: Counting) -> str:
    """Name the whole days of [start, end)."""
    last = max(start, end - 1e-9)
    if int(last // 1) == int(start // 1):
        return day_name(start, counting)
    return days_name(start, last, counting)


def part_name(case: Case, id_: str, language: str) -> str:
    """Name a part of the case in its own words."""
    found = part(case, id_)
    if found is None:
        return translate("Annotations", "something that the case no longer has")
    if isinstance(found, Statement):
        return found.text.pick(language)
    if isinstance(found, Series | Discrepancy):
        return found.title.pick(language)
    return words_of(found.title).pick(language)


def first_line(markdown: str) -> str:
    """Give the first line that says something, without the signs of its format."""
    for line in markdown.splitlines():
        plain = _SIGNS.sub("", line).strip()
        if plain:
            return plain
    return ""


def measured_said(content: Content) -> tuple[str, ...]:
    """Say what was measured on a picture, its main number first; nothing where nothing was."""
    return measured_words(content, lambda text: translate("AnnotationExport", text))


def said_words(content: Content) -> str:
    """Say what an annotation says on one line, for lists and labels."""
    said: list[str] = []
    if content.mark is not None:
        said.append(mark_name(content.mark))
    if content.event is not None:
        said.append(content.event.title)
    if content.study is not None:
        said += content.study.names
    said += measured_said(content)
    if content.value is not None:
        said.append(f"{number(content.value.value)} {content.value.unit}")
    if content.second_day is not None and content.span is not None:
        said.append(days_long(int(abs(content.second_day // 1 - content.span.start // 1))))
    if content.outcome is not None:
        said += (content.outcome.question, content.outcome.decision, content.outcome.who)
    said.append(first_line(content.text))
    words = in_turn(" ".join(one.split()) for one in said)
    return kept_apart(words) if words else _EM_DASH
