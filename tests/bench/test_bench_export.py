"""Figures and slides beside a full repaint of the window, and beside slides that are empty."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtWidgets import QApplication

from tests.bench import cases, report
from tests.bench.measuring import in_turn, medians
from tests.bench.our_window import our_window, repainting
from viewer.io.case_store import OpenedCase, open_case
from viewer.paths import first_case
from viewer.ui.export.making import made
from viewer.ui.export.order import Order

pytestmark = pytest.mark.bench

FEW = 5
"""An export is no step of the window: so many are enough for a median."""
GOALS = {".pdf": 10, ".svg": 60, ".png": 30}
"""At most so many full repaints; an SVG brings its fonts, a picture so many more dots."""
LARGEST = {".pdf": 60, ".svg": 120, ".png": 60}
"""The same of the largest case, whose every row is laid out, not those in sight alone."""


def _large() -> Path:
    return cases.written(samples_per_series=cases.MANY_SAMPLES, **cases.MANY_EVENTS)


def _took(work: Callable[[], object]) -> float:
    times = []
    for _ in range(FEW):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return median(times)


def _export(opened: OpenedCase, name: str, **more: bool) -> Callable[[], bytes]:
    return lambda: made(opened, Order(Path(name), **more))  # type: ignore[arg-type]


def _repaint(case: Path) -> float:
    with our_window(case) as window:
        took = medians(in_turn({"full": repainting(window)}))["full"]
        window.session.annotating.finish()
    return took


@pytest.mark.parametrize(("of", "case"), [("insulinoma", first_case), ("largest", _large)])
def test_figures(qapp: QApplication, of: str, case: Callable[[], Path]) -> None:
    """From the opened case to the bytes of the file."""
    repaint, opened = _repaint(case()), open_case(case())
    goals = GOALS if of == "insulinoma" else LARGEST
    for ending, goal in goals.items():
        took = _took(_export(opened, f"x{ending}"))
        name = f"export: figure of the {of} case as {ending[1:].upper()} / full repaint"
        report.record(report.compared(name, took, repaint, goal))


def test_a_deck_of_slides(qapp: QApplication) -> None:
    """Twelve slides with charts, shapes and notes, beside as many empty ones."""
    from pptx import Presentation

    opened = open_case(first_case())

    def empty() -> bytes:
        presentation, out = Presentation(), io.BytesIO()
        for _ in opened.case.deck:
            presentation.slides.add_slide(presentation.slide_layouts[6])
        presentation.save(out)
        return out.getvalue()

    ours, bare = _took(_export(opened, "x.pptx", is_deck=True)), _took(empty)
    name = "export: deck of the insulinoma case as PPTX / as many empty slides of python-pptx"
    report.record(report.compared(name, ours, bare, 60))


def test_a_deck_of_slides_of_the_largest_case(qapp: QApplication) -> None:
    """Its one scene shows all of it."""
    from pptx import Presentation

    from viewer.model.part import Text
    from viewer.model.scene import Scene

    opened = open_case(_large())
    deck = (Scene(id="all", title=Text("All of it")),)
    whole = OpenedCase(
        opened.path, opened.case.model_copy(update={"deck": deck}), (), False, opened.assets
    )

    def empty() -> bytes:
        presentation, out = Presentation(), io.BytesIO()
        presentation.slides.add_slide(presentation.slide_layouts[6])
        presentation.save(out)
        return out.getvalue()

    ours, bare = _took(_export(whole, "x.pptx", is_deck=True)), _took(empty)
    name = "export: slide of the largest case as PPTX / an empty slide of python-pptx"
    report.record(report.compared(name, ours, bare, 300))
