"""The annotations of a case as the panel lists them, and what of them its filters let through."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from viewer.model.annotating import Threads
from viewer.model.annotation import UNLISTED, Content, Kind
from viewer.model.annotation_places import middle_of_day, place_of
from viewer.model.annotation_set import NO_ANNOTATIONS, Annotation, AnnotationSet
from viewer.model.same_text import fold
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.words.annotation_words import kind_name, said_words, where_words

Which = Literal["all", "new", "open", "resolved", "deleted"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One annotation in the list, in words; a deleted one says what it said last."""

    id: str
    kind: Kind | None
    """None for what was removed for good."""
    span: Span | None
    where: str
    said: str
    author: str
    author_id: str
    tags: tuple[str, ...]
    changed: str
    made: tuple[int, str, int]
    replies: int
    is_new: bool
    is_resolved: bool
    is_deleted: bool = False
    is_thread: bool = True
    """Whether it begins a thread."""

    @property
    def kind_words(self) -> str:
        """Its kind; empty for what was removed for good."""
        return kind_name(self.kind) if self.kind is not None else ""

    @property
    def is_listed(self) -> bool:
        """Whether it is listed among what is there: deleted ones for their answers alone."""
        return not self.is_deleted or (self.is_thread and self.replies > 0)

    def veiled(self) -> "Entry":
        """Give it without what was deleted."""
        return replace(self, said="", tags=()) if self.is_deleted else self


@dataclass(frozen=True, slots=True)
class Sieve:
    """What the person wants to see of the list; each part lets everything through at first."""

    text: str = ""
    author: str = ""
    tag: str = ""
    kind: str = ""
    which: Which = "all"
    period: Span | None = None

    def offered(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Give what there is to choose from: what was deleted only where it is asked for."""
        if self.which == "deleted":
            return tuple(entry for entry in entries if entry.is_deleted)
        return tuple(entry.veiled() for entry in entries if entry.is_listed)

    def keeps(self, entry: Entry) -> bool:
        """Tell whether an entry is to be seen."""
        span, period = entry.span, self.period
        return (
            self.author in ("", entry.author_id)
            and self.kind in ("", entry.kind)
            and (not self.tag or self.tag in entry.tags)
            and self._keeps_state(entry)
            and (period is None or (span is not None and _touch(entry, span, period)))
            and (not self.text or fold(self.text) in fold(_all_words(entry)))
        )

    def _keeps_state(self, entry: Entry) -> bool:
        return {
            "all": True,
            "new": entry.is_new,
            "open": not entry.is_resolved,
            "resolved": entry.is_resolved,
            "deleted": entry.is_deleted,
        }[self.which]


def _touch(entry: Entry, span: Span, period: Span) -> bool:
    """Tell whether days touch a period; days and periods end before their end.

    A moment at the start of the period lies in it. So does the last day of a distance or of an
    added event or study, which are named by their last day and not by the end of it.
    """
    span = middle_of_day(span)
    is_to_its_end = span.days == 0 or entry.kind in ("measure", "event", "study")
    reaches = span.end >= period.start if is_to_its_end else span.end > period.start
    return span.start < period.end and reaches


def _all_words(entry: Entry) -> str:
    return " ".join((entry.where, entry.said, entry.author, entry.kind_words, *entry.tags))


class _Around(NamedTuple):
    """An annotation with all that its entry says besides."""

    annotation: Annotation
    author: str
    replies: int
    is_new: bool
    is_resolved: bool
    is_thread: bool


class Entries:
    """Makes the entries of the disclosed annotations, each once for as long as it says the same.

    Of very many only some are made at a time, so that the window never waits.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: dict[str, tuple[_Around, Entry]] = {}
        self._context: tuple[object, ...] = ()
        self._threads: tuple[AnnotationSet, Threads] = NO_ANNOTATIONS, Threads(NO_ANNOTATIONS)

    @property
    def threads(self) -> Threads:
        """Which of the disclosed annotations answer which."""
        annotations = self._session.annotations
        if self._threads[0] is not annotations:
            self._threads = annotations, Threads(annotations)
        return self._threads[1]

    def gather(self, seconds: float) -> tuple[Entry, ...] | None:
        """Give every entry in the order of making; None where some are still to be made."""
        session = self._session
        context = session.case, session.counting, session.language
        if context != self._context:
            self._context, self._made = context, {}
        deadline = time.perf_counter() + seconds
        threads = self.threads
        found: list[Entry] = []
        for one in session.annotations.annotations.values():
            if not _is_row(one, threads):
                continue
            around = self._around(one, threads)
            known = self._made.get(one.id)
            if known is None or known[0] != around:
                known = self._made[one.id] = around, self._entry(around)
                if time.perf_counter() > deadline:
                    return None
            found.append(known[1])
        return tuple(found)

    def _around(self, one: Annotation, threads: Threads) -> _Around:
        session, annotations = self._session, self._session.annotations
        answers = threads.below(one.id)
        author = annotations.authors.get(one.author)
        is_new = session.annotating.is_new(one.id)
        name = one.author if author is None else author.name
        count = 0
        for answer, _ in answers:
            is_new = is_new or session.annotating.is_new(answer.id)
            count += answer.content is not None and answer.content.kind == "reply"
        is_thread = one.content is not None or threads.root(one.id) == one.id
        return _Around(one, name, count, is_new, one.id in annotations.resolved, is_thread)

    def _entry(self, around: _Around) -> Entry:
        session, annotations, one = self._session, self._session.annotations, around.annotation
        case, counting, language = session.case, session.counting, session.language
        content = one.last
        entry = Entry(
            id=one.id,
            kind=None,
            span=None,
            where="",
            said="",
            author=around.author,
            author_id=one.author,
            tags=(),
            changed=one.changed,
            made=one.made,
            replies=around.replies,
            is_new=around.is_new,
            is_resolved=around.is_resolved,
            is_deleted=one.content is None,
            is_thread=around.is_thread,
        )
        if content is None:
            return entry
        if one.content is None:
            place = place_of(content, case, annotations)
        else:
            place = session.shown.places(case).place(one, annotations)
        return replace(
            entry,
            kind=content.kind,
            span=place.span,
            where=where_words(content, case, annotations, counting, language),
            said=said_words(content),
            tags=content.tags,
        )


def _is_row(one: Annotation, threads: Threads) -> bool:
    """Tell whether an annotation may have a row of its own.

    Answers are told in their thread, and have one only where that is not known, or once they are
    deleted, so that what they said can still be removed for good.
    """
    content = one.content
    if content is not None and content.kind not in UNLISTED:
        return True
    last = one.last
    if last is None:
        return True
    if content is None:
        return _says_something(last)
    return content.kind == "reply" and threads.root(one.id) == one.id


def _says_something(last: Content) -> bool:
    """Tell whether something that was deleted is worth a row; a deck is told elsewhere."""
    return last.kind != "scene" and (last.kind not in ("resolve", "reopen") or bool(last.text))
