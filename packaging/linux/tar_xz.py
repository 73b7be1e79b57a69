"""Build dist/dayline-VERSION-linux-MACHINE.tar.xz of dist/dayline, which must have been built.

Standard library, objdump and xz. Two builds of the same commit are the same to the last bit.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import textwrap
from pathlib import Path

from desktop_files import HERE, put, put_program, settle
from elf_needs import needs_of
from release import DIST, WORK, BuildError, committed_at, machine, tell, version
from tools import need


def archive() -> Path:
    """Give where the archive lies, or will."""
    return DIST / f"dayline-{version()}-linux-{machine()}.tar.xz"


def readme(program: Path) -> str:
    """Give the text on how to start it."""
    needs = needs_of(program)
    packages = " ".join(one.split(" ")[0] for one in needs.depends if not one.startswith("libc6 "))
    text = (HERE / "README-tar.txt").read_text(encoding="utf-8")
    text = text.replace("VERSION", version()).replace("x86_64", machine())
    text = text.replace("GLIBC", ".".join(map(str, needs.glibc)))
    lines = textwrap.fill(
        packages, 98, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False
    )
    return text.replace("PACKAGES", lines)


def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Take out of an entry who built it and when."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = committed_at()
    return entry


def pack(folder: Path, made: Path) -> Path:
    """Pack a folder, in the order of names."""
    part = made.with_name(f"{made.name}.part")
    part.parent.mkdir(parents=True, exist_ok=True)
    # In blocks, whose places do not hang on how many processors pack them.
    command = ["xz", "--threads=2", "-6", "--stdout"]
    with part.open("wb") as out, subprocess.Popen(command, stdin=-1, stdout=out) as xz:
        assert xz.stdin is not None
        with tarfile.open(fileobj=xz.stdin, mode="w|", format=tarfile.GNU_FORMAT) as tar:
            for file in (folder, *sorted(folder.rglob("*"))):
                name = str(file.relative_to(folder.parent))
                tar.add(file, name, recursive=False, filter=plain)
        xz.stdin.close()
        if xz.wait():
            raise BuildError("xz could not pack the archive")
    return part.replace(made)


def main() -> int:
    """Build the archive, and say how large it is."""
    try:
        need({"xz": "xz-utils"})
        place = WORK / "tar" / f"dayline-{version()}"
        shutil.rmtree(place, ignore_errors=True)
        put_program(place)
        put(readme(place), place / "README.txt")
        settle(place, frozenset({place / "dayline"}))
        tell(pack(place, archive()))
    except (BuildError, OSError, subprocess.CalledProcessError) as problem:
        print(f"dayline: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
