"""Try the disk image: opened, signed, and the program in it run from there. Runs on macOS only.

Standard library only. Not run yet: there was no macOS here.
"""

from __future__ import annotations

import os
import platform
import plistlib
import sys
import tempfile
from pathlib import Path

import info
from checking import Checks
from release import DIST, BuildError, version


def check(checks: Checks, image: Path) -> None:
    """Try an image."""
    place = Path(tempfile.mkdtemp(prefix="dayline-dmg-"))
    attach = ["hdiutil", "attach", "-quiet", "-nobrowse", "-readonly", "-mountpoint"]
    checks.runs("it opens", [*attach, str(place), str(image)])
    app = place / "Dayline.app"
    try:
        checks.runs("it is signed", ["codesign", "--verify", "--deep", "--strict", str(app)])
        said = plistlib.loads((app / "Contents" / "Info.plist").read_bytes())
        wanted = info.info(version())
        differ = [key for key, value in wanted.items() if said.get(key) != value]
        checks.holds("it says of itself what it should", not differ, ", ".join(differ))
        checks.holds("its licences are there", (place / "Licences" / "README.md").is_file())
        offscreen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        program = app / "Contents" / "MacOS" / "dayline"
        checks.checks_itself("in the image", [program, "--self-check"], offscreen)
    finally:
        checks.runs("it closes", ["hdiutil", "detach", "-quiet", str(place)])


def main() -> int:
    """Try the image of this version."""
    checks = Checks("dmg")
    try:
        if platform.system() != "Darwin":
            raise BuildError("a disk image can be tried on macOS only")
        images = sorted(DIST.glob(f"Dayline-{version()}-*.dmg"))
        if not images:
            raise BuildError("build the image first: make package-dmg")
        check(checks, images[0])
    except BuildError as problem:
        checks.holds("there is something to check", False, str(problem))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
