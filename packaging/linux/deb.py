"""Build dist/dayline_VERSION_ARCHITECTURE.deb around dist/dayline, which must have been built.

Standard library and dpkg-deb. Two builds of the same commit are the same to the last bit.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
from pathlib import Path

from release import DIST, ROOT, WORK, BuildError, built_bundle, committed_at, tell, version

HERE = Path(__file__).resolve().parent
STAGE = WORK / "deb"
LIB = Path("usr/lib/dayline")
DEPENDS = (
    "libc6 (>= 2.34)",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
    "libgl1",
    "libglib2.0-0 | libglib2.0-0t64",
    "libx11-6",
    "libx11-xcb1",
    "libxcb1",
    "libxcb-randr0",
    "libxcb-render0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-xfixes0",
)
"""What Qt is linked to and the bundle does not carry, since every desktop has it."""
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
SUMMARY = "show one patient's course on one cursor"
DESCRIPTION = """\
 Dayline shows events, values, pictures and reports of one patient's course on
 one timeline, to review a case, to annotate it and to present it. What is not
 exactly known is drawn as just that, and no value that nobody measured.
 .
 It uses no network. It is not a medical device."""


def put(text: str | bytes, place: str, *, is_packed: bool = False) -> None:
    """Write a file of the package."""
    data = text.encode() if isinstance(text, str) else text
    file = STAGE / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(data, 9, mtime=0) if is_packed else data)


def stage(architecture: str) -> None:
    """Lay out the files as they will be installed."""
    shutil.rmtree(STAGE, ignore_errors=True)
    shutil.copytree(built_bundle(), STAGE / LIB, symlinks=True)
    (STAGE / "usr/bin").mkdir(parents=True)
    (STAGE / "usr/bin/dayline").symlink_to("../lib/dayline/dayline")
    share = "usr/share"
    for size in SIZES:
        drawn = (ROOT / "resources" / "icons" / f"dayline-{size}.png").read_bytes()
        icons = f"{share}/icons/hicolor/{size}x{size}"
        put(drawn, f"{icons}/apps/dayline.png")
        put(drawn, f"{icons}/mimetypes/dayline-case.png")
    drawing = (ROOT / "resources" / "icons" / "dayline.svg").read_bytes()
    put(drawing, f"{share}/icons/hicolor/scalable/apps/dayline.svg")
    put((HERE / "dayline.desktop").read_bytes(), f"{share}/applications/dayline.desktop")
    put((HERE / "dayline-mime.xml").read_bytes(), f"{share}/mime/packages/dayline.xml")
    put((HERE / "dayline.metainfo.xml").read_bytes(), f"{share}/metainfo/dayline.metainfo.xml")
    page = (HERE / "dayline.1").read_text(encoding="utf-8").replace("VERSION", version())
    put(page, f"{share}/man/man1/dayline.1.gz", is_packed=True)
    doc = f"{share}/doc/dayline"
    put((HERE / "copyright").read_bytes(), f"{doc}/copyright")
    put((ROOT / "CHANGELOG.md").read_bytes(), f"{doc}/changelog.gz", is_packed=True)
    put((HERE / "lintian-overrides").read_bytes(), f"{share}/lintian/overrides/dayline")
    put(control(architecture), "DEBIAN/control")
    settle()


def control(architecture: str) -> str:
    """Give what the package says of itself."""
    size = sum(f.stat().st_size for f in STAGE.rglob("*") if f.is_file() and not f.is_symlink())
    fields = {
        "Package": "dayline",
        "Version": version(),
        "Architecture": architecture,
        "Maintainer": "The Dayline authors <dayline@localhost>",
        "Installed-Size": str(size // 1024),
        "Depends": ", ".join(DEPENDS),
        "Section": "science",
        "Priority": "optional",
        "Description": f"{SUMMARY}\n{DESCRIPTION}",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def settle() -> None:
    """Give every file plain permissions and the time of the build's commit."""
    when = committed_at()
    for file in sorted(STAGE.rglob("*")):
        if file.is_symlink():
            continue
        is_run = file.is_dir() or file == STAGE / LIB / "dayline"
        file.chmod(0o755 if is_run else 0o644)
        os.utime(file, (when, when))


def build() -> Path:
    """Build the package; give its place."""
    asked = ["dpkg", "--print-architecture"]
    architecture = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    stage(architecture)
    made = DIST / f"dayline_{version()}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(STAGE), str(made)]
    dated = os.environ | {"SOURCE_DATE_EPOCH": str(committed_at())}
    subprocess.run(command, env=dated, check=True, stdout=subprocess.DEVNULL)
    return made


def main() -> int:
    """Build the package, and say how large it is."""
    try:
        tell(build())
    except BuildError as problem:
        print(f"dayline: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
