"""The one journal that a window writes: append, wait for the disk, then say that it is saved."""

import os
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from viewer.io.annotations.durable import (
    make_folder,
    replace_file,
    sync_file,
    sync_folder,
    write_whole,
)
from viewer.io.annotations.journal_reading import Journal, parsed_journal
from viewer.io.annotations.lines import encoded, pieces
from viewer.io.annotations.writing_lock import WritingLock
from viewer.model.annotation_record import Record

_READABLE: Final = 0o666


class OwnJournal:
    """Appends records to a journal that no other window writes.

    All methods may wait for the disk and raise OSError: then nothing of what was given counts as
    saved, and the same records may be given again; one that was written twice counts once.
    """

    def __init__(self, path: Path, case: str) -> None:
        self.path = path
        self.lock = WritingLock(path)
        self._case = case
        self._fd: int | None = None
        self._is_torn = False

    def open(self, *, is_forced: bool = False) -> Journal:
        """Take the right to write, and give what the journal holds already.

        Raises HeldError where another window has it.
        """
        make_folder(self.path.parent)
        self.lock.take(is_forced=is_forced)
        try:
            return self._read()
        except BaseException:
            self.lock.release()
            raise

    def _read(self) -> Journal:
        raw = self.path.read_bytes() if self.path.exists() else b""
        held = parsed_journal(self.path, raw, self._case)
        self._is_torn = held.is_torn
        return held

    def append(self, records: Sequence[Record]) -> None:
        """Write records and wait until they are on the disk."""
        if not records:
            return
        fd = self._file()
        data = b"".join(encoded(record, self._case) for record in records)
        try:
            write_whole(fd, b"\n" + data if self._is_torn else data)
            sync_file(fd)
            self._see_that_it_is_there(fd)
        except OSError:
            # What of it is on the disk is not known: the next line begins anew, in a fresh file
            # descriptor, since a second sync of this one might report what never happened.
            self._is_torn = True
            self._close_file()
            raise
        self._is_torn = False

    def purge(self, ids: Iterable[str], tombstones: Sequence[Record]) -> None:
        """Remove all that annotations said from the file, and leave tombstones."""
        gone = [id_.encode() for id_ in ids]
        raw = self.path.read_bytes() if self.path.exists() else b""
        # Whole lines and damaged ones alike, where they name what is to go.
        kept = [
            raw[piece.start : piece.start + piece.length]
            for piece in pieces(raw)
            if not any(id_ in raw[piece.start : piece.start + piece.length] for id_ in gone)
        ]
        lines = b"".join(line + b"\n" for line in kept)
        data = lines + b"".join(encoded(record, self._case) for record in tombstones)
        mode = stat.S_IMODE(self.path.stat().st_mode) if self.path.exists() else self._mode()
        self._close_file()
        replace_file(self.path, data, mode)
        self._is_torn = False

    def close(self) -> None:
        """Stop writing and give the right to write back."""
        self._close_file()
        self.lock.release()

    # -- the file -----------------------------------------------------------------------------

    def _file(self) -> int:
        """Give the open file, made where it is not there, its name on the disk."""
        if self._fd is None:
            is_new = not self.path.exists()
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._fd = os.open(self.path, flags, self._mode())
            try:
                if is_new:
                    self._is_torn = False
                sync_folder(self.path.parent)
            except OSError:
                self._close_file()
                raise
        return self._fd

    def _mode(self) -> int:
        """Give the permissions that files of the folder have, as far as files have them."""
        return stat.S_IMODE(self.path.parent.stat().st_mode) & _READABLE

    def _see_that_it_is_there(self, fd: int) -> None:
        """Raise OSError where the file has lost its name: what is written to it would be, too."""
        if not os.path.samestat(os.fstat(fd), self.path.stat()):
            raise FileNotFoundError(2, os.strerror(2), str(self.path))

    def _close_file(self) -> None:
        if self._fd is not None:
            fd, self._fd = self._fd, None
            with suppress(OSError):  # what was not synced was not said to be saved
                os.close(fd)
