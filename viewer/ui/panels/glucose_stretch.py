"""The fields that choose the stretch of days the glucose panel tells about."""

import math

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from viewer.model.glucose import band_limits
from viewer.model.numbering import Counting
from viewer.model.part import DAY_LIMIT
from viewer.model.time import Span
from viewer.model.view_state import ViewState
from viewer.ui.look import Look
from viewer.ui.widgets.flow import FlowLayout

translate = QCoreApplication.translate

WINDOW, COURSE, PERIOD = range(3)
LOW_SHARE = 39 / 54
"""The number offered in the place of "Low" is 39 mg/dL, or as much of another unit's limit."""


class StretchFields(QWidget):
    """The window, the whole course, or days that are typed; and what "Low" counts as."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._typing = Counting()
        self._course: tuple[int, int] | None = None
        self.choice = QComboBox()
        self.choice.addItem(translate("Glucose", "Days in the window"))
        self.choice.addItem(translate("Glucose", "Whole course"))
        self.choice.addItem(translate("Glucose", "From day to day"))
        self.choice.setAccessibleName(translate("Glucose", "Which days"))
        self.first, self.last = QSpinBox(), QSpinBox()
        for box in (self.first, self.last):
            box.setKeyboardTracking(False)  # the days of a half typed number are not meant
        self.first.setAccessibleName(translate("Glucose", "First day"))
        self.last.setAccessibleName(translate("Glucose", "Last day"))
        self.is_imputing = QCheckBox(translate("Glucose", "Count “Low” as"))
        self.low_as = QDoubleSpinBox()
        self.low_as.setAccessibleName(translate("Glucose", "Number in the place of “Low”"))
        flow = FlowLayout(round(0.5 * look.h_px), round(0.3 * look.h_px))
        self.setLayout(flow)
        self._days = _side_by_side(look, self.first, QLabel("–"), self.last)
        self._low = _side_by_side(look, self.is_imputing, self.low_as)
        for field in (self.choice, self._days, self._low):
            flow.addWidget(field)
        self.choice.currentIndexChanged.connect(self._on_choice_changed)
        self.first.valueChanged.connect(self._on_first_changed)
        self.last.valueChanged.connect(self._on_last_changed)
        self.is_imputing.toggled.connect(self._on_imputing_toggled)
        self.low_as.valueChanged.connect(self.changed)
        self._show_fields()
        self.show_low("", has_low=False)

    def restyle(self) -> None:
        """Take the font of the look."""
        for field in self.findChildren(QWidget):
            field.setFont(self._look.font("label"))
        height = self.choice.sizeHint().height()
        for field in (self.first, self.last, self.low_as):
            field.setMinimumHeight(height)

    def show_bounds(self, state: ViewState, counting: Counting) -> None:
        """Keep the days that can be typed inside the course, and their numbers those of labels."""
        typing = Counting() if counting.kind in ("hospital", "date") else counting
        first = max(math.floor(state.bounds.start), -DAY_LIMIT)
        last = min(max(math.ceil(state.bounds.end) - 1, first), DAY_LIMIT)
        course = (first, last)
        if (course, typing) == (self._course, self._typing):
            return
        days = [self._typing.day_of(field.value()) for field in (self.first, self.last)]
        if course != self._course:
            days = [first, last]
        self._course, self._typing = course, typing
        for box, day in zip((self.first, self.last), days, strict=True):
            box.blockSignals(True)
            box.setRange(typing.number(first), typing.number(last))
            box.setValue(typing.number(day))
            box.blockSignals(False)

    def show_low(self, unit: str, *, has_low: bool) -> None:
        """Offer a number in the place of "Low" where there is such a reading."""
        limits = band_limits(unit)
        self._low.setVisible(has_low and limits is not None)
        if limits is None or self.low_as.suffix() == f" {unit}":
            return
        places = 0 if limits.level_2 >= 20 else 1
        self.low_as.blockSignals(True)
        self.low_as.setDecimals(places)
        self.low_as.setSuffix(f" {unit}")
        self.low_as.setSingleStep(10.0**-places)
        self.low_as.setRange(0.0, limits.level_2 - 10.0**-places)
        self.low_as.setValue(round(limits.level_2 * LOW_SHARE, places))
        self.low_as.setEnabled(self.is_imputing.isChecked())
        self.low_as.blockSignals(False)

    def span(self, state: ViewState) -> Span:
        """Give the chosen stretch."""
        match self.choice.currentIndex():
            case 0:
                return state.window
            case 1:
                return state.bounds
        day_of = self._typing.day_of
        return Span(day_of(self.first.value()), day_of(self.last.value()) + 1)

    def number_for_low(self) -> float | None:
        """Give the number that stands in the place of "Low"; None for none."""
        is_on = self.is_imputing.isChecked() and not self._low.isHidden()
        return self.low_as.value() if is_on else None

    @property
    def follows_window(self) -> bool:
        """Whether another window is another stretch."""
        return self.choice.currentIndex() == WINDOW

    def _show_fields(self) -> None:
        self._days.setVisible(self.choice.currentIndex() == PERIOD)

    def _on_choice_changed(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _on_first_changed(self, day: int) -> None:
        self.last.setValue(max(self.last.value(), day))
        self.changed.emit()

    def _on_last_changed(self, day: int) -> None:
        self.first.setValue(min(self.first.value(), day))
        self.changed.emit()

    def _on_imputing_toggled(self, is_on: bool) -> None:
        self.low_as.setEnabled(is_on)
        self.changed.emit()


def _side_by_side(look: Look, *fields: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(round(0.3 * look.h_px))
    for field in fields:
        row.addWidget(field)
    return whole
