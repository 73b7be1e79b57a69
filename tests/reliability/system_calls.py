"""A program's calls of the system, as strace saw them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.reliability.outcome import ROOT

WATCHED = (
    "open,openat,creat,close,dup,dup2,dup3,fcntl,lseek,write,pwrite64,writev,pwritev,pwritev2,"
    "fsync,fdatasync,sync_file_range,syncfs,ftruncate,truncate,fallocate,mkdir,mkdirat,rename,"
    "renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,rmdir,sendfile,"
    "copy_file_range"
)
_CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+|\?)")
_PART = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?|([^",\s][^",]*)')


@dataclass(frozen=True)
class Call:
    """One call: its name, its arguments as bytes or words, and what it gave."""

    name: str
    arguments: tuple[bytes | str, ...]
    gave: int

    def text(self, number: int) -> str:
        """Give an argument that is a path."""
        given = self.arguments[number]
        return os.fsdecode(given) if isinstance(given, bytes) else given

    def number(self, number: int) -> int:
        return int(str(self.arguments[number]))


def calls_of(strace: str, log: Path, module: str, *arguments: str | Path) -> list[Call]:
    """Run a module under strace and give the calls that it made with success."""
    watched = ",".join(f"?{name}" for name in WATCHED.split(","))
    command = [strace, "-f", "-xx", "-s", "1048576", "-e", f"trace={watched}", "-e", "signal=none"]
    subprocess.run(
        [*command, "-o", log, sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.DEVNULL,
        check=True,
        timeout=300,
    )
    return [call for call in _parsed(log.read_text("ascii")) if call.gave >= 0]


def _parsed(log: str) -> Iterator[Call]:
    for line in log.splitlines():
        if "<unfinished" in line or "resumed>" in line:
            raise ValueError("calls of several threads are mixed: the writer has but one")
        match = _CALL.match(line)
        if match is not None and match[3] != "?":
            yield Call(match[1], tuple(_arguments(match[2])), int(match[3]))


def _arguments(given: str) -> Iterator[bytes | str]:
    for text, cut, word in _PART.findall(given):
        if cut:
            raise ValueError("an argument was cut short")
        yield word.strip() if word else bytes.fromhex(text.replace("\\x", ""))
