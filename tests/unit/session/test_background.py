"""Work in the background: at once where it is small, and only the last answer counts."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from viewer.session.background import Background, _Work


def test_small_work_is_answered_at_once(qapp: object) -> None:
    told: list[object] = []
    work = Background[int](most_at_once=10)
    work.answered.connect(lambda: told.append(work.answer))
    assert work.answer is None
    work.ask(lambda: 4, 10)
    assert (told, work.is_working) == ([4], False)


def test_large_work_leaves_the_old_answer_until_the_new_one_is_there(qtbot: QtBot) -> None:
    work, gate = Background[int](most_at_once=10), threading.Event()
    work.ask(lambda: 1, 1)
    work.ask(lambda: 2 if gate.wait(10) else 0, 11)
    assert (work.answer, work.is_working) == (1, True)
    with qtbot.waitSignal(work.answered):
        gate.set()
    assert (work.answer, work.is_working) == (2, False)


def test_an_answer_that_comes_too_late_is_dropped(qtbot: QtBot) -> None:
    work, gate = Background[int](most_at_once=10), threading.Event()
    told: list[object] = []
    work.answered.connect(lambda: told.append(work.answer))
    work.ask(lambda: 1 if gate.wait(10) else 0, 11)
    work.ask(lambda: 2, 11)
    gate.set()
    qtbot.waitUntil(lambda: not work.is_working)
    assert told == [2]
    work.ask(partial(gate.wait, 10), 11)  # type: ignore[arg-type]
    work.forget()
    assert (work.answer, work.is_working) == (None, False)
    work.ask(lambda: 3, 11)
    qtbot.waitUntil(lambda: not work.is_working)
    assert told == [2, 3]


def test_a_fault_is_raised_where_the_work_was_asked_for(qtbot: QtBot) -> None:
    work = Background[int](most_at_once=10)

    def fail() -> int:
        raise ValueError("no such thing")

    with qtbot.captureExceptions() as faults:
        work.ask(fail, 11)
        qtbot.waitUntil(lambda: bool(faults))
    assert [str(fault[1]) for fault in faults] == ["no such thing"]
    assert (work.answer, work.is_working) == (None, False)


@pytest.mark.parametrize("is_fault", [False, True])
def test_the_worker_hands_over_what_came_out(qapp: object, is_fault: bool) -> None:
    told: list[object] = []
    job = _Work(5, lambda: 1 // (not is_fault))
    job.carrier.came.connect(lambda *answer: told.extend(answer))
    job.run()
    assert told[0] == 5
    assert isinstance(told[1], ZeroDivisionError) if is_fault else told[1] == 1
