"""The stage shows and says nothing later than its scene's day, to the last pixel and letter.

Two stages are led alike: one on the shipped case, one on the same case with every later fact
changed. What differs between them would tell of a later day.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.e2e.everything import difference_box, differences, picture, placed, texts, tooltips
from tests.e2e.later import changed_after
from tests.e2e.later_parts import days_of
from tests.e2e.pictures_hand import copied, drawn
from tests.e2e.screen import settle
from tests.e2e.twins import Twins, shipped, twins
from viewer.model.deck import Deck
from viewer.model.part import Text
from viewer.model.scene import Scene
from viewer.session.presenting.talk import Talk
from viewer.ui.present.pictures import ScenePictures
from viewer.ui.present.stage import PANELS, Stage
from viewer.ui.window import Window

BOUNDARIES = sorted({day for known in days_of(shipped()) for day in (known - 1, known)})
"""Just before and just after every day that the case speaks of."""
SIZE = (1280, 720)


def a_scene(horizon: int | None, panel: str | None = None) -> Scene:
    return Scene(id="scene", title=Text("A scene"), horizon=horizon, panel=panel)


@contextmanager
def stages(both: Twins, scene: Scene) -> Iterator[tuple[Stage, Stage]]:
    """Put a scene on the stage in front of both windows."""
    found = []
    for window in both.windows:
        stage = Stage(Talk(window.session, Deck("", (scene,), (0,))))
        stage.resize(*SIZE)
        stage.show()
        settle()
        stage.settle()
        found.append(stage)
    yield found[0], found[1]
    for stage in found:
        stage.close()
        stage.deleteLater()
    settle()


def said(stage: Stage) -> dict[str, list[str]]:
    """Give all that a stage says and has laid out."""
    window = stage
    return {
        "texts": sorted(texts(window)),  # type: ignore[arg-type]
        "placed": list(placed(window)),  # type: ignore[arg-type]
        "tooltips": list(tooltips(window)),  # type: ignore[arg-type]
        "state": [repr(stage.talk.session.state)],
        "case": [stage.talk.session.case.model_dump_json(exclude={"id"})],
    }


def leaks(both: Twins, scene: Scene, folder: Path) -> dict[str, list[str]]:
    """Give every difference between the two stages."""
    with stages(both, scene) as (one, other):
        found = differences(said(one), said(other))
        pictures = picture(one), picture(other)  # type: ignore[arg-type]
    if difference_box(*pictures) is not None:
        for image, whose in zip(pictures, ("case", "changed"), strict=True):
            image.save(str(folder / f"{scene.horizon}-{scene.panel}-{whose}.png"))
        found["pixels"] = [f"pictures in {folder}"]
    return {way: lines[:5] for way, lines in found.items()}


def test_at_every_boundary_of_a_fact_the_stage_tells_nothing_later(
    qtbot: QtBot, tmp_path: Path
) -> None:
    raw, found = shipped(), {}
    panels = [None, *PANELS]
    with twins(qtbot, tmp_path, BOUNDARIES[0]) as both:
        for number, horizon in enumerate(BOUNDARIES):
            both.change(changed_after(raw, horizon))
            scene = a_scene(horizon, panels[number % len(panels)])
            if told := leaks(both, scene, tmp_path):
                found[horizon, scene.panel] = told
    assert found == {}


@pytest.mark.parametrize("panel", sorted(PANELS))
def test_no_panel_on_the_stage_tells_of_later_days(
    qtbot: QtBot, tmp_path: Path, panel: str
) -> None:
    with twins(qtbot, tmp_path, 11) as both:
        assert leaks(both, a_scene(11, panel), tmp_path) == {}


def test_every_scene_of_the_deck_that_ships_tells_nothing_later(
    qtbot: QtBot, tmp_path: Path
) -> None:
    raw, found = shipped(), {}
    with twins(qtbot, tmp_path, 0) as both:
        deck = both.windows[0].scenes.decks.deck
        for scene in deck.scenes:
            if scene.horizon is not None:
                both.change(changed_after(raw, scene.horizon))
                if told := leaks(both, scene, tmp_path):
                    found[scene.id] = told
    assert found == {}


def test_a_copied_picture_tells_nothing_later(qtbot: QtBot, tmp_path: Path) -> None:
    def copy(window: Window) -> QImage:
        window.session.hide_after(11)
        return copied(qtbot, window)

    with twins(qtbot, tmp_path, 11) as both:
        one, other = both.lead(copy)
    assert not one.isNull()
    assert difference_box(one, other) is None


def test_pictures_of_scenes_tell_nothing_later(qtbot: QtBot, tmp_path: Path) -> None:
    with twins(qtbot, tmp_path, 11) as both:
        one, other = both.lead(lambda window: drawn(qtbot, window.pictures, a_scene(11, "imaging")))
    assert difference_box(one, other) is None


def test_day_by_day_never_tells_of_the_day_after(qtbot: QtBot, tmp_path: Path) -> None:
    raw, found = shipped(), {}
    with twins(qtbot, tmp_path, 12) as both:
        both.change(changed_after(raw, 12))
        with stages(both, a_scene(10)) as (one, other):
            for horizon in (11, 12):
                for stage in (one, other):
                    stage.talk.session.hide_after(horizon)
                    stage.settle()
                if told := differences(said(one), said(other)):
                    found[horizon] = told
    assert found == {}


def test_without_a_horizon_the_two_stages_differ(qtbot: QtBot, tmp_path: Path) -> None:
    """The control: what the tests above look for would be found."""
    with twins(qtbot, tmp_path, 11) as both:
        told = leaks(both, a_scene(None), tmp_path)
        assert {"texts", "placed", "tooltips", "pixels"} <= told.keys()
        pictures = both.lead(lambda window: drawn(qtbot, window.pictures, a_scene(None)))
    assert difference_box(*pictures) is not None


def test_pictures_are_drawn_by_a_stage_that_goes_with_its_case(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with twins(qtbot, tmp_path, 11) as both:
        window = both.windows[0]
        pictures: ScenePictures = window.pictures
        before = drawn(qtbot, pictures, a_scene(11))
        both.change(changed_after(shipped(), 11))
        assert drawn(qtbot, pictures, a_scene(11)) == before
