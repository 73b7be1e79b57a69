"""Day labels as a person changes them: by menu and key, in every view, without overlap."""

from __future__ import annotations

import itertools
import json
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.e2e.conftest import OpenWindow
from tests.e2e.everything import everything
from tests.e2e.screen import settle
from viewer.io.case_store import open_case
from viewer.model import view_state
from viewer.model.inside import words_in
from viewer.model.time import Span
from viewer.paths import first_case
from viewer.ui.dialogs.keyboard import KeyboardDialog
from viewer.ui.window import Window

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
DATED = {"day_zero": {"text": "Transfer", "short": "Days from transfer", "date": "2020-10-20"}}
FIFTY_YEARS: dict[str, Any] = {
    "subject": {"age_years": 12, "is_synthetic": True},
    "day_zero": {"text": "Onset", "date": "1970-02-28"},
    "lanes": [{"id": "stays", "title": "Stays", "kind": "encounter"}],
    "events": [
        {
            "id": f"stay-{n}",
            "lane": "stays",
            "title": f"Admission {n}",
            "when": {"start": {"day": 1500 * n + 3}, "end": {"day": 1500 * n + 40}},
            "evidence": {"kind": "synthetic"},
        }
        for n in range(13)
    ],
    "series": [],
    "statements": [],
    "studies": [],
    "reports": [],
    "notes": [],
    "discrepancies": [],
    "deck": [],
}


@pytest.fixture
def show_with(tmp_path: Path) -> Callable[..., None]:
    """Show the shipped case with parts of it replaced."""

    def show(window: Window, parts: dict[str, Any]) -> None:
        folder = tmp_path / "made-up"
        shutil.copytree(first_case(), folder)
        file = folder / "case.json"
        file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | parts), "utf-8")
        window.show_case(open_case(folder))
        settle()

    return show


def choose(window: Window, words: str) -> None:
    """Choose an entry of View > Day Labels as the menu shows it."""
    entry(window, words).trigger()
    settle()


def entry(window: Window, words: str) -> QAction:
    (menu,) = (m for m in window.findChildren(QMenu) if m.title() == "&Day Labels")
    (action,) = (a for a in menu.actions() if a.text().replace("&", "") == words)
    return action


def ticks(window: Window) -> list[str]:
    """What the upper ruler says; both say the same, and no two labels touch."""
    rulers = (window.chart.ruler, window.chart.ruler_below)
    for ruler in rulers:
        rects = [rect for text, rect, _ in ruler.tick_labels() if text]
        assert all(a.right() < b.left() for a, b in itertools.pairwise(rects))
        assert all(r.left() >= window.chart.frame().left_px for r in rects)
    above, below = ([text for text, *_ in ruler.tick_labels() if text] for ruler in rulers)
    assert above == below or window.chart.ruler.flag()[0].strip("‹› ") != above[0]
    return above


# --- by menu and key ------------------------------------------------------------------------


def test_the_menu_labels_days_and_tells_which_way_is_chosen(window: Window) -> None:
    window.session.point_at(12.5)
    for words, flag in (
        ("Day N, from 1", "Day 13"),
        ("Illness Day", "Illness day 12"),
        ("Hospital Day", "Hospital day 13"),
        ("Day N, from 0", "Day 12"),
    ):
        choose(window, words)
        assert window.chart.ruler.flag()[0] == window.status.day.text() == flag
        menu = entry(window, words).associatedObjects()
        assert menu
        labels = [a for name, a in window.actions_by_name.items() if name.startswith("label_")]
        checked = [a.text() for a in labels if a.isChecked()]
        assert [text.replace("&", "") for text in checked] == [words]


def test_keys_count_days_from_the_selected_event_and_back(window: Window) -> None:
    window.session.select("tae-right")
    QTest.keyClick(window, Qt.Key.Key_D, ALT)
    settle()
    assert window.chart.ruler.flag()[0] == "Day 0"
    assert window.chart.ruler.accessibleDescription() == "Days since TAE, right hepatic lobe"
    facts = window.header.identity.facts.text()
    assert "Days are counted from TAE, right hepatic lobe (day 12 from day zero)" in facts
    assert "death, day 145" in facts
    assert "Day 0" in ticks(window)
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    settle()
    assert window.chart.ruler.flag()[0] == "Day 1"
    QTest.keyClick(window, Qt.Key.Key_0, CTRL)
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    settle()
    assert window.chart.ruler.flag()[0] == "Day 12"
    assert window.chart.ruler.accessibleDescription() == "Days from transfer"


