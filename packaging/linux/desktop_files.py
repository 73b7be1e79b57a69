"""What a desktop on Linux is told of the program: menu entry, icons, kind of file, man page.

Standard library only.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import time
from pathlib import Path

from release import ROOT, BuildError, built_bundle, committed_at, version

HERE = Path(__file__).resolve().parent
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def put(text: str | bytes, place: Path, *, is_packed: bool = False) -> None:
    """Write a file, and the folders that it lies in."""
    data = text.encode() if isinstance(text, str) else text
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(gzip.compress(data, 9, mtime=0) if is_packed else data)


def put_desktop_files(share: Path, named: str) -> None:
    """Lay out what belongs below a folder such as /usr/share; ``named`` is the version."""
    icons = share / "icons" / "hicolor"
    for size in SIZES:
        drawn = (ROOT / "resources" / "icons" / f"dayline-{size}.png").read_bytes()
        put(drawn, icons / f"{size}x{size}" / "apps" / "dayline.png")
        put(drawn, icons / f"{size}x{size}" / "mimetypes" / "dayline-case.png")
    drawing = (ROOT / "resources" / "icons" / "dayline.svg").read_bytes()
    put(drawing, icons / "scalable" / "apps" / "dayline.svg")
    put(drawing, icons / "scalable" / "mimetypes" / "dayline-case.svg")
    put((HERE / "dayline.desktop").read_bytes(), share / "applications" / "dayline.desktop")
    put((HERE / "dayline-mime.xml").read_bytes(), share / "mime" / "packages" / "dayline.xml")
    page = (HERE / "dayline.1").read_text(encoding="utf-8").replace("VERSION", named)
    put(page, share / "man" / "man1" / "dayline.1.gz", is_packed=True)


def put_metainfo(share: Path, named: str) -> None:
    """Lay out what software centres show; the release is dated as everything built."""
    text = (HERE / "dayline.metainfo.xml").read_text(encoding="utf-8")
    day = time.strftime("%Y-%m-%d", time.gmtime(committed_at()))
    text = text.replace('"VERSION"', f'"{named}"').replace('"DATE"', f'"{day}"')
    put(text, share / "metainfo" / "dayline.metainfo.xml")


def put_program(place: Path) -> None:
    """Copy the built program."""
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(built_bundle(), place, symlinks=True)


def settle(folder: Path, runnable: frozenset[Path]) -> None:
    """Give all below a folder plain permissions and the time of the build's commit."""
    when = committed_at()
    for file in sorted(folder.rglob("*"), reverse=True):
        if not file.is_symlink():
            file.chmod(0o755 if file.is_dir() or file in runnable else 0o644)
        os.utime(file, (when, when), follow_symlinks=False)
    folder.chmod(0o755)
    os.utime(folder, (when, when))


def news() -> list[str]:
    """Give the points of the changelog about this version, each on one line."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    part = re.search(rf"^## {re.escape(version())}\b.*?\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    if part is None:
        raise BuildError(f"CHANGELOG.md says nothing of {version()}")
    points = re.split(r"^- ", part[1], flags=re.M)[1:]
    return [" ".join(point.split()) for point in points]
