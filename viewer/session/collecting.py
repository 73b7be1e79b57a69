"""Keeps Python's collector out of the background.

It runs in whichever thread happens to allocate, and what it finds there may be a widget or a timer:
those must die in the window's thread. A thread of the background puts collection off as the very
first thing it does.
"""

import gc
import threading


class _Pause:
    """Counts the threads that want no collection; with the last one it goes on as it was before."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._count = 0
        self._was_on = False

    def begin(self, was_on: bool) -> None:
        with self._lock:
            if self._count == 0:
                self._was_on = was_on
            self._count += 1
            gc.disable()  # again, where another thread has just let it go on

    def end(self) -> None:
        with self._lock:
            self._count -= 1
            if self._count == 0 and self._was_on:
                gc.enable()


_PAUSE = _Pause()


def hold_collection() -> None:
    """Put collection off until `let_collection` is called as often."""
    was_on = gc.isenabled()
    gc.disable()  # before anything else: even taking a lock makes what can start a collection
    _PAUSE.begin(was_on)


def let_collection() -> None:
    """Let collection go on, once nobody holds it any more."""
    _PAUSE.end()
