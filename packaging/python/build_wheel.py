"""Build the source archive and, from it, the wheel into dist/. Needs `build` and hatchling.

Two builds of the same commit are the same to the last bit.
"""

from __future__ import annotations

import os
import subprocess
import sys

from release import DIST, ROOT, BuildError, committed_at, tell, version


def build() -> None:
    """Build both with the Python that runs this."""
    names = (f"dayline-{version()}.tar.gz", f"dayline-{version()}-py3-none-any.whl")
    dated = os.environ | {"SOURCE_DATE_EPOCH": str(committed_at())}
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(DIST), str(ROOT)]
    done = subprocess.run(command, env=dated, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(f"the wheel was not built: {(done.stderr or done.stdout)[-600:]}")
    for name in names:
        tell(DIST / name)


def main() -> int:
    """Build, and say how large both are."""
    try:
        build()
    except BuildError as problem:
        print(f"dayline: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
