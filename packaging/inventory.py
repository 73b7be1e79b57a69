"""Tell, as JSON, what the Python that runs this has installed, and which modules a bundle holds.

Run by the Python that the bundle was built with (shipping.py does): python inventory.py EXE.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import platform
import sys
from pathlib import Path
from typing import Any

LICENCE_NAMES = ("licen", "copying", "notice", "authors")
FIELDS = ("Name", "Version", "License-Expression", "License", "Home-page")


def packages() -> list[dict[str, Any]]:
    """Tell of every package: what it says of itself, its files, its licence texts."""
    found = []
    for package in importlib.metadata.distributions():
        files = sorted(str(file).replace("\\", "/") for file in package.files or ())
        about = package.metadata
        said: dict[str, Any] = {name: (about.get_all(name) or [None])[0] for name in FIELDS}
        said["classifiers"] = [
            line.rpartition(" :: ")[2]
            for line in about.get_all("Classifier") or ()
            if line.startswith("License ::")
        ]
        meta = [file for file in files if ".dist-info/" in file]
        texts = [file for file in meta if is_licence(file)]
        sboms = [file for file in meta if "/sboms/" in file]
        said |= {"files": files, "texts": texts, "sboms": sboms}
        said["root"] = str(package.locate_file(""))
        found.append(said)
    return sorted(found, key=lambda one: str(one["Name"]).lower())


def archives() -> dict[str, str]:
    """Give the hash of the archive that each package was installed from, as pip reported it."""
    report = Path(sys.prefix) / "installed.json"
    if not report.is_file():
        return {}
    return {
        one["metadata"]["name"]: one["download_info"].get("archive_info", {})["hashes"]["sha256"]
        for one in json.loads(report.read_text(encoding="utf-8"))["install"]
    }


def is_licence(file: str) -> bool:
    """Tell whether a file of a package's metadata holds a licence."""
    inside = file.partition(".dist-info/")[2].lower()
    last = inside.rpartition("/")[2]
    return inside.startswith("licenses/") or any(word in last for word in LICENCE_NAMES)


def modules(program: Path) -> list[str]:
    """List the modules that the bundled program carries."""
    readers = importlib.import_module("PyInstaller.archive.readers")
    archive = readers.CArchiveReader(str(program))
    return sorted(archive.open_embedded_archive("PYZ.pyz").toc)


def main() -> int:
    """Print it all."""
    told = {
        "python": platform.python_version(),
        "packages": packages(),
        "archives": archives(),
        "modules": modules(Path(sys.argv[1])),
    }
    json.dump(told, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
