"""Hide after this day: nothing of a later day shows, is read, listed, found, copied or counted.

Two windows are led alike: one on the shipped case, one on the same case with every later fact
changed. If they look and read alike to the last pixel and letter, nothing of what differs shows.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.e2e.everything import tooltips_on_a_grid
from tests.e2e.later import changed_after
from tests.e2e.later_parts import STRANGE, days_of, texts_in
from tests.e2e.screen import panel_of, raise_panel
from tests.e2e.twins import LARGE, SMALL, Twins, hide_after, shipped, twins
from viewer.ui.window import Window

BOUNDARIES = sorted({day for known in days_of(shipped()) for day in (known - 1, known)})
"""Just before and just after every day that the case speaks of."""
FULL = [(0, 1), (11, 2), (61, 6)]
"""Horizons at which everything is selected in turn, or only some of it."""
BESIDE = (11, 12, 29, 30, 61)
"""Horizons at which events stand beside values; doses change on day 30."""
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def selectable(window: Window) -> list[str]:
    """Give the ids of everything that is told and can be selected."""
    case = window.session.case
    parts = (*case.events, *case.statements, *case.studies, *case.reports)
    return [p.id for p in (*parts, *case.series, *case.notes, *case.discrepancies)]


def select(id_: str | None, window: Window) -> None:
    window.session.select(id_)
    assert window.session.state.selection == id_


def visible_ids(window: Window, key: Qt.Key) -> list[str | None]:
    """Press a key again and again, and give what is selected each time."""
    timeline = window.chart.timeline
    timeline.setFocus()
    found = []
    for _ in range(len(window.session.case.events) + 2):
        QTest.keyClick(timeline, key)
        found.append(window.session.state.selection)
    return found


def search(window: Window, words: list[str]) -> list[str]:
    """Filter the table by each word and give how many rows are left."""
    panel = window.panels.events
    found = []
    for word in words:
        panel.filter.setText(word)
        found.append(f"{word}: {panel.heading}, {panel.found.rowCount()} rows")
    panel.filter.clear()
    return found


def find(window: Window, words: list[str]) -> list[str]:
    """Find each word, and filter the values by it; give what that says."""
    found = []
    values, bar = window.panels.values, window.seeking.find_bar
    bar.begin()
    for word in words:
        values.filter.setText(word)
        bar.field.setText(word)
        found.append(f"{word}: {values.heading}, {bar.count.text()}, {window.session.hits}")
    values.filter.clear()
    bar.stop()
    return found


def test_at_every_boundary_of_a_fact_the_window_shows_and_says_nothing_later(
    qtbot: QtBot, tmp_path: Path
) -> None:
    raw, leaks = shipped(), {}
    with twins(qtbot, tmp_path, BOUNDARIES[0]) as both:
        for horizon in BOUNDARIES:
            both.change(changed_after(raw, horizon))
            both.lead(lambda window, day=horizon: hide_after(window, day))
            if found := both.found(f"hidden after {horizon}"):
                leaks[horizon] = found
            both.lead(lambda window: window.session.step_to_end(is_last=True))
            if found := both.found(f"last event, hidden after {horizon}", with_texts=False):
                leaks[horizon] = found
    assert leaks == {}


@pytest.mark.parametrize(("horizon", "each"), FULL)
def test_whatever_is_selected_and_wherever_the_cursor_stands_nothing_later_shows(
    qtbot: QtBot, tmp_path: Path, horizon: int, each: int
) -> None:
    leaks = {}
    with twins(qtbot, tmp_path, horizon) as both:
        both.lead(lambda window: hide_after(window, horizon))
        ids, same_ids = both.lead(selectable)
        assert ids == same_ids
        for id_ in ids[::each]:
            both.lead(lambda window, id_=id_: select(id_, window))
            if found := both.found(f"{id_}, hidden after {horizon}"):
                leaks[id_] = found
        for day in {-5, 0, horizon // 2, horizon}:
            both.lead(lambda window, day=day: window.verbs.put_cursor(day))
            if found := both.found(f"cursor on {day}, hidden after {horizon}"):
                leaks[str(day)] = found
    assert leaks == {}


@pytest.mark.parametrize(("size", "language"), [(SMALL, "en"), (LARGE, "ja")])
def test_every_panel_in_front_shows_nothing_later(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int], language: str
) -> None:
    leaks = {}
    with twins(qtbot, tmp_path, 11, size, language) as both:
        both.lead(lambda window: hide_after(window, 11))
        assert both.found("as opened") == {}
        for name in both.windows[0].docks:
            both.lead(lambda window, name=name: raise_panel(window, name))
            if found := both.found(name, with_texts=False):
                leaks[name] = found
    assert leaks == {}


def test_zooming_scrolling_and_pointing_beyond_the_end_show_nothing_later(
    qtbot: QtBot, tmp_path: Path
) -> None:
    def act(window: Window, name: str) -> None:
        window.actions_by_name[name].trigger()

    def press_beyond_the_end(window: Window) -> None:
        view = window.chart.timeline.viewport()
        for x in (view.width() - 30, view.width() - 1):
            QTest.mouseClick(view, LEFT, NONE, QPoint(x, view.height() - 4))

    def to_the_bottom(window: Window) -> None:
        bar = window.chart.timeline.verticalScrollBar()
        bar.setValue(bar.maximum())

    def hidden_lane(window: Window) -> None:
        window.verbs.show_row("symptoms", False)

    with twins(qtbot, tmp_path, 22) as both:
        both.lead(lambda window: hide_after(window, 22))
        for name in ("zoom_in", "day_on", "zoom_out", "fit"):
            both.lead(lambda window, name=name: act(window, name))
            assert both.found(name) == {}
        for gesture in (press_beyond_the_end, to_the_bottom, hidden_lane):
            both.lead(gesture)
            assert both.found(gesture.__name__) == {}
        for window in both.windows:
            assert window.session.state.cursor < 23
            assert window.session.state.bounds.end == 23


def test_the_keys_visit_only_what_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with twins(qtbot, tmp_path, 13) as both:
        both.lead(lambda window: hide_after(window, 13))
        visited = set()
        for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left):
            ids, same_ids = both.lead(lambda window, key=key: visible_ids(window, key))
            assert ids == same_ids
            visited |= set(ids)
        case = both.windows[0].session.case
        assert visited == {event.id for event in case.events}


def test_no_word_of_a_later_day_is_found_in_the_table(qtbot: QtBot, tmp_path: Path) -> None:
    known = shipped()
    told = {word for text in texts_in(changed_after(known, 12)) for word in text.split()}
    words = {word for text in texts_in(known["events"]) for word in text.split()}
    later = sorted(words - told)
    assert len(later) > 50
    with twins(qtbot, tmp_path, 12) as both:
        both.lead(lambda window: hide_after(window, 12))
        one, other = both.lead(lambda window: search(window, [*later, *STRANGE]))
        assert one == other
        one_found, other_found = both.lead(lambda window: find(window, [*later, *STRANGE]))
        assert one_found == other_found
        rows = both.windows[0].panels.events.rows
        cells = [cell for number in range(rows.count) for cell in rows.row(number).cells]
        # A word may stand inside another one that is told, such as "2" in "12".
        for word, line in zip([*later, *STRANGE], one, strict=True):
            if not any(word.casefold() in cell.casefold() for cell in cells):
                assert line.endswith(" 0 rows"), line


def test_events_beside_values_show_nothing_later(qtbot: QtBot, tmp_path: Path) -> None:
    raw, leaks = shipped(), {}
    for event in raw["events"]:
        event["series"] = ["glucose", "nse"]
        if "end" in event["when"]:
            event["dose"] = {"value": 2, "unit": "g"}
            later = {"when": {"day": 30}, "dose": {"value": 9, "unit": "g"}}
            event["changes"] = [later, {"when": {"day": 50}, "text": "stopped"}]
    with twins(qtbot, tmp_path, BESIDE[0]) as both:
        for horizon in BESIDE:
            both.change(changed_after(raw, horizon), raw)
            both.lead(lambda window, day=horizon: hide_after(window, day))
            assert all(both.lead(has_events_beside))
            if found := both.found(f"beside, hidden after {horizon}"):
                leaks[horizon] = found
    assert leaks == {}


def has_events_beside(window: Window) -> bool:
    rail = panel_of(window, ("glucose",)).rail
    return rail is not None and bool(rail.things)


def test_no_place_of_the_chart_has_a_tooltip_that_tells_of_later(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with twins(qtbot, tmp_path, 12) as both:
        both.lead(lambda window: hide_after(window, 12))
        one, other = both.lead(lambda window: tooltips_on_a_grid(window, 24))
        assert len({tip.split(": ", 1)[1] for tip in one}) > 20
        assert one == other


def test_the_strip_of_a_value_has_the_same_scale_whatever_is_measured_later(
    qtbot: QtBot, tmp_path: Path
) -> None:
    def highest(window: Window) -> float:
        return panel_of(window, ("glucose",)).axis.scale.high

    with twins(qtbot, tmp_path, 0) as both:
        before, changed = both.lead(highest)
        assert changed != before
        both.lead(lambda window: hide_after(window, 0))
        one, other = both.lead(highest)
        assert one == other


def twins_differ_without_a_horizon(both: Twins) -> bool:
    return {"pixels", "texts", "models", "tooltips", "placed"} <= set(both.found("without"))


def test_without_a_horizon_the_two_cases_look_and_read_differently(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with twins(qtbot, tmp_path, 61) as both:
        assert twins_differ_without_a_horizon(both)
