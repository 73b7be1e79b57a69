"""A page that is longer than its panel: in sight at once, the rest when there is time."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.panels.panel_words import put_on_screen
from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.notes import NotesPanel

MANY = 60


@pytest.fixture
def long_panel(
    qtbot: QtBot, opened_from: Callable[..., Session], look: Look
) -> Iterator[tuple[NotesPanel, Session]]:
    """Open a case of many notes while the panel is on the screen, as a person does."""
    notes = [
        {"id": f"n{one}", "title": f"Note {one}", "text": f"Words of note {one}."}
        for one in range(MANY)
    ]
    opened = opened_from(notes=notes).opened
    assert opened is not None
    session = Session()
    panel = NotesPanel(session, look)
    window = put_on_screen(qtbot, panel, 300)
    QCursor.setPos(window.frameGeometry().topRight() + QPoint(99, 0))  # no link is under it
    session.open(opened)
    yield panel, session
    window.close()


def texts(panel: NotesPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel)]


def test_what_is_in_sight_is_there_at_once(
    qtbot: QtBot, long_panel: tuple[NotesPanel, Session]
) -> None:
    panel, _ = long_panel
    room = QRect(panel.page.viewport().rect())
    QApplication.processEvents()
    lowest = max(
        label.mapTo(panel.page.viewport(), label.rect().bottomLeft()).y()
        for label in panel.findChildren(QLabel)
    )
    assert lowest > room.bottom()
    qtbot.waitUntil(panel.page.verticalScrollBar().isVisible)
    assert len(texts(panel)) < MANY  # the rest was not waited for


def test_the_rest_follows_without_moving_anything(
    qtbot: QtBot, long_panel: tuple[NotesPanel, Session]
) -> None:
    panel, _ = long_panel
    qtbot.waitUntil(panel.page.verticalScrollBar().isVisible)
    before = panel.page.viewport().grab().toImage()
    qtbot.waitUntil(lambda: f"Words of note {MANY - 1}." in texts(panel))
    QApplication.processEvents()
    assert panel.page.viewport().grab().toImage() == before


def test_what_is_selected_below_is_gone_to_at_once(
    qtbot: QtBot, long_panel: tuple[NotesPanel, Session]
) -> None:
    panel, session = long_panel
    session.select(f"n{MANY - 1}")
    qtbot.waitUntil(lambda: panel.page.verticalScrollBar().value() > 0)
    last = next(
        one for one in panel.findChildren(QLabel) if one.text() == f"Words of note {MANY - 1}."
    )
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())


def test_a_panel_that_grows_is_full(qtbot: QtBot, long_panel: tuple[NotesPanel, Session]) -> None:
    panel, _ = long_panel
    few = len(texts(panel))
    window = panel.window()
    window.resize(300, 2000)
    panel.resize(300, 2000)
    QApplication.processEvents()
    assert few < len(texts(panel)) < MANY
    qtbot.waitUntil(panel.page.verticalScrollBar().isVisible)
    assert panel.page.widget().height() > panel.page.viewport().height()
