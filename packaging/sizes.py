"""Print how large each artefact in dist/ is, and its ten largest parts.

Standard library only. The parts of packages that hold the bundle are those of the bundle.
"""

from __future__ import annotations

import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from release import BUNDLE, DIST, MIB

LARGEST = 10
DEPTH = 2
"""Parts are folders or files at this depth, in whatever holds everything."""
HOLDING = {"_internal", "viewer", "_data", "usr", "lib"}
"""Folders that hold everything, and say nothing as a part."""
KINDS = {
    "DICOM": ("_gdcm", "libgdcm", "libsocketxx", "python_gdcm", "pydicom", "libcrypto-", "libssl-"),
    "slides": ("openslide",),
    "fonts": ("resources/fonts",),
    "cases": ("cases",),
}
"""What is told by itself of the bundle, by how the names of its parts begin."""


def part_of(name: str) -> str:
    """Give the part that a file belongs to."""
    steps = [step for step in name.strip("/").split("/") if step not in (".", "")]
    while len(steps) > 1 and steps[0] in HOLDING:
        steps = steps[1:]
    return "/".join(steps[:DEPTH])


def largest(files: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Give the largest parts of some files, and their sizes in bytes, the largest first."""
    sizes = Counter[str]()
    for name, size in files:
        sizes[part_of(name)] += size
    return sizes.most_common(LARGEST)


def in_folder(folder: Path) -> Iterator[tuple[str, int]]:
    """Give the files of a folder, and their sizes in bytes."""
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            yield file.relative_to(folder).as_posix(), file.stat().st_size


def inside(artefact: Path) -> Iterator[tuple[str, int]]:
    """Give what an archive of Python holds, unpacked; nothing for other artefacts."""
    if artefact.suffix == ".whl":
        with zipfile.ZipFile(artefact) as wheel:
            yield from ((one.filename, one.file_size) for one in wheel.infolist())
    elif artefact.name.endswith(".tar.gz"):
        with tarfile.open(artefact) as archive:
            for one in archive.getmembers():
                yield one.name.partition("/")[2], one.size


def of_kinds(files: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Give how large what DICOM, slides, fonts and cases bring is, in bytes."""
    found = dict.fromkeys(KINDS, 0)
    for name, size in files:
        plain = name.removeprefix("_internal/")
        for kind, beginnings in KINDS.items():
            found[kind] += size if plain.startswith(beginnings) else 0
    return found


def main() -> int:
    """Print everything that was built; 1 where nothing was."""
    artefacts = sorted(file for file in DIST.glob("*") if file.is_file())
    if BUNDLE.is_dir():
        files = list(in_folder(BUNDLE))
        print(f"  {sum(size for _, size in files) / MIB:6.1f} MiB  the bundle, unpacked")
        tell(largest(files))
        for kind, size in of_kinds(files).items():
            print(f"            of it {kind}: {size / MIB:.1f} MiB")
    for artefact in artefacts:
        print(f"  {artefact.stat().st_size / MIB:6.1f} MiB  {artefact.name}")
        tell(largest(inside(artefact)))
    return 0 if artefacts or BUNDLE.is_dir() else 1


def tell(parts: Iterable[tuple[str, int]]) -> None:
    """Print parts below what they belong to."""
    for name, size in parts:
        print(f"          {size / MIB:6.1f} MiB  {name}")


if __name__ == "__main__":
    sys.exit(main())
