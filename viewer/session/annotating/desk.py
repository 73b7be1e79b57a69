"""What the background does with journals: read all, write the one of its own.

Everything here runs in one thread of the background and may wait for the disk.
"""

import errno
import gc
import hashlib
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from viewer.io.annotations.identity import Identity, new_journal_id
from viewer.io.annotations.journal_reading import SUFFIX, Journal, read_journals
from viewer.io.annotations.lines import checksum
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.places import Places, journal_path
from viewer.io.annotations.sweeping import Sweep
from viewer.io.annotations.writing_lock import HeldError, host_name
from viewer.model.annotation import owner_of
from viewer.model.annotation_record import MOST_CLOCK, Record
from viewer.model.annotation_set import AnnotationSet
from viewer.model.case import Case
from viewer.model.problem import Problem
from viewer.model.standing import PlaceBook
from viewer.session.annotating.checked import MANY, CheckedJournals
from viewer.session.annotating.making import without_purged

TAKE_OVER_S: Final = 6.0
"""For so long another window is waited for when it is asked to give the right to write back."""
_STEP_S: Final = 0.1
_CLOSED: Final = (errno.EACCES, errno.EPERM, errno.EROFS)
"""How the system says that a folder is not to be written to."""

Signature = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True)
class Task:
    """Whose annotations of which case."""

    path: Path
    """Where the case lies."""
    course: Case
    places: Places
    checked: CheckedJournals = field(default_factory=CheckedJournals, compare=False)
    """What was read before, of this case or another."""

    @property
    def case(self) -> str:
        """The id of the case."""
        return self.course.id


@dataclass(frozen=True)
class Read:
    """All that there is to read."""

    annotations: AnnotationSet
    ends: dict[str, int]
    """The number of each journal's last record, by the journal's id."""
    problems: tuple[Problem, ...]
    signature: Signature
    places: PlaceBook
    """Where they stand in the whole case."""
    left: tuple[Problem, ...] = ()
    """Where it still stands what was removed for good."""


@dataclass(frozen=True)
class Written:
    """What is on the disk now."""

    records: tuple[Record, ...]
    """As they were written; their numbers follow on what was there."""
    before: tuple[Record, ...]
    """What stands before them and was not read yet, such as who writes."""
    path: Path
    is_elsewhere: bool
    """Whether it lies with the person's own data since it could not lie beside the case."""
    left: tuple[Problem, ...] = ()
    """Where it still stands what was removed for good."""


