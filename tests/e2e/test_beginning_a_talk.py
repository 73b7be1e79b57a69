"""A talk begins where it was asked to, with the person's own deck, and keeps to its patient."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.e2e.annotating_hand import saved
from tests.e2e.programs import Opened, close_all, show_opened
from tests.e2e.scenes_hand import case_with
from tests.e2e.screen import read, settle
from viewer.app import present_parser
from viewer.io.case_store import open_case
from viewer.model.part import Text
from viewer.model.scene import Scene
from viewer.session.settings import Settings
from viewer.ui.present.presenting import Presenting
from viewer.ui.present.verbs import GLIDES, PASSES_OVER
from viewer.ui.program import Program
from viewer.ui.window import Window

Key = Qt.Key
NONE, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
BROKEN = [Scene(id=f"b{n}", title=Text(f"Broken {n}"), select="gone") for n in range(3)]
WHOLE = [Scene(id=f"w{n}", title=Text(f"Whole {n}")) for n in range(3)]


def begun(window: Window, modifier: Qt.KeyboardModifier = CONTROL) -> Presenting:
    QTest.keyClick(window, Key.Key_F5, modifier)
    settle()
    show = window.present.presenting
    assert show is not None
    return show


def presented(case: Path, settings: Path, *arguments: str) -> Program:
    options = present_parser().parse_args([str(case), "--windowed", *arguments])
    return Program(Settings(settings), options)


def shown(qtbot: QtBot, program: Program) -> Presenting:
    show_opened(qtbot, program)
    qtbot.waitUntil(lambda: program.window.present.presenting is not None, timeout=20_000)
    show = program.window.present.presenting
    assert show is not None
    return show


def test_from_the_command_line_the_person_s_own_deck_is_presented(
    qtbot: QtBot, opened: Opened, case: Path, tmp_path: Path, ann: str
) -> None:
    """It is read a little later than the case, which has a deck as well."""
    window = opened().window
    window.scenes.decks.add_all("Add", [Scene(id="s", title=Text("Mine alone"))])
    saved(qtbot, window)
    count = len(window.scenes.decks.deck.scenes)
    window.close()

    program = presented(case, tmp_path / "other.ini", "--scene", str(count))
    assert shown(qtbot, program).stage.stage.title.text() == "Mine alone"
    close_all([program])


def test_a_number_beyond_the_last_scene_is_told(qtbot: QtBot, case: Path, tmp_path: Path) -> None:
    program = presented(case, tmp_path / "settings.ini", "--scene", "99")
    show = shown(qtbot, program)
    assert show.talk.next_scene is None
    assert "12 scenes" in read(program.window.notice)
    close_all([program])


@pytest.mark.parametrize("number", ["0", "-3", "two"])
def test_a_number_below_the_first_is_refused(
    number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        present_parser().parse_args(["case", f"--scene={number}"])
    assert f"'{number}' is not a number from 1 on" in capsys.readouterr().err


def test_from_the_chosen_scene_though_broken_ones_before_it_are_left_out(
    open_on: Opened, tmp_path: Path, ann: str
) -> None:
    window = open_on(case_with(tmp_path / "mixed", [])).window
    window.settings.set_text(PASSES_OVER, "yes")
    window.scenes.decks.add_all("Add", [*BROKEN, *WHOLE])
    window.scenes.show_panel()
    window.panels.scenes.list.choose(window.scenes.decks.deck.scenes[4].id)
    settle()
    show = begun(window, SHIFT)
    assert show.stage.stage.title.text() == "Whole 1"
    assert len(show.talk.scenes) == 3


def test_a_deck_of_broken_scenes_alone_is_told_when_they_are_left_out(
    open_on: Opened, tmp_path: Path, ann: str
) -> None:
    window = open_on(case_with(tmp_path / "broken", [])).window
    window.settings.set_text(PASSES_OVER, "yes")
    window.scenes.decks.add_all("Add", BROKEN)
    QTest.keyClick(window, Key.Key_F5)
    assert window.present.presenting is None
    assert "no longer in the case" in read(window.notice)


def test_another_patient_s_case_ends_the_talk(opened: Opened, case: Path, tmp_path: Path) -> None:
    """The room would see the notes on another person."""
    window = opened().window
    window.settings.set_text(GLIDES, "no")
    begun(window)
    other = Path(shutil.copytree(case, tmp_path / "other"))
    window.show_case(open_case(other))
    settle()
    assert window.present.presenting is None


def test_the_same_case_opened_anew_does_not(opened: Opened, case: Path) -> None:
    window = opened().window
    begun(window)
    window.show_case(open_case(case))
    settle()
    assert window.present.presenting is not None


def test_tab_leaves_the_keys_to_the_clicker(opened: Opened) -> None:
    window = opened().window
    window.settings.set_text(GLIDES, "no")
    show = begun(window)
    for panel in ("details", "imaging", "values"):
        show.talk.show_one(Scene(id=panel, title=Text(panel), panel=panel))
        settle()
        show.stage.activateWindow()
        for _ in range(3):
            QTest.keyClick(show.stage, Key.Key_Tab)
        assert QApplication.focusWidget() in (show.stage.stage, show.stage, None), panel


def test_lanes_that_find_no_room_are_named(open_on: Opened, tmp_path: Path) -> None:
    case = case_with(tmp_path / "many", [])
    raw = json.loads((case / "case.json").read_text("utf-8"))
    lanes = [{"id": f"l{n}", "title": f"Lane {n}", "kind": "drug"} for n in range(40)]
    raw["lanes"] += lanes
    raw["events"] += [
        {
            "id": f"e{n}",
            "lane": f"l{n}",
            "title": f"Event {n}",
            "when": {"day": n},
            "evidence": {"kind": "reported"},
        }
        for n in range(40)
    ]
    raw["deck"] = [{"id": "all", "title": "All of it"}]
    (case / "case.json").write_text(json.dumps(raw), "utf-8")
    show = begun(open_on(case).window)
    stage = show.stage.stage
    timeline = stage.chart.timeline
    assert timeline.sizeHint().height() <= stage.chart.splitter.height() / 0.87
    assert timeline.verticalScrollBar().maximum() == 0
    words = read(stage)
    assert "No room for: " in words
    assert "and " in words
    assert "more" in stage.facts.text()
