"""A machine with Windows on it, as far as Wine is one: programs, files and registry of a prefix.

Standard library, Wine and Xvfb. Only for trials; each has a prefix of its own.
"""

from __future__ import annotations

import getpass
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from checking import PATIENCE_S
from tools import need

TOOLS = {"wine": "wine", "xwininfo": "x11-utils"}
WIDE = "utf-16-le"


class Machine:
    """A fresh prefix."""

    def __init__(self, prefix: Path, display: str) -> None:
        need(TOOLS)
        shutil.rmtree(prefix, ignore_errors=True)
        prefix.parent.mkdir(parents=True, exist_ok=True)
        self.drive = prefix / "drive_c"
        self.user = self.drive / "users" / getpass.getuser()
        wanted = {"WINEPREFIX": str(prefix), "WINEDEBUG": "-all", "DISPLAY": display}
        self.environ = {**os.environ, **wanted, "LC_ALL": "C.UTF-8", "WINEDLLOVERRIDES": "mscoree="}
        self.run("wineboot", "--init")
        self.run("winecfg", "-v", "win10")
        self.rest()

    def run(
        self, *command: str | Path, seconds: float = PATIENCE_S
    ) -> subprocess.CompletedProcess[str]:
        """Run a program to its end. Its input is an empty pipe: Wine has trouble with others."""
        return subprocess.run(
            ["wine", *command], env=self.environ, input="", capture_output=True, text=True,
            encoding="utf-8", errors="replace", timeout=seconds, check=False,
        )  # fmt: skip

    def started(self, *command: str | Path) -> subprocess.Popen[bytes]:
        """Start a program and do not wait for it."""
        pipe = subprocess.PIPE
        return subprocess.Popen(
            ["wine", *command], env=self.environ, stdin=pipe, stdout=pipe, stderr=pipe
        )

    def rest(self) -> None:
        """Wait until every program of this machine has ended."""
        subprocess.run(["wineserver", "-w"], env=self.environ, check=False, timeout=PATIENCE_S)

    def stop(self) -> None:
        """End every program of this machine, and nothing of another."""
        subprocess.run(["wineserver", "-k"], env=self.environ, check=False)

    def place(self, path: str) -> Path:
        """Give where a path of drive C lies for us."""
        return self.drive.joinpath(*path.removeprefix("C:\\").split("\\"))

    def files(self) -> set[str]:
        """Name all files and folders, but for those that Windows itself writes to."""
        own = re.compile(r"(^|/)(windows|Temp)(/|$)|\.log$")
        found = (file.relative_to(self.drive).as_posix() for file in self.drive.rglob("*"))
        return {name for name in found if not own.search(name)}

    def registry(self, key: str) -> dict[str, dict[str, str]]:
        """Give what stands under a key: the values of each key below, by name."""
        told = self.drive / "told.reg"
        told.unlink(missing_ok=True)
        self.run("reg", "export", key, "C:\\told.reg", "/y")
        if not told.exists():
            return {}
        found: dict[str, dict[str, str]] = {}
        for line in told.read_text(encoding="utf-16").splitlines():
            value = re.fullmatch(r'(@|"(?:[^"\\]|\\.)*")=(.*)', line)
            if line.startswith("["):
                values = found.setdefault(line.strip("[]"), {})
            elif value:
                values[_plain(value[1])] = _plain(value[2])
        told.unlink()
        return found

    def windows(self) -> list[str]:
        """Name the windows on the screen."""
        asked = ["xwininfo", "-root", "-tree"]
        done = subprocess.run(asked, env=self.environ, capture_output=True, text=True, check=False)
        return re.findall(r'0x[0-9a-f]+ "([^"]*)"', done.stdout)


def _plain(text: str) -> str:
    if text == "@":
        return ""
    return re.sub(r"\\(.)", r"\1", text[1:-1]) if text.startswith('"') else text


def until(holds: Callable[[], bool], seconds: float = 60.0) -> bool:
    """Wait until something holds; tell whether it did in time."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.3)
    return True


def told_of(file: Path, name: str) -> str:
    """Give what the version resource of a program says under a name."""
    data = file.read_bytes()
    place = data.find(f"{name}\0".encode(WIDE))
    if place < 0:
        return ""
    rest = data[place + 2 * len(name) :][:400].decode(WIDE, "replace")
    return rest.lstrip("\0").partition("\0")[0].strip()


def mentions(file: Path, texts: Sequence[str]) -> bool:
    """Tell whether a file holds each text, as Windows writes it."""
    data = file.read_bytes() if file.is_file() else b""
    return all(text.encode(WIDE) in data or text.encode() in data for text in texts)
