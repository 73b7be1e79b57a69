"""Try the package for Debian on a Debian of its own: installing, using, upgrading, removing.

Root only; standard library, lintian, debootstrap, Xvfb. check_deb.py [SUITE] names another Debian.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from checking import Checks
from deb import lay_out, pack, package
from debian_root import HOME, LAID, SUITE, Root
from linux_proofs import (
    CASE_TITLE,
    START_TITLE,
    lay_cases,
    opens,
    opens_by_kind,
    reads_note,
    write_note,
)
from release import WORK, BuildError
from screen import Screen
from tools import need

BEFORE = "0.0.9~previous"
ONLY_BEFORE = "usr/lib/dayline/_internal/only-in-the-previous-version"
DESKTOP = ("libglib2.0-bin", "procps")
"""What a desktop has besides what the package recommends."""
APT = ("apt-get", "-q", "-y", "-o", "Dpkg::Use-Pty=0")
HAS_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
KNOWS = "grep -rls vnd.dayline /usr/share/mime /usr/share/applications || true"


class Trial:
    """One package in one root, and what is tried of it."""

    def __init__(self, checks: Checks, root: Root, made: Path) -> None:
        self.checks, self.root, self.made = checks, root, made
        self.home = root.of(HOME)
        self.place = Path(LAID) / made.name
        root.of(str(self.place)).write_bytes(made.read_bytes())

    def reader(self, *command: str, environ: dict[str, str] | None = None) -> list[str]:
        """Give the command that runs a command as who reads cases."""
        return self.root.inside(*command, reads=True, environ=environ)

    def apt(self, check: str, *words: str) -> str:
        """Have apt do something that must succeed."""
        return self.checks.runs(check, self.root.inside(*APT, *words))

    def version(self) -> str:
        """Give which version is installed, and whether whole."""
        asked = self.root.inside(
            "dpkg-query", "-W", "-f", "${Version} ${db:Status-Abbrev}", "dayline"
        )
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()

    def installs(self, screen: Screen) -> None:
        """Try it where nothing is but what it depends on."""
        apt, checks = self.apt, self.checks
        apt("apt knows its packages", "update")
        apt("it is installed with what it depends on", "install", str(self.place))
        checks.checks_itself(
            "with nothing but what it depends on",
            self.reader("dayline", "--self-check", environ=HAS_OFFSCREEN),
        )
        shown = self.reader("dayline", environ={"DISPLAY": screen.display})
        opens(checks, screen, "the first start", shown, START_TITLE, "deb-first-start")
        apt("it is purged", "purge", "dayline")

    def upgrades(self, screen: Screen, before: Path) -> None:
        """Try an upgrade from a version before, with a desktop and somebody's notes."""
        checks, reader = self.checks, self.reader
        older = Path(LAID) / before.name
        self.root.of(str(older)).write_bytes(before.read_bytes())
        self.apt("the version before is installed", "install", str(older))
        self.apt("a desktop is installed", "install", *recommended(self.made), *DESKTOP)
        checks.holds("it is the version before", self.version() == f"{BEFORE} ii", self.version())
        checks.holds("it has a file of its own", self.root.of(ONLY_BEFORE).exists())
        folder, _ = lay_cases(self.home)
        notes = write_note(checks, self.home, folder)
        self.root.belongs_to_reader(self.home)
        case, out = f"{HOME}/cases of mine/insulinoma", self.home / "out.dayline"
        shown = reader("dayline", case, environ={"DISPLAY": screen.display})
        opens(checks, screen, "the version before", shown, CASE_TITLE, "deb-before")
        reads_note(checks, reader, "before", case, f"{HOME}/out.dayline", out)
        out.unlink(missing_ok=True)
        kept = {file: file.read_bytes() for file in (*notes, *settings(self.home))}
        checks.holds("there are notes and settings", len(kept) >= 3, f"{len(kept)} files")
        self.apt("it is upgraded", "install", str(self.place))
        checks.holds("it is this version", self.version().endswith(" ii"), self.version())
        checks.holds("it is not the one before", not self.version().startswith(BEFORE))
        checks.holds("its file went", not self.root.of(ONLY_BEFORE).exists())
        same = [file for file, raw in kept.items() if file.exists() and file.read_bytes() == raw]
        checks.holds("notes and settings are the same bytes", len(same) == len(kept))
        reads_note(checks, reader, "after the upgrade", case, f"{HOME}/out.dayline", out)
        # Without a case it opens what was open last, which the settings know.
        shown = reader("dayline", environ={"DISPLAY": screen.display})
        opens(checks, screen, "after the upgrade", shown, CASE_TITLE, "deb-after")

    def is_known(self, screen: Screen) -> None:
        """Try the menu entry and the kind of file."""
        entry = "/usr/share/applications/dayline.desktop"
        self.checks.runs(
            "the menu entry is valid", self.root.inside("desktop-file-validate", entry)
        )
        file = f"{HOME}/cases of mine/one file.dayline"
        opens_by_kind(self.checks, screen, self.reader, file, "deb-by-kind")

    def goes(self) -> None:
        """Try that nothing stays but what is the reader's."""
        checks, root = self.checks, self.root
        listed = subprocess.run(
            root.inside("dpkg", "-L", "dayline"), capture_output=True, text=True, check=False
        )
        files = [name for name in listed.stdout.splitlines() if name != "/."]
        checks.holds("it tells its files", len(files) > 100, f"{len(files)}")
        self.apt("it is removed", "remove", "dayline")
        left = [f for f in files if "dayline" in f and root.of(f).exists()]
        checks.holds("no file of it stays", not left, ", ".join(left[:5]))
        self.checks.runs("it is purged", root.inside("dpkg", "--purge", "dayline"))
        found = root.named("dayline")
        checks.holds("nothing of its name stays", not found, ", ".join(found[:5]))
        asked = root.inside("sh", "-c", KNOWS)
        known = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
        checks.holds("the desktop does not know its kind of file any more", not known, known)
        kept = self.home / "cases of mine" / "insulinoma.notes"
        checks.holds("the reader's notes stay", any(kept.glob("*.journal")))


