"""Rubbish goes in the window's thread, as often as Python itself would have seen to it."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from viewer.session.collecting import Collector, collect_what_is_due


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
    collect_what_is_due()
    assert seen() is not None
    gc.collect()
    assert seen() is None
