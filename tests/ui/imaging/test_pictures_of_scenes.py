"""A scene keeps which picture of a study is looked at, and in which greys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.imaging.pictured_case import Desk, OpenDesk, a_study, open_desk, write_case, write_ct
from viewer.model.part import Text
from viewer.model.pictures import GreyWindow
from viewer.model.scene import Scene
from viewer.session.presenting.decks import Decks
from viewer.session.presenting.talk import Talk
from viewer.ui.imaging.view import ImageView
from viewer.ui.panels.imaging import ImagingPanel
from viewer.ui.present.stage import Stage

__all__ = ["open_desk"]
LIVER = GreyWindow(60, 160)


@pytest.fixture
def desk(open_desk: OpenDesk, tmp_path: Path) -> Desk:
    case = write_case(tmp_path / "case", [a_study()])
    write_ct(case / "ct", 7)
    write_ct(case / "ct" / "other", 3, series="2")
    desk = open_desk(case)
    desk.wait_loaded()
    return desk


def kept(desk: Desk, title: str, panel: str = "imaging") -> Scene:
    """Keep what is shown as a scene of the deck."""
    decks = Decks(desk.session, desk.session)
    id_ = decks.add("Add scene", Text(title), panel)
    found = decks.deck.find(id_)
    assert found is not None
    return found


def on_stage(desk: Desk, qtbot: QtBot, at: int) -> tuple[Stage, ImageView]:
    """Show a scene of the deck to the room."""
    talk = Talk(desk.session, Decks(desk.session, desk.session).deck)
    stage = Stage(talk)
    qtbot.addWidget(stage)
    stage.resize(1280, 720)
    stage.show()
    talk.jump(at)
    return stage, shown_on(stage, qtbot)


def shown_on(stage: Stage, qtbot: QtBot) -> ImageView:
    qtbot.waitUntil(lambda: stage.is_ready, timeout=20_000)
    view = stage.findChild(ImageView)
    assert isinstance(view, ImageView)
    return view


def test_a_scene_keeps_the_slice_and_its_greys(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Home)
    desk.key(Qt.Key.Key_3)
    picture = kept(desk, "Liver").picture
    assert picture is not None
    assert desk.view.frame is not None
    assert (picture.study, picture.picture) == ("ct", desk.view.frame.key)
    assert (picture.centre, picture.width) == (60, 160)
    assert kept(desk, "Details", "details").picture is None


def test_the_stage_shows_it_wherever_the_window_has_gone(desk: Desk, qtbot: QtBot) -> None:
    desk.key(Qt.Key.Key_Home)
    desk.key(Qt.Key.Key_3)
    kept(desk, "First")
    desk.key(Qt.Key.Key_End)
    desk.key(Qt.Key.Key_5)
    kept(desk, "Last")
    desk.key(Qt.Key.Key_Up)
    window = replace(desk.view.view)
    stage, view = on_stage(desk, qtbot, 0)
    assert (view.view.frame, view.window_shown) == (0, LIVER)
    stage.talk.jump(1)
    view = shown_on(stage, qtbot)
    assert view.view.frame == view.count - 1
    assert view.window_shown == GreyWindow(400, 1800)
    assert desk.view.view == window  # the window stays where the person has left it
    desk.panel.show_state()
    assert desk.view.view == window


def test_the_window_shows_it_once_and_one_can_scroll_on(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Home)
    scene = kept(desk, "First")
    desk.key(Qt.Key.Key_End)
    desk.panel.show_seen(scene.picture)
    assert desk.view.view.frame == 0
    desk.key(Qt.Key.Key_Down)
    desk.panel.show_state()
    assert desk.view.view.frame == 1


def test_a_picture_that_is_not_there_changes_nothing(desk: Desk) -> None:
    scene = kept(desk, "First")
    assert scene.picture is not None
    before = desk.view.view
    desk.panel.show_seen(scene.picture.model_copy(update={"picture": "gone"}))
    desk.panel.show_seen(scene.picture.model_copy(update={"study": "gone"}))
    assert desk.view.view == before
    assert isinstance(desk.panel, ImagingPanel)
