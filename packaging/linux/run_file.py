"""Build dist/dayline-VERSION-linux-MACHINE.run, which installs dist/dayline for one person.

Standard library and makeself. Two builds of the same commit are the same to the last bit, where the
same makeself and xz make them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from desktop_files import HERE, put, put_desktop_files, put_program, settle
from release import DIST, WORK, BuildError, committed_at, machine, tell, version
from tools import need


def installer() -> Path:
    """Give where the installer lies, or will."""
    return DIST / f"dayline-{version()}-linux-{machine()}.run"


def lay_out(place: Path, named: str) -> None:
    """Lay out what is unpacked before it is installed; ``named`` is the version."""
    shutil.rmtree(place, ignore_errors=True)
    put_program(place / "program")
    put_desktop_files(place / "share", named)
    for script in ("install.sh", "uninstall.sh"):
        text = (HERE / "run" / script).read_text(encoding="utf-8")
        put(text.replace("VERSION", named).replace("MACHINE", machine()), place / script)
    settle(place, frozenset({place / "program" / "dayline"}))


def pack(place: Path, made: Path, named: str, level: int = 6) -> Path:
    """Make an installer of what was laid out."""
    day = time.strftime("%a %b %d %H:%M:%S UTC %Y", time.gmtime(committed_at()))
    plain = f"--owner=0 --group=0 --numeric-owner --mtime=@{committed_at()}"
    part = made.with_name(f"{made.name}.part")
    part.unlink(missing_ok=True)
    command = [
        *(
            "makeself",
            "--quiet",
            "--nox11",
            "--sha256",
            "--nomd5",
            "--nocrc",
            "--noprogress",
            "--tar-quietly",
        ),
        *("--xz", "--complevel", str(level), "--threads", "2"),
        *("--packaging-date", day, "--tar-extra", plain),
        # By where they are from here, so that the file does not tell of this machine.
        *(os.path.relpath(place, WORK), os.path.relpath(part, WORK)),
        *(f"Dayline {named}", "sh", "./install.sh"),
    ]
    said = subprocess.run(command, cwd=WORK, capture_output=True, text=True, check=False)
    if said.returncode or not part.is_file():
        raise BuildError(f"makeself: {said.stderr[-600:]}{said.stdout[-600:]}")
    return part.replace(made)


def main() -> int:
    """Build the installer, and say how large it is."""
    try:
        need({"makeself": "makeself", "xz": "xz-utils"})
        lay_out(WORK / "run", version())
        tell(pack(WORK / "run", installer(), version()))
    except (BuildError, OSError, subprocess.CalledProcessError) as problem:
        print(f"dayline: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
