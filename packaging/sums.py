"""Write dist/SHA256SUMS over all artefacts in dist/, as `sha256sum -c` reads it.

Standard library only.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from release import DIST, BuildError, tell

NAME = "SHA256SUMS"


def sums(folder: Path) -> str:
    """Give a line for each file of a folder, sorted by name; folders and links are no artefacts."""
    files = sorted(file for file in folder.iterdir() if file.is_file() and not file.is_symlink())
    wanted = [file for file in files if file.name != NAME and not file.name.startswith(".")]
    return "".join(f"{digest(file)}  {file.name}\n" for file in wanted)


def digest(file: Path) -> str:
    """Give the SHA-256 of a file, however large."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def main() -> int:
    """Write the file."""
    try:
        lines = sums(DIST) if DIST.is_dir() else ""
        if not lines:
            raise BuildError("there are no artefacts in dist: make package-wheel, package-deb, ...")
    except BuildError as problem:
        print(f"dayline: {problem}", file=sys.stderr)
        return 1
    made = DIST / NAME
    made.write_text(lines, encoding="utf-8", newline="\n")
    tell(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
