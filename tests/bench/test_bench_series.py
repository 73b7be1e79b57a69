"""Long series: pan and zoom against short ones, plain pyqtgraph and mne-qt-browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtWidgets import QApplication

from tests.bench import cases, peers, report
from tests.bench.measuring import Painted, in_turn, medians
from tests.bench.other_process import OtherProcess
from tests.bench.our_window import SIZE, our_window, panning, show_share, zooming

SHARES = (1.0, 0.9, 0.1, 1e-3, 1e-5)
"""How much of the course is in view while panning or zooming."""
IN_VIEW = 0.9
NO_SERIES = "the format has no series in files yet"


def _samples(each: int) -> Path:
    return cases.written(samples_per_series=each, **cases.FEW_EVENTS)


def test_long_against_short(qapp: QApplication) -> None:
    name = "chart: pan or zoom step, 3e7 samples / 6e4"
    if not cases.has_long_series():
        report.record(report.left_out(name, 1.3, NO_SERIES))
        return
    worst, where, longest, shortest = 0.0, "", 1.0, 1.0
    with our_window(_samples(10_000)) as short, our_window(_samples(5_000_000)) as long:
        for share in SHARES:
            for kind, make in (("pan", panning), ("zoom", zooming)):
                if kind == "pan" and share == 1.0:
                    continue  # a window on everything cannot move
                contenders = {"short": make(short), "long": make(long)}
                for window in (short, long):
                    show_share(window, share)
                for contender in contenders.values():
                    contender.assert_changes_the_picture()
                took = medians(in_turn(contenders))
                ratio = took["long"] / took["short"]
                print(f"  {kind} at {share:g} of the course: {ratio:.2f}")
                if ratio > worst:
                    worst, where = ratio, f"worst: {kind} at {share:g} of the course"
                    longest, shortest = took["long"], took["short"]
    report.record(report.compared(name, longest, shortest, 1.3, where))


@contextmanager
def _plain_plots(series: int, samples: int) -> Iterator[Painted]:
    """Show linked plots as pyqtgraph's users make them for much data."""
    random = np.random.default_rng(1)
    days = np.arange(samples) * (36_500 / samples)
    widget = pg.GraphicsLayoutWidget()
    plots = [widget.addPlot(row=row, col=0) for row in range(series)]
    for plot in plots:
        plot.setDownsampling(auto=True, mode="peak")
        plot.setClipToView(True)
        plot.plot(days, random.standard_normal(samples))
        plot.setXLink(plots[0])
    margin = (1 - IN_VIEW) / 2 * 36_500
    first, last = margin, 36_500 - margin
    plots[0].setXRange(first, last, padding=0)
    widget.resize(*SIZE)
    widget.show()
    for _ in range(5):
        QApplication.processEvents()

    def step(number: int) -> None:
        by = 0.01 * (last - first) * ((number + 1) % 2)
        plots[0].setXRange(first + by, last + by, padding=0)

    try:
        yield Painted(step, widget, [widget.viewport()])
    finally:
        widget.close()
        widget.deleteLater()


def test_against_plain_pyqtgraph(qapp: QApplication) -> None:
    name = (
        "chart: six plots of 5e6 each, pan step / plain pyqtgraph, "
        "peak downsampling and clip, six linked plots"
    )
    if not cases.has_long_series():
        report.record(report.left_out(name, 0.2, NO_SERIES))
        return
    case = _samples(cases.MANY_SAMPLES)
    with our_window(case) as window, _plain_plots(6, cases.MANY_SAMPLES) as peer:
        show_share(window, IN_VIEW)
        ours = panning(window)
        ours.assert_changes_the_picture()
        peer.assert_changes_the_picture()
        took = medians(in_turn({"ours": ours, "peer": peer}))
    report.record(report.compared(name, took["ours"], took["peer"], 0.2))


@pytest.mark.parametrize(("samples", "goal"), [(100_000, 0.25), (1_000_000, 0.04)])
def test_against_mne(samples: int, goal: float, qapp: QApplication) -> None:
    name = f"chart: six series of 1e{len(str(samples)) - 1}, pan step / mne-qt-browser"
    if not cases.has_long_series():
        report.record(report.left_out(name, goal, NO_SERIES))
        return
    try:
        python = peers.mne_python()
    except peers.AbsentError as error:
        report.record(report.left_out(name, goal, str(error)))
        return
    script = Path(__file__).with_name("mne_peer.py")
    with (
        OtherProcess(python, script, str(samples)) as peer,
        our_window(_samples(samples)) as window,
    ):
        show_share(window, IN_VIEW)
        ours = panning(window)
        ours.assert_changes_the_picture()
        times = in_turn({"ours": ours, "peer": peer})
        took = medians(times)
        note = f"{peer.greeting} in its own process, {len(times['peer'])} steps each"
    report.record(report.compared(name, took["ours"], took["peer"], goal, note))
