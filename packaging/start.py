"""Open the program from a checkout; where there is no display, draw its window to a file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parent.parent
CASE = ROOT / "cases" / "insulinoma-tae"
PICTURE = ROOT / "build" / "dayline.png"


def options(
    platform: str, environ: Mapping[str, str], arguments: Sequence[str]
) -> tuple[list[str], dict[str, str]]:
    """Return the program's arguments and what to add to the environment, for this machine."""
    # Used in place, not installed: found from any working directory.
    path = os.pathsep.join(filter(None, [str(ROOT), environ.get("PYTHONPATH")]))
    extra = {"PYTHONPATH": path}
    chosen = list(arguments) or [str(CASE)]
    if system_libraries.has_display(platform, environ):
        return chosen, extra
    return ["--screenshot", str(PICTURE), *chosen], extra | {"QT_QPA_PLATFORM": "offscreen"}


def main(arguments: Sequence[str]) -> int:
    """Run the program, and return its exit code."""
    chosen, extra = options(sys.platform, os.environ, arguments)
    drawing = chosen[:2] == ["--screenshot", str(PICTURE)]
    if drawing:
        print("dayline: no display here; drawing the opening window instead", flush=True)
        PICTURE.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "viewer.app", *chosen]
    try:
        code = subprocess.run(command, env=os.environ | extra, check=False).returncode
    except KeyboardInterrupt:
        return 130
    if drawing and code == 0:
        print(f"dayline: drawn to {PICTURE.relative_to(ROOT)}")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
