"""What the programs and libraries of a folder ask of the system, and which packages bring it.

Standard library and objdump. The package for Debian depends on what is found here, and is not built
where something is asked for that no table names.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from release import BuildError
from tools import need

DEPENDS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb.so.1": "libxcb1",
    "libzstd.so.1": "libzstd1",
}
"""What the program or Qt is linked to and the bundle does not carry: soname and packages."""
RECOMMENDS = {"libcups.so.2": "libcups2 | libcups2t64"}
"""What a single plug-in is linked to that Qt does without: that of printers."""
UNLINKED = ("xkb-data",)
"""What is read and not linked to: libxkbcommon of the bundle knows no key without it."""
GLIBC = re.compile(r"ld-linux.*|lib(c|dl|m|pthread|rt|util|resolv)[.]so[.]\d+")
CXX = "libstdc++.so.6"
GCC_OF = {28: "9", 29: "11", 30: "12", 31: "13.1", 32: "13.2", 33: "14"}
"""From which GCC on its library has GLIBCXX_3.4.N."""
MAGIC = b"\x7fELF"


@dataclass(frozen=True)
class Needs:
    """What is asked of the system."""

    libraries: Mapping[str, tuple[str, ...]]
    """By soname: which files ask for it. Without those of the folder itself and of glibc."""
    glibc: tuple[int, ...]
    glibcxx: int
    """The highest N of GLIBCXX_3.4.N."""

    @property
    def depends(self) -> list[str]:
        """Give the packages that must be there. Raises BuildError where one is not known."""
        unknown = sorted(set(self.libraries) - set(DEPENDS) - set(RECOMMENDS) - {CXX})
        if unknown:
            told = "; ".join(f"{name} by {self.libraries[name][0]}" for name in unknown)
            raise BuildError(f"no package is known for: {told}")
        named = {DEPENDS[name] for name in self.libraries if name in DEPENDS}
        named |= {f"libc6 (>= {'.'.join(map(str, self.glibc))})", *UNLINKED}
        if CXX in self.libraries:
            if self.glibcxx not in GCC_OF and self.glibcxx > min(GCC_OF):
                raise BuildError(f"no libstdc++6 is known for GLIBCXX_3.4.{self.glibcxx}")
            named.add(f"libstdc++6 (>= {GCC_OF.get(self.glibcxx, '9')})")
        return sorted(named)

    @property
    def recommends(self) -> list[str]:
        """Give the packages that something more works with."""
        return sorted({RECOMMENDS[name] for name in self.libraries if name in RECOMMENDS})


def needs_of(folder: Path) -> Needs:
    """Find out what all programs and libraries of a folder ask for."""
    need({"objdump": "binutils"})
    files = [file for file in sorted(folder.rglob("*")) if is_elf(file)]
    return told_by({str(file.relative_to(folder)): dump(file) for file in files}, names_in(folder))


def told_by(dumps: Mapping[str, str], own: Iterable[str]) -> Needs:
    """Read what objdump said of each file; ``own`` are the libraries that need not be there."""
    carried = frozenset(own)
    found: dict[str, list[str]] = {}
    glibc: tuple[int, ...] = (2, 17)
    glibcxx = 0
    for file, text in dumps.items():
        for soname in re.findall(r"^\s*NEEDED\s+(\S+)", text, re.MULTILINE):
            if soname not in carried and not GLIBC.fullmatch(soname):
                found.setdefault(soname, []).append(file)
        # Only what is required: a library's own versions stand under another heading.
        _, _, required = text.partition("Version References:")
        for version in re.findall(r"\bGLIBC_(\d+(?:\.\d+)+)$", required, re.MULTILINE):
            glibc = max(glibc, tuple(map(int, version.split("."))))
        for version in re.findall(r"\bGLIBCXX_3\.4\.(\d+)$", required, re.MULTILINE):
            glibcxx = max(glibcxx, int(version))
    return Needs({name: tuple(files) for name, files in sorted(found.items())}, glibc, glibcxx)


def names_in(folder: Path) -> frozenset[str]:
    """Give the names of the libraries that a folder has; a link to nothing is none."""
    return frozenset(file.name for file in folder.rglob("*.so*") if file.exists())


def is_elf(file: Path) -> bool:
    """Tell whether a file is a program or a library, by how it begins."""
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(len(MAGIC)) == MAGIC


def dump(file: Path) -> str:
    """Give what objdump says of a file's head."""
    asked = ["objdump", "-p", str(file)]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout
