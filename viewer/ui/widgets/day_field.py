"""A field for a day, or a moment of one, numbered as the window numbers days."""

import math

from PySide6.QtWidgets import QDoubleSpinBox

from viewer.model.numbering import Counting
from viewer.model.part import DAY_LIMIT
from viewer.ui.words.numbers import number


class DayField(QDoubleSpinBox):
    """Takes whole days and parts of them; the arrows step by whole days."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._counting = Counting()
        self.setDecimals(3)
        self.setRange(-DAY_LIMIT, DAY_LIMIT)
        self.setKeyboardTracking(False)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def show_day(self, day: float, counting: Counting) -> None:
        """Show a day, numbered in this way where its numbers are one row."""
        self._counting = Counting() if counting.kind in ("hospital", "date") else counting
        whole = math.floor(day)
        self.setValue(self._counting.number(whole) + day - whole)

    def day(self) -> float:
        """Give the day that is typed (days from day zero), also while it is being typed."""
        self.interpretText()
        whole = math.floor(self.value())
        return self._counting.day_of(whole) + self.value() - whole

    def textFromValue(self, value: float) -> str:
        """Write no needless zeros."""
        return number(round(value, 3))

    def valueFromText(self, text: str) -> float:
        """Take a true minus sign for a minus."""
        try:
            return float(text.replace("\N{MINUS SIGN}", "-").replace(",", "."))
        except ValueError:
            return self.value()
