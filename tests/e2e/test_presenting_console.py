"""The console, the notes and the keys of a talk, as a presenter meets them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.e2e.presenting_hand import (
    CONTROL,
    NONE,
    SHIFT,
    Key,
    begin,
    button,
    click,
    hold,
    press,
)
from tests.e2e.scenes_hand import case_with
from tests.e2e.screen import settle
from tests.e2e.twins import opened
from viewer.model.part import Text
from viewer.model.scene import Scene
from viewer.ui.dialogs.keyboard import KeyboardDialog
from viewer.ui.present.talk_table import TALK_KEYS
from viewer.ui.present.verbs import GLIDES
from viewer.ui.window import Window

LINES = 59
LONG = "\n".join(f"Point {number}: say something about it." for number in range(1, LINES + 1))
DECK = [
    {"id": "a", "title": "A & B", "horizon": 3, "notes": LONG, "planned_s": 90},
    {"id": "b", "title": "<b>x</b>", "horizon": 11, "notes": LONG, "planned_s": 3600},
    {"id": "c", "title": "Third", "notes": "Short."},
]


@pytest.fixture(params=["en"])
def talking(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """A window on a case with a deck of three; the first two have long notes."""
    case = case_with(tmp_path / "case", DECK)
    with opened(qtbot, case, tmp_path, language=request.param) as program:
        program.window.settings.set_text(GLIDES, "no")
        yield program.window


def seen(notes: QPlainTextEdit) -> tuple[int, int]:
    """Give the first and the last line that a person sees whole, counted from 1."""
    spacing = notes.fontMetrics().lineSpacing()
    last = notes.cursorForPosition(QPoint(1, notes.viewport().height() - spacing))
    return notes.cursorForPosition(QPoint(1, 1)).blockNumber() + 1, last.blockNumber() + 1


# -- notes ----------------------------------------------------------------------------------------


def test_long_notes_over_the_stage_are_read_to_their_end(talking: Window) -> None:
    show = begin(talking)
    press(show, Key.Key_N)
    notes = show.stage.notes
    first, last = seen(notes)
    assert first == 1
    assert 5 < last < LINES
    read = set(range(first, last + 1))
    for _ in range(LINES):
        press(show, Key.Key_PageDown, modifier=SHIFT)
        first, last = seen(notes)
        read |= set(range(first, last + 1))
    assert read == set(range(1, LINES + 1))
    assert show.talk.index == 0  # it was no step
    assert notes.height() < 0.4 * show.stage.height()  # the room goes on seeing the scene
    press(show, *[Key.Key_Up] * LINES, modifier=SHIFT)
    assert seen(notes)[0] == 1
    press(show, Key.Key_Down)  # a clicker steps, whether notes lie there or not
    assert show.talk.index == 1


def test_short_notes_take_no_more_than_they_need(talking: Window) -> None:
    show = begin(talking)
    press(show, Key.Key_N, Key.Key_End)
    notes = show.stage.notes
    assert notes.toPlainText() == "Short."
    assert notes.height() < 0.15 * show.stage.height()
    assert not notes.verticalScrollBar().isVisible()
    assert notes.geometry().bottom() == show.stage.rect().bottom()


@pytest.mark.parametrize("is_over_the_stage", [True, False])
def test_the_place_in_the_notes_stays_while_the_scene_does(
    talking: Window, qtbot: QtBot, is_over_the_stage: bool
) -> None:
    show = begin(talking, CONTROL)
    notes = show.console.notes
    if is_over_the_stage:
        press(show, Key.Key_N)
        notes = show.stage.notes
    press(show, *[Key.Key_Down] * 3, modifier=SHIFT)
    place = seen(notes)
    assert place[0] > 1
    for key in (Key.Key_B, Key.Key_B, Key.Key_L, Key.Key_S, Key.Key_L):
        press(show, key)
        assert seen(notes) == place
    press(show, Key.Key_R)
    qtbot.waitUntil(lambda: (show.talk.session.state.horizon or 0) >= 5)
    assert seen(notes) == place
    press(show, Key.Key_Right)  # other notes, even where they say the same
    assert seen(notes)[0] == 1


# -- keys -----------------------------------------------------------------------------------------


def test_a_key_held_down_switches_once(talking: Window) -> None:
    show = begin(talking, CONTROL)
    over = show.stage.stage.over
    hold(show, Key.Key_B, "b")
    assert show.talk.cover == "black"
    hold(show, Key.Key_W, "w", times=5)
    assert show.talk.cover == "white"
    for times in (3, 4):
        before = over.points, show.stage.notes.isVisible(), show.playing.is_playing
        for key in (Key.Key_L, Key.Key_N, Key.Key_R):
            hold(show, key, times=times)
        now = over.points, show.stage.notes.isVisible(), show.playing.is_playing
        assert now == tuple(not one for one in before)
    hold(show, Key.Key_3, "3", times=2)
    press(show, "2")
    hold(show, Key.Key_Return, times=3)
    assert show.talk.index == 2  # the scene 32, of three; Enter steps no further
    hold(show, Key.Key_PageUp, times=1)
    assert show.talk.index == 0  # a step is one as often as it comes


def test_digits_count_with_shift_but_not_with_what_makes_commands(talking: Window) -> None:
    show = begin(talking, CONTROL)
    for key, text, keys in (
        (Key.Key_Shift, "", SHIFT),
        (Key.Key_3, "3", SHIFT),
        (Key.Key_1, "1", CONTROL),
        (Key.Key_1, "1", Qt.KeyboardModifier.AltModifier),
        (Key.Key_Shift, "", SHIFT),
        (Key.Key_Return, "\r", NONE),
    ):
        QApplication.sendEvent(show.stage, QKeyEvent(QKeyEvent.Type.KeyPress, key, keys, text))
    assert show.talk.index == 2


def test_one_key_plays_in_the_window_and_on_the_stage(talking: Window) -> None:
    QTest.keyClick(talking.chart.timeline, Key.Key_R)
    assert talking.scenes.playing.is_playing
    QTest.keyClick(talking.chart.timeline, Key.Key_R)
    show = begin(talking, CONTROL)
    press(show, Key.Key_R)
    assert show.playing.is_playing
    show.talk.session.hide_after(20)
    press(show, Key.Key_S)
    assert not show.playing.is_playing
    assert show.talk.session.state.horizon == 3


def test_the_stage_plays_as_fast_as_the_window(talking: Window) -> None:
    def choose(speed: float) -> None:
        box = talking.scenes.bar.speed
        box.setCurrentIndex(box.findData(speed))
        box.activated.emit(box.currentIndex())

    QTest.keyClick(talking.chart.timeline, Key.Key_R)
    choose(8.0)
    QTest.keyClick(talking.chart.timeline, Key.Key_R)
    show = begin(talking, CONTROL)
    assert show.playing.speed == 8.0
    choose(0.5)
    assert show.playing.speed == 0.5


def test_the_help_lists_the_keys_of_a_talk(talking: Window) -> None:
    talking.verbs.show_keyboard()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeyboardDialog)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    at = told.index("While presenting")
    listed = told[at + 1 :][: 2 * len(TALK_KEYS)]
    assert dict(zip(listed[::2], listed[1::2], strict=True)) == {
        row.names: row.words for row in TALK_KEYS
    }
    named = " ".join(listed[::2]).split()
    for key in ("B", "W", "L", "R", "S", "N", "Home", "End", "PgDown", "PgUp", "Digits,", "Esc"):
        assert key in named
    dialog.close()


# -- the console ----------------------------------------------------------------------------------


def spoken(widget: QWidget) -> str:
    """Give what a screen reader calls a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_times_are_written_and_spoken_one_way(talking: Window) -> None:
    show = begin(talking, CONTROL)
    console = show.console
    shown = {name: label.text() for name, label in console.times.labels.items()}
    assert shown["planned"] == "61:30"
    assert {name: spoken(label) for name, label in console.times.labels.items()} == {
        name: f"{name}: {time}" for name, time in shown.items()
    }
    assert console.scenes.item(1).text().endswith("plan 60:00")
    talking.scenes.show_panel()
    panel = talking.panels.scenes
    panel.choose("b")
    settle()
    assert panel.fields.planned.text() == "60:00"


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Blank", Key.Key_B),
        ("White", Key.Key_W),
        ("Pointer", Key.Key_L),
        ("Day by day", Key.Key_R),
    ],
)
def test_a_button_shows_whether_its_switch_is_on(talking: Window, words: str, key: Qt.Key) -> None:
    show = begin(talking, CONTROL)
    switch = button(show.console, words)
    assert not switch.isChecked()
    click(show.console, words)
    assert switch.isChecked()
    assert QAccessible.queryAccessibleInterface(switch).state().checked
    press(show, key)
    assert not switch.isChecked()
    press(show, key)
    assert switch.isChecked()
    click(show.console, words)
    assert not switch.isChecked()


