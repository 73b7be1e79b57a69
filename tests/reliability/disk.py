"""A disk that may lose its power: what was synced stays, of the rest any part may.

Built from what POSIX promises and no more: data of a file are safe after fsync or fdatasync of it,
names after fsync of their folder. What was not synced is there whole, torn at any byte, as zeros
(a length without its data), with sectors missing, or not at all, each write and each name by
itself and in no order.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.reliability.system_calls import Call

SECTOR = 512
UNKNOWN_CALLS = frozenset(
    (
        *("creat", "dup", "dup2", "dup3", "writev", "pwrite64", "pwritev", "pwritev2", "truncate"),
        *("sync_file_range", "syncfs", "fallocate", "link", "linkat", "symlink", "symlinkat"),
        *("rmdir", "sendfile", "copy_file_range"),
    )
)


@dataclass
class File:
    """A file's bytes on the disk, and what was written since they were synced."""

    synced: bytes = b""
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    """(offset, data), or (length, None) for a file that was cut."""
    size: int = 0

    def sync(self) -> None:
        self.synced = self.after(self.pending)
        self.pending = []

    def after(self, pending: list[tuple[int, bytes | None]]) -> bytes:
        data = bytearray(self.synced)
        for offset, written in pending:
            if written is None:
                data = data[:offset].ljust(offset, b"\0")
            else:
                data = data.ljust(offset, b"\0")
                data[offset : offset + len(written)] = written
        return bytes(data)


@dataclass
class Folder:
    """A folder's names on the disk, and what became of them since they were synced."""

    synced: dict[str, File | Folder] = field(default_factory=dict)
    pending: list[tuple[str, File | Folder | None, str]] = field(default_factory=list)
    """(name, what it names from then on or None, the name that goes with it or "")."""

    def names(self) -> dict[str, File | Folder]:
        return self.after(self.pending)

    def sync(self) -> None:
        self.synced = self.names()
        self.pending = []

    def after(
        self, pending: list[tuple[str, File | Folder | None, str]]
    ) -> dict[str, File | Folder]:
        names = dict(self.synced)
        for name, one, old in pending:
            names.pop(old, None)
            if one is None:
                names.pop(name, None)
            else:
                names[name] = one
        return names


@dataclass
class _Open:
    one: File | Folder
    is_appending: bool = False
    place: int = 0


class Disk:
    """What a program's calls leave below one folder, which was there before."""

    def __init__(self, root: Path, *, obeys_syncs: bool = True) -> None:
        self.top = Folder()
        self._root = PurePosixPath(root)
        self._open: dict[int, _Open] = {}
        self._obeys_syncs = obeys_syncs

    def take(self, call: Call) -> None:
        """Do what a call did."""
        if call.name in UNKNOWN_CALLS:
            assert not self._open, f"{call.name} is not understood"
        does = getattr(self, f"_{call.name}", None)
        if does is not None:
            does(call)

    def states(self, rng: random.Random, count: int) -> Iterator[Folder]:
        """Give what may be there when the power goes now."""
        for _ in range(count):
            yield _survivor(self.top, rng, rng.choice((0.0, 0.2, 0.5, 0.8, 1.0)))

    # -- the calls ----------------------------------------------------------------------------

    def _steps(self, call: Call, number: int) -> tuple[Folder, str] | None:
        """Give the folder and the name that a path of ours means."""
        path = PurePosixPath(call.text(number))
        if not path.is_relative_to(self._root) or path == self._root:
            return None
        folder: File | Folder | None = self.top
        for name in path.relative_to(self._root).parts[:-1]:
            folder = folder.names().get(name) if isinstance(folder, Folder) else None
        assert isinstance(folder, Folder), path
        return folder, path.name

    def _openat(self, call: Call) -> None:
        flags = str(call.arguments[2])
        if PurePosixPath(call.text(1)) == self._root:
            self._open[call.gave] = _Open(self.top)
            return
        found = self._steps(call, 1)
        if found is None:
            return
        folder, name = found
        one = folder.names().get(name)
        if one is None:
            one = File()
            folder.pending.append((name, one, ""))
        if "O_TRUNC" in flags and isinstance(one, File):
            self._cut(one, 0)
        self._open[call.gave] = _Open(one, "O_APPEND" in flags)

    def _close(self, call: Call) -> None:
        self._open.pop(call.number(0), None)

    def _lseek(self, call: Call) -> None:
        if call.number(0) in self._open:
            self._open[call.number(0)].place = call.gave

    def _write(self, call: Call) -> None:
        opened = self._open.get(call.number(0))
        if opened is None:
            return
        file, data = opened.one, call.arguments[1]
        assert isinstance(file, File)
        assert isinstance(data, bytes)
        data = data[: call.gave]
        offset = file.size if opened.is_appending else opened.place
        file.pending.append((offset, data))
        opened.place = offset + len(data)
        file.size = max(file.size, opened.place)

    def _fsync(self, call: Call) -> None:
        opened = self._open.get(call.number(0))
        if opened is not None and self._obeys_syncs:
            opened.one.sync()

    _fdatasync = _fsync

    def _ftruncate(self, call: Call) -> None:
        opened = self._open.get(call.number(0))
        if opened is not None and isinstance(opened.one, File):
            self._cut(opened.one, call.number(1))

    def _cut(self, file: File, length: int) -> None:
        file.pending.append((length, None))
        file.size = length

    def _mkdir(self, call: Call) -> None:
        found = self._steps(call, 0)
        if found is not None:
            found[0].pending.append((found[1], Folder(), ""))

    def _rename(self, call: Call) -> None:
        found = self._steps(call, 0)
        if found is None:
            return
        to = self._steps(call, 1)
        assert to is not None
        assert to[0] is found[0], "moved to another folder"
        folder, name = found
        folder.pending.append((to[1], folder.names()[name], name))

    def _unlink(self, call: Call) -> None:
        found = self._steps(call, 0)
        if found is not None:
            found[0].pending.append((found[1], None, ""))


def _survivor(one: Folder, rng: random.Random, kept: float) -> Folder:
    """Give a folder as the disk may have it; of what is pending the share `kept` stays."""
    names = one.after([change for change in one.pending if rng.random() < kept])
    found: dict[str, File | Folder] = {}
    for name, below in names.items():
        if isinstance(below, Folder):
            found[name] = _survivor(below, rng, kept)
        else:
            changes = [change for given in below.pending for change in _rest(given, rng, kept)]
            found[name] = File(below.after(changes))
    return Folder(found)


def _rest(
    change: tuple[int, bytes | None], rng: random.Random, kept: float
) -> Iterator[tuple[int, bytes | None]]:
    """Give what is left of one write."""
    offset, data = change
    if data is None or rng.random() < kept * 0.5:
        if data is not None or rng.random() < kept:
            yield change
        return
    match rng.randrange(4):
        case 0:
            return
        case 1:
            yield offset, data[: rng.randint(0, len(data))]
        case 2:
            yield offset, bytes(rng.choice((len(data), rng.randint(0, len(data)))))
        case _:
            left = bytearray(data)
            for start in range(-(offset % SECTOR), len(data), SECTOR):
                if rng.random() < 0.5:
                    first, last = max(start, 0), min(start + SECTOR, len(data))
                    left[first:last] = bytes(last - first)
            yield offset, bytes(left)


def put_down(folder: Folder, path: Path) -> None:
    """Make real files of a state."""
    path.mkdir()
    for name, one in folder.synced.items():
        if isinstance(one, Folder):
            put_down(one, path / name)
        else:
            (path / name).write_bytes(one.synced)
