"""Presenting in the real window, with keys and mouse, from F5 to Esc."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from tests.e2e.everything import picture
from tests.e2e.pictures_hand import copied
from tests.e2e.presenting_hand import CONTROL, SHIFT, Key, begin, move, on_screens, press
from tests.e2e.programs import OpenWindow
from tests.e2e.scenes_hand import case_with
from tests.e2e.screen import read, settle
from tests.e2e.twins import opened
from viewer.app import present_parser
from viewer.model import view_state
from viewer.model.part import Text
from viewer.model.scene import Days, Scene
from viewer.paths import first_case
from viewer.session.settings import Settings
from viewer.ui.present.stage import Stage
from viewer.ui.present.stage_window import StageWindow
from viewer.ui.present.verbs import GLIDES
from viewer.ui.program import Program
from viewer.ui.window import Window


@pytest.fixture
def window(open_window: OpenWindow) -> Window:
    window = open_window()
    window.settings.set_text(GLIDES, "no")
    return window


def test_from_f5_to_esc_the_window_stays_as_it_was(window: Window) -> None:
    window.session.hide_after(61)
    window.session.select("tae-left")
    window.session.apply(lambda state: view_state.zoom_about(state, 20, 0.4))
    settle()
    state, place, before = window.session.state, window.geometry(), picture(window)
    show = begin(window)
    assert show.stage.isVisible()
    assert show.stage.isFullScreen()
    assert not show.console.isVisible()  # one screen: the room sees it
    press(show, Key.Key_PageDown, Key.Key_PageDown, Key.Key_R)
    assert show.talk.index == 2
    press(show, Key.Key_Escape)
    assert window.present.presenting is None
    assert (window.session.state, window.geometry()) == (state, place)
    assert picture(window) == before
    assert window.isActiveWindow()


def test_clicker_keys_go_on_and_back_and_stop_at_the_ends(window: Window) -> None:
    show = begin(window)
    last = len(show.talk.scenes) - 1
    places = []
    for key in (
        Key.Key_Right,
        Key.Key_Space,
        Key.Key_Down,
        Key.Key_Left,
        Key.Key_PageUp,
        Key.Key_Up,
    ):
        press(show, key)
        places.append(show.talk.index)
    assert places == [1, 2, 3, 2, 1, 0]
    press(show, *[Key.Key_PageUp] * 5)
    assert show.talk.index == 0
    for _ in range(300):  # a clicker that is held down
        QTest.keyClick(show.stage, Key.Key_PageDown)
    settle()
    assert show.talk.index == last
    press(show, Key.Key_Home)
    assert show.talk.index == 0
    press(show, Key.Key_End)
    assert show.talk.index == last


def test_digits_and_enter_jump(window: Window) -> None:
    show = begin(window)
    press(show, "3", Key.Key_Return)
    assert show.talk.index == 2
    press(show, "999", Key.Key_Enter)
    assert show.talk.index == len(show.talk.scenes) - 1
    press(show, "2", Key.Key_Left, Key.Key_Return)  # another key forgets the digits
    assert show.talk.index == len(show.talk.scenes) - 1


@pytest.mark.parametrize(("key", "colour"), [(Key.Key_B, "#000000"), (Key.Key_W, "#ffffff")])
def test_black_and_white_cover_the_stage(window: Window, key: Qt.Key, colour: str) -> None:
    show = begin(window)
    shown = show.stage.grab().toImage()
    press(show, key)
    covered = show.stage.grab().toImage()
    colours = {
        covered.pixelColor(x, y).name() for x in range(0, covered.width(), 7) for y in (9, 300, 500)
    }
    assert colours == {colour}
    press(show, Key.Key_Right)  # uncovers, and shows the same scene
    assert show.talk.index == 0
    assert show.stage.grab().toImage() == shown


def test_present_from_the_scene_that_is_chosen(window: Window) -> None:
    show = begin(window, SHIFT)
    assert show.talk.index == window.present.chosen_place()
    press(show, Key.Key_Escape)


def test_the_title_the_patient_and_the_day_stand_on_the_stage(window: Window) -> None:
    show = begin(window)
    scene = show.talk.scene
    assert scene is not None
    stage = show.stage.stage
    assert stage.title.text() == scene.title.pick("en")
    assert "Woman, 45 years." in stage.facts.text()
    assert f"day {scene.horizon}" in stage.facts.text()
    assert show.stage.windowTitle() == "Stage · Dayline"


def test_in_a_window_the_console_leads_the_talk(window: Window) -> None:
    show = begin(window, CONTROL)
    assert show.console.isVisible()
    assert not show.stage.isFullScreen()
    console = show.console
    buttons = {b.accessibleName(): b for b in console.findChildren(QToolButton)}
    QTest.mouseClick(buttons["Next ›"], Qt.MouseButton.LeftButton)
    settle()
    assert show.talk.index == 1
    assert f"Scene 2 of {len(show.talk.scenes)}" in console.place.text()
    assert console.notes.toPlainText() == show.talk.notes
    coming = show.talk.next_scene
    assert coming is not None
    assert coming.title.pick("en") in console.next_words.text()
    rect = console.scenes.visualItemRect(console.scenes.item(0))
    QTest.mouseClick(console.scenes.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    settle()
    assert show.talk.index == 0
    QTest.keyClick(console, Key.Key_PageDown)
    assert show.talk.index == 1
    QTest.mouseClick(buttons["End the talk"], Qt.MouseButton.LeftButton)
    settle()
    assert window.present.presenting is None


def test_the_pointer_is_seen_on_both(window: Window) -> None:
    show = begin(window, CONTROL)
    stage, console = show.stage.stage, show.console
    before = stage.grab().toImage()
    move(stage.over, QPointF(200, 300))
    assert show.talk.pointer is None  # it points only when it is asked to
    press(show, Key.Key_L)
    move(stage.over, QPointF(400, 300))
    x, y = 400 / stage.width(), 300 / stage.height()
    assert show.talk.pointer == pytest.approx((x, y), abs=0.01)
    assert stage.grab().toImage() != before
    place = console.now.place
    if place.isEmpty():
        console.now.show_picture(stage.grab())
        place = console.now.place
    move(console.now, place.center())
    assert show.talk.pointer == pytest.approx((0.5, 0.5), abs=0.02)
    press(show, Key.Key_L)
    assert show.talk.pointer is None
    press(show, Key.Key_Escape)


def test_notes_lie_over_the_stage_only_when_they_are_asked_for(window: Window) -> None:
    show = begin(window)
    assert not show.stage.notes.isVisible()
    press(show, Key.Key_N)
    assert show.stage.notes.isVisible()
    assert show.stage.notes.toPlainText() == show.talk.notes
    press(show, Key.Key_Right)
    assert show.stage.notes.toPlainText() == show.talk.notes
    press(show, Key.Key_N)
    assert not show.stage.notes.isVisible()


def test_unplugging_the_second_screen_keeps_the_talk_going(window: Window) -> None:
    show = begin(window)
    press(show, Key.Key_Right)
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenRemoved.emit(window.screen())
    settle()
    assert show.talk.index == 1
    press(show, Key.Key_Right)
    assert show.talk.index == 2
    assert show.stage.isVisible()


ON_TWO_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from viewer.app import present_parser
from viewer.session.settings import Settings
from viewer.ui.program import Program
from viewer.ui.start import application

app = application()
options = present_parser().parse_args([sys.argv[1], "--scene", "2", "--language", "en"])
program = Program(Settings(Path(sys.argv[2])), options)
program.show()
while program.window.present.presenting is None:
    QTest.qWait(20)
show, window = program.window.present.presenting, program.window
QTest.qWait(200)
screens = [screen.name() for screen in QGuiApplication.screens()]
print(len(screens), show.stage.screen().name(), show.stage.isFullScreen())
print(window.screen().name(), show.console.screen().name(), show.console.isFullScreen())
print(show.talk.index, show.stage.width(), show.stage.height())
QTest.keyClick(show.console, Qt.Key.Key_PageDown)
print(show.talk.index)
second = show.stage.screen()
app.screenRemoved.emit(second)
QTest.qWait(100)
print(show.stage.screen().name(), show.console.isVisible(), show.talk.index)
QTest.keyClick(show.stage, Qt.Key.Key_PageDown)
print(show.talk.index)
QTest.keyClick(show.stage, Qt.Key.Key_Escape)
print(window.present.presenting)
program.close()
"""


