"""What ships in a bundle: Python packages, the libraries they bring, the system's, fonts.

Standard library only. licences.py writes it down for people, sbom.py for programs.
"""

from __future__ import annotations

import fnmatch
import hashlib
import json
import os
import re
import subprocess
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from part_versions import Found, version_of
from release import ROOT, BuildError

HERE = ROOT / "packaging"
TABLES = HERE / "licences" / "parts"
TEXTS = HERE / "licences" / "texts"
LIBRARY = re.compile(r"\.(so(\.[\w.]+)?|dylib|dll|pyd)$|\.framework/.*/[^/.]+$")
EXTENSION = re.compile(r"\.(cpython-[\w-]+|abi3)\.so$|\.pyd$")
GPL_LIBRARIES = re.compile(rb"lib(readline|gdbm|imagequant)[.\w-]*\.(so|dylib)|readline\w*\.dll")
"""What no library of ours may be linked to."""
GPL_QT = re.compile(r"Qt6?(Charts|DataVis|Graphs|VirtualKeyboard|WaylandCompositor|Quick3D|Lottie)")
"""Modules of Qt that are not to be had under the LGPL."""
CLASSIFIED = {"MIT License": "MIT", "BSD License": "BSD-3-Clause"}


@dataclass
class Part:
    """One thing that ships, with its licence."""

    name: str
    kind: str
    version: str
    licence: str
    chosen: str = ""
    of: str = ""
    sources: str = ""
    note: str = ""
    files: list[str] = field(default_factory=list)
    """Libraries of the bundle that are this part."""
    inside: list[str] = field(default_factory=list)
    """Libraries of the bundle that contain it."""
    texts: dict[str, Path] = field(default_factory=dict)
    """Where each licence text will stand, and where it is taken from."""
    absent: list[str] = field(default_factory=list)
    """Licence texts that a table names and that are not there."""
    archive: str = ""
    """SHA-256 of the archive that a Python package was installed from."""
    sboms: list[Path] = field(default_factory=list)
    """The package's own lists of what it contains."""

    @property
    def passed_on(self) -> str:
        """The licence that it is passed on under."""
        return self.chosen or self.licence


class Bundle:
    """A built program: its files, and what the packages that it was made of say of themselves."""

    def __init__(
        self, place: Path, libraries_in: Path, programs: Mapping[str, str], told: Mapping[str, Any]
    ) -> None:
        """Look through ``place``; paths of files are told from ``libraries_in``.

        ``programs`` gives the file of each kind of program, "bootloader" or "launcher"; ``told`` is
        what inventory.py tells of a Python, or wheel_inventory.py of wheels.
        """
        self.place = place
        self.libraries_in = libraries_in
        self.programs = programs
        self.python: str = told["python"]
        self.modules = set(told["modules"])
        self.archives = {plain(name): hash_ for name, hash_ in told["archives"].items()}
        self.packages = {plain(one["Name"]): one for one in told["packages"]}
        self.files = sorted(
            Path(os.path.relpath(file, libraries_in)).as_posix()
            for file in place.rglob("*")
            if file.is_file() and not file.is_symlink() and "licences" not in file.parts
        )
        self.libraries = [file for file in self.files if LIBRARY.search(file)]

    @classmethod
    def packed(cls, place: Path, python: Path) -> Bundle:
        """Give the bundle that PyInstaller made, with the Python that it was built with."""
        inner = place / "_internal"
        names = ("dayline", "dayline.exe", "../MacOS/dayline")
        program = next((one for one in names if (place / one).is_file()), names[0])
        asked = [str(python), str(HERE / "inventory.py"), str(place / program)]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        if done.returncode:
            raise BuildError(f"what is in {place} could not be read: {done.stderr[-300:]}")
        libraries_in = inner if inner.is_dir() else place
        above = Path(os.path.relpath(place / program, libraries_in)).as_posix()
        return cls(place, libraries_in, {"bootloader": above}, json.loads(done.stdout))

    def shipped_packages(self) -> list[str]:
        """Name the Python packages of which a module or a library is in the bundle."""
        present = {file.removesuffix("c") if file.endswith(".pyc") else file for file in self.files}
        return [
            name
            for name, package in self.packages.items()
            if any(
                ".dist-info/" not in file and (file in present or module(file) in self.modules)
                for file in package["files"]
            )
        ]

    def matching(self, patterns: Sequence[str]) -> list[str]:
        """List the files that match one of the patterns; a kind of program stands for its file."""
        found = {file for one in patterns for file in fnmatch.filter(self.files, one)}
        return sorted(found | {self.programs[one] for one in patterns if one in self.programs})

    def program(self) -> Path:
        """Give the program that a person starts."""
        return self.libraries_in / next(iter(self.programs.values()))


def plain(name: str) -> str:
    """Write the name of a package as everyone does."""
    return re.sub(r"[-_.]+", "-", name).lower()


def module(file: str) -> str:
    """Give the name that a file of Python is imported by; nothing for other files."""
    if not file.endswith(".py"):
        return ""
    return file[:-3].removesuffix("/__init__").replace("/", ".")


