"""Cases with slides of every kind, and the pathology panel on them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from tests.making_slides import break_level, png, tissue, write_slide
from tests.ui.slides.looking import HE, Bench, wait_shown
from viewer.io.case_store import open_case
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.pathology import PathologyPanel

SLIDES = [
    {"path": "he.svs", "stain": "H&E"},
    {"path": "ki67.tiff", "stain": "Ki-67"},
    {"path": "photo.png", "title": "Photograph"},
]
OpenBench = Callable[..., Bench]


@pytest.fixture(scope="session")
def drawer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with slides, written once."""
    folder = tmp_path_factory.mktemp("slides")
    write_slide(folder / "he.svs", HE, 0.25, power=40)
    write_slide(folder / "ki67.tiff", tissue(1000, 800, (120, 80, 40)), 0.5)
    write_slide(folder / "broken.tiff", HE)
    break_level(folder / "broken.tiff", 1)
    (folder / "photo.png").write_bytes(png(tissue(640, 480)))
    (folder / "text.svs").write_text("This was a text once.", "utf-8")
    return folder


def written(folder: Path, slides: list[dict[str, Any]], **report: Any) -> Path:
    reported = {"kind": report.pop("evidence", "reported")}
    told = {"id": "r", "title": "Biopsy", "when": {"day": 3}, "evidence": reported}
    case = {
        "format": "dayline-case/1",
        "id": "small",
        "title": "Small",
        "subject": {},
        "day_zero": {"text": "Admission"},
        "reports": [told | {"slides": slides} | report],
    }
    (folder / "case.json").write_text(json.dumps(case), "utf-8")
    return folder


@pytest.fixture
def open_bench(qtbot: QtBot, tmp_path: Path, drawer: Path) -> Iterator[OpenBench]:
    """Show a case with these slides on the panel, its tiles loaded."""
    sessions: list[Session] = []

    def open_one(
        slides: list[dict[str, Any]] | None = None,
        size: tuple[int, int] = (700, 900),
        look: Look | None = None,
        **report: Any,
    ) -> Bench:
        folder = Path(shutil.copytree(drawer, tmp_path / f"case{len(sessions)}"))
        session = Session(open_case(written(folder, slides or SLIDES, **report)))
        sessions.append(session)
        keeping = session.annotating.keeping
        assert keeping is not None
        qtbot.waitUntil(lambda: keeping.read is not None, timeout=10_000)
        session.annotating.sign("Ann")
        panel = PathologyPanel(session, look or Look("light"))
        qtbot.addWidget(panel)
        panel.resize(*size)
        session.select("r")
        with qtbot.waitExposed(panel):
            panel.show()
        bench = Bench(session, panel, folder)
        if panel.shelf is not None:
            wait_shown(qtbot, panel.shelf)
        return bench

    yield open_one
    for session in sessions:
        session.annotating.finish()


@pytest.fixture
def bench(open_bench: OpenBench) -> Bench:
    """Three slides: H&E with all that a scanner states, Ki-67 without power, a photograph."""
    return open_bench()


@pytest.fixture(autouse=True)
def replaced_widgets_go(qapp: Any) -> Iterator[None]:
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the platform without a screen say what it cannot do with a whole window."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))
