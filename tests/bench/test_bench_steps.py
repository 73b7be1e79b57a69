"""The cursor against a blit of the window, and the longest step on the large case."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench import cases, report
from tests.bench.measuring import Painted, in_turn, medians
from tests.bench.our_window import our_window, pointing, repainting, show_share, step_kinds
from viewer.paths import first_case


class _Blit(QWidget):
    """Paints a picture of the window, one of two in turn."""

    def __init__(self, pictures: tuple[QPixmap, QPixmap], size: QSize) -> None:
        super().__init__()
        self._pictures = pictures
        self._number = 0
        self.resize(size)

    def turn(self, number: int) -> None:
        self._number = number % 2
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._pictures[self._number])


def test_cursor_against_a_blit(qapp: QApplication) -> None:
    with our_window(first_case()) as window:
        ours = pointing(window)
        before = window.grab()
        ours.assert_changes_the_picture()
        blit = _Blit((before, window.grab()), window.size())
        blit.show()
        peer = Painted(blit.turn, blit, [blit])
        peer.assert_changes_the_picture()
        took = medians(in_turn({"ours": ours, "peer": peer}))
        blit.close()
        blit.deleteLater()
    name = "chart: cursor move / blit of the window"
    report.record(report.compared(name, took["ours"], took["peer"], 3))


def test_the_longest_step(qapp: QApplication) -> None:
    samples = cases.MANY_SAMPLES if cases.has_long_series() else 0
    case = cases.written(samples_per_series=samples, **cases.MANY_EVENTS)
    longest: dict[str, float] = {}
    with our_window(case) as window:
        full = repainting(window)
        for share in (0.98, 0.05):
            show_share(window, share)
            steps = step_kinds(window)
            floor = medians(in_turn({"full": full}))["full"]
            times = in_turn({name: step.longest_hold for name, step in steps.items()})
            for name, taken in times.items():
                ratio = max(taken) / floor
                middle = medians({name: taken})[name] / floor
                print(f"  {name} at {share:g} of the course: {middle:.2f}, at most {ratio:.2f}")
                if ratio > longest.get("ratio", 0.0):
                    longest = {"ratio": ratio, "hold": max(taken), "floor": floor}
                    where = f"worst: {name} at {share:g} of the course, its median {middle:.2f}"
    name = "chart: longest step on the large case / full repaint"
    row = report.compared(name, longest["hold"], longest["floor"], 3, where)
    report.record(row)
