"""The files of a case, in a folder or in one .dayline file: read only, bounded, never outside."""

import errno
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, Protocol

from viewer.io.unreadable import AssetUnreadableError, UnreadableError
from viewer.model import problem_texts
from viewer.model.problem import Problem

MIB = 1024 * 1024
CASE_LIMIT = 64 * MIB
"""case.json may be this long (bytes)."""
ASSET_LIMIT = 1024 * MIB
"""Any other file of a case may be this long (bytes)."""

_DRIVE_OR_CONTROL = re.compile(r"[\x00-\x1f\x7f:\\]")
_KINDS: tuple[tuple[Callable[[int], bool], str], ...] = (
    (stat.S_ISDIR, problem_texts.IS_FOLDER),
    (stat.S_ISFIFO, problem_texts.IS_PIPE),
    (stat.S_ISSOCK, problem_texts.IS_SOCKET),
)


class Assets(Protocol):
    """The files inside a case, by names such as "figures/ct.png"."""

    def exists(self, name: str) -> bool:
        """Tell whether there is such a file inside the case."""

    def path(self, name: str) -> Path | None:
        """Give the file on disk; None where there is none inside the case, or only in a zip."""

    def names(self, folder: str) -> Iterator[str]:
        """Give the names of the files below a folder, at any depth, in order; none without it."""

    def size(self, name: str) -> int:
        """Give how long a file is (bytes); 0 where there is none inside the case."""

    def read(self, name: str, limit: int = ASSET_LIMIT) -> bytes:
        """Give what a file holds, at most `limit` bytes.

        Raises AssetUnreadableError where it is not there, not inside the case, larger or broken.
        """


def is_inside(name: str) -> bool:
    """Tell whether a name can only mean a file below the case folder, on every system."""
    steps = name.split("/")
    is_plain = _DRIVE_OR_CONTROL.search(name) is None
    return is_plain and all(step not in ("", ".", "..") for step in steps)


