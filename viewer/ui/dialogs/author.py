"""Who annotates: asked once, and changeable."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from viewer.ui.look import Look
from viewer.ui.widgets.plain_text import PlainText

translate = QCoreApplication.translate

LONGEST = 200


class AuthorDialog(QDialog):
    """Asks for the name under which a person annotates."""

    def __init__(self, name: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Author", "Author"))
        words = translate(
            "Author",
            "Your name stands beside what you write. It is kept on this computer and in the notes "
            "of the cases that you annotate.",
        )
        label = QLabel(translate("Author", "Name:"))
        self.name = QLineEdit(name)
        self.name.setMaxLength(LONGEST)
        self.name.setAccessibleName(translate("Author", "Name"))
        label.setBuddy(self.name)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._on_typed)
        column = QVBoxLayout(self)
        column.setSpacing(round(0.6 * look.h_px))
        for widget in (PlainText(words, look), label, self.name, self.buttons):
            column.addWidget(widget)
        self.resize(round(26 * look.em_px), self.sizeHint().height())
        self._on_typed()

    def _on_typed(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.name.text().strip()))
