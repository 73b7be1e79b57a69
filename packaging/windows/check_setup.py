"""Try the setup for Windows: install, look, upgrade, uninstall, for one user and for all, in Wine.

Standard library only. Tries dist/dayline-VERSION-windows-x86_64-setup*.exe. Wine is no Windows:
what held here is that the setup does what it says, not that the program runs on a real machine.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import launcher
import setup
import wine_gaps
from checking import Checks
from pe import Image
from release import DIST, BuildError, version
from screen import Screen
from stage import FILES, STAGE
from wheels import PLACE
from wine import Machine, mentions, told_of, until

OLDER = "0.0.9"
UNINSTALL = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Dayline"
CLASSES = "Software\\Classes"
LONG = {"HKCU": "HKEY_CURRENT_USER", "HKLM": "HKEY_LOCAL_MACHINE"}
ELSEWHERE = "C:\\患者 の 経過\\Day line"
MISSING = 3
RUNNING = 4


@dataclass(frozen=True)
class Way:
    """One way to install: for whom, and where everything lies then."""

    name: str
    option: str
    hive: str
    folder: str
    shortcut: str


def ways(machine: Machine) -> list[Way]:
    """Give the ways that are tried."""
    user = "\\".join(("C:", "users", machine.user.name))
    menu = "Microsoft\\Windows\\Start Menu\\Programs\\Dayline.lnk"
    own, every = f"{user}\\AppData\\Roaming\\{menu}", f"C:\\ProgramData\\{menu}"
    local = f"{user}\\AppData\\Local\\Programs\\Dayline"
    return [
        Way("one user", "/CurrentUser", "HKCU", local, own),
        Way("all users", "/AllUsers", "HKLM", "C:\\Program Files\\Dayline", every),
        Way("a folder with Japanese letters", "/CurrentUser", "HKCU", ELSEWHERE, own),
    ]


def installer() -> Path:
    """Give the built setup."""
    made = setup.place(STAGE, DIST, version())
    if not made.is_file():
        raise BuildError("build the setup first: make package-windows")
    return made


def older() -> Path:
    """Build a setup of an older version: the same script, with a few files, one of them its own."""
    staged = PLACE / "older"
    shutil.rmtree(staged, ignore_errors=True)
    for name in ("viewer/paths.py", "only_older.py"):
        file = staged / FILES.name / "app" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# stands for a file of an older version\n", encoding="utf-8")
    return setup.pack(staged, PLACE / "older-setup", OLDER)


class Trial:
    """One way to install, from the first file to the last."""

    def __init__(self, checks: Checks, machine: Machine, way: Way) -> None:
        self.checks, self.machine, self.way = checks, machine, way
        self.folder = machine.place(way.folder)
        self.settings = machine.user / "AppData" / "Local" / "Dayline" / "settings.ini"

    def holds(self, check: str, held: bool, said: str = "") -> None:
        """Note what was tried."""
        self.checks.holds(f"{self.way.name}: {check}", held, "" if held else said)

    def install(self, made: Path, *, is_default: bool = True) -> int:
        """Install silently; give the exit code."""
        if is_default:
            return self.machine.run(made, "/S", self.way.option).returncode
        # NSIS reads /D= to the end of the line, and takes no quotes; so neither may what is called
        # need any, as it would in a folder with spaces.
        copy = Path(shutil.copy(made, self.machine.drive / "setup.exe"))
        line = f"C:\\setup.exe /S {self.way.option} /D={self.way.folder}"
        code = self.machine.run("cmd", "/c", line).returncode
        copy.unlink()
        return code

    def registered(self, key: str) -> dict[str, str]:
        """Give the values of a key of the hive that is installed to."""
        whole = f"{LONG[self.way.hive]}\\{key}"
        found = self.machine.registry(f"{self.way.hive}\\{key}")
        named = {name.lower(): values for name, values in found.items()}
        return named.get(whole.lower(), {})

    def lies_there(self) -> None:
        """Look at files, version and shortcut."""
        wanted = {f.relative_to(STAGE) for f in STAGE.rglob("*") if f.is_file()}
        found = {f.relative_to(self.folder) for f in self.folder.rglob("*") if f.is_file()}
        absent, more = wanted - found, found - wanted - {Path("uninstall.exe"), Path("mine.txt")}
        self.holds("every file is there", bool(wanted) and not absent, str(sorted(absent)[:3]))
        self.holds("no other file is there", not more, str(sorted(more)[:3]))
        same = all(f.read_bytes() == (self.folder / f.relative_to(STAGE)).read_bytes()
                   for f in STAGE.rglob("*") if f.is_file()) if not absent else False  # fmt: skip
        self.holds("every file is what was packed", same)
        shortcut = self.machine.place(self.way.shortcut)
        held = mentions(shortcut, [f"{self.way.folder}\\dayline.exe"])
        self.holds("the Start menu leads to it", held, str(shortcut))

    def is_registered(self) -> None:
        """Look at what Windows lists, and at what opens a case."""
        entry = self.registered(UNINSTALL)
        quiet = f'"{self.way.folder}\\uninstall.exe" {self.way.option} /S'
        wanted = {
            "DisplayName": "Dayline",
            "DisplayVersion": version(),
            "Publisher": "The Dayline authors",
            "InstallLocation": self.way.folder,
            "DisplayIcon": f"{self.way.folder}\\dayline.exe,0",
            "QuietUninstallString": quiet,
        }
        wrong = {name: entry.get(name) for name in wanted if entry.get(name) != wanted[name]}
        self.holds("Windows lists it", not wrong, str(wrong))
        size = int(entry.get("EstimatedSize", "dword:0").removeprefix("dword:"), 16)
        real = sum(f.stat().st_size for f in self.folder.rglob("*") if f.is_file()) // 1024
        self.holds("its size is told", abs(size - real) < real / 20 + 1, f"{size} of {real} KiB")
        kind = self.registered(f"{CLASSES}\\.dayline").get("")
        opens = self.registered(f"{CLASSES}\\Dayline.Case\\shell\\open\\command").get("")
        icon = self.registered(f"{CLASSES}\\Dayline.Case\\DefaultIcon").get("")
        named = f"{self.way.folder}\\dayline.exe"
        said = f"{kind} {opens} {icon}"
        held = (kind, opens, icon) == ("Dayline.Case", f'"{named}" "%1"', f"{named},0")
        self.holds("a case opens with it, and has its icon", held, said)

    def starts(self) -> None:
        """Start the launchers; where Python is in the setup, the program has to answer."""
        cli = self.folder / "dayline-cli.exe"
        if setup.lacking() != "-without-python":
            done = self.machine.run(cli, "--version")
            held = done.stdout.strip() == f"dayline {version()}"
            self.holds("dayline-cli --version answers", held, done.stderr[-300:])
            done = self.machine.run(cli, "schema", "経過 の")
            held = done.returncode == 2 and "経過 の" in done.stderr
            self.holds("arguments arrive as they were given", held, done.stderr[-300:])
        python = self.folder / FILES.name / "python"
        aside = python.with_name("python-aside")
        if python.is_dir():
            python.rename(aside)
        done = self.machine.run(cli, "--version")
        held = done.returncode == MISSING and "Install Dayline again" in done.stderr
        self.holds("dayline-cli names the remedy where Python is missing", held, done.stderr[-300:])
        window = self.machine.started(self.folder / "dayline.exe")
        held = until(lambda: "Dayline" in self.machine.windows(), 30)
        self.holds("dayline shows it in a window", held, str(self.machine.windows()))
        code = self.install(installer())
        self.holds("no setup while it runs", code == RUNNING, f"exit code {code}")
        window.terminate()
        self.machine.stop()
        window.wait()
        if aside.is_dir():
            aside.rename(python)

    def checks_itself(self) -> None:
        """Let the installed program try all its parts, drawn where nobody sees it."""
        if setup.lacking() == "-without-python":
            print("  not tried: the program itself, for the setup holds no Python", flush=True)
            return
        qt = self.folder / FILES.name / "site" / "PySide6" / "Qt6Core.dll"
        filled = wine_gaps.fill(self.machine.drive / "windows" / "system32", qt)
        print(f"  {filled or 'Wine is as it came'}", flush=True)
        environ = {**self.machine.environ, "QT_QPA_PLATFORM": "offscreen"}
        environ["WINEDLLOVERRIDES"] = wine_gaps.OVERRIDES if filled else ""
        # Its input is an empty pipe: Wine has trouble with others.
        program = str(self.folder / "dayline-cli.exe")
        command = ["sh", "-c", 'true | exec wine "$@"', "sh", program]
        self.checks.checks_itself("in Wine", [*command, "--self-check"], environ)

    def uninstall(self, before: set[str], kept: set[str]) -> None:
        """Uninstall as Windows does it, and look at what is left."""
        uninstaller = self.folder / "uninstall.exe"
        self.machine.run(uninstaller, self.way.option, "/S")
        until(lambda: not uninstaller.exists())
        self.machine.rest()
        left = self.machine.files() - before - kept
        self.holds("uninstalling leaves no file", not left, str(sorted(left)[:5]))
        gone = kept - self.machine.files()
        self.holds("what is the user's own stays", not gone, str(sorted(gone)))
        keys = (UNINSTALL, f"{CLASSES}\\Dayline.Case", f"{CLASSES}\\.dayline")
        listed = [key for key in keys if self.machine.registry(f"{self.way.hive}\\{key}")]
        self.holds("uninstalling leaves nothing in the registry", not listed, str(listed))

    def run(self, before_setup: Path) -> None:
        """Install an older version, then this one over it, look, and uninstall."""
        before = self.machine.files()
        code = self.install(before_setup, is_default=self.way.folder != ELSEWHERE)
        self.holds("an older version installs", code == 0, f"exit code {code}")
        if code:
            return  # nothing is there to look at
        only_older = self.folder / FILES.name / "app" / "only_older.py"
        self.holds("it has a file of its own", only_older.is_file())
        mine = [self.settings, self.folder / "mine.txt"]
        for file in mine:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("mine", encoding="utf-8")
        code = self.install(installer())
        self.holds("this version installs over it", code == 0, f"exit code {code}")
        if code:
            return
        self.holds("the file that only the older had is gone", not only_older.exists())
        self.lies_there()
        self.is_registered()
        self.starts()
        if self.way.folder == ELSEWHERE:
            self.checks_itself()
        own = {f.relative_to(self.machine.drive) for f in mine}
        kept = {step.as_posix() for f in own for step in (f, *f.parents)} - {"."}
        self.uninstall(before, kept)
        for file in mine:
            file.unlink(missing_ok=True)


def programs(checks: Checks) -> None:
    """Look at the programs that were built, without running them."""
    made = installer()
    for file in (made, *(STAGE / name for name in launcher.NAMES)):
        image, told = Image(file), told_of(file, "ProductVersion")
        checks.holds(f"{file.name} is of 64 bits", image.is_64)
        checks.holds(f"{file.name} says its version", told == version(), told)
        wanted = "console" if "cli" in file.name else "window"
        checks.holds(f"{file.name} is for a {wanted}", image.subsystem == wanted, image.subsystem)
    lacks = setup.lacking()
    checks.holds("the name says what it lacks", made.stem.endswith(f"setup{lacks}"), lacks)
    network = [f.name for f in STAGE.rglob("*") if f.stem.lower() in ("_socket", "_ssl", "libssl-3")
               or f.name.lower().startswith(("qt6network", "qopenssl", "qschannel"))]  # fmt: skip
    checks.holds("no network library is in it", not network, ", ".join(network))


def main() -> int:
    """Try everything; give the exit code."""
    checks = Checks("windows")
    try:
        made = installer()
        older_setup = older()
        programs(checks)
        with Screen("1280x900") as screen:
            machine = Machine(PLACE / "wine", screen.display)
            for way in ways(machine):
                Trial(checks, machine, way).run(older_setup)
            machine.stop()
    except BuildError as problem:
        print(f"dayline: {problem}", file=sys.stderr)
        return 1
    print(f"  tried in Wine, not on Windows: {made.name}")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
