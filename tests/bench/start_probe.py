"""Watches a window from inside its process until it has painted and answered a key."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

Parts = Callable[[object], list[object]]


class Probe(QObject):
    """Finds the window by an attribute, and what must have painted by a function of it."""

    def __init__(self, mark: str, parts: Parts, is_answered: Callable[[object], bool]) -> None:
        super().__init__()
        self._mark = mark
        self._parts = parts
        self._is_answered = is_answered
        self._painted: set[QObject] = set()
        self._is_over = False

    def install(self) -> None:
        """Watch as soon as there is an application's loop."""
        run = QApplication.exec

        def watched(*_application: object) -> int:
            QCoreApplication.instance().installEventFilter(self)
            return run()

        QApplication.exec = watched

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_over:
            self._on_paint(watched)
        return False

    def _on_paint(self, watched: QObject) -> None:
        for window in QApplication.topLevelWidgets():
            wanted = self._parts(window) if hasattr(window, self._mark) else []
            if watched in wanted:
                self._painted.add(watched)
                if self._painted.issuperset(wanted):
                    self._is_over = True
                    # After this paint and whatever else it has asked for.
                    QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
                    self._window = window

    def customEvent(self, _event: QEvent) -> None:
        """Press a key once everything was painted, and tell how long all took."""
        painted = time.monotonic()
        from PySide6.QtTest import QTest

        window = self._window
        assert isinstance(window, QWidget)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Right)
        assert self._is_answered(window), "the key was not answered"
        began = float(os.environ["BENCH_START"])
        said = {"answered": time.monotonic() - began, "painted": painted - began, "peak": peak()}
        print(json.dumps(said), flush=True)
        os._exit(0)


def peak() -> int | None:
    """Give the peak of this process's memory in KiB, where the system tells it."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.is_file() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), None)