def test_a_step_takes_the_cover_and_playing_from_the_buttons(talking: Window) -> None:
    show = begin(talking, CONTROL)
    click(show.console, "Blank")
    click(show.console, "White")
    assert not button(show.console, "Blank").isChecked()
    click(show.console, "Day by day")
    press(show, Key.Key_Right, Key.Key_Right)
    for words in ("Blank", "White", "Day by day"):
        assert not button(show.console, words).isChecked()


def test_every_button_names_the_key_that_does_the_same(talking: Window) -> None:
    show = begin(talking, CONTROL)
    assert button(show.console, "Day by day").text() == "Day by day  R"
    assert button(show.console, "Scene as kept").text() == "Scene as kept  S"


@pytest.mark.parametrize("talking", ["ja"], indirect=True)
def test_what_is_on_screen_is_joined_as_japanese_does(talking: Window) -> None:
    talking.session.annotating.sign("Ann")
    broken = Scene(id="s", title=Text("Broken"), select="gone", panel="details", hidden=["away"])
    talking.scenes.decks.add_all("Add", [broken])
    show = begin(talking, CONTROL)
    press(show, Key.Key_End, Key.Key_B)
    assert show.console.now_words.text() == (
        "表示中。画面を覆っています。症例にもうないもの：gone、away"
    )


def test_the_tip_of_a_scene_is_its_title_letter_by_letter(talking: Window) -> None:
    show = begin(talking, CONTROL)
    strip = show.console.scenes
    told = [strip.item(number).toolTip() for number in range(len(DECK))]
    shown = [
        QTextDocumentFragment.fromHtml(tip).toPlainText() if QtGui.Qt.mightBeRichText(tip) else tip
        for tip in told
    ]
    assert shown == ["A & B", "<b>x</b>", "Third"]
