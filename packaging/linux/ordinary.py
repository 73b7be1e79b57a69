"""Somebody without any rights on this machine, in an empty home, who tries what was downloaded.

Standard library and setpriv. Where the scripts do not run as root it is who runs them, all the same
in an empty home.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from tools import need

NOBODY = 64217
"""The number of a user that no machine has."""


class Ordinary:
    """A user with an empty home."""

    def __init__(self, folder: Path) -> None:
        need({"setpriv": "util-linux", "env": "coreutils"})
        folder.chmod(0o755)
        self.is_other = os.geteuid() == 0
        self.home = folder / "reader"
        self.home.mkdir()
        self.owns(self.home)

    def owns(self, place: Path) -> None:
        """Hand a file, or a folder and all in it, over."""
        if self.is_other:
            for file in (place, *place.rglob("*")):
                os.chown(file, NOBODY, NOBODY, follow_symlinks=False)

    def given(self, file: Path) -> Path:
        """Put a copy of a file into the home, as a download is."""
        copy = self.home / file.name
        shutil.copyfile(file, copy)
        self.owns(copy)
        return copy

    def inside(self, *command: str, environ: Mapping[str, str] | None = None) -> list[str]:
        """Give the command that runs a command as this user."""
        base = {
            "HOME": str(self.home),
            "PATH": f"{self.home}/.local/bin:/usr/local/bin:/usr/bin:/bin",
            "LANG": "C.UTF-8",
        }
        given = [f"{name}={value}" for name, value in (base | dict(environ or {})).items()]
        who = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        at_home = ["env", "-i", "-C", str(self.home)]
        return [*(who if self.is_other else ()), *at_home, *given, *command]
