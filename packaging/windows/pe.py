"""Read what a library or program of Windows asks for and offers, without Windows.

Standard library only. A file of Windows begins with tables: which names of which libraries it is
linked to, and which names it gives to others.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

EXPORTS, IMPORTS, LATE_IMPORTS = 0, 1, 13
"""Places in the list of tables."""
SUBSYSTEMS = {2: "window", 3: "console"}


@dataclass(frozen=True)
class _Section:
    start: int
    size: int
    offset: int


class Image:
    """One file of Windows, of 64 bits."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        (header,) = struct.unpack_from("<I", self._data, 0x3C)
        if self._data[:2] != b"MZ" or self._data[header : header + 4] != b"PE\0\0":
            raise ValueError(f"{path} is no library or program of Windows")
        self.machine, count = struct.unpack_from("<HH", self._data, header + 4)
        (optional_size,) = struct.unpack_from("<H", self._data, header + 20)
        optional = header + 24
        self.is_64 = struct.unpack_from("<H", self._data, optional)[0] == 0x20B
        self.subsystem = SUBSYSTEMS.get(struct.unpack_from("<H", self._data, optional + 68)[0], "")
        self._tables = optional + (112 if self.is_64 else 96)
        first = optional + optional_size
        self._sections = [self._section(first + 40 * index) for index in range(count)]

    def imports(self) -> set[str]:
        """Give the names of the libraries it is linked to, in small letters."""
        found = self._libraries(IMPORTS, 20, 12)
        return found | self._libraries(LATE_IMPORTS, 32, 4)

    def exports(self) -> list[str]:
        """Give the names it offers, in their order."""
        table = self._table(EXPORTS)
        if table is None:
            return []
        (count,) = struct.unpack_from("<I", self._data, table + 24)
        (names,) = struct.unpack_from("<I", self._data, table + 32)
        places = struct.unpack_from(f"<{count}I", self._data, self._offset(names))
        return [self._text(place) for place in places]

    def asked_of(self, library: str) -> set[str]:
        """Give the names that it asks of one library, named in small letters."""
        place, found = self._table(IMPORTS), set()
        while place is not None:
            looked_up, _, _, name, filled = struct.unpack_from("<5I", self._data, place)
            if not name:
                break
            if self._text(name).lower() == library:
                found |= self._names(self._offset(looked_up or filled))
            place += 20
        return found

    def _names(self, place: int) -> set[str]:
        found = set()
        while (entry := struct.unpack_from("<Q", self._data, place)[0]) != 0:
            if not entry >> 63:  # else it is asked for by a number
                found.add(self._text(entry + 2))
            place += 8
        return found

    def _section(self, place: int) -> _Section:
        size, start, raw_size, offset = struct.unpack_from("<4I", self._data, place + 8)
        return _Section(start, max(size, raw_size), offset)

    def _offset(self, address: int) -> int:
        for section in self._sections:
            if section.start <= address < section.start + section.size:
                return address - section.start + section.offset
        raise ValueError(f"nothing lies at {address:#x}")

    def _table(self, index: int) -> int | None:
        (address,) = struct.unpack_from("<I", self._data, self._tables + 8 * index)
        return self._offset(address) if address else None

    def _text(self, address: int) -> str:
        start = self._offset(address)
        return self._data[start : self._data.index(b"\0", start)].decode("ascii")

    def _libraries(self, index: int, width: int, name_at: int) -> set[str]:
        place, found = self._table(index), set()
        while place is not None:
            (name,) = struct.unpack_from("<I", self._data, place + name_at)
            if not name:
                break
            found.add(self._text(name).lower())
            place += width
        return found


def needed(roots: list[Path], beside: dict[str, Path]) -> set[Path]:
    """Give which of the libraries ``beside``, by name, the roots are linked to, however far off."""
    found: set[Path] = set()
    left = list(roots)
    while left:
        for name in Image(left.pop()).imports():
            library = beside.get(name)
            if library is not None and library not in found:
                found.add(library)
                left.append(library)
    return found
