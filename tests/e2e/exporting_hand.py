"""The hand on the dialog of exports."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.e2e.measuring_hand import press
from tests.e2e.screen import settle
from viewer.ui.export.dialog.dialog import ExportDialog
from viewer.ui.window import Window

LEFT = Qt.MouseButton.LeftButton


class Hand:
    """Works the dialog with mouse and keys."""

    def __init__(self, qtbot: QtBot, window: Window, keys: str = "Ctrl+Shift+E") -> None:
        self.qtbot, self.window = qtbot, window
        window.activateWindow()
        settle()
        press(window, keys)
        found = QApplication.activeModalWidget()
        assert isinstance(found, ExportDialog)
        self.dialog = found
        self.rest()

    def rest(self) -> None:
        """Wait until the preview shows what is chosen."""
        dialog = self.dialog
        settle()

        def is_calm() -> bool:
            looking = dialog._seeing.is_going or dialog._finding.is_going
            return not dialog._calm.isActive() and not looking

        self.qtbot.waitUntil(is_calm, timeout=20_000)
        settle()

    @property
    def picture(self) -> QImage:
        """What the preview shows now."""
        assert self.dialog.preview is not None
        image = self.dialog.preview.sheet.image
        assert image is not None
        return QImage(image)

    def choose(self, combo: QComboBox, words: str) -> None:
        """Choose by the keyboard what begins with these words."""
        at = next(n for n in range(combo.count()) if combo.itemText(n).startswith(words))
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_Home)
        for _ in range(at):
            QTest.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentIndex() == at
        self.rest()

    def tick(self, box: QCheckBox) -> None:
        """Click a tick."""
        place = QPoint(box.height() // 2, box.height() // 2)
        QTest.mouseClick(box, LEFT, Qt.KeyboardModifier.NoModifier, place)
        self.rest()

    def type_words(self, words: str) -> None:
        """Type words that must not go out, in place of those there are."""
        field = self.dialog.identity.words_field
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        for number, line in enumerate(words.splitlines()):
            if number:
                QTest.keyClick(field, Qt.Key.Key_Return)
            QTest.keyClicks(field, line)
        self.rest()

    def name(self, path: object) -> None:
        """Type the name of the file."""
        field = self.dialog.target.path_field
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, str(path))

    def export(self) -> None:
        """Press the button."""
        QTest.mouseClick(self.dialog.export_button, LEFT)

    def exported(self) -> str:
        """Export; give what the window says when the dialog is gone."""
        self.export()
        self.qtbot.waitUntil(lambda: self.window.exporting._dialog is None, timeout=60_000)
        settle()
        return self.window.notice.words.text()

    def refused(self) -> str:
        """Export; give what the dialog says, which stays."""
        self.export()
        message, writing = self.dialog.message, self.dialog.writing
        self.qtbot.waitUntil(lambda: not writing.is_going and bool(message.text()), timeout=60_000)
        settle()
        assert self.dialog.isVisible()
        return message.text().replace("\N{ZERO WIDTH SPACE}", "")

    def escape(self) -> None:
        QTest.keyClick(self.dialog, Qt.Key.Key_Escape)
        settle()

    def box(self) -> QMessageBox:
        """Wait for the question and give it."""
        asked = QApplication.activeModalWidget
        self.qtbot.waitUntil(lambda: isinstance(asked(), QMessageBox), timeout=20_000)
        found = asked()
        assert isinstance(found, QMessageBox)
        return found

    def answer(self, words: str) -> None:
        """Answer it."""
        buttons = self.box().findChildren(QPushButton)
        QTest.mouseClick(next(b for b in buttons if b.text().replace("&", "") == words), LEFT)
        settle()
