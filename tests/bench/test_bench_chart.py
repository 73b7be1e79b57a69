"""How long the chart takes, as a multiple of a floor measured in the same run.

The floor is what nobody can go below with the same tools: an empty widget of the same size that
repaints itself, pyqtgraph's own plots with the same points, a bare main window.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from viewer.io.case_store import open_case
from viewer.model import view_state
from viewer.model.time import Span
from viewer.paths import first_case
from viewer.session.session import Session
from viewer.session.settings import Settings
from viewer.ui.chart import Chart
from viewer.ui.look import Look
from viewer.ui.plots.plot_stack import PlotStack
from viewer.ui.start import application
from viewer.ui.window import Window

pytestmark = pytest.mark.bench

SIZE = (1090, 400)
ROUNDS = 15

Step = Callable[[int], None]


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return application()


@pytest.fixture(scope="module", autouse=True)
def table() -> Iterator[list[tuple[str, float, float]]]:
    rows: list[tuple[str, float, float]] = []
    yield rows
    print(f"\n\n{'what':44}{'ours':>10}{'floor':>10}{'ratio':>9}")
    for what, ours, floor in rows:
        print(f"{what:44}{ours * 1e3:7.2f} ms{floor * 1e3:7.2f} ms{ours / floor:9.1f}")


class _Paints(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        self.count += event.type() == QEvent.Type.Paint
        return False


class _Blank(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), Qt.GlobalColor.white)


def _shown(widget: QWidget, qtbot: QtBot, size: tuple[int, int] = SIZE) -> None:
    qtbot.addWidget(widget)
    widget.resize(*size)
    with qtbot.waitExposed(widget):
        widget.show()


def _best(step: Step, painted: QWidget, qapp: QApplication) -> float:
    """Give the seconds of the fastest step until it is on the screen; each must have painted."""
    qapp.processEvents()
    paints, times = _Paints(painted), []
    for number in range(ROUNDS):
        before = paints.count
        started = time.perf_counter()
        step(number)
        while paints.count == before:
            qapp.processEvents()
        times.append(time.perf_counter() - started)
        qapp.processEvents()
    assert paints.count >= ROUNDS
    return min(times)


def _blank_seconds(qtbot: QtBot, qapp: QApplication, size: tuple[int, int]) -> float:
    blank = _Blank()
    _shown(blank, qtbot, size)
    return _best(lambda _: blank.update(), blank, qapp)


def _chart(qtbot: QtBot) -> tuple[Session, Chart]:
    session = Session(open_case(first_case()))
    chart = Chart(session, Look())
    _shown(chart, qtbot, (1090, 900))
    session.apply(partial(view_state.show, window=Span(-3, 100)))
    return session, chart


def _pan(session: Session) -> Step:
    return lambda n: session.apply(partial(view_state.pan, days=0.7 if n % 2 else -0.7))


def _point(session: Session) -> Step:
    return lambda n: session.apply(partial(view_state.move_cursor, day=5 + 1.3 * n))


def test_plots(qtbot: QtBot, qapp: QApplication, table: list[tuple[str, float, float]]) -> None:
    session = Session(open_case(first_case()))
    stack = PlotStack(session, Look())
    _shown(stack, qtbot)
    session.apply(partial(view_state.show, window=Span(-3, 100)))
    view = stack.canvas.viewport()
    panning, pointing = _best(_pan(session), view, qapp), _best(_point(session), view, qapp)
    blank = _blank_seconds(qtbot, qapp, SIZE)
    table += [("plots, pan: empty widget", panning, blank)]
    table += [("plots, cursor: empty widget", pointing, blank)]

    plain = pg.GraphicsLayoutWidget()
    boxes = []
    for row, panel in enumerate(stack.placed.panels):
        plot = plain.addPlot(row=row, col=0)
        days, values = stack.canvas.items_by_series[panel.panel.series.id].points.getData()
        plot.plot(days, values, pen=None, symbol="o")
        boxes.append(plot.getViewBox())
    _shown(plain, qtbot)

    def shift(number: int) -> None:
        for box in boxes:
            box.setXRange(-3 + 0.7 * (number % 2), 100 + 0.7 * (number % 2), padding=0)

    floor = _best(shift, plain.viewport(), qapp)
    table += [("plots, pan: pyqtgraph's own plots", panning, floor)]


def test_timeline(qtbot: QtBot, qapp: QApplication, table: list[tuple[str, float, float]]) -> None:
    session, chart = _chart(qtbot)
    view = chart.timeline.viewport()
    blank = _blank_seconds(qtbot, qapp, (view.width(), view.height()))
    table += [("timeline, pan: empty widget", _best(_pan(session), view, qapp), blank)]
    table += [("timeline, cursor: empty widget", _best(_point(session), view, qapp), blank)]


def _opening(make: Callable[[], QWidget], qtbot: QtBot) -> float:
    times = []
    for _ in range(5):
        started = time.perf_counter()
        window = make()
        paints = _Paints(window)
        _shown(window, qtbot, (1600, 1000))
        times.append(time.perf_counter() - started)
        assert paints.count
        window.close()
    return min(times)


def test_window_opens(qtbot: QtBot, tmp_path: Path, table: list[tuple[str, float, float]]) -> None:
    settings = Settings(tmp_path / "settings.ini")

    def ours() -> QWidget:
        return Window(Session(open_case(first_case())), Look(), settings)

    seconds = _opening(ours, qtbot)
    table += [("window with the shipped case: bare window", seconds, _opening(QMainWindow, qtbot))]
