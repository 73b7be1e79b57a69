"""Try whether dist/dayline is whole, runs from anywhere and leaves the network alone.

Standard library only; tools that are missing are installed where that is allowed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import complete
from checking import Checks
from make_bundle import environment
from release import ROOT, BuildError, built_bundle
from screen import Screen
from tools import need

OFFSCREEN = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
CASE = ROOT / "cases" / "insulinoma-tae"
TITLE = "· Dayline"
FOREIGN = re.compile(r"socket\(AF_(?!UNIX)\w+")
"""A call that opens a socket to anything but a program of this machine."""
KNOCK = "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()"


def asked(bundle: Path) -> list[str]:
    """Give the command by which a bundle checks itself."""
    return [str(bundle / "dayline"), "--self-check"]


def is_whole(checks: Checks, bundle: Path) -> None:
    """See that nothing is missing, and that a missing part would have been found."""
    wanted, held = complete.modules(bundle, environment())
    lacking = list(complete.lacking_files(bundle))
    checks.holds("every resource and case is there", not lacking, "; ".join(lacking[:5]))
    lacking = complete.lacking_modules(wanted, held)
    checks.holds(f"all of {len(wanted)} modules are there", not lacking, ", ".join(lacking[:9]))
    dangling = complete.dangling_links(bundle)
    checks.holds("no link leads nowhere", not dangling, ", ".join(dangling))
    network = complete.network_parts(bundle, held)
    checks.holds("no network library of Python or Qt is there", not network, ", ".join(network))
    without = [name for name in held if name != "pptx"]
    found = complete.lacking_modules(wanted, without)
    checks.holds("control: a missing module is found", found == ["pptx"])


def fails_when_broken(checks: Checks, bundle: Path, folder: Path) -> None:
    """See that a bundle without one of its files is called broken, by us and by itself."""
    broken = folder / "broken"
    shutil.copytree(bundle, broken, symlinks=True)
    gone = broken / "_internal" / "resources" / "fonts" / "NotoSansJP-Regular.ttf"
    gone.unlink()
    found = list(complete.lacking_files(broken))
    checks.holds("control: a missing resource is found", len(found) == 1, "; ".join(found))
    done = subprocess.run(asked(broken), env=OFFSCREEN, capture_output=True, check=False)
    checks.holds("control: the program finds it, too", done.returncode != 0)
    shutil.rmtree(broken)


def runs_from_anywhere(checks: Checks, bundle: Path, folder: Path) -> None:
    """Run it from a path that is no plain word, twice at once, and from a disk not written to."""
    moved = folder / "経過 表 (1)" / "day line"
    shutil.copytree(bundle, moved, symlinks=True)
    checks.checks_itself("from a path with spaces and Japanese", asked(moved), OFFSCREEN)
    null = subprocess.DEVNULL
    both = [subprocess.Popen(asked(moved), env=OFFSCREEN, stdout=null, stderr=null) for _ in "ab"]
    codes = [one.wait() for one in both]
    checks.holds("twice at once", codes == [0, 0], f"exit codes {codes}")
    shutil.rmtree(moved.parent)
    with read_only(bundle, folder / "disk") as disk:
        if disk is None:
            checks.holds("from a read-only disk", False, "only root can try that")
            return
        checks.checks_itself("from a read-only disk", asked(disk), OFFSCREEN)


@contextmanager
def read_only(bundle: Path, disk: Path) -> Iterator[Path | None]:
    """Give the bundle on a disk that cannot be written to; None where none can be had."""
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1g", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False).returncode:
        yield None
        return
    try:
        shutil.copytree(bundle, disk / "dayline", symlinks=True)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        yield disk / "dayline"
    finally:
        subprocess.run(["umount", disk], check=True)


def shows_windows(checks: Checks, bundle: Path, folder: Path) -> None:
    """Open one case in two windows of two processes on a screen."""
    with Screen() as screen:
        home = folder / "home"
        home.mkdir()
        environ = {"PATH": os.environ["PATH"], "HOME": str(home), "DISPLAY": screen.display}
        command, running = [bundle / "dayline", CASE], []
        for number, _ in enumerate("ab", 1):
            running.append(subprocess.Popen(command, env=environ))
            shown = screen.wait_for(TITLE, count=number)
            checks.holds(f"window {number} on one case", shown is not None)
        said = screen.picture().says_something
        checks.holds("something is drawn in them", *said)
        for one in running:
            one.terminate()
            one.wait()


def leaves_the_network_alone(checks: Checks, bundle: Path, folder: Path) -> None:
    """Watch every socket of a full tour, offscreen and on a screen."""
    need({"strace": "strace"})
    log = folder / "sockets"
    watched = ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(log)]
    with Screen() as screen:
        shown = os.environ | {"QT_QPA_PLATFORM": "xcb", "DISPLAY": screen.display}
        for where, environ in (("offscreen", OFFSCREEN), ("on a screen", shown)):
            checks.runs(f"a full tour {where}, watched", [*watched, *asked(bundle)], environ)
            foreign = sorted(set(FOREIGN.findall(log.read_text("utf-8", "replace"))))
            checks.holds(f"no socket to a network {where}", not foreign, ", ".join(foreign))
    subprocess.run([*watched, sys.executable, "-c", KNOCK], check=True)
    checks.holds("control: a socket is seen", FOREIGN.search(log.read_text()) is not None)


def main() -> int:
    """Try it; give the exit code."""
    checks = Checks("bundle")
    try:
        bundle = built_bundle()
        with tempfile.TemporaryDirectory(prefix="dayline-") as place:
            folder = Path(place)
            is_whole(checks, bundle)
            checks.checks_itself("where it was built", asked(bundle), OFFSCREEN)
            fails_when_broken(checks, bundle, folder)
            runs_from_anywhere(checks, bundle, folder)
            shows_windows(checks, bundle, folder)
            leaves_the_network_alone(checks, bundle, folder)
    except BuildError as problem:
        checks.holds("what is needed is there", False, str(problem))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
