"""All annotations of a case, worked out from the records of every author's journals.

What comes out depends only on which records there are, never on the order in which they came.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from viewer.model.annotation import (
    Author,
    Content,
    OnAnnotation,
    OnImage,
    OnPart,
    OnSlide,
    owner_of,
)
from viewer.model.annotation_record import Record, Stamp


@dataclass(frozen=True, slots=True)
class Version:
    """What an annotation said from one record on."""

    stamp: Stamp
    at: str
    """When, by the writer's clock, in UTC."""
    content: Content | None = field(hash=False)
    """None where it was deleted."""

    def __lt__(self, other: "Version") -> bool:
        """Order by the stamp, and otherwise in some way that is the same on every computer."""
        mine, theirs = (self.stamp, self.at), (other.stamp, other.at)
        return mine < theirs if mine != theirs else _words(self) < _words(other)


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation as it is now, with all that it was before."""

    id: str
    made: Stamp
    """The place of its first record."""
    versions: tuple[Version, ...]
    """In order; empty where its text was removed for good."""

    @property
    def author(self) -> str:
        """The id of its author, the only one who may change it."""
        return owner_of(self.id)

    @property
    def is_purged(self) -> bool:
        """Whether its text was removed for good."""
        return not self.versions

    @property
    def content(self) -> Content | None:
        """What it says now; None where it was deleted or removed for good."""
        return self.versions[-1].content if self.versions else None

    @property
    def last(self) -> Content | None:
        """What it says, or said before it was deleted; None where that is gone for good."""
        contents = (version.content for version in reversed(self.versions))
        return next((content for content in contents if content is not None), None)

    @property
    def created(self) -> str:
        """When it was made, by its writer's clock."""
        return self.versions[0].at if self.versions else ""

    @property
    def changed(self) -> str:
        """When it was changed last, by its writer's clock."""
        return self.versions[-1].at if self.versions else ""


@dataclass(frozen=True, slots=True)
class Signed:
    """An author as the records tell: since when there are any, and the name given last."""

    first: Stamp
    named: Stamp
    """The place of the record that gave the name; before all others without one."""
    name: str


@dataclass(frozen=True)
class AnnotationSet:
    """Every annotation by its id, and every author by theirs."""

    annotations: Mapping[str, Annotation] = field(default_factory=dict)
    """Deleted ones and tombstones too; in the order in which they were made."""
    signed: Mapping[str, Signed] = field(default_factory=dict)
    clock: int = 0
    """The greatest clock of all records."""

    def __contains__(self, id_: object) -> bool:
        return id_ in self.annotations

    def content(self, id_: str) -> Content | None:
        """Give what an annotation says now; None where there is none."""
        found = self.annotations.get(id_)
        return None if found is None else found.content

    @cached_property
    def authors(self) -> Mapping[str, Author]:
        """Authors by their id, in the order of their first records: colours follow from it."""
        ordered = sorted(self.signed, key=lambda id_: (self.signed[id_].first, id_))
        return {id_: Author(id=id_, name=self.signed[id_].name or id_) for id_ in ordered}

    @cached_property
    def shown(self) -> tuple[Annotation, ...]:
        """Those that are neither deleted nor removed for good, in the order of their making."""
        those = self.annotations.values()
        # As `content` says, asked here of ten thousand with each edit.
        return tuple([one for one in those if one.versions and one.versions[-1].content])

    @cached_property
    def gone(self) -> tuple[Annotation, ...]:
        """Those that were deleted or removed for good, in the order of their making."""
        those = self.annotations.values()
        return tuple([one for one in those if not (one.versions and one.versions[-1].content)])

    @cached_property
    def with_study(self) -> tuple[Annotation, ...]:
        """Those of the shown that add a study."""
        contents = ((one, one.versions[-1].content) for one in self.shown)
        return tuple([one for one, said in contents if said is not None and said.study])

    @cached_property
    def _by_target(self) -> "Targeted":
        """Those on a part or on another annotation, in order of making."""
        found: dict[tuple[str, str], list[Annotation]] = {}
        for one in self.shown:
            target = _target(one)
            if target is not None:
                found.setdefault(target, []).append(one)
        return {target: tuple(those) for target, those in found.items()}

    @cached_property
    def on_parts(self) -> Mapping[str, tuple[Annotation, ...]]:
        """Those on a part of the case or on a picture of it, by the id of the part."""
        return {id_: ones for (kind, id_), ones in self._by_target.items() if kind == "part"}

    @cached_property
    def replies(self) -> Mapping[str, tuple[Annotation, ...]]:
        """Answers to an annotation and decisions about it, by its id, in order of making."""
        return {id_: ones for (kind, id_), ones in self._by_target.items() if kind == "answered"}

    @cached_property
    def resolved(self) -> frozenset[str]:
        """Ids of the annotations that were resolved and not reopened since."""
        found = set[str]()
        for id_, replies in self.replies.items():
            words = [
                (one.versions[-1].stamp, one.content.kind)
                for one in replies
                if one.content is not None and one.content.kind in ("resolve", "reopen")
            ]
            if words and max(words)[1] == "resolve":
                found.add(id_)
        return frozenset(found)

    def work_out(self) -> None:
        """Work out all that is told of it, which takes a while where there are many."""
        _ = self.authors, self.shown, self.with_study, self.on_parts, self.resolved

    def adding(self, records: Iterable[Record]) -> "AnnotationSet":
        """Give the set with more records, in whatever order and however often they come.

        Records about another author's annotation are passed over.
        """
        signed, clock = dict(self.signed), self.clock
        versions, purged = dict[str, list[Version]](), dict[str, Stamp]()
        for record in records:
            stamp, id_, author = record.stamp, record.id, record.author
            clock = max(clock, stamp.clock)
            writer = signed.get(author)
            if writer is None or record.name is not None or stamp < writer.first:
                signed[author] = _signing(writer, record)
            if id_ is None or owner_of(id_) != author:
                continue
            if record.op == "purge":
                purged[id_] = min(purged.get(id_, stamp), stamp)
            else:
                versions.setdefault(id_, []).append(Version(stamp, record.at, record.content))
        changes = {
            id_: _with_versions(self.annotations.get(id_), id_, more)
            for id_, more in versions.items()
        }
        for id_, stamp in purged.items():
            known = changes.get(id_, self.annotations.get(id_))
            made = stamp if known is None else min(known.made, stamp)
            changes[id_] = Annotation(id_, made, ())
        if not changes and clock == self.clock and signed == self.signed:
            return self
        more = AnnotationSet(_in_order(self.annotations, changes), signed, clock)
        if len(changes) <= FEW and "_by_target" in vars(self):
            # Worked out for all only once: each edit of ten thousand would take its time.
            vars(more)["_by_target"] = _regrouped(self, more, changes)
        return more


