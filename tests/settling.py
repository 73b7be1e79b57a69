"""What stands beside the chart, as it is once the window had time for it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from viewer.ui.follower import Follower
from viewer.ui.widgets.page import Page


def catch_up() -> None:
    """Let all follow the cursor now, and build what is out of sight."""
    for window in QApplication.topLevelWidgets():
        for follower in window.findChildren(Follower):
            follower.catch_up()
        for page in window.findChildren(Page):
            page.finish()
    QApplication.processEvents()
