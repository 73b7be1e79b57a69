"""Try what licences/HOW-TO-REPLACE-QT.md says: libraries under the LGPL give way to others.

Standard library only. A copy of the bundle gets the Qt, PySide6 and shiboken6 of another version,
which pip fetches, and an openslide-python that was changed; then it checks itself.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from check_licences import environment_python
from checking import Checks
from release import BuildError, built_bundle
from shipping import LIBRARY

OTHER = "6.10.1"
WHEELS = (f"PySide6-Essentials=={OTHER}", f"shiboken6=={OTHER}")
MARK = "openslide of one's own"


def fetch(checks: Checks, place: Path) -> Path:
    """Fetch the wheels of the other version and unpack them into one folder."""
    python = str(environment_python())
    get = [python, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(place), *WHEELS]
    checks.runs(f"Qt, PySide6 and shiboken6 {OTHER} are fetched", get)
    for wheel in sorted(place.glob("*.whl")):
        with zipfile.ZipFile(wheel) as opened:
            opened.extractall(place / "other")
    return place / "other"


def replace_qt(inside: Path, other: Path) -> int:
    """Copy the other libraries and modules over those of a bundle; give how many."""
    number = 0
    for file in sorted(inside.rglob("*")):
        name = file.relative_to(inside)
        if name.parts[0] not in ("PySide6", "shiboken6") or file.is_symlink():
            continue
        if LIBRARY.search(file.name) and (other / name).is_file():
            shutil.copyfile(other / name, file)
            number += 1
    for package in ("PySide6", "shiboken6"):
        for module in (other / package).glob("*.py"):
            shutil.copyfile(module, inside / package / module.name)
    return number


def replace_openslide(inside: Path) -> None:
    """Put a changed module beside one that was compiled."""
    asked = [str(environment_python()), "-c", "import openslide; print(openslide.__file__)"]
    source = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    changed = Path(source).read_text("utf-8") + f"\nimport sys\nprint({MARK!r}, file=sys.stderr)\n"
    (inside / "openslide" / "__init__.py").write_text(changed, "utf-8")


def check(checks: Checks, place: Path) -> None:
    """Replace, and see that what was put there is what runs."""
    bundle = place / "dayline"
    shutil.copytree(built_bundle(), bundle, symlinks=True)
    number = replace_qt(bundle / "_internal", fetch(checks, place))
    checks.holds("libraries are replaced", number > 0, str(number))
    replace_openslide(bundle / "_internal")
    command = [str(bundle / "dayline"), "--self-check"]
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    checks.checks_itself("with the other libraries", command, environ)
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    versions = json.loads(done.stdout or "{}").get("versions", {})
    checks.holds("the other Qt runs", versions.get("Qt") == OTHER, str(versions.get("Qt")))
    checks.holds("the changed openslide runs", MARK in done.stderr)


def main() -> int:
    """Try it on a copy."""
    checks = Checks("replacing")
    place = Path(tempfile.mkdtemp(prefix="dayline-replacing-"))
    try:
        check(checks, place)
    except (BuildError, subprocess.CalledProcessError, ValueError) as problem:
        checks.holds("there is something to check", False, str(problem))
    finally:
        shutil.rmtree(place)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
