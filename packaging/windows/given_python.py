"""Take the Python for Windows that the builder gives, less what the program never uses.

Standard library only. Given is the embeddable package of CPython, as its zip or unpacked: a
python3XX.dll, the standard library in python3XX.zip, and extensions as .pyd.
"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import pe
from parts import NETWORK, UNUSED_PYTHON
from release import BuildError

AMD64 = 0x8664
OLDEST, NEWEST = 11, 14
TRIAL = "NOT-FOR-RELEASE.txt"
"""A Python put together for trials alone has this file, and what is built with it says so."""
PATHS = ("{zip}", ".", "../site", "../app")


def unpacked(given: Path, into: Path) -> Path:
    """Give the folder of what was given; a zip is unpacked."""
    if given.is_dir():
        return given
    if not zipfile.is_zipfile(given):
        raise BuildError(f"{given} is neither a folder nor a zip with a Python for Windows")
    shutil.rmtree(into, ignore_errors=True)
    with zipfile.ZipFile(given) as archive:
        archive.extractall(into)
    return into


def library(folder: Path) -> Path:
    """Give the python3XX.dll of a folder.

    Raises BuildError, with the remedy, where it is not one that the program runs on.
    """
    remedy = f"give the embeddable package of Python 3.{OLDEST} to 3.{NEWEST} for 64-bit Windows"
    for file in sorted(folder.glob("python3*.dll")):
        found = re.fullmatch(r"python3(\d+)\.dll", file.name)
        if found is None:
            continue
        if not OLDEST <= int(found[1]) <= NEWEST:
            raise BuildError(f"{file.name} is of another version: {remedy}")
        if pe.Image(file).machine != AMD64:
            raise BuildError(f"{file.name} is for another processor: {remedy}")
        return file
    raise BuildError(f"{folder} holds no python3XX.dll: {remedy}")


def minor(folder: Path) -> str:
    """Give the version as pip says it, such as 3.11."""
    return f"3.{library(folder).stem.removeprefix('python3')}"


def is_used(name: str) -> bool:
    """Tell whether a file of Python, named from its top, is used by the program."""
    return not (NETWORK.search(name) or UNUSED_PYTHON.search(name))


def trimmed(archive: bytes) -> bytes:
    """Give the standard library without what is not used, the same for the same."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(made, "w") as new:
        for name in sorted(old.namelist()):
            if not name.endswith("/") and is_used(name):
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_STORED  # the setup packs it; starting is faster
                new.writestr(entry, old.read(name))
    return made.getvalue()


def take(folder: Path, into: Path) -> None:
    """Copy a Python, and say where it may look for modules: in our folders and nowhere else."""
    stem = library(folder).stem
    into.mkdir(parents=True)
    for file in sorted(folder.iterdir()):
        if file.suffix == "._pth" or not file.is_file() or not is_used(file.name):
            continue
        data = file.read_bytes()
        (into / file.name).write_bytes(trimmed(data) if file.suffix == ".zip" else data)
    if not (into / f"{stem}.zip").is_file():
        raise BuildError(f"{folder} holds no {stem}.zip, the standard library")
    lines = "".join(f"{line.format(zip=f'{stem}.zip')}\n" for line in PATHS)
    (into / f"{stem}._pth").write_text(lines, encoding="ascii", newline="\r\n")
