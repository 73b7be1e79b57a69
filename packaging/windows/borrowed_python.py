"""Put together a Python for Windows to try the setup with, where none was given. Never to ship.

The wheel of panda3d carries CPython's own python311.dll and extensions, as they were released by
the Python Software Foundation, for building on other systems. The standard library beside it is
that of a Python 3.11 of this machine, which need not be of the same last digit, and python3.dll, a
table of names that are found in python311.dll, is made here. So this is no embeddable package.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pe
from given_python import TRIAL
from release import BuildError
from tools import need
from wheels import PLACE, fetched

MINOR = "3.11"
HASH = "37acfb92655c4226879f95c988e2ef1449a53c54486d6c1ebc00e2772429af82"
WHEEL = f"panda3d==1.10.16 --hash=sha256:{HASH}"
FOLDER = PLACE / "borrowed-python"
STEM = "python311"
SAID = """Put together for trials from parts of different origin. Not for release.
"""


def standard_library() -> Path:
    """Give the folder of a standard library of the wanted version."""
    own = Path(sysconfig.get_path("stdlib"))
    for place in (own, Path("/usr/lib/python3.11")):
        if place.name == f"python{MINOR}" and (place / "os.py").is_file():
            return place
    raise BuildError(f"no standard library of Python {MINOR} on this machine")


def pack(library: Path, made: Path) -> None:
    """Pack a standard library as the embeddable package has it."""
    skipped = {"__pycache__", "site-packages", "dist-packages", "test", "lib-dynload"}
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(library.rglob("*.py")):
            inner = file.relative_to(library)
            if not skipped & set(inner.parts):
                archive.writestr(zipfile.ZipInfo(inner.as_posix()), file.read_bytes())


def table_of_forwards(library: Path, table: Path, named: str, own: Sequence[str] = ()) -> None:
    """Write which names a library offers by finding them in another; ``own`` are its own."""
    lines = [
        f"  {name} = own_{name}" if name in own else f"  {name} = {library.stem}.{name}"
        for name in pe.Image(library).exports()
    ]
    text = "\n".join([f"LIBRARY {named}", "EXPORTS", *lines, ""])
    table.write_text(text, encoding="ascii")


def forwards(library: Path, made: Path) -> None:
    """Make python3.dll, which finds every name in the given library."""
    need({"x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64"})
    table = made.with_suffix(".def")
    table_of_forwards(library, table, made.stem)
    command = ["x86_64-w64-mingw32-gcc", "-shared", "-nostdlib", "-o", str(made), str(table)]
    subprocess.run(
        [*command, "-Wl,--no-insert-timestamp,--disable-auto-image-base,-e,0"], check=True
    )
    table.unlink()


def put_together() -> Path:
    """Put it together; give its folder."""
    (wheel,) = fetched([WHEEL], PLACE / "borrowed", MINOR)
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            file = Path(name)
            is_python = file.parent.name == "deploy_libs" and not file.name.startswith("api-ms")
            if is_python and file.suffix.lower() in (".dll", ".pyd"):
                (FOLDER / file.name.lower()).write_bytes(archive.read(name))
    pack(standard_library(), FOLDER / f"{STEM}.zip")
    forwards(FOLDER / f"{STEM}.dll", FOLDER / "python3.dll")
    (FOLDER / TRIAL).write_text(SAID, encoding="utf-8")
    return FOLDER


if __name__ == "__main__":
    try:
        print(put_together())
    except BuildError as problem:
        print(f"dayline: {problem}", file=sys.stderr)
        sys.exit(1)
