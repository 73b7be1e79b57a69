"""Making a deck in the real window with keys and mouse: what it lists, and what is kept."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.e2e.annotating_hand import activate, click_link, focused, give_name, hand_over, saved
from tests.e2e.everything import ROLES
from tests.e2e.measuring_hand import ALT, CTRL, LEFT, NONE, press
from tests.e2e.programs import Opened
from tests.e2e.scenes_hand import (
    DECK,
    case_with,
    chosen,
    click_row,
    double_click,
    drag_row,
    from_menu,
    key,
    listed,
    said,
    type_title,
    with_panel,
)
from tests.e2e.screen import click, read, seen, settle
from viewer.io.annotations.identity import IdentityFile
from viewer.model import view_state
from viewer.model.course import part
from viewer.model.part import Text
from viewer.model.scene import Scene
from viewer.ui.window import Window


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return case_with(tmp_path / "case", DECK)


@pytest.fixture
def opened(open_on: Opened) -> Opened:
    return with_panel(open_on)


def undo_text(window: Window) -> str:
    return window.actions_by_name["undo"].text().replace("&", "")


# -- adding ---------------------------------------------------------------------------------------


def test_the_name_is_asked_and_a_scene_is_made_of_what_the_window_shows(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    case = case_with(tmp_path / "empty", [])
    program = opened(case)
    window = program.window
    assert "No scenes yet" in read(window.panels.scenes)
    click(window, seen(window, r"TAE.*right"))
    press(window, "Ctrl+Shift+N")
    give_name(window, "Ann Meier")
    assert listed(window) == ["TAE, right hepatic lobe"]
    assert focused().accessibleName() == "Title of the scene"
    type_title("First embolisation")
    window.session.select(None)
    window.verbs.put_cursor(5)
    press(window, "Ctrl+H")
    press(window, "Ctrl+Shift+N")
    type_title("What then?")
    assert [said(window, 0)] == ["1: What then?; up to day 5"]  # the other is of later days
    press(window, "Ctrl+Shift+H")
    assert [said(window, row) for row in (0, 1)] == [
        "1: First embolisation; whole course",
        "2: What then?; up to day 5",
    ]
    saved(qtbot, window)
    program.close()
    again = opened(case).window
    assert listed(again) == ["First embolisation", "What then?"]


def test_without_a_selection_the_day_is_the_title_and_escape_leaves_it(
    opened: Opened, case: Path, ann: str
) -> None:
    window = opened(case).window
    click_row(window, 0)
    window.verbs.put_cursor(20)
    press(window, "Ctrl+Shift+N")
    QTest.keyClicks(focused(), "nothing of this")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    settle()
    assert listed(window) == ["Presentation", "Day 20", "What next?", "After zephyr"]
    assert chosen(window) == "Day 20"
    assert undo_text(window) == "Undo: Add scene"
    press(window, "Ctrl+Z")
    assert listed(window) == ["Presentation", "What next?", "After zephyr"]


def test_a_scene_names_the_panel_in_front(opened: Opened, case: Path, ann: str) -> None:
    window = opened(case).window
    for name in ("pathology", "imaging", "values"):
        window.docks[name].raise_()
        window.docks[name].widget().setFocus()
        settle()
        window.scenes.front.bring(name)
        press(window, "Ctrl+Shift+N")
        type_title("")
        scene = window.panels.scenes.scene
        assert scene is not None
        assert scene.panel == name
    for name in ("details", "imaging", "pathology", "notes", "values", "events"):
        window.docks[name].close()
    settle()
    assert window.scenes.front.name is None


# -- changing and undoing -------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["key", "mouse", "menu"])
def test_a_scene_is_renamed_in_its_place(opened: Opened, case: Path, ann: str, way: str) -> None:
    window = opened(case).window
    click_row(window, 1)
    if way == "key":
        key(window, Qt.Key.Key_F2)
    elif way == "mouse":
        double_click(window, 1, on_picture=False)
    else:
        from_menu(window, 1, "Rename")
    type_title("Your decision?")
    assert listed(window) == ["Presentation", "Your decision?", "After zephyr"]
    assert chosen(window) == "Your decision?"
    assert undo_text(window) == "Undo: Rename scene"
    press(window, "Ctrl+Z")
    assert listed(window) == [str(scene["title"]) for scene in DECK]
    press(window, "Ctrl+Shift+Z")
    assert chosen(window) == "Your decision?"


@pytest.mark.parametrize("way", ["drag", "keys", "menu"])
def test_scenes_are_moved(opened: Opened, case: Path, ann: str, way: str) -> None:
    window = opened(case).window
    click_row(window, 0)
    if way == "drag":
        drag_row(window, 0, 3)
    for _ in range(2):
        if way == "keys":
            key(window, Qt.Key.Key_Down, ALT)
        elif way == "menu":
            from_menu(window, listed(window).index("Presentation"), "Move Later")
    assert listed(window) == ["What next?", "After zephyr", "Presentation"]
    assert chosen(window) == "Presentation"
    click_row(window, 0)
    press(window, "Ctrl+Z")
    assert listed(window) != ["What next?", "After zephyr", "Presentation"]
    if way != "drag":  # the first move has copied the deck; the second one moved a scene of it
        assert chosen(window) == "Presentation"
        press(window, "Ctrl+Z")
    assert listed(window) == ["Presentation", "What next?", "After zephyr"]
    drag_row(window, 2, 1)
    assert listed(window) == ["Presentation", "After zephyr", "What next?"]
    assert chosen(window) == "After zephyr"
    assert undo_text(window) == "Undo: Move scene"
    key(window, Qt.Key.Key_Up, ALT)
    assert listed(window) == ["After zephyr", "Presentation", "What next?"]
    key(window, Qt.Key.Key_Up, ALT)  # it is the first
    assert listed(window)[0] == "After zephyr"


def test_escape_leaves_a_dragged_scene_where_it_was(opened: Opened, case: Path, ann: str) -> None:
    window = opened(case).window
    drag_row(window, 0, 2, drops=False)
    QTest.keyClick(window.panels.scenes.list, Qt.Key.Key_Escape)
    view = window.panels.scenes.list.viewport()
    QTest.mouseRelease(view, LEFT, NONE, view.rect().center())
    settle()
    assert listed(window) == ["Presentation", "What next?", "After zephyr"]
    assert window.session.annotating.stack.count() == 0


def test_a_scene_is_updated_duplicated_and_deleted_and_each_can_be_undone(
    opened: Opened, case: Path, ann: str
) -> None:
    window = opened(case).window
    panel = window.panels.scenes
    click_row(window, 1)
    window.verbs.put_cursor(30)
    press(window, "Ctrl+H")
    press(window, "Ctrl+Alt+U")
    assert panel.scene is not None
    assert (panel.scene.horizon, panel.scene.cursor, panel.scene.planned_s) == (30, 30.5, 90)
    assert said(window, 1) == "2: What next?; up to day 30; 1:30"
    assert undo_text(window) == "Undo: Update scene"
    press(window, "Ctrl+Z")
    assert said(window, 1) == "2: What next?; up to day 11; 1:30"
    press(window, "Ctrl+Shift+H")
    click_row(window, 1)
    press(window, "Ctrl+Alt+D")
    assert listed(window) == ["Presentation", "What next?", "What next?", "After zephyr"]
    assert panel.list.currentIndex().row() == 2
    assert undo_text(window) == "Undo: Duplicate scene"
    key(window, Qt.Key.Key_Delete)
    assert listed(window) == ["Presentation", "What next?", "After zephyr"]
    assert undo_text(window) == "Undo: Delete scene"
    press(window, "Ctrl+Z")
    assert len(listed(window)) == 4
    assert chosen(window) == "What next?"
    assert panel.list.currentIndex().row() == 2
    press(window, "Ctrl+Z")
    assert listed(window) == ["Presentation", "What next?", "After zephyr"]


def test_what_belongs_to_a_scene_is_typed_below(
    qtbot: QtBot, opened: Opened, case: Path, ann: str
) -> None:
    program = opened(case)
    window = program.window
    fields, stack = window.panels.scenes.fields, window.session.annotating.stack
    click_row(window, 1)
    assert fields.notes.toPlainText() == "Ask them."
    fields.notes.setFocus()
    QTest.keyClick(fields.notes, Qt.Key.Key_End, CTRL)
    QTest.keyClick(fields.notes, Qt.Key.Key_Return)
    QTest.keyClicks(fields.notes, "Then <b>wait</b>.")
    QTest.keyClick(fields.notes, Qt.Key.Key_Return, CTRL)
    settle()
    assert stack.count() == 1
    assert focused() is fields.notes
    assert undo_text(window) == "Undo: Change speaker notes"
    QTest.keyClicks(fields.notes, "no")
    QTest.keyClick(fields.notes, Qt.Key.Key_Escape)
    assert fields.notes.toPlainText() == "Ask them.\nThen <b>wait</b>."
    assert stack.count() == 1
    fields.planned.setFocus()
    fields.planned.selectAll()
    QTest.keyClicks(fields.planned, "soon")
    click_row(window, 1)
    assert fields.planned.text() == "1:30"
    assert "soon" in fields.fault.text()
    fields.planned.setFocus()
    fields.planned.selectAll()
    fields.planned.insert("２：０５")  # full width, as an input method gives it
    QTest.keyClick(fields.planned, Qt.Key.Key_Return)
    assert not fields.fault.isVisible()
    assert said(window, 1) == "2: What next?; up to day 11; 2:05"
    QTest.mouseClick(fields.shows_annotations, LEFT, NONE, fields.shows_annotations.rect().center())
    settle()
    assert undo_text(window) == "Undo: Show or hide reviewers' notes"
    assert stack.count() == 3
    fields.notes.setFocus()
    QTest.keyClicks(fields.notes, "typed and left by a click: ")
    click_row(window, 0)
    assert fields.notes.toPlainText() == ""
    saved(qtbot, window)
    program.close()
    again = opened(case).window
    click_row(again, 1)
    scene = again.panels.scenes.scene
    assert scene is not None
    assert scene.notes is not None
    assert "typed and left by a click: " in scene.notes.pick("en")
    assert (scene.planned_s, scene.annotations) == (125, True)


def test_notes_that_are_typed_when_the_window_closes_are_kept(
    qtbot: QtBot, opened: Opened, case: Path, ann: str
) -> None:
    window = opened(case).window
    click_row(window, 0)
    fields = window.panels.scenes.fields
    fields.notes.setFocus()
    QTest.keyClicks(fields.notes, "last words")
    for _ in range(2):  # the first shows the scene that is chosen
        QTest.keySequence(fields.notes, "Ctrl+PgDown")
        settle()
    assert fields.notes.toPlainText() == "Ask them."
    fields.notes.setFocus()
    QTest.keyClicks(fields.notes, "very last ")
    assert window.scenes.decks.deck.scenes[0].notes is not None
    window.close()
    saved(qtbot, window)
    window.close()
    again = opened(case).window
    notes = [scene.notes for scene in again.scenes.decks.deck.scenes]
    assert notes[0] is not None
    assert notes[1] is not None
    assert notes[0].pick("en") == "last words"
    assert "very last" in notes[1].pick("en")


# -- decks ----------------------------------------------------------------------------------------


def test_a_colleague_s_deck_is_chosen_and_copied_with_the_first_change(
    qtbot: QtBot, opened: Opened, case: Path, home: Path
) -> None:
    IdentityFile().save("Bob <i>B</i>")
    program = opened(case)
    click_row(program.window, 2)
    key(program.window, Qt.Key.Key_Delete)
    saved(qtbot, program.window)
    program.close()
    hand_over("Ann")
    window = opened(case).window
    owner = window.panels.scenes.owner
    assert [owner.itemText(at) for at in range(owner.count())] == ["Of the case", "Bob <i>B</i>'s"]
    assert owner.currentText() == "Of the case"
    owner.setFocus()
    QTest.keyClick(owner, Qt.Key.Key_Down)
    settle()
    assert listed(window) == ["Presentation", "What next?"]
    click_row(window, 1)
    press(window, "Ctrl+Alt+D")
    assert owner.currentText() == "Ann's"
    assert listed(window) == ["Presentation", "What next?", "What next?"]
    press(window, "Ctrl+Z")
    assert owner.count() == 2
    saved(qtbot, window)


def test_a_deck_is_made_from_a_template(opened: Opened, tmp_path: Path, ann: str) -> None:
    window = opened(case_with(tmp_path / "empty", [])).window
    click_link(window.panels.scenes, "Make a deck from a template")
    count = len(listed(window))
    assert count > 0
    assert window.panels.scenes.list.currentIndex().row() == 0
    assert undo_text(window) == "Undo: Make deck from template"
    press(window, "Ctrl+Shift+K")
    assert len(listed(window)) == 2 * count
    press(window, "Ctrl+Z")
    press(window, "Ctrl+Z")
    assert listed(window) == []


# -- showing --------------------------------------------------------------------------------------


def test_scenes_are_shown_in_the_window_with_their_panel_in_front(
    opened: Opened, case: Path
) -> None:
    window = opened(case).window
    press(window, "Ctrl+PgDown")
    assert window.session.state.horizon == 0
    assert window.scenes.front.name == "imaging"
    press(window, "Ctrl+PgDown")
    assert window.session.state.horizon == 11
    assert chosen(window) == "What next?"
    press(window, "Ctrl+PgDown")
    press(window, "Ctrl+PgDown")  # it is the last
    assert window.session.state.horizon is None
    assert chosen(window) == "After zephyr"
    press(window, "Ctrl+PgUp")
    assert window.session.state.horizon == 11
    press(window, "Ctrl+Shift+H")
    window.scenes.show_panel()
    double_click(window, 0, on_picture=True)
    assert window.session.state.horizon == 0
    press(window, "Ctrl+Shift+H")
    window.scenes.show_panel()
    settle()
    click_row(window, 1)
    key(window, Qt.Key.Key_Return)
    assert window.session.state.horizon == 11


def test_what_a_scene_names_and_the_case_lacks_is_said(
    opened: Opened, tmp_path: Path, ann: str
) -> None:
    window = opened(case_with(tmp_path / "gone", DECK)).window
    gone = Scene(id="x", title=Text("Old"), select="was-here", hidden=("a-lane",), horizon=3)
    window.scenes.decks.add_all("Make deck", [gone])
    assert said(window, 3).endswith("names what the case does not have: was-here, a-lane")
    window.verbs.put_cursor(3)
    press(window, "Ctrl+H")
    assert "was-here" not in everything_said(window.panels.scenes)
    assert listed(window) == ["Presentation", "Old"]


def everything_said(panel: QWidget) -> str:
    """Give every word that a panel holds, seen or not, for eyes and for screen readers."""
    texts = [read(panel, with_tooltips=True)]
    for one in (panel, *panel.findChildren(QWidget)):
        texts += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        if isinstance(one, QPlainTextEdit):
            texts.append(one.toPlainText())
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            model = one.model()
            indexes = [model.index(row, 0) for row in range(model.rowCount())]
            texts += [str(index.data(role)) for index in indexes for role in ROLES]
    return "\n".join(texts)


def test_a_horizon_hides_later_scenes_and_all_their_words(opened: Opened, case: Path) -> None:
    window = opened(case).window
    click_row(window, 2)
    assert "canary" in everything_said(window.panels.scenes)
    window.verbs.put_cursor(5)
    press(window, "Ctrl+H")
    told = everything_said(window)
    assert listed(window) == ["Presentation"]
    for words in ("zephyr", "canary", "What next", "Ask them", "three"):
        assert words not in told
    assert "Scenes of later days are not listed" in read(window.panels.scenes)
    press(window, "Ctrl+Shift+H")
    assert listed(window) == [str(scene["title"]) for scene in DECK]
    assert "are not listed" not in read(window.panels.scenes)


def test_a_scene_dropped_last_under_a_horizon_stays_before_the_hidden_ones(
    opened: Opened, case: Path, ann: str
) -> None:
    window = opened(case).window
    window.verbs.put_cursor(11)
    press(window, "Ctrl+H")
    drag_row(window, 0, 2)
    assert listed(window) == ["What next?", "Presentation"]
    press(window, "Ctrl+Shift+H")
    assert listed(window) == ["What next?", "Presentation", "After zephyr"]


# -- highlights and playing -----------------------------------------------------------------------


def test_the_selection_is_highlighted_and_a_scene_keeps_it(
    opened: Opened, case: Path, ann: str
) -> None:
    window = opened(case).window
    press(window, "I")
    assert "Select an event" in read(window.notice)
    thing = seen(window, r"TAE.*right")
    click(window, thing)
    press(window, "I")
    window.session.select(None)
    settle()
    assert thing.mark is not None
    image = window.chart.timeline.viewport().grab().toImage()
    top = window.chart.timeline.verticalScrollBar().value()
    beside = thing.rects[0].topLeft()
    wash = image.pixelColor(round(beside.x()) - 1, round(beside.y() - top) + 1)
    assert wash == window.look.theme.select
    press(window, "Ctrl+Shift+N")
    type_title("")
    press(window, "Shift+I")
    assert window.session.state.highlights == frozenset()
    key(window, Qt.Key.Key_Return)
    assert window.session.state.highlights == {thing.id}


def washed(view: QWidget, colour: QColor) -> int:
    """Count the pixels of a view in the highlighter's colour."""
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32)
    return int(np.count_nonzero(pixels & 0xFFFFFF == colour.rgb() & 0xFFFFFF))


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("symptoms-before-admission", "timeline"),  # a bar that holds its words
        ("chemotherapy", "timeline"),
        ("no-hypoglycaemia", "plots"),
        ("insulin", "plots"),
    ],
)
def test_every_kind_of_part_is_washed_without_an_outline(
    opened: Opened, case: Path, id_: str, name: str
) -> None:
    window = opened(case).window
    view, theme = getattr(window.chart, name), window.look.theme
    assert part(window.session.case, id_) is not None
    assert washed(view, theme.select) == 0
    lines = washed(view, theme.select_line)
    window.session.apply(partial(view_state.highlight, id_=id_))
    settle()
    assert washed(view, theme.select) > 50
    assert washed(view, theme.select_line) <= lines + 20  # a wash has no frame, and hides nothing
    window.session.apply(view_state.clear_highlights)
    settle()
    assert washed(view, theme.select) == 0


