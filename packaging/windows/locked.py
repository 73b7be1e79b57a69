"""Print what a lock asks for on Windows; run by stage.py with a Python that has pip.

A lock made for every system says after a semicolon where a line holds. pip asks that of the
system it runs on, which is not the one meant here.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pip._vendor.packaging.requirements import Requirement  # type: ignore[import-untyped, unused-ignore]


def environment(minor: str) -> dict[str, str]:
    """Give what the words after a semicolon mean on 64-bit Windows with this Python."""
    return {
        "implementation_name": "cpython",
        "implementation_version": f"{minor}.0",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "platform_release": "10",
        "platform_system": "Windows",
        "platform_version": "10.0.19045",
        "python_full_version": f"{minor}.0",
        "python_version": minor,
        "sys_platform": "win32",
    }


def held(lock: str, minor: str) -> list[str]:
    """Give the lines that hold there, without their conditions, with their hashes."""
    lines = lock.replace("\\\n", " ").splitlines()
    given = []
    for line in lines:
        wanted, mark, hashes = line.partition(" --hash=")
        if not mark or line.lstrip().startswith("#"):
            continue
        requirement = Requirement(wanted.strip())
        if requirement.marker is None or requirement.marker.evaluate(environment(minor)):
            given.append(f"{requirement.name}{requirement.specifier} --hash={hashes.strip()}")
    return given


if __name__ == "__main__":
    print("\n".join(held(Path(sys.argv[1]).read_text(encoding="utf-8"), sys.argv[2])))
