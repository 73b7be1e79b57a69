"""How the scripts that try an artefact say what they tried and what came of it.

Standard library only. Each script has one `Checks`, prints a line for each thing tried, and leaves
build/checks/ARTEFACT.json, a list of {"artefact", "check", "held", "said"}.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from release import WORK

PATIENCE_S = 300.0
"""A program that has not ended after so many seconds hangs."""


class Checks:
    """What was tried of one artefact."""

    def __init__(self, artefact: str) -> None:
        self.artefact = artefact
        self.tried: list[dict[str, object]] = []

    def holds(self, check: str, held: bool, said: str = "") -> bool:
        """Note that something was tried, and whether it held; ``said`` tells more."""
        note = {"artefact": self.artefact, "check": check, "held": held, "said": said}
        self.tried.append(note)
        mark = "ok    " if held else "FAILED"
        print(f"  {mark} {self.artefact}: {check}{f' ({said})' if said else ''}", flush=True)
        return held

    def runs(
        self, check: str, command: Sequence[str | Path], environ: Mapping[str, str] | None = None
    ) -> str:
        """Run a command that must succeed; give what it printed."""
        try:
            done = subprocess.run(
                command, env=environ, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                errors="replace", timeout=PATIENCE_S, check=False,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            self.holds(check, False, str(error))
            return ""
        worst = (done.stderr.strip() or done.stdout.strip())[-600:]
        self.holds(check, done.returncode == 0, "" if done.returncode == 0 else worst)
        return done.stdout

    def checks_itself(
        self, where: str, command: Sequence[str | Path], environ: Mapping[str, str] | None = None
    ) -> None:
        """Run ``dayline --self-check`` by a command that ends in it, and note all that it found."""
        printed = self.runs(f"self-check {where}", command, environ)
        try:
            found = json.loads(printed)
            failed = [one["check"] for one in found["checks"] if not one["held"]]
            said = f"{len(found['checks'])} checks of version {found['version']}"
        except (ValueError, KeyError, TypeError) as error:
            self.holds(f"self-check {where} tells what it found", False, repr(error))
            return
        self.holds(f"every check {where}", not failed, ", ".join(failed) or said)

    def finish(self) -> int:
        """Write all down; give the exit code, 0 where everything held and something was tried."""
        place = WORK / "checks" / f"{self.artefact}.json"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(self.tried, indent=1, ensure_ascii=False) + "\n", "utf-8")
        return 0 if self.tried and all(one["held"] for one in self.tried) else 1
