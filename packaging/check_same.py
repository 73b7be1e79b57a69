"""Build the last commit twice, in folders of other names, and compare what came to the last bit.

Standard library only. Both builds are fresh: clones without anything of this checkout's.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from checking import Checks
from release import ROOT, WORK

PLACE = WORK / "same"
CLONES = ("one", "another one/より長い名前")
TARGETS = ("package-deb", "package-tar", "package-run")
TOLD = 5


def built(clone: Path) -> dict[str, str]:
    """Build in a fresh clone; give the hash of each file, and where each link leads."""
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run(["make", *TARGETS], cwd=clone, env=environ, check=True)
    dist = clone / "dist"
    return {file.relative_to(dist).as_posix(): told(file) for file in sorted(dist.rglob("*"))}


def told(file: Path) -> str:
    """Give what a file is: where a link leads, or its mode and the hash of what it holds."""
    if file.is_symlink():
        return f"-> {file.readlink()}"
    mode = f"{file.stat().st_mode:o}"
    return mode if file.is_dir() else f"{mode} {hashlib.sha256(file.read_bytes()).hexdigest()}"


def main() -> int:
    """Build twice and compare; give the exit code."""
    checks = Checks("same")
    shutil.rmtree(PLACE, ignore_errors=True)
    one, other = (built(PLACE / name) for name in CLONES)
    checks.holds("both builds made files of the same names", one.keys() == other.keys())
    differing = [name for name in one if one[name] != other.get(name)]
    said = "; ".join(differing[:TOLD]) or f"{len(one):,} files"
    checks.holds("every file of the bundle and every package is the same", not differing, said)
    if not differing:
        shutil.rmtree(PLACE)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
