"""mne-qt-browser with six channels, in the environment of its own.

Run by that environment's Python: for each line that comes in it does one pan step, waits until it
is painted and writes the seconds. The first line it writes says that it is ready.
"""

from __future__ import annotations

import sys
import time

import mne
import numpy as np
from mne_qt_browser import __version__
from qtpy.QtCore import QEvent, QObject
from qtpy.QtWidgets import QApplication

SERIES = 6
RATE_HZ = 100.0
SHOWN = 0.9
"""So much of the recording is in view."""
SIZE = (1600, 1000)


class _Paints(QObject):
    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def main() -> None:
    samples = int(sys.argv[1])
    QApplication(sys.argv[:1])  # mne asks for an X display unless there is one already
    mne.set_log_level("ERROR")
    mne.viz.set_browser_backend("qt")
    random = np.random.default_rng(1)
    names = [f"series {number + 1}" for number in range(SERIES)]
    raw = mne.io.RawArray(
        random.standard_normal((SERIES, samples)) * 20e-6, mne.create_info(names, RATE_HZ, "eeg")
    )
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    if count:
        onsets = np.sort(random.uniform(0, samples / RATE_HZ - 1, count))
        raw.set_annotations(mne.Annotations(onsets, np.full(count, 0.5), ["note"] * count))
    browser = raw.plot(
        duration=SHOWN * samples / RATE_HZ, n_channels=SERIES, block=False, show=True
    )
    browser.resize(*SIZE)
    app = QApplication.instance()
    view = browser.mne.view.viewport()
    paints = _Paints()
    view.installEventFilter(paints)
    until = time.monotonic() + 3
    while time.monotonic() < until:
        app.processEvents()
    first = browser.grab().toImage()
    _step(browser, app, paints, 0)
    assert browser.grab().toImage() != first, "a pan step leaves the picture as it was"
    print(f"mne-qt-browser {__version__}", flush=True)
    for number, _ in enumerate(sys.stdin, start=1):
        print(_step(browser, app, paints, number), flush=True)


def _step(browser: object, app: QApplication, paints: _Paints, number: int) -> float:
    app.processEvents()
    before = paints.count
    started = time.perf_counter()
    browser.hscroll(-1.0 if number % 2 else 1.0)  # its own: a hundredth of what is shown
    while paints.count == before:
        app.processEvents()
    seconds = time.perf_counter() - started
    app.processEvents()
    return seconds


if __name__ == "__main__":
    main()
