"""What is opened, what is refused at the door, and that nothing on disk is touched."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from viewer.io.case_files import CASE_LIMIT
from viewer.io.case_store import CaseUnreadableError, open_case
from viewer.model import problem_texts as texts
from viewer.model.problem import Problem

Write = Callable[[Any], Path]
ROOT = Path(__file__).resolve().parents[3]
needs_posix = pytest.mark.skipif(os.name != "posix", reason="pipes and owners are POSIX's")


def refusal(path: Path) -> Problem:
    with pytest.raises(CaseUnreadableError) as caught:
        open_case(path)
    return caught.value.problem


def test_a_folder_its_file_and_a_zip_of_it_are_the_same_case(
    write: Write, plain: dict[str, Any], tmp_path: Path
) -> None:
    folder = write(plain)
    packed = tmp_path / "plain.DAYLINE"
    with zipfile.ZipFile(packed, "w") as whole:
        whole.write(folder / "case.json", "case.json")
    cases = [open_case(path) for path in (folder, folder / "case.json", packed)]
    assert [one.path for one in cases] == [folder, folder, packed]
    assert cases[0].case == cases[1].case == cases[2].case
    assert [one.problems for one in cases] == [(), (), ()]
    assert not any(one.is_read_only for one in cases)
    assert len(cases[0].case.events) == 3


def test_a_path_is_told_absolute(
    write: Write, plain: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(plain)
    monkeypatch.chdir(folder.parent)
    assert open_case(Path("case")).path == folder


def test_opening_leaves_the_folder_as_it_was(write: Write, plain: dict[str, Any]) -> None:
    folder = write(plain)
    before = [(path, path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()]
    open_case(folder)
    assert before == [(p, p.read_bytes(), p.stat().st_mtime_ns) for p in folder.iterdir()]


def test_what_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path / "none.dayline", tmp_path / "case.json"):
        problem = refusal(path)
        assert problem.message == texts.NOT_FOUND
        assert problem.values == {"path": str(path)}


def test_a_folder_without_a_case(tmp_path: Path) -> None:
    assert refusal(tmp_path).message == texts.NO_CASE_FILE


def test_a_file_that_is_no_case(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("words")
    assert refusal(tmp_path / "notes.txt").message == texts.NOT_A_CASE


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_a_name_that_no_system_takes(tmp_path: Path, name: str) -> None:
    assert refusal(tmp_path / name).message == texts.READ_FAILED


@needs_posix
def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert refusal(tmp_path / "loop").message == texts.READ_FAILED
    (tmp_path / "case.json").symlink_to(tmp_path / "case.json")
    assert refusal(tmp_path).message == texts.READ_FAILED


@needs_posix
def test_a_case_file_outside_the_folder_is_not_followed(
    write: Write, plain: dict[str, Any], tmp_path: Path
) -> None:
    folder = write(plain)
    other = tmp_path / "other"
    other.mkdir()
    (other / "case.json").symlink_to(folder / "case.json")
    assert refusal(other).message == texts.LINK_LEAVES


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "case.json").mkdir()
    assert refusal(tmp_path).message == texts.IS_FOLDER
    assert refusal(tmp_path / "case.json").message == texts.IS_FOLDER


@needs_posix
def test_a_pipe_never_keeps_the_program_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "case.json")
    os.mkfifo(tmp_path / "pipe.dayline")
    for path in (tmp_path, tmp_path / "case.json", tmp_path / "pipe.dayline"):
        assert refusal(path).message == texts.IS_PIPE


@needs_posix
def test_a_socket(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's name may be only about 100 characters long
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("case.json")
        assert refusal(tmp_path).message == texts.IS_SOCKET


@needs_posix
def test_a_device() -> None:
    assert refusal(Path("/dev/null")).message == texts.NOT_A_CASE


@needs_posix
def test_a_device_behind_a_name_of_ours(tmp_path: Path) -> None:
    (tmp_path / "endless.dayline").symlink_to("/dev/zero")
    assert refusal(tmp_path / "endless.dayline").message == texts.IS_DEVICE


def test_an_empty_file(write: Write) -> None:
    problem = refusal(write(b""))
    assert (problem.message, problem.file) == (texts.FILE_EMPTY, "case.json")


def test_a_file_beyond_the_limit_says_the_limit(write: Write) -> None:
    folder = write(b"")
    with (folder / "case.json").open("wb") as file:
        file.truncate(CASE_LIMIT + 1)  # sparse: it takes no room
    problem = refusal(folder)
    assert problem.message == texts.FILE_TOO_LARGE
    assert "“case.json” is larger than the limit of 64 MiB." in str(problem)


def test_a_fault_of_grammar_refuses_the_case(write: Write) -> None:
    problem = refusal(write('{\n"format": "dayline-case/1"\n"id": "x"}'))
    assert problem.place == "case.json line 3"


PERMISSION = """
    import os, sys
    from pathlib import Path
    sys.path.insert(0, sys.argv[1])
    from viewer.io.case_store import CaseUnreadableError, open_case  # while it may be read
    os.setgid(65534)
    os.setuid(65534)
    for path in sys.argv[2:]:
        try:
            open_case(Path(path))
        except CaseUnreadableError as error:
            print(error.problem.message)
"""


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="only root can become somebody else"
)
def test_what_may_not_be_read(plain: dict[str, Any]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as made:  # tmp_path lies where nobody may go
        top = Path(made)
        top.chmod(0o755)
        closed, shut = top / "closed", top / "shut"
        for folder in (closed, shut):
            folder.mkdir()
            (folder / "case.json").write_text("{}")
        (top / "one.dayline").write_bytes(b"PK")
        (shut / "case.json").chmod(0o600)
        (top / "one.dayline").chmod(0o600)
        closed.chmod(0o700)
        paths = [closed, closed / "case.json", shut, shut / "case.json", top / "one.dayline"]
        done = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(PERMISSION), str(ROOT), *map(str, paths)],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.stdout.splitlines() == [texts.NOT_ALLOWED] * 5, done.stderr


def test_a_newer_format_opens_for_reading_only(write: Write, plain: dict[str, Any]) -> None:
    plain["format"] = "dayline-case/2"
    plain["novelty"] = {"a": 1}
    opened = open_case(write(plain))
    assert opened.is_read_only
    assert len(opened.case.events) == 3
    (problem,) = opened.problems
    assert (problem.severity, problem.message) == ("warning", texts.NEWER_FORMAT)
    assert problem.place == "case.json line 2: format"
