"""Pages of panels as they are once the window had time to build what is out of sight."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from viewer.ui.widgets.page import Page


def finish_pages() -> None:
    """Let every page build now what it would build when nothing else is to be done."""
    for window in QApplication.topLevelWidgets():
        for page in window.findChildren(Page):
            page.finish()
    QApplication.processEvents()
