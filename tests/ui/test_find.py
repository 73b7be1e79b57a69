"""Find in the real window: typed in any width, kana and case; underlined; gone to; let go of."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.making_long import write_long_case
from tests.settling import catch_up
from viewer.app import window_parser
from viewer.model import view_state
from viewer.model.filter import Filter
from viewer.paths import first_case
from viewer.session.settings import Settings
from viewer.ui.program import Program
from viewer.ui.start import application
from viewer.ui.widgets.link import LinkButton
from viewer.ui.widgets.plain_text import PlainText
from viewer.ui.window import Window

Open = Callable[..., Window]
ENTER, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return application()


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    programs: list[Program] = []

    def open_one(language: str = "en", case: Path | None = None) -> Window:
        words = ("--theme", "light", "--language", language, "--size", "1600x1000")
        options = window_parser().parse_args([*words, str(case or first_case())])
        program = Program(Settings(tmp_path / "settings.ini"), options)
        programs.append(program)
        program.show()
        window = program.window
        qtbot.waitUntil(lambda: window.session.opened is not None)
        window.activateWindow()
        QApplication.processEvents()
        return window

    yield open_one
    for program in programs:
        program.close()


@pytest.fixture
def window(open_window: Open) -> Window:
    return open_window()


def find(qtbot: QtBot, window: Window, text: str) -> None:
    """Press Ctrl+F and type (or, for letters without a key, paste)."""
    qtbot.keyClick(window.chart.timeline, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = window.seeking.find_bar.field
    qtbot.waitUntil(field.hasFocus)
    if text.isascii():
        qtbot.keyClicks(field, text)
    else:
        QApplication.clipboard().setText(text)
        qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


def places(window: Window) -> list[str]:
    return [hit.id for hit in window.session.hits]


def lines_in(image: QImage, area: QRect, window: Window) -> int:
    """Count the pixels of the colour of a search in an area."""
    colour, ratio = window.look.theme.search.rgb(), image.devicePixelRatio()
    area = QRect(area.topLeft() * ratio, area.size() * ratio).intersected(image.rect())
    return sum(
        image.pixel(x, y) == colour
        for y in range(area.top(), area.bottom() + 1)
        for x in range(area.left(), area.right() + 1)
    )


def lines_of_event(window: Window, id_: str, part: str) -> int:
    timeline = window.chart.timeline
    placed = next(one for one in timeline.placed if one.id == id_)
    words = next(one for one in placed.words if one.part == part)
    area = words.rect.translated(0, -timeline.verticalScrollBar().value()).toAlignedRect()
    return lines_in(timeline.viewport().grab().toImage(), area, window)


def lines_on(widget: QWidget, area: QRectF, window: Window) -> int:
    return lines_in(widget.grab().toImage(), area.toAlignedRect(), window)


# -- what is found --------------------------------------------------------------------------


def test_a_long_case_is_searched_while_the_window_goes_on(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    window = open_window(case=write_long_case(tmp_path / "long", events=6_000))
    bar = window.seeking.find_bar
    told: list[str] = []
    window.session.apply(lambda state: view_state.seek(state, "made up 77"))
    bar.begin()
    bar.step(1)
    told.append(bar.count.text())
    assert window.session.gathering.is_on
    assert window.session.state.hit is None
    qtbot.waitUntil(lambda: not window.session.gathering.is_on)
    assert told == ["…"]
    places_ = [hit.id for hit in window.session.hits]
    assert len(places_) == 33
    assert window.session.state.hit in window.session.hits  # Enter is not forgotten
    assert bar.count.text().endswith("of 33")


def test_that_samples_are_not_searched_is_said(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    folder = tmp_path / "case"
    shutil.copytree(first_case(), folder)
    raw = json.loads((folder / "case.json").read_text("utf-8"))
    glucose = next(one for one in raw["series"] if one["id"] == "glucose")
    glucose["samples"] = {"file": "g.csv", "evidence": {"kind": "reported"}}
    (folder / "case.json").write_text(json.dumps(raw), "utf-8")
    (folder / "g.csv").write_text("day,value\n1,81.5\n2,82.5\n", "utf-8")
    window = open_window(case=folder)
    find(qtbot, window, "81.5")
    told = window.seeking.find_bar.count.text()
    assert told == "Not found; the values of sampled series are not searched"
    window.seeking.find_bar.field.clear()
    assert window.seeking.find_bar.count.text() == ""


@pytest.mark.parametrize("typed", ["TAE", "tae", "ＴＡＥ", "ｔａｅ", " TAE"])
def test_case_and_width_make_no_difference(qtbot: QtBot, window: Window, typed: str) -> None:
    find(qtbot, window, typed)
    assert {"tae-right", "tae-left", "ct-before-tae"} < set(places(window))
    assert len(places(window)) == 14
    assert window.seeking.find_bar.count.text() == f"{len(places(window))} places"


def test_every_way_of_typing_finds_the_same(qtbot: QtBot, open_window: Open) -> None:
    window = open_window("ja")
    found = []
    for typed in ("オクトレオチド", "ｵｸﾄﾚｵﾁﾄﾞ", "おくとれおちど"):
        find(qtbot, window, typed)
        found.append(places(window))
    assert "octreotide" in found[0]
    assert found == [found[0]] * 3


def test_values_findings_reports_and_notes_are_found(qtbot: QtBot, window: Window) -> None:
    case = window.session.case
    for text, parts in (
        ("169.9 ng/mL", case.series),
        ("CA19\N{MINUS SIGN}9", case.series),
        ("synaptophysin", case.reports),
        ("portal", case.studies),
        ("tended to decrease", case.discrepancies),
        ("survival", case.notes),
    ):
        find(qtbot, window, text)
        assert {part.id for part in parts} & set(places(window)), text


def test_what_is_not_there_is_said_and_underlines_nothing(qtbot: QtBot, window: Window) -> None:
    find(qtbot, window, "zebra")
    bar = window.seeking.find_bar
    assert bar.count.text() == "Not found"
    assert bar.field.accessibleDescription() == "Not found"
    assert not bar.next.isEnabled()


# -- where it is shown ----------------------------------------------------------------------


def test_found_words_are_underlined_on_the_timeline_and_only_they(
    qtbot: QtBot, window: Window
) -> None:
    assert lines_of_event(window, "tae-right", "name") == 0
    find(qtbot, window, "hepatic")
    assert lines_of_event(window, "tae-right", "name") > 60
    assert lines_of_event(window, "diazoxide", "name") == 0
    qtbot.keyClick(window.seeking.find_bar.field, Qt.Key.Key_Escape)
    assert lines_of_event(window, "tae-right", "name") == 0


def test_found_values_are_underlined_in_the_plots(qtbot: QtBot, window: Window) -> None:
    find(qtbot, window, "169.9 ng")
    panel = window.chart.plots.placed.panel_of("nse")
    label = next(label for label in panel.labels if label.kind == "value")
    assert lines_on(window.chart.plots, label.rect, window) > 60
    other = window.chart.plots.placed.panel_of("glucose")
    label = next(label for label in other.labels if label.kind == "value")
    assert lines_on(window.chart.plots, label.rect, window) == 0


def test_found_words_are_underlined_in_panels(qtbot: QtBot, window: Window) -> None:
    find(qtbot, window, "chemotherapy")
    catch_up()
    page = window.panels.notes.page
    words = [*page.findChildren(PlainText), *page.findChildren(LinkButton)]
    found = [widget for widget in words if widget.found_rects()]
    assert found
    assert all("chemotherapy" in widget.text().lower() for widget in found)
    widget = found[0]
    area = widget.found_rects()[0]
    assert lines_on(widget, area.adjusted(0, -1, 0, 1), window) > 40


def test_found_words_are_underlined_in_the_tables(qtbot: QtBot, window: Window) -> None:
    for name, text, id_ in (("events", "lobe", "tae-right"), ("values", "NSE", "nse")):
        window.docks[name].show()
        window.docks[name].raise_()
        find(qtbot, window, text)
        window.session.select(id_)
        QApplication.processEvents()
        view = getattr(window.panels, name).table.viewport()
        assert lines_on(view, QRectF(view.rect()), window) > 20, name


# -- going to it ----------------------------------------------------------------------------


def test_enter_goes_on_shift_enter_back_and_round(qtbot: QtBot, window: Window) -> None:
    find(qtbot, window, "TAE")
    field, session = window.seeking.find_bar.field, window.session
    hits = session.hits
    gone = []
    for _ in range(len(hits) + 1):
        qtbot.keyClick(field, ENTER)
        gone.append(session.state.hit)
    moments = [hit.moment for hit in hits if hit.moment is not None]
    assert moments == sorted(moments)
    start = hits.index(gone[0])  # type: ignore[arg-type]
    assert gone == [hits[(start + n) % len(hits)] for n in range(len(hits) + 1)]
    assert window.seeking.find_bar.count.text() == f"{start + 1} of {len(hits)}"
    qtbot.keyClick(field, ENTER, SHIFT)
    assert session.state.hit == gone[-2]
    assert field.hasFocus()


def test_f3_goes_on_from_anywhere_and_opens_the_bar_first(qtbot: QtBot, window: Window) -> None:
    bar = window.seeking.find_bar
    assert not bar.isVisible()
    window.actions_by_name["find_next"].trigger()
    assert bar.isVisible()
    qtbot.keyClicks(bar.field, "lobe")
    window.chart.timeline.setFocus()
    qtbot.keyClick(window.chart.timeline, Qt.Key.Key_F3)
    assert window.session.state.selection == "tae-right"
    qtbot.keyClick(window.chart.timeline, Qt.Key.Key_F3)
    assert window.session.state.selection == "tae-left"
    qtbot.keyClick(window.chart.timeline, Qt.Key.Key_F3, SHIFT)
    assert window.session.state.selection == "tae-right"


def test_a_value_is_gone_to_by_series_and_cursor(qtbot: QtBot, window: Window) -> None:
    window.verbs.put_cursor(100)
    find(qtbot, window, "169.9 ng/mL")
    gone = set()
    for _ in window.session.hits:
        qtbot.keyClick(window.seeking.find_bar.field, ENTER)
        gone.add((window.session.state.selection, window.session.state.cursor))
    assert ("nse", 0.5) in gone


def test_the_panel_that_tells_it_comes_to_the_front(qtbot: QtBot, window: Window) -> None:
    window.docks["problems"].raise_()
    window.docks["pathology"].close()
    find(qtbot, window, "tended to decrease")
    for _ in window.session.hits:
        qtbot.keyClick(window.seeking.find_bar.field, ENTER)
        if window.session.state.selection in {d.id for d in window.session.case.discrepancies}:
            break
    QApplication.processEvents()
    assert not window.docks["notes"].visibleRegion().isEmpty()
    find(qtbot, window, "chromogranin")
    for _ in window.session.hits:
        qtbot.keyClick(window.seeking.find_bar.field, ENTER)
    assert window.docks["pathology"].isVisible()


def test_what_hides_is_shown_when_it_is_gone_to(qtbot: QtBot, window: Window) -> None:
    window.verbs.show_row("procedures", False)
    window.session.apply(lambda state: view_state.sift(state, Filter(text="insulin")))
    find(qtbot, window, "right hepatic lobe")
    qtbot.keyClick(window.seeking.find_bar.field, ENTER)
    assert window.session.state.selection == "tae-right"
    assert "tae-right" in {placed.id for placed in window.chart.timeline.placed}
    assert window.seeking.filter_bar.isVisible()


def test_escape_closes_and_the_keys_are_the_charts_again(qtbot: QtBot, window: Window) -> None:
    find(qtbot, window, "TAE")
    qtbot.keyClick(window.seeking.find_bar.field, Qt.Key.Key_Escape)
    assert not window.seeking.find_bar.isVisible()
    assert window.session.state.sought == ""
    qtbot.waitUntil(lambda: window.chart.isAncestorOf(QApplication.focusWidget()))


def test_another_case_is_not_searched_for_the_same(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    find(qtbot, window, "TAE")
    folder = Path(shutil.copytree(first_case(), tmp_path / "another"))
    with qtbot.waitSignal(window.opener.opened):
        window.opener.open(folder)
    assert window.seeking.find_bar.field.text() == ""
    assert window.session.state.sought == ""


def test_under_a_horizon_later_words_are_not_found(qtbot: QtBot, window: Window) -> None:
    find(qtbot, window, "death")
    assert "death" in places(window)
    window.session.hide_after(100)
    assert "death" not in places(window)
    assert window.seeking.find_bar.count.text() in ("Not found", f"{len(places(window))} places")
    window.session.hide_after(11)
    for word in ("lobe", "fungal", "etoposide", "not effective and"):
        find(qtbot, window, word)
        assert places(window) == [], word


def test_markup_in_a_case_stays_letters(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(first_case(), tmp_path / "odd"))
    case = json.loads((folder / "case.json").read_text("utf-8"))
    case["notes"].append({"id": "odd", "title": "<b>bold</b>", "text": "a & b"})
    (folder / "case.json").write_text(json.dumps(case), "utf-8")
    window = open_window(case=folder)
    find(qtbot, window, "<b>bold")
    qtbot.keyClick(window.seeking.find_bar.field, ENTER)
    assert window.session.state.selection == "odd"
    words = window.panels.notes.page.findChildren(LinkButton)
    assert "<b>bold</b>" in {link.text() for link in words if link.found_rects()}


def test_a_question_mark_opens_the_keyboard_help_which_lists_find(
    qtbot: QtBot, window: Window
) -> None:
    qtbot.keyClick(window.chart.timeline, Qt.Key.Key_Question)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Ctrl+F", "F3", "Shift+F3", "Ctrl+Shift+F"} <= said
    dialog.close()


def test_every_command_and_every_panel_has_a_key(window: Window) -> None:
    toggles = [dock.toggleViewAction() for dock in window.docks.values()]
    actions = [*window.actions_by_name.values(), *toggles]
    assert [action.text() for action in actions if not action.shortcuts()] == []
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_under_a_horizon_the_keyboard_help_names_no_diagnosis(window: Window) -> None:
    window.session.hide_after(3)
    window.actions_by_name["keyboard"].trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Ctrl+F" in said
    assert "nsulinoma" not in said
    assert dialog.height() <= dialog.screen().availableSize().height()
    dialog.close()
