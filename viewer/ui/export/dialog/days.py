"""Fields for days, numbered as the window numbers them."""

import math

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from viewer.model.numbering import Counting
from viewer.model.part import DAY_LIMIT
from viewer.model.time import Span

translate = QCoreApplication.translate


class DayField(QSpinBox):
    """A whole day within a stretch of days."""

    def __init__(self, counting: Counting, within: Span, name: str) -> None:
        super().__init__()
        # Labels of hospital days and dates are not one row of numbers.
        self._counting = Counting() if counting.kind in ("hospital", "date") else counting
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setKeyboardTracking(False)  # the days of a half typed number are not meant
        first = max(math.floor(within.start), -DAY_LIMIT)
        last = max(first, min(math.ceil(within.end) - 1, DAY_LIMIT))
        self.setRange(self._counting.number(first), self._counting.number(last))

    @property
    def day(self) -> int:
        """The day that is chosen."""
        return self._counting.day_of(self.value())

    def set_day(self, day: float) -> None:
        """Choose a day, or the nearest that can be."""
        self.setValue(self._counting.number(day))


class DaysFields(QWidget):
    """Which days are in view: all of them, those of the window, or others."""

    changed = Signal()

    def __init__(self, counting: Counting, bounds: Span) -> None:
        super().__init__()
        self._bounds = self._shown = bounds
        self.which = QComboBox()
        self.which.setAccessibleName(translate("Export", "Days"))
        self.which.addItem(translate("Export", "All days"), "all")
        self.which.addItem(translate("Export", "The days in view"), "shown")
        self.which.addItem(translate("Export", "From … to …"), "chosen")
        self.first = DayField(counting, bounds, translate("Export", "First day"))
        self.last = DayField(counting, bounds, translate("Export", "Last day"))
        row = QHBoxLayout()
        row.addWidget(self.first, 1)
        row.addWidget(QLabel("–"))
        row.addWidget(self.last, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.which)
        column.addLayout(row)
        self.which.currentIndexChanged.connect(self._on_chosen)
        self.first.valueChanged.connect(self._on_first_typed)
        self.last.valueChanged.connect(self._on_last_typed)
        self.show_days(bounds)

    def show_days(self, shown: Span) -> None:
        """Offer the days that are in view now; they are chosen where they are not all."""
        self._shown = shown
        self.which.setCurrentIndex(0 if shown == self._bounds else 1)
        self._on_chosen()

    @property
    def days(self) -> Span:
        """The days that are chosen."""
        match self.which.currentData():
            case "all":
                return self._bounds
            case "shown":
                return self._shown
        return Span(self.first.day, self.last.day + 1)

    def _on_chosen(self) -> None:
        is_chosen = self.which.currentData() == "chosen"
        for field in (self.first, self.last):
            field.setEnabled(is_chosen)
        if not is_chosen:
            days = self.days
            self._put(days.start, math.ceil(days.end) - 1)
        self.changed.emit()

    def _on_first_typed(self) -> None:
        self._put(self.first.day, max(self.first.day, self.last.day))
        self.changed.emit()

    def _on_last_typed(self) -> None:
        self._put(min(self.first.day, self.last.day), self.last.day)
        self.changed.emit()

    def _put(self, first: float, last: float) -> None:
        for field, day in ((self.first, first), (self.last, last)):
            field.blockSignals(True)
            field.set_day(day)
            field.blockSignals(False)
