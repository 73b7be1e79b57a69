"""The size of a compressed picture is read from its own first bytes."""

import io
import struct

import pytest
from PIL import Image

from viewer.io.pictures.codestreams import size_in


def encoded(kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (37, 21), "teal").save(file, kind, **options)  # type: ignore[arg-type]
    return file.getvalue()


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("PNG", {}),
        ("JPEG", {}),
        ("JPEG", {"progressive": True, "comment": b"with a comment before the size"}),
        ("JPEG2000", {"no_jp2": True}),
        ("JPEG2000", {"no_jp2": False}),
    ],
)
def test_the_size_is_found(kind: str, options: dict[str, object]) -> None:
    assert size_in(encoded(kind, **options)) == (37, 21)


def test_fill_bytes_and_markers_alone_are_passed_over() -> None:
    frame = b"\xff\xf7" + struct.pack(">HBHHB", 11, 8, 21, 37, 1) + b"\1\x11\0"
    assert size_in(b"\xff\xd8" + b"\xff\x01" + b"\xff\xff" + frame) == (37, 21)


@pytest.mark.parametrize(
    "stream",
    [
        b"",
        b"\xff\xd8",
        encoded("JPEG")[:30],
        b"\xff\xd8" + bytes(40),
        encoded("JPEG2000")[:60],
        b"RLE",
        encoded("PNG")[:20],
    ],
)
def test_no_size_is_made_up(stream: bytes) -> None:
    assert size_in(stream) is None
