"""Keeps Python's collector out of the background.

It runs in whichever thread happens to allocate, and what it finds there may be a widget or a timer:
those must die in the window's thread.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class _Waiting:
    """How many threads want no collection, and whether there was any before the first of them."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    count: int = 0
    was_on: bool = False


_WAITING = _Waiting()


@contextmanager
def no_collection() -> Iterator[None]:
    """Put collection off until every thread that asked for it is done."""
    with _WAITING.lock:
        if _WAITING.count == 0:
            _WAITING.was_on = gc.isenabled()
            gc.disable()
        _WAITING.count += 1
    try:
        yield
    finally:
        with _WAITING.lock:
            _WAITING.count -= 1
            if _WAITING.count == 0 and _WAITING.was_on:
                gc.enable()
