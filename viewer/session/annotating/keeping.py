"""What is on the disk and what is on its way there: the journals of the open case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from viewer.io.annotations.identity import Identity
from viewer.io.annotations.writing_lock import HeldError, Holder
from viewer.model.annotation_record import MOST_CLOCK, Record
from viewer.model.annotation_set import NO_ANNOTATIONS, AnnotationSet
from viewer.model.problem import Problem
from viewer.session.annotating.desk import Desk, Read, Task, Written
from viewer.session.annotating.drafting import Drafting
from viewer.session.annotating.leaving import Drawer, Leaving, Unsaved
from viewer.session.annotating.work_lane import WorkLane

LOOK_MS = 2000
"""So often it is looked whether colleagues have written, where the system does not tell."""
SETTLE_MS = 150
"""A file that was changed is read after so long, since changes come in bursts."""

Saving = Literal["saved", "saving", "failed", "held"]


@dataclass(frozen=True)
class Trouble:
    """Why edits are not saved."""

    error: Exception

    @property
    def is_held(self) -> bool:
        """Whether another window writes instead."""
        return isinstance(self.error, HeldError)

    @property
    def holder(self) -> Holder | None:
        """That window, where it is known."""
        return self.error.holder if isinstance(self.error, HeldError) else None


class Keeping(QObject):
    """Reads the journals of one case and writes the person's own, in the background.

    At most one job writes; what comes meanwhile is written together by the next one.
    """

    changed = Signal()
    """Other annotations are known."""
    saving_changed = Signal()
    not_purged = Signal(object)
    """Problems: where it still stands what the person has removed for good."""

    def __init__(
        self,
        task: Task,
        identity: Identity | None,
        drafting: Drafting,
        now: Callable[[], str],
        work: WorkLane,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.task = task
        self.identity = identity
        """Who annotates; None while nobody was asked."""
        self.drafting = drafting
        self.annotations = NO_ANNOTATIONS
        """All that is known, on the disk or not."""
        self.pending: tuple[Record, ...] = ()
        """What is not on the disk yet."""
        self.trouble: Trouble | None = None
        self.read: Read | None = None
        self.written: Written | None = None
        self.left: tuple[Problem, ...] = ()
        """Where it still stands what was removed for good."""
        self._saved = NO_ANNOTATIONS
        self._since_read: tuple[Record, ...] = ()
        self._known = 0
        """So many of the records that were given are known to be on the disk."""
        self._is_writing = self._is_closed = False
        self._work = work
        self._desk = Desk(task, now)
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._watcher.directoryChanged.connect(self._settling.start)
        self._watcher.fileChanged.connect(self._settling.start)
        self._settling.timeout.connect(self.look)
        self._looking.timeout.connect(self.look)
        self._looking.start()
        self.saving_changed.connect(self._tend_drafts)
        self._read_again()

    @property
    def is_reading(self) -> bool:
        """Whether it is not known yet what the journals say."""
        return self.read is None and not self._work.is_idle

    @property
    def saving(self) -> Saving:
        """Whether everything that was done is on the disk."""
        if self.trouble is not None:
            return "held" if self.trouble.is_held else "failed"
        return "saving" if self.pending else "saved"

    def close(self, drawer: Drawer, told: Callable[[Unsaved | None], None]) -> None:
        """Stop; what is on its way to the disk still gets there.

        What could not be written beside the case is kept with the person's own data. What can be
        written nowhere goes into the drawer, and is told.
        """
        self._looking.stop()
        self._settling.stop()
        of = self._desk, self.task, self.identity, self.pending, self._known
        drafts, done = self.drafting.drafts, frozenset(self.drafting.done)
        self._work.do(Leaving(*of, drafts, done, drawer), told, _ignore)
        self._is_closed = True
        self.deleteLater()

    # -- writing ------------------------------------------------------------------------------

    def add(self, records: tuple[Record, ...]) -> None:
        """Take records as what is known, and write them."""
        self.pending += records
        self._write()
        self._work.wait_briefly()  # else it would be called saved only after all is painted
        if self.pending:
            self.annotations = self.annotations.adding(self.pending)
            self.saving_changed.emit()
        self.changed.emit()

    def take_up(self, drawer: Drawer) -> None:
        """Write what could not be saved when this case was left before."""
        for unsaved in drawer.taken(self.task.places):
            self.add(unsaved.records)

    def save(self, *, is_elsewhere: bool = False) -> None:
        """Write all that is not on the disk; after trouble nothing is written until `forgive`."""
        self._write(is_elsewhere=is_elsewhere)
        self.saving_changed.emit()

    def _write(self, *, is_elsewhere: bool = False) -> None:
        if self.identity is not None and not self._is_writing and self.trouble is None:
            self._is_writing = True
            write = partial(self._desk.write, self.identity, self.pending)
            work = partial(write, is_elsewhere=is_elsewhere)
            self._work.do(work, self._on_written, self._on_failed)

    def drop_draft(self, id_: str) -> None:
        """Forget a draft, as soon as what its annotation says is on the disk."""
        self.drafting.finish(id_, self.pending)
        self._tend_drafts()

    def _tend_drafts(self) -> None:
        self.drafting.follow(self.pending, is_trouble=self.trouble is not None)

    def forgive(self) -> None:
        """Forget the trouble there was, so that it can be tried again."""
        self.trouble = None
        self.saving_changed.emit()

    def take_over(self) -> None:
        """Write instead of the window that does so now, as soon as it has let go."""
        self.forgive()

        def taken(_: None) -> None:
            if not self._is_closed:
                self.save()

        if self.identity is not None:
            self._work.do(partial(self._desk.take_over, self.identity), taken, self._on_failed)

    def _on_written(self, written: Written) -> None:
        self._is_writing = False
        if self._is_closed:
            return  # what is left was counted where it was written
        self.written = written
        self._known += len(written.records)
        done = (*written.before, *written.records)
        self._since_read += done
        self.pending = self.pending[len(written.records) :]
        if not self.pending:
            self.saving_changed.emit()
        self._know(self._saved.adding(done))
        if self.pending:
            self.save()
        if written.left:
            self.left = (*self.left, *(one for one in written.left if one not in self.left))
            self.not_purged.emit(written.left)
        if written.before or written.left:  # all else is shown already
            self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._is_writing = False
        if not self._is_closed:
            self.trouble = Trouble(error)
            self.saving_changed.emit()

    def _know(self, saved: AnnotationSet) -> None:
        """Take what is on the disk as known; what is not comes after all of it."""
        self._saved = saved
        self.pending = tuple(
            record.model_copy(
                update={"clock": min(max(record.clock, saved.clock + number), MOST_CLOCK)}
            )
            for number, record in enumerate(self.pending, 1)
        )
        self.annotations = saved.adding(self.pending)
        self._watch()

    # -- what others write --------------------------------------------------------------------

    def look(self) -> None:
        """Look whether colleagues have written, or another window wants to write."""
        if not self._work.is_idle:
            return  # the timer comes again
        known = None if self.read is None else self.read.signature
        desk = self._desk
        self._work.do(
            lambda: (desk.give_back(), desk.signature() != known), self._on_looked, _ignore
        )

    def _on_looked(self, answer: tuple[bool, bool]) -> None:
        if self._is_closed:
            return
        has_given_back, is_other = answer
        if has_given_back:
            self.trouble = Trouble(HeldError(None))
            self.saving_changed.emit()
        if is_other:
            self._read_again()

    def _read_again(self) -> None:
        self._since_read = ()
        author = None if self.identity is None else self.identity.author.id
        self._work.do(partial(self._desk.read, author), self._on_read, _ignore)

    def _on_read(self, read: Read) -> None:
        if not self._is_closed:
            self.read, self.left = read, read.left
            self._know(read.annotations.adding(self._since_read))
            self.changed.emit()

    def _watch(self) -> None:
        """Let the system tell of changes where it can."""
        own = None if self.written is None else str(self.written.path)
        journals = () if self.read is None else self.read.signature
        wanted = [str(folder) for folder in self.task.places.folders]
        wanted += [path for path, *_ in journals if path != own]
        watched = {*self._watcher.directories(), *self._watcher.files()}
        new = [path for path in wanted if path not in watched and Path(path).exists()]
        if new:
            self._watcher.addPaths(new)


def _ignore(_: object) -> None:
    """Ask for no answer."""
