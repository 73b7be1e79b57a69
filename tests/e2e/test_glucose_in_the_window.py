"""Glucose in the window: the panel by its command, episodes by their keys, marks in the plot."""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.e2e.measuring_hand import drag
from tests.e2e.screen import panel_of, raise_panel, read, settle
from tests.making_sensor import sensor_parts
from viewer.model import view_state
from viewer.model.figures import WhyNot
from viewer.model.glucose_episodes import glucose_episodes
from viewer.model.readings import readings_of
from viewer.model.time import Span
from viewer.ui.window import Window

NIGHT = 3 / 24


def press(window: Window, key: Qt.Key, shift: bool = False) -> None:
    window.chart.timeline.setFocus()
    shifted = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window.chart.timeline, key, shifted)
    settle()


@pytest.fixture
def sensor(window: Window, qtbot: QtBot, tmp_path: Path) -> Window:
    """The window on a made-up sensor's course of six days."""
    folder = tmp_path / "sensor"
    folder.mkdir()
    raw = {"format": "dayline-case/1", "id": "sensor", "title": "Made-up sensor"}
    (folder / "case.json").write_text(json.dumps(raw | sensor_parts(days=6)), "utf-8")
    window.opener.open(folder)
    qtbot.waitUntil(lambda: window.session.case.id == "sensor", timeout=20_000)
    settle()
    return window


def test_the_panel_is_closed_at_first_and_opened_by_key_or_menu(window: Window) -> None:
    dock = window.docks["glucose"]
    assert not dock.isVisible()
    window.actions_by_name["show_glucose"].trigger()
    settle()
    assert not dock.visibleRegion().isEmpty()
    assert "One dated glucose value, and no sensor." in read(dock)
    dock.close()
    assert dock.toggleViewAction() in window.menus.panels.actions()
    dock.toggleViewAction().trigger()
    settle()
    assert dock.isVisible()
    window.actions_by_name["reset_panels"].trigger()
    assert not dock.isVisible()


def test_keys_step_through_the_episodes_in_order(sensor: Window) -> None:
    found = glucose_episodes(readings_of(sensor.session.case.series[0]), 1)
    assert not isinstance(found, WhyNot)
    sensor.session.point_at(0.0)
    reached = []
    for _ in found:
        press(sensor, Qt.Key.Key_E)
        reached.append(sensor.session.state.cursor)
    assert reached == pytest.approx([one.start for one in found])
    press(sensor, Qt.Key.Key_E)
    assert sensor.session.state.cursor == reached[-1]
    press(sensor, Qt.Key.Key_E, shift=True)
    assert sensor.session.state.cursor == pytest.approx(found[-2].start)


def test_the_window_follows_the_step_and_the_panel_the_window(sensor: Window) -> None:
    sensor.verbs.show_glucose()
    sensor.panels.glucose.tabs.buttons[3].click()
    show = partial(view_state.show, window=Span(0.2, 0.8))
    sensor.session.apply(show)
    sensor.session.point_at(0.5)
    settle()
    press(sensor, Qt.Key.Key_E)
    assert sensor.session.state.window.contains(1 + NIGHT)
    assert "day 1, 03:00" in read(sensor.docks["glucose"])


def test_episodes_are_marked_at_the_foot_of_the_plot(sensor: Window) -> None:
    theme, plots = sensor.look.theme, sensor.chart.plots
    panel = panel_of(sensor, ("glucose",))
    image = plots.grab().toImage()
    scale = plots.scale()
    foot = round(panel.rect.bottom()) - 2
    for day, colour in ((0, theme.level_1_edge), (1, theme.level_2_edge)):
        x = round(scale.x(day + NIGHT + 0.02))
        assert image.pixelColor(x, foot) == colour
    assert image.pixelColor(round(scale.x(1.6)), foot) == theme.level_2
    sensor.session.hide_after(0)
    settle()
    image = plots.grab().toImage()
    panel = panel_of(sensor, ("glucose",))
    row = [image.pixelColor(x, round(panel.rect.bottom()) - 2) for x in range(image.width())]
    assert theme.level_1_edge in row
    assert theme.level_2_edge not in row


def test_nothing_of_a_hidden_day_is_told(sensor: Window) -> None:
    sensor.verbs.show_glucose()
    sensor.session.hide_after(0)
    settle()
    for button in sensor.panels.glucose.tabs.buttons:
        button.click()
        settle()
        told = read(sensor.docks["glucose"], with_tooltips=True).lower()
        assert "day 1" not in told
    sensor.session.point_at(0.0)
    press(sensor, Qt.Key.Key_E)
    press(sensor, Qt.Key.Key_E)
    assert sensor.session.state.cursor == pytest.approx(NIGHT)


def test_the_days_it_tells_about_are_chosen_and_typed_by_keys(sensor: Window) -> None:
    press(sensor, Qt.Key.Key_0)
    QTest.keySequence(sensor.chart.timeline, "Ctrl+Shift+G")
    settle()
    panel = sensor.panels.glucose
    assert panel.heading == "1,440 values"
    choice, first, last = panel.fields.choice, panel.fields.first, panel.fields.last
    choice.setFocus()
    for _ in range(2):
        QTest.keyClick(choice, Qt.Key.Key_Down)
    for field, day in ((first, 1), (last, 4)):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, str(day))
        QTest.keyClick(field, Qt.Key.Key_Tab)
    settle()
    assert panel.heading == "864 values", "day 3 has none"
    assert "3 below 70, of at least 15 min" in read(panel)
    tab = panel.tabs.buttons[3]
    tab.setFocus()
    QTest.keyClick(tab, Qt.Key.Key_Space)
    settle()
    table = panel.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    settle()
    assert sensor.session.state.cursor == pytest.approx(4 + NIGHT)


def test_two_periods_of_a_sensor_are_compared(sensor: Window) -> None:
    press(sensor, Qt.Key.Key_0)
    drag(sensor, "plots", 0.5, 1.5)
    drag(sensor, "plots", 4.5, 5.5)
    assert sensor.session.state.periods == (Span(0, 2), Span(4, 6))
    told = read(raise_panel(sensor, "compare"))
    sensor.actions_by_name["copy_comparison"].trigger()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    figures = {line[0]: line[1:] for line in lines[2:] if len(line) == 3}
    readings = readings_of(sensor.session.case.series[0])
    counts = [
        sum(first <= day < last for day in readings.days.tolist())
        for first, last in ((0, 2), (4, 6))
    ]
    cells = figures["Number of values"]
    assert [int(cell.replace(",", "").split(";")[0]) for cell in cells] == counts
    for name in ("Median", "Range", "Time below 70", "Time below 54"):
        assert all(re.search(r"\d", cell) for cell in figures[name]), figures[name]
        assert all(cell in told for cell in figures[name]), name
    for level in (1, 2):
        found = glucose_episodes(readings, level)
        assert not isinstance(found, WhyNot)
        begun = [sum(a <= one.start < b for one in found) for a, b in ((0, 2), (4, 6))]
        assert [int(cell) for cell in figures[f"Episodes, level {level}"]] == begun
        assert all(begun)