@pytest.mark.parametrize(
    ("language", "flags"),
    [
        ("en", ("Day 12", "Day 13", "Illness day 12", "Hospital day 13", "1 Nov 2020")),
        ("ja", ("第12病日", "第13病日", "第12病日", "入院13日目", "2020年11月1日")),
    ],
)
def test_each_label_has_its_key(
    open_window: OpenWindow, show_with: Callable[..., None], language: str, flags: tuple[str, ...]
) -> None:
    window = open_window("--language", language)
    show_with(window, DATED)
    window.session.point_at(12.5)
    window.chart.timeline.setFocus()
    for number in (5, 1, 2, 3, 4):
        QTest.keyClick(window.chart.timeline, Qt.Key(Qt.Key.Key_0 + number), CTRL)
        settle()
        assert window.chart.ruler.flag()[0] == window.status.day.text() == flags[number - 1]


def test_a_key_labels_days_by_age(window: Window, show_with: Callable[..., None]) -> None:
    show_with(window, FIFTY_YEARS)
    QTest.keyClick(window.chart.timeline, Qt.Key.Key_6, CTRL)
    settle()
    assert ticks(window)[:2] == ["age 15", "age 20"]


def test_the_strong_line_of_the_zero_moves_with_it(window: Window) -> None:
    window.session.point_at(60.5)
    window.session.select("tae-right")
    window.session.apply(partial(view_state.move_cursor, day=60.5))
    choose(window, "Count Days from Selected Event")
    chart, rule = window.chart, window.look.theme.rule_strong
    x = round(chart.frame().scale(window.session.state.window).x(12.5))
    view = chart.timeline.viewport()
    image = view.grab().toImage()
    columns = [image.pixelColor(x + dx, view.height() - 3) for dx in (-1, 0, 1)]
    assert rule in columns


def test_what_a_case_does_not_tell_is_not_offered_and_says_why(window: Window) -> None:
    for words, reason in (
        ("Calendar Date", "The case tells no calendar date."),
        ("Age", "The case tells no age, or covers less than two years."),
        ("Count Days from Selected Event", "Select an event whose day is stated exactly."),
        ("Count Days from Day Zero", "Days are counted from day zero."),
    ):
        assert not entry(window, words).isEnabled()
        assert entry(window, words).statusTip() == entry(window, words).toolTip() == reason
    for id_, is_offered in (("emergency-admission", False), ("tae-left", True), (None, False)):
        window.session.select(id_)
        assert entry(window, "Count Days from Selected Event").isEnabled() is is_offered


def test_without_a_case_nothing_is_offered(open_window: OpenWindow, qtbot: QtBot) -> None:
    from viewer.session.session import Session
    from viewer.ui.commands import COMMANDS
    from viewer.ui.day_labels import DayLabels

    actions = {command.name: QAction(command.words) for command in COMMANDS}
    labels = DayLabels(Session(), actions)
    assert not any(a.isEnabled() for name, a in actions.items() if name.startswith("label_"))
    assert actions["label_day_0"].toolTip() == "No case is open."
    labels.deleteLater()


def test_the_keyboard_help_lists_every_label(window: Window, qtbot: QtBot) -> None:
    dialog = KeyboardDialog(window.look, window)
    qtbot.addWidget(dialog)
    from tests.e2e.screen import read

    said = read(dialog)
    for words in ("Day Labels", "Alt+D", "Count Days from Selected Event", "Ctrl+6", "Age"):
        assert words in said


def test_go_to_day_asks_for_the_number_that_is_shown(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Any, ...]] = []

    def answer(_parent: Any, _title: str, label: str, value: int, *limits: int) -> tuple[int, bool]:
        asked.append((label, value, *limits))
        return 10, True

    monkeypatch.setattr(QInputDialog, "getInt", answer)
    window.session.select("tae-right")
    choose(window, "Count Days from Selected Event")
    window.actions_by_name["go_to_day"].trigger()
    assert asked[-1][:2] == ("Day:", 0)
    assert window.session.state.cursor == 22.5
    choose(window, "Hospital Day")
    window.actions_by_name["go_to_day"].trigger()
    assert asked[-1][:2] == ("Days from day zero:", 22)
    assert window.session.state.cursor == 10.5


# --- everywhere -----------------------------------------------------------------------------


def test_no_view_keeps_a_number_of_the_other_count(
    window: Window, show_with: Callable[..., None]
) -> None:
    show_with(window, DATED)
    window.session.select("tae-right")
    choose(window, "Calendar Date")
    said = everything(window)
    own = sorted(set(words_in(window.session.case)), key=len, reverse=True)
    source = "whether its first day is day 0 or day 1"
    found = []
    for line in (line.replace(source, "") for lines in said.values() for line in lines):
        for words in own:
            line = line.replace(words, "").replace(repr(words)[1:-1], "")  # noqa: PLW2901
        found += re.findall(r".{0,60}\b[Dd]ays? [−-]?\d.{0,30}", line)
    assert found == []
    assert any("1 Nov 2020" in line for line in said["models"])
    assert any("31 Oct 2020 or before" in line for line in said["placed"])
    assert "26 Mar 2021" in window.header.identity.facts.text()
    assert said["copied"][0].startswith("1 Nov 2020\n")


