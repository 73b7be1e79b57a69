"""Text of a case in a panel: it can be selected, and stays where it stands when it is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from viewer.ui.look import Look
from viewer.ui.widgets.plain_text import PlainText

TEXTS = (
    "Serum glucose 54 mg/dL and IRI 67.5 µU/mL after an overnight fast; C-peptide 4.3 ng/mL.",
    "第12病日に右肝動脈からのTAEを施行し、翌日から低血糖発作は消失した。",
    "One line",
    "<b>no bold</b> & first\nsecond line",
)


@pytest.fixture
def look(qapp: object) -> Look:
    look = Look("light", "en")
    look.dress()
    return look


def on_screen(qtbot: QtBot, text: str, look: Look) -> tuple[QScrollArea, PlainText]:
    """Put a text above another one into a narrow column, as on a page."""
    page, column = QScrollArea(), QWidget()
    label = PlainText(text, look)
    layout = QVBoxLayout(column)
    layout.addWidget(label)
    layout.addWidget(PlainText("below", look))
    layout.addStretch(1)
    page.setWidget(column)
    page.setWidgetResizable(True)
    page.resize(260, 400)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return page, label


def picture(page: QScrollArea) -> QImage:
    return page.grab().toImage()


def test_a_word_is_selected_by_a_double_click_and_copied(qtbot: QtBot, look: Look) -> None:
    _page, label = on_screen(qtbot, TEXTS[0], look)
    at = QPoint(8, label.fontMetrics().height() // 2)
    qtbot.mousePress(label, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseRelease(label, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(label, Qt.MouseButton.LeftButton, pos=at)
    assert label.selectedText() == "Serum"
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Serum"


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_moves_when_the_pointer_comes(qtbot: QtBot, look: Look, text: str) -> None:
    page, label = on_screen(qtbot, text, look)
    before, room = picture(page), label.geometry()
    QTest.mouseMove(page.windowHandle(), QPoint(200, 300))
    QTest.mouseMove(page.windowHandle(), label.mapTo(page, label.rect().center()))
    qtbot.waitUntil(lambda: bool(label.textInteractionFlags()))
    assert label.geometry() == room
    assert picture(page) == before


def test_another_text_takes_the_room_it_needs(qtbot: QtBot, look: Look) -> None:
    _page, label = on_screen(qtbot, "One line", look)
    low = label.height()
    label.setText(TEXTS[0])
    qtbot.waitUntil(lambda: label.height() > 2 * low)
