"""Put the program's icons together to one .icns, as macOS wants it: icns.py OUT.icns.

Standard library only; the same icons give the same file. It was made and read here, but no macOS
has shown it yet.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
# Each kind of entry with the pixels of its picture: plain sizes, then those of fine screens.
KINDS = {
    b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512,
    b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512,
}  # fmt: skip


def entry(kind: bytes, data: bytes) -> bytes:
    """Give one entry: its kind, its length with these eight bytes, its data."""
    return struct.pack(">4sI", kind, len(data) + 8) + data


def icns(icons: Path = ICONS) -> bytes:
    """Give the file, made of the PNG files of a folder."""
    pictures = {size: (icons / f"dayline-{size}.png").read_bytes() for size in KINDS.values()}
    return entry(b"icns", b"".join(entry(kind, pictures[size]) for kind, size in KINDS.items()))


def main() -> int:
    """Write the file."""
    made = Path(sys.argv[1])
    made.parent.mkdir(parents=True, exist_ok=True)
    made.write_bytes(icns())
    return 0


if __name__ == "__main__":
    sys.exit(main())
