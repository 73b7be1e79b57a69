"""The table of promises: what is met, what is not, and what nobody has tried."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.reliability import outcome
from tests.reliability.outcome import MOUNTS, STRACE, Outcome, line, record

KILL, CUT, FULL = (
    "an acknowledged edit survives kill -9",
    "an acknowledged edit survives a power cut",
    "a full disk of 256 KB is told and loses nothing",
)
FAILS, HOLDS = Outcome(10, 7, "lost"), Outcome(10, 0)


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "build" / "reliability.json"
    monkeypatch.setattr(outcome, "FILE", file)
    return file


def _row(file: Path, promise: str) -> dict[str, object]:
    rows = json.loads(file.read_text("utf-8"))
    (row,) = [row for row in rows if row["promise"] == f"annotations: {promise}"]
    return dict(row)


def test_a_promise_that_holds_while_its_controls_fail_is_met(file: Path) -> None:
    record(KILL, Outcome(1000, 0), FAILS, FAILS)
    assert _row(file, KILL) == {
        "promise": f"annotations: {KILL}",
        "tried": 1000,
        "failed": 0,
        "goal": 0,
        "met": True,
        "control_failed": True,
    }
    assert "met" in line(_row(file, KILL))


@pytest.mark.parametrize(
    ("tried", "controls"),
    [
        (HOLDS, (FAILS, HOLDS)),  # a control holds, so that the tries show nothing
        (HOLDS, ()),
        (Outcome(0, 0), (FAILS,)),
        (Outcome(10, 1, "lost"), (FAILS,)),
    ],
)
def test_else_it_is_not_met_and_the_run_fails(
    file: Path, tried: Outcome, controls: tuple[Outcome, ...]
) -> None:
    with pytest.raises(AssertionError):
        record(KILL, tried, *controls)
    row = _row(file, KILL)
    assert row["met"] is False
    assert row["control_failed"] is (controls == (FAILS,))
    assert "NOT MET" in line(row)


def test_a_promise_nobody_has_made_cannot_be_recorded(file: Path) -> None:
    with pytest.raises(AssertionError):
        record("it is fast", HOLDS, FAILS)
    assert not file.exists()


def test_another_run_of_a_promise_takes_the_place_of_the_one_before(file: Path) -> None:
    record(KILL, Outcome(10, 0), FAILS)
    record(CUT, Outcome(20, 0), FAILS)
    record(KILL, Outcome(30, 0), FAILS)
    assert [row["tried"] for row in json.loads(file.read_text("utf-8"))] == [30, 20]


def test_what_was_not_tried_is_not_met_and_says_what_was_lacking(file: Path) -> None:
    record(KILL, HOLDS, FAILS)
    outcome.record_what_was_not_tried([STRACE])
    rows = json.loads(file.read_text("utf-8"))
    assert len(rows) == len(outcome.PROMISES)
    assert all(row["promise"].startswith("annotat") for row in rows)
    assert [row["met"] for row in rows] == [True] + [False] * (len(rows) - 1)
    assert _row(file, KILL).get("not_tried") is None
    cut = _row(file, CUT)
    assert (cut["tried"], cut["not_tried"]) == (0, STRACE)
    assert "NOT TRIED" in line(cut)
    assert "strace" in line(cut)
    assert _row(file, FULL)["not_tried"] == outcome.LEFT_OUT
    outcome.record_what_was_not_tried([MOUNTS])
    assert json.loads(file.read_text("utf-8")) == rows


def test_every_promise_is_recorded_by_some_test() -> None:
    tests = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_ann*.py"))
    assert [promise for promise in outcome.PROMISES if f'record("{promise}"' not in tests] == []