def recommended(made: Path) -> list[str]:
    """Give what a package recommends: the first of each choice that a plain Debian has."""
    asked = ["dpkg-deb", "-f", str(made), "Recommends"]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    return [one.split("|")[0].split("(")[0].strip() for one in told.split(",")]


def settings(home: Path) -> list[Path]:
    """Give the files of settings, and of who the reader is."""
    folders = (home / ".config/dayline", home / ".local/share/dayline")
    return sorted(file for folder in folders for file in folder.glob("*") if file.is_file())


def is_clean(checks: Checks, made: Path) -> None:
    """Try what Debian's own checker says; what is overridden has its reason beside it."""
    need({"lintian": "lintian", "appstreamcli": "appstream"})
    command = ["lintian", "--fail-on", "error,warning", "--tag-display-limit", "0", str(made)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = [line for line in done.stdout.splitlines() if re.match(r"[EW]: ", line)]
    told += [line for line in done.stdout.splitlines() if "unused-override" in line]
    said = "; ".join(told[:5]) if told else "no error and no warning"
    checks.holds("lintian finds nothing", done.returncode == 0 and not told, said)
    metainfo = next((WORK / "deb-opened").glob("usr/share/metainfo/*.xml"), Path("none"))
    checks.runs("the metainfo is valid", ["appstreamcli", "validate", "--no-net", metainfo])


def opened(made: Path) -> None:
    """Unpack a package into build/deb-opened."""
    place = WORK / "deb-opened"
    subprocess.run(["rm", "-rf", str(place)], check=True)
    subprocess.run(["dpkg-deb", "-x", str(made), str(place)], check=True)


def main() -> int:
    """Try everything; give the exit code."""
    suite = sys.argv[1] if len(sys.argv) > 1 else SUITE
    checks = Checks("deb" if suite == SUITE else f"deb-{suite}")
    try:
        made = package()
        if not made.is_file():
            raise BuildError("build the package first: make package-deb")
        opened(made)
        is_clean(checks, made)
        lay_out(WORK / "deb-before", BEFORE)
        (WORK / "deb-before" / ONLY_BEFORE).write_text("This goes with the version.\n")
        before = pack(WORK / "deb-before", WORK / "dayline-before.deb", "none")
        trial = Trial(checks, Root(suite), made)
        with Screen() as screen:
            trial.installs(screen)
            trial.upgrades(screen, before)
            trial.is_known(screen)
        trial.goes()
    except (BuildError, subprocess.CalledProcessError) as problem:
        print(f"dayline: {problem}", file=sys.stderr)
        checks.holds("it could be tried to the end", False, str(problem))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
