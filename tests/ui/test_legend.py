"""The legend: every mark is drawn beside its words, on its own line, in every theme."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from viewer.ui.fonts import install_fonts
from viewer.ui.legend import EntryPainter, LegendBar, LegendDialog, LegendList, entries
from viewer.ui.look import Look
from viewer.ui.theme import THEME_NAMES, ThemeName


@pytest.fixture(autouse=True)
def bundled_fonts(qapp: QApplication) -> None:
    install_fonts(qapp)


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_every_mark_is_drawn_and_every_word_has_room(qtbot: QtBot, theme: ThemeName) -> None:
    look = Look(theme)
    sheet = LegendList(look)
    qtbot.addWidget(sheet)
    sheet.resize(sheet.minimumSize())
    picture = sheet.grab().toImage()
    drawer, rows = EntryPainter(look), []
    ground = picture.pixel(1, picture.height() - 2)
    for entry, place in sheet.placed():
        width = drawer.width(entry)
        assert place.x() + width < sheet.width(), entry.words
        half = 0.6 * look.em_px
        room = QRect(round(place.x()), round(place.y() - half), round(width), round(2 * half))
        rows.append(room)
        if not entry.is_head:
            mark = round(drawer.mark_width(entry))
            columns = range(room.left(), room.left() + mark)
            inked = any(
                picture.pixel(x, y) != ground
                for x, y in itertools.product(columns, range(room.top(), room.bottom()))
            )
            assert inked, entry.words
    for one, other in itertools.combinations(rows, 2):
        assert not one.intersects(other)


def test_the_dialog_holds_all_of_it_in_two_columns_and_scrolls(qtbot: QtBot) -> None:
    dialog = LegendDialog(Look("light"))
    qtbot.addWidget(dialog)
    (area,) = dialog.findChildren(QScrollArea)
    sheet = area.widget()
    assert isinstance(sheet, LegendList)
    placed = list(sheet.placed())
    assert [entry for entry, _ in placed] == list(entries())
    heads = sorted({place.x() for entry, place in placed if entry.is_head})
    assert len(heads) == 2
    assert sheet.minimumWidth() <= area.minimumWidth()
    assert dialog.height() <= dialog.screen().availableSize().height()
    for words in ("second cursor", "days folded away", "cycles, changes", "beyond the scale"):
        assert words in sheet.accessibleDescription()


def test_the_line_under_the_chart_begins_with_the_same(qtbot: QtBot) -> None:
    bar = LegendBar(Look("light"))
    qtbot.addWidget(bar)
    bar.resize(900, bar.sizeHint().height())
    told = [entry.words for entry, _ in bar.placed()]
    assert told[:2] == ["Evidence", "reported"]
    assert told[-1] == "more…"
