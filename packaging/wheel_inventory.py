"""What wheels say of themselves, for a program that was put together from them by hand.

Standard library only. It tells the same as inventory.py does of a Python: the program for Windows
has no PyInstaller, and its wheels are not of the machine that builds it.
"""

from __future__ import annotations

import email.parser
import re
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inventory import FIELDS, is_licence
from shipping import Bundle, digest


def bundle(
    place: Path, libraries_in: Path, launcher: str, wheels: Sequence[Path], python: str, work: Path
) -> Bundle:
    """Give the bundle in ``place``, made of wheels, for licences.write_for.

    ``libraries_in`` holds what the wheels were unpacked to, ``launcher`` is the program's path
    within ``place``, ``python`` a version. What the wheels tell is unpacked into ``work``.
    """
    shutil.rmtree(work, ignore_errors=True)
    packages = [package(wheel, work) for wheel in sorted(wheels)]
    pairs = zip(packages, sorted(wheels), strict=True)
    hashes = {one["Name"]: digest(wheel) for one, wheel in pairs}
    told = {"python": python, "packages": packages, "modules": [], "archives": hashes}
    steps = "../" * len(libraries_in.relative_to(place).parts)
    return Bundle(place, libraries_in, {"launcher": f"{steps}{launcher}"}, told)


def package(wheel: Path, work: Path) -> dict[str, Any]:
    """Tell of a wheel, and unpack what it tells of itself."""
    with zipfile.ZipFile(wheel) as archive:
        files = sorted(name for name in archive.namelist() if not name.endswith("/"))
        meta = [name for name in files if ".dist-info/" in name]
        for name in meta:
            archive.extract(name, work)
        head = next(name for name in meta if name.endswith(".dist-info/METADATA"))
        about = email.parser.HeaderParser().parsestr(archive.read(head).decode("utf-8"))
    said: dict[str, Any] = {name: about.get(name) for name in FIELDS}
    classified = about.get_all("Classifier") or ()
    kinds = [one.rpartition(" :: ")[2] for one in classified if one.startswith("License ::")]
    said |= {"classifiers": kinds, "files": files, "root": str(work)}
    texts = [name for name in meta if is_licence(name)]
    return said | {"texts": texts, "sboms": [name for name in meta if "/sboms/" in name]}


def python_version(folder: Path) -> str:
    """Read the version of the Python for Windows that lies in a folder, where it can be."""
    for library in sorted(folder.glob("python3?*.dll")):
        found = re.search(rb"\x00(3\.\d+\.\d+)[\x00 ]", library.read_bytes())
        if found is not None:
            return found[1].decode()
    return ""
