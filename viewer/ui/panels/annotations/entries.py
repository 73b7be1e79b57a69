"""The annotations of a case as the panel lists them, and what of them its filters let through."""

from dataclasses import dataclass
from typing import Literal

from viewer.model.annotation import Kind
from viewer.model.annotation_places import place_of
from viewer.model.same_text import fold
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.words.annotation_words import kind_name, said_words, where_words

HIDDEN_KINDS: tuple[Kind, ...] = ("reply", "resolve", "reopen")
"""They stand in the thread of what they answer, not in the list."""

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


def entries_of(session: Session) -> tuple[Entry, ...]:
    """Give every annotation that may be shown and is listed, in the order of the making."""
    annotations, annotating = session.annotations, session.annotating
    case, counting, language = session.case, session.counting, session.language
    found: list[Entry] = []
    for one in annotations.shown:
        content = one.content
        if content is None or content.kind in HIDDEN_KINDS:
            continue
        author = annotations.authors.get(one.author)
        replies = annotations.replies.get(one.id, ())
        found.append(
            Entry(
                id=one.id,
                kind=content.kind,
                span=place_of(content, case, annotations).span,
                where=where_words(content, case, annotations, counting, language),
                said=said_words(content),
                author=one.author if author is None else author.name,
                author_id=one.author,
                tags=content.tags,
                changed=one.changed,
                made=one.made,
                replies=sum(r.content is not None and r.content.kind == "reply" for r in replies),
                is_new=annotating.is_new(one.id) or any(annotating.is_new(r.id) for r in replies),
                is_resolved=one.id in annotations.resolved,
            )
        )
    return tuple(found)
