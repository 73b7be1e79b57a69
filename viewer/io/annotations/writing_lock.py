"""Who writes a journal: one window at a time, on one computer.

The lock is the system's own and goes with the process, so that a crash leaves none behind. The file
it is on says who holds it; where another computer's name stands in it, nobody here can tell whether
that one still writes, and it is named instead of being passed over.
"""

import json
import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from viewer.io.annotations.durable import write_whole

LOCK_SUFFIX: Final = ".lock"
WANTED_SUFFIX: Final = ".wanted"
_LOCKED_BYTE: Final = 1 << 30
"""The byte that Windows locks, far behind what the file says, which all may read."""
_MOST_SAID: Final = 4096


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

    @property
    def is_held(self) -> bool:
        """Whether this window may write."""
        return self._fd is not None

    def take(self, *, is_forced: bool = False) -> None:
        """Take the right to write.

        `is_forced` passes over another computer's name, never over a living process of this one.
        Raises HeldError where it is another's, and OSError where the folder cannot be written.
        """
        fd = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        try:
            holder = _said(fd)
            if not _lock(fd):
                raise HeldError(holder)
            if holder is not None and not holder.is_here and not is_forced:
                raise HeldError(holder)
            os.ftruncate(fd, 0)
            os.lseek(fd, 0, os.SEEK_SET)
            write_whole(fd, json.dumps({"host": host_name(), "pid": os.getpid()}).encode())
        except BaseException:
            os.close(fd)
            raise
        self._fd = fd
        self._wanted.unlink(missing_ok=True)

    def release(self) -> None:
        """Give the right to write back."""
        if self._fd is None:
            return
        fd, self._fd = self._fd, None
        try:
            os.ftruncate(fd, 0)  # nobody holds it, wherever the folder is read next
        except OSError:
            pass  # the drive is gone, and the lock with it
        finally:
            os.close(fd)

    def ask_for(self) -> None:
        """Ask the window that holds it to give it back; raises OSError."""
        self._wanted.write_text(host_name(), "utf-8")

    @property
    def is_asked_for(self) -> bool:
        """Whether another window has asked for the right to write."""
        return self._fd is not None and self._wanted.exists()


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
