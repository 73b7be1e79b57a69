"""A small TIFF, picture after picture, of tiles or strips that are already JPEG."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

SHORT, LONG, ASCII, UNDEFINED = 3, 4, 2, 7
_FORMATS = {SHORT: "H", LONG: "I"}
Tag = tuple[int, bytes, int]
"""Type, value and the number of its items."""


@dataclass(frozen=True)
class Size:
    """How many pixels a picture has, and each of its tiles; no tile for a single strip."""

    width: int
    height: int
    tile: int | None = None
    kind: int = 0
    """The TIFF's own number for the kind of a picture; readers know a label by 1."""


@dataclass
class Tiff:
    """A file that grows at its end; `save` writes it."""

    data: bytearray = field(default_factory=lambda: bytearray(b"II*\0\0\0\0\0"))
    _next_at: int = 4
    """Where the place of the next picture's directory is written."""

    def add(self, size: Size, parts: Iterable[bytes], tables: bytes, words: str) -> None:
        """Add a picture in YCbCr 4:2:0, with the tables its JPEG parts share."""
        places, lengths = [], []
        for part in parts:
            places.append(len(self.data))
            lengths.append(len(part))
            self._append(part)
        description = words.encode("ascii") + b"\0"
        tags: dict[int, Tag] = {
            256: _numbers(LONG, size.width),
            257: _numbers(LONG, size.height),
            254: _numbers(LONG, size.kind),
            258: _numbers(SHORT, 8, 8, 8),
            259: _numbers(SHORT, 7),  # JPEG
            262: _numbers(SHORT, 6),  # YCbCr
            270: (ASCII, description, len(description)),
            277: _numbers(SHORT, 3),
            284: _numbers(SHORT, 1),
            347: (UNDEFINED, tables, len(tables)),
            530: _numbers(SHORT, 2, 2),
        }
        if size.tile is None:
            tags[278] = _numbers(LONG, size.height)
            tags[273], tags[279] = _numbers(LONG, *places), _numbers(LONG, *lengths)
        else:
            tags[322] = tags[323] = _numbers(LONG, size.tile)
            tags[324], tags[325] = _numbers(LONG, *places), _numbers(LONG, *lengths)
        self._close(tags)

    def save(self, path: Path) -> None:
        """Write the file."""
        path.write_bytes(self.data)

    def _close(self, tags: dict[int, Tag]) -> None:
        """Append the directory of a picture, with long values before it."""
        entries = []
        for number in sorted(tags):
            kind, value, count = tags[number]
            if len(value) > 4:
                at = len(self.data)
                self._append(value)
                value = struct.pack("<I", at)
            entries.append(struct.pack("<HHI", number, kind, count) + value.ljust(4, b"\0"))
        struct.pack_into("<I", self.data, self._next_at, len(self.data))
        self._append(struct.pack("<H", len(entries)) + b"".join(entries))
        self._next_at = len(self.data)
        self._append(bytes(4))

    def _append(self, value: bytes) -> None:
        self.data += value + bytes(len(value) % 2)


def _numbers(kind: int, *numbers: int) -> Tag:
    return kind, struct.pack(f"<{len(numbers)}{_FORMATS[kind]}", *numbers), len(numbers)
