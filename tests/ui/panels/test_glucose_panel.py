"""The glucose panel: what it says of a sensor, of single values and of nothing at all."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.making_sensor import SILENT_DAY, sensor_parts
from tests.ui.panels.panel_words import link, put_on_screen, shown
from viewer.model import view_state
from viewer.model.time import Span
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels import glucose
from viewer.ui.panels.glucose import GlucosePanel
from viewer.ui.panels.glucose_rows import EpisodeColumn
from viewer.ui.panels.glucose_stretch import COURSE, PERIOD

METRICS, PATTERN, DAYS, EPISODES = range(4)
Opened = Callable[..., Session]
ShowPanel = Callable[..., GlucosePanel]


@pytest.fixture
def show(qtbot: QtBot, look: Look) -> Iterator[ShowPanel]:
    windows: list[QWidget] = []

    def show_one(session: Session, part: int = METRICS, **more: int) -> GlucosePanel:
        panel = GlucosePanel(session, look, **more)
        windows.append(put_on_screen(qtbot, panel, round(28 * look.em_px)))
        panel.tabs.buttons[part].click()
        return panel

    yield show_one
    for window in windows:
        window.hide()


def words(panel: GlucosePanel) -> str:
    """Give what stands in the part that is shown."""
    seen = [panel.sentence.text()] if not panel.sentence.isHidden() else []
    return "\n".join((*seen, *shown(panel.stack.currentWidget()))).replace("\u202f", " ")


def show_days(session: Session, first: float, end: float) -> None:
    session.apply(partial(view_state.show, window=Span(first, end)))


# -- metrics ----------------------------------------------------------------------------------


def test_time_below_range_and_episodes_come_first(opened_from: Opened, show: ShowPanel) -> None:
    panel = show(opened_from(**sensor_parts()))
    told = words(panel)
    places = [
        told.index(words)
        for words in (
            "below 54: level 2",
            "54–69: level 1",
            "70–180",
            "Episodes",
            "15 below 70, of at least 15 min",
            "7 of them below 54 for at least 15 min",
            "In range",
            "Mean",
            "CV",
            "GMI",
            "meets the consensus",
        )
    ]
    assert places == sorted(places)
    assert "(not validated here: made for diabetes)" in told
    assert "made for diabetes, not for insulinoma" in told
    assert "mg/dL" in told
    assert panel.heading == "4,320 values"


def test_the_shares_are_those_of_the_window_and_follow_it(
    opened_from: Opened, show: ShowPanel
) -> None:
    session = opened_from(**sensor_parts())
    panel = show(session)
    show_days(session, 0.5, 1.0)
    assert panel.heading == "144 values"
    assert "Below 54\n0.0 %" in words(panel)
    assert "0 below 70" in words(panel)
    assert "does not meet the consensus" in words(panel)
    show_days(session, 1 + 3 / 24, 1 + 4 / 24)
    assert "Below 54\n100.0 %" in words(panel)
    show_days(session, SILENT_DAY + 0.2, SILENT_DAY + 0.8)
    assert "No sensor values in these days." in words(panel)


def test_the_whole_course_and_typed_days_do_not_follow_the_window(
    qtbot: QtBot, opened_from: Opened, show: ShowPanel
) -> None:
    session = opened_from(**sensor_parts())
    panel = show(session)
    show_days(session, 0.0, 1.0)
    qtbot.keyClick(panel.fields.choice, Qt.Key.Key_Down)
    assert panel.fields.choice.currentIndex() == COURSE
    assert panel.heading == "4,320 values"
    qtbot.keyClick(panel.fields.choice, Qt.Key.Key_Down)
    assert panel.fields.choice.currentIndex() == PERIOD
    panel.fields.first.setValue(1)
    panel.fields.last.setValue(2)
    assert panel.heading == "576 values"
    show_days(session, 6.0, 7.0)
    assert panel.heading == "576 values"
    panel.fields.first.setValue(4)
    assert (panel.fields.last.value(), panel.heading) == (4, "288 values")


def test_a_number_for_low_is_offered_and_named(
    qtbot: QtBot, opened_from: Opened, show: ShowPanel
) -> None:
    panel = show(opened_from(**sensor_parts()))
    assert "3 “Low”, “High” or bounds count as time in their band, in no mean" in words(panel)
    assert panel.fields.low_as.value() == 39
    panel.fields.is_imputing.click()
    named = "3 “Low” or bounds counted as 39 mg/dL in mean, SD, CV and GMI; nobody measured"
    assert named in words(panel)
    panel.fields.low_as.setValue(45)
    assert named.replace("39", "45") in words(panel)
    panel.fields.low_as.setValue(60)  # 60 is not what "Low" may be
    assert panel.fields.low_as.value() == 53


def test_values_are_judged_in_their_unit(opened_from: Opened, show: ShowPanel) -> None:
    parts = sensor_parts(days=2)
    series = parts["series"][0] | {"unit": "mmol/L"}
    series["points"] = [
        point | ({"value": round(point["value"] / 18.016, 1)} if "value" in point else {})
        for point in series["points"]
    ]
    panel = show(opened_from(**parts | {"series": [series]}))
    for name in ("below 3.0: level 2", "3.0–3.8: level 1", "3.9–10.0", "10.1–13.9", "above 13.9"):
        assert name in words(panel)
    assert "mmol/L" in words(panel)
    assert not panel.fields.low_as.isVisible()


def test_the_insulinoma_case_has_one_dated_value_and_a_statement(
    session: Session, show: ShowPanel
) -> None:
    panel = show(session)
    told = words(panel)
    assert "One dated glucose value, and no sensor." in told
    assert "so none is told" in told
    assert "[No hypoglycaemia, days 13–61]" in told
    assert "%" not in told
    assert panel.heading == ""
    link(panel, "[No hypoglycaemia, days 13–61]").click()
    assert session.state.selection == "no-hypoglycaemia"
    panel.tabs.buttons[EPISODES].click()
    assert "No episodes are told: no values at a known time of day" in words(panel)
    panel.tabs.buttons[DAYS].click()
    assert "No values at a known time of day" in words(panel)
    session.hide_after(20)
    panel.tabs.buttons[METRICS].click()
    assert "No hypoglycaemia" not in words(panel)


def test_a_case_without_glucose_says_so(opened_from: Opened, show: ShowPanel) -> None:
    panel = show(opened_from())
    for button in panel.tabs.buttons:
        button.click()
        assert words(panel) == "This case has no glucose values."


def test_other_glucose_has_a_reason_for_each_figure(opened_from: Opened, show: ShowPanel) -> None:
    panel = show(opened_from(**sensor_parts(days=2, unit="g/L")))
    told = words(panel)
    assert "Time below range\nno limits are defined in this unit" in told
    assert "GMI\nno limits are defined in this unit" in told
    panel.tabs.buttons[EPISODES].click()
    assert words(panel).startswith("No episodes are told: no limits are defined in this unit")
    panel.tabs.buttons[PATTERN].click()
    assert words(panel) == "No daily pattern: no limits are defined in this unit"


def test_samples_count_with_reported_values(opened_from: Opened, show: ShowPanel) -> None:
    points = sensor_parts(days=2)["series"][0]["points"]
    rows = "".join(f"{point['when']['day']},{point['value']}\n" for point in points)
    samples = {"file": "cgm.csv", "evidence": {"kind": "synthetic"}}
    parts = sensor_parts(days=1, samples=samples, points=[])
    session = opened_from({"cgm.csv": f"day,value\n{rows}".encode()}, **parts)
    panel = show(session)
    assert panel.heading == "576 values"
    assert "2 below 70, of at least 15 min" in words(panel)
    session.hide_after(0)
    assert "1 below 70, of at least 15 min" in words(panel)


def test_samples_far_apart_are_counted_but_are_no_sensor(
    opened_from: Opened, show: ShowPanel
) -> None:
    rows = "".join(f"{hours / 24},{90 + hours}\n" for hours in range(0, 120, 4))
    samples = {"file": "spot.csv", "evidence": {"kind": "synthetic"}}
    parts = sensor_parts(days=1, samples=samples, points=[])
    panel = show(opened_from({"spot.csv": f"day,value\n{rows}".encode()}, **parts))
    assert "30 dated glucose values, too far apart for a sensor." in words(panel)


def test_days_are_counted_as_their_labels_count(opened_from: Opened, show: ShowPanel) -> None:
    session = opened_from(**sensor_parts())
    panel = show(session, EPISODES)
    session.apply(partial(view_state.label_days, kind="day_1"))
    assert cells(panel, 0)[EpisodeColumn.START] == "day 1, 03:00"
    panel.fields.choice.setCurrentIndex(PERIOD)
    panel.fields.first.setValue(2)
    panel.fields.last.setValue(3)
    assert [cells(panel, row)[0] for row in range(panel.rows.rowCount())] == [
        "day 2, 03:00",
        "day 3, 03:00",
    ]


# -- under a horizon and in the background ----------------------------------------------------


def test_nothing_beyond_the_horizon_is_counted(opened_from: Opened, show: ShowPanel) -> None:
    session = opened_from(**sensor_parts())
    panel = show(session, EPISODES)
    session.hide_after(1)
    assert panel.rows.rowCount() == 2
    panel.tabs.buttons[METRICS].click()
    panel.fields.choice.setCurrentIndex(COURSE)
    assert panel.heading == "576 values"
    assert panel.fields.last.maximum() <= 1
    panel.tabs.buttons[DAYS].click()
    assert panel.strips.days.tolist() == [0, 1]
    session.hide_after(None)
    assert len(panel.strips.days) == 15


def test_long_work_is_done_aside_and_the_last_question_is_answered(
    qtbot: QtBot, opened_from: Opened, show: ShowPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, told = threading.Event(), glucose.glucose_told

    def slowly(*asked: object) -> object:
        gate.wait(10)
        return told(*asked)  # type: ignore[arg-type]

    session = opened_from(**sensor_parts())
    panel = show(session, most_at_once=500)
    qtbot.waitUntil(lambda: panel.heading == "4,320 values")
    monkeypatch.setattr(glucose, "glucose_told", slowly)
    before = words(panel)
    show_days(session, 0.0, 8.0)
    show_days(session, 0.0, 4.0)
    assert panel.heading == "…"
    assert words(panel) == before
    effect = panel.stack.graphicsEffect()
    assert effect.isEnabled()
    gate.set()
    qtbot.waitUntil(lambda: panel.heading == "864 values")
    assert not effect.isEnabled()
    assert words(panel) != before


# -- daily pattern ----------------------------------------------------------------------------


def colour_at(image: QImage, x: float, y: float) -> QColor:
    return image.pixelColor(round(x), round(y))


def test_the_daily_pattern_is_painted_where_it_lies(
    opened_from: Opened, show: ShowPanel, look: Look
) -> None:
    session = opened_from(**sensor_parts())
    view = show(session, PATTERN).pattern
    pattern, sheet = view.pattern, view.sheet()
    assert pattern is not None
    image = view.grab().toImage()
    for index in (0, 40, 88):
        x = (sheet.x(index / 96) + sheet.x((index + 1) / 96)) / 2
        low, lower, median, upper, high = (sheet.y(v) for v in pattern.percentiles[:, index])
        column = [colour_at(image, x, y) for y in range(math.ceil(sheet.rect.top()), round(high))]
        assert look.theme.paper in column
        assert colour_at(image, x, median) == look.theme.ink
        assert colour_at(image, x, (low + lower) / 2) == colour_at(image, x, (upper + high) / 2)
        assert colour_at(image, x, sheet.rect.bottom() - 3) == look.theme.level_2
    night = (sheet.x(3.5 / 24), sheet.y(62))
    assert colour_at(image, *night) not in (look.theme.paper, look.theme.level_1)
    assert "15 days laid over one another; 00 is midnight." in words(show(session, PATTERN))


def test_times_of_day_with_too_few_values_are_left_empty(
    opened_from: Opened, show: ShowPanel, look: Look
) -> None:
    parts = sensor_parts()
    points = parts["series"][0]["points"]
    kept = [p for p in points if not 0.5 <= p["when"]["day"] % 1 < 0.75]
    view = show(opened_from(**sensor_parts(points=kept)), PATTERN).pattern
    sheet, image = view.sheet(), view.grab().toImage()
    column = [
        colour_at(image, sheet.x(0.6), y) for y in np.arange(sheet.rect.top(), sheet.y(75) - 2)
    ]
    assert look.theme.ink not in column
    assert set(map(QColor.name, column)) <= {
        colour.name() for colour in (look.theme.paper, look.theme.rule_strong)
    }
    assert "not enough values" in view.words_at(60)[0]


def test_a_percentile_on_low_stands_at_the_edge_and_has_no_number(
    opened_from: Opened, show: ShowPanel
) -> None:
    points = sensor_parts()["series"][0]["points"]
    for point in points:
        if 0.25 <= point["when"]["day"] % 1 < 0.3:
            del point["value"]
            point["word"] = "Low"
    view = show(opened_from(**sensor_parts(points=points)), PATTERN).pattern
    index = 25  # from 06:15 on
    assert view.pattern is not None
    assert view.pattern.percentiles[2, index] == -math.inf
    assert view.sheet().y(-math.inf) == view.sheet().rect.bottom()
    assert view.words_at(index)[0] == "06:15–06:30: median “Low” mg/dL"
    image, sheet = view.grab().toImage(), view.sheet()
    x = (sheet.x(index / 96) + sheet.x((index + 1) / 96)) / 2
    assert colour_at(image, x, sheet.rect.bottom() - 1) == view._look.theme.ink


def test_without_a_midnight_there_is_no_daily_pattern(opened_from: Opened, show: ShowPanel) -> None:
    panel = show(opened_from(**sensor_parts(days=3, is_midnight=False)), PATTERN)
    assert panel.pattern.pattern is None
    assert "does not say that day zero begins at midnight" in words(panel)
    panel.tabs.buttons[DAYS].click()
    assert "whether that is midnight is not stated" in words(panel)


# -- day by day -------------------------------------------------------------------------------


def test_each_day_has_a_strip_and_a_click_puts_the_cursor_there(
    qtbot: QtBot, opened_from: Opened, show: ShowPanel, look: Look
) -> None:
    session = opened_from(**sensor_parts())
    strips = show(session, DAYS).strips
    assert strips.days.tolist() == [day for day in range(16) if day != SILENT_DAY]
    sheet = strips.sheet(2)
    image = strips.viewport().grab().toImage()
    assert colour_at(image, sheet.x(0.55), sheet.rect.bottom() - 1) == look.theme.level_2
    night = sheet.x(3.5 / 24)
    column = [colour_at(image, night, y) for y in np.arange(sheet.y(72), sheet.y(50))]
    assert look.theme.ink in column
    place = QPoint(round(sheet.x(0.5)), round(sheet.rect.center().y()))
    qtbot.mouseClick(strips.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.state.cursor == pytest.approx(2.5, abs=0.01)
    qtbot.keyClick(strips, Qt.Key.Key_Down)  # day 3 has no values
    assert session.state.cursor == pytest.approx(4.5, abs=0.01)
    qtbot.keyClick(strips, Qt.Key.Key_Up)
    assert session.state.cursor == pytest.approx(2.5, abs=0.01)
    assert strips.words_of(4) == [
        "Day 4: 288 values",
        "lowest 58 mg/dL",
        "days without values before it: 1",
    ]


def test_of_many_days_only_those_on_the_screen_are_painted(
    opened_from: Opened, show: ShowPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    strips = show(opened_from(**sensor_parts()), DAYS).strips
    painted: list[float] = []
    whole = strips._of
    monkeypatch.setattr(strips, "_of", lambda day: painted.append(day) or whole(day))
    strips.resize(strips.width(), 200)
    strips.verticalScrollBar().setValue(10**6)
    strips.viewport().grab()
    assert painted[-1] == 15
    assert min(painted) > 8


# -- episodes ---------------------------------------------------------------------------------


def cells(panel: GlucosePanel, row: int) -> list[str]:
    return [str(panel.rows.index(row, column).data()) for column in EpisodeColumn]


def test_the_table_tells_each_episode(opened_from: Opened, show: ShowPanel) -> None:
    panel = show(opened_from(**sensor_parts()), EPISODES)
    assert panel.rows.rowCount() == 15
    assert cells(panel, 0)[:3] == ["day 0, 03:00", "1 h", "1"]
    assert cells(panel, 1) == [
        "day 1, 03:00",
        "1 h",
        "2",
        cells(panel, 1)[EpisodeColumn.LOWEST],
        "day 1, 04:00",
        "both seen",
    ]
    assert cells(panel, 4)[EpisodeColumn.LOWEST].startswith("Low, ≤ 41 mg/dL")
    assert "15 episodes of at least 15 min below 70 mg/dL" in words(panel)


def test_an_end_that_no_value_shows_is_told(opened_from: Opened, show: ShowPanel) -> None:
    points = sensor_parts(days=2)["series"][0]["points"]
    kept = [p for p in points if not 3.49 / 24 <= p["when"]["day"] < 9 / 24]
    panel = show(opened_from(**sensor_parts(points=kept)), EPISODES)
    assert cells(panel, 0)[EpisodeColumn.SEEN] == "end not seen"
    assert cells(panel, 0)[EpisodeColumn.LENGTH] == "≥ 25 min"


def test_a_chosen_row_brings_the_cursor_and_keys_step_on(
    qtbot: QtBot, opened_from: Opened, show: ShowPanel
) -> None:
    session = opened_from(**sensor_parts())
    panel = show(session, EPISODES)
    place = panel.table.visualRect(panel.rows.index(2, 0)).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.state.cursor == pytest.approx(2 + 3 / 24)
    panel.table.setFocus()
    reached = []
    for key in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(panel.table, Qt.Key.Key_E, key)
        reached.append(session.state.cursor)
    qtbot.keyClick(panel.table, Qt.Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
    reached.append(session.state.cursor)
    assert reached == pytest.approx([4 + 3 / 24, 5 + 3 / 24, 4 + 3 / 24])
    assert panel.rows.row_at_cursor() == 3


def test_every_field_has_a_name(opened_from: Opened, show: ShowPanel) -> None:
    panel = show(opened_from(**sensor_parts(days=2)))
    fields = panel.fields
    named = (fields.choice, fields.first, fields.last, fields.low_as, panel.pattern, panel.strips)
    assert all(one.accessibleName() for one in (*named, panel.table))
    assert fields.is_imputing.text()
