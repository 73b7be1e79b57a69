"""Which lesion a length is of."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from viewer.model.annotation import Measured
from viewer.ui.look import Look
from viewer.ui.widgets.plain_text import PlainText

translate = QCoreApplication.translate

LONGEST = 200


class LesionDialog(QDialog):
    """Asks for the name of a lesion, the same in every study, and whether it is a lymph node."""

    def __init__(
        self, measured: Measured, known: Sequence[str], look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Lesion", "Lesion"))
        words = translate(
            "Lesion",
            "The same name in another study is the same lesion, so that its diameters become a "
            "course. Empty for none.",
        )
        label = QLabel(translate("Lesion", "Name:"))
        self.name = QLineEdit(measured.lesion or "")
        self.name.setMaxLength(LONGEST)
        self.name.setAccessibleName(translate("Lesion", "Name"))
        label.setBuddy(self.name)
        completer = QCompleter(list(known), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.node = QCheckBox(translate("Lesion", "Lymph node (short axis)"))
        self.node.setChecked(measured.is_node)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(round(0.6 * look.h_px))
        for widget in (PlainText(words, look), label, self.name, self.node, buttons):
            column.addWidget(widget)
        self.resize(round(26 * look.em_px), self.sizeHint().height())

    @property
    def lesion(self) -> str:
        """The name that was given; empty for none."""
        return self.name.text().strip()

    @property
    def is_node(self) -> bool:
        """Whether it is a lymph node."""
        return self.node.isChecked()
