"""Sum up what the proofs of the artefacts that are named have found, from build/checks/.

Standard library only. Exits 1 where something did not hold or an artefact was not tried.
"""

from __future__ import annotations

import json
import sys

from release import WORK


def main() -> int:
    """Print a line for each artefact, and for each check that failed."""
    code = 0
    for artefact in sys.argv[1:]:
        file = WORK / "checks" / f"{artefact}.json"
        tried = json.loads(file.read_text("utf-8")) if file.is_file() else []
        failed = [one for one in tried if not one["held"]]
        said = f"{len(tried) - len(failed)} of {len(tried)} checks held" if tried else "NOT TRIED"
        print(f"  {artefact:10} {said}")
        for one in failed:
            print(f"             FAILED {one['check']}: {one['said']}")
        code |= not tried or bool(failed)
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
