"""Annotating the open case: edits that can be undone and are on the disk as they are made."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from viewer.io.annotations.drafts import Draft, Drafts
from viewer.io.annotations.identity import IdentityFile, new_annotation_id
from viewer.io.annotations.places import places_of
from viewer.io.annotations.seen import load_seen, save_seen
from viewer.io.case_store import OpenedCase
from viewer.model.annotating import Edit, effective, inverse
from viewer.model.annotation import Author, Content, owner_of
from viewer.model.annotation_record import MOST_CLOCK, Op, Record
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet
from viewer.model.problem import Problem
from viewer.session.annotating.desk import Task
from viewer.session.annotating.keeping import Keeping, Saving
from viewer.session.annotating.news import News, ends_before
from viewer.session.annotating.undoing import EditCommand
from viewer.session.annotating.work_lane import WorkLane

UNPLACED = "f" * 16
"""Stands for the journal of a record until it is written; it comes after all others."""
Typed = Mapping[str, str]
"""What stands in fields, by their names, that cannot be content yet."""
NOTHING: Typed = MappingProxyType({})


def utc_now() -> str:
    """Give the time in UTC, as records tell it."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Annotating(QObject):
    """Holds every annotation of the open case and is the only one that changes them."""

    changed = Signal()
    """Other annotations are known, or others of them are new."""
    saving_changed = Signal()
    undone = Signal(object)
    """Ids of what undo or redo has changed."""
    draft_failed = Signal(object)
    """A draft could not be kept, and why."""
    steps_changed = Signal()
    """There is another step to undo or redo."""
    begun = Signal(object)
    """Somebody wants to write an annotation; the content tells what of. The editor takes it."""

    def __init__(
        self,
        parent: QObject,
        horizon: Callable[[], int | None],
        now: Callable[[], str] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._horizon = horizon
        self._now = now
        self.stack = QUndoStack(self)
        self.stack.undoTextChanged.connect(self.steps_changed)
        self.stack.redoTextChanged.connect(self.steps_changed)
        self._file = IdentityFile()
        self._identity = self._file.load()
        self.work = WorkLane(self)
        """Does in the background what may wait for the disk."""
        self._drafts: Drafts | None = None
        self._news = News()
        self.keeping: Keeping | None = None
        """The journals of the open case; None while none is open."""

    # -- who and what -------------------------------------------------------------------------

    @property
    def all(self) -> AnnotationSet:
        """Every annotation, whatever the horizon; views show the session's instead."""
        return NO_ANNOTATIONS if self.keeping is None else self.keeping.annotations

    @property
    def me(self) -> Author | None:
        """Who annotates here; None while nobody was asked."""
        return None if self._identity is None else self._identity.author

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the journals."""
        read = None if self.keeping is None else self.keeping.read
        return () if read is None else read.problems

    @property
    def saving(self) -> Saving:
        """Whether everything that was done is on the disk."""
        return "saved" if self.keeping is None else self.keeping.saving

    @property
    def is_idle(self) -> bool:
        """Whether the background has nothing to do."""
        return self.work.is_idle

    def is_mine(self, id_: str) -> bool:
        """Tell whether an annotation is the person's own, which alone they may change."""
        return self.me is not None and owner_of(id_) == self.me.id

    def is_new(self, id_: str) -> bool:
        """Tell whether a colleague's annotation was changed since the person last looked."""
        return id_ in self.new

    @property
    def new(self) -> frozenset[str]:
        """Ids of the colleagues' annotations that are new."""
        read = None if self.keeping is None else self.keeping.read
        return self._news.ids(read, "" if self.me is None else self.me.id)

    def new_id(self) -> str:
        """Give the id of an annotation to be made; needs an author."""
        assert self.me is not None
        return new_annotation_id(self.me.id)

    def sign(self, name: str) -> None:
        """Annotate under a name from now on; raises OSError, and ValueError for no name."""
        self._identity = self._file.save(name)
        if self.keeping is not None and self.keeping.written is not None:
            self.keeping.save(self._identity)
        self.changed.emit()

    # -- coming and going of a case -----------------------------------------------------------

    def open(self, opened: OpenedCase) -> None:
        """Read the annotations of a case, in the background."""
        self.close()
        places = places_of(opened.path, opened.case.id)
        self._drafts = Drafts(places.private, opened.case.id)
        self._news = News(load_seen(places.private))
        self.keeping = Keeping(Task(opened.path, opened.case, places), self._now, self.work, self)
        self.keeping.changed.connect(self.changed)
        self.keeping.saving_changed.connect(self.saving_changed)

    def close(self) -> None:
        """Let go of the case; what is on its way to the disk still gets there."""
        if self.keeping is not None:
            self.keeping.close(self._identity)
        if self._drafts is not None:
            self.work.do(self._drafts.close, _ignore, _ignore)
        self.stack.clear()
        self.keeping = self._drafts = None
        self._news = News()

    def finish(self) -> None:
        """Let go of the case and wait until everything is written, as far as it can be."""
        self.close()
        self.work.finish()

    # -- changing -----------------------------------------------------------------------------

    def edit(self, edit: Edit) -> None:
        """Make an edit that can be undone; what was typed until it was done is one.

        Only the person's own annotations are changed; raises PermissionError for others. What is
        written under a horizon speaks of nothing later, and may be shown from there on.
        """
        if not all(self.is_mine(id_) for id_ in edit.puts):
            raise PermissionError(edit.label)
        told = {id_: self._told_by_now(content) for id_, content in edit.puts.items()}
        wanted = effective(Edit(edit.label, told), self.all)
        if wanted.puts:
            self.stack.push(EditCommand(wanted, inverse(wanted, self.all), self._make))

    def _told_by_now(self, content: Content | None) -> Content | None:
        horizon = self._horizon()
        if content is None or horizon is None or content.known_from is not None:
            return content
        if content.scene is not None:
            return content  # a deck speaks of all the course, whatever is shown now
        return content.model_copy(update={"known_from": float(horizon)})

    def begin(self, content: Content) -> None:
        """Ask the person for the words of a new annotation on the target of `content`."""
        self.begun.emit(content)

    def undo(self) -> None:
        """Take the last step back and tell what it changed."""
        self._step(self.stack.undo)

    def redo(self) -> None:
        """Make the step again that was taken back, and tell what it changed."""
        self._step(self.stack.redo)

    def purge(self, ids: Iterable[str]) -> None:
        """Remove what annotations said from the disk for good; no step can bring it back."""
        gone = [id_ for id_ in ids if self.is_mine(id_) and id_ in self.all]
        if gone:
            self.stack.clear()  # its steps hold the texts
            self._add([("purge", id_, None) for id_ in gone])

    def _step(self, step: Callable[[], None]) -> None:
        before = self.all.annotations
        step()
        after = self.all.annotations
        ids = tuple(id_ for id_, one in after.items() if one is not before.get(id_))
        if ids:
            self.undone.emit(ids)

    def _make(self, edit: Edit) -> None:
        self._add(
            [("delete" if new is None else "put", id_, new) for id_, new in edit.puts.items()]
        )

    def _add(self, changes: list[tuple[Op, str, Content | None]]) -> None:
        """Make records that come after all that is known, show them and write them."""
        keeping, identity = self.keeping, self._identity
        if keeping is None or identity is None:
            return
        count, clock, at = len(keeping.pending), self.all.clock, self._now()
        author = identity.author
        name = None if author.id in self.all.signed else author.name  # shown before it is written
        records = tuple(
            Record(
                op=op,
                journal=UNPLACED,
                number=count + number,
                clock=min(clock + number, MOST_CLOCK),
                at=at,
                author=author.id,
                name=name,
                id=id_,
                content=content,
            )
            for number, (op, id_, content) in enumerate(changes, 1)
        )
        keeping.add(records, identity)

    # -- after trouble ------------------------------------------------------------------------

    def try_again(self, *, is_elsewhere: bool = False) -> None:
        """Save what is not saved; `is_elsewhere` with the person's own data instead."""
        if self.keeping is not None and self._identity is not None:
            self.keeping.forgive()
            self.keeping.save(self._identity, is_elsewhere=is_elsewhere)

    def take_over(self) -> None:
        """Write instead of the window that does so now."""
        if self.keeping is not None and self._identity is not None:
            self.keeping.take_over(self._identity)

    # -- drafts and what was seen -------------------------------------------------------------

    def keep_draft(self, id_: str, content: Content, typed: Typed = NOTHING) -> None:
        """Put what is being typed on the disk, apart from what is said."""
        if self._drafts is not None:
            draft = Draft(id_, content, self._now(), tuple(typed.items()))
            self.work.do(partial(self._drafts.keep, draft), _ignore, self.draft_failed.emit)

    def set_aside(self, id_: str, content: Content, typed: Typed) -> None:
        """Keep as a draft what is typed no more, so that it is offered again."""
        if self._drafts is not None:
            draft = Draft(id_, content, self._now(), tuple(typed.items()))
            self.work.do(partial(self._drafts.set_aside, draft), _ignore, self.draft_failed.emit)

    def drop_draft(self, id_: str) -> None:
        """Forget a draft: it was saved, or thrown away."""
        if self._drafts is not None:
            self.work.do(partial(self._drafts.drop, id_), _ignore, _ignore)

    def find_drafts(self, done: Callable[[tuple[Draft, ...]], None]) -> None:
        """Tell what was being typed when the program ended last."""
        if self._drafts is not None:
            self.work.do(self._drafts.all, done, _ignore)

    def look_at_all(self, unseen: Iterable[str] = ()) -> None:
        """Take everything as seen: only what comes from now on is new.

        What is `unseen` stays new, and what came after it in the same journal, too.
        """
        keeping = self.keeping
        if keeping is not None and keeping.read is not None:
            seen = ends_before(keeping.read, unseen)
            self._news = News(seen)
            save = partial(save_seen, keeping.task.places.private, seen)
            self.work.do(save, _ignore, _ignore)
            self.changed.emit()


def _ignore(_: object) -> None:
    """Ask for no answer."""