class Desk:
    """Reads the journals of one case and writes one of them."""

    def __init__(self, task: Task, now: Callable[[], str]) -> None:
        self._task = task
        self._checked = task.checked
        self._now = now
        self._journal: OwnJournal | None = None
        self._number = self._clock = self._seen_clock = 0
        self._name = ""
        self._is_begun = self._has_frozen = False
        self._damaged: tuple[bytes, ...] = ()
        self._ends: dict[str, int] = {}
        self._unread: tuple[Record, ...] = ()
        self.count = 0
        """So many of the records that were given are on the disk."""

    # -- reading ------------------------------------------------------------------------------

    def read(self, author: str | None = None) -> Read:
        """Read every journal.

        What an author has removed for good on another computer goes from their journals here, too.
        """
        signature = self.signature()
        journals = read_journals(self._task.places.folders, self._task.case, self._checked.parsed)
        ends: dict[str, int] = {}
        for journal in journals:
            for record in journal.records:
                ends[record.journal] = max(ends.get(record.journal, 0), record.number)
        self._ends = ends
        annotations = self._checked.annotations(journals)
        self._seen_clock = annotations.clock
        left = self._swept(author, _to_be_swept(author, journals, annotations))
        problems = tuple(problem for journal in journals for problem in journal.problems)
        # All that views ask for at once, so that the window does not wait while it is worked out.
        places = self._checked.places(self._task.course, annotations)
        annotations.work_out()
        if len(annotations.annotations) > MANY and not self._has_frozen:
            # As after a long case: the window would stop while all are looked through. What is
            # rubbish now stays until the next case is read, so not with each colleague's note. It
            # is not collected here: it may be a widget, which must die in the window's thread.
            self._has_frozen = True
            gc.freeze()
        return Read(annotations, ends, problems, signature, places, left)

    def signature(self) -> Signature:
        """Tell the journals of others apart from what they were: names, sizes and times."""
        own = None if self._journal is None else self._journal.path
        found: list[tuple[str, int, int, int]] = []
        for folder in self._task.places.folders:
            try:
                for path in folder.iterdir():
                    if path.suffix == SUFFIX and path != own:
                        state = path.stat()
                        found.append((str(path), state.st_size, state.st_mtime_ns, state.st_ino))
            except OSError:
                continue  # it is told when it is read
        return tuple(sorted(found))

    # -- writing ------------------------------------------------------------------------------

    def write(
        self,
        identity: Identity,
        records: tuple[Record, ...],
        *,
        is_elsewhere: bool = False,
        is_forced: bool = False,
    ) -> Written:
        """Write records after all that is there.

        What an annotation said that is purged is gone from all files of its author then, except
        where it is told to stand still. `is_elsewhere` writes with the person's own data,
        `is_forced` passes over the lock of another computer. Raises OSError, and HeldError where
        another window writes; then the same records may be given again, alone or with more behind
        them.
        """
        journal = self._open(identity, is_elsewhere=is_elsewhere, is_forced=is_forced)
        return self._append(journal, identity, records)

    def write_apart(self, identity: Identity, records: tuple[Record, ...]) -> Written:
        """Write with the person's own data into a journal of its own, which nobody else writes.

        A last resort: the next window goes on in the usual one. Raises as `write` does.
        """
        self.close()
        path = journal_path(self._task.places.private, new_journal_id())
        return self._append(self._opened(path, is_forced=False), identity, records)

    def _append(
        self, journal: OwnJournal, identity: Identity, records: tuple[Record, ...]
    ) -> Written:
        before = self._unsaid(identity, records)
        numbered, number, clock = list[Record](), self._number, self._clock
        for record in (*before, *without_purged(records)):
            number, clock = number + 1, min(max(clock + 1, record.clock), MOST_CLOCK)
            place = {"journal": journal.path.stem, "number": number, "clock": clock}
            numbered.append(record.model_copy(update=place))
        journal.append(numbered)
        left = self._purged(journal, numbered)
        self._number, self._clock = number, clock
        self.count += len(records)
        self._damaged, self._is_begun, self._name = (), True, identity.author.name
        unread, self._unread = self._unread, ()
        own, count = tuple(numbered), len(before)
        is_private = journal.path.parent == self._task.places.private
        return Written(own[count:], (*unread, *own[:count]), journal.path, is_private, left)

    def _purged(self, journal: OwnJournal, records: list[Record]) -> tuple[Problem, ...]:
        """Remove for good what was purged; give where it still stands."""
        gone = [record for record in records if record.op == "purge"]
        if not gone:
            return ()
        ids = frozenset(record.id for record in gone if record.id is not None)
        sweep = Sweep(self._task.places.everywhere, self._task.case, gone[0].author, ids)
        words = sweep.words()
        journal.purge(ids, gone, words)
        self._checked.forget()
        return sweep.clean(words, journal)

    def _swept(self, author: str | None, ids: frozenset[str]) -> tuple[Problem, ...]:
        if author is None or not ids:
            return ()
        sweep = Sweep(self._task.places.everywhere, self._task.case, author, ids)
        self._checked.forget()
        return sweep.clean(sweep.words(), self._journal)

    def take_over(self, identity: Identity) -> None:
        """Ask the window that writes to give the right back, and wait for it.

        Raises HeldError where it does not answer.
        """
        deadline = time.monotonic() + TAKE_OVER_S
        while True:
            try:
                self._open(identity, is_elsewhere=False, is_forced=False)
            except HeldError as error:
                has_answered = error.holder is None or error.holder.is_here
                if time.monotonic() > deadline:
                    raise
                if not has_answered:
                    self._open(identity, is_elsewhere=False, is_forced=True)
                    return
                places = self._task.places
                path = _own(identity, places.beside or places.private)
                OwnJournal(path, self._task.case).lock.ask_for()
                time.sleep(_STEP_S)
            else:
                return

    def give_back(self) -> bool:
        """Give the right to write back where another window asks for it; tell whether it was so."""
        if self._journal is None or not self._journal.lock.is_asked_for:
            return False
        self.close()
        return True

    def close(self) -> None:
        """Stop writing."""
        if self._journal is not None:
            self._journal.close()
        self._journal = None

    # -- the journal --------------------------------------------------------------------------

    def _open(self, identity: Identity, *, is_elsewhere: bool, is_forced: bool) -> OwnJournal:
        if self._journal is not None and not is_elsewhere:
            return self._journal
        self.close()
        beside, private = self._task.places.beside, self._task.places.private
        if beside is None or is_elsewhere:
            return self._opened(_own(identity, private), is_forced=is_forced)
        if not self._task.path.exists():  # what is there now may be the place of a drive that left
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self._task.path))
        try:
            return self._opened(_own(identity, beside), is_forced=is_forced)
        except OSError as error:
            if error.errno not in _CLOSED:
                raise
        return self._opened(_own(identity, private), is_forced=is_forced)

    def _opened(self, path: Path, *, is_forced: bool) -> OwnJournal:
        journal = OwnJournal(path, self._task.case)
        held = journal.open(is_forced=is_forced)
        self._journal = journal
        # A file that another program put back may lack records that others know of.
        known = self._ends.get(path.stem, 0)
        self._number = max([known, *(record.number for record in held.records)])
        self._clock = max((record.clock for record in held.records), default=0)
        names = [record.name for record in held.records if record.name is not None]
        self._is_begun, self._name = held.begin is not None, names[-1] if names else ""
        self._damaged = held.damaged
        # Another window may have written since everything was read.
        self._unread = tuple(r for r in held.records if r.number > self._ends.get(r.journal, 0))
        return journal

    def _unsaid(self, identity: Identity, records: tuple[Record, ...]) -> tuple[Record, ...]:
        """Give what the journal does not say yet: whose it is, and what was found damaged.

        It comes after all that was read, as edits do: else a colleague who joins could come before
        the others, and a new name be passed over for an old one.
        """
        author, name = identity.author.id, identity.author.name
        said: list[dict[str, object]] = []
        if not self._is_begun:
            said.append(
                {"op": "begin", "name": name, "case": self._task.case, "device": host_name()}
            )
        elif name != self._name and all(record.op != "name" for record in records):
            said.append({"op": "name", "name": name})
        said += ({"op": "aside", "aside": checksum(stretch)} for stretch in self._damaged)
        clock = min(self._seen_clock + 1, MOST_CLOCK)
        place = {"journal": "0" * 16, "number": 1, "clock": clock, "at": self._now()}
        return tuple(Record.model_validate(place | {"author": author} | one) for one in said)


def _to_be_swept(
    author: str | None, journals: Iterable[Journal], annotations: AnnotationSet
) -> frozenset[str]:
    """Give what an author has removed for good although a journal of theirs still says it."""
    ids = {one.id for one in annotations.annotations.values() if one.is_purged}
    gone = frozenset(id_ for id_ in ids if owner_of(id_) == author)
    if not gone:
        return gone
    found = set[str]()
    for journal in journals:
        own = [record for record in journal.records if record.author == author]
        if own or not journal.records:
            said, damaged = {r.id for r in own if r.content is not None}, journal.damaged
            found.update(
                id_ for id_ in gone if id_ in said or any(id_.encode() in one for one in damaged)
            )
    return frozenset(found)


def _own(identity: Identity, folder: Path) -> Path:
    """Give the one journal of a person, a computer and a folder.

    A copy of the folder begins a journal of its own: two that go on from one would be at odds.
    """
    words = f"{identity.author.id}\0{identity.device}\0{folder}"
    raw = words.encode("utf-8", "surrogatepass")
    return journal_path(folder, hashlib.blake2b(raw, digest_size=8).hexdigest())
