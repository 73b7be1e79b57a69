"""What annotations said that were removed for good, taken out of every file that holds it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from viewer.io.annotations.drafts import Drafts
from viewer.io.annotations.durable import unfinished, unfinished_in
from viewer.io.annotations.journal_reading import SUFFIX, held_in, is_journal
from viewer.io.annotations.own_journal import OwnJournal
from viewer.io.annotations.purging import Words, swept, words_of
from viewer.io.annotations.writing_lock import HeldError
from viewer.io.unreadable import UnreadableError
from viewer.model import annotation_texts
from viewer.model.problem import Problem


@dataclass(frozen=True)
class Sweep:
    """Annotations of one author that are to go, and where they may stand.

    One author may have several journals of a case: of each computer, of where the case lay before,
    with the person's own data, sent by mail. All are swept that nobody else writes now. Everything
    here may wait for the disk.
    """

    folders: tuple[Path, ...]
    case: str
    author: str
    ids: frozenset[str]

    def words(self) -> Words:
        """Give what the annotations say in any journal; to be asked before one is swept."""
        found = (words_of(_held(path), self.ids) for path in self._journals())
        return frozenset[bytes]().union(*found)

    def clean(self, words: Words, own: OwnJournal | None) -> tuple[Problem, ...]:
        """Sweep all journals and drafts; where something still stands is told.

        `own` is the one that this window writes and nobody else can.
        """
        told = [self._cleaned(path, words, own) for path in self._journals()]
        told += [self._dropped(folder, id_) for folder in self.folders for id_ in sorted(self.ids)]
        return tuple(problem for problem in told if problem is not None)

    def _cleaned(self, path: Path, words: Words, own: OwnJournal | None) -> Problem | None:
        try:
            if own is not None and own.path == path:
                own.sweep(self.author, self.ids, words)
            elif any(self._is_in(_held(file), words) for file in (path, *unfinished(path))):
                self._sweep(OwnJournal(path, self.case), words)
        except (OSError, HeldError) as error:
            return still_there(path, error)
        return None

    def _is_in(self, raw: bytes, words: Words) -> bool:
        return swept(raw, self.author, self.ids, words) != raw

    def _sweep(self, journal: OwnJournal, words: Words) -> None:
        journal.open()
        try:
            journal.sweep(self.author, self.ids, words)
        finally:
            journal.close()

    def _dropped(self, folder: Path, id_: str) -> Problem | None:
        try:
            Drafts(folder, self.case).drop(id_)
        except OSError as error:
            return still_there(folder, error)
        return None

    def _journals(self) -> Iterator[Path]:
        """Give the files of journals, those too of which only something unfinished was left."""
        for folder in self.folders:
            try:
                found = {path for path in folder.iterdir() if is_journal(path)}
                found.update(unfinished_in(folder, SUFFIX))
            except OSError:  # it is told when it is read
                continue
            yield from sorted(found)


def still_there(path: Path, error: Exception) -> Problem:
    """Give the problem of a file from which something could not be removed now."""
    remedy = annotation_texts.STILL_THERE_REMEDY
    if isinstance(error, HeldError):
        holder = error.holder
        named = f"{holder.host}, {holder.pid}" if holder is not None else "?"
        values = {"path": str(path), "holder": named}
        return Problem("warning", annotation_texts.STILL_WRITTEN, remedy, values)
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    values = {"path": str(path), "reason": reason}
    return Problem("warning", annotation_texts.STILL_THERE, remedy, values)


def _held(path: Path) -> bytes:
    """Give what a file holds; nothing where it cannot be read, which is told elsewhere."""
    try:
        return held_in(path)
    except UnreadableError:
        return b""