def table() -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Read the tables: the parts, and what is added to Python packages."""
    parts: list[dict[str, Any]] = []
    packages: dict[str, dict[str, Any]] = {}
    for file in sorted(TABLES.glob("*.toml")):
        read = tomllib.loads(file.read_text(encoding="utf-8"))
        parts += read.get("part", [])
        packages |= read.get("package", {})
    return parts, packages


def shipped(bundle: Bundle) -> list[Part]:
    """List all that ships: first the Python packages, then what no tool sees."""
    parts, added = table()
    names = bundle.shipped_packages()
    found = [package_part(bundle, name, added.get(name, {})) for name in names]
    for row in parts:
        part = table_part(bundle, row)
        if part.files or part.inside:
            found.append(part)
    return found


def package_part(bundle: Bundle, name: str, added: Mapping[str, Any]) -> Part:
    """Tell of a Python package that ships."""
    said = bundle.packages[name]
    root = Path(said["root"])
    texts = {f"{name}/{short(file)}": root / file for file in said["texts"]}
    more, absent = named_texts(bundle, added.get("texts", ()))
    licence = added.get("licence") or said["License-Expression"] or one_line(said["License"])
    licence = licence or "".join(CLASSIFIED.get(one, "") for one in said["classifiers"])
    present = set(bundle.libraries)
    libraries = [file for file in said["files"] if file in present and EXTENSION.search(file)]
    return Part(
        name, "python", said["Version"], licence, added.get("chosen", ""),
        sources=added.get("sources", ""), files=libraries, texts=texts | more, absent=absent,
        archive=bundle.archives.get(name, ""), sboms=[root / file for file in said["sboms"]],
    )  # fmt: skip


def one_line(said: str | None) -> str:
    """Give what a package says its licence is, unless it says all of it."""
    return said if said and "\n" not in said else ""


def short(file: str) -> str:
    """Shorten the path of a licence text to what tells it from the others."""
    return file.partition(".dist-info/")[2].removeprefix("licenses/").removeprefix("licenses/")


def table_part(bundle: Bundle, row: Mapping[str, Any]) -> Part:
    """Tell of a part that the tables name, as far as it ships."""
    extensions = {
        file
        for package in bundle.packages.values()
        for file in package["files"]
        if EXTENSION.search(file)
    }
    files = [one for one in bundle.matching(row.get("files", ())) if one not in extensions]
    inside = bundle.matching(row.get("inside", ()))
    kind = "font" if "font" in row["name"] else "library"
    version = ""
    if files or inside:
        where = Found(bundle.libraries_in, [*files, *inside], bundle.packages, bundle.python)
        version = version_of(row.get("version", {}), where)
    texts, absent = named_texts(bundle, row["texts"])
    return Part(
        row["name"], kind, version, row["licence"], row.get("chosen", ""), row.get("of", ""),
        row.get("sources", ""), row.get("note", ""), files, inside, texts, absent,
    )  # fmt: skip


def named_texts(bundle: Bundle, named: Sequence[str]) -> tuple[dict[str, Path], list[str]]:
    """Find the licence texts that the tables name, and list those that are not there."""
    found = {}
    for one in named:
        package, colon, file = one.partition(":")
        if not colon:
            found[one.rpartition("/")[2]] = ROOT / one if "/" in one else TEXTS / one
            continue
        said = bundle.packages.get(package, {"root": "", "texts": ()})
        texts = [text for text in said["texts"] if short(text) == file]
        found[f"{package}/{file}"] = Path(said["root"], *texts)
    absent = [name for name, place in found.items() if not place.is_file()]
    return {name: place for name, place in found.items() if name not in absent}, absent


def digest(file: Path) -> str:
    """Give the SHA-256 of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def is_gpl(licence: str) -> bool:
    """Tell whether a licence leaves nothing but the GPL or the AGPL without an exception."""
    ways = re.split(r"\s+OR\s+", licence.strip("()"))
    return all(re.search(r"\bA?GPL", way) and " WITH " not in way for way in ways)


def problems(bundle: Bundle, parts: Sequence[Part]) -> list[str]:
    """Say what keeps the bundle from being passed on."""
    owned = {file for part in parts for file in part.files}
    said = [f"{file} belongs to no part" for file in bundle.libraries if file not in owned]
    said += [f"{file} is under the GPL" for file in bundle.libraries if GPL_QT.search(file)]
    for file in bundle.libraries:
        linked = GPL_LIBRARIES.search((bundle.libraries_in / file).read_bytes())
        if linked:
            said.append(f"{file} is linked to {linked[0].decode()}, which is under the GPL")
    for part in parts:
        said += [f"{part.name}: no text {name}" for name in part.absent]
        if not part.texts:
            said.append(f"{part.name} has no licence text")
        if not part.passed_on:
            said.append(f"{part.name} has no licence")
        elif is_gpl(part.passed_on):
            said.append(f"{part.name} is under {part.passed_on}")
        if "LGPL" in part.passed_on and not part.sources:
            said.append(f"{part.name} is under the LGPL and its sources are not named")
    return said
