"""The filter in the real window: set, said, drawn, counted, remembered, let go of."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from viewer.app import window_parser
from viewer.model.filter import NO_FILTER, Filter
from viewer.paths import first_case
from viewer.session.settings import Settings
from viewer.ui.dialogs.filter import FilterDialog
from viewer.ui.program import Program
from viewer.ui.start import application
from viewer.ui.window import Window

Start = Callable[..., Program]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return application()


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    programs: list[Program] = []

    def begin(case: Path | None = None) -> Program:
        words = ("--theme", "light", "--language", "en", "--size", "1600x1000")
        options = window_parser().parse_args([*words, str(case or first_case())])
        program = Program(Settings(tmp_path / "settings.ini"), options)
        programs.append(program)
        program.show()
        qtbot.waitUntil(lambda: program.window.session.opened is not None)
        program.window.activateWindow()
        QApplication.processEvents()
        return program

    yield begin
    for program in programs:
        program.close()


def tick(list_: QListWidget, *words: str) -> None:
    for row in range(list_.count()):
        if list_.item(row).text() in words:
            list_.item(row).setCheckState(Qt.CheckState.Checked)


def dialog_of(qtbot: QtBot, window: Window) -> FilterDialog:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(
        window.chart.timeline,
        Qt.Key.Key_F,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FilterDialog)
    return dialog


def set_filter(qtbot: QtBot, window: Window, *lanes: str, text: str = "") -> None:
    dialog = dialog_of(qtbot, window)
    tick(dialog.lanes, *lanes)
    qtbot.keyClicks(dialog.text, text)
    dialog.accept()
    QApplication.processEvents()


def middle_of(window: Window, id_: str) -> QPoint:
    timeline = window.chart.timeline
    placed = next(one for one in timeline.placed if one.id == id_)
    words = next(one.rect for one in placed.words if one.part == "name")
    return words.center().toPoint() - QPoint(0, timeline.verticalScrollBar().value())


def darkest(window: Window, id_: str) -> int:
    """Give how dark the darkest letter of an event's name is drawn (0 is black)."""
    timeline = window.chart.timeline
    placed = next(one for one in timeline.placed if one.id == id_)
    words = next(one.rect for one in placed.words if one.part == "name")
    area = words.translated(0, -timeline.verticalScrollBar().value()).toAlignedRect()
    image = timeline.viewport().grab(area).toImage()
    return min(
        QColor(image.pixel(x, y)).lightness()
        for y in range(image.height())
        for x in range(image.width())
    )


def test_a_lane_is_looked_at_and_the_rest_is_faint_counted_and_not_clickable(
    qtbot: QtBot, start: Start
) -> None:
    window = start().window
    before = darkest(window, "octreotide")
    set_filter(qtbot, window, "Procedures")
    bar, case = window.seeking.filter_bar, window.session.case
    assert bar.isVisible()
    all_ = len(case.events) + len(case.statements)
    assert f"left out: {all_ - 2} of {all_} events and statements" in bar.words.text()
    assert "Procedures" in bar.words.text()
    assert darkest(window, "tae-right") <= before
    assert before < 60
    assert darkest(window, "octreotide") > 140
    view = window.chart.timeline.viewport()
    qtbot.mouseClick(view, LEFT, pos=middle_of(window, "octreotide"))
    assert window.session.state.selection is None
    qtbot.mouseClick(view, LEFT, pos=middle_of(window, "tae-right"))
    assert window.session.state.selection == "tae-right"
    assert window.panels.events.found.rowCount() == 2


def test_what_is_selected_is_drawn_whole(qtbot: QtBot, start: Start) -> None:
    window = start().window
    set_filter(qtbot, window, "Procedures")
    faint = darkest(window, "octreotide")
    window.session.select("octreotide")
    assert darkest(window, "octreotide") < faint - 40


def test_clear_shows_all_again(qtbot: QtBot, start: Start) -> None:
    window = start().window
    before = darkest(window, "octreotide")
    set_filter(qtbot, window, text="lobe")
    qtbot.mouseClick(window.seeking.filter_bar.clear, LEFT)
    assert window.session.state.filter == NO_FILTER
    assert not window.seeking.filter_bar.isVisible()
    assert darkest(window, "octreotide") == before
    assert window.panels.events.found.rowCount() == 25


