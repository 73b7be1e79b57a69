"""Other programs to measure against, in a folder of their own: they are no dependencies of ours.

They come from the package indexes that this machine is set up for. What cannot be had is left out,
and the rows that need it say so.
"""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
import sys
import tarfile
import venv
from pathlib import Path

from tests.bench.report import BUILD

PEERS = BUILD / "peers"
MNE = PEERS / "mne"
VIS = PEERS / "vis-timeline"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE_S = 600


class AbsentError(Exception):
    """Why a peer is not here."""


def mne_python() -> Path:
    """Give the interpreter that has mne-qt-browser; raises AbsentError."""
    return _there(MNE, MNE / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def vis_folder() -> Path:
    """Give the folder of vis-timeline's standalone build; raises AbsentError."""
    return _there(VIS, VIS / "package")


def browser() -> str:
    """Give Chromium's command; raises AbsentError."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise AbsentError("Chromium is missing")
    return found


def _there(peer: Path, wanted: Path) -> Path:
    if not (peer / "whole").is_file():
        raise AbsentError(f"{peer.name} could not be fetched")
    return wanted


def fetch() -> None:
    """Bring every peer that is not here yet; say what could not be had."""
    for peer, make in ((MNE, _make_mne), (VIS, _make_vis)):
        if (peer / "whole").is_file():
            continue
        shutil.rmtree(peer, ignore_errors=True)
        peer.mkdir(parents=True)
        try:
            make(peer)
        except (OSError, subprocess.SubprocessError, tarfile.TarError) as error:
            print(f"bench: {peer.name} could not be fetched ({error})", file=sys.stderr)
        else:
            (peer / "whole").touch()


def _make_mne(folder: Path) -> None:
    """Make an environment with mne-qt-browser on the same Qt and pyqtgraph as ours."""
    venv.create(folder, with_pip=True)
    same = [
        f"{name}=={importlib.metadata.version(name)}"
        for name in ("PySide6-Essentials", "pyqtgraph")
    ]
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    _run([python, "-m", "pip", "install", "--quiet", "mne", "mne-qt-browser", *same], folder)


def _make_vis(folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("npm is missing")
    _run([npm, "pack", "--silent", "vis-timeline"], folder)
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")


def _run(command: list[str | Path], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, timeout=PATIENCE_S, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    fetch()
