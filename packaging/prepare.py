"""Make .venv from a hashed lock, and see that Qt finds its system libraries.

``prepare.py run`` is for using the program, ``prepare.py dev`` for testing it. Standard
library only. Nothing is done twice: a stamp in .venv holds the hash of the installed lock.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"


class SetupError(Exception):
    """What stands in the way, in words for the person at the keyboard."""


def say(text: str) -> None:
    """Tell the person what happens, in order with what child processes print."""
    print(f"dayline: {text}", file=sys.stderr, flush=True)


def call(command: Sequence[str | Path], failure: str, **extra_environ: str) -> None:
    """Run a command that asks nothing; raise SetupError with ``failure`` if it fails."""
    environ = os.environ | extra_environ
    null = subprocess.DEVNULL  # what goes wrong is said on stderr
    done = subprocess.run(command, stdin=null, stdout=null, env=environ, check=False)
    if done.returncode:
        raise SetupError(failure)


# --- system packages ---------------------------------------------------------------------


def lacks_ensurepip() -> bool:
    """Whether this Python cannot put pip into a new virtual environment (Debian splits it)."""
    importlib.invalidate_caches()
    spec = importlib.util.find_spec("ensurepip")
    return spec is None or spec.origin is None  # a leftover empty folder has no origin


def advice(manager: str | None, sonames: list[str], no_pip: bool, *, is_root: bool) -> str:
    """Say what is missing, and the one line that installs it where that line is known."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    absent = ([f"ensurepip for Python {version}"] if no_pip else []) + sonames
    text = f"missing on this machine: {', '.join(absent)}."
    wanted = system_packages(manager, sonames, no_pip)
    if manager and wanted:
        line = system_libraries.install_line(manager, wanted, is_root=is_root)
        text += f"\n         Install with:\n\n{line}\n"
    if no_pip and manager != "apt-get":
        text += "\n         Install this Python's venv package, or choose another: PYTHON=..."
    return text


def system_packages(manager: str | None, sonames: list[str], no_pip: bool) -> list[str]:
    """Name the packages that bring what is missing, as far as ``manager`` has names for it."""
    if manager is None:
        return []
    venv = [f"python3.{sys.version_info[1]}-venv"] if no_pip and manager == "apt-get" else []
    return venv + system_libraries.packages(manager, sonames)


def see_to_system(sonames: list[str], *, venv_wanted: bool) -> None:
    """Install what is missing where apt-get may be used; else raise with the line to copy."""

    def look() -> tuple[list[str], bool]:
        return system_libraries.missing(sonames), venv_wanted and lacks_ensurepip()

    absent, no_pip = look()
    manager = system_libraries.manager()
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if (absent or no_pip) and manager == "apt-get" and is_root:
        wanted = system_packages(manager, absent, no_pip)
        say(f"installing system packages: {' '.join(wanted)}")
        failure = advice(manager, absent, no_pip, is_root=is_root)
        # A failed update may be one stale source; the install then tells.
        subprocess.run(["apt-get", "-qq", "update"], stdin=subprocess.DEVNULL, check=False)
        install = [*system_libraries.INSTALL[manager].split(), "-qq", *wanted]
        call(install, failure, DEBIAN_FRONTEND="noninteractive")
        absent, no_pip = look()
    if absent or no_pip:
        raise SetupError(advice(manager, absent, no_pip, is_root=is_root))


# --- the virtual environment -------------------------------------------------------------


def venv_python() -> Path:
    """Where the environment's interpreter is, or will be."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def venv_version() -> str | None:
    """Return the version of a usable .venv with pip, None where it must be made anew."""
    if not venv_python().exists():
        return None
    code = "import pip, sys; print('%d.%d' % sys.version_info[:2])"
    found = subprocess.run(
        [venv_python(), "-I", "-c", code], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() if found.returncode == 0 else None


def fingerprint(lock: Path, version: str) -> str:
    """Return what the stamp says when ``lock`` is installed for that version of Python."""
    return f"{version} {hashlib.sha256(lock.read_bytes()).hexdigest()}\n"


def install_lock(name: str, version: str | None) -> None:
    """Bring .venv to what requirements/``name``.txt says; quick when it already is."""
    if version is None:
        say(f"making .venv with Python {sys.version.split()[0]}")
        # The base interpreter: in an activated .venv, sys.executable is what --clear removes.
        base = getattr(sys, "_base_executable", None) or sys.executable
        call([base, "-m", "venv", "--clear", VENV], "the virtual environment could not be made.")
        version = venv_version()
        if version is None:
            raise SetupError(f"the new environment in {VENV.name} does not work.")
    lock = ROOT / "requirements" / f"{name}.txt"
    stamp = VENV / f"stamp-{name}"
    if stamp.exists() and stamp.read_text() == fingerprint(lock, version):
        return
    say(f"installing what requirements/{name}.txt locks (about 150 MB to fetch at first)")
    pip = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    # Wheels only: nothing is compiled here, and no package's own set-up code runs. The lock is
    # whole, so nothing is resolved: older pips would try a newer release first where a package
    # asks for another's extra ("coverage[toml]"), and fail for want of its hash.
    install = ["install", "--quiet", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
    call([*pip, *install, "-r", str(lock)], "pip could not install the locked packages.")
    stamp.write_text(fingerprint(lock, version))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prepare the machine and .venv; 0 when ready, 1 with a message when not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lock", choices=("run", "dev"), help="which lock to install")
    lock = parser.parse_args(arguments).lock
    sonames = system_libraries.needed(sys.platform, os.environ, window=lock == "run")
    version = venv_version()
    try:
        see_to_system(sonames, venv_wanted=version is None)
        install_lock(lock, version)
    except SetupError as problem:
        say(str(problem))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
