"""A CT of 140 slices of 512×512: the first picture, the others, a scrolled slice, the memory."""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QEventLoop, QObject, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.bench import report
from tests.bench.measuring import Painted, in_turn, medians
from tests.dicom_files import make_ct_series
from viewer.geometry.grey import greys
from viewer.io.case_store import open_case
from viewer.io.pictures.decoding import decode
from viewer.io.pictures.files import CasePictures
from viewer.model.pictures import GreyWindow, Pixels
from viewer.session.session import Session
from viewer.ui.imaging.view import ImageView
from viewer.ui.look import Look
from viewer.ui.panels.imaging import ImagingPanel
from viewer.ui.start import SWITCH_S

SLICES, SIDE = 140, 512
PIXEL_BYTES = SLICES * SIDE * SIDE * 2
ROUNDS = 7

pytestmark = pytest.mark.bench


def _stored(index: int) -> NDArray[np.int16]:
    """A slice of noise, as no scanner's slices are alike."""
    return np.random.default_rng(index).integers(0, 2000, (SIDE, SIDE), dtype=np.int16)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ct") / "case"
    window = {"WindowCenter": "40", "WindowWidth": "400"}  # as every CT scanner writes it
    make_ct_series(folder / "ct", SLICES, SIDE, 2.5, pixels=_stored, **window)
    study = {
        "id": "ct",
        "title": "CT",
        "modality": "CT",
        "when": {"day": 0},
        "evidence": {"kind": "synthetic"},
        "images": [{"path": "ct"}],
    }
    whole = {
        "format": "dayline-case/1",
        "id": "ct",
        "title": "CT",
        "subject": {"is_synthetic": True},
        "day_zero": {"text": "Day"},
        "studies": [study],
    }
    (folder / "case.json").write_text(json.dumps(whole), "utf-8")
    return folder


@pytest.fixture
def panel(case: Path, qapp: QApplication) -> Iterator[ImagingPanel]:
    Look().dress()
    patience = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_S)  # as the program does
    session = Session(open_case(case))
    panel = ImagingPanel(session, Look())
    panel.resize(700, 900)
    panel.show()
    yield panel
    sys.setswitchinterval(patience)
    session.pictures.forget()
    session.annotating.finish()
    panel.close()
    panel.deleteLater()


def _view(panel: ImagingPanel) -> ImageView:
    assert panel.pictured is not None
    return panel.pictured.page.view


class _FirstPaint(QObject):
    """Notes that a picture has been painted."""

    def __init__(self, view: ImageView) -> None:
        super().__init__(view)
        self.is_done, self._view = False, view
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_paint = watched is self._view and event.type() == QEvent.Type.Paint
        if is_paint and self._view.pixels is not None:
            self.is_done = True
        return False


def _wait(panel: ImagingPanel, is_whole: bool) -> list[float]:
    """Wait for the first painted picture, or for all to be there; give how long each turn took."""
    turns, begun = [], time.perf_counter()
    first = _FirstPaint(_view(panel))
    while True:
        if not is_whole:  # as a program waits; how long each turn takes is of no interest then
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        started = time.perf_counter()
        QApplication.processEvents()
        turns.append(time.perf_counter() - started)
        view = _view(panel)
        pictures = view.pictures
        is_there = view.count == SLICES and pictures is not None and pictures.is_finished
        if is_there if is_whole else first.is_done:
            first.deleteLater()
            return turns
        assert time.perf_counter() - begun < 60
        if is_whole:
            time.sleep(0.0005)  # as a window waits for events: it leaves its turn to the worker


def _begin(panel: ImagingPanel) -> None:
    panel.session.pictures.forget()
    panel.show_state()


def test_the_first_picture(panel: ImagingPanel, case: Path) -> None:
    """From choosing the study to the first painted picture, against decoding one slice alone."""
    files = CasePictures(open_case(case).assets, "ct")
    _wait(panel, is_whole=True)
    frame = _view(panel).frame
    assert frame is not None

    def ours() -> float:
        panel.session.pictures.forget()
        started = time.perf_counter()
        panel.show_state()
        _wait(panel, is_whole=False)
        took = time.perf_counter() - started
        _wait(panel, is_whole=True)  # what is still under way would slow down the next
        return took

    def alone() -> float:
        panel.session.pictures.forget()
        started = time.perf_counter()
        pixels = decode(files, frame)
        _painted(pixels, 700, 700)
        return time.perf_counter() - started

    took = medians(in_turn({"ours": ours, "alone": alone}, rounds=ROUNDS))
    name = "imaging: first picture of 140 slices / decoding and painting that slice alone"
    report.record(report.compared(name, took["ours"], took["alone"], 2))


def _painted(pixels: Pixels, width: int, height: int) -> QImage:
    """Do what has to be done in any case: greys, and a picture as large as the panel."""
    shades = greys(pixels, GreyWindow(40, 400))
    image = QImage(shades.data, SIDE, SIDE, SIDE, QImage.Format.Format_Grayscale8)
    screen = QImage(width, height, QImage.Format.Format_RGB32)
    with QPainter(screen) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(0, 0, width, height), image)
    return screen


def test_the_others_come_without_a_stall(panel: ImagingPanel) -> None:
    """The longest turn of the window while 140 slices are decoded, against a repaint of it all."""
    _wait(panel, is_whole=True)
    screen = QImage(panel.size(), QImage.Format.Format_RGB32)

    def repaint() -> float:
        started = time.perf_counter()
        panel.render(screen)
        return time.perf_counter() - started

    longest, full = [], []
    for _ in range(ROUNDS):
        _begin(panel)
        longest.append(max(_wait(panel, is_whole=True)))
        full += [repaint() for _ in range(5)]
    took = medians({"longest": longest, "full": full})
    name = "imaging: longest turn while 140 slices are decoded / full repaint of the panel"
    report.record(report.compared(name, took["longest"], took["full"], 3))


def test_a_scrolled_slice(panel: ImagingPanel) -> None:
    """One step of the wheel, painted, against converting and painting 512×512 to that size."""
    _wait(panel, is_whole=True)
    view = _view(panel)
    width, height = view.width(), view.height()
    side = min(width, height)
    assert view.pictures is not None
    stack = [view.pictures.pixels(index) for index in range(SLICES)]

    def on(number: int) -> None:
        view.show_frame(number % SLICES)

    count = iter(range(1_000_000))

    def bare() -> float:
        pixels = stack[next(count) % SLICES]
        assert pixels is not None
        started = time.perf_counter()
        _painted(pixels, side, side)
        return time.perf_counter() - started

    ours = Painted(on, view, [view])
    ours.assert_changes_the_picture()
    took = medians(in_turn({"ours": ours, "bare": bare}, rounds=100))
    name = "imaging: a scrolled slice / converting and painting 512×512"
    report.record(report.compared(name, took["ours"], took["bare"], 3))


def test_the_memory_of_a_series(panel: ImagingPanel) -> None:
    """What the process grows by while a series is loaded, against the bytes of its pixels."""
    panel.session.pictures.forget()
    gc.collect()
    before = _resident()
    panel.show_state()
    _wait(panel, is_whole=True)
    grown = _resident() - before
    figure = round(grown / PIXEL_BYTES, 3)
    mib = 1024 * 1024
    note = f"{grown / mib:.0f} / {PIXEL_BYTES / mib:.0f} MiB"
    name = "imaging: memory of 140 slices / bytes of their pixels"
    report.record(report.Row(name, figure, 1.5, figure <= 1.5, note))


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
