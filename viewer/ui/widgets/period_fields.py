"""The fields in which the days of a period are typed."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSpinBox, QToolButton, QWidget

from viewer.ui.look import Look

translate = QCoreApplication.translate


class PeriodFields(QWidget):
    """Letter, first and last day of a period, and a button that takes it away."""

    typed = Signal(int, int)
    """The first and the last day, as they are numbered in the fields."""
    dropped = Signal()

    def __init__(self, letter: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self._letter = QLabel(letter)
        self._first = self._field(translate("Compare", "Period {letter}, first day"), letter)
        self._last = self._field(translate("Compare", "Period {letter}, last day"), letter)
        self._to = QLabel("–")
        self._drop = QToolButton()
        self._drop.setText("×")
        self._drop.setAutoRaise(True)
        self._drop.setObjectName("dock-button")
        said = translate("Compare", "Remove period {letter}").format(letter=letter)
        self._drop.setToolTip(said)
        self._drop.setAccessibleName(said)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(0.4 * look.h_px))
        for widget in (self._letter, self._first, self._to, self._last, self._drop):
            row.addWidget(widget)
        row.addStretch(1)
        self._first.valueChanged.connect(self._on_first_typed)
        self._last.valueChanged.connect(self._on_last_typed)
        self._drop.clicked.connect(self._on_drop_clicked)
        self.restyle()

    def show_days(self, first: int, last: int, bounds: tuple[int, int]) -> None:
        """Show the days of a period; days can be typed within `bounds`, both included."""
        for field, day in ((self._first, first), (self._last, last)):
            field.blockSignals(True)
            field.setRange(*bounds)
            field.setValue(day)
            field.blockSignals(False)

    def restyle(self) -> None:
        """Take the fonts of another look."""
        self._letter.setFont(self._look.font("strong"))
        for widget in (self._first, self._last, self._to):
            widget.setFont(self._look.font("label"))

    def _field(self, words: str, letter: str) -> QSpinBox:
        field = QSpinBox()
        field.setAccessibleName(words.format(letter=letter))
        field.setToolTip(words.format(letter=letter))
        # The days of a half typed number are not meant.
        field.setKeyboardTracking(False)
        field.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        return field

    def _on_first_typed(self, day: int) -> None:
        self.typed.emit(day, max(day, self._last.value()))

    def _on_last_typed(self, day: int) -> None:
        self.typed.emit(min(day, self._first.value()), day)

    def _on_drop_clicked(self) -> None:
        self.dropped.emit()
