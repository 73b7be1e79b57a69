"""What stands beside the chart follows the cursor by itself."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from viewer.session.session import Session
from viewer.ui.look import Look
from viewer.ui.panels.details import DetailsPanel
from viewer.ui.status import StatusLine


def test_the_status_line_ends_on_the_last_day_of_a_drag(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    status = StatusLine(session, look)
    qtbot.addWidget(status)
    for day in range(30):
        session.point_at(day + 0.5)
    qtbot.waitUntil(lambda: status.day.text() == "Day 29")


def test_details_follow_and_go_on_following(qtbot: QtBot, session: Session, look: Look) -> None:
    panel = DetailsPanel(session, look)
    qtbot.addWidget(panel)

    def says(words: str) -> bool:
        return any(words in label.text() for label in panel.findChildren(QLabel))

    for day in (12, 40):
        session.point_at(day + 0.5)
        qtbot.waitUntil(lambda day=day: says(f"Day {day}"))  # type: ignore[misc]
