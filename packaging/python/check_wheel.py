"""Try the wheel and the source archive: installed by pip alone, in an environment made for it.

Standard library only. Nothing of the checkout is on the path, and the folder is another.
Installing fetches what the wheel depends on, with whatever settings pip has.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from collections.abc import Mapping
from pathlib import Path

from checking import Checks
from release import DIST, BuildError, committed_at, version

QUIET = ("--quiet", "--disable-pip-version-check")
WHERE = "import viewer, sys; print(viewer.__file__)"
DATA = "from viewer.paths import cases, resources; print(cases()); print(resources())"


def artefacts() -> tuple[Path, Path]:
    """Give the wheel and the source archive.

    Raises BuildError where they were not built.
    """
    wheel = DIST / f"dayline-{version()}-py3-none-any.whl"
    archive = DIST / f"dayline-{version()}.tar.gz"
    if not (wheel.is_file() and archive.is_file()):
        raise BuildError("build them first: make package-wheel")
    return wheel, archive


def contents(wheel: Path) -> dict[str, str]:
    """Give what is in a wheel, each file with its hash."""
    with zipfile.ZipFile(wheel) as opened:
        names = sorted(opened.namelist())
        return {name: hashlib.sha256(opened.read(name)).hexdigest() for name in names}


def clean(place: Path) -> dict[str, str]:
    """Give an environment in which nothing of the checkout or of this user is found."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    kept.pop("VIRTUAL_ENV", None)
    home = place / "home"
    home.mkdir(exist_ok=True)
    for name in ("CONFIG", "DATA", "STATE"):
        kept[f"XDG_{name}_HOME"] = str(home / name.lower())
    return kept | {"QT_QPA_PLATFORM": kept.get("QT_QPA_PLATFORM", "offscreen")}


def installed(checks: Checks, place: Path, name: str, artefact: Path) -> Path:
    """Install an artefact into an environment of its own; give the folder of its commands."""
    home = place / name
    venv.create(home, with_pip=True)
    folder = home / ("Scripts" if os.name == "nt" else "bin")
    python = folder / ("python.exe" if os.name == "nt" else "python")
    install = [str(python), "-m", "pip", "install", *QUIET, str(artefact)]
    checks.runs(f"{name}: pip installs it", install, clean(place))
    checks.runs(f"{name}: what it depends on is complete", [python, "-m", "pip", "check"])
    return folder


def try_program(checks: Checks, place: Path, name: str, folder: Path) -> None:
    """Run the installed program from a folder that is not the checkout."""
    python, dayline = folder / "python", folder / "dayline"
    environ = clean(place)
    elsewhere = place / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    os.chdir(elsewhere)
    ours = str(folder.parent.resolve())
    where = checks.runs(f"{name}: it is imported", [python, "-c", WHERE], environ).strip()
    is_inside = str(Path(where).resolve()).startswith(ours)
    checks.holds(f"{name}: imported from its own environment", is_inside)
    data = checks.runs(f"{name}: cases and resources are there", [python, "-c", DATA], environ)
    told = checks.runs(f"{name}: --version", [dayline, "--version"], environ).strip()
    checks.holds(f"{name}: it tells the version", told == f"dayline {version()}", told)
    for case in sorted(Path((data.splitlines() or ["none"])[0]).glob("*/case.json")):
        said = f"{name}: check {case.parent.name}"
        checks.runs(said, [dayline, "check", case.parent], environ)
    checks.checks_itself(f"of the {name}", [dayline, "--self-check"], environ)
    is_there = any((folder / file).is_file() for file in ("daylinew", "daylinew.exe"))
    checks.holds(f"{name}: daylinew, without a console on Windows", is_there)


def check_rebuilt(checks: Checks, place: Path, wheel: Path, archive: Path) -> None:
    """See that the source archive builds the very same wheel, and that its files are as wanted."""
    dated = clean(place) | {"SOURCE_DATE_EPOCH": str(committed_at())}
    made = place / "rebuilt"
    command = [sys.executable, "-m", "pip", "wheel", *QUIET, "--no-deps", "--wheel-dir", str(made)]
    checks.runs("the source archive builds a wheel", [*command, str(archive)], dated)
    again = next(made.glob("*.whl"), None) if made.is_dir() else None
    if again is not None:
        first, second = contents(wheel), contents(again)
        differ = [
            name for name in first.keys() | second.keys() if first.get(name) != second.get(name)
        ]
        checks.holds("with the same contents", not differ, ", ".join(sorted(differ)[:5]))
        is_same = wheel.read_bytes() == again.read_bytes()
        checks.holds("to the last bit", is_same, f"{len(first)} files")
    with tarfile.open(archive) as opened:
        times = {int(member.mtime) for member in opened}
    checks.holds("the source archive is dated by the commit", times == {committed_at()})


def check_pipx(checks: Checks, place: Path, wheel: Path) -> None:
    """Try pipx, where it can be installed."""
    home = place / "pipx"
    venv.create(home, with_pip=True)
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    get = [str(python), "-m", "pip", "install", *QUIET, "pipx"]
    if subprocess.run(get, capture_output=True, check=False).returncode:
        checks.holds("pipx: not tried, it could not be installed", True)
        return
    environ: Mapping[str, str] = clean(place) | {
        "PIPX_HOME": str(home / "apps"), "PIPX_BIN_DIR": str(home / "commands"),
    }  # fmt: skip
    checks.runs("pipx: installs it", [python, "-m", "pipx", "install", wheel], environ)
    dayline = home / "commands" / ("dayline.exe" if os.name == "nt" else "dayline")
    told = checks.runs("pipx: it runs", [dayline, "--version"], environ).strip()
    checks.holds("pipx: it tells the version", told == f"dayline {version()}", told)


def main() -> int:
    """Try both, one after the other."""
    checks = Checks("wheel")
    place = Path(tempfile.mkdtemp(prefix="dayline-wheel-"))
    try:
        wheel, archive = artefacts()
        for name, artefact in (("wheel", wheel), ("source archive", archive)):
            folder = installed(checks, place, name, artefact)
            try_program(checks, place, name, folder)
        check_rebuilt(checks, place, wheel, archive)
        check_pipx(checks, place, wheel)
    except BuildError as problem:
        checks.holds("there is something to check", False, str(problem))
    finally:
        os.chdir(DIST.parent)
        shutil.rmtree(place, ignore_errors=True)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
