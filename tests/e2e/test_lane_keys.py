"""Lanes by keys and menus of the real window, and what they may tell under a horizon."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.e2e.screen import seen, settle
from tests.e2e.twins import hide_after, opened, shipped, twins, written
from viewer.paths import first_case
from viewer.ui.window import Window

NO_KEY = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(window: Window, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.keyClick(window.chart.timeline, key, keys)
    settle()


def rows(window: Window) -> list[str]:
    return [box.lane.id for box in window.chart.timeline.layout_now().lanes]


def nested(folder: Path) -> Path:
    """Write the shipped case with drugs and nutrition in one group."""
    raw = shipped()
    raw["lanes"].insert(0, {"id": "treatment", "title": "Treatment", "kind": "drug"})
    for lane in raw["lanes"]:
        if lane["id"] in ("drugs", "nutrition"):
            lane["group"] = "treatment"
    for source in raw["sources"]:
        source.pop("file", None)
    return written(raw, folder / "nested")


def test_keys_collapse_and_expand_the_lane_of_the_selection_then_its_group(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened(qtbot, nested(tmp_path), tmp_path) as program:
        window = program.window
        state = window.session
        press(window, Qt.Key.Key_BracketLeft)
        assert state.state.collapsed == frozenset()  # nothing is selected
        state.select("octreotide")
        press(window, Qt.Key.Key_BracketLeft)
        assert state.state.collapsed == {"drugs"}
        press(window, Qt.Key.Key_BracketLeft)
        assert state.state.collapsed == {"drugs", "treatment"}
        assert rows(window)[0] == "treatment"
        assert "drugs" not in rows(window)
        press(window, Qt.Key.Key_BracketLeft)
        press(window, Qt.Key.Key_BracketRight)
        assert state.state.collapsed == {"drugs"}
        press(window, Qt.Key.Key_BracketRight)
        assert state.state.collapsed == frozenset()
        press(window, Qt.Key.Key_BracketLeft, CONTROL)
        assert all(b.is_collapsed for b in window.chart.timeline.layout_now().lanes)
        press(window, Qt.Key.Key_BracketRight, CONTROL)
        assert state.state.collapsed == frozenset()


def test_keys_move_and_hide_the_lane_of_the_selection(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, first_case(), tmp_path) as program:
        window = program.window
        before = rows(window)
        press(window, Qt.Key.Key_Down, CONTROL)
        press(window, Qt.Key.Key_H)
        assert rows(window) == before  # nothing is selected
        window.session.select("tae-left")
        press(window, Qt.Key.Key_Up, CONTROL)
        assert rows(window).index("procedures") == before.index("procedures") - 1
        press(window, Qt.Key.Key_Down, CONTROL)
        press(window, Qt.Key.Key_Down, CONTROL)
        assert rows(window).index("procedures") == before.index("procedures") + 1
        press(window, Qt.Key.Key_Up, CONTROL | SHIFT)
        assert rows(window) == before
        press(window, Qt.Key.Key_H)
        assert "procedures" not in rows(window)
        press(window, Qt.Key.Key_H, SHIFT)
        assert rows(window) == before


def test_of_a_hundred_events_on_one_day_one_is_chosen_from_the_list_by_keys(
    qtbot: QtBot, tmp_path: Path
) -> None:
    raw = shipped()
    raw["events"] += [
        {
            "id": f"dose-{n}",
            "lane": "drugs",
            "title": f"Rescue dose {n}",
            "when": {"day": 30},
            "evidence": {"kind": "synthetic"},
        }
        for n in range(100)
    ]
    for source in raw["sources"]:
        source.pop("file", None)
    with opened(qtbot, written(raw, tmp_path / "crowd"), tmp_path) as program:
        window = program.window
        timeline = window.chart.timeline
        (crowd,) = [one for one in timeline.placed if one.letters.startswith("×")]
        assert crowd.mark is not None
        place = crowd.mark.center() - QPointF(0, timeline.verticalScrollBar().value())
        QTest.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())
        settle()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        names = [action.text() for action in menu.actions()]
        assert any("Rescue dose 0" in name for name in names)
        assert "more" in names[-1], "what the list leaves out is counted"
        for _ in range(4):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        chosen = menu.activeAction().text()
        QTest.keyClick(menu, Qt.Key.Key_Return)
        settle()
        selected = window.session.state.selection
        assert selected is not None
        assert selected.removeprefix("dose-") in chosen
        assert seen(window, rf"Rescue dose {selected.removeprefix('dose-')}\b")
        # The arrows go through all of them, too.
        visited = set()
        press(window, Qt.Key.Key_Home)
        for _ in range(140):
            visited.add(window.session.state.selection)
            press(window, Qt.Key.Key_Right)
        assert {f"dose-{n}" for n in range(100)} <= visited


@pytest.mark.parametrize("horizon", [11, 22])
def test_collapsed_and_moved_lanes_tell_nothing_later(
    qtbot: QtBot, tmp_path: Path, horizon: int
) -> None:
    with twins(qtbot, tmp_path, horizon) as both:
        both.lead(lambda window: hide_after(window, horizon))

        def arrange(window: Window) -> None:
            window.actions_by_name["collapse_lanes"].trigger()
            window.session.select("transfer")
            press(window, Qt.Key.Key_Down, CONTROL)

        both.lead(arrange)
        assert both.found(f"collapsed-{horizon}") == {}
