"""Build dist/dayline-VERSION-windows-x86_64-setup.exe, or say in its name what it lacks.

Standard library, mingw-w64 and NSIS. Python for Windows is given by the builder with --python.
Without one, or with one put together for trials, the file's name and its first page say so.
DAYLINE_SIGN names a command that signs the file named after it: launchers, uninstaller, setup.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import given_python
import launcher
import licences
import wheel_inventory
from release import DIST, ROOT, BuildError, committed_at, tell, version
from stage import FILES, STAGE, python_option, settle, stage
from tools import need
from wheels import PLACE

SCRIPT = ROOT / "packaging" / "windows" / "setup.nsi"
LISTED = PLACE / "files.nsh"
NOTICES = {
    "-without-python": (
        "This setup was assembled without Python. What it installs cannot run: it is for looking"
        " at the installation only.",
        "この版は Python なしで組み立てたものです。インストールしても起動しません。"
        "インストールの確認だけに使ってください。",
    ),
    "-trial": (
        "This setup was assembled with a Python put together for trials. It is not for use.",
        "この版は試験用に組み合わせた Python で組み立てたものです。使用しないでください。",
    ),
}
"""What the first page says where the setup is not one to hand out, in English and Japanese."""


def lacking(staged: Path = STAGE) -> str:
    """Give what the file's name has to say; nothing where all is in it."""
    python = staged / FILES.name / "python"
    if not python.is_dir():
        return "-without-python"
    return "-trial" if (python / given_python.TRIAL).exists() else ""


def place(staged: Path, into: Path, named: str) -> Path:
    """Give where the setup of what is staged lies."""
    return into / f"dayline-{named}-windows-x86_64-setup{lacking(staged)}.exe"


def quoted(text: str) -> str:
    """Give a text as NSIS reads it back."""
    return text.replace("$", "$$").replace('"', '$\\"')


def listed(staged: Path) -> str:
    """Name every staged file in order, for NSIS, so that two builds pack them alike."""
    lines, before = [], None
    for file in sorted(staged.rglob("*")):
        if not file.is_file():
            continue
        folder = file.parent.relative_to(staged)
        if folder != before:
            inner = "".join(f"\\{step}" for step in folder.parts)
            lines.append(f'SetOutPath "$INSTDIR{quoted(inner)}"')
            before = folder
        lines.append(f'File "{quoted(str(file))}"')
    return "\n".join(lines) + "\n"


def defines(staged: Path, made: Path, named: str) -> dict[str, str]:
    """Give what the script is compiled with."""
    size = sum(file.stat().st_size for file in staged.rglob("*") if file.is_file())
    given = {
        "VERSION": named,
        "NUMBERS": ".".join(str(number) for number in launcher.numbers(named)),
        "SIZE_KIB": str(size // 1024),
        "ICON": str(launcher.ICON),
        "OUTPUT": str(made),
        "FILES": str(LISTED),
    }
    notice = NOTICES.get(lacking(staged))
    if notice is not None:
        given |= {"NOTICE": notice[0], "NOTICE_JA": notice[1]}
    if os.environ.get(launcher.SIGN):
        given["SIGN"] = os.environ[launcher.SIGN]
    return given


def accompany(staged: Path) -> None:
    """Lay the licences of what is staged beside it."""
    files = staged / FILES.name
    wheels = sorted((PLACE / "wheels").glob("*.whl"))
    python = wheel_inventory.python_version(files / "python")
    made = wheel_inventory.bundle(
        staged, files / "site", "dayline.exe", wheels, python, PLACE / "about"
    )
    licences.write_for(files / "licences", made)


def pack(staged: Path, into: Path, said: str | None = None) -> Path:
    """Build launchers and setup around what is staged; ``said`` is another version, for trials."""
    need({"makensis": "nsis"})
    named = said or version()
    launcher.build(staged, said)
    if (staged / FILES.name / "site").is_dir():  # what stands for an older version holds no parts
        accompany(staged)
    settle(staged)
    LISTED.write_text(listed(staged), encoding="utf-8")
    into.mkdir(parents=True, exist_ok=True)
    made = place(staged, into, named)
    options = [f"-D{name}={value}" for name, value in defines(staged, made, named).items()]
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options, str(SCRIPT)]
    dated = os.environ | {"SOURCE_DATE_EPOCH": str(committed_at())}
    if subprocess.run(command, env=dated, check=False).returncode:
        raise BuildError("NSIS did not build the setup")
    return made


def main() -> int:
    """Lay out and build, and say how large the setup is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    python_option(parser)
    given = parser.parse_args().python
    try:
        stage(Path(given) if given else None)
        tell(pack(STAGE, DIST))
    except BuildError as problem:
        print(f"dayline: {problem}", file=sys.stderr)
        return 1
    if lacking():
        print(f"dayline: {NOTICES[lacking()][0]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
