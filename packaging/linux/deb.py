"""Build dist/dayline_VERSION_ARCHITECTURE.deb around dist/dayline, which must have been built.

Standard library, objdump and dpkg-deb. Two builds of the same commit are the same to the last bit.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import textwrap
import time
from pathlib import Path

from desktop_files import HERE, news, put, put_desktop_files, put_metainfo, put_program, settle
from elf_needs import needs_of
from release import DIST, WORK, BuildError, built_bundle, committed_at, tell, version
from tools import need

LIB = Path("usr/lib/dayline")
MAINTAINER = "The Dayline authors <dayline@localhost>"
DESKTOP = ("desktop-file-utils", "shared-mime-info", "xdg-utils")
"""What makes a desktop know the menu entry and the kind of file, and open things by them."""
SUMMARY = "show one patient's course on one cursor"
DESCRIPTION = """\
 Dayline shows events, values, pictures and reports of one patient's course on
 one timeline, to review a case, to annotate it and to present it. What is not
 exactly known is drawn as just that, and no value that nobody measured.
 .
 It uses no network. It is not a medical device."""


def architecture() -> str:
    """Name the processor as Debian does."""
    asked = ["dpkg", "--print-architecture"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


def lay_out(place: Path, named: str) -> None:
    """Lay out the files as they will be installed; ``named`` is the version."""
    shutil.rmtree(place, ignore_errors=True)
    put_program(place / LIB)
    (place / "usr/bin").mkdir(parents=True)
    (place / "usr/bin/dayline").symlink_to("../lib/dayline/dayline")
    share = place / "usr/share"
    put_desktop_files(share, named)
    put_metainfo(share, named)
    doc = share / "doc" / "dayline"
    put((HERE / "copyright").read_bytes(), doc / "copyright")
    put(changelog(named), doc / "changelog.gz", is_packed=True)
    put((HERE / "lintian-overrides").read_bytes(), share / "lintian" / "overrides" / "dayline")
    told = control(place, named)
    put(sums(place), place / "DEBIAN" / "md5sums")
    put(told, place / "DEBIAN" / "control")


def sums(place: Path) -> str:
    """Give the sum of each file, by which dpkg tells whether one was damaged."""
    files = [file for file in sorted(place.rglob("*")) if file.is_file() and not file.is_symlink()]
    told = [
        f"{hashlib.md5(file.read_bytes()).hexdigest()}  {file.relative_to(place)}" for file in files
    ]
    return "\n".join(told) + "\n"


def changelog(named: str) -> str:
    """Give the changelog in the form that Debian's tools read."""
    when = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(committed_at()))
    points = [
        textwrap.fill(point, 78, initial_indent="  * ", subsequent_indent="    ")
        for point in news()
    ]
    head = f"dayline ({named}) unstable; urgency=medium"
    return "\n\n".join([head, "\n".join(points), f" -- {MAINTAINER}  {when}"]) + "\n"


def control(place: Path, named: str) -> str:
    """Give what the package says of itself."""
    size = sum(f.stat().st_size for f in place.rglob("*") if f.is_file() and not f.is_symlink())
    needs = needs_of(built_bundle())
    fields = {
        "Package": "dayline",
        "Version": named,
        "Architecture": architecture(),
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size // 1024),
        "Depends": ", ".join(needs.depends),
        "Recommends": ", ".join(sorted([*needs.recommends, *DESKTOP])),
        "Section": "science",
        "Priority": "optional",
        "Description": f"{SUMMARY}\n{DESCRIPTION}",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def pack(place: Path, made: Path, compression: str = "xz") -> Path:
    """Make a package of what was laid out."""
    settle(place, frozenset({place / LIB / "dayline"}))
    command = ["dpkg-deb", "--root-owner-group", f"-Z{compression}", "--build", str(place)]
    dated = os.environ | {"SOURCE_DATE_EPOCH": str(committed_at())}
    part = made.with_name(f"{made.name}.part")
    subprocess.run([*command, str(part)], env=dated, check=True, stdout=subprocess.DEVNULL)
    return part.replace(made)


def package() -> Path:
    """Give where the package lies, or will."""
    return DIST / f"dayline_{version()}_{architecture()}.deb"


def main() -> int:
    """Build the package, and say how large it is."""
    try:
        need({"dpkg-deb": "dpkg"})
        place = WORK / "deb"
        lay_out(place, version())
        tell(pack(place, package()))
    except (BuildError, subprocess.CalledProcessError) as problem:
        print(f"dayline: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