class FolderAssets:
    """The files of a case folder. A link is followed only to what lies inside the folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def exists(self, name: str) -> bool:
        """Tell whether there is such a file inside the case."""
        return self.path(name) is not None

    def path(self, name: str) -> Path | None:
        """Give the file on disk; None where there is none inside the case."""
        try:
            path = self._within(name)
            return path if stat.S_ISREG(path.stat().st_mode) else None
        except (UnreadableError, OSError, RuntimeError):
            return None

    def names(self, folder: str) -> Iterator[str]:
        """Give the names of the files below a folder (see `Assets`); links to folders are not."""
        try:
            top = self._within(folder)
        except (UnreadableError, OSError, RuntimeError):
            return
        for place, folders, files in os.walk(top):
            folders.sort()
            within = Path(folder, Path(place).relative_to(top)).as_posix()
            yield from [f"{within}/{file}" for file in sorted(files)]

    def size(self, name: str) -> int:
        """Give how long a file is (bytes); 0 where there is none inside the case."""
        path = self.path(name)
        return 0 if path is None else path.stat().st_size

    def read(self, name: str, limit: int = ASSET_LIMIT) -> bytes:
        """Give what a file holds, at most `limit` bytes (see `Assets`)."""
        try:
            path = self._within(name)
        except (OSError, RuntimeError) as error:
            raise AssetUnreadableError(failure(self._folder / name, error)) from None
        remedy = problem_texts.ASSET_TOO_LARGE_REMEDY
        with reading(path) as file:
            return bounded(file, limit, str(self._folder / name), remedy)

    def _within(self, name: str) -> Path:
        if not is_inside(name):
            raise AssetUnreadableError(unsafe(name))
        path = (self._folder / name).resolve(strict=True)
        if not path.is_relative_to(self._folder.resolve()):
            message, remedy = problem_texts.LINK_LEAVES, problem_texts.LINK_LEAVES_REMEDY
            raise AssetUnreadableError(Problem("error", message, remedy, {"path": name}))
        return path


class ZipAssets:
    """The files of a .dayline file, read in place.

    `prefix` is the folder inside that they stand in. The file is opened anew for each, so that it
    is never held, and may be replaced.
    """

    def __init__(self, path: Path, prefix: str, names: frozenset[str]) -> None:
        self._path = path
        self._prefix = prefix
        self._names = names

    def exists(self, name: str) -> bool:
        """Tell whether there is such a file inside the case."""
        return is_inside(name) and self._prefix + name in self._names

    def path(self, name: str) -> Path | None:  # noqa: ARG002
        """Give None: what stands in a zip has no place of its own on disk."""
        return None

    def names(self, folder: str) -> Iterator[str]:
        """Give the names of the files below a folder (see `Assets`)."""
        start = f"{self._prefix}{folder}/"
        yield from sorted(n.removeprefix(self._prefix) for n in self._names if n.startswith(start))

    def size(self, name: str) -> int:
        """Give how long a file is when unpacked (bytes); 0 where there is none inside the case."""
        if not self.exists(name):
            return 0
        with (
            reading(self._path) as file,
            broken_zip(self._path),
            zipfile.ZipFile(file) as whole,
        ):
            return whole.getinfo(self._prefix + name).file_size

    def read(self, name: str, limit: int = ASSET_LIMIT) -> bytes:
        """Give what a file holds, at most `limit` bytes (see `Assets`)."""
        if not is_inside(name):
            raise AssetUnreadableError(unsafe(name))
        if not self.exists(name):
            raise AssetUnreadableError(missing(name))
        with (
            reading(self._path) as file,
            broken_zip(self._path),
            zipfile.ZipFile(file) as whole,
            whole.open(self._prefix + name) as entry,
        ):
            return bounded(entry, limit, name, problem_texts.ASSET_TOO_LARGE_REMEDY)


@contextmanager
def broken_zip(path: Path) -> Iterator[None]:
    """Turn what the zip reader raises on a damaged file into an AssetUnreadableError."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        NotImplementedError,
        OSError,
        RuntimeError,
        UnicodeError,
        ValueError,
    ):
        texts = problem_texts.ZIP_BROKEN, problem_texts.ZIP_BROKEN_REMEDY
        raise AssetUnreadableError(Problem("error", *texts, {"path": str(path)})) from None


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """Open an ordinary file for reading, without ever waiting for a pipe or a device.

    Raises AssetUnreadableError where it is something else or may not be read.
    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise AssetUnreadableError(_not_a_file(path, mode))
        # Should a pipe take its place at this very moment: opened so, it cannot block.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            yield file
    except (OSError, ValueError) as error:
        raise AssetUnreadableError(failure(path, error)) from None


def bounded(file: IO[bytes], limit: int, path: str, remedy: str) -> bytes:
    """Give all that a file holds; raise AssetUnreadableError where it is more than `limit`."""
    raw = file.read(limit + 1)
    if len(raw) > limit:
        values = {"path": path, "limit": size_text(limit)}
        raise AssetUnreadableError(Problem("error", problem_texts.FILE_TOO_LARGE, remedy, values))
    return raw


def size_text(size: int) -> str:
    """Give a size in bytes as it is told: "64 MiB"."""
    return f"{size // MIB:,} MiB" if size >= MIB else f"{size:,} bytes"


def unsafe(name: str) -> Problem:
    """Give the problem of a name that leads out of the case."""
    texts = problem_texts.ASSET_UNSAFE, problem_texts.ASSET_UNSAFE_REMEDY
    return Problem("error", *texts, {"name": name})


def missing(name: str) -> Problem:
    """Give the problem of a file that is not in the case."""
    texts = problem_texts.ASSET_MISSING, problem_texts.ASSET_MISSING_REMEDY
    return Problem("error", *texts, {"name": name})


def failure(path: Path, error: Exception) -> Problem:
    """Give the problem of a file that the system does not let us read."""
    values = {"path": str(path)}
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        texts = problem_texts.NOT_FOUND, problem_texts.NOT_FOUND_REMEDY
    elif isinstance(error, PermissionError):
        texts = problem_texts.NOT_ALLOWED, problem_texts.NOT_ALLOWED_REMEDY
    else:
        is_loop = isinstance(error, RuntimeError)  # how older Pythons tell of a link to itself
        number = errno.ELOOP if is_loop else getattr(error, "errno", None) or errno.EINVAL
        values["reason"] = os.strerror(number)
        texts = problem_texts.READ_FAILED, problem_texts.READ_FAILED_REMEDY
    return Problem("error", *texts, values)


def _not_a_file(path: Path, mode: int) -> Problem:
    message = next((text for is_kind, text in _KINDS if is_kind(mode)), problem_texts.IS_DEVICE)
    return Problem("error", message, problem_texts.CHOOSE_A_CASE, {"path": str(path)})
