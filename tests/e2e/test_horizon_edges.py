"""Hide after this day: setting and lifting it, its ends, and what must not outlive it."""

import copy
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QSpinBox, QToolTip
from pytestqt.qtbot import QtBot

from tests.e2e.everything import (
    action_line,
    difference_box,
    differences,
    everything,
    menus,
    picture,
)
from tests.e2e.later import changed_after
from tests.e2e.screen import click, read, seen, settle
from tests.e2e.twins import hide_after, open_in, opened, shipped, twins, written
from viewer.app import main
from viewer.model.part import words_of
from viewer.paths import first_case
from viewer.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_what_was_hidden_and_is_shown_again_looks_and_reads_as_before(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened(qtbot, first_case(), tmp_path) as program:
        window = program.window
        window.verbs.put_cursor(11)
        settle()
        before, said_before = picture(window), everything(window)
        hide_after(window, 11)
        assert difference_box(before, picture(window)) is not None
        window.actions_by_name["show_all"].trigger()
        settle()
        assert differences(said_before, everything(window)) == {}
        assert difference_box(before, picture(window)) is None


def test_cursor_and_selection_beyond_the_horizon_are_let_go(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, first_case(), tmp_path) as program:
        window = program.window
        click(window, seen(window, r"TAE.*left"))
        assert window.session.state.selection is not None
        window.session.hide_after(11)
        settle()
        assert window.session.state.selection is None
        assert 11 <= window.session.state.cursor < 12
        assert "left hepatic" not in read(window, with_tooltips=True)
        window.session.select("tae-left")
        window.verbs.put_cursor(40)
        assert window.session.state.selection is None
        assert window.session.state.cursor < 12


def test_the_keys_for_it_hide_and_show(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, first_case(), tmp_path) as program:
        window = program.window
        window.verbs.put_cursor(22)
        QTest.keyClick(window, Qt.Key.Key_H, CONTROL)
        assert window.session.state.horizon == 22
        QTest.keyClick(window, Qt.Key.Key_H, CONTROL | Qt.KeyboardModifier.ShiftModifier)
        assert window.session.state.horizon is None


@pytest.mark.parametrize("horizon", [-62, 0])
def test_before_and_at_the_beginning_no_event_of_a_later_day_is_told(
    qtbot: QtBot, tmp_path: Path, horizon: int
) -> None:
    with opened(qtbot, first_case(), tmp_path) as program:
        window = program.window
        hide_after(window, horizon)
        assert all(e.known_from is None or e.known_from <= 0 for e in window.session.case.events)
        said = "\n".join(line for lines in everything(window).values() for line in lines)
        for word in ("TAE", "insulinoma", "octreotide", "metastas", "day 157"):
            assert word.casefold() not in said.casefold(), word
        assert (len(window.session.case.events) == 0) == (horizon < 0)


def test_on_the_last_day_all_is_told_and_still_looks_as_if_more_might_come(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with twins(qtbot, tmp_path, 157) as both:
        window = both.windows[0]
        both.lead(lambda window: hide_after(window, 157))
        assert both.found("the last day") == {}
        told, whole = window.session.case, window.session.opened.case
        for name in ("events", "series", "statements", "studies", "reports", "discrepancies"):
            assert len(getattr(told, name)) == len(getattr(whole, name)), name
        assert window.header.show_button.isVisibleTo(window)
        assert not window.header.hide_button.isVisibleTo(window)


def test_a_picture_drawn_from_the_command_line_shows_nothing_later(
    qapp: QApplication, tmp_path: Path
) -> None:
    changed = written(changed_after(shipped(), 11), tmp_path / "zephyr")
    pictures = []
    for name, case in (("one", first_case()), ("other", changed)):
        out = tmp_path / f"{name}.png"
        drawn = ["--screenshot", str(out), str(case), "--horizon", "11", "--day", "5"]
        assert main([*drawn, "--theme", "light", "--language", "en"]) == 0
        pictures.append(QImage(str(out)))
    assert not pictures[0].isNull()
    assert difference_box(*pictures) is None


def test_a_fault_in_a_later_event_is_not_told(qtbot: QtBot, tmp_path: Path) -> None:
    raw = copy.deepcopy(shipped())
    raw["events"][-1]["when"] = {"day": "zephyr"}
    with (
        opened(qtbot, written(raw, tmp_path / "kazoo"), tmp_path) as program,
    ):
        window = program.window
        assert window.notice.isVisible()
        assert window.panels.problems.heading
        hide_after(window, 61)
        assert not window.notice.isVisible()
        assert window.panels.problems.heading == ""
        assert "zephyr" not in "\n".join(everything(window)["texts"])
        window.actions_by_name["show_all"].trigger()
        assert window.panels.problems.heading


def test_the_days_that_can_be_gone_to_end_with_the_horizon(qtbot: QtBot, tmp_path: Path) -> None:
    limits = []

    def look_and_leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        box = dialog.findChild(QSpinBox)
        limits.append((box.minimum(), box.maximum()))
        dialog.reject()

    with twins(qtbot, tmp_path, 22) as both:
        both.lead(lambda window: hide_after(window, 22))
        for window in both.windows:
            QTimer.singleShot(0, look_and_leave)
            window.actions_by_name["go_to_day"].trigger()
    assert limits[0] == limits[1]
    assert limits[0][1] == 22


def test_names_of_cases_opened_before_are_not_offered(qtbot: QtBot, tmp_path: Path) -> None:
    case = written(shipped(), tmp_path / "fatal-zephyr")
    with opened(qtbot, case, tmp_path) as program:
        window = program.window
        window.menus.recent.aboutToShow.emit()
        assert "fatal-zephyr" in "".join(a.text() for a in window.menus.recent.actions())
        hide_after(window, 11)
        window.menus.recent.aboutToShow.emit()
        assert not window.menus.recent.isEnabled()
        assert window.menus.recent.actions() == []
        assert "zephyr" not in "\n".join(everything(window)["texts"])


def test_a_tooltip_on_the_screen_goes_when_its_day_is_hidden(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, first_case(), tmp_path) as program:
        window = program.window
        window.verbs.put_cursor(11)
        death = next(p for p in window.chart.timeline.placed if p.id == "death")
        QToolTip.showText(QPoint(300, 300), window.chart.timeline.tooltip_of(death), window)
        assert QToolTip.isVisible()
        window.actions_by_name["hide_after"].trigger()
        qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_another_case_opened_under_a_horizon_starts_unhidden_and_keeps_nothing_of_the_first(
    qtbot: QtBot, tmp_path: Path
) -> None:
    raw = {
        "format": "dayline-case/1",
        "id": "plain",
        "title": {"en": "Plain"},
        "subject": {},
        "day_zero": {"text": {"en": "The first day"}},
    }
    plain = written(raw, tmp_path / "plain")
    with (
        opened(qtbot, first_case(), tmp_path / "a") as one,
        opened(qtbot, plain, tmp_path / "b") as other,
    ):
        hide_after(one.window, 11)
        one.window.session.select("diazoxide")
        open_in(qtbot, one.window, plain)
        assert one.window.session.state == other.window.session.state
        assert one.window.session.state.horizon is None
        assert one.window.windowTitle() == other.window.windowTitle()
        said = "\n".join(line for lines in everything(one.window).values() for line in lines)
        for title in shipped_titles():
            assert title not in said


def shipped_titles() -> list[str]:
    raw = shipped()
    titles = [event["title"] for event in raw["events"]]
    return [title["en"] for title in titles if isinstance(title, dict)]


def test_another_language_keeps_what_is_hidden(qtbot: QtBot, tmp_path: Path) -> None:
    with twins(qtbot, tmp_path, 11) as both:
        both.lead(lambda window: hide_after(window, 11))
        both.lead(lambda window: window.language_wanted.emit("ja"))
        for window in both.windows:
            assert window.session.state.horizon == 11
            title = words_of(window.session.case.title).pick("ja")
            assert window.windowTitle().startswith(title)
        assert both.found("Japanese") == {}


def test_the_lanes_that_can_be_switched_are_those_that_are_told(
    qtbot: QtBot, tmp_path: Path
) -> None:
    def listed(window: Window) -> list[str]:
        window.menus.lanes.aboutToShow.emit()
        return [action_line(action) for action in window.menus.lanes.actions()]

    with twins(qtbot, tmp_path, 11) as both:
        whole, _ = both.lead(listed)
        both.lead(lambda window: hide_after(window, 11))
        one, other = both.lead(listed)
        assert one == other
        assert 0 < len(one) < len(whole)


def test_the_menu_does_not_name_the_diagnosis_of_the_case_that_is_shipped(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened(qtbot, first_case(), tmp_path) as program:
        window = program.window
        assert any("nsulinoma" in line for line in menus(window))
        hide_after(window, 0)
        assert not any("nsulinoma" in line for line in menus(window))
