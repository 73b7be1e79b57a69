"""Build dayline.exe and dayline-cli.exe, which start the program on Windows.

Standard library and mingw-w64. Two builds of the same commit are the same to the last bit.
"""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import ico
from release import BuildError, version
from tools import need
from wheels import PLACE

HERE = Path(__file__).resolve().parent
ICON = PLACE / "dayline.ico"
NAMES = ("dayline.exe", "dayline-cli.exe")
SIGN = "DAYLINE_SIGN"
"""Names a command that signs the file named after it; without it nothing is signed."""
OPTIONS = (
    *("-municode", "-O2", "-s", "-Wall", "-Wextra", "-Werror", "-static"),
    "-Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va",
)
RESOURCES = """\
#include <windows.h>
1 ICON "{icon}"
1 RT_MANIFEST "{manifest}"
1 VERSIONINFO
FILEVERSION {numbers}
PRODUCTVERSION {numbers}
FILEOS VOS_NT_WINDOWS32
FILETYPE VFT_APP
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "040904B0"
    BEGIN
      VALUE "CompanyName", "The Dayline authors"
      VALUE "FileDescription", "Dayline"
      VALUE "FileVersion", "{version}"
      VALUE "InternalName", "{name}"
      VALUE "OriginalFilename", "{name}"
      VALUE "ProductName", "Dayline"
      VALUE "ProductVersion", "{version}"
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x409, 1200
  END
END
"""


def numbers(name: str) -> list[int]:
    """Give a version as the four numbers that Windows compares."""
    given = [int(part) for part in name.split(".")[:4] if part.isdecimal()]
    return [*given, 0, 0, 0, 0][:4]


def sign(file: Path) -> None:
    """Sign a file where a command for that is named."""
    command = os.environ.get(SIGN)
    if command and subprocess.run([*shlex.split(command), str(file)], check=False).returncode:
        raise BuildError(f"{file.name} was not signed by {command}")


def build(into: Path, said: str | None = None) -> None:
    """Build both into a folder; ``said`` is another version than the program's, for trials."""
    need({
        "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
        "x86_64-w64-mingw32-windres": "binutils-mingw-w64-x86-64",
    })  # fmt: skip
    ico.write(ICON)
    named = said or version()
    for name in NAMES:
        text = RESOURCES.format(
            icon=ICON.as_posix(), manifest=(HERE / "launcher.manifest").as_posix(), name=name,
            version=named, numbers=",".join(str(number) for number in numbers(named)),
        )  # fmt: skip
        script, object_file = PLACE / f"{name}.rc", PLACE / f"{name}.o"
        script.write_text(text, encoding="utf-8")
        subprocess.run(["x86_64-w64-mingw32-windres", script, object_file], check=True)
        kind = ["-DCONSOLE", "-mconsole"] if "cli" in name else ["-mwindows"]
        sources = [str(HERE / "launcher.c"), str(object_file), "-o", str(into / name)]
        subprocess.run(["x86_64-w64-mingw32-gcc", *OPTIONS, *kind, *sources], check=True)
        sign(into / name)
