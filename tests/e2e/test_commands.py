"""The command line, run as a person runs it."""

from __future__ import annotations

import json
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from viewer import __version__
from viewer.paths import first_case

ROOT = Path(__file__).resolve().parents[2]


def dayline(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-m", "viewer.app", *words],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def _size(picture: Path) -> tuple[int, int]:
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    return width, height


def test_version_and_help_with_an_example_of_each_command(tmp_path: Path) -> None:
    assert dayline("--version", cwd=tmp_path).stdout.strip() == f"dayline {__version__}"
    help_text = dayline("--help", cwd=tmp_path).stdout
    for words in ("dayline --screenshot", "dayline check", "dayline schema", "dayline --version"):
        assert words in help_text
    assert "example: dayline check" in dayline("check", "--help", cwd=tmp_path).stdout
    assert "example: dayline schema" in dayline("schema", "--help", cwd=tmp_path).stdout


def test_check_is_silent_and_content_with_the_shipped_case(tmp_path: Path) -> None:
    done = dayline("check", str(first_case()), cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_prints_a_line_for_each_problem_and_fails_on_an_error(tmp_path: Path) -> None:
    folder = shutil.copytree(first_case(), tmp_path / "case")
    case = json.loads((folder / "case.json").read_text("utf-8"))
    case["events"][3]["when"] = {"day": "three"}
    case["colour"] = "blue"
    (folder / "case.json").write_text(json.dumps(case, indent=1), "utf-8")
    done = dayline("check", str(folder), cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert any(line.startswith("error: case.json line") and "events[3]" in line for line in lines)
    assert any(line.startswith("warning: ") and "colour" in line for line in lines)


def test_warnings_alone_do_not_fail_the_check(tmp_path: Path) -> None:
    folder = shutil.copytree(first_case(), tmp_path / "case")
    case = json.loads((folder / "case.json").read_text("utf-8"))
    (folder / "case.json").write_text(json.dumps(case | {"colour": "blue"}), "utf-8")
    done = dayline("check", str(folder), cwd=tmp_path)
    assert done.returncode == 0
    assert "colour" in done.stdout


def test_check_of_what_is_not_there_names_it(tmp_path: Path) -> None:
    done = dayline("check", "nowhere", cwd=tmp_path)
    assert done.returncode == 1
    assert "nowhere" in done.stdout


def test_schema_prints_the_shipped_schema(tmp_path: Path) -> None:
    shipped = (ROOT / "resources" / "case.schema.json").read_text("utf-8")
    assert dayline("schema", cwd=tmp_path).stdout == shipped


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_a_picture_has_the_size_and_theme_that_were_asked_for(theme: str, tmp_path: Path) -> None:
    words = ("--size", "1280x800", "--theme", theme, "--day", "12", "--language", "en")
    done = dayline("--screenshot", f"{theme}.png", str(first_case()), *words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert _size(tmp_path / f"{theme}.png") == (1280, 800)


def test_a_picture_is_drawn_from_a_zipped_case_in_place(tmp_path: Path) -> None:
    shutil.make_archive(str(tmp_path / "case"), "zip", first_case())
    zipped = (tmp_path / "case.zip").rename(tmp_path / "case.dayline")
    before = zipped.read_bytes()
    done = dayline("--screenshot", "out.png", str(zipped), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert _size(tmp_path / "out.png") == (1600, 1000)
    assert zipped.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.dayline", "out.png"]


def test_a_picture_of_nothing_or_to_nowhere_is_refused_with_a_reason(tmp_path: Path) -> None:
    missing = dayline("--screenshot", "out.png", "nowhere", cwd=tmp_path)
    assert missing.returncode == 1
    assert "nowhere" in missing.stderr
    no_case = dayline("--screenshot", "out.png", cwd=tmp_path)
    assert no_case.returncode == 2
    (tmp_path / "file").write_text("a file, not a folder")
    nowhere = dayline("--screenshot", "file/out.png", str(first_case()), cwd=tmp_path)
    assert nowhere.returncode == 1
    assert "file/out.png" in nowhere.stderr
    assert "Traceback" not in nowhere.stderr


def test_a_size_that_is_none_is_refused(tmp_path: Path) -> None:
    done = dayline("--screenshot", "o.png", str(first_case()), "--size", "big", cwd=tmp_path)
    assert done.returncode == 2
    assert "1600x1000" in done.stderr
