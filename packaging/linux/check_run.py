"""Try the installer for one person: as somebody without rights, who has nothing but a home.

Standard library, makeself, Xvfb, desktop-file-utils, shared-mime-info, xdg-utils. The disk that is
full is tried by root alone.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from checking import Checks
from linux_proofs import (
    CASE_TITLE,
    HELD,
    START_TITLE,
    TITLE,
    lay_cases,
    opens,
    opens_by_kind,
    reads_note,
    stop,
    write_note,
)
from ordinary import Ordinary
from release import WORK, BuildError, version
from run_file import installer, lay_out, pack
from screen import Screen
from tools import need

BEFORE = "0.0.9~previous"
ONLY_BEFORE = "_internal/only-in-the-previous-version"
ICON_BEFORE = "icons/hicolor/16x16/apps/dayline-before.png"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
OWN = (".config/dayline", ".local/share/dayline", ".cache")
"""What is the reader's, below the home."""
AROUND = {".config", ".local", ".local/share"}
SMALL = 'mount -t tmpfs -o size=100m,mode=777 none "$1" && shift && exec "$@"'


class Trial:
    """One installer and one user, and what is tried of it."""

    def __init__(self, checks: Checks, user: Ordinary, made: Path, before: Path) -> None:
        self.checks, self.user = checks, user
        self.made, self.before = str(user.given(made)), str(user.given(before))
        self.program = user.home / ".local/lib/dayline/program"

    def run(self, check: str, *command: str, environ: dict[str, str] | None = None) -> str:
        """Run what must succeed."""
        return self.checks.runs(check, self.user.inside(*command, environ=environ))

    def refuses(self, check: str, words: str, command: list[str]) -> None:
        """Run what must fail, say why, and leave nothing."""
        was = self.tree()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        said = (done.stderr.strip() or done.stdout.strip()).splitlines() or ["nothing"]
        told = f"exit {done.returncode}, {said[-1]}"
        self.checks.holds(check, done.returncode != 0 and words in done.stderr, told)
        self.checks.holds(f"{check}: nothing is left of the try", self.tree() == was)

    def tree(self) -> dict[str, tuple[int, str]]:
        """Give all that is in the home but what is the reader's: size, or where a link leads."""
        found = {}
        for file in sorted(self.user.home.rglob("*")):
            name = str(file.relative_to(self.user.home))
            is_own = name.startswith(OWN) or name in AROUND or "cases of mine" in name
            if not is_own:
                leads = str(file.readlink()) if file.is_symlink() else ""
                found[name] = (0 if file.is_dir() else file.lstat().st_size, leads)
        return found

    def is_refused(self) -> None:
        """Try where it must not install."""
        inside, made = self.user.inside, self.made
        other = self.user.home / "other machine"
        other.mkdir()
        (other / "uname").write_text('#!/bin/sh\n[ "$1" = -m ] && echo aarch64 || echo Linux\n')
        (other / "uname").chmod(0o755)
        self.user.owns(other)
        path = {"PATH": f"{other}:/usr/bin:/bin"}
        self.refuses("another processor", "aarch64", inside("sh", made, environ=path))
        taken = self.user.home / "taken"
        taken.mkdir()
        (taken / "letter").write_text("mine")
        self.user.owns(taken)
        command = inside("sh", made, "--", "--to", str(taken))
        self.refuses("a folder that holds something else", "something else", command)
        command = inside("sh", made, "--", "--to", str(self.user.home / "100 %"))
        self.refuses("a name that desktops do not understand", "cannot hold", command)
        if self.user.is_other:
            self.refuses("another's home", "not yours", inside("sh", made)[4:])
            self.is_refused_when_full()

    def is_refused_when_full(self) -> None:
        """Try a disk without room; and one that says it has room, and fills up on the way."""
        small = self.user.home / "small disk"
        small.mkdir()
        self.user.owns(small)
        space = ["unshare", "--mount", "sh", "-c", SMALL, "sh", str(small)]
        install = ["sh", self.made, "--", "--to", str(small / "dayline")]
        self.refuses("a full disk", "too full", [*space, *self.user.inside(*install)])
        lies = self.user.home / "other machine" / "df"
        lies.write_text("#!/bin/sh\necho\necho / 9000000 0 9000000 0% /\n")
        lies.chmod(0o755)
        path = {"PATH": f"{lies.parent}:/usr/bin:/bin"}
        (lies.parent / "uname").unlink()
        command = [*space, *self.user.inside(*install, environ=path)]
        self.refuses("a disk that fills up on the way", "cannot be written", command)

    def installs(self, screen: Screen) -> None:
        """Try the version before, silently, and use it."""
        said = self.run("it installs silently", "sh", self.before, "--quiet", "--", "--quiet")
        self.checks.holds("nothing is said", not said.strip(), said[-200:])
        self.checks.holds("it has a file of its own", (self.program / ONLY_BEFORE).exists())
        folder, _ = lay_cases(self.user.home)
        self.notes = write_note(self.checks, self.user.home, folder)
        self.user.owns(self.user.home)
        shown = self.user.inside("dayline", environ={"DISPLAY": screen.display})
        opens(self.checks, screen, "the first start", shown, START_TITLE, "run-first-start")
        case = str(folder)
        with subprocess.Popen(
            self.user.inside("dayline", case, environ={"DISPLAY": screen.display}),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        ) as running:  # fmt: skip
            window = screen.wait_for(CASE_TITLE)
            self.refuses("while it runs", "is running", self.user.inside("sh", self.made))
            remove = self.user.inside("dayline-uninstall")
            self.refuses("removing while it runs", "is running", remove)
            if window is None:
                running.kill()
            else:
                screen.press(window, "ctrl+q")

    def is_cut_short(self) -> None:
        """Try what is there when an upgrade is killed on the way, as when the power goes."""
        with subprocess.Popen(
            self.user.inside("sh", self.made), start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        ) as running:  # fmt: skip
            while running.poll() is None and not any(self.program.parent.glob("next-*/_internal")):
                time.sleep(0.02)
            self.checks.holds("an upgrade can be killed on the way", running.poll() is None)
            stop(running)
        said = self.run("the version before still runs", "dayline", "--version").strip()
        whole = (self.program / ONLY_BEFORE).exists()
        self.checks.holds("it is the one before, whole", bool(said) and whole, said)

    def upgrades(self) -> None:
        """Try this version in the place of the one before."""
        home, checks = self.user.home, self.checks
        own = [file for place in OWN for file in (home / place).rglob("*") if file.is_file()]
        kept = {file: file.read_bytes() for file in (*self.notes, *own)}
        checks.holds("there are notes and settings", len(kept) >= 3, f"{len(kept)} files")
        self.run("it is upgraded in place", "sh", self.made)
        checks.holds(
            "the file of the version before went", not (self.program / ONLY_BEFORE).exists()
        )
        went = home / ".local/share" / ICON_BEFORE
        checks.holds("its icon went", not went.exists())
        programs = [one.name for one in self.program.parent.glob("*-*")]
        checks.holds("there is one program", len(programs) == 1, ", ".join(programs))
        same = [file for file, raw in kept.items() if file.exists() and file.read_bytes() == raw]
        checks.holds("notes and settings are the same bytes", len(same) == len(kept))
        said = self.run("it tells its version", "dayline", "--version").strip()
        checks.holds("it is this version", said == f"dayline {version()}", said)
        checks.checks_itself(
            "installed", self.user.inside("dayline", "--self-check", environ=OFFSCREEN)
        )
        case = str(home / "cases of mine" / "insulinoma")
        out = home / "out.dayline"
        reads_note(checks, self.user.inside, "after the upgrade", case, str(out), out)
        out.unlink(missing_ok=True)

    def is_known(self, screen: Screen) -> None:
        """Try the menu entry and the kind of file."""
        entry = f"{self.user.home}/.local/share/applications/dayline.desktop"
        self.run("the menu entry is valid", "desktop-file-validate", entry)
        file = f"{self.user.home}/cases of mine/one file.dayline"
        opens_by_kind(self.checks, screen, self.user.inside, file, "run-by-kind")

    def spaces(self, screen: Screen) -> None:
        """Try another folder, with spaces and more in its name."""
        was = self.tree()
        place = self.user.home / "my programs & two" / "dayline"
        self.run("it installs into another folder", "sh", self.made, "--", "--to", str(place))
        entry = self.user.home / ".local/share/applications/dayline.desktop"
        self.run("its menu entry is valid", "desktop-file-validate", str(entry))
        file = f"{self.user.home}/cases of mine/one file.dayline"
        environ = {"DISPLAY": screen.display}
        started = self.user.inside("sh", "-c", HELD, "sh", "gio", "open", file, environ=environ)
        opens(self.checks, screen, "from another folder", started, f"^{TITLE} ", "run-spaces")
        self.run("it is removed from there", "sh", str(place / "uninstall"), "--quiet")
        left = sorted(set(self.tree()) ^ set(was))
        self.checks.holds("nothing of it stays there", not left, ", ".join(left[:6]))

    def goes(self, was: dict[str, tuple[int, str]]) -> None:
        """Try that nothing stays but what is the reader's."""
        said = self.run("it is removed", "dayline-uninstall")
        self.checks.holds("it says that notes stay", "notes" in said, said.strip().splitlines()[0])
        now = self.tree()
        left = [name for name in now if name not in was]
        self.checks.holds("nothing of it stays", not left, ", ".join(left[:6]))
        self.checks.holds("nothing else went", all(name in now for name in was))
        self.checks.holds("notes stay", all(file.exists() for file in self.notes))


