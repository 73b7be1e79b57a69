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

    def begin(self) -> None:
        with self._lock:
            if self._count == 0:
                self._was_on = gc.isenabled()
                gc.disable()
            self._count += 1

    def end(self) -> None:
        with self._lock:
            self._count -= 1
            if self._count == 0 and self._was_on:
                gc.enable()


_PAUSE = _Pause()
hold_collection = _PAUSE.begin
"""Put collection off until `let_collection` is called as often; makes nothing that is collected."""
let_collection = _PAUSE.end
"""Let it go on, once nobody holds it any more."""
