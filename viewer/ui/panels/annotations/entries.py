"""The annotations of a case as the panel lists them, and what of them its filters let through."""

import time
from dataclasses import dataclass
from typing import Literal, NamedTuple

from viewer.model.annotation import UNLISTED, Content, Kind
from viewer.model.annotation_set import Annotation
from viewer.model.same_text import fold
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.words.annotation_words import kind_name, said_words, where_words

Which = Literal["all", "new", "open", "resolved"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One annotation in the list, in words."""

    id: str
    kind: Kind
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


@dataclass(frozen=True, slots=True)
class Sieve:
    """What the person wants to see of the list; each part lets everything through at first."""

    text: str = ""
    author: str = ""
    tag: str = ""
    kind: str = ""
    which: Which = "all"
    period: Span | None = None

    def keeps(self, entry: Entry) -> bool:
        """Tell whether an entry is to be seen."""
        span, period = entry.span, self.period
        return (
            self.author in ("", entry.author_id)
            and self.kind in ("", entry.kind)
            and (not self.tag or self.tag in entry.tags)
            and self._keeps_state(entry)
            and (period is None or (span is not None and _touch(span, period)))
            and (not self.text or fold(self.text) in fold(_all_words(entry)))
        )

    def _keeps_state(self, entry: Entry) -> bool:
        return {
            "all": True,
            "new": entry.is_new,
            "open": not entry.is_resolved,
            "resolved": entry.is_resolved,
        }[self.which]


def _touch(span: Span, period: Span) -> bool:
    """Tell whether days touch a period; a moment has no length."""
    return span.start < period.end and max(span.end, span.start) >= period.start


def _all_words(entry: Entry) -> str:
    return " ".join((entry.where, entry.said, entry.author, kind_name(entry.kind), *entry.tags))


class _Around(NamedTuple):
    """An annotation with all that its entry says besides."""

    annotation: Annotation
    author: str
    replies: int
    is_new: bool
    is_resolved: bool


class Entries:
    """Makes the entries of the disclosed annotations, each once for as long as it says the same.

    Of very many only some are made at a time, so that the window never waits.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: dict[str, tuple[_Around, Entry]] = {}
        self._context: tuple[object, ...] = ()

    def gather(self, seconds: float) -> tuple[Entry, ...] | None:
        """Give every entry in the order of making; None where some are still to be made."""
        session = self._session
        context = session.case, session.counting, session.language
        if context != self._context:
            self._context, self._made = context, {}
        deadline = time.perf_counter() + seconds
        found: list[Entry] = []
        for one in session.annotations.shown:
            content = one.content
            if content is None or content.kind in UNLISTED:
                continue
            around = self._around(one)
            known = self._made.get(one.id)
            if known is None or known[0] != around:
                known = self._made[one.id] = around, self._entry(around, content)
                if time.perf_counter() > deadline:
                    return None
            found.append(known[1])
        return tuple(found)

    def _around(self, one: Annotation) -> _Around:
        session, annotations = self._session, self._session.annotations
        replies = annotations.replies.get(one.id, ())
        author = annotations.authors.get(one.author)
        is_new = any(session.annotating.is_new(id_) for id_ in (one.id, *(r.id for r in replies)))
        name = one.author if author is None else author.name
        count = sum(r.content is not None and r.content.kind == "reply" for r in replies)
        return _Around(one, name, count, is_new, one.id in annotations.resolved)

    def _entry(self, around: _Around, content: Content) -> Entry:
        session, annotations, one = self._session, self._session.annotations, around.annotation
        case, counting, language = session.case, session.counting, session.language
        return Entry(
            id=one.id,
            kind=content.kind,
            span=session.shown.places(case).place(one, annotations).span,
            where=where_words(content, case, annotations, counting, language),
            said=said_words(content),
            author=around.author,
            author_id=one.author,
            tags=content.tags,
            changed=one.changed,
            made=one.made,
            replies=around.replies,
            is_new=around.is_new,
            is_resolved=around.is_resolved,
        )
