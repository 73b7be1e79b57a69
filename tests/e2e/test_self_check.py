"""`dayline --self-check` as an installer is proved by it: a whole program, and a broken one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from viewer import __version__

ROOT = Path(__file__).resolve().parents[2]


def self_check(root: Path, cwd: Path) -> tuple[int, dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "viewer.app", "--self-check"],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONWARNINGS": "default"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout)


@pytest.fixture
def installation(tmp_path: Path) -> Path:
    """A copy of the program that a test may break."""
    root = tmp_path / "installed"
    for name in ("viewer", "resources", "cases"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    return root


def test_all_of_this_installation_holds(tmp_path: Path) -> None:
    code, told = self_check(ROOT, tmp_path)
    assert [one for one in told["checks"] if not one["held"]] == []
    assert code == 0
    assert told["passed"] is True
    assert told["version"] == __version__
    tried = {one["check"] for one in told["checks"]}
    assert {
        "case insulinoma-tae",
        "case synthetic-course",
        "insulinoma-tae: timeline and plots",
        "synthetic-course: panel imaging",
        "synthetic-course: panel pathology",
        "synthetic-course: stage",
        "a CT compressed as JPEG 2000",
        "slides",
        "export as .pptx",
        "a note is kept",
    } <= tried
    assert told["versions"]["Qt"] == "6.10.3"
    assert list(tmp_path.iterdir()) == []  # nothing is left


def test_what_is_missing_or_damaged_is_named_and_fails(installation: Path, tmp_path: Path) -> None:
    cases, resources = installation / "cases", installation / "resources"
    (cases / "synthetic-course" / "slides" / "he.svs").write_bytes(b"no slide")
    (resources / "translations" / "dayline_ja.qm").unlink()
    code, told = self_check(installation, tmp_path)
    failed = {one["check"] for one in told["checks"] if not one["held"]}
    assert code == 1
    assert told["passed"] is False
    assert {"slides", "words"} <= failed
    assert "case insulinoma-tae" not in failed  # one that fails keeps none from being tried
    assert "export as .csv" in {one["check"] for one in told["checks"]}
