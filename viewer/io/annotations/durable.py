"""Writing that is on the disk when it is done, whatever happens to the power afterwards."""

import os
import sys
from pathlib import Path


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

        fcntl.fcntl(fd, fcntl.F_FULLFSYNC)  # fsync there leaves it in the drive's own memory
    elif hasattr(os, "fdatasync"):
        os.fdatasync(fd)
    else:
        os.fsync(fd)


def sync_folder(folder: Path) -> None:
    """Wait until the names of a folder's files are on the disk; raises OSError."""
    if os.name == "nt":
        return  # names are kept with the file there, and a folder cannot be opened
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def make_folder(folder: Path) -> None:
    """Make a folder with those above it, each on the disk before what stands in it."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def replace_file(path: Path, data: bytes, mode: int) -> None:
    """Put other contents in a file's place, whole or not at all; raises OSError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        fd = os.open(
            beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), mode
        )
        try:
            write_whole(fd, data)
            sync_file(fd)
        finally:
            os.close(fd)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
