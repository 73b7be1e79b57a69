"""The window as a person uses it: opening, refusing, remembering, hiding, choosing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from viewer.app import window_parser
from viewer.paths import first_case
from viewer.session.settings import Settings
from viewer.ui.program import Program
from viewer.ui.start import application

Start = Callable[..., Program]


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return application()


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    programs: list[Program] = []

    def begin(*words: str, settings: Path | None = None) -> Program:
        options = window_parser().parse_args(words)
        program = Program(Settings(settings or tmp_path / "settings.ini"), options)
        programs.append(program)
        program.show()
        if options.case is not None:
            qtbot.waitUntil(lambda: program.window.session.opened is not None)
        return program

    yield begin
    for program in programs:
        program.close()


def _copy(folder: Path) -> Path:
    shutil.copytree(first_case(), folder)
    return folder


def _shown(widget: QWidget) -> str:
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def _texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_without_a_case_the_window_offers_the_shipped_one(start: Start, qtbot: QtBot) -> None:
    window = start().window
    assert "No case is open" in _texts(window.start_page)
    window.start_page.case_wanted.emit(first_case())
    qtbot.waitUntil(lambda: "insulinoma" in window.windowTitle())
    assert window.chart.isVisible()


def test_without_a_case_and_from_the_menu_the_synthetic_course_is_offered(
    start: Start, qtbot: QtBot
) -> None:
    window = start().window
    buttons = window.start_page.findChildren(QPushButton)
    names = [button.text() for button in buttons]
    assert names[-2:] == ["The insulinoma case", "The synthetic course"]
    buttons[-1].click()
    qtbot.waitUntil(lambda: "Synthetic course" in window.windowTitle())
    window.actions_by_name["open_first"].trigger()
    qtbot.waitUntil(lambda: "Malignant insulinoma" in window.windowTitle())
    window.actions_by_name["open_synthetic"].trigger()
    qtbot.waitUntil(lambda: "Synthetic course" in window.windowTitle())
    assert window.session.opened is not None
    assert window.session.opened.problems == ()


def test_the_identity_strip_names_patient_day_zero_and_end(start: Start) -> None:
    window = start(str(first_case())).window
    facts = window.header.identity.facts.text()
    for words in ("Woman, 45 years", "Day 0 is taken as the transfer", "death, day 157"):
        assert words in facts


def test_synthetic_data_says_so(start: Start, tmp_path: Path) -> None:
    folder = _copy(tmp_path / "made-up")
    file = folder / "case.json"
    case = json.loads(file.read_text("utf-8"))
    case["subject"]["is_synthetic"] = True
    file.write_text(json.dumps(case), "utf-8")
    window = start(str(folder)).window
    assert "SYNTHETIC" in window.header.identity.facts.text()
    for name in ("details", "imaging", "pathology", "notes"):  # a panel may stand alone
        dock = window.docks[name]
        dock.show()
        dock.raise_()
        dock.setFloating(True)
        assert "SYNTHETIC" in _shown(dock), name
        dock.setFloating(False)


def test_panels_of_a_patient_do_not_say_synthetic(start: Start) -> None:
    window = start(str(first_case())).window
    assert "SYNTHETIC" not in _shown(window)


def test_a_case_that_cannot_be_opened_leaves_the_other_open(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    window = start(str(first_case())).window
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "case.json").write_text('{"format": \n nonsense}', "utf-8")
    window.opener.open(broken)
    qtbot.waitUntil(lambda: "line 2" in window.notice.words.text())
    assert window.notice.isVisible()
    assert "insulinoma" in window.windowTitle()
    assert window.session.opened is not None


def test_reading_that_takes_long_is_told_and_can_be_cancelled(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    window = start(str(first_case())).window
    # A case of which every entry is broken takes long: each is placed to its line.
    case = {"format": "dayline-case/1", "id": "slow", "title": "Slow", "subject": {}}
    case |= {"day_zero": {"text": "0"}, "events": [{"when": {"day": "x"}}] * 4_000}
    slow = tmp_path / "slow"
    slow.mkdir()
    (slow / "case.json").write_text(json.dumps(case, indent=1), "utf-8")
    window.opener.open(slow)
    qtbot.waitUntil(window.notice.isVisible, timeout=20_000)
    assert str(slow) in window.notice.words.text()
    window.notice.action.click()
    window.opener.findChild(QThreadPool).waitForDone()
    QApplication.processEvents()
    assert "insulinoma" in window.windowTitle()
    assert not window.notice.isVisible()


def test_a_fault_in_one_event_is_told_and_the_rest_opens(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = _copy(tmp_path / "faulty")
    file = folder / "case.json"
    case = json.loads(file.read_text("utf-8"))
    case["events"][3]["when"] = {"day": "three"}
    file.write_text(json.dumps(case, indent=1), "utf-8")
    before = file.read_bytes()
    window = start(str(folder)).window
    assert window.notice.isVisible()
    window.notice.action.click()
    assert not window.docks["problems"].visibleRegion().isEmpty()
    assert "events[3].when.day" in _texts(window.panels.problems)
    assert len(window.session.case.events) == len(case["events"]) - 1
    assert file.read_bytes() == before


def test_a_dropped_folder_opens(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    window = start().window
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(first_case()))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copying = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(50, 50), copying, mime, left, none)
    drop = QDropEvent(QPointF(50, 50), copying, mime, left, none)
    for event in (entering, drop):  # to the native window, as the system delivers them
        QApplication.sendEvent(window.windowHandle(), event)
    qtbot.waitUntil(lambda: window.session.opened is not None)
    assert drop.isAccepted()


def test_last_case_theme_and_panels_are_remembered(start: Start, qtbot: QtBot) -> None:
    first = start(str(first_case()))
    first.window.verbs.set_theme("dark")
    first.window.docks["pathology"].close()
    first.window.close()
    again = start()
    qtbot.waitUntil(lambda: again.window.session.opened is not None)
    assert again.window.look.name == "dark"
    assert again.window.docks["pathology"].isHidden()
    again.window.actions_by_name["reset_panels"].trigger()
    assert again.window.docks["pathology"].isVisible()


def test_recent_cases_are_listed_and_can_be_forgotten(start: Start) -> None:
    window = start(str(first_case())).window
    window.menus.recent.aboutToShow.emit()
    texts = [action.text() for action in window.menus.recent.actions()]
    assert str(first_case()) in texts
    window.menus.recent.actions()[-1].trigger()
    window.menus.recent.aboutToShow.emit()
    assert [a.text() for a in window.menus.recent.actions()] == ["No recent cases"]


def test_under_a_horizon_title_and_recent_cases_tell_nothing_later(start: Start) -> None:
    window = start(str(first_case())).window
    window.verbs.put_cursor(5)
    window.actions_by_name["hide_after"].trigger()
    assert window.session.state.horizon == 5
    assert "insulinoma" not in window.windowTitle().lower()
    assert not window.menus.recent.isEnabled()
    assert "death" not in window.header.identity.facts.text().lower()
    assert window.header.show_button.isVisible()
    window.actions_by_name["show_all"].trigger()
    assert "insulinoma" in window.windowTitle()
    assert window.session.state.horizon is None


def test_the_language_changes_in_place(start: Start, qtbot: QtBot) -> None:
    program = start(str(first_case()), "--language", "en")
    program.window.verbs.put_cursor(12)
    program.window.language_wanted.emit("ja")
    window = program.window
    assert "インスリノーマ" in window.windowTitle()
    assert window.session.state.cursor == 12.5
    assert "第12病日" in window.status.day.text()
    assert "45歳" in window.header.identity.facts.text()


def test_what_was_going_on_can_be_copied(start: Start) -> None:
    window = start(str(first_case())).window
    window.verbs.put_cursor(12)
    window.actions_by_name["copy_day"].trigger()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Day 12")
    assert "TAE, right hepatic lobe" in text


def test_a_lane_can_be_hidden_and_shown(start: Start) -> None:
    window = start(str(first_case())).window
    window.menus.lanes.aboutToShow.emit()
    drugs = next(a for a in window.menus.lanes.actions() if a.text() == "Drugs")
    drugs.trigger()
    assert "diazoxide" not in {placed.id for placed in window.chart.timeline.placed}
    window.menus.lanes.aboutToShow.emit()
    drugs = next(a for a in window.menus.lanes.actions() if a.text() == "Drugs")
    assert not drugs.isChecked()
    drugs.trigger()
    assert "diazoxide" in {placed.id for placed in window.chart.timeline.placed}


def test_every_command_has_words_and_no_two_share_a_key(start: Start) -> None:
    window = start(str(first_case())).window
    keys: list[str] = []
    for action in window.actions_by_name.values():
        assert action.text()
        keys += [key.toString() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", ["about", "keyboard", "legend"])
def test_dialogs_open_and_close_with_escape(start: Start, qtbot: QtBot, name: str) -> None:
    window = start(str(first_case())).window
    window.actions_by_name[name].trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    if name == "about":
        assert "Not a medical device" in _texts(dialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_legend_tells_all_marks_in_its_dialog_and_as_many_as_fit_below(start: Start) -> None:
    window = start(str(first_case()), "--size", "1600x1000").window
    shown = [entry.words for entry, _ in window.legend.placed()]
    assert "end not stated" in shown
    edges = [left for _, left in window.legend.placed()]
    assert edges == sorted(edges)
    window.resize(900, 700)
    QApplication.processEvents()
    assert window.legend.placed()[-1][0].words == "more…"


def test_a_click_on_the_legend_shows_all_of_it(start: Start, qtbot: QtBot) -> None:
    window = start(str(first_case())).window
    qtbot.mouseClick(window.legend, Qt.MouseButton.LeftButton, pos=QPoint(30, 5))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