def test_the_course_plays_day_by_day_and_stops(qtbot: QtBot, opened: Opened, case: Path) -> None:
    window = opened(case).window
    window.verbs.put_cursor(3)
    bar, playing = window.scenes.bar, window.scenes.playing
    playing.set_speed(0.1)
    press(window, "R")
    assert bar.isVisible()
    assert "Day 3" in read(bar)
    assert window.actions_by_name["play"].isChecked()
    bar.speed.setFocus()
    QTest.keyClick(bar.speed, Qt.Key.Key_End)
    assert playing.speed == 8
    qtbot.waitUntil(lambda: (window.session.state.horizon or 0) >= 5, timeout=10_000)
    QTest.mouseClick(bar.stop, LEFT, NONE, bar.stop.rect().center())
    assert not bar.isVisible()
    assert not window.actions_by_name["play"].isChecked()
    day = window.session.state.horizon
    assert day is not None
    press(window, "R")
    assert playing.is_playing
    press(window, "R")
    assert not playing.is_playing
    assert (window.session.state.horizon or 0) >= day


# -- very many ------------------------------------------------------------------------------------


def test_three_hundred_scenes_are_listed_without_holding_the_window(
    opened: Opened, tmp_path: Path, ann: str
) -> None:
    many = [{"id": f"s{n}", "title": f"Scene {n}", "horizon": n % 160} for n in range(300)]
    few, lots = (
        opened(case_with(tmp_path / name, deck)).window
        for name, deck in (("few", []), ("lots", many))
    )

    def seconds(window: Window, act: Callable[[Window], object]) -> float:
        activate(window)
        begun = time.perf_counter()
        act(window)
        QApplication.processEvents()
        return time.perf_counter() - begun

    steps: list[Callable[[Window], object]] = [
        lambda window: window.session.hide_after(100),
        lambda window: window.session.hide_after(None),
        lambda window: window.session.select("tae-right"),
        lambda window: window.session.select(None),
        lambda window: window.panels.scenes.show_state(),
        lambda window: window.scenes.decks.choose("case"),
    ]
    for step in steps:
        least = [min(seconds(window, step) for _ in range(3)) for window in (few, lots)]
        assert least[1] - least[0] < 0.05
    lots.panels.scenes.choose("s299")
    lots.panels.scenes.list.scrollToBottom()
    settle()
    made = lots.panels.scenes.rows._made
    assert 0 < len(made) < 40  # only of what was in sight
    assert len(listed(lots)) == 300
