"""The tools that building and checking artefacts needs, installed where that is allowed.

Standard library only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping

import system_libraries
from release import BuildError


def need(commands: Mapping[str, str]) -> None:
    """See that commands are there; each is given with the Debian package that brings it.

    Raises BuildError, with a line to copy, where they are missing and may not be installed.
    """
    packages = sorted({package for name, package in commands.items() if not shutil.which(name)})
    if not packages:
        return
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    line = system_libraries.install_line("apt-get", packages, is_root=is_root)
    if not (is_root and shutil.which("apt-get")):
        raise BuildError(f"missing on this machine. Install with:\n\n{line}\n")
    print(f"dayline: installing {' '.join(packages)}", flush=True)
    environ = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "-qq", "update"], [*line.split(), "-qq"]):
        null = subprocess.DEVNULL
        subprocess.run(command, env=environ, stdin=null, stdout=null, check=False)
    absent = [name for name in commands if not shutil.which(name)]
    if absent:
        raise BuildError(f"{', '.join(absent)} could not be installed: {line}")
