"""The one journal that a window writes: append, wait for the disk, then say that it is saved."""

import errno
import os
import stat
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from viewer.io.annotations.durable import (
    make_folder,
    open_plain,
    read_whole,
    remove_unfinished,
    replace_file,
    set_mode,
    sync_file,
    sync_folder,
    write_whole,
)
from viewer.io.annotations.journal_reading import JOURNAL_LIMIT, Journal, parsed_journal
from viewer.io.annotations.lines import encoded, pieces
from viewer.io.annotations.places import NOTES_SUFFIX
from viewer.io.annotations.purging import NO_WORDS, Words, swept, without
from viewer.io.annotations.writing_lock import HeldError, WritingLock
from viewer.model.annotation_record import Record

_READABLE: Final = 0o666


class OwnJournal:
    """Appends records to a journal that no other window writes.

    All methods may wait for the disk and raise OSError: then nothing of what was given counts as
    saved, and the same records may be given again; one that was written twice counts once.

    What was saved stays saved: where another program put an older file in the journal's place, cut
    it or deleted it, the lines that went are written again with the next ones.
    """

    def __init__(self, path: Path, case: str) -> None:
        self.path = path
        self.lock = WritingLock(path)
        self._case = case
        self._fd: int | None = None
        self._is_torn = False
        self._size = 0
        self._saved: dict[bytes, None] = {}
        """Every line that stands in the file or stood there, in order."""

    def open(self, *, is_forced: bool = False) -> Journal:
        """Take the right to write, and give what the journal holds already.

        Raises HeldError where another window has it.
        """
        self._make_folder()
        self.lock.take(is_forced=is_forced)
        try:
            raw = self._read()
            held = parsed_journal(self.path, raw, self._case)
            self._sync_what_was_there()
            with suppress(OSError):  # a purge tries again, and says so
                remove_unfinished(self.path)
        except BaseException:
            self.lock.release()
            raise
        self._is_torn = held.is_torn
        self._saved = dict.fromkeys(_whole_lines(raw))
        return held

    def append(self, records: Sequence[Record]) -> None:
        """Write records and wait until they are on the disk."""
        if not records:
            return
        lines = self._lines(records)
        if self._fd is not None and not self._is_as_left(self._fd):
            self._close_file()
        data = b""
        try:
            fd, missing = self._file()
            data = (b"\n" if self._is_torn else b"") + b"".join((*missing, *lines))
            self._see_that_it_fits(len(data))
            write_whole(fd, data)
            sync_file(fd)
            # What is written to a file without a name is gone.
            if not self._is_as_left(fd, len(data)):
                raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), str(self.path))
        except OSError:
            # What of it is on the disk is not known: the next line begins anew, in a fresh file
            # descriptor, since a second sync of this one might report what never happened.
            self._take_back(data)
            self._is_torn = True
            self._close_file()
            raise
        self._size += len(data)
        self._is_torn = False
        self._saved.update(dict.fromkeys(lines))

    def purge(
        self, ids: Iterable[str], tombstones: Sequence[Record], words: Words = NO_WORDS
    ) -> None:
        """Remove all that annotations said from the file, and leave tombstones.

        Damaged stretches go with it where they name it or hold its words; `words` are those that
        stand in other journals.
        """
        lines = self._lines(tombstones)
        kept = without(self._all_that_was_saved(), ids, words)
        self._rewrite(b"".join(kept), lines)

    def sweep(self, author: str, ids: Collection[str], words: Words) -> None:
        """Put tombstones in the place of all that annotations of an author said.

        For a journal that is not written otherwise now: nothing is added, and nothing is written
        where there is nothing to remove.
        """
        raw = self._all_that_was_saved()
        kept = swept(raw, author, ids, words)
        if kept != raw:
            self._rewrite(kept, [])

    def close(self) -> None:
        """Stop writing and give the right to write back."""
        self._close_file()
        self.lock.release()

    def _all_that_was_saved(self) -> bytes:
        """Give what is to be written anew, with the lines that went meanwhile."""
        self._close_file()
        self._keep_lock()
        remove_unfinished(self.path)  # they hold what was said, too
        raw = self._read()
        missing = self._missing(raw)
        return raw + b"\n" + b"".join(missing) if missing else raw

    def _rewrite(self, kept: bytes, lines: list[bytes]) -> None:
        # Whatever becomes of this try, what was to go is never written again.
        self._saved = dict.fromkeys(_whole_lines(kept))
        replace_file(self.path, kept + b"".join(lines), self._mode())
        self._is_torn = False
        self._saved.update(dict.fromkeys(lines))

    # -- the file -----------------------------------------------------------------------------

    def _make_folder(self) -> None:
        folder = self.path.parent
        if folder.name.endswith(NOTES_SUFFIX) and not folder.parent.is_dir():
            # The case that it belongs beside is gone, with its drive: nothing is made in its place.
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder.parent))
        make_folder(folder)

    def _lines(self, records: Sequence[Record]) -> list[bytes]:
        try:
            return [encoded(record, self._case) for record in records]
        except ValueError as error:
            raise OSError(errno.EINVAL, str(error), str(self.path)) from error

    def _file(self) -> tuple[int, list[bytes]]:
        """Give the open file, and the lines that were saved and do not stand in it.

        It is made where it is not there, its name on the disk.
        """
        if self._fd is not None:
            return self._fd, []
        self._keep_lock()
        raw = self._read()
        self._is_torn = bool(raw) and (self._is_torn or not raw.endswith(b"\n"))
        self._fd = open_plain(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT, self._mode())
        self._size = len(raw)
        if not raw:
            set_mode(self._fd, self._mode())
        sync_folder(self.path.parent)
        return self._fd, self._missing(raw)

    def _keep_lock(self) -> None:
        try:
            self.lock.keep()
        except HeldError as error:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(self.path)) from error

    def _read(self) -> bytes:
        """Give what the file holds; nothing where it is not there."""
        try:
            fd = open_plain(self.path, os.O_RDONLY)
        except FileNotFoundError:
            return b""
        try:
            return read_whole(fd, JOURNAL_LIMIT)
        finally:
            os.close(fd)

    def _missing(self, raw: bytes) -> list[bytes]:
        there = set(_whole_lines(raw))
        return [line for line in self._saved if line not in there]

    def _see_that_it_fits(self, length: int) -> None:
        if self._size + length > JOURNAL_LIMIT:  # nobody would read it again
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(self.path))

    def _mode(self) -> int:
        """Give the permissions that files of the folder have, as far as files have them."""
        return stat.S_IMODE(self.path.parent.stat().st_mode) & _READABLE

    def _sync_what_was_there(self) -> None:
        """Wait until what a window wrote that died before its sync is on the disk, too."""
        with suppress(FileNotFoundError):
            fd = open_plain(self.path, os.O_WRONLY | os.O_APPEND)
            try:
                sync_file(fd)
            finally:
                os.close(fd)
            sync_folder(self.path.parent)

    def _take_back(self, data: bytes) -> None:
        """Cut off what was written of lines that are not saved; else it is told as damage."""
        with suppress(OSError):  # then it stays, and is passed over
            if self._fd is not None:
                os.lseek(self._fd, self._size, os.SEEK_SET)
                written = os.read(self._fd, len(data) + 1)
                if written and data.startswith(written):
                    os.ftruncate(self._fd, self._size)

    def _is_as_left(self, fd: int, more: int = 0) -> bool:
        """Tell whether the file still has its name, its lock and the length it was given."""
        try:
            here = os.fstat(fd)
            has_name = os.path.samestat(here, self.path.lstat())
        except OSError:
            return False
        return has_name and here.st_size == self._size + more and self.lock.is_in_place

    def _close_file(self) -> None:
        if self._fd is not None:
            fd, self._fd = self._fd, None
            with suppress(OSError):  # what was not synced was not said to be saved
                os.close(fd)


def _whole_lines(raw: bytes) -> list[bytes]:
    """Give the lines whose checksum is right, each with its end."""
    return [
        raw[piece.start : piece.start + piece.length].removesuffix(b"\r") + b"\n"
        for piece in pieces(raw)
        if piece.json is not None
    ]
