"""Fetch the locked libraries for Windows and unpack what is used of them.

Standard library only; pip fetches, into build/windows/wheels, each file checked by its hash.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import venv
import zipfile
from pathlib import Path

import pe
from parts import QT_MODULES, QT_OTHER, QT_PLUGINS, UNUSED
from release import ROOT, WORK, BuildError

HERE = Path(__file__).resolve().parent
LOCK = ROOT / "requirements" / "run.txt"
PLACE = WORK / "windows"
QT = ("PySide6", "shiboken6")


def pip_python() -> Path:
    """Give a Python that has pip; made once."""
    place = PLACE / "env"
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(place, with_pip=True, clear=True)
    return python


def fetched(requirements: list[str], into: Path, minor: str) -> list[Path]:
    """Fetch wheels for Windows into a folder, hashes and all; give them in order."""
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    wanted = into.with_suffix(".txt")
    wanted.write_text("\n".join(requirements) + "\n", encoding="utf-8")
    target = ["--platform", "win_amd64", "--python-version", minor, "--implementation", "cp"]
    command = [str(pip_python()), "-m", "pip", "download", "-qq", "--disable-pip-version-check"]
    asked = ["--only-binary", ":all:", "--no-deps", "--require-hashes", "-r", str(wanted)]
    if subprocess.run([*command, *target, *asked, "-d", str(into)], check=False).returncode:
        raise BuildError("the libraries for Windows could not be fetched")
    return sorted(into.glob("*.whl"))


def locked(minor: str) -> list[str]:
    """Give the lines of the lock that hold on Windows."""
    command = [str(pip_python()), str(HERE / "locked.py"), str(LOCK), minor]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.splitlines()


def unpack(wheel: Path, into: Path) -> None:
    """Unpack what is used of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith("/") or UNUSED.search(name):
                continue
            place = into / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(archive.read(name))


def trim_qt(site: Path) -> None:
    """Leave of Qt what is imported, its plug-ins, and the libraries these are linked to."""
    qt = site / "PySide6"
    kept = [qt / f"Qt{name}.pyd" for name in QT_MODULES]
    kept += [qt / "plugins" / name for name in QT_PLUGINS]
    kept += (site / "shiboken6").glob("*.pyd")
    absent = [file.name for file in kept if not file.is_file()]
    if absent:
        raise BuildError(f"PySide6 for Windows lacks {', '.join(absent)}")
    beside = {
        file.name.lower(): file for part in QT for file in sorted((site / part).glob("*.dll"))
    }
    stays = {*kept, *pe.needed(kept, beside)}
    for part in QT:
        for file in sorted((site / part).rglob("*")):
            name = file.relative_to(site).as_posix()
            is_module = part == "shiboken6" and file.suffix == ".py"
            is_other = is_module or QT_OTHER.fullmatch(name) is not None
            if file.is_file() and file not in stays and not is_other:
                file.unlink()


def drop_empty(folder: Path) -> None:
    """Take away folders in which nothing is left."""
    for inner in sorted(folder.rglob("*"), reverse=True):
        if inner.is_dir() and not any(inner.iterdir()):
            inner.rmdir()


def site(into: Path, minor: str) -> None:
    """Make the folder of the libraries."""
    for wheel in fetched(locked(minor), PLACE / "wheels", minor):
        unpack(wheel, into)
    trim_qt(into)
    drop_empty(into)
