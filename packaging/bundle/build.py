"""Build dist/dayline: the program as a folder that needs no Python, and nothing installed.

Standard library only. What goes in is locked and hashed in requirements/package.txt and installed
into an environment of its own, so that nothing of this machine's Python comes along.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import licences
from release import BUNDLE, MIB, ROOT, BuildError, committed_at
from tools import need

LOCK = ROOT / "requirements" / "package.txt"
WORK = ROOT / "build" / "bundle"
LARGEST = 10
"""So many parts are listed by size."""


def environment() -> Path:
    """Give the Python with what the lock names; made anew where the lock has changed."""
    place = WORK / "env"
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp, wanted = place / "lock", hashlib.sha256(LOCK.read_bytes()).hexdigest()
    report = place / "installed.json"
    if not (stamp.exists() and report.exists() and stamp.read_text() == wanted):
        venv.create(place, with_pip=True, clear=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        locked = ["--report", str(report), "--require-hashes", "-r", str(LOCK)]
        subprocess.run([*install, *locked], check=True)
        stamp.write_text(wanted)
    return python


def build() -> None:
    """Build the folder; what was there goes."""
    python = environment()
    shutil.rmtree(BUNDLE, ignore_errors=True)
    same = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(committed_at())}
    spec = ROOT / "packaging" / "bundle" / "dayline.spec"
    places = ["--distpath", str(BUNDLE.parent), "--workpath", str(WORK / "work")]
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN"]
    subprocess.run([*command, *places, str(spec)], env=os.environ | same, check=True)
    strip()
    tidy()
    licences.write(BUNDLE / "licences", python)


def strip() -> None:
    """Take the debugging names out of the Python library; stripped, OpenBLAS would break."""
    tool = shutil.which("strip")
    for library in BUNDLE.glob("_internal/libpython*.so*"):
        if tool is not None:
            subprocess.run([tool, "--strip-unneeded", library], check=True)


def tidy() -> None:
    """Take out of libraries where the Python that built them had its own."""
    if not sys.platform.startswith("linux"):
        return
    need({"patchelf": "patchelf"})
    for file in sorted(BUNDLE.rglob("*.so*")):
        asked = ["patchelf", "--print-rpath", str(file)]
        place = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
        if place.startswith("/") and not file.is_symlink():
            subprocess.run(["patchelf", "--remove-rpath", str(file)], check=True)


def sizes() -> list[tuple[str, int]]:
    """Give the size of each part at the top of the bundle in bytes, the largest first."""
    found: dict[str, int] = {}
    for file in BUNDLE.rglob("*"):
        if file.is_file() and not file.is_symlink():
            steps = file.relative_to(BUNDLE).parts
            name = "/".join(steps[1:2] if steps[0] == "_internal" else steps[:1])
            found[name] = found.get(name, 0) + file.stat().st_size
    return sorted(found.items(), key=lambda part: -part[1])


def main() -> int:
    """Build, and say how large the bundle and its largest parts are."""
    try:
        build()
    except (subprocess.CalledProcessError, BuildError) as error:
        print(f"dayline: the bundle was not built: {error}", file=sys.stderr)
        return 1
    parts = sizes()
    print(f"{BUNDLE.relative_to(ROOT)}: {sum(size for _, size in parts) / MIB:.0f} MiB")
    for name, size in parts[:LARGEST]:
        print(f"  {size / MIB:6.1f} MiB  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
