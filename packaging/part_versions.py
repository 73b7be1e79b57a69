"""How the version of a part is found: read from its library or its package wherever it can be.

Standard library only. packaging/licences/README.md tells what the tables may ask for.
"""

from __future__ import annotations

import fnmatch
import json
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass
class Found:
    """Where a version may be looked for."""

    root: Path
    files: Sequence[str]
    packages: Mapping[str, Mapping[str, Any]]
    python: str


def version_of(asked: Mapping[str, Any], where: Found) -> str:
    """Give the version that a table asks for; nothing where it is not stated."""
    if "find" in asked or "number" in asked:
        return in_library(asked, where)
    if "name" in asked:
        names = (re.search(asked["name"], file) for file in where.files)
        return next((found[1] for found in names if found), "")
    if "package" in asked:
        return str(where.packages.get(asked["package"], {}).get("Version", ""))
    if "sbom" in asked:
        return in_sbom(asked["component"], where.packages.get(asked["sbom"], {}))
    if "system" in asked:
        return in_system(where)
    return where.python if "python" in asked else str(asked.get("text", ""))


def in_library(asked: Mapping[str, Any], where: Found) -> str:
    """Read the version from a library."""
    wanted = asked.get("in", ["*"])
    files = [file for one in wanted for file in fnmatch.filter(where.files, one)]
    if not files:
        return ""
    pattern = str(asked.get("find") or asked["number"]).encode()
    found = re.search(pattern, (where.root / files[0]).read_bytes())
    if found is None:
        return ""
    text = next(one for one in found.groups() if one).decode()
    if "number" not in asked:
        return text
    number = int(text)
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


def in_sbom(component: str, package: Mapping[str, Any]) -> str:
    """Read the version of a component from a package's own lists of what it contains."""
    for file in package.get("sboms", ()):
        read = json.loads((Path(package["root"]) / file).read_text(encoding="utf-8"))
        for one in read.get("components", ()):
            if one["name"] == component:
                return str(one.get("version", ""))
    return ""


def in_system(where: Found) -> str:
    """Ask dpkg for the version of the package that the very same file comes from."""
    if not shutil.which("dpkg-query"):
        return ""
    name = where.files[0].rpartition("/")[2]
    asked = ["dpkg-query", "--search", f"*/{name}"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    ours = (where.root / where.files[0]).read_bytes()
    for line in sorted(told.splitlines()):
        package, _, file = line.partition(": ")
        place = Path(file)
        if place.is_file() and place.read_bytes() == ours:
            show = ["dpkg-query", "--show", "--showformat=${Version}", package]
            return subprocess.run(show, capture_output=True, text=True, check=True).stdout
    return ""
