"""A screen that nobody sees, for trying whether a window really opens.

Standard library, Xvfb and xdotool. What is on the screen is read from Xvfb's own memory.
"""

from __future__ import annotations

import os
import re
import struct
import subprocess
import tempfile
import time
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from release import BuildError
from tools import need

STEP_S = 0.5
SETTLE_S = 3.0
"""A window that is there has drawn itself after so long."""
PIXEL = 4
COLOURS = 60
"""A window with text, marks and plots has more colours than this; one without has a few."""
MOST = 0.99
"""No colour fills more of the screen than this; the page of the first start has much ground."""
MASKS = (0xFF0000, 0xFF00, 0xFF)


@dataclass(frozen=True)
class Picture:
    """What is on the screen: rows of red, green and blue."""

    width: int
    height: int
    rows: tuple[bytes, ...]

    @property
    def says_something(self) -> tuple[bool, str]:
        """Tell whether something is drawn, and how many colours, and how much of the commonest."""
        whole = b"".join(self.rows)
        counted = Counter(whole[at : at + 3] for at in range(0, len(whole), 3))
        share = max(counted.values()) / (self.width * self.height)
        said = f"{len(counted)} colours, the commonest {share:.0%} of it"
        return len(counted) > COLOURS and share < MOST, said

    def save(self, place: Path) -> None:
        """Write it as PNG."""
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        lines = zlib.compress(b"".join(b"\0" + row for row in self.rows))
        place.parent.mkdir(parents=True, exist_ok=True)
        parts = _part(b"IHDR", head) + _part(b"IDAT", lines) + _part(b"IEND", b"")
        place.write_bytes(b"\x89PNG\r\n\x1a\n" + parts)


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


class Screen:
    """Runs Xvfb while it is open."""

    def __init__(self, size: str = "1600x1000") -> None:
        need({"Xvfb": "xvfb", "xdotool": "xdotool"})
        self._memory = tempfile.TemporaryDirectory()
        told, tells = os.pipe()
        command = ["Xvfb", "-displayfd", str(tells), "-screen", "0", f"{size}x24", "-ac"]
        self._server = subprocess.Popen(
            [*command, "-nolisten", "tcp", "-fbdir", self._memory.name],
            pass_fds=(tells,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(tells)
        with os.fdopen(told) as line:
            number = line.readline().strip()
        if not number:
            raise BuildError("Xvfb does not start")
        self.display = f":{number}"

    def __enter__(self) -> Screen:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.terminate()
        self._server.wait()
        self._memory.cleanup()

    def ask(self, *words: str) -> str:
        """Have xdotool do something; give what it printed."""
        done = subprocess.run(
            ["xdotool", *words], env=os.environ | {"DISPLAY": self.display},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.stdout

    def windows(self) -> dict[str, str]:
        """Give the titles of the windows that are seen, by their ids."""
        ids = self.ask("search", "--onlyvisible", "--name", ".").split()
        return {one: self.ask("getwindowname", one).strip() for one in ids}

    def wait_for(self, title: str, patience_s: float = 60.0, count: int = 1) -> str | None:
        """Wait for so many windows whose title has something in it; give the id of one."""
        until = time.monotonic() + patience_s
        while time.monotonic() < until:
            found = [one for one, named in self.windows().items() if re.search(title, named)]
            if len(found) >= count:
                time.sleep(SETTLE_S)
                return found[0]
            time.sleep(STEP_S)
        return None

    def press(self, window: str, keys: str) -> None:
        """Press keys in a window."""
        self.ask("windowfocus", window)
        time.sleep(STEP_S)
        self.ask("key", keys)

    def picture(self) -> Picture:
        """Give what is on the screen now."""
        raw = (Path(self._memory.name) / "Xvfb_screen0").read_bytes()
        head = struct.unpack(">25I", raw[:100])
        size, width, height, is_big, line, colours = (head[at] for at in (0, 4, 5, 7, 12, 19))
        if head[11] != PIXEL * 8 or is_big or head[14:17] != MASKS:
            raise BuildError(f"Xvfb keeps the screen in an unknown form: {head}")
        start = size + colours * 12
        rows = []
        for y in range(height):
            row = raw[start + y * line : start + y * line + width * PIXEL]
            plain = bytearray(width * 3)
            plain[0::3], plain[1::3], plain[2::3] = row[2::PIXEL], row[1::PIXEL], row[0::PIXEL]
            rows.append(bytes(plain))
        return Picture(width, height, tuple(rows))
