"""Who writes a journal: one window at a time, on one computer.

The lock is the system's own and goes with the process, so that a crash leaves none behind. The file
it is on says who holds it; where another computer's name stands in it, nobody here can tell whether
that one still writes, and it is named instead of being passed over.
"""

import errno
import hashlib
import json
import os
import platform
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from viewer.io.annotations.durable import open_plain, write_whole

LOCK_SUFFIX: Final = ".lock"
WANTED_SUFFIX: Final = ".wanted"
_LOCKED_BYTE: Final = 0x4000_0000
"""The byte that Windows locks, far behind what the file says, which all may read."""
_MOST_SAID: Final = 4096
_TRIES: Final = 10
_NO_LOCKS: Final = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
"""How drives, above all of networks, say that they have no locks."""


@dataclass(frozen=True)
class Holder:
    """Who writes a journal, as the lock's file says."""

    host: str
    pid: int

    @property
    def is_here(self) -> bool:
        """Whether it is a process of this computer."""
        return self.host == host_name()


class HeldError(Exception):
    """The journal is another window's to write; `holder` is None where it does not say whose."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__(str(holder))
        self.holder = holder


def host_name() -> str:
    """Give this computer's name."""
    return platform.node() or "?"


class WritingLock:
    """The right to write one journal, held from `take` to `release`."""

    def __init__(self, journal: Path) -> None:
        self._path = journal.with_name(journal.name + LOCK_SUFFIX)
        self._wanted = journal.with_name(journal.name + WANTED_SUFFIX)
        self._fd: int | None = None
        self._stand_in: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this window may write."""
        return self._fd is not None

    @property
    def is_in_place(self) -> bool:
        """Whether the right is held on the file that has the lock's name now."""
        return self._fd is not None and self._is_at_name(self._fd)

    def take(self, *, is_forced: bool = False) -> None:
        """Take the right to write.

        `is_forced` passes over another computer's name, never over a living process of this one.
        Raises HeldError where it is another's, and OSError where the folder cannot be written.
        """
        for _ in range(_TRIES):
            fd, stand_in = self._locked(is_forced=is_forced)
            if self._is_at_name(fd):  # else its file was replaced meanwhile, and locks nothing
                self._fd, self._stand_in = fd, stand_in
                return
            _close(fd, stand_in)
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self._path))

    def keep(self) -> None:
        """See that the right still holds where the journal is now.

        Where the file was deleted or its drive changed, another window could have it by now: then
        it is taken anew, as `take` does.
        """
        if self.is_in_place:
            return
        fd, stand_in, self._fd, self._stand_in = self._fd, self._stand_in, None, None
        _close(fd, stand_in)
        self.take()

    def _locked(self, *, is_forced: bool) -> tuple[int, int | None]:
        """Give the open file that is locked, and the one that stands in for its lock."""
        fd, stand_in = open_plain(self._path, os.O_RDWR | os.O_CREAT), None
        try:
            try:
                is_free = _lock(fd)
            except OSError as error:
                if error.errno not in _NO_LOCKS:
                    raise
                stand_in = self._opened_stand_in()
                is_free = _lock(stand_in)
            holder = _said(fd)
            if not is_free or (holder is not None and not holder.is_here and not is_forced):
                raise HeldError(holder)
            os.ftruncate(fd, 0)
            os.lseek(fd, 0, os.SEEK_SET)
            write_whole(fd, json.dumps({"host": host_name(), "pid": os.getpid()}).encode())
            self._wanted.unlink(missing_ok=True)
        except BaseException:
            _close(fd, stand_in)
            raise
        return fd, stand_in

    def _opened_stand_in(self) -> int:
        """Give a file of this computer's to lock instead.

        That is enough: a journal belongs to one computer, and others are named in its own file.
        """
        folder = user_data_path("dayline", appauthor=False) / "locks"
        folder.mkdir(parents=True, exist_ok=True)
        name = hashlib.blake2b(os.fsencode(self._path.absolute()), digest_size=8).hexdigest()
        return open_plain(folder / f"{name}{LOCK_SUFFIX}", os.O_RDWR | os.O_CREAT, 0o600)

    def _is_at_name(self, fd: int) -> bool:
        try:
            return os.path.samestat(os.fstat(fd), self._path.lstat())
        except OSError:
            return False

    def release(self) -> None:
        """Give the right to write back."""
        if self._fd is None:
            return
        fd, stand_in, self._fd, self._stand_in = self._fd, self._stand_in, None, None
        with suppress(OSError):  # where the drive is gone, the lock went with it
            os.ftruncate(fd, 0)  # nobody holds it, wherever the folder is read next
        _close(fd, stand_in)

    def ask_for(self) -> None:
        """Ask the window that holds it to give it back; raises OSError."""
        fd = open_plain(self._wanted, os.O_WRONLY | os.O_CREAT)
        try:
            write_whole(fd, host_name().encode())
        finally:
            os.close(fd)

    @property
    def is_asked_for(self) -> bool:
        """Whether another window has asked for the right to write."""
        return self._fd is not None and self._wanted.exists()


def _close(*fds: int | None) -> None:
    for fd in fds:
        if fd is not None:
            with suppress(OSError):  # closed in any case
                os.close(fd)


def _said(fd: int) -> Holder | None:
    """Give who holds the lock, as its file says; None where it says nobody."""
    try:
        os.lseek(fd, 0, os.SEEK_SET)
        given = json.loads(os.read(fd, _MOST_SAID).decode("utf-8"))
        return Holder(str(given["host"]), int(given["pid"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


if sys.platform == "win32":
    import msvcrt

    def _lock(fd: int) -> bool:
        os.lseek(fd, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(fd: int) -> bool:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
