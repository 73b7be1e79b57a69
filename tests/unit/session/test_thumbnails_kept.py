"""Small pictures are made once each, in the background, and only while they are wanted."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from viewer.session.thumbnails import Small, Thumbnails, _Making

ONE = np.full((2, 2, 3), 7, np.uint8)


def test_a_picture_comes_once_it_has_been_made(qtbot: QtBot) -> None:
    made, pictures = list[str](), Thumbnails()

    def make(_: Callable[[], bool]) -> Small:
        made.append("a")
        return ONE

    with qtbot.waitSignal(pictures.came):
        assert pictures.of("a", make) is None
        assert not pictures.is_ready
    assert pictures.is_ready
    assert pictures.of("a", make) is ONE
    assert made == ["a"]


def test_where_there_is_none_nobody_asks_again(qtbot: QtBot) -> None:
    asked, pictures = list[str](), Thumbnails()

    def fails(_: Callable[[], bool]) -> Small:
        asked.append("a")
        raise ValueError("what a library says")

    assert pictures.of("a", fails) is None
    with qtbot.waitSignal(pictures.came):  # of the next one
        pictures.of("b", lambda _: ONE)
    assert pictures.of("a", fails) is None
    assert asked == ["a"]


def test_what_is_forgotten_is_not_made_and_not_told(qtbot: QtBot) -> None:
    gate, told, pictures = threading.Event(), list[str](), Thumbnails()
    pictures.came.connect(lambda: told.append("came"))

    def slow(is_stale: Callable[[], bool]) -> Small | None:
        gate.wait(10)
        return None if is_stale() else ONE

    pictures.of("a", slow)
    pictures.of("b", lambda _: ONE)  # waits for its turn
    pictures.forget()
    gate.set()
    with qtbot.waitSignal(pictures.came):
        pictures.of("c", lambda _: ONE)
    assert told == ["came"]
    assert pictures.of("c", slow) is ONE


@pytest.mark.parametrize("is_stale", [True, False])
def test_what_is_stale_is_not_even_begun(qapp: object, is_stale: bool) -> None:
    begun, came = list[bool](), list[object]()

    def make(_: Callable[[], bool]) -> Small:
        begun.append(True)
        return ONE

    job = _Making(3, "a", make, lambda: is_stale)
    job.carrier.came.connect(lambda *told: came.append(told))
    job.run()
    assert bool(begun) is not is_stale
    assert came == [(3, "a", None if is_stale else ONE)]


def test_a_fault_makes_no_picture(qapp: object) -> None:
    def fails(_: Callable[[], bool]) -> Small:
        raise MemoryError

    came = list[object]()
    job = _Making(1, "a", fails, lambda: False)
    job.carrier.came.connect(lambda *told: came.append(told))
    job.run()
    assert came == [(1, "a", None)]
