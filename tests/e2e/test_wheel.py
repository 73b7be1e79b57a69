"""The wheel carries everything that the program needs."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's contents and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    target = folder / "installed"
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(target)
    return target


def _run(installed: Path, tmp_path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-m", "viewer.app", *words],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_installed_wheel_draws_the_shipped_case(installed: Path, tmp_path: Path) -> None:
    case = next(installed.rglob("insulinoma-tae"))
    done = _run(installed, tmp_path, "--screenshot", "out.png", str(case), "--language", "ja")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "out.png").stat().st_size > 50_000


def test_an_installed_wheel_checks_and_knows_its_schema(installed: Path, tmp_path: Path) -> None:
    case = next(installed.rglob("insulinoma-tae"))
    assert _run(installed, tmp_path, "check", str(case)).returncode == 0
    schema = _run(installed, tmp_path, "schema").stdout
    assert schema == (ROOT / "resources" / "case.schema.json").read_text("utf-8")


def test_the_installed_program_finds_its_own_first_case(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    words = "from viewer.paths import first_case; print(first_case())"
    done = subprocess.run(
        [sys.executable, "-c", words],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()).is_relative_to(installed)
