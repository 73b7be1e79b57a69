"""What is tried of every installation on Linux, whichever way it was installed.

Standard library only.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from checking import Checks
from release import ROOT, WORK
from screen import Screen

KIND = "application/vnd.dayline.case+zip"
NOTE = "Was this tried on a machine of its own?"
TITLE = "Opened by its kind"
START_TITLE = "^Dayline$"
CASE_TITLE = r"insulinoma.* · Dayline$"
GNOME = {"XDG_CURRENT_DESKTOP": "GNOME"}
"""Which desktop xdg-utils takes itself to be on: the one that needs no more than gio."""
QUIT_S = 30
HELD = (
    '"$@"; for _ in $(seq 60); do sleep 1; pgrep -u "$(id -u)" -x dayline >/dev/null || exit; done'
)
"""A shell that waits: what a desktop starts is to outlive what started it, also in a small root."""

Inside = Callable[..., list[str]]
"""Gives the command that runs a command where the program was installed, as the user."""


def lay_cases(home: Path) -> tuple[Path, Path]:
    """Put a case into a home, and one as a single file with a title of its own; give both."""
    folder = home / "cases of mine" / "insulinoma"
    shutil.copytree(ROOT / "cases" / "insulinoma-tae", folder)
    file = home / "cases of mine" / "one file.dayline"
    whole = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    whole |= {"id": "one-file", "title": [{"text": {"en": TITLE, "ja": TITLE}}]}
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("case.json", json.dumps(whole))
        for asset in sorted(folder.rglob("*")):
            if asset.is_file() and asset.name != "case.json":
                packed.write(asset, str(asset.relative_to(folder)))
    return folder, file


def write_note(checks: Checks, home: Path, folder: Path) -> list[Path]:
    """Write a note on a case as the program does; give all files that hold it."""
    python = ROOT / ".venv" / "bin" / "python"
    script = ROOT / "packaging" / "linux" / "write_note.py"
    data = home / ".local/share/dayline"
    command = [str(python), str(script), str(data), str(folder), NOTE]
    checks.runs("a note is written", command, {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"})
    return sorted(file for file in folder.with_name(f"{folder.name}.notes").rglob("*"))


def opens(
    checks: Checks, screen: Screen, check: str, command: Sequence[str], title: str, picture: str
) -> None:
    """Try that a command opens a window with a title, that draws something, and that ends."""
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:  # fmt: skip
        window = screen.wait_for(title)
        seen = ", ".join(screen.windows().values())
        checks.holds(f"{check}: a window", window is not None, seen or "none")
        if window is None:
            stop(running)
            said = running.stderr.read() if running.stderr else b""
            print(said.decode(errors="replace")[-600:])
            return
        drawn = screen.picture()
        drawn.save(WORK / "checks" / f"{picture}.png")
        checks.holds(f"{check}: something is drawn", *drawn.says_something)
        screen.press(window, "ctrl+q")
        ended = wait_until_gone(screen, window)
        checks.holds(f"{check}: it ends by Ctrl+Q", ended)
        if not ended:
            stop(running)


def stop(running: subprocess.Popen[bytes]) -> None:
    """End a command and all that it started."""
    os.killpg(running.pid, signal.SIGKILL)


def wait_until_gone(screen: Screen, window: str) -> bool:
    """Tell whether a window goes in time."""
    for _ in range(QUIT_S * 2):
        if window not in screen.windows():
            return True
        time.sleep(0.5)
    return False


def opens_by_kind(checks: Checks, screen: Screen, inside: Inside, file: str, picture: str) -> None:
    """Try that the desktop knows a .dayline file, whose it is, and opens it."""
    environ = GNOME | {"DISPLAY": screen.display}
    asked = inside("xdg-mime", "query", "filetype", file, environ=environ)
    kind = checks.runs("the kind of a .dayline file", asked).strip()
    checks.holds(f"it is {KIND}", kind == KIND, kind)
    asked = inside("xdg-mime", "query", "default", KIND, environ=environ)
    entry = checks.runs("who opens that kind", asked).strip()
    checks.holds("dayline opens that kind", entry == "dayline.desktop", entry)
    opening = inside("sh", "-c", HELD, "sh", "xdg-open", file, environ=environ)
    opens(checks, screen, "xdg-open of a .dayline file", opening, f"^{TITLE} ", picture)


def reads_note(checks: Checks, inside: Inside, check: str, case: str, made: str, out: Path) -> None:
    """Try that the program shows the note: it stands in a file that the program exports."""
    command = inside(
        "dayline", "export", case, "--to", made, "--with-annotations",
        environ={"QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    checks.runs(f"{check}: an export", command)
    try:
        with zipfile.ZipFile(out) as packed:
            told = packed.read("notes/annotations.jsonld").decode("utf-8")
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        checks.holds(f"{check}: the note stands in it", False, repr(error))
        return
    checks.holds(f"{check}: the note stands in it", NOTE in told)
