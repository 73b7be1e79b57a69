"""Rubbish goes in the window's thread, as often as Python itself would have seen to it."""

from __future__ import annotations

import gc
import sys
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from viewer.session.collecting import Collector, Rubbish


class _Circle:
    """Holds itself, so that only a collection ends it."""

    def __init__(self) -> None:
        self.me = self


def test_a_circle_goes_in_the_window_s_thread_by_itself(qtbot: QtBot) -> None:
    parent = QObject()
    Collector(parent)
    assert not gc.isenabled()
    ended: list[int] = []
    circle = _Circle()
    weakref.finalize(circle, lambda: ended.append(threading.get_ident()))
    del circle
    more = [[number] for number in range(100_000)]  # enough for a collection to be due
    qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
    assert ended == [threading.get_ident()]
    assert len(more) == 100_000


def test_nothing_is_collected_before_it_is_due() -> None:
    gc.collect()
    circle = _Circle()
    seen = weakref.ref(circle)
    del circle
    Rubbish().collect()
    assert seen() is not None
    gc.collect()
    assert seen() is None


def _make_all_due() -> None:
    """Collect young objects so often that all are due to be looked through."""
    for generation in (1, 0):
        for _ in range(gc.get_threshold()[generation + 1] + 1):
            gc.collect(generation)
    counts, limits = gc.get_count(), gc.get_threshold()
    assert (counts[1] > limits[1], counts[2] > limits[2]) == (True, True)


def test_old_rubbish_goes_only_where_there_is_a_quarter_more_than_after_the_last_time() -> None:
    rubbish = Rubbish()
    _make_all_due()
    rubbish.collect()  # the first time it is not known how much stays
    assert gc.get_count()[2] == 0
    circle = _Circle()
    seen = weakref.ref(circle)
    _make_all_due()  # so it is old
    del circle
    for _ in range(3):
        rubbish.collect()
        _make_all_due()
    assert seen() is not None  # hardly anything has come since: looking would hold the window
    more = [[number] for number in range(sys.getallocatedblocks() // 3)]
    rubbish.collect()
    assert seen() is None
    circle = _Circle()
    seen = weakref.ref(circle)
    _make_all_due()
    del circle, more
    rubbish.collect()  # there is less now; the next quarter counts from here
    assert seen() is not None
    _make_all_due()
    more = [[number] for number in range(sys.getallocatedblocks() // 3)]
    rubbish.collect()
    assert seen() is None
    assert more