def test_values_out_of_range_alone(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(first_case(), tmp_path / "case"))
    raw = json.loads((folder / "case.json").read_text("utf-8"))
    glucose = next(s for s in raw["series"] if s["id"] == "glucose")
    within = {"when": {"day": 50}, "value": 90.0, "evidence": {"kind": "reported"}}
    glucose["points"].append(within)
    (folder / "case.json").write_text(json.dumps(raw), "utf-8")
    window = start(folder).window
    dialog = dialog_of(qtbot, window)
    dialog.out_of_range.click()
    dialog.accept()
    QApplication.processEvents()
    assert "1 of 9 values" in window.seeking.filter_bar.words.text()
    assert window.panels.values.rows.rowCount() == 8
    plots = window.chart.plots
    points = {p.point.value: p for p in plots.placed.panel_of("glucose").points}
    for value, is_hit in ((90.0, False), (54.0, True)):
        place = points[value].rect(4).center()
        found = plots.thing_at(place)
        assert (found is not None and found.point is not None) == is_hit
    qtbot.mouseClick(plots, LEFT, pos=points[90.0].rect(4).center().toPoint())
    assert window.session.state.selection is None


def test_how_a_fact_is_known_is_filtered_by(qtbot: QtBot, start: Start) -> None:
    window = start().window
    dialog = dialog_of(qtbot, window)
    list_ = dialog.evidence
    for row in range(list_.count()):
        item = list_.item(row)
        if item.text().lower().startswith("inferred"):
            qtbot.mouseClick(list_.viewport(), LEFT, pos=list_.visualItemRect(item).center())
            if item.checkState() != Qt.CheckState.Checked:  # a style may want the box itself
                list_.setCurrentItem(item)
                qtbot.keyClick(list_, Qt.Key.Key_Space)
            assert item.checkState() == Qt.CheckState.Checked
    dialog.accept()
    QApplication.processEvents()
    things = (*window.session.case.events, *window.session.case.statements)
    kept = {one.id for one in things if one.evidence.kind == "inferred"}
    assert window.session.state.filter.evidence == frozenset({"inferred"})
    assert window.panels.events.found.rowCount() == len(kept)
    assert f"left out: {len(things) - len(kept)} of {len(things)}" in (
        window.seeking.filter_bar.words.text()
    )


def test_all_of_it_is_chosen_by_keys_alone(qtbot: QtBot, start: Start) -> None:
    window = start().window
    dialog = dialog_of(qtbot, window)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for list_, words in ((dialog.kinds, "drug"), (dialog.evidence, "reported")):
        list_.setFocus()
        qtbot.keyClick(list_, Qt.Key.Key_Home)
        for _ in range(list_.count()):
            if list_.currentItem() is not None and list_.currentItem().text() == words:
                break
            qtbot.keyClick(list_, Qt.Key.Key_Down)
        qtbot.keyClick(list_, Qt.Key.Key_Space)
    dialog.text.setFocus()
    qtbot.keyClicks(dialog.text, "OCTREO")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    kinds, evidence = frozenset({"drug"}), frozenset({"reported"})
    assert window.session.state.filter == Filter(kinds=kinds, evidence=evidence, text="OCTREO")
    assert window.panels.events.found.rowCount() == 1
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.chart.timeline, Qt.Key.Key_L, keys)
    assert window.session.state.filter == NO_FILTER


def test_cancel_changes_nothing_and_the_dialog_shows_what_is_set(
    qtbot: QtBot, start: Start
) -> None:
    window = start().window
    set_filter(qtbot, window, "Procedures", text="lobe")
    dialog = dialog_of(qtbot, window)
    assert dialog.chosen() == window.session.state.filter
    dialog.clear.click()
    assert dialog.chosen() == NO_FILTER
    dialog.reject()
    assert window.session.state.filter == Filter(frozenset({"procedures"}), text="lobe")


def test_it_is_remembered_for_the_case_and_lets_go_of_its_words_for_another(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    first = start()
    dialog = dialog_of(qtbot, first.window)
    tick(dialog.kinds, "drug")
    dialog.text.setText("octreotide")
    dialog.accept()
    first.window.close()
    window = start().window
    chosen = Filter(kinds=frozenset({"drug"}), text="octreotide")
    assert window.session.state.filter == chosen
    assert "octreotide" in window.seeking.filter_bar.words.text()
    folder = Path(shutil.copytree(first_case(), tmp_path / "case"))
    raw = json.loads((folder / "case.json").read_text("utf-8"))
    (folder / "case.json").write_text(json.dumps(raw | {"id": "another"}), "utf-8")
    with qtbot.waitSignal(window.opener.opened):
        window.opener.open(folder)
    assert window.session.state.filter == Filter(kinds=frozenset({"drug"}))
    assert "octreotide" not in window.seeking.filter_bar.words.text()
    assert window.seeking.filter_bar.isVisible()


def test_counts_are_of_what_is_told(qtbot: QtBot, start: Start) -> None:
    window = start().window
    set_filter(qtbot, window, text="nothing of it")
    window.session.hide_after(11)
    case = window.session.case
    count = len(case.events) + len(case.statements)
    values = sum(len(series.points) for series in case.series)
    said = f"left out: {count} of {count} events and statements, {values} of {values} values"
    assert said in window.seeking.filter_bar.words.text()
