"""Try the archive: unpacked anywhere, as somebody who may do nothing else, it works.

Standard library, tar, Xvfb.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from checking import Checks
from linux_proofs import START_TITLE, opens
from ordinary import Ordinary
from release import BuildError, version
from screen import Screen
from tar_xz import archive


def is_plain(checks: Checks, made: Path) -> None:
    """Try what the archive tells of its files."""
    with tarfile.open(made) as tar:
        entries = tar.getmembers()
    names = [entry.name for entry in entries]
    checks.holds("its files are in the order of names", sorted_by_path(names) == names)
    owners = {(entry.uid, entry.gid, entry.uname, entry.gname) for entry in entries}
    checks.holds("they are nobody's", owners == {(0, 0, "root", "root")}, str(owners))
    dates = {entry.mtime for entry in entries}
    checks.holds("they have one date", len(dates) == 1, str(dates))
    top = {name.split("/")[0] for name in names}
    checks.holds("they lie in one folder", top == {f"dayline-{version()}"}, str(top))
    links = [e.linkname for e in entries if e.issym() and e.linkname.startswith("/")]
    checks.holds("no link leads out", not links, ", ".join(links[:3]))


def sorted_by_path(names: list[str]) -> list[str]:
    """Sort names as paths sort."""
    return [str(path) for path in sorted(map(Path, names))]


def main() -> int:
    """Try everything; give the exit code."""
    checks = Checks("tar")
    try:
        made = archive()
        if not made.is_file():
            raise BuildError("build the archive first: make package-tar")
        is_plain(checks, made)
        with tempfile.TemporaryDirectory() as folder, Screen() as screen:
            user = Ordinary(Path(folder))
            given = user.given(made)
            place = f"{user.home}/some where"
            checks.runs("a folder for it", user.inside("mkdir", place))
            checks.runs("it is unpacked", user.inside("tar", "-C", place, "-xf", str(given)))
            program = f"{place}/dayline-{version()}/dayline"
            checks.checks_itself(
                "unpacked",
                user.inside(program, "--self-check", environ={"QT_QPA_PLATFORM": "offscreen"}),
            )
            shown = user.inside(program, environ={"DISPLAY": screen.display})
            opens(checks, screen, "the first start", shown, START_TITLE, "tar-first-start")
    except (BuildError, OSError, subprocess.CalledProcessError) as problem:
        print(f"dayline: {problem}", file=sys.stderr)
        checks.holds("it could be tried to the end", False, str(problem))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
