"""Times of contenders in turn, each painted for sure.

A contender is a callable that does one step, waits until it is on the screen and gives the
seconds. Contenders take turns (A B A B …), so that a slow moment of the machine meets all alike.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

ROUNDS = 30
LONG_S = 2.0
"""Where one sample takes longer, `FEW` are enough."""
FEW = 7
WARM_UP = 3
PATIENCE_S = 30.0
AFTER_S = 0.06
"""For so long a step is watched for what it has put off."""

Sample = Callable[[], float]
Step = Callable[[int], object]


def in_turn(
    contenders: Mapping[str, Sample], rounds: int = ROUNDS, warm_up: int = WARM_UP
) -> dict[str, list[float]]:
    """Give the seconds of each contender's samples, taken in turn; the first are not counted."""
    for _ in range(warm_up):
        slowest = max([sample() for sample in contenders.values()])
        if slowest > LONG_S:
            rounds = min(rounds, FEW)
            break
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, sample in contenders.items():
            times[name].append(sample())
    return times


def medians(times: Mapping[str, Sequence[float]]) -> dict[str, float]:
    return {name: median(taken) for name, taken in times.items()}


class Paints(QObject):
    """Counts the paint events of each of some widgets."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__(widgets[0])
        self.counts = dict.fromkeys((id(widget) for widget in widgets), 0)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.counts[id(watched)] += 1
        return False

    def all_since(self, before: Mapping[int, int]) -> bool:
        """Tell whether every widget has painted since."""
        return all(count > before[one] for one, count in self.counts.items())


def grabbed(widget: QWidget) -> QImage:
    """Give the picture of a widget as it is now."""
    return widget.grab().toImage()


class Painted:
    """A contender that is a widget: a step counts once every watched part has painted again."""

    def __init__(self, step: Step, whole: QWidget, watched: Sequence[QWidget]) -> None:
        self._step = step
        self._whole = whole
        self._paints = Paints(watched)
        self._number = 0

    def __call__(self) -> float:
        QApplication.processEvents()
        before = dict(self._paints.counts)
        started = time.perf_counter()
        self._step(self._number)
        while not self._paints.all_since(before):
            QApplication.processEvents()
            if time.perf_counter() - started > PATIENCE_S:
                raise AssertionError(f"{self._step} {self._number} does not paint {self._whole}")
        seconds = time.perf_counter() - started
        self._number += 1
        QApplication.processEvents()
        return seconds

    def longest_hold(self) -> float:
        """Do a step and give the longest time for which nothing else could have had a turn.

        What is put off to a later turn counts too, as far as it comes within `AFTER_S`.
        """
        QApplication.processEvents()
        before = dict(self._paints.counts)
        begun = started = time.perf_counter()
        self._step(self._number)
        self._number += 1
        longest, is_painted = time.perf_counter() - started, False
        while not is_painted or started - begun < AFTER_S:
            is_painted = is_painted or self._paints.all_since(before)
            started = time.perf_counter()
            QApplication.processEvents()
            longest = max(longest, time.perf_counter() - started)
            if started - begun > PATIENCE_S:
                raise AssertionError(f"{self._step} {self._number} does not paint {self._whole}")
        return longest

    def assert_changes_the_picture(self) -> None:
        """Fail where two steps leave the same picture."""
        self()
        first = grabbed(self._whole)
        self()
        assert grabbed(self._whole) != first, f"a step leaves {self._whole} as it was"
