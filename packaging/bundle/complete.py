"""What a bundle lacks that the program needs, and what it holds that it must not.

Standard library only.
"""

from __future__ import annotations

import filecmp
import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from release import ROOT

SHIPPED = ("resources", "cases")
NOT_SHIPPED = re.compile(r"(^|/)(__pycache__|\.)|\.pyc$|\.notes(/|$)")
STANDS_IN = {"socket", "urllib.request"}
"""What the bundle has as stand-ins alone (no_network.py)."""
NETWORK = re.compile(
    r"(^|/)(_?socket|_?ssl|_asyncio)\.|Qt6?(Network|WebSockets|WebEngine)|plugins/tls"
)


def lacking_files(bundle: Path, source: Path = ROOT) -> Iterator[str]:
    """Name each resource and file of a case that a bundle lacks or holds otherwise."""
    for part in SHIPPED:
        for file in sorted((source / part).rglob("*")):
            name = file.relative_to(source).as_posix()
            if not file.is_file() or NOT_SHIPPED.search(name):
                continue
            inside = bundle / "_internal" / name
            if not inside.is_file():
                yield f"{name} is missing"
            elif not filecmp.cmp(file, inside, shallow=False):
                yield f"{name} is another"


def lacking_modules(wanted: Iterable[str], held: Iterable[str]) -> list[str]:
    """Name each module that is wanted and not held."""
    return sorted(set(wanted) - set(held) - STANDS_IN)


def modules(bundle: Path, python: Path) -> tuple[list[str], list[str]]:
    """Give the modules that the program imports, and those of a bundle (see modules.py)."""
    script = Path(__file__).with_name("modules.py")
    command = [str(python), "-I", str(script), str(bundle / "dayline")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return told["wanted"], told["held"]


def network_parts(bundle: Path, held: Iterable[str] = ()) -> list[str]:
    """Name what could open a connection by Python or Qt."""
    files = [file.relative_to(bundle).as_posix() for file in sorted(bundle.rglob("*"))]
    opening = {"_socket", "_ssl", "ssl", "http.client", "PySide6.QtNetwork", *STANDS_IN}
    return [one for one in files if NETWORK.search(one)] + sorted(opening & set(held))


def dangling_links(bundle: Path) -> list[str]:
    """Name the links that lead nowhere."""
    links = (file for file in bundle.rglob("*") if file.is_symlink() and not file.exists())
    return sorted(link.relative_to(bundle).as_posix() for link in links)
