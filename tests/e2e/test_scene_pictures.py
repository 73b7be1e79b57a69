"""Small and large pictures of scenes: drawn once, and of nothing that may not be told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.e2e.pictures_hand import PATIENCE_MS, copied, drawn
from tests.e2e.screen import read, settle
from viewer.model import view_state
from viewer.model.filter import Filter
from viewer.model.part import Text
from viewer.model.scene import Scene
from viewer.ui.present.stage import Stage
from viewer.ui.window import Window

OpenWindow = Callable[..., Window]


def stages() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, Stage)]


def test_after_the_pictures_no_hidden_stage_tells_of_the_end(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    """Programs that read the screen aloud find every window, seen or not."""
    window = open_window()
    last = window.scenes.decks.deck.scenes[-1]
    window.scenes.show_panel()
    drawn(qtbot, window.pictures, last)
    qtbot.waitUntil(lambda: not stages(), timeout=PATIENCE_MS)

    qtbot.waitUntil(lambda: window.pictures.large(last.model_copy()) is not None)
    window.session.hide_after(0)
    settle()
    for one in QApplication.topLevelWidgets():
        assert not one.isVisible() or "157" not in read(one), one


def test_a_picture_that_is_being_drawn_is_dropped_with_the_day_it_tells_of(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()
    last = window.scenes.decks.deck.scenes[-1]
    assert window.pictures.large(last) is None
    qtbot.waitUntil(lambda: bool(stages()), timeout=PATIENCE_MS)
    window.session.hide_after(0)
    settle()
    assert stages() == []


def test_two_versions_of_a_scene_do_not_take_turns(qtbot: QtBot, open_window: OpenWindow) -> None:
    """The list shows the deck as it is, the console as it was when the talk began."""
    pictures = open_window().pictures
    before = Scene(id="one", title=Text("What next?"), horizon=11)
    after = Scene(id="one", title=Text("What now?"), horizon=11)

    def are_there() -> bool:
        return None not in (pictures.small(before), pictures.small(after))

    qtbot.waitUntil(are_there, timeout=PATIENCE_MS)
    with qtbot.assertNotEmitted(pictures.arrived, wait=300):
        assert are_there()
    one, other = pictures.small(before), pictures.small(after)
    assert one is not None
    assert other is not None
    assert one.toImage() != other.toImage()


def test_the_copied_picture_is_filtered_as_the_window_is(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()
    whole = copied(qtbot, window)
    chosen = Filter(text="diazoxide")
    window.session.apply(partial(view_state.sift, chosen=chosen))
    assert copied(qtbot, window) != whole
    assert window.session.state.filter == chosen


def test_an_open_menu_stays_while_pictures_are_drawn(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    window.activateWindow()
    menu = QMenu(window)
    menu.addAction("Rename")
    menu.popup(window.mapToGlobal(window.rect().center()))
    drawn(qtbot, window.pictures, window.scenes.decks.deck.scenes[0])
    assert QApplication.activePopupWidget() is menu
    menu.close()
