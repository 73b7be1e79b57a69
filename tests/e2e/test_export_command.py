"""`dayline export` as a person runs it: files, messages and exit codes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.e2e.twins import shipped, written
from viewer.io.case_store import open_case
from viewer.model.disclosure import disclose
from viewer.paths import first_case

ROOT = Path(__file__).parents[2]


def export(*arguments: object, case: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "viewer.app",
            "export",
            str(case or first_case()),
            *map(str, arguments),
        ],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("course.svg", b"<?xml"),
        ("course.pdf", b"%PDF-"),
        ("course.png", b"\x89PNG"),
        ("course.tiff", b"II*\0"),
        ("events.csv", b"\xef\xbb\xbf"),
        ("case.xlsx", b"PK"),
        ("course.md", b"# "),
        ("course.html", b"<!doctype html>"),
        ("case.phenopacket.json", b"{"),
        ("case.dayline", b"PK"),
    ],
)
def test_each_ending_is_written_and_told(tmp_path: Path, name: str, begins: bytes) -> None:
    path = tmp_path / name
    done = export("--to", path, "--horizon", 13)
    assert done.returncode == 0, done.stderr
    assert path.read_bytes()[: len(begins)].lower() == begins.lower()
    assert str(path) in done.stdout
    assert "Names, numbers, places and dates" in done.stdout  # what a person must still check
    assert "de-identified" not in done.stdout
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_tables_are_chosen(tmp_path: Path) -> None:
    export("--to", tmp_path / "values.csv", "--table", "values")
    lines = (tmp_path / "values.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("row,series,")
    assert any("67.5" in line for line in lines)


def test_a_dayline_file_opens_as_the_case_that_was_told(tmp_path: Path) -> None:
    path = tmp_path / "part.dayline"
    assert export("--to", path, "--horizon", 11, "--with-annotations").returncode == 0
    again = open_case(path)
    assert again.problems == ()
    told = disclose(open_case(first_case()).case, 11)
    assert [event.id for event in again.case.events] == [event.id for event in told.events]
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as packed:
        assert "notes/annotations.jsonld" in packed.namelist()


def test_dates_and_great_ages_stay_at_home_unless_they_are_wanted(tmp_path: Path) -> None:
    raw = shipped()
    raw["subject"]["age_years"] = 95
    raw["day_zero"]["date"] = "2021-04-01"
    case, path = written(raw, tmp_path / "case"), tmp_path / "out.dayline"
    done = export("--to", path, case=case)
    assert "The calendar date of day zero" in done.stdout
    assert "90 or older" in done.stdout
    told = open_case(path).case
    assert (told.day_zero.date, told.subject.age_years) == (None, 90)
    assert told.subject.is_age_least
    done = export("--to", path, "--keep-identity", case=case)
    assert "calendar date" not in done.stdout
    told = open_case(path).case
    assert (str(told.day_zero.date), told.subject.age_years) == ("2021-04-01", 95)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--to", "{}/nowhere/x.svg"), 3, "No such file or directory"),
        (("--to", "{}/course"), 2, "none of the endings"),
        (("--to", "{}/x.svg", "--must-not-say", "niigata"), 4, "'niigata' stands in ca19-9"),
        (("--to", "{}/x.svg", "--scene", "99"), 2, "The deck has 12 scenes"),
        (("--to", "{}/x.svg", "--width-mm", "5"), 2, "5 is not from 60 to 600"),
        (("--to", "{}/x.svg", "--days", "9..3"), 2, "ends before it begins"),
        (("--to", "{}/x.svg", "--days", "soon"), 2, "is not of the form"),
    ],
)
def test_what_cannot_be_done_is_told_and_leaves_nothing(
    tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = export(*(one.format(tmp_path) for one in arguments))
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert list(tmp_path.iterdir()) == []


def test_no_case_is_told(tmp_path: Path) -> None:
    done = export("--to", tmp_path / "x.svg", case=tmp_path / "none")
    assert done.returncode == 1
    assert str(tmp_path / "none") in done.stderr


def test_an_old_file_stays_where_the_new_one_cannot_be_made(tmp_path: Path) -> None:
    path = tmp_path / "x.svg"
    path.write_text("mine", "utf-8")
    assert export("--to", path, "--must-not-say", "niigata").returncode == 4
    assert path.read_text("utf-8") == "mine"


def test_a_phenopacket_below_a_horizon_does_not_name_the_case(tmp_path: Path) -> None:
    """Its id may tell what comes later."""
    path = tmp_path / "x.phenopacket.json"
    export("--to", path, "--horizon", 0)
    assert json.loads(path.read_text("utf-8"))["id"] == "case"
    export("--to", path)
    assert json.loads(path.read_text("utf-8"))["id"] == "insulinoma-tae"


def test_fonts_that_are_missing_are_told(tmp_path: Path) -> None:
    code = (
        "import pathlib, sys; from viewer import paths, app;"
        f"paths.resources = lambda: pathlib.Path({str(tmp_path)!r});"
        f"given = ['export', {str(first_case())!r}, '--to', {str(tmp_path / 'x.svg')!r}];"
        "sys.exit(app.main(given))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "Fonts missing" in done.stderr
    assert "install Dayline again" in done.stderr
    assert "Traceback" not in done.stderr
