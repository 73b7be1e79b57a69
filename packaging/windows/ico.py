"""Put the drawn sizes of the icon into one .ico, which Windows wants. Standard library only."""

from __future__ import annotations

import struct
from pathlib import Path

from release import ROOT

SIZES = (16, 24, 32, 48, 64, 128, 256)
ICONS = ROOT / "resources" / "icons"


def packed(drawn: dict[int, bytes]) -> bytes:
    """Give the file: a list of sizes, then the PNG of each."""
    head = struct.pack("<3H", 0, 1, len(drawn))
    place = len(head) + 16 * len(drawn)
    entries, pictures = b"", b""
    for size in sorted(drawn):
        edge = size % 256  # 0 stands for 256
        data = drawn[size]
        entries += struct.pack("<4B2H2I", edge, edge, 0, 0, 1, 32, len(data), place + len(pictures))
        pictures += data
    return head + entries + pictures


def write(made: Path) -> None:
    """Write the program's icon."""
    drawn = {size: (ICONS / f"dayline-{size}.png").read_bytes() for size in SIZES}
    made.parent.mkdir(parents=True, exist_ok=True)
    made.write_bytes(packed(drawn))
