"""Changing scenes on the stage, and listing three hundred of them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench import report
from tests.bench.measuring import Painted, in_turn, medians
from tests.bench.our_window import our_window, repainting
from viewer.io.case_store import open_case
from viewer.model.deck import Deck
from viewer.paths import first_case
from viewer.session.presenting.talk import Talk
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.present.stage import Stage

SIZE = (1920, 1080)
MANY = 300

pytestmark = pytest.mark.bench


def _parts(stage: Stage) -> list[QWidget]:
    chart = stage.chart
    return [chart.ruler_below, chart.timeline.viewport(), chart.plots.canvas.viewport()]


def _repainting(stage: Stage) -> Painted:
    """Paint everything on the stage anew, from nothing."""

    def step(number: int) -> None:
        stage.look.changed.emit()
        stage.panel_look.changed.emit()
        stage.update()

    return Painted(step, stage, _parts(stage))


def test_a_change_of_scene(qapp: QApplication) -> None:
    """From the key to the painted stage, without the glide; each scene in turn."""
    Look().dress()
    session = Session(open_case(first_case()))
    case = session.case
    talk = Talk(session, Deck("", case.deck, tuple(map(float, range(len(case.deck))))))
    stage = Stage(talk)
    stage.resize(*SIZE)
    stage.show()
    for number in range(len(case.deck)):  # panels are made once
        talk.jump(number)
        QApplication.processEvents()

    def on(number: int) -> None:
        talk.jump((talk.index + 1) % len(case.deck))

    ours, full = Painted(on, stage, _parts(stage)), _repainting(stage)
    ours.assert_changes_the_picture()
    took = medians(in_turn({"ours": ours, "full": full}, rounds=5 * len(case.deck)))
    stage.close()
    stage.deleteLater()
    session.annotating.finish()
    name = "present: change of scene to the painted stage / full repaint of the stage"
    report.record(report.compared(name, took["ours"], took["full"], 3))


def test_listing_many_scenes(qapp: QApplication, tmp_path: Path) -> None:
    """The longest time for which the window does nothing else while it goes through the list."""
    folder = Path(shutil.copytree(first_case(), tmp_path / "case"))
    raw = json.loads((folder / "case.json").read_text("utf-8"))
    raw["deck"] = [{"id": f"s{n}", "title": f"Scene {n}", "horizon": n % 150} for n in range(MANY)]
    (folder / "case.json").write_text(json.dumps(raw), "utf-8")
    with our_window(folder) as window:
        window.scenes.show_panel()
        panel = window.panels.scenes
        for _ in range(20):
            QApplication.processEvents()

        def scroll(number: int) -> None:
            bar = panel.list.verticalScrollBar()
            bar.setValue((bar.value() + bar.pageStep()) % max(bar.maximum(), 1))

        full = repainting(window)
        floor = medians(in_turn({"full": full}))["full"]
        scrolling = Painted(scroll, window, [panel.list.viewport()])
        longest = max(scrolling.longest_hold() for _ in range(30))
        window.session.annotating.finish()
    name = "present: 300 scenes listed, longest step while scrolling / full repaint"
    report.record(report.compared(name, longest, floor, 3))
