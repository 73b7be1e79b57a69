"""What every artefact has in common: where it is built, which version, which date.

Standard library only. Scripts that use it run with this folder on PYTHONPATH, as the Makefile does.
"""

from __future__ import annotations

import os
import platform
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
WORK = ROOT / "build"
BUNDLE = DIST / "dayline"
MIB = 1024 * 1024


class BuildError(Exception):
    """What stands in the way of an artefact, in words for the person at the keyboard."""


def version() -> str:
    """Give the version of the program, from its one place."""
    text = (ROOT / "viewer" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise BuildError("viewer/__init__.py has no version")
    return found[1]


def committed_at() -> int:
    """Give the time that everything built is dated with, in seconds since 1970.

    SOURCE_DATE_EPOCH where it is set, else the time of the last commit; 0 outside of git.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    return int(done.stdout.strip() or 0)


def machine() -> str:
    """Name the processor as file names do: x86_64, aarch64."""
    name = platform.machine().lower()
    return {"amd64": "x86_64", "arm64": "aarch64"}.get(name, name)


def built_bundle() -> Path:
    """Give the folder of the built program.

    Raises BuildError where it was not built yet.
    """
    if not BUNDLE.is_dir():
        raise BuildError("build the bundle first: make package-bundle")
    return BUNDLE


def tell(made: Path) -> None:
    """Say what was made, and how large it is."""
    print(f"{made.relative_to(ROOT)}: {made.stat().st_size / MIB:.1f} MiB", flush=True)
