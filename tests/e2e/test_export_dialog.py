"""Export figure: every choice is seen in the preview and in the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from tests.e2e.everything import difference_box
from tests.e2e.exporting_hand import LEFT, Hand
from tests.e2e.measuring_hand import press
from tests.e2e.programs import OpenWindow
from tests.e2e.screen import settle
from tests.e2e.twins import hide_after, twins
from viewer.ui.window import Window


@pytest.fixture
def hand(qtbot: QtBot, window: Window) -> Hand:
    return Hand(qtbot, window)


def words_in(svg: Path) -> str:
    """Give the words of a drawing, without its fonts."""
    texts = ElementTree.parse(svg).iter("{http://www.w3.org/2000/svg}text")
    return "\n".join("".join(one.itertext()) for one in texts)


def width_of(svg: Path) -> float:
    found = re.search(r'width="([\d.]+)mm"', svg.read_text("utf-8"))
    assert found is not None
    return float(found[1])


def untick_lane(hand: Hand) -> None:
    hand.dialog.fields.tabs.setCurrentIndex(1)
    settle()
    rows = hand.dialog.fields.rows
    rows.setCurrentRow(0)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Space)


def narrow(hand: Hand) -> None:
    field = hand.dialog.fields.width_mm
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "100")
    QTest.keyClick(field, Qt.Key.Key_Tab)


def other_width(hand: Hand) -> None:
    hand.choose(hand.dialog.fields.width_, "Other")
    narrow(hand)


def some_days(hand: Hand) -> None:
    hand.choose(hand.dialog.fields.days.which, "From")
    last = hand.dialog.fields.days.last
    last.setFocus()
    last.selectAll()
    QTest.keyClicks(last, "30")
    QTest.keyClick(last, Qt.Key.Key_Tab)


def a_horizon(hand: Hand) -> None:
    hand.tick(hand.dialog.fields.telling.hides)
    last = hand.dialog.fields.telling.last
    last.setFocus()
    last.selectAll()
    QTest.keyClicks(last, "11")
    QTest.keyClick(last, Qt.Key.Key_Tab)


CHANGES: dict[str, Callable[[Hand], Any]] = {
    "width": lambda hand: hand.choose(hand.dialog.fields.width_, "85"),
    "any width": other_width,
    "legend": lambda hand: hand.tick(hand.dialog.fields.legend),
    "language": lambda hand: hand.choose(hand.dialog.fields.telling.language, "日本語"),
    "lanes": untick_lane,
    "days": some_days,
    "horizon": a_horizon,
    "scene": lambda hand: hand.choose(hand.dialog.fields.scene, "2."),
    "size": lambda hand: hand.tick(hand.dialog.preview.as_on_paper),
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_choice_is_seen_in_the_preview(hand: Hand, name: str) -> None:
    before = hand.picture
    CHANGES[name](hand)
    hand.rest()
    assert before != hand.picture
    hand.escape()


def test_a_drawing_is_as_it_was_chosen_and_the_window_names_the_file(
    hand: Hand, tmp_path: Path
) -> None:
    hand.choose(hand.dialog.fields.width_, "85")
    hand.choose(hand.dialog.fields.telling.language, "日本語")
    untick_lane(hand)
    hand.name(tmp_path / "figure")
    assert hand.exported() == f"Exported to {tmp_path / 'figure.svg'}."
    assert width_of(tmp_path / "figure.svg") == pytest.approx(85, abs=0.1)
    words = words_in(tmp_path / "figure.svg")
    assert "薬剤" in words
    assert "診断・治療の判断には使用できません" in words.replace("\n", "")
    assert "受診・入院" not in words
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".svg"] == ["figure.svg"]


@pytest.mark.parametrize(
    ("kind", "ending"), [("Picture (PNG)", ".png"), ("Picture (TIFF)", ".tiff")]
)
def test_a_picture_has_its_size_and_resolution(
    hand: Hand, tmp_path: Path, kind: str, ending: str
) -> None:
    fields = hand.dialog.fields
    assert not fields.dots.isEnabled()
    hand.choose(fields.file, kind)
    assert fields.dots.isEnabled()
    hand.choose(fields.width_, "85")
    hand.choose(fields.dots, "600")
    assert hand.dialog.target.path_field.text().endswith(f"course{ending}")
    path = tmp_path / f"course{ending}"
    hand.name(path)
    hand.exported()
    with Image.open(path) as image:
        assert image.width == pytest.approx(85 / 25.4 * 600, abs=2)
        assert [round(float(one)) for one in image.info["dpi"]] == [600, 600]


def test_the_ending_that_is_typed_says_what_is_made(hand: Hand, tmp_path: Path) -> None:
    hand.name(tmp_path / "Course.PDF")
    hand.exported()
    assert (tmp_path / "Course.PDF").read_bytes().startswith(b"%PDF")


def test_it_begins_with_what_the_window_shows_and_remembers_the_last_choices(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    press(window, "Down")
    window.verbs.show_row("drugs", False)
    settle()
    hand = Hand(qtbot, window)
    assert hand.dialog.fields.rows.off == {"drugs"}
    hand.choose(hand.dialog.fields.width_, "114")
    hand.tick(hand.dialog.fields.legend)
    hand.name(tmp_path / "one.svg")
    hand.exported()
    assert "Diazoxide" not in words_in(tmp_path / "one.svg")
    again = Hand(qtbot, window)
    assert again.dialog.fields.width_mm.value() == 114
    assert not again.dialog.fields.legend.isChecked()
    assert Path(again.dialog.target.path_field.text()) == tmp_path / "course.svg"
    again.escape()


def test_a_hidden_lane_can_be_ticked_again(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.verbs.show_row("encounters", False)
    hand = Hand(qtbot, window)
    untick_lane(hand)  # the other way round
    assert hand.dialog.fields.rows.off == set()
    hand.name(tmp_path / "all.svg")
    hand.exported()
    assert "Encounters" in words_in(tmp_path / "all.svg")
    assert window.session.state.hidden == {"encounters"}


def test_days_in_view_are_those_of_the_window(qtbot: QtBot, window: Window) -> None:
    for _ in range(3):
        press(window, "+")
    shown = window.session.state.window
    hand = Hand(qtbot, window)
    assert hand.dialog.fields.days.which.currentData() == "shown"
    assert hand.dialog.order().choices.days == shown
    hand.escape()


# -- the horizon ------------------------------------------------------------------------------


def test_nothing_beyond_the_horizon_of_the_window_is_seen_or_written(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with twins(qtbot, tmp_path, 11, (1280, 800)) as both:
        seen, said, files = [], [], []
        for number, window in enumerate(both.windows):
            window.activateWindow()
            hide_after(window, 11)
            hand = Hand(qtbot, window)
            telling = hand.dialog.fields.telling
            assert telling.hides.isChecked()
            assert not telling.hides.isEnabled()
            telling.last.setValue(200)
            assert hand.dialog.order().horizon == 11
            lists = (hand.dialog.fields.scene, telling.language, hand.dialog.fields.rows)
            said.append([_rows_of(one) for one in lists])
            seen.append(hand.picture)
            path = tmp_path / f"{number}.svg"
            hand.name(path)
            hand.exported()
            files.append(path.read_bytes())
        assert difference_box(*seen) is None
        assert said[0] == said[1]
        assert files[0] == files[1]
        assert b"TAE" not in files[0]


def _rows_of(widget: Any) -> list[str]:
    model = widget.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_without_a_horizon_the_file_tells_what_the_twin_does_not(
    hand: Hand, tmp_path: Path
) -> None:
    hand.name(tmp_path / "all.svg")
    hand.exported()
    assert "TAE" in words_in(tmp_path / "all.svg")


# -- access -----------------------------------------------------------------------------------


def test_every_control_has_a_name_and_is_reached_by_the_keyboard(hand: Hand) -> None:
    kinds = (
        QComboBox,
        QAbstractSpinBox,
        QCheckBox,
        QLineEdit,
        QPlainTextEdit,
        QAbstractItemView,
    )
    for kind in kinds:
        for one in hand.dialog.findChildren(kind):
            inside = one.parentWidget()
            if isinstance(inside, QComboBox | QAbstractSpinBox) or not one.isVisible():
                continue
            said = one.accessibleName() or getattr(one, "text", str)()
            assert said, one
    hand.dialog.fields.scene.setFocus()
    reached = set()
    for _ in range(40):
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.add(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    dialog = hand.dialog
    wanted = {dialog.fields.file, dialog.fields.legend, dialog.identity.words_field}
    assert wanted <= reached
    assert {dialog.target.path_field, dialog.target.choose, dialog.export_button} <= reached
    hand.escape()


@pytest.mark.parametrize(
    "arguments", [("--language", "ja"), ("--theme", "dark"), ("--theme", "projector")]
)
def test_it_fits_a_small_window_and_nothing_overlaps(
    qtbot: QtBot, open_window: OpenWindow, arguments: tuple[str, ...]
) -> None:
    hand = Hand(qtbot, open_window(*arguments, size=(1024, 768)))
    dialog = hand.dialog
    dialog.resize(960, 700)
    hand.rest()
    size = dialog.minimumSizeHint()
    assert size.width() <= 960
    assert size.height() <= 700
    for box in (dialog.fields.legend, dialog.identity.keeps, dialog.preview.as_on_paper):
        assert box.width() >= box.sizeHint().width(), box.text()
    shown = dialog.choices.viewport().width()
    assert dialog.choices.widget().width() <= shown
    hand.escape()


def test_a_click_outside_the_choices_changes_nothing(hand: Hand) -> None:
    before = hand.dialog.order()
    QTest.mouseClick(hand.dialog.preview.sheet, LEFT, pos=QPoint(5, 5))
    hand.rest()
    assert hand.dialog.order() == before
    hand.escape()


def test_enter_exports_from_the_name_and_from_no_other_field(hand: Hand, tmp_path: Path) -> None:
    dialog, path = hand.dialog, tmp_path / "course.svg"
    hand.name(path)
    hand.choose(dialog.fields.days.which, "From")
    others = (dialog.fields.days.last, dialog.fields.style_, dialog.fields.legend)
    for field in others:
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Return)
        hand.rest()
        assert dialog.isVisible()
        assert not dialog.writing.is_going
    assert not path.exists()
    dialog.target.path_field.setFocus()
    QTest.keyClick(dialog.target.path_field, Qt.Key.Key_Return)
    hand.qtbot.waitUntil(path.exists, timeout=20_000)
    hand.qtbot.waitUntil(lambda: hand.window.exporting._dialog is None)