def test_on_two_screens_the_stage_is_on_the_other_one(tmp_path: Path) -> None:
    sizes = {"one": (1600, 1000), "two": (1280, 720)}
    assert on_screens(tmp_path, sizes, ON_TWO_SCREENS) == [
        "2 two True",
        "one one True",
        "1 1280 720",
        "2",
        "one False 2",
        "3",
        "None",
    ]


# -- a change of scene ----------------------------------------------------------------------------


def test_gliding_is_switched_off_and_stays_off(window: Window) -> None:
    glide = window.actions_by_name["scenes_glide"]
    window.settings.set_text(GLIDES, "yes")
    window.present.show_choices()
    assert glide.isChecked()
    QTest.keyClick(window, Key.Key_F5, Qt.KeyboardModifier.AltModifier)
    assert not glide.isChecked()
    assert window.settings.text(GLIDES) == "no"
    show = begin(window)
    press(show, Key.Key_Right)
    scene = show.talk.scene
    assert scene is not None
    assert scene.window is not None
    assert show.talk.session.state.window == scene.window.span


def test_a_scene_glides_in_and_is_exactly_itself_at_the_end(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    show = begin(window)
    changes = QSignalSpy(show.talk.session.window_changed)  # a lambda would keep the talk for ever
    press(show, Key.Key_Right)
    scene = show.talk.scene
    assert scene is not None
    wanted = show.talk.session.state.bounds if scene.window is None else scene.window.span
    qtbot.waitUntil(lambda: show.talk.session.state.window == wanted, timeout=5_000)
    show.glide.finish()
    assert show.talk.session.state.window == wanted
    assert changes.count() >= 2
    assert show.talk.session.state.horizon == scene.horizon


# -- unhappy ways ---------------------------------------------------------------------------------


def test_an_empty_deck_is_told_and_nothing_opens(bare: Window) -> None:
    QTest.keyClick(bare, Key.Key_F5)
    settle()
    assert bare.present.presenting is None
    assert bare.notice.isVisible()


def test_without_a_case_there_is_nothing_to_present(qtbot: QtBot, tmp_path: Path) -> None:
    options = present_parser().parse_args([str(tmp_path / "none")])
    options.case = None
    program = Program(Settings(tmp_path / "settings.ini"), options)
    program.window.present.present()
    assert program.window.present.presenting is None
    program.close()


@pytest.fixture
def bare(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """A window on the first case without its deck, in which Ann annotates."""
    with opened(qtbot, case_with(tmp_path / "case", []), tmp_path) as program:
        program.window.settings.set_text(GLIDES, "no")
        program.window.session.annotating.sign("Ann")
        yield program.window


@pytest.mark.parametrize("horizon", [-5000, -71, 36_000])
def test_a_horizon_before_the_first_event_or_after_the_last_breaks_nothing(
    bare: Window, horizon: int
) -> None:
    bare.scenes.decks.add_all("Add", [Scene(id="s", title=Text("Far"), horizon=horizon)])
    show = begin(bare)
    assert show.talk.session.state.horizon == horizon
    assert not show.stage.grab().isNull()
    press(show, Key.Key_Right, Key.Key_Escape)


def test_scenes_that_name_what_is_gone_are_said_and_passed_over_on_request(
    bare: Window,
) -> None:
    whole = Scene(id="w", title=Text("Whole"))
    bare.scenes.decks.add_all("Add", [Scene(id="b", title=Text("Broken"), select="gone"), whole])
    show = begin(bare, CONTROL)
    assert "no longer in the case" in show.stage.stage.facts.text()
    assert "gone" in show.console.now_words.text()
    press(show, Key.Key_Escape)
    QTest.keyClick(bare, Key.Key_F5, CONTROL | SHIFT)
    assert bare.actions_by_name["pass_over"].isChecked()
    show = begin(bare)
    assert [scene.title for scene in show.talk.scenes] == [Text("Whole")]


def test_three_hundred_scenes_are_presented(bare: Window) -> None:
    scenes = [Scene(id="s", title=Text(f"{n}"), horizon=n % 60) for n in range(300)]
    bare.scenes.decks.add_all("Add", scenes)
    show = begin(bare, CONTROL)
    press(show, "300", Key.Key_Return)
    assert show.talk.index == 299
    assert show.stage.stage.title.text() == "299"


def test_a_case_that_is_changed_on_disk_does_not_disturb_the_talk(
    qtbot: QtBot, case: Path, tmp_path: Path
) -> None:
    with opened(qtbot, case, tmp_path) as program:
        program.window.settings.set_text(GLIDES, "no")
        show = begin(program.window)
        shutil.rmtree(case)
        press(show, Key.Key_Right, Key.Key_Right)
        assert show.talk.index == 2
        press(show, Key.Key_Escape)


def test_closing_the_window_ends_the_talk(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, first_case(), tmp_path) as program:
        begin(program.window)
        program.window.close()
        settle()
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        assert [one for one in shown if isinstance(one, StageWindow | Stage)] == []


# -- pictures -------------------------------------------------------------------------------------


def test_the_picture_of_the_chart_is_slide_ready_and_keeps_to_the_horizon(
    qtbot: QtBot, window: Window
) -> None:
    QTest.keyClick(
        window, Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(lambda: "clipboard" in window.status.currentMessage())
    whole = QGuiApplication.clipboard().image()
    assert (whole.width(), whole.height()) == (1920, 1080)
    window.session.hide_after(11)
    cut = copied(qtbot, window)
    assert not cut.isNull()
    assert cut != whole
    assert window.session.state.horizon == 11


def test_with_the_focus_in_a_panel_its_picture_is_copied(qtbot: QtBot, window: Window) -> None:
    panel = window.panels.details
    panel.page.setFocus()
    settle()
    assert copied(qtbot, window).size() == panel.grab().toImage().size()


def test_nothing_on_the_stage_asks_to_be_clicked(bare: Window) -> None:
    scene = Scene(
        id="s",
        title=Text("Death"),
        window=Days(start=100, end=160),
        select="death",
        panel="details",
    )
    bare.scenes.decks.add_all("Add", [scene])
    show = begin(bare)
    stage = show.stage.stage
    said = read(stage)
    assert "Death" in said
    assert "Pin beside others" not in said
    assert "Write a note" not in said
    shown = [label.words for panel in stage.chart.plots.placed.panels for label in panel.labels]
    assert any("Nearest: day 0" in words for words in shown), shown
    assert not any("Go there" in words for words in shown)


def test_what_finds_room_does_not_hang_on_the_sizes_before(bare: Window) -> None:
    bare.scenes.decks.add_all("Add", [Scene(id="s", title=Text("Whole"), horizon=11)])
    show = begin(bare, CONTROL)
    stage, counts = show.stage.stage, []
    for size in ((1600, 720), (420, 720), (1600, 720)):
        show.stage.resize(*size)
        settle()
        counts.append(len(stage.chart.plots.placed.panels))
        assert ("No room for" in stage.facts.text()) == (counts[-1] < 7)
    assert counts == [
        5,
        7,
        5,
    ]  # whatever size the window had before; words are small on a narrow one
