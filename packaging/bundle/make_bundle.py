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
from release import BUNDLE, ROOT, BuildError, committed_at
from tools import need

LOCK = ROOT / "requirements" / "package.txt"
WORK = ROOT / "build" / "bundle"


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


def main() -> int:
    """Build; say what stands in the way."""
    try:
        build()
    except (subprocess.CalledProcessError, BuildError) as error:
        print(f"dayline: the bundle was not built: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
