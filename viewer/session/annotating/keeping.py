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
from viewer.session.annotating.desk import Desk, Read, Task, Written
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

    def __init__(self, task: Task, now: Callable[[], str], work: WorkLane, parent: QObject) -> None:
        super().__init__(parent)
        self.task = task
        self.annotations = NO_ANNOTATIONS
        """All that is known, on the disk or not."""
        self.pending: tuple[Record, ...] = ()
        """What is not on the disk yet."""
        self.trouble: Trouble | None = None
        self.read: Read | None = None
        self.written: Written | None = None
        self._saved = NO_ANNOTATIONS
        self._since_read: tuple[Record, ...] = ()
        self._in_flight = 0
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
        self._read_again()

    @property
    def saving(self) -> Saving:
        """Whether everything that was done is on the disk."""
        if self.trouble is not None:
            return "held" if self.trouble.is_held else "failed"
        return "saving" if self.pending else "saved"

    def close(self, identity: Identity | None) -> None:
        """Stop; what is on its way to the disk still gets there.

        What could not be written beside the case is kept with the person's own data.
        """
        self._looking.stop()
        self._settling.stop()
        rest = self.pending[self._in_flight :]
        if rest and identity is not None:
            is_elsewhere = self.trouble is not None
            write = partial(self._desk.write, identity, rest, is_elsewhere=is_elsewhere)
            self._work.do(write, _ignore, _ignore)
        self._work.do(self._desk.close, _ignore, _ignore)
        self._is_closed = True
        self.deleteLater()

    # -- writing ------------------------------------------------------------------------------

    def add(self, records: tuple[Record, ...], identity: Identity) -> None:
        """Take records as what is known, and write them."""
        self.pending += records
        self._write(identity)
        self._work.wait_briefly()  # else it would be called saved only after all is painted
        if self.pending:
            self.annotations = self.annotations.adding(self.pending)
            self.saving_changed.emit()
        self.changed.emit()

    def save(
        self, identity: Identity, *, is_elsewhere: bool = False, is_forced: bool = False
    ) -> None:
        """Write all that is not on the disk; after trouble nothing is written until `forgive`."""
        self._write(identity, is_elsewhere=is_elsewhere, is_forced=is_forced)
        self.saving_changed.emit()

    def _write(
        self, identity: Identity, *, is_elsewhere: bool = False, is_forced: bool = False
    ) -> None:
        if not self._is_writing and self.trouble is None:
            self._is_writing, self._in_flight = True, len(self.pending)
            write = partial(self._desk.write, identity, self.pending)
            work = partial(write, is_elsewhere=is_elsewhere, is_forced=is_forced)
            self._work.do(work, partial(self._on_written, identity), self._on_failed)

    def forgive(self) -> None:
        """Forget the trouble there was, so that it can be tried again."""
        self.trouble = None
        self.saving_changed.emit()

    def take_over(self, identity: Identity) -> None:
        """Write instead of the window that does so now, as soon as it has let go."""
        self.forgive()

        def taken(_: None) -> None:
            if not self._is_closed:
                self.save(identity)

        self._work.do(partial(self._desk.take_over, identity), taken, self._on_failed)

    def _on_written(self, identity: Identity, written: Written) -> None:
        self._is_writing, self._in_flight = False, 0
        if self._is_closed:
            return
        self.written = written
        done = (*written.before, *written.records)
        self._since_read += done
        self.pending = self.pending[len(written.records) :]
        if not self.pending:
            self.saving_changed.emit()
        self._know(self._saved.adding(done))
        if self.pending:
            self.save(identity)
        if written.before:  # all else is shown already
            self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._is_writing, self._in_flight = False, 0
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
        self._work.do(self._desk.read, self._on_read, _ignore)

    def _on_read(self, read: Read) -> None:
        if not self._is_closed:
            self.read = read
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
