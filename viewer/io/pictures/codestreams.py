"""How large a compressed picture says it is, read before any decoder sees it."""

import struct

_START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC} | {0xF7}
"""Markers of JPEG and JPEG-LS that the size of the picture stands behind."""
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
"""Markers that nothing belongs to."""
_PNG_START = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_END = b"\xff\xd9"
_J2K_START = b"\xff\x4f\xff\x51"


def size_in(stream: bytes) -> tuple[int, int] | None:
    """Give columns and rows of a JPEG, JPEG-LS, JPEG 2000 or PNG; None where none are told."""
    if stream.startswith(_PNG_START):
        size = struct.unpack_from(">II", stream, len(_PNG_START)) if len(stream) >= 24 else (0, 0)
        return size if min(size) > 0 else None
    start = stream.find(_J2K_START, 0, 1024)  # behind the boxes of a JP2 file, if there are any
    if start >= 0 and len(stream) >= start + 24:
        right, bottom, left, top = struct.unpack_from(">4I", stream, start + 8)
        return max(right - left, 0), max(bottom - top, 0)
    if not stream.startswith(b"\xff\xd8"):
        return None
    return _jpeg_size(stream)


def has_end(stream: bytes) -> bool:
    """Tell whether a JPEG, JPEG-LS or JPEG 2000 holds the marker that it must end with."""
    return _END in stream


def _jpeg_size(stream: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(stream):
        if stream[at] != 0xFF:
            return None
        marker = stream[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _ALONE:
            at += 2
        elif marker in _START_OF_FRAME:
            rows, columns = struct.unpack_from(">HH", stream, at + 5)
            return columns, rows
        else:
            at += 2 + struct.unpack_from(">H", stream, at + 2)[0]
    return None
