"""Where the file goes: its name, typed or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from viewer.ui.export.order import Order

translate = QCoreApplication.translate


class TargetFields(QWidget):
    """A path; a name without an ending of ours gets the one that is chosen."""

    typed = Signal()
    """The name was typed or chosen."""

    def __init__(self, folder: Path, name: str, ending: str) -> None:
        super().__init__()
        self._folder = folder
        self._ending = ending
        label = QLabel(translate("Export", "File:"))
        self.path_field = QLineEdit(str(folder / f"{name}{ending}"))
        self.path_field.setAccessibleName(translate("Export", "File"))
        label.setBuddy(self.path_field)
        self.choose = QPushButton(translate("Export", "Choose…"))
        self.choose.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.path_field, 1)
        row.addWidget(self.choose)
        self.path_field.editingFinished.connect(self.typed)
        self.choose.clicked.connect(self._on_choose_clicked)

    @property
    def is_empty(self) -> bool:
        """Whether there is no name."""
        return not self.path_field.text().strip()

    @property
    def path(self) -> Path:
        """The file as it will be named."""
        text = self.path_field.text().strip()
        path = self._folder / Path(text).expanduser()
        return path if Order(path).ending else path.with_name(path.name + self._ending)

    @property
    def typed_ending(self) -> str:
        """The ending of ours that the name has; empty for none."""
        return Order(Path(self.path_field.text().strip())).ending

    def show_ending(self, ending: str) -> None:
        """Give the name another ending, in the place of one of ours."""
        old, self._ending = self.typed_ending, ending
        text = self.path_field.text().rstrip()
        if old and ending and Order(Path(f"x{ending}")).ending != old:
            self.path_field.setText(text[: -len(old)] + ending)

    def _on_choose_clicked(self) -> None:
        title = translate("Export", "Export to")
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            title,
            str(self.path),
            options=QFileDialog.Option.DontConfirmOverwrite,  # it is asked when it is written
        )
        if chosen:
            self.path_field.setText(chosen)
            self.typed.emit()
