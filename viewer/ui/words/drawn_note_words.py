"""What is said of an annotation that is drawn: a line beside its mark, and all of it in a tooltip.

What a person wrote is shown letter by letter, and its direction of writing stays its own.
"""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from viewer.model.annotation import Content, OnImage, OnPeriod, OnSlide
from viewer.model.annotation_pictures import picture_names
from viewer.model.annotation_set import NO_ANNOTATIONS, Annotation, AnnotationSet
from viewer.model.case import Case
from viewer.model.course import part
from viewer.model.event import Event
from viewer.model.numbering import Counting
from viewer.model.part import words_of
from viewer.model.time import Span
from viewer.ui.words.annotation_words import first_line as first_said
from viewer.ui.words.annotation_words import kind_name, local_time, mark_name, measured_said
from viewer.ui.words.day_words import day_name
from viewer.ui.words.event_names import LONGEST_LIST
from viewer.ui.words.joining import in_line, in_turn, labelled, with_aside
from viewer.ui.words.measure_words import days_long, period_words
from viewer.ui.words.numbers import number
from viewer.ui.words.time_words import when_long
from viewer.ui.words.tooltips import rich

translate = QCoreApplication.translate

_DIRECTIONS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f]")
_FIRST, _LAST = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def isolated(text: str) -> str:
    """Keep the direction of a person's words from turning what stands around them."""
    plain = _DIRECTIONS.sub("", text)
    return f"{_FIRST}{plain}{_LAST}" if plain else ""


def first_line(content: Content, name: str = "") -> str:
    """Give what stands beside a mark: a title, or the first line of the text, without markup.

    Of what the case lacks it is said that it was added by the author with this name.
    """
    said = isolated(first_said(content.text))
    if content.is_addition:
        return added_by(_addition(content), name)
    if content.measured is not None:
        return in_line([*map(isolated, measured_said(content)), said])
    if content.second_day is not None and content.span is not None:
        return labelled(days_long(_days_apart(content.span.start, content.second_day)), said)
    if content.outcome is not None:
        outcome = content.outcome
        told = outcome.decision or outcome.question or outcome.who
        return isolated(first_said(told)) or said
    if content.mark is not None:
        return labelled(mark_name(content.mark), said)
    return said


def _addition(content: Content) -> str:
    """Name what the case lacks: an event, a study with its modality, or a value with its unit."""
    value = content.value
    if content.study is not None:
        return in_line(map(isolated, content.study.names))
    if content.event is not None:
        return isolated(content.event.title)
    return "" if value is None else f"{number(value.value)} {isolated(value.unit)}"


def drawn_note_tip(
    one: Annotation,
    annotations: AnnotationSet,
    case: Case,
    counting: Counting,
    language: str,
    *,
    is_new: bool,
    head: str = "",
) -> str:
    """Say who added what, when, and of what, as safe rich text; `head` stands first if given."""
    content = one.content
    if content is None:
        return ""
    author = annotations.authors.get(one.author)
    name = author.name if author is not None else ""
    is_added = content.is_addition and not head
    who = added_by("", name) if is_added else isolated(name)
    state = [
        translate("Drawn note", "new") if is_new else "",
        translate("Drawn note", "resolved") if one.id in annotations.resolved else "",
    ]
    lines = [
        head or first_line(content) or kind_name(content.kind),
        of_what(content, case, counting, language, annotations),
        in_line([who, local_time(one.changed), *state]),
        *_rest(content),
    ]
    return rich(lines)


def of_what(
    content: Content,
    case: Case,
    counting: Counting,
    language: str,
    annotations: AnnotationSet = NO_ANNOTATIONS,
) -> str:
    """Say which event, study, report or days an annotation is about."""
    target, span = content.target, content.span
    if content.added is not None:
        return when_long(content.added.when, counting, language)
    if content.value is not None:
        return day_name(content.value.day, counting)
    if content.second_day is not None and span is not None:
        ends = [day_name(day, counting) for day in sorted((span.start, content.second_day))]
        return translate("Drawn note", "{first} to {last}").format(first=ends[0], last=ends[1])
    if isinstance(target, OnPeriod):
        return period_span_words(Span(target.start, target.end), counting)
    if span is not None:
        return day_name(span.start, counting)
    if isinstance(target, OnImage | OnSlide):
        title = in_line(map(isolated, picture_names(target, case, annotations, language)))
    else:
        found = part(case, getattr(target, "part", None))
        title = words_of(found.title).pick(language) if isinstance(found, Event) else ""
    return translate("Drawn note", "On: {title}").format(title=title) if title else ""


def period_span_words(span: Span, counting: Counting) -> str:
    """Name the days of a period; whole ones with their number."""
    if span.start.is_integer() and span.end.is_integer():
        return period_words(span, counting)
    ends = [day_name(day, counting) for day in span]
    return translate("Drawn note", "{first} to {last}").format(first=ends[0], last=ends[1])


def added_by(words: str, name: str) -> str:
    """Say who has added a value or an event; the words alone where nobody is named."""
    if not name:
        return words
    return in_line([words, translate("Drawn note", "added by {name}").format(name=isolated(name))])


def counted(count: int) -> str:
    """Say how many annotations there are."""
    if count == 1:
        return translate("Drawn note", "1 note")
    return translate("Drawn note", "{count} notes").format(count=f"{count:,}")


def with_counts(words: str, counts: Iterable[str]) -> str:
    """Put counts after words."""
    said = in_turn(counts)
    return with_aside(words, said) if said else words


def _days_apart(first: float, last: float) -> int:
    return abs(int(last // 1) - int(first // 1))


def _rest(content: Content) -> list[str]:
    """Give what a person wrote: of an outcome each part under its name."""
    if content.outcome is None:
        return [isolated(content.text.strip())]
    outcome = content.outcome
    return [
        labelled(translate("Drawn note", "Question"), isolated(outcome.question)),
        labelled(translate("Drawn note", "Decision"), isolated(outcome.decision)),
        labelled(translate("Drawn note", "Who does it"), isolated(outcome.who)),
        isolated(content.text.strip()),
    ]


def said_of(one: Annotation | None, annotations: AnnotationSet) -> str:
    """Name an annotation in a line, with its author; empty for None."""
    if one is None or one.content is None:
        return ""
    author, content = annotations.authors.get(one.author), one.content
    name = author.name if author is not None else ""
    said = first_line(content, name) or kind_name(content.kind)
    return said if content.is_addition else labelled(isolated(name), said)


def list_names(
    ones: Sequence[Annotation], annotations: AnnotationSet
) -> tuple[list[tuple[str, str]], str]:
    """Give id and name of the first of many, and how many more there are in words."""
    named, more = ones[:LONGEST_LIST], len(ones) - LONGEST_LIST
    rest = translate("Timeline", "and {count} more").format(count=more) if more > 0 else ""
    return [(one.id, said_of(one, annotations)) for one in named], rest
