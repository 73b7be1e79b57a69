"""How much memory pictures may take."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from viewer.model.pictures import MIB, PictureLimits
from viewer.session.pictures.kept_limits import MOST_MIB
from viewer.ui.look import Look
from viewer.ui.widgets.plain_text import PlainText

translate = QCoreApplication.translate


class LimitsDialog(QDialog):
    """Asks for the most that one picture, and one series, may take once decoded."""

    def __init__(self, limits: PictureLimits, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._limits = limits
        self.setWindowTitle(translate("Picture limits", "Picture limits"))
        words = translate(
            "Picture limits",
            "A file can ask for more memory than the computer has. Larger pictures are not "
            "decoded, and say so in their place.",
        )
        self.picture = self._field(
            limits.picture_bytes, translate("Picture limits", "Memory for one picture")
        )
        self.series = self._field(
            limits.series_bytes, translate("Picture limits", "Memory for one series")
        )
        form = QFormLayout()
        form.addRow(translate("Picture limits", "One picture:"), self.picture)
        form.addRow(translate("Picture limits", "One series:"), self.series)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.RestoreDefaults)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        buttons.button(kinds.RestoreDefaults).clicked.connect(self._restore)
        column = QVBoxLayout(self)
        column.setSpacing(round(0.6 * look.h_px))
        column.addWidget(PlainText(words, look))
        column.addLayout(form)
        column.addWidget(buttons)
        self.resize(round(28 * look.em_px), self.sizeHint().height())

    @property
    def limits(self) -> PictureLimits:
        """The limits that were set."""
        return replace(
            self._limits,
            picture_bytes=self.picture.value() * MIB,
            series_bytes=self.series.value() * MIB,
        )

    def _field(self, size: int, name: str) -> QSpinBox:
        field = QSpinBox()
        field.setRange(1, MOST_MIB)
        field.setGroupSeparatorShown(True)
        field.setSuffix(" MiB")
        field.setValue(size // MIB)
        field.setAccessibleName(name)
        return field

    def _restore(self) -> None:
        usual = PictureLimits()
        self.picture.setValue(usual.picture_bytes // MIB)
        self.series.setValue(usual.series_bytes // MIB)
