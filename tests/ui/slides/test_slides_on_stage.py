"""Slides in talks: pictures of scenes wait for them, and the presenter sees them come."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.making_slides import tissue
from tests.ui.slides.looking import Bench, away
from viewer.model.deck import Deck
from viewer.model.scene import Scene
from viewer.session.presenting.talk import Talk
from viewer.ui.present.pictures import ScenePictures
from viewer.ui.present.stage import Stage

HUE = tissue(400, 300)[150, 130]


def a_scene(panel: str = "pathology") -> Scene:
    window = {"start": 0.0, "end": 10.0}
    return Scene.model_validate(
        {"id": panel, "title": "Biopsy", "window": window, "cursor": 4.0, "panel": panel}
    )


def tissue_in(picture: QImage) -> int:
    """Count the pixels of a coarse grid that have a colour of the tissue."""
    places = ((x, y) for x in range(0, picture.width(), 8) for y in range(0, picture.height(), 8))
    return sum(away(picture.pixelColor(x, y), HUE) < 60 for x, y in places)


def test_the_picture_of_a_scene_waits_for_its_slide(qtbot: QtBot, bench: Bench) -> None:
    pictures = ScenePictures(bench.session, bench.panel)
    assert pictures.large(a_scene()) is None
    with qtbot.waitSignal(pictures.arrived, timeout=20_000):
        pass
    picture = pictures.large(a_scene())
    assert isinstance(picture, QPixmap)
    assert tissue_in(picture.toImage()) > 20
    pictures.let_go()
    QApplication.processEvents()


def test_the_stage_tells_when_a_slide_has_come(qtbot: QtBot, bench: Bench) -> None:
    stage = Stage(Talk(bench.session, Deck("", (a_scene("details"), a_scene()), (0, 1))))
    qtbot.addWidget(stage)
    stage.resize(1280, 720)
    with qtbot.waitExposed(stage):
        stage.show()
    assert stage.is_ready
    with qtbot.waitSignal(stage.came, timeout=20_000):
        stage.talk.go(1)
        assert not stage.is_ready
    qtbot.waitUntil(lambda: stage.is_ready, timeout=20_000)
    assert tissue_in(stage.grab().toImage()) > 20
