"""Writing that is on the disk when it is done, whatever happens to the power afterwards."""

import errno
import os
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_UNFINISHED: Final = ".new"
_STEP: Final = 1024 * 1024
_NOT_KNOWN_THERE: Final = frozenset(
    {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOTTY, errno.EBADF}
)
"""How drives, above all of networks, say that they have no such sync; not that it went wrong."""


def write_whole(fd: int, data: bytes) -> None:
    """Write all of the data, in as many steps as the system takes it; raises OSError."""
    view = memoryview(data)
    while view:
        written = os.write(fd, view)
        if written <= 0:
            raise OSError(f"{written} bytes written of {len(view)}")
        view = view[written:]


def sync_file(fd: int) -> None:
    """Wait until what was written to a file is on the disk; raises OSError."""
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)  # fsync leaves it in the drive's own memory there
        except OSError as error:
            if error.errno not in _NOT_KNOWN_THERE:
                raise
            os.fsync(fd)
    elif hasattr(os, "fdatasync"):
        os.fdatasync(fd)
    else:
        os.fsync(fd)


def sync_folder(folder: Path) -> None:
    """Wait until the names of a folder's files are on the disk; raises OSError."""
    if sys.platform == "win32":
        return  # names are kept with the file there, and a folder cannot be opened
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in _NOT_KNOWN_THERE:
            raise
    finally:
        os.close(fd)


def make_folder(folder: Path) -> None:
    """Make a folder with those above it, each on the disk before what stands in it.

    One that is there already may be what an earlier try made and could not sync.
    """
    is_there = folder.is_dir()
    if not is_there:
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
    try:
        sync_folder(folder.parent)
    except PermissionError:
        if not is_there:
            raise  # else somebody made it who may look into the one above


def open_plain(path: Path, flags: int, mode: int = 0o666) -> int:
    """Open an ordinary file of this very name, never waiting; raises OSError.

    A link is refused: in a shared folder anybody could make one that leads to another file.
    """
    for flag in ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK"):
        flags |= getattr(os, flag, 0)
    fd = os.open(path, flags, mode)
    try:
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    except OSError:
        os.close(fd)
        raise
    return fd


def read_whole(fd: int, limit: int) -> bytes:
    """Give all that stands in an open file; raises OSError, also where it is longer."""
    os.lseek(fd, 0, os.SEEK_SET)
    found = bytearray()
    while part := os.read(fd, _STEP):
        found += part
        if len(found) > limit:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return bytes(found)


def set_mode(fd: int, mode: int) -> None:
    """Give a file permissions whatever the process masks, where its drive has any."""
    if hasattr(os, "fchmod"):
        with suppress(OSError):
            os.fchmod(fd, mode)


def replace_file(path: Path, data: bytes, mode: int | None) -> None:
    """Put other contents in a file's place, whole or not at all; raises OSError.

    Without a mode it has the permissions that it had before, and a new one those of any new file.
    """
    if mode is None:
        with suppress(OSError):  # it is new
            mode = stat.S_IMODE(path.stat().st_mode)
    beside = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}{_UNFINISHED}")
    beside.unlink(missing_ok=True)  # of a process that had this number before
    try:
        made_with = 0o666 if mode is None else mode
        fd = open_plain(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, made_with)
        try:
            if mode is not None:
                set_mode(fd, mode)
            write_whole(fd, data)
            sync_file(fd)
        finally:
            os.close(fd)
        beside.replace(path)
    except OSError:
        with suppress(OSError):  # the first error tells why
            beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def remove_unfinished(path: Path) -> None:
    """Remove what writers that died in `replace_file` left of a file; raises OSError.

    Only for who alone may write it.
    """
    for other in unfinished(path):
        other.unlink(missing_ok=True)


def unfinished(path: Path) -> list[Path]:
    """Give what writers that died in `replace_file` left of a file; raises OSError."""
    beginning = f".{path.name}."
    return [
        one for one in path.parent.iterdir() if one.name.startswith(beginning) and _is_left(one)
    ]


def unfinished_in(folder: Path, suffix: str) -> Iterator[Path]:
    """Give the files of a kind of which something was left in a folder; raises OSError."""
    for one in folder.iterdir():
        name, found, _ = one.name.removeprefix(".").partition(suffix)
        if found and one.name.startswith(".") and _is_left(one):
            yield one.with_name(name + suffix)


def _is_left(path: Path) -> bool:
    return path.name.endswith(_UNFINISHED)
