"""Cases are read in the background, and only the answer to the last request counts."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.making import a_case, an_event
from viewer.io.case_store import OpenedCase, open_case
from viewer.model import problem_texts
from viewer.model.problem import Problem
from viewer.session import opening
from viewer.session.opening import Opener
from viewer.session.session import Session


def write_case(folder: Path, id_: str) -> Path:
    folder.mkdir()
    case = a_case(an_event(id_), id=id_).model_dump(mode="json", exclude_none=True)
    (folder / "case.json").write_text(json.dumps(case), "utf-8")
    return folder


class Told:
    """Remembers what an opener tells."""

    def __init__(self, opener: Opener) -> None:
        self.started: list[Path] = []
        self.opened: list[OpenedCase] = []
        self.refused: list[tuple[Path, Problem]] = []
        opener.started.connect(self.started.append)
        opener.opened.connect(self.opened.append)
        opener.refused.connect(lambda path, problem: self.refused.append((path, problem)))


@pytest.fixture
def opener() -> Opener:
    return Opener()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Holds all reading back until it is set."""
    go_on = threading.Event()

    def waiting(path: Path) -> OpenedCase:
        assert go_on.wait(30)
        return open_case(path)

    monkeypatch.setattr(opening, "open_case", waiting)
    yield go_on
    go_on.set()


def test_a_case_is_opened_in_the_background(
    qtbot: QtBot, opener: Opener, tmp_path: Path, held: threading.Event
) -> None:
    path = write_case(tmp_path / "one", "one")
    told = Told(opener)
    opener.open(path)
    assert told.started == [path]
    assert told.opened == []
    with qtbot.waitSignal(opener.opened):
        held.set()
    assert [found.case.id for found in told.opened] == ["one"]
    assert told.opened[0].path == path
    assert told.refused == []


def test_the_answer_comes_in_the_thread_of_the_window(
    qtbot: QtBot, opener: Opener, tmp_path: Path
) -> None:
    threads: list[int] = []
    opener.opened.connect(lambda _: threads.append(threading.get_ident()))
    with qtbot.waitSignal(opener.opened):
        opener.open(write_case(tmp_path / "one", "one"))
    assert threads == [threading.get_ident()]


def test_only_the_last_request_is_answered(
    qtbot: QtBot, opener: Opener, tmp_path: Path, held: threading.Event
) -> None:
    paths = [write_case(tmp_path / name, name) for name in ("one", "two", "three")]
    told = Told(opener)
    for path in paths:
        opener.open(path)
    assert told.started == paths
    with qtbot.waitSignal(opener.opened):
        held.set()
    qtbot.wait_until(lambda: opener._pool.activeThreadCount() == 0)
    assert [found.case.id for found in told.opened] == ["three"]


def test_a_refusal_of_an_older_request_is_dropped_too(
    qtbot: QtBot, opener: Opener, tmp_path: Path, held: threading.Event
) -> None:
    told = Told(opener)
    opener.open(tmp_path / "nothing here")
    opener.open(write_case(tmp_path / "two", "two"))
    with qtbot.waitSignal(opener.opened):
        held.set()
    assert told.refused == []


def test_a_cancelled_request_is_not_answered(
    qtbot: QtBot, opener: Opener, tmp_path: Path, held: threading.Event
) -> None:
    told = Told(opener)
    opener.open(write_case(tmp_path / "one", "one"))
    opener.cancel()
    held.set()
    assert opener._pool.waitForDone(30_000)
    with qtbot.waitSignal(opener.opened):
        opener.open(write_case(tmp_path / "two", "two"))
    assert [found.case.id for found in told.opened] == ["two"]


def test_a_refusal_says_which_case_and_why(qtbot: QtBot, opener: Opener, tmp_path: Path) -> None:
    told = Told(opener)
    with qtbot.waitSignal(opener.refused):
        opener.open(tmp_path / "nothing here")
    ((path, problem),) = told.refused
    assert path == tmp_path / "nothing here"
    assert problem.message == problem_texts.NOT_FOUND
    assert told.opened == []


def test_the_case_that_was_open_stays_where_another_is_refused(
    qtbot: QtBot, opener: Opener, tmp_path: Path
) -> None:
    session = Session()
    opener.opened.connect(session.open)
    with qtbot.waitSignal(opener.opened):
        opener.open(write_case(tmp_path / "one", "one"))
    before = session.case
    with qtbot.waitSignal(opener.refused):
        opener.open(tmp_path / "nothing here")
    assert before.id == "one"
    assert session.case is before


def test_a_fault_of_the_program_is_told_and_does_not_end_it(
    qtbot: QtBot, opener: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(path: Path) -> Any:
        raise RuntimeError("a {fault} of ours")

    told = Told(opener)
    monkeypatch.setattr(opening, "open_case", broken)
    with qtbot.waitSignal(opener.refused):
        opener.open(tmp_path)
    assert "a {fault} of ours" in str(told.refused[0][1])
    monkeypatch.setattr(opening, "open_case", open_case)
    with qtbot.waitSignal(opener.opened):
        opener.open(write_case(tmp_path / "one", "one"))


def test_many_requests_one_after_another_are_answered_each(
    qtbot: QtBot, opener: Opener, tmp_path: Path
) -> None:
    path = write_case(tmp_path / "one", "one")
    told = Told(opener)
    for _ in range(50):
        with qtbot.waitSignal(opener.opened):
            opener.open(path)
    assert len(told.opened) == 50


def test_an_answer_carries_the_number_of_its_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[tuple[int, object]] = []

    def ask(generation: int, path: Path) -> None:
        reading = opening._Reading(generation, path)
        reading.answer.came.connect(lambda *answer: answers.append(answer))
        reading.run()

    ask(3, write_case(tmp_path / "one", "one"))
    ask(4, tmp_path / "nothing here")
    monkeypatch.setattr(opening, "open_case", lambda _: 1 / 0)
    ask(5, tmp_path / "one")
    assert [number for number, _ in answers] == [3, 4, 5]
    assert isinstance(answers[0][1], OpenedCase)
    assert [isinstance(answer, Problem) for _, answer in answers] == [False, True, True]
    assert str(answers[2][1]).startswith(str(tmp_path / "one"))