def test_the_zero_is_the_cases_own_while_the_event_is_hidden(window: Window) -> None:
    window.session.select("tae-right")
    choose(window, "Count Days from Selected Event")
    window.session.point_at(3.5)
    window.session.hide_after(11)
    settle()
    assert window.status.day.text() == "Day 3"
    assert "TAE" not in window.chart.ruler.accessibleDescription()
    window.session.hide_after(None)
    settle()
    assert window.status.day.text() == "Day −9"


def test_a_table_that_is_sorted_stays_so(window: Window) -> None:
    table = window.panels.events.table
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    before = [table.model().index(row, 1).data() for row in range(table.model().rowCount())]
    choose(window, "Day N, from 1")
    assert [table.model().index(row, 1).data() for row in range(len(before))] == before
    said = [table.model().index(row, 0).data() for row in range(len(before))]
    assert "day 13" in said


# --- ticks ----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1280, 800), (1600, 1000)])
def test_labels_of_ticks_never_touch(
    size: tuple[int, int], open_window: OpenWindow, show_with: Callable[..., None]
) -> None:
    window = open_window(size=size)
    window.session.select("tae-left")
    choose(window, "Count Days from Selected Event")
    windows = [(0, 160), (12.2, 12.2 + 2 / 24), (3, 3.01), (-40, 30), (10, 14), (50, 53.5)]
    kinds = ["Day N, from 0", "Day N, from 1", "Illness Day", "Hospital Day"]
    for words, (start, end) in itertools.product(kinds, windows):
        choose(window, words)
        window.session.apply(partial(view_state.show, window=Span(start, end)))
        assert ticks(window)
    show_with(window, FIFTY_YEARS)
    for words in (*kinds, "Calendar Date", "Age"):
        choose(window, words)
        for length in (18_000, 5000, 2000, 900, 365, 90, 30, 9, 3, 1, 0.1, 0.02):
            window.session.apply(partial(view_state.show, window=Span(300, 300 + length)))
            assert ticks(window)


def test_fifty_years_have_ticks_that_say_what_they_are(
    open_window: OpenWindow, show_with: Callable[..., None]
) -> None:
    window = open_window(size=(1280, 800))
    show_with(window, FIFTY_YEARS)
    assert ticks(window)[1:3] == ["5 y", "10 y"]
    choose(window, "Age")
    assert ticks(window)[:2] == ["age 15", "age 20"]
    choose(window, "Calendar Date")
    assert ticks(window)[:2] == ["1970", "1975"]


def test_where_the_edge_cuts_day_zero_the_next_label_says_what_it_counts(window: Window) -> None:
    window.session.point_at(12.5)
    window.session.apply(partial(view_state.show, window=Span(0, 30)))
    settle()
    for ruler in (window.chart.ruler, window.chart.ruler_below):
        texts = [text for text, *_ in ruler.tick_labels() if text]
        assert re.fullmatch(r"Day \d+", texts[0]), texts
        assert all(re.fullmatch(r"\d+", text) for text in texts[1:])
    ticks(window)


def test_ticks_of_every_length_say_their_unit(
    open_window: OpenWindow, show_with: Callable[..., None]
) -> None:
    window = open_window(size=(1280, 800))
    show_with(window, FIFTY_YEARS)

    def said(words: str, length: float) -> list[str]:
        choose(window, words)
        window.session.apply(partial(view_state.show, window=Span(300.2, 300.2 + length)))
        settle()
        return ticks(window)

    for length, pattern in (
        (0.01, r"\d\d:\d\d"),
        (0.9, r"\d\d:00"),
        (20, r"\d+"),
        (1_000, r"\d+ wk"),
        (9_000, r"\d+ y"),
    ):
        found = said("Day N, from 0", length)
        assert [text for text in found if re.fullmatch(pattern, text)], found
    for length, pattern in ((20, r"\d+ \w{3}"), (300, r"\w{3}"), (9_000, r"\d{4}")):
        found = said("Calendar Date", length)
        assert [text for text in found if re.fullmatch(pattern, text)], found
    assert all(re.fullmatch(r"age \d+", text) for text in said("Age", 9_000))


def test_two_hours_and_ten_minutes_have_ticks_and_name_their_day(
    open_window: OpenWindow,
) -> None:
    window = open_window(size=(1280, 800))
    window.session.point_at(12.21)
    window.session.apply(partial(view_state.show, window=Span(12.2, 12.2 + 2 / 24)))
    assert {"05:30", "06:00"} <= set(ticks(window))
    assert any(text.startswith("Day 12 05:") for text in ticks(window))
    window.session.apply(partial(view_state.show, window=Span(12.21, 12.21)))
    assert window.session.state.window.days == pytest.approx(1 / 144)
    assert any(re.fullmatch(r"05:0[1-9]", text) for text in ticks(window))
