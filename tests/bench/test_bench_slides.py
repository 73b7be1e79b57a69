"""A slide's pan step against a bare blit, and opening a large slide against a small one."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench import report
from tests.bench.measuring import Painted, in_turn, medians
from tests.making_slides import tissue, write_slide, write_wide_slide
from viewer.geometry.slides import panned
from viewer.io.case_files import FolderAssets
from viewer.io.slides.opening import SlideFiles
from viewer.io.slides.stored import OpenedSlide
from viewer.model.pictures import PictureLimits
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.slides.slide_view import SlideView

SIZE = QSize(1400, 900)
STEP_PX = 24
PATIENCE_S = 30.0


class _Blit(QWidget):
    """Paints one of two pictures of the view in turn."""

    def __init__(self, pictures: tuple[QPixmap, QPixmap]) -> None:
        super().__init__()
        self._pictures = pictures
        self._number = 0
        self.resize(pictures[0].size())

    def turn(self, number: int) -> None:
        self._number = number % 2
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._pictures[self._number])


def opened(path: Path) -> OpenedSlide:
    return SlideFiles(FolderAssets(path.parent), PictureLimits()).open(path.name)


def wait_loaded(view: SlideView) -> None:
    started = time.perf_counter()
    while not view.loader.is_idle:
        QApplication.processEvents()
        assert time.perf_counter() - started < PATIENCE_S


def there_and_back(view: SlideView) -> Callable[[int], None]:
    """Give a step: to the right for a while, then back again, over tiles that are loaded."""

    def step(number: int) -> None:
        way = STEP_PX if number % 40 < 20 else -STEP_PX
        view.go(panned(view.stand, way, way / 3))

    return step


def test_pan_step_against_a_blit(qapp: QApplication, tmp_path: Path) -> None:
    slide = opened(write_slide(tmp_path / "he.svs", tissue(4000, 3000), 0.25, power=40))
    view = SlideView(Session(), Look("light"), "r", slide, "H&E", "Synthetic")
    view.resize(SIZE)
    view.show()
    for zoom in (1.0, 0.7):
        view.zoom_to(zoom)
        step = there_and_back(view)
        for number in range(80):  # whatever it comes by is loaded, and stays
            step(number)
            wait_loaded(view)
        ours = Painted(step, view, [view])
        ours.assert_changes_the_picture()
        before = view.grab()
        step(0)
        blit = _Blit((before, view.grab()))
        blit.show()
        peer = Painted(blit.turn, blit, [blit])
        peer.assert_changes_the_picture()
        took = medians(in_turn({"ours": ours, "peer": peer}, rounds=120))
        blit.close()
        blit.deleteLater()
        name = f"slides: pan step of a loaded slide, {zoom:g} of its pixels / blit of the view"
        report.record(report.compared(name, took["ours"], took["peer"], 2))
    view.close_slide()
    view.close()
    view.deleteLater()


def test_opening_does_not_depend_on_the_size(qapp: QApplication, tmp_path: Path) -> None:
    paths = {side: write_wide_slide(tmp_path / f"{side}.tiff", side) for side in (1_000, 30_000)}

    def first_look(path: Path) -> Callable[[], float]:
        def sample() -> float:
            started = time.perf_counter()
            slide = opened(path)
            slide.thumbnail()
            seconds = time.perf_counter() - started
            slide.close()
            return seconds

        return sample

    took = medians(in_turn({str(side): first_look(path) for side, path in paths.items()}))
    name = "slides: opened and its thumbnail decoded, 30,000 pixels wide / 1,000 pixels"
    report.record(report.compared(name, took["30000"], took["1000"], 1.5))