def earlier() -> Path:
    """Make an installer of a version before, with a file and an icon that this one has not."""
    place = WORK / "run-before"
    lay_out(place, BEFORE)
    (place / "program" / ONLY_BEFORE).write_text("This goes with the version.\n")
    (place / "share" / ICON_BEFORE).write_bytes(b"\x89PNG")
    return pack(place, WORK / "dayline-before.run", BEFORE, level=0)


def main() -> int:
    """Try everything; give the exit code."""
    checks = Checks("run")
    wanted = {"desktop-file-validate": "desktop-file-utils", "xdg-open": "xdg-utils"}
    wanted |= {"update-mime-database": "shared-mime-info", "gio": "libglib2.0-bin"}
    try:
        need({"makeself": "makeself", "unshare": "util-linux", **wanted})
        made = installer()
        if not made.is_file():
            raise BuildError("build the installer first: make package-run")
        before = earlier()
        with tempfile.TemporaryDirectory() as folder, Screen() as screen:
            trial = Trial(checks, Ordinary(Path(folder)), made, before)
            trial.is_refused()
            was = trial.tree()
            trial.installs(screen)
            trial.is_cut_short()
            trial.upgrades()
            trial.is_known(screen)
            trial.goes(was)
            trial.spaces(screen)
    except (BuildError, OSError, subprocess.CalledProcessError) as problem:
        print(f"dayline: {problem}", file=sys.stderr)
        checks.holds("it could be tried to the end", False, str(problem))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
