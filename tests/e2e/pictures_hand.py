"""Pictures of scenes and of the window, which come a little after they are asked for."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from viewer.model.scene import Scene
from viewer.ui.present.pictures import ScenePictures
from viewer.ui.window import Window

PATIENCE_MS = 10_000


def drawn(qtbot: QtBot, pictures: ScenePictures, scene: Scene) -> QImage:
    """Ask for the large picture of a scene, and wait for it."""
    qtbot.waitUntil(lambda: pictures.large(scene) is not None, timeout=PATIENCE_MS)
    found = pictures.large(scene)
    assert found is not None
    return found.toImage()


def copied(qtbot: QtBot, window: Window) -> QImage:
    """Copy the picture of what the window shows; give what comes to the clipboard."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(QMimeData())
    window.actions_by_name["copy_picture"].trigger()
    qtbot.waitUntil(lambda: not clipboard.image().isNull(), timeout=PATIENCE_MS)
    return clipboard.image()
