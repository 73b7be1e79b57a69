"""Annotating the open case: edits that can be undone and are on the disk as they are made."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from viewer.io.annotations.drafts import Draft, Drafts
from viewer.io.annotations.identity import IdentityFile, new_annotation_id
from viewer.io.annotations.places import places_of
from viewer.io.annotations.seen import load_seen, save_seen
from viewer.io.case_store import OpenedCase
from viewer.model.annotating import Edit, effective, inverse
from viewer.model.annotation import Author, Content, owner_of
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet
from viewer.model.problem import Problem
from viewer.session.annotating.checked import CheckedJournals
from viewer.session.annotating.desk import Task
from viewer.session.annotating.drafting import Drafting
from viewer.session.annotating.keeping import Keeping, Saving
from viewer.session.annotating.leaving import Drawer, Unsaved
from viewer.session.annotating.making import Change, records_of, told_by
from viewer.session.annotating.news import News, ends_before
from viewer.session.annotating.undoing import EditCommand
from viewer.session.annotating.work_lane import WorkLane

AskDay = Callable[[], int | None]
AskTime = Callable[[], str]


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
    lost = Signal(object)
    """Notes of a case that was left could be saved nowhere (Unsaved); they are in the drawer."""
    not_purged = Signal(object)
    """Problems: where it still stands what the person has just removed for good."""
    steps_changed = Signal()
    """There is another step to undo or redo."""
    begun = Signal(object)
    """Somebody wants to write an annotation; the content tells what of. The editor takes it."""

    def __init__(self, parent: QObject, horizon: AskDay, now: AskTime = utc_now) -> None:
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
        self.drawer = Drawer()
        self._checked, self._news = CheckedJournals(), News()
        self._is_to_sign = False
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
        """What is wrong with the journals, and where it still stands what was to go for good."""
        if self.keeping is None or self.keeping.read is None:
            return ()
        return (*self.keeping.read.problems, *self.keeping.left)

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
        """Annotate under a name from now on; raises OSError, and ValueError for no name.

        Where the person has annotated the open case, the name is written and shown at once.
        """
        self._identity = self._file.save(name)
        self._is_to_sign = True
        if self.keeping is not None:
            self.keeping.identity = self._identity
        self._on_known()

    def _on_known(self) -> None:
        """Say the new name as soon as it is known whether there is an old one."""
        me, keeping = self.me, self.keeping
        if self._is_to_sign and me and keeping is not None and keeping.read is not None:
            self._is_to_sign = False
            if self.all.authors.get(me.id, me) != me:
                self._add([("name", None, None)])
        self.changed.emit()

    # -- coming and going of a case -----------------------------------------------------------

    def open(self, opened: OpenedCase) -> None:
        """Read the annotations of a case, in the background."""
        self.close()
        places = places_of(opened.path, opened.case.id)
        drafts = Drafts(places.private, opened.case.id)
        drafting = Drafting(drafts, self.work, self._now, self.draft_failed.emit)
        self._news = News(load_seen(places.private))
        task = Task(opened.path, opened.case, places, self._checked)
        self.keeping = Keeping(task, self._identity, drafting, self._now, self.work, self)
        self.keeping.changed.connect(self._on_known)
        self.keeping.saving_changed.connect(self.saving_changed)
        self.keeping.not_purged.connect(self.not_purged)
        self.keeping.take_up(self.drawer)

    def close(self) -> None:
        """Let go of the case; what is on its way to the disk still gets there.

        What can be written nowhere goes into the drawer, and is told.
        """
        if self.keeping is not None:
            self.keeping.close(self.drawer, self._on_left)
        self.stack.clear()
        self.keeping = None
        self._is_to_sign = False
        self._news = News()

    def settle(self) -> Saving:
        """Wait some seconds for what is on its way to the disk; give whether all is there now.

        To be asked before a case is left, while there is still somebody to be told.
        """
        while self.saving == "saving" and self.work.settle():
            pass
        return self.saving

    def finish(self) -> None:
        """Let go of the case and wait; what is in the drawer then is lost when the program ends."""
        self.close()
        self.work.finish()

    def _on_left(self, unsaved: Unsaved | None) -> None:
        if self.keeping is not None:
            self.keeping.take_up(self.drawer)
        if unsaved is not None and unsaved in self.drawer.all:
            self.lost.emit(unsaved)

    # -- changing -----------------------------------------------------------------------------

    def edit(self, edit: Edit, run: object = None) -> None:
        """Make an edit that can be undone; what was typed until it was done is one.

        So are edits of one `run` of typing that come one after the other. Only the person's own
        annotations are changed; raises PermissionError for others. What is written under a horizon
        speaks of nothing later, and may be shown from there on.
        """
        if not all(self.is_mine(id_) for id_ in edit.puts):
            raise PermissionError(edit.label)
        horizon = self._horizon()
        told = {id_: told_by(content, horizon) for id_, content in edit.puts.items()}
        wanted = effective(Edit(edit.label, told), self.all)
        if wanted.puts:
            self.stack.push(EditCommand(wanted, inverse(wanted, self.all), self._make, run))

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
        if gone and self.keeping is not None:
            self.stack.clear()  # its steps hold the texts
            for id_ in gone:
                self.keeping.drafting.drop(id_)
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

    def _add(self, changes: list[Change]) -> None:
        """Make records that come after all that is known, show them and write them."""
        if self.keeping is not None and self.me is not None:
            waiting = len(self.keeping.pending)
            self.keeping.add(records_of(changes, self.me, self.all, waiting, self._now()))

    # -- after trouble ------------------------------------------------------------------------

    def try_again(self, *, is_elsewhere: bool = False) -> None:
        """Save what is not saved; `is_elsewhere` with the person's own data instead."""
        if self.keeping is not None:
            self.keeping.forgive()
            self.keeping.save(is_elsewhere=is_elsewhere)

    def take_over(self) -> None:
        """Write instead of the window that does so now."""
        if self.keeping is not None:
            self.keeping.take_over()

    # -- drafts and what was seen -------------------------------------------------------------

    def keep_draft(self, id_: str, content: Content) -> None:
        """Put what is being typed on the disk, apart from what is said."""
        if self.keeping is not None:
            self.keeping.drafting.keep(id_, content)

    def drop_draft(self, id_: str) -> None:
        """Forget a draft that was typed to its end or thrown away.

        It stays until what its annotation says is on the disk.
        """
        if self.keeping is not None:
            self.keeping.drop_draft(id_)

    def find_drafts(self, done: Callable[[tuple[Draft, ...]], None]) -> None:
        """Tell what was being typed when the program ended last."""
        if self.keeping is not None:
            self.keeping.drafting.find(done)

    def look_at_all(self, unseen: Iterable[str] = ()) -> None:
        """Take all as seen but what is `unseen`, and what came after that in its journal."""
        keeping = self.keeping
        if keeping is not None and keeping.read is not None:
            seen, private = ends_before(keeping.read, unseen), keeping.task.places.private
            self._news = News(seen)
            self.work.do(partial(save_seen, private, seen), _ignore, _ignore)
            self.changed.emit()


def _ignore(_: object) -> None:
    """Ask for no answer."""
