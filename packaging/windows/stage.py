"""Lay out build/windows/stage: all of the program for Windows but its launchers.

Standard library only; works on Linux and on Windows. Python for Windows is given by the builder:
--python names the embeddable package, zip or folder. Without it, all else is laid out.
"""

from __future__ import annotations

import argparse
import os
import py_compile
import shutil
import sys
from pathlib import Path

import given_python
from release import MIB, ROOT, BuildError, committed_at
from wheels import PLACE, site

STAGE = PLACE / "stage"
FILES = STAGE / "dayline-files"
"""All but the launchers lies in one folder, so that what is removed is ours for certain."""
ANY_MINOR = "3.11"
"""The Python that the libraries are for where none was given."""
LARGEST = 10
UNWANTED = shutil.ignore_patterns("__pycache__", "*.pyc", "_data")


def program(into: Path) -> None:
    """Lay out what is ours."""
    for part in ("viewer", "resources", "cases"):
        shutil.copytree(ROOT / part, into / part, ignore=UNWANTED)
    shutil.copyfile(ROOT / "packaging/bundle/no_network.py", into / "no_network.py")
    shutil.copyfile(ROOT / "packaging/windows/begin.py", into / "begin.py")


def compile_all(minor: str) -> bool:
    """Compile every module, so that starting is fast where nobody may write.

    Tell whether this Python can: it has to be of the same version as the one that will run.
    """
    if minor != f"3.{sys.version_info.minor}":
        return False
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    for file in sorted(FILES.rglob("*.py")):
        name = file.relative_to(FILES).as_posix()
        py_compile.compile(str(file), dfile=name, doraise=True, invalidation_mode=mode)
    return True


def settle(staged: Path) -> None:
    """Give every file the time of the build's commit."""
    when = committed_at()
    for file in sorted(staged.rglob("*")):
        os.utime(file, (when, when))


def stage(python: Path | None) -> None:
    """Lay out all files."""
    shutil.rmtree(STAGE, ignore_errors=True)
    minor = ANY_MINOR
    if python is not None:
        given = given_python.unpacked(python, PLACE / "given-python")
        minor = given_python.minor(given)
        given_python.take(given, FILES / "python")
    site(FILES / "site", minor)
    program(FILES / "app")
    if not compile_all(minor):
        print(f"dayline: not compiled beforehand, which takes a Python {minor}", flush=True)
    settle(STAGE)


def sizes() -> list[tuple[str, int]]:
    """Give the size of each part in bytes, the largest first."""
    found: dict[str, int] = {}
    for file in FILES.rglob("*"):
        if file.is_file():
            name = "/".join(file.relative_to(FILES).parts[:2])
            found[name] = found.get(name, 0) + file.stat().st_size
    return sorted(found.items(), key=lambda part: (-part[1], part[0]))


def python_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that names the Python."""
    said = "the embeddable package of Python for 64-bit Windows, zip or folder"
    parser.add_argument("--python", metavar="FOLDER_OR_ZIP", default="", help=said)


def main() -> int:
    """Lay out, and say how large the parts are."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    python_option(parser)
    given = parser.parse_args().python
    try:
        stage(Path(given) if given else None)
    except BuildError as problem:
        print(f"dayline: {problem}", file=sys.stderr)
        return 1
    parts = sizes()
    print(f"{STAGE.relative_to(ROOT)}: {sum(size for _, size in parts) / MIB:.0f} MiB")
    for name, size in parts[:LARGEST]:
        print(f"  {size / MIB:6.1f} MiB  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