Targeted = Mapping[tuple[str, str], tuple[Annotation, ...]]
"""Annotations by what they are on: its kind and its id."""
NO_ANNOTATIONS = AnnotationSet()
FEW = 100
"""So many changes at once are put among what was worked out before."""
_BEFORE_ALL = Stamp(0, "", 0)


def _words(version: Version) -> str:
    return "" if version.content is None else version.content.model_dump_json()


def _signing(known: Signed | None, record: Record) -> Signed:
    stamp, name = record.stamp, record.name or ""
    if known is None:
        return Signed(stamp, stamp if name else _BEFORE_ALL, name)
    is_newer = bool(name) and (stamp, name) > (known.named, known.name)
    named, name = (stamp, name) if is_newer else (known.named, known.name)
    return Signed(min(known.first, stamp), named, name)


def _with_versions(known: Annotation | None, id_: str, more: list[Version]) -> Annotation:
    if known is None and len(more) == 1:  # as nearly always; the others take their time
        return Annotation(id_, more[0].stamp, tuple(more))
    made = min(version.stamp for version in more)
    if known is None:
        return Annotation(id_, made, tuple(sorted(set(more))))
    made = min(known.made, made)
    if known.is_purged:
        return Annotation(id_, made, ())
    return Annotation(id_, made, tuple(sorted({*known.versions, *more})))


def _in_order(
    known: Mapping[str, Annotation], changes: Mapping[str, Annotation]
) -> Mapping[str, Annotation]:
    """Put what has changed in its place; nearly always it has one already, or comes last."""
    ordered = dict(known)
    last = next(reversed(ordered.values()), None)
    new = sorted((one for id_, one in changes.items() if id_ not in known), key=_order)
    is_last = not new or last is None or _order(last) <= _order(new[0])
    has_moved = any(id_ in known and known[id_].made != one.made for id_, one in changes.items())
    ordered.update(changes)
    if has_moved or not is_last:
        return {one.id: one for one in sorted(ordered.values(), key=_order)}
    for one in new:  # in their own order behind the known ones
        del ordered[one.id]
        ordered[one.id] = one
    return ordered


def _order(one: Annotation) -> tuple[Stamp, str]:
    return one.made, one.id


def _target(one: Annotation) -> tuple[str, str] | None:
    """Give what an annotation is on, where that is a part, its picture or another annotation."""
    target = one.content.target if one.content is not None else None
    match target:
        case OnPart(part=id_) | OnImage(study=id_) | OnSlide(report=id_):
            return "part", id_
    return ("answered", target.annotation) if isinstance(target, OnAnnotation) else None


def _regrouped(before: AnnotationSet, after: AnnotationSet, changes: Iterable[str]) -> Targeted:
    """Give what is on each target, looked at anew only where something has changed."""
    found = dict(before._by_target)
    for id_ in changes:
        was = [before.annotations[id_]] if id_ in before.annotations else []
        for target in {_target(one) for one in (*was, after.annotations[id_])}:
            if target is not None:
                ids = {one.id for one in found.pop(target, ())} | {id_}
                ones = [after.annotations[other] for other in ids]
                kept = sorted((one for one in ones if _target(one) == target), key=_order)
                found |= {target: tuple(kept)} if kept else {}
    return found
