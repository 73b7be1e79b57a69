"""Comparing periods: at once where it is quick, else in the background and only the last."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.making import a_case, a_series, a_value
from viewer.model.case import Case
from viewer.model.comparison import Comparison, compare
from viewer.model.time import Span
from viewer.session import comparing
from viewer.session.comparing import Comparer

A, B = Span(0, 12), Span(13, 62)
CASE = a_case(series=[a_series(a_value(0, 54.0), a_value(20, 90.0))])


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Holds all comparing back until it is set."""
    go_on = threading.Event()

    def waiting(case: Case, periods: tuple[Span, ...]) -> Comparison:
        assert go_on.wait(30)
        return compare(case, periods)

    monkeypatch.setattr(comparing, "compare", waiting)
    yield go_on
    go_on.set()


def test_few_values_are_compared_at_once(qtbot: QtBot) -> None:
    comparer = Comparer()
    with qtbot.waitSignal(comparer.answered):
        comparer.ask(CASE, (A, B))
    assert comparer.comparison is not None
    assert comparer.comparison.periods == (A, B)
    with qtbot.assertNotEmitted(comparer.answered):
        comparer.ask(CASE, ())
    assert comparer.comparison is None


def test_only_the_last_of_several_requests_is_answered(qtbot: QtBot, held: threading.Event) -> None:
    comparer = Comparer(most_at_once=1)
    answers: list[Comparison | None] = []
    comparer.answered.connect(lambda: answers.append(comparer.comparison))
    comparer.ask(CASE, (A,))
    comparer.ask(CASE, (A, B))
    comparer.ask(CASE, (B,))
    assert comparer.comparison is None
    held.set()
    qtbot.waitUntil(lambda: bool(answers))
    QCoreApplication.processEvents()
    assert [answer.periods for answer in answers if answer is not None] == [(B,)]


def test_a_request_without_periods_drops_the_one_under_way(
    qtbot: QtBot, held: threading.Event
) -> None:
    comparer = Comparer(most_at_once=1)
    comparer.ask(CASE, (A,))
    comparer.ask(CASE, ())
    with qtbot.assertNotEmitted(comparer.answered, wait=200):
        held.set()
    assert comparer.comparison is None


def test_an_answer_carries_the_number_of_its_request() -> None:
    answers: list[tuple[int, Comparison]] = []
    request = comparing._Comparing(7, CASE, (A,))
    request.answer.came.connect(lambda *answer: answers.append(answer))
    request.run()
    assert answers == [(7, compare(CASE, (A,)))]
