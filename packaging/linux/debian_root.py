"""A small Debian in a folder, in which a package is tried as on a machine that has nothing else.

Standard library, debootstrap and unshare; root only. The bare system is kept as a tar file in
build/roots, and so are the packages that apt fetches; a root is unpacked anew for each trial, and
goes with it.
"""

from __future__ import annotations

import atexit
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from release import WORK, BuildError
from tools import need

ROOTS = WORK / "roots"
SUITE = "bookworm"
READER = 1000
HOME = "/srv/reader"
LAID = "/srv/packages"
"""Packages that are tried are laid there."""
PATH = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin"
ENTER = """
mount -t proc proc "$1/proc" && mount --bind "$2" "$1/var/cache/apt/archives" &&
mkdir -p /tmp/.X11-unix "$1/tmp/.X11-unix" && mount --bind /tmp/.X11-unix "$1/tmp/.X11-unix" ||
    exit 1
root=$1 who=$3
shift 3
chroot --userspec="$who" "$root" env -i "$@"
exit $?
"""
"""Mounts end with the command: it has a view of its own on the folders, and on the processes.

The shell stays: it is killed with unshare, and takes all the processes with it.
"""


class Root:
    """A system of its own; nothing of it stays mounted."""

    def __init__(self, suite: str = SUITE) -> None:
        if os.geteuid() != 0:
            raise BuildError("only root can make a system in a folder: sudo make package-check-deb")
        need({"debootstrap": "debootstrap", "unshare": "util-linux"})
        self.suite = suite
        # Not below the checkout, whose name may hold spaces, which debootstrap does not bear.
        above = Path(tempfile.mkdtemp(prefix="dayline-"))
        atexit.register(shutil.rmtree, above, ignore_errors=True)
        self.place = above / suite
        self.fetched = ROOTS / f"{suite}-packages"
        self.fetched.mkdir(parents=True, exist_ok=True)
        self._unpack()
        self.of(LAID).mkdir(exist_ok=True)

    def _unpack(self) -> None:
        kept = ROOTS / f"{self.suite}.tar"
        if not kept.exists():
            self._bootstrap()
            subprocess.run(["tar", "-C", self.place, "-cf", f"{kept}.part", "."], check=True)
            Path(f"{kept}.part").replace(kept)
            return
        self.place.mkdir()
        subprocess.run(["tar", "-C", self.place, "-xf", kept], check=True)
        shutil.copy("/etc/resolv.conf", self.place / "etc/resolv.conf")

    def _bootstrap(self) -> None:
        print(f"dayline: fetching a bare {self.suite}", flush=True)
        command = ["debootstrap", "--variant=minbase", self.suite, str(self.place), *mirror()]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise BuildError(f"debootstrap: {done.stdout[-600:]}{done.stderr[-600:]}")
        user = ["useradd", "--create-home", "--home-dir", HOME, "--uid", str(READER), "reader"]
        subprocess.run(["chroot", str(self.place), *user], check=True)
        # Nothing that is no part of the package is taken for granted; packages are kept outside.
        plain = 'APT::Install-Recommends "false";\nAPT::Sandbox::User "root";\n'
        (self.place / "etc/apt/apt.conf.d/plain").write_text(plain)
        keep = 'Binary::apt-get::APT::Keep-Downloaded-Packages "true";\n'
        (self.place / "etc/apt/apt.conf.d/keep").write_text(keep)

    def inside(
        self, *command: str, reads: bool = False, environ: Mapping[str, str] | None = None
    ) -> list[str]:
        """Give the command that runs a command in there: as root, or as who only reads cases."""
        who, home = (f"{READER}:{READER}", HOME) if reads else ("0:0", LAID)
        base = {"PATH": PATH, "HOME": home, "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
        given = [f"{name}={value}" for name, value in (base | dict(environ or {})).items()]
        space = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", ENTER, "sh"]
        return [*space, str(self.place), str(self.fetched), who, *given, *command]

    def of(self, inner: str) -> Path:
        """Give a place in there as it is called out here."""
        return self.place / inner.lstrip("/")

    def belongs_to_reader(self, folder: Path) -> None:
        """Hand a folder over."""
        for file in (folder, *folder.rglob("*")):
            os.chown(file, READER, READER, follow_symlinks=False)

    def named(self, word: str) -> list[str]:
        """Give all whose name has a word in it, but for the reader's own and what was laid."""
        found = []
        for folder, folders, files in os.walk(self.place):
            inner = Path(folder).relative_to(self.place)
            if inner.parts[:1] in (("srv",), ("proc",), ("tmp",)):
                folders.clear()
                continue
            found += [f"/{inner / name}" for name in (*folders, *files) if word in name.lower()]
        return sorted(found)


def mirror() -> list[str]:
    """Give where this machine itself gets Debian from; else debootstrap knows a place."""
    sources = [Path("/etc/apt/sources.list"), *sorted(Path("/etc/apt").glob("sources.list.d/*"))]
    for file in sources:
        text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
        lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
        found = re.search(r"\bhttps?://\S+/debian(?=/?\s|/?$)", lines, re.MULTILINE)
        if found is not None:
            return [found[0]]
    return []
