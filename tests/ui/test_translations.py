"""The window in Japanese: every text is translated, compiled, and used."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QDockWidget,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.making import PLAIN, about, between, lasting, on
from viewer.app import window_parser
from viewer.geometry.ticks import Tick
from viewer.model.numbering import Counting
from viewer.model.problem import Problem
from viewer.model.problem_texts import MISSING, MISSING_REMEDY
from viewer.model.time import Instant, Interval
from viewer.paths import first_case, resources
from viewer.session.settings import Settings
from viewer.ui.commands import without_mnemonic
from viewer.ui.legend import entries
from viewer.ui.program import Program
from viewer.ui.start import application
from viewer.ui.words.day_words import day_label, tick_text
from viewer.ui.words.joining import in_line, in_turn, labelled, sentences, with_aside
from viewer.ui.words.problem_words import problem_place, problem_text
from viewer.ui.words.time_words import days_off, when_long, when_short

Message = tuple[str, str, str]
"""Context, English text, and what tells two equal texts apart."""

TABLE = resources() / "translations" / "dayline_ja.ts"
COMPILED = TABLE.with_suffix(".qm")
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")
SAME_IN_JAPANESE = {"Dayline {version}", "Grade"}
LATIN_CONTEXT = "Since"
"""A count that does not start with the illness is written "Day 12" in Japanese, too."""


def _tool(name: str) -> str:
    places = (sysconfig.get_path("scripts"), str(Path(sys.executable).parent))
    found = shutil.which(name, path=os.pathsep.join(places))
    assert found is not None, f"{name} is not installed"
    return found


def _messages(table: Path) -> dict[Message, str]:
    """Read a table; a translation that is not finished is empty."""
    found: dict[Message, str] = {}
    for context in ET.parse(table).getroot().iter("context"):
        for message in context.iter("message"):
            key = (
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
            )
            translation = message.find("translation")
            assert translation is not None
            assert key not in found, f"twice in the table: {key}"
            is_finished = translation.get("type") is None
            found[key] = (translation.text or "") if is_finished else ""
    return found


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return application()


@pytest.fixture(scope="module")
def messages() -> dict[Message, str]:
    return _messages(TABLE)


# -- the table ------------------------------------------------------------------------------------


def test_the_table_holds_exactly_the_texts_of_the_program(
    messages: dict[Message, str], tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    fresh = tmp_path / "fresh.ts"
    command = [_tool("pyside6-lupdate"), "-extensions", "py", "viewer", "-ts", str(fresh)]
    subprocess.run(command, cwd=pytestconfig.rootpath, check=True, capture_output=True)
    assert set(messages) == set(_messages(fresh)), "run make translations"


def test_the_compiled_table_is_current(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    command = [_tool("pyside6-lrelease"), str(TABLE), "-qm", str(fresh)]
    subprocess.run(command, check=True, capture_output=True)
    assert fresh.read_bytes() == COMPILED.read_bytes(), "run make translations"


def test_every_text_has_a_finished_translation(messages: dict[Message, str]) -> None:
    assert not [key for key, words in messages.items() if not words]


def _fields(text: str) -> list[str]:
    """Give the fields of a text; a month may be written by its name or its number."""
    names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    return sorted("month" if name == "number" else name for name in names)


def test_placeholders_and_braces_survive_translation(messages: dict[Message, str]) -> None:
    for (_, source, _), words in messages.items():
        assert _fields(words) == _fields(source), source
        assert (words.count("{{"), words.count("}}")) == (
            source.count("{{"),
            source.count("}}"),
        ), source


def test_menu_words_keep_their_mnemonics_and_ellipses(messages: dict[Message, str]) -> None:
    for (context, source, _), words in messages.items():
        if context not in {"Command", "Menu"}:
            assert "(&" not in words, source
            continue
        mnemonic = re.search(r"&(\w)", source)
        if mnemonic is not None:
            assert f"(&{mnemonic[1].upper()})" in words, source
        assert words.endswith("…") == source.endswith("…"), source


def test_words_are_japanese_with_full_width_punctuation(messages: dict[Message, str]) -> None:
    for (context, source, _), words in messages.items():
        letters = re.sub(r"\{\w+\}", "", source)
        is_latin = source in SAME_IN_JAPANESE or context == LATIN_CONTEXT
        if not is_latin and re.search("[A-Za-z]{3}", letters):
            is_only_an_example = len(re.findall('["“”]', letters)) > 1
            assert JAPANESE.search(words) or is_only_an_example, source
        assert not re.search(r"[ぁ-んァ-ヶ一-龠][,;:!?]|[ぁ-んァ-ヶ一-龠]\.$", words), words
        assert not re.search(r"[。、：；（）「」] | [。、；）「」]", words), words


# -- the window -----------------------------------------------------------------------------------


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    words = (str(first_case()), "--language", "ja", "--size", "1600x1000")
    options = window_parser().parse_args(words)
    program = Program(Settings(tmp_path / "settings.ini"), options)
    program.show()
    qtbot.waitUntil(lambda: program.window.session.opened is not None)
    yield program
    program.close()


def _cells(table: QTableView) -> Iterator[str]:
    model = table.model()
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal))
        for row in range(model.rowCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.index(row, column).data(role) or "")


def _own_words(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.windowTitle())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QGroupBox():
            yield widget.title()
        case QComboBox():
            yield from (widget.itemText(i) for i in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(i) for i in range(widget.count()))
            yield from (widget.tabToolTip(i) for i in range(widget.count()))
        case QDockWidget():
            yield widget.toggleViewAction().text()
        case QTableView():
            yield from _cells(widget)


def _words_in(root: QWidget) -> Iterator[str]:
    for widget in (root, *root.findChildren(QWidget)):
        yield from _own_words(widget)
    for action in root.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.iconText())


def _lines(texts: Iterator[str]) -> set[str]:
    """Give every line as it is read: without markup and mnemonics."""
    found: set[str] = set()
    for text in texts:
        plain = re.sub("<[^>]*>", "\n", text)
        found |= {part.strip() for part in (text, *plain.split("\n")) if part.strip()}
    return found | {without_mnemonic(line) for line in found}


def _english(messages: dict[Message, str]) -> list[re.Pattern[str]]:
    """Give patterns that match each text where it was left in English."""
    patterns = []
    for (_, source, _), words in messages.items():
        letters = re.sub(r"\{\w+\}", "", source)
        if words == source or not re.search("[A-Za-z]{2}", letters):
            continue
        for text in {source, without_mnemonic(source)}:
            pieces = re.split(r"\{\w+\}", text)
            patterns.append(re.compile(".+".join(re.escape(piece) for piece in pieces), re.I))
    return patterns


@pytest.fixture(scope="module")
def left_in_english(messages: dict[Message, str]) -> Callable[[set[str]], list[str]]:
    patterns = _english(messages)

    def found(lines: set[str]) -> list[str]:
        own = {"CT", "Open", "English"}  # names of the case, and of languages in themselves
        return [
            line
            for line in sorted(lines - own)
            if any(pattern.fullmatch(line) for pattern in patterns)
        ]

    return found


def test_the_walk_finds_english_where_it_is(
    left_in_english: Callable[[set[str]], list[str]],
) -> None:
    told = {"Details", "第12病日", "Fit the Whole Course", "12 days before", "肝動脈塞栓術"}
    assert left_in_english(told) == ["12 days before", "Details", "Fit the Whole Course"]


@pytest.mark.parametrize("selected", [None, "tae-right", "glucose", "study-contrast-ct"])
def test_nothing_in_the_window_is_left_in_english(
    program: Program,
    left_in_english: Callable[[set[str]], list[str]],
    selected: str | None,
) -> None:
    window = program.window
    window.verbs.put_cursor(12)
    window.session.select(selected)
    for dock in window.docks.values():
        dock.show()
    for menu in (window.menus.recent, window.menus.lanes):
        menu.aboutToShow.emit()
    QApplication.processEvents()
    lines = _lines(_words_in(window))
    lines |= {words.whole for thing in window.chart.timeline.placed for words in thing.words}
    lines |= {words for read in window.chart.plots.readouts for words in (read.off, read.level)}
    lines |= {entry.words for entry in entries()}
    assert "第12病日" in lines
    assert left_in_english(lines) == []


@pytest.mark.parametrize("day", [-200, 3])
def test_what_is_said_of_nothing_is_japanese_too(
    program: Program, left_in_english: Callable[[set[str]], list[str]], day: int
) -> None:
    window = program.window
    window.verbs.put_cursor(day)
    window.actions_by_name["hide_after"].trigger()
    for dock in window.docks.values():
        dock.show()
    QApplication.processEvents()
    assert left_in_english(_lines(_words_in(window))) == []


@pytest.mark.parametrize("name", ["about", "keyboard", "legend"])
def test_dialogs_and_qt_s_own_buttons_are_japanese(
    program: Program, left_in_english: Callable[[set[str]], list[str]], name: str
) -> None:
    program.window.actions_by_name[name].trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert left_in_english(_lines(_words_in(dialog))) == []
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    assert "閉じる" in box.button(QDialogButtonBox.StandardButton.Close).text()
    dialog.close()


def test_the_start_page_is_japanese(
    qtbot: QtBot, tmp_path: Path, left_in_english: Callable[[set[str]], list[str]]
) -> None:
    options = window_parser().parse_args(["--language", "ja"])
    program = Program(Settings(tmp_path / "settings.ini"), options)
    program.show()
    lines = _lines(_words_in(program.window))
    program.close()
    assert "症例が開かれていません" in lines
    assert left_in_english(lines) == []


def test_going_back_to_english_leaves_no_japanese(program: Program) -> None:
    program.window.language_wanted.emit("en")
    assert "Case" in {without_mnemonic(a.text()) for a in program.window.menuBar().actions()}
    assert QCoreApplication.translate("QPlatformTheme", "Close") == "Close"


# -- times ----------------------------------------------------------------------------------------

HOUR = 1 / 24


@pytest.mark.parametrize(
    ("when", "short", "long"),
    [
        (on(12), "第12病日", "第12病日"),
        (on(-3), "第−3病日", "第−3病日"),
        (about(0), "第0病日頃", "第0病日頃"),
        (between(0, 12), "第0–12病日の間", "第0病日から第12病日の間"),
        (between(None, 0), "第0病日以前", "第0病日以前"),
        (between(12, None), "第12病日以降", "第12病日以降"),
        (between(40, 50, about=44), "第44病日頃", "第44病日頃、第40病日から第50病日の間"),
        (between(None, -46, about=-61), "第−61病日頃", "第−61病日頃、第−46病日以前"),
        (lasting(13, 61), "第13–61病日", "第13–61病日"),
        (lasting(5, 5), "第5病日", "第5病日"),
        (lasting(41, "open"), "第41病日から・継続中", "第41病日から・継続中"),
        (
            lasting(41, "unknown"),
            "第41病日から・終了日の記載なし",
            "第41病日から・終了日の記載なし",
        ),
        (
            lasting(between(0, 12), "unknown"),
            "第0–12病日の間に開始・終了日の記載なし",
            "第0病日から第12病日の間に開始・終了日の記載なし",
        ),
        (
            lasting(about(2), between(5, 9)),
            "第2病日頃に開始・第5–9病日の間に終了",
            "第2病日頃に開始・第5病日から第9病日の間に終了",
        ),
        (on(12.5, precision="hour"), "第12病日 12:00", "第12病日 12:00"),
        (
            lasting(on(5.25, precision="hour"), on(6.5, precision="hour")),
            "第5病日 06:00–第6病日 12:00",
            "第5病日 06:00–第6病日 12:00",
        ),
    ],
)
@pytest.mark.usefixtures("japanese")
def test_every_imprecise_time_has_japanese_words(
    when: Instant | Interval, short: str, long: str
) -> None:
    assert when_short(when, PLAIN, "ja") == short
    assert when_long(when, PLAIN, "ja") == long


@pytest.mark.usefixtures("japanese")
def test_both_days_of_a_period_are_marked_where_either_has_a_time_of_day() -> None:
    assert when_short(lasting(on(5.25), on(6)), PLAIN, "ja") == "第5病日 06:00–第6病日"
    assert when_short(lasting(on(5), on(6.25)), PLAIN, "ja").endswith("–第6病日 06:00")


@pytest.mark.usefixtures("japanese")
def test_days_and_distances_in_japanese() -> None:
    assert day_label(12.5, PLAIN) == "第12病日"
    assert [days_off(days) for days in (-12, -1, 0, 1, 5)] == [
        "12日前",
        "1日前",
        "当日",
        "1日後",
        "5日後",
    ]


@pytest.mark.parametrize(
    ("counting", "label", "days"),
    [
        (Counting("day_1", 1, is_own=False), "第13病日", "第14–62病日"),
        (Counting("illness"), "第12病日", "第13–61病日"),
        (Counting(zeros=(12,), since="tae", is_own=False), "Day 0", "Day 1–49"),
        (Counting("hospital", 1, (3,), is_own=False), "入院10日目", "入院11–59日目"),
        (
            Counting("date", is_own=False, date=datetime.date(2021, 3, 20)),
            "2021年4月1日",
            "2021年4月2日–2021年5月20日",
        ),
        (Counting("age", age_years=45.0), "第12病日（約45歳）", "第13–61病日（約45歳）"),
    ],
)
@pytest.mark.usefixtures("japanese")
def test_days_of_every_counting_in_japanese(counting: Counting, label: str, days: str) -> None:
    assert day_label(12, counting) == label
    assert when_short(lasting(13, 61), counting, "ja") == days


@pytest.mark.usefixtures("japanese")
def test_ticks_in_japanese() -> None:
    dates = Counting("date", is_own=False, date=datetime.date(2020, 12, 31))
    new_year, next_day = Tick(1.5, 1), Tick(2.5, 2)
    assert tick_text(new_year, dates, None) == "2021/1/1"
    assert tick_text(next_day, dates, new_year) == "1/2"
    assert tick_text(Tick(1.5, 1, "month"), dates, None) == "2021年1月"
    assert tick_text(Tick(32.5, 32, "month"), dates, new_year) == "2月"
    assert tick_text(Tick(1.5, 1, "year"), dates, None) == "2021年"
    assert tick_text(Tick(91.5, 91, "week", 13), PLAIN, None) == "13週"
    assert tick_text(Tick(1826.5, 1826, "year", 5), PLAIN, None) == "5年"
    assert tick_text(Tick(0.5, 0, "age", 45), PLAIN, None) == "45歳"


@pytest.mark.usefixtures("japanese")
def test_the_reason_for_a_time_follows_without_a_doubled_stop() -> None:
    instant = between(0, 12, evidence="inferred", why={"en": "Order.", "ja": "順序から。"})
    other = between(3, 12, evidence="inferred", why={"en": "Text.", "ja": "本文から。"})
    words = when_long(lasting(instant, other), PLAIN, "ja")
    assert words.endswith("病日は推定：順序から。病日は推定：本文から。")


@pytest.mark.usefixtures("japanese")
def test_words_are_joined_as_japanese_does() -> None:
    assert in_line(["54 mg/dL", "", "12日前"]) == "54 mg/dL、12日前"
    assert in_turn(["無効。", "中止"]) == "無効。中止"
    assert labelled("出典", "図1") == "出典：図1"
    assert with_aside("肝動脈塞栓術", "第12病日") == "肝動脈塞栓術（第12病日）"
    assert sentences(["一。", "", "二。"]) == "一。二。"


@pytest.mark.usefixtures("japanese")
def test_a_problem_is_told_in_japanese() -> None:
    problem = Problem(
        "error", MISSING, MISSING_REMEDY, {"name": "{x}"}, "case.json", 41, "events[3].when"
    )
    assert problem_text(problem) == '必須の "{x}" がありません。追加してください。'
    assert problem_place(problem) == "case.json 41行目：events[3].when"


def test_joining_of_nothing_is_nothing() -> None:
    assert (in_line([]), in_turn([]), sentences([])) == ("", "", "")
    assert (labelled("", "x"), labelled("x", "")) == ("x", "x")
