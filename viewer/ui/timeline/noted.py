"""What reviewers have added to events and lanes, as the timeline shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from viewer.model.annotation import MarkWord
from viewer.model.annotation_set import Annotation, AnnotationSet
from viewer.model.lanes import LaneRow
from viewer.model.standing import Standing
from viewer.session.session import Session
from viewer.ui.marks.authors import AuthorSign, author_signs
from viewer.ui.words.annotation_words import mark_name
from viewer.ui.words.drawn_note_words import counted, isolated
from viewer.ui.words.joining import in_line, labelled

translate = QCoreApplication.translate

MARK_ORDER: tuple[MarkWord, ...] = ("disagree", "question", "important", "done")
"""Signs stand in this order, so that what asks for an answer comes first."""


@dataclass(frozen=True)
class Badge:
    """What stands at the mark of an event."""

    sign: AuthorSign
    """That of the first author."""
    has_more: bool
    """Whether others have added something, too."""
    marks: tuple[tuple[MarkWord, AuthorSign], ...]
    """What the event is marked as, and by whom first."""


@dataclass(frozen=True)
class LaneNotes:
    """The badges of events and the number of each lane's annotations, by ids."""

    badges: Mapping[str, Badge] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)


NO_NOTES = LaneNotes()


class NotedLanes:
    """Works it out for a session, anew only where something has changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: tuple[Standing, tuple[LaneRow, ...], LaneNotes] | None = None

    def of(self, rows: tuple[LaneRow, ...]) -> LaneNotes:
        """Give what stands in the rows that are shown; a collapsed one counts what it holds."""
        session, last = self._session, self._last
        standing = session.shown.places(session.case).standing(session.annotations)
        if last is None or last[0] is not standing or last[1] is not rows:
            by_lane, badges = standing.by_lane, _badges(session.annotations)
            counts = {row.lane.id: sum(by_lane.get(id_, 0) for id_ in row.within) for row in rows}
            last = self._last = standing, rows, LaneNotes(badges, counts)
        return last[2]

    def lines_about(self, id_: str) -> list[str]:
        """Say how much has been added to an event, by whom, and what it is marked as."""
        annotations = self._session.annotations
        ones = annotations.on_parts.get(id_, ())
        if not ones:
            return []
        authors = dict.fromkeys(one.author for one in ones)
        names = [annotations.authors[author].name for author in authors]
        said = in_line(isolated(name) for name in names)
        marks = {one.content.mark for one in ones if one.content is not None}
        words = in_line(mark_name(mark) for mark in MARK_ORDER if mark in marks)
        marked = labelled(translate("Timeline", "Marked as"), words) if words else ""
        return [labelled(counted(len(ones)), said), marked]


def _badges(annotations: AnnotationSet) -> dict[str, Badge]:
    if not annotations.on_parts:
        return {}
    signs = author_signs(annotations.authors)
    return {id_: _badge(ones, signs) for id_, ones in annotations.on_parts.items()}


def _badge(ones: Iterable[Annotation], signs: Mapping[str, AuthorSign]) -> Badge:
    authors, marks = dict[str, None](), dict[MarkWord, AuthorSign]()
    for one in ones:
        authors[one.author] = None
        mark = one.content.mark if one.content is not None else None
        if mark is not None:
            marks.setdefault(mark, signs[one.author])
    first = next(iter(authors))
    told = tuple((mark, marks[mark]) for mark in MARK_ORDER if mark in marks)
    return Badge(signs[first], len(authors) > 1, told)
